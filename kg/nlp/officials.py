"""Find the officials of a text by their titles, and tie titles, organs and names together."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp import lexicon, names, transliterated
from kg.nlp.abroad import carry_countries
from kg.nlp.before_titles import before_titles
from kg.nlp.behind_titles import behind_titles
from kg.nlp.beside_verbs import beside_verbs
from kg.nlp.name_edges import put
from kg.nlp.named_again import again, between_names, by_surname
from kg.nlp.rosters import rosters
from kg.nlp.surface import Surface
from kg.nlp.untitled import foreign_names
from kg.readings import Person, Place, Readings, name_start

_DOTS = frozenset(names.DOTS)
_COUNTED = re.compile(r"[一二三四五六七八九十两几\d]+个?[省市区县州旗地]")


def find_people(page: Surface, readings: Readings) -> None:
    """Read the names of officials into `readings.people`: titled, listed, speaking, and named again later."""
    people: dict[int, Person] = {}
    covered = _covered(page, readings)
    _added(page, people, covered)
    rosters(page, readings, people, covered)
    foreign_names(page, people, covered)
    before_titles(page, readings, people, covered)
    behind_titles(page, readings, people, covered)
    beside_verbs(page, readings, people, covered)
    between_names(page, people, covered)
    again(page, people, covered)
    by_surname(page, readings.titles, people, covered)
    readings.people = _full_names([people[s] for s in sorted(people)])
    _drop_places(page, readings)
    carry_countries(page, readings)


def _drop_places(page: Surface, readings: Readings) -> None:
    """Drop the places that lie in the names of people."""
    inside = bytearray(len(page.text))
    for person in readings.people:
        inside[person.start : person.end] = b"\x01" * (person.end - person.start)
    readings.places = [p for p in readings.places if 1 not in inside[p.start : p.end]]


def _covered(page: Surface, readings: Readings) -> bytearray:
    """Give 1 for every character that no name holds: of documents, organs, titles and most places."""
    covered = bytearray(page.quoted)
    spans = [(a.start, a.end) for a in readings.agencies] + [(t.start, t.end) for t in readings.titles]
    titled = {name_start(page.text, title) for title in readings.titles}
    governed = {title.start for title in readings.titles if title.category == "government"}
    spans += [(p.start, p.end) for p in readings.places if _is_place(page.text, p, titled, governed)]
    for start, end in (*spans, *readings.classes):
        covered[start:end] = b"\x01" * (end - start)
    return covered


def _is_place(text: str, place: Place, titled: set[int], governed: set[int]) -> bool:
    """Tell whether a place is surely no name of a person, as a short one behind a title may be: 副市长|高平."""
    if text[place.start - 1 : place.start] in _DOTS:
        return False
    if place.start in titled and (place.form in ("region", "short") or place.level == "other"):
        return False
    brief = place.end - place.start == 2 and (place.level == "other" or place.form == "region")
    if place.form != "short" and not brief:
        return True
    return place.end in governed or place.level == "province" or _COUNTED.match(text, place.end) is not None


def _full_names(people: list[Person]) -> list[Person]:
    """Give a mention of a name with dots by its last part, or by its first (叶尔江同志, 坎培表示), the whole name."""
    dotted = [(transliterated.DOT.split(p.name), p.name) for p in people if transliterated.DOT.search(p.name)]
    whole = {part: name for parts, name in dotted for part in parts}
    whole |= {parts[-1]: name for parts, name in dotted}
    return [replace(p, name=whole[p.name]) if p.name in whole else p for p in people]


def _added(page: Surface, people: dict[int, Person], covered: bytearray) -> None:
    """Read the people whom the user named, wherever they stand."""
    known = lexicon.added_people()
    for _, start, end in known.find(page.text) if known else ():
        if 1 not in covered[start:end]:
            put(page, people, covered, start, end, 1.0)


@Language.component("kg_officials")
def kg_officials(doc: Doc) -> Doc:
    """Find the officials of a Doc; runs after kg_titles."""
    find_people(doc._.surface, doc._.readings)
    return doc
