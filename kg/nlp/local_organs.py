"""Find the organs of territories by their bodies: 省|民政厅, 浙江省|委, 赣江新区|管委会."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kg.nlp import lexicon, one_pass
from kg.nlp.departments import before_name, compound, placed_by_title, unit_of
from kg.nlp.lexicon import Body
from kg.nlp.organ_names import right_edge_ok, units_after
from kg.nlp.place_fit import is_risky
from kg.nlp.surface import Surface
from kg.readings import COUNTED, Agency, Part, Place, Readings

_TERM = re.compile(r"第[一二三四五六七八九十百\d]+届$")
_YOUTH = re.compile(
    r"(?:共青团|团)(?:(?P<level>[省市区县州]|自治区|自治州)委|(?P<place>[\u4e00-\u9fff]{2,10}?)委)(?![员托])"
)
_PLAIN = re.compile(r"(?P<level>部|厅|局|会|校|院)(?=(?:分?党组|机关党委)(?![书成副]))")
_BUREAU_HEAD = re.compile("司(?:副?司长|负责|[一二]级)")
_BUREAU = re.compile(
    r"(?P<level>部)?(?P<unit>(?<![\u4e00-\u9fff])(?:(?![任免为由是请])[\u4e00-\u9fff]){3,10}?司|(?<=部)(?:(?![任免为由是请])[\u4e00-\u9fff]){3,10}?司)(?=副?司长|负责人|负责同志|一级巡视员|二级巡视员)"
)
"""A department of the ministry named before: 部|社会救助司|司长, …副部长甲、乡村产业发展司|司长乙."""
_LONGEST_BUREAU, _LONGEST_HEAD = 11, 6
"""How many characters 部 and a department's name have before its 司, and its 司 with the head behind it."""
_JOINTS = ("和", "与", "及")
_COUNTED = re.compile(
    r"(?:等)?[一二三四五六七八九十两几\d]*(?:个)?(?P<level>自治区|自治州|自治县|省|市|区|县|州|盟|旗)(?:（[省市区县州、直辖自治]{1,10}）)?$"
)
_OTHER_LEVEL = re.compile(r"（[省市区县州、直辖自治]{1,8}）$")
_ZONE = re.compile(r"(?:新区|开发区|试验区|高新区|示范区|风景区|度假区|园区|保税区|科技城|产业园|自贸区|合作区|景区)$")
_BRANCH = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:综合|行业)党委")
_COMMITTEES = {"村委会": "村", "村民委员会": "村", "居委会": "社区", "居民委员会": "社区"}
_IN_CHAIN = ("办事处", "管委会", "管理委员会", *_COMMITTEES)
"""The organs of a territory that stand in a chain behind its Party committee: 街道党工委书记、|办事处|主任."""
_COMMUNITIES = frozenset(word for word, level in lexicon.LEVEL_OF_WORD.items() if level in ("township", "village"))
_SHARED = re.compile(r"(?:、|和|及|与|，|以及|会同|联合)$")
_NOT_LEVEL_BEFORE = frozenset("各全该本两几多某每城都超股农社地山灾战校园景小郊辖老新牧库跨外特列")


def keep(found: dict[int, Agency], agency: Agency) -> None:
    """Put an agency into those found by start offset, unless a longer one begins there."""
    old = found.get(agency.start)
    if old is None or old.end < agency.end:
        found[agency.start] = agency


