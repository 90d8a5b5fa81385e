"""Find streets, towns and villages by their last words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.place_fit import descends
from kg.nlp.surface import Surface, marked
from kg.nlp.township_names import DONE, PEACE, is_township
from kg.nlp.townships_again import again, repeated
from kg.nlp.transliterated import spells
from kg.readings import Part, Place

_TOWNSHIP = re.compile(r"街道|社区(?!卫生|医院|学院|大学)|镇|乡|村|苏木|嘎查")
_SPELLING = frozenset("于其")
"""What names of other languages are spelt with besides: 萨木|于|孜镇."""
_NAMING = frozenset("那且上下前后中内外")
"""Words at which other names end, with which the name of a village may begin: 普雄镇|且拖村."""
_COUNTS = frozenset("一二三四五六七八九十两几多数各全辖属直内外新老小大城乡村市集该本")
"""What stands before 镇 and 乡 and names none of them."""
_JOINTS = ("、", "和", "及")
_WORD = -11.5
_THERE = re.compile("举行|召开|举办|启动|开幕|调研|考察|走访|[，。、]")
_LOWER = re.compile("[\u4e00-\u9fff]{2,4}(?:社区|村|嘎查)")
_TWIN = re.compile(r"[镇乡]、[\u4e00-\u9fff]{2,4}[镇乡]|村、[\u4e00-\u9fff]{2,4}村")
_HEADED = re.compile(
    "镇镇长|镇副镇长|乡乡长|乡副乡长|[镇乡](?:党委|人民政府|政府|纪委|人大|综治)|街道(?:党工委|办事处|办主任)"
    "|[镇乡][\u4e00-\u9fff]{2,4}(?:村|社区)(?!民|级)|(?:村|社区|嘎查)(?:党支部|党总支|党委|村委会|居委会|村委|“两委”)"
)
"""What follows the name of a township or a village that begins its clause: 、|毛阳|镇镇长."""


@dataclass(slots=True)
class _Rank:
    """Be the last word of what may be the name of a township, and where it stands: 毛阳|镇."""

    start: int
    end: int
    word: str
    level: str

    def part(self, text: str, start: int) -> Part:
        """Give the name that begins at an offset and ends in the rank."""
        return Part(start, self.end, text[start : self.end], self.level)


@vocabulary.compiled
def _prepositions() -> tuple[re.Pattern[str], frozenset[str]]:
    """Give the words behind which a township stands by itself, and the characters at which they end."""
    words = [row[0] for row in vocabulary.read_table("place_prepositions")]
    return re.compile(f"{lexicon.one_of(words)}了?$"), frozenset("了").union(word[-1] for word in words)


@vocabulary.compiled
def _counties() -> dict[str, tuple[str, ...]]:
    """Give the codes of the counties by their short form."""
    found: dict[str, list[str]] = {}
    for code, unit in sorted(vocabulary.divisions().items()):
        if unit.level == "county" and unit.short:
            found.setdefault(unit.short, []).append(code)
    return {short: tuple(codes) for short, codes in found.items()}


def townships(page: Surface, places: list[Place]) -> list[Place]:
    """Add townships and villages behind a chain, behind a preposition, or in a list of them."""
    matches = list(_TOWNSHIP.finditer(page.text))
    inside = marked(len(page.text), ((p.start, p.end - 1) for p in places) if matches else ())
    ends, found = {p.end: p for p in places}, {p.start: p for p in places}
    for match in matches:
        at, end = match.span()
        if inside[at] or page.quoted[at]:
            continue
        place = _chain(page, _Rank(at, end, match[0], lexicon.LEVEL_OF_WORD[match[0]]), ends)
        if place is not None:
            found[place.start] = ends[end] = place
    for place in repeated(page, inside):
        found.setdefault(place.start, place)
    again(page, found)
    return [found[start] for start in sorted(found)]


def _chain(page: Surface, rank: _Rank, ends: dict[int, Place]) -> Place | None:
    """Give the township that ends in a rank, with the places that stand right before it."""
    head = page.text.startswith("长", rank.end) and page.text[rank.start - 1] == rank.word
    part = None if head else _township(page, rank, ends)
    if part is None:
        return None
    above = ends.get(part.start)
    if above is None:
        return Place(part.start, rank.end, (part,), "full")
    return Place(above.start, rank.end, (*above.parts, *_parted(part, above)), "full")


def _parted(part: Part, above: Place) -> tuple[Part, ...]:
    """Part a county's short form from a township's name: 江西|万载|赤兴乡."""
    for size in (4, 3, 2):
        codes = tuple(
            c for c in _counties().get(part.name[:size], ()) if any(descends(c, code) for code in above.parts[-1].codes)
        )
        if len(codes) == 1 and len(part.name) - size > 2:
            at = part.start + size
            county = Part(part.start, at, part.name[:size], "county", codes)
            return county, replace(part, start=at, name=part.name[size:])
    return (part,)


def _township(page: Surface, rank: _Rank, ends: dict[int, Place]) -> Part | None:
    """Give the township that has a division's short form for its name, stands behind what holds it, or by itself."""
    namesake = ends.get(rank.start)
    if namesake and namesake.form == "short" and rank.word in ("镇", "乡", "苏木") and _ends_word(page.text, rank):
        return rank.part(page.text, namesake.start)
    start = _behind_holder(page, rank, ends)
    if start is None:
        return _free_township(page, rank, ends)
    within = ends[start].level == "township"
    held = is_township(page.text[start : rank.end], rank.word, True, within=within)
    return rank.part(page.text, start) if held else None


