"""Cut the text of a source into lines that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.corpus.markup import Piece, is_html, html_lines

JUNK = " \t\f\v\u3000\xa0\u2002\u2003\u2009\ufeff\u200b\u200c\u200d\u2060\ufffd\u2028\x85"
"""What is seen through at the ends of a line: white space, zero-width characters, U+FFFD."""

_BREAK = re.compile(r"\r\n|\r|\n")
_HEADING = re.compile(r"(#{1,6})[ \t\u3000]+|>[ \t]?|[*+-][ \t]+(?=\S)")


class Line(NamedTuple):
    """Hold one visible line: its text and the raw slices that it consists of."""

    text: str
    pieces: tuple[Piece, ...]
    indent: int
    blank: bool
    """True if a blank line, or the edge of an HTML block, stands before it."""
    level: int = 0
    """1 to 6 for Markdown and HTML headings."""
    block: bool = False
    """True for an HTML paragraph: it begins and ends a paragraph whatever its punctuation."""

    @property
    def start(self) -> int:
        """Give the raw offset of the first visible character."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Give the raw offset after the last visible character."""
        return self.pieces[-1][1]


def line_starts(raw: str) -> tuple[int, ...]:
    """Give the raw offset at which each line begins; CRLF, CR and LF end a line."""
    return (0, *(m.end() for m in _BREAK.finditer(raw)))


def read_lines(raw: str, starts: tuple[int, ...]) -> Iterator[Line]:
    """Yield the visible lines of a text, with Markdown marks and HTML tags taken off."""
    blank = True
    for start, stop in zip(starts, (*starts[1:], len(raw)), strict=True):
        printed = raw[start:stop].rstrip("\r\n")
        if is_html(printed):
            found = list(html_lines(printed, start))
            for text, pieces, level in found:
                yield Line(text, pieces, 0, True, level, True)
            blank = bool(found) or blank
            continue
        line = _plain_line(printed, start, blank)
        blank = line is None
        if line:
            yield line


def _plain_line(printed: str, start: int, blank: bool) -> Line | None:
    text = printed.lstrip(JUNK)
    lead = printed[: len(printed) - len(text)]
    level = 0
    if text[:1] in "#>*+-" and (mark := _HEADING.match(text)):
        level = len(mark[1] or "")
        text = text[mark.end() :].lstrip(JUNK)
    text = text.rstrip(JUNK)
    if level:
        text = text.rstrip("#").rstrip(JUNK)
    if not text:
        return None
    begin = start + printed.index(text, len(printed) - len(printed.lstrip(JUNK)))
    return Line(text, ((begin, begin + len(text), None),), _width(lead), blank, level)


def _width(lead: str) -> int:
    return sum(4 if c == "\ufffd" else 2 if c == "\u3000" else 1 for c in lead) if lead else 0
