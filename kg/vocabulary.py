"""Read the word lists in kg/data: places, organs, names and ordinary words.

Every list is a tab-separated file that opens with a header of `#` lines (what it is, its columns, source, date and
licence); `-` is an empty field and `|` parts the items of a list. Each function reads its file once and returns the
same object afterwards: treat what it returns as read-only. All raise DataError with file and line on a malformed row.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from kg.errors import DataError

_EMPTY = "-"


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
        """Give the GB/T 2260 code, '' for units in Taiwan, Hong Kong and Macao, to which the standard gives none."""
        outside = self.code[:2] in {"71", "81", "82"} and not self.code.endswith("0000")
        return "" if outside else self.code


@dataclass(frozen=True, slots=True)
class FormerDivision:
    """Be an abolished or renamed unit; successors are codes of today's units, year is when it went ('' unknown)."""

    name: str
    short: str
    level: str
    parent: str
    successors: tuple[str, ...]
    year: str


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


@lru_cache(maxsize=1)
def divisions() -> dict[str, Division]:
    """Give the divisions of China by code."""
    rows = read_table("divisions")
    return {
        code: Division(code, name, short, level, parent, _items(more))
        for code, name, short, level, parent, more in rows
    }


@lru_cache(maxsize=1)
def risky_shorts() -> frozenset[str]:
    """Give the short forms of divisions that are also ordinary words."""
    return frozenset(row[0] for row in read_table("risky_shorts"))


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, tuple[str, ...]]:
    """Give the one-character forms of places with the codes they may stand for."""
    return {letter: _items(codes) for letter, codes in read_table("abbreviations")}


@lru_cache(maxsize=1)
def regions() -> dict[str, str]:
    """Give the named regions with their kind."""
    return dict(read_table("regions"))


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """Give the countries and territories."""
    return tuple(Country(code, name, _items(more), letter) for code, name, more, letter in read_table("countries"))


@lru_cache(maxsize=1)
def world_cities() -> dict[str, str]:
    """Give capitals and large cities abroad with the code of their country."""
    return {name: code for name, code, _ in read_table("world_cities")}


def _organs(table: str) -> tuple[Organ, ...]:
    return tuple(Organ(name, kind, parent, _items(more)) for name, kind, parent, more in read_table(table))


@lru_cache(maxsize=1)
def organs() -> tuple[Organ, ...]:
    """Give the central organs of the Party and the State, the military and the people's organisations."""
    return _organs("organs")


@lru_cache(maxsize=1)
def international_organisations() -> tuple[Organ, ...]:
    """Give the international organisations."""
    return _organs("international_organisations")


@lru_cache(maxsize=1)
def enterprises() -> tuple[Organ, ...]:
    """Give the central State enterprises, and those with unmarked short names."""
    return _organs("enterprises")


@lru_cache(maxsize=1)
def media() -> tuple[Medium, ...]:
    """Give the media of national or foreign standing."""
    return tuple(Medium(name, _items(more)) for name, more in read_table("media"))


@lru_cache(maxsize=1)
def surnames() -> dict[str, float]:
    """Give the surnames with their share of the population in per cent."""
    return {name: float(share) for name, share in read_table("surnames")}


@lru_cache(maxsize=1)
def given_characters() -> dict[str, tuple[float, float, float]]:
    """Give the log-probability of a character as a one-character given name, and as first and last of two."""
    return {row[0]: (float(row[1]), float(row[2]), float(row[3])) for row in read_table("given_characters")}


@lru_cache(maxsize=1)
def words() -> dict[str, float]:
    """Give ordinary words with the natural logarithm of their relative frequency."""
    return {word: float(weight) for word, weight in read_table("words")}


@lru_cache(maxsize=1)
def japanese_surnames() -> frozenset[str]:
    """Give Japanese surnames of two characters and more."""
    return frozenset(row[0] for row in read_table("japanese_surnames"))


@lru_cache(maxsize=1)
def foreign_characters() -> frozenset[str]:
    """Give the characters with which foreign names are transliterated."""
    return frozenset("".join(row[0] for row in read_table("foreign_characters")))
