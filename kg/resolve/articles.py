"""Turn the findings of one article into an Extraction: entities with keys, mentions, relations with evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from kg import ids
from kg.model import (
    Article,
    Entity,
    EntityType,
    Extraction,
    Mention,
    Sentence,
)
from kg.offsets import Range
from kg.readings import Link, Occasion, Readings
from kg.resolve.linking import add_link, reported_by
from kg.resolve.locating import add_places
from kg.resolve.naming import add_agencies, add_documents, add_events, add_people
from kg.resolve.resolution import Resolution


def resolve(
    article: Article,
    text: str,
    readings: Readings,
    sentences: tuple[tuple[int, int], ...],
    occasions: tuple[Occasion, ...],
    links: tuple[Link, ...],
    spans: list[tuple[int, int, EntityType]],
) -> Extraction:
    """Give all that an article says, with the key of every entity.

    `spans` are the mentions as (start, end, label) in `text`, which is `article.text`.
    """
    found = Resolution(article, text, readings, sentences, occasions)
    add_agencies(found)
    add_places(found)
    add_documents(found)
    add_people(found, links)
    add_events(found)
    for link in links:
        add_link(found, link)
    reported = reported_by(found)
    return _extraction(found, spans, reported)


def _extraction(found: Resolution, spans: list[tuple[int, int, EntityType]], reported: str | None) -> Extraction:
    article = found.article
    mentions = tuple([_mention(found, *span) for span in spans])
    entities = tuple([_entity(found, found.entities[id]) for id in sorted(found.entities)])
    return Extraction(
        article.source, article.index, article.sha256, article.title, article.ranges, article.date, reported, mentions,
        entities, found.relations(), _sentences(found, spans), len(found.text),
    )  # fmt: skip


def _entity(found: Resolution, entity: Entity) -> Entity:
    aliases = tuple([alias for alias in found.aliases[entity.id] if alias != entity.name])
    if not aliases:
        return entity
    return Entity(
        entity.id, entity.type, entity.name, entity.kind, entity.qualifier, aliases, entity.resolved, entity.attributes
    )


def _mention(found: Resolution, start: int, end: int, label: EntityType) -> Mention:
    first, last = found.article.offsets.raw(start, end)
    id = found.at.get(start)
    entity = None if id is None else found.entities[id]
    named = entity is not None and ((entity.type is label and entity.resolved) or label is EntityType.DOCUMENT)
    return Mention(first, last, label, found.text[start:end], id if named else None)


def _sentences(found: Resolution, spans: list[tuple[int, int, EntityType]]) -> tuple[Sentence, ...]:
    inside: dict[int, list[tuple[str, Range]]] = defaultdict(list)
    known, starts = found.at, found.starts
    for start, end, _ in spans:
        id = known.get(start)
        if id is not None:
            index = max(0, bisect_right(starts, start) - 1)
            first = starts[index]
            inside[index].append((id, (start - first, end - first)))
    out, paragraph, at = [], 0, 0
    for index, marks in inside.items():
        first, last = found.sentences[index]
        ranges, quote, line = found.shown(first, last)
        entities = tuple(dict.fromkeys([id for id, _ in marks]))
        digest = ids.digest("".join(quote.split()))
        paragraph, at = paragraph + found.text.count("\n", at, first), first
        out.append(Sentence(digest, paragraph, ranges, quote, line, entities, tuple(marks)))
    return tuple(out)
