"""Walk the chains of titles before a name, and find the organ of each."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from kg.extract.chains import Chains, organ_of, organ_start, post_start
from kg.extract.home_or_abroad import at_home
from kg.readings import Ground, Title, between

_GAP = re.compile(r"[、，,]?(?:兼任?|现任?|原)?(?:政府|内阁)?")
_PAST = re.compile(r"(?<![目之日提年此以当])前任?$|(?<![复还平草])原$|时任$|曾任$")
STATIONED = re.compile(r"(?:常驻|驻)[^，。；、馆团处组局办院\n]+$")
"""Where a diplomat is posted: 中国|驻日本|大使."""
_UNREAD = re.compile(r"、[\u4e00-\u9fff]{2,12}$")
"""Words of an organ that was not read, or of a trade, between a post and the name: 院长、老年医学|专家."""
_SECRETARIES = ("秘书长", "副秘书长")
_LEADERS = ("委员长", "主任", "主席", "会长", "理事长", "秘书长")
SHARED = re.compile(r"(?:[（(][^（）()\n]{1,8}[)）])?(?:、|和|及|与|以及|暨)")
"""What stands between the names of people who share a post."""


def chain_before(chains: Chains, end: int) -> list[tuple[Title, Ground | None]]:
    """Give the titles of the chain that ends at an offset, left to right, each with its organ or None.

    A title without an organ of its own takes over the organ, and the status 原 or 时任, of the one before it;
    heads of a government take the government of the level that they name.
    """
    if end not in chains.titles:
        return []
    found: list[tuple[Title, Ground | None]] = []
    shared: set[int] = set()
    while True:
        title, organ, begin = _post_at(chains, end)
        before, unread = _end_before(chains, begin), None
        if before is None and organ is None:
            before = unread = _end_before_unread(chains, begin)
        if unread is None:
            found.append((title, organ))
        if before is None or _is_taken(chains, chains.titles[before]):
            return at_home(chains, inherit(found[::-1], shared))
        if chains.text[before:begin] == "兼":
            shared.add(title.start)
        end = before


def _post_at(chains: Chains, end: int) -> tuple[Title, Ground | None, int]:
    """Give the title of a chain that ends at an offset, its organ or None, and where the post begins."""
    title = chains.titles[end]
    organ = organ_of(chains, title)
    if organ is None:
        posted = STATIONED.search(chains.text, max(0, title.start - 16), title.start)
        return title, None, posted.start() if posted else title.start
    begin = organ_start(chains, title)
    past = _PAST.search(chains.text, max(0, begin - 3), begin)
    return replace(title, status="former") if past else title, organ, begin


def _end_before(chains: Chains, at: int) -> int | None:
    """Give where the title ends that stands before an offset, with nothing or a joint between them."""
    ends = (at - gap for gap in (1, 2, 3) if at - gap in chains.titles)
    return next((end for end in ends if _GAP.fullmatch(chains.text, end, at)), None)


def _end_before_unread(chains: Chains, at: int) -> int | None:
    """Give where the title ends before words that were not read, if they name nobody."""
    unread = _UNREAD.search(chains.text, max(0, at - 14), at)
    if unread is None or unread.start() not in chains.titles or between(chains.readings.people, unread.start(), at):
        return None
    return unread.start()


def _is_taken(chains: Chains, title: Title) -> bool:
    """Tell whether a title is what a verb gives to somebody named before it: …任教育部部长，|市长…."""
    if chains.text[title.end : title.end + 1] != "，":
        return False
    if chains.text.startswith(("，原", "，前"), title.end) and title.end + 1 in chains.title_starts:
        return True
    if chains.text.startswith("当选", title.start):
        return True
    begin = post_start(chains, title)
    while begin - 1 in chains.titles and chains.text[begin - 1] in "兼、":
        begin = post_start(chains, chains.titles[begin - 1])
    return chains.text.endswith(("任", "任命为", "当选", "当选为"), 0, begin) and not chains.text.endswith(
        ("时任", "现任", "曾任", "历任"), 0, begin
    )


def inherit(
    chain: list[tuple[Title, Ground | None]], shared: Set[int] = frozenset()
) -> list[tuple[Title, Ground | None]]:
    """Hand organ and status on in a chain; to a title with its own organ if it starts in `shared`."""
    out: list[tuple[Title, Ground | None]] = []
    last: Ground | None = None
    status = "current"
    for title, organ in chain:
        kept = organ is None or title.start in shared or (out and status == "proposed")
        if title.status != "current" or not kept:
            status = title.status
        if organ is None and title.text.startswith("党组") and out and out[-1][0].category == "government":
            organ = out[-1][1]
        if organ is None:
            organ = _own_rule(title) or (None if title.category == "foreign" and _is_state(last) else last)
        last = organ if title.category != "government" or organ is None else last or organ
        out.append((title if title.status == status else replace(title, status=status), organ))
    return out


def _is_state(organ: Ground | None) -> bool:
    return organ is not None and organ[0] == "state"


def _own_rule(title: Title) -> Ground | None:
    if title.category == "government":
        return ("government", title.text.removesuffix("助理")[-2], -1 - title.start)
    if title.category == "state":
        return ("state", title.text, title.start)
    return None


def is_deputy(title: Title, before: str) -> bool:
    """Tell whether a title is of those under the one before it, or its like: 主任…，副主任…，副主任…，秘书长…."""
    secretary = title.text in _SECRETARIES and before.endswith(_LEADERS)
    deputy = title.text.startswith("副") and (title.text == f"副{before}" or before.endswith(title.text))
    chief = title.text.startswith("总") and title.text.endswith("师") and before.endswith("长")
    return deputy or title.category == "rank" or secretary or chief
