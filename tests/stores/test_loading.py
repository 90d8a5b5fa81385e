"""Load into a real Oxigraph server, ask it, and see that a failed load leaves the old graph whole."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from kg.errors import DataError
from kg.stores.loading import load
from kg.stores.queries import ask

BINARY = Path(sys.executable).with_name("oxigraph")
GRAPH = "https://kg.example.org/gov/"
COUNT = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}"


@pytest.fixture(scope="module")
def store():
    if not BINARY.exists():
        pytest.skip("the oxigraph server is not installed: pip install oxigraph")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen([BINARY, "serve", "--bind", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL) as process:
        wait(port)
        yield f"http://127.0.0.1:{port}"
        process.terminate()


def wait(port):
    for _ in range(100):
        with socket.socket() as probe:
            if not probe.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.05)
    raise AssertionError("the server does not start")


def triples(tmp_path, count):
    path = tmp_path / f"{count}.nt"
    path.write_text("".join(f'<https://a/{i}> <https://a/p> "{i}号"@zh-hans .\n' for i in range(count)), "utf-8")
    return path


def put(path, store, **options):
    urls = {"query_url": f"{store}/query", "update_url": f"{store}/update"}
    return load(path, f"{store}/store", graph=GRAPH, **(urls | options))


def count(store):
    return int(ask(f"{store}/query", COUNT).rows[0][0])


def test_load_replaces_the_graph_in_batches(store, tmp_path):
    assert put(triples(tmp_path, 25), store, batch=10) == 25
    assert count(store) == 25
    assert put(triples(tmp_path, 7), store) == 7
    assert count(store) == 7
    assert ask(f"{store}/query", "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }").rows == [(GRAPH,)]


class Cut(httpx.HTTPTransport):
    """Lose the store after some requests."""

    def __init__(self, after):
        super().__init__()
        self.left = after

    def handle_request(self, request):
        self.left -= 1
        if self.left < 0:
            raise httpx.ConnectError("lost")
        return super().handle_request(request)


@pytest.mark.parametrize("after", [0, 1, 2, 3, 4])
def test_a_load_that_breaks_off_leaves_the_old_graph_whole(store, tmp_path, after):
    """Five requests come before the MOVE: DELETE, three batches, the count."""
    put(triples(tmp_path, 9), store)
    with pytest.raises(DataError, match="no whole answer"):
        put(triples(tmp_path, 30), store, batch=10, transport=Cut(after))
    assert count(store) == 9


def test_a_wrong_count_is_no_success(store, tmp_path):
    put(triples(tmp_path, 9), store)
    short = httpx.MockTransport(
        lambda request: httpx.Response(200, json={"head": {"vars": ["n"]}, "results": {"bindings": []}})
    )
    with pytest.raises(DataError, match="should hold"):
        put(triples(tmp_path, 12), store, transport=short)
    assert count(store) == 9


@pytest.mark.parametrize("kind", ["basic", "digest"])
@pytest.mark.parametrize("secret", ["right", "wrong"])
def test_the_environment_gives_user_and_password(tmp_path, monkeypatch, kind, secret):
    monkeypatch.setenv("KG_STORE_USER", "reader")
    monkeypatch.setenv("KG_STORE_PASSWORD", secret)
    monkeypatch.setenv("KG_STORE_AUTH", kind)
    basic = httpx.BasicAuth("reader", "right")._auth_header
    seen = []

    def answer(request):
        sent = request.headers.get("Authorization", "")
        seen.append(sent)
        if sent != basic and not (sent.startswith("Digest ") and secret == "right"):
            return httpx.Response(401, headers={"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth"'})
        return httpx.Response(200, json={"head": {"vars": ["n"]}, "results": {"bindings": [{"n": {"value": "3"}}]}})

    if secret == "wrong":
        with pytest.raises(DataError, match="refuses"):
            put(triples(tmp_path, 3), "http://store", transport=httpx.MockTransport(answer))
    else:
        assert put(triples(tmp_path, 3), "http://store", transport=httpx.MockTransport(answer)) == 3
    assert any(each.lower().startswith(kind) for each in seen)
