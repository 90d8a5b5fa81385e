"""What GraphML and node-link JSON hold comes back equal, however hostile the strings."""

import json

import networkx as nx
import pytest
from hostile_graphs import graphs, same
from hypothesis import given

from kg.errors import DataError, OutputError
from kg.export.graphml import read_graphml, to_graphml
from kg.export.node_link import read_node_link, to_node_link

FORMATS = [(to_graphml, read_graphml), (to_node_link, read_node_link)]


@pytest.mark.parametrize(("write", "read"), FORMATS)
@given(graph=graphs())
def test_what_is_written_is_read_back(tmp_path_factory, write, read, graph):
    path = tmp_path_factory.getbasetemp() / write.__name__
    assert write(graph, path) is None
    assert same(read(path), graph)
    assert path.read_bytes().decode("utf-8") == write(graph)


@given(graph=graphs())
def test_node_link_is_that_of_networkx(graph):
    theirs = nx.node_link_data(graph, edges="edges")
    theirs["nodes"].sort(key=lambda node: node["id"])
    theirs["edges"].sort(key=lambda edge: (edge["source"], edge["target"], edge["key"]))
    assert json.loads(to_node_link(graph)) == json.loads(json.dumps(theirs))


@given(graph=graphs())
def test_the_order_of_insertion_is_not_in_the_bytes(graph):
    other = nx.MultiDiGraph(**graph.graph)
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for u, v, key, values in reversed(list(graph.edges(keys=True, data=True))):
        other.add_edge(u, v, key=key)
        other.edges[u, v, key].update(values)
    assert to_node_link(other) == to_node_link(graph)
    assert to_graphml(other) == to_graphml(graph)


def parallel():
    graph = nx.MultiDiGraph()
    graph.add_node("a", name="甲", mentions=3, resolved=True, aliases=["乙"])
    graph.add_edge("a", "a", key="x|局长|current", predicate="holds_post", title="局长", weight=2, npmi=0.5)
    graph.add_edge("a", "a", key="co_occurs_with", predicate="co_occurs_with", weight=1)
    return graph


def test_gephi_finds_typed_numbers_labels_and_an_id_for_each_edge(tmp_path):
    to_graphml(parallel(), tmp_path / "g.graphml")
    plain = nx.read_graphml(tmp_path / "g.graphml")
    assert plain.nodes["a"] == {"label": "甲", "name": "甲", "mentions": 3, "resolved": True, "aliases": '["乙"]'}
    edges = {key: values for *_, key, values in plain.edges(keys=True, data=True)}
    assert {key: (values["label"], values["weight"]) for key, values in edges.items()} == {
        "e0": ("co_occurs_with", 1),
        "e1": ("局长", 2),
    }


@pytest.mark.parametrize(("write", "read"), FORMATS)
def test_bad_paths_and_files_are_ours_to_name(tmp_path, write, read):
    with pytest.raises(OutputError, match="can't be written"):
        write(parallel(), tmp_path / "no" / "folder")
    (tmp_path / "bad").write_text("[1", encoding="utf-8")
    for name in ("bad", "missing"):
        with pytest.raises(DataError, match=name):
            read(tmp_path / name)
