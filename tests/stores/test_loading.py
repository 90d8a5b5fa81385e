"""Load into real servers, ask them, and see that a failed load leaves the old graph whole and goes on later."""

import signal

import httpx
import pytest

from kg.cli import main
from kg.errors import DataError
from kg.stores.endpoints import endpoints, moves_at_once
from kg.stores.loading import load
from kg.stores.queries import ask

GRAPH = "https://kg.example.org/gov/"
COUNT = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}"
GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"


def put(path, store, **options):
    return load(path, f"{store}/store", graph=GRAPH, **options)


def count(store):
    return int(ask(f"{store}/query", COUNT).rows[0][0])


@pytest.mark.parametrize("by_update", [False, True], ids=["graph store protocol", "insert data"])
def test_load_replaces_the_graph_in_batches(store, triples, by_update):
    assert put(triples(25), store, batch=10, by_update=by_update).triples == 25
    assert count(store) == 25
    done = put(triples(7), store, by_update=by_update)
    assert (done.triples, done.resumed, done.at_once) == (7, 0, True)
    assert count(store) == 7
    assert ask(f"{store}/query", GRAPHS).rows == [(GRAPH,)]


class Cut(httpx.HTTPTransport):
    """Lose the store after some requests."""

    def __init__(self, after):
        super().__init__()
        self.left, self.batches = after, 0

    def handle_request(self, request):
        self.left -= 1
        if self.left < 0:
            raise httpx.ConnectError("lost")
        self.batches += request.headers.get("Content-Type") == "application/n-triples"
        return super().handle_request(request)


@pytest.mark.parametrize("after", range(5))
def test_a_load_that_breaks_off_leaves_the_old_graph_whole_and_goes_on(store, triples, after):
    """Five requests come before the MOVE: a count, three batches, a count."""
    put(triples(9), store)
    with pytest.raises(DataError, match=r"no whole answer.*run it again"):
        put(triples(30, kind=str(after)), store, batch=10, transport=Cut(after))
    assert count(store) == 9
    again = Cut(99)
    done = put(triples(30, kind=str(after)), store, batch=10, transport=again)
    sent_before = max(0, min(3, after - 1))
    assert (done.triples, done.resumed, again.batches) == (30, 10 * sent_before, 3 - sent_before)
    assert count(store) == 30


def test_a_server_killed_while_it_loads_keeps_the_old_graph(oxigraph_at, triples, tmp_path):
    """The store lies on disk: killed after the second batch and started again, it holds what it held."""
    with oxigraph_at(tmp_path / "store") as (url, process):
        put(triples(9), url)

        class Killing(Cut):
            def handle_request(self, request):
                answer = super().handle_request(request)
                if self.batches == 2 and process.poll() is None:
                    process.send_signal(signal.SIGKILL)
                    process.wait()
                return answer

        with pytest.raises(DataError, match="no whole answer"):
            put(triples(30), url, batch=10, transport=Killing(99))
    with oxigraph_at(tmp_path / "store") as (url, _):
        assert count(url) == 9
        assert put(triples(30), url, batch=10).resumed == 20
        assert count(url) == 30


def test_triples_of_somebody_else_in_the_staging_graph_are_dropped(store, triples):
    """The staging graph is named after the content; more triples than the file has cannot be ours."""
    path = triples(12, kind="甲")
    with pytest.raises(DataError):
        put(path, store, batch=5, transport=Cut(2))
    staging = next(g for (g,) in ask(f"{store}/query", GRAPHS).rows if "staging" in g)
    foreign = "".join(f"<urn:x> <urn:y> <urn:z{i}> ." for i in range(20))
    httpx.post(f"{store}/store", params={"graph": staging}, content=foreign, headers={"Content-Type": "text/turtle"})
    assert put(path, store, batch=5).resumed == 0
    assert count(store) == 12


@pytest.mark.parametrize("bindings", [[], [{"n": {"value": "viele"}}]])
def test_an_answer_that_is_no_count_is_no_success(store, triples, bindings):
    put(triples(9), store)
    answer = {"head": {"vars": ["n"]}, "results": {"bindings": bindings}}
    short = httpx.MockTransport(lambda request: httpx.Response(200, json=answer))
    with pytest.raises(DataError, match="should count"):
        put(triples(12), store, transport=short)
    assert count(store) == 9


def test_a_truncated_answer_is_no_success(store, triples):
    """A body that ends before its Content-Length is told from a whole one."""

    class Truncating(httpx.HTTPTransport):
        def handle_request(self, request):
            answer = super().handle_request(request)
            return httpx.Response(200, headers=answer.headers, content=answer.read()[:20])

    put(triples(9), store)
    with pytest.raises(DataError, match="JSON"):
        put(triples(12), store, transport=Truncating())
    assert count(store) == 9


