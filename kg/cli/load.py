"""`kg load`: put a file into a triplestore."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.report import note, track


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("load")(load)


def load(
    file: Annotated[Path, typer.Argument(help="A file of Turtle or N-Triples, also packed as .gz.")],
    url: Annotated[str, typer.Argument(help="Where the store answers the Graph Store Protocol.")],
    graph: Annotated[str, typer.Option("--graph", help="IRI of the graph to replace.")] = "https://kg.example.org/gov/",
    query_url: Annotated[str | None, typer.Option("--query-url", help="Endpoint for queries.")] = None,
    update_url: Annotated[str | None, typer.Option("--update-url", help="Endpoint for updates.")] = None,
    by_update: Annotated[bool, typer.Option("--by-update", help="Send the triples by INSERT DATA.")] = False,
    batch: Annotated[int, typer.Option("--batch", min=1, help="Triples in one request.")] = 50_000,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds to wait for an answer.")] = 120.0,
) -> None:
    """Replace a graph of a triplestore: staging graph, count, one MOVE."""
    from kg.stores.loading import load as put

    def shown(batches: Iterable[bytes], total: int) -> Iterable[bytes]:
        return track(batches, total=total, what="loading")

    done = put(
        file, url, graph=graph, query_url=query_url, update_url=update_url, by_update=by_update, batch=batch,
        timeout=timeout, progress=shown,
    )  # fmt: skip
    if done.resumed:
        note(f"{done.resumed} triples were there from a load that broke off")
    if not done.at_once:
        note("this store is not known to MOVE in one step: readers may have seen the graph half replaced")
    note(f"{done.triples} triples in <{graph}>")
