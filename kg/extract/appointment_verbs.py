"""Find the verb by which a person takes or leaves a post: 当选, 任, 不再担任, 任命…为, 免去…的."""

from __future__ import annotations

import re

from kg.extract.chains import Chains
from kg.readings import Title, between
from kg.sentences import start_before

_TAKES = re.compile(
    r"(?P<verb>不再担任|不再兼任|卸任|辞去|免去|拟任|拟任命|提名为|提名|当选为|当选|被任命为|任命为|挂职(?:担?任)?|(?:此前|早年|曾经?)(?:担任|兼任|出任|任|是)|现任|现为|(?<![高草平中还])原任|历任|时任|兼任|担任|出任|就任|接任|升任|连任|留任|同志任|获聘|受聘|调任|转任|改任|续任|任|(?<=[\u4e00-\u9fff])是)"
    r"(?:了|中共|为|其|本届|新一届|第[一二三四五六七八九十\d]{1,3}届)?$"
)
_APPOINT = re.compile(
    r"(?:任命|决定|选举|推选|推举|聘任|聘请|补选|增补|表决通过)(?:[^。\n]*[，；])?(?:[\u4e00-\u9fff·]{2,8}、)*[^，。；\n]{0,24}$"
)
_OWN_SUBJECT = ("不再担任", "不再兼任", "卸任", "任", "接任", "就任", "升任", "连任", "留任", "出任", "是")
_ADVERB = re.compile(
    r"(?:当选|此前|新|转|升|又|也|并|现|兼|已|将|拟|先后|再次|全票|正式|同时|一直|还|曾|起|后|仍|至今|近日|日前|近期|最近|今天|昨天|当天)$"
)
_DATED = re.compile(r"\d[年月日]$|(?:[回赴到]|调[到往回]?)[\u4e00-\u9fff]{1,3}$|(?:[退离]休|毕业|转业|退役|复员|回国)$")
_YET = re.compile("(?:将|拟|准备|打算|计划)[^，。；]{0,4}$")
"""What shows that a post is not yet given up: 宣布将|辞去."""
_CHANGE = re.compile("因[^，。；因]{2,8}$")
"""Why a post is given up: 因工作变动|不再兼任."""
_SERIES = re.compile(r"(?:(?<![\u4e00-\u9fff])|(?<=[他她]))(?P<verb>历任|(?:曾)?先后(?:担任|任))[^。；]*$")
_YEARS = re.compile(
    r"(?:^|\n)[ \u3000]*(?:19|20)\d\d[年./]\d{1,2}月?[ ]*(?:[-—–－~～至到]+[ ]*)"
    r"(?P<until>(?:19|20)\d\d[年./]\d{1,2}月?)?(?:至今|今)?"
    r"[ \u3000，,：:]*\n?[ \u3000]*任?(?:[^。；\n（]*[，、])?$"
)
"""What stands before the posts of a line, or of the line below, in a table of a life: 1995.03—1999.06|甲厅副处长."""
_COMRADES = ("同志", "先生", "女士")


def verb_before(chains: Chains, begin: int, first: Title) -> str | None:
    """Give the verb by which a person takes or leaves a post that begins at `begin`, in code points; None without one.

    A comma stands for the verb where the post is set beside a name.
    """
    if chains.text[first.start : first.start + 2] in ("时任", "拟任", "现任", "曾任", "历任", "当选"):
        return chains.text[first.start : first.start + 2]
    verb = _of_object(chains, begin) or _of_subject(chains, begin) or _apposition(chains, begin)
    return _of_years(chains, begin) or verb


