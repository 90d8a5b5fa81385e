"""Define what the components find in a text, before anything is resolved.

Offsets are offsets in `doc.text`. A reading says how a name is put together, not yet what it refers to.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar, dataclass_transform

from kg.model import Predicate

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True)
def reading(made: type[_Class]) -> type[_Class]:
    """Make a dataclass that the type checker holds to be frozen; it is made in a third of the time that one takes."""
    return dataclass(slots=True, unsafe_hash="__hash__" not in vars(made))(made)


@reading
class Part:
    """Be one unit in a chain of places: its printed name, its level and the codes it may have."""

    start: int
    end: int
    name: str
    level: str
    codes: tuple[str, ...] = ()


@reading
class Place:
    """Be a chain of places as printed, highest first: 四川省|成都市|金牛区."""

    start: int
    end: int
    parts: tuple[Part, ...]
    form: str
    """full, short, letter (京), region or country"""

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    @property
    def level(self) -> str:
        """Give the level of the lowest unit."""
        return self.parts[-1].level

    @property
    def abroad(self) -> bool:
        """Tell whether it is a country other than China."""
        return self.form == "country" and self.parts[0].codes != ("CN",)


@reading
class Agency:
    """Be the name of an organisation as printed.

    It begins with `place` (浙江省|民政厅), or with `level` (省|民政厅: which province is left open), or with
    `owner`, an organisation known by name (民政部|…), or is `name` itself. `body` is its printed body,
    `canonical` the body's full form (a template with {p} for territorial organs). `units` are its internal units
    with their start offsets. In an ellipsis `start` and `end` cover the place alone and `elided` is true.
    """

    start: int
    end: int
    kind: str
    place: Place | None = None
    level: str = ""
    owner: str = ""
    body: str = ""
    canonical: str = ""
    name: str = ""
    units: tuple[tuple[int, str], ...] = ()
    elided: bool = False
    follows: int = -1
    """Start of the agency whose territory a bare body shares (市残联、妇联); -1 if there is none."""
    short_of: int = -1
    """Start of the agency that a bare tail repeats (研究会 for 邵阳市…研究会); -1 if there is none."""
    head_end: int = 0
    """Offset at which the body ends and the units begin."""


@reading
class Document:
    """Be a named text: `name` as it is between its brackets; `kind` as in the guidelines."""

    start: int
    end: int
    name: str
    kind: str
    number: str = ""
    alias: bool = False
    """Whether it stands behind 以下简称."""


@reading
class Title:
    """Be a title of office: `text` without the words of status; `start` to `end` covers those too."""

    start: int
    end: int
    text: str
    category: str
    status: str = "current"


_NOTE = re.compile(
    r" |、[一-龥]{1,4}党人|（(?!左|右|中|前|后|女|男)[一-龥]{1,6}）|（试用期[一二三四五六七八九十\d]年）"
    r"|、[“\"][^“”\"，。；]{2,14}[”\"](?:荣誉)?(?:称号)?(?:获得者|奖章获得者)?(?=[\u4e00-\u9fff])"
)


def name_start(text: str, title: Title) -> int:
    """Give where a name may begin behind a title: behind its blank, its note, or an honour: 副主席（挂职）|某某."""
    note = _NOTE.match(text, title.end) if text.startswith((" ", "（", "、"), title.end) else None
    return note.end() if note else title.end


@reading
class Person:
    """Be a mention of a person; `name` is the full name where the mention is a part of it."""

    start: int
    end: int
    name: str
    score: float = 1.0


@reading
class Post:
    """Tie a person's name to a title and to what stands for the organ: an agency or place reading, or neither.

    `organ` is the start offset of the Agency or Place reading; -1 where only the context can tell.
    """

    person: str
    person_start: int
    title: Title
    organ: int = -1
    status: str = "current"
    confidence: float = 0.9
    rule: str = "chain"


@reading
class Meeting:
    """Be the name of a meeting as printed, or a short word for one that was named before (`anaphor`)."""

    start: int
    end: int
    name: str
    anaphor: bool = False


Ground = tuple[str, str, int]
"""What an end of a link stands on: (sort, text, offset).

Sorts: mention (the agency, place or document that begins at the offset), person (by name), government (of the place
at the offset, or, at -1 - offset, of the territory that the level word `text` stands for there), organ (by canonical
name), meeting (the index of an event).
"""


class RosterRow(NamedTuple):
    """Be a row of a table of members: where its name stands, where it ends, and where its role's line begins."""

    start: int
    end: int
    stop: int
    role: int | None
    """None for plain members."""


@dataclass(slots=True)
class Readings:
    """Hold all that the components found in a text, each list in order of offsets."""

    documents: list[Document] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    chains: list[Place] = field(default_factory=list)
    agencies: list[Agency] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    classes: list[tuple[int, int]] = field(default_factory=list)
    """Where a word for a sort of organ stands that names none: 宣传部."""
    appointed: dict[int, bool] = field(default_factory=dict)
    """Starts of the names in lists of appointments; true for those who lose the post."""
    roster: list[RosterRow] = field(default_factory=list)
    """The rows of tables of members."""
    told: dict[int, Ground] = field(default_factory=dict)
    """Starts of the titles abroad whose country the words before tell: 德国总统…，总理…; what stands for it."""


class _Begins(Protocol):
    @property
    def start(self) -> int: ...


_Reading = TypeVar("_Reading", bound=_Begins)
by_start = attrgetter("start")
"""The key by which readings are in the order of the text."""


def between(readings: Sequence[_Reading], start: int, end: int) -> Sequence[_Reading]:
    """Give the readings of an ordered list that begin in [start, end), in logarithmic time."""
    first = bisect_left(readings, start, key=by_start)
    return readings[first : bisect_left(readings, end, first, key=by_start)]


COUNTED = -2
"""`Agency.follows` of a head that counts its places: 两市民政局."""


class Link(NamedTuple):
    """Be a relation as the text says it, before its ends are resolved; `start` and `end` are where it is said."""

    subject: Ground
    predicate: Predicate
    object: Ground
    start: int
    end: int
    rule: str
    confidence: float = 0.9
    title: str | None = None
    role: str | None = None
    status: str | None = None


@reading
class Occasion:
    """Be a meeting of the article: its name, where the name stands, and the text of its date and place."""

    name: str
    start: int
    end: int
    sentence: tuple[int, int]
    dated: bool = True
    place: int = -1
