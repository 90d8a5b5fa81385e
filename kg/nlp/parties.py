"""Find the local committees of the democratic parties: 民革|内蒙古|区委会, 九三学社|盐城市|委."""

from __future__ import annotations

import re

from kg.nlp.surface import Surface
from kg.readings import Agency, Readings

_NAMES = {
    "民革": "中国国民党革命委员会",
    "民盟": "中国民主同盟",
    "民建": "中国民主建国会",
    "民进": "中国民主促进会",
    "农工党": "中国农工民主党",
    "致公党": "中国致公党",
    "九三学社": "九三学社",
    "台盟": "台湾民主自治同盟",
}
_PARTY = re.compile("|".join(_NAMES))
_BODY = re.compile(r"(?P<level>自治区|自治州|[省市区县州])?委(?:员会|会)?(?![员托书任])")


def party_committees(page: Surface, readings: Readings) -> list[Agency]:
    """Give the committees of a text whose party stands before their territory's name or level word."""
    matches = list(_PARTY.finditer(page.text))
    places = {p.start: p for p in readings.chains} if matches else {}
    out: list[Agency] = []
    for match in matches:
        place = places.get(match.end())
        body = _BODY.match(page.text, place.end if place else match.end())
        level = body["level"] if body and place is None else None
        if body is None or page.quoted[match.start()] or not (place or level):
            continue
        canonical = _NAMES[match.group()] + "{p}委员会"
        end = body.end()
        out.append(
            Agency(match.start(), end, "party", place, level or "", body="委", canonical=canonical, head_end=end)
        )
    return out
