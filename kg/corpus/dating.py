"""Date articles: from their own words, the issue line of the file, its other articles, never the clock."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from kg.dates import DateSpan, find_dates, iso

_YEAR = re.compile(r"((?:19|20)\d\d)(?<![〔\[\d]\d{4})年(?![底末前起至到\-—~]|以[来前]|度?\d|[一二三四五六七八九十])")
_NOT_YEAR_BEFORE = re.compile(r"(?:[到至自从于按照]|截至|截止|根据|依据|早在|[-—~])$")
_WORK_YEAR = re.compile(r"(?:做好|部署|谋划|安排|抓好|推进|开展)((?:19|20)\d\d)年|((?:19|20)\d\d)年是")
_VAGUE = re.compile(r"近日|日前|近期|不久前")
_YESTERDAY = re.compile(r"[\s　]*昨[天日]")
_DATELINE_END = re.compile(r"（?[^，。\s]{0,4}?(?:[电讯]|消息|报道)")
_NOT_EVENT_AFTER = re.compile(
    r"[前后]|起|以[前来]|至今|出生|生[，,。、]|[发公颁]布的|印发的|施行|实施|生效|出台的|通过的|的"
)
_NOT_EVENT_BEFORE = re.compile(
    r"(?:到|自|从|截至|截止|截止到|截至到|公示期[：:]|根据|依据|按照|早在|不晚于|前的|今后的)$"
)
_HEADER = re.compile(r"[^，。\n]{0,60}?(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}(?!\d))[^，。\n]{0,60}\n")
_SENTENCE_START = "。！？；\n”’ ：:"
_DAY = re.compile(r"(?<![\d月年第至\-—])(\d{1,2})日(?!报|电|讯|[前后起])")
_PLAN_MONTH = 11
"""From this month on, the year of the work that is planned may be the next one."""
_BROADCAST_REACH = 10
"""How many days before a broadcast its news may have happened."""
_NEAR = 3
"""How many days a dateline and the day it tells of may lie apart."""
_EDITION = re.compile(
    r"((?:19|20)\d\d)(?<!\d{5})(?=(?!年)[\u4e00-\u9fff]{2,24}?(?:博览会|大会|论坛|峰会|展览会|交易会|洽谈会|运动会|锦标赛))"
)
_LEAD_PARAGRAPHS = 3


class Issue(NamedTuple):
    """Hold what a running head says: its year or day, and whether that day dates every article."""

    printed: str
    broadcast: bool


class Event(NamedTuple):
    """Hold the date in a lead; `vague` if it only dates the report of what happened 日前."""

    span: DateSpan
    vague: bool


def date_articles(texts: Sequence[tuple[str, int]], issues: Sequence[Issue]) -> list[tuple[str | None, str | None]]:
    """Give date and context year of each article of one source, or None where nothing gives one.

    `texts` are the articles' texts with the end of their headlines, `issues` the issue lines of the file.
    """
    days = {issue.printed for issue in issues if issue.broadcast}
    if len(days) == 1:
        day = date.fromisoformat(days.pop())
        return [(_broadcast_date(text, end, day), str(day.year)) for text, end in texts]
    years = {issue.printed[:4] for issue in issues}
    issue_year = years.pop() if len(years) == 1 else None
    events = [_event(text, end) for text, end in texts]
    own = [_own_year(text, end, event) for (text, end), event in zip(texts, events, strict=True)]
    reported = {y for y, event in zip(own, events, strict=True) if y and event}
    shared = reported.pop() if len(reported) == 1 else None
    return [_dated(event, year or issue_year, shared) for event, year in zip(events, own, strict=True)]


def _dated(event: Event | None, year: str | None, shared: str | None) -> tuple[str | None, str | None]:
    context = year or (None if event and event.vague else shared)
    if event is None:
        return None, context
    first = event.span.first
    return (first if event.span.explicit else context + first[1:] if context else None), context


def _event(text: str, title_end: int) -> Event | None:
    reach = title_end
    for _ in range(_LEAD_PARAGRAPHS + 1):
        reach = text.find("\n", reach + 1)
        reach = len(text) if reach < 0 else reach
    header = _HEADER.match(text, title_end + 1)
    body = header.end() if header else title_end
    lead = text.find("。", body)
    vague = None
    for span in chain(find_dates(text[:reach]), _closing_date(text, reach)):
        if header and title_end < span.start < body:
            vague = Event(span, True)
        elif not _is_event(text, span, body, lead if lead > 0 else reach):
            continue
        elif _DATELINE_END.match(text, span.end) and _VAGUE.search(text, span.end, span.end + 60):
            vague = vague or Event(span, True)
        else:
            printed = vague.span.first[:4] if vague and vague.span.explicit and header else None
            told = _with_year(span, printed)
            dateline = _DATELINE_END.match(text, span.end)
            yesterday = dateline and _YESTERDAY.match(text, dateline.end())
            return Event(_day_before(told) if yesterday else told, False)
    return vague


def _day_before(span: DateSpan) -> DateSpan:
    """Give the day before a dateline's; a first of the month without a year stays as it is."""
    if span.explicit and len(span.first) == 10:
        first = (date.fromisoformat(span.first) - timedelta(days=1)).isoformat()
    elif int(span.first[-2:]) > 1:
        first = f"{span.first[:-2]}{int(span.first[-2:]) - 1:02}"
    else:
        return span
    return span._replace(first=first, last=first)


