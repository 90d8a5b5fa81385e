"""Give the reading of a name in pinyin with tones, surnames read as surnames."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pypinyin import Style, lazy_pinyin

from kg import vocabulary


@lru_cache(maxsize=1)
def _surnames() -> dict[str, str]:
    return dict(vocabulary.read_table("surname_pinyin"))


def reading(node: dict[str, Any]) -> str | None:
    """Give a node's name in pinyin: `Wáng Àiwén` for an official, `Mínzhèngbù` for the others, None for an article.

    It is a label for people, never a part of an identity: the readings of pypinyin can be wrong.
    """
    name = node.get("name") or ""
    if node["type"] == "ARTICLE" or not any("\u4e00" <= character <= "\u9fff" for character in name):
        return None
    return _person(name) if node["type"] == "OFFICIAL" else _join(name)


def _person(name: str) -> str:
    compound = vocabulary.surnames()
    size = 2 if len(name) > 2 and name[:2] in compound else 1
    surname = _surnames().get(name[:size]) or _join(name[:size])
    return f"{surname} {_join(name[size:])}".strip()


@lru_cache(maxsize=65536)
def _join(text: str) -> str:
    spelled = "".join(lazy_pinyin(text, style=Style.TONE))
    return spelled[:1].upper() + spelled[1:]
