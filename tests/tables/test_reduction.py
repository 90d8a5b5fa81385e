"""The reduction merges by id alone, in any order."""

from dataclasses import replace

import pytest
from extractions import make_entity, make_evidence, make_extraction, make_relation
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.ids import article_id
from kg.model import Mention, Predicate, Role, Status, Window
from kg.tables import reduce
from kg.tables.co_occurrence import npmi

NAMES = ["甲人", "乙人", "丙局", "丁局", "戊书", "己地", "庚会"]


@st.composite
def extractions(draw):
    made = []
    for index in range(draw(st.integers(1, 5))):
        names = draw(st.lists(st.sampled_from(NAMES), min_size=2, unique=True))
        quotes = draw(st.lists(st.lists(st.sampled_from(names), min_size=1, unique=True), max_size=4))
        relations = [
            make_relation(
                names[0],
                draw(st.sampled_from([Predicate.HOLDS_POST, Predicate.ISSUED])),
                names[1],
                make_evidence(draw(st.sampled_from(["甲是乙。", "甲 是乙。", "丙。"])), draw(st.integers(0, 2))),
                confidence=draw(st.sampled_from([0.5, 0.9])),
                title=draw(st.sampled_from([None, "局长"])),
                status=draw(st.sampled_from([None, *Status])),
            )
            for _ in range(draw(st.integers(0, 3)))
        ]
        entity = make_entity(names[0])._replace(kind=draw(st.sampled_from([None, "a", "b"])), aliases=("丙",))
        made.append(
            make_extraction(
                names,
                entities=[entity],
                source=draw(st.sampled_from(["a.txt", "b.txt"])),
                index=index,
                date=draw(st.sampled_from([None, "2022", "2022-04", "2022-04-08"])),
                relations=relations,
                sentences=[[("".join(quote) + "。", quote)] for quote in quotes],
            )
        )
    return made


@given(extractions(), st.randoms(), st.sampled_from(Window), st.integers(2, 4))
def test_order_and_repetition_make_no_difference(made, random, window, cap):
    shuffled = [*made, made[0]]
    random.shuffle(shuffled)
    assert reduce(shuffled, window=window, cap=cap) == reduce(made, window=window, cap=cap)


@given(extractions())
def test_articles_are_nodes_and_all_ends_are_known(made):
    table = reduce(made)
    known = {node.id for node in table.nodes}
    assert {article_id(item.source, item.index) for item in made} <= known
    assert all({edge.subject, edge.object} <= known for edge in table.statements)
    assert all(item.article in known for edge in table.statements for item in edge.evidence)


def node(table, name):
    return next(node for node in table.nodes if node.name == name)


def only(table, predicate):
    (found,) = [statement for statement in table.statements if statement.predicate is predicate]
    return found


@pytest.mark.parametrize(
    ("dates", "span"),
    [
        (["2022-04-08", "2022-03"], ("2022-03", "2022-04-08")),
        (["2022", "2022-04-08"], ("2022", "2022-04-08")),
        ([None, "2021"], ("2021", "2021")),
        ([None], (None, None)),
    ],
)
def test_dates_of_an_entity_span_those_of_its_articles(dates, span):
    table = reduce(make_extraction(["甲人"], index=i, date=date) for i, date in enumerate(dates))
    assert (node(table, "甲人").first_date, node(table, "甲人").last_date) == span


def test_kind_by_majority_and_aliases_by_count_then_text():
    base = make_entity("丙局")
    texts = ["丙局", "局", "局", "丁"]
    mentions = [Mention(i, i + 1, base.type, text, base.id) for i, text in enumerate(texts)]
    first = make_extraction(entities=[base._replace(kind="b", aliases=("乙", "丁", "局"))], mentions=mentions)
    others = [make_extraction(entities=[base._replace(kind=kind)], index=i + 1) for i, kind in enumerate("bca")]
    found = node(reduce([first, *others]), "丙局")
    assert found.kind == "b"
    assert found.aliases == ("局", "丁", "乙")
    assert (found.mentions, found.articles) == (7, 4)


def test_a_repeated_sentence_counts_once_and_both_articles_are_evidence():
    made = [
        make_extraction(
            ["甲人", "丙局"],
            source=source,
            relations=[
                make_relation(
                    "甲人", Predicate.HOLDS_POST, "丙局", make_evidence(quote, 3, source=source), title="局长"
                )
            ],
        )
        for source, quote in [("a.txt", "丙局局长甲人。"), ("b.txt", "丙局 局长甲人。")]
    ]
    post = only(reduce(made), Predicate.HOLDS_POST)
    assert (post.weight, post.articles, len(post.evidence)) == (1, 2, 2)
    assert {item.article for item in post.evidence} == {article_id("a.txt", 0), article_id("b.txt", 0)}


def test_evidence_for_one_place_stands_once_with_the_surer():
    items = [make_evidence("丙局局长甲人。", 3, confidence=sure) for sure in (0.5, 0.8, 0.6)]
    made = make_extraction(["甲人", "丙局"], relations=[make_relation("甲人", Predicate.AUTHORED, "丙局", *items)])
    (item,) = only(reduce([made]), Predicate.AUTHORED).evidence
    assert item.confidence == 0.8


