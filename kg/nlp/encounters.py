"""Name the encounters of two people: 会见, 会谈 and 会晤, after those who meet."""

from __future__ import annotations

import re

from kg.nlp.surface import Surface
from kg.readings import Meeting, Person, Readings

_MET = re.compile(r"[^，。；\n]{0,30}会见(?:了|来访的|来华访问的)?(?P<whom>[^，。；\n]{0,60})")
_TALKED = re.compile(r"[^，。；\n]{0,30}?[同与](?P<whom>[^，。；\n]{0,60})")
_GROUP = re.compile(r"率(?:领的?)?(?P<group>(?!领)[\u4e00-\u9fff]{2,16}?(?:代表团|访问团|考察团|访华团))")
_RECEIVED = re.compile(
    r"[\d月日]{0,6}(?:[上下]午)?(?:在[^，。；\n]{2,12})?会见了?(?P<group>[\u4e00-\u9fff]{0,14}(?:代表团|访华团))"
)
_GUEST = re.compile("^(?:由(?=[^，。]{0,16}率)|来|到|应邀|正在|出席|率领)[^，。]*的")
_TALKS = re.compile(r"(?:在(?:(?!举行)[^，。；\n]){1,14})?(?P<verb>(?:举行)?(?:工作)?(?:会谈|会晤))")


def encounters(page: Surface, readings: Readings) -> None:
    """Name the meeting of two people after them: 王某会见某国某部部长李某, without 来华进行国事访问的."""
    if not any(word in page.text for word in ("会见", "会谈", "会晤")):
        return
    for person in readings.people:
        if group := _RECEIVED.match(page.text, person.end):
            readings.meetings.append(Meeting(person.start, group.end(), f"{person.name}会见{group['group']}"))
    for first, second in zip(readings.people, readings.people[1:], strict=False):
        between = page.text[first.end : second.start]
        if "会见" in between and (met := _MET.fullmatch(between)):
            group = _GROUP.match(page.text, second.end)
            end = group.end() if group else second.end
            name = f"{first.name}会见{group['group'] if group else _whom(page, met, second)}"
        elif (talked := _TALKED.fullmatch(between)) and (talks := _TALKS.match(page.text, second.end)):
            end, name = talks.end(), f"{first.name}同{_whom(page, talked, second)}{talks['verb']}"
        else:
            continue
        readings.meetings.append(Meeting(first.start, end, name))


def _whom(page: Surface, match: re.Match[str], guest: Person) -> str:
    return _GUEST.sub("", match["whom"]).removeprefix("由") + page.text[guest.start : guest.end]
