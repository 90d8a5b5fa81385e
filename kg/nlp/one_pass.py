"""Find the words of all lists in one pass over a text: it takes hardly longer than a pass for one of them."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter

from ahocorasick_rs import AhoCorasick

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.lexicon import WordList
from kg.nlp.surface import Surface

Listed = Callable[[], WordList]
Match = tuple[int, int, int]
_start, _end = itemgetter(1), itemgetter(2)


def find(page: Surface, listed: Listed) -> list[Match]:
    """Give (index of the word, start, end) of the longest leftmost, non-overlapping words of a list, in order."""
    if not page.words:
        page.words = _all_lists().find(page.text)
    return page.words[listed]


class _Lists:
    """Hold lists of words with the one automaton that finds them all."""

    def __init__(self, lists: tuple[Listed, ...]) -> None:
        self.lists = lists
        entries: dict[str, list[tuple[int, int]]] = {}
        for number, listed in enumerate(lists):
            for index, word in enumerate(listed().words):
                entries.setdefault(word, []).append((number, index))
        self.machine = AhoCorasick(entries)
        self.entries = tuple(entries.values())
        """For each word of the automaton the lists that have it, each with the word's index there."""

    def find(self, text: str) -> dict[Listed, list[Match]]:
        """Give the words of each list: of all that stand in the text, the first, the longest there, and so on."""
        found: list[list[Match]] = [[] for _ in self.lists]
        reached = [0] * len(self.lists)
        matches: list[Match] = self.machine.find_matches_as_indexes(text, overlapping=True)
        matches.sort(key=_end, reverse=True)
        matches.sort(key=_start)
        for word, start, end in matches:
            for number, index in self.entries[word]:
                if start >= reached[number]:
                    found[number].append((index, start, end))
                    reached[number] = end
        return dict(zip(self.lists, found, strict=True))


@vocabulary.compiled
def _all_lists() -> _Lists:
    from kg.nlp import beside_verbs, documents, gazetteer, meetings  # they import this module

    organs = (lexicon.organs, lexicon.bodies, lexicon.strong_suffixes)
    return _Lists((documents.laws, gazetteer.gazetteer, *organs, meetings.meeting_words, beside_verbs.cues))
