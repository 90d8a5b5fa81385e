"""Write the graph as one HTML page to explore, offline, in any browser of today."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx

from kg.export.files import write
from kg.export.html.explorer import Explorer
from kg.export.html.payload import pack
from kg.export.html.working_set import telling, working_set

if TYPE_CHECKING:
    from IPython.display import HTML

Graph = nx.MultiDiGraph
NOTEBOOK_NODES = 3_000
"""A notebook keeps every page it shows in its file, so of larger graphs it gets the most telling part."""

__all__ = ["show", "to_html"]


def to_html(graph: Graph[str], path: str | Path | None = None, *, name: str | None = None) -> str | None:
    """Write the graph as a self-contained page, or give the page as text when there is no path.

    `name` is shown as the heading in place of the graph's own name. The file is UTF-8 under any locale and
    makes no request to the network. Raises OutputError if it can't be written.
    """
    page = _page(graph, name)
    if path is None:
        return page
    write(path, page)
    return None


def show(graph: Graph[str], *, height: int = 720, name: str | None = None) -> HTML:
    """Give the same page for display in a notebook, as a frame `height` pixels high.

    It works offline in JupyterLab, VS Code and HTML made by nbconvert. Of a graph with more than
    `NOTEBOOK_NODES` nodes it holds the most telling ones; `to_html` writes them all.
    """
    from IPython.display import HTML
    from markupsafe import escape

    if len(graph) > NOTEBOOK_NODES:
        graph = graph.subgraph(telling(graph, NOTEBOOK_NODES))
    sandbox = "allow-scripts allow-downloads allow-modals"
    frame = f'<iframe sandbox="{sandbox}" title="kg" width="100%" height="{int(height)}" style="border:0"'
    return HTML(f'<div>{frame} srcdoc="{escape(_page(graph, name))}"></iframe></div>')  # type: ignore[no-untyped-call]


def _page(graph: Graph[str], name: str | None) -> str:
    heading = name or str(graph.graph.get("name") or "")
    explorer = Explorer(heading=heading)
    explorer.draw(graph, working_set(graph))
    explorer.payload = pack(graph)
    return explorer.generate_html()
