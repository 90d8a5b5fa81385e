"""The packaged queries give the same rows in rdflib and Oxigraph; answers that are no answers are refused."""

import re

import pyoxigraph as ox
import pytest
import rdflib

import kg
from kg.errors import DataError, InputError
from kg.stores.queries import ask, named, packaged, select, table

QUERIES = packaged()
BARREN = {"implementing-documents", "who-followed-whom", "common-meetings", "unresolved"}
"""What a corpus as small as the sample need not have."""


@pytest.fixture(scope="module")
def turtle():
    return kg.to_turtle(kg.build([kg.sample()]))


@pytest.fixture(scope="module")
def parsed(turtle):
    return rdflib.Graph().parse(data=turtle, format="turtle")


@pytest.fixture(scope="module")
def store(turtle):
    made = ox.Store()
    made.load(turtle.encode(), ox.RdfFormat.TURTLE)
    return made


def plain(row):
    """Write numbers alike: Oxigraph gives the decimal 1.0 as 1."""
    return [re.sub(r"^(-?\d+)\.0$", r"\1", str(value)) for value in row]


def test_there_are_at_least_twelve():
    assert len(QUERIES) >= 12


@pytest.mark.parametrize("name", QUERIES)
def test_two_engines_give_the_same_rows(parsed, store, name):
    query = QUERIES[name]
    answer = table(select(store, query.text), where=name)
    theirs = [tuple(None if value is None else str(value) for value in row) for row in parsed.query(query.text)]
    assert answer.columns == query.columns
    assert sorted(map(plain, answer.rows)) == sorted(map(plain, theirs))
    assert answer.rows or name in BARREN


@pytest.mark.parametrize("suffix", [".ttl", ".nt.gz", ".trig", ".jsonld"])
def test_every_format_is_read(tmp_path, suffix):
    from kg.export.rdf import to_rdf

    to_rdf(kg.build([kg.sample()]), tmp_path / f"graph{suffix}")
    assert ask(str(tmp_path / f"graph{suffix}"), named("who-holds-what").text).rows


def test_ask_gives_one_row(store):
    assert table(select(store, "ASK { ?s ?p ?o }"), where="").rows == [("true",)]


@pytest.mark.parametrize("sparql", ["SELEKT", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "DELETE WHERE { ?s ?p ?o }"])
def test_other_queries_are_refused(store, sparql):
    with pytest.raises(DataError):
        select(store, sparql)


@pytest.mark.parametrize("answer", [b"", b"<html>", b'{"head":{"vars":["a"]},"results":{"bind', b"[]", b"{}"])
def test_what_is_no_whole_answer_is_refused(answer):
    with pytest.raises(DataError):
        table(answer, where="x")


@pytest.mark.parametrize(
    ("name", "text"), [("no.ttl", None), ("a.txt", ""), ("a.ttl.gz", "no gzip"), ("b.ttl", "<a> .")]
)
def test_unreadable_files_are_refused(tmp_path, name, text):
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises((InputError, DataError)):
        ask(str(tmp_path / name), "ASK {}")


def test_an_unknown_name_is_refused():
    with pytest.raises(InputError, match="who-holds-what"):
        named("nope")


def test_a_dead_endpoint_is_an_error():
    with pytest.raises(DataError, match="no whole answer"):
        ask("http://127.0.0.1:9/query", "ASK {}")
