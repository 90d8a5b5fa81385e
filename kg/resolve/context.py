"""Resolve the places of an article: which division a name means, and which territory 省, 市 or 区 stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import chain

from kg import vocabulary
from kg.readings import Part, Place, Readings
from kg.resolve.territories import Territory, country, division, full_name, lineage, of_code

_GUESTS = ("social_org", "enterprise", "media", "institution")
"""The organisations that an article names beside its own territory's: the city of one is not what 市 means."""
_CHAIN = 17
"""Within how many characters behind a province's name a title is of its chain: 安徽省|委常委、常务副|省长."""
_RANK = {"province": 0, "prefecture": 1, "county": 2}


class Context:
    """Know which territories an article speaks of, and where in its text it does."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        printed = [a.place for a in readings.agencies if a.place]
        sure = {(p.start, p.end): p for p in (*readings.places, *printed)}
        chains = {(p.start, p.end): p for p in readings.chains} | sure
        chains = {span: place for span, place in chains.items() if place.form != "letter"}
        self.firm = _firm(chains.values())
        self._cache: dict[Place, Territory] = {}
        self.timeline: list[tuple[int, Territory]] = []
        self.starts: list[int] = []
        self.townships: dict[str, Territory] = {}
        for span in sorted([k for k, p in chains.items() if k in sure or p.form in ("full", "chain")]):
            self._add(chains[span])

    @cached_property
    def _listed(self) -> set[int]:
        return {a.place.start for a in self._readings.agencies if a.place and a.elided}

    @cached_property
    def _guests(self) -> set[int]:
        return {a.place.start for a in self._readings.agencies if a.place and (a.kind in _GUESTS or a.name)}

    @cached_property
    def _free(self) -> set[int]:
        return {p.start for p in self._readings.places} - {a.start for a in self._readings.agencies}

    @cached_property
    def _named(self) -> Counter[Territory]:
        return Counter(unit for _, territory in self.timeline for unit in lineage(territory))

    def _add(self, place: Place) -> None:
        territory = self.place(place)
        self.timeline.append((place.start, territory))
        self.starts.append(place.start)
        for unit in lineage(territory) if territory.level in ("township", "village") else ():
            if unit.level in ("township", "village") and unit.above:
                self.townships.setdefault(unit.name, unit)

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
        if above is None and part.name in self.townships:
            return self.townships[part.name]
        if above is None and self.starts:
            above = self._holder(part)
        return _named(part.name, part.level, above)

    def _holder(self, part: Part) -> Territory | None:
        wanted = ("county",) if part.level == "township" else ("township", "county")
        for _, territory in reversed(self.timeline[: bisect_left(self.starts, part.start)]):
            hit = next((t for t in lineage(territory) if t.level in wanted), None)
            if hit:
                return hit
        return None

    def _choose(self, codes: list[str]) -> list[str]:
        """Keep the codes that the article's sure places speak for; of several levels the highest."""
        units = vocabulary.divisions()
        kin = [c for c in codes if units[c].parent in self.firm]
        low = all(units[c].level != "province" for c in codes)
        codes = kin if low and len(kin) == 1 and not self.firm.intersection(codes) else _highest(codes)
        if len(codes) == 1:
            return codes
        near = [c for c in codes if c in self.firm] or [c for c in codes if units[c].parent in self.firm]
        near = near or [c for c in codes if any(t.code in self.firm for t in lineage(division(c))[1:])]
        return near or codes

    def level(self, word: str, start: int) -> Territory | None:
        """Give the territory that a level word stands for at an offset: the last one named before, else the next.

        A guest's city (成都市锦江区社工协会), named once and only before its district, gives way to the city that
        the article begins with and names again.
        """
        if word == "省级":
            return self._province()
        unit, sure = self._nearest(word, start)
        if (
            unit is not None
            and word in ("省", "自治区", "村")
            and self._named[unit] < 3
            and not self._just_named(unit, start)
        ):
            return self._main(unit, word)
        if unit is None or sure or self._named[unit] > 1:
            return unit
        lead = next((u for _, t in self.timeline for u in lineage(t) if _fits(u, word)), unit)
        return lead if self._named[lead] > 1 else unit

    def _nearest(self, word: str, start: int) -> tuple[Territory | None, bool]:
        """Give the last fitting unit named before an offset, else the next, and whether it is no guest's."""
        before = bisect_left(self.starts, start + 1)
        order = (*reversed(self.timeline[:before]), *self.timeline[before:])
        hosts = (row for row in order if row[0] not in self._listed or word not in ("县", "区", "市", "旗"))
        fits = (
            (unit, (unit is territory and at not in self._guests) or at in self._free)
            for at, territory in chain(hosts, order)
            for unit in lineage(territory)
            if _fits(unit, word)
        )
        return next(fits, (None, True))

    def _just_named(self, unit: Territory, start: int) -> bool:
        last = bisect_left(self.starts, start + 1) - 1
        return last >= 0 and self.timeline[last][1] == unit and start - self.starts[last] < _CHAIN

    def _province(self) -> Territory | None:
        """Give the province that the article names more than twice as often as any other, or None."""
        named = Counter({unit: number for unit, number in self._named.items() if _fits(unit, "省级")}).most_common(2)
        return named[0][0] if named and (len(named) < 2 or named[0][1] > 2 * named[1][1]) else None

    def _main(self, unit: Territory, word: str) -> Territory:
        """Give the province of the article, where it is named far oftener than the one named last: 已进入深圳市场."""
        fitting = [(number, above) for above, number in self._named.items() if _fits(above, word)]
        number, above = max(fitting, key=lambda row: (row[0], row[1].code, row[1].display))
        return above if number > 2 * self._named[unit] else unit


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


def _fits(unit: Territory, word: str) -> bool:
    if unit.level == "country" or unit.level == "region":
        return False
    if word in ("省", "自治区"):
        return unit.level == "province" and unit.name.endswith(word)
    if word == "省级":
        return unit.level == "province" and not unit.name.endswith("市")
    if word == "市":
        return unit.name.endswith("市") and unit.level in ("province", "prefecture", "county")
    if word in ("区", "县", "旗"):
        return (unit.level == "county" and (unit.name.endswith(word))) or (word == "区" and unit.name.endswith("新区"))
    if word == "地区":
        return unit.level == "prefecture" and unit.name.endswith(("地区", "盟"))
    if word in ("州", "自治州"):
        return unit.level == "prefecture" and unit.name.endswith("州")
    return unit.name.endswith(word)
