"""Reduce the extractions of a corpus to one table."""

from __future__ import annotations

from collections.abc import Iterable

from kg.errors import DataError
from kg.ids import article_id
from kg.model import Extraction, Node, Predicate, Statement, Table, Window
from kg.tables.co_occurrence import CoOccurrenceTally, add_windows, finished_pairs
from kg.tables.nodes import NodeTally, add_entities, article_node, finished_nodes
from kg.tables.statements import Key, StatementTally, add_relations, finished_statements


def reduce(extractions: Iterable[Extraction], *, window: Window = Window.SENTENCE, cap: int = 40) -> Table:
    """Merge the entities and relations of all articles by their ids, and count what is named together.

    Takes the extractions one by one and keeps none of them; the order makes no difference, and an extraction
    that comes twice counts once. `window` is the stretch of text for co-occurrence, of which only the `cap`
    entities named first are paired. Raises DataError where a relation, mention or sentence names an entity
    that its extraction doesn't hold.
    """
    nodes: dict[str, NodeTally] = {}
    statements: dict[Key, StatementTally] = {}
    pairs = CoOccurrenceTally()
    articles: dict[tuple[str, str], tuple[Node, int]] = {}
    for extraction in extractions:
        article = article_id(extraction.source, extraction.index)
        if (article, extraction.sha256) in articles:
            continue
        _check(extraction, article)
        articles[article, extraction.sha256] = article_node(extraction, article), extraction.characters
        add_entities(nodes, extraction, article)
        add_relations(statements, extraction, article)
        add_windows(pairs, extraction, article, window=window, cap=cap)
    return _table(articles, nodes, statements, pairs)


def _check(extraction: Extraction, article: str) -> None:
    known = {entity.id for entity in extraction.entities} | {None}
    named: set[str | None] = {mention.entity for mention in extraction.mentions} | {extraction.reported_by}
    for relation in extraction.relations:
        named.add(relation.object)
        if relation.predicate is not Predicate.REPORTED_BY:
            named.add(relation.subject)
    for sentence in extraction.sentences:
        named.update(sentence.entities)
    missing = sorted(name for name in named - known - {article} if name is not None)
    if missing:
        raise DataError(f"{missing[0]} is named but is not among the entities", where=extraction.id)


def _table(
    articles: dict[tuple[str, str], tuple[Node, int]],
    nodes: dict[str, NodeTally],
    statements: dict[Key, StatementTally],
    pairs: CoOccurrenceTally,
) -> Table:
    # Sorted by digest: were a file read in two states, the same one of them would stand for the article.
    read = {node.id: node for _, (node, _) in sorted(articles.items(), key=lambda item: item[0], reverse=True)}
    dates = {id: node.first_date for id, node in read.items()}
    everything = [*finished_statements(statements, dates), *finished_pairs(pairs, dates)]
    return Table(
        nodes=tuple(sorted([*finished_nodes(nodes, dates), *read.values()], key=lambda node: node.id)),
        statements=tuple(sorted(everything, key=_statement_order)),
        sources=len({dict(node.attributes)["source"] for node in read.values()}),
        articles=len(read),
        characters=sum(characters for _, characters in articles.values()),
        capped=len(pairs.capped),
    )


def _statement_order(statement: Statement) -> tuple[str, str, str, str, str, str]:
    return (
        statement.subject,
        statement.predicate,
        statement.object,
        statement.title or "",
        statement.role or "",
        statement.status or "",
    )
