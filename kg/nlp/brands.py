"""Find companies by the first characters of their names, as a text calls them later: 云帆信通|首席执行官."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.nlp import lexicon
from kg.nlp.surface import Surface, marked, occurrences, with_modifiers
from kg.readings import Agency, Readings, by_start

_TAIL = re.compile("(?:集团)?(?:股份|控股)?(?:有限责任|有限)?公司$|集团$")
_CLEAR = 4
"""How many characters name a company where no title stands behind them."""


def brands(page: Surface, readings: Readings) -> None:
    """Add the later mentions of companies by their brand to `readings.agencies`."""
    firms = [(a, core) for a in readings.agencies if a.kind == "enterprise" and len(core := _core(page, a)) > 3]
    if not firms:
        return
    posts = {with_modifiers(page.text, start) for start, _, _ in page.title_words}
    covered = marked(len(page.text), ((a.start, a.end) for a in readings.agencies))
    for firm, core in firms:
        for at, _ in occurrences(page.text, core[:2]):
            end = at + _shared(core, page.text[at : at + len(core)])
            end += 2 * page.text.startswith(("集团", "公司"), end)
            if at > firm.start and 1 not in covered[at:end] and _names(page, at, end, posts):
                covered[at:end] = b"\x01" * (end - at)
                name = page.text[firm.start : firm.head_end]
                readings.agencies.append(Agency(at, end, firm.kind, name=name, head_end=end))
    groups = {f"{core}集团": page.text[firm.start : firm.head_end] for firm, core in firms}
    for index, agency in enumerate(readings.agencies):
        if full := groups.get(page.text[agency.start : agency.end]):
            readings.agencies[index] = replace(agency, name=full)
    readings.agencies.sort(key=by_start)


def _core(page: Surface, agency: Agency) -> str:
    """Give a company's name without the place before it and its legal form behind it: 上海|云帆信通卫星|有限公司."""
    start = agency.place.end if agency.place and agency.place.start == agency.start else agency.start
    name = page.text[start : agency.head_end]
    tail = _TAIL.search(name)
    return name[: tail.start()] if tail and not agency.owner else ""


def _shared(core: str, printed: str) -> int:
    """Give how many first characters two words share."""
    return next((i for i, (a, b) in enumerate(zip(core, printed, strict=False)) if a != b), len(printed))


def _names(page: Surface, at: int, end: int, posts: set[int]) -> bool:
    """Tell whether the first characters of a company's name stand for it: a whole word, no common one."""
    alone = (at == 0 or page.stop[at - 1]) and not page.blocked(at, end)
    behind = end in posts or (end - at >= _CLEAR and page.is_stop(end))
    return bool(alone and behind) and page.text[at:end] not in lexicon.words()
