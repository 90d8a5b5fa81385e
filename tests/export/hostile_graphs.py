"""Make graphs after the contract with whatever strings there may be."""

import networkx as nx
from hypothesis import strategies as st

# Controls, astral, right-to-left, newlines, markup, our own escapes, lone surrogates of file names.
HOSTILE = [
    *("\x00", "\x1f\r\n\t", "\ufffe", "\udc80", "", " a ", "𠮷\U0001f600", "\u202eعربي", "王爱文"),
    *("</data><script>", "_x0000_", "_x_", '"&quot;', "=1+1"),
]
texts = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=()), max_size=6)
dates = st.sampled_from(["2022", "2022-04", "2022-04-08"])
marks = st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=2), max_size=2)
evidence = st.fixed_dictionaries(
    {"source": texts, "article": texts, "ranges": marks, "quote": texts, "line": st.integers(1, 10**12)}
    | {"extractor": texts, "confidence": st.floats(0, 1), "marks": marks}
)
node_values = st.fixed_dictionaries(
    {"type": st.sampled_from(["OFFICIAL", "AGENCY"]), "name": texts, "aliases": st.lists(texts, max_size=3)}
    | {"resolved": st.booleans(), "mentions": st.integers(0, 10**12), "articles": st.integers(0, 9)},
    optional={"kind": texts, "first_date": dates, "code": st.just("110000")},
)
edge_values = st.fixed_dictionaries(
    {"predicate": st.sampled_from(["holds_post", "issued"]), "weight": st.integers(1, 9), "articles": st.just(1)}
    | {"confidence": st.floats(0, 1), "evidence": st.lists(evidence, max_size=2)},
    optional={"title": texts, "npmi": st.floats(-1, 1)},
)


@st.composite
def graphs(draw):
    graph = nx.MultiDiGraph(name=draw(texts), articles=draw(st.integers(0, 9)))
    nodes = draw(st.dictionaries(texts, node_values, min_size=1, max_size=4))
    graph.add_nodes_from(nodes.items())
    ends = st.sampled_from(sorted(nodes))
    for _ in range(draw(st.integers(0, 4))):
        u, v, values = draw(ends), draw(ends), draw(edge_values)
        key = graph.add_edge(u, v, key=draw(texts))
        graph.edges[u, v, key].clear()
        graph.edges[u, v, key].update(values)
    return graph


def same(one, other):
    """Compare nodes, edges, keys and attributes, types included, whatever the order."""
    return _plain(one) == _plain(other)


def _plain(graph):
    nodes = sorted(graph.nodes(data=True), key=lambda item: item[0])
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    return [type(graph), _sorted(graph.graph), [(n, _sorted(d)) for n, d in nodes],
            [(u, v, k, _sorted(d)) for u, v, k, d in edges]]  # fmt: skip


def _sorted(values):
    plain = sorted((name, repr(type(value)), repr(value)) for name, value in values.items() if name != "evidence")
    return [*plain, values.get("evidence")]
