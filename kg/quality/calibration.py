"""Tell whether confidence means what it says: of relations so sure, how many are right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.quality.tally import Judged

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
SURE = 0.9


class Bin(NamedTuple):
    """Hold the relations of one range of confidence: how many, their mean confidence, how many are right."""

    low: float
    high: float
    number: int
    mean: float
    right: int


def calibration(judged: Sequence[Judged]) -> list[Bin]:
    """Give the bins of confidence, lowest first, without the empty ones; the last one is closed at 1."""
    bins = (_bin(judged, low, high) for low, high in zip(EDGES, (*EDGES[1:], 1.0), strict=True))
    return [each for each in bins if each.number]


def sure(judged: Sequence[Judged]) -> Bin:
    """Give all the relations of confidence 0.9 and above as one bin."""
    return _bin(judged, SURE, 1.0)


def _bin(judged: Sequence[Judged], low: float, high: float) -> Bin:
    inside = [each for each in judged if low <= each.confidence and (each.confidence < high or high == 1.0)]
    mean = sum(each.confidence for each in inside) / len(inside) if inside else 0.0
    return Bin(low, high, len(inside), mean, sum(each.right for each in inside))
