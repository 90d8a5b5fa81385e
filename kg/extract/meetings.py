"""Find the meetings of an article and who organised them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Predicate, Role
from kg.readings import Agency, Link, Occasion, Readings, between
from kg.sentences import around, sentences, start_before

_ORGANISE = re.compile(
    r"，?(?:(?!次会议)[^，。；]){0,40}?(?:组织召开|组织举办|召开|举办|举行|主办|承办|组织)(?:了|的)?[^，。；]{0,14}$"
)
_SESSION = re.compile(r"第[一二三四五六七八九十\d]+次(?:全体)?会议|全体会议|[开闭]幕(?:大?会|式)")
"""What is no meeting of its own behind the one that it is a part of: 第十九次会议…举行|第一次全体会议."""
_PROMISED = re.compile(r"将[^。；\n]{2,40}，[并还]?在$")
"""What stands before a meeting at which somebody says he will do something: 他将…，并在|首次内阁会议|上讨论."""
_TAKES_PLACE = re.compile(r"(?:召开|举行|举办|参加|出席|列席)(?:了|的)?$")
_GONE_TO = re.compile("(?:出席|参加)[^，。；]{2,16}?(?:举行|举办|召开|主办)的")
_BY = re.compile(r"(?:由)(?P<who>[^，。；]{2,60}?)(?:(?:联合|共同)?(?:主办|承办|举办))")
_AND_BY = re.compile(r"[，、](?P<who>[^，。；]{2,60}?)(?:承办|联合承办|共同承办)")
_JOINED = re.compile("、|和|及|与|会同|联合|，|")


def occasions(text: str, readings: Readings) -> list[Occasion]:
    """Give the meetings of an article, each once, in the order in which they are first described."""
    spans = sentences(text)
    out: list[Occasion] = []
    for meeting in readings.meetings:
        if meeting.anaphor or _PROMISED.search(text, max(0, meeting.start - 48), meeting.start):
            continue
        sentence, known = around(spans, meeting.start), same(out, meeting.name)
        if out and _SESSION.fullmatch(meeting.name) and sentence[0] <= out[-1].start:
            continue
        if known is not None:
            if out[known].start < text.find("\n") < meeting.start:
                out[known] = Occasion(max(out[known].name, meeting.name, key=len), meeting.start, meeting.end, sentence)
            continue
        out.append(Occasion(meeting.name, meeting.start, meeting.end, sentence))
    return _prefer_body(text, out) or _unnamed(text, readings, spans)


def _unnamed(text: str, readings: Readings, spans: tuple[tuple[int, int], ...]) -> list[Occasion]:
    """Take, where no meeting is named, the first that is called what it is: 参加宣讲会, 召开座谈会."""
    for meeting in readings.meetings:
        if len(meeting.name) > 2 and _TAKES_PLACE.search(text, max(0, meeting.start - 6), meeting.start):
            return [Occasion(meeting.name, meeting.start, meeting.end, around(spans, meeting.start))]
    return []


def _prefer_body(text: str, found: list[Occasion]) -> list[Occasion]:
    """Leave out a headline's shorter name of a meeting that the body names in full."""
    head = text.find("\n")
    bodies = [o for o in found if o.start > head]
    return [o for o in found if o.start > head or not bodies] if head > 0 else found


def same(known: list[Occasion], name: str) -> int | None:
    """Give the index of the meeting that a name means, or None; 常委会 is 常务委员会."""
    name = name.replace("常委会", "常务委员会")
    for index, occasion in enumerate(known):
        if name in occasion.name or occasion.name in name or _alike(name, occasion.name):
            return index
    return None


def _alike(first: str, second: str) -> bool:
    grams = [{s[i : i + 2] for i in range(len(s) - 1)} for s in (first, second)]
    return (
        bool(grams[0] and grams[1])
        and len(grams[0] & grams[1]) / min(map(len, grams)) > 0.66
        and first[-1] == second[-1]
    )


def _others(text: str, start: int, end: int) -> bool:
    """Tell whether somebody else holds the meeting that an agency's head goes to: 出席|各界举行的|欢迎宴会."""
    return _GONE_TO.search(text, start, end) is not None


def organisers(text: str, readings: Readings, occasion: Occasion, index: int) -> Iterator[Link]:
    """Yield a link for each organiser whom the words before the name of a meeting give it."""
    run, end = _organisers(text, readings, occasion), occasion.end
    again = -1 if run else text.find(occasion.name, end)
    if again >= 0:
        run, end = _by_whom(text, readings, start_before(text, again), again), again + len(occasion.name)
    for agency in run:
        yield Link(
            ("mention", "", agency.start), Predicate.ATTENDED, ("meeting", "", index), agency.start, end,
            "organise", 0.92, role=Role.ORGANISER,
        )  # fmt: skip


def _organisers(text: str, readings: Readings, occasion: Occasion) -> list[Agency]:
    """Give who held a meeting, by the words before its name."""
    (start, _), at = occasion.sentence, occasion.start
    run = _by_whom(text, readings, start, at)
    if run or _BY.search(text, start, at):
        return run
    agencies = [a for a in between(readings.agencies, start, at) if a.end <= at and a.kind != "media"]
    run = _subjects(text, agencies, occasion)
    if not run and occasion.name.endswith("发布会"):
        run = [a for a in between(readings.agencies, at, at + 1) if a.kind != "media"][::-1]
    return run


def _by_whom(text: str, readings: Readings, start: int, at: int) -> list[Agency]:
    """Give those of whom the words up to the name of a meeting say that it was held by them: 由|甲|主办的."""
    agencies = [a for a in between(readings.agencies, start, at) if a.end <= at and a.kind != "media"]
    return [a for by in shares(text, _BY.search(text, start, at), at) for a in _behind_by(text, agencies, by)]


def shares(text: str, by: re.Match[str] | None, end: int) -> list[re.Match[str]]:
    """Give who 由 says held a meeting, and those who shared the work: 由|甲|主办，|乙|承办的."""
    found: list[re.Match[str]] = []
    while by:
        found.append(by)
        by = _AND_BY.match(text, by.end(), end)
    return found


def _behind_by(text: str, agencies: list[Agency], by: re.Match[str]) -> list[Agency]:
    """Give the agencies between 由 and 主办, the last first; those that only guide are none: 由甲指导、乙主办."""
    first, last = by.start("who"), by.end("who") + 1
    run = [a for a in agencies if first <= a.start and a.end <= last and not text.startswith("指导", a.end)]
    return run[::-1]


def _subjects(text: str, agencies: list[Agency], occasion: Occasion) -> list[Agency]:
    """Give the last agency, with those joined to it, whose verb has the meeting as its object; in their order.

    Talks are held by people: 赴欧盟总部举行|高层对话, 财政部长某某举行|经贸会谈.
    """
    end = occasion.start
    if not agencies or occasion.name.endswith(("会谈", "对话")) or _others(text, agencies[-1].end, end):
        return []
    if not _ORGANISE.fullmatch(text, agencies[-1].end, end):
        return []
    run = [agencies[-1]]
    for agency in reversed(agencies[:-1]):
        if not _JOINED.fullmatch(text, agency.end, run[-1].start):
            break
        run.append(agency)
    return run[::-1]
