"""Parsers that know nothing of one another count the same triples in the Turtle."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

import kg

N3 = Path(sys.prefix) / "n3" / "node_modules" / "n3"
COUNT = """
const { Parser } = require(process.argv[1]);
const seen = new Set();
const text = require("fs").readFileSync(process.argv[2], "utf8");
for (const q of new Parser().parse(text)) {
  const o = q.object;
  const tag = [o.termType, o.language || "", o.datatype ? o.datatype.value : ""];
  seen.add([q.subject.value, q.predicate.value, o.value, ...tag].join("\\u0000"));
}
console.log(seen.size);
"""


@pytest.fixture(scope="module", params=["sample", "seeds"])
def turtle(request, tmp_path_factory):
    shared = Path(os.environ.get("KG_SHARED") or Path(__file__).parents[3] / "shared")
    folder = kg.sample() if request.param == "sample" else shared / "gold" / "seeds"
    if not folder.is_dir():
        pytest.skip(f"no {folder}; KG_SHARED names another shared folder")
    path = tmp_path_factory.mktemp("turtle") / "graph.ttl"
    kg.to_turtle(kg.build([folder]), path)
    return path


@pytest.fixture(scope="module")
def expected(turtle):
    return len({(quad.subject, quad.predicate, quad.object) for quad in ox.parse(path=turtle)})


def test_rdflib_agrees_with_pyoxigraph(turtle, expected):
    assert len(rdflib.Graph().parse(turtle)) == expected > 1000


def test_rapper_agrees(turtle, expected):
    if shutil.which("rapper") is None:
        pytest.skip("rapper is not installed: apt-get install raptor2-utils")
    done = subprocess.run(
        ["rapper", "-q", "-i", "turtle", "-o", "ntriples", turtle], capture_output=True, check=True, timeout=60
    )
    assert len(set(done.stdout.splitlines())) == expected
    assert done.stderr == b""


def test_n3_agrees(turtle, expected):
    node = shutil.which("node")
    if node is None or not N3.is_dir():
        pytest.skip(f"N3.js is not installed: scripts/rdf_tools {N3.parents[1]}")
    done = subprocess.run([node, "-e", COUNT, N3, turtle], capture_output=True, check=True, text=True, timeout=60)
    assert int(done.stdout) == expected
