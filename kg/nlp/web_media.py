"""Find the news sites that a source line or a dateline names: （据中国江苏网）, 来源：沈阳人大网, 红网讯."""

from __future__ import annotations

import re

from kg.nlp.surface import Surface
from kg.readings import Agency

_SITE = re.compile(
    r"(?:据|来源：|稿源：|（|\n)(?P<name>(?![本该据])[\u4e00-\u9fff]{1,9}(?<!互联)(?<!局域)(?<!官)(?<!门户)网)"
    r"(?=）|\n|讯|消息|\s*记者|\s*\d{1,2}月|$)"
)


def news_sites(page: Surface) -> list[Agency]:
    """Give the news sites of a text, each where it is named as the source."""
    return [
        Agency(*match.span("name"), "media", name=match["name"], head_end=match.end("name"))
        for match in (_SITE.finditer(page.text) if "网" in page.text else ())
        if not page.quoted[match.start("name")]
    ]
