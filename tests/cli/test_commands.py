"""The command line as a whole: help, version, start-up, extract and evaluate."""

import json
import subprocess
import sys

import pytest
import typer

import kg
from kg.cli import app

HEAVY = ("spacy", "networkx", "rdflib", "numpy", "pyvis", "pandas", "httpx", "pyoxigraph", "kg.pipeline")


def test_help_imports_nothing_heavy():
    """So that it comes at once: what takes time is the import of spaCy and of the exports."""
    code = "import sys\nfrom kg.cli import main\ntry: main(['--help'])\nfinally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stderr.split()).isdisjoint(HEAVY)


@pytest.mark.parametrize("name", typer.main.get_command(app).commands)
def test_every_command_has_help(run, name):
    code, out, _ = run(name, "--help")
    assert code == 0
    assert "Usage: kg" in out


def test_version(run):
    assert run("--version") == (0, f"kg {kg.__version__}\n", "")


def test_an_unknown_option_is_a_usage_error(run):
    assert run("build", "--nope")[0] == 2


def test_extract_prints_json_lines(run, folder):
    code, out, err = run("extract", folder)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [row["source"] for row in rows] == ["2023/b.md", "a.txt"]
    assert {"title", "ranges", "date", "reported_by", "spans", "relations", "events", "entities"} <= rows[0].keys()
    assert "passed over" in err


def test_spans_are_where_they_say(run, folder):
    _, out, _ = run("extract", folder / "a.txt")
    raw = (folder / "a.txt").read_text("utf-8")
    spans = json.loads(out)["spans"]
    assert {"陆云舟", "浙江省民政厅"} <= {raw[span["start"] : span["end"]] for span in spans}


def test_relations_carry_their_sentence(run, folder):
    _, out, _ = run("extract", folder / "a.txt")
    relations = json.loads(out)["relations"]
    assert relations
    for relation in relations:
        assert 0 < relation["confidence"] <= 1
        assert all(each["quote"] and each["line"] and each["ranges"] for each in relation["evidence"])


def test_extract_is_the_same_with_two_processes(run, folder):
    assert run("extract", folder)[1] == run("extract", folder, "--jobs", "2")[1]


def test_evaluate_on_its_own_output(run, folder, tmp_path):
    _, out, _ = run("extract", folder)
    (tmp_path / "gold.jsonl").write_text(out, encoding="utf-8")
    code, out, _ = run("evaluate", tmp_path / "gold.jsonl", folder, "--errors", "2")
    assert code == 0
    assert "articles found 2/2 of 2" in out
    assert "Calibration" in out
    assert "missed" not in out


def test_evaluate_shows_errors_in_their_sentences(run, folder, tmp_path):
    row = json.loads(run("extract", folder / "a.txt")[1])
    row["spans"] = [{"start": 0, "end": 3, "label": "OFFICIAL", "entity": "无此人"}]
    (tmp_path / "gold.jsonl").write_text(json.dumps(row), encoding="utf-8")
    _, out, _ = run("evaluate", tmp_path / "gold.jsonl", folder, "--errors", "1")
    assert "missed mention OFFICIAL a.txt: 0 3  【浙江省】召开民政工作会议" in out


def test_evaluate_says_which_files_are_missing(run, folder, tmp_path):
    row = json.loads(run("extract", folder / "a.txt")[1]) | {"source": "z.txt"}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row), encoding="utf-8")
    code, _, err = run("evaluate", tmp_path / "gold.jsonl", folder)
    assert code == 2
    assert "z.txt" in err
