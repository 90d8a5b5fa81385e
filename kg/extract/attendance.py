"""Find who chaired the meetings of an article, who spoke there and who came."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from kg.extract.meetings import organisers, same
from kg.extract.roles import agency_role, roles
from kg.model import Predicate, Role
from kg.readings import Agency, Ground, Link, Meeting, Occasion, Person, Readings, between
from kg.sentences import sentences

_HELD_BY = re.compile(
    r"(?:会议|大会|活动|仪式|论坛|培训班|演练|会)由(?P<who>[^。；]{2,60}?)(?:联合|共同)?(?:主办|举办|承办)"
)
_DATELINE = re.compile(r"(?:消息|讯|[^，。]{0,12}日电|报道)")
_BARE = re.compile(
    r"(?:出席|参加|列席|到会|与会|参会|在座|送别)(?:了|并|[，。；、]|$|会见|会谈|座谈|活动|祝贺|上述|[一-龥]{0,4}(?:会议|仪式|大会))"
    r"|(?:主席台|前排)就[座坐]"
)
"""Presence without another object: 出席并讲话; behind 出席 with a name of its own nothing is said of this meeting."""
_THERE = re.compile(
    r"作了?(?:题为《[^》]*》的)?[^，。]{0,6}(?:发言|说明|报告|演讲)|(?:先后|分别)发言|解读|介绍有关情况"
    r"|主持|揭牌|签约|见证|致辞|总结讲话|并讲话"
)
_ELSEWHERE = re.compile(r"(?:总书记|主席|总理)|[^，。]{0,4}[\d]+日|当天|在接受|近日|日前|(?:发|撰)文")
"""What is said of a person who is quoted, or who speaks at another time and place."""
_OTHER_TIME = re.compile(
    r"[\s　]*(?:次日|翌日|第二天|会前|会后|当天[上下]午|当日[上下]午|当天晚上|仪式前|活动前|会见后)"
)
_DIGEST = re.compile(r"快讯|简讯|要闻|集锦|一览")
_ASKED = re.compile("记者会|庆典")
"""What speakers named in other paragraphs need not have been at."""
_WATCHED = re.compile("就职|葬礼|国葬|阅兵|节$|展$")
"""What guests watch, who say what they say elsewhere."""
_CEREMONY = re.compile(r"仪式|典礼|班$|活动|”$")
_TOLD = re.compile(r"[^。；]{0,8}?(?:说|介绍|告诉|坦言|感慨)(?!了)")
"""What reporters are told at a ceremony, or later; at a meeting it is said there."""
_CALLED = re.compile(r"(?:参加|陪同)会[见谈晤]")
_ALL = re.compile("(?:参加|出席)了?(?:上述|以上)(?:活动|会[见谈晤])")
_ENCOUNTER = re.compile(r"会见|会谈|会晤")


_OVER = 1 << 60
_At = TypeVar("_At", Agency, Meeting, Person)


@dataclass(frozen=True, slots=True)
class _Titles:
    """Hold where titles begin, and where those stand that hold the name of their organ."""

    starts: frozenset[int]
    ranks: frozenset[int]


@dataclass(slots=True)
class _Scene:
    """Hold what the sentences before said: the meeting they speak of, and who is known to be at which."""

    found: list[Occasion]
    topical: bool
    head: int
    """Where the headline ends."""
    current: int = 0
    here: dict[int, set[str]] = field(default_factory=dict)

    @property
    def met(self) -> bool:
        """Tell whether the sentences speak of an encounter: 会见."""
        return _ENCOUNTER.search(self.found[self.current].name) is not None

    def ahead(self, start: int, end: int) -> bool:
        """Tell whether the meeting is named only behind a sentence of the body: nobody can be said to be there yet."""
        return start > self.head and self.found[self.current].start >= end

    def encounter(self, behind: str, start: int) -> int | None:
        """Give the last encounter before a sentence that says who 参加会见, where another meeting was named since."""
        if self.met or not _CALLED.search(behind):
            return None
        known = (i for i, occasion in enumerate(self.found) if occasion.start < start)
        return next((i for i in reversed(list(known)) if _ENCOUNTER.search(self.found[i].name)), None)

    def meant(self, behind: str, start: int) -> list[int]:
        """Give the meetings that a sentence means by its words behind a name: 参加上述活动 means all named so far."""
        if not _ALL.search(behind):
            return [self.current]
        return [index for index, occasion in enumerate(self.found) if occasion.start < start]


def attendance(text: str, readings: Readings, found: list[Occasion]) -> Iterator[Link]:
    """Yield an attended link for every role that the text gives a person or an agency at one of the meetings."""
    if not found:
        return
    for index, occasion in enumerate(found):
        yield from organisers(text, readings, occasion, index)
    scene = _Scene(found, _topical(text, found), max(0, text.find("\n")))
    for index, occasion in enumerate(found):
        if _ENCOUNTER.search(occasion.name):
            scene.here[index] = {p.name for p in between(readings.people, occasion.start, occasion.end)}
    spans = sentences(text)
    titles = _Titles(frozenset(t.start for t in readings.titles), _ranks(readings))
    meetings, people = _parted(spans, readings.meetings), _parted(spans, readings.people)
    agencies = _parted(spans, readings.agencies)
    for index, (start, end) in enumerate(spans):
        named = _named(meetings[index], scene, start, end)
        if people[index]:
            yield from _people(text, people[index], scene, start, end, met=named)
        if agencies[index]:
            yield from _agencies(text, agencies[index], people[index], titles, scene, start, end)


def _parted(spans: tuple[tuple[int, int], ...], items: Sequence[_At]) -> list[list[_At]]:
    """Give the items that begin in each sentence."""
    out: list[list[_At]] = [[] for _ in spans]
    for item in items:
        index = bisect_right(spans, (item.start, _OVER)) - 1
        if index >= 0 and item.start < spans[index][1]:
            out[index].append(item)
    return out


def _ranks(readings: Readings) -> frozenset[int]:
    """Give the offsets inside titles that hold the name of their organ: 中共中央政治局委员."""
    return frozenset(at for t in readings.titles if t.category == "state" for at in range(t.start, t.end))


def _topical(text: str, found: list[Occasion]) -> bool:
    """Tell whether the article is about its one meeting: the headline or the lead names it, and it is no digest."""
    head = max(0, text.find("\n"))
    lead = [start for start, _ in sentences(text) if start >= head][:2]
    return len(found) == 1 and found[0].sentence[0] <= max(lead, default=0) and not _DIGEST.search(text, 0, head)


def _named(meetings: list[Meeting], scene: _Scene, start: int, end: int) -> bool:
    """Turn to the meeting that a sentence names; tell whether it names or means one at all."""
    met = False
    for meeting in meetings:
        index = None if meeting.anaphor else same(scene.found, meeting.name)
        scene.current = scene.current if index is None else index
        called = meeting.anaphor and _ENCOUNTER.fullmatch(meeting.name)
        fits = not called or scene.met
        met = met or (meeting.anaphor and fits and not scene.ahead(start, end)) or index is not None
    return met


def _people(text: str, people: list[Person], scene: _Scene, start: int, end: int, *, met: bool) -> Iterator[Link]:
    here = scene.here.setdefault(scene.current, set())
    for person in people:
        if text.startswith(("遗体", "同志遗体"), person.end):
            continue
        for role, confidence in roles(text, person, people, start, end):
            received = scene.encounter(text[person.end : end], start) if role is Role.ATTENDEE else None
            if received is not None:
                yield _link(person, received, role, confidence, end)
                continue
            if not met and not _goes_on(text, scene, person, role, start, end):
                continue
            here.add(person.name)
            for meeting in scene.meant(text[person.end : end], start):
                yield _link(person, meeting, role, confidence, end)


def _link(person: Person, meeting: int, role: Role, confidence: float, end: int) -> Link:
    who: Ground = ("person", person.name, person.start)
    last = min(end, person.end + 40)
    return Link(who, Predicate.ATTENDED, ("meeting", "", meeting), person.start, last, "attend", confidence, role=role)


def _goes_on(text: str, scene: _Scene, person: Person, role: Role, start: int, end: int) -> bool:
    """Tell whether a sentence that names no meeting goes on about the last one: its guests speak, 出席并讲话."""
    clause = text[person.end : end]
    elsewhere = _CALLED.search(clause) and not scene.met
    if elsewhere or _OTHER_TIME.match(text, start):
        return False
    if role is Role.SPEAKER and scene.met:
        return person.name in scene.found[scene.current].name
    if role is Role.SPEAKER and _WATCHED.search(scene.found[scene.current].name):
        return False
    if role is Role.SPEAKER and person.name in scene.here.get(scene.current, ()):
        return True
    if role is Role.SPEAKER and _CEREMONY.search(scene.found[scene.current].name) and _TOLD.match(clause):
        return False
    if scene.ahead(start, end):
        return False
    in_one = role is not Role.ATTENDEE and "\n" not in text[scene.found[scene.current].start : start]
    asked = role is Role.SPEAKER and _ASKED.search(scene.found[scene.current].name)
    if ((scene.topical and not asked) or in_one) and not _ELSEWHERE.match(clause):
        return True
    bare = role is Role.ATTENDEE and _BARE.search(clause) is not None
    return bare or _THERE.search(clause) is not None


def _agencies(
    text: str, found: list[Agency], people: list[Person], titles: _Titles, scene: _Scene, start: int, end: int
) -> Iterator[Link]:
    """Read the agencies of a sentence: as organisers behind 由, as speakers, as senders of nameless people."""
    agencies = [a for a in found if a.start not in titles.ranks and not _DATELINE.match(text, a.end)]
    ground: Ground = ("meeting", "", scene.current)
    by = _HELD_BY.search(text, start, end)
    for agency in agencies:
        if by and by.start("who") <= agency.start and agency.end <= by.end("who"):
            role, rule, confidence = Role.ORGANISER, "organise", 0.9
        elif not scene.ahead(start, end) and (sent := agency_role(text, agency, people, titles.starts, end)):
            role, rule, confidence = sent, "attend", 0.85
        else:
            continue
        yield Link(
            ("mention", "", agency.start), Predicate.ATTENDED, ground, agency.start, end, rule, confidence, role=role
        )
