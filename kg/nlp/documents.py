"""Find the named texts: titles in 《》, laws cited without brackets, and the papers that 《》 also name."""

from __future__ import annotations

import re
from itertools import repeat

from spacy.language import Language
from spacy.tokens import Doc

from kg import vocabulary
from kg.nlp import lexicon, one_pass, surface
from kg.nlp.surface import Bracket, Surface
from kg.readings import Agency, Document, Readings, by_start

_NUMBER = re.compile(r"[\s（(]{0,3}((?:[\u4e00-\u9fff]{1,10}[〔\[（(【﹝]\d{4}[〕\]）)】﹞]\s?(?:第)?\d+\s?号))")
_ALIAS = re.compile(r"(?:以下(?:统?简称|称)|简称)[：:]?[“\"]?$")
_CONGRESS = re.compile(
    r"(?:中国共产党|党的)(?:第?[一二三四五六七八九十]{1,3})(?:大|次全国代表大会|届[一二三四五六七八九]中全会)报告"
)
_ACCOUNT = re.compile(
    r"(?:据|来源：|来源:|转自)\s*[“\"]?(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,16}?)[”\"]?(?:官方)?(?:微信公众号|公众号|客户端|微博)"
)
_PASSED = re.compile(r"通过了?(?P<acts>[^，。；：\n《]{3,90})")
_ACT = re.compile(
    r"(?:(?<=通过)|(?<=通过了)|[、和与])(?:新?(?:修订|修改)的)?(?:(?P<law>(?![的了])[\u4e00-\u9fff]{2,14}?法)|(?P<decision>关于[\u4e00-\u9fff]{4,40}?的(?:决定|决议)))"
    r"(?=$|[、和与])"
)
"""The laws and decisions that an assembly passed, in a list without brackets: 社会救助法、|关于修改渔业法的决定."""
_NO_LAW = re.compile("[办方做想看说执司立守违合非无设用手书语战疗算打兵宪]法$|草案|有关|相关|一批|若干")
_DRAFT = re.compile(r"[（(][^（()）]{1,12}[)）]$")
"""What stands behind the words that tell the kind: 暂行办法|（试行）."""
_NOT_LAW = re.compile("[学律]|规(?!定)")
"""What makes a law but the first word of others: 湿地保护法|规, 刑法|学."""
_NOT_LAW_BEFORE = frozenset("执司立普违合非守用")

