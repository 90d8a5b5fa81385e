"""Build the networkx graph from the table of a corpus."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import Any

import networkx as nx

from kg.model import EntityType, Evidence, Node, Predicate, Statement, Table, Window


def build(table: Table, *, name: str = "", window: Window = Window.SENTENCE, cap: int = 40) -> nx.MultiDiGraph[str]:
    """Make the graph: a node for each entity and article, an edge for each statement.

    `window` and `cap` are those with which the table was reduced; with `name` they are noted in
    `graph.graph`. Nodes and edges stand in the order of the table, which is sorted. What isn't known is
    absent from the attributes, never None.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph.update(_about(table, name, window, cap))
    for node in table.nodes:
        graph.add_node(node.id, **_node_attributes(node))
    for statement in table.statements:
        key = edge_key(statement)
        graph.add_edge(statement.subject, statement.object, key=key, **_edge_attributes(statement))
    return graph


def edge_key(statement: Statement) -> str:
    """Name an edge between two nodes: the predicate, for posts with title and status, for meetings with role."""
    if statement.predicate is Predicate.HOLDS_POST:
        return f"{statement.predicate}|{statement.title or ''}|{statement.status or ''}"
    if statement.predicate is Predicate.ATTENDED:
        return f"{statement.predicate}|{statement.role or ''}"
    return statement.predicate.value


def _about(table: Table, name: str, window: Window, cap: int) -> dict[str, Any]:
    about: dict[str, Any] = {
        "name": name,
        "sources": table.sources,
        "articles": table.articles,
        "characters": table.characters,
        "window": window.value,
        "cap": cap,
        "capped": table.capped,
        "version": _version(),
    }
    dates = [node.last_date for node in table.nodes if node.type is EntityType.ARTICLE and node.last_date]
    return about | ({"modified": max(dates)} if dates else {})


def _version() -> str:
    try:
        return version("kg")
    except PackageNotFoundError:  # run from a checkout that isn't installed
        return "unknown"


def _node_attributes(node: Node) -> dict[str, Any]:
    values: dict[str, Any] = {**dict(node.attributes)}
    if node.type is EntityType.ARTICLE:
        values["index"] = int(values["index"])
    values |= {"type": node.type.value, "name": node.name, "aliases": list(node.aliases), "resolved": node.resolved}
    values |= {"mentions": node.mentions, "articles": node.articles}
    return values | _known(kind=node.kind, first_date=node.first_date, last_date=node.last_date)


def _edge_attributes(statement: Statement) -> dict[str, Any]:
    values: dict[str, Any] = {
        "predicate": statement.predicate.value,
        "weight": statement.weight,
        "articles": statement.articles,
        "confidence": float(statement.confidence),
        "evidence": [_evidence(item) for item in statement.evidence],
    }
    return values | _known(
        title=statement.title,
        status=statement.status and statement.status.value,
        role=statement.role and statement.role.value,
        npmi=statement.npmi,
        first_date=statement.first_date,
        last_date=statement.last_date,
    )


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "source": evidence.source,
        "article": evidence.article,
        "ranges": [list(piece) for piece in evidence.ranges],
        "quote": evidence.quote,
        "line": evidence.line,
        "extractor": evidence.extractor,
        "confidence": float(evidence.confidence),
        "marks": [list(mark) for mark in evidence.marks],
    }


def _known(**values: object) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
