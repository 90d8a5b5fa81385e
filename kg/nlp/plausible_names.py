"""Tell whether characters behind a title are a name rather than a word: 主任会议, 书记带头."""

from __future__ import annotations

from kg.nlp import lexicon, names
from kg.nlp.name_edges import closes
from kg.nlp.surface import Surface

ORDINARY = -11.8
"""The log-probability from which characters are an ordinary word."""
_BRISK = -10.5
"""How usual a word may be that is a name before a verb: 院长|盛夏|主持, and no 秘书长|强烈|谴责."""
_NO_NAMES = frozenset(
    ("任上", "任内", "任期", "任职", "应邀", "受邀", "陆续", "官邸", "官方", "信箱", "热线", "讲坛", "讲堂")
)
_OFFICES = ("主任", "部长", "局长", "书记", "处长", "副")


def is_plausible(page: Surface, start: int, end: int, *, anchored: bool) -> bool:
    """Tell whether characters behind a title are a name rather than a word: 主任会议, 书记带头.

    A title behind its organ is `anchored`: the name behind it may be an odder one.
    """
    name, closed = page.text[start:end], closes(page, end)
    if (
        name in _NO_NAMES
        or name in lexicon.suffixes()[0]
        or "某" in name
        or name.startswith(("若干", "时就", "时曾", "时已", "时还"))
        or name[-1] == "第"
        or (name[-1] in "办部局委处" and page.text.startswith(_OFFICES, end))
    ):
        return False
    if page.stop[start] and page.stop[min(start + 1, len(page.text) - 1)] and name[:2] in lexicon.words():
        return False
    single = len(names.surname_at(name, 0)[0]) == 1
    if not closed and (name in lexicon.words() or names.spoken(name)):
        return False
    if single and not _surname_fits(page, start, end, closed, anchored):
        return False
    return (closed and not single) or _is_no_word(page, start, end, closed, anchored)


def _surname_fits(page: Surface, start: int, end: int, closed: bool, anchored: bool) -> bool:
    """Tell whether a surname that is a word of grammar, or a rare one, is meant as a surname here."""
    text, words = page.text, lexicon.words()
    if names.doubtful(text[start]):
        further = (0, 1, 2) if text[start] in "和与及同" and not anchored else (1, 2)
        if not closed or any(words.get(text[start + 1 : end + more], -99.0) > ORDINARY - 1 for more in further):
            return False
    if not names.rare(text[start]):
        return True
    if not anchored and not (closed and end - start == 3):
        return False
    apart = text[end - 1 : end + 1] not in words
    return closed or (apart and (end - start == 3 or words.get(text[end : end + 2], -99.0) > -11.5))


def _is_no_word(page: Surface, start: int, end: int, closed: bool, anchored: bool) -> bool:
    """Tell whether a name does not begin as a usual word, or is one that may be a name where it stands."""
    text, words = page.text, lexicon.words()
    two = words.get(text[start : start + 2], -99.0)
    whole = closed and end - start == 3 and words.get(text[start:end], -99.0) < ORDINARY + 2
    if two <= -11.0 or whole:
        return True
    if not closed or end - start != 2:
        return False
    marked = end >= len(text) or page.marks[end]
    return two < (-9.0 if marked else _BRISK) or (anchored and (end >= len(text) or text[end] in "，、。；"))
