"""Join printed lines into paragraphs and headlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.corpus.forms import (
    closing_source,
    ends_sentence,
    is_caption,
    is_credit,
    is_date_line,
    is_enumerated,
    is_headline,
    is_label,
    is_lead,
)
from kg.corpus.lines import Line

_WRAPPED = 46
"""Lines of at most so many characters may have been wrapped by the printer."""
_MOST_HEADLINES = 3
_CREDIT = 60
_REPEAT = 8
"""The shortest line that counts as printed twice by mistake."""


@dataclass(slots=True)
class Paragraph:
    """Hold the lines of one paragraph; `head` marks a headline, `closes` the end of an article."""

    lines: list[Line]
    head: bool = False
    closes: bool = False
    done: bool = False
    """True if nothing is joined to it whatever its punctuation: a caption, a sub-headline."""
    astray: bool = False
    """True for a headline in the midst of what may be its own article."""

    @property
    def text(self) -> str:
        """Give the printed text, lines joined without a break."""
        return _joined(self.lines)

    @property
    def unfinished(self) -> bool:
        """Tell whether it breaks off in mid-sentence."""
        return not (self.head or self.closes or self.done or _complete(self.lines[-1].text))


@dataclass(slots=True)
class _Page:
    """Hold what was read so far: the paragraphs, and what stood in the midst of the last one."""

    found: list[Paragraph] = field(default_factory=list)
    aside: list[Paragraph] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    level: int = 0

    def add(self, paragraph: Paragraph) -> None:
        """Begin a paragraph; what was put aside comes first."""
        self.found += self.aside
        self.aside = []
        self.found.append(paragraph)


def read_paragraphs(lines: Iterable[Line]) -> list[Paragraph]:
    """Join lines that were broken in mid-sentence, also over blank lines, captions and repeated lines."""
    blocks = list(_blocks(lines))
    page = _Page()
    for i, block in enumerate(blocks):
        following = blocks[i + 1][0] if i + 1 < len(blocks) else None
        unfinished = bool(page.found) and page.found[-1].unfinished
        if _is_head(block, page, following):
            page.add(Paragraph(block, head=True))
            page.level, page.seen = block[0].level, set()
        elif _is_astray(block, page):
            page.aside.append(Paragraph(block, done=True, astray=True))
        elif unfinished and _is_caption(block, page.found):
            page.aside.append(Paragraph(block, done=True))
        elif not unfinished and _is_subhead(block, page, following):
            page.add(Paragraph(block, done=True))
        else:
            _add_body(page, block)
    return page.found + page.aside


def _joined(lines: list[Line]) -> str:
    return "".join([line.text for line in lines])


def _complete(text: str) -> bool:
    return text[-1] in "：:" or ends_sentence(text)


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if block and (line.blank or line.begins or _parts(block[-1], line)):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _parts(before: Line, line: Line) -> bool:
    """Tell whether a new block begins with a line although no blank line stands before it."""
    if line.level or before.level or line.indent > before.indent + 1:
        return True
    if line.indent + 1 < before.indent and _complete(before.text) and is_headline(line.text):
        return True
    return (
        len(line.text) < _CREDIT and len(before.text) < _CREDIT and is_credit(line.text) and not is_date_line(line.text)
    )


def _is_head(block: list[Line], page: _Page, following: Line | None) -> bool:
    last = page.found[-1] if page.found else None
    fresh = last is None or last.head or last.closes
    if block[0].level:
        below = (page.level and block[0].level > page.level) or is_enumerated(_joined(block))
        return fresh or not below or (following is not None and is_lead(following.text))
    if len(block) > _MOST_HEADLINES or (block[0].begins and not fresh) or (following is None and not fresh):
        return False
    text = _joined(block)
    if not is_headline(text) or (page.level and not fresh):
        return False
    if last is None or last.head or last.closes:
        return True
    if (
        following is None
        or is_date_line(following.text)
        or not (following.blank or following.indent)
        or not is_lead(following.text)
    ):
        return False
    return not last.unfinished or (block[0].blank and "，" not in text)


def _is_astray(block: list[Line], page: _Page) -> bool:
    """Tell whether a block of two lines, the second behind a dash, is a headline in the midst of a page."""
    if len(block) != 2 or not page.found or not block[0].blank or page.level:
        return False
    return block[1].text.startswith(("——", "--", "──")) and is_headline(block[0].text)


def _is_caption(block: list[Line], found: list[Paragraph]) -> bool:
    text = _joined(block)
    if not block[0].blank or len(text) > 120 or len(text) < _REPEAT:
        return False
    if is_caption(text):
        return True
    if ends_sentence(text):
        return False
    lead = next((p.text for p in _article(found)), "")
    pairs = {text[i : i + 2] for i in range(len(text) - 1)}
    return sum(pair in lead for pair in pairs) > 0.8 * len(pairs)


def _article(found: list[Paragraph]) -> Iterator[Paragraph]:
    for i in range(len(found) - 1, max(-1, len(found) - 40), -1):
        if found[i].head:
            yield from found[i + 1 : i + 2]


def _is_subhead(block: list[Line], page: _Page, following: Line | None) -> bool:
    if not page.found or page.found[-1].closes:
        return False
    if block[0].level:
        return True
    text = block[0].text
    if len(block) == 1 and is_credit(text) and not is_date_line(text):
        return page.found[-1].head or closing_source(text) is None
    if len(block) > 1 or not block[0].blank or following is None or not following.blank:
        return False
    return is_caption(text) or (len(text) < 26 and len(following.text) > _WRAPPED and is_headline(text))


def _add_body(page: _Page, block: list[Line]) -> None:
    width = max([len(line.text) for line in block])
    wrapped = len(block) > 2 and width <= _WRAPPED
    for line in block:
        last = page.found[-1] if page.found else None
        if last is None or last.head or last.closes or _begins(last, line, wrapped, width):
            page.add(Paragraph([line]))
        elif line.text in page.seen:
            page.aside.append(Paragraph([line], done=True))
            continue
        else:
            last.lines.append(line)
        if len(line.text) >= _REPEAT:
            page.seen.add(line.text)
        page.found[-1].closes = _closes(page.found, line.text)


def _closes(found: list[Paragraph], text: str) -> bool:
    """Tell whether an article ends with a line: not where the line stands right under the headline."""
    span = closing_source(text)
    whole = span == (0, len(text)) or (span is None and is_date_line(text))
    if span is None and not whole:
        return False
    under = len(found) > 1 and (found[-2].head or (found[-2].done and len(found) > 2 and found[-3].head))
    return not (whole and under and len(found[-1].lines) == 1)


def _begins(last: Paragraph, line: Line, wrapped: bool, width: int) -> bool:
    before = last.lines[-1]
    if last.done or line.begins or is_date_line(line.text) or is_label(line.text):
        return True
    if line.indent > before.indent + 1 or closing_source(line.text) == (0, len(line.text)):
        return True
    if not _complete(before.text):
        return line.blank and is_label(before.text) and len(before.text) < _CREDIT
    return line.blank or 1 < line.indent <= before.indent + 1 or not wrapped or len(before.text) < width - 3
