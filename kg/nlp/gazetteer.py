"""Give the names of places with what they may mean: divisions of China, regions, countries, cities abroad."""

from __future__ import annotations

from collections import defaultdict

from kg import vocabulary
from kg.nlp import lexicon

Entry = tuple[str, str, tuple[str, ...]]
"""What a name means: its form, its level and the codes of the places that bear it."""


@vocabulary.compiled
def gazetteer() -> lexicon.WordList:
    """Give the names of places: payload is (form, level, codes), or None for what only looks like one."""
    entries: dict[str, Entry | None] = {}
    for name, kind in vocabulary.regions().items():
        entries[name] = ("region", kind, ())
    for name, code in vocabulary.world_cities().items():
        entries[name] = ("full", "other", (code,))
    for name, (_, code) in vocabulary.states_abroad().items():
        entries[name] = ("full", "other", (code,))
    for country in vocabulary.countries():
        for name in (country.name, *country.aliases):
            entries[name] = ("country", "country", (country.code,))
    entries.update({name: entry for name, entry in _divisions().items() if name not in namesakes()})
    for word, _ in vocabulary.read_table("place_words"):
        entries[word] = None
    for printed, (_, level) in vocabulary.added_places().items():
        entries[printed] = ("full", level, ())
    return lexicon.word_list(entries)


def _divisions() -> dict[str, Entry]:
    """Give the names of the divisions of China, in short before in full; full names of two characters are brief."""
    full, short = _codes_by_name()
    units = vocabulary.divisions()
    out: dict[str, Entry] = {}
    for name, codes in short.items():
        out[name] = ("short", units[codes[0]].level, tuple(codes))
    for name, codes in full.items():
        out[name] = ("full" if len(name) > 2 else "brief", units[codes[0]].level, tuple(codes))
    return out


def _codes_by_name() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Give the codes of the divisions by their full names and by their short ones, the highest divisions first."""
    full: dict[str, list[str]] = defaultdict(list)
    short: dict[str, list[str]] = defaultdict(list)
    rank = {"province": 0, "prefecture": 1, "county": 2}
    units = vocabulary.divisions()
    for code in sorted(units, key=lambda c: (rank[units[c].level], c)):
        unit = units[code]
        for name in (unit.name, *unit.aliases):
            full[name].append(code)
        if unit.short or unit.name.endswith("旗"):
            short[unit.short or unit.name[:-1]].append(code)
    return full, short


@vocabulary.compiled
def namesakes() -> dict[str, Entry]:
    """Give the counties whose short form is the name of a sea, a region, a country or a city abroad: 南海, 黑山."""
    elsewhere = {*vocabulary.regions(), *vocabulary.world_cities()}
    elsewhere.update(name for country in vocabulary.countries() for name in (country.name, *country.aliases))
    return {name: row for name, row in _divisions().items() if name in elsewhere and row[:2] == ("short", "county")}


@vocabulary.compiled
def full_names() -> tuple[dict[str, Entry], dict[str, tuple[int, ...]]]:
    """Give the full names of counties, cities, districts and countries, and by their first pairs how long they are.

    The longest of a pair stands first.
    """
    full = {name: entry for name, entry in _divisions().items() if entry[0] == "full" and name[-1] in "县市区旗"}
    full = {name: entry for name, entry in full.items() if len(name) in (3, 4)}
    for country in vocabulary.countries():
        full.update(dict.fromkeys((country.name, *country.aliases), ("country", "country", (country.code,))))
    sizes: dict[str, set[int]] = defaultdict(set)
    for name in full:
        sizes[name[:2]].add(len(name))
    return full, {pair: tuple(sorted(lengths, reverse=True)) for pair, lengths in sizes.items()}
