"""Find streets, towns and villages by their last words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.place_fit import descends
from kg.nlp.surface import Surface, occurrences
from kg.nlp.transliterated import spells
from kg.readings import Part, Place

_TOWNSHIP = re.compile(r"街道|社区(?!卫生|医院|学院|大学)|镇|乡|村|苏木|嘎查")
_SPELLING = frozenset("于其")
"""What names of other languages are spelt with besides: 萨木|于|孜镇."""
_NAMING = frozenset("那且上下前后中内外")
"""Words at which other names end, with which the name of a village may begin: 普雄镇|且拖村."""
_VILLAGES = ("社区", "村", "嘎查")
_JOINTS = ("、", "和", "及")
_MERGED = re.compile(r"[撤设并改建]$|.[乡镇]")
"""What no name of a township holds: 撤乡|设镇, and the end of another's."""
_THERE = re.compile("举行|召开|举办|启动|开幕|调研|考察|走访|[，。、]")
_LOWER = re.compile("[\u4e00-\u9fff]{2,4}(?:社区|村|嘎查)")
_TWIN = re.compile(r"、[\u4e00-\u9fff]{2,4}[镇乡]")
_HEADED = re.compile(
    "镇镇长|镇副镇长|乡乡长|乡副乡长|[镇乡](?:党委|人民政府|政府|纪委|人大|综治)|街道(?:党工委|办事处|办主任)"
    "|[镇乡][\u4e00-\u9fff]{2,4}(?:村|社区)(?!民|级)|(?:村|社区|嘎查)(?:党支部|党总支|党委|村委会|居委会|村委|“两委”)"
)
"""What follows the name of a township or a village that begins its clause: 、|毛阳|镇镇长."""
_BEGUN = re.compile(
    "(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{2,3}(?:镇(?![长区江])|乡(?![村亲长镇])|村(?![民庄里口级子])|街道))"
)
_WORD = -14.0
_SURE = 4
"""How many characters of a township's name are read again wherever they stand."""


@vocabulary.compiled
def _prepositions() -> tuple[re.Pattern[str], frozenset[str]]:
    """Give the words behind which a township stands by itself, and the characters at which they end."""
    words = [row[0] for row in vocabulary.read_table("place_prepositions")]
    return re.compile(f"(?:{'|'.join(words)})了?$"), frozenset("了").union(word[-1] for word in words)


def townships(page: Surface, places: list[Place]) -> list[Place]:
    """Add townships and villages behind a chain, behind a preposition, or in a list of them."""
    text = page.text
    ends = {p.end: p for p in places}
    out: dict[int, Place] = {p.start: p for p in places}
    matches = list(_TOWNSHIP.finditer(text))
    inside = bytearray(len(text))
    for place in places if matches else ():
        inside[place.start : place.end - 1] = b"\x01" * (place.end - 1 - place.start)
    for match in matches:
        start, end = match.span()
        if page.quoted[start]:
            continue
        part = None if inside[start] else _township(page, start, end, ends)
        if part is None:
            continue
        above = ends.get(part.start)
        parts = (*above.parts, *_parted(part, above)) if above else (part,)
        place = Place(above.start if above else part.start, end, parts, "full")
        out[place.start] = place
        ends[end] = place
    for place in _repeated(page, inside):
        out.setdefault(place.start, place)
    _again(page, out)
    return [out[s] for s in sorted(out)]


def _repeated(page: Surface, inside: bytearray) -> list[Place]:
    """Give the townships and villages whose names begin two clauses of a text that prints them three times."""
    begun = Counter(match["name"] for match in _BEGUN.finditer(page.text))
    named = [name for name, times in begun.items() if times > 1 and page.text.count(name) > 2]
    out = []
    for name in named:
        suffix = name[-2:] if name.endswith("街道") else name[-1]
        if not _is_township(name, suffix, False) or lexicon.words().get(name[:-1], -99.0) > _WORD:
            continue
        level = lexicon.LEVEL_OF_WORD[suffix]
        for match in _BEGUN.finditer(page.text):
            start, end = match.span("name")
            if match["name"] == name and not inside[start] and not page.quoted[start]:
                out.append(Place(start, end, (Part(start, end, name, level),), "full"))
    return out


def _again(page: Surface, found: dict[int, Place]) -> None:
    """Add the later mentions of the townships and villages found, also under a new rank: 沙河乡…, 沙河镇…."""
    parts = (part for place in found.values() for part in place.parts)
    names = {part.name: part.level for part in parts if part.level in ("township", "village")}
    stems = {name[:-1]: level for name, level in names.items() if name[-1] in "乡镇村" and len(name) > 2}
    whole = [name for name in names if name.endswith(("街道", "社区", "嘎查", "苏木"))]
    if not stems and not whole:
        return
    inside = bytearray(len(page.text))
    for place in found.values():
        inside[place.start : place.end] = b"\x01" * (place.end - place.start)
    words = sorted((*stems, *whole), key=lambda w: (-len(w), w))
    for start, end in (span for word in words for span in occurrences(page.text, word)):
        if page.text[start:end] in stems:
            end += 1
            if page.text[end - 1 : end] not in ("乡", "镇", "村"):
                continue
        apart = not start or page.stop[start - 1] or end - start >= _SURE or page.text[start - 1] in "和与及到在"
        if inside[start] or page.quoted[start] or not apart:
            continue
        level = "village" if page.text[start:end].endswith(_VILLAGES) else "township"
        found[start] = Place(start, end, (Part(start, end, page.text[start:end], level),), "full")