def test_a_query_that_takes_too_long_is_given_up(store, triples):
    put(triples(400), store)
    endless = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . FILTER(?b > ?d) } }"
    with pytest.raises(DataError, match="no whole answer"):
        ask(f"{store}/query", endless, timeout=0.3)


def test_a_late_answer_is_one_line_and_exit_code_two(store, triples, capsys, tmp_path):
    put(triples(400), store)
    query = tmp_path / "endless.rq"
    query.write_text("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . FILTER(?b > ?d) } }")
    with pytest.raises(SystemExit) as leaving:
        main(["query", f"{store}/query", "--sparql", str(query), "--timeout", "0.3"])
    out, err = capsys.readouterr()
    assert (leaving.value.code, out, err.count("\n")) == (2, "", 1)
    assert f"{store}/query: gave no whole answer" in err


def test_a_store_that_refuses_move_says_where_the_triples_are(store, triples, capsys):
    """Updates of a store may be switched off or lie elsewhere; the old graph stays, and one line says so."""
    put(triples(9), store)
    with pytest.raises(SystemExit) as leaving:
        main(["load", str(triples(11, kind="乙")), f"{store}/store", "--update-url", f"{store}/nowhere"])
    err = capsys.readouterr().err
    assert (leaving.value.code, err.count("\n")) == (2, 1)
    assert "refuses MOVE (404); all triples are in <" in err
    assert count(store) == 9
    assert put(triples(11, kind="乙"), store).resumed == 11


def test_the_command_tells_what_it_did(store, triples, capsys):
    with pytest.raises(SystemExit) as leaving:
        main(["load", str(triples(12)), f"{store}/store", "--batch", "5"])
    assert leaving.value.code == 0
    assert capsys.readouterr().err == f"12 triples in <{GRAPH}>\n"


class TestVirtuoso:
    """Digest authentication, and a MOVE that is not promised to be one step."""

    @pytest.fixture
    def url(self, virtuoso):
        return f"{virtuoso}/sparql-graph-crud-auth"

    def test_load_and_replace(self, url, virtuoso, triples, monkeypatch):
        monkeypatch.setenv("KG_STORE_USER", "dba")
        monkeypatch.setenv("KG_STORE_PASSWORD", "dba")
        assert load(triples(25), url, graph=GRAPH, batch=10).triples == 25
        done = load(triples(7), url, graph=GRAPH)
        assert (done.triples, done.at_once) == (7, False)
        assert ask(f"{virtuoso}/sparql", COUNT).rows == [("7",)]

    def test_a_netrc_file_names_the_user(self, url, virtuoso, triples, monkeypatch, tmp_path):
        netrc = tmp_path / "netrc"
        netrc.write_text("machine 127.0.0.1 login dba password dba\n")
        netrc.chmod(0o600)
        monkeypatch.setenv("NETRC", str(netrc))
        assert load(triples(3), url, graph=GRAPH).triples == 3

    @pytest.mark.parametrize("password", [None, "wrong"])
    def test_a_stranger_is_refused(self, url, triples, monkeypatch, password):
        if password:
            monkeypatch.setenv("KG_STORE_USER", "dba")
            monkeypatch.setenv("KG_STORE_PASSWORD", password)
        with pytest.raises(DataError, match="refuses this user"):
            load(triples(3), url, graph=GRAPH)


@pytest.mark.parametrize(
    ("url", "query", "update", "at_once"),
    [
        ("http://s/store", "http://s/query", "http://s/update", False),
        ("http://s/ds/data", "http://s/ds/query", "http://s/ds/update", False),
        (
            "http://s/repositories/r/rdf-graphs/service",
            "http://s/repositories/r",
            "http://s/repositories/r/statements",
            True,
        ),
        ("http://s/sparql-graph-crud-auth", "http://s/sparql", "http://s/sparql-auth", False),
    ],
    ids=["Oxigraph", "Fuseki", "RDF4J and GraphDB", "Virtuoso"],
)
def test_the_endpoints_of_a_store_follow_from_one(url, query, update, at_once):
    found = endpoints(url)
    assert (found.graphs, found.query, found.update) == (url, query, update)
    assert endpoints(url, query="q", update="u") == type(found)(url, "q", "u")
    assert moves_at_once("", url) is at_once


@pytest.mark.parametrize(
    ("server", "at_once"), [("oxigraph/0.5", True), ("Apache Jena Fuseki (5.2.0)", True), ("Virtuoso/07.20", False)]
)
def test_a_move_in_one_step_is_known_of_some(server, at_once):
    assert moves_at_once(server, "http://s/x") is at_once
