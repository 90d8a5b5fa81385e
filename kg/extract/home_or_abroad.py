"""Decide whether the titles of a chain are of China or of a country abroad."""

from __future__ import annotations

from kg import vocabulary
from kg.extract.chains import BARE, Chains, organ_of
from kg.readings import Ground, Place, Title, between
from kg.sentences import start_before

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


@vocabulary.compiled
def _foreign_parties() -> frozenset[str]:
    return frozenset(o.name for o in vocabulary.international_organisations() if o.kind == "party")


def at_home(chains: Chains, chain: list[tuple[Title, Ground | None]]) -> list[tuple[Title, Ground | None]]:
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
    return place if place is not None and place.abroad else None


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
    printed = chains.places.get(title.start)
    if printed is not None and printed.parts[0].codes == ("CN",):
        return organ
    floor = start_before(chains.text, title.start, reach=200)
    for agency in reversed(between(chains.readings.agencies, floor, title.start)):
        if agency.place and agency.place.form == "country":
            same = bool(before) and before[-1][1] == ("mention", "", agency.start)
            return ("country", "", agency.start) if same else None
        if agency.owner in _foreign_parties():
            return None
    places = between(chains.readings.places, floor, title.start)
    if any(place.abroad for place in places):
        return None
    last = chains.text[title.start - 1 : title.start]
    read = (
        not last
        or not "一" <= last <= "鿿"
        or title.start in chains.people_ends
        or chains.text[title.start - 2 : title.start] in _LEADS
    )
    return organ if read else None
