"""Find the titles of office in a text, with the words before them that belong to them or tell their status."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.surface import Surface
from kg.readings import Agency, Readings, Title

_SOUGHT = ("候选人", "人选", "初步人选")
"""What makes a title one that somebody is to have: 县长|候选人."""
_OF_A_PROJECT = ("总设计师", "总指挥", "总师", "首席科学家")
"""What heads a project, which is named between the organ and the title: 中国航天科技集团|卫星|总设计师."""
_PROJECT = re.compile(r"(?:(?![的和与及任由])[\u4e00-\u9fff\dA-Za-z-]){2,14}")
_COUNCILS = ("理事会", "监事会")
"""What a title begins with, unless an organ ends with it: 供销合作社|理事会主任, 欧洲理事会|主席."""
_STATUS = {"former": "former", "proposed": "proposed", "current": "current"}
_TERRITORY = (*"省市区县州盟旗镇乡村", "街道", "社区", "自治区", "兵团", "苏木", "嘎查")
_NOT_BEFORE_FORMER = "复还平中草高平"


class _Edges(NamedTuple):
    """Hold where the organs and countries of a text begin and end, between which its titles stand."""

    starts: dict[int, int]
    """The ends of the organs by their starts."""
    ends: set[int]
    owned: set[int]
    """Where a word of title may be a part of an organ's name: at its start, and at its last two characters."""
    foreign: dict[int, int]
    """For every offset in an international organisation its end."""
    committees: dict[int, int]
    """The ends of the committees, and of 人大代表, by where the words for these begin."""
    closed: set[int]
    """The ends of the names before which no modifier of a title begins."""
    countries: set[int]
    """Every offset in the name of a country."""


def find_titles(page: Surface, readings: Readings) -> None:
    """Read the titles of a text into `readings.titles`."""
    if not page.title_words:
        return
    edges = _edges(page, readings)
    for start, end, word in page.title_words:
        if (word.category == "foreign" and start in edges.countries) or (
            start in edges.owned and edges.starts.get(start, -1) >= end
        ):
            continue
        if _runs_into_place(page.text, start, end) or _is_no_party_leader(page.text, start, end):
            continue
        start, category = _beginning(page, edges, start, end, word.category)
        title = _title(page, start, end, category, edges.closed)
        _append(page, readings.titles, _sought(page.text, title))
    readings.titles = [_of_project(page, title, readings) for title in readings.titles]
    within = {title.start: title.end for title in readings.titles if title.category != "state"}
    readings.places = [place for place in readings.places if place.end > within.get(place.start, 0)]


def _runs_into_place(text: str, start: int, end: int) -> bool:
    """Tell whether 处长 or 州长 is the end of one word and the beginning of a place: 地处|长江, 福州|长乐."""
    if text[start:end] not in ("处长", "州长"):
        return False
    shorts = _shorts()
    return text[end - 1 : end + 1] in shorts and (text[start - 1] in "地身" or text[start - 1 : start + 1] in shorts)


def _is_no_party_leader(text: str, start: int, end: int) -> bool:
    """Tell whether 领袖 stands behind no party: 人民|领袖."""
    return text[start:end] == "领袖" and text[start - 1] not in "党盟"


@vocabulary.compiled
def _shorts() -> frozenset[str]:
    """Give the short names of divisions and the names of regions."""
    shorts = {unit.short for unit in vocabulary.divisions().values()}
    return frozenset(shorts | {row[0] for row in vocabulary.read_table("regions")})


def _edges(page: Surface, readings: Readings) -> _Edges:
    agencies, countries = readings.agencies, [p for p in readings.places if p.form == "country"]
    bodies = ("纪委", "工会")
    return _Edges(
        starts={a.start: a.end for a in agencies},
        ends={a.end for a in agencies},
        owned={i for a in agencies for i in (a.start, a.end - 2)},
        foreign={i: a.end for a in agencies if _has_states_words(a) for i in range(a.start, a.end)},
        committees=_committees(page.text, agencies),
        closed={a.end for a in agencies if page.text.endswith(bodies, a.start, a.end)} | {p.end for p in countries},
        countries={i for p in countries for i in range(p.start, p.end)},
    )


