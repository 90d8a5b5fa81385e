"""Find the places of a text: divisions of China, townships and villages, regions, countries, cities abroad."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.nlp.foreign_places import foreign_places
from kg.nlp.former_counties import former_counties
from kg.nlp.place_chains import find_chains
from kg.nlp.place_fit import judge
from kg.nlp.place_letters import letters
from kg.nlp.surface import Surface
from kg.nlp.township_lists import listed
from kg.nlp.townships import townships
from kg.nlp.zones import zones
from kg.readings import Readings, by_start


def find_places(page: Surface, readings: Readings) -> None:
    """Read the places of a text into `readings.places`, and all chains, judged or not, into `readings.chains`."""
    chains = foreign_places(page, former_counties(page, find_chains(page)))
    for chain in chains:
        if chain.form != "short":
            page.clear(chain.start, chain.end)
    kept = zones(page, listed(page, townships(page, judge(page, chains))))
    readings.places = sorted([*kept, *letters(page, kept)], key=by_start)
    readings.chains = chains


@Language.component("kg_places")
def kg_places(doc: Doc) -> Doc:
    """Find the places of a Doc; runs after kg_documents."""
    find_places(doc._.surface, doc._.readings)
    return doc
