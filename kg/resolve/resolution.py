"""Collect the entities, mentions and relations of one article."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from kg import ids
from kg.model import (
    Article,
    Entity,
    EntityType,
    Evidence,
    Predicate,
    Relation,
    Role,
    Status,
)
from kg.offsets import Range
from kg.readings import Occasion, Readings
from kg.resolve.agencies import Organisations
from kg.resolve.context import Context
from kg.resolve.documents import full_titles
from kg.resolve.known import Named
from kg.resolve.territories import Territory

Key = tuple[str, Predicate, str, str | None, str | None, str | None]
"""Subject, predicate, object, title, role and status of a relation."""
_ROLES: dict[str | None, Role] = {role.value: role for role in Role}
_STATUSES: dict[str | None, Status] = {status.value: status for status in Status}


class Resolution:
    """Collect the entities, mentions and relations of one article."""

    def __init__(
        self,
        article: Article,
        text: str,
        readings: Readings,
        sentences: tuple[tuple[int, int], ...],
        occasions: tuple[Occasion, ...],
    ):
        self.article, self.id, self.text, self.readings = article, article.id, text, readings
        self.sentences, self.starts = sentences, [s for s, _ in sentences]
        self.occasions = occasions
        self.context = Context(readings)
        self.printed = {a.end: a.place for a in readings.agencies if a.place} | {p.end: p for p in readings.places}
        self.agencies = Organisations(readings, self.context, text)
        self.titles = full_titles(readings)
        self.entities: dict[str, Entity] = {}
        self.aliases: dict[str, dict[str, None]] = defaultdict(dict)
        self.at: dict[int, str] = {}
        self._places: dict[Territory, str] = {}
        self._shown: dict[tuple[int, int], tuple[tuple[Range, ...], str, int]] = {}
        self.ends = {p.start: p.end for p in readings.places} | {d.start: d.end for d in readings.documents}
        self.ends |= {a.start: a.end for a in readings.agencies} | {p.start: p.end for p in readings.people}
        self.people: dict[str, str] = {}
        self.events: list[str] = []
        self.evidence_of: dict[Key, dict[Evidence, None]] = {}

    # entities
    def add(
        self,
        type: EntityType,
        name: str,
        qualifier: str = "",
        kind: str | None = None,
        *,
        resolved: bool = True,
        **more: str,
    ) -> str:
        """Add an entity and give its id."""
        attributes = tuple(sorted([(k, v) for k, v in more.items() if v])) if more else ()
        return self._keep(_entity(type, name, qualifier, kind, resolved, attributes))

    def _keep(self, entity: Entity) -> str:
        self.entities.setdefault(entity.id, entity)
        return entity.id

    def agency(self, named: Named) -> str:
        """Add an organisation with its parents and territory, and give its id."""
        qualifier = "" if named.resolved else self.id
        return self._keep(_entity(EntityType.AGENCY, named.name, qualifier, named.kind, named.resolved, ()))

    def territory(self, unit: Territory) -> str:
        """Add a place and give its id."""
        id = self._places.get(unit)
        if id is None:
            id = self._places[unit] = self._keep(_place(unit, self.id if _is_open(unit) else ""))
        return id

    def note(self, id: str, start: int, end: int) -> None:
        """Note how an entity is printed at a place in the text, white space left out."""
        self.aliases[id]["".join(self.text[start:end].split())] = None

    # evidence
    def shown(self, first: int, last: int) -> tuple[tuple[Range, ...], str, int]:
        """Give the raw ranges, the text and the line of a sentence."""
        found = self._shown.get((first, last))
        if found is None:
            found = self.article.raw_ranges(first, last), self.text[first:last], self.article.line(first)
            self._shown[first, last] = found
        return found

    def evidence(
        self, start: int, end: int, marks: Iterable[tuple[int, int]], rule: str, confidence: float
    ) -> Evidence:
        """Show the sentence that holds a stretch of the text."""
        index = max(0, bisect_right(self.starts, start) - 1)
        first, last = self.sentences[index]
        while last < end and index + 1 < len(self.sentences):
            index += 1
            last = self.sentences[index][1]
        ranges, quote, line = self.shown(first, last)
        within = tuple(sorted({(a - first, min(last, b) - first) for a, b in marks if first <= a < last}))
        return Evidence(self.article.source, self.id, ranges, quote, line, rule, confidence, within)

    def relate(
        self,
        subject: str,
        predicate: Predicate,
        target: str,
        evidence: Evidence,
        *,
        title: str | None = None,
        role: str | None = None,
        status: str | None = None,
    ) -> None:
        """Add a relation, or its evidence to the same one."""
        key: Key = (subject, predicate, target, title, role, status)
        self.evidence_of.setdefault(key, {})[evidence] = None

    def relations(self) -> tuple[Relation, ...]:
        """Give the relations with all their evidence, in the order in which they were first said."""
        return tuple(
            Relation(
                subject,
                predicate,
                target,
                tuple(shown),
                max([item.confidence for item in shown]),
                title,
                _ROLES.get(role),
                _STATUSES.get(status),
            )
            for (subject, predicate, target, title, role, status), shown in self.evidence_of.items()
        )


@lru_cache(maxsize=8192)
def _entity(
    type: EntityType,
    name: str,
    qualifier: str,
    kind: str | None,
    resolved: bool,
    attributes: tuple[tuple[str, str], ...],
) -> Entity:
    return Entity(ids.entity_id(type, name, qualifier), type, name, kind, qualifier, (), resolved, attributes)


def _is_open(unit: Territory) -> bool:
    """Tell whether nothing says which of several places a name means, so that the article tells it apart."""
    return not unit.code and unit.above is None and bool(unit.candidates or unit.level not in ("region", "other"))


@lru_cache(maxsize=8192)
def _place(unit: Territory, article: str) -> Entity:
    key = unit.code or (unit.above.display if unit.above else article)
    code = unit.code if unit.code.isdecimal() or unit.level == "country" else ""
    attributes = (("candidates", "|".join(unit.candidates)), ("code", code), ("level", unit.level))
    told = tuple([(name, value) for name, value in attributes if value])
    return _entity(EntityType.PLACE, unit.name, key, unit.level, not unit.candidates, told)
