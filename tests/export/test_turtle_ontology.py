"""Each term of our own that the writer can use is defined, in Chinese and English, and told in the manual."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, RDFS

import kg
from kg.export.rdf import nodes, relations
from kg.export.rdf.names import NS
from kg.export.rdf.ontology_page import ontology_page

ROOT = Path(__file__).parents[2]
ONTOLOGY = rdflib.Graph().parse(ROOT / "kg/data/ontology.ttl")
SCHEMES = {"agency": nodes.AGENCY_KINDS, "document": nodes.DOCUMENT_KINDS, "place": nodes.PLACE_KINDS}
SCHEMES["status"] = sorted(relations.POST_STATUS)


def used():
    """Give the terms that stand in the code of the writer, and the concepts that it puts together."""
    code = "".join(path.read_text("utf-8") for path in (ROOT / "kg/export/rdf").glob("*.py"))
    named = set(re.findall(r'"gov:(\w+)"', code)) | {"confidence", "npmi"}
    return sorted(named | {f"{scheme}-{kind}" for scheme, kinds in SCHEMES.items() for kind in kinds})


@pytest.mark.parametrize("name", used())
def test_a_used_term_is_defined_in_both_languages(name):
    term = rdflib.URIRef(NS + name)
    for property in (RDFS.label, RDFS.comment):
        assert {text.language for text in ONTOLOGY.objects(term, property)} == {"zh-hans", "en"}
    assert (term, RDFS.isDefinedBy, rdflib.URIRef(NS)) in ONTOLOGY


def test_no_term_of_the_sample_is_missing():
    graph = rdflib.Graph().parse(data=kg.to_turtle(kg.build([kg.sample()])), format="turtle")
    ours = {term for triple in graph for term in triple if isinstance(term, rdflib.URIRef) and term.startswith(NS)}
    assert not ours - set(ONTOLOGY.subjects()) - {rdflib.URIRef(NS)}


def test_nothing_is_defined_that_is_not_used():
    defined = {str(term).removeprefix(NS) for term in ONTOLOGY.subjects()} - {""}
    assert {name for name in defined if not name.endswith("-scheme")} == set(used())


def test_the_header_names_the_version():
    assert str(ONTOLOGY.value(rdflib.URIRef(NS), OWL.versionInfo)) == kg.__version__


def test_the_manual_tells_every_term():
    told = (ROOT / "docs/rdf.md").read_text("utf-8")
    assert not [name for name in used() if f"`gov:{name}`" not in told]


def test_the_page_of_the_ontology_is_current():
    """`python scripts/ontology.py` writes it anew; every term and rule is on it."""
    shown = (Path(__file__).parents[2] / "docs" / "ontology.html").read_text("utf-8")
    assert shown == ontology_page()
    shapes = files("kg").joinpath("data", "shapes.ttl").read_text("utf-8")
    for rule in set(re.findall(r"gov:rule-([a-z-]+)", shapes)):
        assert f"<code>{rule}</code>" in shown
