"""Blocks are sorted in memory that does not grow with their number."""

import random

import pytest

from kg.export.rdf.sorting import SortedBlocks


@pytest.mark.parametrize("buffer", [1, 500, 5_000, 1 << 20])
def test_no_more_than_the_buffer_is_held(buffer, monkeypatch):
    keys = [f"{number:05d}" for number in range(2_000)]
    random.Random(7).shuffle(keys)
    most = 0
    spill = SortedBlocks._spill

    def watched(self):
        nonlocal most
        most = max(most, sum(len(key) + len(text) for key, _, text in self._held))
        spill(self)

    monkeypatch.setattr(SortedBlocks, "_spill", watched)
    with SortedBlocks(((key, 1, f"text of {key}") for key in [*keys, *keys[:100]]), buffer=buffer) as blocks:
        assert [key for key, _, _ in blocks] == sorted(keys)
        assert [key for key, _, _ in blocks] == sorted(keys), "it can be read again"
    assert most <= buffer + len("00000" + "text of 00000")
    assert (most > 0) is (buffer < 1 << 20)
