"""Find the names of meetings, ceremonies and courses, and the words that stand for one named before."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from kg import vocabulary
from kg.nlp import lexicon, one_pass
from kg.nlp.surface import Surface
from kg.readings import Meeting, Person, Readings

_HELD = (
    "召开", "举行", "举办", "主办", "承办", "出席", "参加", "主持", "召开了", "举行了", "举办了", "召开的", "举办的",
    "举行的", "列席", "祝贺", "宣布", "直播", "转播", "一场", "这场",
)  # fmt: skip
_HELD_OR_SO = (*_HELD, *(word + "了" for word in _HELD))
_HELD_BEFORE = re.compile(f"(?:{'|'.join(_HELD)})了?$")
_HELD_AFTER = re.compile(
    r"(?:[\d月日至—-]{0,9}(?:上午|下午|晚)?)(?:[\u4e00-\u9fff]{0,2})(?:在[^，。；]{1,16})?(?:召开|举行|举办|开幕|闭幕|闭会|开班|启动|通过(?=[）)])|(?:表决|审议)通过|听取了|审议了|(?:圆满)?完成各项议程|边)"
)
_SPIRIT = re.compile(
    r"精神|要求|部署|决定|公报|期间|以来|召开之年|决议|报告|上的|代表|委员|秘书处|主席团|筹备|成果|共识|制度|纪要|室|中心|堂|厅|桌|召开之际|议题|历史"
)
_RELATIVE = re.compile(r"的(?!开幕|闭幕|全体)")
_CHEERED = re.compile(
    r"(?:祝贺|感谢|期待|希望|欢迎|支持|热议|学习|贯彻|落实)[^，。；]{0,24}$|会见[^，。；]{0,20}出席$|决定(?:于[^，。；]{0,16})?召开$|(?:倡议|提议|申办)(?:举办|召开|举行)$|(?:表示|指出|强调|认为)，[^。]{0,26}亲自(?:出席|参加)$"
)
_LEARNT = re.compile(r"上(?:了解到|获悉|介绍|表示|宣布|透露|说|指出)")
_COUNT = re.compile(
    r"[\d一二三四五六七八九十两几多]+[期次场个]|一?系列|各[类种]|历次|有关|相关|重要会议|建议|提请|本次"
)
_OTHER_YEAR = re.compile(r"\d{4}年(?:度)?")
"""What alone makes no name: it is the next one's year, 2026年|论坛移师…."""
_CONGRESS = re.compile("(?<=[省市区县州旗])第[一二三四五六七八九十]+届")
_SITTING = re.compile("[开闭]幕(?:大会|会)")
_SERIAL = re.compile(r"第[一二三四五六七八九十\d]+[次届轮]")
_WORD = -11.5
_IN_WORD = ("员", "长", "馆", "徽", "费", "址", "堂", "厅", "室", "形式", "方式")
_MET = re.compile(r"[^，。；\n]{0,14}会见(?:了|来访的|来华访问的)?(?P<whom>[^，。；\n]{0,60})")
_TALKED = re.compile(r"[^，。；\n]{0,14}?[同与](?P<whom>[^，。；\n]{0,60})")
_GROUP = re.compile(r"率(?:领的?)?(?P<group>[\u4e00-\u9fff]{2,16}?(?:代表团|访问团|考察团))")
_RECEIVED = re.compile(
    r"[\d月日]{0,6}(?:[上下]午)?(?:在[^，。；\n]{2,12})?会见了?(?P<group>[\u4e00-\u9fff]{0,14}代表团)"
)
_GUEST = re.compile("^(?:由(?=[^，。]{0,16}率)|来|到|应邀|正在|出席|率领)[^，。]*的")
_TALKS = re.compile(r"(?:在[^，。；\n]{1,14})?(?P<verb>(?:举行)?(?:工作)?(?:会谈|会晤))")
_QUOTED = re.compile(
    r"“(?:[^”\n]{2,24}”(?=(?:[今昨][天日]|[\d年月日]{2,11})?在[^，。；\n]{1,16}(?:(?:举行|举办)(?=[，。；\n])|开幕|启幕|闭幕|开市))|(?<=举办“|举行“|启动“)[^”\n]{2,20}(?:会|论坛|赛|节|周)”)"
)
_EDITION = re.compile(r"(?:\d{4}年(?:度)?)?(?:首届|第[一二三四五六七八九十\d]+届)?\Z")
_DAY = re.compile(r"[\d）]日$|[上下]午$|[日近]日$|日前$|晚$")
_DAY_ENDS = frozenset("日午前晚")
_DATELINE = re.compile("(?:[电讯]|消息|报道) ?$")
"""What stands before a byline: 1月18日电|（记者 闻山）甘肃省…会议."""
_EDGE = frozenset("，。；：！？\n“”（）、（）")


