"""Build kg/data/words.tsv: ordinary words with their frequency, from jieba's dictionary.

Usage: python scripts/build_words.py SOURCES, the folder with the downloaded packages (see scripts/README.md).
jieba tags many ordinary words as personal names (明白, 文明, 道德) and many personal names are frequent in it (novels).
A word so tagged is kept if the Chinese dictionary of jionlp has it, or if it begins with no surname.
"""

from __future__ import annotations

import math
import re
import sys

from build_names import WORDS, is_simplified, surnames
from packages import read_member, write_table

HEADER = """
Ordinary Chinese words of two to four characters, and single characters that are used as words of their own.
Columns: word; natural logarithm of its relative frequency.
Source: PyPI jieba 0.42.1, dict.txt (MIT), without personal names and words seen fewer than {least} times; which of
the words tagged as names are ordinary words is decided with the dictionary of PyPI jionlp 1.5.31 (Apache-2.0).
"""
LEAST = 9
LEAST_SINGLE = 300
HAN = re.compile(r"[\u4e00-\u9fff]{1,4}")


def main(folder: str) -> None:
    """Write the data file from the packages in `folder`."""
    known = surnames(folder)
    dictionary = {line.split("\t")[0] for line in read_member(folder, "jionlp", WORDS).splitlines()}
    entries = [line.split(" ") for line in read_member(folder, "jieba", "jieba/dict.txt").splitlines()]
    total = sum(int(count) for _, count, _ in entries)
    rows = []
    for word, count, tag in entries:
        person = tag.startswith("nr") and word not in dictionary and (word[0] in known or word[:2] in known)
        single = len(word) == 1 and (tag[:2] in {"nr", "ng", "vg", "ag", "zg", "g"} or int(count) < LEAST_SINGLE)
        if HAN.fullmatch(word) and is_simplified(word) and int(count) >= LEAST and not person and not single:
            rows.append((word, f"{math.log(int(count) / total):.2f}"))
    write_table("words", HEADER.format(least=LEAST), sorted(rows, key=lambda row: (-float(row[1]), row[0])))


if __name__ == "__main__":
    main(sys.argv[1])
