"""Measure how fast Turtle is written at a million triples, against rdflib's own serializer in the same run.

    python benchmarks/turtle.py [--triples 1000000] [--rdflib-triples 1000000]

Prints triples per second of both, their ratio, and the peak of resident memory. What is timed of kg includes pinyin,
sorting and the file, from the graph in memory and in a fresh process; of rdflib the serializer and the file alone, from
its graph in memory. Give --rdflib-triples fewer where a minute is too long.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from pathlib import Path
from time import perf_counter

import networkx as nx
import rdflib

from kg.export.turtle import to_turtle

PER_OFFICIAL = 56
"""About as many triples as an official with a post, its evidence and its article gives."""


def synthetic(officials: int) -> nx.MultiDiGraph:
    """Make a graph of officials, each with a post and a sentence; names are numbered, nobody is real."""
    graph = nx.MultiDiGraph(name="benchmark", modified="2024-01-01")
    seen = {"aliases": [], "resolved": True, "mentions": 3, "articles": 1, "first_date": "2024-01-01"}
    for i in range(officials):
        person, agency, article = (
            f"person/官员{i}.{i:016x}",
            f"agency/机关{i % 997}.{i % 997:016x}",
            f"article/a{i}.{i:016x}",
        )
        graph.add_node(person, type="OFFICIAL", name=f"官员{i}", **seen)
        graph.add_node(agency, type="AGENCY", name=f"机关{i % 997}", kind="government", **seen)
        graph.add_node(article, type="ARTICLE", name=f"标题{i}", source=f"{i}.txt", index=0, date="2024-01-01")
        shown = {"source": f"{i}.txt", "article": article, "ranges": [[0, 20]], "quote": f"机关局长官员{i}出席会议。"}
        values = {"weight": 1, "articles": 1, "confidence": 0.9, "first_date": "2024-01-01"}
        values["evidence"] = [shown | {"line": 1, "extractor": "post"}]
        graph.add_edge(
            person, agency, key="h", predicate="holds_post", title=f"局长{i % 40}", status="current", **values
        )
        graph.add_edge(person, agency, key="c", predicate="co_occurs_with", npmi=0.3, **values)
    return graph


def written(graph: nx.MultiDiGraph, path: Path) -> float:
    started = perf_counter()
    to_turtle(graph, path)
    return perf_counter() - started


def counted(path: Path) -> int:
    import pyoxigraph as ox

    return sum(1 for _ in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--rdflib-triples", type=int, default=1_000_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, part = Path(folder) / "all.ttl", Path(folder) / "part.ttl"
        graph = synthetic(options.triples // PER_OFFICIAL)
        before, seconds = peak(), written(graph, path)
        triples = counted(path)
        ours = triples / seconds
        print(f"kg: {triples:,} triples in {seconds:.2f} s, {ours:,.0f}/s, {path.stat().st_size / 1e6:.0f} MB")
        print(f"peak of memory: {before:.0f} MiB before, {peak():.0f} MiB after writing and counting")
        written(synthetic(options.rdflib_triples // PER_OFFICIAL), part)
        theirs = rdflib.Graph().parse(part, format="turtle")
        started = perf_counter()
        theirs.serialize(Path(folder) / "rdflib.ttl", format="turtle")
        speed = len(theirs) / (perf_counter() - started)
        print(f"rdflib: {len(theirs):,} triples, {speed:,.0f}/s; ratio {ours / speed:.1f}")


if __name__ == "__main__":
    main()
