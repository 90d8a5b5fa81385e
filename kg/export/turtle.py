"""Write a graph as Turtle."""

from __future__ import annotations

import os

import networkx as nx

from kg.export.rdf.names import BASE
from kg.export.rdf.writer import LICENSE, to_rdf


def to_turtle(
    graph: nx.MultiDiGraph[str],
    path: str | os.PathLike[str] | None = None,
    *,
    base: str = BASE,
    iri_style: str = "readable",
    pinyin: bool = True,
    modified: str | None = None,
    license: str | None = LICENSE,
) -> str | None:
    """Write a graph as Turtle, sorted by IRI, the same bytes for the same graph.

    Takes the graph of `kg.build`; a `path` that ends in `.gz` is compressed. `iri_style` is `readable` or
    `ascii`; `modified` replaces the latest date of the corpus. Gives the text if there is no path, else None.
    Raises `kg.errors.OutputError` for a base or file that can't be written.
    """
    return to_rdf(
        graph,
        path,
        format="turtle",
        base=base,
        iri_style=iri_style,
        pinyin=pinyin,
        modified=modified,
        license=license,
    )
