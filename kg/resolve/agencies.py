"""Give the organisations of an article their canonical names, parents and territories."""

from __future__ import annotations

import re
from functools import cached_property

from kg import vocabulary
from kg.readings import Agency, Place, Readings
from kg.resolve.context import Context
from kg.resolve.known import Named, central, known_media, known_organs, leading
from kg.resolve.territories import Territory

_PARTY_UNIT = re.compile(r"委$|党委$")


_MINISTERIAL = ("部", "委员会", "局", "署", "办公室")
"""How the names of the national organs end that have departments called 司."""
_SHARED = ("防部", "务院", "会众", "会参", "土安全", "家安全")
"""What stands behind 美国 in 美国防部, where one 国 is written for two."""


_SHORTENED = ("委", "办", "中心", "局")
_OF_SHORT = ("广播电视台", "电视台", "广播电视总台", "警备区")
"""The organs that are called after the short form of their place: 湖北广播电视台."""
_BRANCHES = ("支队", "大队", "分局", "分行", "支行", "分公司")
"""The parts of an organ that are called after the place they are for: 四川省消防救援总队|凉山支队."""


class Organisations:
    """Resolve the agency readings of an article, each once, by start offset."""

    def __init__(self, readings: Readings, context: Context, text: str) -> None:
        self.context, self.text, self.readings = context, text, readings
        self.by_start = {a.start: a for a in readings.agencies}
        self.known, self.alias = known_organs()
        self.named: dict[int, Named] = {}
        for agency in sorted(readings.agencies, key=lambda a: (a.short_of >= 0, a.start)):
            self.named[agency.start] = self._name(agency)
        self._abbreviations()

    @cached_property
    def _chains(self) -> dict[int, Place]:
        return {p.start: p for p in self.readings.chains if p.form in ("full", "chain")}

    @cached_property
    def _shorts(self) -> dict[int, Place]:
        return {p.start: p for p in self.readings.chains if p.form == "short"}

    def government(self, territory: Territory) -> Named:
        """Give the government of a territory."""
        if territory.level == "country":
            return Named(territory.name + "政府", "government", None, territory)
        if territory.level == "other":
            city = "" if territory.name[-1] in "省州郡道府区县" else "市"
            return Named(territory.name.removesuffix("市") + city + "政府", "government", None, territory)
        if territory.code[:2] in ("81", "82"):
            return Named(territory.display + "政府", "government", None, territory)
        suffix = "村民委员会" if territory.level == "village" else "人民政府"
        suffix = "行政公署" if territory.name.endswith(("盟", "地区")) else suffix
        return Named(territory.display + suffix, "government", None, territory)

    def _name(self, agency: Agency) -> Named:
        if agency.short_of >= 0:
            return self.named.get(agency.short_of) or self._name(self.by_start[agency.short_of])
        base = self._base(agency)
        for at, unit in agency.units:
            base = self._unit(base, unit, self.text[agency.start : agency.head_end] if agency.owner else "")
            place = self._chains.get(at) if agency.owner else self._shorts.get(at) if unit.endswith(_BRANCHES) else None
            territory = self.context.place(place) if place else None
            if territory is not None and territory.code.isdecimal():
                base = base._replace(territory=territory)
        return base

    def _base(self, agency: Agency) -> Named:
        if agency.owner:
            return central(agency.owner)
        if agency.level in ("部", "厅", "局", "会", "校", "院", "司"):
            return self._group(agency)
        if agency.name and not agency.body:
            return self._free(agency)
        territory = self._territory(agency)
        if territory is None:
            return Named(self.text[agency.start : agency.head_end], agency.kind, resolved=False)
        return _territorial(agency, territory)

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
        if agency.place is None:
            return Named(name, agency.kind, None, leading(name[2:]) if name.startswith("武警") else None)
        territory = self.context.place(agency.place)
        if territory.level in ("region", "other"):
            return Named(name, agency.kind)
        rest = name[agency.place.end - agency.place.start :] if name else ""
        printed = self.text[agency.place.start : agency.place.end]
        if territory.level == "country":
            shared = "国" if printed.endswith("国") and rest.startswith(_SHARED) else ""
            whole = territory.name + shared + rest if shared or len(printed) == 1 else name
            return Named(whole, agency.kind, None, territory)
        full = printed.endswith(territory.name)
        return Named((territory.display if full else printed) + rest, agency.kind, None, territory)

    def _group(self, agency: Agency) -> Named:
        """Resolve 部党组 to the Party group of the last organ of that sort, 救灾司 to the last national organ's."""
        before = [
            a for a in self.by_start.values() if a.start < agency.start and a.short_of < 0 and a.level != agency.level
        ]
        for other in sorted(before, key=lambda a: (agency.level != "司" or not _has_department(a), -a.start)):
            owner = self._base(other)
            national = bool(other.owner) and (owner.name.endswith(_MINISTERIAL) or _has_department(other))
            if owner.name.endswith(agency.level) if agency.level != "司" else national:
                return Named(owner.name + agency.body, agency.kind, owner, owner.territory)
        for other in sorted(self.by_start.values(), key=lambda a: a.start):
            if other.start > agency.start and other.owner.endswith(agency.level):
                return Named(other.owner + agency.body, agency.kind, central(other.owner))
        return Named(agency.level + agency.body, agency.kind, resolved=False)

    def _unit(self, base: Named, unit: str, printed: str = "") -> Named:
        if unit.startswith("驻") and base.name.endswith("监委"):
            return Named(base.name + unit, "party", None, base.territory)
        stem = printed if printed and base.kind == "social_org" else base.name.removesuffix("股份有限公司")
        if stem.startswith("中共") and stem.endswith("委员会") and len(stem) > 6:
            stem = stem[:-3] + "委" if not stem.endswith(("工作委员会", "检查委员会")) else stem
        kind = "party" if base.kind == "party" else "government" if base.kind == "government" else base.kind
        if base.name.endswith("大学") and unit.endswith("医院"):
            kind = "institution"
        alias = {"统战部": "统战部", "社会工委": "社会工作委员会", "社建委": "社会建设委员会", "政法委": "政法委员会"}
        unit = alias.get(unit, unit + "公室" if base.name.endswith("人民政府") and unit[-1] == "办" else unit)
        known = self.alias.get(base.name + unit) or (base.name + unit if base.name + unit in self.known else None)
        territory = None if unit.endswith(("师", "团")) else base.territory
        return central(known) if known else Named(stem + unit, kind, base, territory, base.resolved)

    def _abbreviations(self) -> None:
        """Fold 省委社建委 onto 省委社会建设委员会 where the article has both: a subsequence at the same territory."""
        shorts = [(at, n) for at, n in self.named.items() if n.name.endswith(_SHORTENED) and len(n.name) >= 5]
        full = {n.name: n for n in self.named.values()} if shorts else {}
        for start, named in shorts:
            short = named.name
            hits = [
                n
                for n in full.values()
                if len(n.name) > len(short)
                and n.territory == named.territory
                and n.kind == named.kind
                and _abbreviates(short, n.name)
            ]
            if len(hits) == 1:
                self.named[start] = hits[0]