@vocabulary.compiled
def meeting_words() -> lexicon.WordList:
    """Give the last words of meetings, …会 as …会议 too."""
    rows = vocabulary.read_table("meeting_words")
    named = [word for word, kind in rows if kind in ("name", "numbered")]
    whole = [word + "议" for word in named if word.endswith("会")]
    return lexicon.word_list(dict.fromkeys((*named, *whole)))


@vocabulary.compiled
def _sorts() -> tuple[frozenset[str], frozenset[str]]:
    """Give the words that stand for a meeting named before, and those that name one only with its number."""
    rows = vocabulary.read_table("meeting_words")
    short, counted = (frozenset(word for word, kind in rows if kind == sort) for sort in ("short", "numbered"))
    return short, counted


def find_meetings(page: Surface, readings: Readings) -> None:
    """Read the meetings of a text into `readings.meetings`."""
    found = one_pass.find(page, meeting_words)
    inert = _by_words(page, readings, found) if found else []
    for match in _QUOTED.finditer(page.text):
        edition = _EDITION.search(page.text, max(0, match.start() - 16), match.start())
        start = edition.start() if edition else match.start()
        readings.meetings.append(Meeting(start, match.end(), page.text[start : match.end()]))
    _free_places(readings, inert)
    _encounters(page, readings)
    readings.meetings.sort(key=lambda m: m.start)


def _by_words(page: Surface, readings: Readings, found: list[one_pass.Match]) -> list[tuple[int, int]]:
    """Read the meetings by their last words; gives where those stand that are only referred to."""
    words, (short, counted) = meeting_words().words, _sorts()
    inert: list[tuple[int, int]] = []
    organs, people = {a.end for a in readings.agencies}, {p.end for p in readings.people}
    printed = {p.end for p in readings.places}
    seats = {p.start: p.parts[-1].start for p in readings.chains}
    venues = {p.end for p in readings.places if len(p.parts) > 1 or p.level in ("township", "village")}
    for index, at, end in found:
        word = words[index]
        if page.text.startswith(_IN_WORD, end) or page.quoted[at] or end in organs:
            continue
        start = _start(page, at, people, venues)
        routine = page.text.rfind("例行", start, at)
        start = routine if routine in printed else start
        if _referred(page.text, start, end):
            inert.append((start, end))
            continue
        start = seats.get(start, start) if _CONGRESS.search(page.text, start, end) else start
        name = page.text[start:end].strip().removeprefix("隆重")
        if (
            _COUNT.match(name)
            or "等" in name[-len(word) - 4 :]
            or (word in short and _OTHER_YEAR.fullmatch(name, 0, len(name) - len(word)))
        ):
            continue
        if name.startswith(("上述", "该次", "这次", "此次")) or _SITTING.fullmatch(name):
            readings.meetings.append(Meeting(at, end, word, anaphor=True))
            continue
        if word in counted and not _SERIAL.search(name):
            continue
        press = word == "记者会" and page.text.endswith(("举行", "召开"), 0, start)
        if (press or len(name) - len(word) >= 2 or len(word) >= 5 or word.endswith("宴会")) and _held(
            page.text, start, end
        ):
            readings.meetings.append(Meeting(start, end, name))
        elif word in short:
            readings.meetings.append(Meeting(at, end, word, anaphor=True))
    return inert


def _held(text: str, start: int, end: int) -> bool:
    """Tell whether the words around a meeting's name say that it takes place, or that somebody is there."""
    return bool(
        _HELD_BEFORE.search(text, max(0, start - 6), start)
        or _HELD_AFTER.match(text, end)
        or (text.startswith("上", end) and text.endswith("在", 0, start))
        or (text.startswith("的", start - 1) and _LEARNT.match(text, end))
    )


