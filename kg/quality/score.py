"""Score extracted articles against annotated ones: mentions, entities, relations, posts, meetings, articles.

What counts as the same is told in the guidelines of the annotation. An extracted article belongs to the
annotated one with which it shares most characters. Mentions compare by label and exact offsets, entities
by type and canonical name, relations by both ends, `attended` also by its role.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.offsets import Range
from kg.quality.gold import Row, by_name
from kg.quality.names import Names, likeness, plain
from kg.quality.relations import Case, score_relations
from kg.quality.tally import LABELS, Items, Scores, Tally, characters, unpaired

_FOUND = 0.9
_ALIKE = 0.6


def score(gold: Iterable[Row], predicted: Iterable[Row]) -> Scores:
    """Compare extracted articles with annotated ones.

    Both hold articles in the shape that `kg extract` prints; files that the gold doesn't have are left out.
    """
    scores = Scores()
    ours, theirs = _by_source(gold), _by_source(predicted)
    for source in sorted(ours):
        _score_source(ours[source], theirs.get(source, []), scores)
    return scores


def _by_source(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in map(by_name, rows):
        found[row["source"]].append(row)
    return found


def _score_source(gold: Sequence[Row], predicted: Sequence[Row], scores: Scores) -> None:
    optional = characters([_range(s) for row in gold for s in row["spans"] if s["label"] == "OPTIONAL"])
    rows = [{**row, "spans": [s for s in row["spans"] if _counts(s, optional)]} for row in predicted]
    _score_mentions(gold, rows, scores)
    scores.article["predicted"] += len(rows)
    owners = [_owner(row, gold) for row in rows]
    for number, row in enumerate(gold):
        _score_article(number, row, [p for p, owner in zip(rows, owners, strict=True) if owner == number], scores)


def _counts(span: Row, optional: set[int]) -> bool:
    start, end = _range(span)
    return span["label"] in LABELS and 2 * len(optional.intersection(range(start, end))) <= end - start


def _score_mentions(gold: Sequence[Row], predicted: Sequence[Row], scores: Scores) -> None:
    for label in LABELS:
        mine, theirs = _ranges(gold, label), _ranges(predicted, label)
        scores.tallies["mention"].add(label, mine, theirs, source=gold[0]["source"], article=0)


def _ranges(rows: Sequence[Row], label: str) -> Items:
    spans = [_range(span) for row in rows for span in row["spans"] if span["label"] == label]
    return {span: span for span in spans}


def _owner(row: Row, gold: Sequence[Row]) -> int | None:
    """Give the position of the annotated article that shares most characters with `row`."""
    mine = characters(row["ranges"])
    shared = [len(mine & characters(other["ranges"])) for other in gold]
    return shared.index(max(shared)) if max(shared) else None


def _score_article(number: int, row: Row, predicted: Sequence[Row], scores: Scores) -> None:
    names = Names(row["entities"])
    paired = _score_events(number, row, predicted, scores.tallies["event"])
    case = Case(number, row, names, paired)
    _score_entities(case, predicted, scores.tallies["entity"])
    score_relations(case, [relation for other in predicted for relation in other["relations"]], scores)
    _score_frame(row, predicted, names, scores)


def _score_entities(case: Case, predicted: Sequence[Row], tally: Tally) -> None:
    skipped = {plain(entity["entity"]) for entity in case.row["entities"] if entity.get("optional")}
    types = {(entity["type"], plain(entity["entity"])) for entity in case.row["entities"]}
    shown = _first_spans(case.row["spans"])
    for label in LABELS:
        mine = {name: shown[name] for type_, name in types if type_ == label and name in shown}
        spans = [s for article in predicted for s in article["spans"] if s["label"] == label and s.get("entity")]
        theirs = {case.names.fold(s["entity"], agency=label == "AGENCY"): _range(s) for s in reversed(spans)}
        gold, found = (_items(spans_of, skipped) for spans_of in (mine, theirs))
        tally.add(label, gold, found, source=case.row["source"], article=case.number)


def _first_spans(spans: Iterable[Row]) -> dict[str, Range]:
    found: dict[str, Range] = {}
    for span in spans:
        if span["label"] in LABELS:
            found.setdefault(plain(span["entity"]), _range(span))
    return found


def _items(found: dict[str, Range], skipped: set[str]) -> Items:
    return {(name,): span for name, span in found.items() if name not in skipped}


def _score_events(number: int, row: Row, predicted: Sequence[Row], tally: Tally) -> dict[str, str]:
    """Pair the meetings by name; gives the annotated id of each extracted one that has a partner."""
    theirs = [event["id"] for article in predicted for event in article.get("events", ())]
    mine = [event["id"] for event in row["events"]]
    paired = _pairs(mine, theirs)
    gold: Items = {(name,): None for name in mine}
    found: Items = {(paired.get(name, unpaired(name)),): None for name in theirs}
    tally.add("meeting", gold, found, source=row["source"], article=number)
    return paired


def _pairs(mine: Sequence[str], theirs: Sequence[str]) -> dict[str, str]:
    left, paired = list(mine), {}
    for name in theirs:
        best = max(left, key=lambda other: likeness(name, other), default=None)
        if best and (likeness(name, best) >= _ALIKE or len(mine) == len(theirs) == 1):
            paired[name] = best
            left.remove(best)
    return paired


def _score_frame(row: Row, predicted: Sequence[Row], names: Names, scores: Scores) -> None:
    """Count the article as found or not and, if found, its headline, date and source line."""
    counts, full = scores.article, characters(row["ranges"])
    counts["gold"] += 1
    best = max(predicted, key=lambda other: len(full & characters(other["ranges"])), default=None)
    both = characters(best["ranges"]) if best else set()
    if best is None or len(full & both) / len(full | both) < _FOUND:
        return
    date, agency = row.get("date"), row.get("reported_by")
    counts["found"] += 1
    counts["title"] += plain(best.get("title")) == plain(row["title"])
    counts["dated"] += bool(date)
    counts["date"] += bool(date) and (best.get("date") or "").startswith(date or "")
    counts["invented date"] += bool(best.get("date")) and not date
    counts["sourced"] += bool(agency)
    counts["reported_by"] += bool(agency) and names.fold(best.get("reported_by")) == names.fold(agency)


def _range(span: Row) -> Range:
    return span["start"], span["end"]
