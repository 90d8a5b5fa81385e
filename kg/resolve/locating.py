"""Locate the places that an article mentions: add what contains them, as chains, lists and sentences say it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from kg.model import Predicate
from kg.readings import Place, between
from kg.resolve.resolution import Resolution
from kg.resolve.territories import Territory, full_name, lineage

_LIES = re.compile("(?:是|位于|地处|隶属于?|属于)")
_OF_IT = re.compile("的一[个座]|[，。、东西南北中]|下辖|境内")
_IN = re.compile("(?:[东西南北中]{1,2}部)?(?:首都|首府|省会|(?:(?:沿海|港口|边境)城市|城市|城镇|小镇)|(?<=部))$")
"""What stands between a place and what contains it: 肯尼亚|首都|内罗毕, 冰岛|西南部|雷恰内斯半岛."""
_LAST_OF_SEAT = frozenset("都府会市镇部")


def add_places(found: Resolution) -> None:
    """Add the places that the article mentions, and what contains them."""
    for place in found.readings.places:
        unit = found.context.place(place)
        id = found.territory(unit)
        found.at.setdefault(place.start, id)
        found.note(id, place.start, place.end)
        add_containment(found, unit, place)
        _named_before(found, unit, place.parts[0].start, place.start, place.end)
        _seat(found, unit, place)
        _lies(found, unit, place)


def add_containment(found: Resolution, unit: Territory, place: Place) -> None:
    """Add located_in between the units that are printed in a chain, and in a list of a county's towns or villages."""
    if unit.above is None or (len(place.parts) == 1 and unit.level not in ("township", "village")):
        return
    printed = _printed(unit, place)
    for lower, upper in pairwise(printed):
        _put_in(found, lower, upper, (place.start, place.end), "chain", 0.95)
    last = printed[-1] if printed else None
    if last and last.level in ("township", "village") and last.above and _listed(found, place, last.above):
        _put_in(found, last, last.above, (place.start, place.end), "holder", 0.8)


def _put_in(
    found: Resolution, lower: Territory, upper: Territory, span: tuple[int, int], rule: str, confidence: float
) -> None:
    """Add located_in for a unit in another; a stretch of the text shows it."""
    evidence = found.evidence(*span, [span], rule, confidence)
    found.relate(found.territory(lower), Predicate.LOCATED_IN, found.territory(upper), evidence)


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
        _put_in(found, county, county.above, (start, end), "sentence", 0.8)


def _seat(found: Resolution, unit: Territory, place: Place) -> None:
    """Add located_in for what is called the seat, a city or a part of what stands before it: 肯尼亚首都|内罗毕."""
    if found.text[place.start - 1] not in _LAST_OF_SEAT:
        return
    between_them = _IN.search(found.text, max(0, place.start - 7), place.start)
    of = found.printed.get(between_them.start()) if between_them else None
    if of is None or unit.level == "country":
        return
    above = found.context.place(of)
    if above.level != "other" or place.level == "other":
        _put_in(found, unit, above, (of.start, place.end), "seat", 0.95)


def _lies(found: Resolution, unit: Territory, place: Place) -> None:
    """Add located_in for a township of which the text says where it lies: 兴福镇|是山东滨州博兴县的一个小镇."""
    if unit.level not in ("township", "village") or len(place.parts) > 1:
        return
    told = _LIES.match(found.text, place.end)
    of = next(iter(between(found.readings.places, told.end(), told.end() + 1)), None) if told else None
    if of is not None and _OF_IT.match(found.text, of.end) and of.level == "county":
        _put_in(found, unit, found.context.place(of), (place.start, of.end), "lies", 0.9)
