"""Make the IRIs of the graph: readable or plain ASCII, from the ids of the nodes alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kg.ids import digest

BASE = "https://kg.example.org/gov/"
NS = "https://kg.example.org/gov/ns#"
"""The namespace of the ontology; it does not move with the base of the data."""

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gov": NS,
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
SEGMENTS = {
    "agency": "agy",
    "article": "art",
    "document": "doc",
    "evidence": "ev",
    "meeting": "mtg",
    "person": "per",
    "place": "plc",
    "post": "post",
    "role": "role",
    "statement": "st",
}
"""The segment of an IRI below the base and its prefix."""

Style = Callable[[str], str]
"""Takes the id of a node and gives its IRI relative to the base."""

_HASHED = re.compile(r"(.*)\.([0-9a-f]{16})", re.DOTALL)
_ENCODED = re.compile(
    "[^A-Za-z0-9._~\u00b7-\u1fff\u2070-\ud7ff\uf900-\ufdcf\ufdf0-\ufeef\uff10-\uffef"
    "\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd-]"
)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def encode(text: str) -> str:
    """Percent-encode all that may not stand in a path segment of an IRI, `/` and `%` included."""
    return _ENCODED.sub(_percent, text)


def _parts(node_id: str) -> tuple[str, str, str]:
    segment, _, local = node_id.partition("/")
    match = _HASHED.fullmatch(local)
    return (segment, match[1], match[2]) if match else (segment, local, "")


@lru_cache(maxsize=65536)
def readable(node_id: str) -> str:
    """Give the IRI that shows the name and ends in the hash: `agency/民政部.1f0c2b3a4d5e6f70`."""
    segment, _, local = node_id.partition("/")
    return f"{encode(segment)}/{encode(local)}"


@lru_cache(maxsize=65536)
def plain(node_id: str) -> str:
    """Give the IRI in ASCII, the hash alone: `agency/1f0c2b3a4d5e6f70`."""
    segment, _, hashed = _parts(node_id)
    return f"{encode(segment)}/{hashed or digest(node_id)}"


STYLES: dict[str, Style] = {"readable": readable, "ascii": plain}


@lru_cache(maxsize=65536)
def post(agency: str, title: str, style: Style) -> str:
    """Give the IRI of a post: the agency's name, the title, and a hash of both."""
    hashed = digest(agency, title)
    return f"post/{hashed}" if style is plain else f"post/{encode(_parts(agency)[1])}.{encode(title)}.{hashed}"


def role(title: str, style: Style) -> str:
    """Give the IRI of a title such as 副部长, which nothing else needs to tell apart."""
    return f"role/{digest(title)}" if style is plain else f"role/{encode(title)}"


def statement(subject: str, object: str, key: str) -> str:
    """Give the IRI of the statement that an edge of the graph makes."""
    return f"statement/{digest(subject, object, key)}"


def evidence(article: str, ranges: list[tuple[int, int]], style: Style) -> str:
    """Give the IRI of a stretch of an article: its offsets stand at the end."""
    spans = "_".join(f"{start}-{end}" for start, end in ranges)
    return f"evidence/{style(article).partition('/')[2]}.{spans}"
