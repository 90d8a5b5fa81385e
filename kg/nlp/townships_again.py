"""Find the mentions of townships and villages that nothing announces, by the other mentions of their names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Set

from kg.nlp import lexicon
from kg.nlp.surface import Surface, marked, occurrences
from kg.nlp.township_names import VILLAGES, is_township
from kg.readings import Part, Place

_FIRST = re.compile("(?P<name>[\u4e00-\u9fff]{2,3}(?:镇(?![长区江])|乡(?![村亲长镇])|村(?![民庄里口级子])|街道))")
_BEGUN = re.compile("[^\u4e00-\u9fff]" + _FIRST.pattern)
"""A name at the start of a clause, and the mark before it: so a search skips from mark to mark."""
_WORD = -14.0
_SURE = 4
"""How many characters of a township's name are read again wherever they stand."""


def repeated(page: Surface, inside: bytearray) -> list[Place]:
    """Give the townships and villages whose names begin two clauses of a text that prints them three times.

    Nothing begins where `inside` is 1.
    """
    held = any(rank in page.text for rank in ("镇", "乡", "村", "街道"))
    mentions = [m for m in (_FIRST.match(page.text), *_BEGUN.finditer(page.text)) if m] if held else []
    begun = Counter(match["name"] for match in mentions)
    often = [name for name, times in begun.items() if times > 1 and page.text.count(name) > 2]
    levels = {name: lexicon.LEVEL_OF_WORD[_rank(name)] for name in often if _is_name(name)}
    return [
        _place(page.text, *match.span("name"), levels[match["name"]])
        for match in mentions
        if match["name"] in levels and not inside[match.start("name")] and not page.quoted[match.start("name")]
    ]


def _rank(name: str) -> str:
    return name[-2:] if name.endswith("街道") else name[-1]


def _is_name(name: str) -> bool:
    return is_township(name, _rank(name), False) and lexicon.words().get(name[:-1], -99.0) <= _WORD


def _place(text: str, start: int, end: int, level: str) -> Place:
    return Place(start, end, (Part(start, end, text[start:end], level),), "full")


def again(page: Surface, found: dict[int, Place]) -> None:
    """Add the later mentions of the townships and villages found, also under a new rank: 沙河乡…, 沙河镇…."""
    parts = (part for place in found.values() for part in place.parts)
    names = {part.name for part in parts if part.level in ("township", "village")}
    stems = {name[:-1] for name in names if name[-1] in "乡镇村" and len(name) > 2}
    whole = {name for name in names if name.endswith(("街道", "社区", "嘎查", "苏木"))}
    if not stems and not whole:
        return
    inside = marked(len(page.text), ((place.start, place.end) for place in found.values()))
    for start, end in _mentions(page.text, stems, whole):
        if not inside[start] and not page.quoted[start] and _is_apart(page, start, end):
            level = "village" if page.text.endswith(VILLAGES, start, end) else "township"
            found[start] = _place(page.text, start, end, level)


def _mentions(text: str, stems: Set[str], whole: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield where names stand in a text, the longest first, and stems with whatever rank."""
    for word in sorted(stems | whole, key=lambda w: (-len(w), w)):
        for start, end in occurrences(text, word):
            if word not in stems:
                yield start, end
            elif text[end : end + 1] in ("乡", "镇", "村"):
                yield start, end + 1


def _is_apart(page: Surface, start: int, end: int) -> bool:
    """Tell whether what stands before a name does not run into it, or the name is long enough."""
    if not start or page.stop[start - 1] or end - start >= _SURE:
        return True
    return page.text[start - 1] in "和与及到在"
