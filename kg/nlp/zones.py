"""Find development zones: 苏州|工业园区, 成都|高新区, 两江|新区."""

from __future__ import annotations

import re

from kg.nlp import lexicon
from kg.nlp.surface import Surface
from kg.readings import Part, Place

_ZONE = re.compile(
    r"(?:经济|高新)技术(?:产业)?(?:开发区|园区)|高新技术产业开发区|新技术产业?开发区|经济开发区|综合保税区|保税港区|自由贸易试验区|自贸试验区"
    r"|自由贸易港|自贸港|自贸区|临空经济区|临港经济区|工业园区|产业园区|开发区|高新区|经开区|保税区|新区|合作区|度假区|风景名胜区"
)
_MAYBE = re.compile("[经高新综保自临工产开合度风](?=[济新技合税由贸空港业发区开作假景])")
"""Where one of these may begin, found more quickly."""
_FREE = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,3}?)(?:省|市|自治区)?(?:自由贸易试验区|自贸试验区|自贸区)")
_ALONE = ("新区", "高新区", "经开区", "开发区", "工业园区")
_REACH = 9
"""How many characters may stand between the place and the kind of zone: 武汉|东湖|新技术开发区."""


def zones(page: Surface, places: list[Place]) -> list[Place]:
    """Add the zones of a text to its places; a place that a zone's name begins with is no mention of its own."""
    matches = [match for at in _MAYBE.finditer(page.text) if (match := _ZONE.match(page.text, at.start()))]
    if not matches:
        return places
    ends = {p.end: p for p in places}
    known = {part.end for place in places for part in place.parts}
    out = {p.start: p for p in places}
    end = 0
    for match in matches:
        if match.start() < end:
            continue
        end = match.end()
        if page.quoted[match.start()] or match.end() in known:
            continue
        zone = _behind_place(page, match, ends) or _alone(page, match)
        if zone is not None:
            out = {s: p for s, p in out.items() if not zone.start <= s < zone.end}
            out[zone.start] = zone
    return [out[s] for s in sorted(out)]


def _behind_place(page: Surface, match: re.Match[str], ends: dict[int, Place]) -> Place | None:
    for at in range(match.start(), max(-1, match.start() - _REACH), -1):
        if at in ends and ends[at].form not in ("letter", "country", "region"):
            above = ends[at].parts
            begin = above[-1].start
            part = Part(begin, match.end(), _full(page.text[begin : match.end()]), "other")
            return Place(ends[at].start, match.end(), (*above[:-1], part), "full")
        if at and page.stop[at - 1]:
            return None
    return None


def _alone(page: Surface, match: re.Match[str]) -> Place | None:
    """Read a zone named without its place, at the start of a word: 两江新区, and no 国家级新区."""
    start = page.last_stop(match.start(), max(0, match.start() - 5))
    stem = page.text[start : match.start()]
    words = lexicon.words()
    known = stem in lexicon.generic_names()[0] or stem[-1:] == "级" or words.get(stem[-2:], -99.0) > -12.0
    known = known or any(c in "和与及个各等" for c in stem)
    if match.group() not in _ALONE or not 2 <= len(stem) <= 4 or known:
        return None
    part = Part(start, match.end(), page.text[start : match.end()], "other")
    return Place(start, match.end(), (part,), "full")


def _full(name: str) -> str:
    """Give the official name of a pilot free trade zone: 江苏自贸试验区 is 中国（江苏）自由贸易试验区."""
    free = _FREE.fullmatch(name)
    return f"中国（{free['place']}）自由贸易试验区" if free else name