def find_bodies(page: Surface, readings: Readings, found: dict[int, Agency]) -> None:
    """Find the organs of territories by their bodies: 省|民政厅, 浙江省|委, and 、财政局 that share a territory."""
    payload, matches = lexicon.bodies().payload, one_pass.find(page, lexicon.bodies)
    youth = list(_YOUTH.finditer(page.text)) if "团" in page.text else []
    ends = _grounds(readings) if matches or youth else {}
    taken = {a.end: a for a in found.values()}
    for index, start, end in matches:
        body = payload[index]
        if body is None or page.quoted[start] or not right_edge_ok(page, end):
            continue
        start, body = compound(page.text, start, end, body)
        agency = (
            _with_base(page, start, end, body, ends, taken)
            or _in_chain(page, start, end, body, taken)
            or _of_province(page, start, end, body)
        )
        if agency:
            known = found.get(agency.start)
            if known and known.owner and agency.follows >= 0 and known.end == agency.end:
                del found[agency.start]
            keep(found, agency)
            taken[agency.end] = agency
            page.clear(agency.start, agency.end)
        elif len(body.printed) > 2:
            readings.classes.append((start, end))
    for match in youth:
        agency = _youth(page, match, ends)
        if agency:
            units, last = units_after(page, agency.end)
            keep(found, replace(agency, end=last, units=units))
    for match in _bureaus(page.text):
        at = match.start("unit") - bool(match["level"])
        if (at == 0 or page.stop[at - 1]) and at not in found and not page.quoted[at]:
            unit = page.text[match.start("unit") : match.end("unit")]
            level = match["level"] or "司"
            if "部" in unit:
                continue
            keep(found, Agency(at, match.end("unit"), "government", level=level, body=unit, head_end=match.end("unit")))
    for match in _PLAIN.finditer(page.text) if "党" in page.text else ():
        if match.start() == 0 or page.stop[match.start() - 1]:
            body = next((body for body in ("机关党委", "分党组") if page.text.startswith(body, match.end())), "党组")
            end = match.end() + len(body)
            keep(found, Agency(match.start(), end, "party", level=match["level"], body=page.text[match.end() : end]))


def _bureaus(text: str) -> Iterator[re.Match[str]]:
    """Yield the departments of ministries whose heads are named; only before the words for these they are sought."""
    last = 0
    for head in _BUREAU_HEAD.finditer(text):
        at = head.start()
        match = _BUREAU.search(text, max(last, at - _LONGEST_BUREAU), at + _LONGEST_HEAD) if at >= last else None
        if match:
            last = match.end()
            yield match


def _grounds(readings: Readings) -> dict[int, Place]:
    """Give the places that an organ's body may stand behind, by their ends."""
    sure = {c for p in readings.chains if p.form != "short" for c in p.parts[-1].codes}
    firm = [
        p
        for p in readings.chains
        if p.form != "short"
        or (p.level in ("province", "prefecture") and not is_risky(p.parts[0].name))
        or sure & set(p.parts[0].codes)
    ]
    return {p.end: p for p in sorted((*firm, *readings.places), key=lambda p: (p.end, -len(p.parts)))}


def _with_base(
    page: Surface, start: int, end: int, body: Body, ends: dict[int, Place], taken: dict[int, Agency]
) -> Agency | None:
    text = page.text
    term = _TERM.search(text, max(0, start - 6), start) if text.endswith("届", 0, start) else None
    if term and (sitting := ends.get(term.start())) is not None and sitting.form in ("full", "short", "chain"):
        return _finish(page, sitting.start, end, body, place=sitting)
    place = ends.get(start) or _bracketed(text, start, ends)
    if place is not None and place.form not in ("region", "country", "letter") and not _is_abroad(place):
        prefix = 2 if text.startswith("中共", place.start - 2) and place.start >= 2 else 0
        return _finish(page, place.start - prefix, end, body, place=place)
    level = _level_before(text, start)
    twice = ends.get(start - len(level)) if level else None
    if twice is not None and twice.parts[-1].name.endswith(level):
        return _finish(page, twice.start, end, body, place=twice)
    counted = _COUNTED.search(text, max(0, start - 16), start) if level or text.endswith("）", 0, start) else None
    if counted and counted.start() in ends:
        return _finish(page, counted.start(), end, body, level=counted["level"], follows=COUNTED)
    if body.printed in ("管委会", "管理委员会") and _ZONE.search(text, max(0, start - 5), start):
        return _zone(page, start, end, ends)
    named = _named_community(page, start, level) if level in _COMMUNITIES and body.levels else None
    if named:
        return _finish(page, named.start, end, body, place=named)
    joint = start - len(level) - 1
    joined = text[joint : joint + 1] in _JOINTS and (
        joint in taken or len(body.printed) > 2 or before_name(page, joint) != joint
    )
    if level and (joined or _level_ok(page, start - len(level), level, body)):
        at = start - len(level) - (2 if text.startswith("中共", start - len(level) - 2) else 0)
        return _finish(page, at, end, body, level=level)
    for gap in (2, 1, 0):
        other = taken.get(start - gap)
        if (
            other is not None
            and _SHARED.fullmatch(text, start - gap, start)
            and (other.place or other.level or other.follows >= 0)
        ):
            if len(body.printed) > 1 and gap:
                return _finish(page, start, end, body, follows=other.start)
        elif (
            other is not None
            and gap == 0
            and body.levels
            and len(body.printed) > 1
            and body.printed[0] != "党"
            and (other.place or other.level)
        ):
            return _finish(page, start, end, body, follows=other.start)
    return None


