"""Turn the findings of one article into an Extraction: entities with keys, mentions, relations with evidence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from kg import dates, ids, vocabulary
from kg.model import (
    Article,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Mention,
    Predicate,
    Range,
    Relation,
    Role,
    Sentence,
    Status,
)
from kg.readings import Ground, Link, Occasion, Place, Readings
from kg.resolve.agencies import Named, Organisations
from kg.resolve.documents import full_titles, tidy
from kg.resolve.territories import Context, Territory, lineage

LEADERSHIP = frozenset(
    (
        "中共中央",
        "中华人民共和国",
        "国务院",
        "中共中央军事委员会",
        "中共中央政治局",
        "中共中央书记处",
        "全国人民代表大会常务委员会",
        "中国人民政治协商会议全国委员会",
        "中共中央纪律检查委员会",
    )
)
"""Organs whose members have no namesakes in one another: a person's key is the ring of them all."""


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
        self.article, self.text, self.readings = article, text, readings
        self.sentences, self.starts = sentences, [s for s, _ in sentences]
        self.occasions = occasions
        self.context = Context(readings)
        self.agencies = Organisations(readings, self.context, text)
        self.titles = full_titles(readings)
        self.entities: dict[str, Entity] = {}
        self.aliases: dict[str, dict[str, None]] = defaultdict(dict)
        self.at: dict[int, str] = {}
        self.ranges: dict[tuple[int, int], tuple[Range, ...]] = {}
        self.ends = {p.start: p.end for p in readings.places} | {d.start: d.end for d in readings.documents}
        self.ends |= {a.start: a.end for a in readings.agencies} | {p.start: p.end for p in readings.people}
        self.people: dict[str, str] = {}
        self.events: list[str] = []
        self.relations: dict[tuple[object, ...], Relation] = {}

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
        id = ids.entity_id(type, name, qualifier)
        if id not in self.entities:
            self.entities[id] = Entity(
                id, type, name, kind, qualifier, (), resolved, tuple(sorted((k, v) for k, v in more.items() if v))
            )
        return id

    def agency(self, named: Named) -> str:
        """Add an organisation with its parents and territory, and give its id."""
        return self.add(
            EntityType.AGENCY,
            named.name,
            "" if named.resolved else self.article.id,
            named.kind,
            resolved=named.resolved,
        )

    def territory(self, unit: Territory) -> str:
        """Add a place and give its id."""
        above = unit.above.display if unit.above else ""
        key = (
            unit.code or above or ("" if not unit.candidates and unit.level in ("region", "other") else self.article.id)
        )
        level = {"region": "region"}.get(unit.level, unit.level)
        return self.add(
            EntityType.PLACE,
            unit.name,
            key,
            level,
            resolved=not unit.candidates,
            level=level,
            code=unit.code,
            candidates="|".join(unit.candidates),
        )

    # evidence
    def evidence(
        self, start: int, end: int, marks: Iterable[tuple[int, int]], rule: str, confidence: float
    ) -> Evidence:
        """Show the sentence that holds a stretch of the text."""
        index = max(0, bisect_right(self.starts, start) - 1)
        first, last = self.sentences[index]
        while last < end and index + 1 < len(self.sentences):
            index += 1
            last = self.sentences[index][1]
        shown = sorted({(max(0, a - first), min(last, b) - first) for a, b in marks if first <= a < last})
        ranges = self.ranges.get((first, last)) or self.article.raw_ranges(first, last)
        self.ranges[first, last] = ranges
        return Evidence(
            self.article.source,
            self.article.id,
            ranges,
            self.text[first:last],
            self.article.line(first),
            rule,
            confidence,
            tuple(shown),
        )

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
        key = (subject, predicate, target, title, role, status)
        old = self.relations.get(key)
        if old is None:
            self.relations[key] = Relation(
                subject, predicate, target, (evidence,), evidence.confidence, title,
                Role(role) if role else None, Status(status) if status else None,
            )  # fmt: skip
        elif evidence not in old.evidence:
            self.relations[key] = Relation(
                subject,
                predicate,
                target,
                (*old.evidence, evidence),
                max(old.confidence, evidence.confidence),
                title,
                old.role,
                old.status,
            )


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
    _agencies(found)
    _places(found)
    _documents(found)
    _people(found, links)
    _events(found)
    for link in links:
        _link(found, link)
    reported = _reported_by(found)
    return _extraction(found, spans, reported)


