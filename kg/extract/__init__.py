"""Read relations off a Doc: plain generators that change nothing."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extract.attendance import attendance
from kg.extract.citing import policy
from kg.extract.issuing import issuing
from kg.extract.meetings import occasions
from kg.extract.posts import posts
from kg.readings import Link, Occasion, Readings
from kg.sentences import sentences


@dataclass(frozen=True, slots=True)
class Findings:
    """Hold what one Doc says, before its names are resolved; offsets are those of `text`."""

    text: str
    readings: Readings
    sentences: tuple[tuple[int, int], ...]
    occasions: tuple[Occasion, ...]
    links: tuple[Link, ...]


def findings(doc: Doc) -> Findings:
    """Give the relations and meetings of a Doc that has been through the pipeline of `kg.nlp.load`."""
    return relations(doc._.surface.text, doc._.readings, doc._.printed or doc.text)


def relations(text: str, readings: Readings, printed: str) -> Findings:
    """Give the relations and meetings of a text by its readings; `printed` is it before punctuation was folded."""
    found = occasions(text, readings)
    links = (
        *posts(text, readings),
        *issuing(text, readings),
        *policy(text, readings),
        *attendance(text, readings, found),
    )
    return Findings(printed, readings, tuple(sentences(text)), tuple(found), links)


__all__ = ["Findings", "findings", "relations"]
