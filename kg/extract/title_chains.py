"""Walk the chains of titles before a name, and find the organ of each."""

from __future__ import annotations

import re
from dataclasses import replace

from kg import vocabulary
from kg.extract.sentences import start_before
from kg.readings import Agency, Ground, Place, Readings, Title, between, name_start

_GAP = re.compile(r"[、，,]?(?:兼任?|现任?)?(?:政府|内阁)?")
_PAST = re.compile(r"(?<![目之日提年此以当])前$|(?<![复还平草])原$|时任$|曾任$")
STATIONED = re.compile(r"(?:常驻|驻)[^，。；、馆团处组局办院]+$")
"""Where a diplomat is posted: 中国|驻日本|大使."""
_UNREAD = re.compile(r"、[\u4e00-\u9fff]{2,12}$")
"""Words of an organ that was not read, or of a trade, between a post and the name: 院长、老年医学|专家."""
_SECRETARIES = ("秘书长", "副秘书长")
_LEADERS = ("委员长", "主任", "主席", "会长", "理事长", "秘书长")
BARE = ("总书记", "国家主席", "国家副主席", "委员长", "副委员长")
_HEADS_OF_STATE = ("总统", "总理", "首相", "国王")
_LEADS = (
    "以及",
    "同志",
    "会上",
    "席上",
    "按照",
    "落实",
    "贯彻",
    "学习",
    "根据",
    "受到",
    "邀请",
    "祝贺",
    "感谢",
    "欢迎",
    "热烈",
)
SHARED = re.compile(r"(?:[（(][^（）()\n]{1,8}[)）])?(?:、|和|及|与|以及|暨)")
"""What stands between the names of people who share a post."""


@vocabulary.compiled
def _foreign_parties() -> frozenset[str]:
    return frozenset(o.name for o in vocabulary.international_organisations() if o.kind == "party")


class Chains:
    """Index the readings of a text by their ends, to walk title chains from right to left."""

    def __init__(self, text: str, readings: Readings) -> None:
        self.text = text
        self.titles = {name_start(text, t): t for t in readings.titles}
        self.title_starts = {t.start: t for t in readings.titles}
        self.agencies = {a.end: a for a in readings.agencies if not a.elided}
        self.agency_starts = {a.start: a for a in readings.agencies}
        self.places = {p.end: p for p in readings.places}
        self.place_starts = {p.start: p for p in readings.places}
        self.people = {p.start: p for p in readings.people}
        self.people_ends = {p.end: p for p in readings.people}
        self.readings = readings


def _agency_before(chains: Chains, title: Title) -> Agency | None:
    """Give the agency that ends where a title begins; 局长 shares a character with its organ: 公安|局|长."""
    return chains.agencies.get(title.start) or (
        chains.agencies.get(title.start + 1) if title.category == "organ" else None
    )


def organ_of(chains: Chains, title: Title) -> Ground | None:
    """Give the organ that is printed directly before a title, or None."""
    at = title.start
    if title.text in ("主席", "副主席") and chains.text.endswith("自治区", 0, at):
        region = chains.places.get(at)
        return ("government", "", region.start) if region else ("government", "自治区", -1 - at)
    agency = _agency_before(chains, title)
    if agency:
        if agency.kind == "party" and title.text.removeprefix("副") in _HEADS_OF_STATE:
            return None
        sent = title.text.endswith("代表") and "驻" in chains.text[agency.start : at]
        return None if sent else ("mention", "", agency.start)
    place = chains.places.get(at)
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


def chain_before(chains: Chains, end: int) -> list[tuple[Title, Ground | None]]:
    """Give the titles of the chain that ends at an offset, left to right, each with its organ or None.

    A title without an organ of its own takes over the organ, and the status 原 or 时任, of the one before it;
    heads of a government take the government of the level that they name.
    """
    found: list[tuple[Title, Ground | None]] = []
    at = end
    while True:
        title = chains.titles.get(at)
        if title is None:
            break
        organ = organ_of(chains, title)
        at = title.start if organ is None else organ_start(chains, title)
        if organ is None and (posted := STATIONED.search(chains.text, max(0, at - 16), at)):
            at = posted.start()
        if organ is not None and _PAST.search(chains.text, max(0, at - 3), at):
            title = replace(title, status="former")
        found.append((title, organ))
        gap = next((g for g in (1, 2, 3) if at - g in chains.titles and _GAP.fullmatch(chains.text, at - g, at)), None)
        unread = _UNREAD.search(chains.text, max(0, at - 14), at) if gap is None and organ is None else None
        if unread and unread.start() in chains.titles and not between(chains.readings.people, unread.start(), at):
            gap = at - unread.start()
            found.pop()
        if gap is None or _is_taken(chains, chains.titles[at - gap]):
            break
        at -= gap
    return _at_home(chains, inherit(list(reversed(found))))


def _is_taken(chains: Chains, title: Title) -> bool:
    """Tell whether a title is what a verb gives to somebody named before it: …任教育部部长，|市长…."""
    if chains.text[title.end : title.end + 1] != "，":
        return False
    begin = title.start if organ_of(chains, title) is None else organ_start(chains, title)
    if chains.text.startswith("当选", title.start):
        return True
    return chains.text.endswith(("任", "任命为", "当选", "当选为"), 0, begin) and not chains.text.endswith(
        ("时任", "现任", "曾任", "历任"), 0, begin
    )