def _agencies(found: Resolution) -> None:
    for agency in found.readings.agencies:
        named = found.agencies.named[agency.start]
        id = found.agency(named)
        found.at[agency.start] = id
        found.aliases[id][re.sub(r"\s", "", found.text[agency.start : agency.end])] = None
        _structure(found, named, id, agency.start, agency.end)
        if agency.place:
            _containment(found, found.context.place(agency.place), agency.place)


def _structure(found: Resolution, named: Named, id: str, start: int, end: int) -> None:
    """Add part_of and jurisdiction for an organisation and for the parents that its name tells."""
    evidence = None
    while named is not None:
        evidence = evidence or found.evidence(start, end, [(start, end)], "name", 0.95)
        if (named.territory is not None and named.territory.level != "country" and named.kind not in ("media",)) or (
            named.territory is not None and named.kind == "media"
        ):
            found.relate(id, Predicate.JURISDICTION, found.territory(named.territory), evidence)
        if named.parent is None:
            return
        parent = found.agency(named.parent)
        if id != parent:
            found.relate(id, Predicate.PART_OF, parent, evidence)
        named, id = named.parent, parent


def _containment(found: Resolution, unit: Territory, place: Place) -> None:
    """Add located_in between the units that are printed in a chain, and for a village's or street's holder."""
    printed = [u for u in lineage(unit) if any(u.code in p.codes or u.name == p.name for p in place.parts)]
    for lower, upper in pairwise(printed):
        evidence = found.evidence(place.start, place.end, [(place.start, place.end)], "chain", 0.95)
        found.relate(found.territory(lower), Predicate.LOCATED_IN, found.territory(upper), evidence)
    last = printed[-1] if printed else None
    if last and last.level in ("township", "village") and last.above:
        evidence = found.evidence(place.start, place.end, [(place.start, place.end)], "holder", 0.8)
        found.relate(found.territory(last), Predicate.LOCATED_IN, found.territory(last.above), evidence)


def _places(found: Resolution) -> None:
    for place in found.readings.places:
        unit = found.context.place(place)
        id = found.territory(unit)
        found.at.setdefault(place.start, id)
        found.aliases[id][re.sub(r"\s", "", found.text[place.start : place.end])] = None
        _containment(found, unit, place)
        _named_before(found, unit, place.parts[0].start, place.start, place.end)


def _named_before(found: Resolution, unit: Territory, at: int, start: int, end: int) -> None:
    """Add located_in for a county whose city the same sentence names before: 成都市金牛区…，青羊区…."""
    county = next((u for u in lineage(unit) if u.level == "county"), None)
    if county is None or not county.code or county.above is None or county.above.level != "prefecture":
        return
    first = found.sentences[max(0, bisect_right(found.starts, start) - 1)][0]
    if county.above.name in found.text[first:at]:
        evidence = found.evidence(start, end, [(start, end)], "sentence", 0.8)
        found.relate(found.territory(county), Predicate.LOCATED_IN, found.territory(county.above), evidence)


def _documents(found: Resolution) -> None:
    numbers = {found.titles[d.start]: d.number for d in found.readings.documents if d.number}
    kinds: dict[str, str] = {}
    for document in found.readings.documents:
        name = found.titles[document.start]
        kinds.setdefault(name, document.kind)
    for document in found.readings.documents:
        name = found.titles[document.start]
        qualifier = "" if len(name) >= 6 or kinds[name] == "law" else found.article.id
        id = found.add(
            EntityType.DOCUMENT,
            name,
            qualifier,
            kinds[name],
            number=numbers.get(name, ""),
            resolved=bool(qualifier == ""),
        )
        found.at[document.start] = id
        found.aliases[id][tidy(document.name)] = None


def _people(found: Resolution, links: tuple[Link, ...]) -> None:
    first: dict[str, str] = {}
    for link in links:
        if link.predicate == Predicate.HOLDS_POST and link.subject[1] not in first:
            organ = _organ(found, link.object, link.subject[1], links)
            if organ is not None:
                first[link.subject[1]] = "ring" if organ.name in LEADERSHIP else organ.name
    for person in found.readings.people:
        name = re.sub(r"\s", "", person.name)
        id = found.add(EntityType.OFFICIAL, name, first.get(person.name) or found.article.id)
        found.people[person.name] = id
        found.at[person.start] = id
        found.aliases[id][re.sub(r"\s", "", found.text[person.start : person.end])] = None


