"""Find the year of a date that is printed without one, in the words of its article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.dates import DateSpan, find_dates

_YEAR = re.compile(
    r"((?:19|20)\d\d)(?<![〔\[\d]\d{4})年(?![底末前起至到\-—~]|以[来前]|同期|相比|水平|度?\d|[一二三四五六七八九十])"
)
_NOT_YEAR_BEFORE = re.compile(r"(?:[到至自从于按照较比与]|截至|截止|根据|依据|早在|[-—~])$")
_WORK_YEAR = re.compile(r"(?:做好|部署|谋划|安排|抓好|推进|开展)((?:19|20)\d\d)年|((?:19|20)\d\d)年是")
_PLAN_MONTH = 11
"""From this month on, the year of the work that is planned may be the next one."""
_NEAR = 3
"""How many days a dateline and the day it tells of may lie apart."""
_EDITION = re.compile(
    r"((?:19|20)\d\d)(?<!\d{5})(?=(?!年)[\u4e00-\u9fff]{2,24}?(?:博览会|大会|论坛|峰会|展览会|交易会|洽谈会|运动会|锦标赛))"
)


def own_year(text: str, title_end: int, span: DateSpan) -> str | None:
    """Give the year that an article's own words give the date of its event, or None.

    `title_end` is where its headline ends, in code points of its text.
    """
    if span.explicit:
        return span.first[:4]
    month = int(span.first[2:4])
    start = max(text.rfind("。", 0, span.start), text.rfind("\n", 0, span.start)) + 1
    stop = text.find("。", span.end)
    for area in ((start, stop if stop > 0 else len(text)), (0, title_end)):
        year = _told_year(text, area, span) or _of_edition(text, area)
        if year:
            return year
        year = _one_year([m for m in _YEAR.finditer(text, *area) if _is_context(text, m)], month, text)
        if year:
            return year
    if month >= _PLAN_MONTH:
        return None
    years = {m[1] or m[2] for m in _WORK_YEAR.finditer(text, title_end)}
    return years.pop() if len(years) == 1 else None


def _told_year(text: str, area: tuple[int, int], span: DateSpan) -> str | None:
    """Give the year of a date in full beside a dateline without one: 7月21日电 2024年7月20日，…."""
    near = [s.first for s in find_dates(text[slice(*area)]) if s.explicit and s.first[4:7] == span.first[1:4]]
    years = {first[:4] for first in near if abs(int(first[8:10] or 0) - int(span.first[-2:])) <= _NEAR}
    return years.pop() if len(years) == 1 else None


def _of_edition(text: str, area: tuple[int, int]) -> str | None:
    """Give the year in the name of a fair or forum that opens: 2024中国…博览会."""
    years = {match[1] for match in _EDITION.finditer(text, *area)}
    return years.pop() if len(years) == 1 else None


def _one_year(found: Sequence[re.Match[str]], month: int, text: str) -> str | None:
    years = sorted({m[1] for m in found})
    if len(years) == 1:
        planned = all(_WORK_YEAR.match(text, m.start() - 2) for m in found)
        return None if planned and month >= _PLAN_MONTH else years[0]
    if len(years) == 2 and int(years[1]) - int(years[0]) == 1:
        return years[0] if month >= _PLAN_MONTH else years[1] if month <= 4 else None
    return None


def _is_context(text: str, match: re.Match[str]) -> bool:
    return not _NOT_YEAR_BEFORE.search(text[max(0, match.start() - 4) : match.start()])
