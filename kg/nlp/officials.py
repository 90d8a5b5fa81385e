"""Find the officials of a text by their titles, and tie titles, organs and names together."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from kg import vocabulary
from kg.nlp import lexicon, names
from kg.nlp.appointments import items
from kg.nlp.element_names import element_name_at
from kg.nlp.name_fit import ORDINARY, TITLED, UNTITLED, closes, fitting_name, is_spaced
from kg.nlp.surface import Surface
from kg.readings import Person, Readings

_AFTER_TITLE = re.compile(r"[“\"]?")
_LIST = re.compile(
    r"(?:[（(](?:左|右|中|女|男|前|后|[一-龥]{1,3}族|左[一二三四]|右[一二三四]|[^（）()]{0,8})[）)])?(?:，|,)?(?:、|和|及|与|以及|，以及|暨)"
)
_HONORIFIC = re.compile(
    r"(?:同志|先生|女士|主席|书记|总理|部长|局长|厅长|主任|省长|市长|区长|县长|司长|处长|会长|院长|校长|总统|首相)"
)
_THEORY = re.compile(r"[\u4e00-\u9fff]{0,14}?思想|[\u4e00-\u9fff]{0,2}?(?:精神|主义|理论|学说|故事|著作|故居|陵|杯|奖)")
_ACCUSED = ("被告人", "嫌疑人", "罪犯", "当事人", "同志")
_HEADS_OF_STATE = ("总统", "总理", "首相", "外长", "国王")
_SHIP = re.compile(r"[”\"]?号")
_CLAUSE_START = re.compile(r"(?:^|[\n，。；：、！？“”（）\s以由同与和对向是])$")
_PRIVATE = re.compile(
    r"(?:居民|村民|市民|群众|学生|老人|患者|家长|农民|游客|司机|乘客|业主|网友|读者|商户|摊主|店主|志愿者|记者|编辑|通讯员)$"
)
_GREETED = ("致电", "祝贺", "会见", "邀请", "接见", "感谢")
_NOTE = re.compile(r"（[^（）\n]{1,8}）")
_COUNTED = re.compile(r"[一二三四五六七八九十两几\d]+个?[省市区县州旗地]")
_TELLS = re.compile(
    r"同志|指出|强调|表示|介绍|要求|说[，：]|主持|出席|参加会[见谈]|陪同|当选|不再担任|担任|会见|此前任|，[男女]，"
)
_NAMES = re.compile(r"(?:决定任命|批准任命|任命|免去|决定|接受|接替他的|接替其的|接替|聘任|聘请|推选|补选|增补)")


def find_people(page: Surface, readings: Readings) -> None:
    """Read the names of officials into `readings.people`: titled, listed, speaking, and named again later."""
    people: dict[int, Person] = {}
    covered = _covered(page, readings)
    _added(page, people, covered)
    _foreign_names(page, people, covered)
    for title in readings.titles:
        found = _before_title(page, title.start, people, covered)
        if found is not None and page.text.startswith("当选", title.start):
            _back(page, found, people, covered)
    named = {p.end for p in people.values()}
    organs = (
        {a.end for a in readings.agencies} | {p.end for p in readings.places} | {t.end + 1 for t in readings.titles}
    )
    abroad = {a.end for a in readings.agencies if a.place and a.place.form == "country"}
    abroad |= {p.end for p in readings.places if p.form == "country"}
    abroad |= {a.end for a in readings.agencies if a.owner in lexicon.international()}
    for title in readings.titles:
        if title.start in named:
            continue
        loose = title.category in ("staff", "member")
        listed = page.text[title.start - 1 : title.start] in ("，", "、") and title.text.startswith(("副", "秘书长"))
        anchored = listed or title.start in organs or title.category in ("state", "foreign")
        _behind(
            page,
            title.end,
            people,
            covered,
            foreign=title.category not in ("party", "government", "rank"),
            closed=loose,
            abroad=title.category == "foreign" or not abroad.isdisjoint((title.start, title.start + 1)),
            anchored=anchored,
        )
    for match in _TELLS.finditer(page.text):
        _before_verb(page, match.start(), people, covered)
    for match in _NAMES.finditer(page.text):
        _behind_verb(page, match.end(), people, covered)
    for at, removing in items(page.text):
        _appointed(page, at, readings, people, covered, removing=removing)
    for agency in readings.agencies:
        if page.text[agency.start - 1 : agency.start] in ("任", "为"):
            at = agency.start - (2 if page.text[agency.start - 2 : agency.start - 1] in "现前曾" else 1)
            _before_verb(page, at, people, covered)
    _again(page, people, covered)
    readings.people = _full_names([people[s] for s in sorted(people)])
    inside = bytearray(len(page.text))
    for person in readings.people:
        inside[person.start : person.end] = b"\x01" * (person.end - person.start)
    readings.places = [p for p in readings.places if not any(inside[p.start : p.end])]


def _covered(page: Surface, readings: Readings) -> bytearray:
    covered = bytearray(page.quoted)
    spans = [(a.start, a.end) for a in readings.agencies] + [(t.start, t.end) for t in readings.titles]
    for start, end in (*spans, *readings.classes):
        covered[start:end] = b"\x01" * (end - start)
    for place in readings.places:
        if place.form != "short" or place.level == "province" or _COUNTED.match(page.text, place.end):
            covered[place.start : place.end] = b"\x01" * (place.end - place.start)
    return covered


def _full_names(people: list[Person]) -> list[Person]:
    """Give every mention of a foreign name by its last part the whole name."""
    whole = {re.split(f"[{names.DOTS}]", p.name)[-1]: p.name for p in people if any(d in p.name for d in names.DOTS)}
    return [Person(p.start, p.end, whole.get(p.name, p.name), p.score) for p in people]


def _added(page: Surface, people: dict[int, Person], covered: bytearray) -> None:
    """Read the people whom the user named, wherever they stand."""
    known = lexicon.added_people()
    for _, start, end in known.find(page.text) if known else ():
        if not any(covered[start:end]):
            _put(page, people, covered, start, end, 1.0)


def _put(page: Surface, people: dict[int, Person], covered: bytearray, start: int, end: int, score: float) -> int:
    people[start] = Person(start, end, page.text[start:end].replace(" ", ""), score)
    covered[start:end] = b"\x01" * (end - start)
    return end


def _behind(
    page: Surface,
    at: int,
    people: dict[int, Person],
    covered: bytearray,
    *,
    foreign: bool,
    closed: bool,
    abroad: bool,
    anchored: bool,
) -> None:
    """Read the name behind a title, and the names that follow it in a list."""
    bound = TITLED
    while at < len(page.text):
        end = (
            people[at].end
            if at in people
            else fitting_name(page, at, covered, bound, foreign=foreign, abroad=abroad, anchored=anchored)
        )
        if end is None or (closed and not closes(page, end)):
            return
        if not _THEORY.match(page.text, end):
            _put(page, people, covered, at, end, 0.95)
        match = _LIST.match(page.text, end)
        if match is None:
            return
        at, bound = match.end(), UNTITLED - 3


def _before_title(page: Surface, at: int, people: dict[int, Person], covered: bytearray) -> int | None:
    """Read a name that stands before its title: 柳拯局长, where the name begins at an organ or a stop.

    Gives where it begins, also if it was read before.
    """
    known = next((at - size for size in (4, 3, 2) if at - size in people and people[at - size].end == at), None)
    if known is not None:
        return known
    for size in (4, 3, 2):
        start = at - size
        if start < 0 or any(covered[start:at]) or any(page.blocked(i) for i in range(start, at)):
            continue
        best = names.name_at(page, start)
        if names.doubtful(page.text[start]):
            continue
        left = start == 0 or covered[start - 1] or page.stop[start - 1]
        if best and best[0] == at and best[1] > UNTITLED and left and page.is_stop(at):
            if lexicon.words().get(page.text[start:at], -99.0) >= ORDINARY:
                return None
            _put(page, people, covered, start, at, 0.9)
            return start
    return _guest(page, at, people, covered)


def _guest(page: Surface, at: int, people: dict[int, Person], covered: bytearray) -> int | None:
    """Read a transliterated name between 同 or its like and a title of state: 同|希奇莱马|总统."""
    if not page.text.startswith(_HEADS_OF_STATE, at):
        return None
    letters = vocabulary.foreign_characters()
    start = at
    while start and at - start < 6 and page.text[start - 1] in letters and not covered[start - 1]:
        start -= 1
    if at - start < 3 or page.text[start - 1 : start] not in ("同", "与", "和", "向", "对", "，", "。"):
        return None
    _put(page, people, covered, start, at, 0.85)
    return start


def _before_verb(page: Surface, at: int, people: dict[int, Person], covered: bytearray) -> None:
    """Read an untitled name at the start of a clause, right before a verb of speech."""
    for start in range(max(0, at - 6), at - 1):
        begins = _CLAUSE_START.search(page.text, max(0, start - 3), start)
        if begins and element_name_at(page, start) == at and not any(covered[start:at]):
            _put(page, people, covered, start, at, 0.85)
            return
    for size in (4, 3, 2):
        start = at - size
        if start < 0 or any(covered[start:at]) or any(page.blocked(i) for i in range(start, at)):
            continue
        if size == 2 and is_spaced(page, start) and _CLAUSE_START.search(page.text, max(0, start - 3), start):
            _put(page, people, covered, start, at, 0.9)
            return
        best = names.name_at(page, start)
        if names.doubtful(page.text[start]) and not (start == 0 or page.marks[start - 1]):
            continue
        if names.spoken(page.text[start:at]) or all(page.stop[start:at]):
            continue
        if (
            not best
            or best[0] != at
            or best[1] < UNTITLED
            or not _CLAUSE_START.search(page.text, max(0, start - 3), start)
        ):
            continue
        sure = page.text.startswith(("同志", "任", "为", "，男", "，女", "不再"), at)
        if sure or (
            lexicon.words().get(page.text[start:at], -99.0) < -14
            and lexicon.words().get(page.text[start : start + 2], -99.0) < -10.5
        ):
            _put(page, people, covered, start, at, 0.8)
            _back(page, start, people, covered)
        return


def _behind_verb(page: Surface, at: int, people: dict[int, Person], covered: bytearray) -> None:
    """Read 任命X为…, 免去X的…职务, 决定X为…: the name stands between the verb and 为 or 的."""
    removed = page.text.endswith("免去", 0, at)
    dotted = names.foreign_at(page, at, titled=False)
    ends = [dotted] if dotted else [at + n for n in (4, 3, 2)]
    for end in ends:
        note = _NOTE.match(page.text, end)
        if (
            not page.text.startswith(
                ("为", "的") if removed else ("为", "任", "现任", "曾任", "辞去", "同志辞去"),
                note.end() if note else end,
            )
            or any(covered[at:end])
            or (not dotted and any(page.blocked(i) for i in range(at, min(end, len(page.text)))))
        ):
            continue
        if (
            dotted
            or (names.surname_at(page.text, at) and end - at <= 2 + len(names.surname_at(page.text, at)[0]))
            or (end - at == 4 and len(names.surname_at(page.text, at) or [""]) == 2)
        ):
            _put(page, people, covered, at, end, 0.85)
            return


def _appointed(
    page: Surface, at: int, readings: Readings, people: dict[int, Person], covered: bytearray, *, removing: bool
) -> None:
    """Read the names of an item of a list of appointments: X、Y为…, X同志的…职务."""
    link = ("的", "同志的") if removing else ("为", "同志为")
    while True:
        end = people[at].end if at in people else _bounded(page, at, covered, (*link, "、"))
        if end is None:
            return
        if at not in people:
            _put(page, people, covered, at, end, 0.85)
        readings.appointed[at] = removing
        if page.text[end : end + 1] != "、":
            return
        at = end + 1


def _bounded(page: Surface, at: int, covered: bytearray, behind: tuple[str, ...]) -> int | None:
    """Give the end of the name that begins at an offset and stops at one of the words behind it."""
    dotted = names.foreign_at(page, at, titled=False)
    if dotted:
        return dotted if page.text.startswith(behind, dotted) else None
    for end in (at + 3, at + 2, at + 4):
        surnames = names.surname_at(page.text, at)
        if surnames and 1 <= end - at - len(surnames[0]) <= 2 and page.text.startswith(behind, end):
            return None if any(covered[at:end]) else end
    return None


def _back(page: Surface, at: int, people: dict[int, Person], covered: bytearray) -> None:
    """Read the names of a list from its last one leftwards: 潘逸舟、雷咏梅当选…."""
    while at and page.text[at - 1] in "、和":
        for size in (4, 3, 2):
            start = at - 1 - size
            best = names.name_at(page, start) if start >= 0 and not any(covered[start : at - 1]) else None
            if (
                best
                and best[0] == at - 1
                and best[1] > UNTITLED
                and _CLAUSE_START.search(page.text, max(0, start - 3), start)
            ):
                _put(page, people, covered, start, at - 1, 0.75)
                break
        else:
            return
        at = start


def _foreign_names(page: Surface, people: dict[int, Person], covered: bytearray) -> None:
    if not any(dot in page.text for dot in names.DOTS):
        return
    for match in names.DOTTED.finditer(page.text):
        first = max(0, match.start() - 1)
        head = re.split(f"[{names.DOTS}]", page.text[first : match.end()])[0]
        greeted = first + max(head.rfind(verb) + len(verb) if verb in head else 0 for verb in _GREETED)
        start = max(match.start(), greeted)
        begins = start == greeted > first or _CLAUSE_START.search(page.text, max(0, start - 3), start)
        if covered[start] or page.quoted[start] or not begins:
            continue
        end = names.foreign_at(page, start, titled=False)
        if end and closes(page, end) and not any(covered[start:end]) and not _SHIP.match(page.text, end):
            _put(page, people, covered, start, end, 0.8)


def _again(page: Surface, people: dict[int, Person], covered: bytearray) -> None:
    """Read the later (and earlier) mentions of the names that are known, also without a title."""
    known = {p.name for p in people.values()}
    forms = {name: name for name in known}
    for name in sorted(known):
        last = re.split(f"[{names.DOTS}]", name)[-1]
        if last != name and len(last) >= 2:
            forms.setdefault(last, name)
    for form, name in sorted(forms.items(), key=lambda f: (-len(f[0]), f[0])):
        at = page.text.find(form)
        while at >= 0:
            end = at + len(form)
            if not any(covered[at:end]) and _again_ok(page, at, end, form):
                people[at] = Person(at, end, name, 0.9)
                covered[at:end] = b"\x01" * (end - at)
            at = page.text.find(form, end)


def _again_ok(page: Surface, start: int, end: int, form: str) -> bool:
    if _THEORY.match(page.text, end) or _PRIVATE.search(page.text, max(0, start - 4), start):
        return False
    if len(form) > 2 and form not in lexicon.words():
        return True
    if page.text.endswith(_ACCUSED, 0, start):
        return True
    clause = _CLAUSE_START.search(page.text, max(0, start - 2), start)
    if form not in lexicon.words() and len(form) == 2:
        return bool(clause) or closes(page, end) or page.text[end : end + 1] in ("及", "或", "夫")
    near = page.text[end : end + 10]
    return bool(clause) and (closes(page, end) or re.match(r"[\u4e00-\u9fff]{0,6}地?[说道]", near) is not None)


@Language.component("kg_officials")
def kg_officials(doc: Doc) -> Doc:
    """Find the officials of a Doc; runs after kg_titles."""
    find_people(doc._.surface, doc._.readings)
    return doc
