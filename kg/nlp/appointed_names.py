"""Read the names of those who get a post or leave it: behind 任命 and 接替, and in lists of appointments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from kg.nlp import names, transliterated
from kg.nlp.element_names import element_name_at
from kg.nlp.name_edges import put
from kg.nlp.name_fit import UNTITLED
from kg.nlp.surface import Surface
from kg.readings import Person

_REASON = re.compile("因[^，。；]{2,8}?(?=辞去)")
_LEFT = re.compile("[^，。；、\n]{0,10}(?:退休|辞职|离任|卸任|病逝|去世|离职|落马|被免职|调离|转任[^，。；、]{2,8})的")
"""Why somebody left the post in which another follows: 接替|日前辞职的|某某."""
_NOTE = re.compile(r"（[^（）\n]{1,8}）")
_REMOVED = ("为", "的")
_APPOINTED = ("为", "任", "现任", "曾任", "辞去", "同志辞去", "先生为", "女士为")
"""What stands between a name behind 任命 or its like and the post."""
_IN, _OUT = ("为", "同志为"), ("的", "同志的", "兼任的", "同志兼任的")
"""What stands between the names of an item of a list of appointments, or of removals, and the post."""
_ITEM = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,5}(?:（[^（）\n]{1,8}）)?(?:、[\u4e00-\u9fff]{2,5}(?:（[^（）\n]{1,8}）)?)*?)(?:同志)?(?:兼任)?[为的]"
)
_STRANGE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,5})(?:（[^（）\n]{1,8}）)?(?:、|$)")


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
    page: Surface, at: int, people: dict[int, Person], covered: bytearray, grounds: Set[int], *, removing: bool
) -> Iterator[int]:
    """Read the names of an item of a list of appointments, yielding where they begin: X、Y为…, X同志的…职务.

    Organs and places begin at `grounds`.
    """
    links, strange = _OUT if removing else _IN, _strangers(page.text, at, grounds)
    while (end := people[at].end if at in people else _unread(page, at, covered, links, strange)) is not None:
        behind = _behind_note(page.text, end)
        if not page.text.startswith((*links, "、"), behind):
            return
        if at not in people:
            put(page, people, covered, at, end, 0.85)
        yield at
        if page.text[behind : behind + 1] != "、":
            return
        at = behind + 1


def _unread(page: Surface, at: int, covered: bytearray, links: tuple[str, ...], strange: dict[int, int]) -> int | None:
    """Give where a name ends that was not read yet: one that its form tells, or a strange one."""
    end = _bounded(page, at, covered, (*links, "、", "（")) or strange.get(at)
    return None if end is None or 1 in covered[at:end] else end


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


def _behind_note(text: str, end: int) -> int:
    """Give where the text goes on behind a name and the note in brackets that may follow it: 某某（女）."""
    note = _NOTE.match(text, end)
    return note.end() if note else end
