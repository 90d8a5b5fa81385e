"""Decide where the name of a foreign organ ends behind its country's: 美国|国防部, 日本|经济产业省."""

from __future__ import annotations

import re

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.organ_names import CLASS_TAIL, ends_for_sure, right_edge_ok
from kg.nlp.surface import Surface

_REACH = 16
_HEADS = ("部长", "局长", "署长", "厅长")
_MANY = re.compile(
    "[\u4e00-\u9fff]{2,6}(?:、[\u4e00-\u9fff]{2,6})+[和与及][\u4e00-\u9fff]{2,8}?部(?=[前原]?副?部?长|国务秘书|常务秘书)"
)
"""A ministry for several things, known by its head: 外交、外国就业和旅游|部长."""
NO_PARTY = "(?![员委派章纲内外中群性人]|组(?!成|阁|建))"
"""What stands behind 党 in other words: 党员, 党组."""
_NO_NAME = re.compile("(?:新(?:一届|任)?|现任?|本届|前|历届)(?:联合)?(?:政府|内阁)")
"""What tells of a country's government and is no name: 葡萄牙|新政府."""
_COUNCIL = re.compile("部长会议(?=副?主席)")


@vocabulary.compiled
def _joint() -> re.Pattern[str]:
    """Give what ends the name of a foreign organ: a preposition, or the country of the next: 美国防部|和韩国…."""
    counted = "[一二三四五六七八九十两几数多\\d][所家名座]"
    return re.compile(f"[同向在]|对(?!外)|当局|{counted}|[和与及]{lexicon.country_names()}")


@vocabulary.compiled
def domains() -> str:
    """Give what ministries abroad are for, one of several things, as a pattern."""
    return lexicon.one_of(row[0] for row in vocabulary.read_table("ministry_domains"))


@vocabulary.compiled
def _ministry() -> re.Pattern[str]:
    """Give the name of a ministry for several things: 农业、林业和水利|部, 建设、交通和基础设施|部."""
    return re.compile(f"{domains()}(?:、{domains()})*[、和与及]{domains()}部(?!门|分|级|委)")


@vocabulary.compiled
def party_word() -> str:
    """Give the words of which the names of parties are made, as a pattern of one."""
    return lexicon.one_of(row[0] for row in vocabulary.read_table("party_words"))


@vocabulary.compiled
def party_ends() -> str:
    """Give the last characters of those words."""
    return "".join(sorted({row[0][-1] for row in vocabulary.read_table("party_words")}))


@vocabulary.compiled
def _party() -> re.Pattern[str]:
    """Give the name of a party of words that other parties have too: 韩国|共同民主党, 肯尼亚|联合民主同盟."""
    return re.compile(f"{party_word()}{{1,4}}(?:党{NO_PARTY}|[联同]盟(?=总书记|秘书长|副?主席|领导人|领袖))")


def foreign_end(page: Surface, start: int, *, ministries: str) -> tuple[int, str] | None:
    """Give the end and kind of a foreign organ that runs on from its country's name, or None.

    `ministries` is the word that ends a ministry's name there: 省 in Japan, else 部.
    """
    if several := _of_several(page.text, start):
        return several.end(), "government"
    if party := _party().match(page.text, start):
        return party.end(), "party"
    table, pattern = lexicon.foreign_suffixes()
    if _NO_NAME.match(page.text, start):
        return None
    limit, best = _limit(page, start), None
    whole = pattern.match(page.text, start)
    if whole and whole.end() > limit and len(whole.group()) > 3 and right_edge_ok(page, whole.end()):
        return whole.end(), table[whole.group()]
    for suffix in pattern.finditer(page.text, start, limit):
        if best and page.text[best[0]] in "和与及":
            break
        if (suffix.group() != "省" or ministries == "省") and _ends_name(page, start, limit, suffix):
            best = (suffix.end(), table[suffix.group()])
    return best


def _of_several(text: str, start: int) -> re.Match[str] | None:
    """Give the name of a ministry for several things, or of a council of ministers, None if there is none."""
    return _ministry().match(text, start) or _COUNCIL.match(text, start) or _MANY.match(text, start)


def _limit(page: Surface, start: int) -> int:
    """Give where a name ends at the latest: at a joint or a stop, of which 部 in 部长 may be its own: 美国|国防部长."""
    text, limit = page.text, page.next_stop(start, start + _REACH)
    if text.startswith(_HEADS, limit) and text[limit - 1] != text[limit]:
        limit += 1
    joint = _joint().search(text, start, limit)
    return joint.start() if joint else limit


def _ends_name(page: Surface, start: int, limit: int, suffix: re.Match[str]) -> bool:
    """Tell whether a suffix ends the name of an organ abroad: 国防部 does, 部 in 部长级 doesn't."""
    word, end = suffix.group(), suffix.end()
    if page.text.startswith("长级", end) or (word == "党" and end - start < 3):
        return False
    if CLASS_TAIL.search(page.text, start, end) or (len(word) == 1 and not _stands_out(page, end, limit)):
        return False
    return right_edge_ok(page, end)


def _stands_out(page: Surface, end: int, limit: int) -> bool:
    """Tell whether a name ends with a suffix of one character: nothing, a joint, a verb or its head follows."""
    text = page.text
    return end == limit or ends_for_sure(page, end) or text[end] in "和与" or text.startswith(_HEADS, end - 1)
