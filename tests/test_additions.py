"""A user's own words are read after ours, in every process, and a malformed row is told with its line."""

import pytest

import kg
from kg.additions import NONE, Word, read_additions
from kg.errors import DataError, InputError
from kg.pipeline import extract_source

TEXT = "雄岚动态\n\n5月3日，省城镇化院首席网格长李知远来到雄岚调研，欧阳海潮陪同。\n".encode()
LEXICON = """# words of our own
person\t欧阳海潮

place\t雄岚新区\tcounty\t雄岚
organisation\t某某省城镇化研究院\tinstitution\t省城镇化院|城镇化院
title\t首席网格长
"""


@pytest.fixture
def lexicon(tmp_path):
    path = tmp_path / "own.tsv"
    path.write_text(LEXICON, encoding="utf-8")
    return path


def mentions(extraction):
    names = {entity.id: entity.name for entity in extraction.entities}
    return {(mention.label.value, names.get(mention.entity)) for mention in extraction.mentions}


def test_every_class_is_read(lexicon):
    (extraction,) = extract_source(TEXT, "a.txt", read_additions(lexicon))
    assert {
        ("OFFICIAL", "欧阳海潮"), ("PLACE", "雄岚新区"), ("AGENCY", "某某省城镇化研究院"), ("OFFICIAL", "李知远"),
    } == mentions(extraction)  # fmt: skip
    (post,) = [each for each in extraction.relations if each.predicate == "holds_post"]
    assert post.title == "首席网格长"


def test_the_words_are_gone_when_they_are_not_given(lexicon):
    extract_source(TEXT, "a.txt", read_additions(lexicon))
    (extraction,) = extract_source(TEXT, "a.txt", NONE)
    assert ("PLACE", "雄岚新区") not in mentions(extraction)


@pytest.mark.parametrize("jobs", [1, 2])
def test_workers_know_the_words(lexicon, tmp_path, jobs):
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_bytes(TEXT)
    found = list(kg.read(folder, jobs=jobs, lexicon=lexicon))
    assert [("PLACE", "雄岚新区") in mentions(each) for each in found] == [True] * 3


def test_kinds_are_filled_in(lexicon):
    assert read_additions(lexicon).of("title") == (Word("title", "首席网格长", "chief"),)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("organization\t某院\n", 1, "organization"),
        ("# mine\nplace\t雄\n", 2, "two characters"),
        ("person\t李知远\tchief\n", 1, "no kind 'chief'"),
        ("\n\ntitle\t网格长\tboss\n", 3, "allowed: chief"),
        ("place\t甲\t乙\t丙\t丁\n", 1, "tabs"),
    ],
)
def test_a_malformed_row_is_told_with_its_line(tmp_path, text, line, said):
    path = tmp_path / "bad.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as raised:
        read_additions(path)
    assert str(raised.value).startswith(f"{path}:{line}: ")
    assert said in str(raised.value)


@pytest.mark.parametrize("data", [None, "人\t".encode("utf-16")])
def test_a_file_that_is_no_text_is_refused(tmp_path, data):
    path = tmp_path / "own.tsv"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InputError):
        read_additions(path)
