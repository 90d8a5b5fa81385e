"""Carry the country of an office abroad on to the offices that are printed without it: 德国总统…，总理|某某."""

from __future__ import annotations

import re

from kg.nlp import names
from kg.nlp.surface import Surface
from kg.readings import Ground, Person, Place, Readings, Title

_CHINA = "CN"
_NEIGHBOURS = frozenset(("JP", "KP", "KR", "MN", "MY", "SG", "VN"))
"""Where people have names that could be Chinese."""
_SHARED_WITH_CHINA = ("总理", "副总理")
_CABINET = re.compile("(?:临时|过渡|看守|联合)?(?:政府|内阁)$")
_FREE = re.compile("(?:[\u4e00-\u9fff]?[任为兼去新]|致电|任命|同[为是])$")
_ITS = ("该国", "两国")
_SENTENCES = 3
"""How many sentences of a paragraph, the last one included, are looked through."""

_Head = tuple[int, str, Ground]


def carry_countries(page: Surface, readings: Readings) -> None:
    """Set `readings.told` for the titles abroad without a country, and give ministries abroad theirs."""
    heads = _heads(readings)
    if all(code == _CHINA for _, code, _ in heads):
        return
    people = {p.start: p for p in readings.people}
    printed = {p.end for p in readings.places} | {a.end for a in readings.agencies}
    listed = {p.end for p in readings.people}
    for title in readings.titles:
        if title.category != "foreign" or title.start in printed or not _is_free(page, title.start, printed):
            continue
        ground = _told(page, heads, title.start, listed=title.start - 1 in listed)
        if ground and not _may_be_chinese(title, ground[1], people.get(title.end)):
            readings.told[title.start] = ground[2]


def _heads(readings: Readings) -> list[_Head]:
    """Give where an office or an organ of a country stands: its offset, the country's code, its government."""
    starts = {t.start for t in readings.titles}
    out: list[_Head] = [(t.start, _CHINA, ("state", t.text, t.start)) for t in readings.titles if t.category == "state"]
    for agency in readings.agencies:
        if code := _code(agency.place):
            out.append((agency.start, code, ("country", "", agency.start)))
        elif agency.owner and agency.kind == "government":
            out.append((agency.start, _CHINA, ("mention", "", agency.start)))
    for place in readings.places:
        if place.end in starts and (code := _code(place)):
            out.append((place.start, code, ("government", "", place.start)))
    return sorted(out)


def _code(place: Place | None) -> str:
    """Give the code of a country's name, or an empty string."""
    return place.parts[0].codes[0] if place and place.form == "country" and place.parts[0].codes else ""


def _is_free(page: Surface, at: int, printed: set[int]) -> bool:
    """Tell whether a title begins by itself, behind nothing that could be its organ and was not read."""
    if cabinet := _CABINET.search(page.text, max(0, at - 6), at):
        at = cabinet.start()
    before = page.text[max(0, at - 2) : at]
    return at not in printed and (not at or bool(page.stop[at - 1]) or before in _ITS or bool(_FREE.search(before)))


def _told(page: Surface, heads: list[_Head], at: int, *, listed: bool) -> _Head | None:
    """Give the head of the one country of which the sentences before an offset speak, or None.

    In a list it is the last one's: 甲国总统某某、|外长|某某.
    """
    end = at
    for _ in range(_SENTENCES):
        floor = max(page.text.rfind(stop, 0, end) for stop in "。！？\n") + 1
        here = [head for head in heads if floor <= head[0] < end]
        if here:
            return here[-1] if len({code for _, code, _ in here}) == 1 or listed else None
        if page.text[floor - 1 : floor] in ("\n", ""):
            return None
        end = floor - 1
    return None


def _may_be_chinese(title: Title, code: str, person: Person | None) -> bool:
    if code == _CHINA:
        return True
    plain = person is not None and len(person.name) < 4 and names.weight_of_surname(person.name, 0) > -9.0
    return plain and title.text in _SHARED_WITH_CHINA and code not in _NEIGHBOURS
