"""Tie people to posts by verbs of appointment: 当选会长, 任…局长, 不再担任…职务, 任命…为, 免去…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.appointment_verbs import verb_before
from kg.extract.chains import Chains, organ_of, organ_start
from kg.extract.completion import completed, links
from kg.extract.subjects import PROPOSED, life_before, predecessor, subjects, titled_from
from kg.extract.title_chains import inherit, is_deputy
from kg.readings import Ground, Link, Person, Title, between
from kg.sentences import start_before

_FORMER = re.compile("不再|此前|早年|曾|卸任|辞去|免去|原任|历任|时任")
_WORKED = re.compile("(?:工作|任职|任教|供职)(?:期间)?，(?:先后|历|曾)?(?:担)?任$")
_BEFORE_THAT = re.compile(r"\s*(?:在此之前|此前)，")
"""What opens a sentence that tells of an earlier post: 此前，|甲任乙局局长."""
_FROM_TO = re.compile(
    r"(?:19|20)\d\d年(?:\d{1,2}月)?[至到—–-]+(?:19|20)?\d\d年(?:\d{1,2}月)?(?:间|期间)?，?[^，。；]{0,10}$"
)
"""The years between which somebody held a post: 2013年至2014年|挂职担任."""
_ACTS = re.compile("留任|表示|说|称|指出|介绍|将|也|已")
_LATER = re.compile(
    r"年(?:\d{1,2}月)?(?:起|后)?，?(?:[^，。；]{0,6}任|(?:[他她]|[\u4e00-\u9fff]{2,4}?)?(?:当选|退休|离休|卸任|接受[^。]{0,24}(?:审查|调查)|被))"
)
"""What ends a post of a career: a later one, or how it ended."""
_HELD = re.compile("(?:一职)?由[^，。；]{1,60}?(?P<verb>兼任|担任|出任|接任|代理)")
_RELATIVE = re.compile("(?:职务|一职)?的")
_NEAR = 40
"""How far behind a relative clause its name may begin, behind other titles, in code points."""
_NOTE = re.compile("（(?:挂职|兼|正[部厅处]级|副[部厅处]级|援[疆藏青])）")
_STOP_MARKS = (*"，。；！？\n", "")


def by_verb(chains: Chains) -> Iterator[Link]:
    """Read 当选会长, 任黄山市委委员、常委、书记, 不再担任…职务, 现任, 拟任, 曾任."""
    seen: set[int] = set()
    last: list[tuple[Title, Ground | None]] = []
    for title in chains.readings.titles:
        if holder := _holder(chains, title.end):
            yield from links(holder, completed(chains, [(title, organ_of(chains, title))], title.start), "verb", 0.9)
            continue
        elected = title.status == "proposed" and organ_of(chains, title) is not None
        if title.start in seen or (title.end in chains.people and (title.status == "current" or elected)):
            continue
        run = _run_from(chains, title)
        begin = title.start if run[0][1] is None else organ_start(chains, title)
        verb = verb_before(chains, begin, title)
        if verb is None or _goes_on(chains, verb, run[-1][0].end):
            continue
        seen.update(t.start for t, _ in run)
        last = run = _of_body(chains, run, last) if verb == "任命为" else _of_workplace(chains, run)
        yield from _given(chains, run, begin, verb)


def _goes_on(chains: Chains, verb: str, end: int) -> bool:
    """Tell whether the words behind a title make it no post that is taken: 现任|…表示, 是|…的."""
    if verb in ("是", "，"):
        return chains.text[end : end + 1] not in _STOP_MARKS
    return verb == "现任" and _ACTS.match(chains.text, end) is not None


def _given(chains: Chains, run: list[tuple[Title, Ground | None]], begin: int, verb: str) -> Iterator[Link]:
    """Yield the posts that a verb gives its subjects, and the first of them to who held it before."""
    end = run[-1][0].end
    over = _FORMER.match(verb) or _is_over(chains, begin, end, verb)
    status = "former" if over else "proposed" if verb in PROPOSED else None
    for person in _named_behind(chains, end) or subjects(chains, begin, verb):
        yield from _links(chains, person, run, begin, status)
    before = predecessor(chains, begin, end) if status is None else None
    if before is not None:
        yield from _links(chains, before, run[:1], begin, "former")


def _is_over(chains: Chains, begin: int, end: int, verb: str) -> bool:
    """Tell whether the words around a post say that it is no longer held: 利用|…职务, 此前，|…, …|期间."""
    if chains.text.rfind("利用", max(0, begin - 16), begin) >= 0 or chains.text.startswith(
        ("期间", "时就", "时，", "，直至"), end
    ):
        return True
    if _BEFORE_THAT.match(chains.text, start_before(chains.text, begin)):
        return True
    if _FROM_TO.search(chains.text, max(0, begin - 40), begin):
        return True
    return verb in ("任", "兼任", "出任", "当选") and _is_past(chains, begin, end)


def _links(
    chains: Chains, person: Person, run: list[tuple[Title, Ground | None]], begin: int, status: str | None
) -> Iterator[Link]:
    """Yield the posts of a run that a verb gives a person, with the status that the verb tells."""
    held = [(replace(title, status=status) if status else title, organ) for title, organ in inherit(run)]
    yield from links(person, completed(chains, held, begin, by_verb=True), "verb", 0.9)


def _holder(chains: Chains, end: int) -> Person | None:
    """Give who is named behind a title as the one who holds it: 秘书长|由甲兼任."""
    held = _HELD.match(chains.text, end)
    person = chains.people_ends.get(held.start("verb")) if held else None
    return person if person and person.start > end else None


def _of_body(
    chains: Chains, run: list[tuple[Title, Ground | None]], last: list[tuple[Title, Ground | None]]
) -> list[tuple[Title, Ground | None]]:
    """Give posts the body whose head or deputy was elected before them: 甲为…委员会主任，乙为|副主任，丙为|秘书长."""
    title, organ = run[0]
    if organ is not None or not last or not is_deputy(title, last[-1][0].text):
        return run
    apart = start_before(chains.text, title.start) > last[-1][0].end
    return run if apart else [(title, last[-1][1]), *run[1:]]


def _of_workplace(chains: Chains, run: list[tuple[Title, Ground | None]]) -> list[tuple[Title, Ground | None]]:
    """Give posts the organ at which somebody worked: 在甲设计院工作，历任|技术员、工程师."""
    title, organ = run[0]
    worked = _WORKED.search(chains.text, max(0, title.start - 12), title.start) if organ is None else None
    place = chains.agencies.get(worked.start()) if worked else None
    return run if place is None else [(title, ("mention", "", place.start)), *run[1:]]


def _named_behind(chains: Chains, end: int) -> list[Person]:
    """Give the person behind a relative clause, with titles or without: 时任甲县县长|的|乙某, 曾任县长|的|市长丙某."""
    relative = _RELATIVE.match(chains.text, end)
    if relative is None:
        return []
    near = between(chains.readings.people, relative.end(), relative.end() + _NEAR)
    return [person for person in near[:1] if titled_from(chains, person) == relative.end()]


def _is_past(chains: Chains, begin: int, end: int) -> bool:
    """Tell whether a post of a career is given up: a later one follows in its paragraph, or the person has died."""
    first, later = life_before(chains, begin, begin), _LATER.search(chains.text, end)
    if later is None or first is None:
        return False
    return len({person.name for person in between(chains.readings.people, first, later.end())}) == 1


def _run_from(chains: Chains, title: Title) -> list[tuple[Title, Ground | None]]:
    """Give the titles that follow one another from this one on, left to right."""
    run = [(title, organ_of(chains, title))]
    at = _behind_note(chains, title)
    while at < len(chains.text) and chains.text[at] in "、兼，和":
        follow = _follow(chains, at + 1)
        if follow is None or _is_named(chains, follow) or _HELD.match(chains.text, follow.end):
            break
        if chains.text[at] == "，" and organ_of(chains, follow) is None:
            break
        run.append((follow, organ_of(chains, follow)))
        at = _behind_note(chains, follow)
    return run


def _behind_note(chains: Chains, title: Title) -> int:
    """Give where a title ends, behind the note to it: 副市长|（挂职）."""
    note = _NOTE.match(chains.text, title.end)
    return note.end() if note else title.end


def _is_named(chains: Chains, title: Title) -> bool:
    """Tell whether a title, or one that follows it, stands before a name: 所长、|高级农艺师|某某."""
    while title.end not in chains.people and chains.text[title.end : title.end + 1] == "、":
        follow = _follow(chains, title.end + 1)
        if follow is None:
            return False
        title = follow
    return title.end in chains.people


def _follow(chains: Chains, at: int) -> Title | None:
    """Give the title that begins, with its organ, at an offset."""
    near = between(chains.readings.titles, at, at + 26)
    return next((title for title in near if _joined(chains, at, title)), None)


def _joined(chains: Chains, at: int, title: Title) -> bool:
    return title.start == at or (organ_of(chains, title) is not None and organ_start(chains, title) == at)
