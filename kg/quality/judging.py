"""Draw statements at random to be judged by a reader, and hold later readings against the verdicts."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from kg.model import Entity, EntityType, Extraction, Predicate, Relation

POST, EDGE, ENTITY = KINDS = ("post", "edge", "entity")
_LEFT_OUT = (Predicate.REPORTED_BY, Predicate.CO_OCCURS_WITH)
"""Not judged: the one is read from the byline alone, the other claims no more than that both are named."""


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """Hold one statement of one article: where it is read (raw offsets) and what it says, in words."""

    kind: str
    source: str
    start: int
    end: int
    words: str
    quote: str = ""


def statements(extraction: Extraction) -> Iterator[Said]:
    """Give what an article is read to say: each post, each other role edge, each mention of a resolved entity."""
    entities = {entity.id: entity for entity in extraction.entities}
    for relation in extraction.relations:
        if relation.predicate not in _LEFT_OUT:
            yield _edge(extraction, relation, entities)
    for mention in extraction.mentions:
        if mention.entity is not None and mention.label is not EntityType.EVENT:
            words = f"{mention.label} {entities[mention.entity].name}"
            quote = next((s.quote for s in extraction.sentences if _within(mention.start, s.ranges)), mention.text)
            yield Said(ENTITY, extraction.source, mention.start, mention.end, words, f"{mention.text} ⟵ {quote}")


def draw(said: Iterable[Said], *, number: int, seed: int) -> list[Said]:
    """Draw `number` statements of each kind, without repetition; the same ones for the same seed, sorted."""
    pools: Mapping[str, list[Said]] = {kind: [] for kind in KINDS}
    for each in said:
        pools[each.kind].append(each)
    dice = random.Random(seed)
    drawn = [dice.sample(sorted(pools[kind]), min(number, len(pools[kind]))) for kind in KINDS]
    return [each for kind in drawn for each in sorted(kind)]


def wilson(right: int, number: int, *, z: float = 1.96) -> tuple[float, float]:
    """Give the Wilson score interval of a share (Wilson 1927, JASA 22: 209–212), by default of 95 %."""
    share, room = right / number, z * z / number
    middle = (share + room / 2) / (1 + room)
    half = z * sqrt(share * (1 - share) / number + room / (4 * number)) / (1 + room)
    return middle - half, middle + half


def _edge(extraction: Extraction, relation: Relation, entities: Mapping[str, Entity]) -> Said:
    ends = [_name(entities, relation.subject), str(relation.predicate), _name(entities, relation.object)]
    more = [str(each) for each in (relation.title, relation.role, relation.status) if each is not None]
    shown = relation.evidence[0]
    kind = POST if relation.predicate is Predicate.HOLDS_POST else EDGE
    ranges = shown.ranges
    return Said(kind, extraction.source, ranges[0][0], ranges[-1][1], " | ".join(ends + more), shown.quote)


def _name(entities: Mapping[str, Entity], id: str) -> str:
    return entities[id].name if id in entities else "article"


def _within(offset: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in ranges)
