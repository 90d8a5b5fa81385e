"""Decide where a transliterated name ends, one with dots (约韦里·穆塞韦尼), one without, and a Japanese one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.names import DOTS, JOINS, does, doing
from kg.nlp.surface import Surface

HYPHENS = ("-", "－")
DOTTED = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,8}(?:[-－—][\u4e00-\u9fff]{1,6})?(?:[·•・‧∙．][\u4e00-\u9fffA-Za-z.]{1,8}(?:[-－][\u4e00-\u9fff]{1,6})?)+"
)
DOT = re.compile(f"[{DOTS}]")
_JOINED = re.compile(f"[{DOTS}][^{DOTS}]{{2,6}}(?P<joint>[和与及同]|接替|取代|会见|任命|提名)[^{DOTS}]{{2,6}}[{DOTS}]")
"""Two names with dots that a conjunction joins: 丹尼尔·基普拉加特|和|塔博·莫加埃."""
_BEFORE_DOT = 15
"""The most characters of such a run before its first dot."""
_WITH_DOT = re.compile(f"[\u4e00-\u9fff]{{2,4}}(?P<dot>[{DOTS}])(?P<last>[\u4e00-\u9fff]{{2,6}})")
_PART_END = re.compile(f"[{DOTS}\\-－—]")
_REASON = re.compile("因(?:健康|病|故|工作|年龄|涉|个人|身体|伤)")
_UYGHUR = frozenset("不力买吾肉孜合提依甫再牙生则古铁义司屯江满皮")
"""Characters with which Uyghur names are written beside those of other transliterated names: 阿不力克木."""
_FIRST_PARTS = ("阿不都", "阿布都", "阿不力")
"""How Uyghur names begin that hold words: 阿|不|都|拉."""
_ORDINARY_PAIR = -13.0
_COMMON = -10.5
_FUNCTION = frozenset("互时已曾于及当就的了是不也还又之后前们等将正这那会能可却则均都")


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
    match = DOTTED.match(page.text, at) if DOT.search(page.text, at, at + _BEFORE_DOT + 1) else None
    if match:
        return _dotted_end(page, match)
    return _undotted_end(page, at) if titled else None


def dotted_at(page: Surface, at: int) -> int | None:
    """Give the end of a name with a dot behind its title, None if it runs on: 书记|偏初·扎西."""
    match = _WITH_DOT.match(page.text, at)
    if (
        match is None
        or page.blocked(at, match.start("dot"))
        or not vocabulary.foreign_characters() & set(match["last"])
    ):
        return None
    end = trimmed(page, at, match.end())
    closed = end < match.end() or end >= len(page.text) or page.marks[end] or does(page.text, end)
    return end if closed else None


def _dotted_end(page: Surface, match: re.Match[str]) -> int | None:
    """Give where a run with dots ends as a name, or None where its first part is no transliterated one."""
    letters, at = vocabulary.foreign_characters(), match.start()
    head = _PART_END.split(match.group())[0]
    foreign = sum(c in letters for c in head)
    joined = _JOINED.search(page.text, at, match.end())
    end = joined.start("joint") if joined else trimmed(page, at, match.end())
    uyghur = letters.issuperset(DOT.split(page.text[at:end])[-1]) and _UYGHUR.issuperset(set(head) - set(letters))
    plain = not uyghur and any(a + b in lexicon.words() for a, b in pairwise(head))
    rare = 2 * foreign > len(head) > 3 and not plain
    return end if rare or uyghur or foreign >= len(head) - 1 else None


def _undotted_end(page: Surface, at: int) -> int | None:
    """Give the end of a name of transliterating characters, with hyphens at most; None if it is short or a word."""
    text, end = page.text, at
    letters, words = vocabulary.foreign_characters(), lexicon.words()
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


def spells(stem: str) -> bool:
    """Tell whether the stem of a place's name is spelt after another language: 依希来木其, 萨木于孜."""
    letters = vocabulary.foreign_characters()
    return len(stem) > 2 and sum(c in letters for c in stem) >= len(stem) - 2


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
    if start + 2 in closed and page.text[start + 1] in JOINS:
        return start + 2
    return next(iter(closed), start + 2 if start + 2 in ends else None)


def trimmed(page: Surface, at: int, end: int) -> int:
    """Cut off the words that run on behind the last part of a name with dots."""
    text = page.text
    last = max(text.rfind(dot, at, end) for dot in DOTS) + 1
    i = last
    longest = 13 if any(hyphen in text[last:end] for hyphen in HYPHENS) else 7
    while i < end and i - last < longest and (text[i] in HYPHENS or not page.blocked(i, i + 1)):
        if _begins_word(text, last, i):
            break
        i += 1
    if i == end - 1 and page.marks[end : end + 1] == b"\x01" and i - last < 5 and not does(text, i):
        return end
    return i if i > last else end


def _does_so(text: str, at: int) -> bool:
    """Tell whether a verb of several characters begins at an offset, the second of which spells nothing: 敦|促."""
    verb = any(len(word) > 1 and text.startswith(word, at) for word in doing())
    return verb and text[at + 1] not in vocabulary.foreign_characters()


def _begins_word(text: str, last: int, at: int) -> bool:
    """Tell whether an ordinary word begins inside the last part of a name with dots."""
    words, letters = lexicon.words(), vocabulary.foreign_characters()
    if at == last or (text.startswith(_FIRST_PARTS, last) and at - last < 3):
        return False
    spells = text[at] in letters or (text[at] in _UYGHUR and (text[at] != "则" or text.startswith("则孜", at)))
    if (does(text, at) and not (spells and not _does_so(text, at))) or _REASON.match(text, at):
        return True
    if at - last < 2:
        return False
    last = does(text, at + 1) and text[at] not in _FUNCTION
    return words.get(text[at : at + 2], -99.0) > -11.5 or (words.get(text[at], -99.0) > -7.0 and not (spells or last))
