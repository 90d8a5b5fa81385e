"""Find the names that no title announces: beside verbs, in lists of appointments, of foreigners, named again."""

from __future__ import annotations

import re

from kg.nlp import lexicon, names, transliterated
from kg.nlp.element_names import element_name_at, element_name_before
from kg.nlp.name_edges import closes, is_spaced, of_theory, put
from kg.nlp.name_fit import UNTITLED
from kg.nlp.surface import Surface, occurrences
from kg.readings import Person, Readings, Title

_ACCUSED = ("被告人", "嫌疑人", "罪犯", "当事人", "同志")
_SHIP = re.compile(r"[”\"]?号")
_CLAUSE_START = re.compile(r"^|(?<=[\n，。；：、！？“（）\s以由同与和对向是])|(?<=[，。！？…]”)")
"""What matches, without a character, where a clause starts."""
_PRIVATE = re.compile(
    r"(?:居民|村民|市民|群众|学生|老人|患者|家长|农民|游客|司机|乘客|业主|网友|读者|商户|摊主|店主|志愿者|儿童|小朋友|女孩|男孩|青年|记者|编辑|通讯员)$"
)
_TRADE = re.compile("外交官$|学者$|律师$|企业家$|经济学家$|政治家$|议员$")
_GREETED = ("致电", "祝贺", "会见", "邀请", "接见", "感谢")
_DOTS = frozenset(names.DOTS)
_REASON = re.compile("因[^，。；]{2,8}?(?=辞去)")
_LEFT = re.compile("[^，。；、\n]{0,10}(?:退休|辞职|离任|卸任|病逝|去世|离职|落马|被免职|调离|转任[^，。；、]{2,8})的")
"""Why somebody left the post in which another follows: 接替|日前辞职的|某某."""
_HEADS = ("总书记", "主席", "总理", "委员长", "总统")
_OFFICES = ("organ", "government", "chief", "party")
_USUAL = -10.9
_LISTED = re.compile("、(?P<name>[\u4e00-\u9fff]{3})(?=[、和]|等[\\d一二三四五六七八九十]*[人名位]|当选)")
"""A name of three characters in a list of names."""
_NOTE = re.compile(r"（[^（）\n]{1,8}）")


def before_verb(page: Surface, at: int, people: dict[int, Person], covered: bytearray) -> None:
    """Read an untitled name at the start of a clause, right before a verb of speech."""
    for start in element_name_before(page, at):
        if _CLAUSE_START.match(page.text, start) and 1 not in covered[start:at]:
            put(page, people, covered, start, at, 0.85)
            return
    for size in (4, 3, 2):
        start = at - size
        if start < 0 or not _CLAUSE_START.match(page.text, start):
            continue
        if 1 in covered[start:at] or page.blocked(start, at):
            continue
        if size == 2 and is_spaced(page, start):
            put(page, people, covered, start, at, 0.9)
            back(page, start, people, covered)
            return
        if names.doubtful(page.text[start]) and not (start == 0 or page.marks[start - 1]):
            continue
        if names.spoken(page.text[start:at]) or all(page.stop[start:at]) or _is_word(page.text[start:at]):
            continue
        sure = page.text.startswith(("同志", "任", "当选", "为", "，男", "，女", "不再"), at)
        best = names.name_at(page, start)
        if not best or best[0] != at or best[1] < UNTITLED - (3 if sure else 0):
            continue
        if sure or (
            lexicon.words().get(page.text[start:at], -99.0) < -14
            and lexicon.words().get(page.text[start : start + 2], -99.0) < -10.5
        ):
            put(page, people, covered, start, at, 0.8)
            back(page, start, people, covered)
        return


def _is_word(name: str) -> bool:
    """Tell whether two characters are a usual word, a side in talks or a place in a text: 全党, 巴方, 信中."""
    if len(name) != 2:
        return False
    return lexicon.words().get(name, -99.0) > _USUAL or (name[1] in "方中" and names.weight_of_surname(name, 0) < -6.5)


