"""Write what was read in one article as one JSON object: a line of `kg extract` and of articles.jsonl."""

from __future__ import annotations

from typing import Any

import orjson

from kg.model import Entity, EntityType, Evidence, Extraction, Mention, Relation

Row = dict[str, Any]
_LABELS = (EntityType.OFFICIAL, EntityType.AGENCY, EntityType.DOCUMENT, EntityType.PLACE)


def to_json(extraction: Extraction) -> Row:
    """Give an article as plain values: source, title, ranges, date, reported_by, spans, relations, events, entities.

    Offsets are code points of the decoded raw file. Entities are named by their canonical name, meetings
    by their `id`; `entity` of a span is null where it stays unresolved.
    """
    names: dict[str | None, str | None] = {None: None} | {entity.id: entity.name for entity in extraction.entities}
    return {
        "source": extraction.source,
        "title": extraction.title,
        "ranges": _ranges(extraction.ranges),
        "date": extraction.date,
        "reported_by": names[extraction.reported_by],
        "spans": [_span(mention, names[mention.entity]) for mention in extraction.mentions if mention.label in _LABELS],
        "relations": [_relation(relation, names) for relation in extraction.relations],
        "events": [_event(entity) for entity in extraction.entities if entity.type is EntityType.EVENT],
        "entities": [_entity(entity) for entity in extraction.entities if entity.type in _LABELS],
    }


def to_line(extraction: Extraction) -> str:
    """Give an article as one line of JSON, Chinese as it is, without the line end."""
    return orjson.dumps(to_json(extraction)).decode()


def _span(mention: Mention, entity: str | None) -> Row:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "label": str(mention.label),
        "entity": entity,
    }


def _relation(relation: Relation, names: dict[str | None, str | None]) -> Row:
    row: Row = {
        "from": names.get(relation.subject, "article"),
        "rel": str(relation.predicate),
        "to": names[relation.object],
    }
    for key, value in (("title", relation.title), ("role", relation.role), ("status", relation.status)):
        if value is not None:
            row[key] = str(value)
    row["confidence"] = relation.confidence
    row["evidence"] = [_evidence(evidence) for evidence in relation.evidence]
    return row


def _evidence(evidence: Evidence) -> Row:
    return {
        "ranges": _ranges(evidence.ranges),
        "quote": evidence.quote,
        "line": evidence.line,
        "extractor": evidence.extractor,
        "confidence": evidence.confidence,
    }


def _event(entity: Entity) -> Row:
    attributes = dict(entity.attributes)
    return {"id": entity.name, "date": attributes.get("date"), "place": attributes.get("place")}


def _entity(entity: Entity) -> Row:
    return {
        "entity": entity.name,
        "id": entity.id,
        "type": str(entity.type),
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "resolved": entity.resolved,
        **dict(entity.attributes),
    }


def _ranges(ranges: tuple[tuple[int, int], ...]) -> list[list[int]]:
    return list(map(list, ranges))
