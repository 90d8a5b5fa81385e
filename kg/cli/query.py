"""`kg query`: ask a file of RDF or an endpoint by SPARQL."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.report import note
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.stores.queries import Rows


class Format(StrEnum):
    """Name the forms in which an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("query")(query)


def query(
    target: Annotated[str, typer.Argument(help="A file of RDF (.ttl, .nt, .trig, .jsonld, also .gz) or an endpoint.")],
    name: Annotated[str | None, typer.Option("--name", help="A packaged query; without one they are listed.")] = None,
    sparql: Annotated[Path | None, typer.Option("--sparql", help="A file with a query of your own.")] = None,
    format: Annotated[Format, typer.Option("--format", help="How to print the answer.")] = Format.TABLE,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds to wait for an endpoint.")] = 60.0,
) -> None:
    """Ask a graph by SPARQL, by a query of your own or one of the packaged examples."""
    from kg.stores.queries import ask, named, packaged

    if name and sparql:
        raise typer.BadParameter("give --name or --sparql, not both")
    if not name and not sparql:
        whole(("name", "question", "问题"), [(q.name, q.en, q.zh) for q in packaged().values()])
        return
    show(ask(target, named(name).text if name else _own(sparql), timeout=timeout), format)


def _own(path: Path | None) -> str:
    assert path is not None
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"can't be read: {error}", where=str(path)) from error


def show(answer: Rows, format: Format) -> None:
    """Print an answer on standard output."""
    if format is Format.JSON:
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif format is Format.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows([["" if value is None else value for value in row] for row in answer.rows])
    else:
        whole(answer.columns, [tuple(value or "" for value in row) for row in answer.rows])
        note(f"{len(answer.rows)} rows")


def whole(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table whose cells are folded and never cut; where no terminal sets a width, they stay in one line."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    made = Table(box=box.SIMPLE, pad_edge=False)
    for name in head:
        made.add_column(Text(name), overflow="fold")
    for row in rows:
        made.add_row(*map(Text, row))
    Console(width=None if sys.stdout.isatty() else _WIDE).print(made, highlight=False)


_WIDE = 10_000
