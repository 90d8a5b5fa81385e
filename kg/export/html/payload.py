"""Pack a graph into compressed columns that the page unpacks."""

from __future__ import annotations

import base64
import gzip
import json
from typing import Any

import networkx as nx

from kg.export.html.pinyin import readings
from kg.model import EntityType, Predicate

TYPES = [type.value for type in EntityType]
PREDICATES = [predicate.value for predicate in Predicate]
_NODE = ("name", "kind", "aliases", "resolved", "mentions", "articles", "first_date", "last_date")
_EDGE = ("title", "status", "role", "weight", "articles", "confidence", "npmi", "first_date", "last_date")


def pack(graph: nx.MultiDiGraph[str]) -> str:
    """Give the whole graph as base64 of gzipped JSON, the same for the same graph."""
    plain = json.dumps(columns(graph), ensure_ascii=False, separators=(",", ":"))
    packed = gzip.compress(plain.encode("utf-8", "replace"), mtime=0)
    # The byte that names the operating system differs between Python versions.
    return base64.b64encode(packed[:9] + b"\xff" + packed[10:]).decode("ascii")


def columns(graph: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """Lay the graph out by columns: nodes, edges, each passage once, and the readings of its characters."""
    index = {node: number for number, node in enumerate(graph)}
    passages: dict[tuple[Any, ...], int] = {}
    edges: dict[str, list[Any]] = {name: [] for name in ("from", "to", "predicate", *_EDGE, "evidence")}
    for start, end, values in graph.edges(data=True):
        edges["from"].append(index[start])
        edges["to"].append(index[end])
        edges["predicate"].append(PREDICATES.index(values["predicate"]))
        for name in _EDGE:
            edges[name].append(values.get(name, 0))
        edges["evidence"].append([_evidence(item, index, passages) for item in values.get("evidence", ())])
    nodes = _nodes(graph)
    names = [*nodes["name"], *(alias for aliases in nodes["aliases"] for alias in aliases or ())]
    return {
        "about": dict(sorted(graph.graph.items())),
        "types": TYPES,
        "predicates": PREDICATES,
        "nodes": nodes,
        "edges": edges,
        "passages": list(passages),
        "readings": readings(names),
    }


def _nodes(graph: nx.MultiDiGraph[str]) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {"id": list(graph), "type": [], **{name: [] for name in _NODE}, "more": []}
    for _, values in graph.nodes(data=True):
        columns["type"].append(TYPES.index(values["type"]))
        for name in _NODE:
            columns[name].append(values.get(name) or 0)
        more = {name: value for name, value in sorted(values.items()) if name not in {"type", "sha256", *_NODE}}
        columns["more"].append(more or 0)
    return columns


def _evidence(item: dict[str, Any], index: dict[str, int], passages: dict[tuple[Any, ...], int]) -> list[Any]:
    """Give passage, confidence, extractor and the marks of one piece of evidence in one flat row."""
    passage = (index.get(item["article"], -1), item["source"], item["line"], item["quote"])
    number = passages.setdefault(passage, len(passages))
    marks = [offset for mark in item.get("marks", ()) for offset in mark]
    return [number, item["confidence"], item["extractor"], *marks]
