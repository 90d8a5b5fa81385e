"""`kg evaluate`: score what is read against articles annotated by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.reading import Intake
from kg.cli.report import complain, note, table

if TYPE_CHECKING:
    from kg.quality.tally import Scores


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("evaluate")(evaluate)


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotated articles, one JSON object a line.")],
    inputs: Annotated[list[Path], typer.Argument(help="The files that they annotate, or folders with them.")],
    errors: Annotated[int, typer.Option("--errors", min=0, help="Show up to N misses and false hits a kind.")] = 0,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read at the same time.")] = 1,
    lexicon: Annotated[Path | None, typer.Option("--lexicon", help="A file of words of your own.")] = None,
) -> None:
    """Print precision, recall and F1 by type and relation, articles, evidence and calibration."""
    from kg.export.article_json import to_json
    from kg.quality.faults import faults
    from kg.quality.gold import read_gold
    from kg.quality.score import score

    rows = read_gold(gold)
    intake = Intake(inputs, jobs=jobs, lexicon=lexicon, only=frozenset(row["source"] for row in rows))
    scores = score(rows, [to_json(extraction) for extraction in intake.extractions()])
    show(scores)
    for line in faults(scores, _texts(intake) if errors else {}, limit=errors):
        typer.echo(line)
    missing = sorted({row["source"] for row in rows} - {path.name for path in intake.paths.values()})
    if missing:
        note(f"not among the inputs, counted as missed: {', '.join(missing)}")
    raise typer.Exit(intake.exit_code())


def show(scores: Scores) -> None:
    """Print the tables of the figures."""
    from kg.quality.calibration import calibration, sure

    rows = ((f"{kind} {key}", row) for kind, keys in scores.rows().items() for key, row in keys.items())
    shown = [(name, *(f"{x:.3f}" for x in row[:3]), *row[3:]) for name, row in rows if name != "post title all"]
    table("Scores", ("", "P", "R", "F1", "gold", "found"), shown)
    typer.echo(_articles(scores))
    typer.echo(_evidence(scores) + "\n")
    bins = [*calibration(scores.judged), sure(scores.judged)]
    total = max(1, len(scores.judged))
    lines = [
        (f"{low:.2f} to {high:.2f}", count, f"{count / total:.3f}", f"{mean:.3f}", f"{right / max(1, count):.3f}")
        for low, high, count, mean, right in bins
    ]
    table("Calibration of the relations", ("confidence", "count", "share", "mean", "right"), lines)


def _articles(scores: Scores) -> str:
    a = scores.article
    return (
        f"articles found {a['found']}/{a['gold']} of {a['predicted']} read, title {a['title']}/{a['found']}, "
        f"date {a['date']}/{a['dated']}, dates invented {a['invented date']}, "
        f"source line {a['reported_by']}/{a['sourced']}"
    )


TOUCHING = "touching the gold's quote"


def _evidence(scores: Scores) -> str:
    e = scores.evidence
    return (
        f"evidence on {e['with evidence']}/{e['relations']} relations, "
        f"touching the gold's quote in {e[TOUCHING]}/{e['right']} right ones"
    )


def _texts(intake: Intake) -> dict[str, str]:
    from kg.corpus.decoding import decode
    from kg.errors import KgError

    texts = {}
    for source, path in intake.paths.items():
        try:
            texts[path.name] = decode(path.read_bytes(), source)
        except KgError as error:
            complain(error)
    return texts
