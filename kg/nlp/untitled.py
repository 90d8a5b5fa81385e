"""Find the names that no title announces: beside verbs, in lists of appointments, of foreigners."""

from __future__ import annotations

import re
from collections.abc import Set

from kg.nlp import lexicon, names, transliterated
from kg.nlp.element_names import element_name_at, element_name_before
from kg.nlp.name_edges import closes, is_spaced, put
from kg.nlp.name_fit import UNTITLED
from kg.nlp.surface import Surface
from kg.readings import Person, Readings

_SHIP = re.compile(r"[”\"]?号")
CLAUSE_START = re.compile(r"^|(?<=[\n，。；：、！？“（）\s以由同与和对向是])|(?<=[，。！？…]”)")
"""What matches, without a character, where a clause starts."""
PRIVATE = re.compile(
    r"(?:居民|村民|市民|群众|学生|老人|患者|家长|农民|游客|司机|乘客|业主|网友|读者|商户|摊主|店主|志愿者|儿童|小朋友|女孩|男孩|青年|记者|编辑|通讯员)$"
)
_TRADE = re.compile("外交官$|学者$|律师$|企业家$|经济学家$|政治家$|议员$")
_GREETED = (
    "致电",
    "祝贺",
    "会见",
    "邀请",
    "接见",
    "感谢",
    "职务的",
    "一职的",
    "批准由",
    "任命",
    "提名",
    "接替",
    "取代",
    "候选人",
)
_REASON = re.compile("因[^，。；]{2,8}?(?=辞去)")
_LEFT = re.compile("[^，。；、\n]{0,10}(?:退休|辞职|离任|卸任|病逝|去世|离职|落马|被免职|调离|转任[^，。；、]{2,8})的")
"""Why somebody left the post in which another follows: 接替|日前辞职的|某某."""
_USUAL = -10.9
_NOTE = re.compile(r"（[^（）\n]{1,8}）")
_NAMED = ("同志", "任", "当选", "为", "，男", "，女", "不再")
"""What stands behind a name in full."""
_REMOVED = ("为", "的")
_ITEM = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,5}(?:（[^（）\n]{1,8}）)?(?:、[\u4e00-\u9fff]{2,5}(?:（[^（）\n]{1,8}）)?)*?)(?:同志)?(?:兼任)?[为的]"
)
_STRANGE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,5})(?:（[^（）\n]{1,8}）)?(?:、|$)")
_APPOINTED = ("为", "任", "现任", "曾任", "辞去", "同志辞去", "先生为", "女士为")
"""What stands between a name behind 任命 or its like and the post."""


def before_verb(page: Surface, at: int, people: dict[int, Person], covered: bytearray) -> None:
    """Read an untitled name at the start of a clause, right before a verb of speech."""
    for start in element_name_before(page, at):
        if CLAUSE_START.match(page.text, start) and 1 not in covered[start:at]:
            put(page, people, covered, start, at, 0.85)
            return
    for start in range(max(0, at - 4), at - 1):
        if not CLAUSE_START.match(page.text, start) or 1 in covered[start:at] or page.blocked(start, at):
            continue
        spaced = at - start == 2 and is_spaced(page, start)
        if spaced or _weighs_enough(page, start, at):
            if spaced or page.text.startswith(_NAMED, at) or _is_unusual(page.text[start:at]):
                put(page, people, covered, start, at, 0.9 if spaced else 0.8)
                back(page, start, people, covered)
            return


def _weighs_enough(page: Surface, start: int, end: int) -> bool:
    """Tell whether the characters from the start of a clause up to a verb are likely a name and no other words."""
    name = page.text[start:end]
    if names.doubtful(name[0]) and not (start == 0 or page.marks[start - 1]):
        return False
    runs_into_verb = len(name) == 2 and names.does(page.text, end - 1)
    if runs_into_verb or names.spoken(name) or all(page.stop[start:end]) or _is_word(name):
        return False
    best = names.name_at(page, start)
    needed = UNTITLED - (3 if page.text.startswith(_NAMED, end) else 0)
    return best is not None and best[0] == end and best[1] >= needed


