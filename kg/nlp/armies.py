"""Find the armies abroad by the short form that a text uses beside their full name: 以色列国防军…，以军."""

from __future__ import annotations

from kg import vocabulary
from kg.nlp.country_letters import begins
from kg.nlp.organ_names import right_edge_ok
from kg.nlp.surface import Surface, marked, occurrences
from kg.readings import Agency, Readings, by_start

_ARMY = ("国防军", "武装部队", "武装力量")


def armies(page: Surface, readings: Readings) -> None:
    """Add the mentions of armies by their country's character to `readings.agencies`, also in the headline."""
    named = _named(page, readings.agencies)
    covered = marked(len(page.text), ((a.start, a.end) for a in readings.agencies)) if named else bytearray()
    for form, owner in named.items():
        for at, end in occurrences(page.text, form):
            if 1 not in covered[at:end] and not page.quoted[at] and begins(page, at) and right_edge_ok(page, end):
                readings.agencies.append(Agency(at, end, "", body=form, short_of=owner))
    if named:
        readings.agencies.sort(key=by_start)


def _named(page: Surface, agencies: list[Agency]) -> dict[str, int]:
    """Give where a text names the armies first, by their short forms: 以军 for 以色列国防军."""
    named: dict[str, int] = {}
    for agency in agencies:
        if not agency.place or not page.text.endswith(_ARMY, agency.start, agency.head_end):
            continue
        country = vocabulary.country_of(agency.place.parts[0].codes)
        if country and country.abbreviation:
            named.setdefault(country.abbreviation + "军", agency.start)
    return named
