"""Decide where the name of an organisation begins and ends."""

from __future__ import annotations

import re

from kg import vocabulary
from kg.nlp import lexicon, names
from kg.nlp.surface import Surface

REACH = 26
_HEADS = ("部长", "局长", "署长", "厅长")
_CONNECTOR = "和与及同跟并或"
_SCHOOL = re.compile("大学|(?<!中国)科学院(?!大学)")
_OF_SCHOOL = re.compile(".(?:医院|研究所|研究院|研究中心)$")
_FIRM = re.compile("有限(?:责任)?公司")
_IN_TITLE = re.compile("(?:审判|检察)委员会(?:专职)?委员|[理监]事会副?(?:主任|主席)")
"""What begins the title behind an organ, and is no unit of it: 人民检察院|检察委员会委员."""
_JOINED = re.compile("[和与及]")
_ALONE = re.compile(
    "(?<=[部委局厅院署会办联])党组(?![书成副会理])|(?<=政府)办(?![公事理学案法好])|(?<=航天科[技工]集团)[一二三四五六七八九十]{1,2}院"
    "|第[一二三四五六七八九十]+次全国[\u4e00-\u9fff]{2,6}普查领导小组(?:办公室)?"
)
"""Units of few characters: 巡察市教育局|党组, 县政府|办, 航天科技集团|五院."""
_MANY = re.compile(
    "[\u4e00-\u9fff]{2,6}(?:、[\u4e00-\u9fff]{2,6})+[和与及][\u4e00-\u9fff]{2,8}?部(?=[前原]?副?部?长|国务秘书|常务秘书)"
)
"""A ministry for several things, known by its head: 外交、外国就业和旅游|部长."""
_COUNCIL = re.compile("部长会议(?=副?主席)")
_WORD = -12.0
_CLASS_TAIL = re.compile(
    r"(?:(?:犯罪|贩毒|诈骗|走私)集团|(?<=国家)(?:医学|区域医疗)中心|(?<=国家|全国)(?:重点|工程)?实验室|判处|干部|内部|(?<!对)外部|(?<!安)全部|局部|东部|西部|南部|北部|中部|(?<!国防)总部|俱乐部|学科|专科|本科|到处|好处|各处|场所|网站|车站|(?<!领导)小组|教室|校园|公园|家园|田园|体系|关系|社会组织|景区|机关|格局|布局|结局|农科|百科|单位|党员干部|查处|[市镇副]中心|家庭|大局|(?<!安)全局|时局|战局|僵局|开局|破局|棋局|开庭|(?:发挥|成为|作为|打造|建设)[\u4e00-\u9fff]{0,6}(?:中心|基地))$"
)
_NOT_BODY_START = re.compile(
    r"[和与及同跟的]|省(?!际)|州(?!际)|市(?!场|容|政(?!府|协))|区(?![划域])|县(?!域)|等|各|[一二三四五六七八九十两几多\d]+个?(?:自治|[省市区县家个州旗盟])|要|派|将(?!军)|应(?![急用对])|把"
)
_NOT_UNIT = re.compile(
    r"某|教授|院士|[一二三四五六七八九十]楼|会议室|(?:决策|立法|咨询|下设)机构|研究员|世界杯|锦标赛|大奖赛|联赛|公开赛|运动会|[和与及][\u4e00-\u9fff]{1,6}[省市县州](?!场|级)|委员(?!会)|[一二三四五六七八九十]届|主席|书记(?!处)|愿|(?<!中央)[和与及](?=中央|全国|国家)"
)
_OFFICE = re.compile(
    r"(?:指挥部|领导小组)(?=办公室)|办公厅|办公室|管理局|委员会|(?<=.)[厅司局处](?=.{2,})|监察委员会|组织部|宣传部|工作部"
)


def right_edge_ok(page: Surface, end: int) -> bool:
    """Tell whether a name may end here: at a stop, or where no ordinary word runs over the edge."""
    if page.is_stop(end):
        return True
    text, words = page.text, lexicon.words()
    if text.startswith(("议员", "议长"), end):
        return True
    if (
        text[end - 1 : end + 1] == "院区"
        or text[end : end + 2] in ("门的", "门和")
        or (text[end] in "门员长" and text[end - 1] in "部委会局厅处司科院")
    ):
        return text[end] == "长" and text[end - 1] in "局厅处司科院部会"
    across = text[end - 1 : end + 1]
    return words.get(across, -99.0) < _WORD or words.get(text[end : end + 2], -99.0) > words.get(across, -99.0)


