"""Tell the user what happens: progress and complaints on standard error, tables on standard output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console

from kg.errors import KgError

if TYPE_CHECKING:
    import networkx as nx

Item = TypeVar("Item")
ALL_READ, NOTHING, SOME_REFUSED = 0, 2, 3


def complain(error: KgError) -> None:
    """Print an error as one line on standard error."""
    line = " ".join(str(error).split())
    Console(stderr=True, soft_wrap=True).print(f"kg: {line}", markup=False, highlight=False)


def note(text: str) -> None:
    """Print a remark on standard error."""
    Console(stderr=True, soft_wrap=True).print(text, markup=False, highlight=False)


def track(items: Iterable[Item], *, total: int, what: str) -> Iterator[Item]:
    """Give the items and show on a terminal how many have gone by."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield from items
        return
    from rich.progress import track as bar

    yield from bar(items, description=what, total=total, console=console, transient=True)


def summary(
    graph: nx.MultiDiGraph[str], counts: Mapping[str, int], mentions: Mapping[str, int], *, seconds: float
) -> None:
    """Print what was read and built: articles, mentions, entities and statements by type, time and speed."""
    types = counted(str(type_) for _, type_ in graph.nodes(data="type"))
    predicates = counted(edge["predicate"] for _, _, edge in graph.edges(data=True))
    table("Read", ("", "count"), _read_rows(graph, counts, mentions))
    table("Entities", ("type", "count"), types)
    table("Statements", ("relation", "count"), predicates)
    speed = counts["characters"] / seconds if seconds else 0.0
    table("Time", ("", ""), [("seconds", f"{seconds:.1f}"), ("characters per second", f"{speed:,.0f}")])


def _read_rows(
    graph: nx.MultiDiGraph[str], counts: Mapping[str, int], mentions: Mapping[str, int]
) -> Iterator[tuple[str, int]]:
    yield "articles", counts["articles"]
    yield "characters", counts["characters"]
    yield from ((f"mentions {label}", count) for label, count in sorted(mentions.items()))
    optional = {
        "inputs refused": counts["refused"],
        "other files passed over": counts["skipped"],
        "windows cut at the cap": graph.graph.get("capped", 0),
    }
    yield from ((name, count) for name, count in optional.items() if count)


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table on standard output, the first column to the left, the others to the right."""
    from rich import box
    from rich.table import Table

    made = Table(title=title, title_justify="left", box=box.SIMPLE, pad_edge=False, show_header=any(head))
    for position, name in enumerate(head):
        made.add_column(name, justify="right" if position else "left", no_wrap=True)
    for row in rows:
        made.add_row(*(cell if isinstance(cell, str) else f"{cell:,}" for cell in row))
    Console(soft_wrap=True).print(made, highlight=False)


def skipped(others: Iterable[tuple[str, int]]) -> str:
    """Say how many files of which suffixes were passed over."""
    return ", ".join(
        f"{count} {suffix}" if suffix.startswith(".") else f"{count} without suffix" for suffix, count in others
    )


def exit_code(*, read: int, refused: int) -> int:
    """Give 0 when all was read, 3 when some inputs were refused and the rest read, 2 when nothing was."""
    if not read:
        return NOTHING
    return SOME_REFUSED if refused else ALL_READ


def counted(values: Iterable[str]) -> list[tuple[str, int]]:
    """Count values, the most frequent first, then by name."""
    return sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))
