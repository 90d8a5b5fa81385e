"""What a reader judged right is still said, and what was judged wrong not much more than it was."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from kg.pipeline import extract_source
from kg.quality.judging import KINDS, Said, draw, statements, wilson

TABLE = Path(__file__).parents[1] / "judged" / "television.tsv"
LEAST = {"post": 0.95, "edge": 0.92, "entity": 0.95}
"""The share of the statements drawn that must be right."""


def judged():
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader((line for line in lines if line[0] != "#"), dialect="excel-tab"))
    return {
        Said(kind, source, int(start), int(end), words): verdict for verdict, kind, source, start, end, words in rows
    }


def test_the_draw_was_right_often_enough():
    verdicts = Counter((each.kind, verdict) for each, verdict in judged().items())
    for kind in KINDS:
        right, number = verdicts[kind, "right"], verdicts[kind, "right"] + verdicts[kind, "wrong"]
        low, high = wilson(right, number)
        assert right / number >= LEAST[kind]
        assert low < right / number <= high + 1e-9


def test_the_verdicts_still_hold(shared):
    """Of the right statements nearly all are still made, at their place; most wrong ones may go at any time."""
    folder = shared / "corpus" / "xwlb"
    if not folder.is_dir():
        pytest.skip(f"no television news in {folder}")
    known = judged()
    sources = sorted({each.source for each in known})
    made = {
        (each.kind, each.source, each.words)
        for source in sources
        for extraction in extract_source((folder / source).read_bytes(), source)
        for each in statements(extraction)
    }
    still = Counter((v, (e.kind, e.source, e.words) in made) for e, v in known.items())
    assert still["right", True] / (still["right", True] + still["right", False]) >= 0.98
    assert still["right", True] / (still["right", True] + still["wrong", True]) >= 0.95


def test_a_draw_is_the_same_for_the_same_seed_and_whatever_the_order():
    pool = [Said(kind, "a.txt", i, i + 1, f"{i}") for kind in KINDS for i in range(50)]
    first = draw(pool, number=10, seed=3)
    assert first == draw(reversed(pool), number=10, seed=3) != draw(pool, number=10, seed=4)
    assert Counter(each.kind for each in first) == dict.fromkeys(KINDS, 10)


@pytest.mark.parametrize(
    ("right", "number", "low", "high"), [(95, 100, 0.888, 0.978), (100, 100, 0.963, 1.0), (0, 10, 0.0, 0.278)]
)
def test_wilson_gives_the_interval_of_the_literature(right, number, low, high):
    assert wilson(right, number) == (pytest.approx(low, abs=0.001), pytest.approx(high, abs=0.001))