def test_titles_roles_and_status_keep_statements_apart():
    item = make_evidence("甲人", 0)
    relations = [
        make_relation("甲人", Predicate.HOLDS_POST, "丙局", item, title="局长", status=Status.CURRENT),
        make_relation("甲人", Predicate.HOLDS_POST, "丙局", item, title="局长", status=Status.FORMER),
        make_relation("甲人", Predicate.HOLDS_POST, "丙局", item, title="书记", status=Status.FORMER),
        make_relation("甲人", Predicate.ATTENDED, "庚会", item, role=Role.HOST),
        make_relation("甲人", Predicate.ATTENDED, "庚会", item, role=Role.SPEAKER),
    ]
    table = reduce([make_extraction(["甲人", "丙局", "庚会"], relations=relations)])
    assert len(table.statements) == 5


@pytest.mark.parametrize("given", [True, False])
def test_the_source_line_is_an_edge_from_the_article(given):
    quote = "（据丙局）"
    relation = make_relation("丙局", Predicate.REPORTED_BY, "丙局", make_evidence(quote, 0))._replace(subject="a.txt#1")
    made = make_extraction(
        ["丙局"],
        reported_by="丙局",
        relations=[relation] if given else [],
        sentences=[[("这是一句提到丙局的长句。", ["丙局"]), (quote, ["丙局"])]],
    )
    edge = only(reduce([made]), Predicate.REPORTED_BY)
    assert (edge.subject, edge.weight, [item.quote for item in edge.evidence]) == (article_id("a.txt", 0), 1, [quote])


TOGETHER = [
    [("甲人和丙局。", ["甲人", "丙局"]), ("甲人和丙局。", ["甲人", "丙局"]), ("戊书。", ["戊书"])],
    [("己地。", ["己地"])],
]


@pytest.mark.parametrize(
    ("window", "pairs"),
    [
        (Window.SENTENCE, {("甲人", "丙局")}),
        (Window.PARAGRAPH, {("甲人", "丙局"), ("甲人", "戊书"), ("丙局", "戊书")}),
        (
            Window.ARTICLE,
            {
                ("甲人", "丙局"),
                ("甲人", "戊书"),
                ("丙局", "戊书"),
                ("甲人", "己地"),
                ("丙局", "己地"),
                ("戊书", "己地"),
            },
        ),
    ],
)
def test_the_window_decides_what_co_occurs(window, pairs):
    table = reduce([make_extraction(["甲人", "丙局", "戊书", "己地"], sentences=TOGETHER)], window=window)
    expected = {tuple(sorted(make_entity(name).id for name in pair)) for pair in pairs}
    found = {(edge.subject, edge.object): edge for edge in table.statements}
    assert set(found) == expected
    assert {edge.weight for edge in found.values()} == {1}


def test_a_pair_apart_in_its_window_quotes_both_sentences():
    made = make_extraction(["甲人", "己地"], sentences=[[("甲人来。", ["甲人"])], [("在己地。", ["己地"])]])
    (edge,) = reduce([made], window=Window.ARTICLE).statements
    assert [item.quote for item in edge.evidence] == ["甲人来。", "在己地。"]
    assert [[item.quote[s:e] for s, e in item.marks] for item in edge.evidence] == [["甲人"], ["己地"]]


def test_events_never_co_occur():
    assert not reduce([make_extraction(["甲人", "庚会"], sentences=[[("甲人庚会", ["甲人", "庚会"])]])]).statements


def test_the_cap_keeps_the_first_and_counts_where_it_bit():
    quote = "丙局、甲人、己地、戊书。"
    made = make_extraction(["甲人", "丙局", "戊书", "己地"], sentences=[[(quote, ["甲人", "丙局", "戊书", "己地"])]])
    table = reduce([made, replace(made, source="b.txt")], cap=2)
    (edge,) = table.statements
    assert {edge.subject, edge.object} == {make_entity("丙局").id, make_entity("甲人").id}
    assert table.capped == 1


@pytest.mark.parametrize(
    ("together", "first", "second", "windows", "value"),
    [
        (2, 2, 2, 4, 1.0),  # never one without the other
        (1, 2, 2, 4, 0.0),  # as often as by chance
        (4, 4, 4, 4, 1.0),  # in every window: the limit
        (1, 4, 4, 8, -0.333333),  # ln(1/8 / (1/2 1/2)) / -ln(1/8)
    ],
)
def test_npmi_after_bouma(together, first, second, windows, value):
    assert npmi(together, first, second, windows) == value


def test_an_end_that_is_not_among_the_entities_is_named():
    relation = make_relation("甲人", Predicate.ISSUED, "丁局")
    with pytest.raises(DataError, match=r"a\.txt#1: agency/丁局.* is not among the entities"):
        reduce([make_extraction(["甲人"], relations=[relation])])
