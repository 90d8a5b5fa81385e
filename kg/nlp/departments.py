"""Read departments of several domains, 文化|和|广电|旅游|体育|局, and those that a title before them places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg import vocabulary
from kg.nlp import lexicon, names, transliterated
from kg.nlp.element_names import element_name_at
from kg.nlp.lexicon import Body
from kg.nlp.surface import Surface, with_modifiers
from kg.readings import Agency

_LEVEL_OF_HEAD = re.compile(r"([省市区县州盟旗])长$")
_OF_REGION = re.compile("自治区副?主席$")
_LINKS = ("、兼", "，兼", "、", "和")
_BEHIND_NAMES = ("，", "；")
"""What links a department with its head to the one before, behind whose head's name it stands."""
_LONGEST_TITLE, _LONGEST_NAME = 8, 16
_UNITS = ("室", "处", "科", "庭", "大队", "支队", "政治部")
_UNIT = re.compile(f"[、，](?P<unit>[\u4e00-\u9fff]{{1,8}}(?:{'|'.join(_UNITS)}))$")
_OWN_UNITS = re.compile(
    "(?P<level>[厅局委])(?:(?<![\u4e00-\u9fff][厅局委])|(?<=以及[厅局委])|(?<=[和由][厅局委]))(?P<first>[\u4e00-\u9fff]{2,10}?[处科室])"
    "(?P<rest>(?:[、和][\u4e00-\u9fff]{2,10}?[处科室])*)(?=[处科]?副?[处科]长|副?主任|[主有相各]?[要关]?负责|工作人员|等|，)"
)
"""The units of the office that the text named before: ，厅|规划计划处、农村水利水电处|主要负责人.

What stands before 厅 is asked behind it: so a search skips to the next one."""
_CUSTOMS = re.compile("(?<!^)(?![我该各全当某原]|中国)[\u4e00-\u9fff]{2,4}海关(?=(?:党委书记、|党委委员、)?副?关长)")
"""A customs office whose place no list holds: 二连|海关|关长."""
_LISTED_UNIT = re.compile("[、和][\u4e00-\u9fff]{2,10}?[处科室]")
_HELD_BY_UNITS = tuple("厅局院委署部")
_LONGEST = 4
"""How many domains a department may have in front of the one that the word list knows with its suffix."""


@vocabulary.compiled
def _domains() -> dict[str, tuple[str, ...]]:
    """Give the domains of departments by their last character, longest first."""
    found: dict[str, set[str]] = {}
    for domain, _, suffixes in vocabulary.read_table("organ_domains"):
        if len(domain) > 1 and set(suffixes) & set("厅局"):
            found.setdefault(domain[-1], set()).add(domain)
    return {last: tuple(sorted(words, key=lambda w: (-len(w), w))) for last, words in found.items()}


def compound(text: str, start: int, end: int, body: Body) -> tuple[int, Body]:
    """Give a department's start and body with all the domains printed before the one that was found."""
    if body.kind != "government" or body.levels or text[end - 1] not in "厅局委" or "{p}" in body.canonical:
        return start, body
    at = start
    for _ in range(_LONGEST):
        joint = at - 1 if text[at - 1 : at] in ("和", "与") else at
        domain = next((w for w in _domains().get(text[joint - 1 : joint], ()) if text.endswith(w, 0, joint)), None)
        if domain is None:
            break
        at = joint - len(domain)
    if at == start:
        return start, body
    canonical = text[at:end] + ("员会" if text[end - 1] == "委" else "")
    return at, replace(body, printed=text[at:end], canonical=canonical)


def placed_by_title(page: Surface, start: int, end: int, taken: dict[int, Agency]) -> tuple[Agency | None, str]:
    """Give the agency, or the level word, of the title before a department: 市委|常委、组织部, 副市|长、公安局.

    A name may stand between them, behind a comma only before the department's own head: 市民政局局长某某、|财政局,
    市民政局局长某某，|财政局副局长某某.

    `taken` are the agencies by their ends.
    """
    at = start
    while link := _link(page, at, end):
        at = before_name(page, at - len(link))
        if at not in page.title_ends or (link in _BEHIND_NAMES and page.text[at : at + 1] == link):
            break
        if head := _LEVEL_OF_HEAD.search(page.text, page.title_ends[at], at):
            return None, head[1]
        if _OF_REGION.search(page.text, max(0, at - 6), at):
            return None, "自治区"
        at = _owner_end(page.text, page.title_ends[at], taken)
        if at in taken:
            return taken[at], ""
    return None, ""


