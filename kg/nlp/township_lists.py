"""Find the streets, towns and villages of a counted list: 鲸园、竹岛、孙家疃三个街道."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from kg.nlp import lexicon
from kg.nlp.surface import Surface, marked
from kg.nlp.township_names import DONE
from kg.readings import Part, Place, by_start

_KIND = re.compile(r"(?:街道|乡镇|镇|乡|社区|行政村|自然村|建制村|村)(?!级|村)")
_LAST_OF_COUNT = frozenset("一二三四五六七八九十两个等")
_COUNT = re.compile(r"等?(?:[一二三四五六七八九十两]+|\d+)个?\Z|等\Z")
_ITEMS = re.compile(r"(?:[\u4e00-\u9fff]{2,6}、)+[\u4e00-\u9fff]{2,4}?(?:和[\u4e00-\u9fff]{2,3})?$")
_ITEM = re.compile(r"[^、和]+")
_BARE = ("镇", "街道", "乡")
"""What a list may name without a count: 西沱、黄水等|镇."""
_WORD = -13.0
_REACH = 60


def listed(page: Surface, places: list[Place]) -> list[Place]:
    """Add the places that such a list names by their stems; of a list of 乡镇 those that the text names in full."""
    counts = list(_counts(page.text))
    if not counts:
        return places
    ends = {place.end for place in places}
    taken = marked(len(page.text), ((place.start, place.end) for place in places))
    found: list[Place] = []
    for before, kind, bare in counts:
        for start, end in _items(page, before, ends):
            name = _name(page.text, page.text[start:end], "村" if kind.endswith("村") else kind, bare)
            if name and 1 not in taken[start:end] and 1 not in page.stop[start:end]:
                found.append(_place(start, end, name))
    return sorted([*places, *found], key=by_start)


def _counts(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield where lists are counted, the rank of their items, and whether they say 等 without a number."""
    for kind in _KIND.finditer(text):
        at = kind.start()
        if text[at - 1] in _LAST_OF_COUNT or text[at - 1].isdecimal():
            count = _COUNT.search(text, max(0, at - _REACH), at)
            if count is not None:
                yield count.start(), kind[0], count[0] == "等"


def _items(page: Surface, before: int, ends: Set[int]) -> Iterator[tuple[int, int]]:
    """Yield where the items of the list before an offset stand, the first one without the place that holds it."""
    items = _ITEMS.search(page.text, max(0, before - _REACH), before)
    if items is None:
        return
    for item in _ITEM.finditer(page.text, items.start(), items.end()):
        start, end = item.span()
        if start == items.start():
            held = [at for at in range(start, end - 1) if at in ends]
            start = max(held) if held else _begin(page, start, end)
        yield start, end


def _begin(page: Surface, start: int, end: int) -> int:
    """Give where the first item begins: at a stop, or behind the verb before it: 覆盖|望丰."""
    words = lexicon.words()
    if start == 0 or page.stop[start - 1]:
        verb = page.text[start : start + 2] in words or page.text[start + 1 : start + 2] in DONE
        return start + 2 if verb and end - start > 4 else start
    return next((at for at in range(start, end - 1) if words.get(page.text[at - 2 : at], -99.0) > _WORD), end)


def _name(text: str, stem: str, kind: str, bare: bool) -> str:
    """Give the full name of an item, or "" for none; in a list without a number no word is one."""
    if len(stem) < 2 or (bare and (kind not in _BARE or stem in lexicon.words())):
        return ""
    if kind != "乡镇":
        return stem.removesuffix(kind) + kind
    return next((stem + rank for rank in ("镇", "乡") if stem + rank in text), "")


def _place(start: int, end: int, name: str) -> Place:
    level = "village" if name.endswith(("村", "社区")) else "township"
    return Place(start, end, (Part(start, end, name, level),), "full")
