"""Cut the text of a source into lines that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from kg.corpus.markup import BLOCK, HIDDEN

JUNK = " \t\f\v\u3000\xa0\u2002\u2003\u2009\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\ufffd\u2028\x85"
"""What is seen through at the ends of a line: white space, zero-width characters, U+FFFD."""

_BREAK = re.compile(r"\r\n?|\n")
_LINE = re.compile(rf"([^\r\n{BLOCK}]*)(\r\n|[\r\n{BLOCK}]|\Z)")
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
    if "\r" in raw:
        return (0, *[m.end() for m in _BREAK.finditer(raw)])
    return (0, *accumulate([len(line) + 1 for line in raw.split("\n")[:-1]]))


def read_lines(text: str) -> Iterator[Line]:
    """Yield the visible lines of a text in which markup is hidden."""
    blank, begins = True, False
    for match in _LINE.finditer(text):
        printed, mark = match.groups()
        line = _line(printed, match.start(), blank, begins) if printed else None
        if line:
            yield line
            blank = begins = False
        elif mark != BLOCK and not begins:
            blank = True
        begins = begins or mark == BLOCK


def _line(printed: str, start: int, blank: bool, begins: bool) -> Line | None:
    printed = printed.rstrip(JUNK)
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
        if level and (closed := bare.rstrip("#" + JUNK)):
            printed = printed[: len(printed) - len(bare) + len(closed)]
            bare = closed
    begin = start + len(printed) - len(bare)
    seen = bare.replace(HIDDEN, "") if HIDDEN in bare else bare
    return Line(begin, start + len(printed), seen, _width(lead) if lead else 0, blank, level, begins)


@lru_cache(maxsize=256)
def _width(lead: str) -> int:
    return 4 * lead.count("\ufffd") + 2 * lead.count("\u3000") + lead.count(" ") + lead.count("\t")
