"""Decide where the name of a foreign organ ends behind its country's: 美国|国防部, 日本|经济产业省."""

from __future__ import annotations

import re

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.organ_names import CLASS_TAIL, ends_for_sure, right_edge_ok
from kg.nlp.surface import Surface

_HEADS = ("部长", "局长", "署长", "厅长")
_MANY = re.compile(
    "[\u4e00-\u9fff]{2,6}(?:、[\u4e00-\u9fff]{2,6})+[和与及][\u4e00-\u9fff]{2,8}?部(?=[前原]?副?部?长|国务秘书|常务秘书)"
)
"""A ministry for several things, known by its head: 外交、外国就业和旅游|部长."""
_COUNCIL = re.compile("部长会议(?=副?主席)")


@vocabulary.compiled
def _joint() -> re.Pattern[str]:
    """Give what ends the name of a foreign organ: a preposition, or the country of the next: 美国防部|和韩国…."""
    return re.compile(
        "[同向在]|对(?!外)|当局|多[所家名座]|[和与及](?:"
        + "|".join(sorted(c.name for c in vocabulary.countries()))
        + ")"
    )


@vocabulary.compiled
def domains() -> str:
    """Give what ministries abroad are for, one of several things, as a pattern."""
    words = sorted((row[0] for row in vocabulary.read_table("ministry_domains")), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(words)})"


@vocabulary.compiled
def _ministry() -> re.Pattern[str]:
    """Give the name of a ministry for several things: 农业、林业和水利|部, 建设、交通和基础设施|部."""
    return re.compile(f"{domains()}(?:、{domains()})*[、和与及]{domains()}部(?!门|分|级|委)")


def foreign_end(page: Surface, start: int, *, ministries: str) -> tuple[int, str] | None:
    """Give the end and kind of a foreign organ that runs on from its country's name, or None.

    `ministries` is the word that ends a ministry's name there: 省 in Japan, else 部.
    """
    if (
        ministry := _ministry().match(page.text, start)
        or _COUNCIL.match(page.text, start)
        or _MANY.match(page.text, start)
    ):
        return ministry.end(), "government"
    table, pattern = lexicon.foreign_suffixes()
    limit = page.next_stop(start, start + 16)
    limit += page.text.startswith(_HEADS, limit) and page.text[limit - 1] != page.text[limit]
    if limit == start:
        return None
    joint = _joint().search(page.text, start, limit)
    limit = joint.start() if joint else limit
    best = None
    for match in pattern.finditer(page.text, start, limit):
        if best and page.text[best[0]] in "和与及":
            break
        if (match.group() == "省" and ministries != "省") or page.text.startswith("长级", match.end()):
            continue
        if (match.group() == "党" and match.end() - start < 3) or CLASS_TAIL.search(page.text, start, match.end()):
            continue
        stopped = (
            match.end() == limit
            or ends_for_sure(page, match.end())
            or page.text[match.end()] in "和与"
            or page.text.startswith(_HEADS, match.end() - 1)
        )
        if (len(match.group()) == 1 and not stopped) or not right_edge_ok(page, match.end()):
            continue
        best = (match.end(), table[match.group()])
    return best
