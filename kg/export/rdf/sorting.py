"""Sort blocks of text by key in bounded memory, the rest in temporary files."""

from __future__ import annotations

import marshal
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from types import TracebackType
from typing import IO

Block = tuple[str, int, str]
"""Key, number of triples, text."""


class SortedBlocks:
    """Hold blocks in the order of their keys, one for each key; to be used in a `with` statement.

    At most `buffer` characters are held; beyond that sorted runs go to unnamed temporary files, which each
    iteration merges. Of blocks with the same key the first in the order of their text stays, so that the
    order of coming does not matter.
    """

    def __init__(self, blocks: Iterable[Block], *, buffer: int):
        self._files = ExitStack()
        self._runs: list[IO[bytes]] = []
        self._held: list[Block] = []
        size = 0
        for block in blocks:
            self._held.append(block)
            size += len(block[0]) + len(block[2])
            if size > buffer:
                self._spill()
                size = 0
        self._held.sort()

    def _spill(self) -> None:
        self._held.sort()
        run = self._files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 (the stack closes it)
        for block in self._held:
            marshal.dump(block, run)
        self._runs.append(run)
        self._held = []

    def __enter__(self) -> SortedBlocks:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._files.close()

    def __iter__(self) -> Iterator[Block]:
        last = None
        for block in merge(*map(_read, self._runs), self._held) if self._runs else self._held:
            if block[0] != last:
                last = block[0]
                yield block


def _read(run: IO[bytes]) -> Iterator[Block]:
    run.seek(0)
    while True:
        try:
            yield marshal.load(run)
        except EOFError:
            return
