"""Subclass pyvis so that its network is drawn by our own page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import networkx as nx
import pyvis  # type: ignore[import-untyped]
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network  # type: ignore[import-untyped]

from kg.export.html import assets

VIS = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
FONT = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "keyboard": False, "hideEdgesOnDrag": False, "tooltipDelay": 60000},
    "nodes": {"font": {"size": 13, "face": FONT, "vadjust": 0}, "borderWidth": 1, "labelHighlightBold": False},
    "edges": {"smooth": False, "arrows": {"to": {"enabled": False, "scaleFactor": 0.5}}, "selectionWidth": 1},
}


class Explorer(Network):  # type: ignore[misc]
    """Hold the nodes that the page opens with, as pyvis does, and beside them the packed graph."""

    payload: str = ""

    def __init__(self, *, heading: str = "") -> None:
        super().__init__(directed=True, heading=heading, cdn_resources="in_line")
        self.options = OPTIONS
        self.path = "page.html.jinja"
        self.templateEnv = Environment(
            loader=PackageLoader("kg.export.html", "page"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def draw(self, graph: nx.MultiDiGraph[str], nodes: Iterable[str]) -> None:
        """Add nodes of the graph to the opening picture with the look of their type, and what joins them."""
        looks = assets.data("appearance")["types"]
        chosen = list(nodes)
        for node in chosen:
            values = graph.nodes[node]
            look = looks[values["type"]]
            self.add_node(node, label=values["name"], shape=look["shape"], color=look["light"])
        for start, end, values in graph.subgraph(chosen).edges(data=True):
            self.add_edge(start, end, predicate=values["predicate"])

    def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:
        """Render the page: one file with style, scripts and data in it; the arguments of pyvis have no effect."""
        nodes, _, heading, _, _, options = self.get_network_data()
        opening = {"options": json.loads(options) if isinstance(options, str) else options}
        opening["nodes"] = [node["id"] for node in nodes]
        style = assets.text("page.css")
        scripts = [VIS.read_text(encoding="utf-8"), assets.bundle()]
        scripts = [script.replace("\r\n", "\n").replace("</script", "<\\/script") for script in scripts]
        self.html = self.templateEnv.get_template(self.path).render(
            heading=heading,
            policy=assets.policy(scripts, style),
            style=Markup(style),
            scripts=[Markup(script) for script in scripts],
            opening=_embedded(opening),
            texts=_embedded({name: assets.data(name) for name in ("i18n", "appearance", "provinces")}),
            payload=self.payload,
        )
        return str(self.html)


def _embedded(value: object) -> Markup:
    """Write JSON that ends no script element, whatever the names in it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))
