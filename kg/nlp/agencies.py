"""Find the organisations of a text: known by name, by territory and body, by suffix, and by ellipsis."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp import lexicon
from kg.nlp.lexicon import Body
from kg.nlp.organ_names import extend, foreign_end, left_edge, right_edge_ok, units_after, with_units
from kg.nlp.places import is_risky
from kg.nlp.surface import Surface
from kg.readings import COUNTED, Agency, Part, Place, Readings

_YOUTH = re.compile(
    r"(?:共青团|团)(?:(?P<level>[省市区县州]|自治区|自治州)委|(?P<place>[\u4e00-\u9fff]{2,10}?)委)(?![员托])"
)
_NATIONAL = re.compile(r"中国|中华|全国|国家|国际|世界|亚洲|亚太|首都|中共")
_PLAIN = re.compile(r"(?P<level>部|厅|局|会|校|院)(?=(?:分?党组|机关党委)(?![书成副]))")
_COUNTED = re.compile(
    r"(?:等)?[一二三四五六七八九十两几\d]*(?:个)?(?P<level>省|市|区|县|州|盟|旗)(?:（[省市区县州、直辖自治]{1,10}）)?$"
)
_LEVEL = re.compile(r"自治区|[省市区县州](?=[\u4e00-\u9fff]{2})")
_OTHER_LEVEL = re.compile(r"（[省市区县州、直辖自治]{1,8}）$")
_ZONE = re.compile(r"(?:新区|开发区|试验区|高新区|示范区|风景区|度假区|园区|保税区|科技城|产业园|自贸区|合作区|景区)$")
_SHARED = re.compile(r"(?:、|和|及|与|，|以及)$")
_NOT_LEVEL_BEFORE = frozenset("各全该本两几多某每城都超股农社地山灾战校园景小郊辖老新牧库跨外特列")


def find_agencies(page: Surface, readings: Readings) -> None:
    """Read the organisations of a text into `readings.agencies`, sorted and free of overlaps."""
    found = {a.start: a for a in readings.agencies}
    for agency in _known(page, readings):
        _keep(found, agency)
    _bodies(page, readings, found)
    for place in readings.chains:
        _from_place(page, place, readings, found)
    for match in _LEVEL.finditer(page.text):
        _from_level(page, match.start(), match.end(), found)
    for match in _NATIONAL.finditer(page.text):
        _from_prefix(page, match.start(), match.end(), found)
    _strong(page, found)
    readings.agencies = _without_overlap(found)
    _tails(page, readings)
    for agency in readings.agencies:
        page.clear(agency.start, agency.end)


def _keep(found: dict[int, Agency], agency: Agency) -> None:
    old = found.get(agency.start)
    if old is None or old.end < agency.end:
        found[agency.start] = agency


def _without_overlap(found: dict[int, Agency]) -> list[Agency]:
    out: list[Agency] = []
    for start in sorted(found):
        if not out or start >= out[-1].end:
            out.append(found[start])
        elif found[start].end > out[-1].end and out[-1].kind == "media":
            out[-1] = found[start]
    return out


def _known(page: Surface, readings: Readings) -> list[Agency]:
    """Find the organisations that the word lists name, with their internal units."""
    automaton, out = lexicon.organs(), []
    foreign = {p.end for p in readings.chains if p.form == "country"}
    matches = automaton.find(page.text)
    starts = {start for index, start, _ in matches if automaton.payload[index]}
    for index, start, end in matches:
        entry = automaton.payload[index]
        if entry is None or page.quoted[start] or not right_edge_ok(page, end) or start in foreign:
            continue
        name, kind, _ = entry
        if start and page.text[start - 1] in "省市县区州" and page.text[start:end] != name:
            continue
        if kind == "media" and not _marked(page, start, end):
            continue
        if page.text.startswith(("代表团", "使团", "办事处", "大使"), end) and page.text[start - 1 : start] == "驻":
            continue
        page.clear(start, end)
        units, last = units_after(page, end) if kind != "media" and end not in starts else ((), end)
        if units and kind == "enterprise":
            out.append(
                Agency(
                    start,
                    last,
                    "social_org" if units[-1][1].endswith("会") else kind,
                    name=page.text[start:last],
                    head_end=last,
                )
            )
            continue
        out.append(Agency(start, last, kind, owner=name, units=units, head_end=end))
    return _stationed(page, out)


def _stationed(page: Surface, found: list[Agency]) -> list[Agency]:
    """Join 中央纪委国家监委驻…纪检监察组, one group of two organs, into one agency."""
    out: list[Agency] = []
    for agency in found:
        if out and agency.units and out[-1].end == agency.start and agency.units[0][1].startswith("驻"):
            first = out.pop()
            agency = replace(
                agency,
                start=first.start,
                owner="",
                name=page.text[first.start : agency.end],
                units=(),
                head_end=agency.end,
            )
        out.append(agency)
    return out


def _marked(page: Surface, start: int, end: int) -> bool:
    """Tell whether a paper whose name is made of ordinary words is meant: 《中国民政》, 中国民政微信公众号."""
    return page.text[start:end].endswith(("报", "社", "网", "台", "线", "闻")) or page.text.startswith(
        ("杂志", "微信", "公众号"), end
    )


def _bodies(page: Surface, readings: Readings, found: dict[int, Agency]) -> None:
    """Find the organs of territories by their bodies: 省|民政厅, 浙江省|委, and 、财政局 that share a territory."""
    automaton = lexicon.bodies()
    sure = {c for p in readings.chains if p.form != "short" for c in p.parts[-1].codes}
    firm = [
        p
        for p in readings.chains
        if p.form != "short"
        or (p.level in ("province", "prefecture") and not is_risky(p.parts[0].name))
        or sure & set(p.parts[0].codes)
    ]
    ends = {p.end: p for p in sorted((*firm, *readings.places), key=lambda p: (p.end, -len(p.parts)))}
    taken = {a.end: a for a in found.values()}
    for index, start, end in automaton.find(page.text):
        body = automaton.payload[index]
        if body is None or page.quoted[start] or not right_edge_ok(page, end):
            continue
        agency = _with_base(page, start, end, body, ends, taken)
        if agency:
            _keep(found, agency)
            taken[agency.end] = agency
            page.clear(agency.start, agency.end)
    for match in _YOUTH.finditer(page.text):
        agency = _youth(page, match, ends)
        if agency:
            _keep(found, agency)
    for match in _PLAIN.finditer(page.text):
        if match.start() == 0 or page.stop[match.start() - 1]:
            end = page.text.index("党", match.start()) + (
                3 if "机关" in page.text[match.start() : match.end() + 2] else 2
            )
            end = match.end() + (
                4
                if page.text.startswith("机关党委", match.end())
                else 3
                if page.text.startswith("分党组", match.end())
                else 2
            )
            _keep(found, Agency(match.start(), end, "party", level=match["level"], body=page.text[match.end() : end]))


def _with_base(
    page: Surface, start: int, end: int, body: Body, ends: dict[int, Place], taken: dict[int, Agency]
) -> Agency | None:
    text = page.text
    place = ends.get(start) or _bracketed(text, start, ends)
    if place is not None and place.form not in ("region", "country", "letter"):
        prefix = 2 if text.startswith("中共", place.start - 2) and place.start >= 2 else 0
        return _finish(page, place.start - prefix, end, body, place=place)
    counted = _COUNTED.search(text, max(0, start - 16), start)
    if counted and counted.start() in ends:
        return _finish(page, counted.start(), end, body, level=counted["level"], follows=COUNTED)
    if body.printed in ("管委会", "管理委员会") and _ZONE.search(text, max(0, start - 5), start):
        return _zone(page, start, end, ends)
    level = next((w for w in lexicon.LEVEL_WORDS if text.endswith(w, 0, start)), "")
    named = (
        _named_community(page, start, level) if level in ("街道", "社区", "村", "镇", "乡") and body.levels else None
    )
    if named:
        return _finish(page, named.start, end, body, place=named)
    if level and _level_ok(page, start - len(level), level, body):
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
    bracket = _OTHER_LEVEL.search(text, max(0, start - 8), start)
    return ends.get(bracket.start()) if bracket else None


def _named_community(page: Surface, end: int, level: str) -> Place | None:
    """Give the street, town or village whose name runs up to an offset: 军门社区|党委."""
    start = page.last_stop(end - len(level), max(0, end - 8))
    stem = page.text[start : end - len(level)]
    if not 1 < len(stem) <= 5 or lexicon.generic_names()[1].fullmatch(stem) or stem[0] in "各全该本":
        return None
    rank = "village" if level in ("社区", "村") else "township"
    return Place(start, end, (Part(start, end, page.text[start:end], rank),), "full")


def _level_ok(page: Surface, at: int, level: str, body: Body) -> bool:
    """Tell whether a level word stands for a territory of the context: 省|委, and not 全省|…, 社区|…."""
    before = page.text[at - 1 : at]
    if level in ("街道", "社区", "镇", "乡", "村"):
        return body.levels != "" and ("T" in body.levels or "V" in body.levels) and len(body.printed) > 1
    if before and before in _NOT_LEVEL_BEFORE and not page.stop[at - 1]:
        return False
    word = lexicon.words().get(before + level, -99.0)
    return bool(not before or page.stop[at - 1] or word < -12.5 or before in "委府团局厅会院")


def _finish(page: Surface, start: int, end: int, body: Body, **base: Any) -> Agency:
    units, last = units_after(page, end)
    agency = Agency(start, last, body.kind, body=body.printed, canonical=body.canonical, units=units, head_end=end)
    return replace(agency, **base)


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


def _from_place(page: Surface, place: Place, readings: Readings, found: dict[int, Agency]) -> None:
    """Extend a place to the right to the longest name of an organisation that begins with it."""
    if place.start in found and found[place.start].end > place.end:
        return
    if place.form == "short" and place.level == "county" and place not in readings.places:
        return
    if place.form == "country":
        foreign = foreign_end(page, place.end)
        if foreign and place.parts[0].name != "中国":
            _keep(
                found,
                Agency(
                    place.start,
                    foreign[0],
                    foreign[1],
                    place=place,
                    name=page.text[place.start : foreign[0]],
                    head_end=foreign[0],
                ),
            )
            return
    reach = extend(page, place.end)
    if reach:
        end, kind = reach
        end, units, last = with_units(page, place.end, end)
        name = page.text[place.start : end]
        _keep(found, Agency(place.start, last, kind, place=place, name=name, units=units, head_end=end))


def _from_level(page: Surface, start: int, end: int, found: dict[int, Agency]) -> None:
    """Read an organisation of the context's territory by its last words: 市|律师协会, 区|防汛抗旱指挥部."""
    level = page.text[start:end]
    if start in found or page.quoted[start] or (start and not page.stop[start - 1]) or page.stop[start]:
        return
    reach = extend(page, end, strong_only=True)
    if reach and reach[0] - end >= 3 and not lexicon.words().get(page.text[start : end + 1], -99.0) > -13:
        units, last = units_after(page, reach[0])
        body = page.text[end : reach[0]]
        _keep(
            found, Agency(start, last, reach[1], level=level, body=body, canonical=body, units=units, head_end=reach[0])
        )