def _events(found: Resolution) -> None:
    for occasion in found.occasions:
        date, end = _date_of(found, occasion)
        place = _place_of(found, occasion)
        qualifier = date or found.article.id
        name = re.sub(r"\s", "", occasion.name)
        found.events.append(
            found.add(
                EntityType.EVENT,
                name,
                qualifier,
                None,
                date=date or "",
                end=end or "",
                place=place.name if place else "",
            )
        )


def _date_of(found: Resolution, occasion: Occasion) -> tuple[str | None, str | None]:
    start, end = occasion.sentence
    for span in dates.find_dates(found.text[start:end], found.article.year):
        if span.first:
            return span.first, span.last if span.last != span.first else None
    return (found.article.date, None) if not occasion.dated or occasion is found.occasions[0] else (None, None)


def _place_of(found: Resolution, occasion: Occasion) -> Territory | None:
    start, end = occasion.sentence
    for place in found.readings.places:
        before = found.text[max(0, place.start - 3) : place.start]
        if start <= place.start < end and (
            before.endswith(("在", "到", "于")) or (place.form == "letter" and before.endswith("在"))
        ):
            return found.context.place(place)
    return None


def _organ(found: Resolution, ground: Ground, person: str, links: tuple[Link, ...] = ()) -> Named | None:
    sort, text, at = ground
    if sort == "mention":
        return found.agencies.named.get(at)
    if sort == "organ":
        return found.agencies.central(text)
    if sort == "state":
        row = state_titles().get(text)
        return found.agencies.central(row[0]) if row else None
    if sort == "country":
        agency = found.agencies.by_start[at]
        return found.agencies.government(found.context.place(agency.place)) if agency.place else None
    if sort == "government":
        if at >= 0:
            place = next((p for p in found.readings.places if p.start == at), None)
            return found.agencies.government(found.context.place(place)) if place else None
        return None
    return None


@lru_cache(maxsize=1)
def state_titles() -> dict[str, tuple[str, str]]:
    """Give the titles that name their organ: printed title -> (organ, title at the organ)."""
    return {printed: (organ, title) for printed, organ, title in vocabulary.read_table("state_titles")}


def _government_by_level(found: Resolution, word: str, at: int) -> Named | None:
    unit = found.context.level(word, at)
    return found.agencies.government(unit) if unit else None


def _link(found: Resolution, link: Link) -> None:
    subject = _subject(found, link)
    if subject is None:
        return
    confidence, title = link.confidence, link.title
    if link.predicate == Predicate.HOLDS_POST:
        target = _post_target(found, link)
        if link.object[0] == "state":
            title = state_titles().get(link.object[1], ("", title or ""))[1]
    else:
        target = _object(found, link)
    if target is None:
        return
    marks = [_span(found, link.subject, link), _span(found, link.object, link)]
    evidence = found.evidence(link.start, link.end, marks, link.rule, round(confidence, 2))
    found.relate(subject, Predicate(link.predicate), target, evidence, title=title, role=link.role, status=link.status)


def _span(found: Resolution, ground: Ground, link: Link) -> tuple[int, int]:
    """Give where an end of a link stands in the text; the whole of the link where no words of its own name it."""
    sort, _, at = ground
    if sort in ("mention", "person", "government", "country") and at in found.ends:
        return at, found.ends[at]
    if sort == "meeting":
        occasion = found.occasions[at]
        return occasion.start, occasion.end
    if link.title and link.predicate == Predicate.HOLDS_POST:
        title = next((t for t in found.readings.titles if link.start <= t.start < link.end), None)
        if title:
            return title.start, title.end
    return link.start, link.end


def _post_target(found: Resolution, link: Link) -> str | None:
    sort, text, at = link.object
    if sort == "known":
        return _known(found, link)
    if sort == "government" and at < 0:
        named = _government_by_level(found, text, link.start)
    else:
        named = _organ(found, link.object, link.subject[1])
    return found.agency(named) if named and named.resolved else None


