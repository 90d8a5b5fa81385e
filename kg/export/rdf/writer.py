"""Write a graph as RDF: a stream sorted by IRI, the same bytes for the same graph."""

from __future__ import annotations

import gzip
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import IO, cast

import networkx as nx

from kg.errors import OutputError
from kg.export.rdf import dataset
from kg.export.rdf.blocks import Blocks
from kg.export.rdf.formats import format_of
from kg.export.rdf.names import BASE, STYLES, Style
from kg.export.rdf.pinyin import reading
from kg.export.rdf.sorting import SortedBlocks

BUFFER = 48 << 20
"""Characters of text that are held before a sorted run goes to a temporary file."""
_CHUNK = 1 << 20
LICENSE = "https://creativecommons.org/licenses/by/4.0/"


def to_rdf(
    graph: nx.MultiDiGraph[str],
    path: str | os.PathLike[str] | None = None,
    *,
    format: str | None = None,
    base: str = BASE,
    iri_style: str = "readable",
    pinyin: bool = True,
    modified: str | None = None,
    license: str | None = LICENSE,
    buffer: int = BUFFER,
) -> str | None:
    """Write a graph as Turtle, N-Triples, TriG or JSON-LD, sorted by IRI.

    Takes the graph of `kg.build`. `format` is `turtle`, `ntriples`, `trig` (a graph an article) or
    `jsonld`; by default the file name tells, and `.gz` at its end compresses. `iri_style` is `readable`
    or `ascii`. `modified` replaces the latest date of the corpus. At most `buffer` characters of text are
    held in memory. Gives the text if there is no path, else None.
    Raises `kg.errors.OutputError` for a format, base or file that can't be written.
    """
    target = None if path is None else Path(path)
    form = format_of(target, format)
    syntax = form.syntax(_checked(base))
    blocks = Blocks(
        graph, syntax, _style(iri_style), reading=reading if pinyin else _unread, by_article=form.by_article
    )
    meta = graph.graph | ({"modified": modified} if modified else {})
    with SortedBlocks(blocks, buffer=buffer) as body:
        triples = sum(count for _, count, _ in body)
        head = dataset.describe(meta, blocks.counts, triples, syntax=syntax, base=base, license=license)
        texts = form.layout(base, chain(head, body))
        if target is None:
            return "".join(texts)
        with _replaced(target) as file:
            file.writelines(_encoded(texts))
    return None


def _checked(base: str) -> str:
    if re.fullmatch(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`]+[/#]", base):
        return base
    raise OutputError(f"{base!r} can't be the base of IRIs", advice="give an absolute IRI that ends in / or #")


def _style(name: str) -> Style:
    if name in STYLES:
        return STYLES[name]
    raise OutputError(f"{name!r} is no style of IRIs", advice=f"choose one of {', '.join(STYLES)}")


def _unread(node: dict[str, object]) -> None:
    return None


def _encoded(texts: Iterable[str]) -> Iterator[bytes]:
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size > _CHUNK:
            yield "".join(held).encode()
            held, size = [], 0
    yield "".join(held).encode()


@contextmanager
def _replaced(target: Path) -> Iterator[IO[bytes]]:
    """Open a temporary file beside the target, compressed if the name says so, and put it in its place."""
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise OutputError(f"can't be written: {error.strerror}", where=str(target)) from None
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as raw:
            if target.name.endswith(".gz"):
                with gzip.GzipFile("", "wb", compresslevel=6, fileobj=raw, mtime=0) as packed:
                    yield cast(IO[bytes], packed)
            else:
                yield raw
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    except OSError as error:
        raise OutputError(f"can't be written: {error.strerror}", where=str(target)) from None
    finally:
        temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
