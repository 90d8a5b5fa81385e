"""See through HTML: give the visible lines of a fragment with their raw offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

Piece = tuple[int, int, str | None]
"""A raw slice, start and end; a string if it is an entity, and then the characters that it stands for."""

_TAG = re.compile(r"</?(?:p|div|br|span|strong|b|i|em|u|a|h[1-6]|ul|ol|li|table|t[rdh]|font|center|section|img|hr)\b[^<>]*>", re.I)
_BLOCKS = frozenset("p div br h1 h2 h3 h4 h5 h6 ul ol li table tr td th center section article blockquote hr".split())
_HIDDEN = frozenset(("script", "style"))


def is_html(printed: str) -> bool:
    """Tell whether a line holds an HTML tag or entity."""
    return ("<" in printed and _TAG.search(printed) is not None) or ("&" in printed and "&nbsp;" in printed)


def html_lines(printed: str, start: int) -> Iterator[tuple[str, tuple[Piece, ...], int]]:
    """Yield text, raw slices and heading level of each block of one raw line that begins at `start`."""
    reader = _Reader(start)
    reader.feed(printed)
    reader.close()
    reader.end_block()
    yield from reader.found


class _Reader(HTMLParser):
    """Collect the visible pieces of a fragment, block by block."""

    def __init__(self, start: int):
        super().__init__(convert_charrefs=False)
        self.begin = start
        self.found: list[tuple[str, tuple[Piece, ...], int]] = []
        self.texts: list[str] = []
        self.pieces: list[Piece] = []
        self.level = self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_block()
        if tag in _HIDDEN:
            self.hidden += 1
        if tag[0] == "h" and tag[1:].isdigit():
            self.level = int(tag[1:])

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
        if tag in _HIDDEN:
            self.hidden -= 1

    def handle_data(self, data: str) -> None:
        self._add(data, len(data), None)

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name}")

    def _entity(self, printed: str) -> None:
        at = self.getpos()[1] + len(printed)
        whole = printed + ";" if self.rawdata_at(at) == ";" else printed
        self._add(unescape(printed + ";"), len(whole), unescape(printed + ";"))

    def rawdata_at(self, column: int) -> str:
        """Give the character of the fragment in a column."""
        return self.rawdata[column : column + 1]

    def _add(self, text: str, width: int, stands_for: str | None) -> None:
        if not self.hidden:
            at = self.begin + self.getpos()[1]
            self.texts.append(text)
            self.pieces.append((at, at + width, stands_for))

    def end_block(self) -> None:
        """Give out what was collected as one block, without the white space around it."""
        if self.pieces:
            text, pieces = _trimmed("".join(self.texts), self.pieces)
            if pieces:
                self.found.append((text, pieces, self.level))
        self.texts, self.pieces, self.level = [], [], 0


def _trimmed(text: str, pieces: list[Piece]) -> tuple[str, tuple[Piece, ...]]:
    left = list(pieces)
    while left and not (left[0][2] or text[: left[0][1] - left[0][0]]).strip():
        text = text[len(left[0][2] or "") or left[0][1] - left[0][0] :]
        left.pop(0)
    while left and not (left[-1][2] or text[left[-1][0] - left[-1][1] :]).strip():
        text = text[: -(len(left[-1][2] or "") or left[-1][1] - left[-1][0])]
        left.pop()
    if left and left[0][2] is None:
        cut = len(text) - len(text.lstrip())
        left[0] = (left[0][0] + cut, left[0][1], None)
    elif left:
        cut = 0
    text = text[cut:] if left else ""
    if left and left[-1][2] is None:
        tail = len(text) - len(text.rstrip())
        left[-1] = (left[-1][0], left[-1][1] - tail, None)
        text = text.rstrip()
    return text, tuple(left)
