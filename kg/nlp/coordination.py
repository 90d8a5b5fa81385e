"""Read ellipsis: places that stand for organs of their own, 山西、黑龙江、浙江省民政厅."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp.surface import Surface
from kg.readings import COUNTED, Agency, Place, Readings, by_start

_SEPARATOR = re.compile(r"、|和|及|与|以及")
_SMALL = ("township", "village")


def expand(page: Surface, readings: Readings) -> None:
    """Turn the places before a shared body into elided agencies, and drop them from the places."""
    by_end = {p.end: p for p in readings.chains}
    by_end.update({p.end: p for p in readings.places})
    elided: list[Agency] = []
    for agency in readings.agencies:
        elided.extend(_sharing(page, agency, by_end))
    if not elided:
        return
    heads, spans = {a.start for a in elided}, {(a.start, a.end) for a in elided}
    kept = [a for a in readings.agencies if a.follows != COUNTED and a.start not in heads]
    readings.agencies = sorted([*kept, *elided], key=by_start)
    readings.places = [p for p in readings.places if (p.start, p.end) not in spans]


def _sharing(page: Surface, agency: Agency, by_end: dict[int, Place]) -> list[Agency]:
    """Give the elided agencies of the places that share an agency's body: those before it, or counted by it."""
    if agency.place and not agency.name.endswith(("报", "报社", "大学")) and agency.head_end > agency.place.end:
        shared = agency.body or agency.place.form == "country" or agency.name
        return _before(page, agency, agency.start, by_end) if shared else []
    if agency.follows == COUNTED and agency.start in by_end:
        first = _elided(agency, by_end[agency.start], agency.name, follows=-1)
        return [first, *_before(page, first, first.start, by_end)]
    return []


def _before(page: Surface, agency: Agency, at: int, by_end: dict[int, Place]) -> list[Agency]:
    """Give an elided agency for each place in the list that runs up to `at`."""
    out: list[Agency] = []
    while (place := _listed(page, at, by_end)) and _is_alike(agency, place) and _begins_word(page, place):
        out.append(_elided(agency, place, _name_at(page, agency, place), follows=agency.follows))
        at = place.start
    return out


def _listed(page: Surface, at: int, by_end: dict[int, Place]) -> Place | None:
    """Give the place that a separator ties to what begins at `at`: 山西|、|黑龙江省."""
    ends = (at - n for n in (1, 2) if at - n in by_end and _SEPARATOR.fullmatch(page.text, at - n, at))
    end = next(ends, None)
    return None if end is None else by_end[end]


def _is_alike(agency: Agency, place: Place) -> bool:
    """Tell whether a place may have an organ of an agency's sort: countries list with countries, towns with towns."""
    own = agency.place
    if place.form == "letter" or (place.form == "country") != (own is not None and own.form == "country"):
        return False
    if own is None:
        return True
    alike = agency.kind == "social_org" and place.level == own.level
    if agency.name and place.form != "country" and not alike:
        return False
    return place.level not in _SMALL or own.level in _SMALL


def _begins_word(page: Surface, place: Place) -> bool:
    """Tell whether a place begins where a word does; a short form behind a title is a name: 县长|安康."""
    if place.form != "short":
        return True
    left = page.text[place.start - 1 : place.start]
    if place.start - (left == " ") in page.title_ends:
        return False
    return not left or left in "和与及同对由在" or bool(page.stop[place.start - 1])


def _elided(agency: Agency, place: Place, name: str, follows: int) -> Agency:
    return replace(
        agency, start=place.start, end=place.end, place=place, level="", elided=True, name=name, follows=follows
    )


def _name_at(page: Surface, agency: Agency, place: Place) -> str:
    """Give the name of an agency with another place in front; empty where it has no name of its own behind one."""
    if not agency.place or not agency.name:
        return ""
    name = agency.name.removeprefix(page.text[agency.place.start : agency.place.end])
    return page.text[place.start : place.end] + name if name else ""


@Language.component("kg_coordination")
def kg_coordination(doc: Doc) -> Doc:
    """Expand the coordinations of a Doc; runs after kg_agencies."""
    expand(doc._.surface, doc._.readings)
    return doc
