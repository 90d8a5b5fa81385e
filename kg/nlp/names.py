"""Decide whether some characters are a person's name, and where the name ends.

A name is weighed against ordinary words: the logarithm of the surname's share and of the given name's characters
(kg/data/surnames.tsv, given_characters.tsv), and the best way to read the characters behind it as words
(kg/data/words.tsv). All weights are natural logarithms.
"""

from __future__ import annotations

import math
from functools import lru_cache

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.surface import Surface

DOTS = "·•・‧∙．"
_UNKNOWN_WORD = -15.0
_UNKNOWN_CHARACTER = -11.0
_LOOKAHEAD = 5
JOINS = ("和", "与", "及")
_TRAILING = frozenset("时后前中等内外上下")
NOT_GIVEN = frozenset("拟曾互案因已的了是被把们着过吗呢吧这那该各每此、，。")


@vocabulary.compiled
def _surnames() -> dict[str, float]:
    return {name: math.log(max(share, 0.003) / 100) for name, share in vocabulary.surnames().items()}


@vocabulary.compiled
def _given() -> dict[str, tuple[float, float, float]]:
    return vocabulary.given_characters()


@vocabulary.compiled
def doing() -> tuple[str, ...]:
    """Give the words that stand right behind a name and tell what the person did."""
    return tuple(sorted({row[0] for row in vocabulary.read_table("speech_verbs")}, key=lambda w: (-len(w), w)))


@vocabulary.compiled
def _doing_by_first() -> dict[str, tuple[str, ...]]:
    return {first: tuple(word for word in doing() if word[0] == first) for first in {word[0] for word in doing()}}


def does(text: str, at: int) -> bool:
    """Tell whether a word begins at an offset that tells what a person did."""
    return text.startswith(_doing_by_first().get(text[at : at + 1], ()), at)


def rare(surname: str) -> bool:
    """Tell whether a single surname is borne by fewer than one in five thousand."""
    return len(surname) == 1 and _surnames().get(surname, -99.0) < -8.5


@lru_cache(maxsize=4096)
def doubtful(surname: str) -> bool:
    """Tell whether a surname is more often a word of grammar: 和, 于, 向."""
    return len(surname) == 1 and lexicon.words().get(surname, -99.0) > -8.5 and _surnames().get(surname, -99.0) < -7.0


def spoken(name: str) -> bool:
    """Tell whether a name reads as a word of grammar and an ordinary word: 向世界, 于工作."""
    first, rest = lexicon.words().get(name[0], -99.0), lexicon.words().get(name[1:], -99.0)
    return len(name) == 3 and first > -9.0 and rest > (-11.0 if first > -7.0 else -9.5)


def weight_of_surname(text: str, at: int) -> float:
    """Give the log-share of the likeliest surname that begins at an offset; -99 if there is none."""
    return max((_surnames()[s] for s in surname_at(text, at)), default=-99.0)


def surname_at(text: str, at: int) -> list[str]:
    """Give the surnames that begin at an offset, the compound one first."""
    known, pair, single = _surnames(), text[at : at + 2], text[at : at + 1]
    alone = [single] if single in known else []
    return [pair, *alone] if pair in known and len(pair) == 2 else alone


@lru_cache(maxsize=16384)
def weight(surname: str, given: str) -> float:
    """Give the log-probability of a name."""
    table = _given()
    other = table["<other>"]
    if len(given) == 1:
        return _surnames()[surname] + table.get(given, other)[0] - (0.8 if len(surname) == 1 else 0.4)
    return _surnames()[surname] + weight_of_given(given)


def weight_of_given(given: str) -> float:
    """Give the log-probability of a given name of two characters."""
    table = _given()
    other = table["<other>"]
    return table.get(given[0], other)[1] + table.get(given[1], other)[2]


def reading_of_rest(text: str, at: int, end: int, whole: tuple[int, int] = (0, 0)) -> float:
    """Give the weight of the best way to read `text[at:end]` as words, none of which holds the stretch `whole`."""
    return _reading(text[at:end], whole[0] - at, whole[1] - at) if whole[1] else _reading(text[at:end], 0, 0)


@lru_cache(maxsize=65536)
def _reading(text: str, first: int, last: int) -> float:
    words = lexicon.words()
    best = [0.0] + [-1e9] * len(text)
    for i in range(len(text)):
        base = best[i]
        for end in range(i + 1, min(i + 4, len(text)) + 1):
            if i <= first and end >= last > 0:
                break
            cost = words.get(text[i:end], _UNKNOWN_CHARACTER if end == i + 1 else -99.0)
            if base + cost > best[end]:
                best[end] = base + cost
    return best[-1]


def name_at(page: Surface, at: int) -> tuple[int, float] | None:
    """Give the end of the most likely Chinese name that begins at an offset, and the name's weight, or None.

    Of several lengths the one wins that, with the words behind it, weighs most; the weight given is the name's own.
    """
    text, best = page.text, (0, -1e9, 0.0)
    surnames = surname_at(text, at)
    limit = min(page.next_punctuation(at), at + 4 + _LOOKAHEAD) if surnames else at
    for surname in surnames:
        start = at + len(surname)
        for end in (start + 2, start + 1):
            if page.blocked(at, end) or not _may_be_given(page, start, end):
                continue
            own = weight(surname, text[start:end])
            total = own + reading_of_rest(text, end, limit) + (2.5 if _is_bounded(page, end, surname) else 0.0)
            if total > best[1]:
                best = (end, total, own)
    return (best[0], best[2]) if best[0] else None


def outweighs(page: Surface, at: int, end: int, other: int) -> float:
    """Give by how much a name up to one offset weighs more than up to another, each with the words behind it."""
    limit = min(page.next_punctuation(at), at + 4 + _LOOKAHEAD)
    surname, text = surname_at(page.text, at)[-1], page.text
    one, two = (weight(surname, text[at + len(surname) : e]) + reading_of_rest(text, e, limit) for e in (end, other))
    return one - two


def _may_be_given(page: Surface, start: int, end: int) -> bool:
    """Tell whether characters may be a given name: they hold no word of grammar and no dot or 和 cuts them off."""
    text = page.text
    if end > len(text) or not NOT_GIVEN.isdisjoint(text[start:end]):
        return False
    if end == len(text):
        return True
    if text[end] in DOTS:
        return False
    if page.stop[end] and not page.marks[end] and text[end - 1] in JOINS and not does(text, end):
        return False
    return not (text[end] in JOINS and end + 1 < len(text) and page.marks[end + 1])


def _is_bounded(page: Surface, end: int, surname: str) -> bool:
    """Tell whether punctuation, or a word for what a person did, stands behind a name."""
    text = page.text
    closed = (end >= len(text) or page.marks[end]) and text[end - 1] not in _TRAILING and not doubtful(surname)
    return closed or does(text, end)
