"""Find the units of the armed forces and of the Xinjiang corps by their numbers: 第74集团军, 兵团第八师一四三团."""

from __future__ import annotations

import re

from kg import vocabulary
from kg.nlp.organ_units import units_after
from kg.nlp.surface import Surface
from kg.readings import Agency

CORPS = "新疆生产建设兵团"
_NUMBER = "[一二三四五六七八九十百〇零\\d]+"
_DIVISION = re.compile(
    rf"(?:(?:新疆生产建设)?兵团第|第|(?<![\u4e00-\u9fff])农|(?<=[任在到])农)(?P<division>{_NUMBER}师)"
    rf"(?:(?P<regiment>第?{_NUMBER}团)|(?P<committee>党委))?(?![范生长傅资])"
)
_AT_HOME = re.compile("新疆|石河子|阿拉尔|兵团第|兵团党委")
_ALONE = re.compile(r"(?<![设集])兵团(?!第|战士|精神|日报|卫视|网|[一二三四五六七八九十])")
_ELSEWHERE = re.compile("[省市县区州与和及]")
_ARMY = re.compile(r"(?:陆军)?第(?:[一二三四五六七八九十]+|\d+)集团军")
_FORCE = "(?:(?:西北|中原|华东|东北|华北|第[一二三四])野战军|八路军|新四军|东北民主联军|东北抗日联军|中国人民志愿军)"
_FORCES = ("野战军", "八路军", "新四军", "民主联军", "抗日联军", "人民志愿军")
_CORPS = f"第?{_NUMBER}(?:兵团|纵队|支队|军|师|旅|团)"
_STAFF = "(?:政治部|司令部|后勤部|参谋部|教导[团队]|随营学校|独立[旅团])"
_OF_WAR = re.compile(f"(?P<force>{_FORCE})(?={_CORPS}|{_STAFF})(?P<corps>(?:{_CORPS})*)(?P<staff>{_STAFF}?)")
"""An army of before 1955 with its corps and staff, as lives name them: 西北野战军|第二纵队|政治部."""
_BORDER = re.compile(
    "(?:(?<![\u4e00-\u9fff])|(?<=[到赴任在入]))(?P<region>[\u4e00-\u9fff]{2,4}边区)(?P<body>政府|行政公署|参议会|行政委员会)(?P<unit>[\u4e00-\u9fff]{2,4}[厅处])?"
)
"""The government of a border region of before 1949, with a department: 陕甘宁边区政府|建设厅."""


@vocabulary.compiled
def _police() -> re.Pattern[str]:
    """Give the pattern of the armed police by province: 武警天津总队."""
    provinces = "|".join(unit.short for unit in vocabulary.divisions().values() if unit.level == "province")
    cities = "|".join(
        unit.short for unit in vocabulary.divisions().values() if unit.level == "prefecture" and unit.short
    )
    return re.compile(f"武警(?:(?:海警|第[一二三四五六七八九十]机动|{provinces})总队|(?:{cities})支队)")


def military(page: Surface) -> list[Agency]:
    """Give the numbered units of a text; divisions and regiments are the corps's where the text names it at all."""
    found = [_plain(match) for match in _ARMY.finditer(page.text)] if "集团军" in page.text else []
    if "军" in page.text and any(force in page.text for force in _FORCES):
        found += [_historical(match) for match in _OF_WAR.finditer(page.text)]
    found += [_of_border(match) for match in _BORDER.finditer(page.text)] if "边区" in page.text else []
    if "武警" in page.text:
        found += [_with_units(page, match) for match in _police().finditer(page.text)]
    if "兵团" in page.text:
        found += [_of_corps(page, match) for match in _DIVISION.finditer(page.text)]
        if _AT_HOME.search(page.text):
            found += [_corps(page, match) for match in _ALONE.finditer(page.text)]
    return [agency for agency in found if not page.quoted[agency.start]]


def _historical(match: re.Match[str]) -> Agency:
    """Read an army of before 1955, a staff as a unit of its corps: 西北野战军第二纵队|政治部."""
    head, end = match.start("staff"), match.end()
    units = ((head, match["staff"]),) if match["staff"] else ()
    return Agency(match.start(), end, "government", name=match.string[match.start() : head], units=units, head_end=head)


def _of_border(match: re.Match[str]) -> Agency:
    """Read the government of a border region, with its department."""
    head, end = match.end("body"), match.end()
    units = ((head, match["unit"]),) if match["unit"] else ()
    return Agency(match.start(), end, "government", name=match["region"] + match["body"], units=units, head_end=head)


def _corps(page: Surface, match: re.Match[str]) -> Agency:
    """Read the corps by its short name, with its Party committee or its departments: 兵团|党委, 兵团|财政局."""
    if page.text.startswith("党委", match.end()):
        end = match.end() + 2
        units, last = units_after(page, end)
        return Agency(match.start(), last, "party", name=f"中共{CORPS}委员会", units=units, head_end=end)
    units, last = units_after(page, match.end())
    return Agency(match.start(), last, "government", owner=CORPS, units=units, head_end=match.end())


def _plain(match: re.Match[str]) -> Agency:
    return Agency(match.start(), match.end(), "government", name=match.group(), head_end=match.end())


def _with_units(page: Surface, match: re.Match[str]) -> Agency:
    units, last = units_after(page, match.end())
    return Agency(match.start(), last, "government", name=match.group(), units=units, head_end=match.end())


def _of_corps(page: Surface, match: re.Match[str]) -> Agency:
    """Read a division with its committee, regiment or departments; 农八师 is the older name of 第八师."""
    division = "第" + match["division"]
    if match["committee"]:
        name = f"中共{CORPS}{division}委员会"
        return Agency(match.start(), match.end(), "party", name=name, head_end=match.end())
    head, end = match.start("division"), match.end()
    further: tuple[tuple[int, str], ...] = ((match.start("regiment"), match["regiment"]),) if match["regiment"] else ()
    units, last = ((), end) if further else units_after(page, end)
    if units and not _ELSEWHERE.search(page.text, end, last):
        further, end = units, last
    return Agency(match.start(), end, "government", owner=CORPS, units=((head, division), *further), head_end=head)
