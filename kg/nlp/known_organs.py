"""Find the organisations that the word lists name, with their units: 民政部|社会救助司, 央视|综合频道."""

from __future__ import annotations

import re

from kg.nlp import lexicon, one_pass
from kg.nlp.organ_names import right_edge_ok
from kg.nlp.organ_units import units_after
from kg.nlp.surface import Surface, with_modifiers
from kg.readings import Agency, Readings

_CPPCC = "中国人民政治协商会议全国委员会"
_NATIONAL_CPPCC = re.compile(r"(?:中国人民政治协商会议|政协)第[一二三四五六七八九十]+届全国委员会")
_CHANNEL = re.compile(r"(?!各)(?:央视)?[\u4e00-\u9fff]{2,4}频道")


def known_organs(page: Surface, readings: Readings) -> list[Agency]:
    """Find the organisations that the word lists name, with their internal units."""
    payload, out = lexicon.organs().payload, []
    matches = one_pass.find(page, lexicon.organs)
    if not matches:
        return []
    abroad = {p.end: p for p in readings.chains if p.abroad}
    home = {p.end: p.start for p in readings.chains if p.parts[0].codes == ("CN",)}
    places = {p.start for p in readings.chains}
    starts = {start for index, start, _ in matches if payload[index]}
    for index, start, end in matches:
        entry = payload[index]
        joined = end - start > 3 and page.text[end : end + 1] in ("和", "与", "及")
        if entry is None or page.quoted[start] or not (joined or right_edge_ok(page, end)):
            continue
        name, kind, _ = entry
        if start in abroad and kind not in ("enterprise", "media"):
            continue
        end += 2 * (kind == "enterprise" and page.text.startswith(("公司", "集团"), end))
        end -= page.text.startswith("社论", end - 1)
        if not _is_meant(page, start, end, name, kind) or (kind == "enterprise" and end - start == 2 and end in places):
            continue
        if kind == "government" and (country := abroad.get(_chain_start(page, start))):
            theirs = country.parts[0].name + page.text[start:end]
            out.append(Agency(start, end, kind, place=country, name=theirs, head_end=end))
            continue
        start = home.get(start, start)
        page.clear(start, end)
        out.append(_whole(page, start, end, name, kind, followed=end in starts))
    return out


def _is_meant(page: Surface, start: int, end: int, name: str, kind: str) -> bool:
    """Tell whether the words name the organisation, and are no piece of a local one's, a mission's or a school's."""
    text = page.text
    if start and text[start - 1] in "省市县区州" and text[start:end] != name:
        return False
    if text.startswith("党中央", start) and text.endswith(("劳动", "革命"), 0, start):
        return False
    if (kind == "media" and not _marked(page, start, end)) or (end - start == 2 and _runs_on(text, start)):
        return False
    if text.endswith(("两国", "各国", "多国", "三国"), 0, start):
        return False
    sent = text[start - 1 : start] == "驻" and text.startswith(("代表团", "使团", "办事处", "大使"), end)
    return not sent and not (kind == "enterprise" and text.startswith("大学", end))


def _whole(page: Surface, start: int, end: int, name: str, kind: str, *, followed: bool) -> Agency:
    """Give the organisation with the units printed behind it, a medium with its channel."""
    units, last = ((), end) if kind == "media" or followed else units_after(page, end)
    if name in lexicon.international() and page.text.startswith("国家", end):
        units, last = (), end
    if kind == "media" and (channel := _CHANNEL.match(page.text, end)):
        units, last = ((end, channel.group()),), channel.end()
    if units and kind == "enterprise" and not units[-1][1].endswith(("分行", "支行", "院")):
        kind = "social_org" if units[-1][1].endswith("会") else kind
        return Agency(start, last, kind, name=page.text[start:last], head_end=last)
    return Agency(start, last, kind, owner=name, units=units, head_end=end)


def _chain_start(page: Surface, start: int) -> int:
    """Give where the title begins that 兼 joins to an organ: 巴基斯坦|副总理兼|外交部; -1 if there is none."""
    title = page.title_ends.get(start - 1) if page.text[start - 1 : start] == "兼" else None
    return -1 if title is None else with_modifiers(page.text, title)


def _runs_on(text: str, start: int) -> bool:
    """Tell whether a common word runs over the start of a name of two characters: 人|民建."""
    return start > 0 and lexicon.words().get(text[start - 1 : start + 1], -99.0) > -9.5


def consultative(page: Surface) -> list[Agency]:
    """Find the national committee of the CPPCC with its term inside its name: 政协第十四届全国委员会."""
    return [
        Agency(match.start(), match.end(), "committee", owner=_CPPCC, head_end=match.end())
        for match in (_NATIONAL_CPPCC.finditer(page.text) if "届全国委员会" in page.text else ())
        if not page.quoted[match.start()]
    ]


def _marked(page: Surface, start: int, end: int) -> bool:
    """Tell whether a paper whose name is made of ordinary words is meant: 《中国民政》, 中国民政微信公众号."""
    return page.text[start:end].endswith(("报", "社", "网", "台", "线", "闻")) or page.text.startswith(
        ("杂志", "微信", "公众号"), end
    )
