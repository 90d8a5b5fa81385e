"""Score the relations of one article: both ends, titles and status of posts, evidence, confidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.offsets import Range
from kg.quality.gold import Row
from kg.quality.names import Names, plain
from kg.quality.tally import LABELS, Items, Judged, Key, Scores, characters, unpaired

RELATIONS = frozenset({"holds_post", "issued", "authored", "part_of", "jurisdiction", "located_in", "attended"})
_PLACED_BY_NAME = ("media", "enterprise", "institution")
Keyed = list[tuple[Key, Row]]


class Case(NamedTuple):
    """Hold one annotated article, its names for folding, and its meetings by the extracted names of them."""

    number: int
    row: Row
    names: Names
    paired: dict[str, str]


def score_relations(case: Case, predicted: Iterable[Row], scores: Scores) -> None:
    """Compare the relations found in one article with its annotated ones, adding to `scores`."""
    ours = [(_key(case, row, ours=True), row) for row in case.row["relations"] if row["rel"] in RELATIONS]
    theirs = [(_key(case, row, ours=False), row) for row in predicted if row["rel"] in RELATIONS]
    optional = {key for key, row in ours if row.get("optional")}
    mine, found = _scored(case, ours, optional), _scored(case, theirs, optional)
    _score_ends(case, mine, found, scores)
    _score_posts(case, _without(ours, optional), _without(theirs, optional), scores)
    _score_evidence(theirs, ours, {key for key, _ in mine}, scores)
    _judge(mine, found, scores)


def _key(case: Case, relation: Row, *, ours: bool) -> Key:
    start, name = case.names.fold(relation["from"]), relation["rel"]
    if name != "attended":
        return start, name, case.names.fold(relation["to"])
    meeting = relation["to"] if ours else case.paired.get(relation["to"], unpaired(relation["to"]))
    return start, name, relation.get("role"), meeting


def _without(rows: Keyed, optional: set[Key]) -> Keyed:
    return [(key, row) for key, row in rows if key not in optional]


def _scored(case: Case, rows: Keyed, optional: set[Key]) -> Keyed:
    """Leave out what the guidelines don't score, such as the parents of agencies that are not mentioned."""
    named = {plain(span["entity"]) for span in case.row["spans"] if span["label"] in LABELS}
    return [(key, row) for key, row in _without(rows, optional) if _counts(key, named, case.names)]


def _counts(key: Key, named: set[str], names: Names) -> bool:
    if key[1] in ("part_of", "jurisdiction") and key[0] not in named:
        return False
    bound = key[1] == "jurisdiction" and names.kind.get(key[0]) in _PLACED_BY_NAME
    return not bound or bool(key[0][:2] == key[2][:2])


def _score_ends(case: Case, mine: Keyed, found: Keyed, scores: Scores) -> None:
    for name in sorted({key[1] for key, _ in (*mine, *found)}):
        gold, predicted = (_items((k, r) for k, r in rows if k[1] == name) for rows in (mine, found))
        scores.tallies["relation"].add(name, gold, predicted, source=case.row["source"], article=case.number)


def _score_posts(case: Case, ours: Keyed, theirs: Keyed, scores: Scores) -> None:
    for label, status in (("with title", False), ("with title and status", True)):
        gold, predicted = (
            _items((_post(key, row, status=status), row) for key, row in rows if key[1] == "holds_post")
            for rows in (ours, theirs)
        )
        scores.tallies["post title"].add(label, gold, predicted, source=case.row["source"], article=case.number)


def _post(key: Key, row: Row, *, status: bool) -> Key:
    title = (*key, plain(row.get("title")))
    return (*title, row.get("status") or "current") if status else title


def _score_evidence(theirs: Keyed, ours: Keyed, wanted: set[Key], scores: Scores) -> None:
    quotes: dict[Key, set[int]] = {}
    for key, row in ours:
        if "start" in row:
            quotes.setdefault(key, set()).update(range(row["start"], row["end"]))
    for key, row in theirs:
        shown = characters(_shown(row))
        scores.evidence["relations"] += 1
        scores.evidence["with evidence"] += bool(shown)
        if key in wanted and quotes.get(key):
            scores.evidence["right"] += 1
            scores.evidence["touching the gold's quote"] += bool(shown & quotes[key])


def _judge(mine: Keyed, found: Keyed, scores: Scores) -> None:
    """Note each relation's confidence, and whether it is right to the title and status of a post."""
    right = {_whole(key, row) for key, row in mine}
    best: dict[Key, float] = {}
    for key, row in found:
        if row.get("confidence") is not None:
            whole = _whole(key, row)
            best[whole] = max(best.get(whole, 0.0), row["confidence"])
    scores.judged += [Judged(confidence, whole in right) for whole, confidence in best.items()]


def _whole(key: Key, row: Row) -> Key:
    return _post(key, row, status=True) if key[1] == "holds_post" else key


def _items(rows: Iterable[tuple[Key, Row]]) -> Items:
    found: dict[Key, Range | None] = {}
    for key, row in rows:
        found.setdefault(key, next(iter(_ranges(row)), None))
    return found


def _ranges(row: Row) -> Sequence[Range]:
    """Give where a relation is said: the quote of an annotated one, the evidence of an extracted one."""
    return [(row["start"], row["end"])] if "start" in row else _shown(row)


def _shown(row: Row) -> Sequence[Range]:
    return [(start, end) for evidence in row.get("evidence") or () for start, end in evidence["ranges"]]
