"""Prepare a text for reading: brackets, the words at which names end, and the words of titles.

All offsets here are offsets in the text itself, which is `doc.text`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kg.nlp import lexicon
from kg.nlp.lexicon import TitleWord, WordList

_INNER_BRACKET = re.compile(r"（[\u4e00-\u9fff]{2,4}）(?=[\u4e00-\u9fff]{0,12}?(?:公司|集团|大学|学院|银行))")
_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+[届次]")
HALF, FULL = ",;:?!()", "，；：？！（）"
"""Half-width punctuation is read as full-width; offsets stay as they are."""
_ONES = tuple(b"\x01" * length for length in range(64))
_HAN = ((0x3400, 0x9FFF), (0x20000, 0x2FA1F), (0x3007, 0x3007))


@dataclass(frozen=True, slots=True)
class Bracket:
    """Be a stretch in 《》: the offsets inside the brackets, and those of the brackets themselves."""

    start: int
    end: int
    outer_start: int
    outer_end: int


@dataclass(slots=True)
class Surface:
    """Hold a text with a mask of the places where no name of an organisation can run on.

    `stop[i]` is 1 where a stop word, a title or punctuation covers `text[i]`; `quoted[i]` is 1 inside 《》.
    """

    text: str
    stop: bytearray
    quoted: bytearray
    marks: bytearray
    brackets: tuple[Bracket, ...]
    spaced: frozenset[int] = frozenset()
    title_words: list[tuple[int, int, TitleWord]] = field(default_factory=list)
    title_ends: dict[int, int] = field(default_factory=dict)
    """Where each title word begins, by where it ends."""
    words: dict[Callable[[], WordList], list[tuple[int, int, int]]] = field(default_factory=dict)
    """The words of all lists in the text, by list, once they were looked for (one_pass)."""

    def next_stop(self, start: int, limit: int) -> int:
        """Give the first offset in [start, limit) that is a stop, else the limit or the end of the text."""
        found = self.stop.find(1, start, limit)
        return min(limit, len(self.text)) if found < 0 else found

    def last_stop(self, end: int, limit: int) -> int:
        """Give the offset after the last stop in [limit, end), else the limit."""
        found = self.stop.rfind(1, limit, end)
        return limit if found < 0 else found + 1

    def next_punctuation(self, start: int) -> int:
        """Give the first offset from `start` on at which punctuation stands, else the end of the text."""
        found = self.marks.find(1, start)
        return len(self.text) if found < 0 else found

    def blocked(self, start: int, end: int) -> bool:
        """Tell whether no name can hold a stretch: it has punctuation, or lies in a bracketed title."""
        return 1 in self.marks[start:end] or 1 in self.quoted[start:end]

    def is_stop(self, at: int) -> bool:
        """Tell whether a name ends at this offset for sure: end of text or a stop."""
        return at >= len(self.text) or bool(self.stop[at])

    def clear(self, start: int, end: int) -> None:
        """Take the stops off a stretch that turned out to be a name."""
        self.stop[start:end] = bytes(end - start)


def marked(length: int, spans: Iterable[tuple[int, int]]) -> bytearray:
    """Give a mask of a text of so many code points that is 1 where one of the spans (start, end) covers it."""
    mask = bytearray(length)
    for start, end in spans:
        mask[start:end] = b"\x01" * (end - start)
    return mask


def occurrences(text: str, word: str, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield where a word stands in a text, up to an offset, from left to right and without overlaps."""
    at = text.find(word, 0, end)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word), end)


def read(text: str, spaced: frozenset[int] = frozenset()) -> Surface:
    """Give the surface of a text; punctuation is folded to full width. `spaced` is as in `kg.nlp.read`."""
    text = widen(text)
    brackets = tuple(find_brackets(text))
    marks = _marks(text)
    surface = Surface(text, bytearray(marks), bytearray(len(text)), marks, brackets, spaced)
    for bracket in brackets:
        size = bracket.outer_end - bracket.outer_start
        surface.quoted[bracket.outer_start : bracket.outer_end] = b"\x01" * size
    for match in _INNER_BRACKET.finditer(text):
        surface.clear(*match.span())
    for match in _ORDINAL.finditer(text):
        surface.stop[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    _mark_words(surface)
    return surface


def widen(text: str) -> str:
    """Give a text with its half-width punctuation as full-width, one character for one."""
    for half, full in zip(HALF, FULL, strict=True):
        text = text.replace(half, full)
    return text


def _marks(text: str) -> bytearray:
    """Give 1 for every character that is no Han character."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<i4")
    return bytearray(_foreign().take(codes))


@lru_cache(maxsize=1)
def _foreign() -> NDArray[np.bool_]:
    """Give for every code point whether it is no Han character."""
    foreign = np.ones(sys.maxunicode + 1, dtype=bool)
    for first, last in _HAN:
        foreign[first : last + 1] = False
    return foreign


def _mark_words(surface: Surface) -> None:
    automaton = lexicon.stops()
    payload, stop, quoted = automaton.payload, surface.stop, surface.quoted
    for index, start, end in automaton.find(surface.text):
        word = payload[index]
        if word is None:
            stop[start:end] = _ONES[end - start]
        elif word != "" and not quoted[start]:
            surface.title_words.append((start, end, word))
            surface.title_ends[end] = start
            if word.category not in ("staff", "member"):
                first = with_modifiers(surface.text, start)
                stop[first:end] = b"\x01" * (end - first)


def with_modifiers(text: str, start: int) -> int:
    """Give where the modifiers before a title begin: 党组|副|书记."""
    while True:
        for word, _ in lexicon.modifiers_by_end().get(text[start - 1 : start], ()):
            if text.endswith(word, 0, start):
                start -= len(word)
                break
        else:
            return start


def find_brackets(text: str) -> list[Bracket]:
    """Give the outermost 《》 of a text, in order; a bracket that is never closed ends nothing.

    〈〉 and 《》 inside 《》 belong to the outer one. A 《 that finds no 》 within 200 characters is passed over.
    """
    found: list[Bracket] = []
    at = text.find("《")
    while at >= 0:
        end = _closing(text, at)
        if end is None:
            at = text.find("《", at + 1)
            continue
        found.append(Bracket(at + 1, end, at, end + 1))
        at = text.find("《", end + 1)
    return found


def _closing(text: str, at: int) -> int | None:
    depth = 0
    limit = min(len(text), at + 200)
    for i in range(at, limit):
        if text[i] == "《":
            depth += 1
        elif text[i] == "》":
            depth -= 1
            if depth == 0:
                return i
        elif text[i] == "\n":
            break
    first = text.find("》", at, limit)
    return first if first > 0 and "\n" not in text[at:first] else None
