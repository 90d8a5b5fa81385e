"""Find the numbered teams that central organs send, and their leading groups: 中央第五巡视组, 中央农村工作领导小组."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.nlp.surface import Surface
from kg.readings import Agency

SORTS = ("巡视组", "指导组", "督察组", "督导组", "督查组", "巡回指导组", "调查组", "工作组", "宣讲团")
"""By which last words a text calls a team that it named before."""
_TEAM = re.compile(
    "(?P<sender>中央|国务院|中央军委|全国人大常委会|全国政协)(?:[\u4e00-\u9fff]{2,10}?)?第[一二三四五六七八九十]+"
    f"(?:轮)?(?:生态环境保护|环境保护|安全生产|主题教育)?(?:{'|'.join(SORTS)})"
)
_LEADING = re.compile("中央(?!第|和|与|批准|成立)(?:(?![的在了和与为对由])[\u4e00-\u9fff]){2,10}?领导小组(?:办公室)?")
_LECTURERS = re.compile("中央宣讲团")


def sent_teams(page: Surface) -> Iterator[Agency]:
    """Yield the teams and leading groups of a text that name themselves in full."""
    for pattern, word in ((_TEAM, "组"), (_LEADING, "领导小组"), (_LECTURERS, "宣讲团")):
        if word not in page.text:
            continue
        for match in pattern.finditer(page.text):
            if not page.quoted[match.start()]:
                yield Agency(match.start(), match.end(), "committee", name=match.group(), head_end=match.end())
