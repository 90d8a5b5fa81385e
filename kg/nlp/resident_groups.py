"""Name the discipline groups that a text prints without who sends them: 驻民政部纪检监察组, 驻省水利厅纪检监察组."""

from __future__ import annotations

from dataclasses import replace

from kg.nlp.surface import Surface
from kg.readings import Agency

_GROUPS = ("纪检监察组", "纪检组")
_NATIONAL = "中央纪委国家监委"
_LOCAL = "纪委监委"


def resident_group(page: Surface, agency: Agency) -> Agency:
    """Give the group that a commission keeps at the organ that was read, 驻 before it; the agency itself if it is none.

    The commission is that of the whole Party at a national organ, else that of the organ's territory.
    """
    start = agency.start - 1
    if not agency.units or agency.units[-1][1] not in _GROUPS or page.text[max(0, start) : agency.start] != "驻":
        return agency
    if start > 0 and not page.stop[start - 1] and page.text[start - 1] not in "经由和与向":
        return agency
    unit = ((start, page.text[start : agency.end]),)
    if agency.owner:
        return Agency(start, agency.end, "party", owner=_NATIONAL, units=unit, head_end=start)
    if not (agency.place or agency.level):
        return agency
    home = replace(agency, start=start, kind="party", body=_LOCAL, canonical="{p}" + _LOCAL)
    return replace(home, units=unit, head_end=start)