for _name in ("readings", "surface", "printed", "spaced"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


@vocabulary.compiled
def _kinds() -> dict[str, tuple[tuple[str, ...], tuple[tuple[str, str], ...]]]:
    """Give by where they stand the words that tell the kind of a text; and these words with their kinds."""
    table: dict[str, list[tuple[str, str]]] = {"end": [], "after": [], "before": []}
    for word, where, kind in vocabulary.read_table("document_kinds"):
        table[where].append((word, kind))
    ordered = {where: tuple(sorted(rows, key=lambda r: -len(r[0]))) for where, rows in table.items()}
    return {where: (tuple(word for word, _ in rows), rows) for where, rows in ordered.items()}


@vocabulary.compiled
def _not_media() -> tuple[str, ...]:
    return tuple(row[0] for row in vocabulary.read_table("not_media"))


@vocabulary.compiled
def laws() -> lexicon.WordList:
    """Give the laws and papers that are cited without brackets, with their kinds."""
    return lexicon.word_list(dict(vocabulary.read_table("laws")))


def kind_of(text: str, bracket: Bracket) -> str:
    """Tell the kind of text that a bracket names, from the words beside it and its last words.

    Gives `media` for a newspaper or magazine and `none` for a film, song or programme.
    """
    name = text[bracket.start : bracket.end]
    known = lexicon.organ_media().get(name)
    if known:
        return "media"
    after, before = (
        text[bracket.outer_end : bracket.outer_end + 7].removeprefix("的"),
        text[max(0, bracket.outer_start - 5) : bracket.outer_start],
    )
    words, kinds = _kinds()["after"]
    for word, kind in kinds if after.startswith(words) else ():
        if after.startswith(word) and not (kind == "speech" and _is_policy(name)):
            return kind
    if not name.endswith(_not_media()) and name.endswith(("报", "杂志")) and len(name) <= 10:
        return "media"
    words, kinds = _kinds()["before"]
    for word, kind in kinds if before.endswith(words) else ():
        if before.endswith(word) and not _is_policy(name):
            return kind
    return _ending(name)


def _is_policy(name: str) -> bool:
    return _ending(name) in ("policy", "law")


def _ending(name: str) -> str:
    stripped = _DRAFT.sub("", name) if name.endswith(("）", ")")) else name
    words, kinds = _kinds()["end"]
    for word, kind in kinds if stripped.endswith(words) else ():
        if stripped.endswith(word) and kind != "media":
            return kind
    return "other"


def find_documents(page: Surface, readings: Readings, printed: str) -> None:
    """Read the brackets and the laws of a text into `readings.documents`, papers into `readings.agencies`."""
    text = page.text
    for bracket in page.brackets:
        if bracket.end <= bracket.start:
            continue
        kind, name = kind_of(text, bracket), printed[bracket.start : bracket.end]
        if kind == "media":
            readings.agencies.append(Agency(bracket.start, bracket.end, "media", name=name))
        elif kind != "none":
            number = _NUMBER.match(text, bracket.outer_end)
            alias = _ALIAS.search(text[max(0, bracket.outer_start - 8) : bracket.outer_start]) is not None
            found = number.group(1) if number else ""
            readings.documents.append(Document(bracket.start, bracket.end, name, kind, found, alias))
    _find_unbracketed(page, readings)
    _find_repeated(page, readings)
    _find_accounts(page, readings)
    readings.documents.sort(key=by_start)


def _find_unbracketed(page: Surface, readings: Readings) -> None:
    text, known = page.text, laws()
    for index, start, end in one_pass.find(page, laws):
        if (
            page.quoted[start]
            or _NOT_LAW.match(text, end)
            or (end - start == 2 and text[start] != "宪" and text[start - 1 : start] in _NOT_LAW_BEFORE)
            or (end - start == 2 and text[start] not in "宪刑党" and not _may_begin(page, start))
        ):
            continue
        name = known.words[index]
        if name == "宪法" and (text[end : end + 2] in ("宣誓", "日", "精神", "修正") or _is_foreign(text, start)):
            continue
        readings.documents.append(Document(start, end, name, str(known.payload[index])))
    _find_passed(page, readings)
    reports = _CONGRESS.finditer(text) if "报告" in text else ()
    treaties = _treaty().finditer(text) if "条约" in text or "协定" in text else ()
    for match, kind in (*zip(reports, repeat("speech")), *zip(treaties, repeat("other"))):
        if not page.quoted[match.start()]:
            readings.documents.append(Document(match.start(), match.end(), match.group(), kind))
    for document in readings.documents:
        page.quoted[document.start : document.end] = b"\x01" * (document.end - document.start)


@vocabulary.compiled
def _treaty() -> re.Pattern[str]:
    """Give the treaty of two states by their characters or names: 中日|和平友好条约, 中国—马尔代夫|自贸协定."""
    letter = "[" + "".join(sorted({country.name[0] for country in vocabulary.countries()})) + "]"
    matter = "(?:睦邻友好合作|和平友好|友好合作|自由贸易|自贸|引渡|投资保护|社会保障)(?:条约|协定)"
    return re.compile(f"(?:中{letter}|{letter}中|中国[—－-]{lexicon.country_names()}){matter}")


def _find_passed(page: Surface, readings: Readings) -> None:
    """Find the laws and decisions that an assembly passed, which may be in no list yet."""
    for passed in _PASSED.finditer(page.text) if "通过" in page.text else ():
        for act in _ACT.finditer(page.text, *passed.span("acts")):
            start, end = act.span(act.lastgroup or 0)
            if 1 in page.quoted[start:end] or _NO_LAW.search(act[act.lastgroup or 0]):
                continue
            readings.documents = [d for d in readings.documents if not start <= d.start < end]
            kind = "law" if act["law"] else "policy"
            readings.documents.append(Document(start, end, page.text[start:end], kind))


def _is_foreign(text: str, start: int) -> bool:
    """Tell whether the law of another country is meant: 日本|宪法, 日本和平|宪法."""
    before = text[max(0, start - 10) : start].removesuffix("和平").removesuffix("国")
    return any(before.endswith(country.name) for country in vocabulary.countries() if country.code != "CN")


def _may_begin(page: Surface, start: int) -> bool:
    """Tell whether a law of two characters may begin here: 依照|水法, and no 节|水法."""
    return start == 0 or bool(page.stop[start - 1]) or page.text[start - 1] in "照据守习以和与"


def _find_repeated(page: Surface, readings: Readings) -> None:
    """Find the full titles of documents where they stand without 《》: in the headline, those of policy anywhere."""
    headline = page.text.find("\n")
    for name, kind in {surface.widen(d.name): d.kind for d in readings.documents if len(d.name) >= 8}.items():
        reach = len(page.text) if kind in ("law", "policy") else max(headline, 0)
        for at, end in surface.occurrences(page.text, name, reach):
            if not page.quoted[at]:
                readings.documents.append(Document(at, end, name, kind))
                page.quoted[at:end] = b"\x01" * len(name)


def _find_accounts(page: Surface, readings: Readings) -> None:
    """Find the media that are named by their account: “…”微信公众号."""
    for match in _ACCOUNT.finditer(page.text):
        start, end = match.span("name")
        if 1 not in page.quoted[start:end]:
            readings.agencies.append(Agency(start, end, "media", name=page.text[start:end]))


@Language.component("kg_documents")
def kg_documents(doc: Doc) -> Doc:
    """Prepare the surface of a Doc and find its documents; the first component of the pipeline."""
    text = doc._.printed or doc.text
    page = surface.read(text, doc._.spaced or frozenset())
    readings = Readings()
    find_documents(page, readings, text)
    doc._.surface, doc._.readings = page, readings
    return doc
