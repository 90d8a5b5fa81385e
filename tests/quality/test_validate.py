"""Each broken graph is caught, by the rule that is meant."""

import gzip

import networkx as nx
import pyoxigraph as ox
import pytest

import kg
from kg.corpus.decoding import decode
from kg.errors import InputError
from kg.export.rdf.writer import to_rdf
from kg.quality.validate import validate

QUOTE = "浙江省民政厅厅长陆云舟出席会议。"
A, P, R, V = ("agency/浙江省民政厅.1", "person/陆云舟.2", "article/a.3", "place/浙江省.4")
F = "place/法国.5"
TEXTS = {"a.txt": f"标题\n{QUOTE}\n"}


def small():
    graph = nx.MultiDiGraph(name="small")
    seen = {"aliases": [], "resolved": True, "mentions": 1, "articles": 1}
    graph.add_node(P, type="OFFICIAL", name="陆云舟", first_date="2023-04-08", **seen)
    graph.add_node(A, type="AGENCY", name="浙江省民政厅", kind="government", **seen)
    graph.add_node(V, type="PLACE", name="浙江省", level="province", code="330000", **seen)
    graph.add_node(F, type="PLACE", name="法国", level="country", code="FR", **seen)
    graph.add_node(R, type="ARTICLE", name="标题", source="a.txt", index=0, date="2023-04-08")
    shown = {"source": "a.txt", "article": R, "ranges": [[3, 3 + len(QUOTE)]], "quote": QUOTE, "line": 2}
    values = {"weight": 1, "articles": 1, "confidence": 0.5, "evidence": [shown]}
    graph.add_edge(P, A, key="h", predicate="holds_post", title="厅长", status="current", **values)
    graph.add_edge(A, P, key="c", predicate="co_occurs_with", npmi=0.25, **values)
    return graph


TEXT = kg.to_turtle(small())
BROKEN = {
    "syntax": ("@prefix agy:", "@prefx agy:"),
    "named-label": ('rdfs:label "陆云舟"@zh-hans', 'skos:prefLabel "陆云舟"@zh-hans'),
    "counted-mentions": ("gov:mentionCount 1", "gov:mentionCount -1"),
    "counted-first": ('gov:firstReported "2023-04-08"^^xsd:date', 'gov:firstReported "last spring"'),
    "statement-subject": ("rdf:subject per:陆云舟.2", 'rdf:subject "陆云舟"'),
    "statement-predicate": ("rdf:predicate org:holds", 'rdf:predicate "holds"'),
    "statement-object": ("rdf:object per:陆云舟.2", "rdf:object per:陆云舟.2, agy:浙江省民政厅.1"),
    "statement-weight": ("gov:weight 1", "gov:weight 0"),
    "statement-confidence": ("gov:confidence 0.5", "gov:confidence 1.5"),
    "statement-npmi": ("gov:npmi 0.25", "gov:npmi -1.25"),
    "statement-evidence": ("gov:evidence ev:a.3.3-19", "gov:evidence art:a.3"),
    "membership-member": ("org:member per:陆云舟.2", "org:member agy:浙江省民政厅.1"),
    "membership-organization": ("org:organization agy:浙江省民政厅.1", "org:organization per:陆云舟.2"),
    "membership-status": ("gov:status gov:status-current", "gov:status gov:status-eternal"),
    "membership-title": ("    org:role role:厅长 ;\n    gov:weight", "    org:role plc:浙江省.4 ;\n    gov:weight"),
    "membership-proof": ("gov:evidence ev:", "gov:hint ev:"),
    "post-agency": ("org:postIn agy:浙江省民政厅.1", "org:postIn per:陆云舟.2"),
    "post-role": ("org:role role:厅长 .", "rdfs:comment 1 ."),
    "sentence-context": ("nif:referenceContext art:a.3", "nif:referenceContext agy:浙江省民政厅.1"),
    "sentence-begin": ("nif:beginIndex 3", "nif:beginIndex -3"),
    "sentence-end": ("nif:endIndex 19", 'nif:endIndex "end"'),
    "sentence-order": ("nif:beginIndex 3", "nif:beginIndex 30"),
    "sentence-quote": ("nif:anchorOf", "rdfs:comment"),
    "place-code": ('gov:divisionCode "330000"', 'gov:divisionCode "33"'),
    "place-country": ('gov:countryCode "FR"', 'gov:countryCode "法"'),
    "article-file": ('gov:sourceFile "a.txt"', 'gov:sourceFile ""'),
    "article-published": ('schema:datePublished "2023-04-08"^^xsd:date', 'schema:datePublished "8.4.23"'),
    "dangling": ("org:memberOf agy:浙江省民政厅.1", "org:memberOf agy:浙江省民政厅.1, agy:nobody"),
    "unsaid": ("org:holds post:", "gov:formerlyHeld post:"),
    "blank": ('rdfs:label "浙江省"@zh-hans', 'rdfs:label "浙江省"@zh-hans ; rdfs:seeAlso []'),
    "quote": ("陆云舟出席会议。", "陆云舟没有出席会议。"),
    "source": ('gov:sourceFile "a.txt"', 'gov:sourceFile "b.txt"'),
}


def rules(path, text, **options):
    path.write_text(text, encoding="utf-8")
    return {finding.rule for finding in validate(path, **options)}


def test_the_sound_graph_has_no_fault(tmp_path):
    assert rules(tmp_path / "a.ttl", TEXT, texts=TEXTS) == set()


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_graph_is_caught_by_the_rule_meant(tmp_path, rule):
    sound, broken = BROKEN[rule]
    assert sound in TEXT
    found = rules(tmp_path / "a.ttl", TEXT.replace(sound, broken), texts=TEXTS)
    assert rule in found
    assert rules(tmp_path / "a.ttl", TEXT.replace(sound, broken), texts=TEXTS, large=0) == found, "pyshacl agrees"


@pytest.mark.parametrize("suffix", [".nt", ".trig", ".nq", ".jsonld", ".ttl.gz"])
def test_every_format_is_checked(tmp_path, suffix):
    """A graph written in another format, with its named graphs, has the same fault."""
    graph = small()
    for _, _, edge in graph.edges(data=True):
        edge["weight"] = 0
    path, form = tmp_path / f"a{suffix}", {".nt": "ntriples", ".jsonld": "jsonld", ".trig": "trig"}.get(suffix)
    if suffix == ".nq":
        store = ox.Store()
        to_rdf(graph, tmp_path / "a.trig", format="trig")
        store.load((tmp_path / "a.trig").read_bytes(), ox.RdfFormat.TRIG)
        path.write_bytes(store.dump(format=ox.RdfFormat.N_QUADS))
    else:
        to_rdf(graph, path, format=form or "turtle")
    for large in (0, 1 << 30):
        assert {finding.rule for finding in validate(path, large=large)} == {"statement-weight"}


def test_the_sample_has_no_fault(tmp_path):
    kg.to_turtle(kg.build([kg.sample()]), tmp_path / "graph.ttl.gz")
    texts = {path.name: decode(path.read_bytes(), path.name) for path in kg.sample().iterdir()}
    assert validate(tmp_path / "graph.ttl.gz", texts=texts) == []


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt", b""), ("no.ttl", None), ("a.ttl.gz", gzip.compress(b"x", mtime=0)[:9])]
)
def test_what_cannot_be_read_is_refused(tmp_path, name, data):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError):
        validate(tmp_path / name)
