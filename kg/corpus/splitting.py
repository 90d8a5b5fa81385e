"""Split the paragraphs of a source into articles and give each body its headline."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from kg.corpus.forms import is_label
from kg.corpus.lines import Line
from kg.corpus.paragraphs import Paragraph

_OPENS = re.compile(r"[\u4e00-\u9fff]{2,9}[：:]")
_NEAR = 0.15
"""What standing right before the body is worth, beside the share of the headline's words in the body."""
_ALIKE = 0.15
_EYEBROW = 10
_ITEM = re.compile(r"^[（(]?\d{1,3}[）)、.．]|^[（(]?[一二三四五六七八九十]{1,3}[）)、]|[\s；;。，：:]+")


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


def split(paragraphs: list[Paragraph]) -> list[Draft]:
    """Give the articles of a source in the order in which their bodies stand.

    Each body has the headline before it. Where headlines are left over and bodies have none, headlines go
    to the bodies that share their words. Lists of contents are left out.
    """
    pages = _sequence(paragraphs)
    chosen = {i: h for i, h in enumerate(pages.before) if h is not None}
    if len(chosen) < len(pages.bodies) and len(set(chosen.values())) < len(pages.heads):
        chosen = _assigned(pages)
    contents = _contents(pages, chosen)
    drafts = []
    for i, body in enumerate(pages.bodies):
        if i not in contents:
            eyebrow = _eyebrow(pages, chosen, i)
            drafts.append(Draft(pages.heads[chosen[i]] if i in chosen else [], eyebrow + body))
    return drafts


def _sequence(paragraphs: list[Paragraph]) -> _Pages:
    pages = _Pages()
    pending: int | None = None
    broken: list[int] = []
    current: int | None = None
    for paragraph in paragraphs:
        if paragraph.head:
            if current is not None and pages.bodies[current][-1].unfinished:
                broken.append(current)
            pending, current = _add_heads(pages, paragraph, pending), None
            continue
        if current is None:
            current = _opened(pages, paragraph, pending, broken)
            pending = None
        if paragraph not in pages.bodies[current][-1:]:
            pages.bodies[current].append(paragraph)
        if paragraph.closes:
            current = None
    return pages


def _opened(pages: _Pages, paragraph: Paragraph, pending: int | None, broken: list[int]) -> int:
    """Give the body that a paragraph belongs to: a new one, one that broke off, or the one that it credits."""
    if pending is None and broken:
        body = pages.bodies[broken[-1]]
        body[-1].lines += paragraph.lines
        body[-1].closes = paragraph.closes
        return broken.pop()
    if pending is None and pages.bodies and is_label(paragraph.text) and len(paragraph.text) < 40:
        return len(pages.bodies) - 1
    pages.bodies.append([])
    pages.before.append(pending)
    return len(pages.bodies) - 1


def _add_heads(pages: _Pages, paragraph: Paragraph, pending: int | None) -> int:
    for lines in _headlines(paragraph.lines):
        if pending is not None and _squashed(pages.heads[pending]) == _squashed(lines):
            continue
        pages.heads.append(lines)
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
    texts = [_bigrams("".join(p.text for p in body)) for body in pages.bodies]
    spread = Counter(gram for text in texts for gram in text)
    ranked = []
    for h, lines in enumerate(pages.heads):
        name = _bigrams(_squashed(lines))
        weight = sum(1 / spread[g] if spread[g] else 0.5 for g in name) or 1.0
        for b, text in enumerate(texts):
            alike = sum(1 / spread[g] for g in name & text) / weight
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
    """Give the bodies of which most paragraphs are headlines of the others: lists of contents."""
    known = {_item(_squashed(head)) for head in pages.heads}
    known |= {_item(p.text) for body in pages.bodies for p in body if len(p.text) < 60 and p.lines[0].begins}
    found = set()
    for i, body in enumerate(pages.bodies):
        hits = sum(_item(p.text) in known for p in body) if len(pages.heads) > 2 else 0
        if len(body) > 2 and hits >= 0.5 * len(body) and not body[0].lines[0].begins:
            found.add(i)
    return found


def _eyebrow(pages: _Pages, chosen: dict[int, int], index: int) -> list[Paragraph]:
    """Give the line over the headline that belongs to no other body, if it is about this one."""
    head = chosen.get(index, 0) - 1
    if head < 0 or head in chosen.values() or chosen[index] != pages.before[index]:
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
    return _ITEM.sub("", text)


def _bigrams(text: str) -> set[str]:
    text = re.sub(r"[\W_]+", "", text)
    return {text[i : i + 2] for i in range(len(text) - 1)}
