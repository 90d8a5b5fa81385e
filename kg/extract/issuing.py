"""Find who issued a document, and who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.authorship import authors
from kg.extract.citing import inner_titles
from kg.model import Predicate
from kg.readings import Agency, Document, Ground, Link, Readings, between
from kg.sentences import LONGEST, STOPS

_ISSUE = re.compile(
    r"(?:等[^，。；]{0,14}?(?:部门|单位|机关|委|局|方面))?(?:共同|联合|今[天日]|昨[天日]|（[^（）]{1,12}）|在[^，。；《]{2,10}?(?=联合|共同|发布)|日前|近日|已|也|曾|又|于|在|此前|先后|正式|最近|当晚|当天|当日|随即|迅速|及时|同步|紧急|专门|就此|研究|，?率先|就|还|便|随后|相继|陆续|[去今前]年(?:[上下]半年|[年]?[底初中末]|[春夏秋冬]季?)?|[年月][底初末]|上月|本月|刚刚?|新近|在[会席]上|在全[国省市]率先|[\d年月日]){0,10}"
    r"(?:修订|制定|研究)?(?:印发|出台|制定|颁布|公布|下发|发布|制定出台|制定印发|修订印发|转发|批转|签署|会签|批准)(?:实施)?(?:了|的)?[^，。；《]{0,8}$"
)
_ITS = re.compile(r"[该本]([部委厅局办院校会])(?=[^，。；]*$)")
"""An agency named before, by its last character: 该|厅|9月出台的."""
_JOIN = re.compile(r"、|和|及|与|(?:已|日前|近日|也)?(?:会同|联合)|，|以及| |")
_WITH = re.compile("(?:会同|联合)")
_SAME = re.compile(r"(?:该|这部|这一|此)(?P<kind>办法|意见|方案|通知|规定|条例|规划|指引|细则|标准|规范|政策|文件)")
_STOP = re.compile(r"[，。；\n]")
_MADE = re.compile(r"(?:联合|共同|牵头|会同)?(?:制定|印发|出台|起草并?印发|发布|颁布|修订)")
_BY = re.compile("(?:（(?:以下|下)(?:统|简)?称[^（）]{1,16}）)?(?:是|已)?由")
_MADE_BY_ALL = re.compile(f"(?:等[^，。；]{{0,8}}?(?:部门|单位|机关))?{_MADE.pattern}")
_DIRECT = re.compile(r"(?:等[^，。；]{0,8}?(?:部门|单位|机关))?的?$")
_DRAFTED = re.compile("(?<=[发台布])了?由[^，。；《》]{2,80}?(?:起草|编制|拟定|研制)的$")
"""What stands between 印发 and a document that others drafted."""
_THAT = re.compile(
    "(?:印发|出台|制定|发布|下发)的(?:这[份部]|该)?(?P<kind>计划|方案|意见|办法|通知|规定|规划|细则|标准|规范|文件)"
)
"""What a document named before is called by those who issued it: 这份由甲、乙联合印发的|计划."""
_TITLED = re.compile(r"关于|印发|公布|转发")


def issuing(text: str, readings: Readings) -> Iterator[Link]:
    """Yield an issued or authored link for every agency or person whom the text or the title names as the source."""
    for document in readings.documents:
        outer = document.start - 1 if text[document.start - 1 : document.start] == "《" else document.start
        if document.alias:
            continue
        yield from _by_text(text, readings, document, outer)
        yield from _by_title(text, document)
        yield from authors(text, readings, document, outer)
    if readings.documents:
        yield from _by_passive(text, readings)
        yield from _by_later_words(text, readings)
        yield from _by_that_name(text, readings)


def _by_text(text: str, readings: Readings, document: Document, outer: int) -> Iterator[Link]:
    """Read the issuers whom the sentence names before a document: 甲部、乙部日前印发《…》."""
    drafted = _DRAFTED.search(text, max(0, outer - LONGEST), outer) if text[outer - 1] == "的" else None
    outer = drafted.start() if drafted else outer
    before = [a for a in between(readings.agencies, outer - LONGEST, outer) if a.end <= outer]
    its = _ITS.search(text, max(0, outer - 60), outer)
    near = _its_own(text, before, its) if its else [a for a in before if a.end >= outer - 60 and a.kind != "media"]
    partner = [a for a in before if its and a.start > its.end() and _WITH.fullmatch(text, its.end(), a.start)]
    words = text[partner[0].end if partner else its.end() if its else near[-1].end : outer] if near else STOPS
    direct = document.kind in ("policy", "law") and _DIRECT.fullmatch(words)
    if not set(STOPS).isdisjoint(words) or not (direct or _ISSUE.fullmatch(words)):
        return
    target: Ground = ("mention", "", document.start)
    for agency in [near[-1], *partner] if its else _joined(text, before, near[-1]):
        yield Link(
            ("mention", "", agency.start), Predicate.ISSUED, target, agency.start, document.end, "issue", 0.93
        )  # fmt: skip


def _its_own(text: str, before: list[Agency], its: re.Match[str]) -> list[Agency]:
    return [agency for agency in before if text[agency.end - 1] == its[1] and agency.end <= its.start()]


def _joined(text: str, before: list[Agency], last: Agency) -> list[Agency]:
    """Give an agency with those before it that are joined to it, in their order: 甲部、|乙部|会同|丙部."""
    run = [last]
    for agency in reversed([a for a in before if a.end <= last.start]):
        if not _JOIN.fullmatch(text, agency.end, run[-1].start) or agency.kind == "media":
            break
        run.append(agency)
    return run[::-1]


def _by_later_words(text: str, readings: Readings) -> Iterator[Link]:
    """Read who made the document named last: 该办法由市民政局、市财政局联合制定."""
    for match in _SAME.finditer(text):
        run, named = _makers(text, readings, match.end()), _named_before(readings, match.start())
        if run and named and match["kind"] in named.name:
            yield from _made(run, named, match.start(), run[-1].end, 0.85)


def _by_passive(text: str, readings: Readings) -> Iterator[Link]:
    """Read who made a document that the sentence is about: 《通知》由甲部会同乙部、丙局等部门联合印发."""
    for document in readings.documents:
        run = _makers(text, readings, document.end + 1) if text.startswith("》", document.end) else []
        yield from _made(run, document, document.start, run[-1].end if run else 0, 0.88)


def _by_that_name(text: str, readings: Readings) -> Iterator[Link]:
    """Read who issued the document named last: 这份由县委办公室、县政府办公室联合印发的计划."""
    for match in _THAT.finditer(text):
        near = between(readings.agencies, match.start() - LONGEST, match.start())
        before = [agency for agency in near if agency.end <= match.start()]
        run, named = _joined(text, before, before[-1]) if before else [], _named_before(readings, match.start())
        if not run or named is None or match["kind"] not in named.name or named.end > run[0].start:
            continue
        if text[run[0].start - 1] == "由" and text[run[-1].end : match.start()] in ("", "联合", "共同"):
            yield from _made(run, named, run[0].start, match.end(), 0.85)


def _makers(text: str, readings: Readings, at: int) -> list[Agency]:
    """Give the agencies behind 由 at an offset that made something: 由|甲部会同乙局等部门|联合印发."""
    by, stop = _BY.match(text, at), _STOP.search(text, at)
    run = between(readings.agencies, by.end(), stop.start() if stop else len(text)) if by else []
    return list(run) if run and _MADE_BY_ALL.match(text, run[-1].end) else []


def _named_before(readings: Readings, at: int) -> Document | None:
    """Give the document that a text names last before an offset, by a name that is no short one."""
    near = between(readings.documents, at - LONGEST, at)
    return next((document for document in reversed(near) if not document.alias), None)


def _made(run: list[Agency], document: Document, start: int, end: int, confidence: float) -> Iterator[Link]:
    """Yield that each of some agencies issued a document, with where the text says so."""
    target: Ground = ("mention", "", document.start)
    for agency in run:
        yield Link(("mention", "", agency.start), Predicate.ISSUED, target, start, end, "issue", confidence)


def _by_title(text: str, document: Document) -> Iterator[Link]:
    """Read the issuers that a title begins with: 中共中央 国务院关于…, 民政部关于印发〈…〉的通知."""
    head = _TITLED.search(document.name)
    if head is None or head.start() < 2 or document.kind in ("speech", "book"):
        return
    whole: Ground = ("mention", "", document.start)
    inner: list[Ground] = [("document", name, document.start) for name in inner_titles(document.name)]
    for name in re.split(r"[、 和]", document.name[: head.start()]):
        source: Ground = ("organ", name, document.start)
        for target in (whole, *inner) if len(name) >= 2 else ():
            yield Link(source, Predicate.ISSUED, target, document.start, document.end, "title", 0.9)
