"""Split the paragraphs of a source into articles and give each body its headline."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from kg.corpus.lines import Line
from kg.corpus.paragraphs import Paragraph

_BEGINS = re.compile(r"[\u4e00-\u9fff]{2,9}[：:]")
_NEAR = 0.15


@dataclass(slots=True)
class Draft:
    """Hold one article in the making: the lines of its headline and its paragraphs."""

    head: list[Line] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)


def split(paragraphs: list[Paragraph]) -> list[Draft]:
    """Give the articles of a source in the order in which their bodies stand."""
    heads, bodies, before = _sequence(paragraphs)
    chosen = {i: h for i, h in enumerate(before) if h is not None}
    spare = [h for h in range(len(heads)) if h not in chosen.values()]
    if spare and len(chosen) < len(bodies):
        chosen = _assigned(heads, bodies, before)
    return [Draft(heads[chosen[i]] if i in chosen else [], body) for i, body in enumerate(bodies)]


def _sequence(paragraphs: list[Paragraph]) -> tuple[list[list[Line]], list[list[Paragraph]], list[int | None]]:
    heads: list[list[Line]] = []
    bodies: list[list[Paragraph]] = []
    before: list[int | None] = []
    pending: int | None = None
    open_body = False
    for paragraph in paragraphs:
        if paragraph.head:
            heads.extend(_headlines(paragraph.lines))
            pending, open_body = len(heads) - 1, False
            continue
        if not open_body:
            bodies.append([])
            before.append(pending)
            pending = None
        bodies[-1].append(paragraph)
        open_body = not paragraph.closes
    return heads, bodies, before


def _headlines(lines: list[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in lines:
        if found and not (_BEGINS.match(line.text) and len(lines) > 1):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _assigned(heads: list[list[Line]], bodies: list[list[Paragraph]], before: list[int | None]) -> dict[int, int]:
    names = [_bigrams("".join(line.text for line in head)) for head in heads]
    texts = [_bigrams("".join(p.text for p in body)) for body in bodies]
    spread = Counter(gram for text in texts for gram in text)
    ranked = []
    for h, name in enumerate(names):
        weight = sum(1 / spread[g] if spread[g] else 0.5 for g in name) or 1.0
        for b, text in enumerate(texts):
            shared = sum(1 / spread[g] for g in name & text) / weight
            ranked.append((-(shared + (_NEAR if before[b] == h else 0.0)), b, h))
    chosen: dict[int, int] = {}
    for _, b, h in sorted(ranked):
        if b not in chosen and h not in chosen.values():
            chosen[b] = h
    return chosen


def _bigrams(text: str) -> set[str]:
    text = re.sub(r"[\W_]+", "", text)
    return {text[i : i + 2] for i in range(len(text) - 1)}
