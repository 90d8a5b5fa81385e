"""Find the departments and Party groups of the ministry or bureau named before: 部|社会救助司|司长, 局|党组."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.nlp.surface import Surface
from kg.readings import Agency

_PARTY_GROUP = re.compile(r"(?P<level>部|厅|局|会|校|院)(?=(?:分?党组|机关党委)(?![书成副]))")
_GROUPS = ("机关党委", "分党组")
_BUREAU_HEAD = re.compile("司(?:副?司长|负责|[一二]级)")
_BUREAU = re.compile(
    r"(?P<level>部)?(?P<unit>(?<![\u4e00-\u9fff])(?:(?![任免为由是请])[\u4e00-\u9fff]){3,10}?(?<!公)司|(?<=部)(?:(?![任免为由是请])[\u4e00-\u9fff]){3,10}?(?<!公)司)(?=副?司长|负责人|负责同志|一级巡视员|二级巡视员)"
)
"""A department of the ministry named before: 部|社会救助司|司长, …副部长甲、乡村产业发展司|司长乙."""
_LONGEST_BUREAU, _LONGEST_HEAD = 11, 6
"""How many characters 部 and a department's name have before its 司, and its 司 with the head behind it."""


def bureaus(page: Surface) -> Iterator[Agency]:
    """Yield the departments of ministries before their heads: 部|社会救助司|司长."""
    for match in _named_before_heads(page.text):
        start, end = match.start("unit"), match.end("unit")
        unit, at = page.text[start:end], start - bool(match["level"])
        if "部" not in unit and (at == 0 or page.stop[at - 1]) and not page.quoted[at]:
            yield Agency(at, end, "government", level=match["level"] or "司", body=unit, head_end=end)


def _named_before_heads(text: str) -> Iterator[re.Match[str]]:
    """Yield the departments of ministries whose heads are named; only before the words for these they are sought."""
    last = 0
    for head in _BUREAU_HEAD.finditer(text):
        at = head.start()
        match = _BUREAU.search(text, max(last, at - _LONGEST_BUREAU), at + _LONGEST_HEAD) if at >= last else None
        if match:
            last = match.end()
            yield match


def party_groups(page: Surface) -> Iterator[Agency]:
    """Yield the Party groups that stand with the last character of their organ alone: 局|党组, 部|机关党委."""
    for match in _PARTY_GROUP.finditer(page.text) if "党" in page.text else ():
        if match.start() == 0 or page.stop[match.start() - 1]:
            body = next((body for body in _GROUPS if page.text.startswith(body, match.end())), "党组")
            yield Agency(match.start(), match.end() + len(body), "party", level=match["level"], body=body)