def _known(found: Resolution, link: Link) -> str | None:
    """Give the organ of a title behind a name (袁家军书记) from the posts that the person is known to hold."""
    for (subject, predicate, target, title, *_), relation in list(found.relations.items()):
        if subject != found.people.get(link.subject[1]) or predicate != Predicate.HOLDS_POST:
            continue
        if (
            str(title).endswith(str(link.title))
            and title != "副" + str(link.title)
            and relation.status != Status.FORMER
        ):
            return None
        if link.title and str(title) == "副" + link.title:
            return str(target)
    return None


def _subject(found: Resolution, link: Link) -> str | None:
    sort, text, at = link.subject
    if sort == "person":
        return found.people.get(text)
    if sort == "organ":
        return (
            found.agency(found.agencies.central(text))
            if text in found.agencies.known or text in found.agencies.alias
            else _printed_organ(found, text)
        )
    return found.at.get(at)


def _printed_organ(found: Resolution, text: str) -> str | None:
    """Give the organisation of the article whose name is printed in a title: 上海市民政局关于…."""
    return next(
        (
            id
            for id, e in found.entities.items()
            if e.type is EntityType.AGENCY and (e.name == text or text in found.aliases[id])
        ),
        None,
    )


def _object(found: Resolution, link: Link) -> str | None:
    sort, text, at = link.object
    if sort == "meeting":
        return found.events[at] if at < len(found.events) else None
    if sort == "document":
        return next((id for id, e in found.entities.items() if e.type is EntityType.DOCUMENT and e.name == text), None)
    return found.at.get(at)


def _reported_by(found: Resolution) -> str | None:
    if found.article.source_line is None:
        return None
    start, end = found.article.source_line
    inside = [a for a in found.readings.agencies if start <= a.start and a.end <= end]
    if inside:
        chosen = inside[0]
        subject = ids.article_id(found.article.source, found.article.index)
        evidence = found.evidence(chosen.start, chosen.end, [(chosen.start, chosen.end)], "source-line", 0.97)
        found.relations[(subject, Predicate.REPORTED_BY)] = Relation(
            subject, Predicate.REPORTED_BY, found.at[chosen.start], (evidence,), 0.97
        )
        return found.at[chosen.start]
    return None


def _extraction(found: Resolution, spans: list[tuple[int, int, EntityType]], reported: str | None) -> Extraction:
    article = found.article
    mentions = tuple(_mention(found, *span) for span in spans)
    entities = tuple(
        Entity(
            e.id,
            e.type,
            e.name,
            e.kind,
            e.qualifier,
            tuple(a for a in found.aliases[id] if a != e.name),
            e.resolved,
            e.attributes,
        )
        for id, e in sorted(found.entities.items())
    )
    return Extraction(
        article.source, article.index, article.sha256, article.title, article.ranges, article.date, reported, mentions,
        entities, tuple(found.relations.values()), _sentences(found, spans), len(found.text),
    )  # fmt: skip


def _mention(found: Resolution, start: int, end: int, label: EntityType) -> Mention:
    raw = found.article.raw(start, end)
    id = found.at.get(start)
    entity = found.entities.get(id or "")
    resolved = (
        id
        if (entity is not None and entity.type is label and entity.resolved)
        or (entity is not None and label is EntityType.DOCUMENT)
        else None
    )
    return Mention(raw[0], raw[1], label, found.text[start:end], resolved)


def _sentences(found: Resolution, spans: list[tuple[int, int, EntityType]]) -> tuple[Sentence, ...]:
    inside: dict[int, list[tuple[str, tuple[int, int]]]] = defaultdict(list)
    for start, end, _ in spans:
        if start in found.at:
            index = max(0, bisect_right(found.starts, start) - 1)
            first = found.sentences[index][0]
            inside[index].append((found.at[start], (start - first, end - first)))
    out = []
    for index in sorted(inside):
        first, last = found.sentences[index]
        quote = found.text[first:last]
        entities = tuple(dict.fromkeys(id for id, _ in inside[index]))
        digest = ids.digest(re.sub(r"\s", "", quote))
        paragraph = found.text.count("\n", 0, first)
        out.append(
            Sentence(
                digest,
                paragraph,
                found.article.raw_ranges(first, last),
                quote,
                found.article.line(first),
                entities,
                tuple(inside[index]),
            )
        )
    return tuple(out)
