"""Decide where a name of an organisation begins that only its last words give away: 腾讯公益慈善|基金会."""

from __future__ import annotations

import re

from kg.nlp import lexicon
from kg.nlp.organ_names import ORDINARY
from kg.nlp.surface import Surface

_REACH = 20
_REACH_OF_BRACKET = 12
_NAMES = ("同济", "同仁", "同方", "和平", "和谐")
"""How names begin that begin as a connector does."""
_CONNECTOR = "和与及同跟并或"
_NOW = ("（现", "（今", "（原")
_CLASS_WORDS = ("代表", "单位", "涉事")
"""Words before a name that are no part of it: 成员单位|某某公司."""
_POINTED_AT = ("该校", "该院", "本校", "本院", "我校", "我院")
"""What points at a school named before: 该校|粮食学院."""
_VAGUE = ("某", "各", "一家", "多家", "多名", "多所", "名为")
_FARMS = ("农场", "林场")
_HEAD = re.compile("副?场长|(?:党委|党总支|党支部)(?:副?书记|委员)|主任")
"""The heads who make words the name of a farm: 红旗林场|场长."""
_LONGEST_FARM = 5
_CHAIR = re.compile("(?:名誉|常务|执行|荣誉)?副?(?:会长|理事长|秘书长|监事长)(?!期)")
_OF_ITSELF = ("大学", "学院", "基金会", "流域管理局")
"""Suffixes that make a name of ordinary words: 交通|大学."""


def left_edge(page: Surface, at: int, covered: bytearray) -> int | None:
    """Give where a name begins whose strong suffix stands at `at`, or None if it is a class of organisations."""
    text = page.text
    start = _behind_connector(text, _bound(page, at, _REACH, covered), at)
    start = _behind_appointment(text, _behind_joint(text, start, at), at)
    start = _behind_class(text, _before_bracket(page, start, covered), at)
    start += text[start - 1 : start + 1] in _POINTED_AT
    suffix = lexicon.suffixes()[3].match(text, at)
    if suffix and suffix.group() in _FARMS and _HEAD.match(text, suffix.end()):
        start += text[start] in "有是为请"
        return start if 1 < at - start <= _LONGEST_FARM else None
    if suffix and _CHAIR.match(text, suffix.end()) and _names_association(text[start:at], suffix.group()):
        return start
    return start if suffix and _names_one(text[start:at], suffix.group()) else None


def _names_association(prefix: str, suffix: str) -> bool:
    """Tell whether a prefix that is no word makes the name of an association before its head: 潭门渔业|协会|会长."""
    if not suffix.endswith("会") or not 4 <= len(prefix) <= 12 or any(word in prefix for word in _VAGUE):
        return False
    return prefix[0] not in "省市县区州本该我" and not _only_words(prefix, shortest=2)


def _bound(page: Surface, at: int, reach: int, covered: bytearray) -> int:
    """Give the offset before which no name that holds `at` begins: a stop or another name ends there."""
    first = max(0, at - reach)
    return max(page.last_stop(at, first), covered.rfind(1, first, at) + 1)


def _behind_connector(text: str, start: int, at: int) -> int:
    """Give where a name begins behind connectors, or the words of its note: （现|某某大学, 下简称|某某公司."""
    while start < at and text[start] in _CONNECTOR and not text.startswith(_NAMES, start):
        start += 1
    if text[start - 1 : start + 1] in _NOW:
        return start + 1
    return start + 3 if text.startswith("下简称", start) else start


def _behind_joint(text: str, start: int, at: int) -> int:
    """Give where a name begins behind a word that joins it to another: 办好鲁班工坊和|孔子学院, and no 协和医院."""
    words = lexicon.words()
    for i in range(at - 2, start + 1, -1):
        if (
            text[i] in "和与及"
            and "大学" not in text[start:i]
            and text[i - 1 : i + 1] not in words
            and text[i : i + 2] not in words
        ):
            return i + 1
    return start


def _behind_appointment(text: str, start: int, at: int) -> int:
    """Give where a name begins behind the verb of an appointment: 任|清华大学."""
    last = max((i for i in range(start, at) if text[i] == "任" and text[i - 1] not in "责主信担"), default=-1)
    return last + 1 if last >= 0 and at - last > 2 else start


def _before_bracket(page: Surface, start: int, covered: bytearray) -> int:
    """Give where a name begins that has a bracket before its last words: 中国石油大学（北京）研究院."""
    if page.text[start - 1 : start] != "）":
        return start
    opened = page.text.rfind("（", max(0, start - 6), start)
    return _bound(page, opened, _REACH_OF_BRACKET, covered) if opened > 1 else start


def _behind_class(text: str, start: int, at: int) -> int:
    """Give where a name begins behind the word for its class: 涉事|某某公司."""
    for word in _CLASS_WORDS:
        last = text.rfind(word, start, at)
        start = start if last < 0 else last + len(word)
    return start


def _names_one(prefix: str, suffix: str) -> bool:
    """Tell whether a prefix makes a strong suffix the name of one organisation, not of a class of them."""
    if len(prefix) < 2 or prefix.endswith("代表") or lexicon.generic_names()[1].fullmatch(prefix):
        return False
    if suffix in _FARMS and len(prefix) > 3:
        return False
    kind, usual = lexicon.suffixes()[0][suffix][0], lexicon.words().get(prefix, -99.0)
    if kind == "social_org" and suffix != "基金会":
        return False
    if kind in ("social_org", "enterprise") and usual > -12.5:
        return False
    if not _is_proper(prefix, suffix, kind) and _only_words(prefix):
        return False
    return not any(word in prefix for word in _VAGUE)


def _is_proper(prefix: str, suffix: str, kind: str) -> bool:
    """Tell whether a name may be put together from ordinary words alone: a university's, a paper's, a full firm's."""
    if kind == "media" or suffix in _OF_ITSELF:
        return True
    if suffix.endswith("有限公司"):
        return len(prefix) >= 4
    return suffix.endswith(("大学", "学院")) and lexicon.words().get(prefix, -99.0) < ORDINARY


def _only_words(prefix: str, *, shortest: int = 1) -> bool:
    """Tell whether a prefix is put together from ordinary words alone, so that it names a class, not one."""
    words = lexicon.words()
    reached = [True] + [False] * len(prefix)
    for i in range(len(prefix)):
        if reached[i]:
            for size in range(shortest, 5):
                if prefix[i : i + size] in words and i + size <= len(prefix):
                    reached[i + size] = True
    return reached[-1]