def _with_year(span: DateSpan, year: str | None) -> DateSpan:
    if span.explicit or year is None:
        return span
    return span._replace(first=year + span.first[1:], last=year + span.last[1:], explicit=True)


def _closing_date(text: str, reach: int) -> Iterator[DateSpan]:
    """Yield the date that stands alone as the last line, or the last but one."""
    tail = max(reach, text.rfind("\n", 0, max(0, len(text) - 40)))
    for span in find_dates(text[tail:]):
        start, end = span.start + tail, span.end + tail
        if span.explicit and text[start - 1 : start] in "\n（" and text[end : end + 1] in "\n）":
            yield span._replace(start=start, end=end)


def _is_event(text: str, span: DateSpan, title_end: int, lead_end: int) -> bool:
    if span.start < title_end or len(span.first) < 7 or (len(span.first) == 7 and span.explicit):
        return False
    if _NOT_EVENT_AFTER.match(text, span.end) or _NOT_EVENT_BEFORE.search(text[max(0, span.start - 6) : span.start]):
        return False
    back = max(0, span.start - 80)
    if text.rfind("《", back, span.start) > text.rfind("》", back, span.start):
        return False
    return span.start <= lead_end or text[span.start - 1] in _SENTENCE_START


def _own_year(text: str, title_end: int, event: Event | None) -> str | None:
    if event is None:
        return None
    if event.span.explicit:
        return event.span.first[:4]
    month = int(event.span.first[2:4])
    start = max(text.rfind("。", 0, event.span.start), text.rfind("\n", 0, event.span.start)) + 1
    stop = text.find("。", event.span.end)
    for area in ((start, stop if stop > 0 else len(text)), (0, title_end)):
        year = _told_year(text, area, event.span) or _of_edition(text, area)
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


def _broadcast_date(text: str, title_end: int, day: date) -> str:
    """Give the day that the lead of a broadcast item names, if it is a few days before, else the broadcast's."""
    stop = text.find("。", title_end)
    lead = text[title_end : stop if stop > 0 else len(text)]
    line = lead.find("\n", 1)
    lead = lead[:line] if line > 0 else lead
    spans = find_dates(lead, str(day.year))
    days = [(s.start, s.first) for s in spans if len(s.first) == 10 and not _NOT_EVENT_BEFORE.search(lead[: s.start])]
    for match in _DAY.finditer(lead):
        month = day if int(match[1]) <= day.day else day.replace(day=1) - timedelta(days=1)
        named = iso(str(month.year), month.month, int(match[1])) if 1 <= int(match[1]) <= 31 else None
        days += [(match.start(), named)] if named else []
    if not days and re.search(r"(?<![\d月])昨[天日]", lead):
        return (day - timedelta(days=1)).isoformat()
    near = [d for _, d in sorted(days) if 0 <= (day - date.fromisoformat(d)).days <= _BROADCAST_REACH]
    return near[0] if near else day.isoformat()
