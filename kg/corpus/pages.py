"""Put the paragraphs of a source in sequence: which are headlines, and which bodies stand under and between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.corpus.forms import is_label
from kg.corpus.lines import Line
from kg.corpus.paragraphs import Paragraph

_OPENS = re.compile(r"[\u4e00-\u9fff]{2,9}[：:]")
_LIFE = re.compile(r"(?P<name>[\u4e00-\u9fff·]{0,12}?)(?:同志)?(?:个人)?(?:简历|简介|生平)")
"""The heading over the life of somebody of whom an article tells: 某某同志简历."""
SHORTEST_HEADLINE = 10
"""How many characters a headline has at least that is an article by itself, or stands over another."""
_INDENT = 2
"""How far the first line of a paragraph is indented."""
_CREDITS = 40


@dataclass(slots=True)
class Pages:
    """Hold headlines and bodies in file order; `before[i]` is the headline right before body i."""

    heads: list[list[Line]] = field(default_factory=list)
    bodies: list[list[Paragraph]] = field(default_factory=list)
    before: list[int | None] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    """How many bodies stand before each headline."""
    astray: dict[int, list[Line]] = field(default_factory=dict)
    """The headlines that stand in the midst of bodies without one, by body."""
    again: dict[int, list[Line]] = field(default_factory=dict)
    """The lines in which a headline is printed a second time, say after a turn of the page."""

    def open(self, head: int | None) -> int:
        """Begin a body under a headline and give its index."""
        self.bodies.append([])
        self.before.append(head)
        return len(self.bodies) - 1


@dataclass(slots=True)
class _Reading:
    """Hold how far a source was read: the headline that waits for its body, and the body that goes on."""

    pages: Pages = field(default_factory=Pages)
    pending: int | None = None
    current: int | None = None
    broken: list[tuple[int, Paragraph]] = field(default_factory=list)
    """The paragraphs that broke off in mid-sentence where another article began, each with its body."""

    def add(self, paragraph: Paragraph) -> None:
        """Read the next paragraph."""
        if self._heads_current(paragraph) or self._tells_a_life(paragraph):
            return
        if paragraph.head:
            self._tear()
            self.pending, self.current = _add_heads(self.pages, paragraph.lines, self.pending), None
        elif self.current is None and self.pending is None and self.broken and paragraph.lines[0].indent < _INDENT:
            self._mend(paragraph)
        else:
            self._go_on(paragraph)
        if paragraph.closes:
            self.current = None

    def _heads_current(self, paragraph: Paragraph) -> bool:
        """Take a headline that stands astray in the midst of a body without one; tell whether it is such."""
        if not paragraph.astray or self.current is None or self.current in self.pages.astray:
            return False
        if self.pages.before[self.current] is not None:
            return False
        self.pages.astray[self.current] = paragraph.lines
        return True

    def _tells_a_life(self, paragraph: Paragraph) -> bool:
        """Take the heading over the life of somebody of whom the last body tells; tell whether it is such."""
        told = _LIFE.fullmatch(squashed(paragraph.lines)) if paragraph.head and self.pages.bodies else None
        if told is None or not any(told["name"] in each.text for each in self.pages.bodies[-1]):
            return False
        self.current = len(self.pages.bodies) - 1
        self.pages.bodies[-1].append(paragraph)
        return True

    def _tear(self) -> None:
        """Note the last paragraph of the body that goes on, if it breaks off."""
        if self.current is not None:
            last = self.pages.bodies[self.current][-1:]
            self.broken += [(self.current, paragraph) for paragraph in last if paragraph.unfinished]

    def _mend(self, paragraph: Paragraph) -> None:
        """Join a paragraph to the last one that broke off."""
        self.current, before = self.broken.pop()
        before.lines += paragraph.lines
        before.closes = paragraph.closes

    def _go_on(self, paragraph: Paragraph) -> None:
        """Add a paragraph to the body that goes on, or to a new one."""
        if paragraph.lines[0].indent >= _INDENT:
            self._tear()
        if self.current is None:
            self.current = _opened(self.pages, paragraph, self.pending)
        self.pending = None
        self.pages.bodies[self.current].append(paragraph)


def sequence(paragraphs: Iterable[Paragraph]) -> Pages:
    """Give the headlines and the bodies of a source."""
    reading = _Reading()
    for paragraph in paragraphs:
        reading.add(paragraph)
    return reading.pages


def _opened(pages: Pages, paragraph: Paragraph, pending: int | None) -> int:
    """Give the body that a paragraph begins, or the one whose credits it gives."""
    printed = paragraph.lines[0].text
    if pending is None and pages.bodies and len(printed) < _CREDITS and is_label(printed):
        return len(pages.bodies) - 1
    return pages.open(pending)


def _add_heads(pages: Pages, printed: list[Line], pending: int | None) -> int:
    """Add the headlines that stand together, and give the last one; one printed again right away is no other."""
    for lines in _headlines(printed):
        if pending is not None and squashed(pages.heads[pending]) == squashed(lines):
            pages.again.setdefault(pending, []).extend(lines)
            continue
        listed = pending is not None and 0 < lines[0].level == pages.heads[pending][0].level
        if listed and len(lines[0].text) >= SHORTEST_HEADLINE:
            pages.open(pending)  # an item of a list of news that is nothing but its headline
        pages.heads.append(lines)
        pages.places.append(len(pages.bodies))
        pending = len(pages.heads) - 1
    return len(pages.heads) - 1


def _headlines(lines: list[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in lines:
        if found and not (_OPENS.match(line.text) and len(lines) > 1):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def squashed(lines: list[Line]) -> str:
    """Give the text of a headline without white space."""
    return "".join("".join(line.text.split()) for line in lines)
