"""Index the readings of a text by where they begin and end, and find the organ printed before a title."""

from __future__ import annotations

import re

from kg.readings import Agency, Ground, Readings, Title, name_start

_CHARGED = re.compile("负责[^，。；]{2,14}的$")
"""What stands between an organ and a member whom it gives a task: 欧盟委员会|负责扩大事务的|委员."""
BARE = ("总书记", "国家主席", "国家副主席", "委员长", "副委员长")
_HEADS_OF_STATE = ("总统", "总理", "首相", "国王")


class Chains:
    """Index the readings of a text by their ends, to walk title chains from right to left."""

    def __init__(self, text: str, readings: Readings) -> None:
        self.text = text
        self.titles = {name_start(text, t): t for t in readings.titles}
        self.title_starts = {t.start: t for t in readings.titles}
        self.agencies = {_outer_end(text, a): a for a in readings.agencies if not a.elided}
        self.agency_starts = {a.start: a for a in readings.agencies}
        self.places = {p.end: p for p in readings.places}
        self.place_starts = {p.start: p for p in readings.places}
        self.people = {p.start: p for p in readings.people}
        self.people_ends = {p.end: p for p in readings.people}
        self.readings = readings


def _outer_end(text: str, agency: Agency) -> int:
    """Give where an agency ends, behind the bracket around a short name: 某某抵抗运动（哈马斯）|领导人."""
    return agency.end + (text[agency.start - 1 : agency.start] == "（" and text.startswith("）", agency.end))


def _agency_before(chains: Chains, title: Title) -> Agency | None:
    """Give the agency that ends where a title begins; 局长 shares a character with its organ: 公安|局|长."""
    at = title.start
    if title.text.startswith("轮值") and chains.text.endswith(("本月", "当月", "本年度"), 0, at):
        at -= 3 if chains.text.endswith("度", 0, at) else 2
    elif charged := _CHARGED.search(chains.text, max(0, at - 18), at):
        at = charged.start()
    return chains.agencies.get(at) or (chains.agencies.get(at + 1) if title.category == "organ" else None)


def organ_of(chains: Chains, title: Title) -> Ground | None:
    """Give the organ that is printed directly before a title, or None."""
    at = title.start
    if title.text in ("主席", "副主席") and chains.text.endswith("自治区", 0, at):
        region = chains.places.get(at)
        return ("government", "", region.start) if region else ("government", "自治区", -1 - at)
    agency = _agency_before(chains, title)
    return _at_agency(chains, title, agency) if agency else _at_place(chains, title)


def _at_agency(chains: Chains, title: Title, agency: Agency) -> Ground | None:
    """Give the agency before a title, unless the title is its country's, or of one whom it sends elsewhere."""
    if agency.kind == "party" and _rules(title):
        return None
    mission = chains.text.endswith(("代表团", "使团", "代表处"), agency.start, title.start)
    sent = title.text.endswith("代表") and "驻" in chains.text[agency.start : title.start] and not mission
    return None if sent else ("mention", "", agency.start)


def _at_place(chains: Chains, title: Title) -> Ground | None:
    """Give the government, the state or what else the place before a title stands for, or what the text told before."""
    at, place = title.start, chains.places.get(title.start)
    if place is None and title.category == "government" and chains.text[at - 1 : at] == title.text[-2:-1]:
        return ("unread", "", at)
    if place is None and at in chains.readings.told:
        return chains.readings.told[at]
    if place is None or title.text.endswith("议长") or title.text.removeprefix("总统") not in ("", title.text):
        return None
    if place.parts[0].codes == ("CN",) and title.text in BARE:
        return ("state", title.text, title.start)
    if title.category == "government" or place.form == "country":
        return ("government", title.text.removesuffix("助理")[-2:-1], place.start)
    return None


def organ_start(chains: Chains, title: Title) -> int:
    """Give where the organ begins that is printed directly before a title."""
    agency = _agency_before(chains, title)
    place = chains.places.get(title.start)
    if agency or place:
        return agency.start if agency else place.start if place else title.start
    level = title.text in ("主席", "副主席") and chains.text.endswith("自治区", 0, title.start)
    return title.start - len("自治区") if level else title.start


def post_start(chains: Chains, title: Title) -> int:
    """Give where a title begins together with the organ that is printed directly before it, if there is one."""
    return title.start if organ_of(chains, title) is None else organ_start(chains, title)


def of_state(chains: Chains, title: Title, organ: Ground | None) -> Ground | None:
    """Give the government of a party's country for one who heads that too, None without one: 甲国某党主席、|总统."""
    party = chains.agency_starts.get(organ[2]) if organ is not None and organ[0] == "mention" else None
    if party is None or party.kind != "party" or not _rules(title):
        return organ
    return ("government", "", party.start) if party.start in chains.place_starts else None


def _rules(title: Title) -> bool:
    """Tell whether a title is that of the head of a state or a government, and no party's."""
    return title.text.removeprefix("第一").removeprefix("副") in _HEADS_OF_STATE
