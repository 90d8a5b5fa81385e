"""Find who issued and who wrote a document, and which documents cite or implement another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Predicate
from kg.readings import Document, Link, Readings, between
from kg.sentences import LONGEST, STOPS

_ISSUE = re.compile(
    r"(?:等[^，。；]{0,14}?(?:部门|单位|机关|委|局|方面))?(?:共同|联合|今[天日]|昨[天日]|（[^（）]{1,12}）|在[^，。；《]{2,10}?(?=联合|共同|发布)|日前|近日|已|也|曾|又|于|在|此前|先后|正式|最近|当晚|当天|当日|随即|迅速|及时|同步|紧急|专门|就此|研究|，?率先|去年|今年|前年|上月|本月|在[会席]上|在全[国省市]率先|[\d年月日]){0,10}"
    r"(?:修订|制定|研究)?(?:印发|出台|制定|颁布|公布|下发|发布|制定出台|制定印发|修订印发|转发|批转|签署|会签|批准)(?:实施)?(?:了|的)?[^，。；《]{0,8}$"
)
_ITS = re.compile(r"[该本]([部委厅局办院校会])(?=[^，。；]*$)")
"""An agency named before, by its last character: 该|厅|9月出台的."""
_JOIN = re.compile(r"、|和|及|与|(?:已|日前|近日|也)?(?:会同|联合)|，|以及| |")
_WITH = re.compile("(?:会同|联合)")
_SAME = re.compile(r"(?:该|这部|这一|此)(?P<kind>办法|意见|方案|通知|规定|条例|规划|指引|细则|标准|规范|政策|文件)")
_STOP = re.compile(r"[，。；\n]")
_MADE = re.compile(r"(?:联合|共同|牵头|会同)?(?:制定|印发|出台|起草并?印发|发布|颁布|修订)")
_DIRECT = re.compile(r"(?:的)?$")
_WRITE = re.compile(
    r"(?:同志|总书记|主席|书记)?(?:在[^。；]{0,24}?)?(?:发表|撰写|署名|作|做|以)?(?:的|了)?(?:题为)?(?:署名文章|重要文章|文章|专著|著作|讲话|重要讲话)?$"
)
_WORKS = re.compile(
    r"(?:著有|编著|主编|撰写(?:了|的)?|写下(?:了)?|自己(?:编|写|编写|撰写)的[^，。《]{0,8})(?:《[^》]{1,40}》[、和]?)*$"
)
_BOOK_GIFT = re.compile(r"[^。]{0,24}其(?:专著|著作|新书)$")
_TITLED = re.compile(r"关于|印发|公布|转发")
_INNER = re.compile(r"〈([^〉]+)〉|《([^》]+)》")
_CITE = re.compile(r"(?:根据|依据|按照|依照)[^。；]{0,40}$")
_IMPLEMENT = re.compile(r"(?:贯彻落实|贯彻|落实|细化|实施)[^。；]{0,30}$")


def issuing(text: str, readings: Readings) -> Iterator[Link]:
    """Yield an issued or authored link for every agency or person whom the text or the title names as the source."""
    for document in readings.documents:
        outer = document.start - 1 if text[document.start - 1 : document.start] == "《" else document.start
        if document.alias:
            continue
        yield from _by_text(text, readings, document, outer)
        yield from _by_title(text, document)
        yield from _authors(text, readings, document, outer)
    if readings.documents:
        yield from _by_later_words(text, readings)


def _by_text(text: str, readings: Readings, document: Document, outer: int) -> Iterator[Link]:
    before = [a for a in between(readings.agencies, outer - LONGEST, outer) if a.end <= outer]
    its = _ITS.search(text, max(0, outer - 60), outer)
    near = [
        a
        for a in before
        if (text[a.end - 1] == its[1] and a.end <= its.start() if its else a.end >= outer - 60 and a.kind != "media")
    ]
    partner = next(
        (a for a in before if its and a.start > its.end() and _WITH.fullmatch(text, its.end(), a.start)), None
    )
    words = text[partner.end if partner else its.end() if its else near[-1].end : outer] if near else STOPS
    if not set(STOPS).isdisjoint(words) or not (
        _ISSUE.fullmatch(words) or (_DIRECT.fullmatch(words) and document.kind in ("policy", "law"))
    ):
        return
    run = [near[-1], *([partner] if partner else [])]
    for agency in () if its else reversed([a for a in before if a.end <= near[-1].start]):
        if not _JOIN.fullmatch(text, agency.end, run[-1].start) or agency.kind == "media":
            break
        run.append(agency)
    for agency in reversed(run):
        yield Link(
            ("mention", "", agency.start),
            Predicate.ISSUED,
            ("mention", "", document.start),
            agency.start,
            document.end,
            "issue",
            0.93,
        )


def _by_later_words(text: str, readings: Readings) -> Iterator[Link]:
    """Read who made the document named last: 该办法由市民政局、市财政局联合制定."""
    for match in _SAME.finditer(text):
        by = text.startswith("由", match.end()) or text.startswith("是由", match.end())
        stop = _STOP.search(text, match.end())
        run = between(readings.agencies, match.end() + 1, stop.start() if stop else len(text))
        named = [d for d in between(readings.documents, 0, match.start()) if not d.alias]
        if not by or not run or not named or match["kind"] not in named[-1].name:
            continue
        if _MADE.match(text, run[-1].end):
            for agency in run:
                source = ("mention", "", agency.start)
                target = ("mention", "", named[-1].start)
                yield Link(source, Predicate.ISSUED, target, match.start(), run[-1].end, "issue", 0.85)


def _by_title(text: str, document: Document) -> Iterator[Link]:
    """Read the issuers that a title begins with: 中共中央 国务院关于…, 民政部关于印发〈…〉的通知."""
    head = _TITLED.search(document.name)
    if head is None or head.start() < 2 or document.kind in ("speech", "book"):
        return
    for name in re.split(r"[、 和]", document.name[: head.start()]):
        if len(name) >= 2:
            yield Link(
                ("organ", name, document.start),
                Predicate.ISSUED,
                ("mention", "", document.start),
                document.start,
                document.end,
                "title",
                0.9,
            )
            for inner in _INNER.finditer(document.name):
                ground = ("document", inner.group(1) or inner.group(2), document.start)
                yield Link(
                    ("organ", name, document.start),
                    Predicate.ISSUED,
                    ground,
                    document.start,
                    document.end,
                    "title",
                    0.9,
                )


def _authors(text: str, readings: Readings, document: Document, outer: int) -> Iterator[Link]:
    works = _WORKS.search(text, max(0, outer - 60), outer)
    reach = 120 if works else 50
    before = [p for p in between(readings.people, outer - LONGEST, outer) if outer - reach <= p.end <= outer]
    if works and not before:
        told = list(between(readings.people, text.rfind("\n", 0, outer) + 1, outer))
        before = told[-1:] if len({person.name for person in told}) == 1 else []
    if not before or document.kind not in ("speech", "book", "other"):
        return
    person, words = before[-1], text[before[-1].end : outer]
    if not works and not set(STOPS).isdisjoint(words):
        return
    gift = works or _BOOK_GIFT.fullmatch(words)
    congress = (
        document.kind == "speech"
        and outer == document.start
        and re.fullmatch(r"(?:总书记)?(?:代表[^，。]{2,20})?(?:在|所作的?)", words)
    )
    if (
        gift
        or congress
        or (document.kind in ("speech", "book") and outer != document.start and _WRITE.fullmatch(words))
    ):
        yield Link(
            ("person", person.name, person.start),
            Predicate.AUTHORED,
            ("mention", "", document.start),
            person.start,
            document.end,
            "author",
            0.9,
        )


def policy(text: str, readings: Readings) -> Iterator[Link]:
    """Yield cites and implements links between the document an article is about and those its sentence names."""
    for later, earlier in zip(readings.documents[1:], readings.documents, strict=False):
        if "\n" in text[earlier.end : later.start] or "。" in text[earlier.end : later.start] or later.alias:
            continue
        between = text[earlier.end : later.start - 1]
        inner = _INNER.search(later.name)
        if inner and later.name.endswith(("实施细则", "实施办法", "实施方案", "实施意见")):
            ground = ("document", inner.group(1) or inner.group(2), later.start)
            yield Link(("mention", "", later.start), Predicate.IMPLEMENTS, ground, later.start, later.end, "title", 0.9)
        if _CITE.search(between) and re.match(
            r"》[^，。；]{0,12}[，,]?(?:制定|等制定)", text[later.end : later.end + 20]
        ):
            yield Link(
                ("mention", "", earlier.start),
                Predicate.CITES,
                ("mention", "", later.start),
                earlier.start,
                later.end,
                "cite",
                0.8,
            )
        elif _IMPLEMENT.fullmatch(between):
            yield Link(
                ("mention", "", earlier.start),
                Predicate.IMPLEMENTS,
                ("mention", "", later.start),
                earlier.start,
                later.end,
                "implement",
                0.75,
            )
