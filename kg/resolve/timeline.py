"""Follow which territories an article names, and tell for which of them 省, 市 or 区 stands."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from kg.readings import Readings
from kg.resolve.territories import Territory, lineage

_GUESTS = ("social_org", "enterprise", "media", "institution")
"""The organisations that an article names beside its own territory's: the city of one is not what 市 means."""
_OFTEN = 3
"""How often an article names the unit that it is about."""
_CHAIN = 17
"""Within how many characters behind a province's name a title is of its chain: 安徽省|委常委、常务副|省长."""
_RECALLED = ("省", "自治区", "村")
"""The words that mean the article's own unit rather than another that was named once, some sentences before."""


class Timeline:
    """Hold the territories of an article in the order in which its text names them."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._rows: list[tuple[int, Territory]] = []
        self._starts: list[int] = []

    def add(self, start: int, territory: Territory) -> None:
        """Add the territory that is named at an offset behind all others."""
        self._rows.append((start, territory))
        self._starts.append(start)

    def before(self, start: int) -> Iterator[Territory]:
        """Give the territories named before an offset, the last one first."""
        return (territory for _, territory in reversed(self._rows[: bisect_left(self._starts, start)]))

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
        return Counter(unit for _, territory in self._rows for unit in lineage(territory))

    def level(self, word: str, start: int) -> Territory | None:
        """Give the territory that a level word stands for at an offset: the last one named before, else the next.

        A guest's city (成都市锦江区社工协会), named once and only before its district, gives way to the city that
        the article begins with and names again.
        """
        if word == "省级":
            return self._province()
        unit, sure = self._nearest(word, start)
        if unit is None:
            return None
        if word in _RECALLED and self._named[unit] < 3 and not self._just_named(unit, start):
            return self._main(unit, word)
        if self._named[unit] > 1 or (sure and (self._just_named(unit, start) or not self._is_afar(unit, word))):
            return unit
        return self._lead(unit, word)

    def _is_afar(self, unit: Territory, word: str) -> bool:
        """Tell whether a unit lies in another province than the one that an article is about: 晋城至|郑州|的直通车."""
        lead = self._lead(unit, word)
        return self._named[lead] >= _OFTEN and lineage(lead)[-1] != lineage(unit)[-1]

    def _lead(self, unit: Territory, word: str) -> Territory:
        """Give the first fitting unit that the article names, if it names it again, else the one given."""
        fits = (above for _, territory in self._rows for above in lineage(territory) if _fits(above, word))
        lead = next(fits, unit)
        return lead if self._named[lead] > 1 else unit

    def _nearest(self, word: str, start: int) -> tuple[Territory | None, bool]:
        """Give the last fitting unit named before an offset, else the next, and whether it is no guest's."""
        before = bisect_left(self._starts, start + 1)
        order = (*reversed(self._rows[:before]), *self._rows[before:])
        hosts = (row for row in order if row[0] not in self._listed or word not in ("县", "区", "市", "旗"))
        fits = (
            (unit, (unit is territory and at not in self._guests) or at in self._free)
            for at, territory in chain(hosts, order)
            for unit in lineage(territory)
            if _fits(unit, word)
        )
        return next(fits, (None, True))

    def _just_named(self, unit: Territory, start: int) -> bool:
        last = bisect_left(self._starts, start + 1) - 1
        return last >= 0 and self._rows[last][1] == unit and start - self._starts[last] < _CHAIN

    def _province(self) -> Territory | None:
        """Give the province that the article names more than twice as often as any other, or None."""
        named = Counter({unit: number for unit, number in self._named.items() if _fits(unit, "省级")}).most_common(2)
        return named[0][0] if named and (len(named) < 2 or named[0][1] > 2 * named[1][1]) else None

    def _main(self, unit: Territory, word: str) -> Territory:
        """Give the province of the article, where it is named far oftener than the one named last: 已进入深圳市场."""
        fitting = [(number, above) for above, number in self._named.items() if _fits(above, word)]
        number, above = max(fitting, key=lambda row: (row[0], row[1].code, row[1].display))
        return above if number > 2 * self._named[unit] else unit


def _fits(unit: Territory, word: str) -> bool:
    """Tell whether a level word may stand for a unit: 市 for a city of any rank, 省 for no 自治区."""
    if unit.level in ("country", "region"):
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
