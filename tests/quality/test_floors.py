"""What is read stays above the floors of floors.toml; lowering one needs a reason in the changelog."""

from pathlib import Path

import pytest

from kg.export.article_json import to_json
from kg.pipeline import read, sample
from kg.quality.floors import below, read_floors
from kg.quality.gold import read_gold
from kg.quality.score import score

HERE = Path(__file__).parent
FLOORS = read_floors(HERE / "floors.toml")
OWN = HERE.parent / "gold"


def failures(gold, folder, floor):
    return below(score(read_gold(gold), [to_json(each) for each in read(folder)]), FLOORS[floor])


@pytest.mark.parametrize("gold", sorted(OWN.glob("*.jsonl")), ids=lambda path: path.stem)
def test_on_our_own_gold(gold):
    """A gold file annotates the folder of its name beside it, sample.jsonl the packaged sample corpus."""
    folder = gold.with_suffix("")
    assert failures(gold, folder if folder.is_dir() else sample(), gold.stem) == []


@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_on_the_shared_gold(shared, name):
    assert failures(shared / "gold" / f"{name}.jsonl", shared / "gold" / name, name) == []