def _referred(text: str, start: int, end: int) -> bool:
    """Tell whether a meeting is only referred to: its spirit, its guests (来华出席峰会的某国总统), wishes for it."""
    opened = text.startswith(("召开的", "举办的", "举行的"), max(0, start - 3))
    if opened and _LEARNT.match(text, end):
        return False
    if text.endswith(("来华出席", "来京出席", "来华参加"), 0, start):
        return True
    if opened or _HELD_AFTER.match(text, end):
        return not opened and _CHEERED.search(text, max(0, start - 30), start) is not None
    guests = _RELATIVE.match(text, end) and text.startswith(("出席", "参加"), max(0, start - 2))
    return bool(guests or _SPIRIT.match(text, end) or _CHEERED.search(text, max(0, start - 30), start))


def _encounters(page: Surface, readings: Readings) -> None:
    """Name the meeting of two people after them: 王某会见某国某部部长李某, without 来华进行国事访问的."""
    if not any(word in page.text for word in ("会见", "会谈", "会晤")):
        return
    for person in readings.people:
        if group := _RECEIVED.match(page.text, person.end):
            readings.meetings.append(Meeting(person.start, group.end(), f"{person.name}会见{group['group']}"))
    for first, second in zip(readings.people, readings.people[1:], strict=False):
        between = page.text[first.end : second.start]
        if "会见" in between and (met := _MET.fullmatch(between)):
            group = _GROUP.match(page.text, second.end)
            end = group.end() if group else second.end
            name = f"{first.name}会见{group['group'] if group else _whom(page, met, second)}"
        elif (talked := _TALKED.fullmatch(between)) and (talks := _TALKS.match(page.text, second.end)):
            end, name = talks.end(), f"{first.name}同{_whom(page, talked, second)}{talks['verb']}"
        else:
            continue
        readings.meetings.append(Meeting(first.start, end, name))


def _whom(page: Surface, match: re.Match[str], guest: Person) -> str:
    return _GUEST.sub("", match["whom"]) + page.text[guest.start : guest.end]


def _start(page: Surface, at: int, people: set[int], venues: set[int]) -> int:
    """Give where the name of a meeting begins: behind the last verb, comma or organiser's verb before it.

    `people` and `venues` are the ends of the people, and of the places that tell where: 嘉和县平安镇|“…”启动仪式.
    """
    text, start = page.text, at
    while start > 0 and at - start < 45:
        before = text[start - 1]
        if text[start] == "“" and start in venues:
            break
        if before == "”" and text.find("“", max(0, start - 30), start) >= 0:
            start = text.rfind("“", max(0, start - 30), start)
            continue
        if before == "）" and (opened := text.rfind("（", max(0, start - 12), start)) > 0:
            if _DATELINE.search(text, max(0, opened - 3), opened):
                break
            start = opened
            continue
        if before == "》" and text.find("《", max(0, start - 40), start) >= 0:
            start = text.rfind("《", max(0, start - 40), start)
            continue
        if start in people and (honoured := text.rfind("纪念", max(0, start - 14), start)) >= 0:
            start = honoured
            continue
        if before in _EDGE or start in people or (before == " " and _DATELINE.search(text, start - 3, start)):
            break
        if text.endswith(_HELD_OR_SO, 0, start) or (
            before in _DAY_ENDS and _DAY.search(text, max(0, start - 3), start)
        ):
            break
        if before in "在由的以向从对" and lexicon.words().get(text[start - 1 : start + 1], -99.0) < _WORD:
            break
        start -= 1
    return start


def _free_places(readings: Readings, inert: list[tuple[int, int]]) -> None:
    """Drop the places inside the names of meetings; organisations inside them stay."""
    spans = [(m.start, m.end) for m in readings.meetings if not m.anaphor] + inert
    if spans:
        readings.places = [p for p in readings.places if not any(s <= p.start and p.end < e for s, e in spans)]


@Language.component("kg_meetings")
def kg_meetings(doc: Doc) -> Doc:
    """Find the meetings of a Doc; runs after kg_agencies."""
    find_meetings(doc._.surface, doc._.readings)
    return doc
