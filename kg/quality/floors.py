"""Hold scores against the floors below which they must not fall."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from kg.errors import DataError
from kg.quality.calibration import sure
from kg.quality.tally import Scores

Floor = Mapping[str, float]
MANY = 10
"""The floor `each_relation` holds for relations with at least so many annotated cases."""


def read_floors(path: str | Path) -> dict[str, Floor]:
    """Read the floors of each gold set from TOML, a table a set. Raises `DataError` for an unknown floor."""
    floors: dict[str, Floor] = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    known = measures(Scores()).keys()
    for name, row in floors.items():
        unknown = sorted(row.keys() - known)
        if unknown:
            raise DataError(f"[{name}] has no measure {', '.join(unknown)}", where=str(path))
    return floors


def below(scores: Scores, floors: Floor) -> list[str]:
    """Give one line for each measure that is below its floor (for `invented_dates`: above it)."""
    found = measures(scores)
    return [
        f"{name} is {found[name]:.4f}, the floor is {floor}"
        for name, floor in floors.items()
        if (found[name] > floor if name == "invented_dates" else found[name] < floor)
    ]


def measures(scores: Scores) -> dict[str, float]:
    """Give what floors can be set for: F1 by kind, shares of what was found, counts of articles."""
    rows, article, evidence = scores.rows(), scores.article, scores.evidence
    posts = rows["post title"].get("with title and status")
    relations = [row.f1 for name, row in rows["relation"].items() if name != "all" and row.gold >= MANY]
    confident = sure(scores.judged)
    return {
        **{kind: rows[kind]["all"].f1 for kind in ("mention", "entity", "relation", "event")},
        "post": posts.f1 if posts else 0.0,
        "each_relation": min(relations, default=1.0),
        "articles": article["found"],
        "title": _share(article["title"], article["found"]),
        "date": _share(article["date"], article["dated"]),
        "source_line": _share(article["reported_by"], article["sourced"]),
        "invented_dates": article["invented date"],
        "evidence": _share(evidence["with evidence"], evidence["relations"]),
        "evidence_touches": _share(evidence["touching the gold's quote"], evidence["right"]),
        "sure_right": _share(confident.right, confident.number),
        "sure_share": _share(confident.number, len(scores.judged)),
    }


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0
