"""Tell of whom a verb of appointment is said."""

from __future__ import annotations

import re

from kg.extract.chains import Chains, post_start
from kg.extract.title_chains import SHARED, chain_before
from kg.readings import Person, between
from kg.sentences import STOPS, start_before

PROPOSED = frozenset(("拟任", "拟任命", "提名为", "提名"))
_RELIEVED = ("辞去", "免去", "任命为", "被任命为", "不再担任", "不再兼任")
CAREER = re.compile("，[男女]，|族，|出生|生于|毕业|参加工作|加入中国共产党|历任|早年|任职|履新|出任|简历")
"""What shows that a paragraph tells of somebody's life."""
DATED_POST = re.compile(r"\d年(?:\d+月)?起?，?(?:[\u4e00-\u9fff·]{2,8})?任|退休")
"""What shows it in the sentences before: 1996年6月，甲任…. 2003年3月起，|任…."""
_PARAGRAPHS = 60
"""How many paragraphs a life may go on without its name."""
_GOES_ON = re.compile(r"\s*(?:\d{4}[年.]|曾任|历任|先后(?:担)?任|现任)")
_YEARS = re.compile(r"\s*\d{4}[年./]\d{1,2}月?\s*[-—–－~～至到]+\s*(?:\d{4}[年./]\d{1,2}月?)?(?:至?今)?")
"""A line that gives but the years of the post in the next one."""
_FOLLOWED = re.compile("接替了?(?![他她其]的)(?:[^，。；、\n]{0,12}的)?$")
"""What stands before the name of whoever had the post before: 甲|接替到龄退休的|乙，任…."""
_DATED = re.compile(r"[，；](?:\d{4}|次|同|翌)年(?:\d{1,2}月)?起?，?[当任]选?为?(?:第[一二三四五六七八九十]+届)?$")
"""What goes on with a career in the same sentence: 甲任乙厅厅长，1998年11月|任…."""
_PRONOUN = re.compile("(?:如今|现在|目前|当时|后来|此前|随后|其间)?[他她其](?!他|们|中|余|它|实)")
_OF_ANOTHER = re.compile(r"致电|贺电|接受(?!采访|专访)|(?<=[^，])祝贺|会见")
"""What stands between a person and the post of somebody else: 甲致电乙，祝贺他就任…."""


def life_before(chains: Chains, begin: int, told: int) -> int | None:
    """Give where the telling of a life begins in whose course an offset stands, or None; dated posts count to `told`.

    A paragraph that opens with a date or 曾任 and has named nobody yet goes on with the one before it.
    """
    text = chains.text
    first = text.rfind("\n", 0, begin) + 1
    for _ in range(_PARAGRAPHS):
        above = len(text[:first].rstrip()) if first else 0
        before = text.rfind("\n", 0, above) + 1
        below = _YEARS.fullmatch(text, before, above)
        if between(chains.readings.people, first, begin) or not (below or _GOES_ON.match(text, first)):
            break
        first = before
    life = CAREER.search(text, first, begin) or DATED_POST.search(text, first, told)
    return first if life else None


def _of_career(chains: Chains, begin: int) -> list[Person]:
    """Give the one person of whose life is told: 甲，男，汉族，1946年生…。历任…；1984年6月|任…."""
    first = life_before(chains, begin, start_before(chains.text, begin))
    return [] if first is None else _only_one(chains, first, begin)


def _meant(chains: Chains, begin: int) -> list[Person]:
    """Give the one person named in a paragraph whom its 他, 她 or 其 means: 如今她已是|甲县县长."""
    floor = start_before(chains.text, begin, "，。；！？\n")
    told = chains.text.rfind("\n", 0, begin) + 1
    return _only_one(chains, told, begin) if _PRONOUN.match(chains.text, floor, begin) else []


def _only_one(chains: Chains, start: int, end: int) -> list[Person]:
    """Give the first mention between two offsets if all are of one person, else none."""
    told = between(chains.readings.people, start, end)
    return [told[0]] if len({person.name for person in told}) == 1 else []


def _told_of(chains: Chains, begin: int, verb: str) -> list[Person]:
    """Give the people named before a verb in its sentence, behind the last 宣布： and, for 现任, in its item."""
    stops = STOPS if verb in (*_RELIEVED, *PROPOSED) else STOPS.replace("；", "")
    floor = start_before(chains.text, begin, stops)
    told = chains.text.rfind("：", floor, begin)
    floor = floor if told in chains.people_ends else max(floor, told)
    before = list(between(chains.readings.people, floor, begin))
    item = chains.text.rfind("；", floor, begin)
    return [p for p in before if p.start > item] or before if verb == "现任" else before


def followed(chains: Chains, person: Person) -> bool:
    """Tell whether another follows a person in a post: 甲接替|乙任局长."""
    return _FOLLOWED.search(chains.text, max(0, person.start - 20), person.start) is not None


def predecessor(chains: Chains, begin: int, end: int) -> Person | None:
    """Give who had the post between two offsets before, named in the same sentence: 甲接替|乙，任…, 甲任…，接替|乙."""
    before = between(chains.readings.people, start_before(chains.text, begin), begin)
    behind = between(chains.readings.people, end, end + 24) if chains.text.startswith("，接替", end) else []
    return next((person for person in (*reversed(before), *behind[:1]) if followed(chains, person)), None)


def titled_from(chains: Chains, person: Person) -> int:
    """Give where the titles before a name begin with their organs, else where the name begins."""
    chain = chain_before(chains, person.start)
    return post_start(chains, chain[0][0]) if chain else person.start


def subjects(chains: Chains, begin: int, verb: str) -> list[Person]:
    """Give the person, or the list of people, of whom a verb of appointment is said."""
    told = _told_of(chains, begin, verb)
    before = [person for person in told if not followed(chains, person)]
    if not before:
        return _of_career(chains, begin) or _meant(chains, begin)
    tail = re.sub(r"[（(][^（）()]*[)）]", "", chains.text[told[-1].end : begin])
    alone = len({person.name for person in told}) == 1
    far = len(tail) > 14 and not (alone and (_DATED.search(tail) or CAREER.search(tail)))
    if _OF_ANOTHER.search(tail) or (verb in ("任", "当选", "当选为") and far):
        return []
    out = [before[-1]]
    for person in reversed(before[:-1]):
        if not SHARED.fullmatch(chains.text, person.end, titled_from(chains, out[-1])):
            break
        out.append(person)
    if len(out) == 1 and len(tail) > len(verb) and verb in ("拟任", "现任", "提名为", "提名"):
        return [before[0]]
    return out if verb in ("当选", "当选为", "任", "被任命为", "任命为", "免去") else out[:1]
