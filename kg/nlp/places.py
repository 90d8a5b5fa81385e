"""Find the places of a text: divisions of China, townships and villages, regions, countries, cities abroad."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.surface import Surface
from kg.readings import Part, Place, Readings

_TOWNSHIP = re.compile(r"街道|社区|[镇乡村]|苏木")
_PREPOSITION = re.compile(r"(?:[到在赴]|走进|来到|位于|来自|深入|前往|走访|抵达|落户)$")
_COUNT = re.compile(r"[一二三四五六七八九十两\d]+(?:个)?(?P<level>省|市|区|县|州|旗|盟|地|国)")
_ETC = re.compile(r"等(?:地|[一二三四五六七八九十两\d]*(?:个)?(?:省|市|区|县|州|地))")
_LETTER = (
    r"(?<![现存正所实潜自外内])(?:在|来|赴|抵|离|返|进|驻|与|到|由)(%s)"
    r"(?=(?P<next>[\u4e00-\u9fff]{0,2}|[，。、；：）)”]))"
)
_LETTER_NEXT = re.compile(
    r"举|召|开|会|出|参|考|调|社|签|启|揭|成|发|揭|落|闭|进行|主持|同|见|表|访|正式|圆满|隆重|视察|企|院|高校|央企|$|[，。、；：）)”]"
)
_LETTER_LIST = re.compile(r"([\u4e00-\u9fff](?:、[\u4e00-\u9fff])+)(?=[一二三四五六七八九十两]+(?:省|市|地|区|国))")
_WORDISH = -11.5


@lru_cache(maxsize=1)
def gazetteer() -> lexicon.Automaton:
    """Compile the names of places: payload is (form, level, codes), or None for what only looks like one."""
    entries: dict[str, Any] = {}
    for name, kind in vocabulary.regions().items():
        entries[name] = ("region", kind, ())
    for name, code in vocabulary.world_cities().items():
        entries[name] = ("full", "other", (code,))
    for country in vocabulary.countries():
        for name in (country.name, *country.aliases):
            entries[name] = ("country", "country", (country.code,))
    entries.update(_divisions())
    for word, _ in vocabulary.read_table("place_words"):
        entries[word] = None
    return lexicon.automaton(entries)


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
        if unit.short:
            short[unit.short].append(code)
    out: dict[str, Any] = {}
    for name, codes in short.items():
        out[name] = ("short", units[codes[0]].level, tuple(codes))
    for name, codes in full.items():
        if len(name) > 2:
            out[name] = ("full", units[codes[0]].level, tuple(codes))
        else:
            out[name] = ("brief", units[codes[0]].level, tuple(codes))
    return out


def is_risky(short: str) -> bool:
    """Tell whether the short form of a division is also an ordinary word."""
    return short in vocabulary.risky_shorts()


@lru_cache(maxsize=65536)
def descends(code: str, ancestor: str) -> bool:
    """Tell whether the division `code` lies in the division `ancestor`."""
    units = vocabulary.divisions()
    while code and code in units:
        code = units[code].parent
        if code == ancestor:
            return True
    return False


def find_chains(page: Surface) -> list[Place]:
    """Give the chains of divisions of a text as printed, before townships and the choice of short forms.

    A short form of a county is kept only behind a unit that holds it; other short forms are kept and judged later.
    """
    automaton, text = gazetteer(), page.text
    chains: list[Place] = []
    for index, start, end in automaton.find(text):
        entry = automaton.payload[index]
        if entry is None or page.quoted[start]:
            continue
        form, level, codes = entry
        part = Part(start, end, text[start:end], level, codes)
        last = chains[-1] if chains and chains[-1].end == start else None
        inside = _inside(part, last) if last else ()
        if last and inside and (form != "short" or page.is_stop(end) or page.text.startswith(("区", "县", "市"), end)):
            known = vocabulary.divisions()[inside[0]].level
            joined = Part(start, end, part.name, known, inside)
            chains[-1] = Place(last.start, end, (*last.parts, joined), _joint_form(last.form, form))
        elif form != "brief":
            chains.append(Place(start, end, (part,), form))
    return chains


def _joint_form(first: str, second: str) -> str:
    return "full" if first != "short" or second != "short" else "chain"


def _inside(part: Part, last: Place) -> tuple[str, ...]:
    above = last.parts[-1].codes
    return tuple(c for c in part.codes if any(descends(c, a) for a in above))


def _judge(page: Surface, chains: list[Place]) -> list[Place]:
    """Keep the chains that are places: full forms, and short forms where the context makes them places."""
    text = page.text
    firm = {code for c in chains if c.form != "short" for p in c.parts for code in p.codes}
    kept: list[Place] = []
    groups = _groups(text, chains)
    for group in groups:
        listed = len(group) > 1 or _counted(text, group[-1].end)
        for place in group:
            if place.form == "country" and place.parts[0].codes == ("CN",):
                if _is_country(page, place):
                    kept.append(place)
            elif place.form != "short" or _is_place(page, place, firm, listed):
                kept.append(place)
    return kept


def _groups(text: str, chains: list[Place]) -> list[list[Place]]:
    groups: list[list[Place]] = []
    for chain in chains:
        between = text[groups[-1][-1].end : chain.start] if groups else None
        if between in ("、", "和", "及", "与") and groups:
            groups[-1].append(chain)
        else:
            groups.append([chain])
    return groups


def _counted(text: str, at: int) -> bool:
    return _COUNT.match(text, at) is not None or _ETC.match(text, at) is not None


def _is_place(page: Surface, place: Place, firm: set[str], listed: bool) -> bool:
    part, text = place.parts[0], page.text
    risky = is_risky(part.name)
    if part.name != "中国" and _crosses_word(text, place):
        return False
    if part.level == "province":
        return True
    if any(code in firm or (any(descends(code, f) for f in firm) and listed) for code in part.codes):
        return not risky or listed or _framed(page, place)
    if part.level == "prefecture":
        return not risky or (listed and _framed(page, place))
    return (listed and not risky and _counted(text, place.end)) or (
        not risky and text[place.end : place.end + 1] in "：:"
    )


def _is_country(page: Surface, place: Place) -> bool:
    """Tell whether 中国 names the country and is no modifier, as in 中国特色."""
    text, end = page.text, place.end
    if text[place.start - 1 : place.start] in ("新", "我") or text.startswith(("的", "式"), end):
        return False
    before = text[max(0, place.start - 2) : place.start]
    return page.is_stop(end) or before.endswith(("访问", "来到", "抵达", "离开")) or text[end : end + 1] in "和与同"


def _framed(page: Surface, place: Place) -> bool:
    before, after = page.text[place.start - 1 : place.start], page.text[place.end : place.end + 1]
    return (not before or before in "在到赴由、，。（(\n和及：:") and page.is_stop(place.end) and after != "的"


def _crosses_word(text: str, place: Place) -> bool:
    """Tell whether an ordinary word runs over the start or the end of a short form: 长治久安, 大同世界."""
    words = lexicon.words()
    for size in (4, 3):
        piece = text[place.start : place.start + size]
        if len(piece) > place.end - place.start and words.get(piece, -99.0) > _WORDISH:
            return True
    across = text[place.end - 1 : place.end + 1]
    before = text[place.start - 1 : place.start + 1]
    weight = words.get(place.parts[0].name, -13.0)
    return words.get(across, -99.0) > weight + 3 or words.get(before, -99.0) > weight + 3


def _townships(page: Surface, places: list[Place]) -> list[Place]:
    """Add townships and villages behind a chain, behind a preposition, or in a list of them."""
    text = page.text
    ends = {p.end: p for p in places}
    out: dict[int, Place] = {p.start: p for p in places}
    for match in _TOWNSHIP.finditer(text):
        start, end = match.span()
        if page.quoted[start]:
            continue
        part = _township(page, start, end, ends)
        if part is None:
            continue
        above = ends.get(part.start)
        place = (
            Place(above.start, end, (*above.parts, part), "full") if above else Place(part.start, end, (part,), "full")
        )
        out[place.start] = place
        ends[end] = place
    return [out[s] for s in sorted(out)]


def _township(page: Surface, at: int, end: int, ends: dict[int, Place]) -> Part | None:
    text, suffix = page.text, page.text[at:end]
    level = "village" if suffix in ("社区", "村") else "township"
    for start in range(at - 1, max(-1, at - 8), -1):
        if start in ends and _may_hold(ends[start], level) and not page.stop[start]:
            name = text[start:end]
            return Part(start, end, name, level) if _is_township(name, suffix, True) else None
        if page.stop[start]:
            break
    return _free_township(page, at, end, level, suffix, ends)


def _may_hold(place: Place, level: str) -> bool:
    return place.level in ("county", "prefecture", "province") or (place.level == "township" and level == "village")


def _free_township(page: Surface, at: int, end: int, level: str, suffix: str, ends: dict[int, Place]) -> Part | None:
    text = page.text
    for start in range(max(0, at - 5), at - 1):
        listed = (
            text[start - 1 : start] in ("、", "和", "及")
            and start - 1 in ends
            and ends[start - 1].level in ("township", "village")
        )
        edge = (
            suffix == "街道"
            and start
            and page.stop[start - 1]
            and (text[start - 1] not in "，、；。0123456789" or _TOWNSHIP.search(text, end, end + 8))
        )
        if start and not listed and not edge and not _PREPOSITION.search(text, max(0, start - 2), start):
            continue
        name = text[start:end]
        if any(page.stop[start:at]) or not _is_township(name, suffix, False):
            continue
        return Part(start, end, name, level)
    return None


def _is_township(name: str, suffix: str, held: bool) -> bool:
    stem, words = name[: -len(suffix)], lexicon.words()
    if (
        not stem
        or name in lexicon.generic_names()[0]
        or any(c in "的各全该本每某这其和与及等" for c in stem)
        or stem[0] in "个所家处名条座首"
    ):
        return False
    if stem in lexicon.generic_names()[0] or words.get(name, -99.0) > -12.5:
        return False
    if len(stem) >= 4 and suffix in ("社区", "村") and _only_words(stem):
        return False
    if held and suffix == "村" and words.get(stem, -99.0) > -12.5:
        return False
    if held:
        return len(stem) <= 6
    ordinary = words.get(stem, -99.0) > -13.0
    return 2 <= len(stem) <= 4 and (suffix == "街道" or (not ordinary and (suffix == "社区" or stem not in words)))


@lru_cache(maxsize=1)
def _letter_pattern() -> re.Pattern[str]:
    return re.compile(_LETTER % f"[{''.join(sorted(vocabulary.abbreviations()))}]")


def _only_words(stem: str) -> bool:
    words = lexicon.words()
    return any(stem[:i] in words and stem[i:] in words for i in range(2, len(stem) - 1))


def _letters(page: Surface, places: list[Place]) -> list[Place]:
    """Find the one-character forms of places: 在京举行, 来渝考察, 与渝协作."""
    text, known = page.text, vocabulary.abbreviations()
    taken = {i for p in places for i in (p.start, p.end - 1)}
    found = []
    for match in _letter_pattern().finditer(text):
        letter, at = match.group(1), match.start(1)
        if letter not in known or at in taken or page.quoted[at]:
            continue
        follow = match.group("next")
        if lexicon.words().get(letter + follow[:1], -99.0) > -13.5 or not _LETTER_NEXT.match(follow):
            continue
        codes = known[letter]
        codes = (codes,) if isinstance(codes, str) else tuple(codes)
        level = vocabulary.divisions()[codes[0]].level if codes[0] in vocabulary.divisions() else "province"
        found.append(Place(at, at + 1, (Part(at, at + 1, letter, level, codes),), "letter"))
    return [*found, *_letter_lists(page)]


def _letter_lists(page: Surface) -> list[Place]:
    """Find one-character forms in a list that is counted: 鄂、湘、赣三省, 港、澳两地."""
    known, out = vocabulary.abbreviations(), []
    for match in _LETTER_LIST.finditer(page.text):
        for at in range(match.start(1), match.end(1)):
            if page.text[at] in known and not page.quoted[at]:
                codes = known[page.text[at]]
                level = vocabulary.divisions()[codes[0]].level
                out.append(Place(at, at + 1, (Part(at, at + 1, page.text[at], level, codes),), "letter"))
    return out


def _with_city_word(page: Surface, chains: list[Place]) -> list[Place]:
    """Take 市 into the name of a city abroad: 阿斯塔纳市."""
    return [
        replace(p, end=p.end + 1)
        if p.form == "full" and p.level == "other" and page.text[p.end : p.end + 1] == "市"
        else p
        for p in chains
    ]


def find_places(page: Surface, readings: Readings) -> None:
    """Read the places of a text into `readings.places`, and all chains, judged or not, into `readings.chains`."""
    chains = _with_city_word(page, find_chains(page))
    for chain in chains:
        if chain.form != "short":
            page.clear(chain.start, chain.end)
    kept = _townships(page, _judge(page, chains))
    readings.places = sorted([*kept, *_letters(page, kept)], key=lambda p: p.start)
    readings.chains = chains


@Language.component("kg_places")
def kg_places(doc: Doc) -> Doc:
    """Find the places of a Doc; runs after kg_documents."""
    find_places(doc._.surface, doc._.readings)
    return doc
