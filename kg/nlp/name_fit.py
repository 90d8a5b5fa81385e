"""Decide whether a name fits where it would stand: behind a title, before a verb."""

from __future__ import annotations

import re

from kg.nlp import lexicon, names, transliterated
from kg.nlp.element_names import element_name_at
from kg.nlp.surface import Surface
from kg.readings import Person

_ORDINAL = re.compile("[一二三四五六七八九十]+世(?![界纪代])")
"""What a monarch's or a pope's name ends with: 费利佩|六世."""
ORDINARY = -11.8
UNTITLED = -24.0
TITLED = -60.0
_USUAL = -11.5
_BRISK = -10.5
"""How usual a word may be that is a name before a verb: 院长|盛夏|主持, and no 秘书长|强烈|谴责."""
_STRANGE = -20.0
"""The weight under which three characters are hardly a whole Chinese name: 吉克伍|沙."""
_USUAL_PIECE = -13.4
_THEORY = re.compile(
    r"[\u4e00-\u9fff]{0,14}?思想|[\u4e00-\u9fff]{0,2}?(?:精神|主义|理论|学说|故事|著作|故居|陵|杯)|[^为获颁领]{0,2}?奖"
)


def fitting_name(
    page: Surface,
    at: int,
    covered: bytearray,
    bound: float,
    *,
    foreign: bool,
    abroad: bool = False,
    anchored: bool = False,
) -> int | None:
    """Give the end of the name that begins at an offset behind a title or in a list, or None."""
    if at >= len(page.text) or page.blocked(at, at + 1) or page.text[at] == "由":
        return None
    if _spaced_pair(page, at):
        return _spaced_end(page, at)
    if covered[at]:
        return None
    dotted = transliterated.foreign_at(page, at, titled=False)
    if dotted:
        return None if page.stop[at] and page.text[at] in "由与和同向对被" else dotted
    elements = element_name_at(page, at)
    ended = elements and (closes(page, elements) or page.is_stop(elements) or (anchored and elements - at > 3))
    if elements and ended and 1 not in covered[at:elements]:
        return elements
    best = names.name_at(page, at)
    if abroad and page.text[at + 1 : at + 2] == "氏" and best and closes(page, at + 4) and not page.blocked(at, at + 4):
        return at + 4
    if abroad and (japanese := transliterated.japanese_at(page, at)):
        return japanese
    if foreign and abroad:
        run = transliterated.foreign_at(page, at, titled=True)
        run = transliterated.stretched(page, run) if run and not closes(page, run) else run
        foreign_run = run and best and run > best[0] and (run - at == 3 or run - at > 5)
        usual = names.weight_of_surname(page.text, at) > -6.5 and not foreign_run
        if run and 1 not in covered[at:run] and (not usual or not best or closes(page, run) > closes(page, best[0])):
            return run
    if foreign and best and not closes(page, best[0]):
        longer = transliterated.foreign_at(page, at, titled=True)
        if longer and longer > best[0] and longer - at >= 4 and closes(page, longer) and 1 not in covered[at:longer]:
            return longer
    fits = best and best[1] > bound and 1 not in covered[at : best[0]] and _plausible(page, at, best[0], anchored)
    if best and fits and (not foreign or closes(page, best[0]) or best[1] > UNTITLED):
        longer = (
            _unlisted(page, at, covered)
            if anchored and not abroad and best[1] < _STRANGE and not closes(page, best[0])
            else None
        )
        return longer or best[0]
    if foreign:
        end = transliterated.foreign_at(page, at, titled=True)
        if end and closes(page, end) and 1 not in covered[at:end]:
            return end
    listed = best[0] if best and fits else None
    if not anchored or abroad or (listed and closes(page, listed)):
        return listed
    return _unlisted(page, at, covered) or listed


def _unlisted(page: Surface, at: int, covered: bytearray) -> int | None:
    """Give the end of three or four characters behind a post that are a name which no list holds: 州长阿苏尔哈.

    No two or three of them may make a usual word, nor may they begin as what people do: 主席|致贺电.
    """
    if names.does(page.text, at):
        return None
    for end in (at + 3, at + 4):
        pieces = (page.text[i:j] for i in range(at, end) for j in range(i + 2, end + 1))
        if not closes(page, end) or any(lexicon.words().get(piece, -99.0) > _USUAL_PIECE for piece in pieces):
            continue
        if not page.blocked(at, min(end, len(page.text))) and 1 not in covered[at:end] and 1 not in page.stop[at:end]:
            return end
    return None


