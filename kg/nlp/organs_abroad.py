"""Find the parties, houses, courts and ministries abroad that a text prints without their country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg import vocabulary
from kg.nlp.heads_abroad import Heads
from kg.nlp.organ_names import right_edge_ok
from kg.nlp.organ_names_abroad import NO_PARTY, domains, party_ends, party_word
from kg.nlp.surface import Surface, marked, occurrences
from kg.nlp.transliterated import DOT
from kg.readings import Agency, Place, Readings, by_start

_HEADS = "(?=领导人|[副联]?合?主席|党首|议会党团|副?总统候选人|候选人)"
_MINISTERS = re.compile("部长|国务秘书|常务秘书|大臣")
"""Heads of ministries, one of which a text must hold to be searched for them."""
_PARTY_HEADS = "副?党首|发言人|秘书长|首席顾问|联合主席"
_MINISTRY_HEAD = re.compile("部(?=[前原]?副?部?长|[前原]?国务秘书|常务秘书|[前原]?大臣)")
_LONGEST, _LONGEST_HEAD = 40, 6
"""How many characters the name of a ministry has before its 部, and its 部 with the head behind it."""
_NAMED = 9
"""Within how many characters behind a ministry the dot of its minister's name stands: 经济部|副部长安娜·霍瓦."""
_BEFORE_ORGANS = frozenset("和与及同是任兼为由向前原经去胜先败")
"""Characters behind which an organ's name may begin, beside stops."""
_HOUSES = (
    "(?:国民议会|联邦议[会院]|众议院|参议院|上议院|下议院|国会|议会|联邦委员会|联邦院|国民院|国家杜马|(?:多民族|全国)?(?:立法|制宪|国民)大会)"
    "(?!选举|大厦|党团|道路|民主|制|席位|多数|议(?!长))"
)
_OFFICES = (
    "国家(?:抗灾|搜救|警察|统计|情报|安全|气象|灾害管理)(?:总局|局|署|院|委员会)|部长会议(?=副?主席)"
    "|(?:防卫|环境|外务|财务|法务|总务|经济产业|国土交通|厚生劳动|文部科学|农林水产)省(?=副?大臣|事务次官|官房长)"
    "|(?:总理|首相|总统)(?:府|办公厅|办公室)(?=部长|主任|秘书长|发言人|办公厅|新闻)"
    "|(?:临时|全国|中央|国家|最高|独立)?选举(?:委员会|法院|法庭)|武装部队(?:最高司令部|总司令部|总参谋部)?(?=副?总?司令|发言人|总?参谋长)"
)
_MAYBE_OFFICES = (
    "国家[抗搜警统情安气灾]|部长会议|省(?:副?大臣|事务|官房)|总[理统](?:府|办)|首相(?:府|办)|选举[委法]|武装部队"
)
"""What every such office holds."""


@vocabulary.compiled
def _party() -> re.Pattern[str]:
    """Give a party's name that several countries have."""
    return re.compile(f"{party_word()}+(?:党|联盟|同盟)")


