"""Ask a file or an endpoint by SPARQL, by the user's own query or a packaged one."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, cast

import httpx
import pyoxigraph as ox

from kg.errors import DataError, InputError
from kg.stores.files import open_file

FOLDER = files("kg") / "data" / "queries"
TIMEOUT = 60.0
"""Seconds after which an endpoint that is silent is given up."""
_ACCEPT = "application/sparql-results+json"


@dataclass(frozen=True, slots=True)
class Query:
    """Hold a packaged query: its name, its question in Chinese and English, its columns, its text."""

    name: str
    zh: str
    en: str
    columns: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Hold an answer: the names of the columns, and rows of strings, None where nothing is bound."""

    columns: tuple[str, ...]
    rows: list[tuple[str | None, ...]]


def packaged() -> dict[str, Query]:
    """Give the packaged queries by name, sorted."""
    found = sorted((item for item in FOLDER.iterdir() if item.name.endswith(".rq")), key=lambda item: item.name)
    return {query.name: query for query in (_read(item.name[:-3], item.read_text("utf-8")) for item in found)}


def _read(name: str, text: str) -> Query:
    head = dict(re.findall(r"^# (zh|en|columns): (.+)$", text, re.M))
    return Query(name, head["zh"], head["en"], tuple(head["columns"].split()), text)


def named(name: str) -> Query:
    """Give a packaged query; raises `InputError` for a name that isn't there."""
    known = packaged()
    if name in known:
        return known[name]
    raise InputError(f"there is no packaged query {name!r}", advice=f"one of {', '.join(known)}")


def ask(target: str, sparql: str, *, timeout: float = TIMEOUT) -> Rows:
    """Run a SELECT or ASK over a file of RDF or, by http or https, an endpoint.

    All named graphs of a file count as one. Raises `InputError` for a target that can't be read and
    `DataError` for a query that is wrong or an answer that is cut off, late or no answer.
    """
    if re.match(r"https?://", target):
        return table(_remote(target, sparql, timeout), where=target)
    return table(select(open_file(target), sparql), where=target)


def select(store: ox.Store, sparql: str) -> bytes:
    """Run a SELECT or ASK over a store and give the answer in SPARQL's JSON."""
    try:
        answer = store.query(sparql, use_default_graph_as_union=True)
        if isinstance(answer, ox.QueryTriples):
            raise DataError("the query asks for triples", advice="ask by SELECT or ASK")
        return cast(bytes, answer.serialize(format=ox.QueryResultsFormat.JSON))
    except (SyntaxError, ValueError, RuntimeError) as error:
        raise DataError(f"the query is wrong: {' '.join(str(error).split())}") from error


def _remote(url: str, sparql: str, timeout: float) -> bytes:
    try:
        answer = httpx.post(url, data={"query": sparql}, headers={"Accept": _ACCEPT}, timeout=timeout)
    except httpx.HTTPError as error:
        raise DataError(f"gave no whole answer: {error or type(error).__name__}", where=url) from error
    if answer.status_code != httpx.codes.OK:
        raise DataError(f"answered {answer.status_code}: {' '.join(answer.text.split())[:200]}", where=url)
    return answer.content


def table(answer: bytes, *, where: str) -> Rows:
    """Read an answer in SPARQL's JSON; raises `DataError` for anything else."""
    try:
        read: dict[str, Any] = json.loads(answer)
        if "boolean" in read:
            return Rows(("answer",), [(str(read["boolean"]).lower(),)])
        columns = tuple(read["head"]["vars"])
        rows = [tuple(row.get(name, {}).get("value") for name in columns) for row in read["results"]["bindings"]]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError("answered with something else than SPARQL results in JSON", where=where) from error
    return Rows(columns, rows)
