"""Split the paragraphs of a source into articles and give each body its headline."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from math import fsum
from operator import add

from kg.corpus.forms import is_label
from kg.corpus.lines import Line
from kg.corpus.paragraphs import Paragraph

_OPENS = re.compile(r"[\u4e00-\u9fff]{2,9}[：:]")
_NEAR = 0.15
"""What standing right before the body is worth, beside the share of the headline's words in the body."""
_ALIKE = 0.15
_REACH = 8
"""How many bodies away a headline may stand from its own."""
_OPENING = 1000
"""How many characters of a body are compared with the headlines."""
_EYEBROW = 10
_INDENT = 2
"""How far the first line of a paragraph is indented."""
_SHORT = 80
_CONTENTS = re.compile(r"(?:新闻|内容|本期|要闻|今日)?(?:摘要|提要|导读|要目|目录|看点|主要内容)")
_NUMBER = re.compile(r"[（(]?\d{1,3}[）)、.．]|[（(]?[一二三四五六七八九十]{1,3}[）)、]")
_NO_LETTERS = re.compile(r"[\W_]+")
_STOPS = re.compile(r"[\s；;。，：:]+")


@dataclass(slots=True)
class Draft:
    """Hold one article in the making: the lines of its headline and its paragraphs."""

    head: list[Line] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class _Pages:
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


def split(paragraphs: list[Paragraph]) -> list[Draft]:
    """Give the articles of a source in the order in which their bodies stand.

    Each body has the headline before it. Where headlines are left over and bodies have none, headlines go
    to the bodies that share their words. Lists of contents are left out.
    """
    pages = _sequence(paragraphs)
    chosen = {i: h for i, h in enumerate(pages.before) if h is not None}
    if len(chosen) < len(pages.bodies) and len(set(chosen.values())) < len(pages.heads):
        chosen = _assigned(pages)
    spare = set(range(len(pages.heads))).difference(chosen.values())
    contents = _contents(pages, chosen)
    again = {i: [Paragraph(pages.again[h], done=True)] for i, h in chosen.items() if h in pages.again}
    return [
        Draft(
            pages.heads[chosen[i]] if i in chosen else pages.astray.get(i, []),
            again.get(i, []) + _eyebrow(pages, chosen, i, spare) + body,
        )
        for i, body in enumerate(pages.bodies)
        if i not in contents
    ]


def _sequence(paragraphs: list[Paragraph]) -> _Pages:
    pages = _Pages()
    pending: int | None = None
    current: int | None = None
    broken: list[tuple[int, Paragraph]] = []
    for paragraph in paragraphs:
        last = pages.bodies[current][-1:] if current is not None else []
        torn = [(current, p) for p in last if current is not None and p.unfinished]
        if paragraph.astray and current is not None and pages.before[current] is None and current not in pages.astray:
            pages.astray[current] = paragraph.lines
        elif paragraph.head:
            broken += torn
            pending, current = _add_heads(pages, paragraph.lines, pending), None
        elif current is None and pending is None and broken and paragraph.lines[0].indent < _INDENT:
            current, before = broken.pop()
            before.lines += paragraph.lines
            before.closes = paragraph.closes
        else:
            broken += torn if paragraph.lines[0].indent >= _INDENT else []
            current = _opened(pages, paragraph, pending) if current is None else current
            pending = None
            pages.bodies[current].append(paragraph)
        if paragraph.closes:
            current = None
    return pages


def _opened(pages: _Pages, paragraph: Paragraph, pending: int | None) -> int:
    """Give the body that a paragraph begins, or the one whose credits it gives."""
    if pending is None and pages.bodies and is_label(paragraph.lines[0].text) and len(paragraph.lines[0].text) < 40:
        return len(pages.bodies) - 1
    return pages.open(pending)


def _add_heads(pages: _Pages, printed: list[Line], pending: int | None) -> int:
    for lines in _headlines(printed):
        if pending is not None and _squashed(pages.heads[pending]) == _squashed(lines):
            pages.again.setdefault(pending, []).extend(lines)
            continue
        if (
            pending is not None
            and 0 < lines[0].level == pages.heads[pending][0].level
            and len(lines[0].text) >= _EYEBROW
        ):
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


def _assigned(pages: _Pages) -> dict[int, int]:
    """Give each body the headline with which it shares most pairs of characters; `fsum` minds no order of sets."""
    texts = [_bigrams("".join(p.text for p in body)[:_OPENING]) for body in pages.bodies]
    spread = Counter(chain.from_iterable(texts))
    ranked = []
    for h, lines in enumerate(pages.heads):
        name = _bigrams(_squashed(lines))
        weight = fsum(1 / spread[g] if spread[g] else 0.5 for g in name) or 1.0
        for b in range(max(0, pages.places[h] - _REACH), min(len(texts), pages.places[h] + _REACH)):
            alike = fsum(1 / spread[g] for g in name & texts[b]) / weight
            if pages.before[b] == h or alike >= _ALIKE:
                ranked.append((-(alike + _NEAR * (pages.before[b] == h)), b, h))
    chosen: dict[int, int] = {}
    used: set[int] = set()
    for _, b, h in sorted(ranked):
        if b not in chosen and h not in used:
            chosen[b] = h
            used.add(h)
    return chosen


def _contents(pages: _Pages, chosen: dict[int, int]) -> set[int]:
    """Give the bodies that are lists of contents, by their name or because they repeat the others' headlines."""
    known = {_item(_squashed(head)) for head in pages.heads}
    known |= {_item(p.text) for body in pages.bodies for p in body if p.lines[0].begins and _is_short(p)}
    found = set()
    for i, body in enumerate(pages.bodies):
        named = i in chosen and _CONTENTS.fullmatch(_squashed(pages.heads[chosen[i]])) is not None
        plain = len(body) > 2 and len(pages.heads) > 2 and not body[0].lines[0].begins
        hits = sum([_item(p.text) in known for p in body if _is_short(p)]) if plain else 0
        if (named and len(pages.bodies) > 1) or (plain and hits >= 0.5 * len(body)):
            found.add(i)
    return found


def _is_short(paragraph: Paragraph) -> bool:
    return paragraph.lines[-1].end - paragraph.lines[0].start < _SHORT and len(paragraph.lines) < 4


def _eyebrow(pages: _Pages, chosen: dict[int, int], index: int, spare: set[int]) -> list[Paragraph]:
    """Give the line over the headline that belongs to no other body, if it is about this one."""
    head = chosen.get(index, 0) - 1
    if head not in spare or chosen[index] != pages.before[index]:
        return []
    lines = pages.heads[head]
    name = _bigrams(_squashed(lines))
    if len(_squashed(lines)) < _EYEBROW or lines[0].level or not name:
        return []
    text = _bigrams("".join(p.text for p in pages.bodies[index]))
    return [Paragraph(lines, done=True)] if len(name & text) >= 0.3 * len(name) else []


def _squashed(lines: list[Line]) -> str:
    return "".join("".join(line.text.split()) for line in lines)


def _item(text: str) -> str:
    number = _NUMBER.match(text)
    return _STOPS.sub("", text[number.end() :] if number else text)


def _bigrams(text: str) -> set[str]:
    text = _NO_LETTERS.sub("", text)
    return set(map(add, text, text[1:]))
