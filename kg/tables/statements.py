"""Gather the relations of all articles into statements with their evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.model import Evidence, Extraction, Predicate, Relation, Role, Sentence, Statement, Status
from kg.offsets import Range
from kg.tables.dates import span
from kg.tables.nodes import squashed

SOURCE_LINE = "source_line"
"""The extractor named on the evidence of a source line for which no relation was given."""


class Key(NamedTuple):
    """Tell two statements apart; what a predicate has no use for is empty."""

    subject: str
    predicate: Predicate
    object: str
    title: str = ""
    role: str = ""
    status: str = ""


@dataclass(slots=True)
class StatementTally:
    """Hold what was gathered for one statement so far."""

    confidence: float
    evidence: dict[tuple[str, tuple[Range, ...]], Evidence] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)


def add_relations(statements: dict[Key, StatementTally], extraction: Extraction, article: str) -> None:
    """Gather the relations of one article, and the agency of its source line, into `statements`."""
    for relation in extraction.relations:
        _add(statements, _key(relation, article), relation.confidence, relation.evidence, article)
    if extraction.reported_by is None:
        return
    key = Key(article, Predicate.REPORTED_BY, extraction.reported_by)
    if key not in statements:
        evidence = _source_line(extraction.sentences, extraction.reported_by, extraction.source, article)
        _add(statements, key, 1.0, evidence, article)


def finished_statements(statements: Mapping[Key, StatementTally], dates: Mapping[str, str | None]) -> list[Statement]:
    """Make the records of all statements, given the date of each article."""
    return [_statement(key, tally, dates) for key, tally in statements.items()]


def evidence_order(evidence: Evidence) -> tuple[str, tuple[Range, ...], str]:
    """Order evidence by its place: source, ranges, article."""
    return evidence.source, evidence.ranges, evidence.article


def _key(relation: Relation, article: str) -> Key:
    """Leave title and status to posts and the role to meetings, so that keys of edges never collide."""
    predicate = relation.predicate
    subject = article if predicate is Predicate.REPORTED_BY else relation.subject
    if predicate is Predicate.HOLDS_POST:
        return Key(subject, predicate, relation.object, title=relation.title or "", status=relation.status or "")
    role = relation.role if predicate is Predicate.ATTENDED else None
    return Key(subject, predicate, relation.object, role=role or "")


def _add(
    statements: dict[Key, StatementTally], key: Key, confidence: float, evidence: tuple[Evidence, ...], article: str
) -> None:
    tally = statements.get(key)
    if tally is None:
        tally = statements[key] = StatementTally(confidence)
    tally.confidence = max(tally.confidence, confidence)
    tally.articles.add(article)
    for item in evidence:
        known = tally.evidence.get((article, item.ranges))
        if known is None or _rank(item) > _rank(known):
            tally.evidence[article, item.ranges] = _of_article(item, article)


def _of_article(item: Evidence, article: str) -> Evidence:
    """Name the article by the id of its node, whichever way the extractor named it."""
    return Evidence(
        item.source, article, item.ranges, item.quote, item.line, item.extractor, item.confidence, item.marks
    )


def _rank(item: Evidence) -> tuple[float, str, str, int, tuple[Range, ...]]:
    """Order evidence for the same place: of two the surer stays, then any fixed one."""
    return item.confidence, item.extractor, item.quote, item.line, item.marks


def _source_line(sentences: tuple[Sentence, ...], agency: str, source: str, article: str) -> tuple[Evidence, ...]:
    """Take the shortest sentence that names the agency for the source line; there may be none."""
    naming = [sentence for sentence in sentences if agency in sentence.entities]
    if not naming:
        return ()
    line = min(naming, key=lambda sentence: (len(sentence.quote), sentence.ranges))
    marks = tuple(mark for entity, mark in line.marks if entity == agency)
    return (Evidence(source, article, line.ranges, line.quote, line.line, SOURCE_LINE, 1.0, marks),)


def _statement(key: Key, tally: StatementTally, dates: Mapping[str, str | None]) -> Statement:
    first, last = span(dates[article] for article in tally.articles)
    return Statement(
        subject=key.subject,
        predicate=key.predicate,
        object=key.object,
        evidence=tuple(sorted(tally.evidence.values(), key=evidence_order)),
        confidence=tally.confidence,
        weight=len({squashed(item.quote) for item in tally.evidence.values()}) or 1,
        articles=len(tally.articles),
        title=key.title or None,
        role=Role(key.role) if key.role else None,
        status=Status(key.status) if key.status else None,
        first_date=first,
        last_date=last,
    )
