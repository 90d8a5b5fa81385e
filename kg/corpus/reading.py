"""Read the articles of one source."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from kg.corpus.blocks import read_paragraphs
from kg.corpus.cleaning import behind, clean
from kg.corpus.columns import unfold_columns
from kg.corpus.dating import Issue, date_articles
from kg.corpus.decoding import decode
from kg.corpus.furniture import is_broadcast, is_furniture, issue_of
from kg.corpus.lines import Line, line_starts, read_lines
from kg.corpus.markup import visible_text
from kg.corpus.sourcelines import find_source_line
from kg.corpus.splitting import Draft, split
from kg.errors import InputError
from kg.model import Article
from kg.offsets import Offsets, Range, offsets_of

_Text = tuple[str, Offsets, int]
"""An article's text, its offsets and the end of its headline."""


def read_articles(data: bytes, source: str) -> list[Article]:
    """Read the articles of a text or Markdown file: split, cleaned, dated, with their way back to the file.

    `source` is the name that the articles carry (the path relative to the input). Raises InputError for
    data that is empty, binary, in no known encoding or without an article.
    """
    raw = decode(data, source)
    seen = visible_text(raw)
    lines, issues = _without_furniture(read_lines(seen))
    drafts = split(read_paragraphs(unfold_columns(lines)))
    if not drafts:
        raise InputError("no article found", where=source, advice="the file holds no running text")
    texts = [_text(seen, draft) for draft in drafts]
    dates = date_articles([(text, end) for text, _, end in texts], issues)
    starts, digest = line_starts(raw), sha256(data).hexdigest()
    articles = []
    for index, ((text, offsets, title_end), ranges, (date, year)) in enumerate(
        zip(texts, _ranges(drafts), dates, strict=True)
    ):
        title, source_line = text[:title_end] or None, find_source_line(text, title_end)
        articles.append(
            Article(
                source=source, index=index, text=text, offsets=offsets, ranges=ranges, line_starts=starts,
                sha256=digest, title=title, title_end=title_end, date=date, year=year, source_line=source_line,
            )
        )  # fmt: skip
    return articles


def _without_furniture(lines: Iterable[Line]) -> tuple[list[Line], list[Issue]]:
    kept: list[Line] = []
    issues: list[Issue] = []
    blank = False
    for line in lines:
        issue = issue_of(line.text, line.level)
        if issue or is_furniture(line.text):
            blank = True
            if issue:
                issues.append(Issue(issue, is_broadcast(issue, line.text)))
            continue
        kept.append(line._replace(blank=True) if blank else line)
        blank = False
    return kept, issues


def _text(seen: str, draft: Draft) -> _Text:
    parts: list[str] = []
    ranges: list[Range] = []
    title_end = 0
    for lines in ([draft.head] if draft.head else []) + [p.lines for p in draft.body]:
        text, mine = clean(seen, lines, keep_spaces=lines is draft.head and bool(lines[0].level))
        if parts:
            parts.append("\n")
            ranges.append(behind(ranges))
        elif draft.head:
            title_end = len(text)
        parts.append(text)
        ranges += mine
    return "".join(parts), offsets_of(ranges), title_end


def _ranges(drafts: list[Draft]) -> list[tuple[Range, ...]]:
    """Give the raw ranges of each article, headline first; lines with nothing of another article between are one."""
    owned = sorted(
        (line.start, i) for i, d in enumerate(drafts) for part in (d.head, *(p.lines for p in d.body)) for line in part
    )
    place = {start: n for n, (start, _) in enumerate(owned)}
    return [_stretches(draft, place) for draft in drafts]


def _stretches(draft: Draft, place: dict[int, int]) -> tuple[Range, ...]:
    body = sorted((line for p in draft.body for line in p.lines), key=lambda line: line.start)
    found: list[Range] = []
    last = -2
    for line in (*draft.head, *body):
        if place[line.start] == last + 1:
            found[-1] = (found[-1][0], line.end)
        else:
            found.append((line.start, line.end))
        last = place[line.start]
    return tuple(found)
