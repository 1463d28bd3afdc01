"""Answers that are kept, shared fairly, compressed, cut after so many rows, and counted."""

import asyncio
import gzip
import io
import json
import socket
import threading
import time
from xml.etree import ElementTree

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, Store

from kg.serve.cache import Cache, Kept
from kg.serve.protocol.problems import Problem
from kg.serve.protocol.visit import LeftError, Visit, client_of
from kg.serve.workers.rows import Rows
from kg.serve.workers.turns import Limits, Turns
from tests.serve.conftest import EX, Server, make_release
from tests.serve.test_protocol import ONE

ALL = f"SELECT ?a ?n {{ ?a <{EX}numero> ?n }}"


def figure(server: Server, name: str) -> float:
    lines = httpx.get(f"{server.url}/metrics").text.splitlines()
    return sum(float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(name))


def test_the_same_query_written_otherwise_is_found_again(server: Server) -> None:
    first = server.ask(ONE + " # une fois")
    hits = figure(server, "kg_cache_hits_total")
    assert server.ask(ONE.replace(" WHERE", "\n\tWHERE ")).content == first.content
    assert httpx.post(server.sparql, data={"query": ONE}).json() == first.json()
    assert figure(server, "kg_cache_hits_total") >= hits + 2


def test_a_connection_repeats_an_answer_whole_and_in_order(server: Server) -> None:
    queries = [f"SELECT ?n {{ <{EX}a{n}> <{EX}numero> ?n }}" for n in (1, 2) * 4]
    with httpx.Client() as client:
        found = [client.get(server.sparql, params={"query": query}) for query in queries]
    values = [answer.json()["results"]["bindings"][0]["n"]["value"] for answer in found]
    assert values == ["1", "2"] * 4
    assert all("date" in answer.headers for answer in found)
    assert figure(server, 'kg_requests_total{route="repeated"') > 0


def test_pipelined_requests_are_answered_in_order(server: Server) -> None:
    one = httpx.Request("GET", server.sparql, params={"query": f"SELECT ?n {{ <{EX}a7> <{EX}numero> ?n }}"}).url
    two = httpx.Request("GET", server.sparql, params={"query": f"SELECT ?n {{ <{EX}a8> <{EX}numero> ?n }}"}).url
    heads = [b"GET " + url.raw_path + b" HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\n\r\n" for url in (one, two, one)]
    with socket.create_connection((one.host, one.port or 80), 10) as connection:
        connection.sendall(heads[0])
        connection.sendall(heads[1] + heads[2])
        held = b""
        while held.count(b"n\r\n7\r\n") < 2:
            held += connection.recv(65536)
    bodies = [part.partition(b"\r\n\r\n")[2] for part in held.split(b"HTTP/1.1 200 OK\r\n")[1:]]
    assert bodies == [b"n\r\n7\r\n", b"n\r\n8\r\n", b"n\r\n7\r\n"]


def test_what_changes_at_each_asking_is_not_kept(server: Server) -> None:
    query = "SELECT (STRUUID() AS ?id) {}"
    assert server.ask(query).text != server.ask(query).text


def test_long_answers_are_compressed_for_who_reads_it(server: Server) -> None:
    plain = httpx.get(server.sparql, params={"query": ALL}, headers={"accept-encoding": "identity"})
    for _ in range(2):
        packed = httpx.get(server.sparql, params={"query": ALL}, headers={"accept-encoding": "gzip"})
        assert packed.headers["content-encoding"] == "gzip"
        assert "Accept-Encoding" in packed.headers["vary"]
        assert packed.content == plain.content
    assert "content-encoding" not in plain.headers
    assert "content-encoding" not in server.ask("ASK {}").headers
    with httpx.stream("GET", server.sparql, params={"query": ALL}, headers={"accept-encoding": "gzip"}) as raw:
        assert gzip.decompress(b"".join(raw.iter_raw())) == plain.content


def test_fifty_requests_a_second_go_on_through_a_change_of_release(server: Server) -> None:
    statuses: list[int] = []
    labels: set[str] = set()
    stop = threading.Event()

    def ask() -> None:
        with httpx.Client() as client:
            number = 0
            while not stop.wait(0.02):
                number += 1
                light = number % 2
                text = ONE if light else f"SELECT (COUNT(*) AS ?n) (SAMPLE(?t) AS ?t) {{ <{EX}a0> <{EX}titre> ?t }}"
                answer = client.get(server.sparql, params={"query": f"{text} LIMIT {number}"}, timeout=30)
                statuses.append(answer.status_code)
                labels.update(row["t"]["value"] for row in answer.json()["results"]["bindings"])

    thread = threading.Thread(target=ask)
    thread.start()
    time.sleep(1)
    make_release(server.store, 8, "Acte huit")
    until = time.monotonic() + 30
    while "Acte huit" not in labels and time.monotonic() < until:
        time.sleep(0.1)
    time.sleep(1.5)
    (server.store / "current").write_text("1\n")
    time.sleep(2.5)
    stop.set()
    thread.join()
    assert set(statuses) == {200}
    assert labels == {"Acte d'essai", "Acte huit"}
    assert len(statuses) > 60


