"""Tie the people of tables of members to their posts and to their roles: 副组长：王某某 县委常委、副县长."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.chains import Chains, organ_of
from kg.extract.completion import completed, links
from kg.extract.title_chains import inherit
from kg.readings import Ground, Link, RosterRow, between

_BODIES = ("指挥部", "小组", "委员会", "专班", "工作组", "联席会议", "工作队", "筹委会", "组委会")
"""How the names of the bodies end that have such members."""


def by_roster(chains: Chains) -> Iterator[Link]:
    """Yield the posts of the people in tables of members, and their roles in the body that is named before."""
    body = _body(chains) if chains.readings.roster else None
    for row in chains.readings.roster:
        person = chains.people.get(row.start)
        if person is None:
            continue
        own = [(title, organ_of(chains, title)) for title in between(chains.readings.titles, row.end, row.stop)]
        yield from links(person, completed(chains, inherit(own), row.end), "roster", 0.92)
        role = None if row.role is None else chains.title_starts.get(row.role)
        if role is not None and body is not None:
            yield from links(person, [(role, body)], "roster", 0.92)


def _body(chains: Chains) -> Ground | None:
    """Give the body that is named last before the first table."""
    first: RosterRow = chains.readings.roster[0]
    before = between(chains.readings.agencies, 0, first.start)
    named = (a for a in reversed(before) if chains.text.endswith(_BODIES, a.start, a.end))
    return next((("mention", "", a.start) for a in named), None)
