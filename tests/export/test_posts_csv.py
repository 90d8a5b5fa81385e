"""posts.csv opens in Excel and holds no formula."""

import csv
import io

import networkx as nx
import pytest

from kg.export.csv import COLUMNS, to_posts_csv


def posts(official="王一", title="局长", quotes=("句一", "句二")):
    graph = nx.MultiDiGraph()
    graph.add_node("p", name=official)
    graph.add_node("a", name="丙局")
    graph.add_node("x", name="标题")
    graph.add_node("y", name="别题")
    evidence = [{"source": "a.txt", "article": article, "line": 3, "quote": quotes[0]} for article in "xxy"]
    evidence[1]["quote"] = quotes[1]
    graph.add_edge("p", "a", predicate="holds_post", title=title, status="current", evidence=evidence)
    graph.add_edge("p", "x", predicate="authored", evidence=evidence)
    return graph


def test_one_row_for_each_article_with_its_first_evidence():
    rows = list(csv.reader(io.StringIO(to_posts_csv(posts()).removeprefix("\ufeff"), newline="")))
    assert rows == [
        list(COLUMNS),
        ["王一", "局长", "丙局", "current", "", "", "别题", "a.txt", "3", "句一"],
        ["王一", "局长", "丙局", "current", "", "", "标题", "a.txt", "3", "句一"],
    ]


def test_excel_gets_a_byte_order_mark_and_its_line_ends(tmp_path):
    to_posts_csv(posts(), tmp_path / "posts.csv")
    data = (tmp_path / "posts.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfofficial,")
    assert data.count(b"\r\n") == data.count(b"\n") == 3


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_looks_like_a_formula_is_text(start):
    text = to_posts_csv(posts(title=f"{start}1"))
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows[1][1] == f"'{start}1"