def _from_prefix(page: Surface, start: int, end: int, found: dict[int, Agency]) -> None:
    if page.quoted[start] or any(a.start <= start < a.end for a in (found.get(start),) if a):
        return
    reach = extend(page, end, strong_only=True)
    if reach:
        units, last = units_after(page, reach[0])
        name = page.text[start : reach[0]]
        _keep(found, Agency(start, last, reach[1], name=name, units=units, head_end=reach[0]))


def _strong(page: Surface, found: dict[int, Agency]) -> None:
    """Find names that only their last words give away, as 首都医科大学 or 腾讯公益慈善基金会."""
    table, _, _, strong = lexicon.suffixes()
    spans = sorted((a.start, a.end) for a in found.values())
    covered = bytearray(len(page.text))
    for start, end in spans:
        covered[start:end] = b"\x01" * (end - start)
    for match in strong.finditer(page.text):
        at, end = match.span()
        if covered[at] or page.quoted[at] or not right_edge_ok(page, end):
            continue
        edge = left_edge(page, at, covered)
        if edge is None:
            continue
        start = edge
        units, last = units_after(page, end)
        name = page.text[start:end]
        found[start] = Agency(start, last, table[match.group()][0], name=name, units=units, head_end=end)
        covered[start:last] = b"\x01" * (last - start)


