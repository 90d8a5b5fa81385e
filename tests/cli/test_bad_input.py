"""Each bad input gets one clear line and an exit code that tells what was read."""

import pytest

from kg import pipeline

BAD = {
    "empty": b"",
    "bom alone": b"\xef\xbb\xbf",
    "blank": b" \n\n\t\n",
    "binary": b"\x7fELF\x02\x01\x00\x00" * 40,
    "undecodable": b"\xff\x81\xff" * 30,
    "no article": b"123 456\n\n----\n",
}


@pytest.mark.parametrize("command", ["build", "extract"])
@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_alone(run, tmp_path, kind, command):
    (tmp_path / "bad.txt").write_bytes(BAD[kind])
    options = ("-o", tmp_path / "out") if command == "build" else ()
    code, out, err = run(command, tmp_path / "bad.txt", *options)
    assert (code, out) == (2, "")
    assert err.startswith("kg: bad.txt: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_beside_good_ones(run, folder, kind):
    (folder / "bad.txt").write_bytes(BAD[kind])
    code, out, err = run("extract", folder)
    assert code == 3
    assert out.count("\n") == 2
    assert sum(line.startswith("kg: ") for line in err.splitlines()) == 1


def test_a_missing_path(run, folder, tmp_path):
    assert run("extract", tmp_path / "none")[0] == 2
    code, _, err = run("extract", tmp_path / "none", folder)
    assert code == 3
    assert "no such file or folder" in err


def test_a_folder_without_text(run, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    code, _, err = run("extract", tmp_path)
    assert code == 2
    assert "no .txt or .md file" in err


def test_a_file_beyond_the_limit_is_refused_before_it_is_opened(run, tmp_path, monkeypatch):
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(pipeline.Path, "read_bytes", lambda path: pytest.fail("was opened"))
    code, _, err = run("extract", tmp_path / "huge.txt")
    assert code == 2
    assert "MiB" in err


def test_an_article_that_is_too_long_is_refused(run, tmp_path):
    (tmp_path / "line.txt").write_text("浙江省民政厅召开会议，" * 100_000, encoding="utf-8")
    code, _, err = run("extract", tmp_path / "line.txt")
    assert code == 2
    assert "characters" in err


def test_a_file_that_cannot_be_read(run, tmp_path):
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    assert run("extract", tmp_path)[0] == 2
