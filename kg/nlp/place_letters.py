"""Find the places that one character stands for."""

from __future__ import annotations

import re

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.surface import Surface
from kg.readings import Part, Place

_LETTER = (
    r"(?<![现存正所实潜自外内])(?:在|来|赴|抵|离|返|进|驻|与|到|由|回|调)(%s)"
    r"(?=(?P<next>[\u4e00-\u9fff]{0,2}|[，。、；：）)”]))"
)
_LETTER_NEXT = re.compile(
    r"举|召|任|前[，。到往]|工作|开|会|出|参|考|调|社|签|启|揭|成|发|揭|落|闭|进行|主持|同|见|表|访|正式|圆满|隆重|视察|企|院|高校|央企|$|[，。、；：）)”]"
)
_LETTER_LIST = re.compile(r"、[\u4e00-\u9fff](?:、[\u4e00-\u9fff])*(?=[一二三四五六七八九十两]+(?:省|市|地|区|国))")
_LETTER_RUN = re.compile(r"[赴在](?P<run>[\u4e00-\u9fff]{2,4}?)(?=调研|考察|检查|督导|走访|巡视|等地|[两三四]省)")


@vocabulary.compiled
def _letter_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give a pattern that finds where a letter may stand for a place, quickly, and the one that decides."""
    letter = f"[{''.join(sorted(vocabulary.abbreviations()))}]"
    return re.compile(f"[在来赴抵离返进驻与到由回调](?={letter})"), re.compile(_LETTER % letter)


def letters(page: Surface, places: list[Place]) -> list[Place]:
    """Find the one-character forms of places: 在京举行, 来渝考察, 与渝协作."""
    text, known = page.text, vocabulary.abbreviations()
    maybe, pattern = _letter_patterns()
    matches = [match for at in maybe.finditer(text) if (match := pattern.match(text, at.start()))]
    lists, rows = _lists(text)
    taken = {i for p in places for i in (p.start, p.end - 1)} if matches or rows else set()
    found = []
    for match in matches:
        letter, at = match.group(1), match.start(1)
        if letter not in known or at in taken or page.quoted[at]:
            continue
        follow = match.group("next")
        if lexicon.words().get(letter + follow[:1], -99.0) > -13.5 or not _LETTER_NEXT.match(follow):
            continue
        codes = known[letter]
        codes = (codes,) if isinstance(codes, str) else tuple(codes)
        level = vocabulary.divisions()[codes[0]].level if codes[0] in vocabulary.divisions() else "province"
        found.append(Place(at, at + 1, (Part(at, at + 1, letter, level, codes),), "letter"))
    return [*found, *_listed(page, [*lists, *(row for row in rows if taken.isdisjoint(range(*row)))])]


def _lists(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Give the counted lists of one-character forms, and the rows of them: 鄂、湘、赣三省, 港、澳两地; 赴陕甘宁调研."""
    known = vocabulary.abbreviations()
    lists = [(max(0, match.start() - 1), match.end()) for match in _LETTER_LIST.finditer(text)]
    rows = [match.span("run") for match in _LETTER_RUN.finditer(text) if all(c in known for c in match["run"])]
    return lists, rows


def _listed(page: Surface, spans: list[tuple[int, int]]) -> list[Place]:
    known, out = vocabulary.abbreviations(), []
    for start, end in spans:
        for at in range(start, end):
            if page.text[at] in known and not page.quoted[at]:
                codes = known[page.text[at]]
                level = vocabulary.divisions()[codes[0]].level
                out.append(Place(at, at + 1, (Part(at, at + 1, page.text[at], level, codes),), "letter"))
    return out
