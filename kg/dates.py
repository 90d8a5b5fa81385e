"""Read dates and years written in Chinese text.

Standard library only and no clock: a month and day without a year stay without one unless the caller
gives a year. ISO strings are days (2023-04-08), months (2023-04) or years (2023); without a year they are
the truncated forms of ISO 8601, `--04-08` and `--04`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple


class DateSpan(NamedTuple):
    """Hold a date or period found in a text: offsets, first and last day (equal for a single day)."""

    start: int
    end: int
    first: str
    last: str
    explicit: bool
    """True if the text itself gives the year."""


_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
_TO = r"(?:至|到|—+|–|-|－|~|～)"
_DATE = re.compile(
    rf"(?:(?<!\d)(?P<y>\d{{4}}|[〇○零一二三四五六七八九]{{4}})年)?(?<![\d])(?P<m>{_MONTH})月"
    rf"(?:(?P<d>{_DAY})[日号]?(?<=[\d日号])(?:{_TO}(?:(?:(?P<y2>\d{{4}})年)?(?P<m2>{_MONTH})月)?(?P<d2>{_DAY})[日号])?)?"
    r"|(?<!\d)(?P<iy>(?:19|20)\d\d)(?P<sep>[-/.])(?P<im>0?[1-9]|1[0-2])(?P=sep)(?P<id>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_SIGN = re.compile(r"[\d一二三四五六七八九十](?:月|(?<=\d)[-/.]\d)")
_REACH = 8
"""How far before its 月, in characters, a date can begin."""
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}


def find_dates(text: str, year: str | None = None) -> Iterator[DateSpan]:
    """Yield the dates of a text in order, with `year` for those that print none.

    Takes cleaned text (no stray spaces); gives months (2023年4月), days and periods of days. A day that the
    calendar doesn't have is left out.
    """
    last = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < last:
            continue
        match = _DATE.search(text, max(last, sign.start() - _REACH), sign.end() + 4 * _REACH)
        if match and match.start() <= sign.start():
            last = match.end()
            span = _iso_date(match) if match["iy"] else _chinese_date(match, year)
            if span:
                yield span


def number(text: str) -> int:
    """Give the value of a number below 100, or of four year digits, in Arabic or Chinese digits."""
    if text.isascii():
        return int(text)
    if "十" not in text:
        return int("".join(str(_DIGITS[c]) for c in text))
    tens, ones = text.split("十")
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)


def iso(year: str | None, month: int | None = None, day: int | None = None) -> str | None:
    """Give the ISO string of a day, month or year, or None if the calendar has no such day."""
    if month is None:
        return year
    head = f"{year}-{month:02}" if year else f"--{month:02}"
    if day is None:
        return head
    return f"{head}-{day:02}" if 1 <= day <= monthrange(int(year or 2000), month)[1] else None


def _iso_date(match: re.Match[str]) -> DateSpan | None:
    day = iso(match["iy"], int(match["im"]), int(match["id"]))
    return DateSpan(match.start(), match.end(), day, day, True) if day else None


def _chinese_date(match: re.Match[str], year: str | None) -> DateSpan | None:
    printed = f"{number(match['y']):04}" if match["y"] else None
    month = number(match["m"])
    first = iso(printed or year, month, number(match["d"]) if match["d"] else None)
    if first is None:
        return None
    last = first
    if match["d2"]:
        end_month = number(match["m2"]) if match["m2"] else month
        last = iso(match["y2"] or printed or year, end_month, number(match["d2"])) or first
    return DateSpan(match.start(), match.end(), first, last, printed is not None)
