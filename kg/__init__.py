"""Build knowledge graphs from Chinese government news, each statement with the sentence that says it.

    import kg

    graph = kg.build(["folder"])
    kg.to_turtle(graph, "graph.ttl")
    kg.to_html(graph, "graph.html")

Everything is imported when it is first used, so that `import kg` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.export.graphml import read_graphml, to_graphml
    from kg.export.html import show, to_html
    from kg.export.node_link import read_node_link, to_node_link
    from kg.export.turtle import to_turtle
    from kg.nlp import load
    from kg.pipeline import build, read, sample

__version__ = "0.1.0"

_HOME = {
    "build": "kg.pipeline",
    "load": "kg.nlp",
    "read": "kg.pipeline",
    "read_graphml": "kg.export.graphml",
    "read_node_link": "kg.export.node_link",
    "sample": "kg.pipeline",
    "show": "kg.export.html",
    "to_graphml": "kg.export.graphml",
    "to_html": "kg.export.html",
    "to_node_link": "kg.export.node_link",
    "to_turtle": "kg.export.turtle",
}

__all__ = [
    "__version__",
    "build",
    "load",
    "read",
    "read_graphml",
    "read_node_link",
    "sample",
    "show",
    "to_graphml",
    "to_html",
    "to_node_link",
    "to_turtle",
]


def __getattr__(name: str) -> Any:
    """Import a public name on first use."""
    if name not in _HOME:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
