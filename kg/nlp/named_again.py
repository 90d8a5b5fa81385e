"""Find the names that the names read before give away: printed again, by their surname, in a list behind one."""

from __future__ import annotations

import re

from kg.nlp import lexicon, names, transliterated
from kg.nlp.name_edges import closes, of_theory, put
from kg.nlp.surface import Surface, occurrences
from kg.nlp.untitled import CLAUSE_START, PRIVATE
from kg.readings import Person, Title

_ACCUSED = ("被告人", "嫌疑人", "罪犯", "当事人", "同志")
_QUALIFIES = ("有", "很", "更", "最", "为")
"""Behind what a name that is a word may be meant as one: 更|高明的办法."""
_DOTS = frozenset(names.DOTS)
_HEADS = ("总书记", "主席", "总理", "委员长", "总统")
_OFFICES = ("organ", "government", "chief", "party")
_LISTED = re.compile("、(?P<name>[\u4e00-\u9fff]{3})(?=[、和]|等[\\d一二三四五六七八九十]*[人名位]|当选)")
"""A name of three characters in a list of names."""


def again(page: Surface, people: dict[int, Person], covered: bytearray) -> None:
    """Read the later (and earlier) mentions of the names that are known, also without a title."""
    forms, given = _forms({p.name for p in people.values()})
    for form, name in sorted(forms.items(), key=lambda f: (-len(f[0]), f[0])):
        for at, end in occurrences(page.text, form):
            if form in given and not closes(page, end):
                continue
            if 1 not in covered[at:end] and _again_ok(page, at, end, form):
                people[at] = Person(at, end, name, 0.9)
                covered[at:end] = b"\x01" * (end - at)


def _forms(known: set[str]) -> tuple[dict[str, str], set[str]]:
    """Give the names with their parts between dots, each with the whole name, and the parts that come first."""
    forms, given = {name: name for name in known}, set()
    for name in sorted(known):
        first, *rest = transliterated.DOT.split(name)
        given |= {first} if rest else set()
        for part in (*reversed(rest), first):
            if len(part) >= 2:
                forms.setdefault(part, name)
    return forms, given


def _again_ok(page: Surface, start: int, end: int, form: str) -> bool:
    """Tell whether a known name, or a part of one, names its bearer where it is printed again."""
    if page.text[start - 1 : start] in _DOTS or page.text[end : end + 1] in _DOTS:
        return False
    if of_theory(page, end) or PRIVATE.search(page.text, max(0, start - 4), start):
        return False
    if len(form) > 3 or (len(form) > 2 and form not in lexicon.words()) or page.text.startswith(_HEADS, end):
        return True
    if page.text.endswith(_ACCUSED, 0, start):
        return True
    clause = CLAUSE_START.match(page.text, start)
    if form not in lexicon.words() and len(form) == 2:
        edges = (page.text[start - 1 : start + 1], page.text[end - 1 : end + 1])
        apart = page.text[start - 1 : start] not in _QUALIFIES and lexicon.words().keys().isdisjoint(edges)
        return bool(clause) or closes(page, end) or apart or page.text[end : end + 1] in ("及", "或", "夫")
    near = page.text[end : end + 10]
    return bool(clause) and (closes(page, end) or re.match(r"[\u4e00-\u9fff]{0,6}地?[说道]", near) is not None)


def between_names(page: Surface, people: dict[int, Person], covered: bytearray) -> None:
    """Read the names that stand in a list behind a known one, whatever their surname: 施越、|钭利江|、…."""
    for end in sorted(person.end for person in people.values()):
        match = _LISTED.match(page.text, end)
        while match is not None:
            at = match.start("name")
            named = names.surname_at(match["name"], 0) and match["name"] not in lexicon.words()
            if not named or 1 in covered[at : match.end()] or page.blocked(at, match.end()):
                break
            put(page, people, covered, at, match.end(), 0.8)
            match = _LISTED.match(page.text, match.end())


def by_surname(page: Surface, titles: list[Title], people: dict[int, Person], covered: bytearray) -> None:
    """Read a surname with its title behind it, where one person of that surname is named: 凌局长, 申屠主任."""
    bearers: dict[str, set[str]] = {}
    for person in people.values():
        for surname in names.surname_at(person.name, 0)[:1]:
            bearers.setdefault(surname, set()).add(person.name)
    offices = [title for title in titles if title.category in _OFFICES] if bearers else []
    for title in offices:
        for start in (title.start - 2, title.start - 1):
            known = bearers.get(page.text[max(0, start) : title.start], ())
            free = start == 0 or page.marks[start - 1]
            if len(known) == 1 and free and 1 not in covered[start : title.start]:
                people[start] = Person(start, title.start, next(iter(known)), 0.85)
                covered[start : title.start] = b"\x01" * (title.start - start)
