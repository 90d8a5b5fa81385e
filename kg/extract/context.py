"""Give a title that is printed without its organ the one that its context tells: named before, or by its sort."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from kg.extract.chains import BARE, Chains, organ_of
from kg.readings import Agency, Ground, Title, between
from kg.sentences import start_before

_SHORT_FORMS = tuple("部厅局委会院校行司处")
_FREE = re.compile(
    r"[^\u4e00-\u9fff]$|[该本任为由和与及同兼新现的选向对让请了是有聘升据]$|接替|同志$|职务$|以及$|之后$|随后$|[上下]午$"
)
_ASSOCIATION = ("会长", "理事长", "秘书长", "监事长", "总干事", "理事", "监事", "顾问")
_COMMITTEES = ("党组", "党委", "分党组", "机关党委")
_BODY = re.compile(
    "(?:公司|集团|企业|医院|学校|学院|研究院|研究所|中心|总会|联盟|合作社|该(?:所|院|校|会|党|社|台|行|局|厅|矿|厂|店|机构|组织))$"
)
_SCHOOLS = ("校", "大学", "学院", "中学", "小学")
"""How the names of those end that have a 校长."""
_BODIES = ("social_org", "party", "enterprise", "institution")


def organ_in_context(chains: Chains, title: Title, at: int, *, by_verb: bool = False) -> Ground | None:
    """Give the organ that the context gives a title: the last one whose name fits, in this sentence or before it.

    `at` is an offset of the sentence, in code points; `by_verb` tells that a verb of appointment gives the title.
    """
    if title.category == "state":
        return None if title.text in BARE else ("state", title.text, title.start)
    body = _BODY.search(chains.text, max(0, title.start - 4), title.start)
    if body and body.group()[0] == "该":
        return _called(chains, body)
    if title.category not in ("organ", "party", "chief"):
        return None
    if chains.text.startswith("前任", title.start) and (ours := _successors(chains, title)):
        return ours
    if title.text.endswith("检察长"):
        return _procuratorate(chains, title)
    if title.text in ("总领事", "大使"):
        return _named_mission(chains, title, at)
    if body:
        return _called(chains, body)
    return _named_before(chains, title, at, by_verb=by_verb) if _free(chains, title.start) else None


def _successors(chains: Chains, title: Title) -> Ground | None:
    """Give the organ at which the same post is named before: 甲委员会主席…，前任|主席."""
    before = [t for t in between(chains.readings.titles, 0, title.start) if t.text == title.text]
    return organ_of(chains, before[-1]) if before else None


def _procuratorate(chains: Chains, title: Title) -> Ground | None:
    """Give the procuratorate that the words before a title name last, if the title stands free: |副检察长|某某."""
    before = between(chains.readings.agencies, 0, title.start)
    named = (a for a in reversed(before) if chains.text.endswith("检察院", a.start, a.end) and not a.units)
    last = next(named, None) if _free(chains, title.start) else None
    return ("mention", "", last.start) if last else None


def _named_mission(chains: Chains, title: Title, at: int) -> Ground | None:
    """Give the mission that the sentence names before its head: 中国驻甲大使馆…，|大使."""
    told = between(chains.readings.agencies, start_before(chains.text, at), title.start)
    mission = next((a for a in told if chains.text.endswith(title.text + "馆", a.start, a.end)), None)
    return ("mention", "", mission.start) if mission else None


def _named_before(chains: Chains, title: Title, at: int, *, by_verb: bool) -> Ground | None:
    """Give the organ named before a title that can be the one it is at."""
    if by_verb and title.text.endswith(_ASSOCIATION):
        owner = next((a for a in chains.readings.agencies if a.kind == "social_org" and a.start < title.start), None)
        if owner:
            return ("mention", "", owner.start)
    sentence, last = start_before(chains.text, at), _last_character(chains, title)
    nearest_first = [a for a in chains.readings.agencies if a.end <= title.start and a.kind != "media"][::-1]
    if last:
        return _ending_so(chains, nearest_first, last, sentence)
    if title.category != "chief":
        return None
    body = next((a for a in nearest_first if by_verb or a.start >= sentence), None)
    return ("mention", "", body.start) if body and body.kind in _BODIES else None


def _last_character(chains: Chains, title: Title) -> str:
    """Give the character in which the name of a title's organ must end: 局|长, 该院|院长, 厅|党组书记; '' for any."""
    own = chains.text[title.start - 1 : title.start]
    if title.category == "organ":
        return title.text[-2]
    pointed_at = chains.text[title.start - 2 : title.start - 1] in ("该", "本")
    committee = title.category == "party" and title.text.startswith(_COMMITTEES)
    return own if pointed_at or (committee and own in ("部", "厅", "局", "委", "会", "院", "校")) else ""


