"""Find the places of a text: divisions of China, townships and villages, regions, countries, cities abroad."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg import vocabulary
from kg.nlp import lexicon, one_pass
from kg.nlp.foreign_places import foreign_places
from kg.nlp.names import reading_of_rest
from kg.nlp.place_fit import MARGIN, descends, is_risky, judge
from kg.nlp.place_letters import letters
from kg.nlp.surface import Surface
from kg.nlp.township_lists import listed
from kg.nlp.townships import townships
from kg.nlp.zones import zones
from kg.readings import Part, Place, Readings

_SITE = re.compile(r"(?:国际)?机场|[港站湾路]|大桥|科学城|小镇|医院|大学|中学|水库|隧道")
"""What is named after a county and lies elsewhere, or is no division: 萧山|国际机场, 盐田|港."""
_BASIN = re.compile(
    "流域|经济带|中?[上下]游|三角洲|大?桥|隧道|证券|学者|禁渔|大保护|保护|精神|文化|文明|路|号|口岸|学院|大学|水系|沿线|沿岸"
)
"""What a river only modifies, or gives its name: 长江|流域, 黄河|路."""
_STATE = re.compile(
    "(?:伊斯兰|民主|人民|联邦|阿拉伯|社会主义|玻利瓦尔|多民族|东岸|合作){0,2}(?:共和国|王国|公国|酋长国)"
)
"""What makes a country's name that of its state: 塞拉利昂|共和国."""
_JOINING = tuple("局厅部委府会院办处团行社")
"""How the names end before which 会同 is a verb: 发展改革局|会同|县…."""
_COUNTIES = re.compile(r"(?:、[\u4e00-\u9fff]{2,3}){0,8}等?[二三四五六七八九十两\d]+个?[市县区]")
"""What makes the name before it one of a list of counties: 东海|、响水两县."""


@vocabulary.compiled
def gazetteer() -> lexicon.WordList:
    """Give the names of places: payload is (form, level, codes), or None for what only looks like one."""
    entries: dict[str, Any] = {}
    for name, kind in vocabulary.regions().items():
        entries[name] = ("region", kind, ())
    for name, code in vocabulary.world_cities().items():
        entries[name] = ("full", "other", (code,))
    for name, (_, code) in vocabulary.states_abroad().items():
        entries[name] = ("full", "other", (code,))
    for country in vocabulary.countries():
        for name in (country.name, *country.aliases):
            entries[name] = ("country", "country", (country.code,))
    entries.update({name: entry for name, entry in _divisions().items() if name not in _namesakes()})
    for word, _ in vocabulary.read_table("place_words"):
        entries[word] = None
    for printed, (_, level) in vocabulary.added_places().items():
        entries[printed] = ("full", level, ())
    return lexicon.word_list(entries)


def _divisions() -> dict[str, Any]:
    full: dict[str, list[str]] = defaultdict(list)
    short: dict[str, list[str]] = defaultdict(list)
    rank = {"province": 0, "prefecture": 1, "county": 2}
    units = vocabulary.divisions()
    for code in sorted(units, key=lambda c: (rank[units[c].level], c)):
        unit = units[code]
        full[unit.name].append(code)
        for alias in unit.aliases:
            full[alias].append(code)
        if unit.short or unit.name.endswith("旗"):
            short[unit.short or unit.name[:-1]].append(code)
    out: dict[str, Any] = {}
    for name, codes in short.items():
        out[name] = ("short", units[codes[0]].level, tuple(codes))
    for name, codes in full.items():
        if len(name) > 2:
            out[name] = ("full", units[codes[0]].level, tuple(codes))
        else:
            out[name] = ("brief", units[codes[0]].level, tuple(codes))
    return out


