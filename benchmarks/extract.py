"""Time `kg extract` on one core beside jieba.posseg and bare spacy.blank("zh"), characters per second.

usage: python benchmarks/extract.py [FOLDER...]

Without folders: the shared seeds and television news where they are there (`$KG_SHARED` or ../shared), else the
packaged sample. Each of five rounds runs the three one after the other on the same text; the medians are printed.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import jieba.posseg
import spacy

from kg.corpus import find_sources
from kg.corpus.decoding import decode
from kg.export.article_json import to_line
from kg.pipeline import extract_source, sample

ROUNDS = 5
FOR_JIEBA = 150_000
"""The most characters that jieba.posseg is timed on: its speed doesn't depend on how many there are."""


def main(arguments: list[str]) -> None:
    jieba.setLogLevel(logging.ERROR)
    for folder in map(Path, arguments or default_folders()):
        report(folder)


def default_folders() -> list[str]:
    shared = Path(os.environ.get("KG_SHARED") or Path(__file__).parents[2] / "shared")
    folders = [folder for folder in (shared / "gold/seeds", shared / "corpus/xwlb") if folder.is_dir()]
    return [str(folder) for folder in folders or [sample()]]


def report(folder: Path) -> None:
    sources = [(path.read_bytes(), name) for path, name in find_sources([folder]).files]
    texts = [decode(data, name) for data, name in sources]
    speeds = measure(sources, texts)
    print(f"{folder}: {sum(map(len, texts)):,} characters, median of {ROUNDS} rounds")
    for name, speed in speeds.items():
        print(f"  {name:20}{speed:12,.0f} characters/s")
    print(f"  kg extract is {speeds['kg extract'] / speeds['jieba.posseg']:.1f} times jieba.posseg, ", end="")
    print(f"{speeds['kg extract'] / speeds['spacy.blank']:.2f} of spacy.blank")


def measure(sources: list[tuple[bytes, str]], texts: list[str]) -> dict[str, float]:
    blank = spacy.blank("zh")
    some = first(texts, FOR_JIEBA)
    runs: dict[str, tuple[list[str], Callable[[], object]]] = {
        "kg extract": (texts, lambda: [to_line(each) for source in sources for each in extract_source(*source)]),
        "jieba.posseg": (some, lambda: [list(jieba.posseg.cut(text)) for text in some]),
        "spacy.blank": (texts, lambda: [blank(text) for text in texts]),
    }
    extract_source(*sources[0])
    list(jieba.posseg.cut(some[0]))
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, (_, run) in runs.items():
            started = perf_counter()
            run()
            times[name].append(perf_counter() - started)
    return {name: sum(map(len, runs[name][0])) / median(times[name]) for name in runs}


def first(texts: list[str], characters: int) -> list[str]:
    chosen: list[str] = []
    for text in texts:
        if sum(map(len, chosen)) < characters:
            chosen.append(text)
    return chosen


if __name__ == "__main__":
    main(sys.argv[1:])
