"""The attacks: each a way to ask, and the statuses that show that a limit ended it."""

from urllib.parse import urlencode

from benchmarks.attacking import (
    HEAVY,
    Attack,
    asking,
    crowding,
    dripping,
    each,
    fetch,
    flood,
    idle,
    leaving,
    pipelined,
    post,
    pretend,
    raw,
    together,
    turning,
    unread,
)

_ENDED = frozenset({503, 504})
_REFUSED = frozenset({400, 403, 413})
_ANSWERED = frozenset({200})

_DOUBLING = "SELECT (STRLEN(?v34) AS ?n) { BIND('xxxxxxxxxxxxxxxx' AS ?v0) "
_DOUBLING += " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(34)) + " }"
_BGP = " ".join(f"?s{n} ?p{n} ?s{n + 1} ." for n in range(500))
_VALUES = "VALUES ?v { " + "1 " * 95_000 + "}"
_UPDATES = ["INSERT DATA { <a:a> <a:b> <a:c> }", "DELETE WHERE { ?s ?p ?o }", "CLEAR ALL", "DROP ALL"]
_UPDATES += ["LOAD <http://127.0.0.1/>", "LOAD <file:///etc/passwd>", "WITH <a:g> DELETE { ?s ?p 1 } WHERE { ?s ?p 1 }"]
_CALLS = ["http://127.0.0.1:22/", "http://localhost/", "http://[::1]/", "file:///etc/passwd", "http://169.254.169.254/"]
_DISGUISED = ["ASK{SERVICE<http://127.0.0.1/>{}}", "ASK{FILTER(1<2)SERVICE#>\n<http://127.0.0.1/>{}}"]
_DISGUISED += ["ASK{\\u0053ERVICE <http://127.0.0.1/>{}}", "PREFIX : <http://127.0.0.1/> ASK{1SERVICE:a{}}"]
_PRODUCT = f"SELECT * {{ VALUES ?a {{ {'1 ' * 20_000} }} VALUES ?b {{ {'1 ' * 20_000} }} }} ORDER BY ?a"
_BOMB = f"SELECT (COUNT(*) AS ?n) {{ {HEAVY} FILTER(REGEX(STR(?a), '(a*)*(b|c+)+(.{{1,500}}){{1,500}}$')) }}"
_SMUGGLED = (
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x"
)
_ACCEPTS = ["*/*;q=2", ",".join(["a/b"] * 5000), "text/csv;q=NaN", "\xff/\xfe", "a" * 30_000, ";;;,,,==", "text/*;q=9"]
_PATHS = ["/static/../../etc/passwd", "/static/%2e%2e/%2e%2e/etc/passwd", "/static//etc/passwd", "/questions/../app"]
_PATHS += ["/questions/%2e%2e%2fapp", "/questions/<script>.csv", "/questions/a%00b", "/questions/x?depuis='%20}%20DROP"]


def _doors(update: str) -> tuple[bytes, ...]:
    """Every way to send an update."""
    direct = raw(update.encode(), "application/sparql-update")
    return post(update), post(update, field="update"), direct, fetch("/sparql?" + urlencode({"update": update}))


