"""Read the names that stand before their titles: 柳拯局长, 同希奇莱马总统."""

from __future__ import annotations

from kg import vocabulary
from kg.nlp import lexicon, names, transliterated
from kg.nlp.name_edges import put
from kg.nlp.name_fit import UNTITLED
from kg.nlp.plausible_names import ORDINARY
from kg.nlp.surface import Surface
from kg.nlp.untitled import back
from kg.readings import Person, Readings

_TO = "同与和向对"
_HEADS_OF_STATE = ("总统", "总理", "首相", "外长", "国王")


def before_titles(page: Surface, readings: Readings, people: dict[int, Person], covered: bytearray) -> None:
    """Read into `people` the names before titles, and the lists that end with one that 当选 follows."""
    countries = {place.end for place in readings.places if place.form == "country"}
    for title in readings.titles:
        at = title.start
        if page.text[at - 1 : at] == "任" or page.text[at] == "前":
            continue
        start = _known(people, at)
        if start is None and not (at and covered[at - 1]):
            start = _before_title(page, at, people, covered, countries)
        if start is not None and page.text.startswith("当选", at):
            back(page, start, people, covered)


def _known(people: dict[int, Person], end: int) -> int | None:
    """Give where the name begins that was read before and ends at an offset, or None."""
    return next((end - size for size in (4, 3, 2) if end - size in people and people[end - size].end == end), None)


def _before_title(
    page: Surface, at: int, people: dict[int, Person], covered: bytearray, countries: set[int]
) -> int | None:
    """Read a name that begins at an organ or a stop and ends where its title begins; gives where it begins, or None."""
    for start in range(max(0, at - 4), at - 1):
        if not _may_begin(page, start, at, covered) or start in countries or not _may_be_named(page, start, at):
            continue
        best = names.name_at(page, start)
        if best and best[0] == at and best[1] > UNTITLED:
            if lexicon.words().get(page.text[start:at], -99.0) >= ORDINARY:
                return None
            put(page, people, covered, start, at, 0.9)
            return start
    return _guest(page, at, people, covered)


def _may_begin(page: Surface, start: int, at: int, covered: bytearray) -> bool:
    """Tell whether a stop or something that was read stands before an offset, and a name's characters behind it."""
    if not (start == 0 or covered[start - 1] or page.stop[start - 1] or _led(page.text, start, at)):
        return False
    return 1 not in covered[start:at] and not page.blocked(start, at)


def _may_be_named(page: Surface, start: int, at: int) -> bool:
    """Tell whether what stands before a title may be its holder: no office, no organ and nobody who is met."""
    text = page.text
    if text[at - 1] in "办厅局委处科" or not lexicon.suffixes()[0].keys().isdisjoint(
        (text[start:at], text[start + 1 : at])
    ):
        return False
    if text[start] == "任" and text[start - 1 : start] in tuple("新现时原前离拟担调转"):
        return False
    to_guest = text[start] in _TO and text.startswith(_HEADS_OF_STATE, at)
    return not to_guest and not names.doubtful(text[start]) and page.is_stop(at)


def _led(text: str, start: int, at: int) -> bool:
    """Tell whether a name of three characters stands before 总书记 behind a verb that no word joins to it."""
    leader = at - start == 3 and text.startswith(("总书记", "主席", "总理", "委员长"), at)
    return leader and text[start - 1 : start + 1] not in lexicon.words()


def _guest(page: Surface, at: int, people: dict[int, Person], covered: bytearray) -> int | None:
    """Read a transliterated name between 同 or its like and a title of state: 同|希奇莱马|总统."""
    if not page.text.startswith(_HEADS_OF_STATE, at):
        return None
    letters = vocabulary.foreign_characters()
    start = at
    while start and at - start < 6 and page.text[start - 1] in letters and not covered[start - 1]:
        start -= 1
    plain = lexicon.words().get(page.text[start:at], -99.0) > -12.5
    if (end := _japanese(page, at, covered)) is not None:
        put(page, people, covered, end, at, 0.85)
        return end
    if at - start < (3 if plain else 2) or page.text[start - 1 : start] not in (*_TO, "，", "。", "了"):
        return None
    put(page, people, covered, start, at, 0.85)
    return start


def _japanese(page: Surface, at: int, covered: bytearray) -> int | None:
    """Give where a Japanese name begins between 同 or its like and a title of state: 同|石破茂|首相."""
    for start in range(max(1, at - 5), at - 2):
        free = page.text[start - 1] in _TO and 1 not in covered[start:at]
        if free and transliterated.japanese_at(page, start) == at:
            return start
    return None
