"""Read the words that users add to ours: titles, organisations, people and places of their own.

The file is UTF-8, tab-separated, one word a line; blank lines and lines that begin with # are left out:

    class         name              kind          other names
    title         首席网格长          chief
    organisation  某某省城镇化研究院    institution   省城镇化院|城镇化院
    person        欧阳海潮
    place         雄岚新区            county        雄岚

A title's kind is its class in kg/data/titles.tsv (chief if left out), an organisation's is one of the kinds of
agencies (institution if left out), a place's is its level (other if left out).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import DataError, InputError

TITLE, ORGANISATION, PERSON, PLACE = CLASSES = ("title", "organisation", "person", "place")
KINDS = {
    TITLE: ("chief", "organ", "party", "government", "foreign", "rank", "member", "staff"),
    ORGANISATION: (
        "institution", "government", "party", "legislature", "judiciary", "social_org", "media", "enterprise",
        "committee",
    ),
    PERSON: ("",),
    PLACE: ("other", "country", "province", "prefecture", "county", "township", "village", "region"),
}  # fmt: skip
"""The kinds that a word of each class may have; the first is meant where none is given."""


@dataclass(frozen=True, slots=True)
class Word:
    """Be one word of a user's: its class (title, organisation, person, place), kind and other names."""

    sort: str
    name: str
    kind: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Additions:
    """Hold the words of a user's, by class; later rows of the same name come after earlier ones."""

    words: tuple[Word, ...] = ()

    def of(self, sort: str) -> tuple[Word, ...]:
        """Give the words of one class."""
        return tuple(word for word in self.words if word.sort == sort)


NONE = Additions()


def read_additions(path: str | Path) -> Additions:
    """Read a user's words.

    Raises `InputError` where the file can't be read as UTF-8 text, `DataError` with its line for a malformed row.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"the lexicon can't be read ({error.strerror})", where=str(path)) from error
    except UnicodeDecodeError as error:
        raise InputError("the lexicon is not UTF-8", where=str(path), advice="save it as UTF-8") from error
    lines = enumerate(text.splitlines(), 1)
    return Additions(tuple(_word(line, str(path), n) for n, line in lines if line.strip() and line[0] != "#"))


def _word(line: str, where: str, number: int) -> Word:
    sort, name, kind, more = ([field.strip() for field in line.split("\t")] + ["", "", ""])[:4]
    if sort not in CLASSES:
        raise _malformed(f"the class is {sort!r}", where, number, f"begin the line with one of {', '.join(CLASSES)}")
    if len(name) < 2 or line.count("\t") > 3:
        what = "no name of two characters or more" if len(name) < 2 else "more than four fields"
        raise _malformed(what, where, number, "write class, name, kind and other names, parted by tabs")
    if kind and kind not in KINDS[sort]:
        allowed = ", ".join(filter(None, KINDS[sort])) or "no kind at all"
        raise _malformed(f"a {sort} has no kind {kind!r}", where, number, f"allowed: {allowed}")
    aliases = tuple(alias.strip() for alias in more.split("|") if alias.strip())
    return Word(sort, name, kind or KINDS[sort][0], aliases)


def _malformed(what: str, where: str, line: int, advice: str) -> DataError:
    return DataError(what, where=where, line=line, advice=advice)