def _at_home(chains: Chains, chain: list[tuple[Title, Ground | None]]) -> list[tuple[Title, Ground | None]]:
    """Keep 总书记 and 国家主席 for China only where nothing foreign stands before them in the sentence.

    Behind a foreign organ the post is that country's; behind words that were not read, or with a foreign country
    in the sentence, the organ stays open.
    """
    out: list[tuple[Title, Ground | None]] = []
    country: Place | None = None
    for title, organ in chain:
        country = country or _foreign_country(chains, organ)
        if country and organ is not None and organ[0] == "mention" and _is_chinese(chains, organ):
            printed = chains.agency_starts[organ[2]]
            organ = ("organ", country.parts[0].name + chains.text[printed.start : printed.end], organ[2])
        if organ is not None and organ[0] == "state" and _of_a_party(chains, title):
            organ = None
        elif organ is not None and organ[0] == "state" and title.text in BARE:
            organ = _abroad(chains, title, out, organ)
        elif title.category == "foreign" and organ is not None and organ[0] == "mention":
            organ = _of_country(chains, title, organ)
        out.append((title, organ))
    return out


def _foreign_country(chains: Chains, organ: Ground | None) -> Place | None:
    """Give the country abroad whose government a ground is, or None."""
    if organ is None or organ[0] != "government" or organ[2] < 0:
        return None
    place = chains.place_starts.get(organ[2])
    abroad = place is not None and place.form == "country" and place.parts[0].codes not in ((), ("CN",))
    return place if abroad else None


def _is_chinese(chains: Chains, organ: Ground) -> bool:
    """Tell whether a ground is a national organ of China, printed without its country: 副总理兼|外交部|长."""
    agency = chains.agency_starts[organ[2]]
    return bool(agency.owner) and not agency.units and agency.kind == "government"


def _of_a_party(chains: Chains, title: Title) -> bool:
    """Tell whether 中央 in a title is that of another party: 越共|中央政治局委员, 劳动党|中央政治局常委."""
    return title.text.startswith("中央") and chains.text[title.start - 1 : title.start] in (*"共党团盟社革建进",)


def _of_country(chains: Chains, title: Title, organ: Ground) -> Ground:
    """Give a head of state the country of a foreign organ handed on from another title: 劳动党总书记、国务委员长."""
    handed, place = organ_of(chains, title) is None, chains.agency_starts[organ[2]].place
    return ("country", "", organ[2]) if handed and place and place.form == "country" else organ


def _abroad(chains: Chains, title: Title, before: list[tuple[Title, Ground | None]], organ: Ground) -> Ground | None:
    floor = start_before(chains.text, title.start, reach=200)
    for agency in reversed(between(chains.readings.agencies, floor, title.start)):
        if agency.place and agency.place.form == "country":
            same = bool(before) and before[-1][1] == ("mention", "", agency.start)
            return ("country", "", agency.start) if same else None
        if agency.owner in _foreign_parties():
            return None
    places = between(chains.readings.places, floor, title.start)
    if any(p.form == "country" and p.parts[0].codes != ("CN",) for p in places):
        return None
    last = chains.text[title.start - 1 : title.start]
    read = (
        not last
        or not "一" <= last <= "鿿"
        or title.start in chains.people_ends
        or chains.text[title.start - 2 : title.start] in _LEADS
    )
    return organ if read else None


def organ_start(chains: Chains, title: Title) -> int:
    """Give where the organ begins that is printed directly before a title."""
    agency = _agency_before(chains, title)
    place = chains.places.get(title.start)
    if agency or place:
        return agency.start if agency else place.start if place else title.start
    level = title.text in ("主席", "副主席") and chains.text.endswith("自治区", 0, title.start)
    return title.start - len("自治区") if level else title.start


def inherit(chain: list[tuple[Title, Ground | None]]) -> list[tuple[Title, Ground | None]]:
    """Hand organ and status on from one title of a chain to the next."""
    out: list[tuple[Title, Ground | None]] = []
    last: Ground | None = None
    status = "current"
    for title, organ in chain:
        if title.status != "current":
            status = title.status
        elif organ is not None and out and title.status == "current" and status == "proposed":
            pass
        elif organ is not None:
            status = "current"
        if organ is None:
            organ = _own_rule(title) or (None if title.category == "foreign" and _is_state(last) else last)
        last = organ if title.category != "government" or organ is None else last or organ
        out.append((Title(title.start, title.end, title.text, title.category, status), organ))
    return out


def _is_state(organ: Ground | None) -> bool:
    return organ is not None and organ[0] == "state"


def _own_rule(title: Title) -> Ground | None:
    if title.category == "government":
        return ("government", title.text.removesuffix("助理")[-2], -1 - title.start)
    if title.category == "state":
        return ("state", title.text, title.start)
    return None


def is_deputy(title: Title, before: str) -> bool:
    """Tell whether a title is of those under the one before it: 主任…，副主任…，秘书长…，督查专员…."""
    secretary = title.text in _SECRETARIES and before.endswith(_LEADERS)
    return title.text == "副" + before or title.category == "rank" or secretary