@vocabulary.compiled
def _counties() -> dict[str, tuple[str, ...]]:
    """Give the codes of the counties by their short form."""
    found: dict[str, list[str]] = {}
    for code, unit in sorted(vocabulary.divisions().items()):
        if unit.level == "county" and unit.short:
            found.setdefault(unit.short, []).append(code)
    return {short: tuple(codes) for short, codes in found.items()}


def _parted(part: Part, above: Place) -> tuple[Part, ...]:
    """Part a county's short form from a township's name: 江西|万载|赤兴乡."""
    for size in (4, 3, 2):
        codes = tuple(
            c for c in _counties().get(part.name[:size], ()) if any(descends(c, code) for code in above.parts[-1].codes)
        )
        if len(codes) == 1 and len(part.name) - size > 2:
            at = part.start + size
            return Part(part.start, at, part.name[:size], "county", codes), replace(
                part, start=at, name=part.name[size:]
            )
    return (part,)


def _township(page: Surface, at: int, end: int, ends: dict[int, Place]) -> Part | None:
    text, suffix = page.text, page.text[at:end]
    level = lexicon.LEVEL_OF_WORD[suffix]
    namesake = ends.get(at)
    if namesake and namesake.form == "short" and suffix in ("镇", "乡", "苏木") and _ends_word(page, at, end):
        return Part(namesake.start, end, text[namesake.start : end], level)
    for start in range(at - 1, max(-1, at - 8), -1):
        held = start in ends and _may_hold(ends[start], level)
        names = (text[start] == "和" and at - start == 1) or (held and text[start] in _NAMING)
        if page.stop[start] and not names and not (text[start] in _SPELLING and spells(text[start - 2 : at])):
            break
        if held:
            name = text[start:end]
            if (ends[start].form == "short" and ends[start].start in ends) or len(name) - len(suffix) < 2:
                continue
            within = ends[start].level == "township"
            return Part(start, end, name, level) if _is_township(name, suffix, True, within=within) else None
    return _free_township(page, at, end, level, suffix, ends)


def _ends_word(page: Surface, at: int, end: int) -> bool:
    """Tell whether the rank behind the short form of a division is no beginning of a word: 巴彦淖尔|镇, no 镇江."""
    return lexicon.words().get(page.text[at : end + 1], -99.0) < -14.0 or _LOWER.match(page.text, end) is not None


def _may_hold(place: Place, level: str) -> bool:
    return place.level in ("county", "prefecture", "province") or (place.level == "township" and level == "village")


def _free_township(page: Surface, at: int, end: int, level: str, suffix: str, ends: dict[int, Place]) -> Part | None:
    text = page.text
    head, followed = _HEADED.match(text, at), _TWIN.match(text, end) is not None
    for start in range(page.last_stop(at, max(0, at - 6)), at):
        before = text[start - 1 : start]
        listed = before in _JOINTS and start - 1 in ends and ends[start - 1].level in ("township", "village")
        edge = (
            suffix == "街道"
            and start
            and page.stop[start - 1]
            and (before not in "，、；。0123456789" or _TOWNSHIP.search(text, end, end + 8))
        )
        free = not start or bool(page.marks[start - 1]) or before in "让为"
        headed = head if head and (free or (page.stop[start - 1] and _is_head(head))) else None
        begins = headed is not None or (suffix in ("镇", "乡") and free and followed)
        if start and not listed and not edge and not begins and not _behind_preposition(text, start):
            continue
        name = text[start:end]
        there = suffix in ("镇", "乡") and before in ("在", "到") and _THERE.match(text, end) is not None
        sure = followed or listed or there or (headed is not None and _is_head(headed))
        if not _is_township(name, suffix, False, listed=sure):
            continue
        return Part(start, end, name, level)
    return None


def _behind_preposition(text: str, at: int) -> bool:
    pattern, ends = _prepositions()
    return text[at - 1] in ends and pattern.search(text, max(0, at - 3), at) is not None


def _is_head(headed: re.Match[str]) -> bool:
    """Tell whether what follows a township is its head: 毛阳|镇镇长."""
    return headed.group().endswith(("镇长", "乡长"))


def _is_township(name: str, suffix: str, held: bool, *, listed: bool = False, within: bool = False) -> bool:
    stem, words = name[: -len(suffix)], lexicon.words()
    if (
        not stem
        or name in lexicon.generic_names()[0]
        or name.endswith("农村")
        or stem.startswith(("不", "派驻", "半室"))
        or stem.endswith("之")
        or any(c in "的各全该本每某这和与及等" for c in (stem[:-1] if held and stem[1:] == "和" else stem))
        or ("其" in stem and not (held and spells(stem)))
        or stem[0] in "个所家处名条座首至到从往经由"
        or (_MERGED.search(stem) and not (held and len(stem) == 2))
        or (suffix == "村" and "村" in stem[1:])
    ):
        return False
    if stem in lexicon.generic_names()[0] or words.get(name, -99.0) > -12.5:
        return False
    if len(stem) >= 4 and suffix in _VILLAGES and _only_words(stem):
        return False
    if held and suffix == "村" and not within and words.get(stem, -99.0) > -13.5:
        return False
    if held:
        return len(stem) <= 6
    ordinary = words.get(stem, -99.0) > -13.0
    return (2 - listed) <= len(stem) <= (5 if suffix in ("镇", "苏木") else 4) and (
        suffix == "街道" or ((listed or not ordinary) and (suffix == "社区" or listed or stem not in words))
    )


def _only_words(stem: str) -> bool:
    words = lexicon.words()
    return any(stem[:i] in words and stem[i:] in words for i in range(2, len(stem) - 1))
