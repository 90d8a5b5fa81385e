"""Choose the part of a graph that tells most about it."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest

import networkx as nx

from kg.model import EntityType, Predicate

OPENING = 40
"""How many nodes the page opens with: as many as have room for their labels at 1366×768."""
HUB_SHARE = 0.3
"""A node in more than this share of the articles joins everything to everything."""
_WEAK = {Predicate.CO_OCCURS_WITH.value, Predicate.REPORTED_BY.value}


def working_set(graph: nx.MultiDiGraph[str], size: int = OPENING) -> list[str]:
    """Give the nodes to open with: grown from the best-supported ones along what is said of them.

    Nodes come with the role relations that join them, strongest first; hubs are taken last.
    """
    joined = _joined(graph)
    hubs = _hubs(graph)
    queue = nlargest(size, (node for node in joined if node not in hubs), key=lambda node: (joined[node], node))
    chosen: dict[str, None] = {}
    for node in queue[: max(1, size // 4)]:
        chosen.setdefault(node)
        near = (other for other in {*graph.successors(node), *graph.predecessors(node)} if other in joined)
        ranked = sorted(near, key=lambda other: (-joined[other], other))
        for other in [other for other in ranked if _said(graph, node, other)][:4]:
            chosen.setdefault(other)
        if len(chosen) >= size:
            break
    for node in queue:
        if len(chosen) < size and any(_said(graph, node, other) for other in chosen):
            chosen.setdefault(node)
    return list(chosen)[:size] or telling(graph, size)


def telling(graph: nx.MultiDiGraph[str], size: int) -> list[str]:
    """Give the `size` nodes in the most articles and relations, in the order of the graph."""
    kept = set(nlargest(size, graph, key=lambda node: (graph.nodes[node].get("articles", 0), graph.degree(node), node)))
    return [node for node in graph if node in kept]


def _joined(graph: nx.MultiDiGraph[str]) -> dict[str, int]:
    """Count for each node the sentences in which something is said of it, not only beside it."""
    joined: dict[str, int] = defaultdict(int)
    for start, end, values in graph.edges(data=True):
        if values["predicate"] not in _WEAK:
            for node in (start, end):
                joined[node] += values.get("weight", 1)
    return {node: count for node, count in joined.items() if graph.nodes[node]["type"] != EntityType.ARTICLE.value}


def _hubs(graph: nx.MultiDiGraph[str]) -> set[str]:
    total = int(graph.graph.get("articles") or 0)
    floor = max(5, HUB_SHARE * total)
    return {node for node, values in graph.nodes(data=True) if values.get("articles", 0) >= floor}


def _said(graph: nx.MultiDiGraph[str], one: str, other: str) -> bool:
    pairs = [*(graph.get_edge_data(one, other) or {}).values(), *(graph.get_edge_data(other, one) or {}).values()]
    return any(values["predicate"] not in _WEAK for values in pairs)
