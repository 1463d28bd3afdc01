"""Random and hostile requests to every route of a running server: none may be answered by a fault of ours.

    python -m benchmarks.routes --url http://127.0.0.1:7878 --count 20000 --seed 1

A fault is a status of 500 and above other than 503 and 504, a connection closed without an answer to a well-formed
request, or a page that holds what was sent as markup. Prints each with the seed and number that make it again; exit 1
if there is any. The known addresses of the server (its acts, texts, questions) are mixed with what is damaged.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, quote_from_bytes, urlsplit

import httpx

from benchmarks.options import command
from kg.store.questions import questions

MARK = "<xss-7f3a>"
ALLOWED = (503, 504)
_METHODS = ("GET",) * 12 + ("HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE")
_ROOMS = (
    "/", "/sparql", "/graphs", "/health", "/metrics", "/.well-known/void", "/recherche", "/recherche.json", "/def",
    "/def.ttl", "/mentions", "/questions/", "/id/", "/doc/", "/graphe/", "/texte/", "/vocabulaire/", "/static/",
    "/voisinage/", "/constructeur",
    "/reconcile", "/reconcile/suggest/entity", "/reconcile/preview", "/reconcile/properties", "/nowhere/",
)  # fmt: skip
_PARAMETERS = (
    "q", "autorite", "annee", "matiere", "issue", "objet", "tri", "page", "query", "update", "format", "graph",
    "default",
    "default-graph-uri", "named-graph-uri", "char", "id", "prefix", "queries", "extend", "type", "callback", "depuis",
    "jusqua", "numero", "acte", "elu", "nom", "seuil", "limit", "cursor", "profondeur",
)  # fmt: skip
_HOSTILE = (
    "", " ", "\0", "'", '"', "' OR 1=1 --", '" OR "" = "', MARK, f'"{MARK}', f"javascript:alert('{MARK}')", "*", "***",
    "NEAR(a b)", "a AND", "NOT", "-", "(" * 300, ")" * 300, "{" * 500, "../../etc/passwd", "..\\..\\", "%00",
    "%", "%zz",
    "\u202e\ufeff", "e\u0301" * 50, "\U0001f600", "𝔘𝔫𝔦", "9" * 400, "9" * 5000, "-1", "0", "1e999", "NaN", "2024-02-30",
    "0000-00-00",
    "2024-01-01T00:00:00Z", "0,0", "5,1", "-5,5", "0,99999999999999999999", "1,2,3", "http://[::1", "urn:x",
    "file:///etc",
    "http://127.0.0.1:22/", "SELECT * { ?s ?p ?o } LIMIT 1", "ASK {}", "SELECT", "DROP ALL",
    "SELECT * { SERVICE <x:y> {} }",
    "[]", "{}", "null", '{"q0": {"query": "x"}}', '{"q0": {"query": 1, "limit": -1}}',
    '{"ids": [null], "properties": 3}',
    "[[[[[[", '{"a":' * 200, "a" * 3000, "é" * 3000, "\r\nX-Injected: 1", "{{7*7}}", "${7*7}", "%s%s%n", "\ud800",
)  # fmt: skip
_ACCEPTS = (
    "*/*", "text/html", "text/turtle", "application/ld+json", "application/json", "text/csv", "image/png", "",
    ";;;", "q=1",
    "text/html;q=2", "text/html;q=nan", "a/b," * 500, "application/n-triples;q=0.1, text/html;q=0", MARK,
)  # fmt: skip


@dataclass(slots=True)
class Report:
    """What was answered, by status, and the faults in words."""

    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def known_addresses(url: str) -> list[str]:
    """Addresses that the server has: pages, acts, proofs, questions and their data."""
    found = [f"/questions/{known.name}{suffix}" for known in questions() for suffix in ("", ".csv", ".json", ".ttl")]
    listed = httpx.get(f"{url}/recherche", timeout=30)
    pages = re.findall(r'href="(/doc/[^"]+)"', listed.text)[:8]
    found += [page + suffix for page in pages for suffix in ("", ".ttl", ".jsonld", ".nt", "/vote")]
    for page in pages[:3]:
        shown = httpx.get(url + page, headers={"accept": "text/html"}, timeout=30).text
        found += [
            link.replace("&amp;", "&") for link in re.findall(r'href="(/(?:texte|doc|id|vocabulaire)/[^"#]+)', shown)
        ][:20]
    return found


def requests(seed: int, count: int, known: list[str]) -> Iterator[tuple[str, str, dict[str, str], bytes]]:
    """Method, target, headers and body of each request."""
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        method = chance.choice(_METHODS)
        yield method, _target(chance, known), _headers(chance, method), _body(chance) if method == "POST" else b""


def _target(chance: random.Random, known: list[str]) -> str:
    base = chance.choice(known) if known and chance.random() < 0.4 else chance.choice(_ROOMS)
    if base.endswith("/") and base != "/":
        base += "/".join(_escaped(chance) for _ in range(chance.randint(0, 4)))
    elif chance.random() < 0.2:
        at = chance.randrange(1, len(base) + 1)
        base = base[:at] + _escaped(chance) + base[at:]
    given = [f"{_name(chance)}={_escaped(chance)}" for _ in range(chance.choice((0, 1, 1, 2, 3, 8)))]
    joined = "&".join(given)
    return (base + ("&" if "?" in base else "?") * bool(joined) + joined)[:30_000]


def _name(chance: random.Random) -> str:
    return chance.choice(_PARAMETERS) if chance.random() < 0.9 else _escaped(chance)


def _escaped(chance: random.Random) -> str:
    """A hostile value, or random bytes, as an address carries it; sometimes escaped twice or not in UTF-8."""
    if chance.random() < 0.15:
        return quote_from_bytes(chance.randbytes(chance.randint(1, 40)), safe="")
    value = quote(chance.choice(_HOSTILE).encode("utf-8", "surrogatepass"), safe="")
    return quote(value, safe="") if chance.random() < 0.1 else value


def _headers(chance: random.Random, method: str) -> dict[str, str]:
    told = {"accept": chance.choice(_ACCEPTS)} if chance.random() < 0.6 else {"accept": "text/html"}
    if chance.random() < 0.1:
        told["if-none-match"] = chance.choice(('"x"', "*", 'W/"1-a-json"', ";" * 100))
    if chance.random() < 0.1:
        told["range"] = chance.choice(("bytes=0-10", "bytes=-1", "bytes=9-1", "bytes=a-b", "bytes=0-0,5-6," * 50))
    if method == "POST":
        kinds = (
            "application/x-www-form-urlencoded",
            "application/sparql-query",
            "application/json",
            "multipart/form-data",
            "x",
        )
        told["content-type"] = chance.choice(kinds)
    return told


def _body(chance: random.Random) -> bytes:
    if chance.random() < 0.5:
        return "&".join(f"{_name(chance)}={_escaped(chance)}" for _ in range(chance.randint(0, 4))).encode()
    return chance.choice(_HOSTILE).encode("utf-8", "surrogatepass") + chance.randbytes(chance.randint(0, 20))


def attack(url: str, seed: int, count: int) -> Report:
    """Send the requests one after the other."""
    report, known = Report(), known_addresses(url)
    where = urlsplit(url)
    with httpx.Client(timeout=60) as client:
        for number, (method, target, headers, body) in enumerate(requests(seed, count, known)):
            address = httpx.URL(
                scheme=where.scheme, host=where.hostname, port=where.port, raw_path=target.encode("ascii")
            )
            asked = f"seed {seed} request {number}: {method} {target[:200]}"
            try:
                answer = client.request(method, address, headers=headers, content=body)
            except httpx.HTTPError as fault:
                report.faults.append(f"{asked}: {type(fault).__name__} {fault}")
                continue
            report.statuses[answer.status_code] += 1
            if wrong := fault_of(answer):
                report.faults.append(f"{asked}: {wrong}")
    return report


def fault_of(answer: httpx.Response) -> str:
    """What is wrong with an answer; empty where nothing is."""
    if answer.status_code >= 500 and answer.status_code not in ALLOWED:
        return f"status {answer.status_code}"
    if "x-injected" in answer.headers:
        return "a header of the client's own"
    if answer.headers.get("content-type", "").startswith("text/html") and MARK in answer.text:
        return "markup of the client's own"
    return ""


def main() -> None:
    """Attack and report."""
    parser = command("routes", __doc__)
    parser.add_argument("--url", default="http://127.0.0.1:7878", help="the server")
    parser.add_argument("--count", type=int, default=20_000, help="requests")
    parser.add_argument("--seed", type=int, default=1, help="another number sends other requests")
    options = parser.parse_args()
    report = attack(options.url, options.seed, options.count)
    print(*report.faults, sep="\n")
    print(
        f"{sum(report.statuses.values())} answers: {dict(sorted(report.statuses.items()))}, {len(report.faults)} faults"
    )
    sys.exit(bool(report.faults))


if __name__ == "__main__":
    main()