def _is_abroad(place: Place) -> bool:
    """Tell whether a place is a state or a city abroad, whose code is that of its country: 日本|石川县."""
    return place.level == "other" and place.parts[-1].codes[:1] != () and place.parts[-1].codes[0].isalpha()


def _level_before(text: str, end: int) -> str:
    """Give the level word that ends at an offset, the longest there is; empty if there is none."""
    if not text.endswith(lexicon.LEVEL_WORDS, 0, end):
        return ""
    return next(word for word in lexicon.LEVEL_WORDS if text.endswith(word, 0, end))


def _of_province(page: Surface, start: int, end: int, body: Body) -> Agency | None:
    """Read a department that only provinces have, printed without its own: 教育厅、民政厅印发通知."""
    before = page.text[start - 1 : start]
    free = before != "）" and (not start or page.stop[start - 1] or before in _JOINTS)
    if not free or len(body.printed) < 3 or not body.printed.endswith("厅") or page.text.startswith("（", end):
        return None
    return _finish(page, start, end, body, level="省级")


def _in_chain(page: Surface, start: int, end: int, body: Body, taken: dict[int, Agency]) -> Agency | None:
    """Read a department that stands in a chain of titles: 市委常委、组织部|部长, 副市长、公安局|局长."""
    if len(body.printed) < 3 or (body.levels and body.printed not in _IN_CHAIN):
        return None
    owner, level = placed_by_title(page, start, taken)
    if unit := unit_of(page, owner, start, end):
        return unit
    if not (owner or level) and body.printed in _COMMITTEES and (not start or page.marks[start - 1]):
        level = _COMMITTEES[body.printed]
    if (
        owner is not None
        and (owner.kind == "party" or not level)
        and (owner.place or owner.level or owner.follows >= 0)
    ):
        return _finish(page, start, end, body, follows=owner.start)
    return _finish(page, start, end, body, level=level) if level else None


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
    start = page.last_stop(end - len(level), max(0, end - 8))
    stem = page.text[start : end - len(level)]
    if (
        not 1 < len(stem) <= 5
        or stem[-1] in level + "乡"
        or lexicon.generic_names()[1].fullmatch(stem)
        or stem[0] in "各全该本"
        or any(joint in stem for joint in _JOINTS)
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
    if before and before in "省市区县州盟旗" and page.text[at - 2 : at - 1] in ("各", "全", "，", "、", ""):
        return False
    if level in _COMMUNITIES:
        return body.levels != "" and ("T" in body.levels or "V" in body.levels) and len(body.printed) > 1
    if before and before in _NOT_LEVEL_BEFORE and not page.stop[at - 1]:
        return False
    word = lexicon.words().get(before + level, -99.0)
    return bool(not before or page.stop[at - 1] or word < -12.5 or before in "委府团局厅会院")


def _finish(page: Surface, start: int, end: int, body: Body, **base: Any) -> Agency:
    units, last = units_after(page, end)
    branch = _BRANCH.match(page.text, end) if body.printed == "委" else None
    if branch:
        units, last = ((end, branch.group()),), branch.end()
    return Agency(
        start, last, body.kind, body=body.printed, canonical=body.canonical, units=units, head_end=end, **base
    )


def _youth(page: Surface, match: re.Match[str], ends: dict[int, Place]) -> Agency | None:
    if match.start() and page.text[match.start() - 1] in "集社师财兵军":
        return None
    canonical, at = "共青团{p}委员会", match.end()
    if match["level"]:
        return Agency(
            match.start(), at, "social_org", level=match["level"], body="团委", canonical=canonical, head_end=at
        )
    place = ends.get(match.end("place"))
    if place and place.start == match.start("place"):
        return Agency(match.start(), at, "social_org", place=place, body="团委", canonical=canonical, head_end=at)
    return None
