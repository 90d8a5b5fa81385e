"""Describe the whole: title, licence, counts, the tool and the date up to which the corpus reports."""

from __future__ import annotations

from collections import Counter
from typing import Any

from kg.export.rdf.names import encode
from kg.export.rdf.sorting import Block
from kg.export.rdf.syntax import Pairs, Syntax
from kg.export.rdf.values import chinese, date, integer

CLASSES = {
    "OFFICIAL": "foaf:Person",
    "AGENCY": "org:FormalOrganization",
    "DOCUMENT": "schema:CreativeWork",
    "PLACE": "schema:Place",
    "EVENT": "schema:Event",
    "ARTICLE": "schema:NewsArticle",
    "STATEMENT": "gov:Statement",
}
_TITLE = "政务新闻知识图谱"


def describe(
    meta: dict[str, Any], counts: Counter[str], triples: int, *, syntax: Syntax, base: str, license: str | None
) -> list[Block]:
    """Give the blocks of the dataset, its parts, the run that made it and the tool, sorted.

    `triples` counts all other triples of the file; the count that is written includes these blocks.
    """
    version, modified = str(meta.get("version") or "0"), meta.get("modified")
    run, tool = f"run/{encode(str(modified or 'undated'))}", f"software/kg-{encode(version)}"
    described: list[tuple[str, Pairs]] = [
        (f"part/{name}", _part(name, counts[name], syntax)) for name in sorted(counts)
    ]
    described.append((run, _run(tool, syntax)))
    described.append((tool, _tool(version, syntax)))
    head = _head(meta, counts, run, syntax, base=base, license=license)
    own = sum(len(objects) for _, pairs in [*described, ("", head)] for _, objects in pairs) + 1
    head.append(("void:triples", [integer(triples + own, syntax)]))
    return [_block(subject, pairs, syntax) for subject, pairs in [("", head), *described]]


def _block(subject: str, pairs: Pairs, syntax: Syntax) -> Block:
    return subject, 0, syntax.block(syntax.resource(subject), pairs)


def _head(
    meta: dict[str, Any], counts: Counter[str], run: str, syntax: Syntax, *, base: str, license: str | None
) -> Pairs:
    pairs: Pairs = [
        ("rdf:type", [syntax.term("dcat:Dataset"), syntax.term("void:Dataset")]),
        ("dcterms:title", [chinese(str(meta.get("name") or _TITLE), syntax)]),
    ]
    if license:
        pairs.append(("dcterms:license", [syntax.iri(license)]))
    if meta.get("modified"):
        pairs.append(("dcterms:modified", [date(str(meta["modified"]), syntax)]))
    pairs += _measured(meta, syntax)
    pairs += [
        ("prov:wasGeneratedBy", [syntax.resource(run)]),
        ("void:classPartition", [syntax.resource(f"part/{name}") for name in sorted(counts)]),
        ("void:entities", [integer(sum(counts.values()) - counts["STATEMENT"], syntax)]),
        ("void:uriSpace", [syntax.literal(base)]),
        ("void:vocabulary", [syntax.iri(namespace) for namespace in _NAMESPACES]),
    ]
    return pairs


def _measured(meta: dict[str, Any], syntax: Syntax) -> Pairs:
    named = {"sources": "gov:sourceCount", "articles": "gov:articleCount", "characters": "gov:characterCount"}
    return [(term, [integer(meta[name], syntax)]) for name, term in named.items() if meta.get(name) is not None]


def _part(name: str, count: int, syntax: Syntax) -> Pairs:
    return [("void:class", [syntax.term(CLASSES[name])]), ("void:entities", [integer(count, syntax)])]


def _run(tool: str, syntax: Syntax) -> Pairs:
    return [("rdf:type", [syntax.term("prov:Activity")]), ("prov:wasAssociatedWith", [syntax.resource(tool)])]


def _tool(version: str, syntax: Syntax) -> Pairs:
    return [
        ("rdf:type", [syntax.term("prov:SoftwareAgent")]),
        ("rdfs:label", [syntax.literal("kg")]),
        ("gov:version", [syntax.literal(version)]),
    ]


_NAMESPACES = ["http://www.w3.org/ns/org#", "https://kg.example.org/gov/ns#", "https://schema.org/"]
