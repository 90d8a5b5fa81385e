"""Count how often two entities are named in one window of text, and how much oftener than by chance."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from kg.ids import digest
from kg.model import EntityType, Evidence, Extraction, Predicate, Sentence, Statement, Window
from kg.offsets import Range
from kg.tables.dates import span
from kg.tables.statements import evidence_order

EXTRACTOR = "co_occurrence"
JOINED = frozenset({EntityType.OFFICIAL, EntityType.AGENCY, EntityType.DOCUMENT, EntityType.PLACE})
_DIGITS = 6


@dataclass(slots=True)
class CoOccurrenceTally:
    """Hold the windows seen so far, by their digests, so that a repeated text is one window.

    `seen` are the windows with at least one entity, `capped` those that had more than the cap, `entities`
    the windows of each entity, `pairs` a window and a piece of evidence for each time two were together.
    """

    seen: set[str] = field(default_factory=set)
    capped: set[str] = field(default_factory=set)
    entities: dict[str, set[str]] = field(default_factory=dict)
    pairs: dict[tuple[str, str], list[tuple[str, Evidence]]] = field(default_factory=dict)


def add_windows(tally: CoOccurrenceTally, extraction: Extraction, article: str, *, window: Window, cap: int) -> None:
    """Count the windows of one article, whose id is `article`; of each, only the first `cap` entities."""
    joined = {entity.id for entity in extraction.entities if entity.type in JOINED}
    for name, sentences in _windows(extraction.sentences, window):
        named = [entity for entity in _in_order(sentences) if entity in joined]
        if not named:
            continue
        tally.seen.add(name)
        if len(named) > cap:
            tally.capped.add(name)
            del named[cap:]
        for entity in named:
            tally.entities.setdefault(entity, set()).add(name)
        for pair in combinations(sorted(named), 2):
            found = tally.pairs.setdefault(pair, [])
            found.extend((name, item) for item in _evidence(pair, sentences, extraction.source, article))


def finished_pairs(tally: CoOccurrenceTally, dates: Mapping[str, str | None]) -> list[Statement]:
    """Make a statement for each pair, from the smaller id to the larger, given the date of each article."""
    return [_statement(tally, pair, found, dates) for pair, found in tally.pairs.items()]


def npmi(together: int, first: int, second: int, windows: int) -> float:
    """Give the normalised pointwise mutual information of two entities, from -1 to 1, six decimals.

    npmi(x, y) = ln(p(x, y) / (p(x) p(y))) / -ln p(x, y), after G. Bouma, "Normalized (Pointwise) Mutual
    Information in Collocation Extraction", Proceedings of GSCL 2009. Each p is a number of distinct windows
    over N, the number of distinct windows in which at least one official, agency, document or place is
    named, after the cap. 0 is chance, 1 is never one without the other; two that stand in every window are
    given 1, the limit. A pair must have been together at least once.
    """
    if together == windows:
        return 1.0
    shared = math.log(together / windows)
    value = (math.log(first / windows) + math.log(second / windows) - shared) / shared
    return round(min(1.0, max(-1.0, value)), _DIGITS) + 0.0


def _windows(sentences: Sequence[Sentence], window: Window) -> Iterator[tuple[str, Sequence[Sentence]]]:
    """Give each window as the digest of its sentences and the sentences."""
    if window is Window.SENTENCE:
        yield from ((sentence.digest, (sentence,)) for sentence in sentences)
        return
    groups: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        groups.setdefault(sentence.paragraph if window is Window.PARAGRAPH else 0, []).append(sentence)
    for group in groups.values():
        yield digest(*(sentence.digest for sentence in group)), group


def _in_order(sentences: Iterable[Sentence]) -> dict[str, None]:
    """Give the entities of a window in the order in which they are first named."""
    order: dict[str, None] = {}
    for sentence in sentences:
        order.update((entity, None) for entity, _ in sorted(sentence.marks, key=lambda mark: mark[1]))
        order.update(dict.fromkeys(sentence.entities))
    return order


def _evidence(pair: tuple[str, str], sentences: Sequence[Sentence], source: str, article: str) -> Iterator[Evidence]:
    """Quote the first sentence that names both, else the first that names each."""
    both = next((sentence for sentence in sentences if all(entity in sentence.entities for entity in pair)), None)
    ends = [both] if both else [next(s for s in sentences if entity in s.entities) for entity in pair]
    for sentence in ends:
        marks = tuple(sorted(_first_marks(sentence, pair)))
        yield Evidence(source, article, sentence.ranges, sentence.quote, sentence.line, EXTRACTOR, 1.0, marks)


def _first_marks(sentence: Sentence, pair: tuple[str, str]) -> Iterator[Range]:
    for end in pair:
        places = [mark for entity, mark in sentence.marks if entity == end]
        if places:
            yield min(places)


def _statement(
    tally: CoOccurrenceTally,
    pair: tuple[str, str],
    found: list[tuple[str, Evidence]],
    dates: Mapping[str, str | None],
) -> Statement:
    subject, object = pair
    together = len({name for name, _ in found})
    articles = {item.article for _, item in found}
    first, last = span(dates[article] for article in articles)
    return Statement(
        subject=subject,
        predicate=Predicate.CO_OCCURS_WITH,
        object=object,
        evidence=tuple(sorted({item for _, item in found}, key=evidence_order)),
        confidence=1.0,
        weight=together,
        articles=len(articles),
        npmi=npmi(together, len(tally.entities[subject]), len(tally.entities[object]), len(tally.seen)),
        first_date=first,
        last_date=last,
    )
