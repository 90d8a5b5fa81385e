"""Read ellipsis: places that stand for organs of their own, 山西、黑龙江、浙江省民政厅."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp.surface import Surface
from kg.readings import COUNTED, Agency, Place, Readings

_SEPARATOR = re.compile(r"、|和|及|与|以及")


def expand(page: Surface, readings: Readings) -> None:
    """Turn the places before a shared body into elided agencies, and drop them from the places."""
    elided: list[Agency] = []
    by_end = {p.end: p for p in readings.chains}
    by_end.update({p.end: p for p in readings.places})
    for agency in readings.agencies:
        if agency.place and not agency.name.endswith(("报", "报社", "大学")) and agency.head_end > agency.place.end:
            if agency.body or agency.place.form == "country" or agency.name:
                elided.extend(_before(page, agency, agency.start, by_end))
        elif agency.follows == COUNTED and agency.start in by_end:
            first = replace(
                agency,
                start=by_end[agency.start].start,
                end=agency.start,
                place=by_end[agency.start],
                level="",
                elided=True,
                follows=-1,
            )
            elided.extend([first, *_before(page, first, first.start, by_end)])
    if not elided:
        return
    heads = {a.start for a in elided}
    kept = [a for a in readings.agencies if a.follows != COUNTED and a.start not in heads]
    readings.agencies = sorted([*kept, *elided], key=lambda a: a.start)
    spans = {(a.start, a.end) for a in elided}
    readings.places = [p for p in readings.places if (p.start, p.end) not in spans]


def _before(page: Surface, agency: Agency, at: int, by_end: dict[int, Place]) -> list[Agency]:
    """Give an elided agency for each place in the list that runs up to `at`."""
    out: list[Agency] = []
    while True:
        place = next(
            (by_end[at - n] for n in (1, 2) if at - n in by_end and _SEPARATOR.fullmatch(page.text, at - n, at)), None
        )
        if (
            place is None
            or place.form == "letter"
            or (place.form == "country") != (agency.place is not None and agency.place.form == "country")
        ):
            return out
        alike = agency.place is not None and agency.kind == "social_org" and place.level == agency.place.level
        if agency.place and agency.name and place.form != "country" and not alike:
            return out
        small = ("township", "village")
        if agency.place and place.level in small and agency.place.level not in small:
            return out
        left = page.text[place.start - 1 : place.start]
        behind = place.start - (page.text[place.start - 1 : place.start] == " ")
        if place.form == "short" and behind in page.title_ends:
            return out
        if place.form == "short" and left and left not in "和与及同对由在" and not page.stop[place.start - 1]:
            return out
        name = (
            agency.name.removeprefix(page.text[agency.place.start : agency.place.end])
            if agency.place and agency.name
            else ""
        )
        out.append(
            replace(
                agency,
                start=place.start,
                end=place.end,
                place=place,
                level="",
                elided=True,
                name=page.text[place.start : place.end] + name if name else "",
            )
        )
        at = place.start


@Language.component("kg_coordination")
def kg_coordination(doc: Doc) -> Doc:
    """Expand the coordinations of a Doc; runs after kg_agencies."""
    expand(doc._.surface, doc._.readings)
    return doc
