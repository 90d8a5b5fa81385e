"""Write the values of the graph's attributes as RDF terms."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from kg.export.rdf.syntax import Syntax

CHINESE = "zh-hans"
PINYIN = "zh-latn-pinyin"

_DATES = {
    "xsd:gYear": re.compile(r"\d{4}", re.ASCII),
    "xsd:gYearMonth": re.compile(r"\d{4}-\d\d", re.ASCII),
    "xsd:date": re.compile(r"\d{4}-\d\d-\d\d", re.ASCII),
    "xsd:gMonthDay": re.compile(r"--\d\d-\d\d", re.ASCII),
}
_DECIMALS = 4


def date(value: str, syntax: Syntax) -> str:
    """Write a day, month, year or day without a year in ISO form with its datatype; anything else stays a string."""
    datatype = _datatype(value)
    return syntax.typed(value, datatype) if datatype else syntax.literal(value)


@lru_cache(maxsize=8192)
def _datatype(value: str) -> str | None:
    return next((datatype for datatype, pattern in _DATES.items() if pattern.fullmatch(value)), None)


def decimal(value: float, syntax: Syntax) -> str:
    """Write a number with at most four decimals, in the canonical form of xsd:decimal."""
    return syntax.typed(_canonical(value), "xsd:decimal")


@lru_cache(maxsize=8192)
def _canonical(value: float) -> str:
    text = f"{value if math.isfinite(value) else 0.0:.{_DECIMALS}f}".rstrip("0")
    text = text + "0" if text.endswith(".") else text
    return "0.0" if text == "-0.0" else text


def integer(value: int, syntax: Syntax) -> str:
    """Write a whole number."""
    return syntax.typed(str(int(value)), "xsd:integer")


def chinese(text: str, syntax: Syntax) -> str:
    """Write a text in simplified Chinese."""
    return syntax.literal(text, CHINESE)
