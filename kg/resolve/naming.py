"""Name the agencies, places, documents, people and meetings of an article, and what their names tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from kg import dates
from kg.model import (
    EntityType,
    Predicate,
)
from kg.readings import Link, Occasion, Place, between
from kg.resolve.documents import tidy
from kg.resolve.known import Named
from kg.resolve.linking import organ_of
from kg.resolve.resolution import Resolution
from kg.resolve.territories import Territory, full_name, lineage

_LIES = re.compile("(?:是|位于|地处|隶属于?|属于)")
_OF_IT = re.compile("的一[个座]|[，。、东西南北中]|下辖|境内")
_SEATS = ("首都", "首府", "省会")
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
            _containment(found, found.context.place(agency.place), agency.place)


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


def _containment(found: Resolution, unit: Territory, place: Place) -> None:
    """Add located_in between the units that are printed in a chain, and in a list of a county's towns or villages."""
    if unit.above is None or (len(place.parts) == 1 and unit.level not in ("township", "village")):
        return
    printed = _printed(unit, place)
    for lower, upper in pairwise(printed):
        evidence = found.evidence(place.start, place.end, [(place.start, place.end)], "chain", 0.95)
        found.relate(found.territory(lower), Predicate.LOCATED_IN, found.territory(upper), evidence)
    last = printed[-1] if printed else None
    if last and last.level in ("township", "village") and last.above and _listed(found, place, last.above):
        evidence = found.evidence(place.start, place.end, [(place.start, place.end)], "holder", 0.8)
        found.relate(found.territory(last), Predicate.LOCATED_IN, found.territory(last.above), evidence)


def _printed(unit: Territory, place: Place) -> list[Territory]:
    """Give the units of a lineage that a chain prints, lowest first; a word for two of them (吉林) means the higher."""
    meant: dict[int, Territory] = {}
    names = [(part, full_name(part.name)) for part in place.parts]
    for above in lineage(unit):
        for part, name in names:
            known = meant.get(part.start)
            if above.name == name or (above.code in part.codes and (known is None or known.name != name)):
                meant[part.start] = above
    return [above for above in lineage(unit) if above in meant.values()]


def _listed(found: Resolution, place: Place, holder: Territory) -> bool:
    """Tell whether a place goes on a list whose item before it prints the holder: 武侯区晋阳街道、|簇桥街道."""
    before = found.printed.get(place.start - 1) if found.text[place.start - 1 : place.start] in "、和" else None
    return before is not None and any(
        holder.code in part.codes if holder.code else holder.name == part.name for part in before.parts
    )


def add_places(found: Resolution) -> None:
    """Add the places that the article mentions, and what contains them."""
    for place in found.readings.places:
        unit = found.context.place(place)
        id = found.territory(unit)
        found.at.setdefault(place.start, id)
        found.note(id, place.start, place.end)
        _containment(found, unit, place)
        _named_before(found, unit, place.parts[0].start, place.start, place.end)
        _seat(found, unit, place)
        _lies(found, unit, place)


def _named_before(found: Resolution, unit: Territory, at: int, start: int, end: int) -> None:
    """Add located_in for a county in a list whose city stands before a sister of it: 成都市金牛区…，青羊区…."""
    county: Territory | None = unit
    while county is not None and county.level != "county":
        county = county.above
    if county is None or not county.code or county.above is None or county.above.level != "prefecture":
        return
    first = found.sentences[max(0, bisect_right(found.starts, start) - 1)][0]
    before = found.text[first:at]
    if county.above.name in before and re.search(county.above.name + "[\u4e00-\u9fff]{1,4}?[区县市旗]", before):
        evidence = found.evidence(start, end, [(start, end)], "sentence", 0.8)
        found.relate(found.territory(county), Predicate.LOCATED_IN, found.territory(county.above), evidence)


def _seat(found: Resolution, unit: Territory, place: Place) -> None:
    """Add located_in for a city that is called the seat of what stands before it: 肯尼亚首都|内罗毕."""
    of = found.printed.get(place.start - 2) if found.text[place.start - 2 : place.start] in _SEATS else None
    if of is not None:
        evidence = found.evidence(of.start, place.end, [(of.start, place.end)], "seat", 0.95)
        found.relate(found.territory(unit), Predicate.LOCATED_IN, found.territory(found.context.place(of)), evidence)


def _lies(found: Resolution, unit: Territory, place: Place) -> None:
    """Add located_in for a township of which the text says where it lies: 兴福镇|是山东滨州博兴县的一个小镇."""
    if unit.level not in ("township", "village") or len(place.parts) > 1:
        return
    told = _LIES.match(found.text, place.end)
    of = next(iter(between(found.readings.places, told.end(), told.end() + 1)), None) if told else None
    if of is not None and _OF_IT.match(found.text, of.end) and of.level == "county":
        evidence = found.evidence(place.start, of.end, [(place.start, of.end)], "lies", 0.9)
        found.relate(found.territory(unit), Predicate.LOCATED_IN, found.territory(found.context.place(of)), evidence)


def add_documents(found: Resolution) -> None:
    """Add the documents that the article mentions; one known by a short title alone is told apart by the article."""
    numbers = {found.titles[d.start]: d.number for d in found.readings.documents if d.number}
    kinds: dict[str, str] = {}
    for document in found.readings.documents:
        name = found.titles[document.start]
        kinds.setdefault(name, document.kind)
    for document in found.readings.documents:
        name = found.titles[document.start]
        qualifier = "" if len(name) >= 6 or kinds[name] == "law" else found.id
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


def add_people(found: Resolution, links: tuple[Link, ...]) -> None:
    """Add the officials that the article mentions; the organ of the first post tells them apart."""
    first: dict[str, str] = {}
    for link in links:
        if link.predicate == Predicate.HOLDS_POST and link.subject[1] not in first:
            organ = organ_of(found, link.object, link.subject[1], links)
            if organ is not None:
                first[link.subject[1]] = "ring" if organ.name in LEADERSHIP else organ.name
    for person in found.readings.people:
        name = "".join(person.name.split())
        id = found.add(EntityType.OFFICIAL, name, first.get(person.name) or found.id)
        found.people[person.name] = id
        found.at[person.start] = id
        found.note(id, person.start, person.end)


def add_events(found: Resolution) -> None:
    """Add the meetings of the article with date and place."""
    for occasion in found.occasions:
        date, end = _date_of(found, occasion)
        place = _place_of(found, occasion)
        qualifier = date or found.id
        name = "".join(occasion.name.split())
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
