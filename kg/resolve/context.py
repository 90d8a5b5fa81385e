"""Resolve the places of an article: which territory a name means there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kg import vocabulary
from kg.readings import Part, Place, Readings
from kg.resolve.territories import Territory, country, division, full_name, lineage, of_code
from kg.resolve.timeline import Timeline

_RANK = {"province": 0, "prefecture": 1, "county": 2}


class Context:
    """Know which territories the names and the level words of an article mean."""

    def __init__(self, readings: Readings) -> None:
        printed = [a.place for a in readings.agencies if a.place]
        sure = {(p.start, p.end): p for p in (*readings.places, *printed)}
        chains = {(p.start, p.end): p for p in readings.chains} | sure
        chains = {span: place for span, place in chains.items() if place.form != "letter"}
        self._firm = _firm(chains.values())
        self._cache: dict[Place, Territory] = {}
        self._timeline = Timeline(readings)
        self._townships: dict[str, Territory] = {}
        for span in sorted([k for k, p in chains.items() if k in sure or p.form in ("full", "chain")]):
            self._add(chains[span])

    def _add(self, place: Place) -> None:
        territory = self.place(place)
        self._timeline.add(place.start, territory)
        for unit in lineage(territory) if territory.level in ("township", "village") else ():
            if unit.level in ("township", "village") and unit.above:
                self._townships.setdefault(unit.name, unit)

    def level(self, word: str, start: int) -> Territory | None:
        """Give the territory that a level word (省, 市, 区) stands for at an offset, or None."""
        return self._timeline.level(word, start)

    def place(self, place: Place) -> Territory:
        """Give the territory that a chain of places means."""
        territory = self._cache.get(place)
        if territory is None:
            territory = self._cache[place] = self._resolve(place)
        return territory

    def _resolve(self, place: Place) -> Territory:
        above: Territory | None = None
        for part in place.parts:
            above = self._part(part, above)
        assert above is not None
        return above

    def _part(self, part: Part, above: Territory | None) -> Territory:
        if part.level in ("township", "village"):
            return self._small(part, above)
        if part.level == "country":
            return country(part.codes[0])
        codes = [c for c in part.codes if c in vocabulary.divisions()]
        if not codes:
            return _named(full_name(part.name), part.level, above)
        found = self._choose(codes)
        if len(found) == 1:
            return division(found[0])
        return Territory(vocabulary.divisions()[found[0]].name, part.level, "", None, tuple(found))

    def _small(self, part: Part, above: Territory | None) -> Territory:
        """Give a township or village; without a unit above it that is printed, the one named before."""
        if above is None and part.name in self._townships:
            return self._townships[part.name]
        return _named(part.name, part.level, self._holder(part) if above is None else above)

    def _holder(self, part: Part) -> Territory | None:
        wanted = ("county",) if part.level == "township" else ("township", "county")
        named = (unit for territory in self._timeline.before(part.start) for unit in lineage(territory))
        return next((unit for unit in named if unit.level in wanted), None)

    def _choose(self, codes: list[str]) -> list[str]:
        """Keep the codes that the article's sure places speak for; of several levels the highest."""
        units = vocabulary.divisions()
        kin = [c for c in codes if units[c].parent in self._firm]
        low = all(units[c].level != "province" for c in codes)
        codes = kin if low and len(kin) == 1 and not self._firm.intersection(codes) else _highest(codes)
        if len(codes) == 1:
            return codes
        near = [c for c in codes if c in self._firm] or [c for c in codes if units[c].parent in self._firm]
        near = near or [c for c in codes if any(t.code in self._firm for t in lineage(division(c))[1:])]
        return near or codes


@lru_cache(maxsize=8192)
def _codes_above(code: str) -> tuple[str, ...]:
    """Give the codes of a division and of the units above it; none for a code abroad."""
    return tuple([unit.code for unit in lineage(of_code(code))])


def _firm(places: Iterable[Place]) -> set[str]:
    """Give the codes of the divisions that places name beyond doubt, and of the units above them."""
    firm: set[str] = set()
    for place in places:
        if len(place.parts[-1].codes) == 1 and place.form != "short":
            firm.update(_codes_above(place.parts[-1].codes[0]))
    return firm


def _named(printed: str, level: str, above: Territory | None) -> Territory:
    """Give the territory of a name that no division bears; a user's words may give its full name."""
    name, _ = vocabulary.added_places().get(printed, (printed, ""))
    return Territory(name, level, "", above)


def _highest(codes: list[str]) -> list[str]:
    """Keep the codes of the highest level, where a name stands for divisions of several."""
    if len(codes) == 1:
        return codes
    levels = [vocabulary.divisions()[code].level for code in codes]
    if len(set(levels)) == 1 and levels[0] != "province":
        return codes
    top = min(_RANK[level] for level in levels)
    return [code for code, level in zip(codes, levels, strict=True) if _RANK[level] == top]
