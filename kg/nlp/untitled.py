"""Find the names that no title announces: before verbs of speech, at the start of a clause, of foreigners."""

from __future__ import annotations

import re

from kg import vocabulary
from kg.nlp import lexicon, names, transliterated
from kg.nlp.element_names import element_name_at, element_name_before
from kg.nlp.name_edges import closes, is_spaced, put
from kg.nlp.name_fit import UNTITLED
from kg.nlp.surface import Surface
from kg.readings import Person

_SHIP = re.compile(r"[”\"]?号")
CLAUSE_START = re.compile(r"^|(?<=[\n，。；：、！？“（）\s以由同与和对向是])|(?<=[，。！？…]”)")
"""What matches, without a character, where a clause starts."""
PRIVATE = re.compile(
    r"(?:居民|村民|市民|群众|学生|老人|患者|家长|农民|游客|司机|乘客|业主|网友|读者|商户|摊主|店主|志愿者|儿童|小朋友|女孩|男孩|青年|记者|编辑|通讯员)$"
)
_TRADE = re.compile("领袖$|外交官$|学者$|律师$|企业家$|经济学家$|政治家$|议员$")
_GREETED = (
    "致电", "祝贺", "会见", "邀请", "接见", "感谢", "职务的", "一职的", "批准由", "长由", "一职由", "职务由", "了以",
    "任命", "提名", "接替", "取代", "候选人",
)  # fmt: skip
_USUAL = -10.9
_NAMED = ("同志", "任", "当选", "为", "，男", "，女", "不再", "生前", "出生", "生于", "，19")
"""What stands behind a name in full."""


@vocabulary.compiled
def _addresses() -> frozenset[str]:
    """Give what neighbours and strangers are called behind their surname: 李|大爷."""
    return frozenset(word for word, sort in vocabulary.read_table("no_names") if sort == "address")


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
    if name[1:] in _addresses() or runs_into_verb or names.spoken(name) or all(page.stop[start:end]) or _is_word(name):
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
        start = _foreign_start(page.text, match)
        private = start is None or PRIVATE.search(page.text, max(0, start - 4), start)
        if start is None or private or covered[start] or page.quoted[start]:
            continue
        end = transliterated.foreign_at(page, start, titled=False) or element_name_at(page, start)
        if end and closes(page, end) and 1 not in covered[start:end] and not _SHIP.match(page.text, end):
            put(page, people, covered, start, end, 0.8)


def _foreign_start(text: str, match: re.Match[str]) -> int | None:
    """Give where a foreign name begins, behind the greeting or the trade that its characters may run into, or None."""
    first = max(0, match.start() - 1)
    head = transliterated.DOT.split(text[first : match.end()])[0]
    greeted = first + max(head.rfind(verb) + len(verb) if verb in head else 0 for verb in _GREETED)
    start = max(match.start(), greeted)
    if start == greeted > first or CLAUSE_START.match(text, start):
        return start
    return start if _TRADE.search(text, max(0, start - 4), start) else None
