"""Join the printed lines of a page into paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.corpus.forms import closing_source, ends_sentence, is_date_line, is_label, is_posted, is_role, is_years
from kg.corpus.lines import Line

WRAPPED = 46
"""Lines of at most so many characters may have been wrapped by the printer."""
CREDIT = 60
"""A label or a credit stands in a line shorter than that."""
REPEAT = 8
"""The shortest line that counts as printed twice by mistake."""


_ROW_INDENT = 6
_ROW = re.compile("[\u4e00-\u9fff][\u4e00-\u9fff \u3000]{1,4}(?: {2}|\u3000)[ \u3000]*[\u4e00-\u9fff]{2}")


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
        return joined(self.lines)

    @property
    def unfinished(self) -> bool:
        """Tell whether it breaks off in mid-sentence."""
        return not (self.head or self.closes or self.done or complete(self.lines[-1].text))


@dataclass(slots=True)
class Page:
    """Hold what was read so far: the paragraphs, and what stood in the midst of the last one."""

    found: list[Paragraph] = field(default_factory=list)
    aside: list[Paragraph] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    level: int = 0
    """The level of the last headline, 0 for one without a mark."""

    @property
    def fresh(self) -> bool:
        """Tell whether an article may begin here: at the start, and behind a headline or the end of another."""
        return not self.found or self.found[-1].head or self.found[-1].closes

    def add(self, paragraph: Paragraph) -> None:
        """Begin a paragraph; what was put aside comes first."""
        self.found += self.aside
        self.aside = []
        self.found.append(paragraph)


def joined(lines: list[Line]) -> str:
    """Give the text of lines without a break."""
    return "".join([line.text for line in lines])


def complete(text: str) -> bool:
    """Tell whether a line ends where a sentence, or what announces a list, does."""
    return text[-1] in "：:" or ends_sentence(text)


def add_body(page: Page, block: list[Line]) -> None:
    """Add the lines of a block to the last paragraph, or to new ones; lines printed twice are put aside."""
    width = max([len(line.text) for line in block])
    wrapped = len(block) > 2 and width <= WRAPPED
    for line in block:
        if page.fresh or _begins(page.found[-1], line, wrapped, width) or _behind_table(page.found, line):
            page.add(Paragraph([line]))
        elif line.text in page.seen:
            page.aside.append(Paragraph([line], done=True))
            continue
        else:
            page.found[-1].lines.append(line)
        if len(line.text) >= REPEAT:
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


def _is_row(line: Line) -> bool:
    """Tell whether a line is a further row of a table of members: far indented, a name, a wide gap, a post."""
    return line.indent > _ROW_INDENT and _ROW.match(line.text) is not None


def _behind_table(found: list[Paragraph], line: Line) -> bool:
    """Tell whether a line stands behind a list of posts and names: right behind one, or over a blank line."""
    reach = 3 if line.blank else 1
    return is_posted(line.text) or any(is_posted(paragraph.lines[-1].text) for paragraph in found[-reach:])


def _begins(last: Paragraph, line: Line, wrapped: bool, width: int) -> bool:
    """Tell whether a line begins a paragraph; in a wrapped block one does behind a short line."""
    before = last.lines[-1]
    if last.done or line.begins or is_date_line(line.text) or is_label(line.text):
        return True
    if is_years(line.text) or (line.blank and is_years(last.lines[0].text)):
        return True
    if is_role(line.text) or _is_row(line) or is_role(last.lines[0].text) or _is_row(last.lines[0]):
        return True
    if line.indent > before.indent + 1 or closing_source(line.text) == (0, len(line.text)):
        return True
    if not complete(before.text):
        return line.blank and is_label(before.text) and len(before.text) < CREDIT
    return line.blank or 1 < line.indent <= before.indent + 1 or not wrapped or len(before.text) < width - 3
