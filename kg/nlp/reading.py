"""Read a text without a Doc: what the components do, one after the other."""

from __future__ import annotations

from kg.nlp import surface
from kg.nlp.agencies import find_agencies
from kg.nlp.coordination import expand
from kg.nlp.documents import find_documents
from kg.nlp.meetings import find_meetings
from kg.nlp.officials import find_people
from kg.nlp.places import find_places
from kg.nlp.surface import Surface
from kg.nlp.titles import find_titles
from kg.readings import Readings

STAGES = (find_places, find_agencies, expand, find_titles, find_people, find_meetings)


def read_text(text: str, spaced: frozenset[int] = frozenset()) -> tuple[Surface, Readings]:
    """Give the surface and the readings of a text, the same as the pipeline sets on a Doc, without making one.

    A Doc of one token a character costs a fifth of all the time that reading takes (benchmarks/extract.py).
    """
    page, readings = surface.read(text), Readings()
    page.spaced = spaced
    find_documents(page, readings, text)
    for stage in STAGES:
        stage(page, readings)
    return page, readings
