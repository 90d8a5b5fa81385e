"""Write all the files of a graph into a folder: every one of them, or none."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OutputError
from kg.export.csv import to_posts_csv
from kg.export.graphml import to_graphml
from kg.export.html import to_html
from kg.export.node_link import to_node_link
from kg.export.rdf.names import BASE
from kg.export.turtle import to_turtle

if TYPE_CHECKING:
    import networkx as nx

ARTICLES = "articles.jsonl"
WRITERS: dict[str, Callable[[nx.MultiDiGraph[str], Path], object]] = {
    "graph.html": to_html,
    "graph.graphml": to_graphml,
    "graph.json": to_node_link,
    "posts.csv": to_posts_csv,
}
"""How each file is written, but for graph.ttl, which wants the base of its IRIs as well."""


def write_graph(
    graph: nx.MultiDiGraph[str], folder: Path, *, base: str | None = None, iri_style: str = "readable"
) -> None:
    """Write graph.ttl, graph.html, graph.graphml, graph.json and posts.csv into a folder.

    `base` is what the IRIs of the Turtle begin with, `iri_style` is `readable` or `ascii`. Raises `OutputError` for
    a file that can't be written.
    """
    to_turtle(graph, folder / "graph.ttl", base=BASE if base is None else base, iri_style=iri_style)
    for name, write in WRITERS.items():
        write(graph, folder / name)


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Give a hidden folder inside `folder` whose files take their places there if all goes well.

    If anything fails, the files of `folder` are as they were; files of other names are never touched.
    Raises `OutputError` if the folder can't be made or written.
    """
    made = _make(folder)
    try:
        with _stage(folder) as stage:
            yield Path(stage)
            _publish(Path(stage), folder)
    except BaseException:
        _unmake(made)
        raise


def _make(folder: Path) -> list[Path]:
    """Make a folder and give those that weren't there, the innermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refusal(folder, error) from error
    return missing


def _stage(folder: Path) -> tempfile.TemporaryDirectory[str]:
    try:
        return tempfile.TemporaryDirectory(dir=folder, prefix=".kg-", ignore_cleanup_errors=True)
    except OSError as error:
        raise _refusal(folder, error) from error


def _publish(stage: Path, folder: Path) -> None:
    files = sorted(stage.iterdir())
    for file in files:
        if (folder / file.name).is_dir():
            raise OutputError("a folder stands where the file should go", where=str(folder / file.name))
    for file in files:
        try:
            file.replace(folder / file.name)
        except OSError as error:
            raise _refusal(folder / file.name, error) from error


def _unmake(made: list[Path]) -> None:
    for path in made:
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _refusal(path: Path, error: OSError) -> OutputError:
    return OutputError(f"can't be written: {error.strerror or error}", where=str(path), advice="choose another -o")
