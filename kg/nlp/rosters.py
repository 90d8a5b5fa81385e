"""Read the tables of members: a role, a name and a post in each line, 副组长：王某某 县委常委、副县长."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.nlp import names
from kg.nlp.name_edges import put
from kg.nlp.surface import Surface
from kg.readings import Person, Readings, RosterRow, between

_ROLE = re.compile(
    "(?<![^\n])(?P<role>成员|组员|(?:常务)?副?(?:组长|总?指挥长?|主任|召集人|主席|团长|队长|会长|秘书长|政委)|秘书长|顾问)："
)
_ROW = re.compile("(?<![^\n])(?=[\u4e00-\u9fff]{3})(?![^\n]*[：。])")
_MEMBERS = ("成员", "组员")


def rosters(page: Surface, readings: Readings, people: dict[int, Person], covered: bytearray) -> None:
    """Read the names of such tables into `people`, and their rows into `readings.roster`."""
    roles = list(_ROLE.finditer(page.text)) if page.text.count("：") > 1 else []
    if len(roles) < 2:
        return
    grounds = {r.start for found in (readings.agencies, readings.places, readings.titles) for r in found}
    held = {t.end for t in readings.titles}
    for match in roles:
        role = match.start() if match["role"] not in _MEMBERS and match.end("role") in held else None
        for start, stop in _rows(page.text, match.end()):
            end = _name_end(page, start, grounds)
            if end is not None and 1 not in covered[start:end] and between(readings.titles, end, stop):
                put(page, people, covered, start, end, 0.95)
                readings.roster.append(RosterRow(start, end, stop, role))


def _rows(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield where the rows of a role stand: the rest of its own line, and the lines behind it without a role."""
    while True:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        yield at, stop
        at = stop + 1
        if at > len(text) or not _ROW.match(text, at):
            return


def _name_end(page: Surface, start: int, grounds: set[int]) -> int | None:
    """Give where the name ends that begins a row: at a blank, or where the post begins."""
    for size in (2, 3, 4):
        end = start + size
        behind = end + (page.text[end : end + 1] == " ")
        if behind in grounds and names.surname_at(page.text[start:end], 0) and "\n" not in page.text[start:end]:
            return end
    return None
