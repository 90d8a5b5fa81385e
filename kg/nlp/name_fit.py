"""Decide whether a name fits behind a title, and where it ends."""

from __future__ import annotations

from typing import NamedTuple

from kg import vocabulary
from kg.nlp import lexicon, names, transliterated
from kg.nlp.element_names import element_name_at
from kg.nlp.name_edges import begins_word, closes, is_spaced
from kg.nlp.plausible_names import is_plausible
from kg.nlp.surface import Surface

UNTITLED = -24.0
"""The weight that a name needs where no title announces it."""
TITLED = -60.0
"""The weight that a name needs behind its title."""
_STRANGE = -20.0
"""The weight under which three characters are hardly a whole Chinese name: 吉克伍|沙."""
_ADVERBS = frozenset("正已曾也还就均都又")
"""What stands between a name and its verb, where a blank in the name shows how long it is: 佟 雪|正通过…."""
_USUAL_PIECE = -13.4
_SPACED = 2.5
"""By how much three characters outweigh two, where a blank stands behind the surname: twelve such names in thirteen
of our annotated articles have two."""


class Clues(NamedTuple):
    """Hold what a title, and what stands before it, tell of the name behind it."""

    foreign: bool = False
    """Whether a transliterated name may follow."""
    closed: bool = False
    """Whether something that ends a name has to stand behind it."""
    private: bool = False
    """Whether the title is one of many people's, with no organ before it."""
    abroad: bool = False
    """Whether the office is abroad."""
    anchored: bool = False
    """Whether the title stands behind its organ or in a list of titles, so that a name is sure to follow."""


def fitting_name(page: Surface, at: int, covered: bytearray, bound: float, clues: Clues) -> int | None:
    """Give the end of the name that begins at an offset behind a title or in a list, or None.

    A Chinese name has to weigh more than `bound`, and none may hold a character that is `covered`.
    """
    if at >= len(page.text) or page.blocked(at, at + 1) or page.text[at] == "由":
        return None
    if _spaced_pair(page, at):
        return _spaced_end(page, at)
    if covered[at]:
        return None
    dotted = transliterated.foreign_at(page, at, titled=False)
    if not dotted and clues.anchored:
        dotted = transliterated.dotted_at(page, at)
    if dotted:
        return None if page.stop[at] and page.text[at] in "由与和同向对被" else dotted
    return _of_elements(page, at, covered, clues.anchored) or _undotted(page, at, covered, bound, clues)


def _of_elements(page: Surface, at: int, covered: bytearray, anchored: bool) -> int | None:
    """Give the end of a name without a surname, where it is closed or long enough behind an organ's title."""
    end = element_name_at(page, at)
    if not end or 1 in covered[at:end]:
        return None
    return end if closes(page, end) or page.is_stop(end) or (anchored and end - at > 3) else None


def _undotted(page: Surface, at: int, covered: bytearray, bound: float, clues: Clues) -> int | None:
    """Give the end of a name abroad, of a transliterated or of a Chinese one, whichever fits best, or None."""
    best = names.name_at(page, at)
    other = _abroad(page, at, covered, best, clues.foreign) if clues.abroad else None
    if not other and clues.foreign and best:
        other = _outrunning(page, at, covered, best[0])
    if other:
        return other
    fits = best and best[1] > bound and 1 not in covered[at : best[0]]
    if best and fits and is_plausible(page, at, best[0], anchored=clues.anchored):
        return _chinese(page, at, covered, best, clues)
    if clues.foreign and (end := _transliterated(page, at, covered)):
        return end
    return _unlisted(page, at, covered, abroad=clues.abroad) if clues.anchored else None


def _abroad(page: Surface, at: int, covered: bytearray, best: tuple[int, float] | None, foreign: bool) -> int | None:
    """Give the end of a name behind a title abroad: of four characters with 氏, a Japanese or a transliterated one."""
    if page.text[at + 1 : at + 2] == "氏" and best and closes(page, at + 4) and not page.blocked(at, at + 4):
        return at + 4
    return transliterated.japanese_at(page, at) or (_run(page, at, covered, best) if foreign else None)


