"""Find where the name of a meeting begins, from its last word backwards."""

from __future__ import annotations

import re

from kg.nlp import lexicon
from kg.readings import Readings

HELD = (
    "召开", "举行", "举办", "主办", "承办", "出席", "参加", "主持", "召开了", "举行了", "举办了", "召开的", "举办的",
    "举行的", "列席", "祝贺", "宣布", "直播", "转播", "一场", "这场",
)  # fmt: skip
_HELD_OR_SO = (*HELD, *(word + "了" for word in HELD))
_WORD = -11.5
_DAY = re.compile(r"[\d）]日$|[上下]午$|[日近]日$|日前$|晚$")
_DAY_ENDS = frozenset("日午前晚")
_DATELINE = re.compile("(?:[电讯]|消息|报道) ?$")
"""What stands before a byline: 1月18日电|（记者 闻山）甘肃省…会议."""
_EDGE = frozenset("，。；：！？\n“”（）、（）")
_CLOSING = frozenset("”）》")


class Edges:
    """Hold the readings at which the names of a text's meetings may begin."""

    def __init__(self, readings: Readings) -> None:
        self._people = {p.end for p in readings.people}
        self._printed = {p.end for p in readings.places}
        self._venues = {p.end for p in readings.places if len(p.parts) > 1 or p.level in ("township", "village")}

    def start(self, text: str, at: int) -> int:
        """Give where the name begins whose last word begins at `at`, in code points; 例行 behind a place opens one."""
        start = self._behind_verb(text, at)
        routine = text.rfind("例行", start, at)
        return routine if routine in self._printed else start

    def _behind_verb(self, text: str, at: int) -> int:
        """Give the offset behind the last verb, comma or organiser's verb, or venue: 嘉和县平安镇|“…”启动仪式."""
        start, people = at, self._people
        while start > 0 and at - start < 45:
            before = text[start - 1]
            if text[start] == "“" and start in self._venues:
                break
            if before in _CLOSING or start in people:
                opened = _opening(text, start, named=start in people)
                if opened is not None:
                    start = opened
                    continue
            if before in _EDGE or start in people or (before == " " and _DATELINE.search(text, start - 3, start)):
                break
            if text.endswith(_HELD_OR_SO, 0, start) or (
                before in _DAY_ENDS and _DAY.search(text, max(0, start - 3), start)
            ):
                break
            if before in "在由的以向从对" and lexicon.words().get(text[start - 1 : start + 1], -99.0) < _WORD:
                break
            start -= 1
        return start


def _opening(text: str, end: int, *, named: bool) -> int | None:
    """Give where what ends at an offset begins as a part of a name: “…”, （…）, 《…》, 纪念 and a person; else None."""
    before = text[end - 1]
    if before == "”" and (opened := text.rfind("“", max(0, end - 30), end)) >= 0:
        return opened
    if before == "）" and (opened := text.rfind("（", max(0, end - 12), end)) > 0:
        return None if _DATELINE.search(text, max(0, opened - 3), opened) else opened
    if before == "》" and (opened := text.rfind("《", max(0, end - 40), end)) >= 0:
        return opened
    honoured = text.rfind("纪念", max(0, end - 14), end) if named else -1
    return honoured if honoured >= 0 else None
