"""What the operator watches, in the Prometheus text format."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from kg.serve.engine import Engine
from kg.serve.workers.page import BOUNDS, Tally

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """Counts since the start. ``repeated`` requests were answered by the bytes of an earlier answer."""

    def __init__(self) -> None:
        self.connections = 0
        self.repeated = 0
        self.statuses: Counter[tuple[str, int]] = Counter()
        self._seconds: list[int] = [0] * (len(BOUNDS) + 1)
        self._sum = 0.0

    def answered(self, route: str, status: int, seconds: float) -> None:
        """One request was answered, its last byte included."""
        self.statuses[route, status] += 1
        self._sum += seconds
        self._seconds[bisect_left(BOUNDS, seconds)] += 1

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
        pool, cache, lent = engine.pool, engine.cache, engine.lane.tally
        statuses = self.statuses + Counter({("/sparql", 200): sum(lent.classes)})
        requests = [(f'{{route="{r}",status="{s}"}}', float(n)) for (r, s), n in sorted(statuses.items())]
        requests.append(('{route="repeated",status="200"}', float(self.repeated + lent.repeated)))
        yield "requests_total", "counter", "Requests answered.", requests
        yield (
            "request_seconds",
            "histogram",
            "Seconds from the head of a request to its last byte.",
            self._histogram(lent),
        )
        yield "connections", "gauge", "Connections open.", [("", self.connections)]
        yield "connections_lent", "gauge", "Connections served by a teller of look-ups.", [("", engine.lane.lent)]
        yield "workers_idle", "gauge", "Workers that wait for a query.", [("", pool.idle)]
        yield "workers_alive", "gauge", "Worker processes.", [("", len(pool.pids))]
        yield "queries_waiting", "gauge", "Queries that wait for a worker.", [("", pool.waiting)]
        ended = [(f'{{cause="{cause}"}}', float(n)) for cause, n in sorted(engine.ended.items())]
        yield "queries_ended_total", "counter", "Queries ended before their end, by cause.", ended
        yield "cache_bytes", "gauge", "Bytes of answers kept.", [("", cache.size + lent.size)]
        yield "cache_answers", "gauge", "Answers kept.", [("", len(cache) + lent.answers)]
        yield "cache_hits_total", "counter", "Answers found among those kept.", [("", cache.hits + lent.repeated)]
        yield (
            "cache_misses_total",
            "counter",
            "Answers not found among those kept.",
            [("", cache.misses + sum(lent.classes))],
        )
        yield "release", "gauge", "The number of the release that is served.", [("", pool.release.number)]

    def _histogram(self, lent: Tally) -> list[tuple[str, float]]:
        samples, total = [], 0
        for bound, here, there in zip((*map(str, BOUNDS), "+Inf"), self._seconds, lent.classes, strict=True):
            total += here + there
            samples.append((f'_bucket{{le="{bound}"}}', float(total)))
        return [*samples, ("_sum", self._sum + lent.seconds), ("_count", float(total))]
