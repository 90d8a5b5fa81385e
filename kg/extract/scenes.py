"""Follow which meeting the sentences of an article speak of, and tell whether one goes on about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.model import Role
from kg.readings import Occasion, Person

_BARE = re.compile(
    r"(?:出席|参加|列席|到会|与会|参会|在座|送别)(?:了|并|[，。；、]|$|会见|会谈|座谈|听证|会商|研讨|培训|签约|揭牌|活动|祝贺|上述|[一-龥]{0,4}(?:会议|仪式|大会))"
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
_ASKED = re.compile("记者会|庆典")
"""What speakers named in other paragraphs need not have been at."""
_WATCHED = re.compile("就职|葬礼|国葬|阅兵|节$|展$")
"""What guests watch, who say what they say elsewhere."""
_CEREMONY = re.compile(r"仪式|典礼|班$|活动|”$")
_TOLD = re.compile(r"[^。；]{0,8}?(?:说|介绍|告诉|坦言|感慨)(?!了)")
"""What reporters are told at a ceremony, or later; at a meeting it is said there."""
_CALLED = re.compile(r"(?:参加|陪同)会[见谈晤]")
_ALL = re.compile("(?:参加|出席)了?(?:上述|以上)(?:活动|会[见谈晤])")
ENCOUNTER = re.compile(r"会见|(?<!经贸)(?<!三方)会谈|会晤")


@dataclass(slots=True)
class Scene:
    """Hold what the sentences before said: the meeting they speak of, and who is known to be at which."""

    found: list[Occasion]
    topical: int
    """Up to where the text is about its first meeting, in code points; 0 if it is about none."""
    head: int
    """Where the headline ends."""
    afar: frozenset[str] = frozenset()
    """Who only writes to a meeting."""
    current: int = 0
    here: dict[int, set[str]] = field(default_factory=dict)

    @property
    def meeting(self) -> Occasion:
        """Give the meeting that the sentences speak of."""
        return self.found[self.current]

    @property
    def met(self) -> bool:
        """Tell whether the sentences speak of an encounter: 会见."""
        return ENCOUNTER.search(self.meeting.name) is not None

    def ahead(self, start: int, end: int) -> bool:
        """Tell whether the meeting is named only behind a sentence of the body: nobody can be said to be there yet."""
        return start > self.head and self.meeting.start >= end

    def encounter(self, behind: str, start: int) -> int | None:
        """Give the last encounter before a sentence that says who 参加会见, where another meeting was named since."""
        if self.met or not _CALLED.search(behind):
            return None
        known = (i for i, occasion in enumerate(self.found) if occasion.start < start)
        return next((i for i in reversed(list(known)) if ENCOUNTER.search(self.found[i].name)), None)

    def meant(self, behind: str, start: int) -> list[int]:
        """Give the meetings that a sentence means by its words behind a name: 参加上述活动 means all named so far."""
        if not _ALL.search(behind):
            return [self.current]
        return [index for index, occasion in enumerate(self.found) if occasion.start < start]


def goes_on(text: str, scene: Scene, person: Person, role: Role, start: int, end: int) -> bool:
    """Tell whether a sentence that names no meeting goes on about the last one: its guests speak, 出席并讲话."""
    clause = text[person.end : end]
    if (_CALLED.search(clause) and not scene.met) or _OTHER_TIME.match(text, start):
        return False
    there = _speaks_there(scene, person, clause) if role is Role.SPEAKER else None
    if there is not None:
        return there
    if scene.ahead(start, end):
        return False
    if _is_near(text, scene, role, start) and not _ELSEWHERE.match(clause):
        return True
    bare = role is Role.ATTENDEE and _BARE.search(clause) is not None
    return bare or _THERE.search(clause) is not None


def _speaks_there(scene: Scene, person: Person, clause: str) -> bool | None:
    """Tell whether who says something says it at the meeting, or None where the meeting does not decide it."""
    name = scene.meeting.name
    if scene.met:
        return person.name in name
    if _WATCHED.search(name):
        return False
    if person.name in scene.here.get(scene.current, ()):
        return True
    return False if _CEREMONY.search(name) and _TOLD.match(clause) else None


def _is_near(text: str, scene: Scene, role: Role, start: int) -> bool:
    """Tell whether a sentence stands where the text is about the meeting, or in the paragraph that names it."""
    asked = role is Role.SPEAKER and _ASKED.search(scene.meeting.name) is not None
    if start < scene.topical and not asked:
        return True
    return role is not Role.ATTENDEE and "\n" not in text[scene.meeting.start : start]
