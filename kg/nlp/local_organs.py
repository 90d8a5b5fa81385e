"""Find the organs of territories by their bodies: 省|民政厅, 浙江省|委, 赣江新区|管委会."""

from __future__ import annotations

import re
from dataclasses import replace

from kg import vocabulary
from kg.nlp import lexicon, one_pass
from kg.nlp.bureaus import bureaus, party_groups
from kg.nlp.departments import compound, placed_by_title, unit_of
from kg.nlp.lexicon import Body
from kg.nlp.organ_bases import JOINTS, finish, with_base
from kg.nlp.organ_names import right_edge_ok
from kg.nlp.place_fit import is_risky
from kg.nlp.surface import Surface
from kg.nlp.youth_league import committee, possible_committees
from kg.readings import Agency, Place, Readings

_COMMITTEES = {"村委会": "村", "村民委员会": "村", "居委会": "社区", "居民委员会": "社区"}
_NATION = re.compile("(?<=..)[\u4e00-\u9fff]{1,3}族$")
"""The people that a township is named after: 匹河|怒族|乡."""
_OF_TOWN = re.compile("(?:司法|派出|财政|供电|税务|自然资源|市场监管)所|卫生院|中心小学|中心学校")
_BUREAU = re.compile(
    "、(?P<name>(?![各省市县区州旗])[\u4e00-\u9fff]{3,9}局)(?=[、，；）和及]|联合|共同|制定|印发|发布|召开|举办|副?局长)"
)
_OF_PREFECTURE = ("地委", "行署", "专署", "军分区")
"""What stands behind a prefecture, also behind one whose short name is a word: 安康|地委."""
_IN_CHAIN = ("办事处", "管委会", "管理委员会", *_COMMITTEES)
"""The organs of a territory that stand in a chain behind its Party committee: 街道党工委书记、|办事处|主任."""


@vocabulary.compiled
def _printed() -> frozenset[str]:
    """Give all bodies of local organs as they are printed."""
    return frozenset(lexicon.bodies().words)


def keep(found: dict[int, Agency], agency: Agency) -> None:
    """Put an agency into those found by start offset, unless a longer one begins there."""
    old = found.get(agency.start)
    if old is None or old.end < agency.end:
        found[agency.start] = agency


def find_bodies(page: Surface, readings: Readings, found: dict[int, Agency]) -> None:
    """Find the organs of territories by their bodies: 省|民政厅, 浙江省|委, and 、财政局 that share a territory."""
    youth = possible_committees(page.text)
    ends = _grounds(page, readings) if youth or one_pass.find(page, lexicon.bodies) else {}
    _find_listed(page, readings, found, ends)
    for match in youth:
        agency = committee(page, match, ends)
        if agency:
            keep(found, agency)
    for agency in bureaus(page):
        if agency.start not in found:
            keep(found, agency)
    for agency in party_groups(page):
        keep(found, agency)


def _find_listed(page: Surface, readings: Readings, found: dict[int, Agency], ends: dict[int, Place]) -> None:
    """Read the bodies of the list in `lexicon.bodies`; those that no territory holds name classes of organs."""
    payload, taken = lexicon.bodies().payload, {a.end: a for a in found.values()}
    for index, start, end in one_pass.find(page, lexicon.bodies):
        body = payload[index]
        if body is None or page.quoted[start] or not right_edge_ok(page, end):
            continue
        start, body = compound(page.text, start, end, body)
        agency = (
            with_base(page, start, end, body, ends, taken)
            or _in_chain(page, start, end, body, taken)
            or _of_province(page, start, end, body)
        )
        if agency:
            while agency:
                _take(page, agency, found)
                taken[agency.end] = agency
                agency = _unlisted(page, agency)
        elif len(body.printed) > 2:
            readings.classes.append((start, end))


