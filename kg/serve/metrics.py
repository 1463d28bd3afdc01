"""What the operator watches, in the Prometheus text format."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from kg.serve.engine import Engine

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_BOUNDS = (0.001, 0.005, 0.02, 0.1, 0.5, 2.0, 10.0, 30.0)


class Metrics:
    """Counts since the start. ``repeated`` requests were answered by the bytes of an earlier answer."""

    def __init__(self) -> None:
        self.connections = 0
        self.repeated = 0
        self.statuses: Counter[tuple[str, int]] = Counter()
        self._seconds: list[int] = [0] * (len(_BOUNDS) + 1)
        self._sum = 0.0

    def answered(self, route: str, status: int, seconds: float) -> None:
        """One request was answered, its last byte included."""
        self.statuses[route, status] += 1
        self._sum += seconds
        self._seconds[bisect_left(_BOUNDS, seconds)] += 1

    def refused(self, status: int) -> None:
        """A connection was closed before it had made a request."""
        self.statuses["connection", status] += 1

    def text(self, engine: Engine) -> str:
        """All figures."""
        lines: list[str] = []
        for name, kind, told, samples in self._families(engine):
            lines += [f"# HELP kg_{name} {told}", f"# TYPE kg_{name} {kind}"]
            lines += [f"kg_{name}{labels} {value:g}" for labels, value in samples]
        return "\n".join(lines) + "\n"

    def _families(self, engine: Engine) -> Iterator[tuple[str, str, str, list[tuple[str, float]]]]:
        pool, cache = engine.pool, engine.cache
        requests = [(f'{{route="{r}",status="{s}"}}', float(n)) for (r, s), n in sorted(self.statuses.items())]
        requests.append(('{route="repeated",status="200"}', float(self.repeated)))
        yield "requests_total", "counter", "Requests answered.", requests
        yield "request_seconds", "histogram", "Seconds from the head of a request to its last byte.", self._histogram()
        yield "connections", "gauge", "Connections open.", [("", self.connections)]
        yield "workers_idle", "gauge", "Workers that wait for a query.", [("", pool.idle)]
        yield "workers_alive", "gauge", "Worker processes.", [("", len(pool.pids))]
        yield "queries_waiting", "gauge", "Queries that wait for a worker.", [("", pool.waiting)]
        ended = [(f'{{cause="{cause}"}}', float(n)) for cause, n in sorted(engine.ended.items())]
        yield "queries_ended_total", "counter", "Queries ended before their end, by cause.", ended
        yield "cache_bytes", "gauge", "Bytes of answers kept.", [("", cache.size)]
        yield "cache_answers", "gauge", "Answers kept.", [("", len(cache))]
        yield "cache_hits_total", "counter", "Answers found among those kept.", [("", cache.hits)]
        yield "cache_misses_total", "counter", "Answers not found among those kept.", [("", cache.misses)]
        yield "release", "gauge", "The number of the release that is served.", [("", pool.release.number)]

    def _histogram(self) -> list[tuple[str, float]]:
        samples, total = [], 0
        for bound, count in zip((*map(str, _BOUNDS), "+Inf"), self._seconds, strict=True):
            total += count
            samples.append((f'_bucket{{le="{bound}"}}', float(total)))
        return [*samples, ("_sum", self._sum), ("_count", float(total))]
