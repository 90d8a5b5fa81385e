"""Name the formats of RDF that are written: how each begins, goes on and ends."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OutputError
from kg.export.rdf.sorting import Block
from kg.export.rdf.syntax import JsonLd, NTriples, Syntax, Turtle, prefixes


@dataclass(frozen=True, slots=True)
class Format:
    """Hold what tells a format from another; `layout` joins head, sorted blocks and end to one text."""

    name: str
    suffix: str
    syntax: Callable[[str], Syntax]
    layout: Callable[[str, Iterable[Block]], Iterator[str]]
    by_article: bool = False


def _turtle_head(base: str) -> str:
    return "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes(base).items())


def _turtle(base: str, blocks: Iterable[Block]) -> Iterator[str]:
    yield _turtle_head(base)
    for _, _, text in blocks:
        yield "\n" + text


def _ntriples(base: str, blocks: Iterable[Block]) -> Iterator[str]:
    for _, _, text in blocks:
        yield text


def _trig(base: str, blocks: Iterable[Block]) -> Iterator[str]:
    yield _turtle_head(base)
    syntax, current = Turtle(base), ""
    for key, _, text in blocks:
        within = key.partition("\t")[0] if "\t" in key else ""
        if within != current:
            yield "}\n" if current else ""
            yield f"\n{syntax.resource(within)} {{\n" if within else ""
            current = within
        yield "\n" + text
    yield "}\n" if current else ""


def _jsonld(base: str, blocks: Iterable[Block]) -> Iterator[str]:
    context = json.dumps(prefixes(base), ensure_ascii=False)
    yield f'{{"@context":{context},\n"@graph":[\n'
    mark = ""
    for _, _, text in blocks:
        yield mark + text
        mark = ",\n"
    yield "\n]}\n"


FORMATS = {
    found.name: found
    for found in (
        Format("turtle", ".ttl", Turtle, _turtle),
        Format("ntriples", ".nt", NTriples, _ntriples),
        Format("trig", ".trig", Turtle, _trig, by_article=True),
        Format("jsonld", ".jsonld", JsonLd, _jsonld),
    )
}


def format_of(path: Path | None, name: str | None) -> Format:
    """Find the format by its name, else by the file name before `.gz`, else Turtle.

    Raises `kg.errors.OutputError` for a format that is not known.
    """
    suffix = "" if path is None else Path(path.name.removesuffix(".gz")).suffix
    for found in FORMATS.values():
        if name == found.name or (name is None and suffix == found.suffix):
            return found
    if name is None and path is None:
        return FORMATS["turtle"]
    known = ", ".join(f"{found.name} ({found.suffix})" for found in FORMATS.values())
    raise OutputError(f"{name or suffix or 'no suffix'} is no format of RDF", advice=f"one of {known}, each with .gz")
