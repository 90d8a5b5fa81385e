"""Find the counties of before 2002, which no list has, where somebody was born there: 河北省|定县人."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.nlp import lexicon
from kg.nlp.surface import Surface
from kg.readings import Part, Place

_COUNTY = re.compile("(?![各全本该每某大小强穷外邻直几两数])[\u4e00-\u9fff]{1,2}县(?=人(?:$|[，。、；（\n])|（[今现])")
_WORD = -14.0
"""The log-frequency above which two characters are a word: 贫困|县人."""


def former_counties(page: Surface, chains: list[Place]) -> list[Place]:
    """Join to the chains that end with a province or prefecture the county that they tell somebody to be from."""
    return [_longer(chain, page.text) if chain.form == "full" else chain for chain in chains]


def _longer(chain: Place, text: str) -> Place:
    county = _COUNTY.match(text, chain.end) if chain.level in ("province", "prefecture") else None
    if county is None or (len(county[0]) > 2 and lexicon.words().get(county[0][:-1], -99.0) > _WORD):
        return chain
    part = Part(chain.end, county.end(), county[0], "county")
    return replace(chain, end=part.end, parts=(*chain.parts, part))
