"""The commands for RDF: query, validate, load and serve."""

import csv
import io
import json
import re
import signal
import subprocess
import sys
from functools import partial

import httpx
import pyoxigraph as ox
import pytest

import kg


@pytest.fixture(scope="module")
def turtle(tmp_path_factory):
    path = tmp_path_factory.mktemp("rdf") / "graph.ttl"
    kg.to_turtle(kg.build([kg.sample()]), path)
    return path


def test_query_lists_the_packaged_queries(run, turtle):
    code, out, _ = run("query", turtle)
    assert code == 0
    assert "who-holds-what" in out


def test_query_prints_a_table(run, turtle):
    code, out, err = run("query", turtle, "--name", "who-holds-what")
    assert code == 0
    assert "official" in out
    assert "rows" in err


def test_query_prints_the_same_rows_as_csv_and_json(run, turtle):
    as_csv = run("query", turtle, "--name", "meetings", "--format", "csv")[1]
    as_json = run("query", turtle, "--name", "meetings", "--format", "json")[1]
    rows = json.loads(as_json)
    assert rows
    assert list(csv.DictReader(io.StringIO(as_csv))) == [{k: v or "" for k, v in row.items()} for row in rows]


def test_query_runs_a_query_of_ones_own(run, turtle, tmp_path):
    (tmp_path / "own.rq").write_text("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    rows = json.loads(run("query", turtle, "--sparql", tmp_path / "own.rq", "--format", "json")[1])
    assert int(rows[0]["n"]) > 1000


@pytest.mark.parametrize("arguments", [("--name", "nope"), ("--name", "a", "--sparql", "b"), ("--sparql", "no.rq")])
def test_query_refuses_what_it_cannot_run(run, turtle, arguments):
    assert run("query", turtle, *arguments)[0] == 2


def test_validate_accepts_what_build_writes(run, turtle):
    code, _, err = run("validate", turtle, "--corpus", kg.sample())
    assert (code, "valid" in err) == (0, True)


def test_validate_names_rule_and_subject(run, turtle, tmp_path):
    broken = tmp_path / "broken.ttl"
    broken.write_text(turtle.read_text("utf-8").replace("gov:weight 1 ", "gov:weight 0 "), encoding="utf-8")
    code, out, err = run("validate", broken)
    assert code == 2
    assert "statement-weight" in out
    assert "faults" in err


def test_validate_refuses_a_missing_corpus(run, turtle, tmp_path):
    assert run("validate", turtle, "--corpus", tmp_path / "no")[0] == 2


@pytest.mark.parametrize(("style", "chinese"), [("readable", True), ("ascii", False)])
def test_build_writes_iris_in_the_style_that_is_asked_for(run, tmp_path, folder, style, chinese):
    assert run("build", folder, "-o", tmp_path / style, "--iri-style", style)[0] == 0
    quads = ox.parse(path=tmp_path / style / "graph.ttl")
    iris = {quad.subject.value for quad in quads}
    assert any(not iri.isascii() for iri in iris) is chinese


def test_serve_answers_and_load_fills_a_store_through_the_command_line(turtle, tmp_path):
    """From the shell to the shell: one process serves the folder, another asks it."""
    (tmp_path / "graph.ttl").write_bytes(turtle.read_bytes())
    (tmp_path / "graph.html").write_text("<p>page", "utf-8")
    command = [sys.executable, "-m", "kg", "serve", tmp_path, "--port", "0", "--limit", "20"]
    # A shell starts what runs in its background with Ctrl-C ignored, and children inherit that.
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=heed) as serving:
        try:
            url = re.search(r"http://127\.0\.0\.1:\d+/", serving.stderr.readline())[0]
            assert httpx.get(url).text == "<p>page"
            assert "gov:Statement" in httpx.get(f"{url}ontology").text
            asked = [sys.executable, "-m", "kg", "query", f"{url}query", "--name", "meetings", "--format", "json"]
            rows = json.loads(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)
            assert rows
            refused = [sys.executable, "-m", "kg", "load", turtle, f"{url}store"]
            done = subprocess.run(refused, capture_output=True, text=True, check=False)
            assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        finally:
            serving.send_signal(signal.SIGINT)
            try:
                assert serving.wait(10) == 0
            finally:
                serving.kill()
