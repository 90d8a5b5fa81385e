"""Read the branches of an organisation that stands before them: X及其|河南分公司, X新疆局、|青海局, X大学|（武汉）."""

from __future__ import annotations

import re
from dataclasses import replace

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.organ_names import right_edge_ok
from kg.nlp.surface import Surface, with_modifiers
from kg.readings import Agency, Place, Readings, by_start

_BRANCH = re.compile(
    "(?:监管|管理|特派员)?(?:分公司|子公司|分行|支行|分局|局|分院|分校|分会|分中心|总队|办事处|代表处)"
)
_HOUSES = {
    "全国人民代表大会常务委员会": "全国人大",
    "全国人民代表大会": "全国人大",
    "中国人民政治协商会议全国委员会": "全国政协",
}
_SPECIAL = re.compile("[\u4e00-\u9fff]{0,8}、(?P<name>[\u4e00-\u9fff]{3,16}?委员会)")
_STANDING = re.compile("(?<=[大会])及其(?P<committee>常委会|常务委员会)")
_OF_COMPANY = ("分公司", "子公司", "分行", "支行")
_CAMPUS = re.compile("（[\u4e00-\u9fff]{2,4}）")


def branches(page: Surface, readings: Readings) -> None:
    """Give branches the organisation that they belong to, and universities the bracket that tells their campus."""
    places = {place.start: place for place in readings.chains}
    found = {agency.start: agency for agency in readings.agencies}
    ends = {agency.end: agency for agency in readings.agencies}
    for agency in [agency for agency in readings.agencies if agency.owner in _HOUSES]:
        if committee := _committee(page, agency):
            found[committee.start] = committee
    for agency in [agency for agency in readings.agencies if agency.kind == "legislature"]:
        if standing := _STANDING.match(page.text, agency.end):
            found[standing.start("committee")] = _standing(agency, *standing.span("committee"))
    for start in sorted(found):
        agency = found[start] = _with_campus(page, _of_chain(page, found[start], ends), places)
        while (branch := _its_own(page, agency, found) or _listed(page, agency, places)) is not None:
            agency = found[branch.start] = branch
    readings.agencies = sorted(found.values(), key=by_start)


def _standing(congress: Agency, start: int, end: int) -> Agency:
    """Give the standing committee that a congress is printed with: 省人大及其|常委会."""
    full = "常务委员会"
    owner, canonical = congress.owner and congress.owner + full, congress.canonical and congress.canonical + full
    return replace(congress, start=start, end=end, owner=owner, canonical=canonical, head_end=end)


def faculties(page: Surface, readings: Readings) -> None:
    """Read the schools printed without their university, which the text named before: 与法学院师生座谈."""
    universities = [agency for agency in readings.agencies if page.text.endswith("大学", agency.start, agency.head_end)]
    for match in _faculty().finditer(page.text) if universities else ():
        start, end = match.span()
        owner = next((agency for agency in reversed(universities) if agency.head_end <= start), None)
        if owner is None or page.quoted[start] or not right_edge_ok(page, end):
            continue
        kept = [a for a in readings.agencies if a.end <= start or a.start >= end or a.owner or a.place or a.units]
        if not any(a.start < end and start < a.end for a in kept):
            faculty = replace(owner, start=start, end=end, units=((start, match.group()),))
            readings.agencies = sorted([*kept, faculty], key=by_start)


@vocabulary.compiled
def _faculty() -> re.Pattern[str]:
    """Give the names of schools of a university: 法学院, 新闻与传播学院."""
    subject = lexicon.one_of(row[0] for row in vocabulary.read_table("faculties"))
    return re.compile(f"{subject}(?:与{subject})?学院(?!派|生)")


def _committee(page: Surface, house: Agency) -> Agency | None:
    """Give the special committee behind a title at a house: 全国人大常委会委员、|农业与农村委员会|副主任委员."""
    match = _SPECIAL.match(page.text, house.end)
    known = lexicon.organ_by_name().get(_HOUSES[house.owner] + match["name"]) if match else None
    if match is None or known is None:
        return None
    return Agency(match.start("name"), match.end(), known.kind, owner=known.name, head_end=match.end())


def _with_campus(page: Surface, agency: Agency, places: dict[int, Place]) -> Agency:
    campus = _CAMPUS.match(page.text, agency.end) if page.text.endswith("大学", 0, agency.end) else None
    place = places.get(agency.end + 1) if campus else None
    if campus is None or place is None or place.end != campus.end() - 1 or agency.units:
        return agency
    name = page.text[agency.start : campus.end()]
    return replace(agency, end=campus.end(), head_end=campus.end(), name=name, owner="")


def _of_chain(page: Surface, agency: Agency, ends: dict[int, Agency]) -> Agency:
    """Give a branch behind a title to the title's organisation: 甲集团副总经理、|河南分公司|总经理."""
    if agency.owner or not agency.name.endswith(_OF_COMPANY):
        return agency
    title = page.title_ends.get(agency.start - 1) if page.text[agency.start - 1 : agency.start] == "、" else None
    owner = ends.get(with_modifiers(page.text, title)) if title is not None else None
    if owner is None:
        return agency
    owner = next((other for other in ends.values() if other.start == owner.short_of), owner)
    unit = (agency.start, page.text[agency.start : agency.end])
    return replace(owner, start=agency.start, end=agency.end, units=(*owner.units, unit))


def _its_own(page: Surface, agency: Agency, found: dict[int, Agency]) -> Agency | None:
    """Give the branch behind 及其."""
    branch = found.get(agency.end + 2) if page.text.startswith("及其", agency.end) else None
    if branch is None or branch.owner or not branch.name.endswith(("公司", "行", "分局", "分院", "分校", "处")):
        return None
    unit = (branch.start, page.text[branch.start : branch.end])
    return replace(agency, start=branch.start, end=branch.end, units=(*agency.units, unit))


def _listed(page: Surface, agency: Agency, places: dict[int, Place]) -> Agency | None:
    """Give the next branch of a list whose first one stands right behind its organisation."""
    if not agency.units:
        return None
    first, place = places.get(agency.units[-1][0]), places.get(agency.end + 1)
    kind = _BRANCH.fullmatch(page.text, first.end, agency.end) if first else None
    if kind is None or place is None or page.text[agency.end] not in "、和及":
        return None
    if not page.text.startswith(kind.group(), place.end):
        return None
    end = place.end + len(kind.group())
    return replace(
        agency, start=place.start, end=end, units=(*agency.units[:-1], (place.start, page.text[place.start : end]))
    )
