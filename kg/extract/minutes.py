"""Read who came to a meeting from lists of names: minutes (主持：…。出席：…) and lists that go on over lines."""

from __future__ import annotations

import re

from kg.model import Role

_PRESENT = re.compile(
    r"(?:出席|参加|列席|参会|与会)(?:[^，。；：]{0,12}的)?[^，。；：]{0,6}?(?:还有|主要有|有|人员|领导|单位)?："
    r"|(?:出席|参加|列席)[^，。；：]{0,12}的(?:还有|主要有|有)"
)
"""What opens a list of those present, which may go on over the lines behind it: 列席：, 参加开班式的还有：."""
_CHAIRED = re.compile("(?:会议)?主持人?：[^，。；：]{2,24}(?:[。；]|$)")


class Minutes:
    """Follow whether the sentences of an article stand in a list of those present."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._listing = False

    def role(self, start: int, end: int, *, named: bool) -> Role | None:
        """Give the role of all whom a sentence names, None if it is none of a list; sentences are asked in order.

        `start` and `end` are code points; `named` tells whether the sentence names anybody.
        """
        goes_on = self._listing and named and self._text[end - 1] not in "。！？”"
        self._listing = goes_on or _PRESENT.match(self._text, start, end) is not None
        if self._listing:
            return Role.ATTENDEE
        return Role.HOST if _CHAIRED.match(self._text, start, end) else None
