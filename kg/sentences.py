"""Cut a text into sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

LONGEST = 1000
"""The longest sentence in characters; a longer one is cut at a comma, so that evidence stays readable."""
STOPS = "。！？；\n"
_SENTENCE = re.compile(r"(?=\S)[^。！？!?\n]*(?:[。！？!?]+[”』」’）)]*)?")


@lru_cache(maxsize=64)  # more than the texts that are read together: one stage after the other asks for theirs
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Give the (start, end) of the sentences of a text, their final punctuation included, blanks left out."""
    out: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        if text[end - 1].isspace():
            end = start + len(match[0].rstrip())
        if end - start <= LONGEST:
            out.append((start, end))
        else:
            out += _cut(text, start, end)
    return tuple(out)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = max(text.rfind(mark, start + 1, start + LONGEST) for mark in "，；、,; ")
        cut = cut + 1 if cut > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def start_before(text: str, at: int, stops: str = STOPS, reach: int = LONGEST) -> int:
    """Give the offset behind the last of the stops before an offset, or where the reach (characters) begins."""
    floor = max(0, at - reach)
    return max(text.rfind(stop, floor, at) for stop in stops) + 1 or floor


def around(spans: tuple[tuple[int, int], ...], at: int) -> tuple[int, int]:
    """Give the sentence that holds an offset, or the one before it."""
    index = bisect_right(spans, (at, 1 << 60)) - 1
    return spans[max(0, index)]
