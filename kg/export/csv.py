"""Write the posts as a table that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import networkx as nx

from kg.export.files import write

COLUMNS = (
    "official",
    "title",
    "agency",
    "status",
    "first_date",
    "last_date",
    "article",
    "source",
    "line",
    "quote",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_posts_csv(graph: nx.MultiDiGraph[str], path: str | Path | None = None) -> str | None:
    """Write one row for each post and article that says so, or return the text if no path is given.

    UTF-8 with a byte order mark and CRLF, as Excel wants it. `article` is the headline, `line` and `quote` are
    those of the first place in the article, the dates are the first and last of all articles on the post. A
    cell that a spreadsheet would take for a formula (it starts with = + - @, a tab or a carriage return) gets
    a ' in front. Rows are sorted. Raises OutputError if the file can't be written.
    """
    text = "\ufeff" + _table(sorted(_rows(graph)))
    if path is None:
        return text
    write(path, text, errors="backslashreplace")
    return None


def _rows(graph: nx.MultiDiGraph[str]) -> Iterator[tuple[str, ...]]:
    for official, agency, values in graph.edges(data=True):
        if values["predicate"] != "holds_post":
            continue
        post = (
            graph.nodes[official]["name"],
            values.get("title", ""),
            graph.nodes[agency]["name"],
            values.get("status", ""),
            values.get("first_date", ""),
            values.get("last_date", ""),
        )
        seen: set[str] = set()
        for item in values["evidence"]:
            if item["article"] not in seen:
                seen.add(item["article"])
                headline = graph.nodes[item["article"]]["name"]
                yield *post, headline, item["source"], str(item["line"]), item["quote"]


def _table(rows: list[tuple[str, ...]]) -> str:
    text = io.StringIO(newline="")
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(COLUMNS)
    lines.writerows([_guarded(cell) for cell in row] for row in rows)
    return text.getvalue()


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
