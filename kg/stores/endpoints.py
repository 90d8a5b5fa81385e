"""Know where stores answer queries and updates, by where they answer the Graph Store Protocol."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

_KNOWN = (
    # Eclipse RDF4J and GraphDB: https://rdf4j.org/documentation/reference/rest-api/
    (
        re.compile(r"(?P<repository>.*/repositories/[^/]+)/rdf-graphs/service$"),
        "{repository}",
        "{repository}/statements",
    ),
    # Virtuoso: the paths that end in -auth ask for a password by digest.
    (re.compile(r"(?P<base>.*)/sparql-graph-crud-auth$"), "{base}/sparql", "{base}/sparql-auth"),
    (re.compile(r"(?P<base>.*)/sparql-graph-crud$"), "{base}/sparql", "{base}/sparql"),
)
_IN_ONE_STEP = re.compile(r"oxigraph|fuseki|graphdb|rdf4j", re.I)


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Hold where a store takes graphs, queries and updates."""

    graphs: str
    query: str
    update: str


def endpoints(url: str, *, query: str | None = None, update: str | None = None) -> Endpoints:
    """Give the endpoints of a store by that of its Graph Store Protocol; `query` and `update` win where given.

    Known by their paths are RDF4J, GraphDB and Virtuoso; beside any other (Oxigraph's /store, Fuseki's /data) the
    endpoints /query and /update are expected.
    """
    asked, changed = urljoin(url, "query"), urljoin(url, "update")
    for pattern, of_queries, of_updates in _KNOWN:
        if match := pattern.fullmatch(url):
            asked, changed = of_queries.format(**match.groupdict()), of_updates.format(**match.groupdict())
            break
    return Endpoints(url, query or asked, update or changed)


def moves_at_once(server: str, url: str) -> bool:
    """Tell whether a store is known to do a MOVE in one step, by its Server header and address.

    Oxigraph, Fuseki on TDB2, RDF4J and GraphDB run an update as one transaction; Virtuoso commits as it goes.
    """
    return bool(_IN_ONE_STEP.search(server) or "/repositories/" in url)
