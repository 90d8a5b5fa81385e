"""Read names that have no surname, of Tibetans, Mongols, Uyghurs and Kazakhs: 洛桑|江村, 乌云|其其格, 努尔|兰."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import vocabulary
from kg.nlp import lexicon, names, transliterated
from kg.nlp.surface import Surface

_LAST = frozenset("措加吉太杰")
"""Characters that may end a Tibetan name behind its elements: 拉姆|措."""
_HEADS = "包白乌云金高陈"
"""Characters that may begin a Mongol name before its elements: 包|其其格."""


@vocabulary.compiled
def _pattern() -> re.Pattern[str]:
    """Compile one to three elements of one language, longest first."""
    rows = vocabulary.read_table("name_elements")
    tibetan = lexicon.one_of(word for word, language, _ in rows if language == "bo")
    mongol = lexicon.one_of(word for word, language, position in rows if language == "mn" and position == "any")
    uyghur = lexicon.one_of(word for word, language, _ in rows if language == "ug")
    last = lexicon.one_of(word for word, _, position in rows if position == "end")
    return re.compile(f"{tibetan}{{1,2}}|{uyghur}{{1,2}}(?:江|兰|汗|别克)?|[{_HEADS}]?{mongol}{{1,3}}{last}?")


@vocabulary.compiled
def _first_characters() -> frozenset[str]:
    return frozenset(_HEADS).union(word[0] for word, _, _ in vocabulary.read_table("name_elements"))


@vocabulary.compiled
def _last_characters() -> frozenset[str]:
    return frozenset(word[-1] for word, _, _ in vocabulary.read_table("name_elements"))


def element_name_before(page: Surface, at: int) -> Iterator[int]:
    """Give where a name made of elements may begin that ends at an offset, the longest first."""
    if page.text[at - 1 : at] in _last_characters():
        yield from (start for start in range(max(0, at - 6), at - 1) if element_name_at(page, start) == at)


def element_name_at(page: Surface, at: int) -> int | None:
    """Give the end of a name made of elements that begins at an offset, or None."""
    match = _pattern().match(page.text, at) if page.text[at : at + 1] in _first_characters() else None
    if match is None or match.end() - at < 2:
        return None
    dotted = transliterated.DOTTED.match(page.text, at)
    if dotted:
        return transliterated.trimmed(page, at, dotted.end())
    longer = match.end() + 1
    closed = longer >= len(page.text) or page.marks[longer] or names.does(page.text, longer)
    return longer if page.text[match.end() : longer] in _LAST and closed else match.end()
