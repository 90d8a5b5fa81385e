"""Find the places abroad that no list has, by their transliterated names: 敖德萨州, 缅甸妙瓦底地区."""

from __future__ import annotations

import re
from dataclasses import replace

from kg import vocabulary
from kg.nlp.country_letters import before_places, lettered
from kg.nlp.foreign_towns import fronts
from kg.nlp.surface import Surface
from kg.nlp.towns_by_sort import by_sort
from kg.nlp.transliterated_places import LAST, transliterated_places
from kg.readings import Place, by_start

_ORGAN = re.compile("国防部|国务院|国务卿")


def foreign_places(page: Surface, chains: list[Place]) -> list[Place]:
    """Give the chains with the places abroad that grammar finds, and cities behind their country joined to it."""
    spelt = fronts(page, transliterated_places(page, _joined(_whole(page, chains))))
    found = by_sort(page, lettered(page, spelt))
    if not any(chain.level == "other" for chain in found):
        return found
    return _listed(page.text, before_places(page, _joined(sorted(found, key=by_start))))


def _listed(text: str, chains: list[Place]) -> list[Place]:
    """Hand the country that begins a list on to its other places: 也门荷台达省、塔伊兹省."""
    out: list[Place] = []
    for chain in chains:
        last = out[-1] if out else None
        if last and len(chain.parts) == 1 and chain.level == "other" and last.parts[0].level == "country":
            home = last.parts[0]
            listed = len(last.parts) > 1 and text[last.end : chain.start] in ("、", "和", "及", "与")
            if listed and chain.parts[0].codes in ((), home.codes):
                chain = replace(chain, parts=(home, *chain.parts))
        out.append(chain)
    return out


def _whole(page: Surface, chains: list[Place]) -> list[Place]:
    """Take the last word into the name of a city abroad (得克萨斯|州); leave out what is a piece of a longer word."""
    out = []
    ends = {c.end for c in chains}
    for chain in chains:
        if chain.form == "country":
            chain = _whole_country(page.text, chain)
        elif chain.level == "other":
            if chain.end - chain.start == 2 and chain.start not in ends and _is_piece(page, chain.start):
                continue
            last = LAST.match(page.text, chain.end)
            chain = _longer(chain, last.group()) if last else chain
        out.append(chain)
    return out


def _whole_country(text: str, chain: Place) -> Place:
    """Give a country without the 国 that begins its organ (美|国防部), and with the 岛 behind it."""
    if chain.abroad and _ORGAN.match(text, chain.end - 1):
        part = replace(chain.parts[0], end=chain.end - 1, name=text[chain.start : chain.end - 1])
        chain = replace(chain, end=part.end, parts=(part,))
    return _longer(chain, "岛") if text.startswith("岛", chain.end) else chain


def _is_piece(page: Surface, start: int) -> bool:
    """Tell whether a transliterating character right before makes a place a piece of a longer name."""
    before = page.text[start - 1 : start]
    return before != "" and before in vocabulary.foreign_characters() and not page.stop[start - 1]


def _longer(chain: Place, last: str) -> Place:
    part, end = chain.parts[-1], chain.end + len(last)
    return Place(chain.start, end, (*chain.parts[:-1], replace(part, end=end, name=part.name + last)), chain.form)


def _joined(chains: list[Place]) -> list[Place]:
    """Join a place abroad to the country or place right before it that holds it: 法国|巴黎."""
    out: list[Place] = []
    for chain in chains:
        last = out[-1] if out and out[-1].end == chain.start else None
        if last and _is_state_of(last, chain):
            chain = replace(chain, parts=(replace(chain.parts[0], level="other", codes=()),))
        if last and _holds(last, chain):
            out[-1] = Place(last.start, chain.end, (*last.parts, *chain.parts), "full")
        else:
            out.append(chain)
    return out


def _is_state_of(country: Place, territory: Place) -> bool:
    """Tell whether a country owns the territory behind it that has a code of its own: 丹麦|格陵兰岛."""
    codes = territory.parts[0].codes if territory.form == "country" else ()
    return codes != () and _states().get(codes[0]) in country.parts[0].codes


@vocabulary.compiled
def _states() -> dict[str, str]:
    """Give the states of dependent territories, both by code."""
    return dict(vocabulary.read_table("dependent_territories"))


def _holds(country: Place, place: Place) -> bool:
    """Tell whether a place abroad right before another holds it; a country holds what has a code of its own too."""
    home, codes = country.parts[0].codes, place.parts[0].codes
    if home == ("CN",) or place.level != "other":
        return False
    return country.form == "country" or (country.level == "other" and (codes == () or home == () or codes == home))
