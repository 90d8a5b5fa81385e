"""`kg evaluate` counts as the scorer of the shared gold does, figure for figure."""

import copy
import json
import random
import runpy

import pytest

from kg.export.article_json import to_json
from kg.pipeline import read
from kg.quality.gold import by_name, read_gold
from kg.quality.score import score

SETS = ("seeds", "dev")


@pytest.fixture(scope="module")
def judge(shared):
    path = shared / "score" / "score.py"
    if not path.exists():
        pytest.skip(f"no scorer in {path}")
    return runpy.run_path(str(path))["score"]


@pytest.fixture(scope="module", params=SETS)
def pair(request, shared):
    """Give a gold set and what is read in its files."""
    gold = read_gold(shared / "gold" / f"{request.param}.jsonl")
    return gold, [json.loads(json.dumps(to_json(each))) for each in read(shared / "gold" / request.param)]


def theirs(judge, gold, predicted):
    tallies, article, evidence = judge(gold, [by_name(row) for row in predicted])
    return {kind: tally.rows() for kind, tally in tallies.items()}, +article, +evidence


def ours(gold, predicted):
    scores = score(gold, predicted)
    names = ("p", "r", "f1", "gold", "pred")
    rows = {
        kind: {key: dict(zip(names, figures, strict=True)) for key, figures in keys.items()}
        for kind, keys in scores.rows().items()
    }
    return rows, +scores.article, +scores.evidence


def test_on_real_predictions(judge, pair):
    assert ours(*pair) == theirs(judge, *pair)


def test_on_the_gold_itself(judge, pair):
    gold, _ = pair
    assert ours(gold, gold) == theirs(judge, gold, gold)


def test_on_nothing(judge, pair):
    assert ours(pair[0], []) == theirs(judge, pair[0], [])


@pytest.mark.parametrize("seed", range(25))
def test_on_damaged_predictions(judge, pair, seed):
    """Names, offsets, titles, events and articles go wrong in every way that the scorer tells apart."""
    gold, predicted = pair
    base = gold if seed % 2 else predicted
    damaged = damage(copy.deepcopy(base), random.Random(seed))
    assert ours(gold, damaged) == theirs(judge, gold, damaged)


def damage(rows, chance):
    names = [span["entity"] for row in rows for span in row["spans"]]
    for row in rows:
        row["source"] = chance.choice(["", "a/b/", "a\\b\\"]) + row["source"]
        row["title"] = chance.choice([row["title"], None, "另一个标题", f"《{row['title']}》"])
        row["date"] = chance.choice([row["date"], None, "2021", "2021-04-08", f"{row['date']}-01"])
        row["reported_by"] = chance.choice([row["reported_by"], None, "民政部"])
        row["ranges"] = [[start + chance.randint(0, 90), end] for start, end in row["ranges"]]
        row["spans"] = [damaged_span(span, names, chance) for span in row["spans"] if chance.random() < 0.9]
        row["relations"] = [damaged_relation(each, names, chance) for each in row["relations"]]
        row["events"] = [damaged_event(event, chance) for event in row["events"] if chance.random() < 0.9]
        if chance.random() < 0.2:
            row["events"] = row["events"] * 2
    return [row for row in rows if chance.random() < 0.9]


def damaged_span(span, names, chance):
    start = span["start"] + chance.choice([0, 0, 0, 0, 1])
    entity = chance.choice([span["entity"], span["entity"], None, chance.choice(names)])
    if entity and chance.random() < 0.2:
        entity = chance.choice([f"浙江省杭州市{entity}", entity[2:], f"《{entity}》", f" {entity}"]) or None
    label = chance.choice([span["label"], span["label"], span["label"], "PLACE", "EVENT"])
    return {**span, "start": min(start, span["end"] - 1), "entity": entity, "label": label}


def damaged_relation(relation, names, chance):
    made = dict(relation)
    for end in ("from", "to"):
        if chance.random() < 0.1:
            made[end] = chance.choice([name for name in names if name])
    if chance.random() < 0.1:
        made["rel"] = chance.choice(["part_of", "jurisdiction", "attended", "holds_post", "reported_by"])
    made |= chance.choice([{}, {}, {"title": "局长"}, {"status": "former"}, {"role": "host"}])
    made |= chance.choice([{}, {"evidence": None}, {"evidence": [{"ranges": [[0, 40], [90, 95]]}]}])
    return made


def damaged_event(event, chance):
    return {**event, "id": chance.choice([event["id"], event["id"][2:], "一次没有开过的会", event["id"] + "开幕式"])}
