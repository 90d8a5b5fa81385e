"""Write the graph as node-link JSON and read it back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx

from kg.errors import DataError
from kg.export.files import write

LONE_SURROGATES = "backslashreplace"
"""JSON's own escape for what UTF-8 can't hold, such as the undecodable bytes of a file name."""


def to_node_link(graph: nx.MultiDiGraph[str], path: str | Path | None = None) -> str | None:
    """Write the graph as networkx.node_link_data gives it (`edges="edges"`), or return the text if no path.

    One line a node and an edge, sorted by id and key, names of attributes sorted, Chinese as it is.
    Raises OutputError if the file can't be written.
    """
    if path is None:
        return "".join(_lines(graph)).encode("utf-8", LONE_SURROGATES).decode("utf-8")
    write(path, _lines(graph), errors=LONE_SURROGATES)
    return None


def read_node_link(path: str | Path) -> nx.MultiDiGraph[str]:
    """Read a graph that `to_node_link` wrote. Raises DataError if the file is no such graph."""
    try:
        data = json.loads(Path(path).read_bytes())
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.node_link_graph(data, edges="edges"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, nx.NetworkXError) as error:
        raise DataError(f"is no node-link graph: {error}", where=str(path)) from error
    return graph


def _lines(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    yield f'{{"directed": true,\n"graph": {_json(graph.graph)},\n"multigraph": true,\n"nodes": [\n'
    yield from _list({**graph.nodes[node], "id": node} for node in sorted(graph))
    yield '],\n"edges": [\n'
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    yield from _list({**values, "source": u, "target": v, "key": key} for u, v, key, values in edges)
    yield "]}\n"


def _list(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    before = ""
    for item in items:
        yield before + _json(item)
        before = ",\n"
    yield "\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
