"""Read the word lists in kg/data: places, organs, names and ordinary words.

Every list is a tab-separated file that opens with a header of `#` lines (what it is, its columns, source, date and
licence); `-` is an empty field and `|` parts the items of a list. Each function reads its file once and returns the
same object afterwards: treat what it returns as read-only. All raise DataError with file and line on a malformed row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

from kg.additions import NONE, ORGANISATION, PERSON, PLACE, TITLE, Additions
from kg.errors import DataError

_EMPTY = "-"
_Made = TypeVar("_Made")
_forgetful: list[Callable[[], None]] = []
_in_use = [NONE]


def compiled(function: Callable[[], _Made]) -> Callable[[], _Made]:
    """Call a function once and give the same object afterwards, until other words are added."""
    cached = lru_cache(maxsize=1)(function)
    _forgetful.append(cached.cache_clear)
    return cached


def use(additions: Additions) -> None:
    """Add a user's words to ours for what is read from now on in this process; `NONE` takes them away."""
    if additions != _in_use[0]:
        _in_use[0] = additions
        for forget in _forgetful:
            forget()


@dataclass(frozen=True, slots=True)
class Division:
    """Be one unit of the administrative divisions of China.

    level is province, prefecture or county; parent is the code of the unit above ('' for provinces); short is the
    name without its suffix ('' where that would be one character or nothing definite); aliases are further printed
    forms (恩施州, 香港特区).
    """

    code: str
    name: str
    short: str
    level: str
    parent: str
    aliases: tuple[str, ...] = ()

    @property
    def standard_code(self) -> str:
        """Give the GB/T 2260 code, '' for units in Taiwan, Hong Kong and Macao and for former ones."""
        outside = self.code[:2] in {"71", "81", "82"} and not self.code.endswith("0000")
        return "" if outside or not self.code.isdecimal() else self.code


@dataclass(frozen=True, slots=True)
class Country:
    """Be a country or territory by ISO 3166-1 code: usual name, other names, one-character form ('' if none)."""

    code: str
    name: str
    aliases: tuple[str, ...]
    abbreviation: str


@dataclass(frozen=True, slots=True)
class Organ:
    """Be a named organisation: canonical name, kind of agency, canonical name of its parent ('' if none), aliases."""

    name: str
    kind: str
    parent: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Medium:
    """Be a newspaper, magazine, agency, broadcaster or site."""

    name: str
    aliases: tuple[str, ...]


def read_table(name: str) -> list[list[str]]:
    """Return the rows of kg/data/<name>.tsv, one list of strings a row.

    Lines that start with # and blank lines are left out; a field `-` becomes ''. Raises DataError if the file is
    missing or not UTF-8, or if a row has another number of fields than the first.
    """
    where = f"kg/data/{name}.tsv"
    try:
        text = files("kg").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"the word list can't be read ({error})", where=where) from error
    return parse_table(text, where=where)