def _unlisted(page: Surface, owner: Agency) -> Agency | None:
    """Read a bureau that no list has in a list of departments: 区林业局、|家具产业促进局|制定…."""
    match = _BUREAU.match(page.text, owner.end) if owner.kind == "government" and not owner.units else None
    if match is None or 1 in page.stop[match.start("name") : match.end("name")]:
        return None
    body = Body(match["name"], match["name"], "government", "")
    known = (page.text[match.end("name") - n : match.end("name")] for n in range(3, len(match["name"]) + 1))
    if any(word in _printed() for word in known):
        return None
    return finish(page, *match.span("name"), body, follows=owner.start)


def _take(page: Surface, agency: Agency, found: dict[int, Agency]) -> None:
    """Keep an organ, rather than one of a ministry's that was read in its place, and take the stops off its name."""
    known = found.get(agency.start)
    if known and known.owner and agency.follows >= 0 and known.end == agency.end:
        del found[agency.start]
    keep(found, agency)
    page.clear(agency.start, agency.end)


def _grounds(page: Surface, readings: Readings) -> dict[int, Place]:
    """Give the places that an organ's body may stand behind, by their ends."""
    towns = _short_towns(page, readings.places)
    sure = {c for p in readings.chains if p.form != "short" for c in p.parts[-1].codes}
    firm = [
        p
        for p in readings.chains
        if p.form != "short"
        or (p.level in ("province", "prefecture") and not _may_be_word(page, p))
        or sure & set(p.parts[0].codes)
    ]
    once = [
        replace(p, end=p.end + 2)
        for p in readings.chains
        if p.level == "prefecture" and p.parts[-1].name[-1] != "市" and page.text.startswith(("地区", "专区"), p.end)
    ]
    return {p.end: p for p in sorted((*towns, *once, *firm, *readings.places), key=lambda p: (p.end, -len(p.parts)))}


def _may_be_word(page: Surface, place: Place) -> bool:
    """Tell whether the short form of a place may be an ordinary word where it stands."""
    return is_risky(place.parts[0].name) and not page.text.startswith(_OF_PREFECTURE, place.end)


def _short_towns(page: Surface, places: list[Place]) -> list[Place]:
    """Give the towns that the text names in full where it prints them in short before an office: 匹河|司法所."""
    named = [p.parts[-1] for p in places if p.level == "township" and len(p.parts[-1].name) > 2]
    towns = {_NATION.sub("", part.name[:-1]): part for part in named}
    found = []
    for match in _OF_TOWN.finditer(page.text) if towns else ():
        for size in (4, 3, 2):
            start = match.start() - size
            town = towns.get(page.text[start : match.start()]) if start >= 0 else None
            if town is not None and (not start or page.stop[start - 1] or page.text[start - 1] in JOINTS):
                part = replace(town, start=start, end=match.start())
                found.append(Place(start, match.start(), (part,), "full"))
                break
    return found


def _in_chain(page: Surface, start: int, end: int, body: Body, taken: dict[int, Agency]) -> Agency | None:
    """Read a department that stands in a chain of titles: 市委常委、组织部|部长, 副市长、公安局|局长."""
    if len(body.printed) < 3 or (body.levels and body.printed not in _IN_CHAIN):
        return None
    owner, level = placed_by_title(page, start, end, taken)
    if unit := unit_of(page, owner, start, end):
        return unit
    if not (owner or level) and body.printed in _COMMITTEES and (not start or page.marks[start - 1]):
        level = _COMMITTEES[body.printed]
    if (
        owner is not None
        and (owner.kind == "party" or not level)
        and (owner.place or owner.level or owner.follows >= 0)
    ):
        return finish(page, start, end, body, follows=owner.start)
    return finish(page, start, end, body, level=level) if level else None


def _of_province(page: Surface, start: int, end: int, body: Body) -> Agency | None:
    """Read a department that only provinces have, printed without its own: 教育厅、民政厅印发通知."""
    before = page.text[start - 1 : start]
    free = before != "）" and (not start or page.stop[start - 1] or before in JOINTS)
    if not free or len(body.printed) < 3 or not body.printed.endswith("厅") or page.text.startswith("（", end):
        return None
    return finish(page, start, end, body, level="省级")
