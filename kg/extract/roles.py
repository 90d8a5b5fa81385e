"""Read from the words around a name what a person, or an agency, did at a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Role
from kg.readings import Agency, Person

_SPEAK = re.compile(
    r"(?:同志|局长|书记|主席|总书记)?[^。；]{0,60}?(?:讲话|致辞|致词|发言|授课|强调|指出|要求|表示|介绍|通报|传达|宣读|宣布|作报告|[^明]说[，：:]|主题报告|宣讲)"
)
_SAY = re.compile(
    r"(?:同志|局长|书记|主席|总书记|会长)?(?:(?:分别)?(?:围绕|就|从|以)[^。；]{1,60}?|[\u4e00-\u9fff]{0,8}?)(?:指出|强调|表示|说|要求|介绍|认为|提出|通报|传达|汇报|宣布(?![^，。；]{0,10}[开闭]幕)|宣读|致辞|讲话|发言|授课|回答了?(?:[\u4e00-\u9fff]{0,4}记者)?的?提问|报告了|作(?:[了的]?[^，。]{0,12}?|[了的]?(?:题为|关于|《)[^，。；]{2,120}?)(?:发言|讲话|演讲|报告|介绍|授课|致辞|说明|汇报|讲座|部署)|解读|在[^，。]{0,6}发言中)"
)
_ATTEND = re.compile(
    r"出席|参加|列席|到会|与会|见证|签约|揭牌|陪同(?:会见|参加|出席|。|，)|参会|在座|视频[^，。]{0,6}参会|设分会场|代表[^，。]{0,8}签约|随行|在座|观摩|旁听|揭碑|揭幕|剪彩|奠基|送别|(?:主席台|前排)就[座坐]"
)
_HOST = re.compile(
    r"(?:[\u4e00-\u9fff]{1,4}长|书记|主任|主席|总理|同志|[上中少]将|大校)?(?:[\d月日]{2,6}(?:[上下]午)?)?(?:在[^，。；]{1,12})?主持(?![^，。；会并]{0,12}工作)(?:了|召开)?"
)
_SAID = re.compile(r"指出|强调|表示|认为|说[，：]|称")
_STUDIED = re.compile(r"(?:学习|贯彻|落实|领会|围绕|传达|按照|遵循|根据|学习宣传贯彻)(?:了)?$")
_QUOTED = re.compile(
    r"(?:总书记|主席|书记|同志)?(?:关于|《|重要|在[^，。]{0,30}(?:报告|讲话|文章|时)|对[^，。]{0,20}(?:重要|讲话|指示)|亲临|亲自|十分|高度|为核心|近期)"
)
_HEARD = re.compile("听取(?!了?[^，。]*所?作)了?[^，。；]{0,40}$")
"""Before whom somebody reports on a visit, not at the meeting: 他听取县长|某某关于…的汇报."""
_UNREAL = re.compile(r"(?:期待|希望|欢迎|邀请|应邀|祝贺|感谢)[^，。]{0,8}$|将[同和与]$")
_UNREAL_BEHIND = re.compile(
    r"[^，。]{0,16}?(?:会见|会谈)[^，。]{0,8}出席|[^，。]{0,4}(?:将于|将应邀|将赴|将出席|将作|将发表|将主持|将致|拟于|计划出席|原定出席|打算出席|准备出席)"
)
_FROM_AFAR = re.compile("(?:(?!出席|参加)[^，。；]){0,24}?(?:致信|致电|致贺[电信]|发来贺信|作出重要[指批]示|发表书面)")
"""Words that somebody sends who is not there."""
_TO_COME = re.compile(r"[^，。]{0,12}(?:即将|将要|拟)(?:召开|举行)")
_AT_WHOSE = re.compile(r"应[^，。]*$")
_INVITES = re.compile(r"[^，。]{0,24}邀请")
_BY = re.compile(r"由[^，。；]{0,60}$")
_OF = re.compile("时|(?:总书记|主席|总统|总理|同志)?的")
_MANY = re.compile("[^，。]{0,14}(?:出席|参加)了?(?:一?系列|多[个场次]|各[类种]|历次)")
_DELEGATES = re.compile(
    r"[^，。；、]{0,8}?(?:负责同志|负责人|代表|同志|人员|干部)|[^，。；、]{0,2}(?:院长|检察长|[处局厅部司科]长)"
)
"""Nameless people whom an agency sends; for 委员 and 书记 it is they who come, not the agency."""
_SPOKE = re.compile(
    r"(?:(?<!工)作|做|交流|介绍|进行)(?:了)?[^。]{0,40}?(?:交流发言|发言|授课|讲授|经验|情况|介绍|交流(?=$|[，。]))"
    r"|负责(?:人|同志)(?:先后|分别)?(?:作)?(?:发言|汇报|介绍)|^[^，。]{0,40}?以视频(?:形式|方式)?(?:作了?)?(?:汇报|发言)"
)
_CAME = re.compile(
    r"(?:负责同志|负责人|代表|院长|检察长|处长|局长|设分会场|主要负责|有关人员|派人|派员)[^。]{0,90}?"
    r"(?:参加(?!检查|调研|考察|视察|看望|慰问)|出席|列席|旁听|观摩|到会|参会|与会|送别|设分会场)|设分会场"
)
_BESIDES = re.compile(r"出席[^，。]{0,70}并|，并|见证")
_CAME_TO_SPEAK = re.compile(r"出席[^，。]{0,20}并(?:讲话|致辞)")
_HOST_SPOKE = re.compile(r"主持[^，。]{0,12}并(?:讲话|致辞|介绍|作)")
_OF_NO_LIST = re.compile(r"，(?:并|要|必须|就|从)")
_SHARED_VERB = re.compile(
    r"(?:分别|共同|先后|一同|一起|代表各方|到会|出席|参加|列席|见证|陪同|在座|观摩|主持|揭牌|揭碑|揭幕|剪彩|送别|签约|授课|回答|讲话|致辞|发言|通报|传达|汇报|指出|强调|表示|介绍|解读|(?<!工)作(?:[了的]|题为|[^，。；]{0,8}(?:演讲|报告))|在(?:主席台|前排)就|说|宣布|宣读|在[^，。]{0,10}上?(?:作|说|致))"
)
"""What a list of people does."""
_RUNS_ON = 480
"""How many characters a list of people may hold before what they do."""
_LISTING = re.compile(r"(?:[（(][^（）()]{1,8}[)）])?(?:、|，|,|和|及|与|以及|共同|分别)")


def roles(text: str, person: Person, people: list[Person], start: int, end: int) -> Iterator[tuple[Role, float]]:
    """Give the roles of a person in a sentence, read from the clause behind the name or behind the list it is in."""
    behind = text[person.end : end]
    if _UNREAL.search(text, max(start, person.start - 12), person.start) or _UNREAL_BEHIND.match(behind):
        return
    visited = not text.startswith(("会议", "大会", "全会"), start)
    if visited and _HEARD.search(text, max(start, person.start - 48), person.start):
        return
    if _MANY.match(behind) or _FROM_AFAR.match(behind):
        return
    if _STUDIED.search(text, start, person.start) or _QUOTED.match(behind) or _OF.match(behind):
        return
    if _TO_COME.match(behind):
        return
    if _INVITES.match(behind) and _AT_WHOSE.search(text, start, person.start):
        return
    later = [p.start for p in people if p.start > person.start]
    own = text[person.end : later[0]] if later else behind
    clause = behind.partition("。")[0].partition("；")[0]
    if _HOST.match(own) or (_HOST.match(behind) and _BY.search(text, start, person.start)):
        yield Role.HOST, 0.9
    if _listed(own) or not later:
        verb = _verb_clause(clause, [start - person.end for start in later])
        if verb and not _HOST.match(verb):
            if _ATTEND.search(_SAID.split(verb)[0]):
                yield Role.ATTENDEE, 0.9
            if _SAY.match(verb) or (_BESIDES.search(verb) and _SPEAK.match(verb)):
                yield Role.SPEAKER, 0.9
        elif verb and _HOST_SPOKE.search(verb):
            yield Role.SPEAKER, 0.9
    elif later:
        if _ATTEND.search(_SAID.split(own)[0]):
            yield Role.ATTENDEE, 0.88
        if _SAY.match(own) or _CAME_TO_SPEAK.search(own):
            yield Role.SPEAKER, 0.88


def _listed(own: str) -> bool:
    return bool(_LISTING.match(own)) and not _OF_NO_LIST.match(own) and not _ATTEND.search(own[:12])


def _verb_clause(clause: str, others: list[int]) -> str:
    """Give the words from the verb on that a list of people shares, up to the clause in which another one starts."""
    match = _SHARED_VERB.search(clause)
    if match is None or match.start() >= _RUNS_ON:
        return ""
    other = next((at for at in others if at > match.end()), 0)
    cut = clause.rfind("，", match.end(), other)
    return clause[match.start() : cut if cut > 0 else len(clause)]


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
_SHARED_CLASS = re.compile(r"(?:、[^，。；、]{2,10}){1,2}有关(?:部门|单位)")
"""What makes a list one of departments of no name: 中共中央|、国务院有关部门负责人."""


def agency_role(text: str, agency: Agency, people: list[Person], titled: frozenset[int], end: int) -> Role | None:
    """Give the role of an agency that sends nameless people, or speaks itself."""
    behind_it = [p.start - agency.end for p in people if p.start >= agency.end]
    if agency.end in titled and any(0 < distance < 20 for distance in behind_it):
        return None
    if text[agency.start - 1 : agency.start] in ("同", "与", "向", "对"):
        return None
    if _OTHERS.match(text, agency.end) or (
        text.endswith("人大", 0, agency.end) and text.startswith("代表", agency.end)
    ):
        return None
    if (agency.end in titled and not _DELEGATES.match(text, agency.end)) or _SHARED_CLASS.match(text, agency.end):
        return None
    whole = text[agency.end : end].split("。")[0]
    behind = whole.split("；")[0]
    nearer = min(behind_it, default=len(behind))
    if (behind_it and nearer <= 4) or _NEWS_OF.match(behind):
        return None
    if _SENT.match(whole) and _CAME_ALL.search(whole[-14:]):
        return Role.ATTENDEE
    if nearer < len(behind) and not _OWN_CLAUSE.match(behind[:nearer]):
        behind = behind[: behind.rfind("，", 0, nearer) + 1]
    return _first_role(behind)


def _first_role(behind: str) -> Role | None:
    """Give the role that the words behind an agency tell first: …负责人发言，…负责人列席 speaks."""
    spoke = _SPOKE.search(behind)
    if spoke and (_NO_SPEECH.search(behind[:6]) or _HOLDS.match(behind)):
        spoke = None
    came = _CAME.search(behind)
    if spoke and (came is None or spoke.end() <= came.end()):
        return Role.SPEAKER
    return Role.ATTENDEE if came else None
