"""Fuseki and GraphDB by their documented protocols: stand-ins that refuse what those stores would refuse.

Fuseki: https://jena.apache.org/documentation/fuseki2/fuseki-server-protocol.html
RDF4J and GraphDB: https://rdf4j.org/documentation/reference/rest-api/
"""

import base64
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest

from kg.errors import DataError
from kg.stores.loading import load

GRAPH = "https://kg.example.org/gov/"
SECRET = "Basic " + base64.b64encode(b"admin:geheim").decode()
STORES = {
    "Fuseki": ("/ds/data", "/ds/query", "/ds/update", "Apache Jena Fuseki (5.2.0)"),
    "GraphDB": ("/repositories/r/rdf-graphs/service", "/repositories/r", "/repositories/r/statements", "GraphDB/10.8"),
}


@contextmanager
def stand_in(graphs, query, update, server):
    store, refused = ox.Store(), []

    class Handler(BaseHTTPRequestHandler):
        server_version, sys_version = server, ""

        def do_GET(self):
            self.answer(401 if self.headers.get("Authorization") != SECRET else 200)

        def do_POST(self):
            parts, body = urlsplit(self.path), self.rfile.read(int(self.headers["Content-Length"]))
            kind, named = self.headers.get_content_type(), parse_qs(parts.query).get("graph")
            if self.headers.get("Authorization") != SECRET:
                self.answer(401)
            elif parts.path == graphs and kind == "application/n-triples" and named:
                store.load(body, ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(named[0]))
                self.answer(204)
            elif parts.path == query and kind == "application/x-www-form-urlencoded":
                found = store.query(parse_qs(body.decode())["query"][0])
                self.answer(200, found.serialize(format=ox.QueryResultsFormat.JSON))
            elif parts.path == update and kind == "application/sparql-update" and not parts.query:
                store.update(body.decode())
                self.answer(204)
            else:
                refused.append((parts.path, kind))
                self.answer(415)

        def answer(self, status, body=b""):
            self.send_response(status)
            if status == 401:
                self.send_header("WWW-Authenticate", 'Basic realm="store"')
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}{graphs}", store, refused
        running.shutdown()


@pytest.mark.parametrize("name", STORES)
def test_load_speaks_the_protocol_of_the_store(name, triples, monkeypatch):
    monkeypatch.setenv("KG_STORE_USER", "admin")
    monkeypatch.setenv("KG_STORE_PASSWORD", "geheim")
    with stand_in(*STORES[name]) as (url, store, refused):
        assert load(triples(25), url, graph=GRAPH, batch=10).at_once
        load(triples(7), url, graph=GRAPH, by_update=True)
        assert refused == []
        assert {quad.graph_name.value for quad in store} == {GRAPH}
        assert len(store) == 7


@pytest.mark.parametrize("name", STORES)
def test_a_stranger_is_refused_and_nothing_changes(name, triples):
    with stand_in(*STORES[name]) as (url, store, _):
        with pytest.raises(DataError, match=r"refuses this user .401.; set KG_STORE_USER"):
            load(triples(3), url, graph=GRAPH)
        assert not len(store)
