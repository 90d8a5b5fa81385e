"""Carry the country of an office abroad on to the offices that are printed without it: 德国总统…，总理|某某."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import attrgetter

from kg import vocabulary
from kg.nlp import names, transliterated
from kg.nlp.organ_names import domains
from kg.nlp.surface import Surface
from kg.readings import Agency, Ground, Person, Place, Readings, Title, between
from kg.sentences import start_before

_CHINA = "CN"
_NEIGHBOURS = frozenset(("JP", "KP", "KR", "MN", "MY", "SG", "VN"))
"""Where people have names that could be Chinese."""
_SHARED_WITH_CHINA = ("总理", "副总理")
_CABINET = re.compile("(?:临时|过渡|看守|联合)?(?:政府|内阁)$")
_FREE = re.compile("(?:[\u4e00-\u9fff]?[任为兼去新和与及]|致电|任命|同[为是]|一位)$")
_PARTY_WORD = (
    "(?:社会|立宪|民主|共同|自由|人民|共和|保守|工|劳动|劳工|绿|基督教|进步|联盟|正义|国家|独立|左翼|右翼|中间|中央|温和|团结|发展|公民|新"
    "|祖国|民族|革命|主义|联合|行动|公正|繁荣|复兴|改革|农民|统一|力量|未来|希望)"
)
_ORGANS = (
    (
        "party",
        ("党", "民主联盟", "人民联盟", "自由联盟"),
        re.compile(
            _PARTY_WORD
            + _PARTY_WORD
            + "{0,3}(?:党|(?<=民主|人民|自由)联盟(?=领导人|副?主席|党首|议会党团))(?![员委派章纲内外组中群性人])"
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
    ("judiciary", ("法院",), re.compile("最高法院|上诉法院|高等法院|宪法法院|最高选举法院")),
)
"""What a text about one country prints without it: the kind of organ, words of which it holds one, the names."""
_MINISTERS = ("部长", "国务秘书", "常务秘书", "大臣")
_BEFORE_ORGANS = frozenset("和与及同是任兼为由向前原")
_ITS = ("该国",)
_REACH = 400
"""The longest sentence that is looked through, in characters."""
_SENTENCES = 3
"""How many sentences of a paragraph, the last one included, are looked through."""
_CHINESE = -20.0
"""The weight under which a name of transliterating characters is hardly Chinese."""
_start = attrgetter("start")
_LISTED_SURNAME = -9.0
"""The log-share of surnames that some people of China have."""


@dataclass(frozen=True, slots=True)
class _Head:
    """Be an office or an organ of a country: where it stands, the country, and what stands for its government."""

    start: int
    country: Place | None
    """None for China's own."""
    ground: Ground

    @property
    def code(self) -> str:
        return self.country.parts[0].codes[0] if self.country else _CHINA


class _Heads:
    """Hold the heads of a text in order, and the one of the only country of its headline, or of all of it."""

    def __init__(self, page: Surface, heads: list[_Head], places: list[Place]) -> None:
        self.text, self.heads = page.text, heads
        title = page.text.find("\n")
        named = {p.parts[0].codes[0] for p in places if p.start < title and p.abroad}
        codes = {head.code for head in heads if head.start < title} | named or {head.code for head in heads}
        self.only = next((head for head in heads if {head.code} == codes), None)
        self.begins = title if named else self.only.start if self.only else 0

    def before(self, at: int) -> _Head | None:
        """Give the head of the one country of which a sentence speaks before an offset."""
        here = between(self.heads, start_before(self.text, at, "。！？\n", _REACH), at)
        return here[-1] if len({head.code for head in here}) == 1 else None

    def told(self, at: int, *, listed: bool = False) -> _Head | None:
        """Give the head of the one country of which the sentences before an offset, or the headline, speak.

        In a list it is the last one's: 甲国总统某某、|外长|某某.
        """
        end, text = at, self.text
        for _ in range(_SENTENCES):
            floor = start_before(text, end, "。！？\n", _REACH)
            here = between(self.heads, floor, end)
            if here:
                return here[-1] if len({head.code for head in here}) == 1 or listed else None
            if text[floor - 1 : floor] in ("\n", ""):
                break
            end = floor - 1
        return self.only if self.begins < at else None


