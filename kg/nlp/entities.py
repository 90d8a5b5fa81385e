"""Set the entities of a Doc from its readings."""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.model import EntityType
from kg.readings import Readings

_LABELS = (EntityType.DOCUMENT, EntityType.AGENCY, EntityType.OFFICIAL, EntityType.PLACE)
"""The labels of mentions, those first that others yield to."""


def spans(readings: Readings) -> list[tuple[int, int, EntityType]]:
    """Give (start, end, label) of all mentions, sorted and free of overlaps, the longest first."""
    found = [(d.start, 0, -d.end) for d in readings.documents]
    found += [(a.start, 1, -a.end) for a in readings.agencies]
    found += [(p.start, 2, -p.end) for p in readings.people]
    found += [(p.start, 3, -p.end) for p in readings.places]
    out: list[tuple[int, int, int]] = []
    for start, order, minus_end in sorted(found):
        end = -minus_end
        if not out or start >= out[-1][1]:
            out.append((start, end, order))
        elif order < out[-1][2] and end - start > out[-1][1] - out[-1][0]:
            out[-1] = (start, end, order)
    return [(start, end, _LABELS[order]) for start, end, order in out]


@Language.component("kg_entities")
def kg_entities(doc: Doc) -> Doc:
    """Set `doc.ents`; the last component of the pipeline."""
    found = spans(doc._.readings)
    if len(doc) == len(doc._.surface.text):
        doc.ents = [Span(doc, start, end, label=label.value) for start, end, label in found]
    else:
        at = doc.to_array("IDX").tolist()
        doc.ents = [
            Span(doc, bisect_left(at, start), bisect_left(at, end), label=label.value)
            for start, end, label in found
            if bisect_left(at, start) < bisect_left(at, end)
        ]
    return doc
