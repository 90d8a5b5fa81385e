"""The scorer on invented articles: what counts, what doesn't, and what the errors show."""

import json

import pytest

from kg.errors import DataError, InputError
from kg.quality.calibration import calibration, sure
from kg.quality.faults import faults, sentence
from kg.quality.floors import below, measures, read_floors
from kg.quality.gold import read_gold
from kg.quality.names import Names, likeness, plain
from kg.quality.score import score
from kg.quality.tally import Judged, Scores, figures

TEXT = "青川省民政厅厅长陆云舟主持会议。\n会议在青川省召开。\n"


def article(**changes):
    made = {
        "source": "a.txt",
        "title": "青川省开会",
        "ranges": [[0, len(TEXT)]],
        "date": "2023-04",
        "reported_by": None,
        "entities": [
            {"entity": "陆云舟", "type": "OFFICIAL"},
            {"entity": "青川省民政厅", "type": "AGENCY", "kind": "government"},
            {"entity": "青川省", "type": "PLACE", "kind": "province"},
        ],
        "spans": [
            {"start": 0, "end": 6, "label": "AGENCY", "entity": "青川省民政厅"},
            {"start": 8, "end": 11, "label": "OFFICIAL", "entity": "陆云舟"},
            {"start": 20, "end": 23, "label": "PLACE", "entity": "青川省"},
        ],
        "relations": [
            {"from": "陆云舟", "rel": "holds_post", "to": "青川省民政厅", "title": "厅长", "start": 0, "end": 11},
            {"from": "青川省民政厅", "rel": "jurisdiction", "to": "青川省", "start": 0, "end": 6},
        ],
        "events": [],
    }
    return {**made, **changes}


def said(relation, **changes):
    evidence = [{"ranges": [[0, 16]], "quote": TEXT[:16], "line": 1}]
    return {"confidence": 0.95, "evidence": evidence, **{k: relation[k] for k in ("from", "rel", "to")}, **changes}


def f1(scores, kind, key="all"):
    return scores.rows()[kind][key].f1


def test_the_gold_itself_is_perfect():
    scores = score([article()], [article()])
    assert [f1(scores, kind) for kind in ("mention", "entity", "relation", "post title")] == [1.0] * 4
    assert scores.article["found"] == scores.article["title"] == scores.article["date"] == 1


@pytest.mark.parametrize(
    ("kind", "changes", "expected"),
    [
        ("mention", {"spans": article()["spans"][:2]}, 0.8),
        ("mention", {"spans": [{**s, "label": "PLACE"} for s in article()["spans"]]}, 0.3333),
        ("entity", {"spans": [{**s, "entity": None} for s in article()["spans"]]}, 0.0),
        ("relation", {"relations": article()["relations"][:1]}, 0.6667),
        ("post title", {"relations": [{**article()["relations"][0], "title": "副厅长"}]}, 0.0),
        ("relation", {"relations": [{**article()["relations"][0], "title": "副厅长"}]}, 0.6667),
    ],
)
def test_what_goes_wrong_costs(kind, changes, expected):
    assert f1(score([article()], [article(**changes)]), kind) == expected


def test_a_status_that_is_left_out_is_current():
    current = {**article()["relations"][0], "status": "current"}
    former = {**current, "status": "former"}
    for relation, expected in ((current, 1.0), (former, 0.0)):
        scores = score([article()], [article(relations=[relation])])
        assert f1(scores, "post title", "with title and status") == expected


@pytest.mark.parametrize("label", ["AGENCY", "PLACE"])
def test_what_lies_on_an_optional_span_is_left_out(label):
    gold = article(spans=[*article()["spans"], {"start": 12, "end": 15, "label": "OPTIONAL", "entity": None}])
    extra = {"start": 12, "end": 15, "label": label, "entity": "会议"}
    assert f1(score([gold], [article(spans=[*article()["spans"], extra])]), "mention") == 1.0


