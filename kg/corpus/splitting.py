"""Split the paragraphs of a source into articles and give each body its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from math import fsum
from operator import add

from kg.corpus.lines import Line
from kg.corpus.pages import SHORTEST_HEADLINE, Pages, sequence, squashed
from kg.corpus.paragraphs import Paragraph

_NEAR = 0.15
"""What standing right before the body is worth, beside the share of the headline's words in the body."""
_ALIKE = 0.15
_REACH = 8
"""How many bodies away a headline may stand from its own."""
_OPENING = 1000
"""How many characters of a body are compared with the headlines."""
_SHORT = 80
_CONTENTS = re.compile(r"(?:新闻|内容|本期|要闻|今日)?(?:摘要|提要|导读|要目|目录|看点|主要内容)")
_NUMBER = re.compile(r"[（(]?\d{1,3}[）)、.．]|[（(]?[一二三四五六七八九十]{1,3}[）)、]")
_NO_LETTERS = re.compile(r"[\W_]+")
_STOPS = re.compile(r"[\s；;。，：:][\s；;。，：:]*")


@dataclass(slots=True)
class Draft:
    """Hold one article in the making: the lines of its headline and its paragraphs."""

    head: list[Line] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)


def split(paragraphs: list[Paragraph]) -> list[Draft]:
    """Give the articles of a source in the order in which their bodies stand.

    Each body has the headline before it. Where headlines are left over and bodies have none, headlines go
    to the bodies that share their words. Lists of contents are left out.
    """
    pages = sequence(paragraphs)
    chosen = {i: h for i, h in enumerate(pages.before) if h is not None}
    if len(chosen) < len(pages.bodies) and len(set(chosen.values())) < len(pages.heads):
        chosen = _assigned(pages)
    spare = set(range(len(pages.heads))).difference(chosen.values())
    contents = _contents(pages, chosen)
    return [_draft(pages, chosen, i, spare) for i in range(len(pages.bodies)) if i not in contents]


def _draft(pages: Pages, chosen: dict[int, int], index: int, spare: set[int]) -> Draft:
    """Give the article of a body; lines that repeat its headline, or stand over it, begin its text."""
    head = chosen.get(index)
    lines = pages.astray.get(index, []) if head is None else pages.heads[head]
    again = [Paragraph(pages.again[head], done=True)] if head is not None and head in pages.again else []
    return Draft(lines, again + _eyebrow(pages, chosen, index, spare) + pages.bodies[index])


def _assigned(pages: Pages) -> dict[int, int]:
    """Give each body the headline that is most like it."""
    chosen: dict[int, int] = {}
    used: set[int] = set()
    for _, b, h in sorted(_likenesses(pages)):
        if b not in chosen and h not in used:
            chosen[b] = h
            used.add(h)
    return chosen


def _likenesses(pages: Pages) -> Iterator[tuple[float, int, int]]:
    """Yield how much each headline is like the bodies near it, below zero, with the body and the headline.

    That is the share of its pairs of characters that the body holds; `fsum` minds no order of sets.
    """
    texts = [_bigrams("".join(p.text for p in body)[:_OPENING]) for body in pages.bodies]
    spread = Counter(chain.from_iterable(texts))
    for h, lines in enumerate(pages.heads):
        name = _bigrams(squashed(lines))
        weight = fsum(1 / spread[g] if spread[g] else 0.5 for g in name) or 1.0
        for b in range(max(0, pages.places[h] - _REACH), min(len(texts), pages.places[h] + _REACH)):
            alike = fsum(1 / spread[g] for g in name & texts[b]) / weight
            if pages.before[b] == h or alike >= _ALIKE:
                yield -(alike + _NEAR * (pages.before[b] == h)), b, h


def _contents(pages: Pages, chosen: dict[int, int]) -> set[int]:
    """Give the bodies that are lists of contents, by their name or because they repeat the others' headlines."""
    known = {_item(squashed(head)) for head in pages.heads}
    known |= {_item(p.text) for body in pages.bodies for p in body if p.lines[0].begins and _is_short(p)}
    found = set()
    for i, body in enumerate(pages.bodies):
        named = i in chosen and _CONTENTS.fullmatch(squashed(pages.heads[chosen[i]])) is not None
        plain = len(body) > 2 and len(pages.heads) > 2 and not body[0].lines[0].begins
        hits = sum([_item(p.text) in known for p in body if _is_short(p)]) if plain else 0
        if (named and len(pages.bodies) > 1) or (plain and hits >= 0.5 * len(body)):
            found.add(i)
    return found


def _is_short(paragraph: Paragraph) -> bool:
    return paragraph.lines[-1].end - paragraph.lines[0].start < _SHORT and len(paragraph.lines) < 4


def _eyebrow(pages: Pages, chosen: dict[int, int], index: int, spare: set[int]) -> list[Paragraph]:
    """Give the line over the headline that belongs to no other body, if it is about this one."""
    head = chosen.get(index, 0) - 1
    if head not in spare or chosen[index] != pages.before[index]:
        return []
    lines = pages.heads[head]
    name = _bigrams(squashed(lines))
    if len(squashed(lines)) < SHORTEST_HEADLINE or lines[0].level or not name:
        return []
    text = _bigrams("".join(p.text for p in pages.bodies[index]))
    return [Paragraph(lines, done=True)] if len(name & text) >= 0.3 * len(name) else []


def _item(text: str) -> str:
    number = _NUMBER.match(text)
    return _STOPS.sub("", text[number.end() :] if number else text)


def _bigrams(text: str) -> set[str]:
    text = _NO_LETTERS.sub("", text)
    return set(map(add, text, text[1:]))
