"""Compile the word lists into automata and tables that the components share.

Everything here is built once a process and is read-only afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from kg import vocabulary

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f〇"
LEVEL_WORDS = (
    "自治区",
    "自治州",
    "地区",
    "街道",
    "社区",
    "苏木",
    "嘎查",
    "省",
    "市",
    "区",
    "县",
    "州",
    "盟",
    "旗",
    "镇",
    "乡",
    "村",
)
LEVEL_OF_WORD = {
    "省": "province", "自治区": "province", "市": "city", "自治州": "prefecture", "州": "prefecture",
    "地区": "prefecture", "盟": "prefecture", "区": "county", "县": "county", "旗": "county",
    "街道": "township", "镇": "township", "乡": "township", "苏木": "township",
    "社区": "village", "村": "village", "嘎查": "village",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Automaton:
    """Find the longest leftmost, non-overlapping words of a list, each with its payload."""

    machine: AhoCorasick
    words: tuple[str, ...]
    payload: tuple[Any, ...]

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Give (index of the word, start, end) of every match, in order."""
        found: list[tuple[int, int, int]] = self.machine.find_matches_as_indexes(text)
        return found


def automaton(entries: dict[str, Any]) -> Automaton:
    """Compile a dictionary of word -> payload."""
    words = tuple(sorted(entries))
    machine = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
    return Automaton(machine, words, tuple(entries[w] for w in words))


@dataclass(frozen=True, slots=True)
class WordList:
    """Be a list of words, each with its payload, which are found together with those of other lists (one_pass)."""

    words: tuple[str, ...]
    payload: tuple[Any, ...]


def word_list(entries: dict[str, Any]) -> WordList:
    """Make a list of a dictionary of word -> payload."""
    return WordList(tuple(entries), tuple(entries.values()))


@dataclass(frozen=True, slots=True)
class TitleWord:
    """Be the last word of a title with its class (see kg/data/titles.tsv)."""

    word: str
    category: str


@dataclass(frozen=True, slots=True)
class Body:
    """Be what follows a territory's name in the name of its organ: 民政局, 委, 人大常委会.

    `canonical` is a template with {p} for the place where the organ is territorial, else the full form.
    """

    printed: str
    canonical: str
    kind: str
    levels: str


SUFFIX_FORM = {"委": "委员会", "办": "办公室"}


@vocabulary.compiled
def stops() -> Automaton:
    """Compile the words that end a name (payload None), the titles (TitleWord) and the exceptions ('')."""
    entries: dict[str, Any] = {}
    for word, category in vocabulary.read_table("boundaries"):
        entries[word] = None if category == "stop" else ""
    for word, category in vocabulary.titles():
        entries[word] = TitleWord(word, category)
    for word, _, _ in vocabulary.read_table("state_titles"):
        entries[word] = TitleWord(word, "state")
    return automaton(entries)


@vocabulary.compiled
def bodies() -> WordList:
    """Give all bodies of local organs, domain and suffix joined."""
    entries: dict[str, Any] = {}
    for domain, full, suffixes in vocabulary.read_table("organ_domains"):
        for suffix in suffixes:
            kind = _department_kind(domain, suffix)
            canonical = full + SUFFIX_FORM.get(suffix, suffix)
            for printed in {domain + suffix, domain + SUFFIX_FORM.get(suffix, suffix)}:
                entries[printed] = Body(printed, canonical, kind, "")
    for printed, kind, template, levels in vocabulary.read_table("territorial_organs"):
        entries[printed] = Body(printed, template, kind, levels)
    for word, category in vocabulary.read_table("not_bodies"):
        entries[word] = None if category == "word" else entries.get(word)
    return word_list(entries)


PARTY_DOMAINS = frozenset(
    [
        "组织",
        "宣传",
        "统战",
        "统一战线工作",
        "社会工作",
        "政法",
        "网信",
        "老干部",
        "农村工作",
        "文明",
        "编",
        "巡视",
        "巡察",
    ]
)


def _department_kind(domain: str, suffix: str) -> str:
    if (
        (domain in PARTY_DOMAINS and suffix in "部委办局")
        or domain.endswith("工")
        or domain in ("全面深化改革", "改革")
    ):
        return "party"
    return "government"


@vocabulary.compiled
def organs() -> WordList:
    """Give the organisations that are known by name: payload is (canonical name, kind, parent)."""
    entries: dict[str, Any] = {}
    for medium in vocabulary.media():
        for name in (medium.name, *medium.aliases):
            entries[name] = (medium.name, "media", "")
    for organ in (*vocabulary.enterprises(), *vocabulary.international_organisations(), *vocabulary.organs()):
        for name in (organ.name, *organ.aliases):
            entries[name] = (organ.name, organ.kind, organ.parent)
    for word, _ in vocabulary.read_table("not_organs"):
        entries[word] = None
    return word_list(entries)


