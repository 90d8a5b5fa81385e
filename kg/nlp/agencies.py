"""Find the organisations of a text: known by name, by territory and body, by suffix, and by ellipsis."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp import lexicon
from kg.nlp.branches import branches
from kg.nlp.local_organs import find_bodies, keep
from kg.nlp.military import military
from kg.nlp.organ_names import extend, foreign_end, left_edge, right_edge_ok, units_after, with_units
from kg.nlp.parties import party_committees
from kg.nlp.place_fit import is_risky
from kg.nlp.short_forms import at_home, tails
from kg.nlp.surface import Surface, with_modifiers
from kg.nlp.web_media import news_sites
from kg.readings import Agency, Place, Readings

_NATIONAL = re.compile(r"中国|中华|全国|国家|国际|世界|亚洲|亚太|首都|中共")
_CPPCC = "中国人民政治协商会议全国委员会"
_NATIONAL_CPPCC = re.compile(r"(?:中国人民政治协商会议|政协)第[一二三四五六七八九十]+届全国委员会")
_HOUSE = re.compile("(?:议院|议会|国会)(?=[\u4e00-\u9fff]{2,12}委员会$)")
"""The house of a parliament before its committee: 美国国会众议院|外交委员会."""
_CHANNEL = re.compile(r"(?!各)(?:央视)?[\u4e00-\u9fff]{2,4}频道")
_LEVEL = re.compile(r"自治区|[省市区县州盟旗](?=[\u4e00-\u9fff]{2})")


def find_agencies(page: Surface, readings: Readings) -> None:
    """Read the organisations of a text into `readings.agencies`, sorted and free of overlaps."""
    found = {a.start: a for a in readings.agencies}
    for agency in (
        *_consultative(page),
        *military(page),
        *party_committees(page, readings),
        *_known(page, readings),
        *news_sites(page),
    ):
        keep(found, agency)
    find_bodies(page, readings, found)
    kept = set(readings.places)
    for place in readings.chains:
        _from_place(page, place, kept, found)
    ends = {agency.end for agency in found.values()}
    for match in _LEVEL.finditer(page.text):
        _from_level(page, match.start(), match.end(), found, ends)
    for match in _NATIONAL.finditer(page.text):
        _from_prefix(page, match.start(), match.end(), found)
    _strong(page, found)
    readings.agencies = _without_overlap(found)
    at_home(page, readings)
    tails(page, readings)
    branches(page, readings)
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


def _known(page: Surface, readings: Readings) -> list[Agency]:
    """Find the organisations that the word lists name, with their internal units."""
    automaton, out = lexicon.organs(), []
    abroad = {p.end: p for p in readings.chains if p.form == "country" and p.parts[0].codes != ("CN",)}
    titles = {last: first for first, last, _ in page.title_words}
    home = {p.end: p.start for p in readings.chains if p.parts[0].codes == ("CN",)}
    places = {p.start for p in readings.chains}
    matches = automaton.find(page.text)
    starts = {start for index, start, _ in matches if automaton.payload[index]}
    for index, start, end in matches:
        entry = automaton.payload[index]
        if entry is None or page.quoted[start] or not right_edge_ok(page, end) or start in abroad:
            continue
        name, kind, _ = entry
        end -= page.text.startswith("社论", end - 1)
        if start and page.text[start - 1] in "省市县区州" and page.text[start:end] != name:
            continue
        if (kind == "media" and not _marked(page, start, end)) or (end - start == 2 and _runs_on(page.text, start)):
            continue
        if page.text.startswith(("代表团", "使团", "办事处", "大使"), end) and page.text[start - 1 : start] == "驻":
            continue
        if kind == "enterprise" and ((end - start == 2 and end in places) or page.text.startswith("大学", end)):
            continue
        if kind == "government" and (country := abroad.get(_chain_start(page, start, titles))):
            theirs = country.parts[0].name + page.text[start:end]
            out.append(Agency(start, end, kind, place=country, name=theirs, head_end=end))
            continue
        start = home.get(start, start)
        page.clear(start, end)
        units, last = units_after(page, end) if kind != "media" and end not in starts else ((), end)
        if name in lexicon.international() and page.text.startswith("国家", end):
            units, last = (), end
        if kind == "media" and (channel := _CHANNEL.match(page.text, end)):
            units, last = ((end, channel.group()),), channel.end()
        if units and kind == "enterprise" and not units[-1][1].endswith(("分行", "支行")):
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


def _chain_start(page: Surface, start: int, titles: dict[int, int]) -> int:
    """Give where the title begins that 兼 joins to an organ: 巴基斯坦|副总理兼|外交部; -1 if there is none."""
    title = titles.get(start - 1) if page.text[start - 1 : start] == "兼" else None
    return -1 if title is None else with_modifiers(page.text, title)


def _runs_on(text: str, start: int) -> bool:
    """Tell whether a common word runs over the start of a name of two characters: 人|民建."""
    return start > 0 and lexicon.words().get(text[start - 1 : start + 1], -99.0) > -9.5


def _consultative(page: Surface) -> list[Agency]:
    """Find the national committee of the CPPCC with its term inside its name: 政协第十四届全国委员会."""
    return [
        Agency(match.start(), match.end(), "committee", owner=_CPPCC, head_end=match.end())
        for match in _NATIONAL_CPPCC.finditer(page.text)
        if not page.quoted[match.start()]
    ]


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


def _from_place(page: Surface, place: Place, kept: set[Place], found: dict[int, Agency]) -> None:
    """Extend a place to the right to the longest name of an organisation that begins with it."""
    if place.start in found and found[place.start].end > place.end:
        return
    if place.form == "letter" or (place.form == "short" and place.level == "county" and place not in kept):
        return
    if place.form == "country" or place.level == "other":
        foreign = foreign_end(page, place.end, ministries="省" if place.parts[0].codes == ("JP",) else "部")
        if foreign and place.parts[0].name != "中国":
            last, kind = foreign
            house = _HOUSE.search(page.text, place.end, last)
            end = house.end() if house else last
            committee = ((end, page.text[end:last]),) if house else ()
            name = page.text[place.start : end]
            keep(found, Agency(place.start, last, kind, place=place, name=name, units=committee, head_end=end))
            return
    if page.text[place.start - 1 : place.start] == "（" and page.text.startswith("）", place.end):
        return
    reach = extend(page, place.end)
    alone = page.text[place.end : place.end + 1] not in ("和", "与", "及", "、")
    if not reach and alone and len(place.parts) > 1 and (reach := extend(page, place.parts[-1].start)):
        place = replace(place, end=place.parts[-1].start, parts=place.parts[:-1])
    if reach:
        end, kind = reach
        end, units, last = with_units(page, place.end, end)
        if place.form == "country" and units:
            end, units = last, ()
        name = page.text[place.start : end]
        word = place.form == "short" and is_risky(place.parts[0].name)
        owner = None if word else place
        keep(found, Agency(place.start, last, kind, place=owner, name=name, units=units, head_end=end))


def _from_level(page: Surface, start: int, end: int, found: dict[int, Agency], ends: set[int]) -> None:
    """Read an organisation of the context's territory by its last words: 市|律师协会, 区|防汛抗旱指挥部."""
    level = page.text[start:end]
    joined = page.text[start - 1 : start] in ("和", "与", "及") and start - 1 in ends
    if start in found or page.quoted[start] or page.stop[start] or not (joined or not start or page.stop[start - 1]):
        return
    reach = extend(page, end, strong_only=True)
    if reach and reach[0] - end >= 3 and not lexicon.words().get(page.text[start : end + 1], -99.0) > -13:
        units, last = units_after(page, reach[0])
        body = page.text[end : reach[0]]
        keep(
            found, Agency(start, last, reach[1], level=level, body=body, canonical=body, units=units, head_end=reach[0])
        )


def _from_prefix(page: Surface, start: int, end: int, found: dict[int, Agency]) -> None:
    if start in found or page.quoted[start]:
        return
    reach = extend(page, end, strong_only=True)
    if reach:
        units, last = units_after(page, reach[0])
        name = page.text[start : reach[0]]
        keep(found, Agency(start, last, reach[1], name=name, units=units, head_end=reach[0]))


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


@Language.component("kg_agencies")
def kg_agencies(doc: Doc) -> Doc:
    """Find the agencies of a Doc; runs after kg_places."""
    find_agencies(doc._.surface, doc._.readings)
    return doc
