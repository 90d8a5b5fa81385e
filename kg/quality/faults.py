"""Show misses and false hits in their sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.offsets import Range
from kg.quality.tally import Fault, Scores

_END = re.compile(r"[。！？!?\n]")
_REACH = 80
"""The most characters that are shown on either side."""


def faults(scores: Scores, texts: Mapping[str, str], *, limit: int) -> Iterator[str]:
    """Give a line for each of up to `limit` misses and `limit` false hits of each kind.

    `texts` holds the decoded text of each source by the name of its file; what the line is about stands in 【】.
    """
    for kind, tally in scores.tallies.items():
        for name, rows in (("missed", tally.missed), ("extra", tally.extra)):
            for fault in rows[:limit]:
                yield f"{name} {kind} {fault.key} {_place(fault, kind)}: {_item(fault, texts)}"


def sentence(text: str, shown: Range) -> str:
    """Give the sentence around a range on one line, without white space, the range in 【】."""
    start, end = shown
    ends = [match.end() for match in _END.finditer(text, max(0, start - _REACH), start)]
    first = ends[-1] if ends else max(0, start - _REACH)
    stop = _END.search(text, end, end + _REACH)
    last = stop.end() if stop else min(len(text), end + _REACH)
    return re.sub(r"\s", "", f"{text[first:start]}【{text[start:end]}】{text[end:last]}")


def _place(fault: Fault, kind: str) -> str:
    return fault.source if kind == "mention" else f"{fault.source}#{fault.article + 1}"


def _item(fault: Fault, texts: Mapping[str, str]) -> str:
    said = " ".join(str(part) for part in fault.item)
    text = texts.get(fault.source)
    if fault.range is None or text is None:
        return said
    return f"{said}  {sentence(text, fault.range)}"
