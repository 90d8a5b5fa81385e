"""The composition: order, processes, bounded work ahead, and errors that go where they should."""

import os
import signal
from pathlib import Path

import networkx as nx
import pytest

import kg
from kg.corpus import find_sources, read_articles
from kg.errors import InputError
from kg.pipeline import MAX_CHARACTERS, extract_source, extractions, read_files
from kg.workers import WorkerError, map_in_order

ARTICLE = "浙江省召开民政工作会议\n\n4月8日，浙江省民政厅厅长陆云舟主持会议并讲话。\n\n（来源：浙江日报）\n"


@pytest.fixture
def folder(tmp_path):
    for name in ("c.txt", "a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def square(number):
    return number * number


def die(number):
    if number == 3:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return number


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_arguments(jobs):
    assert list(map_in_order(square, ((n,) for n in range(30)), jobs=jobs)) == [n * n for n in range(30)]


def test_a_worker_that_dies_is_an_error_and_no_hang():
    with pytest.raises(WorkerError, match="a worker process died"):
        list(map_in_order(die, ((n,) for n in range(6)), jobs=2))


def test_arguments_are_taken_only_a_little_ahead():
    taken = []

    def arguments():
        for number in range(100):
            taken.append(number)
            yield (number,)

    results = map_in_order(square, arguments(), jobs=2)
    next(results)
    results.close()
    assert len(taken) < 20


@pytest.mark.parametrize("jobs", [1, 2])
def test_sources_are_read_in_order(folder, jobs):
    assert [each.source for each in kg.read(folder, jobs=jobs)] == ["a.txt", "b.txt", "c.txt"]


def test_reading_is_a_pure_function_of_the_bytes():
    one, two = (extract_source(ARTICLE.encode(encoding), "a.txt") for encoding in ("utf-8", "gb18030"))
    assert [(e.mentions, e.relations, e.title) for e in one] == [(e.mentions, e.relations, e.title) for e in two]
    assert extract_source(ARTICLE.encode(), "a.txt") == one


def test_articles_read_together_say_what_each_says_alone():
    files = find_sources([kg.sample()]).files
    articles = [article for path, name in files for article in read_articles(path.read_bytes(), name)]
    assert list(extractions(articles)) == [each for article in articles for each in extractions([article])]


def test_offsets_are_those_of_the_raw_file():
    raw = "\ufeff" + ARTICLE.replace("\n", "\r\n")
    (found,) = extract_source(raw.encode(), "a.txt")
    assert found.mentions
    assert all(raw[mention.start : mention.end] == mention.text for mention in found.mentions)


def test_no_article_is_an_error():
    with pytest.raises(InputError, match=r"a\.txt"):
        extract_source(b"1 2 3\n", "a.txt")


def test_an_article_has_a_greatest_length():
    text = "浙江省民政厅召开会议，" * (MAX_CHARACTERS // 10)
    with pytest.raises(InputError, match="longer than"):
        extract_source(text.encode(), "a.txt")


def test_a_graph_is_built_from_one_path_or_many(folder):
    graph = kg.build(folder)
    assert isinstance(graph, nx.MultiDiGraph)
    again = kg.build([folder / "b.txt", folder / "a.txt", folder / "c.txt"])
    assert graph.graph["articles"] == 3
    assert dict(graph.nodes(data=True)) == dict(again.nodes(data=True))
    assert list(graph.edges(keys=True, data=True)) == list(again.edges(keys=True, data=True))


def test_the_first_bad_input_is_raised(folder):
    (folder / "aa.txt").write_bytes(b"")
    with pytest.raises(InputError, match=r"aa\.txt"):
        kg.build(folder)


def test_bad_inputs_go_to_who_wants_them(folder):
    (folder / "aa.txt").write_bytes(b"")
    errors = []
    assert kg.build([folder, folder / "none"], on_error=errors.append).graph["articles"] == 3
    assert [error.where for error in errors] == [str(folder / "none"), "aa.txt"]


def test_a_corpus_without_an_article_is_an_error_even_then(tmp_path):
    with pytest.raises(InputError, match="no article"):
        kg.build(tmp_path, on_error=lambda error: None)


def test_a_bad_file_is_given_back_and_not_raised(tmp_path):
    (reading,) = read_files([(tmp_path / "none.txt", "none.txt")])
    assert reading.error is not None
    assert "none.txt" in str(reading.error)


def test_the_sample_corpus_is_a_folder():
    assert Path(kg.sample()).is_dir()


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nothing"):
        _ = kg.nothing
