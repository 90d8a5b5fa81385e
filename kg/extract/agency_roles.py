"""Read from the words behind an agency's name what its people did at a meeting."""

from __future__ import annotations

import re

from kg.model import Role
from kg.readings import Agency, Person

_DELEGATES = re.compile(
    r"[^，。；、]{0,8}?(?:负责同志|负责人|代表|同志|人员|干部)|[^，。；、]{0,2}(?:院长|检察长|[处局厅部司科]长)"
)
"""Nameless people whom an agency sends; for 委员 and 书记 it is they who come, not the agency."""
_SPOKE = re.compile(
    r"(?:(?<!工)作|做|交流|介绍|进行)(?:了)?[^。]{0,40}?(?:交流发言|发言|授课|讲授|经验|情况|介绍|交流(?=$|[，。]))"
    r"|负责(?:人|同志)(?:在会上)?(?:先后|分别)?(?:作了?)?(?:发言|汇报|介绍|说明|通报)|^[^，。]{0,40}?以视频(?:形式|方式)?(?:作了?)?(?:汇报|发言)"
)
_CAME = re.compile(
    r"(?:负责同志|负责人|代表|院长|检察长|处长|局长|设分会场|主要负责|有关人员|派人|派员)[^。]{0,90}?"
    r"(?:参加(?!检查|调研|考察|视察|看望|慰问)|出席|列席|旁听|观摩|到会|参会|与会|送别|设分会场)|设分会场"
)
_OTHERS = re.compile(
    "会员|全体会议|常务会议|主席团|(?:机关)?有关(?:部门|单位)|所属|各部门|[^，。；、]{2,8}部门(?:主要|有关)?负责"
)
"""What makes an agency's name but the first word of others': 中央军委|机关有关部门, 兵团|粮食部门主要负责同志."""
_NEWS_OF = re.compile(r"[》”]?(?:杂志)?的(?:有关)?情况")
_SENT = re.compile(r"(?:有关|主要|分管)?(?:负责同志|负责人|处长|局长|院长|代表)；")
_CAME_ALL = re.compile(r"参加|出席|列席")
_OWN_CLAUSE = re.compile(r"[^，]*?(?:负责|有关)")
_NO_SPEECH = re.compile(r"通报|会议|印发")
_HOLDS = re.compile(r"[^，]{0,14}(?:举行|召开|举办)|关于")
_TOGETHER = re.compile(r"(?:、[^，。；]{2,20})*(?:和|以及|及|与)[^，。；]{2,30}$")
"""What stands between an agency and the person who speaks with it: 甲县民政局|和乙公司董事长|某某作了交流发言."""
_SPOKE_TOGETHER = re.compile("(?:先后|分别|依次)?作了?(?:交流|典型|表态|经验)?(?:发言|介绍|汇报)")
_SHARED_CLASS = re.compile(r"(?:、[^，。；、]{2,10}){1,2}有关(?:部门|单位)")
"""What makes a list one of departments of no name: 中共中央|、国务院有关部门负责人."""


def agency_role(text: str, agency: Agency, people: list[Person], titled: frozenset[int], end: int) -> Role | None:
    """Give the role of an agency that sends nameless people, or speaks itself."""
    behind_it = [p.start - agency.end for p in people if p.start >= agency.end]
    if _is_another(text, agency, titled, named=any(0 < distance < 20 for distance in behind_it)):
        return None
    whole = text[agency.end : end].split("。")[0]
    behind = whole.split("；")[0]
    nearer = min(behind_it, default=len(behind))
    if (behind_it and nearer <= 4) or _NEWS_OF.match(behind):
        return None
    if _SENT.match(whole) and _CAME_ALL.search(whole[-14:]):
        return Role.ATTENDEE
    first = next((p for p in people if p.start >= agency.end), None)
    if first and _TOGETHER.fullmatch(behind[:nearer]) and _SPOKE_TOGETHER.match(text, first.end):
        return Role.SPEAKER
    if nearer < len(behind) and not _OWN_CLAUSE.match(behind[:nearer]):
        behind = behind[: behind.rfind("，", 0, nearer) + 1]
    return _first_role(behind)


def _is_another(text: str, agency: Agency, titled: frozenset[int], *, named: bool) -> bool:
    """Tell whether an agency's name is a part of others': of a person's title (`named` behind it), or of an object."""
    if agency.end in titled and (named or not _DELEGATES.match(text, agency.end)):
        return True
    if text[agency.start - 1 : agency.start] in ("同", "与", "向", "对"):
        return True
    of_congress = text.endswith("人大", 0, agency.end) and text.startswith("代表", agency.end)
    return bool(of_congress or _OTHERS.match(text, agency.end) or _SHARED_CLASS.match(text, agency.end))


def _first_role(behind: str) -> Role | None:
    """Give the role that the words behind an agency tell first: …负责人发言，…负责人列席 speaks."""
    spoke = _SPOKE.search(behind)
    if spoke and (_NO_SPEECH.search(behind[:6]) or _HOLDS.match(behind)):
        spoke = None
    came = _CAME.search(behind)
    if spoke and (came is None or spoke.end() <= came.end()):
        return Role.SPEAKER
    return Role.ATTENDEE if came else None
