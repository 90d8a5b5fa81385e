"""Decide which short forms of divisions are places: 长治 in 山西长治, and not in 长治久安."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.names import reading_of_rest
from kg.nlp.surface import Surface
from kg.nlp.transliterated import DOT
from kg.readings import Place

_COUNT = re.compile(r"[一二三四五六七八九十两\d]+(?:个)?(?P<level>省|市|区|县|州|旗|盟|地|国)")
_ETC = re.compile(r"等(?:地|[一二三四五六七八九十两\d]*(?:个)?(?:省|市|区|县|州|地))")
_NAMED_AFTER = re.compile(
    "代表团|[东西南北]?站(?![长在位上])|(?:火车|高铁|核电|水电)站|古城(?!区)|古镇|古村|[-—－][\u4e00-\u9fff]{2,6}(?:科技园|产业园)"
    "|(?:[冬夏]季|游泳|田径|跳水|滑冰|滑雪|乒乓球|羽毛球|短池)*"
    "(?:[奥亚冬夏大青全残]{1,2}运会|[亚青]?冬奥?(?:残奥)?会|[残青]奥会|世锦赛|世界杯|峰会)"
)
"""What has the place before it in its name: 郑州|东站, 扎波罗热|核电站, 大理|古城; 杭州|亚运会, 多哈|游泳世锦赛."""
_WITHIN = ("境内", "城区", "县城", "县长", "副县长", "区长", "副区长", "市长", "副市长")
"""What stands behind a county's short form where it is the place: 龙口|境内, 松阳|副县长."""
_WORDISH = -11.5
_ACTS = re.compile("有句|取得|提出|长期|连续|一直|将|愿|已|始终|正在|坚持|坚定|主张|支持|反对|成为|从不|高度重视")
_TIES = re.compile("的(?:传统|深厚|牢固)?(?:友谊|友好|关系|合作|交往)|进行[^，。]{0,6}访问")
"""What ties a state to 中国: 珍视同中国|的友谊, 对中国|进行正式访问."""
MARGIN = 1.0
"""How much likelier words over the edges of a place must be than the place, as a logarithm."""


_NATURE = frozenset("山沟江河湖海堰峡港岛泉")
"""How the short forms of counties end that name mountains and waters too: 武夷山, 九寨沟."""
_LAND = ("沙地", "沙漠", "草原", "盆地", "国家公园")


def is_risky(short: str) -> bool:
    """Tell whether the short form of a division is also an ordinary word."""
    return short in vocabulary.risky_shorts()


@lru_cache(maxsize=65536)
def descends(code: str, ancestor: str) -> bool:
    """Tell whether the division `code` lies in the division `ancestor`."""
    units = vocabulary.divisions()
    while code and code in units:
        code = units[code].parent
        if code == ancestor:
            return True
    return False


def judge(page: Surface, chains: list[Place]) -> list[Place]:
    """Keep the chains that are places: full forms, and short forms where the context makes them places."""
    text = page.text
    firm = {code for c in chains if c.form != "short" for p in c.parts for code in p.codes}
    kept: list[Place] = []
    groups = _groups(text, chains)
    for group in groups:
        listed = len(group) > 1 or (group[0].form == "short" and _counted(text, group[0].end))
        for place in group:
            if place.form == "country" and place.parts[0].codes == ("CN",):
                if _is_country(page, place) or any(other.abroad for other in group):
                    kept.append(place)
            elif _is_piece(text, place):
                kept += [_upper(place)] if len(place.parts) > 1 else []
            elif place.form != "short" or _is_place(page, place, firm, listed):
                kept.append(place)
    return kept


def _upper(place: Place) -> Place:
    """Give a chain without its last unit, which is but a piece of a longer name: 安徽|芜湖古城."""
    last = place.parts[-1]
    return replace(place, end=last.start, parts=place.parts[:-1])


def _is_piece(text: str, place: Place) -> bool:
    """Tell whether a place is a piece of a longer word or of the name of an event: 沿|海地|区, 天津|峰会."""
    if place.form == "country" and _begins_name(text, place.end):
        return True
    if place.form == "country" and place.end - place.start == 2 and _crosses_word(text, place):
        return True
    return _NAMED_AFTER.match(text, place.end) is not None


def _begins_name(text: str, end: int) -> bool:
    """Tell whether a country is only how the name of a person with dots begins: 马里|亚诺·奥索里奥."""
    dot = DOT.search(text, end, end + 5)
    return dot is not None and dot.start() > end and vocabulary.foreign_characters().issuperset(text[end : dot.start()])


