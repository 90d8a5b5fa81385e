"""Decide where the name of an organisation ends."""

from __future__ import annotations

import re

from kg.nlp import lexicon, names
from kg.nlp.surface import Surface

_REACH = 26
_OF_SCHOOLS = ("大学科研", "大学科技", "大学科学")
"""What is no 学科 over the edge: 浙江大学|科研处."""
JOINED = re.compile("[和与及]")
_GENERIC = frozenset(("社会组织", "公司", "集团", "中心", "医院", "学校", "小学", "中学"))
"""Words that name no organisation behind a place alone: 盐城市|医院."""
ORDINARY = -12.0
"""The log-frequency above which a word is an ordinary one."""
CLASS_TAIL = re.compile(
    r"(?:(?:犯罪|贩毒|诈骗|走私)集团|(?<=国家)(?:医学|区域医疗)中心|(?<=国家|全国)(?:重点|工程)?实验室"
    r"|判处|干部|内部|(?<!对)外部|(?<!安)全部|局部|东部|西部|南部|北部|中部|(?<!国防)总部|俱乐部"
    r"|学科|专科|本科|到处|好处|各处|场所|网站|车站|(?<!领导)小组|教室|校园|公园|家园|田园"
    r"|体系|关系|社会组织|景区|机关|格局|布局|结局|农科|百科|单位|党员干部|查处|[市镇副乡村]中心|街道中心"
    r"|家庭|大局|(?<!安)全局|时局|战局|僵局|开局|破局|棋局|开庭"
    r"|(?:建设|设立|打造|建成|村级|便民)[\u4e00-\u9fff]{0,10}服务站"
    r"|(?:主力|骨干|大型|中型|小型|重点)(?:煤矿|电厂|企业|医院|学校|高校)"
    r"|(?:发挥|成为|作为|打造|建设)[\u4e00-\u9fff]{0,6}(?:中心|基地))$"
)
"""Words at whose end the suffix of an organ names none: 格局, 到处, 犯罪集团."""
NOT_BODY_START = re.compile(
    r"[和与及同跟的]|省(?!际)|州(?!际)|市(?!场|容|政(?!府|协))|区(?![划域])|县(?!域)|等|各"
    r"|[一二三四五六七八九十两几多数\d]+[所座名](?=[\u4e00-\u9fff])"
    r"|[一二三四五六七八九十两几多\d]+个?(?:自治|[省市区县家个州旗盟])|要|派|将(?!军)|应(?![急用对])|把"
)
"""What the name of no organ or unit begins with: a joint, a further level, a number of places, a verb."""


def right_edge_ok(page: Surface, end: int) -> bool:
    """Tell whether a name may end here: at a stop, or where no ordinary word runs over the edge."""
    if page.is_stop(end):
        return True
    text, words = page.text, lexicon.words()
    if text.startswith(("议员", "议长"), end) or text.startswith(_OF_SCHOOLS, end - 2):
        return True
    if (
        text[end - 1 : end + 1] in ("院区", "会商", "会谈", "会晤", "会诊", "会审")
        or text[end : end + 2] in ("门的", "门和")
        or (
            text[end] in "门员长"
            and text[end : end + 2] not in ("门口", "门前", "门外", "门诊")
            and text[end - 1] in "部委会局厅处司科院"
        )
    ):
        return text[end] == "长" and text[end - 1] in "局厅处司科院部会"
    across = text[end - 1 : end + 1]
    return words.get(across, -99.0) < ORDINARY or words.get(text[end : end + 2], -99.0) > words.get(across, -99.0)


def extend(page: Surface, start: int, *, strong_only: bool = False) -> tuple[int, str] | None:
    """Give the end and the kind of the longest name of an organisation that runs on from `start`, or None."""
    limit = page.next_stop(start, start + _REACH)
    if limit - start < 2 or NOT_BODY_START.match(page.text, start):
        return None
    table, pattern, _, _ = lexicon.suffixes()
    best, seen = None, start
    for suffix in pattern.finditer(page.text, start, limit):
        joined = seen > start + 2 and len(suffix.group()) > 1 and page.text[seen] in "和与及"
        if joined or (best and JOINED.search(page.text, best[0], suffix.start())):
            break
        seen = suffix.end()
        if _ends_name(page, start, suffix, strong_only=strong_only):
            best = (seen, table[suffix.group()][0])
    return None if best and not strong_only and page.text[start : best[0]] in _GENERIC else best


def _ends_name(page: Surface, start: int, suffix: re.Match[str], *, strong_only: bool) -> bool:
    """Tell whether a suffix ends a name that begins at `start`, and no class of organisations."""
    word, end = suffix.group(), suffix.end()
    kind, strength = lexicon.suffixes()[0][word]
    shortest = 2 if strength == "strong" or word == "海关" else 3
    if strength == "unit" or kind == "optional" or end - start < shortest:
        return False
    if len(word) == 1:
        weak = strong_only and strength != "strong"
        if (weak and not _headed(page.text, end)) or not _single_ok(page, start, end):
            return False
    return right_edge_ok(page, end) and not CLASS_TAIL.search(page.text, start, end)


def _headed(text: str, end: int) -> bool:
    """Tell whether an office of one character is followed by its head: 省公路局|局长."""
    return text[end - 1] in "局处" and text.startswith((f"{text[end - 1]}长", f"副{text[end - 1]}长"), end)


def _single_ok(page: Surface, start: int, end: int) -> bool:
    """Tell whether a suffix of one character ends a name: 消防局 does, 格局 and 社区工委托 don't."""
    text = page.text
    return end - start >= 3 and ends_for_sure(page, end) and lexicon.words().get(text[end - 2 : end], -99.0) < -9.5


def ends_for_sure(page: Surface, end: int) -> bool:
    """Tell whether a name ends for sure: at a stop, or before what it did."""
    return page.is_stop(end) or names.does(page.text, end)