def extend(page: Surface, start: int, *, strong_only: bool = False) -> tuple[int, str] | None:
    """Give the end and the kind of the longest name of an organisation that runs on from `start`, or None."""
    limit = page.next_stop(start, start + REACH)
    if limit - start < 2 or _NOT_BODY_START.match(page.text, start):
        return None
    table, pattern, _, _ = lexicon.suffixes()
    best, seen = None, start
    for match in pattern.finditer(page.text, start, limit):
        kind, strength = table[match.group()]
        if page.text[seen] in "和与及" and len(match.group()) > 1 and seen > start + 2:
            break
        if best and _JOINED.search(page.text, best[0], match.start()):
            break
        end = seen = match.end()
        if (
            strength == "unit"
            or kind == "optional"
            or end - start < (2 if strength == "strong" or match.group() == "海关" else 3)
            or (strong_only and strength != "strong" and len(match.group()) < 2 and not _headed(page.text, end))
        ):
            continue
        if len(match.group()) == 1 and not _single_ok(page, start, end):
            continue
        if right_edge_ok(page, end) and not _CLASS_TAIL.search(page.text, start, end):
            best = (end, kind)
    return best if best is None or not _only_generic(page.text[start : best[0]], strong_only) else None


def _headed(text: str, end: int) -> bool:
    """Tell whether an office of one character is followed by its head: 省公路局|局长."""
    return text[end - 1] in "局处" and text.startswith((f"{text[end - 1]}长", f"副{text[end - 1]}长"), end)


def _only_generic(body: str, national: bool) -> bool:
    return not national and body in ("社会组织", "公司", "集团", "中心", "医院", "学校", "小学", "中学")


def _at_edge(page: Surface, end: int) -> bool:
    """Tell whether a name ends for sure: at a stop, or before what it did."""
    return page.is_stop(end) or names.does(page.text, end)


def _single_ok(page: Surface, start: int, end: int) -> bool:
    """Tell whether a suffix of one character ends a name: 消防局 does, 格局 and 社区工委托 don't."""
    text = page.text
    return end - start >= 3 and _at_edge(page, end) and lexicon.words().get(text[end - 2 : end], -99.0) < -9.5


def units_after(page: Surface, start: int) -> tuple[tuple[tuple[int, str], ...], int]:
    """Give the internal units printed directly behind an organ, each with its start, and where they end."""
    limit = page.next_stop(start, start + 22)
    text = page.text
    if group := _ALONE.match(text, start):
        return ((start, group.group()),), group.end()
    if limit - start < 2 or _NOT_BODY_START.match(text, start):
        return (), start
    table, _, pattern, _ = lexicon.suffixes()
    best = start
    for match in pattern.finditer(text, start, limit):
        end = match.end()
        if best > start and text[best] in "省市县区州和与及":
            break
        kind = table[match.group()][0]
        if end - start < 3 or kind in ("optional", "media") or _CLASS_TAIL.search(text, start, end):
            continue
        if _IN_TITLE.match(text, start):
            break
        joined = _JOINED.search(text, start, match.start())
        if _NOT_UNIT.search(text, start, end) or (joined and text[joined.end() : end] in lexicon.organ_by_name()):
            break
        if len(match.group()) == 1 and not _unit_single_ok(page, start, end):
            continue
        if right_edge_ok(page, end):
            best = end
    return (_split_units(text, start, best), best) if best > start else ((), start)


def with_units(page: Surface, start: int, end: int) -> tuple[int, tuple[tuple[int, str], ...], int]:
    """Split a name at its university or company: 重庆医科大学|附属第一医院; else give what follows the name as units.

    Gives the end of the head, the units, and where they end.
    """
    if firm := _FIRM.search(page.text, start, end - 1):
        return firm.end(), ((firm.end(), page.text[firm.end() : end]),), end
    head = _SCHOOL.search(page.text, start, end - 2)
    if head and (head.group() == "大学" or _OF_SCHOOL.search(page.text, head.end(), end)):
        return head.end(), ((head.end(), page.text[head.end() : end]),), end
    units, last = units_after(page, end)
    if page.text.endswith("公司", start, end) and units and units[-1][1].endswith("室"):
        return end, (), end
    return end, units, last


def _unit_single_ok(page: Surface, start: int, end: int) -> bool:
    return page.is_stop(end) or lexicon.words().get(page.text[end - 1 : end + 1], -99.0) < -13.0


def _split_units(text: str, start: int, end: int) -> tuple[tuple[int, str], ...]:
    units, at = [], start
    if text.startswith("驻", start):
        return ((start, text[start:end]),)
    for match in _OFFICE.finditer(text, start, end):
        if match.end() - at >= 3 and end - match.end() >= 3:
            units.append((at, text[at : match.end()]))
            at = match.end()
    return (*units, (at, text[at:end]))


def _behind_joint(text: str, start: int, at: int) -> int:
    """Give where a name begins behind a word that joins it to another: 办好鲁班工坊和|孔子学院, and no 协和医院."""
    words = lexicon.words()
    for i in range(at - 2, start + 1, -1):
        if text[i] in "和与及" and text[i - 1 : i + 1] not in words and text[i : i + 2] not in words:
            return i + 1
    return start


