"""Find the parties, houses, courts and ministries abroad that a text prints without their country."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import vocabulary
from kg.nlp.heads_abroad import Heads
from kg.nlp.organ_names import domains
from kg.nlp.surface import Surface
from kg.readings import Agency, Place, Readings, by_start

_PARTY_WORD = (
    "(?:社会|立宪|民主|共同|自由|人民|共和|保守|工|劳动|劳工|绿|基督教|进步|联盟|正义|国家|独立|左翼|右翼|中间|中央|温和|团结|发展|公民|新"
    "|祖国|民族|革命|主义|联合|行动|公正|繁荣|复兴|改革|农民|统一|力量|未来|希望)"
)
_PARTY = re.compile(f"{_PARTY_WORD}+(?:党|联盟)")
"""A party's name that several countries have."""
_ORGANS = (
    (
        "party",
        ("党", "民主联盟", "人民联盟", "自由联盟"),
        re.compile(
            _PARTY_WORD
            + _PARTY_WORD
            + "{0,3}(?:党|(?<=民主|人民|自由)联盟(?=领导人|副?主席|党首|议会党团))(?![员委派章纲内外组中群性人])"
            "|(?:(?<![\u4e00-\u9fff\\d])|(?<=任))[\u4e00-\u9fff]{2,5}党(?=副?党首|发言人|秘书长|首席顾问)"
        ),
    ),
    (
        "legislature",
        ("议", "国会"),
        re.compile(
            "(?:国民议会|联邦议[会院]|众议院|参议院|上议院|下议院|国会|议会)(?!选举|大厦|党团|道路|民主|制|席位|多数|议)"
        ),
    ),
    (
        "government",
        ("国家", "部长会议", "总理", "首相", "总统", "省"),
        re.compile(
            "国家(?:抗灾|搜救|警察|统计|情报|安全|气象|灾害管理)(?:总局|局|署|院|委员会)|部长会议(?=副?主席)"
            "|(?:防卫|环境|外务|财务|法务|总务|经济产业|国土交通|厚生劳动|文部科学|农林水产)省(?=副?大臣|事务次官|官房长)"
            "|(?:总理|首相|总统)(?:府|办公厅|办公室)(?=部长|主任|秘书长|发言人|办公厅|新闻)"
        ),
    ),
    ("government", ("军",), re.compile("(?:陆|海|空|国防)军(?=[前原]?副?(?:总?司令|参谋长|发言人))")),
    ("judiciary", ("法院",), re.compile("最高法院|上诉法院|高等法院|宪法法院|最高选举法院")),
)
"""What a text about one country prints without it: the kind of organ, words of which it holds one, the names."""
_MINISTERS = ("部长", "国务秘书", "常务秘书", "大臣")
_BEFORE_ORGANS = frozenset("和与及同是任兼为由向前原经去")


def add_organs(page: Surface, readings: Readings, heads: Heads) -> None:
    """Read the parties, houses, courts and ministries of the country that a text is about, printed without it."""
    listed_ends = {person.end for person in readings.people}
    taken = {at for agency in readings.agencies for at in range(agency.start, agency.end)}
    for kind, match in _possible(page):
        start, end = match.span()
        if start in taken or (_is_own(kind, match.group()) and not taken.isdisjoint(range(start, end))):
            continue
        listed = page.text[start - 1 : start] == "、" and start - 1 in listed_ends
        head = heads.told(start, listed=listed)
        if head and head.country:
            readings.agencies = [a for a in readings.agencies if not start < a.start < end]
            readings.agencies.append(theirs(page, start, end, kind, head.country))
    readings.agencies.sort(key=by_start)


def _possible(page: Surface) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield what may be the name of an organ abroad, with its kind, where a name may begin."""
    text = page.text
    for kind, held, pattern in (*_ORGANS, ("government", _MINISTERS, ministries())):
        for match in pattern.finditer(text) if any(word in text for word in held) else ():
            start = match.start()
            free = not start or page.stop[start - 1] or text[start - 1] in _BEFORE_ORGANS
            if free and not page.quoted[start]:
                yield kind, match


def theirs(page: Surface, start: int, end: int, kind: str, country: Place) -> Agency:
    """Give the organ of a country that is printed without it."""
    printed = page.text[start:end]
    name = printed if _is_own(kind, printed) else country.parts[0].name + ("中央银行" if printed == "央行" else printed)
    return Agency(start, end, kind, place=country, name=name, head_end=end)


def _is_own(kind: str, printed: str) -> bool:
    """Tell whether a party's name is of one country only: 为泰党."""
    return kind == "party" and not _PARTY.match(printed)


@vocabulary.compiled
def ministries() -> re.Pattern[str]:
    """Give the name of a ministry before its head: 石油|部长, 农业和农村发展部|部长."""
    return re.compile(
        f"{domains()}(?:[、和与及]?{domains()})*部(?=[前原]?副?部长|长(?!级)|[前原]?国务秘书|常务秘书|[前原]?大臣)"
    )
