"""Find the organisations of a text: known by name, by territory and body, by suffix, and by ellipsis."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp import lexicon, one_pass
from kg.nlp.branches import branches, faculties
from kg.nlp.brands import brands
from kg.nlp.departments import own_units, units_in_chain
from kg.nlp.known_organs import consultative, known_organs
from kg.nlp.local_organs import find_bodies, keep
from kg.nlp.military import military
from kg.nlp.organ_names import extend, foreign_end, left_edge, right_edge_ok, units_after, with_units
from kg.nlp.parties import party_committees
from kg.nlp.place_fit import is_risky
from kg.nlp.short_forms import at_home, tails
from kg.nlp.surface import Surface
from kg.nlp.web_media import news_sites
from kg.readings import Agency, Place, Readings

_NATIONAL = re.compile(r"中国|中华|全国|国家|国际|世界|亚洲|亚太|首都|中共")
_HOUSE = re.compile("(?:议院|议会|国会)(?=[\u4e00-\u9fff]{2,12}委员会$)")
"""The house of a parliament before its committee: 美国国会众议院|外交委员会."""
_FIRM = re.compile("[\u4e00-\u9fff]{2,4}集团")
_VERB = -11.0
_LEVEL = re.compile("|".join(["自治区", *(f"{level}(?=[\u4e00-\u9fff]{{2}})" for level in "省市区县州盟旗镇乡")]))


def find_agencies(page: Surface, readings: Readings) -> None:
    """Read the organisations of a text into `readings.agencies`, sorted and free of overlaps."""
    found = {a.start: a for a in readings.agencies}
    for agency in (
        *consultative(page),
        *military(page),
        *party_committees(page, readings),
        *known_organs(page, readings),
        *news_sites(page),
        *own_units(page),
    ):
        keep(found, agency)
    find_bodies(page, readings, found)
    kept = {place for place in readings.places if place.form == "short" and place.level == "county"}
    for place in readings.chains:
        _from_place(page, place, kept, found)
    ends = {agency.end for agency in found.values()}
    for match in _LEVEL.finditer(page.text):
        _from_level(page, match.start(), match.end(), found, ends)
    for match in _NATIONAL.finditer(page.text):
        _from_prefix(page, match.start(), match.end(), found)
    _strong(page, found)
    for unit in units_in_chain(page, {a.end: a for a in found.values()}):
        found[unit.start] = unit
    readings.agencies = _without_overlap(found)
    at_home(page, readings)
    tails(page, readings)
    brands(page, readings)
    branches(page, readings)
    faculties(page, readings)
    for agency in readings.agencies:
        page.clear(agency.start, agency.end)


def _without_overlap(found: dict[int, Agency]) -> list[Agency]:
    out: list[Agency] = []
    for start in sorted(found):
        if not out or start >= out[-1].end:
            out.append(found[start])
        elif found[start].end > out[-1].end and out[-1].kind == "media":
            out[-1] = found[start]
    return out


def _from_place(page: Surface, place: Place, kept: set[Place], found: dict[int, Agency]) -> None:
    """Extend a place to the right to the longest name of an organisation that begins with it."""
    if place.start in found and found[place.start].end > place.end:
        return
    unsure = place.form == "short" and place.level == "county" and place not in kept
    if place.form == "letter" or (unsure and not (page.stop[place.start - 1] and _FIRM.match(page.text, place.end))):
        return
    if (place.form == "country" or place.level == "other") and place.parts[0].name != "中国":
        foreign = foreign_end(page, place.end, ministries="省" if place.parts[0].codes == ("JP",) else "部")
        if foreign:
            last, kind = foreign
            house = _HOUSE.search(page.text, place.end, last)
            end = house.end() if house else last
            committee = ((end, page.text[end:last]),) if house else ()
            name = page.text[place.start : end]
            units, last = (committee, last) if committee else _bureau(page, last)
            keep(found, Agency(place.start, last, kind, place=place, name=name, units=units, head_end=end))
            return
    if page.text[place.start - 1 : place.start] == "（" and page.text.startswith("）", place.end):
        return
    reach = extend(page, place.end)
    if not reach and len(place.parts) > 1 and page.text[place.end : place.end + 1] not in ("和", "与", "及", "、"):
        reach = extend(page, place.parts[-1].start)
        place = replace(place, end=place.parts[-1].start, parts=place.parts[:-1]) if reach else place
    if reach:
        end, kind = reach
        end, units, last = with_units(page, place.end, end)
        if place.form == "country" and units:
            end, units = last, ()
        company = page.text.endswith(("公司", "集团"), place.end, end)
        if company and (first := _brand(page, place.start, found)) is not None:
            keep(found, Agency(first, last, kind, name=page.text[first:end], units=units, head_end=end))
            return
        name = page.text[place.start : end]
        word = unsure or (place.form == "short" and is_risky(place.parts[0].name))
        owner = None if word else place
        keep(found, Agency(place.start, last, kind, place=owner, name=name, units=units, head_end=end))


def _bureau(page: Surface, end: int) -> tuple[tuple[tuple[int, str], ...], int]:
    """Give the bureau of a ministry abroad, if its head follows: 肯尼亚卫生部|公共卫生司|司长; and where it ends."""
    units, last = units_after(page, end) if page.text[end - 1] == "部" else ((), end)
    return (units, last) if units and page.text[last - 1] in "司局署" and page.is_stop(last) else ((), end)


def _brand(page: Surface, at: int, found: dict[int, Agency]) -> int | None:
    """Give where an enterprise's name begins that has its place inside: 昆仑能源|阿克苏有限公司, or None."""
    first = page.last_stop(at, max(0, at - 7))
    brand, words = page.text[first:at], lexicon.words()
    if not 2 <= len(brand) <= 6 or page.blocked(first, at) or brand in words or set("任和与及由在") & set(brand):
        return None
    verbal = words.get(brand[:2], -99.0) > _VERB
    return None if verbal or any(first <= a.start < at or first < a.end <= at for a in found.values()) else first


