"""Find the countries that one character stands for before their offices: 俄总统, 以国防部."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.surface import Surface, marked
from kg.readings import Part, Place, by_start

_SIDES = frozenset("东南西北中上下")
_HONOURS = ("亲王", "国王", "女王", "王储", "苏丹", "埃米尔", "天皇", "长官", "大臣")
_PLAIN = frozenset("俄美英法德日韩朝")
"""The characters that mean one country also where the text doesn't name it in full."""
_WORD = -12.5
_WITHIN = (
    "境内", "东部", "西部", "南部", "北部", "中部", "子公司", "投资", "企业", "公民", "留学", "联邦", "参议院", "参院",
    "众议院", "众院", "提供", "多地", "发射", "派兵", "出口", "部署", "军工", "军用", "军事", "油库", "能源",
    "基础设施", "期间", "之行",
)  # fmt: skip
"""What stands behind a country's character where it is a place: 对|俄|境内, 在|美|子公司, 访|瑞|期间."""
_SAYS = "(?:称|证实|否认|宣布)"
"""What a country does whose character begins a clause of a headline: |俄|称, |以|证实."""
_CHINA = re.compile("华(?<=[访来在对赴]华)(?![人侨裔语为商东北中南西盛沙尔润能电山阴县强晨夏诞贵团])")
"""China by its character, where people go or turn to: 访|华, 对|华|投资."""
_CLAUSE = "\n \u3000，。；”"

_MORE = ("联邦", "国会", "副总统", "副总理", "副外长", "前总统")
"""What else stands behind a country's character."""


class _Letters(NamedTuple):
    """Hold the countries that a short form may stand for, the one meant without a name first; and where it does."""

    codes: dict[str, tuple[str, ...]]
    maybe: re.Pattern[str]
    """Finds quickly where one may stand, if one of the pairs follows."""
    pairs: frozenset[str]
    saying: re.Pattern[str]
    """Finds one that begins a clause, with what it does."""
    pattern: re.Pattern[str]
    """Decides whether one stands there."""


def lettered(page: Surface, chains: list[Place]) -> list[Place]:
    """Add the countries that one character stands for before their offices: 俄总统, 以国防部.

    A character that several countries share means the one that the text names in full; else it stays unread.
    """
    text, letters = page.text, _letters()
    starts = [m.start() for m in letters.maybe.finditer(text) if text[m.end() : m.end() + 2] in letters.pairs]
    starts += [0, *[m.start("letter") for m in letters.saying.finditer(text)]]
    found = [match for start in sorted({*starts}) if (match := letters.pattern.match(text, start))]
    china = [_at_home(match) for match in _CHINA.finditer(text)]
    if not found and not china:
        return chains
    named = {code for chain in chains if chain.parts[0].level == "country" for code in chain.parts[0].codes}
    taken = marked(len(text), ((chain.start, chain.end) for chain in chains))
    read = [country for match in found if (country := _country(page, match, letters.codes, named))]
    free = [place for place in (*read, *china) if not taken[place.start] and not page.quoted[place.start]]
    return sorted((*chains, *free), key=by_start)


def _at_home(match: re.Match[str]) -> Place:
    start, end = match.span()
    return Place(start, end, (Part(start, end, match[0], "country", ("CN",)),), "letter")


def before_places(page: Surface, chains: list[Place]) -> list[Place]:
    """Join a country's character to the place of it that it stands before: 俄|库尔斯克, 美|明尼苏达州."""
    codes, ends = _letters().codes, {chain.end for chain in chains}
    out: list[Place] = []
    for chain in chains:
        at, first = chain.start - 1, chain.parts[0]
        known = codes.get(page.text[at : at + 1], ()) if first.level == "other" and at >= 0 else ()
        if first.codes[:1] == known[:1] != () and at + 1 not in ends and not page.quoted[at] and begins(page, at):
            part = Part(at, at + 1, page.text[at], "country", known[:1])
            chain = Place(at, chain.end, (part, *chain.parts), "full")
        out.append(chain)
    return out


def _country(page: Surface, match: re.Match[str], codes: dict[str, tuple[str, ...]], named: set[str]) -> Place | None:
    """Give the one country that a short form means, or None where it stays open or an ordinary word holds it."""
    start, letter = match.start(), match[match.lastindex or 0]
    plain = letter in _PLAIN or len(letter) > 1
    meant = [code for code in codes[letter] if code in named] or list(codes[letter][:plain])
    if len(meant) != 1 or (match.lastindex == 1 and not begins(page, start)):
        return None
    within = match.lastindex == 3 or (match.lastindex == 2 and page.text[match.end()] not in "联参众")
    part = Part(start, match.end(), letter, "country", (meant[0],))
    return Place(start, match.end(), (part,), "letter" if within else "country")


def begins(page: Surface, start: int) -> bool:
    """Tell whether a word may begin here: no ordinary word runs over from the character before."""
    before = page.text[start - 1 : start + 1]
    if start == 0 or page.stop[start - 1]:
        return True
    return before[0] not in vocabulary.foreign_characters() and lexicon.words().get(before, -99.0) < _WORD


@vocabulary.compiled
def _letters() -> _Letters:
    codes = _codes()
    posts = [row[0] for row in vocabulary.titles() if row[1] == "foreign" and row[0] not in _HONOURS]
    organs = [row[0] for row in vocabulary.read_table("foreign_organ_suffixes") if len(row[0]) > 1]
    words = (*posts, *organs, *_MORE)
    pairs = frozenset((rest + word)[:2] for rest in {letter[1:] for letter in codes} for word in (*words, *_WITHIN))
    first = _one_of(letter[0] for letter in codes)
    second, third = (_one_of(characters) for characters in zip(*pairs, strict=True))
    maybe, saying = re.compile(f"{first}(?={second}{third})"), re.compile(f"[{_CLAUSE}](?P<letter>{first}){_SAYS}")
    return _Letters(codes, maybe, pairs, saying, _standing(codes, words))


def _codes() -> dict[str, tuple[str, ...]]:
    """Give the codes of the countries for each abbreviation and first character, that of the abbreviation first."""
    countries = vocabulary.countries()
    codes: dict[str, tuple[str, ...]] = {
        c.abbreviation: (c.code,) for c in countries if c.abbreviation not in ("", "华")
    }
    for country in countries:
        if (letter := country.name[0]) not in _SIDES and country.code not in codes.get(letter, ()):
            codes[letter] = (*codes.get(letter, ()), country.code)
    return codes


def _one_of(characters: Iterable[str]) -> str:
    """Give the pattern of one of some characters."""
    return "[" + "".join(map(re.escape, sorted(set(characters)))) + "]"


def _standing(codes: Iterable[str], words: Iterable[str]) -> re.Pattern[str]:
    """Compile a short form before a word of offices, behind 在 and before what tells of a place, or as who speaks."""
    letters = "|".join(sorted(codes, key=len, reverse=True))
    behind, within = lexicon.one_of(words), lexicon.one_of(_WITHIN)
    return re.compile(
        f"(?<![0-9一二三四五六七八九十今当明昨次近每中])(?<!同(?=[日比]))({letters})(?={behind})|(?<=[在于对向击袭入赴抵访])({letters})(?={within})"
        f"|(?<![^{_CLAUSE}])({letters})(?={_SAYS})"
    )
