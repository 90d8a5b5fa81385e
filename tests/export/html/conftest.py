"""Open pages in the Chromium or Chrome that is there; nothing is downloaded."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import explorer_graphs
import pytest

from kg.export.html import to_html

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
ADVICE = "no Chromium or Chrome found: install one (Debian: apt-get install chromium) or set KG_CHROMIUM to its path"


def find_browser() -> str | None:
    found = [os.environ.get("KG_CHROMIUM"), *map(shutil.which, NAMES), *filter(os.path.exists, PLACES)]
    return next(filter(None, found), None)


@pytest.fixture(scope="session")
def browser():
    executable = find_browser()
    if executable is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(ADVICE)
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=executable, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture
def visit(browser):
    """Open a file and fail at the end of the test if it asked the network for anything or wrote an error."""
    contexts, wrong = [], []

    def watch(page) -> None:
        page.on("request", lambda asked: asked.url.split(":")[0] in {"http", "https", "ws"} and wrong.append(asked.url))
        page.on("console", lambda line: line.type in {"error", "warning"} and wrong.append(line.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))

    def open_page(path: Path, anchor: str = "", **context):
        settings = {"viewport": {"width": 1366, "height": 768}, "locale": "zh-CN", "reduced_motion": "reduce"}
        opened = browser.new_context(**(settings | {"accept_downloads": True} | context))
        contexts.append(opened)
        page = opened.new_page()
        watch(page)
        page.goto(path.as_uri() + anchor)
        page.wait_for_selector("body[data-ready]")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not wrong


@pytest.fixture(scope="session")
def written(folder):
    """Write the page of a graph once a test run."""

    def write(name: str, make) -> Path:
        path = folder / f"{name}.html"
        if not path.exists():
            to_html(make(), path)
        return path

    return write


@pytest.fixture(scope="session")
def small_page(written) -> Path:
    return written("small", explorer_graphs.town)