@vocabulary.compiled
def _organs() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Give what a text about one country prints without it: the kind of organ, what is quick to find there, names."""
    word = party_word()
    maybe = "|".join(f"{last}(?<=[{party_ends()}]{last})" for last in ("党", "联盟", "同盟"))
    named = f"{word}{{1,4}}(?:党(?:[与和]{word}{{1,3}}联盟|{NO_PARTY})|[联同]盟{_HEADS})"
    own = rf"(?:(?<![\u4e00-\u9fff\d])|(?<=任))[\u4e00-\u9fff]{{2,5}}党(?={_PARTY_HEADS})"
    return (
        ("party", re.compile(f"{maybe}|党(?={_PARTY_HEADS})"), re.compile(f"{named}|{own}")),
        ("party", re.compile("争取"), re.compile("争取[\u4e00-\u9fff]{2,10}?(?:运动|党(?![员委派章纲]))")),
        ("legislature", re.compile("议会|议院|国会|大会|联邦|国民院|杜马"), re.compile(_HOUSES)),
        ("government", re.compile(_MAYBE_OFFICES), re.compile(_OFFICES)),
        ("government", re.compile("军"), re.compile("(?:陆|海|空|国防)军(?=[前原]?副?(?:总?司令|参谋长|发言人))")),
        ("judiciary", re.compile("法院"), re.compile("最高法院|上诉法院|高等法院|宪法法院|最高选举法院")),
    )


def add_organs(page: Surface, readings: Readings, heads: Heads) -> None:
    """Read the parties, houses, courts and ministries of the country that a text is about, printed without it."""
    listed_ends = {person.end for person in readings.people}
    taken = marked(len(page.text), ((agency.start, agency.end) for agency in readings.agencies))
    for kind, match in _possible(page):
        start, end = match.span()
        if taken[start] or (_is_guessed(kind, match.group()) and 1 in taken[start:end]):
            continue
        joint = "、，" if DOT.search(page.text, end, end + _NAMED) else "、"
        listed = start > 0 and page.text[start - 1] in joint and start - 1 in listed_ends
        head = heads.told(start, listed=listed)
        if head and head.country:
            readings.agencies = [a for a in readings.agencies if not start < a.start < end]
            readings.agencies.append(theirs(page, start, end, kind, head.country))
    _parties_again(page, readings)
    readings.agencies.sort(key=by_start)


def _parties_again(page: Surface, readings: Readings) -> None:
    """Read the parties that a text names by their heads also where it names them alone: 社会民主联盟|赢得101席."""
    named: dict[str, Agency] = {}
    for agency in readings.agencies:
        if agency.kind == "party" and agency.place and agency.place.abroad and not agency.units:
            start = agency.place.end if agency.place.start == agency.start else agency.start
            named.setdefault(page.text[start : agency.end], agency)
    taken = marked(len(page.text), ((agency.start, agency.end) for agency in readings.agencies) if named else ())
    for printed, agency in named.items():
        for at, end in occurrences(page.text, printed) if len(printed) > 2 else ():
            if 1 not in taken[at:end] and not page.quoted[at] and right_edge_ok(page, end):
                taken[at:end] = b"\x01" * (end - at)
                readings.agencies.append(replace(agency, start=at, end=end, head_end=end))


def _possible(page: Surface) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield what may be the name of an organ abroad, with its kind, where a name may begin."""
    text = page.text
    for kind, maybe, pattern in (*_organs(), ("government", _MINISTERS, None)):
        found = named_ministries(text) if pattern is None else pattern.finditer(text)
        for match in found if maybe.search(text) else ():
            start = match.start()
            free = not start or page.stop[start - 1] or text[start - 1] in _BEFORE_ORGANS
            if free and not page.quoted[start]:
                yield kind, match


def theirs(page: Surface, start: int, end: int, kind: str, country: Place) -> Agency:
    """Give the organ of a country that is printed without it."""
    printed = page.text[start:end]
    home, usual = country.parts[0].name, vocabulary.country_of(country.parts[0].codes)
    home = usual.name if usual and len(home) > 1 else home  # a text may print the official one: 瑞士联邦
    name = printed if _is_own(kind, printed) else home + ("中央银行" if printed == "央行" else printed)
    return Agency(start, end, kind, place=country, name=name, head_end=end)


def _is_guessed(kind: str, printed: str) -> bool:
    """Tell whether nothing but 党 gives a party's name away, so that it may hold the name of another organ."""
    return _is_own(kind, printed) and "争取" not in printed


def _is_own(kind: str, printed: str) -> bool:
    """Tell whether a party's name is of one country only: 为泰党."""
    return kind == "party" and not _party().match(printed)


def named_ministries(text: str) -> Iterator[re.Match[str]]:
    """Yield the ministries whose heads are named; only before the words for these they are sought."""
    last = 0
    for head in _MINISTRY_HEAD.finditer(text):
        at = head.start()
        match = ministries().search(text, max(last, at - _LONGEST), at + _LONGEST_HEAD) if at >= last else None
        if match:
            last = match.end()
            yield match


@vocabulary.compiled
def ministries() -> re.Pattern[str]:
    """Give the name of a ministry before its head: 石油|部长, 农业和农村发展部|部长."""
    return re.compile(
        f"(?:(?<=[，；])(?:(?![长席相理统臣])[\u4e00-\u9fff]){{2,6}}[与和])?{domains()}(?:[、和与及]?{domains()})*部(?=[前原]?副?部长|长(?!级)|[前原]?国务秘书|常务秘书|[前原]?大臣)"
    )
