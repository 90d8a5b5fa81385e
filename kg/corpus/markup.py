"""See through markup: hide HTML and Markdown marks without moving any offset."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

HIDDEN = "\u200b"
"""Stands in the visible text for each character of markup."""
BLOCK = "\x1d"
"""Stands where an HTML paragraph, list item, cell or line break begins or ends."""

_TAG = re.compile(
    r"</?(?:p|div|br|span|strong|b|i|em|u|a|h[1-6]|ul|ol|li|t(?:able|body|head|r|d|h)|font|center|section|article|img|hr"
    r"|html|body|script|style|blockquote)\b[^<>]{0,2000}>|<!--|&(?:nbsp|ensp|emsp|[lr][sd]quo|amp|quot|lt|gt|mdash|middot|hellip"
    r"|#\d{2,6}|#x[\da-f]{2,5});",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    ["p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "td", "th",
     "center", "section", "article", "blockquote", "hr", "body"]
)  # fmt: skip
_BARE = re.compile(r"</?([a-z]+[1-6]?)>")
"""A tag without attributes."""
_PLAIN = _BLOCKS | {"a", "b", "em", "font", "i", "span", "strong", "u"}
"""The tags that html.parser reads no otherwise than as tags."""
_UNSEEN = frozenset(("script", "style", "title"))
_LINK = re.compile(r"\[([^\[\]\r\n]{0,200})\]\([^()\s]{0,1000}\)")
_PICTURE = re.compile("!" + _LINK.pattern)
_EMPHASIS = re.compile(r"\*\*|__|~~")
_STRAY = re.compile(r"<(?!/?[a-zA-Z][^<>]{0,2000}>)|&(?!(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[a-zA-Z]{2,10});)")
_PUT_BY = {"<": "\x1e", "&": "\x1f"}
# control characters, which no decoded text holds
_PUT_BACK = str.maketrans({by: char for char, by in _PUT_BY.items()})


def visible_text(raw: str) -> str:
    """Give the text with its markup hidden, character for character as long as the raw text."""
    text = _without_html(raw) if _TAG.search(raw) else raw
    if "![" in text:
        text = _PICTURE.sub(lambda match: HIDDEN * len(match[0]), text)
    if "](" in text:
        text = _LINK.sub(_bare_link, text)
    if "**" in text or "__" in text:
        text = _EMPHASIS.sub(HIDDEN * 2, text)
    return text


def _bare_link(match: re.Match[str]) -> str:
    start = match.start(1) - match.start()
    return HIDDEN * start + match[1] + HIDDEN * (len(match[0]) - start - len(match[1]))


def _without_html(raw: str) -> str:
    # html.parser is quadratic in marks that are never closed, so it only sees those that are.
    reader = _Seen()
    reader.feed(_STRAY.sub(lambda match: _PUT_BY[match[0]], _without_comments(raw)))
    reader.finish(len(raw))
    return "".join(reader.parts)


def _without_comments(raw: str) -> str:
    parts: list[str] = []
    last = 0
    while (start := raw.find("<!--", last)) >= 0 and (stop := raw.find("-->", start)) >= 0:
        parts += raw[last:start], HIDDEN * (stop + 3 - start)
        last = stop + 3
    return "".join((*parts, raw[last:])) if parts else raw


class _Seen(HTMLParser):
    """Collect what a reader sees, with a filler for the rest; `at` is the raw offset of the next event."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.at = self.base = self.written = self.unseen = 0
        self.parts: list[str] = []

    def parse_starttag(self, i: int) -> int:
        # Nearly every tag of a news page is bare; html.parser is several times slower, as it seeks attributes.
        return self._bare_end(i) or super().parse_starttag(i)

    def parse_endtag(self, i: int) -> int:
        return (self._bare_end(i) if self.cdata_elem is None else 0) or super().parse_endtag(i)

    def _bare_end(self, i: int) -> int:
        """Mark the bare tag at an offset and give where it ends; 0 for any other."""
        bare = _BARE.match(self.rawdata, i)
        if bare is None or bare[1] not in _PLAIN:
            return 0
        self._mark(bare[1])
        return bare.end()

    def updatepos(self, i: int, j: int) -> int:
        self.at = self.base + j
        return j

    def finish(self, length: int) -> None:
        """Read the rest, and fill up to the length of the raw text."""
        self.at = self.base = length - len(self.rawdata)
        self.close()
        self._fill(length)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._mark(tag)
        self.unseen += tag in _UNSEEN

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._mark(tag)

    def handle_endtag(self, tag: str) -> None:
        self._mark(tag)
        self.unseen -= tag in _UNSEEN and self.unseen > 0

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self._write(data if data.isprintable() else data.translate(_PUT_BACK))

    def handle_entityref(self, name: str) -> None:
        self._write_entity(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._write_entity(f"&#{name};")

    def _write_entity(self, printed: str) -> None:
        char = unescape(printed)
        if not self.unseen and len(char) == 1 and char.isprintable():
            self._write(char)

    def _mark(self, tag: str) -> None:
        if tag in _BLOCKS and self.at >= self.written:
            self._write(BLOCK)

    def _write(self, text: str) -> None:
        self._fill(self.at)
        self.parts.append(text)
        self.written += len(text)

    def _fill(self, offset: int) -> None:
        if offset > self.written:
            self.parts.append(HIDDEN * (offset - self.written))
            self.written = offset
