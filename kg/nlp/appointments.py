"""Find the items of lists of appointments and removals: 任命：X为…局长；Y、Z为…. 免去：W的…职务."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PIECE = re.compile(r"[^\n；;：:。]+[\n；;：:。]?")
_NUMBER = re.compile(r"\s*(?:[（(]?(?:[一二三四五六七八九十]+|\d+)[)）]?[、.．]?\s*)?")
_HEADING = re.compile(r"[^，；]{0,30}(?P<verb>任命|免去|任职|免职)(?:下列人员|名单|如下)?\s*[：:\n]?")
_BEGINS = re.compile(
    r"[^；]{0,60}?(?P<verb>任命|免去|选举(?!产生|委员|法|结果|办法|单位)|补选(?!产生)|表决通过(?!关于))(?![了的书为过])(?=[\u4e00-\u9fff])"
)
_VERB = re.compile("(?:并|决定)?(?:任命|免去|选举|补选)")
_COMMA = re.compile("[，、]")
_TOLD = ("任命", "免去", "任职", "免职", "选举", "补选", "表决通过")
_REMOVING = frozenset(("免去", "免职"))
_NAME = r"[\u4e00-\u9fff·•]{2,14}?(?:（[^（）\n]{1,8}）)?"
_ITEM = re.compile(rf"{_NAME}(?:、{_NAME})*(?:同志)?(?P<link>为|的)")


def items(text: str) -> Iterator[tuple[int, bool]]:
    """Give where the names of each item begin, and whether they lose the post.

    A heading (任命：), or an item that tells the verb itself (任命X为…；), governs the items behind it up to the first
    piece of text that is none.
    """
    if not any(word in text for word in _TOLD):
        return
    removing: bool | None = None
    for piece in _PIECE.finditer(text):
        at = _NUMBER.match(text, piece.start(), piece.end()).end()  # type: ignore[union-attr]
        if not text[at : piece.end()].strip("\n；;：:。 \u3000"):
            continue
        if heading := _HEADING.fullmatch(text, at, piece.end()):
            removing = heading["verb"] in _REMOVING
        elif removing is not None and _goes_on(text, at, piece.end(), removing=removing):
            yield at, removing
            yield from _further(text, at, piece.end(), removing=removing)
        elif begins := _BEGINS.match(text, at, piece.end()):
            removing = begins["verb"] in _REMOVING
            yield begins.end(), removing
            yield from _further(text, begins.end(), piece.end(), removing=removing)
        else:
            removing = None


def _further(text: str, at: int, end: int, *, removing: bool) -> Iterator[tuple[int, bool]]:
    """Give the items behind a comma: 任命甲为…局长，|乙为…主任, 免去甲的…职务、|乙的…职务."""
    while comma := _COMMA.search(text, at, end):
        linked = comma.group() == "，" or ("的" if removing else "为") in text[at : comma.start()]
        told = _VERB.match(text, comma.end(), end)
        at = told.end() if told else comma.end()
        removing = told.group().endswith("免去") if told else removing
        if linked and _is_item(text, at, end, removing=removing):
            yield at, removing


def _goes_on(text: str, at: int, end: int, *, removing: bool) -> bool:
    """Tell whether a list goes on with an item that tells no verb of its own first: 乙为…，免去其…职务."""
    return not text.startswith(("决定", "批准", "并", *_TOLD), at) and _is_item(text, at, end, removing=removing)


def _is_item(text: str, at: int, end: int, *, removing: bool) -> bool:
    item = _ITEM.match(text, at, end)
    return item is not None and (item["link"] == "的") is removing and ("职务" in text[at:end] or not removing)
