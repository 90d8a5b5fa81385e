"""Tie people to posts: title chains before a name, titles behind a name, and verbs of appointment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.title_chains import BARE, SENTENCE, Chains, chain_before, inherit, organ_of, organ_start
from kg.model import Predicate
from kg.readings import Agency, Ground, Link, Person, Place, Readings, Title

_SHARE = re.compile(r"(?:[（(][^（）()]{1,8}[)）])?(?:、|和|及|与|以及|暨)")
_TAKES = re.compile(
    r"(?P<verb>不再担任|不再兼任|卸任|辞去|免去|拟任|拟任命|提名为|提名|当选为|当选|被任命为|任命为|现任|曾任|历任|时任|兼任|担任|出任|就任|接任|升任|连任|同志任|此前任|任)"
    r"(?:了|中共|为)?$"
)
_APPOINT = re.compile(r"(?:任命|决定|选举|推选|聘任|聘请|补选|增补)(?:[^。\n]*[，；])?$")
_OUSTED = re.compile(r"(?:的)?[^，。]{0,30}?(?:职务|职)")
_FORMER = frozenset(("此前任", "不再担任", "不再兼任", "卸任", "辞去", "免去", "曾任", "历任", "时任"))
_PROPOSED = frozenset(("拟任", "拟任命", "提名为", "提名"))
_OWN_SUBJECT = ("不再担任", "不再兼任", "卸任", "任", "接任", "就任", "升任", "连任", "出任")
_ADVERB = re.compile(r"(?:当选|又|也|并|现|兼|已|将|拟|先后|再次|全票|正式|同时|一直|还|曾)$")
_OF_ANOTHER = re.compile(r"致电|贺电|(?<=[^，])祝贺|会见")
"""What stands between a person and the post of somebody else: 甲致电乙，祝贺他就任…."""
_SHORT_FORMS = tuple("部厅局委会院校行司处")
_FREE = re.compile(
    r"[^\u4e00-\u9fff]$|[该本任为由和与及同兼新现的选向对让请了是有聘升]$|接替|同志$|职务$|以及$|之后$|随后$|[上下]午$"
)
_CLAUSE = re.compile(r"[^。；，\n]{0,12}，")
_SECRETARIES = ("秘书长", "副秘书长")
_LEADERS = ("主任", "主席", "会长", "理事长", "秘书长")
_RELIEVED = ("辞去", "免去", "任命为", "被任命为", "不再担任", "不再兼任")
_STATIONED = re.compile(r"(?:常驻|驻)[^，。；、馆团处组局办院]+$")
_MISSIONS = (("总领事", "总领事馆"), ("大使", "大使馆"), ("代表", "代表团"))
_ASSOCIATION = ("会长", "理事长", "秘书长", "监事长", "总干事", "理事")
_BODIES = ("social_org", "party", "enterprise", "institution")


def posts(text: str, readings: Readings) -> Iterator[Link]:
    """Yield a holds_post link for every title that the text gives a person."""
    chains = Chains(text, readings)
    last_chain: list[tuple[Title, Ground | None]] = []
    last: Person | None = None
    own = {p.name for p in readings.people if p.start in chains.titles or chain_before(chains, p.start)}
    for person in readings.people:
        chain = chain_before(chains, person.start)
        if (
            not chain
            and last is not None
            and last_chain
            and person.name not in own
            and _SHARE.fullmatch(text, last.end, person.start)
        ):
            chain = last_chain[-1:]
        chain = _completed(chains, chain, person.start, shared=_shared(chains, last, last_chain, chain))
        yield from _links(person, chain, "chain", 0.95)
        yield from _behind(chains, person)
        last, last_chain = person, chain
    yield from _by_verb(chains)


def _shared(
    chains: Chains,
    last: Person | None,
    last_chain: list[tuple[Title, Ground | None]],
    chain: list[tuple[Title, Ground | None]],
) -> Ground | None:
    """Give the organ of the person before in a list of titles: 苏州大学党委书记阮清和、|校长梅一舟."""
    if last is None or not chain or not last_chain or chain[0][0].category not in ("organ", "chief", "party", "rank"):
        return None
    between, organ = chains.text[last.end : chain[0][0].start], last_chain[-1][1]
    joined = between == "、" or (_CLAUSE.fullmatch(between) and _deputy(chain[0][0].text, last_chain[-1][0].text))
    return organ if joined and organ is not None and organ[0] == "mention" else None


def _deputy(title: str, before: str) -> bool:
    """Tell whether a title is of those under the one before it: 主任…，副主任…，秘书长…."""
    return title == "副" + before or (title in _SECRETARIES and before.removeprefix("副") in _LEADERS)


def _completed(
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
        if sent := _STATIONED.search(chains.text, max(0, title.start - 16), title.start):
            out.append((title, _mission(chains, title, sent)))
            continue
        last = organ or last or _context(chains, title, at, by_verb=by_verb) or shared
        out.append((title, last))
    return out


def _mission(chains: Chains, title: Title, sent: re.Match[str]) -> Ground | None:
    """Give the mission of a diplomat: 中国驻日本|大使 is at 中国驻日本大使馆; without a country that sends, none."""
    kind = next((kind for word, kind in _MISSIONS if title.text.endswith(word)), None)
    home = next((p for p in chains.readings.chains if p.end == sent.start() and p.form == "country"), None)
    return None if kind is None or home is None else ("organ", chains.text[home.start : title.start] + kind, home.start)


def _links(person: Person, chain: list[tuple[Title, Ground | None]], rule: str, confidence: float) -> Iterator[Link]:
    for title, organ in chain:
        if organ is None or (title.category == "member" and organ[0] == "context"):
            continue
        sure = confidence if organ[0] != "context" else confidence - 0.1
        yield Link(
            ("person", person.name, person.start), Predicate.HOLDS_POST, organ, min(title.start, person.start),
            max(title.end, person.end), rule, sure, title=title.text, status=title.status,
        )  # fmt: skip


def _context(chains: Chains, title: Title, at: int, *, by_verb: bool = False) -> Ground | None:
    """Give the organ that the context gives a title: the last one whose name fits, in this sentence or before it."""
    if title.category == "state":
        return None if title.text in BARE else ("state", title.text, title.start)
    if title.category not in ("organ", "party", "chief"):
        return None
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
    sentence = max((m.end() for m in SENTENCE.finditer(chains.text, max(0, at - 400), at)), default=0)
    if by_verb and title.text.endswith(_ASSOCIATION):
        owner = next((a for a in chains.readings.agencies if a.kind == "social_org" and a.start < title.start), None)
        if owner:
            return ("mention", "", owner.start)
    fitting: list[Agency] = []
    for agency in reversed([a for a in chains.readings.agencies if a.end <= title.start and a.kind != "media"]):
        last = (agency.units[-1][1] if agency.units else agency.body or agency.name or agency.owner)[-1:]
        if fit and last == fit:
            fitting.append(agency)
        elif not fit and (agency.start >= sentence or by_verb) and agency.kind in _BODIES and title.category == "chief":
            return ("mention", "", agency.start)
    if not fitting:
        return None
    printed = [chains.text[a.start : a.end] for a in fitting]
    best = max(fitting, key=lambda a: (printed.count(chains.text[a.start : a.end]), a.start))
    near = fitting[0] if fitting[0].start >= sentence and fit != "行" else best
    return ("mention", "", near.start)


def _free(chains: Chains, at: int) -> bool:
    """Tell whether a title stands free, or behind a short form of its organ; behind unread words it has its own."""
    if chains.text[at - 1 : at] in _SHORT_FORMS and not _FREE.search(chains.text, max(0, at - 3), at):
        at -= 1
    ends = at in chains.people_ends or at in chains.agencies or at in chains.titles or at in chains.places
    return ends or not at or _FREE.search(chains.text, max(0, at - 3), at) is not None


def _behind(chains: Chains, person: Person) -> Iterator[Link]:
    """Read 民政部社会组织管理局柳拯局长, 习近平总书记, 袁家军书记."""
    title = chains.title_starts.get(person.end)
    if title is None or title.category in ("staff", "member", "rank"):
        return
    if title.category == "state":
        yield from _links(person, [(title, ("state", title.text, title.start))], "name-title", 0.95)
        return
    agency = chains.agencies.get(person.start)
    organ: Ground | None = ("mention", "", agency.start) if agency else ("known", title.text, person.start)
    yield from _links(person, [(title, organ)], "name-title", 0.9 if agency else 0.75)


def _by_verb(chains: Chains) -> Iterator[Link]:
    """Read 当选会长, 任黄山市委委员、常委、书记, 不再担任…职务, 现任, 拟任, 曾任."""
    seen: set[int] = set()
    for title in chains.readings.titles:
        if title.start in seen or (title.end in chains.people and title.status == "current"):
            continue
        run = _run_from(chains, title)
        first = run[0][0]
        begin = first.start if run[0][1] is None else _begin(chains, first)
        verb = _verb_before(chains, begin, first)
        if verb is None:
            continue
        seen.update(t.start for t, _ in run)
        misused = chains.text.rfind("利用", max(0, begin - 16), begin) >= 0
        over = misused or chains.text.startswith("期间", run[-1][0].end)
        status = "former" if over or verb in _FORMER else "proposed" if verb in _PROPOSED else None
        for person in _subjects(chains, begin, verb):
            held = [(replace(t, status=status or t.status), o) for t, o in inherit(run)]
            run_of = _completed(chains, held, begin, by_verb=True)
            yield from _links(person, run_of, "verb", 0.9)


def _begin(chains: Chains, title: Title) -> int:
    return organ_start(chains, title)


def _run_from(chains: Chains, title: Title) -> list[tuple[Title, Ground | None]]:
    """Give the titles that follow one another from this one on, left to right."""
    run = [(title, organ_of(chains, title))]
    at = title.end
    while at < len(chains.text) and chains.text[at] in "、兼，":
        follow = next(
            (t for t in chains.readings.titles if at < t.start <= at + 26 and _joined(chains, at + 1, t)), None
        )
        if (
            follow is None
            or follow.end in chains.people
            or (chains.text[at] == "，" and organ_of(chains, follow) is None)
        ):
            break
        run.append((follow, organ_of(chains, follow)))
        at = follow.end
    return run


def _joined(chains: Chains, at: int, title: Title) -> bool:
    return title.start == at or (organ_of(chains, title) is not None and organ_start(chains, title) == at)


def _verb_before(chains: Chains, begin: int, first: Title) -> str | None:
    if chains.text[first.start : first.start + 2] in ("时任", "拟任", "现任", "曾任", "历任", "当选"):
        return chains.text[first.start : first.start + 2]
    named = chains.people_ends.get(begin - 3 if chains.text.startswith("同志", begin - 3) else begin - 1)
    if named and named.start in chains.readings.appointed and chains.text[begin - 1] in "为的":
        return "免去" if chains.readings.appointed[named.start] else "任命为"
    if named and chains.text[begin - 1] == "为" and _APPOINT.search(chains.text, max(0, named.start - 60), named.start):
        return "任命为"
    if named and chains.text[begin - 1] == "的" and chains.text.endswith("免去", 0, named.start):
        return "免去"
    if chains.text[begin - 2 : begin - 1] in ("该", "本"):
        begin -= 2
    match = _TAKES.search(chains.text, max(0, begin - 8), begin)
    return match["verb"].removeprefix("同志") if match and _has_subject(chains, match) else None


def _has_subject(chains: Chains, verb: re.Match[str]) -> bool:
    """Tell whether a verb follows a stop or a name that was read; another name is the subject, and was not read."""
    if verb["verb"] not in _OWN_SUBJECT:
        return True
    at = verb.start()
    while adverb := _ADVERB.search(chains.text, max(0, at - 2), at):
        at = adverb.start()
    free = not at or not "\u4e00" <= chains.text[at - 1] <= "\u9fff"
    return free or at in chains.people_ends or chains.text.endswith(("同志", "先生", "女士", "其", "他", "她"), 0, at)


def _subjects(chains: Chains, begin: int, verb: str) -> list[Person]:
    """Give the person, or the list of people, of whom a verb of appointment is said."""
    stops = "。！？\n；" if verb in _RELIEVED else "。！？\n"
    floor = max(chains.text.rfind(stop, 0, begin) for stop in stops) + 1
    before = [p for p in chains.readings.people if floor <= p.start < begin]
    if not before:
        return []
    tail = re.sub(r"[（(][^（）()]*[)）]", "", chains.text[before[-1].end : begin])
    if _OF_ANOTHER.search(tail) or (verb in ("任", "当选", "当选为", "兼任") and len(tail) > 14):
        return []
    out = [before[-1]]
    for person in reversed(before[:-1]):
        if not re.fullmatch(r"、|和|及|与", chains.text[person.end : out[-1].start]):
            break
        out.append(person)
    if len(out) == 1 and verb in ("拟任", "现任", "提名为", "提名"):
        return [before[0]]
    return out if verb in ("当选", "当选为", "任", "被任命为", "任命为", "免去") else out[:1]


__all__ = ["Agency", "Place", "chain_before", "posts"]
