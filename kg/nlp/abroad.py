"""Carry the country of an office abroad on to the offices that are printed without it: 德国总统…，总理|某某."""

from __future__ import annotations

import re
from collections.abc import Container

from kg import vocabulary
from kg.nlp import names, transliterated
from kg.nlp.heads_abroad import CHINA, Heads, heads_of
from kg.nlp.organs_abroad import add_organs, named_ministries, theirs
from kg.nlp.surface import Surface
from kg.readings import Agency, Person, Readings, Title, between
from kg.sentences import around, sentences

_NEIGHBOURS = frozenset(("JP", "KP", "KR", "MN", "MY", "SG", "VN"))
"""Where people have names that could be Chinese."""
_SHARED_WITH_CHINA = ("总理", "副总理")
_FIRST = ("总统", "总理", "首相", "国王", "女王")
"""The heads abroad whose names stand before their titles: 希奇莱马|总统."""
_CABINET = re.compile("(?:临时|过渡|看守|联合)?(?:政府|内阁)$")
_FREE = re.compile("(?:[\u4e00-\u9fff]?[任为兼去新和与及率]|致电|任命|同[为是]|一位)$")
_ITS = ("该国",)
_CHINESE = -20.0
"""The weight under which a name of transliterating characters is hardly Chinese."""
_LISTED_SURNAME = -9.0
"""The log-share of surnames that some people of China have."""


def carry_countries(page: Surface, readings: Readings) -> None:
    """Set `readings.told` for the titles abroad without a country, and give ministries abroad theirs."""
    if not any(chain.abroad for chain in readings.chains):
        return
    people = {p.start: p for p in readings.people}
    abroad, doubtful = _ministries_abroad(page, readings, people)
    found = heads_of(readings, abroad)
    if not any(head.country for head in found):
        return
    heads = Heads(page, found, readings.places)
    for index, agency in enumerate(readings.agencies):
        head = heads.told(agency.start) if agency.start in abroad else None
        head = heads.before(agency.start) if agency.start in doubtful else head
        if head and head.country:
            readings.agencies[index] = theirs(page, agency.start, agency.end, agency.kind, head.country)
    add_organs(page, readings, heads)
    _tell(page, readings, heads, people)


def _ministries_abroad(page: Surface, readings: Readings, people: dict[int, Person]) -> tuple[set[int], set[int]]:
    """Give where the ministries begin that are no China's though named like its, and those that may be either's."""
    bare = [a for a in readings.agencies if _is_bare(a) and not page.text.startswith(("中国", "中华"), a.start)]
    if not bare:
        return set(), set()
    foreign = {t.start for t in readings.titles if _is_foreign(people.get(t.end))}
    spelt = {t.start for t in readings.titles if t.start not in foreign and _is_spelt(people.get(t.end))}
    ours = {a.start for a in bare if _beside_theirs(page, readings, a, people)}
    abroad = {a.start for a in bare if a.start not in ours and not foreign.isdisjoint((a.end - 1, a.end))}
    posts = {t.start for t in readings.titles}
    abroad |= {a.start for a in bare if a.start not in ours and _among_foreigners(page, readings, a, posts)}
    wider = [match.span() for match in named_ministries(page.text)]
    abroad |= {a.start for a in bare for start, end in wider if start < a.start < end}
    theirs_end = {a.end for a in readings.agencies if a.place and a.place.abroad}
    abroad |= {
        a.start for a in bare if page.text[a.start - 1 : a.start] in ("和", "与", "及") and a.start - 1 in theirs_end
    }
    either = {a.start for a in bare if not spelt.isdisjoint((a.end - 1, a.end))}
    return abroad, either - ours - abroad


def _among_foreigners(page: Surface, readings: Readings, agency: Agency, posts: set[int]) -> bool:
    """Tell whether all whom the sentence of a post at a ministry names are foreigners: 甲·乙转任|外交部长."""
    if posts.isdisjoint((agency.end - 1, agency.end)):
        return False
    named = between(readings.people, *around(sentences(page.text), agency.start))
    return bool(named) and all(transliterated.DOT.search(p.name) and _is_foreign(p) for p in named)


def _tell(page: Surface, readings: Readings, heads: Heads, people: dict[int, Person]) -> None:
    """Set `readings.told` for the titles abroad that begin by themselves, with what stands for their government."""
    printed = {p.end for p in readings.places} | {a.end for a in readings.agencies}
    listed = {p.end: p for p in readings.people}
    titled = {people[t.end].name for t in readings.titles if t.end in people}
    for title in readings.titles:
        holder = listed.get(title.start) if title.text in _FIRST and title.end not in people else None
        if holder and heads.abroad and _is_foreign(holder) and holder.name not in titled:
            readings.told[title.start] = heads.abroad.ground
            continue
        if title.category != "foreign" or not _is_free(page, title.start, printed, listed):
            continue
        head = heads.told(title.start, listed=title.start - 1 in listed)
        ground = head.ground if head else None
        if head and title.text.endswith("议长"):
            ground = heads.house(title.start, head.code)
        if head and ground and not _may_be_chinese(title, head.code, people.get(title.end)):
            readings.told[title.start] = ground


def _is_spelt(person: Person | None) -> bool:
    """Tell whether a name may be a transliterated one, though it looks Chinese: 费丹."""
    return person is not None and vocabulary.foreign_characters().issuperset(person.name)


def _is_foreign(person: Person | None) -> bool:
    """Tell whether a name can be no Chinese one: with dots, of four characters, of no Chinese surname, 罗西尼."""
    if person is None:
        return False
    surnames = names.surname_at(person.name, 0)
    if not surnames:
        return True
    given = person.name[len(surnames[0]) :]
    if len(given) > 2 or names.weight_of_surname(person.name, 0) < _LISTED_SURNAME:
        return len(surnames[0]) == 1
    return bool(given) and _is_spelt(person) and names.weight(surnames[0], given) < _CHINESE


def _is_bare(agency: Agency) -> bool:
    """Tell whether an organ is read as a ministry of China or its central bank, without a unit."""
    ministry = agency.kind == "government" and agency.owner.endswith("部")
    return not agency.units and (ministry or agency.owner == "中国人民银行")


def _beside_theirs(page: Surface, readings: Readings, agency: Agency, people: dict[int, Person]) -> bool:
    """Tell whether the next post of a list has its country printed, so this is China's: 商务部部长甲、|法国…."""
    person = next((people[at] for at in range(agency.end, agency.end + 6) if at in people), None)
    if (
        person is None
        or transliterated.DOT.search(person.name)
        or page.text[person.end : person.end + 1] not in "、和同与"
    ):
        return False
    return any(place.start == person.end + 1 and place.abroad for place in readings.chains)


def _is_free(page: Surface, at: int, printed: set[int], named: Container[int]) -> bool:
    """Tell whether a title begins by itself, behind nothing that could be its organ and was not read."""
    if at in printed:
        return False
    if cabinet := _CABINET.search(page.text, max(0, at - 6), at):
        at = cabinet.start()
    before = page.text[max(0, at - 2) : at]
    if before.endswith("的") and at - 1 in named:
        return True
    return at not in printed and (not at or bool(page.stop[at - 1]) or before in _ITS or bool(_FREE.search(before)))


def _may_be_chinese(title: Title, code: str, person: Person | None) -> bool:
    """Tell whether a title may be of China's: where the head is, or by the holder's name."""
    shared = title.text in _SHARED_WITH_CHINA and code not in _NEIGHBOURS
    return code == CHINA or (shared and person is not None and not _is_foreign(person))
