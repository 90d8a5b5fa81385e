"""Give territories: divisions of China with the units above them, countries and places abroad."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg import vocabulary
from kg.vocabulary import Division


@dataclass(frozen=True, slots=True)
class Territory:
    """Be one resolved unit: its full name, its level, its code ('' where none is known) and the unit above it."""

    name: str
    level: str
    code: str = ""
    above: Territory | None = None
    candidates: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash((self.name, self.code))

    @property
    def display(self) -> str:
        """Give the name that stands in front of its organs: 福州市鼓楼区, 盱眙县, 安宁市连然街道."""
        if self.above is None or self.level in ("province", "prefecture", "village"):
            return self.name
        if self.level == "county":
            city = self.above
            return city.name + self.name if self.name.endswith("区") and city.name[-1] in "市" else self.name
        within = self.above.level == "county" or self.above.code in _undivided()
        return self.above.display + self.name if within else self.name


@lru_cache(maxsize=1)
def _undivided() -> frozenset[str]:
    """Give the codes of the prefectures that have no counties, but towns: 东莞市, 儋州市."""
    units = vocabulary.divisions()
    return frozenset(code for code, unit in units.items() if unit.level == "prefecture") - {
        unit.parent for unit in units.values()
    }


@lru_cache(maxsize=8192)
def division(code: str) -> Territory:
    """Give the territory of a code, with the units above it."""
    unit: Division = vocabulary.divisions()[code]
    return Territory(unit.name, unit.level, code, division(unit.parent) if unit.parent else None)


def of_code(code: str) -> Territory | None:
    """Give the territory of a code, or None for a country or city abroad."""
    return division(code) if code in vocabulary.divisions() else None


def full_name(printed: str) -> str:
    """Give the full name of a state abroad that is printed in short: 加州 is 加利福尼亚州."""
    return vocabulary.states_abroad().get(printed, (printed, ""))[0]


def lineage(territory: Territory | None) -> list[Territory]:
    """Give a territory and the units above it, lowest first."""
    out = []
    while territory is not None:
        out.append(territory)
        territory = territory.above
    return out


@lru_cache(maxsize=512)
def country(code: str) -> Territory:
    """Give the territory of a country by its code."""
    known = vocabulary.country_of((code,))
    return Territory(known.name if known else code, "country", code)
