"""Fill in the organs that the context gives the titles of a chain, and link people to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.extract.chains import BARE, Chains
from kg.extract.title_chains import STATIONED
from kg.model import Predicate
from kg.readings import Agency, Ground, Link, Person, Title, between
from kg.sentences import start_before

_SHORT_FORMS = tuple("部厅局委会院校行司处")
_FREE = re.compile(
    r"[^\u4e00-\u9fff]$|[该本任为由和与及同兼新现的选向对让请了是有聘升]$|接替|同志$|职务$|以及$|之后$|随后$|[上下]午$"
)
_MATTER = re.compile("[\u4e00-\u9fff]{2,8}(?:问题|事务)$")
_ENVOYS = ("特使", "代表", "顾问", "主管", "协调员", "副秘书长")
_MISSIONS = (("总领事", "总领事馆"), ("大使", "大使馆"), ("代表", "代表团"))
_ASSOCIATION = ("会长", "理事长", "秘书长", "监事长", "总干事", "理事", "监事", "顾问")
_BODY = re.compile(
    "(?:公司|集团|企业|医院|学校|学院|研究院|研究所|中心|总会|联盟|合作社|该(?:所|院|校|会|党|社|台|行|局|厅|机构|组织))$"
)
_SCHOOLS = ("校", "大学", "学院", "中学", "小学")
"""How the names of those end that have a 校长."""
_BODIES = ("social_org", "party", "enterprise", "institution")


def completed(
    chains: Chains,
    chain: list[tuple[Title, Ground | None]],
    at: int,
    *,
    by_verb: bool = False,
    shared: Ground | None = None,
) -> list[tuple[Title, Ground | None]]:
    """Fill in the organs that the context gives, and hand each on to the titles behind it."""
    out: list[tuple[Title, Ground | None]] = []
    last: Ground | None = None
    for title, organ in chain:
        if title.category == "state" and organ is None:
            out.append((title, None))
            continue
        if title.text.endswith(_ENVOYS):
            organ = organ or _of_matter(chains, title.start)
        if sent := STATIONED.search(chains.text, max(0, title.start - 16), title.start):
            out.append(_posted(chains, title, sent))
            continue
        last = organ or last or shared or _context(chains, title, at, by_verb=by_verb)
        out.append((title, last))
    return out


def _of_matter(chains: Chains, end: int) -> Ground | None:
    """Give the organ that sends somebody for a matter: 中国政府|中东问题|特使, 美国|叙利亚问题|特使."""
    matter = _MATTER.search(chains.text, max(0, end - 10), end)
    for at in range(matter.start(), end - 2) if matter else ():
        place = chains.places.get(at)
        if agency := chains.agencies.get(at):
            return ("mention", "", agency.start)
        if place and place.form == "country" and place.start >= end - 10:
            return ("government", "", place.start)
    return None


def _posted(chains: Chains, title: Title, sent: re.Match[str]) -> tuple[Title, Ground | None]:
    """Give the title of somebody posted abroad with its organ: 世界卫生组织|驻华代表, 中国驻日本|大使."""
    at, status = sent.start(), title.status
    if chains.text[at - 1 : at] in ("前", "原"):
        at, status = at - 1, "former"
    body = chains.agencies.get(at)
    if body and body.kind == "institution" and title.text.endswith("代表"):
        printed = replace(title, text=chains.text[sent.start() : title.end], status=status)
        return printed, ("mention", "", body.start)
    return title, _mission(chains, title, sent)


def _mission(chains: Chains, title: Title, sent: re.Match[str]) -> Ground | None:
    """Give the mission of a diplomat: 中国驻日本|大使 is at 中国驻日本大使馆; without a country that sends, none."""
    kind = next((kind for word, kind in _MISSIONS if title.text.endswith(word)), None)
    home = next((p for p in chains.readings.chains if p.end == sent.start() and p.form == "country"), None)
    return None if kind is None or home is None else ("organ", chains.text[home.start : title.start] + kind, home.start)


def links(person: Person, chain: list[tuple[Title, Ground | None]], rule: str, confidence: float) -> Iterator[Link]:
    """Yield a holds_post link for every title of a chain that has an organ; a member's needs one of its own."""
    for title, organ in chain:
        if organ is None or (title.category == "member" and organ[0] == "context"):
            continue
        sure = confidence if organ[0] != "context" else round(confidence - 0.1, 2)
        yield Link(
            ("person", person.name, person.start), Predicate.HOLDS_POST, organ, min(title.start, person.start),
            max(title.end, person.end), rule, sure, title=title.text, status=title.status,
        )  # fmt: skip


def _context(chains: Chains, title: Title, at: int, *, by_verb: bool = False) -> Ground | None:
    """Give the organ that the context gives a title: the last one whose name fits, in this sentence or before it."""
    if title.category == "state":
        return None if title.text in BARE else ("state", title.text, title.start)
    body = _BODY.search(chains.text, max(0, title.start - 4), title.start)
    if body and body.group()[0] == "该":
        return _called(chains, body)
    if title.category not in ("organ", "party", "chief"):
        return None
    if title.text in ("总领事", "大使"):
        told = between(chains.readings.agencies, start_before(chains.text, at), title.start)
        mission = next((a for a in told if chains.text.endswith(title.text + "馆", a.start, a.end)), None)
        return ("mention", "", mission.start) if mission else None
    if body:
        return _called(chains, body)
    if not _free(chains, title.start):
        return None
    fit = title.text[-2] if title.category == "organ" else ""
    own = chains.text[title.start - 1 : title.start]
    if chains.text[title.start - 2 : title.start - 1] in ("该", "本") and title.category != "organ":
        fit = own
    if (
        title.category == "party"
        and title.text.startswith(("党组", "党委", "分党组", "机关党委"))
        and own in ("部", "厅", "局", "委", "会", "院", "校")
    ):
        fit = own
    sentence = start_before(chains.text, at)
    if by_verb and title.text.endswith(_ASSOCIATION):
        owner = next((a for a in chains.readings.agencies if a.kind == "social_org" and a.start < title.start), None)
        if owner:
            return ("mention", "", owner.start)
    fitting: list[Agency] = []
    for agency in reversed([a for a in chains.readings.agencies if a.end <= title.start and a.kind != "media"]):
        last = (agency.units[-1][1] if agency.units else agency.body or agency.name or agency.owner)[-1:]
        school = fit == "校" and not agency.units and chains.text.endswith(_SCHOOLS, agency.start, agency.end)
        if fit and (last == fit or school):
            fitting.append(agency)
        elif not fit and (agency.start >= sentence or by_verb) and title.category == "chief":
            return ("mention", "", agency.start) if agency.kind in _BODIES else None
    if not fitting:
        return None
    printed = [chains.text[a.start : a.end] for a in fitting]
    best = max(fitting, key=lambda a: (printed.count(chains.text[a.start : a.end]), a.start))
    near = fitting[0] if fitting[0].start >= sentence and fit != "行" else best
    return ("mention", "", near.start)


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
