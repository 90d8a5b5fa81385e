"""Read articles annotated by hand, or printed by `kg extract`, from JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from kg.errors import DataError, InputError

Row = dict[str, Any]
"""One article in the shape that `kg extract` prints."""

NEEDED = ("source", "ranges", "spans", "relations")


def read_gold(path: str | Path) -> list[Row]:
    """Read the articles of a JSON lines file, `source` cut to the file's own name.

    Raises `InputError` for a file that can't be read, `DataError` for a line that is no article.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("the gold file can't be read", where=str(path), advice=str(error)) from error
    return list(_rows(text, str(path)))


def by_name(row: Row) -> Row:
    """Give the article with `source` cut to the last part of the path, so that folders don't matter."""
    return {**row, "source": PurePosixPath(row["source"].replace("\\", "/")).name}


def _rows(text: str, where: str) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield by_name(_row(line, where, number))


def _row(line: str, where: str, number: int) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DataError(f"not a line of JSON: {error}", where=where, line=number) from error
    missing = [key for key in NEEDED if not isinstance(row, dict) or key not in row]
    if missing:
        raise DataError(f"not an article: {', '.join(missing)} missing", where=where, line=number)
    return row  # type: ignore[no-any-return]
