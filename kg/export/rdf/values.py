"""Write the values of the graph's attributes as RDF terms."""

from __future__ import annotations

import math
import re

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
    for datatype, pattern in _DATES.items():
        if pattern.fullmatch(value):
            return syntax.typed(value, datatype)
    return syntax.literal(value)


def decimal(value: float, syntax: Syntax) -> str:
    """Write a number with at most four decimals, in the canonical form of xsd:decimal."""
    text = f"{value if math.isfinite(value) else 0.0:.{_DECIMALS}f}".rstrip("0")
    text = text + "0" if text.endswith(".") else text
    return syntax.typed("0.0" if text == "-0.0" else text, "xsd:decimal")


def integer(value: int, syntax: Syntax) -> str:
    """Write a whole number."""
    return syntax.typed(str(int(value)), "xsd:integer")


def chinese(text: str, syntax: Syntax) -> str:
    """Write a text in simplified Chinese."""
    return syntax.literal(text, CHINESE)