def test_the_least_asked_leave_a_full_cache() -> None:
    cache = Cache(64_000)
    for number in range(100):
        cache.put(number, Kept((), bytes(1000), 1000))
        cache.remember(b"%d" % number, number)
        cache.get(0)
    assert cache.size <= 64_000
    assert cache.get(0) is not None
    assert cache.recall(b"99") is not None
    assert cache.get(1) is None
    assert cache.recall(b"1") is None
    cache.put("long", Kept((), bytes(50_000), 50_000))
    assert cache.get("long") is None
    cache.clear()
    assert cache.size == 0


def test_one_client_leaves_room_for_another_and_the_queue_has_an_end() -> None:
    async def scene() -> None:
        turns: Turns[int] = Turns(Limits(share=2, queue=4, patience=5.0))
        for thing in (1, 2, 3):
            turns.put(thing)
        greedy = Visit("greedy")
        assert {await turns.take(greedy), await turns.take(greedy)} == {3, 2}
        waiting = [asyncio.create_task(turns.take(Visit("greedy"))) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(Problem, match="429"):
            await turns.take(greedy)
        assert await turns.take(Visit("other")) == 1
        others = [asyncio.create_task(turns.take(Visit(f"o{n}"))) for n in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(Problem, match="503"):
            await turns.take(Visit("late"))
        turns.put(1)
        turns.done("other")
        assert await others[0] == 1
        turns.put(2)
        assert await others[1] == 2
        turns.put(3)
        turns.done("greedy")
        assert await waiting[0] == 3
        waiting[1].cancel()

    asyncio.run(scene())


def test_who_leaves_the_queue_is_not_served() -> None:
    async def scene() -> None:
        turns: Turns[int] = Turns(Limits(share=1, queue=4, patience=0.05))
        visit = Visit("a")
        waiting = asyncio.create_task(turns.take(visit))
        await asyncio.sleep(0)
        visit.leave()
        with pytest.raises(LeftError):
            await waiting
        with pytest.raises(Problem, match="503"):
            await turns.take(Visit("b"))
        turns.put(1)
        assert turns.waiting == 0
        assert turns.free == 1

    asyncio.run(scene())


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", ""),
    ],
)
def test_a_subscriber_is_one_client(address: str, client: str) -> None:
    assert client_of(address) == client


def answer_in(form: QueryResultsFormat, count: int) -> bytes:
    store = Store()
    for number in range(count):
        store.add(Quad(NamedNode(f"{EX}{number}"), NamedNode(f"{EX}p"), Literal('x"}},{"y\r\n</result><result>')))
    solutions = store.query("SELECT ?o ?s { ?s ?p ?o }")
    assert isinstance(solutions, QuerySolutions)
    return solutions.serialize(format=form) or b""


def cut(form: str, content: bytes, most: int, step: int) -> tuple[bytes, bool]:
    rows = Rows(form, most)
    kept = b"".join(rows.through(content[at : at + step]) for at in range(0, len(content), step))
    return kept + rows.finish(), rows.cut


@pytest.mark.parametrize("step", [1, 2, 3, 7, 64, 8192])
@pytest.mark.parametrize("most", [1, 2, 5])
def test_an_answer_is_cut_after_a_whole_row(most: int, step: int) -> None:
    found, was_cut = cut("json", answer_in(QueryResultsFormat.JSON, 4), most, step)
    assert (len(json.loads(found)["results"]["bindings"]), was_cut) == (min(most, 4), most < 4)
    assert json.loads(found).get("truncated", False) is (most < 4)
    found, was_cut = cut("xml", answer_in(QueryResultsFormat.XML, 4), most, step)
    rows = ElementTree.fromstring(found).iter("{http://www.w3.org/2005/sparql-results#}result")
    assert (len(list(rows)), was_cut) == (min(most, 4), most < 4)
    found, was_cut = cut("csv", answer_in(QueryResultsFormat.CSV, 4), most, step)
    assert (found.count(f"{EX}".encode()), was_cut) == (min(most, 4), most < 4)
    found, was_cut = cut("tsv", answer_in(QueryResultsFormat.TSV, 4), most, step)
    assert (len(io.BytesIO(found).readlines()), was_cut) == (min(most, 4) + 1, most < 4)


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_an_answer_with_just_as_many_rows_is_whole(form: str) -> None:
    forms = {"json": QueryResultsFormat.JSON, "xml": QueryResultsFormat.XML}
    forms |= {"csv": QueryResultsFormat.CSV, "tsv": QueryResultsFormat.TSV}
    content = answer_in(forms[form], 3)
    assert cut(form, content, 3, 5) == (content, False)
