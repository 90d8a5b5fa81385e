"""Read from the words around a name what a person did at a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Role
from kg.readings import Person

_SPEAK = re.compile(
    r"(?:同志|局长|书记|主席|总书记)?[^。；]{0,60}?(?:讲话|致辞|致词|发言|授课|强调|指出|要求|表示|介绍|通报|传达|宣读|宣布|作报告|[^明]说[，：:]|主题报告|宣讲)"
)
_SAY = re.compile(
    r"(?:同志|局长|书记|主席|总书记|会长)?(?:(?:分别)?(?:围绕|就|从|以)[^。；]{1,60}?|[^，。；]{0,12}在[^，。；]{2,30}上|[\u4e00-\u9fff]{0,8}?)(?:指出|强调|表示|说|要求|介绍|认为|分析(?=[，：]|说)|建议(?=[，：]|说)|提出|回应称|回应说|通报|传达|汇报|宣布(?![^，。；]{0,10}[开闭]幕)|交流了?(?:经验|做法|体会)|宣读|致辞|致[^，。；]{0,4}[词辞]|讲话|发言|授课|回答了?(?:[\u4e00-\u9fff]{0,4}记者)?的?提问|报告了|作(?:[了的]?[^，。]{0,12}?|[了的]?(?:题为|关于|《)[^，。；]{2,120}?)(?:发言|讲话|演讲|报告|介绍|授课|致辞|说明|汇报|讲座|部署|安排|辅导|点评|宣讲|解读)|解读|在[^，。]{0,6}发言中)"
)
_ATTEND = re.compile(
    r"出席|参加|列席|到会|与会|见证|签约|揭牌|陪同(?:会见|参加|出席|。|，)|参会|在座|视频[^，。]{0,6}参会|设分会场|代表[^，。]{0,8}签约|随行|在座|观摩|旁听|揭碑|揭幕|剪彩|奠基|送别|(?:主席台|前排)就[座坐]"
)
_HOST = re.compile(
    r"(?:[\u4e00-\u9fff]{1,4}长|总?书记|主任|主席|总理|同志|[上中少]将|大校)?(?:[\d月日]{2,6}(?:[上下]午)?)?(?:在[^，。；]{1,12})?主持(?![^，。；会并]{0,12}工作)(?:了|召开)?"
)
_DEMANDS = re.compile(
    "(?:同志|书记|[\u4e00-\u9fff]长|主任|主席)?(?:还|也|特别|同时|最后|则)?(?:要求|提出|认为|提醒|建议)(?![辞的])"
)
"""What somebody says who stands alone before it."""
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
_FROM_AFAR = re.compile(
    "(?:(?!出席|参加)[^，。；]){0,24}?(?:致信|致电|致贺[电信]|发来贺信|在(?:致[^，。]{0,40}的?)?贺[信电]中|作出重要[指批]示|发表书面)"
)
"""Words that somebody sends who is not there."""
_TO_COME = re.compile(r"[^，。]{0,12}(?:即将|将要|拟)(?:召开|举行)")
_AT_WHOSE = re.compile(r"应[^，。]*$")
_INVITES = re.compile(r"[^，。]{0,24}邀请")
_BY = re.compile(r"由[^，。；]{0,60}$")
_BY_ALL = re.compile(
    r"(?:(?:、|和|及|与)[^，。；]{2,60}?)?(?:等[^，。；]{0,12}?)?(?:共同|分别|轮流)?主持(?![^，。；会并]{0,12}工作)"
)
"""What stands behind one of several hosts: 会议由甲|、乙等大会执行主席主持."""
_OF = re.compile("时|(?:总书记|主席|总统|总理|同志)?的")
_MANY = re.compile("[^，。]{0,14}(?:出席|参加)了?(?:一?系列|多[个场次]|各[类种]|历次)")
_BESIDES = re.compile(r"出席[^，。]{0,70}并|，并|见证")
_CAME_TO_SPEAK = re.compile(r"出席[^，。]{0,20}并(?:讲话|致辞)")
_HOST_SPOKE = re.compile(r"主持[^，。]{0,12}并(?:讲话|致辞|介绍|作)|主持召开[^，。]{0,60}?并(?:发表(?:重要)?)?讲话")
_OF_NO_LIST = re.compile(r"，(?:并|要|必须|就|从)")
_SHARED_VERB = re.compile(
    r"(?:分别|共同|先后|一同|一起|代表各方|到会|出席|参加|列席|见证|陪同|在座|观摩|主持|揭牌|揭碑|揭幕|剪彩|送别|签约|授课|回答|讲话|致[^，。；]{0,4}[词辞]|发言|交流了?(?:经验|做法|体会)|通报|传达|汇报|指出|强调|表示|介绍|解读|(?<!工)作(?:[了的]|题为|[^，。；]{0,8}(?:演讲|报告|辅导|点评|宣讲|解读))|在(?:主席台|前排)就|说|宣布|宣读|在[^，。]{0,10}上?(?:作|说|致))"
)
"""What a list of people does."""
_RUNS_ON = 480
"""How many characters a list of people may hold before what they do."""
_LISTING = re.compile(r"(?:[（(][^（）()]{1,8}[)）])?(?:、|，|；|,|和|及|与|以及|共同|分别)")


def roles(text: str, person: Person, people: list[Person], start: int, end: int) -> Iterator[tuple[Role, float]]:
    """Give the roles of a person in a sentence, read from the clause behind the name or behind the list it is in.

    `start` and `end` are those of the sentence, in code points.
    """
    behind = text[person.end : end]
    if _is_spoken_of(text, person, start, behind):
        return
    later = [p.start for p in people if p.start > person.start]
    own = text[person.end : later[0]] if later else behind
    if _HOST.match(own) or (_BY_ALL.match(behind) and _BY.search(text, start, person.start)):
        yield Role.HOST, 0.9
    if _listed(own) or not later:
        clause = _clause(behind, {p.end - person.end for p in people})
        verb = _verb_clause(clause, [start - person.end for start in later])
        yield from _in_list(verb or (clause if _DEMANDS.match(clause) else ""))
    else:
        yield from _alone(own)


def _clause(behind: str, named: set[int]) -> str:
    """Give the words up to the next semicolon; one right behind a name parts but two halves of a list."""
    sentence = behind.partition("。")[0]
    end = sentence.find("；")
    while end in named:
        end = sentence.find("；", end + 1)
    return sentence if end < 0 else sentence[:end]


def writes(text: str, person: Person) -> bool:
    """Tell whether a person sends words to a meeting at which he is not: 甲发来贺信, 甲致电."""
    return _FROM_AFAR.match(text, person.end) is not None


def _is_spoken_of(text: str, person: Person, start: int, behind: str) -> bool:
    """Tell whether a person is only spoken of: quoted, invited, reported to, writing from afar, yet to come."""
    if _UNREAL.search(text, max(start, person.start - 12), person.start) or _UNREAL_BEHIND.match(behind):
        return True
    visited = not text.startswith(("会议", "大会", "全会"), start)
    if visited and _HEARD.search(text, max(start, person.start - 48), person.start):
        return True
    if _MANY.match(behind) or _FROM_AFAR.match(behind):
        return True
    if _STUDIED.search(text, start, person.start) or _QUOTED.match(behind) or _OF.match(behind):
        return True
    invited = _INVITES.match(behind) and _AT_WHOSE.search(text, start, person.start)
    return bool(invited or _TO_COME.match(behind))


def _in_list(verb: str) -> Iterator[tuple[Role, float]]:
    """Give the roles that the verb of a list of people gives each of them."""
    if verb and not _HOST.match(verb):
        if _ATTEND.search(_SAID.split(verb)[0]):
            yield Role.ATTENDEE, 0.9
        if _SAY.match(verb) or (_BESIDES.search(verb) and _SPEAK.match(verb)):
            yield Role.SPEAKER, 0.9
    elif verb and _HOST_SPOKE.search(verb):
        yield Role.SPEAKER, 0.9


def _alone(own: str) -> Iterator[tuple[Role, float]]:
    """Give the roles that the words between a person and the next one give the first."""
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
