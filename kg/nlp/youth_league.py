"""Find the committees of the Youth League: 共青团浙江省委, 团|市委."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.nlp.organ_units import units_after
from kg.nlp.surface import Surface
from kg.readings import Agency, Place

_COMMITTEE = re.compile(
    r"(?:共青团|团)(?:(?P<level>[省市区县州]|自治区|自治州)委|(?P<place>[\u4e00-\u9fff]{2,10}?)委)(?![员托])"
)
_NO_LEAGUE = "集社师财兵军"
"""Characters before 团 with which it is another word: 集团, 兵团."""
_CANONICAL = "共青团{p}委员会"


def possible_committees(text: str) -> list[re.Match[str]]:
    """Give where a committee of the Youth League may be named."""
    return list(_COMMITTEE.finditer(text)) if "团" in text else []


def committee(page: Surface, match: re.Match[str], ends: dict[int, Place]) -> Agency | None:
    """Give the committee that a match names with its units, or None; `ends` are the places by their ends."""
    start, end = match.span()
    if start and page.text[start - 1] in _NO_LEAGUE:
        return None
    place = None if match["level"] else ends.get(match.end("place"))
    if not match["level"] and (place is None or place.start != match.start("place")):
        return None
    organ = Agency(
        start, end, "social_org", place, match["level"] or "", body="团委", canonical=_CANONICAL, head_end=end
    )
    units, last = units_after(page, end)
    return replace(organ, end=last, units=units)
