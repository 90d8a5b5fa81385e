"""Find the organisations that the word lists name, with their units: 民政部|社会救助司, 央视|综合频道."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.nlp import lexicon, one_pass
from kg.nlp.organ_names import right_edge_ok
from kg.nlp.organ_units import units_after
from kg.nlp.surface import Surface, with_modifiers
from kg.readings import Agency, Place, Readings

_CPPCC = "中国人民政治协商会议全国委员会"
_NATIONAL_CPPCC = re.compile(r"(?:中国人民政治协商会议|政协)第[一二三四五六七八九十]+届全国委员会")
_CHANNEL = re.compile(
    r"(?!各)(?:央视)?[\u4e00-\u9fff]{2,4}频道|[\u4e00-\u9fff]{2,3}之声|[\u4e00-\u9fff]{2,4}广播(?!电|公|剧)"
)


class _Named(NamedTuple):
    """Be a name of the word lists in a text, with the canonical name and the kind of what it names."""

    start: int
    end: int
    name: str
    kind: str


class _Places(NamedTuple):
    """Hold where the places of a text stand that an organisation's name may touch."""

    abroad: dict[int, Place]
    """The countries abroad, by where they end."""
    home: dict[int, int]
    """Where 中国 and what follows it begins, by where that ends."""
    starts: set[int]


def known_organs(page: Surface, readings: Readings) -> list[Agency]:
    """Find the organisations that the word lists name, with their internal units."""
    payload, matches = lexicon.organs().payload, one_pass.find(page, lexicon.organs)
    printed = [_Named(start, end, *payload[index][:2]) for index, start, end in matches if payload[index]]
    if not printed:
        return []
    places, starts = _places(readings), {each.start for each in printed}
    out = []
    for each in printed:
        if named := _in_full(page, each, places):
            out.append(_abroad(page, named, places) or _at_home(page, named, places, followed=named.end in starts))
    return out


def _places(readings: Readings) -> _Places:
    """Give where the places of a text stand."""
    chains = readings.chains
    home = {place.end: place.start for place in chains if place.parts[0].codes == ("CN",)}
    return _Places({place.end: place for place in chains if place.abroad}, home, {place.start for place in chains})


def _in_full(page: Surface, printed: _Named, places: _Places) -> _Named | None:
    """Give a name with 公司 or 集团 behind it, or None if the words don't name the organisation."""
    start, end, _, kind = printed
    joined = end - start > 3 and page.text[end : end + 1] in ("和", "与", "及")
    if page.quoted[start] or not (joined or right_edge_ok(page, end)):
        return None
    if start in places.abroad and kind not in ("enterprise", "media"):
        return None
    end += 2 * (kind == "enterprise" and page.text.startswith(("公司", "集团"), end))
    end -= page.text.startswith("社论", end - 1)
    town = kind == "enterprise" and end - start == 2 and end in places.starts
    named = printed._replace(end=end)
    return named if not town and _is_meant(page, named) else None


def _is_meant(page: Surface, named: _Named) -> bool:
    """Tell whether the words name the organisation, and are no piece of a local one's, a mission's or a school's."""
    text, (start, end, name, kind) = page.text, named
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


def _abroad(page: Surface, named: _Named, places: _Places) -> Agency | None:
    """Give the organ of the country that a title joined to it has: 巴基斯坦|副总理兼|外交部; None if there is none."""
    start, end, _, kind = named
    country = places.abroad.get(_chain_start(page, start)) if kind == "government" else None
    if country is None:
        return None
    name = country.parts[0].name + page.text[start:end]
    return Agency(start, end, kind, place=country, name=name, head_end=end)


def _at_home(page: Surface, named: _Named, places: _Places, *, followed: bool) -> Agency:
    """Give the organisation with 中国 before it and its units; takes the stops off its name."""
    named = named._replace(start=places.home.get(named.start, named.start))
    page.clear(named.start, named.end)
    return _whole(page, named, followed=followed)


def _whole(page: Surface, named: _Named, *, followed: bool) -> Agency:
    """Give the organisation with the units printed behind it, a medium with its channel."""
    start, end, name, kind = named
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
