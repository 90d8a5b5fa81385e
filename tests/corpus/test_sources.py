from kg.corpus import find_sources


def tree(root, *names):
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", encoding="utf-8")


def test_lists_text_and_markdown_below_a_folder(tmp_path):
    tree(tmp_path, "b/二.md", "a.txt", "c.pdf", "b/d.DOCX", ".hidden.txt", ".git/x.txt", "out/graph.md", "README")
    found = find_sources([tmp_path], exclude=[tmp_path / "out"])
    assert [name for _, name in found.files] == ["a.txt", "b/二.md"]
    assert found.others == (("(none)", 1), (".docx", 1), (".pdf", 1))
    assert not found.missing


def test_names_the_same_relative_path_of_two_inputs_apart(tmp_path):
    tree(tmp_path, "x/a.txt", "y/a.txt", "p/x/a.txt")
    names = [name for _, name in find_sources([tmp_path / "y", tmp_path / "x", tmp_path / "p/x"]).files]
    assert names == ["x/a.txt", "x/a.txt~2", "y/a.txt"]


def test_order_of_inputs_does_not_matter(tmp_path):
    tree(tmp_path, "x/a.txt", "y/a.txt", "y/b.txt")
    inputs = [tmp_path / "y", tmp_path / "x", tmp_path / "y/b.txt"]
    assert find_sources(inputs) == find_sources(inputs[::-1])


def test_a_file_given_twice_is_read_once(tmp_path):
    tree(tmp_path, "x/a.txt")
    assert len(find_sources([tmp_path, tmp_path / "x", tmp_path / "x/a.txt"]).files) == 1


def test_reports_a_missing_path(tmp_path):
    (error,) = find_sources([tmp_path / "nowhere"]).missing
    assert "no such file" in str(error)
