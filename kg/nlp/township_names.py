"""Decide what may be the name of a township or a village: 毛阳镇, 且拖村, and neither 撤乡设镇 nor 新农村."""

from __future__ import annotations

import re

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.transliterated import spells

VILLAGES = ("社区", "村", "嘎查")
DONE = ("起", "到", "了", "过")
"""At which characters a verb ends: 串|起|班彦村."""
_WORD = -12.5
_MERGED = re.compile(r"[撤设并改建]$|.[乡镇]")
"""What no name of a township holds: 撤乡|设镇, and the end of another's."""
_NEVER = frozenset("的各全该本每某这和与及等")
PEACE = ("和平", "和睦", "和谐", "和顺")
"""How names begin that begin as 和 does."""


@vocabulary.compiled
def _not_first() -> tuple[str, ...]:
    """Give how no township's name begins."""
    return tuple(word for word, sort in vocabulary.read_table("no_names") if sort == "start")


def is_township(name: str, rank: str, held: bool, *, listed: bool = False, within: bool = False) -> bool:
    """Tell whether characters that end in a rank may be a name.

    It is `held` if the unit above it stands before it, `within` if that is a township, and `listed` if
    others of its rank stand beside it or its head follows it.
    """
    stem = name[: -len(rank)]
    if not stem or _is_generic(name, stem) or _holds_other_words(stem, rank, held):
        return False
    if len(stem) >= 4 + within and rank in VILLAGES and _only_words(stem):
        return False
    return _fits_held(stem, rank, within) if held else _fits_free(stem, rank, listed)


def _is_generic(name: str, stem: str) -> bool:
    """Tell whether a name is that of a class or a usual word: 新农村."""
    classes = lexicon.generic_names()[0]
    return name in classes or stem in classes or name.endswith("农村") or lexicon.words().get(name, -99.0) > -12.5


def _holds_other_words(stem: str, rank: str, held: bool) -> bool:
    """Tell whether what stands before a rank holds what no name does; behind the unit above, 仁和|镇 is one."""
    if stem.startswith(_not_first()) or stem.endswith("之"):
        return True
    checked = stem[1:] if held and stem.startswith(PEACE) else stem[:-1] if held and stem[1:] == "和" else stem
    if not _NEVER.isdisjoint(checked):
        return True
    if "其" in stem and not (held and spells(stem)):
        return True
    merged = _MERGED.search(stem) is not None and not (held and len(stem) == 2)
    return merged or (rank == "村" and "村" in stem[1:])


def _only_words(stem: str) -> bool:
    words = lexicon.words()
    return any(stem[:i] in words and stem[i:] in words for i in range(2, len(stem) - 1))


def _fits_held(stem: str, rank: str, within: bool) -> bool:
    """Tell whether a stem may name what lies in the unit before it: of a village no usual word, but in its township."""
    usual = rank == "村" and not within and lexicon.words().get(stem, -99.0) > -13.5
    return len(stem) <= (9 if stem.endswith("族") else 6) and not usual


def _fits_free(stem: str, rank: str, listed: bool) -> bool:
    """Tell whether a stem may name what stands by itself: it is short, and no word unless something makes it sure."""
    spelt = listed and not lexicon.holds_pair(stem, 0, len(stem), _WORD)
    longest = 9 if stem.endswith("族") else 6 if spelt else 5 if rank in ("镇", "苏木") else 4
    if not (1 if listed else 2) <= len(stem) <= longest:
        return False
    weight = lexicon.words().get(stem)
    return rank == "街道" or listed or weight is None or (rank == "社区" and weight <= -13.0)
