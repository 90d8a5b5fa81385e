"""Write the graph as GraphML, for Gephi and others, and read it back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from xml.sax.saxutils import escape, quoteattr

import networkx as nx

from kg.errors import DataError
from kg.export.files import write

LISTS = frozenset({"aliases", "evidence"})
"""The attributes that hold lists; GraphML knows none, so they are written as JSON."""
LABEL = "label"
KEY = "key"
ADDED = frozenset({LABEL, KEY})
"""What stands in the file for Gephi and for the keys of edges, and isn't an attribute of the graph."""

_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}
# XML 1.0 has no way to write these; a carriage return or an empty string would not come back as it was.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-F]{0,4}_)")
_WRITTEN = re.compile("_x([0-9A-F]{0,4})_")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""

Keys = dict[tuple[str, str, str], str]
"""The id of a declared attribute by its domain (graph, node, edge), name and type."""


def to_graphml(graph: nx.MultiDiGraph[str], path: str | Path | None = None) -> str | None:
    """Write the graph as GraphML, or return the text if no path is given.

    Numbers and truth values are typed, lists are JSON; nodes get a `label`, their name, and edges one, their
    title, role or predicate; each edge has an id of its own, and its key as the attribute `key`. A character
    that XML can't hold is written `_xHHHH_`, as in Office Open XML. Nodes and edges are sorted. Raises
    OutputError if the file can't be written.
    """
    if path is None:
        return "".join(_lines(graph))
    write(path, _lines(graph))
    return None


def read_graphml(path: str | Path) -> nx.MultiDiGraph[str]:
    """Read a graph that `to_graphml` wrote, equal in nodes, edges, keys and attributes.

    Raises DataError if the file is no such graph.
    """
    try:
        flat = nx.read_graphml(path, force_multigraph=True)
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        given = {name: value for name, value in flat.graph.items() if name not in ("node_default", "edge_default")}
        graph.graph.update(_decoded(given))
        graph.add_nodes_from((_unescaped(node), _decoded(values)) for node, values in flat.nodes(data=True))
        for u, v, values in flat.edges(data=True):
            key = graph.add_edge(_unescaped(u), _unescaped(v), key=_unescaped(values[KEY]))
            graph.edges[_unescaped(u), _unescaped(v), key].update(_decoded(values))
    except (OSError, ValueError, KeyError, TypeError, ParseError, nx.NetworkXError) as error:
        raise DataError(f"is no GraphML of ours: {error}", where=str(path)) from error
    return graph


def _lines(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    keys = _keys(graph)
    yield _HEAD
    for (domain, name, type), id in keys.items():
        yield f'<key id="{id}" for="{domain}" attr.name={_quoted(name)} attr.type="{type}"/>\n'
    yield '<graph edgedefault="directed">\n'
    yield from _data(keys, "graph", graph.graph)
    for node in sorted(graph):
        yield f"<node id={_quoted(node)}>"
        yield from _data(keys, "node", _labelled_node(graph.nodes[node], node))
        yield "</node>\n"
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, (u, v, key, values) in enumerate(edges):
        yield f'<edge id="e{number}" source={_quoted(u)} target={_quoted(v)}>'
        yield from _data(keys, "edge", _labelled_edge(values, key))
        yield "</edge>\n"
    yield "</graph>\n</graphml>\n"


def _keys(graph: nx.MultiDiGraph[str]) -> Keys:
    """Declare every attribute that occurs, under an id made of its domain and name."""
    found = {("graph", name, _type(value)) for name, value in graph.graph.items()}
    found |= {("node", LABEL, "string"), ("edge", LABEL, "string"), ("edge", KEY, "string")}
    for _, values in graph.nodes(data=True):
        found |= {("node", name, _type(value)) for name, value in values.items()}
    for _, _, values in graph.edges(data=True):
        found |= {("edge", name, _type(value)) for name, value in values.items()}
    return {item: f"d{number}" for number, item in enumerate(sorted(found))}


def _type(value: object) -> str:
    return _TYPES.get(type(value), "string")


def _labelled_node(values: Mapping[str, Any], node: str) -> dict[str, Any]:
    return {LABEL: values.get("name", node), **values}


def _labelled_edge(values: Mapping[str, Any], key: str) -> dict[str, Any]:
    label = values.get("title") or values.get("role") or values.get("predicate") or key
    return {LABEL: label, **values, KEY: key}


def _data(keys: Keys, domain: str, values: Mapping[str, Any]) -> Iterator[str]:
    for name, value in sorted(values.items()):
        yield f'<data key="{keys[domain, name, _type(value)]}">{escape(_escaped(_text(value)))}</data>'


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def _quoted(text: str) -> str:
    return quoteattr(_escaped(text), {"\n": "&#10;", "\t": "&#9;"})


def _escaped(text: str) -> str:
    return _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text) or "_x_"


def _unescaped(text: str) -> str:
    return _WRITTEN.sub(lambda found: chr(int(found[1], 16)) if found[1] else "", text)


def _decoded(values: Mapping[str, Any]) -> dict[str, Any]:
    return dict(_pairs((_unescaped(name), value) for name, value in values.items() if name not in ADDED | {"id"}))


def _pairs(values: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    for name, value in values:
        text = _unescaped(value) if isinstance(value, str) else value
        yield name, json.loads(text) if name in LISTS else text
