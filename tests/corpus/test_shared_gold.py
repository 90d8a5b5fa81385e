import json
import os
from pathlib import Path

import pytest

from kg.corpus import read_articles

SHARED = Path(os.environ.get("KG_SHARED", Path(__file__).parents[3] / "shared"))
pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the shared gold articles are not here")


def squash(title):
    return "".join((title or "").split())


def characters(ranges):
    return {i for start, end in ranges for i in range(start, end)}


@pytest.mark.parametrize(("part", "fewest"), [("seeds", 15), ("dev", 20)])
def test_finds_the_gold_articles(part, fewest):
    rows = [json.loads(line) for line in (SHARED / f"gold/{part}.jsonl").read_text("utf-8").splitlines()]
    hits, invented, wrong = 0, [], []
    for row in rows:
        path = SHARED / "gold" / part / Path(row["source"]).name
        gold = characters(row["ranges"])
        articles = read_articles(path.read_bytes(), path.name)
        best = max(articles, key=lambda a: len(gold & characters(a.ranges)))
        mine = characters(best.ranges)
        hits += len(gold & mine) >= 0.9 * len(gold | mine) and squash(best.title) == squash(row["title"])
        invented += [path.name] if best.date and not row["date"] else []
        wrong += [path.name] if row["date"] and not (best.date or "").startswith(row["date"]) else []
    assert hits >= fewest
    assert not invented
    assert not wrong


def test_reads_every_day_of_the_news():
    for path in sorted((SHARED / "corpus/xwlb").glob("*.md")):
        articles = read_articles(path.read_bytes(), path.name)
        assert len(articles) > 5
        assert all(a.date and a.title for a in articles)
        assert not any("<" in a.text or "查看原文" in a.text for a in articles)
