"""Read ellipsis: places that stand for organs of their own, 山西、黑龙江、浙江省民政厅."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.readings import Agency, Place, Readings
from kg.nlp.surface import Surface

_SEPARATOR = re.compile(r"[、，]|和|及|与|以及")
_COUNT = re.compile(r"(?:等)?[一二三四五六七八九十两\d]*(?:个)?(?P<level>省|市|区|县|州|盟|旗)(?:[（(][省市区县州、/直辖自治]{1,10}[）)])?")


def expand(page: Surface, readings: Readings) -> None:
    """Turn the places before a shared body into elided agencies, and drop them from the places."""
    elided: list[Agency] = []
    by_end = {p.end: p for p in readings.chains}
    by_end.update({p.end: p for p in readings.places})
    for agency in readings.agencies:
        if agency.place and not agency.name.endswith(("报", "报社", "大学")) and agency.head_end > agency.place.end:
            if agency.body or agency.place.form == "country" or agency.name:
                elided.extend(_before(page, agency, agency.start, by_end))
        elif not agency.place and agency.level in ("省", "市", "区", "县", "州") and agency.body:
            elided.extend(_counted(page, agency, by_end))
    if not elided:
        return
    heads = {a.start for a in elided}
    readings.agencies = sorted([a for a in readings.agencies if not (a.start in heads and a.end <= a.start)] + elided, key=lambda a: a.start)
    spans = {(a.start, a.end) for a in elided}
    readings.places = [p for p in readings.places if (p.start, p.end) not in spans]


def _before(page: Surface, agency: Agency, at: int, by_end: dict[int, Place]) -> list[Agency]:
    """Give an elided agency for each place in the list that runs up to `at`."""
    out: list[Agency] = []
    while True:
        place = next((by_end[at - n] for n in (1, 2) if at - n in by_end and _SEPARATOR.fullmatch(page.text, at - n, at)), None)
        if place is None or place.form == "letter" or (place.form == "country") != (agency.place is not None and agency.place.form == "country"):
            return out
        if agency.place and agency.name and place.form != "country":
            return out
        name = agency.name.removeprefix(page.text[agency.place.start : agency.place.end]) if agency.place and agency.name else ""
        out.append(replace(agency, start=place.start, end=place.end, place=place, level="", elided=True, name=page.text[place.start : place.end] + name if name else ""))
        at = place.start


def _counted(page: Surface, agency: Agency, by_end: dict[int, Place]) -> list[Agency]:
    """Read 吴忠、中卫两市民政局 and 河北、山西等省民政厅: the head is no agency of its own."""
    for size in range(1, 8):
        place = by_end.get(agency.start + len(agency.level) - size)
        if place and _COUNT.fullmatch(page.text, place.end, agency.start + len(agency.level)):
            first = replace(agency, start=place.start, end=place.end, place=place, level="", elided=True)
            rest = _before(page, first, place.start, by_end)
            return [first, *rest]
    return []


def drop_counted_heads(page: Surface, readings: Readings) -> None:
    """Take out the heads 两市民政局 whose places now stand for the agencies."""
    ends = {a.end for a in readings.agencies if a.elided}
    readings.agencies = [
        a
        for a in readings.agencies
        if a.elided or not a.level or not any(e < a.start + 2 and e > a.start - 8 and _COUNT.fullmatch(page.text, e, a.start + len(a.level)) for e in ends)
    ]


@Language.component("kg_coordination")
def kg_coordination(doc: Doc) -> Doc:
    """Expand the coordinations of a Doc; runs after kg_agencies."""
    expand(doc._.surface, doc._.readings)
    drop_counted_heads(doc._.surface, doc._.readings)
    return doc
