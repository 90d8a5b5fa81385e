"""Find officials, agencies, documents and places in Chinese text with spaCy components."""

from __future__ import annotations

from collections.abc import Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.model import EntityType
from kg.nlp.surface import Surface
from kg.readings import Readings

COMPONENTS = (
    "kg_documents",
    "kg_places",
    "kg_agencies",
    "kg_coordination",
    "kg_titles",
    "kg_officials",
    "kg_meetings",
    "kg_entities",
)


def load(base: str | Language | None = None) -> Language:
    """Give a spaCy pipeline whose `doc.ents` carries OFFICIAL, AGENCY, DOCUMENT and PLACE.

    `base` is a pipeline, or the name of a trained one, to which the components are added; the default is
    `spacy.blank("zh")`, one token a character, which needs no model.
    """
    from kg.nlp import agencies, coordination, documents, entities, meetings, officials, places, titles  # noqa: F401

    nlp = spacy.blank("zh") if base is None else spacy.load(base) if isinstance(base, str) else base
    nlp.max_length = max(nlp.max_length, 100_000_000)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def read(nlp: Language, text: str, spaced: frozenset[int] = frozenset()) -> Doc:
    """Give the Doc of a text; quicker than `nlp(text)`, since a text is cut into characters without a tokenizer.

    `spaced` are the offsets before which the page has a blank that the text has not: names of two characters are
    printed so (孟 兰).
    """
    by_character = getattr(nlp.tokenizer, "segmenter", None) == "char"
    doc = Doc(nlp.vocab, words=list(text), spaces=[False] * len(text)) if by_character else nlp.make_doc(text)
    doc._.spaced = spaced
    doc._.printed = text
    return nlp(doc)


def read_texts(texts: Sequence[tuple[str, frozenset[int]]]) -> list[tuple[Surface, Readings]]:
    """Give the surface and the readings of texts, the same as the pipeline sets on their Docs, without making any.

    Each text comes with its `spaced`, as in `read`.
    """
    from kg.nlp.reading import read_texts as without_docs

    return without_docs(texts)


def spans(readings: Readings) -> list[tuple[int, int, EntityType]]:
    """Give the mentions among readings as (start, end, label), offsets in the text, sorted and free of overlaps."""
    from kg.nlp.entities import spans as of_readings

    return of_readings(readings)
