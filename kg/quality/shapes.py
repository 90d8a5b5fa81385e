"""Check the packaged shapes: by pyshacl, or for large graphs by the same rules as queries of an embedded store."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH, XSD
from rdflib.term import Node

SHAPES = files("kg") / "data" / "shapes.ttl"
_RULE = "https://kg.example.org/gov/ns#rule-"


class Finding(NamedTuple):
    """Hold one fault: the rule that found it, the subject, and what is wrong."""

    rule: str
    subject: str
    message: str


def by_pyshacl(store: ox.Store) -> Iterator[Finding]:
    """Yield the faults that pyshacl finds in the triples of a store, of all its graphs."""
    import pyshacl

    graph = rdflib.Graph().parse(data="".join({f"{quad.triple} .\n" for quad in store}), format="nt")
    _, report, _ = pyshacl.validate(graph, shacl_graph=_shapes())
    assert isinstance(report, rdflib.Graph)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        shape = report.value(result, SH.sourceShape)
        yield Finding(_name(shape), str(report.value(result, SH.focusNode)), _message(_shapes(), shape))


def by_query(store: ox.Store) -> Iterator[Finding]:
    """Yield the faults that the shapes, each compiled to a query, find in a store."""
    for rule, message, query in _queries():
        answer = store.query(query, use_default_graph_as_union=True)
        assert isinstance(answer, ox.QuerySolutions)
        yield from (Finding(rule, _plain(row["focus"]), message) for row in answer)


def _plain(term: object) -> str:
    return str(getattr(term, "value", term))


@lru_cache(maxsize=1)
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(data=SHAPES.read_text("utf-8"), format="turtle")


def _name(shape: Node | None) -> str:
    return str(shape).removeprefix(_RULE)


def _message(shapes: rdflib.Graph, shape: Node | None) -> str:
    texts = [text for text in shapes.objects(shape, SH.message) if isinstance(text, rdflib.Literal)]
    return next((str(text) for text in texts if text.language == "en"), _name(shape))


@lru_cache(maxsize=1)
def _queries() -> tuple[tuple[str, str, str], ...]:
    """Compile every property shape to a query for the nodes that break it."""
    shapes, out = _shapes(), []
    for node in sorted(shapes.subjects(RDF.type, SH.NodeShape), key=str):
        classes = " ".join(sorted(f"<{target}>" for target in shapes.objects(node, SH.targetClass)))
        for shape in sorted(shapes.objects(node, SH.property), key=str):
            path = f"<{shapes.value(shape, SH.path)}>"
            target = f"VALUES ?class {{ {classes} }} ?focus a ?class ."
            broken = " UNION ".join(f"{{ {target} {each} }}" for each in _broken(shapes, shape, path))
            query = f"SELECT DISTINCT ?focus WHERE {{ {broken} }}"
            out.append((_name(shape), _message(shapes, shape), query))
    return tuple(out)


def _broken(shapes: rdflib.Graph, shape: Node, path: str) -> Iterator[str]:
    """Yield a graph pattern for each constraint of a shape that holds where it is broken."""
    if shapes.value(shape, SH.minCount) is not None:
        yield f"FILTER NOT EXISTS {{ ?focus {path} ?v }}"
    if shapes.value(shape, SH.maxCount) is not None:
        yield f"?focus {path} ?v , ?w FILTER(!sameTerm(?v, ?w))"
    for test in _tests(shapes, shape):
        yield f"?focus {path} ?v FILTER(!COALESCE({test}, false))"
    for cls in shapes.objects(shape, SH["class"]):
        yield f"?focus {path} ?v FILTER NOT EXISTS {{ ?v a <{cls}> }}"
    for other in shapes.objects(shape, SH.lessThan):
        yield f"?focus {path} ?v ; <{other}> ?w FILTER(!COALESCE(?v < ?w, false))"


def _tests(shapes: rdflib.Graph, shape: Node) -> Iterator[str]:
    """Yield an expression for each constraint on single values that is true where it is kept."""
    for datatype in shapes.objects(shape, SH.datatype):
        yield _typed([datatype])
    for options in shapes.objects(shape, SH["or"]):
        yield _typed([shapes.value(each, SH.datatype) for each in Collection(shapes, options)])
    if shapes.value(shape, SH.nodeKind) == SH.IRI:
        yield "isIRI(?v)"
    for allowed in shapes.objects(shape, SH["in"]):
        yield f"?v IN ({', '.join(each.n3() for each in Collection(shapes, allowed))})"
    for pattern in shapes.objects(shape, SH.pattern):
        yield f"REGEX(STR(?v), {pattern.n3()})"
    for sign, limit in ((">=", SH.minInclusive), ("<=", SH.maxInclusive)):
        yield from (f"?v {sign} {each}" for each in shapes.objects(shape, limit))
    yield from (f"STRLEN(STR(?v)) >= {each}" for each in shapes.objects(shape, SH.minLength))


def _typed(datatypes: list[Node | None]) -> str:
    """Give an expression that is true of a literal of one of the types whose text is one of that type."""
    return " || ".join(f"(DATATYPE(?v) = <{each}>{_well_formed(each)})" for each in datatypes)


def _well_formed(datatype: Node | None) -> str:
    number = datatype in (XSD.integer, XSD.decimal)
    return f" && BOUND(?v) && isNumeric(<{datatype}>(STR(?v)))" if number else ""
