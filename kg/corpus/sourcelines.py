"""Find what names the source of an article."""

from __future__ import annotations

import re

from kg.corpus.forms import closing_source
from kg.offsets import Range

_DATELINE = re.compile(
    r"据?(?!本报|本台|本网|本刊)[\u4e00-\u9fffA-Za-z“”《》]{1,18}?(?:社|网站|网|报|台|官网|客户端|公众号|中心)[\u4e00-\u9fff]{0,6}?"
    r"(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:电|讯|消息|报道)|(?:电|讯|消息)(?=[\s：:，,（(\d]))(?:（新闻联播）)?"
)
_META = re.compile(r"(?:(?:信息|文章|稿件)?来源|稿源)[:：]\s?[^\s，。]{2,30}")
_SHORT = 60


def find_source_line(text: str, title_end: int) -> Range | None:
    """Give the span of the source line that closes the article, or else of the dateline that opens it."""
    body = title_end + 1 if title_end else 0
    return _closing(text, body) or _opening(text, body)


def _closing(text: str, body: int) -> Range | None:
    stop = len(text)
    while stop > body:
        start = max(text.rfind("\n", body, stop) + 1, body)
        span = closing_source(text[max(start, stop - 100) : stop]) if stop > start else None
        if span:
            shift = max(start, stop - 100)
            return shift + span[0], shift + span[1]
        if stop - start > _SHORT:
            return None
        stop = start - 1
    return None


def _opening(text: str, body: int) -> Range | None:
    second = text.find("\n", body, body + _SHORT) + 1
    match = _DATELINE.match(text, body) or (_DATELINE.match(text, second) if second else None)
    match = match or _META.search(text, body, body + 2 * _SHORT)
    return match.span() if match else None
