"""Make the picture of the page that opens the README: docs/page.png.

    python scripts/picture.py [INPUT…]

Takes folders or files of articles (the packaged sample when there are none) and needs Playwright and a
Chromium or Chrome that is there (or KG_CHROMIUM).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "export" / "html"))

import conftest  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

import kg  # noqa: E402


def main(inputs: list[str]) -> None:
    """Build the graph, open its page, choose the newest meeting and take the picture."""
    graph = kg.build(inputs or [kg.sample()])
    with sync_playwright() as started, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.html"
        kg.to_html(graph, path)
        browser = started.chromium.launch(executable_path=conftest.find_browser(), args=conftest.FLAGS)
        page = browser.new_page(viewport={"width": 1366, "height": 768}, locale="zh-CN", reduced_motion="reduce")
        page.goto(path.as_uri())
        page.wait_for_selector("body[data-ready]")
        page.locator("#card .starts .EVENT").first.click()
        page.get_by_role("button", name="2 步以内").click()
        page.locator("#card .fold").first.click()
        page.wait_for_timeout(300)
        page.screenshot(path=ROOT / "docs" / "page.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
