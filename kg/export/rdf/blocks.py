"""Turn a graph into blocks of triples, a block a subject, in no particular order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from operator import itemgetter
from typing import Any

import networkx as nx

from kg.errors import DataError
from kg.export.rdf import names, nodes, statements
from kg.export.rdf.names import Style
from kg.export.rdf.relations import FROM_THE_END, links
from kg.export.rdf.sorting import Block
from kg.export.rdf.syntax import Pairs, Syntax

Edge = dict[str, Any]
_OBJECTS = itemgetter(1)
_REMEMBERED = 65536


class Blocks:
    """Give the blocks of a graph, all in one graph or, `by_article`, in a graph an article.

    `counts` tells after the end how many nodes of each type and how many statements there were. The key
    of a block is the IRI of its subject relative to the base; by article the IRI of the graph and a tab
    stand before it, empty for what no single article says.
    """

    def __init__(
        self,
        graph: nx.MultiDiGraph[str],
        syntax: Syntax,
        style: Style,
        *,
        reading: nodes.Reading,
        by_article: bool = False,
    ):
        self.graph, self.syntax, self.style, self.reading, self.by_article = graph, syntax, style, reading, by_article
        self.counts: Counter[str] = Counter()
        self._written: set[Any] = set()

    def __iter__(self) -> Iterator[Block]:
        for node, attributes in self.graph.nodes(data=True):
            yield from self._node(node, attributes)
        for subject, object, key, edge in self.graph.edges(keys=True, data=True):
            yield from self._edge(subject, object, str(key), edge)

    def _block(self, subject: str, pairs: Pairs, *, within: str = "") -> Block:
        text = self.syntax.block(self.syntax.resource(subject), pairs)
        return f"{within}\t{subject}" if self.by_article else subject, sum(map(len, map(_OBJECTS, pairs))), text

    def _node(self, node: str, attributes: Edge) -> Iterator[Block]:
        if attributes.get("type") not in nodes.TYPES:
            raise DataError(f"the node {node} has the unknown type {attributes.get('type')!r}")
        self.counts[attributes["type"]] += 1
        own = nodes.describe(attributes, self.syntax, self.reading)
        within = self.style(node) if attributes["type"] == "ARTICLE" else ""
        yield self._block(self.style(node), own + self._links(node), within=within)
        if attributes["type"] == "AGENCY":
            yield from self._posts(node, attributes.get("name") or "")

    def _links(self, node: str) -> Pairs:
        """Give the direct triples of which the node is the subject, but those that articles' graphs hold."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        me, out, into = self.style(node), self.graph.out_edges(node, data=True), self.graph.in_edges(node, data=True)
        turned = (each for each in into if each[2]["predicate"] in FROM_THE_END)
        for start, end, edge in chain(out, turned):
            if not (self.by_article and edge.get("evidence")):
                for found_link in links(start, end, edge, self.style):
                    if found_link.subject == me:
                        found[found_link.predicate].add(self.syntax.resource(found_link.object))
        return [(predicate, sorted(found[predicate])) for predicate in sorted(found)]

    def _posts(self, agency: str, name: str) -> Iterator[Block]:
        titles = {edge.get("title") for _, _, edge in self.graph.in_edges(agency, data=True)} - {None, ""}
        for title in sorted(map(str, titles)):
            pairs = statements.post(agency, name, title, self.syntax, self.style)
            yield self._block(names.post(agency, title, self.style), pairs)
            if self._fresh(title):
                yield self._block(names.role(title, self.style), statements.role(title, self.syntax))

    def _edge(self, subject: str, object: str, key: str, edge: Edge) -> Iterator[Block]:
        self.counts["STATEMENT"] += 1
        iri, items = names.statement(subject, object, key), edge.get("evidence") or []
        pairs = statements.describe(subject, object, edge, self.syntax, self.style)
        whole = [] if self.by_article else statements.sources(items, self.syntax, self.style)
        yield self._block(iri, pairs + whole)
        for item in items:
            yield from self._evidence(item)
        if self.by_article:
            yield from self._told(iri, subject, object, edge)

    def _evidence(self, item: Edge) -> Iterator[Block]:
        """Give the block of a sentence; a sentence shows many statements."""
        if not self._fresh((item["article"], str(item["ranges"]), item["quote"], item.get("line"))):
            return
        pairs = statements.evidence(item, self.syntax, self.style)
        iri = names.evidence(item["article"], item["ranges"], self.style)
        yield self._block(iri, pairs, within=self.style(item["article"]))

    def _fresh(self, said: Any) -> bool:
        """Tell whether something is not remembered as written; to write it again does no harm but takes time."""
        if said in self._written:
            return False
        if len(self._written) >= _REMEMBERED:
            self._written.clear()
        self._written.add(said)
        return True

    def _told(self, iri: str, subject: str, object: str, edge: Edge) -> Iterator[Block]:
        """Give what each article says: the direct triples, and the statement's evidence in it."""
        told: defaultdict[str, list[Edge]] = defaultdict(list)
        for item in edge.get("evidence") or []:
            told[self.style(item["article"])].append(item)
        for within, items in told.items():
            yield self._block(iri, statements.sources(items, self.syntax, self.style), within=within)
            for said in links(subject, object, edge, self.style):
                pairs = [(said.predicate, [self.syntax.resource(said.object)])]
                key, triples, text = self._block(said.subject, pairs, within=within)
                yield f"{key}\t{said.predicate}\t{said.object}", triples, text
