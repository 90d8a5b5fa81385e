"""Find the units of the armed forces and of the Xinjiang corps by their numbers: 第74集团军, 兵团第八师一四三团."""

from __future__ import annotations

import re

from kg import vocabulary
from kg.nlp.surface import Surface
from kg.readings import Agency

CORPS = "新疆生产建设兵团"
_NUMBER = "[一二三四五六七八九十百〇零\\d]+"
_DIVISION = re.compile(
    rf"(?:(?:新疆生产建设)?兵团)?(?P<division>第{_NUMBER}师)(?P<regiment>第?{_NUMBER}团)?(?![范生长傅资])"
)
_ARMY = re.compile(r"(?:陆军)?第(?:[一二三四五六七八九十]+|\d+)集团军")


@vocabulary.compiled
def _police() -> re.Pattern[str]:
    """Give the pattern of the armed police by province: 武警天津总队."""
    provinces = "|".join(unit.short for unit in vocabulary.divisions().values() if unit.level == "province")
    return re.compile(f"武警(?:第[一二三四五六七八九十]机动|{provinces})总队")


def military(page: Surface) -> list[Agency]:
    """Give the numbered units of a text; divisions and regiments are the corps's where the text names it at all."""
    found = [_plain(match) for pattern in (_ARMY, _police()) for match in pattern.finditer(page.text)]
    if "兵团" in page.text:
        found += [_of_corps(match) for match in _DIVISION.finditer(page.text)]
    return [agency for agency in found if not page.quoted[agency.start]]


def _plain(match: re.Match[str]) -> Agency:
    return Agency(match.start(), match.end(), "government", name=match.group(), head_end=match.end())


def _of_corps(match: re.Match[str]) -> Agency:
    units = tuple((match.start(part), match[part]) for part in ("division", "regiment") if match[part])
    head = match.start("division")
    return Agency(match.start(), match.end(), "government", owner=CORPS, units=units, head_end=head)
