"""Put a file into a triplestore: a staging graph in batches, a count, then one MOVE onto the graph."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice

import httpx
import pyoxigraph as ox

from kg.errors import DataError
from kg.stores.files import open_file
from kg.stores.queries import table

BATCH = 50_000
"""Triples that are sent in one request."""
TRIES = 3
TIMEOUT = 120.0
_COUNT = "SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"


def load(
    path: str | os.PathLike[str],
    url: str,
    *,
    graph: str,
    query_url: str,
    update_url: str,
    batch: int = BATCH,
    transport: httpx.BaseTransport | None = None,
) -> int:
    """Replace a graph of a store by a file and give the number of its triples.

    `url` is that of the SPARQL 1.1 Graph Store Protocol. User and password come from the environment,
    KG_STORE_USER and KG_STORE_PASSWORD (KG_STORE_AUTH=digest for digest). Until the MOVE the old graph is
    as it was. Raises `InputError` or `DataError` for a file, and `DataError` for a store, that doesn't do it.
    """
    store, staging = open_file(path), f"{graph}#staging"
    named = [quad for quad in store if quad.graph_name != ox.DefaultGraph()]
    if named or not len(store):
        raise DataError("holds named graphs or nothing", where=str(path), advice="load Turtle or N-Triples")
    with httpx.Client(auth=_auth(), timeout=TIMEOUT, transport=transport) as client:
        _send(client, "DELETE", url, graph=staging, missing=True)
        for body in _batches(store, batch):
            _send(client, "POST", url, graph=staging, body=body)
        _counted(client, query_url, staging, len(store))
        _update(client, update_url, f"MOVE GRAPH <{staging}> TO GRAPH <{graph}>")
        _counted(client, query_url, graph, len(store))
    return len(store)


def _auth() -> httpx.Auth | None:
    user, password = os.environ.get("KG_STORE_USER"), os.environ.get("KG_STORE_PASSWORD", "")
    if user is None:
        return None
    digest = os.environ.get("KG_STORE_AUTH") == "digest"
    return httpx.DigestAuth(user, password) if digest else httpx.BasicAuth(user, password)


def _batches(store: ox.Store, size: int) -> Iterator[bytes]:
    quads = iter(store)
    while part := list(islice(quads, size)):
        yield "".join(f"{quad.triple} .\n" for quad in part).encode()


def _send(
    client: httpx.Client, method: str, url: str, *, graph: str, body: bytes | None = None, missing: bool = False
) -> None:
    """Send a request of the Graph Store Protocol; to send the same triples again does no harm."""
    headers = {"Content-Type": "application/n-triples"} if body is not None else {}
    answer = _request(client, method, url, tries=TRIES, params={"graph": graph}, content=body, headers=headers)
    if not (missing and answer.status_code == httpx.codes.NOT_FOUND):
        _checked(answer, url)


def _update(client: httpx.Client, url: str, text: str) -> None:
    """Send an update once: a MOVE that was done but not answered must not be done again."""
    headers = {"Content-Type": "application/sparql-update"}
    _checked(_request(client, "POST", url, tries=1, content=text.encode(), headers=headers), url)


def _counted(client: httpx.Client, url: str, graph: str, expected: int) -> None:
    headers = {"Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json"}
    text = _COUNT.format(graph=graph).encode()
    answer = _checked(_request(client, "POST", url, tries=TRIES, content=text, headers=headers), url)
    rows = table(answer.content, where=url).rows
    if rows != [(str(expected),)]:
        raise DataError(f"<{graph}> should hold {expected} triples, the store counts {rows}", where=url)


def _request(
    client: httpx.Client,
    method: str,
    url: str,
    *,
    tries: int,
    content: bytes | None,
    headers: dict[str, str],
    params: dict[str, str] | None = None,
) -> httpx.Response:
    for left in reversed(range(tries)):
        try:
            return client.request(method, url, params=params, content=content, headers=headers)
        except httpx.HTTPError as error:
            if not left:
                raise DataError(f"gave no whole answer: {error or type(error).__name__}", where=url) from error
    raise AssertionError


def _checked(answer: httpx.Response, url: str) -> httpx.Response:
    if answer.status_code in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        raise DataError(
            f"refuses this user ({answer.status_code})", where=url, advice="set KG_STORE_USER, KG_STORE_PASSWORD"
        )
    if not answer.is_success:
        raise DataError(f"answered {answer.status_code}: {' '.join(answer.text.split())[:200]}", where=url)
    return answer
