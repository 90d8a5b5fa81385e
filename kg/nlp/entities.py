"""Set the entities of a Doc from its readings."""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.model import EntityType
from kg.readings import Readings


def spans(readings: Readings) -> list[tuple[int, int, EntityType]]:
    """Give (start, end, label) of all mentions, sorted and free of overlaps, the longest first."""
    found = [(d.start, d.end, EntityType.DOCUMENT) for d in readings.documents]
    found += [(a.start, a.end, EntityType.AGENCY) for a in readings.agencies]
    found += [(p.start, p.end, EntityType.OFFICIAL) for p in readings.people]
    found += [(p.start, p.end, EntityType.PLACE) for p in readings.places]
    order = {EntityType.DOCUMENT: 0, EntityType.AGENCY: 1, EntityType.OFFICIAL: 2, EntityType.PLACE: 3}
    found.sort(key=lambda f: (f[0], order[f[2]], -f[1]))
    out: list[tuple[int, int, EntityType]] = []
    for span in found:
        if not out or span[0] >= out[-1][1]:
            out.append(span)
        elif order[span[2]] < order[out[-1][2]] and span[1] - span[0] > out[-1][1] - out[-1][0]:
            out[-1] = span
    return out


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
