"""Describe the edges of the graph: a statement node each, and the sentences that show it."""

from __future__ import annotations

from typing import Any

from kg.export.rdf import names
from kg.export.rdf.names import Style
from kg.export.rdf.relations import link
from kg.export.rdf.syntax import Pairs, Syntax
from kg.export.rdf.values import chinese, date, decimal, integer

Edge = dict[str, Any]


def describe(subject: str, object: str, edge: Edge, syntax: Syntax, style: Style) -> Pairs:
    """Give what is said of an edge, all but its evidence: the triple it stands for, status, counts, dates."""
    direct = link(subject, object, edge, style)
    classes = ["gov:Statement", "rdf:Statement"] + ["org:Membership"] * (edge["predicate"] == "holds_post")
    pairs: Pairs = [
        ("rdf:type", [syntax.term(name) for name in classes]),
        ("rdf:subject", [syntax.resource(direct.subject)]),
        ("rdf:predicate", [syntax.term(direct.predicate)]),
        ("rdf:object", [syntax.resource(direct.object)]),
    ]
    if edge["predicate"] == "holds_post":
        pairs += _membership(subject, object, edge, syntax, style)
    return pairs + _measures(edge, syntax)


def _membership(subject: str, object: str, edge: Edge, syntax: Syntax, style: Style) -> Pairs:
    pairs = [
        ("org:member", [syntax.resource(style(subject))]),
        ("org:organization", [syntax.resource(style(object))]),
        ("gov:status", [syntax.term(f"gov:status-{edge.get('status', 'current')}")]),
    ]
    if edge.get("title"):
        pairs.append(("org:role", [syntax.resource(names.role(edge["title"], style))]))
    return pairs


def _measures(edge: Edge, syntax: Syntax) -> Pairs:
    pairs: Pairs = [
        ("gov:weight", [integer(edge.get("weight", 1), syntax)]),
        ("gov:articleCount", [integer(edge.get("articles", 1), syntax)]),
    ]
    pairs += [
        (f"gov:{name}", [decimal(edge[name], syntax)]) for name in ("confidence", "npmi") if edge.get(name) is not None
    ]
    for name, predicate in (("first_date", "gov:firstReported"), ("last_date", "gov:lastReported")):
        if edge.get(name):
            pairs.append((predicate, [date(edge[name], syntax)]))
    extractors = {item["extractor"] for item in edge.get("evidence", ()) if item.get("extractor")}
    if extractors:
        pairs.append(("gov:extractor", sorted(syntax.literal(name) for name in extractors)))
    return pairs


def sources(items: list[Edge], syntax: Syntax, style: Style) -> Pairs:
    """Give the links of a statement to its evidence and to the articles that this comes from."""
    shown = {syntax.resource(names.evidence(item["article"], item["ranges"], style)) for item in items}
    articles = {syntax.resource(style(item["article"])) for item in items}
    return [("gov:evidence", sorted(shown)), ("prov:wasDerivedFrom", sorted(articles))] if items else []


def evidence(item: Edge, syntax: Syntax, style: Style) -> Pairs:
    """Give what is said of a stretch of text: the article, the offsets in the raw file, the quote.

    Where the text lies in several stretches of the file, the offsets are those of the whole and
    `gov:ranges` tells the stretches in the order of reading.
    """
    ranges = item["ranges"]
    pairs: Pairs = [
        ("rdf:type", [syntax.term("nif:Sentence")]),
        ("nif:referenceContext", [syntax.resource(style(item["article"]))]),
        ("nif:beginIndex", [integer(min(start for start, _ in ranges), syntax)]),
        ("nif:endIndex", [integer(max(end for _, end in ranges), syntax)]),
    ]
    if len(ranges) > 1:
        pairs.append(("gov:ranges", [syntax.literal(" ".join(f"{start}-{end}" for start, end in ranges))]))
    if item.get("line"):
        pairs.append(("gov:line", [integer(item["line"], syntax)]))
    return [*pairs, ("nif:anchorOf", [chinese(item["quote"], syntax)])]


def post(agency: str, name: str, title: str, syntax: Syntax, style: Style) -> Pairs:
    """Give what is said of a post: its agency and its title."""
    return [
        ("rdf:type", [syntax.term("org:Post")]),
        ("rdfs:label", [chinese(name + title, syntax)]),
        ("org:postIn", [syntax.resource(style(agency))]),
        ("org:role", [syntax.resource(names.role(title, style))]),
    ]


def role(title: str, syntax: Syntax) -> Pairs:
    """Give what is said of a title."""
    classes = [syntax.term("org:Role"), syntax.term("skos:Concept")]
    return [("rdf:type", classes), ("rdfs:label", [chinese(title, syntax)])]
