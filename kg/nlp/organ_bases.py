"""Find what an organ's body stands behind: a territory, a level word, a zone, or an organ of the same territory."""

from __future__ import annotations

import re
from typing import Any

from kg.nlp import lexicon, transliterated
from kg.nlp.departments import before_name
from kg.nlp.lexicon import Body
from kg.nlp.organ_units import units_after
from kg.nlp.surface import Surface
from kg.readings import COUNTED, Agency, Part, Place

_TERM = re.compile(r"第?[一二三四五六七八九十百\d]+届$")
_CORPS = re.compile("(?:兵团)?第[一二三四五六七八九十]+师$")
"""The division that shares a city's organs: 第一师|阿拉尔市水利局."""
JOINTS = ("和", "与", "及")
_COUNTED = re.compile(
    r"(?:等)?[一二三四五六七八九十两几\d]*(?:个)?(?P<level>自治区|自治州|自治县|省|市|区|县|州|盟|旗)(?:市区|区市|[市区县旗])?(?:（[省市区县州、直辖自治]{1,10}）)?$"
)
_OTHER_LEVEL = re.compile(r"（[省市区县州、直辖自治]{1,8}）$")
_ZONE = re.compile(r"(?:新区|开发区|试验区|高新区|示范区|风景区|度假区|园区|保税区|科技城|产业园|自贸区|合作区|景区)$")
_BRANCH = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:综合|行业)党委")
_COMMUNITIES = frozenset(word for word, level in lexicon.LEVEL_OF_WORD.items() if level in ("township", "village"))
_SHARED = re.compile(r"(?:、|和|及|与|，|以及|会同|联合)$")
_NOT_LEVEL_BEFORE = frozenset("各全该本两几多某每城都超股农社地山灾战校园景小郊辖老新牧库跨外特列")
_EACH = re.compile("各(?:省|市|县|区|地|自治区|自治州)、$")
"""What makes a level word one of all: 各市、|自治州|人民政府."""
_NO_TERRITORY = ("region", "country", "letter")
_OF_PREFECTURE = ("地委", "行署", "行政公署")
_OF_ZONES = ("党工委", "纪工委", "管委会", "管理委员会")
_ZONE_COMMITTEES = ("管委会", "管理委员会")


def with_base(
    page: Surface, start: int, end: int, body: Body, ends: dict[int, Place], taken: dict[int, Agency]
) -> Agency | None:
    """Give the organ whose body stands behind its territory, or what stands for that; None where nothing does.

    `ends` are the places that it may stand behind by their ends, `taken` the organs read before by theirs.
    """
    if placed := _of_place(page, start, end, body, ends):
        return placed
    level = _level_before(page.text, start)
    if doubled := _of_levels(page, start, end, body, level, ends):
        return doubled
    if body.printed in _ZONE_COMMITTEES and _ZONE.search(page.text, max(0, start - 5), start):
        return _zone(page, start, end, ends)
    return (
        (_of_level(page, start, end, body, level, taken) if level else None)
        or _sharing(page, start, end, body, taken)
        or _of_prefecture(page, start, end, body)
    )


def _of_place(page: Surface, start: int, end: int, body: Body, ends: dict[int, Place]) -> Agency | None:
    """Read a body right behind its territory, or behind the term between them: 浙江省|民政厅, 某市第十四届|人大."""
    text = page.text
    term = _TERM.search(text, max(0, start - 6), start) if text.endswith("届", 0, start) else None
    sitting = ends.get(term.start()) if term else None
    if sitting is not None and sitting.form in ("full", "short", "chain"):
        return finish(page, sitting.start, end, body, place=sitting)
    place = ends.get(start) or _bracketed(text, start, ends)
    zone = place is not None and place.form == "region" and body.printed in _OF_ZONES and _ZONE.search(text, 0, start)
    if place is None or (place.form in _NO_TERRITORY and not zone) or _is_abroad(place):
        return None
    before = _TERM.search(text, max(0, place.start - 6), place.start) or _CORPS.search(
        text, max(0, place.start - 8), place.start
    )
    begin = before.start() if before else _with_party(text, place.start)
    return finish(page, begin, end, body, place=place)


def _with_party(text: str, start: int) -> int:
    """Give where an organ of the Communist Party begins, whose 中共 stands before its territory: 中共|浙江省委."""
    return start - 2 if start >= 2 and text.startswith("中共", start - 2) else start


def _of_levels(page: Surface, start: int, end: int, body: Body, level: str, ends: dict[int, Place]) -> Agency | None:
    """Read a body behind a territory whose level is printed again, or behind many of one level: 某省等3个市|委."""
    text = page.text
    twice = ends.get(start - len(level)) if level else None
    if twice is not None and twice.parts[-1].name.endswith(level):
        return finish(page, twice.start, end, body, place=twice)
    counted = _COUNTED.search(text, max(0, start - 16), start) if level or text.endswith("）", 0, start) else None
    if counted and counted.start() in ends:
        return finish(page, counted.start(), end, body, level=counted["level"], follows=COUNTED)
    return None


def _of_level(page: Surface, start: int, end: int, body: Body, level: str, taken: dict[int, Agency]) -> Agency | None:
    """Read a body behind a street or village by its name, or behind a level word alone: 军门社区|党委, 省|委."""
    named = _named_community(page, start, level) if level in _COMMUNITIES and body.levels else None
    if named:
        return finish(page, named.start, end, body, place=named)
    at = start - len(level)
    if not _is_joined(page, at - 1, body, taken) and not _level_ok(page, at, level, body):
        return None
    term = _TERM.search(page.text, max(0, at - 7), at)
    begin = term.start() if term else _with_party(page.text, at)
    return finish(page, begin, end, body, level=level)


