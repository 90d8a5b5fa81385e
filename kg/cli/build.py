"""`kg build`: make the graph of a corpus and write it in every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.reading import Intake
from kg.cli.report import note, summary
from kg.model import Window

if TYPE_CHECKING:
    from kg.model import Extraction


class Style(StrEnum):
    """Name the styles of IRIs."""

    READABLE = "readable"
    ASCII = "ascii"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("build")(build)


def build(
    inputs: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders; folders are searched for .txt and .md.")
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write into.")] = Path("output"),
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read at the same time.")] = 1,
    lexicon: Annotated[Path | None, typer.Option("--lexicon", help="A file of words of your own.")] = None,
    window: Annotated[
        Window, typer.Option("--window", help="Stretch of text in which two entities co-occur.")
    ] = Window.SENTENCE,
    cap: Annotated[int, typer.Option("--cap", min=2, help="Most entities of one window that count.")] = 40,
    base: Annotated[str | None, typer.Option("--base", help="What the IRIs of the Turtle begin with.")] = None,
    iri_style: Annotated[
        Style, typer.Option("--iri-style", help="IRIs with Chinese names, or ASCII alone.")
    ] = Style.READABLE,
    sample: Annotated[bool, typer.Option("--sample", help="Read the packaged sample corpus.")] = False,
) -> None:
    """Build the graph of a corpus: graph.ttl, graph.html, graph.graphml, graph.json, articles.jsonl, posts.csv."""
    from kg.outputs import ARTICLES, staged, write_graph
    from kg.pipeline import assemble, corpus_name

    started, chosen = perf_counter(), _chosen(inputs, sample)
    intake = Intake(chosen, jobs=jobs, lexicon=lexicon, exclude=_left_out(output, chosen))
    with staged(output) as folder:
        extractions = _kept(intake.extractions(), folder / ARTICLES)
        graph = assemble(extractions, name=corpus_name(chosen), window=window, cap=cap)
        if not intake.counts["articles"]:
            raise typer.Exit(intake.exit_code())
        write_graph(graph, folder, base=base, iri_style=iri_style)
    summary(graph, intake.counts, intake.mentions, seconds=perf_counter() - started)
    note(f"written to {output}: open {output / 'graph.html'} in a browser")
    raise typer.Exit(intake.exit_code())


def _chosen(inputs: list[Path] | None, sample: bool) -> list[Path]:
    from kg.pipeline import sample as sample_corpus

    chosen = [*(inputs or ()), *([sample_corpus()] if sample else ())]
    if not chosen:
        raise typer.BadParameter("give files or folders, or --sample")
    return chosen


def _left_out(output: Path, inputs: Iterable[Path]) -> tuple[Path, ...]:
    """Leave the output folder out of the inputs, unless the inputs lie in it."""
    folder = output.resolve()
    return () if any(path.resolve().is_relative_to(folder) for path in inputs) else (output,)


def _kept(extractions: Iterable[Extraction], path: Path) -> Iterator[Extraction]:
    """Write each article as a line on its way, so that none needs to be kept for it."""
    from kg.export.article_json import to_line

    with path.open("w", encoding="utf-8", newline="\n") as file:
        for extraction in extractions:
            file.write(to_line(extraction) + "\n")
            yield extraction
