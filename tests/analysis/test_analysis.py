"""Frames, networks and plots of a small graph."""

import networkx as nx
import pytest

from kg import analysis
from kg.analysis import optional as optional_module
from kg.errors import KgError


def item(article, quote, line=1):
    return {"source": "a.txt", "article": article, "line": line, "quote": quote}


@pytest.fixture
def graph():
    made = nx.MultiDiGraph()
    for id, type in {"p": "OFFICIAL", "q": "OFFICIAL", "a": "AGENCY", "b": "AGENCY", "c": "PLACE"}.items():
        made.add_node(id, type=type, name=f"{id}名", aliases=[], resolved=True, mentions=ord(id), articles=1)
    made.add_node("x", type="ARTICLE", name="标题", mentions=0)
    for person in "pq":
        values = {"predicate": "holds_post", "title": "局长", "weight": 2, "articles": 1, "confidence": 0.9}
        made.add_edge(person, "a", key="post", evidence=[item("x", "乙。", 7), item("x", "甲。", 3)], **values)
    for u, v, weight, npmi in [("a", "p", 3, 0.2), ("a", "q", 3, 0.9), ("b", "c", 1, 1.0), ("p", "q", 2, 0.1)]:
        values = {"predicate": "co_occurs_with", "weight": weight, "npmi": npmi, "articles": 1}
        made.add_edge(u, v, key="co_occurs_with", evidence=[item("x", "甲乙。")], **values)
    return made


def test_posts_have_a_row_for_each_sentence(graph):
    frame = analysis.posts_frame(graph)
    assert frame[["official", "agency", "title", "article", "line", "quote"]].values.tolist() == [
        [person, "a名", "局长", "标题", line, quote]
        for person in ("p名", "q名")
        for line, quote in ((3, "甲。"), (7, "乙。"))
    ]


def test_co_occurrences_come_strongest_first(graph):
    frame = analysis.co_occurrence_frame(graph, top=3)
    assert frame[["first_id", "second_id", "weight"]].values.tolist() == [["a", "q", 3], ["a", "p", 3], ["p", "q", 2]]


def test_entities_come_most_mentioned_first_and_without_articles(graph):
    assert analysis.entities_frame(graph)["id"].tolist() == ["q", "p", "c", "b", "a"]


@pytest.mark.parametrize("frame", [analysis.posts_frame, analysis.co_occurrence_frame, analysis.entities_frame])
def test_an_empty_graph_gives_an_empty_frame_with_its_columns(frame):
    empty = frame(nx.MultiDiGraph())
    assert len(empty) == 0
    assert len(empty.columns) >= 10


@pytest.mark.parametrize(
    ("measure", "first"),
    [("strength", ("a", 6.0)), ("degree", ("a", 2.0)), ("closeness", ("a", 0.5)), ("betweenness", ("a", 0.0))],
)
def test_the_most_central_comes_first(graph, measure, first):
    assert next(iter(analysis.centrality(graph, measure=measure).items())) == first


def test_communities_are_those_named_together(graph):
    assert analysis.communities(graph) == [["a", "p", "q"], ["b", "c"]]


def test_leiden_finds_the_same(graph):
    pytest.importorskip("igraph", reason="igraph is an option")
    assert analysis.communities(graph, method="leiden") == [["a", "p", "q"], ["b", "c"]]


def test_a_projection_adds_parallel_edges_and_keeps_only_the_heavy(graph):
    both = analysis.projection(graph, predicates={"co_occurs_with", "holds_post"}, least=4)
    assert list(both.edges(data="weight")) == [("a", "p", 5), ("a", "q", 5)]


@pytest.mark.parametrize("plot", [analysis.plot_co_occurrence, analysis.plot_posts])
def test_plots_have_chinese_labels_that_the_font_can_draw(graph, plot, recwarn):
    pyplot = pytest.importorskip("matplotlib.pyplot")
    try:
        analysis.chinese_font()
    except KgError as error:
        pytest.skip(str(error))
    pyplot.switch_backend("Agg")
    axes = plot(graph)
    axes.figure.canvas.draw()
    shown = {text.get_text() for text in [*axes.texts, *axes.get_yticklabels()]}
    assert any(text.startswith("a名") for text in shown)
    assert not [str(one.message) for one in recwarn if "Glyph" in str(one.message)]
    pyplot.close(axes.figure)


@pytest.mark.parametrize("plot", [analysis.plot_co_occurrence, analysis.plot_posts])
def test_an_empty_graph_can_be_drawn(plot):
    pyplot = pytest.importorskip("matplotlib.pyplot")
    pyplot.switch_backend("Agg")
    try:
        pyplot.close(plot(nx.MultiDiGraph()).figure)
    except KgError as error:
        pytest.skip(str(error))


def test_a_missing_library_is_named_with_the_way_to_get_it():
    with pytest.raises(KgError, match=r"no_such_library is not installed; pip install \"kg\[analysis\]\""):
        optional_module.optional("no_such_library.part")


def test_a_machine_without_chinese_fonts_is_told_so(monkeypatch):
    fonts = pytest.importorskip("matplotlib.font_manager")
    monkeypatch.setattr(fonts.fontManager, "ttflist", [])
    monkeypatch.setattr(fonts, "FontManager", lambda: fonts.fontManager)
    with pytest.raises(KgError, match="no font with Chinese characters found; install one"):
        analysis.chinese_font()


def test_a_font_installed_after_matplotlib_made_its_list_is_found(monkeypatch):
    """matplotlib keeps its list of fonts in a file, which isn't made anew when fonts are installed."""
    fonts = pytest.importorskip("matplotlib.font_manager")
    try:
        before = analysis.chinese_font()
    except KgError as error:
        pytest.skip(str(error))
    monkeypatch.setattr(fonts.fontManager, "ttflist", [])
    assert analysis.chinese_font() == before
