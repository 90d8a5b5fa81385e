"""Make extractions by hand, for the tests of the reduction."""

from kg.ids import digest, entity_id
from kg.model import (
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Mention,
    Predicate,
    Relation,
    Role,
    Sentence,
    Status,
)

LABELS = {"人": EntityType.OFFICIAL, "局": EntityType.AGENCY, "书": EntityType.DOCUMENT, "会": EntityType.EVENT}


def make_entity(name: str, **values: object) -> Entity:
    """Make an entity whose type shows in its last character: 甲人 is an official, 甲局 an agency, 甲地 a place."""
    type = LABELS.get(name[-1], EntityType.PLACE)
    return Entity(entity_id(type, name), type, name, **values)


def make_evidence(quote: str, start: int, *, source: str = "a.txt", confidence: float = 1.0, extractor: str = "test"):
    ranges = ((start, start + len(quote)),)
    return Evidence(source, "whatever", ranges, quote, 1, extractor, confidence)


def make_relation(
    subject: str,
    predicate: Predicate,
    object: str,
    *evidence: Evidence,
    confidence: float = 0.9,
    title: str | None = None,
    role: Role | None = None,
    status: Status | None = None,
) -> Relation:
    ends = make_entity(subject).id, make_entity(object).id
    return Relation(ends[0], predicate, ends[1], evidence, confidence, title, role, status)


def make_sentence(quote: str, names: list[str], start: int, paragraph: int = 0) -> Sentence:
    places = sorted((quote.index(name), name) for name in names)
    return Sentence(
        digest=digest("".join(quote.split())),
        paragraph=paragraph,
        ranges=((start, start + len(quote)),),
        quote=quote,
        line=paragraph + 1,
        entities=tuple(make_entity(name).id for _, name in places),
        marks=tuple((make_entity(name).id, (at, at + len(name))) for at, name in places),
    )


def make_extraction(
    names: list[str] = (),
    *,
    source: str = "a.txt",
    index: int = 0,
    date: str | None = "2022-04-08",
    title: str | None = "标题",
    entities: list[Entity] = (),
    relations: list[Relation] = (),
    sentences: list[list[tuple[str, list[str]]]] = (),
    reported_by: str | None = None,
    mentions: list[Mention] | None = None,
) -> Extraction:
    """Make an extraction; `sentences` are paragraphs of sentences with the names of entities in them."""
    made, start = [], 0
    for paragraph, group in enumerate(sentences):
        for quote, named in group:
            made.append(make_sentence(quote, named, start, paragraph))
            start += len(quote)
    entities = [*entities, *(make_entity(name) for name in names)]
    if mentions is None:
        mentions = [Mention(0, len(item.name), item.type, item.name, item.id) for item in entities]
    agency = make_entity(reported_by).id if reported_by else None
    return Extraction(
        source, index, digest(source, str(index)), title, ((0, start),), date, agency, tuple(mentions),
        tuple(entities), tuple(relations), tuple(made), start,
    )  # fmt: skip
