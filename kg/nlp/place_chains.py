"""Find the chains of divisions of a text, 四川省|成都市|金牛区, with regions, countries and cities abroad."""

from __future__ import annotations

import re

from kg import vocabulary
from kg.nlp import lexicon, one_pass
from kg.nlp.gazetteer import Entry, full_names, gazetteer, namesakes
from kg.nlp.names import reading_of_rest
from kg.nlp.place_fit import MARGIN, descends, is_risky
from kg.nlp.surface import Surface
from kg.readings import Part, Place

_SITE = re.compile(r"(?:国际)?机场|[港站湾路]|大桥|科学城|湿地|小镇|医院|大学|中学|水库|隧道")
"""What is named after a county and lies elsewhere, or is no division: 萧山|国际机场, 盐田|港."""
_BASIN = re.compile(
    "流域|经济带|中?[上下]游|三角洲|大?桥|隧道|证券|学者|禁渔|大保护|保护|精神|文化|文明|路|号|口岸|学院|大学|水系|沿线|沿岸"
)
"""What a river only modifies, or gives its name: 长江|流域, 黄河|路."""
_SMALL = re.compile("[湖山湾岛]$")
_LARGE = re.compile("[洋海洲]$|大运河|地中海|[东西南北华].?地区$")
"""The regions that lie in the place before them, and those that do not."""
_STATE = re.compile(
    "(?:伊斯兰|民主|人民|联邦|阿拉伯|社会主义|玻利瓦尔|多民族|东岸|合作){0,2}(?:共和国|王国|公国|酋长国)"
)
"""What makes a country's name that of its state: 塞拉利昂|共和国."""
_BEFORE = tuple("同和与向对")
"""What may stand before a country: 同|安哥拉, and no 内蒙|古巴."""
_JOINING = tuple("局厅部委府会院办处团行社室司署组队站心科")
"""How the names end before which 会同 is a verb: 发展改革局|会同|县…."""
_COUNTIES = re.compile(r"(?:、[\u4e00-\u9fff]{2,3}){0,8}等?[二三四五六七八九十两\d]+个?[市县区]")
"""What makes the name before it one of a list of counties: 东海|、响水两县."""


def find_chains(page: Surface) -> list[Place]:
    """Give the chains of divisions of a text as printed, before townships and the choice of short forms.

    A short form of a county is kept only behind a unit that holds it; other short forms are kept and judged later.
    """
    payload, text = gazetteer().payload, page.text
    chains: list[Place] = []
    for index, start, end in one_pass.find(page, gazetteer):
        entry = payload[index]
        if entry is None or page.quoted[start] or (page.spaced and _is_name_with_blanks(page, start, end)):
            continue
        if text.startswith("会同", start) and text[start - 1 : start] in _JOINING:
            continue
        if entry[0] != "region" or not _is_modifier(text, start, end):
            _add(page, chains, *_as_meant(text, start, end, entry))
    return chains


def _is_name_with_blanks(page: Surface, start: int, end: int) -> bool:
    """Tell whether two characters begin a name of three that is printed with blanks between them: 马 里 文."""
    apart = [at in page.spaced for at in (start, start + 1, end, end + 1)]
    return end - start == 2 and apart == [False, True, True, False]


def _is_modifier(text: str, start: int, end: int) -> bool:
    """Tell whether a region only modifies what follows, or is a part of another name: 长江|流域, 环|渤海, 西|部."""
    if text.startswith(("部", "方向", "侧"), end) or text.startswith(("环", "跨"), start - 1):
        return True
    return text[end - 1] in "江河湖" and _BASIN.match(text, end) is not None


def _as_meant(text: str, start: int, end: int, entry: Entry) -> tuple[int, int, Entry]:
    """Give the span and the meaning that a name has where it stands: 和|平山县, no 和平; 塞拉利昂|共和国."""
    if text.startswith("首都", start - 1) and (end_of_city := _city_end(text, start + 1)):
        start, end = start + 1, end_of_city
        entry = (entry[0], entry[1], (vocabulary.world_cities()[text[start:end]],))
    if entry[0] == "short" and (hidden := _hidden(text, start, end)) and not _is_told(text, start, end):
        start, end, entry = hidden
    end -= text.startswith("市场", end - 1)
    if entry[0] == "country" and text[end - 1] != "国" and (state := _STATE.match(text, end)):
        end = state.end()
    return start, end, entry


