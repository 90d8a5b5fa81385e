"""A file is the old one or the whole new one."""

import pytest

from kg.errors import OutputError
from kg.export.files import write


@pytest.mark.parametrize("content", ["行\r\n", "行\r\n".encode(), ["行", "\r\n"], iter([b"\xe8\xa1\x8c", "\r\n"])])
def test_text_and_bytes_are_written_as_they_are(tmp_path, content):
    assert write(tmp_path / "a", content).read_bytes() == "行\r\n".encode()


def broken():
    yield "half"
    raise RuntimeError("stop")


def test_what_fails_halfway_leaves_the_old_file_and_nothing_else(tmp_path):
    write(tmp_path / "a", "old")
    with pytest.raises(RuntimeError):
        write(tmp_path / "a", broken())
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_text(encoding="utf-8") == "old"


def test_a_folder_in_the_way_is_named(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(OutputError, match=r"/a: can't be written"):
        write(tmp_path / "a", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
