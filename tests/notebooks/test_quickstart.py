"""The notebook runs from top to bottom and shows what it promises."""

import base64
import os
from pathlib import Path

import pytest

from kg import analysis
from kg.errors import KgError

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """Run the notebook in an empty folder and give the outputs of its code cells."""
    nbclient = pytest.importorskip("nbclient", reason="nbclient runs the notebook")
    nbformat = pytest.importorskip("nbformat")
    try:
        analysis.chinese_font()
    except KgError as error:
        pytest.skip(str(error))
    notebook = nbformat.read(ROOT / "notebooks" / "quickstart.ipynb", as_version=4)
    folder = tmp_path_factory.mktemp("notebook")
    client = nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}})
    client.execute(env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"})
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]


def shown(outputs, mime):
    return [item.data[mime] for group in outputs for item in group if mime in item.get("data", {})]


def test_it_shows_four_frames_with_rows(outputs):
    frames = [html for html in shown(outputs, "text/html") if "<table" in html and "dataframe" in html]
    assert len(frames) == 4
    assert all(html.count("<tr") > 1 for html in frames)


def test_its_plot_is_a_picture_with_chinese_glyphs(outputs):
    (picture,) = shown(outputs, "image/png")
    assert base64.b64decode(picture).startswith(b"\x89PNG")
    assert not [item.text for group in outputs for item in group if "Glyph" in item.get("text", "")]


def test_the_page_is_inline(outputs):
    (page,) = shown(outputs[-1:], "text/html")
    assert "<iframe" in page
