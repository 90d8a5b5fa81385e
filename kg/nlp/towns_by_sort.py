"""Find the towns and divisions abroad that the word before or behind them makes known: 港口城市|波季, 泰国|四色菊府."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.nlp import lexicon
from kg.nlp.foreign_towns import run_after, run_before, town
from kg.nlp.surface import Surface, marked
from kg.readings import Part, Place, by_start

_SORT = re.compile("首都|首府|省会|州府|城市(?!群|化)|城镇(?!化)|小镇|重镇|出生于|出生在")
_AND_MORE = re.compile("等(?:地|城市|[多数两三四五]地)")
"""What ends a list of towns: 伊基克|等地."""
_CAPITALS = ("首都", "首府", "省会", "州府")
_FEWEST = 4
_JOINTS = ("、", "和")
_EDGE = re.compile("以及|[、等和与及在，。；（）市镇省州]|的(?!摩)|附近|发生|举行|遭到|地区|方向|机场|出席|开幕")
_WORD = -12.5
_SIDE = re.compile("(?:[东西南北中]{1,2}部|境内|沿海|边境|首都)?的?")
_NAME = re.compile("[\u4e00-\u9fff]{2,5}?(?=(?P<last>大区|行政区|[省邦郡府道县]))")
_NOT_ORGAN = re.compile("[长委会政市级内外路]")
_LAST = {"府": ("TH",), "道": ("KR", "KP"), "县": ("JP", "US", "KE", "SE", "NO", "HU", "RO")}
"""The last words of divisions that only some countries have; the 省 of Japan are ministries."""
_NOT_NAMED = re.compile("[的在和与及为有对将向从各多两三几]|[东西南北中]部|联邦|友邦|城邦|本土|内陆|行政")


def by_sort(page: Surface, chains: list[Place]) -> list[Place]:
    """Add the towns behind 首都 or 城市, and the divisions behind their country, of texts that name one abroad."""
    if not any(chain.abroad or chain.level == "other" for chain in chains):
        return chains
    taken = marked(len(page.text), ((chain.start, chain.end) for chain in chains))
    named = (*_towns(page), *_divisions(page, chains), *_listed(page, chains))
    found = [place for place in named if 1 not in taken[place.start : place.end]]
    return sorted((*chains, *found), key=by_start) if found else chains


def _towns(page: Surface) -> Iterator[Place]:
    """Yield the transliterated names behind a word for their sort, or before 等地: 城市|科希策, 伊基克|等地."""
    text = page.text
    for match in _SORT.finditer(text):
        start, end = match.end(), run_after(text, match.end())
        fewest = 2 if match.group() in _CAPITALS else 3
        if end - start >= fewest and _EDGE.match(text, end) and not lexicon.holds_pair(text, start, end, _WORD):
            yield town(text, start, end)
    for match in _AND_MORE.finditer(text):
        end, start = match.start(), run_before(text, match.start())
        apart = start == 0 or text[start - 1] in "，、；。在"
        if end - start > 2 and apart and not lexicon.holds_pair(text, start, end, _WORD):
            yield town(text, start, end)


def _listed(page: Surface, chains: list[Place]) -> Iterator[Place]:
    """Yield the towns that a list goes on with behind a place abroad: 巴赫穆特|、梅利托波尔和别尔江斯克."""
    for chain in chains:
        at = chain.end if chain.level == "other" else len(page.text)
        while page.text[at : at + 1] in _JOINTS and (end := _town_end(page, at + 1)):
            yield town(page.text, at + 1, end)
            at = end


def _town_end(page: Surface, start: int) -> int:
    """Give where a transliterated name ends that begins at an offset and that a word or a stop follows, or 0."""
    text, end = page.text, run_after(page.text, start)
    ends = text[end : end + 1] in _JOINTS or page.is_stop(end) or text[end : end + 2] in lexicon.words()
    fits = end - start >= _FEWEST and ends and not lexicon.holds_pair(text, start, end, _WORD)
    return end if fits and not page.quoted[start] else 0


def _divisions(page: Surface, chains: list[Place]) -> Iterator[Place]:
    """Yield the divisions right behind their country, and those that 、 joins to one: 泰国|四色菊府|、乌汶府."""
    for chain in chains:
        state = chain.level == "other" and page.text[chain.end - 1] in "州省"
        if not (chain.abroad or state):
            continue
        at = _SIDE.match(page.text, chain.end).end()  # type: ignore[union-attr]
        while part := _division(page, at, chain.parts[-1].codes):
            yield Place(part.start, part.end, (part,), "full")
            at = part.end + 1 if page.text[part.end : part.end + 1] in ("、", "和", "与") else len(page.text)


def _division(page: Surface, at: int, codes: tuple[str, ...]) -> Part | None:
    text, match = page.text, _NAME.match(page.text, at)
    if match is None or lexicon.holds_pair(text, at, match.end(), _WORD):
        return None
    last, end = match["last"], match.end("last")
    if _NOT_NAMED.search(text, at, end) or _NOT_ORGAN.match(text, end) or (last == "省" and codes == ("JP",)):
        return None
    return Part(at, end, text[at:end], "other", codes) if set(codes).intersection(_LAST.get(last, codes)) else None
