"""Decide whether some characters are a person's name, and where the name ends.

A name is weighed against ordinary words: the logarithm of the surname's share and of the given name's characters
(kg/data/surnames.tsv, given_characters.tsv), and the best way to read the characters behind it as words
(kg/data/words.tsv). All weights are natural logarithms.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.surface import Surface

DOTS = "·•・‧∙．"
HYPHENS = ("-", "－")
DOTTED = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,8}(?:[-－—][\u4e00-\u9fff]{1,6})?(?:[·•・‧∙．][\u4e00-\u9fffA-Za-z.]{1,8}(?:[-－][\u4e00-\u9fff]{1,6})?)+"
)
DOT = re.compile(f"[{DOTS}]")
_JOINED = re.compile(f"[{DOTS}][^{DOTS}]{{2,6}}(?P<joint>[和与及同])[^{DOTS}]{{2,6}}[{DOTS}]")
"""Two names with dots that a conjunction joins: 丹尼尔·基普拉加特|和|塔博·莫加埃."""
_BEFORE_DOT = 15
"""The most characters of such a run before its first dot."""
_UNKNOWN_WORD = -15.0
_UNKNOWN_CHARACTER = -11.0
_LOOKAHEAD = 5
_REASON = re.compile("因(?:健康|病|故|工作|年龄|涉|个人|身体|伤)")
_UYGHUR = frozenset("不力买吾肉孜合提依甫再")
"""Characters with which Uyghur names are written beside those of other transliterated names: 阿不力克木."""
_JOINS = ("和", "与", "及")
_ORDINARY_PAIR = -13.0
_COMMON = -10.5
_FUNCTION = frozenset("互时已曾于及当就的了是不也还又之后前们等将正这那")
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
        for size in (2, 1):
            start, end = at + len(surname), at + len(surname) + size
            given = text[start:end]
            if len(given) < size or page.blocked(at, end) or not NOT_GIVEN.isdisjoint(given):
                continue
            if end < len(text) and text[end] in DOTS:
                continue
            joins = given[-1] in _JOINS and not does(text, end)
            if joins and end < len(text) and page.stop[end] and not page.marks[end]:
                continue
            own = weight(surname, given)
            if text[end : end + 1] in _JOINS and end + 1 < len(text) and page.marks[end + 1]:
                continue
            closed = (end >= len(text) or page.marks[end]) and text[end - 1] not in _TRAILING and not doubtful(surname)
            bounded = closed or does(text, end)
            total = own + reading_of_rest(text, end, limit) + (2.5 if bounded else 0.0)
            if total > best[1]:
                best = (end, total, own)
    return (best[0], best[2]) if best[0] else None


def dotted(text: str) -> Iterator[re.Match[str]]:
    """Yield the runs of characters with dots between them, which foreign names may be: 约韦里·穆塞韦尼."""
    last = 0
    for dot in DOT.finditer(text):
        match = DOTTED.search(text, max(last, dot.start() - _BEFORE_DOT)) if dot.start() >= last else None
        if match and match.start() < dot.start():
            last = match.end()
            yield match


def foreign_at(page: Surface, at: int, *, titled: bool) -> int | None:
    """Give the end of a transliterated name with dots, or, behind a foreign title, of one without, or None."""
    text = page.text
    match = DOTTED.match(text, at) if DOT.search(text, at, at + _BEFORE_DOT + 1) else None
    if match:
        head = re.split(f"[{DOTS}\\-－—]", match.group())[0]
        letters = vocabulary.foreign_characters()
        foreign = sum(c in letters for c in head)
        joined = _JOINED.search(text, at, match.end())
        end = joined.start("joint") if joined else trimmed(page, at, match.end())
        uyghur = letters.issuperset(DOT.split(text[at:end])[-1]) and _UYGHUR.issuperset(set(head) - set(letters))
        plain = not uyghur and any(a + b in lexicon.words() for a, b in pairwise(head))
        rare = 2 * foreign > len(head) > 3 and not plain
        return end if rare or foreign >= len(head) - 1 else None
    if not titled:
        return None
    letters = vocabulary.foreign_characters()
    end = at
    words = lexicon.words()
    while end < len(text) and end - at < 8 and text[end] in letters and not page.blocked(end, end + 1):
        pair = text[end : end + 2]
        if end - at >= 2 and pair in words and pair[-1] not in letters:
            break
        end += 1
    while end - at >= 2 and text[end : end + 1] in HYPHENS and (more := _run(text, end + 1)):
        end = more
    plain = end - at == 2 and words.get(text[at:end], -99.0) >= _COMMON
    return end if end - at >= 2 and not plain else None


def _run(text: str, at: int) -> int:
    """Give the end of the transliterating characters that begin at an offset, 0 if there are fewer than two."""
    letters, end = vocabulary.foreign_characters(), at
    while end < len(text) and end - at < 6 and text[end] in letters:
        end += 1
    return end if end - at >= 2 else 0


def stretched(page: Surface, end: int) -> int:
    """Give where a transliterated name ends that runs on over rarer characters to its verb: 加卢|先科|20日称."""
    text, words = page.text, lexicon.words()
    if (
        text[end : end + 1] not in vocabulary.foreign_characters()
        and words.get(text[end : end + 2], -99.0) > _ORDINARY_PAIR
    ):
        return end
    for further in range(end, min(end + 4, len(text))):
        if further > end and (page.marks[further] or does(text, further)):
            return further
        pair = text[further - 1 : further + 1]
        if page.blocked(further, further + 1) or text[further] in _FUNCTION or words.get(pair, -99.0) > _ORDINARY_PAIR:
            break
    return end


def japanese_at(page: Surface, at: int) -> int | None:
    """Give the end of a Japanese name behind a foreign title (高市|早苗, 石破|茂), or None."""
    surname = next((s for n in (3, 2) if (s := page.text[at : at + n]) in vocabulary.japanese_surnames()), None)
    if surname is None:
        return None
    start = at + len(surname)
    room = min(page.next_punctuation(start), start + 3)
    ends = range(start + 1, room + 1)
    closed = [
        end for end in ends if end >= len(page.text) or page.marks[end] or page.text.startswith((*doing(), "的"), end)
    ]
    if start + 2 in closed and page.text[start + 1] in _JOINS:
        return start + 2
    return next(iter(closed), start + 2 if start + 2 in ends else None)


def trimmed(page: Surface, at: int, end: int) -> int:
    """Cut off the words that run on behind the last part of a name with dots."""
    text = page.text
    last = max(text.rfind(dot, at, end) for dot in DOTS) + 1
    words, i = lexicon.words(), last
    while i < end and i - last < 7 and not page.blocked(i, i + 1):
        if i - last >= 1 and does(text, i) and text[i] not in vocabulary.foreign_characters():
            break
        if i - last >= 1 and _REASON.match(text, i):
            break
        if i - last >= 2 and (
            words.get(text[i : i + 2], -99.0) > -11.5
            or (words.get(text[i], -99.0) > -7.0 and text[i] not in vocabulary.foreign_characters())
        ):
            break
        i += 1
    if i == end - 1 and page.marks[end : end + 1] == b"\x01" and i - last < 5 and not does(text, i):
        return end
    return i if i > last else end
