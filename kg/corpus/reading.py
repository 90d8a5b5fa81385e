"""Read the articles of one source."""

from __future__ import annotations

from hashlib import sha256

from kg.corpus.cleaning import clean
from kg.corpus.dating import date_articles
from kg.corpus.decoding import decode
from kg.corpus.furniture import is_issue_line
from kg.corpus.lines import Line, line_starts, read_lines
from kg.corpus.paragraphs import Paragraph, read_paragraphs
from kg.corpus.sourcelines import find_source_line
from kg.corpus.splitting import Draft, split
from kg.errors import InputError
from kg.model import Article, Range


def read_articles(data: bytes, source: str) -> list[Article]:
    """Read the articles of a text or Markdown file: split, cleaned, dated, with their way back to the file.

    `source` is the name that the articles carry (the path relative to the input). Raises InputError for
    data that is empty, binary, in no known encoding or without an article.
    """
    raw = decode(data, source)
    starts = line_starts(raw)
    lines = list(read_lines(raw, starts))
    drafts = split(read_paragraphs(lines))
    if not drafts:
        raise InputError("no article found", where=source, advice="the file holds no running text")
    heads = [line.text for line in lines if is_issue_line(line.text)]
    texts = [_text(draft) for draft in drafts]
    dates = date_articles([(text, end) for text, _, end in texts], heads)
    digest = sha256(data).hexdigest()
    articles = []
    for index, (draft, (text, offsets, title_end), (date, year)) in enumerate(zip(drafts, texts, dates, strict=True)):
        articles.append(
            Article(
                source=source,
                index=index,
                text=text,
                offsets=tuple(offsets),
                ranges=_ranges(draft),
                line_starts=starts,
                sha256=digest,
                title=text[:title_end] or None,
                title_end=title_end,
                date=date,
                year=year,
                source_line=find_source_line(text, title_end),
            )
        )
    return articles


def _text(draft: Draft) -> tuple[str, list[int], int]:
    parts: list[str] = []
    offsets: list[int] = []
    title_end = 0
    for lines in ([draft.head] if draft.head else []) + [p.lines for p in draft.body]:
        text, mine = clean(lines, keep_spaces=lines is draft.head and bool(lines[0].level))
        if parts:
            parts.append("\n")
            offsets.append(offsets[-1] + 1)
        parts.append(text)
        offsets.extend(mine)
        title_end = title_end or (len(text) if draft.head else 0)
    return "".join(parts), offsets, title_end


def _ranges(draft: Draft) -> tuple[Range, ...]:
    body = sorted((line.start, line.end) for p in draft.body for line in p.lines)
    head = [(line.start, line.end) for line in draft.head]
    found: list[Range] = []
    for stretch in (head, body):
        if stretch:
            found.append((stretch[0][0], stretch[-1][1]))
    if len(found) == 2 and found[0][1] <= found[1][0]:
        pass
    return tuple(found)
