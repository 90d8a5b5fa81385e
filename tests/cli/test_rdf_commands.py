"""The commands for RDF: query, validate, load and serve."""

import csv
import io
import json

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
