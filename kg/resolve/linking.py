"""Turn the links of an article into relations between its entities."""

from __future__ import annotations

from kg import ids, vocabulary
from kg.model import (
    EntityType,
    Predicate,
    Status,
)
from kg.readings import Ground, Link, between
from kg.resolve.known import Named, central
from kg.resolve.local_organs import government
from kg.resolve.resolution import Resolution


def organ_of(found: Resolution, ground: Ground, person: str, links: tuple[Link, ...] = ()) -> Named | None:
    """Give the organisation that a ground stands for, or None where only a level word or nothing tells it."""
    sort, text, at = ground
    if sort == "mention":
        return found.agencies.named.get(at)
    if sort == "organ":
        return central(text)
    if sort == "state":
        row = state_titles().get(text)
        return central(row[0]) if row else None
    if sort == "country":
        agency = found.agencies.by_start[at]
        return government(found.context.place(agency.place)) if agency.place else None
    if sort == "government":
        if at >= 0:
            place = next((p for p in found.readings.places if p.start == at), None)
            return government(found.context.place(place)) if place else None
        return None
    return None


@vocabulary.compiled
def state_titles() -> dict[str, tuple[str, str]]:
    """Give the titles that name their organ: printed title -> (organ, title at the organ)."""
    return {printed: (organ, title) for printed, organ, title in vocabulary.read_table("state_titles")}


def _government_by_level(found: Resolution, word: str, at: int) -> Named | None:
    unit = found.context.level(word, at)
    return government(unit) if unit else None


def add_link(found: Resolution, link: Link) -> None:
    """Add the relation that a link says, with its sentence; a link with an end that stays open is passed over."""
    subject = _subject_of(found, link)
    if subject is None:
        return
    title = link.title
    if link.predicate == Predicate.HOLDS_POST:
        target = _post_target(found, link)
        if link.object[0] == "state":
            title = state_titles().get(link.object[1], ("", title or ""))[1]
    else:
        target = _object_of(found, link)
    if target is None:
        return
    marks = [_span_of(found, link.subject, link), _span_of(found, link.object, link)]
    evidence = found.evidence(link.start, link.end, marks, link.rule, link.confidence)
    found.relate(subject, link.predicate, target, evidence, title=title, role=link.role, status=link.status)


def _span_of(found: Resolution, ground: Ground, link: Link) -> tuple[int, int]:
    """Give where an end of a link stands in the text; the whole of the link where no words of its own name it."""
    sort, _, at = ground
    if sort in ("mention", "person", "government", "country") and at in found.ends:
        return at, found.ends[at]
    if sort == "meeting":
        occasion = found.occasions[at]
        return occasion.start, occasion.end
    if link.title and link.predicate == Predicate.HOLDS_POST:
        titles = between(found.readings.titles, link.start, link.end)
        if titles:
            return titles[0].start, titles[0].end
    return link.start, link.end


def _post_target(found: Resolution, link: Link) -> str | None:
    sort, text, at = link.object
    if sort == "known":
        return _known_organ(found, link)
    if sort == "government" and at < 0:
        named = _government_by_level(found, text, -1 - at)
    else:
        named = organ_of(found, link.object, link.subject[1])
    return found.agency(named) if named and named.resolved else None


def _known_organ(found: Resolution, link: Link) -> str | None:
    """Give the organ of a title behind a name (袁家军书记) from the posts that the person is known to hold."""
    for subject, predicate, target, title, _, status in found.evidence_of:
        if subject != found.people.get(link.subject[1]) or predicate != Predicate.HOLDS_POST:
            continue
        if str(title).endswith(str(link.title)) and title != "副" + str(link.title) and status != Status.FORMER:
            return None
        if link.title and str(title) == "副" + link.title:
            return target
    return None


def _subject_of(found: Resolution, link: Link) -> str | None:
    sort, text, at = link.subject
    if sort == "person":
        return found.people.get(text)
    if sort == "organ":
        return (
            found.agency(central(text))
            if text in found.agencies.known or text in found.agencies.alias
            else _printed_organ(found, text)
        )
    return found.at.get(at)


def _printed_organ(found: Resolution, text: str) -> str | None:
    """Give the organisation of the article whose name is printed in a title: 上海市民政局关于…."""
    return next(
        (
            id
            for id, e in found.entities.items()
            if e.type is EntityType.AGENCY and (e.name == text or text in found.aliases[id])
        ),
        None,
    )


def _object_of(found: Resolution, link: Link) -> str | None:
    sort, text, at = link.object
    if sort == "meeting":
        return found.events[at] if at < len(found.events) else None
    if sort == "document":
        return next((id for id, e in found.entities.items() if e.type is EntityType.DOCUMENT and e.name == text), None)
    return found.at.get(at)


def reported_by(found: Resolution) -> str | None:
    """Give the entity id of the agency in the source line, and add its reported_by relation; None if there is none."""
    if found.article.source_line is None:
        return None
    start, end = found.article.source_line
    inside = [a for a in found.readings.agencies if start <= a.start and a.end <= end]
    if inside:
        chosen = inside[0]
        subject = ids.article_id(found.article.source, found.article.index)
        evidence = found.evidence(chosen.start, chosen.end, [(chosen.start, chosen.end)], "source-line", 0.97)
        found.relate(subject, Predicate.REPORTED_BY, found.at[chosen.start], evidence)
        return found.at[chosen.start]
    return None
