"""Map the edges of the graph to direct triples: which property, and which end is the subject."""

from __future__ import annotations

from typing import Any, NamedTuple

from kg.errors import DataError
from kg.export.rdf import names
from kg.export.rdf.names import Style

MEETING_ROLES = {
    "host": "gov:host",
    "organiser": "schema:organizer",
    "speaker": "gov:speaker",
    "attendee": "schema:attendee",
}
POST_STATUS = {"current": "org:holds", "former": "gov:formerlyHeld", "proposed": "gov:proposedFor"}
_FORWARD = {
    "part_of": "org:subOrganizationOf",
    "jurisdiction": "dcterms:spatial",
    "located_in": "schema:containedInPlace",
    "reported_by": "schema:sourceOrganization",
    "co_occurs_with": "gov:coOccursWith",
    "cites": "dcterms:references",
    "implements": "gov:implements",
}
_BACKWARD = {"issued": "dcterms:publisher", "authored": "dcterms:creator"}
FROM_THE_END = frozenset({*_BACKWARD, "attended", "co_occurs_with"})
"""The predicates of which a direct triple begins where the edge ends."""


class Link(NamedTuple):
    """Hold a direct triple: IRIs relative to the base, the property as a prefixed name."""

    subject: str
    predicate: str
    object: str


def link(subject: str, object: str, edge: dict[str, Any], style: Style) -> Link:
    """Give the triple that an edge between two nodes stands for.

    Raises `kg.errors.DataError` for a predicate, role or status that the vocabulary does not know.
    """
    predicate = edge["predicate"]
    try:
        if predicate == "holds_post":
            return _post(subject, object, edge, style)
        if predicate == "attended":
            return Link(style(object), MEETING_ROLES[edge.get("role", "attendee")], style(subject))
        if predicate in _BACKWARD:
            return Link(style(object), _BACKWARD[predicate], style(subject))
        if predicate == "located_in" and subject.startswith("meeting/"):
            return Link(style(subject), "schema:location", style(object))
        return Link(style(subject), _FORWARD[predicate], style(object))
    except KeyError as error:
        raise DataError(f"the edge {subject} → {object} has the unknown value {error}") from None


def _post(subject: str, object: str, edge: dict[str, Any], style: Style) -> Link:
    title, status = edge.get("title"), edge.get("status", "current")
    if not title:
        return Link(style(subject), "org:memberOf", style(object))
    return Link(style(subject), POST_STATUS[status], names.post(object, title, style))


def links(subject: str, object: str, edge: dict[str, Any], style: Style) -> list[Link]:
    """Give all direct triples of an edge: its own, and those that follow from it.

    Who holds a post is a member of its organisation, hosts and speakers attend, and co-occurrence reads
    both ways, so that a query need not infer.
    """
    first = link(subject, object, edge, style)
    found = [first]
    if first.predicate == "org:holds":
        found.append(Link(first.subject, "org:memberOf", style(object)))
    elif first.predicate in ("gov:host", "gov:speaker"):
        found.append(Link(first.subject, "schema:attendee", first.object))
    elif first.predicate == "gov:coOccursWith" and first.subject != first.object:
        found.append(Link(first.object, first.predicate, first.subject))
    return found
