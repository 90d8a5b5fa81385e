"""Put a file into a triplestore: a staging graph in batches, a count, then one MOVE onto the graph."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

import httpx
import pyoxigraph as ox

from kg.errors import DataError
from kg.stores.credentials import authentication
from kg.stores.endpoints import Endpoints, endpoints, moves_at_once
from kg.stores.files import open_file
from kg.stores.queries import table

BATCH = 50_000
"""Triples that are sent in one request."""
TRIES = 3
_NO_MOVE = frozenset({400, 404, 405, 415, 501})
TIMEOUT = 120.0
"""Seconds after which a store that is silent is given up."""
_COUNT = "SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
Progress = Callable[[Iterable[bytes], int], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Loaded:
    """Tell what was loaded: triples, those of them that an earlier try had sent, and whether the MOVE was one step."""

    triples: int
    resumed: int
    at_once: bool


@dataclass(frozen=True, slots=True)
class _Store:
    client: httpx.Client
    at: Endpoints


def load(
    path: str | os.PathLike[str],
    url: str,
    *,
    graph: str,
    query_url: str | None = None,
    update_url: str | None = None,
    by_update: bool = False,
    batch: int = BATCH,
    timeout: float = TIMEOUT,
    progress: Progress = lambda batches, _: batches,
    transport: httpx.BaseTransport | None = None,
) -> Loaded:
    """Replace a graph of a store by a file.

    `url` is that of the SPARQL 1.1 Graph Store Protocol; `by_update` sends the triples by INSERT DATA instead.
    User and password come from the environment or a netrc file (see `kg.stores.credentials`). The staging graph is
    named after the content, so that a load that broke off goes on where the store's count says. Until the MOVE the
    old graph is as it was. Raises `InputError` or `DataError` for a file, `DataError` for a store that fails.
    """
    lines = _triples(path)
    staging = f"{graph}#staging-{_digest(lines, batch)}"
    with httpx.Client(timeout=timeout, transport=transport) as client:
        if auth := authentication(client, url):
            client.auth = auth
        store = _Store(client, endpoints(url, query=query_url, update=update_url))
        sent = _sent(store, staging, len(lines), batch)
        batches = [lines[at : at + batch] for at in range(sent, len(lines), batch)]
        for body in progress(("".join(part).encode() for part in batches), len(batches)):
            _put(store, staging, body, by_update=by_update)
        _counted(store, staging, len(lines))
        answer = _moved(store, staging, graph)
        _counted(store, graph, len(lines))
    return Loaded(len(lines), sent, moves_at_once(answer.headers.get("Server", ""), url))


def _triples(path: str | os.PathLike[str]) -> list[str]:
    store = open_file(path)
    if not len(store) or any(quad.graph_name != ox.DefaultGraph() for quad in store):
        raise DataError("holds named graphs or nothing", where=str(path), advice="load Turtle or N-Triples")
    return sorted(f"{quad.triple} .\n" for quad in store)


def _digest(lines: Iterable[str], batch: int) -> str:
    found = hashlib.sha256(str(batch).encode())
    for line in lines:
        found.update(line.encode())
    return found.hexdigest()[:16]


def _sent(store: _Store, staging: str, total: int, batch: int) -> int:
    """Give how many triples an earlier try has sent for sure: whole batches, in their order.

    A count that cannot be of these batches is that of somebody else's triples: the staging graph is emptied.
    """
    held = _count(store, staging)
    if held > total:
        _checked(_request(store.client, "DELETE", store.at.graphs, params={"graph": staging}), store.at.graphs)
        return 0
    return held if held == total else held // batch * batch


def _put(store: _Store, graph: str, body: bytes, *, by_update: bool) -> None:
    """Send one batch; to send the same triples again does no harm."""
    if by_update:
        text = f"INSERT DATA {{ GRAPH <{graph}> {{\n{body.decode()}}} }}"
        headers = {"Content-Type": "application/sparql-update"}
        _checked(_request(store.client, "POST", store.at.update, text.encode(), headers), store.at.update)
        return
    headers, where = {"Content-Type": "application/n-triples"}, {"graph": graph}
    _checked(_request(store.client, "POST", store.at.graphs, body, headers, params=where), store.at.graphs)


def _moved(store: _Store, staging: str, graph: str) -> httpx.Response:
    """Send the MOVE once: one that was done but not answered must not be done again."""
    text, url = f"MOVE GRAPH <{staging}> TO GRAPH <{graph}>".encode(), store.at.update
    answer = _request(store.client, "POST", url, text, {"Content-Type": "application/sparql-update"}, tries=1)
    if answer.status_code in _NO_MOVE:
        what = f"refuses MOVE ({answer.status_code}); all triples are in <{staging}>, <{graph}> is as it was"
        raise DataError(what, where=url, advice="give --update-url or move the graph by the store's own means")
    return _checked(answer, url)


def _counted(store: _Store, graph: str, expected: int) -> None:
    held = _count(store, graph)
    if held != expected:
        raise DataError(f"<{graph}> should hold {expected} triples, the store counts {held}", where=store.at.query)


def _count(store: _Store, graph: str) -> int:
    url = store.at.query
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/sparql-results+json"}
    body = urlencode({"query": _COUNT.format(graph=graph)}).encode()
    answer = _checked(_request(store.client, "POST", url, body, headers), url)
    rows = table(answer.content, where=url).rows
    if len(rows) != 1 or not str(rows[0][0]).isdecimal():
        raise DataError(f"should count the triples of <{graph}>, it answers {rows}", where=url)
    return int(str(rows[0][0]))


def _request(
    client: httpx.Client,
    method: str,
    url: str,
    content: bytes | None = None,
    headers: dict[str, str] | None = None,
    *,
    params: dict[str, str] | None = None,
    tries: int = TRIES,
) -> httpx.Response:
    for left in reversed(range(tries)):
        try:
            return client.request(method, url, params=params, content=content, headers=headers)
        except httpx.HTTPError as error:
            if not left:
                what = f"gave no whole answer: {error or type(error).__name__}"
                raise DataError(what, where=url, advice="run it again: it goes on where it stopped") from error
    raise AssertionError


def _checked(answer: httpx.Response, url: str) -> httpx.Response:
    if answer.status_code in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        advice = "set KG_STORE_USER and KG_STORE_PASSWORD, or name the host in ~/.netrc"
        raise DataError(f"refuses this user ({answer.status_code})", where=url, advice=advice)
    if not answer.is_success:
        raise DataError(f"answered {answer.status_code}: {' '.join(answer.text.split())[:200]}", where=url)
    return answer
