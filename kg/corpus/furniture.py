"""Tell page furniture, issue lines and contents lists by their form alone."""

from __future__ import annotations

import re

from kg.corpus.forms import closing_source
from kg.dates import iso

_FURNITURE = re.compile(
    r"[—–\-－·•.\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[—–\-－·•.\s]*(?:共\s*\d+\s*页)?"  # — 3 —, 第3页
    r"|[\W_]{1,3}"  # a lone quotation mark
    r"|[-=*_—~·]{3,}"
    r"|(?:查看|阅读|点击)?(?:原文|全文|更多)(?:链接)?[>》]*"
    r"|https?://[^\s\u3000-\u9fff]+"
    r"|[(（]?更新时间戳?[:：].{0,40}"
    r"|[(（](?:完|下转.{1,10}|上接.{1,10}|紧接.{1,10})[)）]"
    r"|(?:[^\s\d、，][ \u3000]+){3,}[^\s\d、，]"  # 民 政 工 作 简 报
)
_ISSUE = re.compile(
    r"((?:19|20)\d\d)\s*年\s*(?:\d{1,2}\s*月\s*)?(?:第\s*[\d一二三四五六七八九十]+\s*[期号]|总第\s*\d+\s*期|(?<=月)\s*[号刊])"
)
_ISSUE_FIRST = re.compile(
    r"第\s*[\d一二三四五六七八九十]+\s*期\s*(?:[（(]总第\s*\d+\s*期[)）])?\s*((?:19|20)\d\d)\s*年(?:\s*\d{1,2}\s*月)?"
)
_DAILY = re.compile(
    r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日.{0,36}(?:星期[一二三四五六日天]|第\s*\d+\s*版|(?:责任|版面)编辑)"
)
_DATED = re.compile(r"[\u4e00-\u9fff]{2,12}[ \u3000]{3,}((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$")
"""The name of a page with its day: 环球观察　　　2023年10月21日."""
_STAMPED = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)")
_RUNNING_ON = re.compile(r"[，。；：、“”]|[\u4e00-\u9fff]{21}")
_AFTER_ISSUE = re.compile(
    r"[\s\W\d总第期号月日版页]*(?:星期.)?[\s\W\d总第期号月日版页]*"
    r"(?:[ \u3000]{3,}[\u4e00-\u9fff]{2,8})?$"  # the section's name
)
_LONGEST = 60


def is_furniture(text: str) -> bool:
    """Tell whether a line is a page number, rule, link, lone mark or spaced-out name of a paper."""
    if len(text) > _LONGEST:
        return text.startswith("http") and _FURNITURE.fullmatch(text) is not None
    return _FURNITURE.fullmatch(text) is not None


def issue_of(text: str, level: int = 0) -> str | None:
    """Give year or day of the issue that a running head names, or None if the line is none.

    社区工作 2024年第8期 gives the year, 2023年11月8日 星期三 the day, and so does a heading with 20231108.
    """
    if len(text) > _LONGEST or "。" in text or not ("年" in text or level or "《" in text):
        return None
    if closing_source(text):
        return None
    if match := _ISSUE.search(text) or _ISSUE_FIRST.search(text):
        rest = text[: match.start()]
        running = _RUNNING_ON.search(rest) or not _AFTER_ISSUE.match(text, match.end())
        return None if running and not level else match[1]
    if "，" in text:
        return None
    match = _DAILY.search(text) or _DATED.fullmatch(text) or (_STAMPED.search(text) if level else None)
    return iso(match[1], int(match[2]), int(match[3])) if match else None


def is_broadcast(issue: str, text: str) -> bool:
    """Tell whether an issue line dates all that follows to the day, as the heading of a broadcast does."""
    return len(issue) == 10 and _STAMPED.search(text) is not None
