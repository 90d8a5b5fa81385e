"""`kg validate`: check a graph in RDF, and its quotes against the corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.report import NOTHING, complain, note


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("validate")(validate)


def validate(
    file: Annotated[Path, typer.Argument(help="A file of .ttl, .nt, .trig, .nq or .jsonld, also .gz.")],
    corpus: Annotated[Path | None, typer.Option("--corpus", help="The folder that the graph was built from.")] = None,
) -> None:
    """Check syntax, shapes, links that lead nowhere and, given the corpus, quotes that aren't in their source."""
    from kg.cli.query import whole
    from kg.quality.validate import validate as check

    found = check(file, texts=None if corpus is None else _texts(corpus))
    if found:
        whole(("rule", "subject", "fault"), found)
    note(f"{len(found)} faults" if found else "valid")
    raise typer.Exit(NOTHING if found else 0)


def _texts(corpus: Path) -> dict[str, str]:
    from kg.corpus import find_sources
    from kg.corpus.decoding import decode
    from kg.errors import KgError

    sources, texts = find_sources([corpus]), {}
    if sources.missing:
        raise sources.missing[0]
    for path, name in sources.files:
        try:
            texts[name] = decode(path.read_bytes(), name)
        except KgError as error:
            complain(error)
    return texts