def _run(page: Surface, at: int, covered: bytearray, best: tuple[int, float] | None) -> int | None:
    """Give the end of a transliterated name, unless a Chinese one with a usual surname stands there."""
    run = transliterated.foreign_at(page, at, titled=True)
    if not run:
        return None
    run = run if closes(page, run) else transliterated.stretched(page, run)
    if 1 in covered[at:run]:
        return None
    outruns = best and run > best[0] and (run - at == 3 or run - at > 5)
    usual = names.weight_of_surname(page.text, at) > -6.5 and not outruns
    return run if not usual or not best or closes(page, run) > closes(page, best[0]) else None


def _outrunning(page: Surface, at: int, covered: bytearray, chinese: int) -> int | None:
    """Give the end of a transliterated name that is closed, where the Chinese one in it is not."""
    end = None if closes(page, chinese) else _transliterated(page, at, covered)
    return end if end and end > chinese and end - at >= 4 else None


def _transliterated(page: Surface, at: int, covered: bytearray) -> int | None:
    """Give the end of a transliterated name that punctuation, a verb or 的 closes, or None."""
    end = transliterated.foreign_at(page, at, titled=True)
    closed = end and (closes(page, end) or (end - at > 3 and page.text[end] == "的"))
    return end if end and closed and 1 not in covered[at:end] else None


def _chinese(page: Surface, at: int, covered: bytearray, best: tuple[int, float], clues: Clues) -> int:
    """Give the end of the Chinese name, or of a transliterated or unlisted one that fits better there."""
    end, weight = best
    if closes(page, end):
        return end
    light = clues.foreign and weight <= UNTITLED
    if light and (other := _transliterated(page, at, covered)):
        return other
    unlisted = clues.anchored and not clues.abroad and (light or weight < _STRANGE)
    return (_unlisted(page, at, covered, abroad=False) if unlisted else None) or end


def _unlisted(page: Surface, at: int, covered: bytearray, *, abroad: bool) -> int | None:
    """Give the end of three or four characters behind a post that are a name which no list holds: 州长阿苏尔哈.

    No two or three of them may make a usual word, nor may they begin as what people do: 主席|致贺电. Abroad two
    do as well, if one transliterates: 主席|灵厄; and anywhere five, if all but one do: 副主任|鄂尔德木图.
    """
    if names.does(page.text, at):
        return None
    letters = vocabulary.foreign_characters()
    for end in range(at + 2 if abroad else at + 3, at + 6):
        foreign = sum(c in letters for c in page.text[at:end])
        if 2 * foreign < (end - at if abroad else 0) or (end - at == 5 and foreign < (3 if abroad else 4)):
            continue
        pieces = (page.text[i:j] for i in range(at, end) for j in range(i + 2, end + 1))
        closed = closes(page, end) or (end - at == 5 and begins_word(page, end))
        if not closed or any(lexicon.words().get(piece, -99.0) > _USUAL_PIECE for piece in pieces):
            continue
        if not page.blocked(at, min(end, len(page.text))) and 1 not in covered[at:end] and 1 not in page.stop[at:end]:
            return end
    return None


def _spaced_pair(page: Surface, at: int) -> bool:
    """Tell whether two characters behind a title are printed as a name is, whatever the surname: 总经理过 江."""
    if at + 1 not in page.spaced or at + 2 in page.spaced:
        return False
    pair = at + 1 < len(page.text) and closes(page, at + 2) and 1 not in page.marks[at : at + 2]
    return pair or is_spaced(page, at)


def _spaced_end(page: Surface, at: int) -> int:
    """Give the end of a name with a blank behind the surname: of two characters, or of three where they fit better."""
    if at + 2 in page.spaced and at + 3 not in page.spaced and not page.blocked(at, at + 3):
        return at + 3
    if closes(page, at + 2) or page.text[at + 2] in _ADVERBS:
        return at + 2
    best = names.name_at(page, at)
    if best is None or best[0] != at + 3 or best[1] <= TITLED:
        return at + 2
    longer = closes(page, at + 3) or names.outweighs(page, at, at + 3, at + 2) > _SPACED
    return at + 3 if longer else at + 2
