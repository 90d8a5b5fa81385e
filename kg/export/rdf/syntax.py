"""Write terms and blocks of triples in the syntax of Turtle, N-Triples or JSON-LD.

A term is a string in the syntax of the file, so a description of a subject is made once for all formats.
A block is all that is said of one subject; it holds no line break that a literal could have brought in.
"""

from __future__ import annotations

import json
import re
from typing import Protocol

from kg.export.rdf.names import PREFIXES, SEGMENTS

Pairs = list[tuple[str, list[str]]]
"""Predicates as prefixed names, each with its objects as terms; no predicate and no object comes twice."""

_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]')
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LOCAL = re.compile(r"[A-Za-z0-9_\u3007\u3400-\u9fff](?:[A-Za-z0-9_·.\u3007\u3400-\u9fff-]*[A-Za-z0-9_\u3400-\u9fff])?")
_SURROGATE = re.compile("[\ud800-\udfff]")


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return _NAMED.get(char) or f"\\u{ord(char):04X}"


def quoted(text: str) -> str:
    """Put a text between quotation marks; a lone surrogate, which no file can hold, becomes U+FFFD."""
    return f'"{_SPECIAL.sub(_escaped, text)}"' if _SPECIAL.search(text) else f'"{text}"'


class Syntax(Protocol):
    """Say how one format writes a term and a block."""

    def resource(self, relative: str) -> str:
        """Write an IRI below the base, given relative to it."""

    def iri(self, iri: str) -> str:
        """Write an absolute IRI."""

    def term(self, curie: str) -> str:
        """Write a term of a vocabulary, given as a prefixed name."""

    def literal(self, text: str, language: str | None = None) -> str:
        """Write a string, with its language tag if it has one."""

    def typed(self, lexical: str, datatype: str) -> str:
        """Write a value of an XML Schema datatype, given as a prefixed name."""

    def block(self, subject: str, pairs: Pairs) -> str:
        """Write all that is said of a subject."""


class Turtle:
    """Write Turtle, and the inside of a graph of TriG."""

    def __init__(self, base: str):
        self.base = base
        self._resources: dict[str, str] = {}

    def resource(self, relative: str) -> str:
        """Write a prefixed name where every parser takes it, else the IRI in full."""
        known = self._resources.get(relative)
        if known is None:
            if len(self._resources) >= _REMEMBERED:
                self._resources.clear()
            known = self._resources[relative] = self._short(relative)
        return known

    def _short(self, relative: str) -> str:
        segment, _, local = relative.partition("/")
        prefix = SEGMENTS.get(segment)
        return f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else f"<{self.base}{relative}>"

    def iri(self, iri: str) -> str:
        """Write an absolute IRI."""
        return f"<{iri}>"

    def term(self, curie: str) -> str:
        """Write a prefixed name as it is."""
        return curie

    def literal(self, text: str, language: str | None = None) -> str:
        """Write a string, with its language tag if it has one."""
        return f"{quoted(text)}@{language}" if language else quoted(text)

    def typed(self, lexical: str, datatype: str) -> str:
        """Write numbers and truth values bare, the rest with the datatype."""
        return lexical if datatype in _BARE else f'"{lexical}"^^{datatype}'

    def block(self, subject: str, pairs: Pairs) -> str:
        """Write one subject, a line for each predicate."""
        lines = [
            f"{'a' if predicate == 'rdf:type' else predicate} {objects[0] if len(objects) == 1 else ', '.join(objects)}"
            for predicate, objects in pairs
        ]
        return f"{subject} {_NEXT.join(lines)} .\n"


class NTriples:
    """Write N-Triples: a line for each triple, sorted, every IRI in full."""

    def __init__(self, base: str):
        self.base = base
        self._terms: dict[str, str] = {}

    def resource(self, relative: str) -> str:
        """Write an IRI below the base, given relative to it."""
        return f"<{self.base}{relative}>"

    def iri(self, iri: str) -> str:
        """Write an absolute IRI."""
        return f"<{iri}>"

    def term(self, curie: str) -> str:
        """Write a term of a vocabulary in full."""
        known = self._terms.get(curie)
        if known is None:
            known = self._terms[curie] = f"<{expand(curie)}>"
        return known

    def literal(self, text: str, language: str | None = None) -> str:
        """Write a string, with its language tag if it has one."""
        return f"{quoted(text)}@{language}" if language else quoted(text)

    def typed(self, lexical: str, datatype: str) -> str:
        """Write a value with its datatype."""
        return f'"{lexical}"^^{self.term(datatype)}'

    def block(self, subject: str, pairs: Pairs) -> str:
        """Write a line for each triple, sorted."""
        lines = [f"{subject} {self.term(name)} {value} .\n" for name, values in pairs for value in values]
        return "".join(sorted(lines))


class JsonLd:
    """Write JSON-LD: one object a subject, one subject a line."""

    def __init__(self, base: str):
        self.base = base

    def resource(self, relative: str) -> str:
        """Write an IRI below the base, given relative to it."""
        return self.iri(self.base + relative)

    def iri(self, iri: str) -> str:
        """Write an absolute IRI."""
        return f'{{"@id":{_json(iri)}}}'

    def term(self, curie: str) -> str:
        """Write a term of a vocabulary in full."""
        return self.iri(expand(curie))

    def literal(self, text: str, language: str | None = None) -> str:
        """Write a string, with its language tag if it has one."""
        value = _json(_SURROGATE.sub("\ufffd", text))
        return f'{{"@language":"{language}","@value":{value}}}' if language else value

    def typed(self, lexical: str, datatype: str) -> str:
        """Write integers and truth values bare, the rest with the datatype."""
        bare = datatype in ("xsd:integer", "xsd:boolean")
        return lexical if bare else f'{{"@type":"{datatype}","@value":"{lexical}"}}'

    def block(self, subject: str, pairs: Pairs) -> str:
        """Write one object, all values of a predicate in a list."""
        identity = subject[1:-1]
        members = [f'"{_JSON_NAME.get(name, name)}":[{",".join(_typed(name, values))}]' for name, values in pairs]
        return f"{{{identity},{','.join(members)}}}"


_REMEMBERED = 65536
_BARE = frozenset({"xsd:integer", "xsd:decimal", "xsd:boolean"})
_NEXT = " ;\n    "
_JSON_NAME = {"rdf:type": "@type"}


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _typed(name: str, values: list[str]) -> list[str]:
    return [value[7:-1] for value in values] if name == "rdf:type" else values


def expand(curie: str) -> str:
    """Write a prefixed name of a vocabulary as an IRI."""
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local


def prefixes(base: str) -> dict[str, str]:
    """Give all prefixes of a file, sorted: those of the vocabularies and those below the base."""
    return dict(sorted((PREFIXES | {prefix: f"{base}{segment}/" for segment, prefix in SEGMENTS.items()}).items()))
