"""Find who wrote a document, or gave it as a speech."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Predicate
from kg.readings import Document, Link, Person, Readings, between
from kg.sentences import LONGEST, STOPS

_WRITE = re.compile(
    r"(?:同志|总书记|主席|书记)?(?:在[^。；]{0,24}?)?(?:发表|撰写|署名|作|做|以)?(?:的|了)?(?:题为)?(?:署名文章|重要文章|文章|专著|著作|讲话|重要讲话)?$"
)
_WORKS = re.compile(
    r"(?:著有|著有[^，。《]{1,8}|合?编著|合著|(?<!其)主编(?:的|了)?|撰写(?:了|的)?|写下(?:了)?|自己(?:编|写|编写|撰写)的[^，。《]{0,8})"
    r"(?:《[^》]{1,40}》[、和]?)*$"
)
_TALK = re.compile("(?:同志|教授|院士)?(?:[^，。]{0,16}[，])?(?:作|做|带来|讲授|讲)了?题为")
_TALKED = re.compile("》的[^，。、]{0,6}(?:讲座|报告|演讲|发言|讲话|授课|党课|宣讲|辅导)")
_PEN = re.compile("(?:等|等人|等专家)?(?:共同|联合)?(?:执笔|撰写|编写|编著|合著)的$")
_AND = re.compile("[、和与][^，。；]{0,24}")
_BOOK_GIFT = re.compile(r"[^。]{0,24}其(?:专著|著作|新书|(?:主编|编著|撰写|所著)的)$")
_PRESS = re.compile(r"(?:应邀)?在《[^》]{2,12}》(?:[^，。；]{0,6}上)?(?:撰文|刊文|发表文章|发表署名文章)(?:题为)?")
_CONGRESS_SPEECH = re.compile(r"(?:总书记)?(?:代表[^，。]{2,20})?(?:在|所作的?)")


def authors(text: str, readings: Readings, document: Document, outer: int) -> Iterator[Link]:
    """Yield an authored link for the person whom the words before a document name as its author.

    `outer` is where the document begins with its bracket, in code points.
    """
    yield from _penned(text, readings, document, outer)
    works = _WORKS.search(text, max(0, outer - 60), outer)
    if document.kind not in ("speech", "book", "other", *(["report"] if works else [])):
        return
    person = _nearest(text, readings, outer, listed=works is not None)
    if person is None:
        return
    words = text[person.end : outer]
    told = _TALK.fullmatch(words) and _TALKED.match(text, document.end)
    said = set(STOPS).isdisjoint(words) and (told or _tells(words, document, bracketed=outer != document.start))
    if works or said:
        target = ("mention", "", document.start)
        yield Link(
            ("person", person.name, person.start), Predicate.AUTHORED, target, person.start, document.end, "author", 0.9
        )  # fmt: skip


def _penned(text: str, readings: Readings, document: Document, outer: int) -> Iterator[Link]:
    """Read the people of whom it is said that the document is from their pen: 由甲、乙等|执笔的|《…》."""
    pen = _PEN.search(text, max(0, outer - 14), outer)
    if pen is None:
        return
    begins = pen.start()
    for person in reversed(between(readings.people, outer - LONGEST, begins + 1)):
        if person.end != begins and not _AND.fullmatch(text, person.end, begins):
            break
        begins = person.start
        author = ("person", person.name, person.start)
        target = ("mention", "", document.start)
        yield Link(author, Predicate.AUTHORED, target, person.start, document.end, "author", 0.9)


def _nearest(text: str, readings: Readings, outer: int, *, listed: bool) -> Person | None:
    """Give the person named last before a document; of works told of later, the only one of the paragraph."""
    reach = 120 if listed else 50
    before = [p for p in between(readings.people, outer - LONGEST, outer) if outer - reach <= p.end <= outer]
    if listed and (not before or "。" in text[before[-1].end : outer]):
        told = list(between(readings.people, text.rfind("\n", 0, outer) + 1, outer))
        quoted = bool(before) and "“" in text[before[-1].end : outer]
        before = told[-1:] if len({person.name for person in told}) == 1 and not quoted else []
    return before[-1] if before else None


def _tells(words: str, document: Document, *, bracketed: bool) -> bool:
    """Tell whether the words between a person and a document say that the one wrote the other."""
    if _BOOK_GIFT.fullmatch(words) or _PRESS.fullmatch(words):
        return True
    if document.kind == "speech" and not bracketed and _CONGRESS_SPEECH.fullmatch(words):
        return True
    return document.kind in ("speech", "book") and bracketed and _WRITE.fullmatch(words) is not None
