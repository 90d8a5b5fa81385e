"""Date articles after the rules of the guidelines: from the article, the issue line, its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.dates import DateSpan, find_dates

_YEAR = re.compile(r"(?<![〔\[（(\d])((?:19|20)\d\d)年")
_NOT_YEAR_BEFORE = re.compile(r"(?:到|至|自|从|截至|截止|于|[-—~])$")
_NOT_YEAR_AFTER = re.compile(r"[底末前起]|以[来前]|[至到\-—~]|\d|年?度?[1-9一二三四五六七八九十]")
_VAGUE = re.compile(r"近日|日前|近期")
_DATELINE_END = re.compile(r"[电讯]|消息|\d*日?报道")
_NOT_EVENT_AFTER = re.compile(r"前|起|以前|以来|至今|出生|生[，,]")
_NOT_EVENT_BEFORE = re.compile(r"(?:到|自|从|截至|截止|截止到|截至到|公示期[：:])$")


def date_articles(texts: Sequence[tuple[str, int]], issue_lines: Sequence[str]) -> list[tuple[str | None, str | None]]:
    """Give date and context year of each article of one source, or None where the text gives none.

    `texts` are the articles' texts with the end of their headlines, `issue_lines` the running heads.
    """
    issue = _issue_year(issue_lines)
    events = [_event(text, end) for text, end in texts]
    own = [_own_year(text, end, event) for (text, end), event in zip(texts, events, strict=True)]
    found = []
    for event, year in zip(events, own, strict=True):
        others = {y for y, e in zip(own, events, strict=True) if y and e}
        context = year or issue or (min(others) if len(others) == 1 and not (event and event[1]) else None)
        found.append((_complete(event, context), context))
    return found


def _issue_year(lines: Sequence[str]) -> str | None:
    years = {m[0] for line in lines for m in re.findall(r"((19|20)\d\d) ?年", line)}
    return min(years) if len(years) == 1 else None


def _event(text: str, title_end: int) -> tuple[DateSpan, bool] | None:
    vague = None
    for span in find_dates(text):
        if span.start < title_end or _NOT_EVENT_AFTER.match(text, span.end) or _NOT_EVENT_BEFORE.search(text[: span.start][-6:]):
            continue
        if len(span.first.removeprefix("--")) < 5 and not span.explicit:
            continue
        if span.explicit and len(span.first) < 10:
            continue
        dateline = _DATELINE_END.match(text, span.end) is not None
        if dateline and _VAGUE.search(text, span.end, span.end + 60):
            vague = vague or (span, True)
            continue
        return span, False
    return vague


def _own_year(text: str, title_end: int, event: tuple[DateSpan, bool] | None) -> str | None:
    if event and event[0].explicit:
        return event[0].first[:4]
    lead_end = text.find("。", title_end)
    areas = [(0, title_end), (title_end, lead_end if lead_end > 0 else len(text))]
    if event:
        start = max(text.rfind(c, 0, event[0].start) for c in "。\n")
        stop = text.find("。", event[0].end)
        areas.append((start + 1, stop if stop > 0 else len(text)))
    for start, stop in areas:
        years = {m[1] for m in _YEAR.finditer(text, start, stop) if _is_context(text, m)}
        if len(years) == 1:
            return years.pop()
    return None


def _is_context(text: str, match: re.Match[str]) -> bool:
    return not (_NOT_YEAR_BEFORE.search(text[: match.start()][-4:]) or _NOT_YEAR_AFTER.match(text, match.end()))


def _complete(event: tuple[DateSpan, bool] | None, year: str | None) -> str | None:
    if event is None:
        return None
    return event[0].first if event[0].explicit else year + event[0].first[1:] if year else None
