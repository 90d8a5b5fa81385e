"""Measure the network of entities: who stands in the middle, who belongs together."""

from __future__ import annotations

import random
from collections.abc import Collection
from typing import Literal

import networkx as nx

from kg.analysis.optional import optional

CO_OCCURRENCE = frozenset({"co_occurs_with"})

Measure = Literal["degree", "strength", "betweenness", "closeness"]
Method = Literal["louvain", "leiden"]


def projection(
    graph: nx.MultiDiGraph[str], *, predicates: Collection[str] = CO_OCCURRENCE, least: int = 1
) -> nx.Graph[str]:
    """Make a simple undirected graph of some predicates, in which parallel edges add their `weight`.

    Leaves out pairs with less than `least` weight, and nodes without an edge; keeps the nodes' attributes.
    Nodes and edges are sorted.
    """
    weights: dict[tuple[str, str], int] = {}
    for u, v, values in graph.edges(data=True):
        if values["predicate"] in predicates and u != v:
            pair = (u, v) if u < v else (v, u)
            weights[pair] = weights.get(pair, 0) + values["weight"]
    kept = sorted((pair, weight) for pair, weight in weights.items() if weight >= least)
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from((id, graph.nodes[id]) for id in sorted({end for pair, _ in kept for end in pair}))
    simple.add_edges_from((u, v, {"weight": weight}) for (u, v), weight in kept)
    return simple


def centrality(
    graph: nx.MultiDiGraph[str], *, measure: Measure = "strength", predicates: Collection[str] = CO_OCCURRENCE
) -> dict[str, float]:
    """Give each entity of the projection a measure of how central it is, the highest first.

    `degree` is the number of neighbours, `strength` the sum of weights; `betweenness` and `closeness` are
    those of networkx and take no weights.
    """
    simple = projection(graph, predicates=predicates)
    if measure == "betweenness":
        values = nx.betweenness_centrality(simple)
    elif measure == "closeness":
        values = nx.closeness_centrality(simple)
    else:
        values = dict(simple.degree(weight="weight" if measure == "strength" else None))
    return dict(sorted(((id, float(value)) for id, value in values.items()), key=lambda item: (-item[1], item[0])))


def communities(
    graph: nx.MultiDiGraph[str],
    *,
    method: Method = "louvain",
    predicates: Collection[str] = CO_OCCURRENCE,
    seed: int = 0,
) -> list[list[str]]:
    """Divide the entities of the projection into groups that are named together, the largest first.

    `louvain` is networkx's and good up to some thousand nodes, `leiden` needs igraph and is good beyond.
    Raises KgError if igraph is asked for and missing.
    """
    simple = projection(graph, predicates=predicates)
    groups = _leiden(simple, seed) if method == "leiden" else nx.community.louvain_communities(simple, seed=seed)
    return sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))


def _leiden(simple: nx.Graph[str], seed: int) -> list[list[str]]:
    igraph = optional("igraph")
    nodes = list(simple)
    places = {id: place for place, id in enumerate(nodes)}
    edges = [(places[u], places[v]) for u, v in simple.edges]
    weights = [values["weight"] for *_, values in simple.edges(data=True)]
    igraph.set_random_number_generator(random.Random(seed))
    try:
        found = igraph.Graph(len(nodes), edges).community_leiden(objective_function="modularity", weights=weights)
    finally:
        igraph.set_random_number_generator(random)
    return [[nodes[place] for place in group] for group in found]
