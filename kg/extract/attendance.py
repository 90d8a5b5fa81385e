"""Find who chaired the meetings of an article, who spoke there and who came."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from kg.extract.meetings import organisers, same
from kg.extract.sentences import sentences
from kg.model import Predicate, Role
from kg.readings import Agency, Ground, Link, Meeting, Occasion, Person, Readings

_SPEAK = re.compile(
    r"(?:同志|局长|书记|主席|总书记)?[^。；]{0,60}?(?:讲话|致辞|致词|发言|授课|强调|指出|要求|表示|介绍|通报|传达|宣读|宣布|作报告|[^明]说[，：:]|主题报告|宣讲)"
)
_SAY = re.compile(
    r"(?:同志|局长|书记|主席|总书记|会长)?(?:[\u4e00-\u9fff]{0,8}?)(?:指出|强调|表示|说|要求|介绍|认为|提出|通报|传达|宣布|宣读|致辞|讲话|发言|授课|作了?[^，。]{0,12}?(?:发言|讲话|报告|介绍|授课|致辞))"
)
_ATTEND = re.compile(
    r"出席|参加|列席|到会|与会|见证|签约|揭牌|陪同(?:会见|参加|出席|。|，)|参会|在座|视频[^，。]{0,6}参会|设分会场|代表[^，。]{0,8}签约|随行|在座|观摩"
)
_HOST = re.compile(r"(?:局长|书记|同志)?主持(?:了|召开)?")
_SAID = re.compile(r"指出|强调|表示|认为|说[，：]|称")
_STUDIED = re.compile(r"(?:学习|贯彻|落实|领会|围绕|传达|按照|遵循|根据|学习宣传贯彻)(?:了)?$")
_QUOTED = re.compile(
    r"(?:总书记|主席|书记|同志)?(?:关于|《|重要|在[^，。]{0,30}(?:报告|讲话|文章|时)|对[^，。]{0,20}(?:重要|讲话|指示)|亲临|亲自|十分|高度|为核心|近期)"
)
_HELD_BY = re.compile(
    r"(?:会议|大会|活动|仪式|论坛|培训班|演练|会)由(?P<who>[^。；]{2,60}?)(?:联合|共同)?(?:主办|举办|承办)"
)
_UNREAL = re.compile(r"(?:期待|希望|欢迎|邀请|应邀|祝贺|感谢)[^，。]{0,8}$")
_UNREAL_BEHIND = re.compile(r"[^，。]{0,16}?(?:会见|会谈)[^，。]{0,8}出席|[^，。]{0,4}(?:将于|将应邀|将赴|将出席|拟于)")
_DATELINE = re.compile(r"(?:消息|讯|[^，。]{0,12}日电|报道)")
_DELEGATES = re.compile(
    r"[^，。；、]{0,8}?(?:负责同志|负责人|代表|同志|人员|干部)|[^，。；、]{0,2}(?:院长|检察长|[处局厅部司科]长)"
)
"""Nameless people whom an agency sends; for 委员 and 书记 it is they who come, not the agency."""
_LISTING = re.compile(r"(?:[（(][^（）()]{1,8}[)）])?(?:、|，|,|和|及|与|以及|共同|分别)")
_BARE = re.compile(
    r"(?:出席|参加|列席|到会|与会|参会|在座)(?:了|并|[，。；、]|$|会见|会谈|活动|祝贺|上述|[一-龥]{0,4}(?:会议|仪式|大会))"
)
"""Presence without another object: 出席并讲话; behind 出席 with a name of its own nothing is said of this meeting."""
_THERE = re.compile(r"主持|揭牌|签约|见证|致辞|总结讲话|并讲话")
_ELSEWHERE = re.compile(r"(?:总书记|主席|总理)|[^，。]{0,4}[\d]+日|当天|在接受|近日|日前|(?:发|撰)文")
"""What is said of a person who is quoted, or who speaks at another time and place."""
_DIGEST = re.compile(r"快讯|简讯|要闻|集锦|一览")
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
    current: int = 0
    here: dict[int, set[str]] = field(default_factory=dict)


def attendance(text: str, readings: Readings, found: list[Occasion]) -> Iterator[Link]:
    """Yield an attended link for every role that the text gives a person or an agency at one of the meetings."""
    if not found:
        return
    for index, occasion in enumerate(found):
        yield from organisers(text, readings, occasion, index)
    scene = _Scene(found, _topical(text, found))
    for index, occasion in enumerate(found):
        if _ENCOUNTER.search(occasion.name):
            scene.here[index] = {p.name for p in readings.people if occasion.start <= p.start < occasion.end}
    spans = sentences(text)
    titles = _Titles(frozenset(t.start for t in readings.titles), _ranks(readings))
    meetings, people = _parted(spans, readings.meetings), _parted(spans, readings.people)
    agencies = _parted(spans, readings.agencies)
    for index, (start, end) in enumerate(spans):
        named = _named(meetings[index], scene)
        yield from _people(text, people[index], scene, start, end, met=named)
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


def _named(meetings: list[Meeting], scene: _Scene) -> bool:
    """Turn to the meeting that a sentence names; tell whether it names or means one at all."""
    met = False
    for meeting in meetings:
        index = None if meeting.anaphor else same(scene.found, meeting.name)
        scene.current = scene.current if index is None else index
        met = met or meeting.anaphor or index is not None
    return met


def _people(text: str, people: list[Person], scene: _Scene, start: int, end: int, *, met: bool) -> Iterator[Link]:
    here = scene.here.setdefault(scene.current, set())
    for person in people:
        for role, confidence in _roles(text, person, people, start, end):
            if not met and not _goes_on(text, scene, person, role, end):
                continue
            here.add(person.name)
            yield Link(
                ("person", person.name, person.start), Predicate.ATTENDED, ("meeting", "", scene.current),
                person.start, min(end, person.end + 40), "attend", confidence, role=role,
            )  # fmt: skip


def _goes_on(text: str, scene: _Scene, person: Person, role: Role, end: int) -> bool:
    """Tell whether a sentence that names no meeting goes on about the last one: its guests speak, 出席并讲话."""
    clause = text[person.end : end]
    if role is Role.SPEAKER and person.name in scene.here.get(scene.current, ()):
        return True
    if scene.topical and not _ELSEWHERE.match(clause):
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
        elif sent := _agency_role(text, agency, people, titles.starts, end):
            role, rule, confidence = sent, "attend", 0.85
        else:
            continue
        yield Link(
            ("mention", "", agency.start), Predicate.ATTENDED, ground, agency.start, end, rule, confidence, role=role
        )


def _roles(text: str, person: Person, people: list[Person], start: int, end: int) -> Iterator[tuple[Role, float]]:
    """Give the roles of a person in a sentence, read from the clause behind the name or behind the list it is in."""
    behind = text[person.end : end]
    if _UNREAL.search(text, max(start, person.start - 12), person.start) or _UNREAL_BEHIND.match(behind):
        return
    if _STUDIED.search(text, start, person.start) or _QUOTED.match(behind) or behind.startswith("的"):
        return
    later = [p.start for p in people if p.start > person.start]
    own = text[person.end : later[0]] if later else behind
    clause = re.split(r"[。；]", behind)[0]
    if _HOST.match(own) or (
        re.search(r"由[^，。；]{0,60}$", text[start : person.start]) and re.match(r"(?:局长|书记|同志)?主持", behind)
    ):
        yield Role.HOST, 0.9
    if _listed(own) or not later:
        verb = _verb_clause(clause)
        if verb and not _HOST.match(verb):
            if _ATTEND.search(_SAID.split(verb)[0]):
                yield Role.ATTENDEE, 0.9
            if _SAY.match(verb) or (re.search(r"出席[^，。]{0,20}并|，并|见证", verb) and _SPEAK.match(verb)):
                yield Role.SPEAKER, 0.9
        elif verb and re.search(r"主持[^，。]{0,12}并(?:讲话|致辞)", verb):
            yield Role.SPEAKER, 0.9
    elif later:
        if _ATTEND.search(_SAID.split(own)[0]):
            yield Role.ATTENDEE, 0.88
        if _SAY.match(own) or re.search(r"出席[^，。]{0,20}并(?:讲话|致辞)", own):
            yield Role.SPEAKER, 0.88


def _listed(own: str) -> bool:
    return bool(_LISTING.match(own)) and not re.match(r"，(?:并|要|必须|就|从)", own) and not _ATTEND.search(own[:12])


def _verb_clause(clause: str) -> str:
    """Give the words from the verb on that a list of people shares."""
    match = re.search(
        r"(?:分别|共同|先后|一同|一起|代表各方|到会|出席|参加|列席|见证|陪同|在座|观摩|主持|揭牌|签约|讲话|致辞|发言|通报|传达|指出|强调|表示|介绍|说|宣布|宣读|在[^，。]{0,10}上?(?:作|说|致))",
        clause,
    )
    return clause[match.start() :] if match and match.start() < 160 else ""


def _agency_role(text: str, agency: Agency, people: list[Person], titled: frozenset[int], end: int) -> Role | None:
    """Give the role of an agency that sends nameless people, or speaks itself."""
    if agency.end in titled and any(agency.end < p.start < agency.end + 20 for p in people):
        return None
    if text.startswith(("全体会议", "常务会议", "主席团"), agency.end):
        return None
    if agency.end in titled and not _DELEGATES.match(text, agency.end):
        return None
    whole = text[agency.end : end].split("。")[0]
    behind = whole.split("；")[0]
    if any(agency.end <= p.start <= agency.end + 4 for p in people) or re.match(
        r"[》”]?(?:杂志)?的(?:有关)?情况", behind
    ):
        return None
    if re.match(r"(?:有关|主要|分管)?(?:负责同志|负责人|处长|局长|院长|代表)；", whole) and re.search(
        r"参加|出席|列席", whole[-14:]
    ):
        return Role.ATTENDEE
    nearer = [p.start - agency.end for p in people if p.start > agency.end]
    if nearer and not re.match(r"[^，]*?(?:负责|有关)", behind[: nearer[0]]):
        return None
    if (
        re.search(
            r"(?:作|做|作了|做了|交流|介绍|进行)(?:了)?[^。]{0,40}?(?:交流发言|发言|授课|讲授|经验|情况|介绍|交流(?=$|[，。]))",
            behind,
        )
        and not re.search(r"通报|会议|印发", behind[:6])
        and not re.match(r"[^，]{0,14}(?:举行|召开|举办)|关于", behind)
    ):
        return Role.SPEAKER
    if re.search(
        r"(?:负责同志|负责人|代表|院长|检察长|处长|局长|设分会场|主要负责)[^。]{0,90}?(?:参加|出席|列席|到会|参会|与会|设分会场)|设分会场",
        behind,
    ):
        return Role.ATTENDEE
    return None
