"""Join printed lines into paragraphs and headlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.corpus.furniture import (
    closing_source,
    ends_sentence,
    is_date_line,
    is_furniture,
    is_headline,
    is_label,
    is_lead,
)
from kg.corpus.lines import Line

WRAPPED = 46
"""Lines of at most so many characters may have been wrapped by the printer."""


@dataclass(slots=True)
class Paragraph:
    """Hold the lines of one paragraph; `head` marks a headline, `closes` the end of an article."""

    lines: list[Line]
    head: bool = False
    closes: bool = False

    @property
    def text(self) -> str:
        """Give the printed text, lines joined without a break."""
        return "".join(line.text for line in self.lines)


def read_paragraphs(lines: Iterable[Line]) -> list[Paragraph]:
    """Join lines that were broken in mid-sentence, also over blank lines and page furniture."""
    blocks = list(_blocks(line for line in lines if not is_furniture(line.text)))
    found: list[Paragraph] = []
    for i, block in enumerate(blocks):
        text = "".join(line.text for line in block)
        following = blocks[i + 1][0].text if i + 1 < len(blocks) else ""
        last = next((p for p in reversed(found) if not p.head), None)
        if _is_head(block, text, found, following):
            found.append(Paragraph(block, head=True))
        else:
            _add_body(found, block)
    return found


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if block and (line.blank or line.level or line.block or line.indent > block[-1].indent + 1 or block[-1].level):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_head(block: list[Line], text: str, found: list[Paragraph], following: str) -> bool:
    if block[0].level:
        return True
    if len(block) > 3 or block[0].block or not is_headline(text):
        return False
    if not found or found[-1].head or found[-1].closes:
        return True
    return ends_sentence(found[-1].lines[-1].text) and is_lead(following)


def _add_body(found: list[Paragraph], block: list[Line]) -> None:
    wrapped = len(block) > 2 and max(len(line.text) for line in block) <= WRAPPED
    width = max(len(line.text) for line in block)
    for line in block:
        last = found[-1] if found else None
        if last is None or last.head or last.closes or _begins(last, line, wrapped, width):
            found.append(Paragraph([line]))
        else:
            last.lines.append(line)
        tail = found[-1].lines[-1].text
        found[-1].closes = closing_source(tail) is not None or is_date_line(tail)


def _begins(last: Paragraph, line: Line, wrapped: bool, width: int) -> bool:
    before = last.lines[-1]
    if line.block or before.block or is_date_line(line.text) or is_label(line.text):
        return True
    if closing_source(line.text) == (0, len(line.text)):
        return True
    if line.indent > before.indent + 1:
        return True
    if not (ends_sentence(before.text) or before.text[-1] in "：:"):
        return False
    if line.blank or not wrapped:
        return True
    return len(before.text) < width - 3
