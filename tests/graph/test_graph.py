"""The graph holds what the table holds, under the names that all exports know."""

import pytest

from kg.graph import build
from kg.ids import article_id, entity_id
from kg.model import EntityType, Evidence, Node, Predicate, Role, Statement, Status, Table, Window

PERSON = entity_id(EntityType.OFFICIAL, "王一")
AGENCY = entity_id(EntityType.AGENCY, "丙局")
ARTICLE = article_id("a.txt", 0)
ITEM = Evidence("a.txt", ARTICLE, ((3, 9),), "丙局局长王一。", 2, "posts", 1, ((0, 2), (4, 6)))


def node(id, type, name, **values):
    return Node(
        id, type, name, **{"kind": None, "aliases": (), "resolved": True, "mentions": 1, "articles": 1} | values
    )


def statement(predicate, **values):
    return Statement(PERSON, predicate, AGENCY, (ITEM,), 1, weight=1, articles=1, **values)


def table(*statements):
    about = (("date", "2022-04"), ("index", "0"), ("sha256", "00"), ("source", "a.txt"))
    nodes = [
        node(AGENCY, EntityType.AGENCY, "丙局", kind="government", aliases=("局",)),
        node(ARTICLE, EntityType.ARTICLE, "标题", last_date="2022-04", attributes=about),
        node(PERSON, EntityType.OFFICIAL, "王一"),
    ]
    return Table(tuple(nodes), statements, sources=1, articles=1, characters=9, capped=2)


@pytest.mark.parametrize(
    ("given", "key"),
    [
        (statement(Predicate.HOLDS_POST, title="局长", status=Status.FORMER), "holds_post|局长|former"),
        (statement(Predicate.HOLDS_POST), "holds_post||"),
        (statement(Predicate.ATTENDED, role=Role.HOST), "attended|host"),
        (statement(Predicate.ISSUED), "issued"),
    ],
)
def test_keys_of_edges(given, key):
    assert list(build(table(given)).edges(keys=True)) == [(PERSON, AGENCY, key)]


def test_what_is_not_known_is_absent():
    graph = build(table(statement(Predicate.ISSUED)))
    common = {"aliases": [], "resolved": True, "mentions": 1, "articles": 1}
    assert graph.nodes[PERSON] == common | {"type": "OFFICIAL", "name": "王一"}
    assert set(graph.edges[PERSON, AGENCY, "issued"]) == {"predicate", "weight", "articles", "confidence", "evidence"}


def test_articles_carry_source_and_position():
    values = build(table()).nodes[ARTICLE]
    assert (values["source"], values["index"], values["date"], values["sha256"]) == ("a.txt", 0, "2022-04", "00")


def test_evidence_is_plain_lists_and_strings():
    (item,) = build(table(statement(Predicate.ISSUED))).edges[PERSON, AGENCY, "issued"]["evidence"]
    assert item == {
        "source": "a.txt",
        "article": ARTICLE,
        "ranges": [[3, 9]],
        "quote": "丙局局长王一。",
        "line": 2,
        "extractor": "posts",
        "confidence": 1.0,
        "marks": [[0, 2], [4, 6]],
    }


def test_the_graph_says_what_it_was_made_from():
    about = build(table(), name="试", window=Window.PARAGRAPH, cap=7).graph
    assert about.pop("version")
    assert about == {"name": "试", "sources": 1, "articles": 1, "characters": 9, "window": "paragraph", "cap": 7,
                     "capped": 2, "modified": "2022-04"}  # fmt: skip
