"""Make the ids of entities, articles and statements by hashing their text."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from kg.model import EntityType

SEGMENT = {
    EntityType.OFFICIAL: "person",
    EntityType.AGENCY: "agency",
    EntityType.DOCUMENT: "document",
    EntityType.PLACE: "place",
    EntityType.EVENT: "meeting",
    EntityType.ARTICLE: "article",
}
_UNSAFE = re.compile(r"[^\w·]+")
_READABLE = 40


def digest(*parts: str) -> str:
    """Hash strings to 16 hexadecimal digits, order and boundaries included."""
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@lru_cache(maxsize=65536)
def entity_id(type: EntityType, name: str, qualifier: str = "") -> str:
    """Make an id such as `agency/民政部.1f0c…` from type, canonical name and what tells it apart.

    The readable part is for people; the hash of all three decides, so that a namesake that turns up later
    moves nothing.
    """
    readable = _UNSAFE.sub("_", name)[:_READABLE].strip("_") or "_"
    return f"{SEGMENT[type]}/{readable}.{digest(type.value, name, qualifier)}"


def article_id(source: str, index: int) -> str:
    """Make the id of an article from its path and its 0-based position in the file."""
    return entity_id(EntityType.ARTICLE, f"{source}#{index + 1}")