def behind_verb(page: Surface, at: int, people: dict[int, Person], covered: bytearray) -> None:
    """Read 任命X为…, 免去X的…职务, 决定X为…: the name stands between the verb and 为 or 的."""
    removed = page.text.endswith(("免去", "解除"), 0, at)
    dotted = transliterated.foreign_at(page, at, titled=False)
    dotted, surnames = dotted or element_name_at(page, at), names.surname_at(page.text, at)
    run = None if surnames else transliterated.foreign_at(page, at, titled=True)
    dotted = dotted or (run if run and run - at > 2 else None)
    ends = [dotted] if dotted else [at + n for n in (4, 3, 2)]
    for end in ends:
        note = _NOTE.match(page.text, end)
        behind = note.end() if note else end
        reason = _REASON.match(page.text, behind)
        if (
            not page.text.startswith(
                ("为", "的") if removed else ("为", "任", "现任", "曾任", "辞去", "同志辞去", "先生为", "女士为"),
                reason.end() if reason else behind,
            )
            or 1 in covered[at:end]
            or (not dotted and page.blocked(at, end))
        ):
            continue
        if dotted or (surnames and end - at <= 2 + len(surnames[0])):
            put(page, people, covered, at, end, 0.85)
            return


def predecessor(page: Surface, at: int, people: dict[int, Person], covered: bytearray) -> None:
    """Read whom somebody follows in a post: 接替某某。, 接替到龄退休的|某某，任…."""
    told = _LEFT.match(page.text, at)
    at = told.end() if told else at
    end = transliterated.foreign_at(page, at, titled=False)
    best = None if end else names.name_at(page, at)
    end = end or (best[0] if best and best[1] > UNTITLED else None)
    if end and page.is_stop(end) and 1 not in covered[at:end] and not page.blocked(at, at + 1):
        put(page, people, covered, at, end, 0.85)


def appointed(
    page: Surface, at: int, readings: Readings, people: dict[int, Person], covered: bytearray, *, removing: bool
) -> None:
    """Read the names of an item of a list of appointments: X、Y为…, X同志的…职务."""
    link = ("的", "同志的") if removing else ("为", "同志为")
    while True:
        end = people[at].end if at in people else _bounded(page, at, covered, (*link, "、", "（"))
        if end is None:
            return
        note = _NOTE.match(page.text, end)
        behind = note.end() if note else end
        if not page.text.startswith((*link, "、"), behind):
            return
        if at not in people:
            put(page, people, covered, at, end, 0.85)
        readings.appointed[at] = removing
        if page.text[behind : behind + 1] != "、":
            return
        at = behind + 1


def _bounded(page: Surface, at: int, covered: bytearray, behind: tuple[str, ...]) -> int | None:
    """Give the end of the name that begins at an offset and stops at one of the words behind it."""
    dotted = transliterated.foreign_at(page, at, titled=False)
    elements, surnames = element_name_at(page, at), names.surname_at(page.text, at)
    ends = [elements] if elements else []
    ends += [at + n for n in (3, 2, 4) if surnames and 1 <= n - len(surnames[0]) <= 2]
    ends += [at + 2] if at + 1 in page.spaced else []
    ends = [dotted] if dotted else ends
    end = next((end for end in ends if page.text.startswith(behind, end)), None)
    return None if end is None or 1 in covered[at:end] else end


def back(page: Surface, at: int, people: dict[int, Person], covered: bytearray) -> None:
    """Read the names of a list from its last one leftwards: 潘逸舟、雷咏梅当选…."""
    while at and page.text[at - 1] in "、和":
        for size in (4, 3, 2):
            start = at - 1 - size
            if start < 0 or 1 in covered[start : at - 1] or not _CLAUSE_START.match(page.text, start):
                continue
            best = names.name_at(page, start)
            if best and best[0] == at - 1 and best[1] > UNTITLED:
                put(page, people, covered, start, at - 1, 0.75)
                break
        else:
            return
        at = start


