"""Tie people to posts: title chains before a name, titles behind a name, and verbs of appointment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Predicate
from kg.readings import Agency, Ground, Link, Person, Place, Readings, Title

_GAP = re.compile(r"[、，,]?(?:兼|兼任)?")
_SHARE = re.compile(r"(?:[（(][^（）()]{1,8}[)）])?(?:、|和|及|与|以及|暨)")
_TAKES = re.compile(
    r"(?P<verb>不再担任|不再兼任|卸任|辞去|免去|拟任|拟任命|提名为|提名|当选为|当选|被任命为|任命为|现任|曾任|历任|时任|兼任|担任|出任|就任|接任|升任|连任|同志任|此前任|任)"
    r"(?:了|中共|为)?$"
)
_APPOINT = re.compile(r"(?:任命|决定|选举|推选|聘任|聘请|补选|增补)(?:[^。\n]*[，；])?$")
_OUSTED = re.compile(r"(?:的)?[^，。]{0,30}?(?:职务|职)")
_FORMER = frozenset(("此前任", "不再担任", "不再兼任", "卸任", "辞去", "免去", "曾任", "历任", "时任"))
_PROPOSED = frozenset(("拟任", "拟任命", "提名为", "提名"))
_PAST = re.compile(r"(?<![目之日提年此以当])前$|(?<![复还平草])原$")
_ASSOCIATION = ("会长", "理事长", "秘书长", "监事长", "总干事", "理事")
_BODIES = ("social_org", "party", "enterprise", "institution")
BARE = ("总书记", "国家主席", "国家副主席", "委员长", "副委员长")
_LEADS = (
    "以及",
    "同志",
    "会上",
    "席上",
    "按照",
    "落实",
    "贯彻",
    "学习",
    "根据",
    "受到",
    "邀请",
    "祝贺",
    "感谢",
    "欢迎",
    "热烈",
)
_SENTENCE = re.compile(r"[。！？\n；]")


class Chains:
    """Index the readings of a text by their ends, to walk title chains from right to left."""

    def __init__(self, text: str, readings: Readings) -> None:
        self.text = text
        self.titles = {t.end: t for t in readings.titles}
        self.title_starts = {t.start: t for t in readings.titles}
        self.agencies = {a.end: a for a in readings.agencies if not a.elided}
        self.places = {p.end: p for p in readings.places}
        self.people = {p.start: p for p in readings.people}
        self.people_ends = {p.end: p for p in readings.people}
        self.readings = readings


def organ_of(chains: Chains, title: Title) -> Ground | None:
    """Give the organ that is printed directly before a title, or None."""
    at = title.start
    agency = chains.agencies.get(at) or (chains.agencies.get(at + 1) if title.category == "organ" else None)
    if agency:
        return ("mention", "", agency.start)
    place = chains.places.get(at)
    if place is None:
        return None
    if title.category == "government" or place.form == "country":
        return ("government", title.text[-2:-1], place.start)
    return None


def chain_before(chains: Chains, end: int) -> list[tuple[Title, Ground | None]]:
    """Give the titles of the chain that ends at an offset, left to right, each with its organ or None.

    A title without an organ of its own takes over the organ, and the status 原 or 时任, of the one before it;
    heads of a government take the government of the level that they name.
    """
    found: list[tuple[Title, Ground | None]] = []
    at = end
    while True:
        title = chains.titles.get(at)
        if title is None:
            break
        organ = organ_of(chains, title)
        at = title.start if organ is None else _organ_start(chains, title)
        if organ is not None and _PAST.search(chains.text, max(0, at - 3), at):
            title = replace(title, status="former")
        found.append((title, organ))
        gap = next((g for g in (1, 2, 3) if at - g in chains.titles and _GAP.fullmatch(chains.text, at - g, at)), None)
        if gap is None:
            break
        at -= gap
    return _at_home(chains, _inherit(list(reversed(found))))


def _at_home(chains: Chains, chain: list[tuple[Title, Ground | None]]) -> list[tuple[Title, Ground | None]]:
    """Keep 总书记 and 国家主席 for China only where nothing foreign stands before them in the sentence.

    Behind a foreign organ the post is that country's; behind words that were not read, or with a foreign country
    in the sentence, the organ stays open.
    """
    out: list[tuple[Title, Ground | None]] = []
    for title, organ in chain:
        if organ is not None and organ[0] == "state" and title.text in BARE:
            organ = _abroad(chains, title, out, organ)
        out.append((title, organ))
    return out


def _abroad(chains: Chains, title: Title, before: list[tuple[Title, Ground | None]], organ: Ground) -> Ground | None:
    floor = max((m.end() for m in _SENTENCE.finditer(chains.text, max(0, title.start - 200), title.start)), default=0)
    floor = max(floor, title.start - 200)
    for agency in reversed(chains.readings.agencies):
        if floor <= agency.start < title.start and agency.place and agency.place.form == "country":
            same = bool(before) and before[-1][1] == ("mention", "", agency.start)
            return ("country", "", agency.start) if same else None
    foreign = [p for p in chains.readings.places if floor <= p.start < title.start and p.form == "country"]
    if any(p.parts[0].codes != ("CN",) for p in foreign):
        return None
    last = chains.text[title.start - 1 : title.start]
    read = (
        not last
        or not "一" <= last <= "鿿"
        or title.start in chains.people_ends
        or chains.text[title.start - 2 : title.start] in _LEADS
    )
    return organ if read else None


def _organ_start(chains: Chains, title: Title) -> int:
    agency = chains.agencies.get(title.start) or (
        chains.agencies.get(title.start + 1) if title.category == "organ" else None
    )
    return agency.start if agency else chains.places[title.start].start


def _inherit(chain: list[tuple[Title, Ground | None]]) -> list[tuple[Title, Ground | None]]:
    out: list[tuple[Title, Ground | None]] = []
    last: Ground | None = None
    status = "current"
    for title, organ in chain:
        if title.status != "current":
            status = title.status
        elif organ is not None and out and title.status == "current" and status == "proposed":
            pass
        elif organ is not None:
            status = "current"
        if organ is None:
            organ = _own_rule(title) or last
        last = organ if title.category != "government" or organ is None else last or organ
        out.append((Title(title.start, title.end, title.text, title.category, status), organ))
    return out


def _own_rule(title: Title) -> Ground | None:
    if title.category == "government":
        return ("government", title.text[-2], -1)
    if title.category == "state":
        return ("state", title.text, title.start)
    return None


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
        chain = _completed(chains, chain, person.start)
        yield from _links(person, chain, "chain", 0.95)
        yield from _behind(chains, person)
        last, last_chain = person, chain
    yield from _by_verb(chains)


def _completed(
    chains: Chains, chain: list[tuple[Title, Ground | None]], at: int, *, by_verb: bool = False
) -> list[tuple[Title, Ground | None]]:
    """Fill in the organs that the context gives, and hand each on to the titles behind it."""
    out: list[tuple[Title, Ground | None]] = []
    last: Ground | None = None
    for title, organ in chain:
        last = organ or last or _context(chains, title, at, by_verb=by_verb)
        out.append((title, last))
    return out


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
    sentence = max((m.end() for m in _SENTENCE.finditer(chains.text, max(0, at - 400), at)), default=0)
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
        over = chains.text.startswith("期间", run[-1][0].end)
        status = "former" if over or verb in _FORMER else "proposed" if verb in _PROPOSED else None
        for person in _subjects(chains, begin, verb):
            held = [(replace(t, status=status or t.status), o) for t, o in _inherit(run)]
            run_of = _completed(chains, held, begin, by_verb=True)
            yield from _links(person, run_of, "verb", 0.9)


def _begin(chains: Chains, title: Title) -> int:
    return _organ_start(chains, title)


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
    return title.start == at or (organ_of(chains, title) is not None and _organ_start(chains, title) == at)


def _verb_before(chains: Chains, begin: int, first: Title) -> str | None:
    if chains.text[first.start : first.start + 2] in ("时任", "拟任", "现任", "曾任", "历任", "当选"):
        return chains.text[first.start : first.start + 2]
    named = chains.people_ends.get(begin - 1)
    if named and chains.text[begin - 1] == "为" and _APPOINT.search(chains.text, max(0, named.start - 60), named.start):
        return "任命为"
    if named and chains.text[begin - 1] == "的" and chains.text.endswith("免去", 0, named.start):
        return "免去"
    if chains.text[begin - 2 : begin - 1] in ("该", "本"):
        begin -= 2
    match = _TAKES.search(chains.text, max(0, begin - 8), begin)
    return match["verb"].removeprefix("同志") if match else None


def _subjects(chains: Chains, begin: int, verb: str) -> list[Person]:
    """Give the person, or the list of people, of whom a verb of appointment is said."""
    floor = max((m.end() for m in re.finditer(r"[。！？\n]", chains.text[:begin])), default=0)
    before = [p for p in chains.readings.people if floor <= p.start < begin]
    if not before:
        return []
    tail = re.sub(r"[（(][^（）()]*[)）]", "", chains.text[before[-1].end : begin])
    if verb in ("任", "当选", "当选为", "兼任") and len(tail) > 14:
        return []
    out = [before[-1]]
    for person in reversed(before[:-1]):
        if not re.fullmatch(r"、|和|及|与", chains.text[person.end : out[-1].start]):
            break
        out.append(person)
    if len(out) == 1 and verb in ("拟任", "现任", "提名为", "提名"):
        return [before[0]]
    return out if verb in ("当选", "当选为", "任", "被任命为", "任命为") else out[:1]


__all__ = ["Agency", "Place", "chain_before", "posts"]
