"""Find the internal units printed behind the name of an organisation: 民政部|社会救助司."""

from __future__ import annotations

import re

from kg.nlp import lexicon
from kg.nlp.organ_names import CLASS_TAIL, JOINED, NOT_BODY_START, right_edge_ok
from kg.nlp.surface import Surface

_REACH = 22
_SCHOOL = re.compile("大学|(?<!中国)科学院(?!大学)")
_OF_SCHOOL = re.compile(".(?:医院|研究所|研究院|研究中心)$")
_PARTED = re.compile(
    "总队(?=[\u4e00-\u9fff]{2,6}[支大]队$)|(?<=[文理工范业农林医商贸经])学院(?=[\u4e00-\u9fff]{2,10}学院$)"
)
"""Where a name parts before that of a unit of the same sort: 森林消防总队|凉山支队, 绍兴文理学院|体育学院."""
_FACULTY = re.compile(
    "(?:(?![的和与及])[\u4e00-\u9fff]){2,6}[与和](?:(?![的和与及])[\u4e00-\u9fff]){2,8}?(?:学院|研究院|系)"
)
"""A school for two things behind its university: 同济大学|建筑与城市规划学院."""
_FIRM = re.compile("有限(?:责任)?公司")
_IN_TITLE = re.compile("(?:审判|检察)委员会(?:专职)?委员|[理监]事会副?(?:主任|主席)")
"""What begins the title behind an organ, and is no unit of it: 人民检察院|检察委员会委员."""
_ALONE = re.compile(
    "(?<=[部委局厅院署会办联])党组(?![书成副会理]|原副?[书成])|(?<=政府)办(?![公事理学案法好])|(?<=航天科[技工]集团)[一二三四五六七八九十]{1,2}院"
    "|第[一二三四五六七八九十]+次全国[\u4e00-\u9fff]{2,6}普查领导小组(?:办公室)?"
)
"""Units of few characters: 巡察市教育局|党组, 县政府|办, 航天科技集团|五院."""
_NOT_UNIT = re.compile(
    r"某|专家组|教授|院士|[一二三四五六七八九十]楼|会议室|(?:决策|立法|咨询|下设)机构|研究员"
    r"|世界杯|锦标赛|大奖赛|联赛|公开赛|运动会|[和与及][\u4e00-\u9fff]{1,6}[省市县州](?!场|级)"
    r"|委员(?!会)|[一二三四五六七八九十]届|主席|书记(?!处)|愿|(?<!中央)[和与及](?=中央|全国|国家)"
)
"""What no unit's name holds: people, rooms, contests, the next organ."""
_OFFICE = re.compile(
    r"(?:指挥部|领导小组)(?=办公室)|办公厅|办公室|管理局|委员会|(?<=.)[厅司局处](?=.{2,})|监察委员会|组织部|宣传部|工作部"
)
"""Offices that have units of their own, printed behind them: 办公厅|秘书处."""


def units_after(page: Surface, start: int) -> tuple[tuple[tuple[int, str], ...], int]:
    """Give the internal units printed directly behind an organ, each with its start, and where they end."""
    text = page.text
    if alone := _ALONE.match(text, start):
        return ((start, alone.group()),), alone.end()
    limit = page.next_stop(start, start + _REACH)
    if limit - start < 2 or NOT_BODY_START.match(text, start) or _IN_TITLE.match(text, start):
        return (), start
    end = _last_end(page, start, limit)
    return (_split_units(text, start, end), end) if end > start else ((), start)


def _last_end(page: Surface, start: int, limit: int) -> int:
    """Give where the last unit ends that runs on from `start`, itself if there is none."""
    table, _, pattern, _ = lexicon.suffixes()
    text, last = page.text, start
    for suffix in pattern.finditer(text, start, limit):
        end = suffix.end()
        if last > start and text[last] in "省市县区州和与及":
            break
        if end - start < 3 or table[suffix.group()][0] in ("optional", "media") or CLASS_TAIL.search(text, start, end):
            continue
        if _NOT_UNIT.search(text, start, end) or _joins_organ(text, start, suffix):
            break
        if (len(suffix.group()) > 1 or _single_ok(page, end)) and right_edge_ok(page, end):
            last = end
    return last


def _joins_organ(text: str, start: int, suffix: re.Match[str]) -> bool:
    """Tell whether a word joins a known organ to what stands before it: 社会救助司和|民政部."""
    joint = JOINED.search(text, start, suffix.start())
    return joint is not None and text[joint.end() : suffix.end()] in lexicon.organ_by_name()


def _single_ok(page: Surface, end: int) -> bool:
    """Tell whether a suffix of one character ends a unit: no ordinary word runs over the edge."""
    return page.is_stop(end) or lexicon.words().get(page.text[end - 1 : end + 1], -99.0) < -13.0


def _split_units(text: str, start: int, end: int) -> tuple[tuple[int, str], ...]:
    """Split a chain of units behind each office in it: 办公厅|秘书处."""
    if text.startswith("驻", start):
        return ((start, text[start:end]),)
    units, at = [], start
    for office in _OFFICE.finditer(text, start, end):
        if office.end() - at >= 3 and end - office.end() >= 3:
            units.append((at, text[at : office.end()]))
            at = office.end()
    return (*units, (at, text[at:end]))


def with_units(page: Surface, start: int, end: int) -> tuple[int, tuple[tuple[int, str], ...], int]:
    """Split a name at its university, company or corps: 重庆医科大学|附属第一医院; else give its units behind it.

    Gives the end of the head, the units, and where they end.
    """
    if firm := _FIRM.search(page.text, start, end - 1):
        return firm.end(), ((firm.end(), page.text[firm.end() : end]),), end
    if whole := _PARTED.search(page.text, start, end):
        return whole.end(), ((whole.end(), page.text[whole.end() : end]),), end
    head = _SCHOOL.search(page.text, start, end - 2)
    if head and (head.group() == "大学" or _OF_SCHOOL.search(page.text, head.end(), end)):
        return head.end(), ((head.end(), page.text[head.end() : end]),), end
    joint = _FACULTY.match(page.text, end) if page.text.endswith("大学", start, end) else None
    if joint and right_edge_ok(page, joint.end()):
        return end, ((end, joint.group()),), joint.end()
    units, last = units_after(page, end)
    if page.text.endswith("公司", start, end) and units and units[-1][1].endswith("室"):
        return end, (), end
    return end, units, last
