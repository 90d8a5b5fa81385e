"""Lead from the characters of a cleaned text back to the raw file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Offsets:
    """Give the raw offset of each character of a text by index, kept as stretches that lie together in the file.

    `starts` are the offsets in the text at which a stretch begins, `shifts` say how much farther each stands in the
    raw file.
    """

    starts: tuple[int, ...]
    shifts: tuple[int, ...]
    length: int

    def __len__(self) -> int:
        return self.length

    def __iter__(self) -> Iterator[int]:
        for start, end in self.ranges(0, self.length):
            yield from range(start, end)

    def __getitem__(self, at: int) -> int:
        return at + self.shifts[bisect_right(self.starts, at) - 1]

    def raw(self, start: int, end: int) -> Range:
        """Give the raw range that runs from the first to the last character of `text[start:end]`."""
        first = bisect_right(self.starts, start)
        last = bisect_left(self.starts, end, first)
        return start + self.shifts[first - 1], end + self.shifts[last - 1]

    def ranges(self, start: int, end: int) -> list[Range]:
        """Give the raw ranges of `text[start:end]`, one for each stretch, in the order of the text."""
        first = bisect_right(self.starts, start)
        last = bisect_left(self.starts, end, first)
        found: list[Range] = []
        for at in range(first, last):
            shift, edge = self.shifts[at - 1], self.starts[at]
            found.append((start + shift, edge + shift))
            start = edge
        shift = self.shifts[last - 1]
        found.append((start + shift, end + shift))
        return found


def offsets_of(ranges: Iterable[Range]) -> Offsets:
    """Make the offsets of a text from the raw ranges of its characters, in the order of the text."""
    starts: list[int] = []
    shifts: list[int] = []
    length = 0
    for start, end in ranges:
        if not shifts or start - length != shifts[-1]:
            starts.append(length)
            shifts.append(start - length)
        length += end - start
    return Offsets(tuple(starts), tuple(shifts), length)
