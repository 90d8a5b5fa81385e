"""Find the short forms of organisations that the text named before: 研究会, 社会组织管理局, 国资委."""

from __future__ import annotations

import re

from kg.nlp.organ_names import right_edge_ok
from kg.nlp.sent_teams import SORTS
from kg.nlp.surface import Surface, marked, occurrences
from kg.readings import Agency, Readings, by_start

_ALIAS = re.compile("（(?:以?下)?简?称(?:为)?[：:]?[“]?(?P<name>[\u4e00-\u9fffA-Za-z]{2,10})[”]?）")
"""What gives an organisation the short name by which the text calls it from there on."""
_SOCIETIES = ("研究会", "促进会", "联合会", "基金会", "慈善总会", "慈善会", "协会", "学会", "商会")
"""The last words by which a text calls an association that it named before."""
_HOUSES = ("医院", "学院")


def at_home(page: Surface, readings: Readings) -> None:
    """Take the short name of a national organ for the local one that the text named before: 省国资委…，国资委…."""
    local: dict[str, int] = {}
    for index, agency in enumerate(readings.agencies):
        printed = page.text[agency.start : agency.end]
        if agency.owner and not agency.units and printed in local:
            home = Agency(agency.start, agency.end, agency.kind, body=printed, short_of=local[printed])
            readings.agencies[index] = home
        elif agency.body and not agency.units and (agency.place or agency.level):
            local.setdefault(agency.body, agency.start)


def tails(page: Surface, readings: Readings) -> None:
    """Find the later mentions of an organisation by its own last words: 研究会, 社会组织管理局."""
    tails: dict[str, int] = {}
    called: dict[str, int] = {}
    short = "称" in page.text
    for agency in readings.agencies:
        if short and (alias := _ALIAS.match(page.text, agency.end)):
            called[alias["name"]] = agency.start
        for tail in _tail_forms(page, agency):
            tails.setdefault(tail, agency.start)
    if called:
        _rename(page, readings, called)
    if called or tails:
        _add(page, readings, called, tails)
        readings.agencies.sort(key=by_start)


def _rename(page: Surface, readings: Readings, called: dict[str, int]) -> None:
    """Take what was read as an organisation of its own for the one whose given short name it is."""
    for index, agency in enumerate(readings.agencies):
        printed = page.text[agency.start : agency.end]
        if agency.start > called.get(printed, agency.start):
            alias_of = Agency(agency.start, agency.end, agency.kind, body=printed, short_of=called[printed])
            readings.agencies[index] = alias_of


def _add(page: Surface, readings: Readings, called: dict[str, int], tails: dict[str, int]) -> None:
    """Read given short names, also in the headline, and last words that stand alone behind their organisation."""
    covered = marked(len(page.text), ((a.start, a.end) for a in readings.agencies))
    headline = page.text.find("\n")
    for tail, owner in (*called.items(), *tails.items()):
        for at, end in occurrences(page.text, tail):
            behind = at > owner or (tail in called and at < headline)
            free = behind and (tail in called or _stands_alone(page, at, end))
            if free and 1 not in covered[at:end] and not page.quoted[at]:
                readings.agencies.append(Agency(at, end, "", body=tail, short_of=owner))
                covered[at:end] = b"\x01" * len(tail)


def _stands_alone(page: Surface, at: int, end: int) -> bool:
    """Tell whether last words are no part of a longer name and stand beside no bracket."""
    alone = page.text[at - 1 : at] != "）" and page.text[end : end + 1] != "（"
    return alone and right_edge_ok(page, end) and (at == 0 or bool(page.stop[at - 1]))


def _tail_forms(page: Surface, agency: Agency) -> list[str]:
    printed = page.text[agency.start : agency.end]
    if (
        agency.owner
        and not agency.units
        and printed.startswith(("全国人大", "全国政协"))
        and printed.endswith("委员会")
    ):
        return [printed[4:]] if len(printed) > 9 else []
    if agency.body.endswith("厅") and not agency.units and (agency.place or agency.level):
        return [agency.body]
    unit = agency.units[-1][1] if agency.units else ""
    if printed.endswith(SORTS):
        team = [sort for sort in SORTS if printed.endswith(sort)]
        return [unit, *team] if unit else team if agency.kind == "committee" else []
    name = unit or (agency.name if agency.kind == "social_org" else "")
    return [
        *([unit] if len(unit) >= 5 or unit[2:].endswith(_HOUSES) else []),
        *([word for word in _SOCIETIES if name.endswith(word)][:1] if name.endswith(_SOCIETIES) else []),
    ]
