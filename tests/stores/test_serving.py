"""The embedded store answers on loopback with the page, SPARQL and the packaged queries."""

from threading import Thread

import httpx
import pytest

from kg.errors import InputError, OutputError
from kg.stores.queries import ask
from kg.stores.serving import server


@pytest.fixture
def url(tmp_path):
    (tmp_path / "graph.ttl").write_text('<https://a/1> <https://a/p> "一"@zh-hans .', "utf-8")
    (tmp_path / "graph.html").write_text("<p>page", "utf-8")
    with server(tmp_path) as running:
        thread = Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_the_page_and_the_queries_are_there(url):
    assert httpx.get(f"{url}/").text == "<p>page"
    assert "who-holds-what" in httpx.get(f"{url}/queries").text
    assert httpx.get(f"{url}/../graph.ttl").status_code == 404


def test_sparql_answers_by_post_form_and_address(url):
    text = "SELECT ?o WHERE { ?s ?p ?o }"
    assert ask(f"{url}/query", text).rows == [("一",)]
    one = httpx.post(f"{url}/query", data={"query": text}).json()
    assert one == httpx.get(f"{url}/query", params={"query": text}).json()


@pytest.mark.parametrize("text", ["SELEKT", "INSERT DATA { <a:a> <a:a> <a:a> }"])
def test_what_is_no_query_is_refused(url, text):
    assert httpx.post(f"{url}/query", content=text).status_code == 400


def test_a_folder_without_a_graph_and_a_port_in_use_are_refused(tmp_path, url):
    with pytest.raises(InputError):
        server(tmp_path / "no")
    with pytest.raises(OutputError):
        server(tmp_path, port=int(url.rpartition(":")[2]))


def test_a_query_that_takes_too_long_is_answered_and_others_go_on(tmp_path):
    lines = "".join(f'<https://a/{i}> <https://a/p> "{i}" .\n' for i in range(300))
    (tmp_path / "graph.ttl").write_text(lines)
    with server(tmp_path, limit=0.3) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{running.server_port}/query"
        endless = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . FILTER(?b > ?d) }"
        late = httpx.post(url, data={"query": endless}, timeout=20)
        assert (late.status_code, "longer than 0.3 seconds" in late.text) == (503, True)
        assert httpx.post(url, data={"query": "ASK { ?s ?p ?o }"}, timeout=20).json() == {"head": {}, "boolean": True}
        running.shutdown()
