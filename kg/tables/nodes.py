"""Count the entities of the corpus: their names, kinds, mentions and articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model import Entity, EntityType, Extraction, Node
from kg.tables.dates import span


@dataclass(slots=True)
class NodeTally:
    """Hold what was counted of one entity so far; every field grows the same way in any order."""

    type: EntityType
    name: str
    resolved: bool = False
    kinds: Counter[str] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)
    attributes: dict[str, Counter[str]] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)


def add_entities(nodes: dict[str, NodeTally], extraction: Extraction, article: str) -> None:
    """Count the entities and mentions of one article, whose id is `article`, into `nodes`."""
    for entity in extraction.entities:
        tally = nodes.get(entity.id)
        if tally is None:
            tally = nodes[entity.id] = NodeTally(entity.type, entity.name)
        _add_entity(tally, entity)
        tally.articles.add(article)
    for mention in extraction.mentions:
        if mention.entity is not None:
            nodes[mention.entity].forms[squashed(mention.text)] += 1


def finished_nodes(nodes: Mapping[str, NodeTally], dates: Mapping[str, str | None]) -> list[Node]:
    """Make the records of all entities, given the date of each article."""
    return [_node(id, tally, dates) for id, tally in nodes.items()]


def article_node(extraction: Extraction, article: str) -> Node:
    """Make the node of an article; it is named by its headline, else by its path and position."""
    values = {"source": extraction.source, "index": str(extraction.index), "sha256": extraction.sha256}
    if extraction.date:
        values["date"] = extraction.date
    return Node(
        id=article,
        type=EntityType.ARTICLE,
        name=extraction.title or extraction.id,
        kind=None,
        aliases=(),
        resolved=True,
        mentions=0,
        articles=1,
        first_date=extraction.date,
        last_date=extraction.date,
        attributes=tuple(sorted(values.items())),
    )


def squashed(text: str) -> str:
    """Give a text without any white space, as printed text is compared."""
    return "".join(text.split())


def _add_entity(tally: NodeTally, entity: Entity) -> None:
    tally.type, tally.name = min(tally.type, entity.type), min(tally.name, entity.name)
    tally.resolved |= entity.resolved
    tally.aliases.update(entity.aliases)
    if entity.kind:
        tally.kinds[entity.kind] += 1
    for name, value in entity.attributes:
        tally.attributes.setdefault(name, Counter())[value] += 1


def _node(id: str, tally: NodeTally, dates: Mapping[str, str | None]) -> Node:
    first, last = span(dates[article] for article in tally.articles)
    aliases = sorted(tally.aliases - {tally.name}, key=lambda alias: (-tally.forms[squashed(alias)], alias))
    return Node(
        id=id,
        type=tally.type,
        name=tally.name,
        kind=_majority(tally.kinds) if tally.kinds else None,
        aliases=tuple(aliases),
        resolved=tally.resolved,
        mentions=tally.forms.total(),
        articles=len(tally.articles),
        first_date=first,
        last_date=last,
        attributes=tuple((name, _majority(values)) for name, values in sorted(tally.attributes.items())),
    )


def _majority(counts: Counter[str]) -> str:
    """Give the value counted most often, of several the smallest."""
    return min(counts, key=lambda value: (-counts[value], value))
