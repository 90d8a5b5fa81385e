"""Tie people to posts by verbs of appointment: 当选会长, 任…局长, 不再担任…职务, 任命…为, 免去…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.chains import Chains, organ_of, organ_start
from kg.extract.completion import completed, links
from kg.extract.subjects import PROPOSED, life_before, predecessor, subjects
from kg.extract.title_chains import inherit, is_deputy
from kg.readings import Ground, Link, Person, Title, between
from kg.sentences import start_before

_TAKES = re.compile(
    r"(?P<verb>不再担任|不再兼任|卸任|辞去|免去|拟任|拟任命|提名为|提名|当选为|当选|被任命为|任命为|挂职(?:担?任)?|(?:此前|早年|曾经?)(?:担任|兼任|出任|任|是)|现任|(?<![高草平中还])原任|历任|时任|兼任|担任|出任|就任|接任|升任|连任|同志任|获聘|受聘|调任|转任|改任|续任|任|(?<=[\u4e00-\u9fff])是)"
    r"(?:了|中共|为|其|本届|新一届|第[一二三四五六七八九十\d]{1,3}届)?$"
)
_APPOINT = re.compile(
    r"(?:任命|决定|选举|推选|推举|聘任|聘请|补选|增补|表决通过)(?:[^。\n]*[，；])?(?:[\u4e00-\u9fff·]{2,8}、)*[^，。；\n]{0,24}$"
)
_FORMER = re.compile("不再|此前|早年|曾|卸任|辞去|免去|原任|历任|时任")
_WORKED = re.compile("(?:工作|任职|任教|供职)(?:期间)?，(?:先后|历|曾)?(?:担)?任$")
_BEFORE_THAT = re.compile(r"\s*(?:在此之前|此前)，")
"""What opens a sentence that tells of an earlier post: 此前，|甲任乙局局长."""
_ACTS = re.compile("留任|表示|说|称|指出|介绍|将|也|已")
_OWN_SUBJECT = ("不再担任", "不再兼任", "卸任", "任", "接任", "就任", "升任", "连任", "出任", "是")
_ADVERB = re.compile(
    r"(?:当选|此前|新|转|升|又|也|并|现|兼|已|将|拟|先后|再次|全票|正式|同时|一直|还|曾|起|后|仍|至今)$"
)
_LATER = re.compile(
    r"年(?:\d{1,2}月)?(?:起|后)?，?(?:[^，。；]{0,6}任|(?:[他她]|[\u4e00-\u9fff]{2,4}?)?(?:当选|退休|离休|卸任|接受[^。]{0,24}(?:审查|调查)|被))"
)
"""What ends a post of a career: a later one, or how it ended."""
_DATED = re.compile(r"\d[年月日]$|(?:[回赴到]|调[到往回])[\u4e00-\u9fff]{1,3}$")
_CHANGE = re.compile("因[^，。；因]{2,8}$")
"""Why a post is given up: 因工作变动|不再兼任."""
_SERIES = re.compile(r"(?:(?<![\u4e00-\u9fff])|(?<=[他她]))(?P<verb>历任|(?:曾)?先后(?:担任|任))[^。；]*$")
_HELD = re.compile("(?:一职)?由[^，。；]{1,60}?(?P<verb>兼任|担任|出任|接任|代理)")
_RELATIVE = re.compile("(?:职务|一职)?的")
_STOP_MARKS = (*"，。；！？\n", "")
_COMRADES = ("同志", "先生", "女士")


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
        first = run[0][0]
        begin = first.start if run[0][1] is None else organ_start(chains, first)
        verb = _verb_before(chains, begin, first) or _apposition(chains, begin)
        behind = chains.text[run[-1][0].end : run[-1][0].end + 1]
        if (
            verb is None
            or (verb in ("是", "，") and behind not in _STOP_MARKS)
            or (verb == "现任" and _ACTS.match(chains.text, run[-1][0].end))
        ):
            continue
        seen.update(t.start for t, _ in run)
        misused = chains.text.rfind("利用", max(0, begin - 16), begin) >= 0
        over = misused or _BEFORE_THAT.match(chains.text, start_before(chains.text, begin)) is not None
        over = over or chains.text.startswith(("期间", "，直至"), run[-1][0].end)
        over = over or (verb in ("任", "兼任", "出任", "当选") and _is_past(chains, begin, run[-1][0].end))
        status = "former" if over or _FORMER.match(verb) else "proposed" if verb in PROPOSED else None
        last = run = _of_body(chains, run, last) if verb == "任命为" else _of_workplace(chains, run)
        for person in _named_behind(chains, run[-1][0].end) or subjects(chains, begin, verb):
            yield from _links(chains, person, run, begin, status)
        before = predecessor(chains, begin, run[-1][0].end) if status is None else None
        if before is not None:
            yield from _links(chains, before, run[:1], begin, "former")


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


def _apposition(chains: Chains, begin: int) -> str | None:
    """Give the comma by which a post is set beside the name that opens its sentence: 甲，|民政局局长，…."""
    person = chains.people_ends.get(begin - 1) if chains.text[begin - 1 : begin] == "，" else None
    if person is None or person.start in chains.titles:
        return None
    return "，" if chains.text[person.start - 1 : person.start] in ("", "。", "\n", "”") else None


def _named_behind(chains: Chains, end: int) -> list[Person]:
    """Give the person behind a relative clause: 时任甲县县长|的|乙某, 辞去县长|职务的|乙某."""
    relative = _RELATIVE.match(chains.text, end)
    person = chains.people.get(relative.end()) if relative else None
    return [] if person is None else [person]


def _is_past(chains: Chains, begin: int, end: int) -> bool:
    """Tell whether a post of a career is given up: a later one follows in its paragraph, or the person has died."""
    first, later = life_before(chains, begin, begin), _LATER.search(chains.text, end)
    if later is None or first is None:
        return False
    return len({person.name for person in between(chains.readings.people, first, later.end())}) == 1


def _run_from(chains: Chains, title: Title) -> list[tuple[Title, Ground | None]]:
    """Give the titles that follow one another from this one on, left to right."""
    run = [(title, organ_of(chains, title))]
    at = title.end
    while at < len(chains.text) and chains.text[at] in "、兼，和":
        follow = _follow(chains, at + 1)
        if (
            follow is None
            or _is_named(chains, follow)
            or (chains.text[at] == "，" and organ_of(chains, follow) is None)
        ):
            break
        run.append((follow, organ_of(chains, follow)))
        at = follow.end
    return run


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


def _verb_before(chains: Chains, begin: int, first: Title) -> str | None:
    if chains.text[first.start : first.start + 2] in ("时任", "拟任", "现任", "曾任", "历任", "当选"):
        return chains.text[first.start : first.start + 2]
    last = begin - 3 if chains.text.startswith(_COMRADES, begin - 3) else begin - 1
    note = chains.text.rfind("（", max(0, last - 10), last) if chains.text[last - 1 : last] == "）" else -1
    named = chains.people_ends.get(last if note < 0 else note)
    if named and named.start in chains.readings.appointed and chains.text[begin - 1] in "为的":
        return "免去" if chains.readings.appointed[named.start] else "任命为"
    if named and chains.text[begin - 1] == "为" and _APPOINT.search(chains.text, max(0, named.start - 60), named.start):
        return "任命为"
    if named and chains.text[begin - 1] == "为" and chains.text.endswith("提名", 0, named.start):
        return "提名"
    if named and chains.text[begin - 1] == "的" and chains.text.endswith(("免去", "解除"), 0, named.start):
        return "免去"
    if chains.text[begin - 2 : begin - 1] in ("该", "本"):
        begin -= 2
    match = _TAKES.search(chains.text, max(0, begin - 12), begin)
    if match:
        return match["verb"].removeprefix("同志") if _has_subject(chains, match) else None
    return "历任" if _in_series(chains, begin) else None


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
