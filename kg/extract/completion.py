"""Fill in the organs that the context gives the titles of a chain, and link people to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.chains import Chains, of_state
from kg.extract.context import organ_in_context
from kg.extract.title_chains import STATIONED
from kg.model import Predicate
from kg.readings import Ground, Link, Person, Title

_MATTER = re.compile("(?:[\u4e00-\u9fff]{2,13}?(?:问题|事务)|秘书长|总干事)$")
_POINTED = re.compile("该(?:组织|机构|集团|公司|行)$")
_ENVOYS = ("特使", "代表", "顾问", "主管", "协调员", "副秘书长", "专员")
_MISSIONS = (("总领事", "总领事馆"), ("大使", "大使馆"), ("代表", "代表团"))


def completed(
    chains: Chains,
    chain: list[tuple[Title, Ground | None]],
    at: int,
    *,
    by_verb: bool = False,
    shared: Ground | None = None,
) -> list[tuple[Title, Ground | None]]:
    """Fill in the organs that the context gives, and hand each on to the titles behind it."""
    out: list[tuple[Title, Ground | None]] = []
    last: Ground | None = None
    for title, organ in chain:
        if title.category == "state" and organ is None:
            out.append((title, None))
            continue
        if title.text.endswith(_ENVOYS) and organ is None:
            title, organ = _of_matter(chains, title)
        sent = STATIONED.search(chains.text, max(0, title.start - 16), title.start)
        if sent and not (organ and organ[0] == "mention" and organ[2] <= sent.start()):
            out.append(_posted(chains, title, sent))
            continue
        last = organ or last or shared or organ_in_context(chains, title, at, by_verb=by_verb)
        out.append((title, of_state(chains, title, last)))
    return out


def _of_matter(chains: Chains, title: Title) -> tuple[Title, Ground | None]:
    """Give the title of an envoy with its matter, and the organ that sends it: 联合国|秘书长苏丹问题特别代表."""
    end = title.start
    matter = _MATTER.search(chains.text, max(0, end - 14), end)
    for at in range(matter.start(), end - 2) if matter else ():
        place = chains.places.get(at)
        behind = at + 2 * chains.text.startswith("政府", at)
        whole = replace(title, start=behind, text=chains.text[behind : title.end])
        if agency := chains.agencies.get(at):
            return whole, ("mention", "", agency.start)
        if place and place.form == "country" and place.start >= end - 14:
            return whole, ("government", "", place.start)
    return title, None


def _posted(chains: Chains, title: Title, sent: re.Match[str]) -> tuple[Title, Ground | None]:
    """Give the title of somebody posted abroad with its organ: 世界卫生组织|驻华代表, 中国驻日本|大使."""
    at, status = sent.start(), title.status
    if chains.text[at - 1 : at] in ("前", "原"):
        at, status = at - 1, "former"
    if pointed := _POINTED.search(chains.text, max(0, at - 4), at):
        called = organ_in_context(chains, replace(title, start=at), at)
        printed = replace(title, start=at, text=chains.text[at : title.end], status=status)
        return (printed, called) if pointed and called else (title, None)
    body = chains.agencies.get(at)
    if body and body.kind == "institution" and title.text.endswith("代表"):
        printed = replace(title, text=chains.text[sent.start() : title.end], status=status)
        return printed, ("mention", "", body.start)
    return title, _mission(chains, title, sent)


def _mission(chains: Chains, title: Title, sent: re.Match[str]) -> Ground | None:
    """Give the mission of a diplomat: 中国驻日本|大使 is at 中国驻日本大使馆; without a country that sends, none."""
    kind = next((kind for word, kind in _MISSIONS if title.text.endswith(word)), None)
    home = next((p for p in chains.readings.chains if p.end == sent.start() and p.form == "country"), None)
    return None if kind is None or home is None else ("organ", chains.text[home.start : title.start] + kind, home.start)


def links(person: Person, chain: list[tuple[Title, Ground | None]], rule: str, confidence: float) -> Iterator[Link]:
    """Yield a holds_post link for every title of a chain that has an organ; a member's needs one of its own."""
    for title, organ in chain:
        if organ is None or (title.category == "member" and organ[0] == "context"):
            continue
        sure = confidence if organ[0] != "context" else round(confidence - 0.1, 2)
        yield Link(
            ("person", person.name, person.start), Predicate.HOLDS_POST, organ, min(title.start, person.start),
            max(title.end, person.end), rule, sure, title=title.text, status=title.status,
        )  # fmt: skip
