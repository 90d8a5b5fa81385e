"""Draw parts of the graph with matplotlib, labelled in Chinese."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.analysis.optional import optional
from kg.errors import KgError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FONTS = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC",
         "Microsoft YaHei", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Heiti SC", "SimHei", "Arial Unicode MS",
         "Noto Sans CJK JP", "Noto Serif CJK SC", "Songti SC", "SimSun")  # fmt: skip
"""Fonts with simplified Chinese, the better for screens first; on Linux matplotlib knows Noto CJK as JP."""

WINDOWS = {"sentence": "句", "paragraph": "段", "article": "篇"}
"""What a window of co-occurrence is called on the plot."""


def chinese_font() -> str:
    """Give the name of an installed font with Chinese characters, also of one installed a moment ago.

    Raises KgError if there is none, or no matplotlib.
    """
    fonts = optional("matplotlib.font_manager")
    found = _of_these(fonts.fontManager.ttflist)
    if found is None:
        fonts.fontManager.ttflist = fonts.FontManager().ttflist
        found = _of_these(fonts.fontManager.ttflist)
    if found is None:
        advice = "install one, such as Noto Sans CJK (Debian: apt install fonts-noto-cjk)"
        raise KgError("no font with Chinese characters found", advice=advice)
    return found


def _of_these(installed: list[Any]) -> str | None:
    names = {font.name for font in installed}
    return next((name for name in FONTS if name in names), None)


def plot_co_occurrence(graph: nx.MultiDiGraph[str], *, top: int = 20, ax: Axes | None = None) -> Axes:
    """Draw the `top` pairs that are named together most often as bars, coloured by NPMI. Gives the axes.

    The length of a bar is the number of distinct windows; a dark bar is a pair that is together far oftener
    than by chance. Raises KgError if matplotlib or a Chinese font is missing.
    """
    font = chinese_font()
    edges = [(u, v, d) for u, v, d in graph.edges(data=True) if d["predicate"] == "co_occurs_with"]
    chosen = sorted(edges, key=lambda edge: (-edge[2]["weight"], -edge[2]["npmi"], *edge[:2]))[:top][::-1]
    axes = ax or _axes(10, 1.4 + 0.32 * len(chosen))
    shades = optional("matplotlib.cm").ScalarMappable(optional("matplotlib.colors").Normalize(-1, 1), "Blues")
    colors = [shades.to_rgba(values["npmi"]) for *_, values in chosen]
    bars = axes.barh(range(len(chosen)), [values["weight"] for *_, values in chosen], color=colors)
    labels = [" — ".join(_short(graph.nodes[end]["name"]) for end in (u, v)) for u, v, _ in chosen]
    _finish(axes, bars, labels, font, f"共现（{WINDOWS[graph.graph.get('window', 'sentence')]}数）")
    axes.figure.colorbar(shades, ax=axes, label="NPMI", fraction=0.03, pad=0.02)
    return axes


def plot_posts(graph: nx.MultiDiGraph[str], *, top: int = 15, ax: Axes | None = None) -> Axes:
    """Draw the `top` agencies by the number of officials with a post there, as bars. Gives the axes.

    Raises KgError if matplotlib or a Chinese font is missing.
    """
    font = chinese_font()
    posts = {(v, u) for u, v, values in graph.edges(data=True) if values["predicate"] == "holds_post"}
    counts = Counter(agency for agency, _ in posts)
    chosen = sorted(counts, key=lambda id: (-counts[id], id))[:top][::-1]
    axes = ax or _axes(8, 1 + 0.35 * len(chosen))
    bars = axes.barh(range(len(chosen)), [counts[id] for id in chosen])
    _finish(axes, bars, [_short(graph.nodes[id]["name"]) for id in chosen], font, "任职人数")
    return axes


def _finish(axes: Axes, bars: Any, labels: list[str], font: str, title: str) -> None:
    axes.bar_label(bars, padding=3)
    axes.set_yticks(range(len(labels)), labels, family=font)
    axes.set_title(title, family=font)
    axes.spines[["top", "right"]].set_visible(False)
    axes.margins(y=0.01)
    axes.xaxis.set_major_locator(optional("matplotlib.ticker").MaxNLocator(integer=True))


def _axes(width: float, height: float) -> Any:
    return optional("matplotlib.pyplot").subplots(figsize=(width, height), layout="constrained")[1]


def _short(name: str, most: int = 14) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"
