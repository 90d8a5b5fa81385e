"""Turtle and its sisters: independent parsers agree, bytes are stable, hostile names come back."""

import gzip
import os
import random
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.corpus.decoding import decode
from kg.errors import OutputError
from kg.export.rdf import to_rdf
from kg.export.rdf.names import PREFIXES

SHARED = Path(os.environ.get("KG_SHARED") or Path(__file__).parents[3] / "shared")
BASE = "https://kg.example.org/gov/"
NIF, ORG, GOV, RDF, RDFS = (rdflib.Namespace(PREFIXES[name]) for name in ("nif", "org", "gov", "rdf", "rdfs"))


@pytest.fixture(scope="module")
def graph():
    return kg.build([kg.sample()])


@pytest.fixture(scope="module")
def turtle(graph):
    return kg.to_turtle(graph)


@pytest.fixture(scope="module")
def parsed(turtle):
    return rdflib.Graph().parse(data=turtle, format="turtle")


def oxigraph(text, format=ox.RdfFormat.TURTLE):
    return {quad.triple for quad in ox.parse(text.encode(), format)}


def terms(triples):
    """Give the triples of rdflib as those of pyoxigraph, to compare them one for one."""
    return {ox.Triple(*map(_term, triple)) for triple in triples}


def _term(term):
    if isinstance(term, rdflib.URIRef):
        return ox.NamedNode(str(term))
    assert isinstance(term, rdflib.Literal), term
    if term.language:
        return ox.Literal(str(term), language=term.language)
    return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype))) if term.datatype else ox.Literal(str(term))


def shuffled(graph, seed):
    draw, other = random.Random(seed), nx.MultiDiGraph(**graph.graph)
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))
    draw.shuffle(nodes)
    draw.shuffle(edges)
    other.add_nodes_from(nodes)
    other.add_edges_from(edges)
    return other


def test_parsers_agree_on_the_sample(turtle, parsed):
    assert terms(parsed) == oxigraph(turtle)
    assert len(parsed) > 1000


def test_parsers_agree_on_the_seeds():
    folder = SHARED / "gold" / "seeds"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there; set KG_SHARED")
    text = kg.to_turtle(kg.build([folder]))
    assert terms(rdflib.Graph().parse(data=text, format="turtle")) == oxigraph(text)


def test_the_dataset_counts_its_own_triples(parsed):
    counted = parsed.value(rdflib.URIRef(BASE), rdflib.URIRef(PREFIXES["void"] + "triples"))
    assert counted.toPython() == len(parsed)


def test_there_are_no_blank_nodes(parsed):
    assert not [term for triple in parsed for term in triple if isinstance(term, rdflib.BNode)]


def test_subjects_are_sorted_and_come_once(graph):
    lines = to_rdf(graph, format="ntriples").splitlines()
    subjects = [line.split(" ", 1)[0].strip("<>").removeprefix(BASE) for line in lines]
    runs = [name for name, before in zip(subjects, [None, *subjects], strict=False) if name != before]
    assert len(set(runs)) == len(runs)
    body = [name for name in runs if not name.startswith(("part/", "run/", "software/"))]
    assert body == sorted(body)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("format", ["turtle", "trig", "jsonld"])
def test_the_order_of_insertion_is_not_in_the_bytes(graph, format, seed):
    assert to_rdf(shuffled(graph, seed), format=format) == to_rdf(graph, format=format)


def test_a_small_buffer_gives_the_same_bytes(graph, turtle):
    assert to_rdf(graph, buffer=20_000) == turtle


def test_hash_seeds_are_not_in_the_bytes(turtle, tmp_path):
    code = "import kg, sys; kg.to_turtle(kg.build([kg.sample()]), sys.argv[1])"
    for seed in ("0", "4711"):
        path = tmp_path / f"{seed}.ttl"
        subprocess.run([sys.executable, "-c", code, path], check=True, env=os.environ | {"PYTHONHASHSEED": seed})
        assert path.read_text("utf-8") == turtle


def test_every_post_has_membership_evidence_and_offsets(graph, parsed):
    """So that each claim can be traced to the sentence of the file that makes it."""
    held = [edge for edge in graph.edges(keys=True, data=True) if edge[3]["predicate"] == "holds_post"]
    assert held
    memberships = set(parsed.subjects(RDF.type, ORG.Membership))
    assert len(memberships) == len(held)
    quotes = {item["quote"] for *_, edge in held for item in edge["evidence"]}
    assert quotes == {str(parsed.value(shown, NIF.anchorOf)) for one in memberships for shown in shows(parsed, one)}


def shows(parsed, membership):
    """Give the evidence of a membership, which must be complete."""
    assert parsed.value(membership, ORG.member)
    agency, object = parsed.value(membership, ORG.organization), parsed.value(membership, RDF.object)
    if parsed.value(membership, ORG.role):
        assert (object, RDF.type, ORG.Post) in parsed
        assert (object, ORG.postIn, agency) in parsed
        assert (object, ORG.role, parsed.value(membership, ORG.role)) in parsed
    else:
        assert object == agency
    found = list(parsed.objects(membership, GOV.evidence))
    assert found
    for shown in found:
        assert parsed.value(shown, NIF.beginIndex).toPython() < parsed.value(shown, NIF.endIndex).toPython()
        assert (parsed.value(shown, NIF.referenceContext), RDF.type, NIF.Context) in parsed
    return found


