"""Find the units that a life names without their organ, at which it said before that somebody worked.

1988年进入财政部工作，历任|预算司|副司长、司长，|国库司|司长; 在某大学任教，曾任该校|食品学院|副院长.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.nlp.surface import Surface, with_modifiers
from kg.readings import Agency, Readings, between, by_start
from kg.sentences import start_before

_WORKED = re.compile("(?:进入?|调[入到任至往]|分配[到至]|(?<!设)[到在回赴]|入职|就职于|供职于|任职于)$")
"""What stands before the organ at which somebody works."""
_LAST = frozenset("进入调到任至往在回赴职于")
_HELD = re.compile("(?:历任|先后担?任|曾担?任|(?<![担曾历先])任)过?$")
"""What stands before the first unit, and may point at the organ: 历任, 曾任|该校."""
_POINTED = re.compile("该[校院部局厅会司行]|学校(?!办)")
_UNIT = re.compile(
    "(?![省市县区州各某原副首]|国家|中[国央共]|全[国省]|.?[任为])[\u4e00-\u9fff]{1,10}?(?:[司局处科室庭院系所部]|中心|[支大总]队)"
)
_NO_UNIT = re.compile("[的了在于及其等省市县]|公司|集团")
_SHARED = re.compile("[司局处科庭院所]长")
"""A title that holds the last character of its unit: 国库|司|长."""
_LONGEST = 16
_LISTED = 30
"""How far before a unit the one before it in a list may end, in code points."""


def career_units(page: Surface, readings: Readings) -> None:
    """Read the units that a life names behind where somebody worked; the last words of one, read before, give way."""
    agencies = readings.agencies
    near = (a.start for a in agencies if page.text[a.start - 1 : a.start] in _LAST)
    worked = {start for start in near if _WORKED.search(page.text, max(0, start - 4), start)}
    if not worked:
        return
    covered = {i: a for a in agencies for i in range(a.start, a.end)}
    units: dict[int, Agency] = {}
    for edge, start, end in _possible(page):
        held = {covered[at] for at in range(start, end) if at in covered}
        free = all(a.start >= start and a.end == end and not (a.place or a.owner or a.level) for a in held)
        owner = _owner(page, agencies, worked, edge, units) if free and end not in units else None
        if owner is not None:
            units[end] = replace(owner, start=start, end=end, units=((start, page.text[start:end]),))
    kept = (a for a in agencies if a.end not in units or a.start < units[a.end].start)
    readings.agencies = sorted((*kept, *units.values()), key=by_start)


def _possible(page: Surface) -> Iterator[tuple[int, int, int]]:
    """Yield what may be units before their heads: where the words before begin, where the unit does, and its end."""
    for first, _, _ in page.title_words:
        end = with_modifiers(page.text, first)
        end += page.text[end - 1] != page.text[end] and _SHARED.match(page.text, end) is not None
        edge = 1 + max(page.text.rfind(mark, max(0, end - _LONGEST), end) for mark in "任，；、")
        pointed = _POINTED.match(page.text, edge, end)
        start = pointed.end() if pointed else edge
        fits = _UNIT.fullmatch(page.text, start, end) and not _NO_UNIT.search(page.text, start, end)
        if fits and not page.blocked(start, end):
            yield edge, start, end


def _owner(
    page: Surface, agencies: list[Agency], worked: set[int], edge: int, units: dict[int, Agency]
) -> Agency | None:
    """Give the organ of a unit: where its bearer worked, behind a verb; that of the unit before it in a list."""
    if edge - 1 in page.title_ends:
        return next((units[at] for at in range(edge - 2, max(0, edge - _LISTED), -1) if at in units), None)
    if not _HELD.search(page.text, max(0, edge - 5), edge):
        return None
    told = [a for a in between(agencies, start_before(page.text, edge), edge) if a.end <= edge]
    return told[-1] if told and told[-1].start in worked else None
