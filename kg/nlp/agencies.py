"""Find the organisations of a text: known by name, by territory and body, by suffix, and by ellipsis."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp import lexicon, one_pass
from kg.nlp.armies import armies
from kg.nlp.branches import branches, faculties
from kg.nlp.brands import brands
from kg.nlp.career_units import career_units
from kg.nlp.departments import customs, own_units, units_in_chain
from kg.nlp.known_organs import consultative, known_organs
from kg.nlp.local_organs import find_bodies, keep
from kg.nlp.military import military
from kg.nlp.organ_names import extend, right_edge_ok
from kg.nlp.organ_starts import left_edge
from kg.nlp.organ_units import units_after, with_units
from kg.nlp.parties import party_committees
from kg.nlp.place_organs import from_place, without_region
from kg.nlp.resident_groups import resident_group
from kg.nlp.sent_teams import sent_teams
from kg.nlp.short_forms import at_home, tails
from kg.nlp.surface import Surface, marked
from kg.nlp.web_media import news_sites
from kg.readings import Agency, Readings

_NATIONAL = re.compile(r"中国|中华|全国|国家|国际|世界|亚洲|亚太|首都|中共")
_LEVEL = re.compile("|".join(["自治区", *(f"{level}(?=[\u4e00-\u9fff]{{2}})" for level in "省市区县州盟旗镇乡")]))


def find_agencies(page: Surface, readings: Readings) -> None:
    """Read the organisations of a text into `readings.agencies`, sorted and free of overlaps."""
    found = {a.start: a for a in readings.agencies}
    _known(page, readings, found)
    find_bodies(page, readings, found)
    kept = {place for place in readings.places if place.form == "short" and place.level == "county"}
    for place in readings.chains:
        from_place(page, place, kept, found)
    _by_first_words(page, found)
    _strong(page, found)
    found = {agency.start: agency for agency in customs(page)} | found
    for unit in units_in_chain(page, {a.end: a for a in found.values()}):
        found[unit.start] = unit
    readings.agencies = [resident_group(page, agency) for agency in _without_overlap(found)]
    for further in (career_units, at_home, tails, brands, branches, faculties, armies):
        further(page, readings)
    ends = {agency.start: agency.end for agency in readings.agencies}
    readings.places = [without_region(p) if p.end <= ends.get(p.start, 0) else p for p in readings.places]
    for agency in readings.agencies:
        page.clear(agency.start, agency.end)


def _known(page: Surface, readings: Readings, found: dict[int, Agency]) -> None:
    """Keep the organisations that are known by their names, and those of sorts with names of their own."""
    for agency in (
        *consultative(page),
        *military(page),
        *party_committees(page, readings),
        *known_organs(page, readings),
        *sent_teams(page),
        *news_sites(page),
        *own_units(page),
    ):
        keep(found, agency)


def _by_first_words(page: Surface, found: dict[int, Agency]) -> None:
    """Keep the organisations that begin with a level, 市|律师协会, or with a word for the nation: 中国|…."""
    ends = {agency.end for agency in found.values()}
    for match in _LEVEL.finditer(page.text):
        _from_level(page, match.start(), match.end(), found, ends)
    for match in _NATIONAL.finditer(page.text):
        _from_prefix(page, match.start(), match.end(), found)


def _without_overlap(found: dict[int, Agency]) -> list[Agency]:
    out: list[Agency] = []
    for start in sorted(found):
        if not out or start >= out[-1].end:
            out.append(found[start])
        elif found[start].end > out[-1].end and out[-1].kind == "media":
            out[-1] = found[start]
    return out


def _from_level(page: Surface, start: int, end: int, found: dict[int, Agency], ends: set[int]) -> None:
    """Read an organisation of the context's territory by its last words: 市|律师协会, 区|防汛抗旱指挥部."""
    if start in found or page.quoted[start] or page.stop[start]:
        return
    level = page.text[start:end]
    joined = page.text[start - 1 : start] in ("和", "与", "及") and start - 1 in ends
    if not (joined or not start or page.stop[start - 1] or page.text[start - 1 : start] == "兼"):
        return
    reach = extend(page, end, strong_only=True)
    usual = lexicon.words().get(page.text[start : end + 1], -99.0) > -13
    served = level not in "镇乡" or (reach is not None and reach[1] == "institution")
    if reach and reach[0] - end >= 3 and served and not usual:
        units, last = units_after(page, reach[0])
        body = page.text[end : reach[0]]
        keep(
            found, Agency(start, last, reach[1], level=level, body=body, canonical=body, units=units, head_end=reach[0])
        )


def _from_prefix(page: Surface, start: int, end: int, found: dict[int, Agency]) -> None:
    inner = page.text[start - 1 : start] == "（" and page.text.startswith("）", end)
    if start in found or page.quoted[start] or inner:
        return
    reach = extend(page, end, strong_only=True)
    if reach:
        units, last = units_after(page, reach[0])
        name = page.text[start : reach[0]]
        keep(found, Agency(start, last, reach[1], name=name, units=units, head_end=reach[0]))


def _strong(page: Surface, found: dict[int, Agency]) -> None:
    """Find names that only their last words give away, as 首都医科大学 or 腾讯公益慈善基金会."""
    strong, matches = lexicon.strong_suffixes(), one_pass.find(page, lexicon.strong_suffixes)
    covered = marked(len(page.text), ((a.start, a.end) for a in found.values()) if matches else ())
    for index, at, end in matches:
        if covered[at] or page.quoted[at] or not right_edge_ok(page, end):
            continue
        edge = left_edge(page, at, covered)
        if edge is None:
            continue
        start = edge
        kind = strong.payload[index]
        end, units, last = with_units(page, start, end)
        name = page.text[start:end]
        found[start] = Agency(start, last, kind, name=name, units=units, head_end=end)
        covered[start:last] = b"\x01" * (last - start)


@Language.component("kg_agencies")
def kg_agencies(doc: Doc) -> Doc:
    """Find the agencies of a Doc; runs after kg_places."""
    find_agencies(doc._.surface, doc._.readings)
    return doc