def is_spaced(page: Surface, at: int) -> bool:
    """Tell whether a name of two characters is printed here with a blank between them: 孟 兰."""
    return at + 1 in page.spaced and at + 2 not in page.spaced and bool(names.surname_at(page.text[: at + 1], at))


def _spaced_pair(page: Surface, at: int) -> bool:
    """Tell whether two characters behind a title are printed as a name is, whatever the surname: 总经理过 江."""
    if at + 1 not in page.spaced or at + 2 in page.spaced:
        return False
    pair = at + 1 < len(page.text) and closes(page, at + 2) and 1 not in page.marks[at : at + 2]
    return pair or is_spaced(page, at)


def _spaced_end(page: Surface, at: int) -> int:
    """Give the end of a name with a blank behind the surname: of two characters, or of three where they fit better."""
    if closes(page, at + 2):
        return at + 2
    best = names.name_at(page, at)
    return at + 3 if best and best[0] == at + 3 and best[1] > TITLED and at + 2 not in page.spaced else at + 2


def closes(page: Surface, end: int) -> bool:
    """Tell whether a name that ends here is followed by punctuation or by what people do."""
    if end >= len(page.text) or page.marks[end] or names.does(page.text, end):
        return True
    return _ORDINAL.match(page.text, end) is not None


def begins_word(page: Surface, end: int) -> bool:
    """Tell whether a usual word stands behind a name, which does not run over into it: 张晓宁|跟踪调研."""
    words = lexicon.words()
    return words.get(page.text[end : end + 2], -99.0) > _USUAL and page.text[end - 1 : end + 1] not in words


def _plausible(page: Surface, start: int, end: int, anchored: bool = False) -> bool:
    """Tell whether characters behind a title are a name rather than a word: 主任会议, 书记带头."""
    name, words, closed = page.text[start:end], lexicon.words(), closes(page, end)
    if name in ("任上", "任内", "任期", "任职", "应邀", "受邀", "陆续", "官邸", "官方", "信箱", "热线", "讲坛", "讲堂"):
        return False
    if "某" in name:
        return False
    if name[-1] in "办部局委处" and page.text.startswith(("主任", "部长", "局长", "书记", "处长", "副"), end):
        return False
    if page.stop[start] and page.stop[min(start + 1, len(page.text) - 1)] and name[:2] in words:
        return False
    single = len(names.surname_at(name, 0)[0]) == 1
    doubtful = single and names.doubtful(name[:1])
    further = (0, 1, 2) if name[0] in "和与及同" and not anchored else (1, 2)
    if doubtful and any(words.get(page.text[start + 1 : end + more], -99.0) > ORDINARY - 1 for more in further):
        return False
    rare = names.rare(name[:1]) and single
    runs_on = words.get(page.text[end : end + 2], -99.0) > -11.5 and name[-1] + page.text[end : end + 1] not in words
    if (not closed and (name in words or names.spoken(name) or doubtful or (rare and not runs_on))) or (
        rare and not anchored and not (closed and end - start == 3)
    ):
        return False
    if closed and not single:
        return True
    two = words.get(page.text[start : start + 2], -99.0)
    if two > -11.0 and not (closed and words.get(name, -99.0) < ORDINARY + 2 and end - start == 3):
        return (
            closed
            and end - start == 2
            and (
                two < (-9.0 if end >= len(page.text) or page.marks[end] else _BRISK)
                or (anchored and (end >= len(page.text) or page.text[end] in "，、。；"))
            )
        )
    return True


def put(page: Surface, people: dict[int, Person], covered: bytearray, start: int, end: int, score: float) -> int:
    """Set down a name with its score, and take its characters; gives where it ends."""
    if ordinal := _ORDINAL.match(page.text, end):
        end = ordinal.end()
    people[start] = Person(start, end, page.text[start:end].replace(" ", ""), score)
    covered[start:end] = b"\x01" * (end - start)
    return end


def of_theory(page: Surface, end: int) -> bool:
    """Tell whether a name that ends here names a theory, a spirit or a prize: 雷锋|精神."""
    return _THEORY.match(page.text, end) is not None
