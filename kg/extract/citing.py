"""Find which documents cite or implement another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Predicate
from kg.readings import Document, Ground, Link, Readings

_INNER = re.compile(r"〈([^〉]+)〉|《([^》]+)》")
_CITE = re.compile(r"(?:根据|依据|按照|依照)[^。；]{0,40}$")
_IMPLEMENT = re.compile(r"(?:贯彻落实|贯彻|落实|细化|实施)[^。；]{0,30}$")
_MADE_BY_IT = re.compile(r"》[^，。；]{0,12}[，,]?(?:制定|等制定)")
_MEASURES = ("实施细则", "实施办法", "实施方案", "实施意见")
"""How the titles of documents end that implement the one inside them."""


def inner_titles(name: str) -> list[str]:
    """Give the titles inside a title: 关于印发〈…〉的通知."""
    return [inner.group(1) or inner.group(2) for inner in _INNER.finditer(name)]


def policy(text: str, readings: Readings) -> Iterator[Link]:
    """Yield cites and implements links between the document an article is about and those its sentence names."""
    for later, earlier in zip(readings.documents[1:], readings.documents, strict=False):
        apart = text[earlier.end : later.start]
        if "\n" in apart or "。" in apart or later.alias:
            continue
        inner = inner_titles(later.name) if later.name.endswith(_MEASURES) else []
        if inner:
            whole: Ground = ("mention", "", later.start)
            ground: Ground = ("document", inner[0], later.start)
            yield Link(whole, Predicate.IMPLEMENTS, ground, later.start, later.end, "title", 0.9)
        yield from _told(text, earlier, later)


def _told(text: str, earlier: Document, later: Document) -> Iterator[Link]:
    """Yield the link that the words between two documents tell: 根据《…》制定, 贯彻落实《…》."""
    words = text[earlier.end : later.start - 1]
    source, target = ("mention", "", earlier.start), ("mention", "", later.start)
    if _CITE.search(words) and _MADE_BY_IT.match(text[later.end : later.end + 20]):
        yield Link(source, Predicate.CITES, target, earlier.start, later.end, "cite", 0.8)
    elif _IMPLEMENT.fullmatch(words):
        yield Link(source, Predicate.IMPLEMENTS, target, earlier.start, later.end, "implement", 0.75)
