"""Name the agencies, documents, people and meetings of an article, and what their names tell."""

from __future__ import annotations

from kg import dates
from kg.model import EntityType, Predicate
from kg.readings import Link, Occasion
from kg.resolve.documents import tidy
from kg.resolve.known import Named
from kg.resolve.linking import organ_of
from kg.resolve.locating import add_containment
from kg.resolve.resolution import Resolution
from kg.resolve.territories import Territory

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


def add_agencies(found: Resolution) -> None:
    """Add the organisations that the article mentions, their parents and their territories."""
    for agency in found.readings.agencies:
        named = found.agencies.named[agency.start]
        id = found.agency(named)
        found.at[agency.start] = id
        found.note(id, agency.start, agency.end)
        _structure(found, named, id, agency.start, agency.end)
        if agency.place:
            add_containment(found, found.context.place(agency.place), agency.place)


def _structure(found: Resolution, named: Named, id: str, start: int, end: int) -> None:
    """Add part_of and jurisdiction for an organisation and for the parents that its name tells."""
    while (home := named.home) is not None or named.parent is not None:
        evidence = found.evidence(start, end, [(start, end)], "name", 0.95)
        if home is not None:
            found.relate(id, Predicate.JURISDICTION, found.territory(home), evidence)
        if named.parent is None:
            return
        parent = found.agency(named.parent)
        if id != parent:
            found.relate(id, Predicate.PART_OF, parent, evidence)
        named, id = named.parent, parent


def add_documents(found: Resolution) -> None:
    """Add the documents that the article mentions; one known by a short title alone is told apart by the article."""
    documents = found.readings.documents
    numbers = {found.titles[d.start]: d.number for d in documents if d.number}
    kinds = {found.titles[d.start]: d.kind for d in reversed(documents)}
    for document in documents:
        name = found.titles[document.start]
        known = len(name) >= 6 or kinds[name] == "law"
        qualifier, number = "" if known else found.id, numbers.get(name, "")
        id = found.add(EntityType.DOCUMENT, name, qualifier, kinds[name], number=number, resolved=known)
        found.at[document.start] = id
        found.aliases[id][tidy(document.name)] = None


def add_people(found: Resolution, links: tuple[Link, ...]) -> None:
    """Add the officials that the article mentions; the organ of the first post tells them apart."""
    first = _first_organs(found, links)
    for person in found.readings.people:
        name = "".join(person.name.split())
        id = found.add(EntityType.OFFICIAL, name, first.get(person.name) or found.id)
        found.people[person.name] = id
        found.at[person.start] = id
        found.note(id, person.start, person.end)


def _first_organs(found: Resolution, links: tuple[Link, ...]) -> dict[str, str]:
    """Give the organ of the first post of each person; the organs that the leaders share count as one."""
    first: dict[str, str] = {}
    for link in links:
        if link.predicate == Predicate.HOLDS_POST and link.subject[1] not in first:
            organ = organ_of(found, link.object, link.subject[1], links)
            if organ is not None:
                first[link.subject[1]] = "ring" if organ.name in LEADERSHIP else organ.name
    return first


def add_events(found: Resolution) -> None:
    """Add the meetings of the article with date and place."""
    for occasion in found.occasions:
        date, end = _date_of(found, occasion)
        place = _place_of(found, occasion)
        name, where = "".join(occasion.name.split()), place.name if place else ""
        qualifier = date or found.id
        id = found.add(EntityType.EVENT, name, qualifier, None, date=date or "", end=end or "", place=where)
        found.events.append(id)


def _date_of(found: Resolution, occasion: Occasion) -> tuple[str | None, str | None]:
    start, end = occasion.sentence
    for span in dates.find_dates(found.text[start:end], found.article.year):
        if span.first:
            return span.first, span.last if span.last != span.first else None
    return (found.article.date, None) if not occasion.dated or occasion is found.occasions[0] else (None, None)


def _place_of(found: Resolution, occasion: Occasion) -> Territory | None:
    start, end = occasion.sentence
    for place in found.readings.places:
        if start <= place.start < end and found.text[max(0, place.start - 1) : place.start] in ("在", "到", "于"):
            return found.context.place(place)
    return None
