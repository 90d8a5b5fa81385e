"""The page as text: one file, the same every time, safe before any browser sees it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import subprocess
import sys

import explorer_graphs
import networkx as nx
import pytest

from kg.errors import OutputError
from kg.export.html import show, to_html
from kg.export.html.payload import columns, pack
from kg.export.html.working_set import OPENING, working_set


def test_the_same_graph_gives_the_same_bytes():
    assert to_html(explorer_graphs.town()) == to_html(explorer_graphs.town())


def test_the_payload_does_not_tell_the_python_that_packed_it():
    assert base64.b64decode(pack(explorer_graphs.town()))[9] == 0xFF


def test_nothing_is_linked_from_the_page():
    page = to_html(explorer_graphs.town())
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.S)
    assert re.findall(r"(?:src|href)=\"([^\"]*)\"", markup) == ["data:,"]
    assert page.count("</script>") == 5


def test_names_do_not_end_a_script_or_stand_as_markup():
    page = to_html(explorer_graphs.town(), name=explorer_graphs.HOSTILE)
    assert "<img src=x" not in page


def test_the_policy_names_the_hash_of_each_script():
    page = to_html(explorer_graphs.town())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1].replace("&#39;", "'")
    for script in re.findall(r"<script>(.*?)</script>", page, re.S):
        assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in policy
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


def test_the_payload_holds_the_whole_graph():
    graph = explorer_graphs.town()
    packed = re.search(r'id="payload">([^<]+)<', to_html(graph))[1]
    unpacked = json.loads(gzip.decompress(base64.b64decode(packed)))
    assert unpacked == json.loads(json.dumps(columns(graph)))
    assert len(unpacked["nodes"]["id"]) == len(graph)
    assert len(unpacked["edges"]["from"]) == graph.number_of_edges()


def test_the_graph_is_left_as_it_was():
    graph, before = explorer_graphs.town(), explorer_graphs.town()
    to_html(graph)
    assert nx.utils.graphs_equal(graph, before)


def test_an_empty_graph_gives_a_page():
    assert "<main" in to_html(nx.MultiDiGraph())


def test_the_opening_set_is_bounded_and_of_this_graph():
    graph = explorer_graphs.large(600)
    chosen = working_set(graph)
    assert 2 < len(chosen) == len(set(chosen)) <= OPENING
    assert set(chosen) <= set(graph)


def test_utf8_is_written_under_any_locale(tmp_path):
    program = (
        "import sys; sys.path[:0] = [sys.argv[1]]\n"
        "import explorer_graphs; from kg.export.html import to_html\n"
        "to_html(explorer_graphs.town(), sys.argv[2])"
    )
    here = str(explorer_graphs.__file__).rsplit("/", 1)[0]
    target = tmp_path / "page.html"
    run = [sys.executable, "-X", "utf8=0", "-c", program, here, str(target)]
    subprocess.run(run, check=True, env={"LC_ALL": "zh_CN.GBK", "PYTHONCOERCECLOCALE": "0", "PATH": "/usr/bin"})
    assert target.read_bytes().decode("utf-8") == to_html(explorer_graphs.town())


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(OutputError, match="missing"):
        to_html(explorer_graphs.town(), tmp_path / "missing" / "page.html")


def test_a_notebook_gets_a_frame_whose_text_is_escaped():
    frame = show(explorer_graphs.town()).data
    inside = frame.split('srcdoc="')[1]
    assert "allow-same-origin" not in frame
    assert inside.count('"') == 1
