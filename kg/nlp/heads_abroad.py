"""Hold the offices and organs of countries in a text, which tell of which country its sentences speak."""

from __future__ import annotations

from dataclasses import dataclass

from kg.nlp.surface import Surface
from kg.readings import Ground, Place, Readings, between, by_start
from kg.sentences import start_before

CHINA = "CN"
"""The code of the country whose offices are printed without it."""
_REACH = 400
"""The longest sentence that is looked through, in characters."""
_SENTENCES = 3
"""How many sentences of a paragraph, the last one included, are looked through."""


@dataclass(frozen=True, slots=True)
class Head:
    """Be an office or an organ of a country: where it stands, the country, and what stands for its government."""

    start: int
    country: Place | None
    """None for China's own."""
    ground: Ground
    house: bool = False
    """Whether it is a legislature."""

    @property
    def code(self) -> str:
        """Give the code of the country."""
        return self.country.parts[0].codes[0] if self.country else CHINA


class Heads:
    """Hold the heads of a text in order, and the one of the only country of its headline, or of all of it."""

    def __init__(self, page: Surface, heads: list[Head], places: list[Place]) -> None:
        self.text, self.heads = page.text, heads
        title = page.text.find("\n")
        named = {p.parts[0].codes[0] for p in places if p.start < title and p.abroad}
        codes = {head.code for head in heads if head.start < title} | named or {head.code for head in heads}
        self.only = next((head for head in heads if {head.code} == codes), None)
        self.begins = title if named else self.only.start if self.only else 0
        abroad = ({head.code for head in heads if head.start < title} or {head.code for head in heads}) - {CHINA}
        abroad = named - {CHINA} or abroad
        self.abroad = next((head for head in heads if {head.code} == abroad), None)
        """The first head of the one country abroad of which a text speaks."""

    def before(self, at: int) -> Head | None:
        """Give the head of the one country of which a sentence speaks before an offset."""
        here = between(self.heads, start_before(self.text, at, "。！？\n", _REACH), at)
        return here[-1] if len({head.code for head in here}) == 1 else None

    def house(self, at: int, code: str) -> Ground | None:
        """Give the legislature of a country that is named last before an offset."""
        found = (head for head in reversed(self.heads) if head.start < at and head.code == code and head.house)
        return next((("mention", "", head.start) for head in found), None)

    def told(self, at: int, *, listed: bool = False) -> Head | None:
        """Give the head of the one country of which the sentences before an offset, or the headline, speak.

        In a list it is the last one's: 甲国总统某某、|外长|某某.
        """
        end, text = at, self.text
        for _ in range(_SENTENCES):
            floor = start_before(text, end, "。！？\n", _REACH)
            here = between(self.heads, floor, end)
            if here:
                return here[-1] if len({head.code for head in here}) == 1 or listed else None
            if text[floor - 1 : floor] in ("\n", ""):
                break
            end = floor - 1
        return self.only if self.begins < at else None


def heads_of(readings: Readings, ministries: set[int]) -> list[Head]:
    """Give the offices and organs of countries, without the ministries that are no China's, in order."""
    starts = {t.start for t in readings.titles}
    out = [Head(t.start, None, ("state", t.text, t.start)) for t in readings.titles if t.category == "state"]
    for agency in readings.agencies:
        if agency.place and agency.place.abroad:
            ground: Ground = ("country", "", agency.start)
            out.append(Head(agency.start, agency.place, ground, agency.kind == "legislature"))
        elif agency.owner and agency.kind == "government" and agency.start not in ministries:
            out.append(Head(agency.start, None, ("mention", "", agency.start)))
    for place in readings.places:
        if place.end in starts and place.abroad:
            out.append(Head(place.start, place, ("government", "", place.start)))
    return sorted(out, key=by_start)