def _ends_word(text: str, rank: _Rank) -> bool:
    """Tell whether the rank behind the short form of a division is no beginning of a word: 巴彦淖尔|镇, no 镇江."""
    word = text[rank.start : rank.end + 1]
    return lexicon.words().get(word, -99.0) < -14.0 or _LOWER.match(text, rank.end) is not None


def _behind_holder(page: Surface, rank: _Rank, ends: dict[int, Place]) -> int | None:
    """Give where the name begins that stands right behind a place that may hold it, or None."""
    county = ends.get(at := rank.start - 2)
    known = county and (county.form, county.level) == ("full", "county") and page.text[at : rank.start] in _counties()
    if known and _LOWER.match(page.text, rank.end):
        return at
    for start in range(rank.start - 1, max(-1, rank.start - 8), -1):
        place = ends.get(start)
        holder = place if place is not None and _may_hold(place, rank.level) else None
        if page.stop[start] and not _goes_on(page.text, start, rank, holder is not None):
            return None
        if holder and rank.start - start > 1 and not (holder.form == "short" and holder.start in ends):
            return start
        if holder and holder.level == "county" and holder.form == "full" and _is_brief(page.text[start], rank.word):
            return start
    return None


def _is_brief(stem: str, rank: str) -> bool:
    """Tell whether one character may name a town right behind its county: 米脂县|桃|镇, and no 三镇, 属镇."""
    return rank in ("镇", "乡") and stem not in _COUNTS


def _may_hold(place: Place, level: str) -> bool:
    return place.level in ("county", "prefecture", "province") or (place.level == "township" and level == "village")


def _goes_on(text: str, start: int, rank: _Rank, held: bool) -> bool:
    """Tell whether a word at which other names end is of the name that ends in a rank: 普雄镇|且|拖村, 仁|和|镇."""
    if (text[start] == "和" and rank.start - start == 1) or (held and text[start] in _NAMING):
        return True
    if held and ((text[start] == "长" and text[start : start + 2] in _counties()) or text.startswith(PEACE, start)):
        return True
    return text[start] in _SPELLING and spells(text[start - 2 : rank.start])


def _free_township(page: Surface, rank: _Rank, ends: dict[int, Place]) -> Part | None:
    """Give the township that a preposition, a list of townships or its own head lets stand by itself."""
    text, head = page.text, _HEADED.match(page.text, rank.start)
    chief, twin = head is not None and head[0].endswith(("镇长", "乡长")), _TWIN.match(text, rank.start) is not None
    reach = 10 if text.endswith("族", 0, rank.start) else 6
    first = page.last_stop(rank.start, max(0, rank.start - reach))
    first -= first > 1 and text[first - 1] in _NAMING and _is_listed(text, first - 1, ends)
    for start in range(first, rank.start):
        if rank.word == "村" and text[start + 1] in DONE:
            continue
        free = not start or bool(page.marks[start - 1]) or text[start - 1] in "让为"
        listed = _is_listed(text, start, ends)
        headed = head is not None and (free or (chief and bool(page.stop[start - 1])))
        begins = headed or (twin and (free or text[start - 1] == "的")) or (free and _of_people(text, start, rank))
        if start and not (listed or begins or _is_street(page, start, rank) or _behind_preposition(text, start)):
            continue
        sure = (twin and rank.word != "村") or listed or (headed and chief) or _is_scene(text, start, rank)
        if is_township(text[start : rank.end], rank.word, False, listed=sure):
            return rank.part(text, start)
    return None


def _of_people(text: str, start: int, rank: _Rank) -> bool:
    """Tell whether a township is named after a people: 敖鲁古雅|鄂温克族|乡."""
    stem = text[start : rank.start]
    if rank.word != "乡" or len(stem) < 4 or not stem.endswith("族") or stem.endswith("民族"):
        return False
    return all(lexicon.words().get(stem[at : at + 2], -99.0) < _WORD for at in (0, 1))


def _is_listed(text: str, start: int, ends: dict[int, Place]) -> bool:
    """Tell whether another township and a joint stand before a name."""
    return text[start - 1 : start] in _JOINTS and start - 1 in ends and ends[start - 1].level in ("township", "village")


def _is_street(page: Surface, start: int, rank: _Rank) -> bool:
    """Tell whether a street's name begins behind a word, or in a list behind punctuation."""
    if rank.word != "街道" or not page.stop[start - 1]:
        return False
    bare = page.text[start - 1] in "，、；。0123456789"
    return not bare or _TOWNSHIP.search(page.text, rank.end, rank.end + 8) is not None


def _behind_preposition(text: str, at: int) -> bool:
    pattern, ends = _prepositions()
    return text[at - 1] in ends and pattern.search(text, max(0, at - 3), at) is not None


def _is_scene(text: str, start: int, rank: _Rank) -> bool:
    """Tell whether something goes on in a town, somebody goes to it, or its village follows: 在|毛阳镇|举行."""
    if rank.level == "township" and _LOWER.match(text, rank.end):
        return True
    there = rank.word in ("镇", "乡") and text[start - 1 : start] in ("在", "到")
    return there and _THERE.match(text, rank.end) is not None