def _has_department(agency: Agency) -> bool:
    """Tell whether an organ is printed with a department: 中国人民银行|货币政策司."""
    return bool(agency.units) and agency.units[-1][1].endswith("司")


def _abbreviates(short: str, full: str) -> bool:
    common = 0
    while common < min(len(short), len(full)) and short[common] == full[common]:
        common += 1
    tail, rest = short[common:], iter(full[common:])
    return common >= 4 and 1 < len(tail) <= 4 and all(c in rest for c in tail)


def _territorial(agency: Agency, territory: Territory) -> Named:
    """Name the organ of a territory: {p} templates, courts by level, departments by their full form."""
    place, body = territory.display, agency.canonical
    seat = place[:-1] if place.endswith("地区") else place
    if territory.level == "country":
        return Named(place + agency.body, agency.kind, None, territory)
    if agency.body == "军区" and territory.name.endswith("自治区"):
        place = vocabulary.divisions()[territory.code].short
    if agency.body in _OF_SHORT and agency.place and agency.place.form == "short":
        return Named(agency.place.parts[-1].name + agency.body, agency.kind, None, territory)
    if agency.body in ("法院",):
        rank = {"province": "高级", "prefecture": "中级"}.get(territory.level, "")
        body = "{p}" + rank + "人民法院"
    if agency.body == "工委" and territory.level == "county":
        body = "中共{p}工作委员会"
    if territory.level == "province" and territory.name.endswith("市") and body.endswith("厅") and agency.elided:
        body = body[:-1] + "局"
    if territory.code[:2] in ("81", "82"):
        body = body.replace("人民政府", "政府")
    if "{p}" in body:
        return _with_parent(body.replace("{p}", place), agency, territory)
    if agency.body.endswith("工委") or agency.body.startswith("直"):
        parent = Named(f"中共{place}委员会", "party", None, territory)
        return Named(f"中共{seat}委{body}", "party", parent, territory)
    if agency.kind == "party" and body.endswith(("部", "委员会", "办公室")):
        parent = Named(f"中共{place}委员会", "party", None, territory)
        return Named(f"中共{seat}委{body}", "party", parent, territory)
    return Named(place + body, agency.kind, None, territory)


def _with_parent(name: str, agency: Agency, territory: Territory) -> Named:
    if name.endswith("人民代表大会常务委员会"):
        parent = Named(name.removesuffix("常务委员会"), "legislature", None, territory)
        return Named(name, agency.kind, parent, territory)
    return Named(name, agency.kind, None, territory)
