"""Tell what stands around a name: the punctuation or verb that closes it, the word or theory that it begins."""

from __future__ import annotations

import re

from kg.nlp import lexicon, names
from kg.nlp.surface import Surface
from kg.readings import Person

_ORDINAL = re.compile("[一二三四五六七八九十]+世(?![界纪代])")
"""What a monarch's or a pope's name ends with: 费利佩|六世."""
_USUAL = -11.5
_THEORY = re.compile(
    r"[\u4e00-\u9fff]{0,14}?思想|[\u4e00-\u9fff]{0,2}?(?:精神|主义|理论|学说|故事|著作|故居|陵|杯)|[^为获颁领]{0,2}?奖"
)


def closes(page: Surface, end: int) -> bool:
    """Tell whether a name that ends here is followed by punctuation or by what people do."""
    if end >= len(page.text) or page.marks[end] or names.does(page.text, end):
        return True
    return _ORDINAL.match(page.text, end) is not None


def is_spaced(page: Surface, at: int) -> bool:
    """Tell whether a name of two characters is printed here with a blank between them: 孟 兰."""
    return at + 1 in page.spaced and at + 2 not in page.spaced and bool(names.surname_at(page.text[: at + 1], at))


def begins_word(page: Surface, end: int) -> bool:
    """Tell whether a usual word stands behind a name, which does not run over into it: 张晓宁|跟踪调研."""
    words = lexicon.words()
    return words.get(page.text[end : end + 2], -99.0) > _USUAL and page.text[end - 1 : end + 1] not in words


def of_theory(page: Surface, end: int) -> bool:
    """Tell whether a name that ends here names a theory, a spirit or a prize: 雷锋|精神."""
    return _THEORY.match(page.text, end) is not None


def put(page: Surface, people: dict[int, Person], covered: bytearray, start: int, end: int, score: float) -> int:
    """Set down a name with its score, and take its characters; gives where it ends."""
    if ordinal := _ORDINAL.match(page.text, end):
        end = ordinal.end()
    people[start] = Person(start, end, page.text[start:end].replace(" ", ""), score)
    covered[start:end] = b"\x01" * (end - start)
    return end
