"""Give the readings of characters, so that the page can find names by pinyin."""

from __future__ import annotations

from collections.abc import Iterable

from pypinyin import Style, pinyin


def readings(names: Iterable[str]) -> dict[str, str]:
    """Map each Chinese character in the names to all its readings without tones, separated by spaces.

    All of them, since surnames are read otherwise than words (单 曾 仇 解 区 查).
    """
    characters = sorted({character for name in names for character in name if "㐀" <= character <= "鿿"})
    found: dict[str, str] = {}
    for character in characters:
        spelled = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
        found[character] = " ".join(dict.fromkeys(reading.replace("ü", "v") for reading in spelled))
    return found
