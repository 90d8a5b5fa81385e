"""Read columns that are printed side by side one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

from kg.corpus.lines import Line

_GUTTER = re.compile(r"(?<=\S)[ \u3000]{3,}(?=\S)")
_SLACK = 2
_FEWEST = 4


def unfold_columns(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of two printed columns as the left column, then the right one.

    Columns are four or more lines with a wide gap at the same place; everything else passes unchanged.
    """
    run: list[tuple[Line, tuple[int, int, int] | None]] = []
    column = 0
    for line in lines:
        gap = _gutter(line)
        if not run and gap is None:
            yield line
            continue
        if run and ((gap is None and _in_column(line, column)) or (gap is not None and abs(gap[2] - column) <= _SLACK)):
            run.append((line, gap))
            continue
        yield from _unfolded(run, column)
        run, column = ([(line, gap)], gap[2]) if gap else ([], 0)
        if not gap:
            yield line
    yield from _unfolded(run, column)


def _gutter(line: Line) -> tuple[int, int, int] | None:
    """Give where the left part ends and the right part begins, and the printed column of the latter."""
    if "   " not in line.text and "\u3000\u3000\u3000" not in line.text:
        return None
    match = _GUTTER.search(line.text)
    if not match or match.start() < 4 or len(line.text) - match.end() < 4 or line.end - line.start != len(line.text):
        return None
    if line.text[match.end()] in "（(":
        return None
    return match.start(), match.end(), line.indent + _columns(line.text[: match.end()])


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def _in_column(line: Line, column: int) -> bool:
    return line.indent >= column - _SLACK or (line.indent + 2 * len(line.text) < column and not line.blank)


def _unfolded(run: list[tuple[Line, tuple[int, int, int] | None]], column: int) -> Iterator[Line]:
    if sum(gap is not None for _, gap in run) < _FEWEST:
        yield from (line for line, _ in run)
        return
    left: list[Line] = []
    right: list[Line] = []
    for line, gap in run:
        if gap:
            cut, begin, at = gap
            left.append(line._replace(end=line.start + cut, text=line.text[:cut]))
            at = max(0, at - column)
            right.append(line._replace(start=line.start + begin, text=line.text[begin:], indent=at))
        elif line.indent >= column - _SLACK:
            right.append(line._replace(indent=max(0, line.indent - column)))
        else:
            left.append(line)
    yield from left
    yield right[0]._replace(blank=True)
    yield from right[1:]
