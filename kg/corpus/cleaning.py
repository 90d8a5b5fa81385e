"""Clean the text of a paragraph and keep the way back to the raw file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg import vocabulary
from kg.corpus.lines import JUNK, Line
from kg.offsets import Range, offsets_of

_GAP = re.compile(f"[{JUNK}\r\n][{JUNK}\r\n]*")
"""White space; re finds the first of a set far quicker than one or more of it."""
_NO_WIDTH = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\ufffd"
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_DATELINE = ("日电", "社电", "日讯", "报讯", "网讯", "消息", "报道")
_CREDIT = re.compile(
    r"记者|通讯员|(?:责任)?编辑[:：]|(?:责编|作者|来源|供稿|摄影|浏览|点击|时间|日期|审核|校对)[\u4e00-\u9fff]{0,2}[:：]"
)
_REACH = 80
"""How far back, in characters, an open 《 is looked for."""


def clean(text: str, lines: Iterable[Line], *, keep_spaces: bool = False) -> tuple[str, list[Range]]:
    """Join the lines of one paragraph of `text` into clean text; give it with the raw ranges of its characters.

    Spaces between Han characters, line breaks and zero-width characters go; one space stays between Latin
    words or numbers, after a dateline, inside 《》, in a wide gap between words (局长孟　兰 is none), and
    everywhere on a line with `keep_spaces`.
    """
    parts: list[str] = []
    ranges: list[Range] = []
    for line in lines:
        if parts and (parts[-1][-1].isascii() or text[line.start].isascii()):
            parts.append("\n")
            ranges.append(behind(ranges))
        parts.append(text[line.start : line.end])
        ranges.append((line.start, line.end))
    joined = "".join(parts)
    return _without_gaps(joined, ranges, keep_spaces) if _GAP.search(joined) else (joined, ranges)


def behind(ranges: list[Range]) -> Range:
    """Give the raw range of a separator: the character behind the last one."""
    return ranges[-1][1], ranges[-1][1] + 1


def _without_gaps(text: str, ranges: list[Range], keep_spaces: bool) -> tuple[str, list[Range]]:
    parts: list[str] = []
    kept: list[Range] = []
    offsets = offsets_of(ranges)
    last = 0
    for gap in _GAP.finditer(text):
        start, end = gap.span()
        if start > last:
            parts.append(text[last:start])
            kept += offsets.ranges(last, start)
        if _stays(text, start, end, keep_spaces):
            parts.append(" ")
            kept.append(offsets.raw(start, start + 1))
        last = end
    if len(text) > last:
        parts.append(text[last:])
        kept += offsets.ranges(last, len(text))
    return "".join(parts), kept


def _stays(text: str, start: int, end: int, keep_spaces: bool) -> bool:
    gap = text[start:end].strip(_NO_WIDTH)
    if not gap or not start or end == len(text):
        return False
    before, after, broken = text[start - 1], text[end], "\n" in gap
    if before.isdigit() and after.isdigit():
        return not broken and text[start - 2 : start].isdigit() and text[end : end + 2].isdigit()
    if _is_latin(before) or _is_latin(after):
        return before.isalnum() and after.isalnum() and (not broken or (_is_latin(before) and _is_latin(after)))
    if broken or not before.isalnum() or not after.isalnum():
        return False
    if keep_spaces or _CREDIT.match(text, end) or text.endswith(_DATELINE, max(0, start - 2), start):
        return True
    return bool(_HAN.match(before) and _HAN.match(after)) and _stays_in_han(text, start, end, gap)


def _stays_in_han(text: str, start: int, end: int, gap: str) -> bool:
    if gap == " ":
        back = max(0, start - _REACH)
        return text.rfind("《", back, start) > text.rfind("》", back, start)
    wide = not gap.strip(" \u3000\xa0\t") and not _parts_a_name(text, start, end)
    return wide and start > 1 and bool(_HAN.match(text, start - 2) and _HAN.match(text, end + 1))


@vocabulary.compiled
def _titles() -> frozenset[str]:
    return frozenset(word for word, _ in vocabulary.titles())


@vocabulary.compiled
def _behind_names() -> tuple[str, ...]:
    return (*"为的、，。；（", *(word for word, _ in vocabulary.read_table("speech_verbs")))


def _parts_a_name(text: str, start: int, end: int) -> bool:
    """Tell whether one wide blank stands behind a surname: 局长孟|　|兰, 任命孟|　|兰为, 孟|　|兰主持."""
    if end - start > 2 or text[start - 1] not in vocabulary.surnames():
        return False
    titled = (text[start - 1 - size : start - 1] in _titles() for size in range(2, min(7, start)))
    return text.startswith(_behind_names(), end + 1) or any(titled)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()
