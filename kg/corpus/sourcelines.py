"""Find what names the source of an article."""

from __future__ import annotations

import re

from kg.corpus.furniture import closing_source
from kg.model import Range

_DATELINE = re.compile(
    r"(?:据)?(?P<name>[\u4e00-\u9fffA-Za-z]{2,20}?)(?:网站|官网)?(?P<place>[\u4e00-\u9fff]{0,6})"
    r"(?:\d{4}年)?(?:\d{1,2}月\d{1,2}日)?(?:电|讯|消息)(?:（[^）]{1,12}）)?"
)


def find_source_line(text: str, title_end: int) -> Range | None:
    """Give the span of the source line that closes the article, or else of the dateline that opens it."""
    body = title_end + 1 if title_end else 0
    start = len(text)
    while start > body:
        stop, start = start, max(text.rfind("\n", body, start), body - 1)
        span = closing_source(text[start + 1 : stop]) if stop > start + 1 else None
        if span:
            return start + 1 + span[0], start + 1 + span[1]
        if stop - start > 60:
            break
    match = _DATELINE.match(text, body)
    if match and match["name"] != "本报":
        return match.span()
    return None