def _is_unusual(name: str) -> bool:
    """Tell whether neither some characters nor the first two of them are a usual word."""
    words = lexicon.words()
    return words.get(name, -99.0) < -14 and words.get(name[:2], -99.0) < -10.5


def _is_word(name: str) -> bool:
    """Tell whether two characters are a usual word, a side in talks or a place in a text: 全党, 巴方, 信中."""
    if len(name) != 2:
        return False
    return lexicon.words().get(name, -99.0) > _USUAL or (name[1] in "方中" and names.weight_of_surname(name, 0) < -6.5)


def behind_verb(page: Surface, at: int, people: dict[int, Person], covered: bytearray) -> None:
    """Read 任命X为…, 免去X的…职务, 决定X为…: the name stands between the verb and 为 or 的."""
    links = _REMOVED if page.text.endswith(("免去", "解除"), 0, at) else _APPOINTED
    surnames = names.surname_at(page.text, at)
    whole = _without_surname(page, at, bool(surnames))
    longest = at + 2 + len(surnames[0]) if surnames else at
    for end in (whole,) if whole else range(min(longest, at + 4), at + 1, -1):
        if 1 in covered[at:end] or (not whole and page.blocked(at, end)):
            continue
        behind = _behind_note(page.text, end)
        reason = _REASON.match(page.text, behind)
        if page.text.startswith(links, reason.end() if reason else behind):
            put(page, people, covered, at, end, 0.85)
            return


def _without_surname(page: Surface, at: int, surnamed: bool) -> int | None:
    """Give the end of a name with dots, of one made of elements, or of a transliterated one that is no Chinese one."""
    end = transliterated.foreign_at(page, at, titled=False) or element_name_at(page, at)
    if end or surnamed:
        return end
    run = transliterated.foreign_at(page, at, titled=True)
    return run if run and run - at > 2 else None


def _behind_note(text: str, end: int) -> int:
    """Give where the text goes on behind a name and the note in brackets that may follow it: 某某（女）."""
    note = _NOTE.match(text, end)
    return note.end() if note else end


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
    page: Surface,
    at: int,
    readings: Readings,
    people: dict[int, Person],
    covered: bytearray,
    grounds: Set[int],
    *,
    removing: bool,
) -> None:
    """Read the names of an item of a list of appointments: X、Y为…, X同志的…职务.

    Organs and places begin at `grounds`.
    """
    link = ("的", "同志的", "兼任的", "同志兼任的") if removing else ("为", "同志为")
    strange = _strangers(page.text, at, grounds)
    while True:
        end = people[at].end if at in people else _bounded(page, at, covered, (*link, "、", "（")) or strange.get(at)
        if end is None or (1 in covered[at:end] and at not in people):
            return
        behind = _behind_note(page.text, end)
        if not page.text.startswith((*link, "、"), behind):
            return
        if at not in people:
            put(page, people, covered, at, end, 0.85)
        readings.appointed[at] = removing
        if page.text[behind : behind + 1] != "、":
            return
        at = behind + 1


def _strangers(text: str, at: int, grounds: Set[int]) -> dict[int, int]:
    """Give the ends of the names of an item by their starts, whatever they are, before 为 or 的 and an organ.

    So names are read that no list has: 任命：|阿牛史拉|为凉山州水利局副局长.
    """
    item = _ITEM.match(text, at)
    if item is None or item.end() not in grounds or not grounds.isdisjoint(range(at, item.end())):
        return {}
    return {match.start(): match.end("name") for match in _STRANGE.finditer(text, at, item.end("names"))}


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
            if start < 0 or 1 in covered[start : at - 1] or not CLAUSE_START.match(page.text, start):
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
        begins = start == greeted > first or CLAUSE_START.match(page.text, start)
        private = PRIVATE.search(page.text, max(0, start - 4), start)
        begins = begins or _TRADE.search(page.text, max(0, start - 4), start)
        if covered[start] or page.quoted[start] or private or not begins:
            continue
        end = transliterated.foreign_at(page, start, titled=False) or element_name_at(page, start)
        if end and closes(page, end) and 1 not in covered[start:end] and not _SHIP.match(page.text, end):
            put(page, people, covered, start, end, 0.8)
