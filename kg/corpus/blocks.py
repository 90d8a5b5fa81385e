"""Cut lines into blocks, and read each as a headline, a caption, a sub-headline or lines of a body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from kg.corpus.forms import (
    closing_source,
    ends_sentence,
    is_caption,
    is_credit,
    is_date_line,
    is_enumerated,
    is_headline,
    is_lead,
)
from kg.corpus.lines import Line
from kg.corpus.paragraphs import CREDIT, REPEAT, WRAPPED, Page, Paragraph, add_body, complete, joined

_MOST_HEADLINES = 3


def read_paragraphs(lines: Iterable[Line]) -> list[Paragraph]:
    """Join lines that were broken in mid-sentence, also over blank lines, captions and repeated lines."""
    blocks = list(_blocks(lines))
    page = Page()
    for block, after in zip_longest(blocks, blocks[1:]):
        _read(page, block, after[0] if after else None)
    return page.found + page.aside


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
    if line.indent + 1 < before.indent and complete(before.text) and is_headline(line.text):
        return True
    return (
        len(line.text) < CREDIT and len(before.text) < CREDIT and is_credit(line.text) and not is_date_line(line.text)
    )


def _read(page: Page, block: list[Line], following: Line | None) -> None:
    """Add a block to what was read so far; the line that follows it tells, too, what it is."""
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
        add_body(page, block)


def _is_head(block: list[Line], page: Page, following: Line | None) -> bool:
    """Tell whether a block is a headline; where no article has ended, its form and what follows must say so."""
    if block[0].level:
        below = (page.level and block[0].level > page.level) or is_enumerated(joined(block))
        return page.fresh or not below or (following is not None and is_lead(following.text))
    if len(block) > _MOST_HEADLINES or not (page.fresh or _may_part(block, page, following)):
        return False
    text = joined(block)
    if not is_headline(text):
        return False
    return page.fresh or not page.found[-1].unfinished or (block[0].blank and "，" not in text)


def _may_part(block: list[Line], page: Page, following: Line | None) -> bool:
    """Tell whether a headline without a mark may stand between two articles: a lead follows it."""
    if block[0].begins or page.level or following is None or not (following.blank or following.indent):
        return False
    return not is_date_line(following.text) and is_lead(following.text)


def _is_astray(block: list[Line], page: Page) -> bool:
    """Tell whether a block of two lines, the second behind a dash, is a headline in the midst of a page."""
    if len(block) != 2 or not page.found or not block[0].blank or page.level:
        return False
    return block[1].text.startswith(("——", "--", "──")) and is_headline(block[0].text)


def _is_caption(block: list[Line], found: list[Paragraph]) -> bool:
    text = joined(block)
    if not block[0].blank or len(text) > 120 or len(text) < REPEAT:
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


def _is_subhead(block: list[Line], page: Page, following: Line | None) -> bool:
    if not page.found or page.found[-1].closes:
        return False
    if block[0].level:
        return True
    text = block[0].text
    if len(block) == 1 and is_credit(text) and not is_date_line(text):
        return page.found[-1].head or closing_source(text) is None
    if len(block) > 1 or not block[0].blank or following is None or not following.blank:
        return False
    return is_caption(text) or (len(text) < 26 and len(following.text) > WRAPPED and is_headline(text))
