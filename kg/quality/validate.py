"""Check a graph in RDF: syntax, shapes, links that lead nowhere, quotes that their source does not hold."""

from __future__ import annotations

import gzip
import html
import os
import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.quality.shapes import Finding, by_pyshacl, by_query

GOV, NIF = "https://kg.example.org/gov/ns#", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
RDF, VOID = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://rdfs.org/ns/void#"
FORMATS = {".ttl": "turtle", ".nt": "nt", ".trig": "trig", ".nq": "nquads", ".jsonld": "json-ld"}
_OXIGRAPH = {
    "turtle": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS, "json-ld": ox.RdfFormat.JSON_LD,
}  # fmt: skip
LARGE = 20 * 2**20
"""Bytes from which on the shapes are checked as queries: pyshacl needs minutes and gigabytes there."""
_TAG = re.compile(r"<[^<>\n]{1,300}>")


def validate(
    path: str | os.PathLike[str], *, texts: Mapping[str, str] | None = None, large: int = LARGE
) -> list[Finding]:
    """Check a file of Turtle, N-Triples, TriG, N-Quads or JSON-LD (also `.gz`) and give its faults, sorted.

    `texts` are the decoded files of the corpus by the paths that articles name; without them quotes are not
    checked. Of `large` bytes and more the shapes are checked without pyshacl, by the same rules. A file that can't
    be parsed has that one fault. Raises `InputError` for a file that can't be read.
    """
    form = FORMATS.get(Path(Path(path).name.removesuffix(".gz")).suffix)
    if form is None:
        raise InputError("is no file to validate by its name", where=str(path), advice=f"one of {', '.join(FORMATS)}")
    data, store = _bytes(Path(path)), ox.Store()
    try:
        store.bulk_load(data, _OXIGRAPH[form])
    except SyntaxError as error:
        return [Finding("syntax", f"line {error.lineno}", str(error.msg))]
    shapes = by_query(store) if len(data) >= large else by_pyshacl(store)
    found = [*shapes, *_dangling(store), *_unsaid(store), *_blank(store)]
    return sorted({*found, *(_quotes(store, texts) if texts is not None else ())})


def _bytes(path: Path) -> bytes:
    try:
        return gzip.decompress(path.read_bytes()) if path.name.endswith(".gz") else path.read_bytes()
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"can't be read: {error}", where=str(path)) from error


def _object(store: ox.Store, subject: ox.NamedNode | ox.BlankNode, predicate: str) -> object:
    return next((quad.object for quad in store.quads_for_pattern(subject, ox.NamedNode(predicate), None)), None)


def _value(store: ox.Store, subject: ox.NamedNode | ox.BlankNode, predicate: str) -> str:
    found = _object(store, subject, predicate)
    return "" if found is None else str(getattr(found, "value", found))


def _typed(store: ox.Store, cls: str) -> Iterator[ox.NamedNode | ox.BlankNode]:
    for quad in store.quads_for_pattern(None, ox.NamedNode(RDF + "type"), ox.NamedNode(cls)):
        if not isinstance(quad.subject, ox.Triple):
            yield quad.subject


def _dangling(store: ox.Store) -> Iterator[Finding]:
    """Find the links into the data of which nothing is said; the vocabulary is not of the data."""
    spaces = [quad.object for quad in store.quads_for_pattern(None, ox.NamedNode(VOID + "uriSpace"), None)]
    bases = tuple(str(getattr(each, "value", each)) for each in spaces) or (GOV.removesuffix("ns#"),)
    known = {quad.subject for quad in store}
    for quad in store:
        link = quad.object
        inside = isinstance(link, ox.NamedNode) and link.value.startswith(bases) and not link.value.startswith(GOV)
        if inside and link not in known:
            what = f"{quad.predicate.value} leads to {link.value}, of which nothing is said"
            yield Finding("dangling", quad.subject.value, what)


def _unsaid(store: ox.Store) -> Iterator[Finding]:
    said = {(quad.subject, quad.predicate, quad.object) for quad in store}
    for statement in _typed(store, GOV + "Statement"):
        parts = [_object(store, statement, RDF + part) for part in ("subject", "predicate", "object")]
        if all(part is not None for part in parts) and tuple(parts) not in said:
            yield Finding("unsaid", statement.value, "the triple that it states is not in the graph")


def _blank(store: ox.Store) -> Iterator[Finding]:
    for quad in store:
        if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode):
            yield Finding("blank", quad.subject.value, f"{quad.predicate.value} has a blank node")


def _quotes(store: ox.Store, texts: Mapping[str, str]) -> Iterator[Finding]:
    for sentence in _typed(store, NIF + "Sentence"):
        context = _object(store, sentence, NIF + "referenceContext")
        source = _value(store, context, GOV + "sourceFile") if isinstance(context, ox.NamedNode) else ""
        if source not in texts:
            yield Finding("source", sentence.value, f"{source} is not in the corpus")
        elif _bare(_value(store, sentence, NIF + "anchorOf")) not in _bare(_stretch(store, sentence, texts[source])):
            yield Finding("quote", sentence.value, f"the quote is not at its place in {source}")


def _stretch(store: ox.Store, sentence: ox.NamedNode | ox.BlankNode, text: str) -> str:
    """Give the text at the offsets of a sentence, its stretches in the order of reading."""
    begin, end = _value(store, sentence, NIF + "beginIndex"), _value(store, sentence, NIF + "endIndex")
    spans = re.findall(r"(\d+)-(\d+)", _value(store, sentence, GOV + "ranges") or f"{begin}-{end}")
    return "".join(text[int(start) : int(stop)] for start, stop in spans)


def _bare(text: str) -> str:
    """Leave out what reading changes: white space, markup and its entities, marks of a damaged page."""
    plain = html.unescape(_TAG.sub("", text))
    return "".join(character for character in plain if not character.isspace() and character not in "\ufffd*#")
