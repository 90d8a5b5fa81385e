"""Give parts of the graph as pandas data frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.analysis.optional import optional

if TYPE_CHECKING:
    import pandas as pd

POSTS = ("official", "title", "agency", "status", "first_date", "last_date", "weight", "articles", "confidence",
         "article", "source", "line", "quote", "official_id", "agency_id")  # fmt: skip
PAIRS = ("first", "second", "first_type", "second_type", "weight", "articles", "npmi", "quote", "first_id", "second_id")
ENTITIES = ("type", "kind", "name", "aliases", "resolved", "mentions", "articles", "first_date", "last_date", "id")


def posts_frame(graph: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """Give the posts: a row for each piece of evidence, with its sentence, article and line.

    Sorted by official, agency, title and place. `weight` and `articles` are those of the post, not of the
    row. Raises KgError if pandas is missing.
    """
    order = ("official", "official_id", "agency", "agency_id", "title", "status", "source", "line")
    return _frame(_posts(graph), POSTS, order)


def co_occurrence_frame(graph: nx.MultiDiGraph[str], *, top: int | None = None) -> pd.DataFrame:
    """Give the pairs that are named together, the most frequent first, at most `top` of them.

    `weight` counts distinct windows, `npmi` goes from -1 to 1, `quote` is one sentence of the evidence.
    Raises KgError if pandas is missing.
    """
    pairs = _frame(_pairs(graph), PAIRS, ("first_id", "second_id"))
    pairs = pairs.sort_values(["weight", "npmi"], ascending=False, kind="stable", ignore_index=True)
    return pairs if top is None else pairs.head(top)


def entities_frame(graph: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """Give all nodes but the articles, the most mentioned first. Raises KgError if pandas is missing."""
    nodes = ({**values, "id": id} for id, values in graph.nodes(data=True) if values["type"] != "ARTICLE")
    entities = _frame(nodes, ENTITIES, ("id",))
    return entities.sort_values("mentions", ascending=False, kind="stable", ignore_index=True)


def _frame(rows: Iterable[dict[str, Any]], columns: tuple[str, ...], order: tuple[str, ...]) -> pd.DataFrame:
    pandas = optional("pandas")
    ordered = sorted(rows, key=lambda row: [row.get(name) or ("" if name != "line" else 0) for name in order])
    frame: pd.DataFrame = pandas.DataFrame(ordered, columns=list(columns))
    return frame


def _posts(graph: nx.MultiDiGraph[str]) -> Iterator[dict[str, Any]]:
    for official, agency, values in graph.edges(data=True):
        if values["predicate"] != "holds_post":
            continue
        ends = {"official": graph.nodes[official]["name"], "agency": graph.nodes[agency]["name"]}
        ids = {"official_id": official, "agency_id": agency}
        for item in values["evidence"]:
            place = {name: item[name] for name in ("source", "line", "quote")}
            yield {**values, **ends, **ids, **place, "article": graph.nodes[item["article"]]["name"]}


def _pairs(graph: nx.MultiDiGraph[str]) -> Iterator[dict[str, Any]]:
    for first, second, values in graph.edges(data=True):
        if values["predicate"] != "co_occurs_with":
            continue
        one, other = graph.nodes[first], graph.nodes[second]
        yield {
            **values,
            "first": one["name"],
            "second": other["name"],
            "first_type": one["type"],
            "second_type": other["type"],
            "quote": values["evidence"][0]["quote"] if values["evidence"] else None,
            "first_id": first,
            "second_id": second,
        }