def test_articles_go_to_the_gold_that_they_share_most_with():
    gold = [article(ranges=[[0, 10]], relations=[], spans=[]), article(ranges=[[10, 30]])]
    scores = score(gold, [article(ranges=[[8, 30]])])
    assert scores.article["gold"] == 2
    assert scores.article["found"] == 1
    assert f1(scores, "relation") == 1.0


def test_invented_dates_are_counted():
    assert score([article(date=None)], [article()]).article["invented date"] == 1


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("《青川省民政厅》", "青川省民政厅"),
        ("民政厅", "民政厅"),
        ("青川省民政局", "青川省民政局"),
        ("云海市青川省民政厅", "青川省民政厅"),
        ("厅", "青川省民政厅有关厅"),
    ],
)
def test_names_fold_only_onto_longer_or_shorter_chains_of_places(name, meant):
    expected = name if meant == "青川省民政厅有关厅" else meant
    assert Names(article()["entities"]).fold(name) == expected


def test_strict_names_keep_their_chain():
    names = Names([{"entity": "青川省朝阳区民政局", "type": "AGENCY", "strict": True}])
    assert names.fold("朝阳区民政局") == "朝阳区民政局"


@pytest.mark.parametrize(
    ("one", "other"),
    [("中国共产党青川省委员会", "青川省委"), ("阿不都·买买提", "阿不都•买买提"), (" 《意见》", "意见"), (None, "")],
)
def test_spellings_that_mean_the_same(one, other):
    assert plain(one) == plain(other)


def test_names_of_meetings_are_alike_where_one_holds_the_other():
    assert likeness("全省民政会议", "民政会议") == 1.0
    assert likeness("全省民政会议", "足球赛") < 0.6


def test_errors_are_shown_in_their_sentence():
    scores = score([article()], [article(spans=article()["spans"][1:])])
    lines = list(faults(scores, {"a.txt": TEXT}, limit=3))
    assert "missed mention AGENCY a.txt: 0 6  【青川省民政厅】厅长陆云舟主持会议。" in lines
    assert list(faults(scores, {}, limit=0)) == []


def test_a_sentence_without_end_is_cut():
    assert len(sentence("字" * 1000, (500, 502))) == 80 + 2 + 2 + 80


def test_confidence_is_held_against_what_is_right():
    gold = article()
    wrong = said(gold["relations"][0], title="副厅长", confidence=0.55)
    right = [said(gold["relations"][0], title="厅长"), said(gold["relations"][1])]
    scores = score([gold], [article(relations=[wrong, *right])])
    assert [(each.low, each.number, each.right) for each in calibration(scores.judged)] == [(0.5, 1, 0), (0.95, 2, 2)]
    assert sure(scores.judged)[2:] == (2, 0.95, 2)


def test_a_confidence_of_one_is_in_the_last_bin():
    assert calibration([Judged(1.0, True)])[0].low == 0.95


def test_figures_of_nothing_are_zero():
    assert figures(0, 0, 0) == (0.0, 0.0, 0.0, 0, 0)


def test_floors_name_what_fell(tmp_path):
    scores = score([article(date=None)], [article(spans=[])])
    lines = below(scores, {"mention": 0.5, "articles": 1, "invented_dates": 0})
    assert [line.split(" is ")[0] for line in lines] == ["mention", "invented_dates"]


def test_an_unknown_floor_is_an_error(tmp_path):
    path = tmp_path / "floors.toml"
    path.write_text("[own]\nmentions = 0.9\n", encoding="utf-8")
    with pytest.raises(DataError, match="mentions"):
        read_floors(path)


def test_every_measure_is_there_before_anything_was_scored():
    assert measures(Scores())["articles"] == 0


@pytest.mark.parametrize("line", ["{", "[]", '{"source": "a"}'])
def test_a_malformed_gold_line_is_named(tmp_path, line):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(article(), ensure_ascii=False) + "\n\n" + line + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"gold\.jsonl:3"):
        read_gold(path)


def test_a_gold_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"none\.jsonl"):
        read_gold(tmp_path / "none.jsonl")
