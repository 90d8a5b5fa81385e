"""Find the names of meetings, ceremonies and courses, and the words that stand for one named before."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from kg import vocabulary
from kg.nlp import lexicon, one_pass
from kg.nlp.encounters import encounters
from kg.nlp.meeting_edges import HELD, Edges
from kg.nlp.surface import Surface
from kg.readings import Meeting, Readings, by_start

_HELD_BEFORE = re.compile(f"(?:{'|'.join(HELD)})了?$")
_HELD_AFTER = re.compile(
    r"(?:于?[\d年月日至—-]{0,16}(?:上午|下午|晚)?)(?:[\u4e00-\u9fff]{0,2})(?:在[^，。；]{1,16})?(?:召开|举行|举办|开幕|闭幕|闭会|开班|启动|开赛|开跑|启幕|落幕|收官|拉开[帷大]幕|落下帷幕|通过(?=[）)])|(?:表决|审议)通过|决定[，：]?(?=任命|免去|接受)|听取了|审议了|(?:圆满)?完成各项议程|边)"
)
_SPIRIT = re.compile(
    r"精神|要求|部署|决定(?!，|任命|免去|接受|撤销|批准)|公报|期间|以来|召开之年|决议|报告|上的|代表|委员|秘书处|主席团|筹备|成果|共识|制度|纪要|室|中心|堂|厅|桌|召开之际|议题|历史"
)
_MEETS = re.compile(r"(?:[\d年月日]{0,10}|今天|昨天|日前|近日)(?:[上下]午)?(?:召开|举行)会议(?=[，。；\n])")
_AT_HEADQUARTERS = re.compile(
    "在(?P<seat>(?:抢险|救援|事故|灾害)?(?:现场|前方|前线)[\u4e00-\u9fff]{0,4}指挥部)召开会议(?=[，。；])"
)
_RELATIVE = re.compile(r"的(?!开幕|闭幕|全体)")
_CHEERED = re.compile(
    r"(?:祝贺|感谢|期待|希望|欢迎|支持|热议|学习|贯彻|落实)[^，。；]{0,24}$|会见[^，。；]{0,20}出席$|决定(?:于[^，。；]{0,16})?召开$|决定，$|(?:倡议|提议|申办)(?:举办|召开|举行)$|(?:表示|指出|强调|认为)，[^。]{0,26}亲自(?:出席|参加)$"
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
_IN_WORD = ("员", "长", "馆", "徽", "费", "址", "堂", "厅", "室", "形式", "方式")
_QUOTED = re.compile(
    r"“(?:[^”\n]{2,24}”(?=(?:[今昨][天日]|[\d年月日]{2,11})?在[^，。；\n]{1,16}(?:(?:举行|举办)(?=[，。；\n])|开幕|启幕|闭幕|开市))|(?<=举办“|举行“|启动“)[^”\n]{2,20}(?:会|论坛|赛|节|周)”)"
)
_EDITION = re.compile(r"(?:\d{4}年(?:度)?)?(?:首届|第[一二三四五六七八九十\d]+届)?\Z")


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
    readings.meetings += _of_organs(page, readings)
    encounters(page, readings)
    readings.meetings.sort(key=by_start)


def _of_organs(page: Surface, readings: Readings) -> list[Meeting]:
    """Name the meetings that have no name after the organs that meet, or where: 中共中央政治局1月30日|召开会议."""
    if "会议" not in page.text:
        return []
    met = [(agency, _MEETS.match(page.text, agency.end)) for agency in readings.agencies]
    named = ((agency, match) for agency, match in met if match)
    out = [Meeting(a.start, match.end(), f"{page.text[a.start : a.end]}会议") for a, match in named]
    seats = _AT_HEADQUARTERS.finditer(page.text)
    return out + [Meeting(seat.start("seat"), seat.end(), f"{seat['seat']}会议") for seat in seats]


def _by_words(page: Surface, readings: Readings, found: list[one_pass.Match]) -> list[tuple[int, int]]:
    """Read the meetings by their last words; gives where those stand that are only referred to."""
    edges, organs = Edges(readings), {a.end for a in readings.agencies}
    seats = {p.start: p.parts[-1].start for p in readings.chains}
    inert: list[tuple[int, int]] = []
    for _, at, end in found:
        if page.text.startswith(_IN_WORD, end) or page.quoted[at] or end in organs:
            continue
        start = edges.start(page.text, at)
        if _referred(page.text, start, end):
            inert.append((start, end))
            continue
        start = seats.get(start, start) if _CONGRESS.search(page.text, start, end) else start
        if meeting := _meeting(page.text, start, at, end):
            readings.meetings.append(meeting)
    return inert


def _meeting(text: str, start: int, at: int, end: int) -> Meeting | None:
    """Give the meeting whose last word stands at `at`: by its name, or as one named before; else None."""
    word, (short, counted) = text[at:end], _sorts()
    name = text[start:end].strip().removeprefix("隆重")
    only_year = word in short and _OTHER_YEAR.fullmatch(name, 0, len(name) - len(word))
    if _COUNT.match(name) or "等" in name[-len(word) - 4 :] or only_year:
        return None
    if name.startswith(("上述", "该次", "这次", "此次")) or _SITTING.fullmatch(name):
        return Meeting(at, end, word, anaphor=True)
    if word in counted and not _SERIAL.search(name):
        return None
    press = word == "记者会" and text.endswith(("举行", "召开"), 0, start)
    telling = press or len(name) - len(word) >= 2 or len(word) >= 5 or word.endswith("宴会")
    if telling and _held(text, start, end):
        return Meeting(start, end, name)
    return Meeting(at, end, word, anaphor=True) if word in short else None


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


def _free_places(readings: Readings, inert: list[tuple[int, int]]) -> None:
    """Drop the places inside the names of meetings; organisations inside them stay."""
    reach: dict[int, int] = {}
    for start, end in [(m.start, m.end) for m in readings.meetings if not m.anaphor] + inert:
        reach.update((at, max(end, reach.get(at, 0))) for at in range(start, end))
    readings.places = [p for p in readings.places if p.end >= reach.get(p.start, 0)]


@Language.component("kg_meetings")
def kg_meetings(doc: Doc) -> Doc:
    """Find the meetings of a Doc; runs after kg_agencies."""
    find_meetings(doc._.surface, doc._.readings)
    return doc
