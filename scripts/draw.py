"""Draw statements at random from what is read in a folder, as a table for a reader to judge.

usage: python scripts/draw.py FOLDER --seed N [--number 100]

Prints a TSV: kind, source, start, end, words, quote, with an empty column for the verdict (right, wrong). The
table kept in tests/judged is the same without the quotes.
"""

from __future__ import annotations

import argparse
import csv
import sys

from kg.pipeline import read
from kg.quality.judging import draw, statements


def main() -> None:
    """Draw from the folder on the command line and print the table."""
    parser = argparse.ArgumentParser(description="Draw statements for a reader to judge.")
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--number", type=int, default=100, help="how many of each kind")
    given = parser.parse_args()
    said = (each for extraction in read(given.folder) for each in statements(extraction))
    table = csv.writer(sys.stdout, dialect="excel-tab", lineterminator="\n")
    table.writerow(["verdict", "kind", "source", "start", "end", "words", "quote"])
    for each in draw(said, number=given.number, seed=given.seed):
        table.writerow(["", each.kind, each.source, each.start, each.end, each.words, each.quote])


if __name__ == "__main__":
    main()
