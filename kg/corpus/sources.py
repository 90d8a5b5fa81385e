"""List the files to read in the inputs that a user gives."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError

SUFFIXES = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class Sources:
    """Hold what was found: `files` as (path, source name) sorted by name, and what was passed over."""

    files: tuple[tuple[Path, str], ...]
    others: tuple[tuple[str, int], ...]
    """Suffix and count of the files that are neither .txt nor .md."""
    missing: tuple[InputError, ...] = ()


def find_sources(paths: Iterable[str | os.PathLike[str]], *, exclude: Iterable[str | os.PathLike[str]] = ()) -> Sources:
    """Find the .txt and .md files among files and folders (searched recursively).

    Hidden files and everything under `exclude` are left out, other suffixes are counted. The source name
    is the path relative to its input, with "/" between the parts; where two inputs hold the same relative
    name, each gets the name of its input in front, and a number if that is the same too. An input that
    doesn't exist is given as an InputError in `missing`.
    """
    left_out = {_real(Path(p)) for p in exclude}
    found: dict[Path, tuple[Path, str]] = {}
    others: Counter[str] = Counter()
    missing: list[InputError] = []
    for root in sorted({Path(p) for p in paths}, key=lambda p: p.as_posix()):
        if not root.exists():
            missing.append(InputError("no such file or folder", where=str(root), advice="check the path"))
        for path, name in _walk(root, left_out):
            if path.suffix.lower() in SUFFIXES:
                found.setdefault(_real(path), (path, name))
            else:
                others[path.suffix.lower() or "(none)"] += 1
    return Sources(tuple(_told_apart(found.values())), tuple(sorted(others.items())), tuple(missing))


def _walk(root: Path, left_out: set[Path]) -> Iterator[tuple[Path, str]]:
    if root.is_file():
        yield root, root.name
    for folder, folders, files in os.walk(root):
        here = Path(folder)
        folders[:] = sorted(f for f in folders if not f.startswith(".") and _real(here / f) not in left_out)
        for file in sorted(files):
            path = here / file
            if not file.startswith(".") and _real(path) not in left_out and _real(here) not in left_out:
                yield path, path.relative_to(root).as_posix()


def _real(path: Path) -> Path:
    # Unlike Path.resolve, this is no error for a link that leads back to itself.
    return Path(os.path.realpath(path))


def _told_apart(found: Iterable[tuple[Path, str]]) -> list[tuple[Path, str]]:
    rows = sorted(found, key=lambda row: (row[1], row[0].as_posix()))
    double = {name for name, count in Counter(name for _, name in rows).items() if count > 1}
    longer = [(path, f"{_input_name(path, name)}/{name}" if name in double else name) for path, name in rows]
    seen: Counter[str] = Counter()
    out = []
    for path, name in longer:
        seen[name] += 1
        out.append((path, name if seen[name] == 1 else f"{name}~{seen[name]}"))
    return sorted(out, key=lambda row: row[1])


def _input_name(path: Path, name: str) -> str:
    return path.resolve().parents[name.count("/")].name