def _city_end(text: str, start: int) -> int | None:
    """Give where the longest name of a city abroad ends that begins at an offset: 首都|安曼, no 都安."""
    cities = vocabulary.world_cities()
    return next((start + size for size in range(6, 1, -1) if text[start : start + size] in cities), None)


def _is_told(text: str, start: int, end: int) -> bool:
    """Tell whether a text names a county in full that it prints in short: 榕江县…，|榕江|城区."""
    return text[start:end] + "县" in text


def _hidden(text: str, start: int, end: int) -> tuple[int, int, Entry] | None:
    """Give the full name that begins inside the short form of a division: 和|平山县, no 和平; 同|安哥拉, no 同安."""
    known, openings = full_names()
    for at in range(start + 1, end):
        for size in openings.get(text[at : at + 2], ()):
            entry = known.get(text[at : at + size])
            told = (
                entry is not None
                and at + size > end
                and (entry[0] != "country" or text[start:at] in _BEFORE or text.startswith("中国", at))
            )
            if entry and told:
                return at, at + size, entry
    return None


def _add(page: Surface, chains: list[Place], start: int, end: int, entry: Entry) -> None:
    """Join a unit to the chain that ends before it, or begin a chain with it."""
    last = chains[-1] if chains and chains[-1].end == start else None
    county = namesakes().get(page.text[start:end]) if entry[0] != "short" else None
    form, level, codes = county if county and (last or _COUNTIES.match(page.text, end)) else entry
    part = Part(start, end, page.text[start:end], level, codes)
    inside = _inside(part, last) if last else ()
    if (last and form == "region" and _holds(last, part.name)) or (
        last and level == "other" and last.parts[-1].name.endswith("地带")
    ):
        chains[-1] = Place(last.start, end, (*last.parts, part), "full")
    elif last and inside and _joins(page, part, form):
        joined = Part(start, end, part.name, vocabulary.divisions()[inside[0]].level, inside)
        chains[-1] = Place(last.start, end, (*last.parts, joined), _joint_form(last.form, form))
    elif form != "brief" or _stands_alone(page, part):
        chains.append(Place(start, end, (part,), "full" if form == "brief" else form))


def _holds(place: Place, region: str) -> bool:
    """Tell whether a place before a region is where it lies: 甘肃|河西走廊, and no 中国|东北, 湖北|长江."""
    small = _SMALL.search(region) or (len(region) > 2 and not _LARGE.search(region))
    return bool(small) and place.form != "region" and place.level != "county" and place.parts[0].codes != ("CN",)


def _joins(page: Surface, part: Part, form: str) -> bool:
    """Tell whether a unit may stand in a chain: in full, or short where a word ends or where it is a city."""
    if form != "short":
        return True
    if part.level == "county" and (part.name[-1] == "湖" or _SITE.match(page.text, part.end)):
        return False
    city = part.level == "prefecture" or not _edge_in_word(page.text, part)
    return (
        (city and not is_risky(part.name))
        or page.is_stop(part.end)
        or page.text.startswith(("区", "县", "市"), part.end)
    )


def _stands_alone(page: Surface, part: Part) -> bool:
    """Tell whether a county of two characters begins where a word begins: ，义县人民政府, and no 建|成县, 代县|长."""
    free = part.start == 0 or page.stop[part.start - 1] or page.text[part.start - 1] in "与和及"
    return bool(free) and part.name[-1] in "县州" and page.text[part.end : part.end + 1] != "长"


def _edge_in_word(text: str, part: Part) -> bool:
    """Tell whether the short form of a county runs over into the word behind it: 湖南|通道|路."""
    last, words = min(len(text), part.end + 2), lexicon.words()
    apart = words.get(part.name, -13.0) + reading_of_rest(text, part.end, last)
    return reading_of_rest(text, part.start, last, (part.start, part.end)) > apart - MARGIN


def _joint_form(first: str, second: str) -> str:
    return "full" if first != "short" or second != "short" else "chain"


def _inside(part: Part, last: Place) -> tuple[str, ...]:
    above = last.parts[-1].codes
    return tuple(c for c in part.codes if any(descends(c, a) for a in above))
