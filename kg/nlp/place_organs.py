"""Find the organisations that begin with a place: 黄山市|律师协会, 某国|外交部, 昆仑能源|阿克苏有限公司."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.nlp import lexicon
from kg.nlp.local_organs import keep
from kg.nlp.organ_names import extend
from kg.nlp.organ_names_abroad import foreign_end
from kg.nlp.organ_units import units_after, with_units
from kg.nlp.place_fit import is_risky
from kg.nlp.surface import Surface
from kg.readings import Agency, Place

_HOUSE = re.compile("(?:议院|议会|国会)(?=[\u4e00-\u9fff]{2,12}委员会$)")
"""The house of a parliament before its committee: 美国国会众议院|外交委员会."""
_MISSION = re.compile(
    "常?驻(?:联合国|世界贸易组织|世贸组织|欧盟|非盟|东盟|[\u4e00-\u9fff]{2,8}组织)[\u4e00-\u9fff]{0,8}?(?:代表团|使团)"
)
"""A state's mission to an organisation: 海地|常驻联合国代表团."""
_AID = re.compile(
    "(?:对口支援[\u4e00-\u9fff]{2,14}?(?:前方)?|援[疆藏青][\u4e00-\u9fff]{0,4}?(?:前方)?)(?:指挥部|工作组|工作队|工作总队)"
    "|第[一二三四五六七八九十]+次全国[\u4e00-\u9fff]{2,6}普查领导小组(?:办公室)?"
)
"""Whom a province sends to help another, 盐城市|对口支援察布查尔县前方工作组, and who counts in a census."""
_SEVERAL = re.compile("[和与及、]|[一二三四五六七八九十两几多数\\d]+[所家座名]")
"""What stands behind a place and in no name: 加沙地带加沙城|两所学校."""
_FIRM = re.compile("[\u4e00-\u9fff]{2,4}集团")
_HEADS = ("部长", "局长", "署长", "副部长", "副局长", "部副部长", "局副局长")
"""The heads of ministries and bureaus: 以色列前|国防部|长."""
_SORTS = ("单位", "企业", "公司")
_VERB = -11.0


def from_place(page: Surface, place: Place, kept: set[Place], found: dict[int, Agency]) -> None:
    """Extend a place to the right to the longest name of an organisation that begins with it, and keep it in `found`.

    `kept` are the short names of counties that are places; `found` holds agencies by their starts, in code points.
    """
    if place.start in found and found[place.start].end > place.end:
        return
    unsure = place.form == "short" and place.level == "county" and place not in kept
    if place.form == "letter" or (unsure and not (page.stop[place.start - 1] and _FIRM.match(page.text, place.end))):
        return
    home = without_region(place)
    if organ := _sent(page, place, home) or _abroad(page, home):
        if organ.start > place.start:
            found.pop(organ.start, None)
        keep(found, organ)
    elif not (page.text[place.start - 1 : place.start] == "（" and page.text.startswith("）", place.end)):
        place, reach = _reach(page, place)
        if reach:
            keep(found, _named(page, place, reach, found, unsure=unsure))


def _sent(page: Surface, place: Place, home: Place) -> Agency | None:
    """Give the mission of a state, or the team that a place sends to help another or to count its people, or None."""
    if home.level == "country" and (mission := _MISSION.match(page.text, home.end)):
        return _government(page, home, mission.end())
    aid = _AID.match(page.text, place.end)
    return _government(page, place, aid.end()) if aid else None


def _government(page: Surface, place: Place, end: int) -> Agency:
    """Give a place's organ of government whose name ends at an offset."""
    return Agency(place.start, end, "government", place=place, name=page.text[place.start : end], head_end=end)


