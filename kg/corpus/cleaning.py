"""Clean the text of a paragraph and keep the way back to the raw file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.corpus.lines import Line

_GAP = re.compile("[ \t\f\v\r\n\u3000\xa0\u2002\u2003\u2009\ufeff\u200b\u200c\u200d\u2060\ufffd\u2028\x85]+")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_DATELINE = ("日电", "社电", "日讯", "报讯", "网讯", "消息", "报道")
_TITLE_REACH = 80


def clean(lines: Iterable[Line], *, keep_spaces: bool = False) -> tuple[str, list[int]]:
    """Join the lines of one paragraph into text and raw offsets, one for each character.

    Spaces between Han characters, line breaks and zero-width characters go; one space stays between Latin
    words or numbers, after a dateline, inside 《》, in a wide gap between words, and everywhere with
    `keep_spaces`.
    """
    text, offsets = _joined(lines)
    if _GAP.search(text):
        return _without_gaps(text, offsets, keep_spaces)
    return text, offsets


def _joined(lines: Iterable[Line]) -> tuple[str, list[int]]:
    parts: list[str] = []
    offsets: list[int] = []
    for line in lines:
        if parts:
            parts.append("\n")
            offsets.append(offsets[-1] + 1)
        parts.append(line.text)
        for start, end, stands_for in line.pieces:
            offsets.extend(range(start, end) if stands_for is None else [start] * len(stands_for))
    return "".join(parts), offsets


def _without_gaps(text: str, offsets: list[int], keep_spaces: bool) -> tuple[str, list[int]]:
    parts: list[str] = []
    kept: list[int] = []
    last = 0
    for gap in _GAP.finditer(text):
        start, end = gap.span()
        parts.append(text[last:start])
        kept.extend(offsets[last:start])
        if start and end < len(text) and _stays(text, start, end, keep_spaces):
            parts.append(" ")
            kept.append(offsets[start])
        last = end
    parts.append(text[last:])
    kept.extend(offsets[last:])
    return "".join(parts), kept


def _stays(text: str, start: int, end: int, keep_spaces: bool) -> bool:
    before, after, gap = text[start - 1], text[end], text[start:end]
    if not gap.strip("\ufeff\u200b\u200c\u200d\u2060\ufffd"):
        return False
    if before.isdigit() and after.isdigit():
        return "\n" not in gap and text[start - 2 : start].isdigit() and text[end : end + 2].isdigit()
    if _is_latin(before) or _is_latin(after):
        return before.isalnum() and after.isalnum()
    if "\n" in gap:
        return False
    if keep_spaces or text.endswith(_DATELINE, max(0, start - 2), start):
        return True
    if not (_HAN.match(before) and _HAN.match(after)):
        return False
    if gap == " ":
        return text.rfind("《", max(0, start - _TITLE_REACH), start) > text.rfind("》", max(0, start - _TITLE_REACH), start)
    return bool(start > 1 and _HAN.match(text[start - 2]) and _HAN.match(text[end + 1 : end + 2]))


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def ranges(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Give the raw span of each line."""
    return [(line.start, line.end) for line in lines]
