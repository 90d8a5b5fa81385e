"""Read the names that stand behind their titles, and the lists that begin with one: 副省长|某某、某某."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.nlp import lexicon
from kg.nlp.name_edges import begins_word, closes, of_theory, put
from kg.nlp.name_fit import TITLED, UNTITLED, Clues, fitting_name
from kg.nlp.surface import Surface
from kg.readings import Person, Readings, Title, name_start

_LIST = re.compile(
    r"(?:[（(](?:左|右|中|女|男|前|后|[一-龥]{1,3}族|左[一二三四]|右[一二三四]|[^（）()]{0,8})[）)])?(?:，|,)?(?:、|和|及|与|以及|，以及|暨)"
)
_SERVING = re.compile("(?:时任|现任|曾任|此前任|原任|担任|兼任|身为|当选|出任|就任)[^，。；\n]*$")

_JOINED_VERB = re.compile(
    "和(?=(?:介绍|表示|说|指出|告诉记者|强调|坦言)[，：。“]|出席(?:会议|仪式|活动|开幕式)?并|主持会议)"
)
"""What joins nothing, so that it is the last character of a name: 英布|和|介绍."""
_TAKES = re.compile("任(?=[^，。；、]{0,10}?(?:主任|组长|书记|[局院校会]长))|原(?=是[^，。；]{2,24}(?:长|主任|书记))")
"""What is a verb and no last character of a name: 令狐昌|任|办公室副主任."""
_SORTS = ("公司", "集团", "企业", "医院", "学校", "学院", "大学", "协会")
_SERVED = Clues(closed=True, anchored=True)
"""What 担任…主任|的 tells of the name behind it."""


_ROLL = re.compile("(?:主持|出席|列席|参加|参会|缺席|请假|记录)(?:人员?|领导|会议)?：")
"""What opens a list of names in the minutes of a meeting: 出席：."""


class _Grounds(NamedTuple):
    """Hold where what stands before titles ends: organs, provinces abroad, all that is abroad, a title's list."""

    organs: set[int]
    provinces_abroad: set[int]
    abroad: set[int]
    led: set[int]


def behind_titles(page: Surface, readings: Readings, people: dict[int, Person], covered: bytearray) -> None:
    """Read into `people` the names behind titles that no name stands before."""
    named = {p.end for p in people.values()}
    grounds = _grounds(page, readings)
    for roll in _ROLL.finditer(page.text) if "：" in page.text else ():
        if not roll.start() or page.marks[roll.start() - 1]:
            _behind(page, roll.end(), people, covered, _SERVED)
    for title in readings.titles:
        if title.start in named:
            continue
        _behind(page, name_start(page.text, title), people, covered, _clues(page, title, grounds))
        of_it = page.text[title.end : title.end + 1] == "的"
        if of_it and _SERVING.search(page.text, max(0, title.start - 30), title.start):
            _behind(page, title.end + 1, people, covered, _SERVED)


def _grounds(page: Surface, readings: Readings) -> _Grounds:
    """Give where what titles stand behind ends."""
    organs = {a.end for a in readings.agencies} | {p.end for p in readings.places}
    organs |= {title.end + 1 for title in readings.titles}
    provinces = {p.end for p in readings.places if p.form == "full" and p.level == "other"}
    led = {
        title.end + 1 for title in readings.titles if title.start in organs and page.text.startswith("、", title.end)
    }
    return _Grounds(organs, provinces, provinces | _ends_abroad(readings), led)


def _clues(page: Surface, title: Title, grounds: _Grounds) -> Clues:
    """Give what a title and what stands before it tell of the name behind it."""
    start, category = title.start, title.category
    return Clues(
        foreign=category not in ("party", "government", "rank") or start in grounds.provinces_abroad,
        closed=category in ("staff", "member"),
        private=category == "staff" and start not in grounds.organs,
        abroad=category == "foreign" or not grounds.abroad.isdisjoint((start, start + 1)),
        anchored=start in grounds.organs
        or start in grounds.led
        or category in ("state", "foreign")
        or _is_listed(page, title)
        or _of_its_organ(page, title),
    )


def _is_listed(page: Surface, title: Title) -> bool:
    """Tell whether a title stands in a list behind another: 市委常委、|副市长."""
    if page.text[title.start - 1 : title.start] not in ("，", "、"):
        return False
    return title.category == "government" or title.text.startswith(("副", "秘书长"))


def _of_its_organ(page: Surface, title: Title) -> bool:
    """Tell whether a title stands behind an organ of its sort, though none was read: 综合司|司长, 公司|总经理."""
    if page.text[title.start - 2 : title.start] in _SORTS:
        return True
    return title.category == "organ" and page.text[title.start - 1 : title.start] == title.text[-2:-1]


def _ends_abroad(readings: Readings) -> set[int]:
    """Give where the names of countries, of their organs and of international organisations end."""
    ends = {a.end for a in readings.agencies if a.place and a.place.form == "country"}
    ends |= {p.end for p in readings.places if p.form == "country"}
    return ends | {a.end for a in readings.agencies if a.owner in lexicon.international()}


def _behind(page: Surface, at: int, people: dict[int, Person], covered: bytearray, clues: Clues) -> None:
    """Read the name behind a title, and the names that follow it in a list."""
    bound = TITLED
    while at < len(page.text):
        known = people.get(at)
        end = known.end if known else fitting_name(page, at, covered, bound, clues)
        if end is None or not _may_end(page, end, clues, listed=bound != TITLED and not known):
            return
        end += _JOINED_VERB.match(page.text, end) is not None
        end -= end - at > 2 and _TAKES.match(page.text, end - 1) is not None
        if not of_theory(page, end):
            put(page, people, covered, at, end, 0.95)
        match = _LIST.match(page.text, end)
        if match is None:
            return
        at, bound = match.end(), UNTITLED - 3


def _may_end(page: Surface, end: int, clues: Clues, *, listed: bool) -> bool:
    """Tell whether a name may end here: behind some titles, and in a list, only something that closes it may follow."""
    if closes(page, end) or (clues.anchored and begins_word(page, end)):
        return True
    return not clues.private and (not (clues.closed or listed) or page.is_stop(end))