def _groups(text: str, chains: list[Place]) -> list[list[Place]]:
    groups: list[list[Place]] = []
    for chain in chains:
        between = text[groups[-1][-1].end : chain.start] if groups else None
        if between in ("、", "和", "及", "与") and groups:
            groups[-1].append(chain)
        else:
            groups.append([chain])
    return groups


def _counted(text: str, at: int) -> bool:
    return _COUNT.match(text, at) is not None or _ETC.match(text, at) is not None


def _is_place(page: Surface, place: Place, firm: set[str], listed: bool) -> bool:
    if not _is_told(page, place, firm, listed):
        return False
    counted = listed and place.level == "province" and _counted(page.text, place.end)
    return counted or place.parts[0].name == "中国" or not _crosses_word(page.text, place)


def _is_told(page: Surface, place: Place, firm: set[str], listed: bool) -> bool:
    """Tell whether the words around a short form make it a place: a province always, a county rarely."""
    part, text = place.parts[0], page.text
    risky = is_risky(part.name) or part.name[-1] == "湖"
    if part.level == "province":
        return True
    if any(code in firm or (listed and any(descends(code, f) for f in firm)) for code in part.codes):
        return not risky or listed or _framed(page, place)
    if part.level == "prefecture":
        return not risky or (listed and _framed(page, place))
    known = len(part.name) > 2 and part.name[-1] not in _NATURE and not text.startswith(_LAND, place.end)
    if not risky and len(part.codes) == 1 and (known or _gone_to(page, place)):
        return True
    within = text[place.end : place.end + 1] in "：:" or text.startswith(_WITHIN, place.end)
    return not risky and ((listed and _counted(text, place.end)) or within)


def _gone_to(page: Surface, place: Place) -> bool:
    """Tell whether the short form of a county stands where somebody goes or is: 在义乌|举行, 在海淀|，."""
    return page.text[place.start - 1 : place.start] in ("在", "到", "赴") and page.is_stop(place.end)


def _is_country(page: Surface, place: Place) -> bool:
    """Tell whether 中国 names the country and is no modifier, as in 中国特色."""
    text, end = page.text, place.end
    before = text[max(0, place.start - 2) : place.start]
    if (
        before[-1:] in ("新", "我")
        or before == "一个"
        or text.startswith(("式", "年", "代表团", "企业", "公民", "市场", "选手", "“", "—", "－", "–"), end)
    ):
        return False
    if before[-1:] in ("同", "对") and _TIES.match(text, end):
        return True
    if text.startswith("的", end):
        return before.endswith("在") and not _crosses_word(text, place)
    subject = (place.start == 0 or bool(page.marks[place.start - 1])) and _ACTS.match(text, end) is not None
    return (
        subject
        or page.is_stop(end)
        or before.endswith(("访问", "来到", "抵达", "离开"))
        or text[end : end + 1] in "和与同"
    )


def _framed(page: Surface, place: Place) -> bool:
    before, after = page.text[place.start - 1 : place.start], page.text[place.end : place.end + 1]
    return (not before or before in "在到赴由、，。（(\n和及：:") and page.is_stop(place.end) and after != "的"


def _crosses_word(text: str, place: Place) -> bool:
    """Tell whether an ordinary word runs over the start or the end of a short form: 长治久安, 大同世界."""
    words, length = lexicon.words(), place.end - place.start
    for size in range(length + 1, 5):
        piece = text[place.start : place.start + size]
        if len(piece) > length and words.get(piece, -99.0) > _WORDISH:
            return True
    across = text[place.end - 1 : place.end + 1]
    before = text[place.start - 1 : place.start + 1]
    weight = words.get(place.parts[0].name, -13.0)
    if words.get(across, -99.0) > weight + 3 or words.get(before, -99.0) > weight + 3:
        return True
    if not _word_over(text, place.start, words) and not _word_over(text, place.end, words):
        return False
    first, last = max(0, place.start - 2), min(len(text), place.end + 2)
    apart = reading_of_rest(text, first, place.start) + weight + reading_of_rest(text, place.end, last)
    margin = MARGIN * (3 if place.level == "province" else 1)
    return reading_of_rest(text, first, last, (place.start, place.end)) > apart + margin


def _word_over(text: str, edge: int, words: dict[str, float]) -> bool:
    """Tell whether any word of two to four characters lies over an edge."""
    if edge and (text[edge - 1 : edge + 1] in words or text[edge - 1 : edge + 2] in words):
        return True
    return edge > 1 and (text[edge - 2 : edge + 1] in words or text[edge - 2 : edge + 2] in words)
