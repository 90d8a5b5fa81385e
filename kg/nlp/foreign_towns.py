"""Find the towns abroad that only their transliterated names give away, in reports of war and disaster."""

from __future__ import annotations

import re

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.surface import Surface
from kg.readings import Part, Place, by_start

_FRONT = re.compile("方向|等(?:重要)?地|一线|附近|前线|—[\u4e00-\u9fff]{3,6}(?:方向|城市群|一线)")
_LINKS = ("、", "和", "与", "—", "－")
_TOWN = 4
"""The fewest characters of a town that no list has."""
_BEFORE_TOWN = tuple("、在对向从至于的和与镇市占守往朝赴经制领击炸取—－")
_WORD = -12.5
_COMMON = -10.0
_LONGEST = 8


def fronts(page: Surface, chains: list[Place]) -> list[Place]:
    """Add the towns of a war report: in lists of them before 等地, and alone before 方向 or 一线."""
    out = list(chains)
    if not any(chain.level == "other" or chain.form == "country" for chain in chains):
        return out
    for match in _FRONT.finditer(page.text):
        end = match.start()
        while (start := _town(page, end)) is not None:
            taken = [chain for chain in chains if chain.start < end and start < chain.end]
            if taken and (taken[-1].level != "other" or taken[-1].end != end):
                break
            if not taken:
                out.append(town(page.text, start, end))
            end = (taken[-1].start if taken else start) - 1
            if page.text[end : end + 1] not in _LINKS:
                break
    return sorted(out, key=by_start)


def _town(page: Surface, end: int) -> int | None:
    """Give where a town's transliterated name begins that ends at an offset, between words that are none."""
    start = run_before(page.text, end)
    free = page.text[start - 1 : start] in _BEFORE_TOWN or bool(page.stop[start - 1])
    plain = lexicon.holds_pair(page.text, start, end, _WORD if end - start < 6 else _COMMON)
    return None if end - start < _TOWN or not free or plain or page.quoted[start] else start


def town(text: str, start: int, end: int) -> Place:
    """Give the town abroad of which nothing but its name is known."""
    return Place(start, end, (Part(start, end, text[start:end], "other"),), "full")


def run_after(text: str, start: int) -> int:
    """Give where the run of transliterating characters ends that begins at an offset, eight characters at most."""
    letters, end = vocabulary.foreign_characters(), start
    while end < len(text) and end - start < _LONGEST and text[end] in letters:
        end += 1
    return end


def run_before(text: str, end: int) -> int:
    """Give where the run of transliterating characters begins that ends at an offset, eight characters at most."""
    letters, start = vocabulary.foreign_characters(), end
    while start and end - start < _LONGEST and text[start - 1] in letters:
        start -= 1
    return start
