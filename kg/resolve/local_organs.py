"""Name the organs of a territory: its government, its courts by level, its departments by their full forms."""

from __future__ import annotations

from kg import vocabulary
from kg.readings import Agency
from kg.resolve.known import Named
from kg.resolve.territories import Territory

_OF_SHORT = ("医院", "广播电视台", "电视台", "广播电视总台", "警备区", "军分区")
"""The organs that are called after the short form of their place: 湖北广播电视台."""

_ONCE = {"地委": "地区", "行署": "地区", "行政公署": "地区", "专署": "专区"}
"""What a city was when it had such an organ: 吕梁|行署 was that of 吕梁地区."""
_OF_PROVINCE = {
    "人大工委": "{q}人民代表大会常务委员会{p}工作委员会",
    "政协工委": "中国人民政治协商会议{q}委员会{p}工作委员会",
}
"""What a province's congress and conference keep in a prefecture that has none of its own: 阿里地区|人大工委."""


def government(territory: Territory) -> Named:
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


def territorial(agency: Agency, territory: Territory) -> Named:
    """Name the organ of a territory: {p} templates, courts by level, departments by their full form."""
    place = _as_then(agency, territory)
    if territory.level == "country":
        return Named(place + agency.body, agency.kind, None, territory)
    if agency.body == "军区" and territory.name.endswith("自治区"):
        place = vocabulary.divisions()[territory.code].short
    if agency.body in _OF_SHORT and agency.place and agency.place.form in ("short", "chain"):
        return Named(agency.place.parts[-1].name + agency.body, agency.kind, None, territory)
    body = _full_body(agency, territory)
    if "{p}" in body:
        return _with_parent(body.replace("{p}", place), agency, territory)
    of_committee = agency.body.endswith("工委") or agency.body.startswith("直")
    if of_committee or (agency.kind == "party" and body.endswith(("部", "委员会", "办公室"))):
        return _of_committee(place, body, territory)
    return Named(place + body, agency.kind, None, territory)


def _as_then(agency: Agency, territory: Territory) -> str:
    """Give the name of a territory, that of the prefecture which a city was when it had such an organ."""
    if territory.level != "prefecture" or not territory.name.endswith("市"):
        return territory.display
    printed = agency.place and agency.place.end - agency.place.parts[-1].end == len("地区")
    once = _ONCE.get(agency.body, "地区" if printed else "")
    return vocabulary.divisions()[territory.code].short + once if once else territory.display


def _full_body(agency: Agency, territory: Territory) -> str:
    """Give the full form of a printed body at the level of its territory: 法院 is 中级人民法院 at a city."""
    body = agency.canonical
    if agency.body == "法院":
        rank = {"province": "高级", "prefecture": "中级"}.get(territory.level, "")
        body = "{p}" + rank + "人民法院"
    if agency.body in _OF_PROVINCE and territory.level == "prefecture" and territory.above:
        body = _OF_PROVINCE[agency.body].replace("{q}", territory.above.display)
    if agency.body == "工委" and territory.level == "county":
        body = "中共{p}工作委员会"
    if territory.level == "province" and territory.name.endswith("市") and body.endswith("厅") and agency.elided:
        body = body[:-1] + "局"
    return body.replace("人民政府", "政府") if territory.code[:2] in ("81", "82") else body


def _of_committee(place: str, body: str, territory: Territory) -> Named:
    """Name a department of a Party committee with the committee as its parent: 中共某省委|组织部."""
    seat = place[:-1] if place.endswith("地区") else place
    parent = Named(f"中共{place}委员会", "party", None, territory)
    return Named(f"中共{seat}委{body}", "party", parent, territory)


def _with_parent(name: str, agency: Agency, territory: Territory) -> Named:
    if name.endswith("人民代表大会常务委员会"):
        parent = Named(name.removesuffix("常务委员会"), "legislature", None, territory)
        return Named(name, agency.kind, parent, territory)
    return Named(name, agency.kind, None, territory)
