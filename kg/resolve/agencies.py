"""Give the organisations of an article their canonical names, parents and territories."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from functools import cached_property
from operator import itemgetter

from kg.readings import Agency, Place, Readings
from kg.resolve.abbreviations import fold
from kg.resolve.context import Context
from kg.resolve.known import Named, central, full_units, known_media, known_organs, leading
from kg.resolve.local_organs import territorial
from kg.resolve.territories import Territory

_MINISTERIAL = ("部", "委员会", "局", "署", "办公室")
"""How the names of the national organs end that have departments called 司."""
_SHARED = ("防部", "务院", "会众", "会参", "土安全", "家安全")
"""What stands behind 美国 in 美国防部, where one 国 is written for two."""
_NUMBERED = re.compile("[一二三四五六七八九十]{1,2}院")
_SORTS = ("部", "厅", "局", "委", "会", "校", "院", "司")
"""The words that stand for an organ named before by what its name ends in."""
_BRANCH_OF_FIRM = re.compile(
    "(?P<firm>[^公]{4,24}?(?:有限|有限责任|股份)公司)[\u4e00-\u9fff]{2,12}(?:公司|[局段站院厂]|中心|办事处|项目部)$"
)
_BRANCHES = ("支队", "大队", "分局", "分行", "支行", "分公司", "监管局", "调查总队", "监管办公室", "特派员办事处")
"""The parts of an organ that are called after the place they are for: 四川省消防救援总队|凉山支队."""


class Organisations:
    """Resolve the agency readings of an article, each once, by start offset."""

    def __init__(self, readings: Readings, context: Context, text: str) -> None:
        self.context, self.text, self.readings = context, text, readings
        self.by_start = {a.start: a for a in readings.agencies}
        self.known, self.alias = known_organs()
        self.named: dict[int, Named] = {}
        self._before: dict[str, Named] = {}
        """The last organ so far that a bare 部, 局 or 司 may mean, of bureaus the one named most."""
        self._times: Counter[str] = Counter()
        self._departments_told = False
        for agency in sorted(readings.agencies, key=lambda a: (a.short_of >= 0, a.start)):
            self.named[agency.start] = self._name(agency)
        fold(self.named)

    @cached_property
    def _chains(self) -> dict[int, Place]:
        return {p.start: p for p in self.readings.chains if p.form in ("full", "chain")}

    @cached_property
    def _shorts(self) -> dict[int, Place]:
        return {p.start: p for p in self.readings.chains if p.form == "short"}

    def _name(self, agency: Agency) -> Named:
        if agency.short_of >= 0:
            return self.named.get(agency.short_of) or self._name(self.by_start[agency.short_of])
        base = self._base(agency)
        self._remember(agency, base)
        for at, unit in agency.units:
            base = self._unit(base, unit, self.text[agency.start : agency.head_end] if agency.owner else "")
            place = self._chains.get(at) if agency.owner else None
            place = place or (self._shorts.get(at) if unit.endswith(_BRANCHES) else None)
            territory = self.context.place(place) if place else None
            if territory is not None and territory.code.isdecimal():
                base = base._replace(territory=territory)
        return base

    def _base(self, agency: Agency) -> Named:
        if agency.owner:
            return central(agency.owner)
        if agency.level in _SORTS:
            return self._group(agency)
        if agency.name and not agency.body:
            return self._free(agency)
        territory = self._territory(agency)
        if territory is None:
            return Named(self.text[agency.start : agency.head_end], agency.kind, resolved=False)
        return territorial(agency, territory)

    def _territory(self, agency: Agency) -> Territory | None:
        if agency.place:
            return self.context.place(agency.place)
        if agency.follows >= 0 and agency.follows in self.by_start:
            owner = self.by_start[agency.follows]
            return self._territory(owner)
        level = "自治区" if agency.level == "区" and agency.body.endswith("厅") else agency.level
        return self.context.level(level, agency.start) if level else None

    def _free(self, agency: Agency) -> Named:
        name = "".join(agency.name.split())
        medium = known_media().get(name)
        if medium or agency.kind == "media":
            name = medium or name
            return Named(name, "media", None, leading(name))
        if branch := _BRANCH_OF_FIRM.match(name):
            return Named(name, agency.kind, Named(branch["firm"], "enterprise"))
        if agency.place is None:
            return Named(name, agency.kind, None, leading(name[2:]) if name.startswith("武警") else None)
        territory = self.context.place(agency.place)
        if territory.level in ("region", "other"):
            return Named(name, agency.kind)
        printed = self.text[agency.place.start : agency.place.end]
        return Named(_behind(territory, printed, name), agency.kind, None, territory)

    def _remember(self, agency: Agency, base: Named) -> None:
        """Keep an organ for the bare words behind it: 部 for 民政部, 司 for a national organ, best one with a 司."""
        if self.by_start[agency.start] is not agency:
            return
        sort = base.name[-1:]
        self._times[base.name] += 1
        before = self._before.get(sort)
        rarer = sort in "厅局" and before and self._times[before.name] > self._times[base.name]
        if sort in _SORTS and sort not in ("司", agency.level) and not rarer:
            self._before[sort] = base
        if base.name.endswith("委员会") and base.kind == "government" and agency.level != "委":
            self._before["委"] = base
        if not agency.owner or agency.level == "司":
            return
        told = _has_department(agency)
        if told or (base.name.endswith(_MINISTERIAL) and not self._departments_told):
            self._before["司"] = base
            self._departments_told = told

    @cached_property
    def _owned(self) -> dict[str, list[tuple[int, str]]]:
        """Give the organs known by name with their starts, in order, by the last characters of their names."""
        out: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for start, agency in sorted(self.by_start.items()):
            if agency.owner:
                out[agency.owner[-1]].append((start, agency.owner))
        return out

    def _group(self, agency: Agency) -> Named:
        """Resolve 部党组 to the Party group of the last organ of that sort, 救灾司 to the last national organ's."""
        if owner := self._before.get(agency.level):
            return Named(owner.name + agency.body, agency.kind, owner, owner.territory)
        behind = self._owned.get(agency.level, [])
        at = bisect_right(behind, agency.start, key=itemgetter(0))
        if at < len(behind):
            return Named(behind[at][1] + agency.body, agency.kind, central(behind[at][1]))
        return Named(agency.level + agency.body, agency.kind, resolved=False)

    def _unit(self, base: Named, unit: str, printed: str = "") -> Named:
        if unit.startswith("驻") and base.name.endswith("监委"):
            return Named(base.name + unit, "party", None, base.territory)
        stem = printed if printed and base.kind == "social_org" else base.name.removesuffix("股份有限公司")
        if stem.startswith("中共") and stem.endswith("委员会") and len(stem) > 6:
            stem = stem[:-3] + "委" if not stem.endswith(("工作委员会", "检查委员会")) else stem
        kind = "party" if base.kind == "party" else "government" if base.kind == "government" else base.kind
        kind = "party" if unit == "党组" else kind
        if base.name.endswith("大学") and unit.endswith("医院"):
            kind = "institution"
        alias = {"统战部": "统战部", "社会工委": "社会工作委员会", "社建委": "社会建设委员会", "政法委": "政法委员会"}
        unit = full_units().get(unit, unit)
        unit = f"第{unit[:-1]}研究院" if _NUMBERED.fullmatch(unit) else unit
        unit = unit[:-2] + "工作委员会" if unit.endswith("工委") and len(unit) > 2 else unit
        unit = alias.get(unit, unit + "公室" if base.name.endswith("人民政府") and unit[-1] == "办" else unit)
        known = self.alias.get(base.name + unit) or (base.name + unit if base.name + unit in self.known else None)
        territory = None if unit.endswith(("师", "团")) else base.territory
        return central(known) if known else Named(stem + unit, kind, base, territory, base.resolved)


def _has_department(agency: Agency) -> bool:
    """Tell whether an organ is printed with a department: 中国人民银行|货币政策司."""
    return bool(agency.units) and agency.units[-1][1].endswith("司")


def _behind(territory: Territory, printed: str, name: str) -> str:
    """Give the name of an organ behind the full name of its territory, where that is printed or is one character."""
    rest = name[len(printed) :]
    if territory.level == "country":
        shared = "国" if printed.endswith("国") and rest.startswith(_SHARED) else ""
        return territory.name + shared + rest if shared or len(printed) == 1 else name
    return (territory.display if printed.endswith(territory.name) else printed) + rest