def foreign_names(page: Surface, people: dict[int, Person], covered: bytearray) -> None:
    """Read the foreign names with dots at the start of a clause, or behind a greeting: 致电|约韦里·穆塞韦尼."""
    for match in transliterated.dotted(page.text):
        first = max(0, match.start() - 1)
        head = transliterated.DOT.split(page.text[first : match.end()])[0]
        greeted = first + max(head.rfind(verb) + len(verb) if verb in head else 0 for verb in _GREETED)
        start = max(match.start(), greeted)
        begins = start == greeted > first or _CLAUSE_START.match(page.text, start)
        private = _PRIVATE.search(page.text, max(0, start - 4), start)
        begins = begins or _TRADE.search(page.text, max(0, start - 4), start)
        if covered[start] or page.quoted[start] or private or not begins:
            continue
        end = transliterated.foreign_at(page, start, titled=False) or element_name_at(page, start)
        if end and closes(page, end) and 1 not in covered[start:end] and not _SHIP.match(page.text, end):
            put(page, people, covered, start, end, 0.8)


def again(page: Surface, people: dict[int, Person], covered: bytearray) -> None:
    """Read the later (and earlier) mentions of the names that are known, also without a title."""
    known = {p.name for p in people.values()}
    forms = {name: name for name in known}
    given = set()
    for name in sorted(known):
        first, *rest = transliterated.DOT.split(name)
        given |= {first} if rest else set()
        for part in (*reversed(rest), first):
            if len(part) >= 2:
                forms.setdefault(part, name)
    for form, name in sorted(forms.items(), key=lambda f: (-len(f[0]), f[0])):
        for at, end in occurrences(page.text, form):
            if form in given and not closes(page, end):
                continue
            if 1 not in covered[at:end] and _again_ok(page, at, end, form):
                people[at] = Person(at, end, name, 0.9)
                covered[at:end] = b"\x01" * (end - at)


def between_names(page: Surface, people: dict[int, Person], covered: bytearray) -> None:
    """Read the names that stand in a list behind a known one, whatever their surname: 施越、|钭利江|、…."""
    for end in sorted(person.end for person in people.values()):
        match = _LISTED.match(page.text, end)
        while match is not None:
            at = match.start("name")
            named = names.surname_at(match["name"], 0) and match["name"] not in lexicon.words()
            if not named or 1 in covered[at : match.end()] or page.blocked(at, match.end()):
                break
            put(page, people, covered, at, match.end(), 0.8)
            match = _LISTED.match(page.text, match.end())


def by_surname(page: Surface, titles: list[Title], people: dict[int, Person], covered: bytearray) -> None:
    """Read a surname with its title behind it, where one person of that surname is named: 凌局长, 申屠主任."""
    bearers: dict[str, set[str]] = {}
    for person in people.values():
        for surname in names.surname_at(person.name, 0)[:1]:
            bearers.setdefault(surname, set()).add(person.name)
    offices = [title for title in titles if title.category in _OFFICES] if bearers else []
    for title in offices:
        for start in (title.start - 2, title.start - 1):
            known = bearers.get(page.text[max(0, start) : title.start], ())
            free = start == 0 or page.marks[start - 1]
            if len(known) == 1 and free and 1 not in covered[start : title.start]:
                people[start] = Person(start, title.start, next(iter(known)), 0.85)
                covered[start : title.start] = b"\x01" * (title.start - start)


def _again_ok(page: Surface, start: int, end: int, form: str) -> bool:
    if page.text[start - 1 : start] in _DOTS or page.text[end : end + 1] in _DOTS:
        return False
    if of_theory(page, end) or _PRIVATE.search(page.text, max(0, start - 4), start):
        return False
    if (len(form) > 2 and form not in lexicon.words()) or page.text.startswith(_HEADS, end):
        return True
    if page.text.endswith(_ACCUSED, 0, start):
        return True
    clause = _CLAUSE_START.match(page.text, start)
    if form not in lexicon.words() and len(form) == 2:
        return bool(clause) or closes(page, end) or page.text[end : end + 1] in ("及", "或", "夫")
    near = page.text[end : end + 10]
    return bool(clause) and (closes(page, end) or re.match(r"[\u4e00-\u9fff]{0,6}地?[说道]", near) is not None)