def left_edge(page: Surface, at: int, covered: bytearray) -> int | None:
    """Give where a name begins whose strong suffix stands at `at`, or None if it is a class of organisations."""
    text = page.text
    start = max(page.last_stop(at, max(0, at - 20)), covered.rfind(1, max(0, at - 20), at) + 1)
    while start < at and text[start] in _CONNECTOR:
        start += 1
    start += text[start - 1 : start + 1] in ("（现", "（今", "（原") or 3 * text.startswith("下简称", start)
    start = _behind_joint(text, start, at)
    cut = max((i for i in range(start, at) if text[i] == "任" and text[i - 1] not in "责主信担"), default=-1)
    start = cut + 1 if cut >= 0 and at - cut > 2 else start
    if text[start - 1 : start] == "）" and (opened := text.rfind("（", max(0, start - 6), start)) > 1:
        start = max(page.last_stop(opened, max(0, opened - 12)), covered.rfind(1, max(0, opened - 12), opened) + 1)
    for word in ("代表", "单位", "涉事"):
        start = max(start, text.rfind(word, start, at) + 2 if word in text[start:at] else start)
    prefix = text[start:at]
    suffix = lexicon.suffixes()[3].match(text, at)
    if len(prefix) < 2 or prefix.endswith("代表") or suffix is None or lexicon.generic_names()[1].fullmatch(prefix):
        return None
    if suffix.group() in ("农场", "林场") and len(prefix) > 3:
        return None
    kind = lexicon.suffixes()[0][suffix.group()][0]
    legal = suffix.group().endswith("有限公司") and len(prefix) >= 4
    school = suffix.group().endswith(("大学", "学院")) and lexicon.words().get(prefix, -99.0) < _WORD
    named = school or legal or kind == "media" or suffix.group() in ("大学", "学院", "基金会", "流域管理局")
    if not named and _only_words(prefix):
        return None
    if kind == "social_org" and suffix.group() != "基金会":
        return None
    if kind in ("social_org", "enterprise") and lexicon.words().get(prefix, -99.0) > -12.5:
        return None
    return None if any(w in prefix for w in ("某", "各", "一家", "多家", "多名", "多所", "名为")) else start


def _only_words(prefix: str) -> bool:
    """Tell whether a prefix is put together from ordinary words alone, so that it names a class, not one."""
    words = lexicon.words()
    reached = [True] + [False] * len(prefix)
    for i in range(len(prefix)):
        if reached[i]:
            for size in (1, 2, 3, 4):
                if prefix[i : i + size] in words and i + size <= len(prefix):
                    reached[i + size] = True
    return reached[-1]


@vocabulary.compiled
def _joint() -> re.Pattern[str]:
    """Give what ends the name of a foreign organ: a preposition, or the country of the next: 美国防部|和韩国…."""
    return re.compile(
        "[同向在]|对(?!外)|当局|多[所家名座]|[和与及](?:"
        + "|".join(sorted(c.name for c in vocabulary.countries()))
        + ")"
    )


@vocabulary.compiled
def domains() -> str:
    """Give what ministries abroad are for, one of several things, as a pattern."""
    words = sorted((row[0] for row in vocabulary.read_table("ministry_domains")), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(words)})"


@vocabulary.compiled
def _ministry() -> re.Pattern[str]:
    """Give the name of a ministry for several things: 农业、林业和水利|部, 建设、交通和基础设施|部."""
    return re.compile(f"{domains()}(?:、{domains()})*[、和与及]{domains()}部(?!门|分|级|委)")


def foreign_end(page: Surface, start: int, *, ministries: str) -> tuple[int, str] | None:
    """Give the end and kind of a foreign organ that runs on from its country's name, or None.

    `ministries` is the word that ends a ministry's name there: 省 in Japan, else 部.
    """
    if (
        ministry := _ministry().match(page.text, start)
        or _COUNCIL.match(page.text, start)
        or _MANY.match(page.text, start)
    ):
        return ministry.end(), "government"
    table, pattern = lexicon.foreign_suffixes()
    limit = page.next_stop(start, start + 16)
    limit += page.text.startswith(_HEADS, limit) and page.text[limit - 1] != page.text[limit]
    if limit == start:
        return None
    joint = _joint().search(page.text, start, limit)
    limit = joint.start() if joint else limit
    best = None
    for match in pattern.finditer(page.text, start, limit):
        if best and page.text[best[0]] in "和与及":
            break
        if (match.group() == "省" and ministries != "省") or page.text.startswith("长级", match.end()):
            continue
        if (match.group() == "党" and match.end() - start < 3) or _CLASS_TAIL.search(page.text, start, match.end()):
            continue
        stopped = (
            match.end() == limit
            or _at_edge(page, match.end())
            or page.text[match.end()] in "和与"
            or page.text.startswith(_HEADS, match.end() - 1)
        )
        if (len(match.group()) == 1 and not stopped) or not right_edge_ok(page, match.end()):
            continue
        best = (match.end(), table[match.group()])
    return best