@vocabulary.compiled
def _namesakes() -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Give the counties whose short form is the name of a sea, a region, a country or a city abroad: 南海, 黑山."""
    elsewhere = {*vocabulary.regions(), *vocabulary.world_cities()}
    elsewhere.update(name for country in vocabulary.countries() for name in (country.name, *country.aliases))
    return {name: row for name, row in _divisions().items() if name in elsewhere and row[:2] == ("short", "county")}


def find_chains(page: Surface) -> list[Place]:
    """Give the chains of divisions of a text as printed, before townships and the choice of short forms.

    A short form of a county is kept only behind a unit that holds it; other short forms are kept and judged later.
    """
    payload, text = gazetteer().payload, page.text
    chains: list[Place] = []
    for index, start, end in one_pass.find(page, gazetteer):
        entry = payload[index]
        if entry is None or page.quoted[start]:
            continue
        form, level, codes = entry
        if text.startswith("会同", start) and text[start - 1 : start] in _JOINING:
            continue
        if text.startswith("首都", start - 1) and (city := vocabulary.world_cities().get(text[start + 1 : end])):
            start, codes = start + 1, (city,)
        if form == "short" and not _is_told(text, start, end) and (hidden := _hidden(text, start, end)):
            start, end, (form, level, codes) = hidden
        if form == "region" and (
            text.startswith("部", end)
            or text.startswith("环", start - 1)
            or (text[end - 1] in "江河湖" and _BASIN.match(text, end))
        ):
            continue
        end -= text.startswith("市场", end - 1)
        if form == "country" and text[end - 1] != "国" and (state := _STATE.match(text, end)):
            end = state.end()
        last = chains[-1] if chains and chains[-1].end == start else None
        county = _namesakes().get(text[start:end]) if form != "short" else None
        if county and (last or _COUNTIES.match(text, end)):
            form, level, codes = county
        part = Part(start, end, text[start:end], level, codes)
        inside = _inside(part, last) if last else ()
        if last and inside and _joins(page, part, form):
            known = vocabulary.divisions()[inside[0]].level
            joined = Part(start, end, part.name, known, inside)
            chains[-1] = Place(last.start, end, (*last.parts, joined), _joint_form(last.form, form))
        elif form != "brief" or _stands_alone(page, part):
            chains.append(Place(start, end, (part,), "full" if form == "brief" else form))
    return chains


def _is_told(text: str, start: int, end: int) -> bool:
    """Tell whether a text names a county in full that it prints in short: 榕江县…，|榕江|城区."""
    return text[start:end] + "县" in text


def _hidden(text: str, start: int, end: int) -> tuple[int, int, tuple[str, str, tuple[str, ...]]] | None:
    """Give the full name that begins inside the short form of another division: 和|平山县, no 和平."""
    known, openings = _full_names()
    for at in range(start + 1, end):
        for size in (4, 3) if text[at : at + 2] in openings else ():
            entry = known.get(text[at : at + size])
            if entry is not None and at + size > end:
                return at, at + size, entry
    return None


@vocabulary.compiled
def _full_names() -> tuple[dict[str, tuple[str, str, tuple[str, ...]]], frozenset[str]]:
    """Give the full names of counties, cities and districts, and the pairs of characters that they begin with."""
    full = {name: entry for name, entry in _divisions().items() if entry[0] == "full" and name[-1] in "县市区旗"}
    return full, frozenset(name[:2] for name in full)


def _joins(page: Surface, part: Part, form: str) -> bool:
    """Tell whether a unit may stand in a chain: in full, or short where a word ends or where it is a city."""
    if form != "short":
        return True
    if part.name[-1] == "湖" or (part.level == "county" and _SITE.match(page.text, part.end)):
        return False
    city = part.level == "prefecture" or not _edge_in_word(page.text, part)
    return (
        (city and not is_risky(part.name))
        or page.is_stop(part.end)
        or page.text.startswith(("区", "县", "市"), part.end)
    )


def _stands_alone(page: Surface, part: Part) -> bool:
    """Tell whether a county of two characters begins where a word begins: ，义县人民政府, and no 建|成县, 代县|长."""
    free = part.start == 0 or page.stop[part.start - 1] or page.text[part.start - 1] in "与和及"
    return bool(free) and part.name[-1] in "县州" and page.text[part.end : part.end + 1] != "长"


def _edge_in_word(text: str, part: Part) -> bool:
    """Tell whether the short form of a county runs over into the word behind it: 湖南|通道|路."""
    last, words = min(len(text), part.end + 2), lexicon.words()
    apart = words.get(part.name, -13.0) + reading_of_rest(text, part.end, last)
    return reading_of_rest(text, part.start, last, (part.start, part.end)) > apart - MARGIN


def _joint_form(first: str, second: str) -> str:
    return "full" if first != "short" or second != "short" else "chain"


def _inside(part: Part, last: Place) -> tuple[str, ...]:
    above = last.parts[-1].codes
    return tuple(c for c in part.codes if any(descends(c, a) for a in above))


def find_places(page: Surface, readings: Readings) -> None:
    """Read the places of a text into `readings.places`, and all chains, judged or not, into `readings.chains`."""
    chains = foreign_places(page, find_chains(page))
    for chain in chains:
        if chain.form != "short":
            page.clear(chain.start, chain.end)
    kept = zones(page, listed(page, townships(page, judge(page, chains))))
    readings.places = sorted([*kept, *letters(page, kept)], key=lambda p: p.start)
    readings.chains = chains


@Language.component("kg_places")
def kg_places(doc: Doc) -> Doc:
    """Find the places of a Doc; runs after kg_documents."""
    find_places(doc._.surface, doc._.readings)
    return doc