def _tails(page: Surface, readings: Readings) -> None:
    """Find the later mentions of an organisation by its own last words: 研究会, 社会组织管理局."""
    tails: dict[str, int] = {}
    for agency in readings.agencies:
        for tail in _tail_forms(page, agency):
            tails.setdefault(tail, agency.start)
    spans = [(a.start, a.end) for a in readings.agencies]
    covered = bytearray(len(page.text))
    for start, end in spans:
        covered[start:end] = b"\x01" * (end - start)
    for tail, owner in tails.items():
        at = page.text.find(tail)
        while at >= 0:
            end = at + len(tail)
            if (
                at > owner
                and not covered[at]
                and not page.quoted[at]
                and right_edge_ok(page, end)
                and (at == 0 or page.stop[at - 1])
            ):
                readings.agencies.append(Agency(at, end, "", body=tail, short_of=owner))
                covered[at:end] = b"\x01" * len(tail)
            at = page.text.find(tail, end)
    readings.agencies.sort(key=lambda a: a.start)


def _tail_forms(page: Surface, agency: Agency) -> list[str]:
    if agency.units:
        unit = agency.units[-1][1]
        return [unit] if len(unit) >= 5 else []
    if agency.name and agency.kind == "social_org":
        return [
            w
            for w in ("研究会", "促进会", "联合会", "基金会", "慈善总会", "慈善会", "协会", "学会", "商会")
            if agency.name.endswith(w)
        ][:1]
    return []


@Language.component("kg_agencies")
def kg_agencies(doc: Doc) -> Doc:
    """Find the agencies of a Doc; runs after kg_places."""
    find_agencies(doc._.surface, doc._.readings)
    return doc
