"""Find the officials of a text by their titles, and tie titles, organs and names together."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg import vocabulary
from kg.nlp import lexicon, names, transliterated
from kg.nlp.abroad import carry_countries
from kg.nlp.beside_verbs import beside_verbs
from kg.nlp.name_edges import begins_word, closes, of_theory, put
from kg.nlp.name_fit import TITLED, UNTITLED, Clues, fitting_name
from kg.nlp.plausible_names import ORDINARY
from kg.nlp.surface import Surface
from kg.nlp.untitled import again, back, between_names, by_surname, foreign_names
from kg.readings import Person, Readings, Title, name_start

_AFTER_TITLE = re.compile(r"[“\"]?")
_LIST = re.compile(
    r"(?:[（(](?:左|右|中|女|男|前|后|[一-龥]{1,3}族|左[一二三四]|右[一二三四]|[^（）()]{0,8})[）)])?(?:，|,)?(?:、|和|及|与|以及|，以及|暨)"
)
_HONORIFIC = re.compile(
    r"(?:同志|先生|女士|主席|书记|总理|部长|局长|厅长|主任|省长|市长|区长|县长|司长|处长|会长|院长|校长|总统|首相)"
)
_TO = "同与和向对"
_DOTS = frozenset(names.DOTS)
_HEADS_OF_STATE = ("总统", "总理", "首相", "外长", "国王")
_COUNTED = re.compile(r"[一二三四五六七八九十两几\d]+个?[省市区县州旗地]")
_SERVING = re.compile("(?:时任|现任|曾任|担任|兼任|身为|当选|出任|就任)[^，。；\n]*$")


def find_people(page: Surface, readings: Readings) -> None:
    """Read the names of officials into `readings.people`: titled, listed, speaking, and named again later."""
    people: dict[int, Person] = {}
    covered = _covered(page, readings)
    _added(page, people, covered)
    foreign_names(page, people, covered)
    _before_titles(page, readings, people, covered)
    _behind_titles(page, readings, people, covered)
    beside_verbs(page, readings, people, covered)
    between_names(page, people, covered)
    again(page, people, covered)
    by_surname(page, readings.titles, people, covered)
    readings.people = _full_names([people[s] for s in sorted(people)])
    inside = bytearray(len(page.text))
    for person in readings.people:
        inside[person.start : person.end] = b"\x01" * (person.end - person.start)
    readings.places = [p for p in readings.places if 1 not in inside[p.start : p.end]]
    carry_countries(page, readings)


def _before_titles(page: Surface, readings: Readings, people: dict[int, Person], covered: bytearray) -> None:
    countries = {place.end for place in readings.places if place.form == "country"}
    for title in readings.titles:
        found = _before_title(page, title.start, people, covered, countries)
        if found is not None and page.text.startswith("当选", title.start):
            back(page, found, people, covered)


def _behind_titles(page: Surface, readings: Readings, people: dict[int, Person], covered: bytearray) -> None:
    named = {p.end for p in people.values()}
    organs = {a.end for a in readings.agencies} | {p.end for p in readings.places}
    organs |= {title.end + 1 for title in readings.titles}
    provinces_abroad = {p.end for p in readings.places if p.form == "full" and p.level == "other"}
    abroad = provinces_abroad | _ends_abroad(readings)
    led = {
        title.end + 1 for title in readings.titles if title.start in organs and page.text.startswith("、", title.end)
    }
    for title in readings.titles:
        if title.start in named:
            continue
        listed = page.text[title.start - 1 : title.start] in ("，", "、") and (
            title.category == "government" or title.text.startswith(("副", "秘书长"))
        )
        clues = Clues(
            foreign=title.category not in ("party", "government", "rank") or title.start in provinces_abroad,
            closed=title.category in ("staff", "member"),
            private=title.category == "staff" and title.start not in organs,
            abroad=title.category == "foreign" or not abroad.isdisjoint((title.start, title.start + 1)),
            anchored=listed
            or title.start in organs
            or title.start in led
            or title.category in ("state", "foreign")
            or _of_its_organ(page, title),
        )
        _behind(page, name_start(page.text, title), people, covered, clues)
        of_it = page.text[title.end : title.end + 1] == "的"
        if of_it and _SERVING.search(page.text, max(0, title.start - 30), title.start):
            _behind(page, title.end + 1, people, covered, Clues(closed=True, anchored=True))


def _of_its_organ(page: Surface, title: Title) -> bool:
    """Tell whether a title stands behind an organ of its sort, though none was read: 综合司|司长."""
    return title.category == "organ" and page.text[title.start - 1 : title.start] == title.text[-2:-1]


def _ends_abroad(readings: Readings) -> set[int]:
    """Give where the names of countries, of their organs and of international organisations end."""
    ends = {a.end for a in readings.agencies if a.place and a.place.form == "country"}
    ends |= {p.end for p in readings.places if p.form == "country"}
    return ends | {a.end for a in readings.agencies if a.owner in lexicon.international()}


def _covered(page: Surface, readings: Readings) -> bytearray:
    covered = bytearray(page.quoted)
    spans = [(a.start, a.end) for a in readings.agencies] + [(t.start, t.end) for t in readings.titles]
    for start, end in (*spans, *readings.classes):
        covered[start:end] = b"\x01" * (end - start)
    titled = {name_start(page.text, title) for title in readings.titles}
    governed = {title.start for title in readings.titles if title.category == "government"}
    for place in readings.places:
        if page.text[place.start - 1 : place.start] in _DOTS:
            continue
        if place.start in titled and (place.form in ("region", "short") or place.level == "other"):
            continue
        brief = place.end - place.start == 2 and (place.level == "other" or place.form == "region")
        usual = place.form != "short" and not brief
        if usual or place.end in governed or place.level == "province" or _COUNTED.match(page.text, place.end):
            covered[place.start : place.end] = b"\x01" * (place.end - place.start)
    return covered


def _full_names(people: list[Person]) -> list[Person]:
    """Give a mention of a name with dots by its last part, or by its first (叶尔江同志, 坎培表示), the whole name."""
    dotted = [(transliterated.DOT.split(p.name), p.name) for p in people if transliterated.DOT.search(p.name)]
    whole = {part: name for parts, name in dotted for part in parts}
    whole |= {parts[-1]: name for parts, name in dotted}
    return [replace(p, name=whole[p.name]) if p.name in whole else p for p in people]


def _added(page: Surface, people: dict[int, Person], covered: bytearray) -> None:
    """Read the people whom the user named, wherever they stand."""
    known = lexicon.added_people()
    for _, start, end in known.find(page.text) if known else ():
        if 1 not in covered[start:end]:
            put(page, people, covered, start, end, 1.0)


def _behind(page: Surface, at: int, people: dict[int, Person], covered: bytearray, clues: Clues) -> None:
    """Read the name behind a title, and the names that follow it in a list."""
    bound = TITLED
    while at < len(page.text):
        known = people.get(at)
        end = known.end if known else fitting_name(page, at, covered, bound, clues)
        if end is None or not _may_end(page, end, clues, listed=bound != TITLED and not known):
            return
        if not of_theory(page, end):
            put(page, people, covered, at, end, 0.95)
        match = _LIST.match(page.text, end)
        if match is None:
            return
        at, bound = match.end(), UNTITLED - 3


def _may_end(page: Surface, end: int, clues: Clues, *, listed: bool) -> bool:
    """Tell whether a name may end here: behind some titles, and in a list, only something that closes it may follow."""
    if closes(page, end) or (clues.anchored and begins_word(page, end)):
        return True
    return not clues.private and (not (clues.closed or listed) or page.is_stop(end))


def _before_title(
    page: Surface, at: int, people: dict[int, Person], covered: bytearray, countries: set[int]
) -> int | None:
    """Read a name that stands before its title: 柳拯局长, where the name begins at an organ or a stop.

    Gives where it begins, also if it was read before.
    """
    if page.text[at - 1 : at] == "任":
        return None
    known = next((at - size for size in (4, 3, 2) if at - size in people and people[at - size].end == at), None)
    if known is not None or (at and covered[at - 1]):
        return known
    classes = lexicon.suffixes()[0]
    for start in range(max(0, at - 4), at - 1):
        left = start == 0 or covered[start - 1] or page.stop[start - 1] or _led(page.text, start, at)
        if (
            not left
            or start in countries
            or page.text[at - 1] in "办厅局委处科"
            or page.text[start + 1 : at] in classes
            or 1 in covered[start:at]
            or page.blocked(start, at)
        ):
            continue
        to_guest = page.text[start] in _TO and page.text.startswith(_HEADS_OF_STATE, at)
        if to_guest or names.doubtful(page.text[start]) or not page.is_stop(at):
            continue
        best = names.name_at(page, start)
        if best and best[0] == at and best[1] > UNTITLED:
            if lexicon.words().get(page.text[start:at], -99.0) >= ORDINARY:
                return None
            put(page, people, covered, start, at, 0.9)
            return start
    return _guest(page, at, people, covered)


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
    if at - start < (3 if plain else 2) or page.text[start - 1 : start] not in (*_TO, "，", "。", "了"):
        return None
    put(page, people, covered, start, at, 0.85)
    return start


@Language.component("kg_officials")
def kg_officials(doc: Doc) -> Doc:
    """Find the officials of a Doc; runs after kg_titles."""
    find_people(doc._.surface, doc._.readings)
    return doc
