"""Find the places abroad that a run of transliterating characters and a last word give away: 敖德萨州."""

from __future__ import annotations

import re

from kg.nlp import lexicon
from kg.nlp.foreign_towns import run_before
from kg.nlp.surface import Surface
from kg.readings import Part, Place

LAST = re.compile(
    "自治共和国|联邦区|海峡|群岛|半岛|地区|" + "|".join(f"{last}(?![长委政府立会]|中心)" for last in "州省市岛港镇湾")
)
"""The last words of places abroad, each spelt out: so a search skips to where one of their first characters stands."""
_ENOUGH = 3
_SIDES = ("东", "南", "西", "北", "中", "上", "下")
_WORD = -12.5


def transliterated_places(page: Surface, chains: list[Place]) -> list[Place]:
    """Add the places that a run of transliterating characters and a last word give away; they take in shorter ones."""
    matches = [(m, run) for m in LAST.finditer(page.text) if m.start() - (run := run_before(page.text, m.start())) > 1]
    if not matches:
        return chains
    ends = {chain.end for chain in chains if chain.form == "country" or chain.level == "other"}
    out = {chain.start: chain for chain in chains}
    abroad = any(chain.level == "other" or chain.abroad for chain in chains)
    for match, run in matches:
        start = _beginning(page, match, run, ends) if abroad or match.group() not in ("镇", "乡", "村") else None
        if start is None or page.quoted[start]:
            continue
        inside = [chain for chain in chains if chain.start < match.end() and start < chain.end]
        if all(_yields(chain, start, match.end()) for chain in inside):
            for chain in inside:
                out.pop(chain.start, None)
            out[start] = _place(page.text, start, match.end(), inside)
            ends.add(match.end())
    return [out[start] for start in sorted(out)]


def _beginning(page: Surface, match: re.Match[str], run: int, ends: set[int]) -> int | None:
    """Give where a place begins that ends with the last word matched, or None where words are meant."""
    start = _start(page, run, match.start(), ends)
    return _with_side(page, run, match.start()) if start is None and match.group() in ("州", "省") else start


def _place(text: str, start: int, end: int, inside: list[Place]) -> Place:
    """Give the place that takes in those inside, with the codes of the first."""
    codes = next((chain.parts[-1].codes for chain in inside), ())
    return Place(start, end, (Part(start, end, text[start:end], "other", codes),), "full")


def _with_side(page: Surface, run: int, end: int) -> int | None:
    """Give where the name of a state with its side begins: 北|达尔富尔州."""
    sided = end - run >= _ENOUGH and page.text[run - 1 : run] in _SIDES
    return run - 1 if sided and (run == 1 or page.stop[run - 2]) else None


def _yields(chain: Place, start: int, end: int) -> bool:
    """Tell whether a place is but a piece of a transliterated name: 达州 in 明尼苏达州."""
    if chain.form == "short" and chain.start > start:
        return True
    return chain.level == "other" and chain.start >= start and chain.end < end


def _start(page: Surface, start: int, end: int, ends: set[int]) -> int | None:
    """Give where the transliterated name begins: behind its country, or at a stop; None where words are meant."""
    while start < end and page.stop[start] and start and page.stop[start - 1]:
        start += 1
    joint = page.text.rfind("以及", start, end)
    start = joint + 2 if joint >= 0 else start
    if end - start < 2:
        return None
    begin = next((at for at in range(end - 2, start - 1, -1) if at in ends), None)
    if begin is not None:
        return begin if end - begin >= _ENOUGH or page.text[end] in "州省市" else None
    free = start == 0 or bool(page.stop[start - 1]) or page.text.endswith("以及", 0, start)
    if end - start < _ENOUGH or not free:
        return None
    return None if lexicon.holds_pair(page.text, start, end, _WORD) else start
