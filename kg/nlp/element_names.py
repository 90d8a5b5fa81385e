"""Read Tibetan and Mongolian names, which have no surname: 洛桑|江村, 乌云|其其格."""

from __future__ import annotations

import re

from kg import vocabulary
from kg.nlp.surface import Surface


@vocabulary.compiled
def _pattern() -> re.Pattern[str]:
    """Compile one to three elements of one language, longest first."""
    rows = sorted(vocabulary.read_table("name_elements"), key=lambda row: (-len(row[0]), row[0]))
    tibetan = "|".join(word for word, language, _ in rows if language == "bo")
    mongol = "|".join(word for word, language, position in rows if language == "mn" and position == "any")
    last = "|".join(word for word, _, position in rows if position == "end")
    return re.compile(f"(?:{tibetan}){{1,2}}|(?:{mongol}){{1,3}}(?:{last})?")


def element_name_at(page: Surface, at: int) -> int | None:
    """Give the end of a name made of elements that begins at an offset, or None."""
    match = _pattern().match(page.text, at)
    return match.end() if match and match.end() - at >= 2 else None
