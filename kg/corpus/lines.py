"""Cut the text of a source into lines that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.corpus.markup import BLOCK, HIDDEN

JUNK = " \t\f\v\u3000\xa0\u2002\u2003\u2009\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\ufffd\u2028\x85"
"""What is seen through at the ends of a line: white space, zero-width characters, U+FFFD."""

_BREAK = re.compile(r"\r\n|\r|\n")
_END = re.compile(rf"\r\n|[\r\n{BLOCK}]")
_MARK = re.compile(r"(#{1,6})[ \t\u3000]+|>[ \t]?|[*+-][ \t]+(?=\S)")


class Line(NamedTuple):
    """Hold one visible line: its raw start and end, and its text without hidden characters."""

    start: int
    end: int
    text: str
    indent: int
    blank: bool
    """True if a blank line stands before it."""
    level: int = 0
    """1 to 6 for a Markdown heading."""
    begins: bool = False
    """True if an HTML block begins or has ended before it: it begins a paragraph, whatever came before."""


def line_starts(raw: str) -> tuple[int, ...]:
    """Give the raw offset at which each line begins; CRLF, CR and LF end a line."""
    return (0, *(m.end() for m in _BREAK.finditer(raw)))


def read_lines(text: str) -> Iterator[Line]:
    """Yield the visible lines of a text in which markup is hidden."""
    start, blank, begins = 0, True, False
    for stop, end, mark in _ends(text):
        line = _line(text, start, stop, blank, begins) if stop > start else None
        if line:
            yield line
            blank = begins = False
        elif mark != BLOCK and not begins:
            blank = True
        begins = begins or mark == BLOCK
        start = end


def _ends(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _END.finditer(text):
        yield match.start(), match.end(), match[0]
    yield len(text), len(text), ""


def _line(text: str, start: int, stop: int, blank: bool, begins: bool) -> Line | None:
    printed = text[start:stop].rstrip(JUNK)
    bare = printed.lstrip(JUNK)
    if not bare:
        return None
    lead = printed[: len(printed) - len(bare)]
    level = 0
    if bare[0] in "#>*+-" and (mark := _MARK.match(bare)):
        level = len(mark[1] or "")
        bare = bare[mark.end() :].lstrip(JUNK)
        if not bare:
            return None
        if level:
            printed = printed.rstrip("#" + JUNK)
            bare = bare.rstrip("#" + JUNK) or bare
    begin = start + len(printed) - len(bare)
    seen = bare.replace(HIDDEN, "") if HIDDEN in bare else bare
    return Line(begin, start + len(printed), seen, _width(lead) if lead else 0, blank, level, begins)


def _width(lead: str) -> int:
    return sum(4 if c == "\ufffd" else 2 if c == "\u3000" else c in " \t" for c in lead)