def _has_states_words(agency: Agency) -> bool:
    """Tell whether a name may end like the titles of the whole Party begin: 朝鲜劳动党|中央…, 共青团|中央书记处书记."""
    return agency.owner in lexicon.international() or (agency.kind == "social_org" and agency.owner != "")


def _committees(text: str, agencies: list[Agency]) -> dict[int, int]:
    """Give the ends of committees, and of 人大代表, by where these words begin, at which a title may seem to begin."""
    found = {a.head_end - len(a.body): a.head_end for a in agencies if a.body and a.end == a.head_end}
    found |= {a.end - 2: a.end for a in agencies if a.units and a.units[-1][1].endswith("党委")}
    return found | {a.end - 2: a.end for a in agencies if text.startswith("人大代表", a.end - 2)}


def _beginning(page: Surface, edges: _Edges, start: int, end: int, category: str) -> tuple[int, str]:
    """Give where a title begins, which is behind the organ that its word begins in, and its class there."""
    if category == "state" and start < edges.foreign.get(start, 0) < end:
        start, category = edges.foreign[start], "party"
    if page.text.startswith(_COUNCILS, start) and start + 3 in edges.ends:
        start += 3
    committee = edges.committees.get(start)
    return committee if committee and committee < end else start, category


def _sought(text: str, title: Title) -> Title:
    """Give a title with the word behind it that makes it one that somebody is to have: 县长|候选人."""
    sought = next((word for word in _SOUGHT if text.startswith(word, title.end)), None)
    return replace(title, end=title.end + len(sought), status="proposed") if sought else title


def _append(page: Surface, titles: list[Title], title: Title) -> None:
    """Put a title behind those read before; it becomes one with the last if it begins where that ends."""
    last = titles[-1] if titles else None
    if last and last.end == title.start:
        joined = last.text + page.text[title.start : title.end]
        titles[-1] = Title(last.start, title.end, joined, title.category, last.status)
    else:
        titles.append(title)


def _of_project(page: Surface, title: Title, readings: Readings) -> Title:
    """Give a title with the project between it and the organ before it: 一院|长征八号改运载火箭总设计师."""
    if not title.text.endswith(_OF_A_PROJECT):
        return title
    ends = [a.end for a in readings.agencies if a.end <= title.start]
    if not ends or not _PROJECT.fullmatch(page.text, max(ends), title.start):
        return title
    return replace(title, start=max(ends), text=page.text[max(ends) : title.end])


def _title(page: Surface, start: int, end: int, category: str, closed: set[int]) -> Title:
    """Give a title with its modifiers, which take nothing from the names that end in `closed`: 中央纪委|副书记."""
    text, at, status = page.text, start, "current"
    moved = True
    while moved:
        moved = False
        for word, kind in lexicon.modifiers_by_end().get(text[at - 1 : at], ()):
            begin = at - len(word)
            if begin < 0 or at in closed or not text.startswith(word, begin) or not _may_stand(text, begin, word, kind):
                continue
            if kind in _STATUS:
                elect = word == "当选" and begin in closed
                group = _group_before(text, begin, closed) if word == "原" else ""
                printed = group + text[at:end]
                return Title(begin - len(group), end, printed, category, "proposed" if elect else _STATUS[kind])
            at, moved = begin, True
            break
    return Title(at, end, text[at:end], category, status)


def _group_before(text: str, at: int, closed: set[int]) -> str:
    """Give the Party group of an organ before 原, to which the title belongs: 民政部|党组|原副书记; empty if none."""
    if at in closed:
        return ""
    known = lexicon.modifiers_by_end().get(text[at - 1 : at], ())
    groups = (word for word, kind in known if kind == "group" and text.endswith(word, 0, at))
    return next((word for word in groups if _may_stand(text, at - len(word), word, "group")), "")


def _may_stand(text: str, begin: int, word: str, kind: str) -> bool:
    before = text[:begin][-3:]
    if kind == "group":
        return not before.endswith(_TERRITORY)
    if word in ("原", "前", "代", "原任", "前任"):
        return not before.endswith(tuple(_NOT_BEFORE_FORMER)) and before[-1:] != "当"
    return True


@Language.component("kg_titles")
def kg_titles(doc: Doc) -> Doc:
    """Find the titles of a Doc; runs after kg_agencies."""
    find_titles(doc._.surface, doc._.readings)
    return doc
