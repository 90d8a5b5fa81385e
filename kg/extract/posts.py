"""Tie people to posts: title chains before a name, titles behind a name, and verbs of appointment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import vocabulary
from kg.extract.appointments import by_verb
from kg.extract.chains import BARE, Chains
from kg.extract.completion import completed, links
from kg.extract.rosters import by_roster
from kg.extract.title_chains import SHARED, chain_before, is_deputy
from kg.readings import Ground, Link, Person, Readings, Title

_RULED = frozenset(("VN", "LA", "KP", "CU"))
"""Where a 总书记 or 第一书记 of another party rules: Viet Nam, Laos, North Korea, Cuba."""
_ONE_SEAT = re.compile(r"^[^副]*(?:书记|主席|[省市县区州旗镇乡村局厅部]长)$")
"""A title that one person holds at an organ, so that a second name behind it has none: 书记甲以及乙."""
_SEATS = ("党组成员", "党委委员", "党委常委", "分党组成员")
"""The seats that people share with a post: 党组成员、副厅长甲、乙."""
_OF_ENTERPRISE = re.compile("董事长|总经理|总裁|首席执行官")
_CLAUSE = re.compile(r"[^。；，\n]{0,12}，")
_DIED = re.compile(
    "(?:同志)?(?:的遗体)?(?:，?因[^，。]{2,12})?(?:，?于?[\\d年月日，在于]{0,16}[\u4e00-\u9fff]{0,4})?(?:不幸)?(?:逝世|病逝|去世|牺牲|火化)"
)
"""Whose posts are all over: 甲同志，因病医治无效，于2月27日在北京|逝世."""


def posts(text: str, readings: Readings) -> Iterator[Link]:
    """Yield a holds_post link for every title that the text gives a person."""
    if not readings.people:
        return
    chains = Chains(text, readings)
    dead = {person.name for person in readings.people if _DIED.match(text, person.end)}
    for link in _posts(chains):
        yield link._replace(status="former") if link.subject[1] in dead else link


def _posts(chains: Chains) -> Iterator[Link]:
    """Yield the posts of the titles before and behind names, then those of verbs."""
    people = [(person, chain_before(chains, person.start)) for person in chains.readings.people]
    titled = (person.name for person, chain in people if chain or person.start in chains.titles)
    own = {*titled, *(person.name for person, _ in people if person.end in chains.title_starts)}
    last_chain: list[tuple[Title, Ground | None]] = []
    last: Person | None = None
    for person, chain in people:
        if not chain and last is not None and person.name not in own:
            chain = _of_list(chains, last, last_chain, person)
        chain = completed(chains, chain, person.start, shared=_shared(chains, last, last_chain, chain))
        yield from links(person, chain, "chain", 0.95)
        yield from _behind(chains, person)
        last, last_chain = person, chain
    yield from by_verb(chains)
    yield from by_roster(chains)


def _of_list(
    chains: Chains, last: Person, last_chain: list[tuple[Title, Ground | None]], person: Person
) -> list[tuple[Title, Ground | None]]:
    """Give the posts that a person shares with the one before in a list: 副厅长甲、|乙; none of a title for one."""
    if not last_chain or not SHARED.fullmatch(chains.text, last.end, person.start):
        return []
    if _ONE_SEAT.search(last_chain[-1][0].text):
        return []
    return [post for post in last_chain[:-1] if post[0].text in _SEATS] + last_chain[-1:]


def _shared(
    chains: Chains,
    last: Person | None,
    last_chain: list[tuple[Title, Ground | None]],
    chain: list[tuple[Title, Ground | None]],
) -> Ground | None:
    """Give the organ of the person before in a list of titles: 苏州大学党委书记阮清和、|校长梅一舟."""
    if last is None or not chain or not last_chain or chain[0][0].category not in ("organ", "chief", "party", "rank"):
        return None
    if chain[0][0].text.endswith("代表") and last_chain[-1][0].category == "organ":
        return None
    if _kind_of(chains, last_chain[-1][1]) not in ("enterprise", "") and _OF_ENTERPRISE.search(chain[0][0].text):
        return None
    between, organ = chains.text[last.end : chain[0][0].start], last_chain[-1][1]
    follows = between in ("和", "与", "及", "以及") or _CLAUSE.fullmatch(between)
    deputy = any(is_deputy(title, last_chain[-1][0].text) for title, _ in chain)
    joined = between == "、" or (follows and deputy)
    if joined and organ is not None and organ[0] == "state" and is_deputy(chain[0][0], last_chain[-1][0].text):
        return ("organ", _organs_of_state()[organ[1]], organ[2]) if organ[1] in _organs_of_state() else None
    if not joined or organ is None or organ[0] != "mention":
        return None
    unit = chains.agency_starts[organ[2]].units[-1:]
    head = chain[0][0].text[-2] if chain[0][0].category == "organ" else ""
    return None if unit and head and unit[0][1][-1] != head else organ


def _kind_of(chains: Chains, organ: Ground | None) -> str:
    """Give the kind of the agency that a ground is; empty where it is none."""
    return chains.agency_starts[organ[2]].kind if organ is not None and organ[0] == "mention" else ""


@vocabulary.compiled
def _organs_of_state() -> dict[str, str]:
    """Give the organs of the titles that name them: 全国人大常委会副委员长."""
    return {printed: organ for printed, organ, _ in vocabulary.read_table("state_titles")}


def _behind(chains: Chains, person: Person) -> Iterator[Link]:
    """Read 民政部社会组织管理局柳拯局长, 习近平总书记, 袁家军书记."""
    title = chains.title_starts.get(person.end)
    if title is None or title.category in ("staff", "member", "rank") or chains.text.startswith("当选", person.end):
        return
    if title.category == "state":
        if title.text in BARE and _of_a_party_elsewhere(chains, person):
            return
        yield from links(person, [(title, ("state", title.text, title.start))], "name-title", 0.95)
        return
    agency = chains.agencies.get(person.start)
    told = chains.readings.told.get(title.start, ("known", title.text, person.start))
    organ: Ground = ("mention", "", agency.start) if agency else told
    yield from links(person, [(title, organ)], "name-title", 0.9 if agency else 0.75)


def _of_a_party_elsewhere(chains: Chains, person: Person) -> bool:
    """Tell whether 总书记 behind a name may be another party's: two bear it, or its country stands in the sentence."""
    bearers = {p.name for p in chains.readings.people if (t := chains.title_starts.get(p.end)) and t.text in BARE}
    floor, stop = chains.text.rfind("。", 0, person.start), chains.text.find("。", person.end)
    ruled = any(
        _RULED & set(p.parts[0].codes) and floor < p.start < (stop if stop > 0 else len(chains.text))
        for p in chains.readings.places
    )
    told = [chain_before(chains, p.start) for p in chains.readings.people if p.name == person.name]
    if any(_leads_theirs(chains, title, organ) for chain in told for title, organ in chain):
        return True
    return (len(bearers) > 1 or ruled) and not any(told)


def _leads_theirs(chains: Chains, title: Title, organ: Ground | None) -> bool:
    """Tell whether a post is that of the leader of a party abroad: 老挝人民革命党中央总书记."""
    agency = chains.agency_starts[organ[2]] if organ is not None and organ[0] == "mention" else None
    return title.text in BARE and agency is not None and agency.kind == "party" and agency.owner != "中共中央"
