"""`kg extract`: print what each article says, one JSON object a line."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.reading import Intake


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("extract")(extract)


def extract(
    inputs: Annotated[list[Path], typer.Argument(help="Files or folders; folders are searched for .txt and .md.")],
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read at the same time.")] = 1,
    lexicon: Annotated[Path | None, typer.Option("--lexicon", help="A file of words of your own.")] = None,
) -> None:
    """Print what each article says as one line of JSON: mentions, entities, relations with their evidence."""
    from kg.export.article_json import to_line

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    intake = Intake(inputs, jobs=jobs, lexicon=lexicon)
    for extraction in intake.extractions():
        sys.stdout.write(to_line(extraction) + "\n")
    raise typer.Exit(intake.exit_code())