def parse_table(text: str, *, where: str) -> list[list[str]]:
    """Return the rows of a tab-separated text with # comments; `where` names it in errors (see read_table)."""
    rows: list[list[str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.isspace() or line[0] == "#":
            continue
        row = line.rstrip("\r").split("\t")
        if rows and len(row) != len(rows[0]):
            raise DataError(f"{len(row)} fields, expected {len(rows[0])}", where=where, line=number)
        if "" in row:
            raise DataError("an empty field", where=where, line=number, advice="write - for an empty field")
        rows.append(["" if field == _EMPTY else field for field in row] if _EMPTY in row else row)
    return rows


def _items(field: str) -> tuple[str, ...]:
    return tuple(field.split("|")) if field else ()


@compiled
def divisions() -> dict[str, Division]:
    """Give the divisions of China by code, those that were renamed or abolished behind today's."""
    rows = read_table("divisions")
    printed = {row[1] for row in rows}
    today = {
        code: Division(code, name, short, level, parent, (*_items(more), *_counties_before(name, level, printed)))
        for code, name, short, level, parent, more in rows
    }
    former = {
        code: Division(code, name, short, level, parent)
        for code, name, short, level, parent, _, _ in read_table("former_divisions")
    }
    return today | former


def _counties_before(name: str, level: str, printed: set[str]) -> tuple[str, ...]:
    """Give the county that a city of its level was before, unless another has that name: 莱阳市, once 莱阳县."""
    county = f"{name[:-1]}县"
    return (county,) if level == "county" and name.endswith("市") and county not in printed else ()


@compiled
def risky_shorts() -> frozenset[str]:
    """Give the short forms of divisions that are also ordinary words."""
    return frozenset(row[0] for row in read_table("risky_shorts"))


@compiled
def abbreviations() -> dict[str, tuple[str, ...]]:
    """Give the one-character forms of places with the codes they may stand for."""
    return {letter: _items(codes) for letter, codes in read_table("abbreviations")}


@compiled
def regions() -> dict[str, str]:
    """Give the named regions with their kind."""
    return dict(read_table("regions"))


@compiled
def countries() -> tuple[Country, ...]:
    """Give the countries and territories."""
    return tuple(Country(code, name, _items(more), letter) for code, name, more, letter in read_table("countries"))


@compiled
def _countries_by_code() -> dict[str, Country]:
    return {country.code: country for country in countries()}


def country_of(codes: Sequence[str]) -> Country | None:
    """Give the country of the first of some codes, None where there is none."""
    return _countries_by_code().get(codes[0]) if codes else None


@compiled
def world_cities() -> dict[str, str]:
    """Give capitals and large cities abroad with the code of their country."""
    return {name: code for name, code, _ in read_table("world_cities")}


@compiled
def states_abroad() -> dict[str, tuple[str, str]]:
    """Give the short names of states and provinces abroad with their full name and the code of their country."""
    return {short: (name, code) for short, name, code in read_table("states_abroad")}


def _organs(table: str) -> tuple[Organ, ...]:
    return tuple(Organ(name, kind, parent, _items(more)) for name, kind, parent, more in read_table(table))


@compiled
def organs() -> tuple[Organ, ...]:
    """Give the central organs of Party and State, the military, the people's organisations, and the user's own."""
    added = (Organ(word.name, word.kind, "", word.aliases) for word in _in_use[0].of(ORGANISATION))
    return (*_organs("organs"), *added)


@compiled
def titles() -> tuple[tuple[str, str], ...]:
    """Give the titles with their class, the user's after ours."""
    ours = ((word, category) for word, category in read_table("titles"))
    return (*ours, *((word.name, word.kind) for word in _in_use[0].of(TITLE)))


@compiled
def added_people() -> tuple[str, ...]:
    """Give the names of people that the user added."""
    return tuple(word.name for word in _in_use[0].of(PERSON))


@compiled
def added_places() -> dict[str, tuple[str, str]]:
    """Give the places that the user added: printed name -> (full name, level)."""
    words = _in_use[0].of(PLACE)
    return {printed: (word.name, word.kind) for word in words for printed in (word.name, *word.aliases)}


@compiled
def international_organisations() -> tuple[Organ, ...]:
    """Give the international organisations."""
    return _organs("international_organisations")


@compiled
def enterprises() -> tuple[Organ, ...]:
    """Give the central State enterprises, and those with unmarked short names."""
    return _organs("enterprises")


@compiled
def media() -> tuple[Medium, ...]:
    """Give the media of national or foreign standing."""
    return tuple(Medium(name, _items(more)) for name, more in read_table("media"))


@compiled
def surnames() -> dict[str, float]:
    """Give the surnames with their share of the population in per cent."""
    return {name: float(share) for name, share in read_table("surnames")}


@compiled
def given_characters() -> dict[str, tuple[float, float, float]]:
    """Give the log-probability of a character as a one-character given name, and as first and last of two."""
    return {row[0]: (float(row[1]), float(row[2]), float(row[3])) for row in read_table("given_characters")}


@compiled
def words() -> dict[str, float]:
    """Give ordinary words with the natural logarithm of their relative frequency."""
    return {word: float(weight) for word, weight in read_table("words")}


@compiled
def japanese_surnames() -> frozenset[str]:
    """Give Japanese surnames of two characters and more."""
    return frozenset(row[0] for row in read_table("japanese_surnames"))


@compiled
def foreign_characters() -> frozenset[str]:
    """Give the characters with which foreign names are transliterated."""
    return frozenset("".join(row[0] for row in read_table("foreign_characters")))
