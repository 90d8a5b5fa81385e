"""Date articles: from their own words, the issue line of the file, its other articles, never the clock."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from kg.corpus.years import own_year
from kg.dates import DateSpan, find_dates, iso

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
_YEARS_LATER = re.compile("[当同次]年(?:的|底|年底|[0-9一二三四五六七八九十]{1,2}月)|第二年")
_SENTENCE_START = "。！？；\n”’ ：:"
_DAY = re.compile(r"(?<![\d月年第至\-—])(\d{1,2})日(?!报|电|讯|[前后起])")
_BROADCAST_REACH = 10
"""How many days before a broadcast its news may have happened."""
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
    own = [event and own_year(text, end, event.span) for (text, end), event in zip(texts, events, strict=True)]
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
    """Give the date of what an article tells of, from its lead or its last lines; else that of its header or report."""
    reach = _lead_end(text, title_end)
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
            return Event(_happened(text, _with_year(span, printed), span.end), False)
    return vague


def _lead_end(text: str, title_end: int) -> int:
    """Give where the paragraphs end in which the date of an article may stand."""
    reach = title_end
    for _ in range(_LEAD_PARAGRAPHS + 1):
        reach = text.find("\n", reach + 1)
        reach = len(text) if reach < 0 else reach
    return reach


def _happened(text: str, told: DateSpan, end: int) -> DateSpan:
    """Give the day of an event: the date told, or the day before where 昨天 stands behind the dateline ending there."""
    dateline = _DATELINE_END.match(text, end)
    return _day_before(told) if dateline and _YESTERDAY.match(text, dateline.end()) else told


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
    if span.start <= lead_end:
        return True
    return text[span.start - 1] in _SENTENCE_START and not _YEARS_LATER.search(text, span.end)


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