def _from_level(page: Surface, start: int, end: int, found: dict[int, Agency], ends: set[int]) -> None:
    """Read an organisation of the context's territory by its last words: 市|律师协会, 区|防汛抗旱指挥部."""
    if start in found or page.quoted[start] or page.stop[start]:
        return
    level = page.text[start:end]
    joined = page.text[start - 1 : start] in ("和", "与", "及") and start - 1 in ends
    if not (joined or not start or page.stop[start - 1] or page.text[start - 1 : start] == "兼"):
        return
    reach = extend(page, end, strong_only=True)
    usual = lexicon.words().get(page.text[start : end + 1], -99.0) > -13
    served = level not in "镇乡" or (reach is not None and reach[1] == "institution")
    if reach and reach[0] - end >= 3 and served and not usual:
        units, last = units_after(page, reach[0])
        body = page.text[end : reach[0]]
        keep(
            found, Agency(start, last, reach[1], level=level, body=body, canonical=body, units=units, head_end=reach[0])
        )


def _from_prefix(page: Surface, start: int, end: int, found: dict[int, Agency]) -> None:
    inner = page.text[start - 1 : start] == "（" and page.text.startswith("）", end)
    if start in found or page.quoted[start] or inner:
        return
    reach = extend(page, end, strong_only=True)
    if reach:
        units, last = units_after(page, reach[0])
        name = page.text[start : reach[0]]
        keep(found, Agency(start, last, reach[1], name=name, units=units, head_end=reach[0]))


def _strong(page: Surface, found: dict[int, Agency]) -> None:
    """Find names that only their last words give away, as 首都医科大学 or 腾讯公益慈善基金会."""
    strong, matches = lexicon.strong_suffixes(), one_pass.find(page, lexicon.strong_suffixes)
    covered = bytearray(len(page.text))
    for agency in found.values() if matches else ():
        covered[agency.start : agency.end] = b"\x01" * (agency.end - agency.start)
    for index, at, end in matches:
        if covered[at] or page.quoted[at] or not right_edge_ok(page, end):
            continue
        edge = left_edge(page, at, covered)
        if edge is None:
            continue
        start = edge
        kind = strong.payload[index]
        end, units, last = with_units(page, start, end)
        name = page.text[start:end]
        found[start] = Agency(start, last, kind, name=name, units=units, head_end=end)
        covered[start:last] = b"\x01" * (last - start)


@Language.component("kg_agencies")
def kg_agencies(doc: Doc) -> Doc:
    """Find the agencies of a Doc; runs after kg_places."""
    find_agencies(doc._.surface, doc._.readings)
    return doc