ATTACKS = (
    Attack("cartesian COUNT", asking(f"SELECT (COUNT(*) AS ?n) {{ {HEAVY} }}"), _ENDED),
    Attack("unbounded ORDER BY", asking(f"SELECT * {{ {HEAVY} }} ORDER BY ?b ?d"), _ENDED),
    Attack("DISTINCT of a product", asking(f"SELECT DISTINCT * {{ {HEAVY} }}"), frozenset({0, *_ENDED}), quick=False),
    Attack("20,000 nested braces", asking("SELECT * " + "{" * 20_000 + "}" * 20_000), _REFUSED),
    Attack("100,000 parentheses", asking("ASK { FILTER(" + "(" * 90_000 + "1" + ")" * 90_000 + ") }"), _REFUSED),
    Attack("100,000 negations", asking("ASK { FILTER(" + "!" * 100_000 + "true) }"), _REFUSED),
    Attack("50,000-step path", asking("ASK { ?s " + "/".join(["a"] * 50_000) + " ?o }"), _REFUSED),
    Attack("nested path groups", asking("ASK { ?s " + "(" * 5000 + "a" + ")*" * 5000 + " ?o }"), _REFUSED),
    Attack("20,000-branch UNION", asking("ASK { " + "UNION".join(["{}"] * 20_000) + " }"), _REFUSED),
    Attack("20,000 OPTIONAL", asking("ASK { " + "OPTIONAL{} " * 18_000 + " }"), _REFUSED),
    Attack("500-triple pattern", asking(f"SELECT * {{ {_BGP} }} LIMIT 1"), _ENDED | _ANSWERED | {400}, quick=False),
    Attack("VALUES of 95,000", asking(f"SELECT (COUNT(*) AS ?n) {{ {_VALUES} }}"), _ANSWERED | _ENDED),
    Attack("product of two VALUES", asking(_PRODUCT), _ENDED),
    Attack("VALUES of 200,000", asking("SELECT * { VALUES ?v { " + "1 " * 200_000 + "} }"), _REFUSED),
    Attack("string doubling", asking(_DOUBLING), _ENDED),
    Attack("GROUP_CONCAT of a product", asking(f"SELECT (GROUP_CONCAT(STR(?a)) AS ?n) {{ {HEAVY} }}"), _ENDED),
    Attack("regex bomb", asking(_BOMB), _ENDED | {200, 400}),
    Attack("path closure", asking(f"SELECT (COUNT(*) AS ?n) {{ ?a (!<a:x>|^!<a:y>)* ?b . {HEAVY} }}"), _ENDED),
    Attack(
        "SERVICE to inner hosts",
        each([post(f"SELECT * {{ SERVICE <{host}> {{ ?s ?p ?o }} }}") for host in _CALLS]),
        frozenset({403}),
    ),
    Attack("SERVICE in disguise", each([post(q) for q in _DISGUISED]), frozenset({403})),
    Attack("FROM a remote graph", each([post(f"ASK FROM <{host}> {{ ?s ?p ?o }}") for host in _CALLS]), _ANSWERED),
    Attack(
        "updates by every door", each([request for update in _UPDATES for request in _doors(update)]), frozenset({403})
    ),
    Attack(
        "writing methods",
        each([fetch("/sparql").replace(b"GET", method) for method in (b"PUT", b"DELETE", b"PATCH", b"TRACE", b"FOO")]),
        frozenset({400, 405}),
    ),
    Attack("body of 50 MB", each([raw(b"x" * 50_000_000, "application/sparql-query")]), frozenset({0, 413})),
    Attack("body of 200 MB in chunks", lambda target: [flood(target, 200)], frozenset({0, 413})),
    Attack(
        "body shorter than it says",
        dripping(raw(b"ASK", "application/sparql-query", length=900), b" "),
        frozenset({408}),
    ),
    Attack(
        "slow heads", dripping(b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: x\r\n", b"X-A: b\r\n"), frozenset({408})
    ),
    Attack(
        "giant addresses",
        each([fetch("/sparql?query=" + "a" * size) for size in (70_000, 300_000, 5_000_000)]),
        frozenset({0, 414, 431}),
    ),
    Attack(
        "giant and many headers",
        each([fetch("/health", "X: " + "a" * 200_000 + "\r\n"), fetch("/health", "X: a\r\n" * 20_000)]),
        frozenset({0, 431}),
    ),
    Attack(
        "not HTTP",
        each(
            [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\r\n" * 4, b"GET\r\n\r\n", b"\x00" * 100 + b"\r\n\r\n"]
        ),
        frozenset({0, 400}),
    ),
    Attack("smuggling", each([_SMUGGLED]), frozenset({0, 400, 415})),
    Attack(
        "odd Accept",
        each([fetch("/sparql?query=ASK%7B%7D", f"Accept: {accept}\r\n") for accept in _ACCEPTS]),
        frozenset({200, 400, 406}),
    ),
    Attack("traversal and injection", each([fetch(path) for path in _PATHS]), frozenset({400, 404})),
    Attack("500 pipelined requests", pipelined, _ANSWERED),
    Attack(
        "200 heavy queries at once",
        together(200, post(f"SELECT (COUNT(*) AS ?n) {{ {HEAVY} }}")),
        _ENDED | {429},
        quick=False,
    ),
    Attack(
        "200 heavy sorts at once",
        together(200, post(f"SELECT * {{ {HEAVY} }} ORDER BY ?d")),
        _ENDED | {429},
        quick=False,
    ),
    Attack("400 idle connections", lambda target: idle(target, 400), frozenset({200, 429})),
    Attack("clients that leave", leaving(12, half=False), _ANSWERED),
    Attack("half-closed clients", leaving(12, half=True), _ANSWERED),
    Attack("clients that do not read", unread, _ANSWERED),
    Attack("look-ups that are not", pretend, _ENDED | _ANSWERED, quick=False),
    Attack("look-ups that become others", turning, _ENDED | _ANSWERED, quick=False),
    Attack("a crowd of look-ups", crowding, _ENDED | _ANSWERED | {429}),
)