def test_offsets_lead_to_the_quote(parsed):
    """For the stretches in one piece, but for the spaces that line breaks become."""
    raw = {path.name: decode(path.read_bytes(), path.name) for path in kg.sample().iterdir()}
    checked = 0
    for shown in set(parsed.subjects(RDF.type, NIF.Sentence)) - set(parsed.subjects(GOV.ranges)):
        source = str(parsed.value(parsed.value(shown, NIF.referenceContext), GOV.sourceFile))
        start, end = (parsed.value(shown, index).toPython() for index in (NIF.beginIndex, NIF.endIndex))
        assert "".join(raw[source][start:end].split()) == "".join(str(parsed.value(shown, NIF.anchorOf)).split())
        checked += 1
    assert checked > 50


@pytest.mark.parametrize(("format", "parser"), [("ntriples", ox.RdfFormat.N_TRIPLES), ("jsonld", ox.RdfFormat.JSON_LD)])
def test_other_formats_hold_the_same_triples(graph, turtle, format, parser):
    assert oxigraph(to_rdf(graph, format=format), parser) == oxigraph(turtle)


def test_trig_holds_the_same_triples_in_a_graph_an_article(graph, turtle):
    quads = list(ox.parse(to_rdf(graph, format="trig").encode(), ox.RdfFormat.TRIG))
    count = ox.NamedNode(PREFIXES["void"] + "triples")
    triples = {quad.triple for quad in quads if quad.predicate != count}
    assert triples == {triple for triple in oxigraph(turtle) if triple.predicate != count}
    articles = [node for node, type_ in graph.nodes(data="type") if type_ == "ARTICLE"]
    assert len({quad.graph_name for quad in quads} - {ox.DefaultGraph()}) == len(articles)


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nt", "graph.trig", "graph.jsonld"])
def test_gzip_by_the_name_holds_the_same_bytes(graph, tmp_path, name):
    to_rdf(graph, tmp_path / name)
    for _ in range(2):
        to_rdf(graph, tmp_path / f"{name}.gz")
        packed = (tmp_path / f"{name}.gz").read_bytes()
        assert gzip.decompress(packed) == (tmp_path / name).read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == [name, f"{name}.gz"]


def test_ascii_names_hold_no_other_character(graph):
    lines = to_rdf(graph, format="ntriples", iri_style="ascii").splitlines()
    assert all(line.split(" ", 2)[0].isascii() for line in lines)


@pytest.mark.parametrize(
    "wrong", [{"base": "no base"}, {"base": "https://a/b"}, {"iri_style": "x"}, {"format": "rdfxml"}]
)
def test_what_cannot_be_written_is_refused(graph, wrong):
    with pytest.raises(OutputError):
        to_rdf(graph, **wrong)


PIECES = [
    '"',
    "\\",
    "\n",
    "\r\n",
    "\x00",
    "\x7f",
    "\u2028",
    "\u202e",
    "\ufeff",
    "\ufffe",
    "𠮷😀",
    "·",
    "%",
    "%41",
    "<>{}|^`",
]
HOSTILE = [*PIECES, "'''\"\"\"", "@zh .", "长" * 300, "a;b,c.", "-", ".", "/", "#", "?", " ", "民政部"]
names = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=4), min_size=1, max_size=4).map("".join)


@settings(max_examples=30, deadline=None)
@given(person=names, agency=names, title=names.filter(bool), quote=names)
@pytest.mark.parametrize("style", ["readable", "ascii"])
def test_hostile_names_come_back(style, person, agency, title, quote):
    made = nx.MultiDiGraph(name=person)
    who, where, article = (
        f"{kind}/{name}" for kind, name in [("person", person), ("agency", agency), ("article", quote)]
    )
    made.add_node(who, type="OFFICIAL", name=person, aliases=[quote], resolved=False, mentions=1, articles=1)
    made.add_node(where, type="AGENCY", name=agency, aliases=[], resolved=True, mentions=1, articles=1)
    made.add_node(article, type="ARTICLE", name=quote, source=quote, index=0)
    shown = {"source": quote, "article": article, "ranges": [[0, 1]], "quote": quote, "line": 1, "extractor": title}
    values = {"title": title, "status": "current", "weight": 1, "articles": 1, "confidence": 0.5, "evidence": [shown]}
    made.add_edge(who, where, key="k", predicate="holds_post", **values)
    text = to_rdf(made, iri_style=style)
    triples = oxigraph(text)
    assert triples == oxigraph(to_rdf(made, format="ntriples", iri_style=style), ox.RdfFormat.N_TRIPLES)
    assert triples == terms(rdflib.Graph().parse(data=text, format="turtle"))
    values = {triple.object.value for triple in triples}
    assert {person, agency, title, quote, agency + title} <= values
