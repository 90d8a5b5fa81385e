"""What `kg build` writes, refuses and leaves alone."""

import json

import pytest

import kg
from kg import outputs
from kg.errors import OutputError

FILES = {"graph.ttl", "graph.html", "graph.graphml", "graph.json", "articles.jsonl", "posts.csv"}


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_file_is_written(run, folder, tmp_path):
    code, out, err = run("build", folder, "-o", tmp_path / "out")
    assert code == 0
    assert contents(tmp_path / "out").keys() == FILES
    assert "陆云舟" in (tmp_path / "out" / "posts.csv").read_text("utf-8-sig")
    assert "holds_post" in out
    assert "1 .docx" in err


def test_articles_are_those_of_extract(run, folder, tmp_path):
    run("build", folder, "-o", tmp_path / "out")
    _, out, _ = run("extract", folder)
    assert (tmp_path / "out" / "articles.jsonl").read_text("utf-8") == out


def test_the_graph_is_that_of_the_library(run, folder, tmp_path):
    run("build", folder, "-o", tmp_path / "out")
    graph = kg.read_node_link(tmp_path / "out" / "graph.json")
    again = kg.build(folder)
    assert dict(graph.nodes(data=True)) == dict(again.nodes(data=True))
    assert sorted(graph.edges(keys=True)) == sorted(again.edges(keys=True))


@pytest.mark.parametrize("options", [(), ("--jobs", "2")])
def test_the_bytes_are_the_same_whatever_the_order_and_the_processes(run, folder, tmp_path, options):
    run("build", folder / "2023", folder / "a.txt", "-o", tmp_path / "one")
    run("build", folder / "a.txt", folder / "2023", "-o", tmp_path / "two", *options)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_other_files_in_the_output_folder_stay(run, folder, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("浙江省民政厅厅长陆云舟。", encoding="utf-8")
    run("build", folder, "-o", out)
    assert (out / "mine.txt").exists()
    assert contents(out).keys() == FILES | {"mine.txt"}


def test_the_output_folder_is_no_input(run, folder):
    run("build", folder, "-o", folder / "out")
    (folder / "out" / "c.txt").write_text((folder / "a.txt").read_text("utf-8"), encoding="utf-8")
    run("build", folder, "-o", folder / "out")
    rows = (folder / "out" / "articles.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(row)["source"] for row in rows] == ["2023/b.md", "a.txt"]


def test_a_folder_may_be_its_own_output(run, folder):
    assert run("build", folder, "-o", folder)[0] == 0


def test_one_bad_file_stops_no_other(run, folder, tmp_path):
    (folder / "empty.txt").write_bytes(b"")
    code, _, err = run("build", folder, tmp_path / "missing", "-o", tmp_path / "out")
    assert code == 3
    assert "empty.txt" in err
    assert "missing" in err
    assert contents(tmp_path / "out").keys() == FILES


def test_nothing_is_written_when_nothing_was_read(run, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("build", tmp_path / "empty.txt", "-o", tmp_path / "deep" / "out")[0] == 2
    assert not (tmp_path / "deep").exists()


def test_nothing_is_half_written_when_writing_fails(run, folder, tmp_path, monkeypatch):
    out = tmp_path / "out"
    run("build", folder / "a.txt", "-o", out)
    before = contents(out)

    def full(graph, path):
        raise OutputError("can't be written: no space left", where=str(path))

    monkeypatch.setitem(outputs.WRITERS, "posts.csv", full)
    code, _, err = run("build", folder, "-o", out)
    assert code == 2
    assert "no space left" in err
    assert contents(out) == before


@pytest.mark.parametrize("place", ["out", "out/deeper"])
def test_an_output_folder_that_cannot_be_made(run, folder, tmp_path, place):
    (tmp_path / "out").write_text("a file in the way", encoding="utf-8")
    code, _, err = run("build", folder, "-o", tmp_path / place)
    assert code == 2
    assert err.count("\n") == 1
    assert "can't be written" in err


def test_a_folder_where_a_file_should_go(run, folder, tmp_path):
    (tmp_path / "out" / "posts.csv").mkdir(parents=True)
    code, _, err = run("build", folder, "-o", tmp_path / "out")
    assert code == 2
    assert "posts.csv" in err
    assert contents_names(tmp_path / "out") == {"posts.csv"}


def contents_names(folder):
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("window", ["sentence", "paragraph", "article"])
def test_the_window_and_the_cap_are_noted_in_the_graph(run, folder, tmp_path, window):
    run("build", folder, "-o", tmp_path / "out", "--window", window, "--cap", "3")
    graph = kg.read_node_link(tmp_path / "out" / "graph.json")
    assert (graph.graph["window"], graph.graph["cap"]) == (window, 3)


def test_without_inputs_there_is_advice(run):
    code, _, err = run("build")
    assert code == 2
    assert "--sample" in err


def test_the_sample_corpus_is_there(run, tmp_path):
    assert run("build", "--sample", "-o", tmp_path / "out")[0] == 0