def _ending_so(chains: Chains, nearest_first: Sequence[Agency], last: str, sentence: int) -> Ground | None:
    """Give the organ whose name ends in a character: the sentence's own, else the one that is named most often."""
    fitting = [agency for agency in nearest_first if _ends_in(chains, agency, last)]
    if not fitting:
        return None
    if fitting[0].start >= sentence and last != "行":
        return ("mention", "", fitting[0].start)
    printed = [chains.text[a.start : a.end] for a in fitting]
    best = max(fitting, key=lambda a: (printed.count(chains.text[a.start : a.end]), a.start))
    return ("mention", "", best.start)


def _ends_in(chains: Chains, agency: Agency, last: str) -> bool:
    """Tell whether the name of an agency ends in a character; a university is a 校 too."""
    name = agency.units[-1][1] if agency.units else agency.body or agency.name or agency.owner
    if name[-1:] == last:
        return True
    return last == "校" and not agency.units and chains.text.endswith(_SCHOOLS, agency.start, agency.end)


def _called(chains: Chains, body: re.Match[str]) -> Ground | None:
    """Give the organ named before that a text calls by its sort alone: 甲有限公司…，|公司|总经理."""
    if body.start() and not _FREE.search(chains.text, max(0, body.start() - 3), body.start()):
        return None
    sort = body.group().removeprefix("该")
    firm = sort in ("公司", "集团", "企业")
    words = _SCHOOLS if sort in ("学校", "校") else (sort,)
    before = between(chains.readings.agencies, 0, body.start())
    kind = "enterprise" if firm else "party" if sort == "党" else ""
    named = {a.start for a in before if a.kind == kind or chains.text.endswith(words, a.start, a.end)}
    exact = {at for a in before if (at := a.start) in named and chains.text.endswith(sort, at, a.end)}
    named = exact if firm and exact else named
    fits = [a for a in reversed(before) if a.start in named or (firm and a.short_of in named)]
    if firm and fits and fits[0].start < start_before(chains.text, body.start()):
        fits.sort(key=_named_oftener(chains, fits))
    return ("mention", "", fits[0].start) if fits else None


def _named_oftener(chains: Chains, firms: list[Agency]) -> Callable[[Agency], int]:
    """Give a key that puts the firms first that a text names, in full or by their short form, most often."""
    full = {agency.start: chains.text[agency.start : agency.end] for agency in firms}
    name = {agency.start: full.get(agency.short_of, full[agency.start]) for agency in firms}
    times = Counter(name.values())
    return lambda agency: -times[name[agency.start]]


def _free(chains: Chains, at: int) -> bool:
    """Tell whether a title stands free, or behind a short form of its organ; behind unread words it has its own."""
    if chains.text[at - 1 : at] in _SHORT_FORMS and not _FREE.search(chains.text, max(0, at - 3), at):
        at -= 1
    ends = at in chains.people_ends or at in chains.agencies or at in chains.titles or at in chains.places
    return ends or not at or _FREE.search(chains.text, max(0, at - 3), at) is not None
