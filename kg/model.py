"""Define the plain records that pass between the stages.

All offsets are Unicode code points of the decoded raw file, 0-based and end-exclusive, without newline
translation: a byte order mark is offset 0 and CRLF counts two. Records are frozen, compare by value and
hold no reference to a library; those of which an article has many are named tuples.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from kg.offsets import Offsets, Range


class EntityType(StrEnum):
    """Name what a node of the graph is; the first four are also the labels of mentions."""

    OFFICIAL = "OFFICIAL"
    AGENCY = "AGENCY"
    DOCUMENT = "DOCUMENT"
    PLACE = "PLACE"
    EVENT = "EVENT"
    ARTICLE = "ARTICLE"


class Predicate(StrEnum):
    """Name a relation between two entities."""

    HOLDS_POST = "holds_post"
    ISSUED = "issued"
    AUTHORED = "authored"
    PART_OF = "part_of"
    JURISDICTION = "jurisdiction"
    LOCATED_IN = "located_in"
    ATTENDED = "attended"
    REPORTED_BY = "reported_by"
    CO_OCCURS_WITH = "co_occurs_with"
    CITES = "cites"
    IMPLEMENTS = "implements"


class Status(StrEnum):
    """Tell whether a post is held, was held, or is only proposed."""

    CURRENT = "current"
    FORMER = "former"
    PROPOSED = "proposed"


class Role(StrEnum):
    """Tell what somebody did at a meeting."""

    HOST = "host"
    ORGANISER = "organiser"
    SPEAKER = "speaker"
    ATTENDEE = "attendee"


class Window(StrEnum):
    """Choose the stretch of text in which two entities co-occur."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Article:
    """Hold one article as it is read: cleaned text and the way back to the raw file.

    `text` is the headline (if there is one) and the paragraphs of the body, joined by "\\n"; it has no
    line breaks inside a paragraph, no stray spaces between Han characters, no markup and no page
    furniture. `offsets[i]` is the raw offset of `text[i]`; for a separator it is the offset after the
    character before it.
    """

    source: str
    index: int
    text: str
    offsets: Offsets
    ranges: tuple[Range, ...]
    line_starts: tuple[int, ...]
    sha256: str
    title: str | None = None
    title_end: int = 0
    date: str | None = None
    year: str | None = None
    source_line: Range | None = None
    """`text[start:end]` of the source line, brackets and 据/来源 included; `reported_by` is read from it."""

    @property
    def id(self) -> str:
        """Give the article's stable name: path and position in the file."""
        return f"{self.source}#{self.index + 1}"

    def raw(self, start: int, end: int) -> Range:
        """Give the raw range that runs from the first to the last character of `text[start:end]`."""
        return self.offsets.raw(start, end)

    def raw_ranges(self, start: int, end: int) -> tuple[Range, ...]:
        """Give the raw ranges of `text[start:end]`, one for each stretch that lies together in the file.

        Gaps of white space and short furniture stay inside a stretch; where columns interleave, or the
        order of the file is not the order of reading, a new stretch begins.
        """
        ranges = self.offsets.ranges(start, end)
        found = ranges[:1]
        for first, last in ranges[1:]:
            if -1 <= first - found[-1][1] < GAP:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        return tuple(found)

    def spaced(self) -> frozenset[int]:
        """Give the offsets in `text` before which the raw file has one more character, a blank, on the same line."""
        known = self.offsets
        steps = zip(known.starts[1:], known.shifts[1:], known.shifts, strict=False)
        wider = [(at, at + shift) for at, shift, before in steps if shift == before + 1]
        return frozenset([at for at, raw in wider if not self._begins_line(raw)])

    def _begins_line(self, raw: int) -> bool:
        return self.line_starts[bisect_right(self.line_starts, raw) - 1] == raw

    def line(self, start: int) -> int:
        """Give the 1-based line of the raw file on which `text[start]` stands."""
        return bisect_right(self.line_starts, self.offsets[start])


GAP = 12
"""The widest gap in code points, white space or furniture, that does not split a raw range."""


class Evidence(NamedTuple):
    """Show where a relation is said.

    `quote` is the sentence without its line breaks; `marks` are the offsets of the two ends within
    `quote`; `line` is 1-based.
    """

    source: str
    article: str
    ranges: tuple[Range, ...]
    quote: str
    line: int
    extractor: str
    confidence: float
    marks: tuple[Range, ...] = ()


class Mention(NamedTuple):
    """Hold one place in the raw file where an entity is named; `entity` is an id, or None if unresolved."""

    start: int
    end: int
    label: EntityType
    text: str
    entity: str | None = None


class Entity(NamedTuple):
    """Hold one entity of an article, with the key that says which entity of the graph it is.

    `id` is made by `kg.ids.entity_id` from type, name and `qualifier`. `attributes` holds pairs sorted by
    name: level and code (PLACE), number (DOCUMENT), date, end and place (EVENT), candidates.
    """

    id: str
    type: EntityType
    name: str
    kind: str | None = None
    qualifier: str = ""
    aliases: tuple[str, ...] = ()
    resolved: bool = True
    attributes: tuple[tuple[str, str], ...] = ()


class Relation(NamedTuple):
    """Join two entities of an article (`subject` and `object` are entity ids) with its evidence."""

    subject: str
    predicate: Predicate
    object: str
    evidence: tuple[Evidence, ...]
    confidence: float
    title: str | None = None
    role: Role | None = None
    status: Status | None = None


class Sentence(NamedTuple):
    """Hold one sentence in which entities are named: the unit of co-occurrence."""

    digest: str
    paragraph: int
    ranges: tuple[Range, ...]
    quote: str
    line: int
    entities: tuple[str, ...]
    marks: tuple[tuple[str, Range], ...] = ()
    """Entity id and offsets within `quote`, a pair for each mention."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """Hold all that was read in one article: what `kg extract` prints as a line."""

    source: str
    index: int
    sha256: str
    title: str | None
    ranges: tuple[Range, ...]
    date: str | None
    reported_by: str | None
    """Entity id of the agency in the source line."""
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]
    sentences: tuple[Sentence, ...]
    characters: int = 0

    @property
    def id(self) -> str:
        """Give the article's stable name: path and position in the file."""
        return f"{self.source}#{self.index + 1}"


@dataclass(frozen=True, slots=True)
class Statement:
    """Join two entities of the corpus with all the evidence there is."""

    subject: str
    predicate: Predicate
    object: str
    evidence: tuple[Evidence, ...]
    confidence: float
    weight: int
    articles: int
    title: str | None = None
    role: Role | None = None
    status: Status | None = None
    npmi: float | None = None
    first_date: str | None = None
    last_date: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """Hold one entity of the corpus with its counts and dates."""

    id: str
    type: EntityType
    name: str
    kind: str | None
    aliases: tuple[str, ...]
    resolved: bool
    mentions: int
    articles: int
    first_date: str | None = None
    last_date: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Hold the whole corpus reduced: nodes and statements, each sorted by key."""

    nodes: tuple[Node, ...]
    statements: tuple[Statement, ...]
    sources: int
    articles: int
    characters: int
    capped: int = 0
    """Windows in which the cap on entities cut co-occurrence."""
    notes: tuple[str, ...] = field(default=())
