"""Read the names beside verbs: before 表示 and 曾任, behind 任命, in lists of appointments, before a comma."""

from __future__ import annotations

import re

from kg import vocabulary
from kg.nlp import lexicon, names, one_pass
from kg.nlp.appointed_names import appointed, behind_verb, predecessor
from kg.nlp.appointments import items
from kg.nlp.surface import Surface
from kg.nlp.untitled import before_verb
from kg.readings import Person, Readings

_PEOPLE = re.compile("[，：][\u4e00-\u9fff]{1,4}$")
"""What stands before 族，behind a name: 甲，|藏|族，."""
_BORN = re.compile("，(?<!族，)(?:[男女]，)?19\\d\\d年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:出?生|参加工作|入[党伍])")
"""What tells behind a name whose life follows: 甲|，1956年出生在…."""
_SUCCEEDING = ("接替", "接替了")
_OPENING = re.compile(r"(?:^|[。\n”])(?P<name>[\u4e00-\u9fff]{2,4})$")
"""A name at the start of a sentence, before the post that it stands for: 甲，民政局局长，…."""


def beside_verbs(page: Surface, readings: Readings, people: dict[int, Person], covered: bytearray) -> None:
    """Read into `people` the names that stand beside a verb or a post, and take their characters."""
    _beside_cues(page, people, covered)
    listed = list(items(page.text))
    grounds = {a.start for a in readings.agencies} | {p.start for p in readings.places} if listed else set()
    for at, removing in listed:
        for start in appointed(page, at, people, covered, grounds, removing=removing):
            readings.appointed[start] = removing
    for start in _posts(page.text, readings):
        _before_post(page, start, people, covered)


def _beside_cues(page: Surface, people: dict[int, Person], covered: bytearray) -> None:
    """Read the names before the verbs that follow names, then those behind the verbs that precede them."""
    sorts, found = cues().payload, one_pass.find(page, cues)
    for index, start, _ in found:
        told = _PEOPLE.search(page.text, max(0, start - 5), start) if sorts[index] == "people" else None
        if told or sorts[index] in ("verb", "both"):
            before_verb(page, told.start() if told else start, people, covered)
    for born in _BORN.finditer(page.text):
        before_verb(page, born.start(), people, covered)
    for index, _, end in found:
        if sorts[index] in ("behind", "both"):
            behind_verb(page, end, people, covered)
        if page.text.endswith(_SUCCEEDING, 0, end):
            predecessor(page, end, people, covered)


def _before_post(page: Surface, start: int, people: dict[int, Person], covered: bytearray) -> None:
    """Read the name before a post: 甲|现任…, or 甲，… where it opens a sentence."""
    before = page.text[start - 1 : start]
    if before in ("任", "为", "是"):
        at = start - (2 if page.text[start - 2 : start - 1] in "现前曾新转升调改历" else 1)
        before_verb(page, at, people, covered)
    elif before == "，" and _opens(page.text, start - 1):
        before_verb(page, start - 1, people, covered)


def _posts(text: str, readings: Readings) -> list[int]:
    """Give where what may be a post begins: an agency, a title, a place with its title."""
    titles = {title.start for title in readings.titles if title.category != "member"}
    organs = [a.start for a in readings.agencies] + [p.start for p in readings.places if p.end in titles]
    return organs + [start for start in sorted(titles) if text[start - 1 : start] == "任"]


@vocabulary.compiled
def cues() -> lexicon.WordList:
    """Give the words before or behind which a name may stand, with the sort of each."""
    return lexicon.word_list(dict(vocabulary.read_table("name_cues")))


def _opens(text: str, at: int) -> bool:
    """Tell whether what may be a name opens the sentence whose first comma is at an offset."""
    opening = _OPENING.search(text, max(0, at - 5), at)
    return opening is not None and not names.doubtful(text[opening.start("name")])
