"""Compare names as the guidelines do: what is the same name, and what only looks different."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

_MARKS = re.compile(r"[\s《》〈〉\"'“”‘’「」『』]")
_DOTS = re.compile(r"[·•・‧∙]")
_COMMITTEE = re.compile(r"(?<=[省市县区州盟旗治])(?:党委|委员会)$")
_PARTY = re.compile(r"^中共(?=.+[省市县区州盟旗]委)")
_PLACES = re.compile(r"(?:.{1,12}?(?:省|自治区|特别行政区|市|州|盟|地区|县|区|旗|街道|镇|乡))+$")
_SHORTEST_BARE = 4


def plain(name: str | None) -> str:
    """Give a name without white space, title marks and the spellings that don't change who is meant."""
    text = _MARKS.sub("", unicodedata.normalize("NFKC", name or ""))
    text = _DOTS.sub("·", text).replace("中国共产党", "中共")
    return _PARTY.sub("", _COMMITTEE.sub("委", text))


def likeness(one: str, other: str) -> float:
    """Give how alike two names of a meeting are: 1 where one holds the other, else the matching share."""
    a, b = plain(one), plain(other)
    return 1.0 if a in b or b in a else difflib.SequenceMatcher(None, a, b).ratio()


class Names:
    """Fold the names that a prediction uses onto those of one annotated article.

    Takes the article's `entities`. A longer or shorter chain of places in front of an agency's name is
    the same name, except for entities marked `strict`.
    """

    def __init__(self, entities: Iterable[Mapping[str, Any]]) -> None:
        rows = [(plain(row["entity"]), row) for row in entities]
        strict = {name for name, row in rows if row.get("strict")}
        self.kind: dict[str, str | None] = {name: row.get("kind") for name, row in rows}
        types = {name: row["type"] for name, row in rows}
        self._known = {plain(other): name for name, row in rows for other in (*row.get("accept", ()), row["entity"])}
        self._agencies = [
            (other, name) for other, name in self._known.items() if types[name] == "AGENCY" and name not in strict
        ]

    def fold(self, name: str | None, *, agency: bool = True) -> str:
        """Give the annotated name that `name` stands for, or `name` itself, made plain."""
        own = plain(name)
        if own in self._known or not agency:
            return self._known.get(own, own)
        meant = {name for other, name in self._agencies if other != own and _differ_by_places(own, other)}
        return meant.pop() if len(meant) == 1 else own


def _differ_by_places(own: str, other: str) -> bool:
    if own.endswith(other) and _PLACES.match(own[: len(own) - len(other)]):
        return True
    shorter = other.endswith(own) and len(own) >= _SHORTEST_BARE
    return shorter and _PLACES.match(other[: len(other) - len(own)]) is not None
