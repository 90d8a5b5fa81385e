"""Find who chaired the meetings of an article, who spoke there and who came."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.extract.agency_roles import agency_role
from kg.extract.meetings import organisers, same, shares
from kg.extract.minutes import Minutes
from kg.extract.roles import roles, writes
from kg.extract.scenes import ENCOUNTER, Scene, goes_on
from kg.model import Predicate, Role
from kg.readings import Agency, Ground, Link, Meeting, Occasion, Person, Readings, between
from kg.sentences import sentences

_HELD_BY = re.compile(
    r"(?:会议|大会|活动|仪式|论坛|培训班|演练|会|(?:召开|举行|举办|开幕|启幕|闭幕|启动)，[^，。；]{0,6})由(?P<who>[^。；]{2,60}?)(?:联合|共同)?(?:主办|举办|承办)"
)
_DATELINE = re.compile(r"(?:消息|讯|[^，。]{0,12}日电|报道)")
_DIGEST = re.compile(r"快讯|简讯|要闻|集锦|一览")


_OVER = 1 << 60
_At = TypeVar("_At", Agency, Meeting, Person)


@dataclass(frozen=True, slots=True)
class _Titles:
    """Hold where titles begin, and where those stand that hold the name of their organ."""

    starts: frozenset[int]
    ranks: frozenset[int]


def attendance(text: str, readings: Readings, found: list[Occasion]) -> Iterator[Link]:
    """Yield an attended link for every role that the text gives a person or an agency at one of the meetings."""
    if not found:
        return
    for index, occasion in enumerate(found):
        yield from organisers(text, readings, occasion, index)
    scene = _scene(text, readings, found)
    spans = sentences(text)
    titles = _Titles(frozenset(t.start for t in readings.titles), _ranks(readings))
    meetings, people = _parted(spans, readings.meetings), _parted(spans, readings.people)
    agencies = _parted(spans, readings.agencies)
    minutes = Minutes(text)
    for index, (start, end) in enumerate(spans):
        named = _named(meetings[index], scene, start, end)
        if role := minutes.role(start, end, named=bool(people[index])):
            yield from _present(people[index], scene, end, role)
        elif people[index]:
            yield from _people(text, people[index], scene, start, end, met=named)
        if agencies[index]:
            yield from _agencies(text, agencies[index], people[index], titles, scene, start, end)


def _scene(text: str, readings: Readings, found: list[Occasion]) -> Scene:
    """Begin to follow the meetings of an article: who is far off, and who meets whom."""
    afar = frozenset(person.name for person in readings.people if writes(text, person))
    scene = Scene(found, _topical(text, found), max(0, text.find("\n")), afar)
    for index, occasion in enumerate(found):
        if ENCOUNTER.search(occasion.name):
            scene.here[index] = {p.name for p in between(readings.people, occasion.start, occasion.end)}
    return scene


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


def _topical(text: str, found: list[Occasion]) -> int:
    """Give up to where an article is about the meeting that the headline or the lead names: the next one, or its end.

    A digest is about none.
    """
    head = max(0, text.find("\n"))
    lead = [start for start, _ in sentences(text) if start >= head][:2]
    if found[0].sentence[0] > max(lead, default=0) or _DIGEST.search(text, 0, head):
        return 0
    return found[1].sentence[0] if len(found) > 1 else len(text)


def _named(meetings: list[Meeting], scene: Scene, start: int, end: int) -> bool:
    """Turn to the meeting that a sentence names; tell whether it names or means one at all."""
    met = False
    for meeting in meetings:
        index = None if meeting.anaphor else same(scene.found, meeting.name)
        scene.current = scene.current if index is None else index
        called = meeting.anaphor and ENCOUNTER.fullmatch(meeting.name)
        fits = not called or scene.met
        met = met or (meeting.anaphor and fits and not scene.ahead(start, end)) or index is not None
    return met


def _people(text: str, people: list[Person], scene: Scene, start: int, end: int, *, met: bool) -> Iterator[Link]:
    here = scene.here.setdefault(scene.current, set())
    for person in people:
        if text.startswith(("遗体", "同志遗体"), person.end):
            continue
        for role, confidence in roles(text, person, people, start, end):
            received = scene.encounter(text[person.end : end], start) if role is Role.ATTENDEE else None
            if received is not None:
                yield _link(person, received, role, confidence, end)
                continue
            if role is Role.SPEAKER and person.name in scene.afar and person.name not in here:
                continue
            if not met and not goes_on(text, scene, person, role, start, end):
                continue
            here.add(person.name)
            for meeting in scene.meant(text[person.end : end], start):
                yield _link(person, meeting, role, confidence, end)


def _present(people: list[Person], scene: Scene, end: int, role: Role) -> Iterator[Link]:
    """Give those whom the minutes name as present, or in the chair."""
    for person in people:
        scene.here.setdefault(scene.current, set()).add(person.name)
        yield _link(person, scene.current, role, 0.9, end)


def _link(person: Person, meeting: int, role: Role, confidence: float, end: int) -> Link:
    who: Ground = ("person", person.name, person.start)
    last = min(end, person.end + 40)
    return Link(who, Predicate.ATTENDED, ("meeting", "", meeting), person.start, last, "attend", confidence, role=role)


def _agencies(
    text: str, found: list[Agency], people: list[Person], titles: _Titles, scene: Scene, start: int, end: int
) -> Iterator[Link]:
    """Read the agencies of a sentence: as organisers behind 由, as speakers, as senders of nameless people."""
    agencies = [a for a in found if a.start not in titles.ranks and not _DATELINE.match(text, a.end)]
    agencies = [a for a in agencies if not any(o.start <= a.start < o.end for o in scene.found)]
    ground: Ground = ("meeting", "", scene.current)
    held = shares(text, _HELD_BY.search(text, start, end), end)
    for agency in agencies:
        if any(by.start("who") <= agency.start and agency.end <= by.end("who") for by in held):
            role, rule, confidence = Role.ORGANISER, "organise", 0.9
        elif not scene.ahead(start, end) and (sent := agency_role(text, agency, people, titles.starts, end)):
            role, rule, confidence = sent, "attend", 0.85
        else:
            continue
        yield Link(
            ("mention", "", agency.start), Predicate.ATTENDED, ground, agency.start, end, rule, confidence, role=role
        )
