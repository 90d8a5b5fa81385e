"""`kg load`: put a file into a triplestore."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from urllib.parse import urljoin

import typer

from kg.cli.report import note


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("load")(load)


def load(
    file: Annotated[Path, typer.Argument(help="A file of Turtle or N-Triples, also packed as .gz.")],
    url: Annotated[str, typer.Argument(help="Where the store answers the Graph Store Protocol.")],
    graph: Annotated[str, typer.Option("--graph", help="IRI of the graph to replace.")] = "https://kg.example.org/gov/",
    query_url: Annotated[str | None, typer.Option("--query-url", help="Endpoint for queries.")] = None,
    update_url: Annotated[str | None, typer.Option("--update-url", help="Endpoint for updates.")] = None,
) -> None:
    """Replace a graph of a triplestore: staging graph, count, one MOVE."""
    from kg.stores.loading import load as put

    asked, changed = query_url or urljoin(url, "query"), update_url or urljoin(url, "update")
    count = put(file, url, graph=graph, query_url=asked, update_url=changed)
    note(f"{count} triples in <{graph}>")