def carry_countries(page: Surface, readings: Readings) -> None:
    """Set `readings.told` for the titles abroad without a country, and give ministries abroad theirs."""
    if not any(chain.abroad for chain in readings.chains):
        return
    people = {p.start: p for p in readings.people}
    foreign = {t.start: t for t in readings.titles if _is_foreign(people.get(t.end))}
    bare = [a for a in readings.agencies if _is_bare(a) and not page.text.startswith(("中国", "中华"), a.start)]
    ours = {a.start for a in bare if _beside_theirs(page, readings, a, people)}
    ministries = {a.start for a in bare if a.start not in ours and (a.end - 1 in foreign or a.end in foreign)}
    wider = [match.span() for match in _ministries().finditer(page.text)] if bare else []
    ministries |= {a.start for a in bare for start, end in wider if start < a.start < end}
    spelt = {t.start for t in readings.titles if t.start not in foreign and _is_spelt(people.get(t.end))}
    doubtful = {a.start for a in bare if a.start not in ours | ministries and not spelt.isdisjoint((a.end - 1, a.end))}
    found = _heads(readings, ministries)
    if not any(head.country for head in found):
        return
    heads = _Heads(page, found, readings.places)
    for index, agency in enumerate(readings.agencies):
        head = heads.told(agency.start) if agency.start in ministries else None
        head = heads.before(agency.start) if agency.start in doubtful else head
        if head and head.country:
            readings.agencies[index] = _theirs(page, agency.start, agency.end, agency.kind, head.country)
    _add_organs(page, readings, heads)
    printed = {p.end for p in readings.places} | {a.end for a in readings.agencies}
    listed = {p.end for p in readings.people}
    for title in readings.titles:
        if title.category != "foreign" or not _is_free(page, title.start, printed, listed):
            continue
        head = heads.told(title.start, listed=title.start - 1 in listed)
        if head and not _may_be_chinese(title, head.code, people.get(title.end)):
            readings.told[title.start] = head.ground


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
    transliterated = vocabulary.foreign_characters().issuperset(person.name)
    return bool(given) and transliterated and names.weight(surnames[0], given) < _CHINESE


def _is_bare(agency: Agency) -> bool:
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


def _theirs(page: Surface, start: int, end: int, kind: str, country: Place) -> Agency:
    """Give the organ of a country that is printed without it."""
    printed = page.text[start:end]
    name = country.parts[0].name + ("中央银行" if printed == "央行" else printed)
    return Agency(start, end, kind, place=country, name=name, head_end=end)


def _add_organs(page: Surface, readings: Readings, heads: _Heads) -> None:
    """Read the parties, houses, courts and ministries of the country that a text is about, printed without it."""
    listed_ends = {person.end for person in readings.people}
    taken = {at for agency in readings.agencies for at in range(agency.start, agency.end)}
    for kind, held, pattern in (*_ORGANS, ("government", _MINISTERS, _ministries())):
        for match in pattern.finditer(page.text) if any(word in page.text for word in held) else ():
            start, end = match.span()
            free = not start or page.stop[start - 1] or page.text[start - 1] in _BEFORE_ORGANS
            listed = page.text[start - 1 : start] == "、" and start - 1 in listed_ends
            fits = free and start not in taken and not page.quoted[start]
            head = heads.told(start, listed=listed) if fits else None
            if head and head.country:
                readings.agencies = [a for a in readings.agencies if not start < a.start < end]
                readings.agencies.append(_theirs(page, start, end, kind, head.country))
    readings.agencies.sort(key=_start)


@vocabulary.compiled
def _ministries() -> re.Pattern[str]:
    """Give the name of a ministry before its head: 石油|部长, 农业和农村发展部|部长."""
    return re.compile(
        f"{domains()}(?:[、和与及]?{domains()})*部(?=[前原]?副?部长|长(?!级)|[前原]?国务秘书|常务秘书|[前原]?大臣)"
    )


def _heads(readings: Readings, ministries: set[int]) -> list[_Head]:
    """Give the offices and organs of countries, without the ministries that are no China's, in order."""
    starts = {t.start for t in readings.titles}
    out = [_Head(t.start, None, ("state", t.text, t.start)) for t in readings.titles if t.category == "state"]
    for agency in readings.agencies:
        if agency.place and agency.place.abroad:
            out.append(_Head(agency.start, agency.place, ("country", "", agency.start)))
        elif agency.owner and agency.kind == "government" and agency.start not in ministries:
            out.append(_Head(agency.start, None, ("mention", "", agency.start)))
    for place in readings.places:
        if place.end in starts and place.abroad:
            out.append(_Head(place.start, place, ("government", "", place.start)))
    return sorted(out, key=_start)


def _is_free(page: Surface, at: int, printed: set[int], named: set[int]) -> bool:
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
    shared = title.text in _SHARED_WITH_CHINA and code not in _NEIGHBOURS
    return code == _CHINA or (shared and person is not None and not _is_foreign(person))
