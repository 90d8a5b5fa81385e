"""`kg serve`: serve a folder on this machine."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.report import note


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("serve")(serve)


def serve(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that `kg build` wrote.")],
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port; 0 for any that is free.")] = 7878,
    limit: Annotated[float, typer.Option("--limit", min=0.1, help="Seconds that a query may take.")] = 30.0,
) -> None:
    """Serve the page, SPARQL and the packaged queries of a folder, on this machine alone."""
    from kg.export.rdf.ontology_page import ontology_page
    from kg.stores.serving import server

    pages = {"/ontology": ontology_page()}
    with server(folder, port=port, limit=limit, pages=pages) as running, suppress(KeyboardInterrupt):
        note(f"http://127.0.0.1:{running.server_port}/ with /query, /queries and /ontology; stop with Ctrl-C")
        running.serve_forever()