@vocabulary.compiled
def organ_by_name() -> dict[str, vocabulary.Organ]:
    """Give the known organisations by canonical name and by alias."""
    known: dict[str, vocabulary.Organ] = {}
    for organ in (*vocabulary.international_organisations(), *vocabulary.enterprises(), *vocabulary.organs()):
        for name in (*organ.aliases, organ.name):
            known[name] = organ
    return known


@vocabulary.compiled
def international() -> frozenset[str]:
    """Give the canonical names of the international organisations."""
    return frozenset(organ.name for organ in vocabulary.international_organisations())


@vocabulary.compiled
def added_people() -> Automaton | None:
    """Compile the names of people that the user added, None if there are none."""
    names = vocabulary.added_people()
    return automaton(dict.fromkeys(names)) if names else None


@vocabulary.compiled
def suffixes() -> tuple[dict[str, tuple[str, str]], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Give the organ suffixes (kind, strength) and patterns for all, for units, and for the strong ones."""
    rows = vocabulary.read_table("organ_suffixes")
    table = {word: (kind, strength) for word, kind, strength in rows}
    strong = [w for w, (_, strength) in table.items() if strength == "strong"]
    return table, _alternation(table), _alternation(table), _alternation(strong)


@vocabulary.compiled
def strong_suffixes() -> WordList:
    """Give the organ suffixes that give a name away by themselves, with their kinds."""
    return word_list({word: kind for word, (kind, strength) in suffixes()[0].items() if strength == "strong"})


@vocabulary.compiled
def foreign_suffixes() -> tuple[dict[str, str], re.Pattern[str]]:
    """Give the suffixes of foreign organs by kind, and their pattern."""
    table = dict(vocabulary.read_table("foreign_organ_suffixes"))
    return table, _alternation(table)


def _alternation(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(one_of(words))


def one_of(words: Iterable[str]) -> str:
    """Give the pattern of one of some words, the longest that fits; what words begin with alike is tried once."""
    return f"(?:{_tree(sorted({*words}))})"


def _tree(words: list[str]) -> str:
    longer = groupby(filter(None, words), itemgetter(0))
    branches = [re.escape(first) + _tree([word[1:] for word in group]) for first, group in longer]
    branches += [""] if "" in words else []
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


@vocabulary.compiled
def country_names() -> str:
    """Give the usual names of countries, as a pattern of one."""
    return one_of(country.name for country in vocabulary.countries())


@vocabulary.compiled
def generic_names() -> tuple[frozenset[str], re.Pattern[str]]:
    """Give the words that make a class of organisations, not a name, and a pattern of nothing but them."""
    words = frozenset(row[0] for row in vocabulary.read_table("generic_names"))
    return words, re.compile(f"{one_of(words)}*")


@vocabulary.compiled
def modifiers() -> tuple[tuple[str, str], ...]:
    """Give the modifiers of titles with their classes, longest first."""
    rows = [(row[0], row[1]) for row in vocabulary.read_table("title_modifiers")]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


@vocabulary.compiled
def modifiers_by_end() -> dict[str, tuple[tuple[str, str], ...]]:
    """Give the modifiers of titles by their last character, longest first."""
    by_end: dict[str, list[tuple[str, str]]] = {}
    for word, kind in modifiers():
        by_end.setdefault(word[-1], []).append((word, kind))
    return {end: tuple(rows) for end, rows in by_end.items()}


@vocabulary.compiled
def state_titles() -> dict[str, tuple[str, str]]:
    """Give the titles that name their organ themselves: printed -> (organ, title)."""
    return {printed: (organ, title) for printed, organ, title in vocabulary.read_table("state_titles")}


@vocabulary.compiled
def words() -> dict[str, float]:
    """Give ordinary words with their log-frequency."""
    return vocabulary.words()


def holds_pair(text: str, start: int, end: int, weight: float) -> bool:
    """Tell whether two characters in a row of a stretch are a word of more than a log-frequency."""
    known = words()
    return any(known.get(text[at : at + 2], -99.0) > weight for at in range(start, end - 1))


@vocabulary.compiled
def organ_media() -> dict[str, str]:
    """Give the known media: printed name -> canonical name."""
    return {name: medium.name for medium in vocabulary.media() for name in (medium.name, *medium.aliases)}