def _is_joined(page: Surface, joint: int, body: Body, taken: dict[int, Agency]) -> bool:
    """Tell whether 和 or its like joins a level word to an organ or a name before: 省委|和|市委."""
    if page.text[joint : joint + 1] not in JOINTS:
        return False
    return joint in taken or len(body.printed) > 2 or before_name(page, joint) != joint


def _sharing(page: Surface, start: int, end: int, body: Body, taken: dict[int, Agency]) -> Agency | None:
    """Read a body that shares the territory of the organ before it: 市残联、|妇联, 市委|办公室."""
    if len(body.printed) < 2:
        return None
    for gap in (2, 1):
        other = taken.get(start - gap)
        placed = other is not None and (other.place or other.level or other.follows >= 0)
        if other is not None and placed and _SHARED.fullmatch(page.text, start - gap, start):
            return finish(page, start, end, body, follows=other.start)
    other = taken.get(start)
    if other is None or not body.levels or body.printed[0] == "党" or not (other.place or other.level):
        return None
    return finish(page, start, end, body, follows=other.start)


def _of_prefecture(page: Surface, start: int, end: int, body: Body) -> Agency | None:
    """Read the committee or the office of the context's prefecture, which have names of their own: 地委, 行署."""
    free = not start or page.stop[start - 1] or page.text[start - 1] in (*JOINTS, "经")
    return finish(page, start, end, body, level="地区") if body.printed in _OF_PREFECTURE and free else None


def _is_abroad(place: Place) -> bool:
    """Tell whether a place is a state or a city abroad, whose code is that of its country: 日本|石川县."""
    return place.level == "other" and place.parts[-1].codes[:1] != () and place.parts[-1].codes[0].isalpha()


def _level_before(text: str, end: int) -> str:
    """Give the level word that ends at an offset, the longest there is; empty if there is none."""
    if not text.endswith(lexicon.LEVEL_WORDS, 0, end):
        return ""
    return next(word for word in lexicon.LEVEL_WORDS if text.endswith(word, 0, end))


def _zone(page: Surface, start: int, end: int, ends: dict[int, Place]) -> Agency | None:
    """Read the committee of a named zone: 赣江新区|管委会."""
    edge = page.last_stop(start, max(0, start - 16))
    edge = max(edge, *(page.text.rfind(word, edge, start) + 1 for word in "和与及"))
    name = page.text[edge:start] + "管理委员会"
    place = next((p for p in ends.values() if p.start == edge and p.end < start), None)
    units, last = units_after(page, end)
    if start - edge < 4:
        return None
    return Agency(edge, last, "government", place=place, name=name, units=units, head_end=end)


def _bracketed(text: str, start: int, ends: dict[int, Place]) -> Place | None:
    """Give the place before a bracket that names the other level: 辽宁省（区）|民政厅."""
    bracket = _OTHER_LEVEL.search(text, max(0, start - 8), start) if text.endswith("）", 0, start) else None
    return ends.get(bracket.start()) if bracket else None


def _named_community(page: Surface, end: int, level: str) -> Place | None:
    """Give the street, town or village whose name runs up to an offset: 军门社区|党委."""
    start = page.last_stop(end - len(level), max(0, end - 9))
    joint = max(page.text.rfind(word, start, end - len(level)) for word in JOINTS)
    start = joint + 1 if joint > start else start
    start += page.text.startswith(("任", "兼"), start) and page.text.endswith(("同志", "女士", "先生"), 0, start)
    stem = page.text[start : end - len(level)]
    if (
        not 1 < len(stem) <= (7 if transliterated.spells(stem) else 5)
        or stem[-1] in level + "乡"
        or lexicon.generic_names()[1].fullmatch(stem)
        or stem[0] in "各全该本和与及"
    ):
        return None
    rank = lexicon.LEVEL_OF_WORD[level]
    return Place(start, end, (Part(start, end, page.text[start:end], rank),), "full")


def _level_ok(page: Surface, at: int, level: str, body: Body) -> bool:
    """Tell whether a level word stands for a territory of the context: 省|委, and not 全省|…, 社区|…."""
    before = page.text[at - 1 : at]
    if page.text.endswith("省区", 0, at):
        return False
    if level == "镇" and before == "乡":
        return False
    if _EACH.search(page.text, max(0, at - 6), at):
        return False
    if level == "地区" and before and not page.stop[at - 1]:
        return False
    if before and before in "省市区县州盟旗" and page.text[at - 2 : at - 1] in ("各", "全", "，", "、", ""):
        return False
    if level in _COMMUNITIES:
        return body.levels != "" and ("T" in body.levels or "V" in body.levels) and len(body.printed) > 1
    if before and before in _NOT_LEVEL_BEFORE and not page.stop[at - 1]:
        return False
    word = lexicon.words().get(before + level, -99.0)
    return bool(not before or page.stop[at - 1] or word < -12.5 or before in "委府团局厅会院")


def finish(page: Surface, start: int, end: int, body: Body, **base: Any) -> Agency:
    """Give the organ from its base to its body, with the units or the branch behind it."""
    units, last = units_after(page, end)
    branch = _BRANCH.match(page.text, end) if body.printed == "委" else None
    if branch:
        units, last = ((end, branch.group()),), branch.end()
    return Agency(
        start, last, body.kind, body=body.printed, canonical=body.canonical, units=units, head_end=end, **base
    )
