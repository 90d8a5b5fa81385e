"""Write kg/data/former_divisions.tsv and the official names in kg/data/countries.tsv from PyPI jionlp.

usage: python scripts/build_former.py SOURCES    (holds jionlp-1.5.31-py3-none-any.whl)
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "kg" / "data"
HEAD = """# Divisions of China that were renamed or abolished since 2002, and which of today's took their place.
# Columns: code (F and a number, none of the standard); name; short form (- where a unit of today has it); level; code
# of the parent today; codes of the successors, parted by |; year of the change.
# Source: PyPI jionlp 1.5.31 (Apache-2.0), china_location_change.txt, by scripts/build_former.py.
"""
LEVELS = ("province", "prefecture", "county")


def main(sources: Path) -> None:
    """Write both files."""
    wheel = zipfile.ZipFile(next(sources.glob("jionlp-1.5.31*.whl")))
    lines = wheel.read("jionlp/dictionary/china_location_change.txt").decode("utf-8").splitlines()
    rows = former(lines, divisions())
    text = "".join(f"F{number:04}\t" + "\t".join(row) + "\n" for number, row in enumerate(rows, 1))
    (DATA / "former_divisions.tsv").write_text(HEAD + text, encoding="utf-8")
    name_countries(wheel.read("jionlp/dictionary/world_location.txt").decode("utf-8").splitlines())


def divisions() -> dict[tuple[str, ...], tuple[str, str, str]]:
    """Give today's units by their chain of names: code, short form and the parent's code."""
    rows = [line.rstrip("\n").split("\t") for line in (DATA / "divisions.tsv").open(encoding="utf-8") if line[0] != "#"]
    units = {row[0]: row for row in rows}
    out = {}
    for code, row in units.items():
        chain, at = [row[1]], row[4]
        while at != "-":
            chain.insert(0, units[at][1])
            at = units[at][4]
        out[tuple(chain)] = (code, row[2], row[4])
    return out


def former(lines: list[str], today: dict[tuple[str, ...], tuple[str, str, str]]) -> list[list[str]]:
    """Give name, short form, level, parent, successors and year of each unit that is no more."""
    shorts = {short for _, short, _ in today.values()}
    found: dict[tuple[str, ...], list[str]] = {}
    for line in lines:
        before, _, after = line.partition("=>")
        day, _, *names = before.split("\t")
        chain, heir = tuple(names[0::2]), today.get(tuple(after.split("\t")))
        if heir is None or chain in today or len(chain[-1]) < 3 or chain[-1] == after.split("\t")[-1]:
            continue
        row = found.setdefault(chain, [chain[-1], names[-1], LEVELS[len(chain) - 1], heir[2], "", day[:4]])
        row[1] = "-" if row[1] in shorts or len(row[1]) < 2 or row[1] == row[0] else row[1]
        row[4] = "|".join(sorted({*filter(None, row[4].split("|")), heir[0]}))
    return [found[chain] for chain in sorted(found)]


def _plain(name: str) -> bool:
    """Tell whether an official name is 国 behind the usual one: 日本国 would be read in 日本国民."""
    return name.endswith("国") and not name.endswith(("共和国", "王国", "公国", "合众国", "酋长国"))


def name_countries(lines: list[str]) -> None:
    """Add the official names of countries to those that the list has."""
    official = {f[0]: f[1] for f in (line.split("\t") for line in lines) if len(f) > 1}
    path = DATA / "countries.tsv"
    out = []
    for line in path.read_text("utf-8").splitlines():
        row = line.split("\t")
        if len(row) == 4 and line[0] != "#":
            more = [] if row[2] == "-" else row[2].split("|")
            names = {name: official[name] for name in (row[1], *more) if name in official}
            extra = [n for pair in names.items() for n in pair if n not in (row[1], *more) and not _plain(n)]
            row[2] = "|".join([*more, *dict.fromkeys(extra)]) or "-"
        out.append("\t".join(row))
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