def _of_object(chains: Chains, begin: int) -> str | None:
    """Give the verb of those who appoint somebody named before the post: 任命|甲某为…, 免去|甲某的…."""
    last = begin - 3 if chains.text.startswith(_COMRADES, begin - 3) else begin - 1
    note = chains.text.rfind("（", max(0, last - 10), last) if chains.text[last - 1 : last] == "）" else -1
    named = chains.people_ends.get(last if note < 0 else note)
    particle = chains.text[begin - 1]
    if named is None or particle not in "为的":
        return None
    if named.start in chains.readings.appointed:
        return "免去" if chains.readings.appointed[named.start] else "任命为"
    if particle == "的":
        return "免去" if chains.text.endswith(("免去", "解除"), 0, named.start) else None
    if _APPOINT.search(chains.text, max(0, named.start - 60), named.start):
        return "任命为"
    if chains.text.startswith("以", named.start - 1):
        return "任"
    return "提名" if chains.text.endswith("提名", 0, named.start) else None


def _of_subject(chains: Chains, begin: int) -> str | None:
    """Give the verb of who takes a post: 甲某|担任…; a list of posts goes on with its own."""
    if chains.text[begin - 2 : begin - 1] in ("该", "本"):
        begin -= 2
    match = _TAKES.search(chains.text, max(0, begin - 12), begin)
    if match:
        verb = match["verb"].removeprefix("同志").replace("现为", "现任")
        if verb in ("辞去", "卸任") and _YET.search(chains.text, max(0, match.start() - 8), match.start()):
            return "现任"
        if verb == "任" and chains.text[match.start() - 1 : match.start()] == "在":
            return "曾任"
        if verb == "是" and match.start() - 1 in chains.people_ends and chains.text[match.start() - 1] == "原":
            return "原任"
        return verb if _has_subject(chains, match) else None
    return "历任" if _in_series(chains, begin) else None


def _of_years(chains: Chains, begin: int) -> str | None:
    """Give the verb that the years of a line stand for: 历任 where the post has ended, else 任."""
    line = chains.text.rfind("\n", max(0, begin - 80), begin)
    above = chains.text.rfind("\n", max(0, line - 24), max(0, line))
    first = next((at for at in (line, above) if chains.text[at + 1 : at + 3] in ("19", "20")), None)
    if first is None:
        return None
    years = _YEARS.search(chains.text, max(0, first), begin) if chains.text[begin - 1 : begin] != "任" else None
    return None if years is None else "历任" if years["until"] else "任"


def _apposition(chains: Chains, begin: int) -> str | None:
    """Give the comma by which a post is set beside the name that opens its sentence: 甲，|民政局局长，…."""
    person = chains.people_ends.get(begin - 1) if chains.text[begin - 1 : begin] == "，" else None
    if person is None or person.start in chains.titles:
        return None
    return "，" if chains.text[person.start - 1 : person.start] in ("", "。", "\n", "”") else None


def _in_series(chains: Chains, begin: int) -> bool:
    """Tell whether a post goes on with a list of posts held one after the other: 历任甲局科员、副科长，|乙处处长."""
    if chains.text[begin - 1 : begin] not in ("，", "、"):
        return False
    series = _SERIES.search(chains.text, start_before(chains.text, begin), begin)
    return series is not None and not between(chains.readings.people, series.end("verb"), begin)


def _has_subject(chains: Chains, verb: re.Match[str]) -> bool:
    """Tell whether a verb follows a stop or a name that was read; another name is the subject, and was not read."""
    if verb["verb"] not in _OWN_SUBJECT and not verb["verb"].startswith(("曾", "此前")):
        return True
    at = verb.start()
    while adverb := _ADVERB.search(chains.text, max(0, at - 2), at):
        at = adverb.start()
    if reason := _CHANGE.search(chains.text, max(0, at - 9), at):
        at = reason.start()
    dated = _DATED.search(chains.text, max(0, at - 4), at)
    if verb["verb"] == "是":
        return at in chains.people_ends or chains.text[at - 1 : at] in ("他", "她")
    free = not at or dated or not "\u4e00" <= chains.text[at - 1] <= "\u9fff"
    return bool(free) or at in chains.people_ends or chains.text.endswith((*_COMRADES, "其", "他", "她"), 0, at)