def _abroad(page: Surface, place: Place) -> Agency | None:
    """Give the organ of a state abroad, with its bureau or its committee: 美国国会众议院|外交委员会; None in China."""
    if place.level not in ("country", "other") or place.parts[0].name == "中国":
        return None
    past = page.text.startswith("前", place.end)
    foreign = foreign_end(page, place.end + past, ministries="省" if place.parts[0].codes == ("JP",) else "部")
    if not foreign:
        return None
    last, kind = foreign
    if past:
        return _of_former_head(page, place, last, kind)
    house = _HOUSE.search(page.text, place.end, last)
    end = house.end() if house else last
    units, last = (((end, page.text[end:last]),), last) if house else _bureau(page, last)
    return Agency(place.start, last, kind, place=place, name=page.text[place.start : end], units=units, head_end=end)


def _of_former_head(page: Surface, place: Place, end: int, kind: str) -> Agency | None:
    """Give the organ of a state abroad whose former head is named: 以色列前|国防部|长; None without a head."""
    if not (page.text.startswith(_HEADS, end - 1) or page.text.startswith(_HEADS, end)):
        return None
    name = place.parts[0].name + page.text[place.end + 1 : end]
    return Agency(place.end + 1, end, kind, place=place, name=name, head_end=end)


def _reach(page: Surface, place: Place) -> tuple[Place, tuple[int, str] | None]:
    """Give where the name behind a place ends with its kind; a chain may end before its last unit for one."""
    home = without_region(place)
    reach = extend(page, home.end) or _united(page, home)
    if reach or len(place.parts) == 1 or _SEVERAL.match(page.text, place.end):
        return home, reach
    last = place.parts[-1].start
    reach = extend(page, last)
    return (replace(place, end=last, parts=place.parts[:-1]) if reach else place), reach


def _united(page: Surface, place: Place) -> tuple[int, str] | None:
    """Give where the name of a company ends that begins with 联合, else a verb: 美国|联合太平洋铁路公司."""
    united = place.form == "country" and page.text.startswith("联合", place.end)
    reach = extend(page, place.end + 2) if united else None
    return reach if reach and page.text.endswith(("公司", "集团"), place.end, reach[0]) else None


def without_region(place: Place) -> Place:
    """Give a chain without the region at its end, which belongs to an organ's name: 广西|北部湾银行."""
    if len(place.parts) == 1 or place.parts[-1].codes or place.parts[-1].level != "region":
        return place
    return replace(place, end=place.parts[-1].start, parts=place.parts[:-1])


def _named(page: Surface, place: Place, reach: tuple[int, str], found: dict[int, Agency], *, unsure: bool) -> Agency:
    """Give the organisation whose name a place begins; an enterprise's own name may stand before it."""
    end, units, last = with_units(page, place.end, reach[0])
    if place.form == "country" and units and not page.text.endswith("大学", place.start, end):
        end, units = last, ()
    company = page.text.endswith(("公司", "集团"), place.end, end)
    if company and (first := _brand(page, place.start, found)) is not None:
        return Agency(first, last, reach[1], name=page.text[first:end], units=units, head_end=end)
    word = unsure or (place.form == "short" and is_risky(place.parts[0].name))
    name, owner = page.text[place.start : end], None if word else place
    return Agency(place.start, last, reach[1], place=owner, name=name, units=units, head_end=end)


def _bureau(page: Surface, end: int) -> tuple[tuple[tuple[int, str], ...], int]:
    """Give the bureau of a ministry abroad, if its head follows: 肯尼亚卫生部|公共卫生司|司长; and where it ends."""
    units, last = units_after(page, end) if page.text[end - 1] == "部" else ((), end)
    return (units, last) if units and page.text[last - 1] in "司局署" and page.is_stop(last) else ((), end)


def _brand(page: Surface, at: int, found: dict[int, Agency]) -> int | None:
    """Give where an enterprise's name begins that has its place inside: 昆仑能源|阿克苏有限公司, or None."""
    first = page.last_stop(at, max(0, at - 7))
    brand, words = page.text[first:at], lexicon.words()
    if not 2 <= len(brand) <= 6 or brand.endswith(_SORTS) or page.blocked(first, at):
        return None
    if brand in words or set("任和与及由在") & set(brand):
        return None
    verbal = words.get(brand[:2], -99.0) > _VERB
    return None if verbal or any(first <= a.start < at or first < a.end <= at for a in found.values()) else first
