"""Count hits, misses and false hits, and give precision, recall and F1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kg.offsets import Range

LABELS = ("OFFICIAL", "AGENCY", "DOCUMENT", "PLACE")
KINDS = ("mention", "entity", "relation", "post title", "event")
Key = tuple[Any, ...]
Items = Mapping[Key, Range | None]
"""What is compared, each with the stretch of the raw file that shows it (or None)."""


class Figures(NamedTuple):
    """Hold precision, recall and F1, with how many there were and how many were found."""

    precision: float
    recall: float
    f1: float
    gold: int
    predicted: int


class Fault(NamedTuple):
    """Hold one miss or false hit: what, in which article (0-based), and where in the raw file it shows."""

    key: str
    source: str
    article: int
    item: Key
    range: Range | None


class Judged(NamedTuple):
    """Hold one relation's confidence, and whether it is right in all its parts."""

    confidence: float
    right: bool


def figures(hits: int, extra: int, missed: int) -> Figures:
    """Give the figures of counts, rounded to four places; a share of nothing is 0."""
    precision = hits / (hits + extra) if hits + extra else 0.0
    recall = hits / (hits + missed) if hits + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figures(round(precision, 4), round(recall, 4), round(f1, 4), hits + missed, hits + extra)


@dataclass(slots=True)
class Tally:
    """Gather the counts of one kind of thing, by key (a label, a relation, …)."""

    hits: Counter[str] = field(default_factory=Counter)
    missed: list[Fault] = field(default_factory=list)
    extra: list[Fault] = field(default_factory=list)

    def add(self, key: str, gold: Items, predicted: Items, *, source: str, article: int) -> None:
        """Compare what one article holds with what was found there."""
        self.hits[key] += len(gold.keys() & predicted.keys())
        self.missed += [Fault(key, source, article, item, gold[item]) for item in _only(gold, predicted)]
        self.extra += [Fault(key, source, article, item, predicted[item]) for item in _only(predicted, gold)]

    def rows(self) -> dict[str, Figures]:
        """Give the figures by key, sorted, and under `all` those of everything together."""
        missed = Counter(fault.key for fault in self.missed)
        extra = Counter(fault.key for fault in self.extra)
        found = {key: figures(self.hits[key], extra[key], missed[key]) for key in sorted(self.hits)}
        return {**found, "all": figures(self.hits.total(), extra.total(), missed.total())}


def _only(these: Items, those: Items) -> list[Key]:
    return sorted(these.keys() - those.keys(), key=str)


def _tallies() -> dict[str, Tally]:
    return {kind: Tally() for kind in KINDS}


@dataclass(slots=True)
class Scores:
    """Hold all that was counted over a corpus."""

    tallies: dict[str, Tally] = field(default_factory=_tallies)
    article: Counter[str] = field(default_factory=Counter)
    evidence: Counter[str] = field(default_factory=Counter)
    judged: list[Judged] = field(default_factory=list)

    def rows(self) -> dict[str, dict[str, Figures]]:
        """Give precision, recall and F1 by kind and key."""
        return {kind: tally.rows() for kind, tally in self.tallies.items()}


def characters(ranges: Iterable[Sequence[int]]) -> set[int]:
    """Give every offset inside the ranges."""
    return {offset for start, end in ranges for offset in range(start, end)}


def unpaired(name: str) -> str:
    """Give the name of an extracted meeting that no annotated one matches."""
    return f"{name} (extra)"