def _link(page: Surface, at: int, end: int) -> str:
    """Give what links a department, up to `end`, to what stands before it; a comma does before its head alone."""
    link = next((w for w in _LINKS if page.text.endswith(w, 0, at)), "")
    behind = next((w for w in _BEHIND_NAMES if page.text.endswith(w, 0, at)), "")
    return link or (behind if behind and _is_headed(page, end) else "")


def _is_headed(page: Surface, end: int) -> bool:
    """Tell whether a title begins at an offset."""
    ends = (page.title_ends.get(at) for at in range(end + 2, end + _LONGEST_TITLE))
    return any(start is not None and with_modifiers(page.text, start) <= end for start in ends)


def before_name(page: Surface, at: int) -> int:
    """Give where a name begins that stands between a title and an offset, else the offset itself."""
    ends = (at - size for size in (3, 2, 4) if at - size in page.title_ends)
    named = (
        end
        for end in ends
        if not page.blocked(end, at) and (names.surname_at(page.text, end) or element_name_at(page, end) == at)
    )
    start = at if at in page.title_ends else next(named, None)
    return _before_dotted(page, at) if start is None else start


def _before_dotted(page: Surface, at: int) -> int:
    """Give where a name with dots begins behind a title: 局长|热娜·沙迪克; the offset where there is none."""
    start = next((at - size for size in range(4, _LONGEST_NAME) if at - size in page.title_ends), at)
    match = transliterated.DOTTED.match(page.text, start)
    return start if match and match.end() == at else at


def _owner_end(text: str, at: int, taken: dict[int, Agency]) -> int:
    """Give where a title begins: the modifiers before it are its own, up to the end of an agency."""
    while at not in taken:
        word = next(
            (w for w, _ in lexicon.modifiers_by_end().get(text[at - 1 : at], ()) if text.endswith(w, 0, at)), ""
        )
        if not word:
            break
        at -= 1 if any(at - n in taken for n in range(1, len(word))) else len(word)
    return at


def units_in_chain(page: Surface, taken: dict[int, Agency]) -> Iterator[Agency]:
    """Read the units that stand in a chain behind another's head: 省法院民二庭庭长某某、|研究室|副主任某某."""
    for start, _, _ in page.title_words:
        at = with_modifiers(page.text, start)
        held = page.text.endswith(_UNITS, 0, at)
        found = _UNIT.search(page.text, max(0, at - 12), at) if held else None
        if found is None or at in taken or page.blocked(found.start("unit"), at):
            continue
        owner, _ = placed_by_title(page, found.start("unit"), at, taken)
        if unit := unit_of(page, owner, found.start("unit"), at):
            yield unit


def unit_of(page: Surface, owner: Agency | None, start: int, end: int) -> Agency | None:
    """Give a stretch as the unit of a department or court, or None where the owner or the words are none."""
    if owner is None or owner.kind not in ("government", "judiciary"):
        return None
    if not page.text.endswith(_HELD_BY_UNITS, owner.start, owner.head_end) or not page.text.endswith(
        _UNITS, start, end
    ):
        return None
    return replace(owner, start=start, end=end, units=((start, page.text[start:end]),))


def own_units(page: Surface) -> Iterator[Agency]:
    """Read the units of the office named before: 厅|规划计划处、|农村水利水电处|主要负责人."""
    for match in _OWN_UNITS.finditer(page.text):
        level, at = match["level"], match.start()
        yield Agency(
            at, match.end("first"), "government", level=level, body=match["first"], head_end=match.end("first")
        )
        for more in _LISTED_UNIT.finditer(page.text, match.start("rest"), match.end("rest")):
            start, end = more.start() + 1, more.end()
            yield Agency(start, end, "government", level=level, body=page.text[start:end], head_end=end)


def customs(page: Surface) -> Iterator[Agency]:
    """Read the customs offices before their heads: 二连|海关|关长."""
    for match in _CUSTOMS.finditer(page.text) if "海关" in page.text else ():
        if page.stop[match.start() - 1] and 1 not in page.stop[match.start() : match.end() - 2]:
            yield Agency(match.start(), match.end(), "government", name=match.group(), head_end=match.end())
