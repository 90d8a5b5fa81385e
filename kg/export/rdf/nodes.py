"""Describe the nodes of the graph: officials, agencies, documents, places, meetings, articles."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from kg.export.rdf.syntax import Pairs, Syntax
from kg.export.rdf.values import PINYIN, chinese, date, integer

Attributes = dict[str, Any]
Reading = Callable[[Attributes], str | None]
"""Takes the attributes of a node and gives the name in pinyin, or None."""

AGENCY_CLASSES = {
    "party": "schema:Organization",
    "social_org": "schema:NGO",
    "media": "schema:NewsMediaOrganization",
    "enterprise": "schema:Corporation",
    "institution": "schema:Organization",
    "committee": "schema:Organization",
}
DOCUMENT_CLASSES = {"law": ["schema:Legislation"], "policy": ["schema:Legislation"], "book": ["schema:Book"]}
PLACE_CLASSES = {"country": ["schema:Country"], "region": [], "other": []}
AGENCY_KINDS = [
    "committee",
    "enterprise",
    "government",
    "institution",
    "judiciary",
    "legislature",
    "media",
    "party",
    "social_org",
]
DOCUMENT_KINDS = ["book", "law", "other", "policy", "speech"]
PLACE_KINDS = ["country", "county", "other", "prefecture", "province", "region", "township", "village"]

_NUMBER_YEAR = re.compile(r"[〔﹝［\[（(【]((?:19|20)\d\d)[〕﹞］\]）)】]")


def describe(node: Attributes, syntax: Syntax, reading: Reading) -> Pairs:
    """Give what is said of a node itself: classes, names, kind, counts, dates and its own attributes."""
    classes, own = _DESCRIBERS[node["type"]](node, syntax)
    pairs = [("rdf:type", [syntax.term(name) for name in classes]), *_labels(node, syntax, reading), *own]
    return pairs + _counts(node, syntax)


def _labels(node: Attributes, syntax: Syntax, reading: Reading) -> Pairs:
    name = node.get("name") or ""
    others = {chinese(alias, syntax) for alias in node.get("aliases", ()) if alias and alias != name}
    pinyin = reading(node)
    if pinyin:
        others.add(syntax.literal(pinyin, PINYIN))
    label: Pairs = [("rdfs:label", [chinese(name, syntax)])]
    return [*label, ("skos:altLabel", sorted(others))] if others else label


def _counts(node: Attributes, syntax: Syntax) -> Pairs:
    pairs: Pairs = []
    if not node.get("resolved", True):
        pairs.append(("gov:resolved", [syntax.typed("false", "xsd:boolean")]))
    if node["type"] != "ARTICLE":
        pairs.append(("gov:mentionCount", [integer(node.get("mentions", 0), syntax)]))
        pairs.append(("gov:articleCount", [integer(node.get("articles", 0), syntax)]))
        pairs += _dated(node, syntax, {"first_date": "gov:firstReported", "last_date": "gov:lastReported"})
    return pairs


def _dated(node: Attributes, syntax: Syntax, properties: dict[str, str]) -> Pairs:
    return [(predicate, [date(node[name], syntax)]) for name, predicate in properties.items() if node.get(name)]


def _texts(node: Attributes, syntax: Syntax, properties: dict[str, str]) -> Pairs:
    return [(predicate, [syntax.literal(str(node[name]))]) for name, predicate in properties.items() if node.get(name)]


def _kind(scheme: str, kind: str | None, known: list[str], syntax: Syntax) -> Pairs:
    return [("gov:kind", [syntax.term(f"gov:{scheme}-{kind}")])] if kind in known else []


def _official(node: Attributes, syntax: Syntax) -> tuple[list[str], Pairs]:
    return ["foaf:Person"], []


def _agency(node: Attributes, syntax: Syntax) -> tuple[list[str], Pairs]:
    kind = node.get("kind")
    second = AGENCY_CLASSES.get(kind or "", "schema:GovernmentOrganization" if kind else "schema:Organization")
    return ["org:FormalOrganization", second], _kind("agency", kind, AGENCY_KINDS, syntax)


def _document(node: Attributes, syntax: Syntax) -> tuple[list[str], Pairs]:
    kind, number = node.get("kind"), node.get("number")
    pairs = _kind("document", kind, DOCUMENT_KINDS, syntax) + _texts(node, syntax, {"number": "dcterms:identifier"})
    year = _NUMBER_YEAR.search(number) if number else None
    issued = node.get("date") or (year and year[1])
    if issued:
        pairs.append(("dcterms:issued", [date(issued, syntax)]))
    return ["schema:CreativeWork", *DOCUMENT_CLASSES.get(kind or "", [])], pairs


def _place(node: Attributes, syntax: Syntax) -> tuple[list[str], Pairs]:
    kind = node.get("level") or node.get("kind") or "other"
    pairs = _kind("place", kind, PLACE_KINDS, syntax)
    code = "gov:divisionCode" if (node.get("code") or "").isdecimal() else "gov:countryCode"
    pairs += _texts(node, syntax, {"code": code, "candidates": "gov:candidates"})
    return ["schema:Place", *PLACE_CLASSES.get(kind, ["schema:AdministrativeArea"])], pairs


def _event(node: Attributes, syntax: Syntax) -> tuple[list[str], Pairs]:
    pairs = _dated(node, syntax, {"date": "schema:startDate", "end": "schema:endDate"})
    if node.get("place"):
        pairs.append(("gov:placeName", [chinese(node["place"], syntax)]))
    return ["schema:Event"], pairs


def _article(node: Attributes, syntax: Syntax) -> tuple[list[str], Pairs]:
    pairs: Pairs = [("schema:headline", [chinese(node.get("name") or "", syntax)])]
    pairs += _dated(node, syntax, {"date": "schema:datePublished"})
    pairs += _texts(node, syntax, {"source": "gov:sourceFile", "sha256": "schema:sha256"})
    pairs.append(("gov:positionInFile", [integer(int(node.get("index", 0)) + 1, syntax)]))
    return ["schema:NewsArticle", "nif:Context"], pairs


_DESCRIBERS: dict[str, Callable[[Attributes, Syntax], tuple[list[str], Pairs]]] = {
    "OFFICIAL": _official,
    "AGENCY": _agency,
    "DOCUMENT": _document,
    "PLACE": _place,
    "EVENT": _event,
    "ARTICLE": _article,
}

TYPES = frozenset(_DESCRIBERS)
"""The types of nodes that can be described."""
