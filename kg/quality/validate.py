"""Check a graph in RDF: syntax, shapes, links that lead nowhere, quotes that their source does not hold."""

from __future__ import annotations

import gzip
import html
import os
import re
import zlib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import rdflib
from rdflib.namespace import RDF, SH

from kg.errors import InputError

SHAPES = files("kg") / "data" / "shapes.ttl"
GOV = rdflib.Namespace("https://kg.example.org/gov/ns#")
NIF = rdflib.Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
FORMATS = {".ttl": "turtle", ".nt": "nt", ".jsonld": "json-ld"}
_OXIGRAPH = {"turtle": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "json-ld": ox.RdfFormat.JSON_LD}


class Finding(NamedTuple):
    """Hold one fault: the rule that found it, the subject, and what is wrong."""

    rule: str
    subject: str
    message: str


_TAG = re.compile(r"<[^<>\n]{1,300}>")


def validate(path: str | os.PathLike[str], *, texts: Mapping[str, str] | None = None) -> list[Finding]:
    """Check a file of Turtle, N-Triples or JSON-LD (also `.gz`) and give its faults, sorted.

    `texts` are the decoded files of the corpus by the paths that articles name; without them quotes are not
    checked. A file that can't be parsed has that one fault. Raises `InputError` for a file that can't be read.
    """
    form = FORMATS.get(Path(Path(path).name.removesuffix(".gz")).suffix)
    if form is None:
        raise InputError("is no file to validate by its name", where=str(path), advice=f"one of {', '.join(FORMATS)}")
    data = _bytes(Path(path))
    try:
        for _ in ox.parse(data, _OXIGRAPH[form]):
            pass
    except SyntaxError as error:
        return [Finding("syntax", f"line {error.lineno}", str(error.msg))]
    graph = rdflib.Graph().parse(data=data, format=form)
    found = [*_shapes(graph), *_dangling(graph), *_unsaid(graph), *_blank(graph)]
    return sorted({*found, *(_quotes(graph, texts) if texts is not None else ())})


def _bytes(path: Path) -> bytes:
    try:
        return gzip.decompress(path.read_bytes()) if path.name.endswith(".gz") else path.read_bytes()
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"can't be read: {error}", where=str(path)) from error


def _shapes(graph: rdflib.Graph) -> Iterator[Finding]:
    import pyshacl

    shapes = rdflib.Graph().parse(data=SHAPES.read_text("utf-8"), format="turtle")
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    assert isinstance(report, rdflib.Graph)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        rule = str(report.value(result, SH.sourceShape)).removeprefix(f"{GOV}rule-")
        messages = [text for text in report.objects(result, SH.resultMessage) if isinstance(text, rdflib.Literal)]
        english = [str(text) for text in messages if text.language == "en"]
        yield Finding(rule, str(report.value(result, SH.focusNode)), english[0] if english else rule)


def _dangling(graph: rdflib.Graph) -> Iterator[Finding]:
    """Find the links into the data of which nothing is said; the vocabulary is not of the data."""
    bases = tuple(str(base) for base in graph.objects(None, VOID.uriSpace)) or (str(GOV).removesuffix("ns#"),)
    inside, known = re.compile("|".join(map(re.escape, bases))), set(graph.subjects())
    for subject, predicate, object in graph:
        link = isinstance(object, rdflib.URIRef) and inside.match(object) and not object.startswith(str(GOV))
        if link and object not in known:
            yield Finding("dangling", str(subject), f"{predicate} leads to {object}, of which nothing is said")


def _unsaid(graph: rdflib.Graph) -> Iterator[Finding]:
    for statement in graph.subjects(RDF.type, GOV.Statement):
        subject, predicate, object = (graph.value(statement, part) for part in (RDF.subject, RDF.predicate, RDF.object))
        if subject and predicate and object and (subject, predicate, object) not in graph:
            yield Finding("unsaid", str(statement), "the triple that it states is not in the graph")


def _blank(graph: rdflib.Graph) -> Iterator[Finding]:
    for subject, predicate, object in graph:
        if isinstance(subject, rdflib.BNode) or isinstance(object, rdflib.BNode):
            yield Finding("blank", str(subject), f"{predicate} has a blank node")


def _quotes(graph: rdflib.Graph, texts: Mapping[str, str]) -> Iterator[Finding]:
    for sentence in graph.subjects(RDF.type, NIF.Sentence):
        article = graph.value(sentence, NIF.referenceContext)
        source = str(graph.value(article, GOV.sourceFile))
        if source not in texts:
            yield Finding("source", str(sentence), f"{source} is not in the corpus")
        elif _bare(str(graph.value(sentence, NIF.anchorOf))) not in _bare(_stretch(graph, sentence, texts[source])):
            yield Finding("quote", str(sentence), f"the quote is not at its place in {source}")


def _stretch(graph: rdflib.Graph, sentence: rdflib.term.Node, text: str) -> str:
    """Give the text at the offsets of a sentence, its stretches in the order of reading."""
    ranges = graph.value(sentence, GOV.ranges)
    begin, end = graph.value(sentence, NIF.beginIndex), graph.value(sentence, NIF.endIndex)
    spans = re.findall(r"(\d+)-(\d+)", str(ranges) if ranges else f"{begin}-{end}")
    return "".join(text[int(start) : int(stop)] for start, stop in spans)


def _bare(text: str) -> str:
    """Leave out what reading changes: white space, markup and its entities, marks of a damaged page."""
    plain = html.unescape(_TAG.sub("", text))
    return "".join(character for character in plain if not character.isspace() and character not in "\ufffd*#")
