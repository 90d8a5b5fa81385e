"""Measure the page at several sizes in the Chromium that is there, beside pyvis as it is.

    python benchmarks/page.py [--pyvis] [SIZES…]

Prints, for each number of nodes (four edges a node): seconds to write, megabytes, milliseconds until the
page can be used, of a search, of expanding a node, frames a second while panning, megabytes of heap.
`--pyvis` opens plain pyvis pages of 300 and 1,000 nodes too and says after how long they are drawn.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "export" / "html"))

import conftest
import explorer_graphs
from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from kg.export.html import to_html

SIZES = (300, 5_000, 20_000, 100_000)
PAN = """() => new Promise((done) => {
  const network = modules.graph.network(); let frames = 0; const began = performance.now();
  const step = () => {
    frames += 1;
    network.moveTo({ offset: { x: frames % 40 - 20, y: 3 } });
    if (performance.now() - began < 2000) requestAnimationFrame(step);
    else done(frames / 2);
  };
  requestAnimationFrame(step);
})"""
EXPAND = """() => {
  const { state } = modules.state; const node = [...state.shown.keys()].find((one) => one.edges.length > 8);
  const began = performance.now(); modules.actions.expand(node); return performance.now() - began;
}"""
SEARCH = """() => Math.max(...['shuiwu', 'jh', '江河', '水务教育', 'mzb', '99'].map((query) => {
  const began = performance.now(); modules.search.search(query); return performance.now() - began;
}))"""


def measure(browser: Browser, size: int, folder: Path) -> list[float]:
    graph = explorer_graphs.large(size)
    path = folder / f"{size}.html"
    began = time.perf_counter()
    to_html(graph, path)
    written = time.perf_counter() - began
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.goto(path.as_uri())
    page.wait_for_selector("body[data-ready]", timeout=60_000)
    ready = float(page.evaluate("document.body.dataset.ready"))
    page.wait_for_timeout(1500)
    return [written, path.stat().st_size / 1e6, ready, *figures(page)]


def figures(page: Page) -> list[float]:
    found = [page.evaluate(script) for script in (SEARCH, EXPAND, PAN)]
    heap = page.evaluate("performance.memory ? performance.memory.usedJSHeapSize / 1e6 : 0")
    page.close()
    return [*found, heap]


def plain_pyvis(browser: Browser, size: int, folder: Path) -> float:
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    graph = explorer_graphs.large(size)
    for node, values in graph.nodes(data=True):
        network.add_node(node, label=values["name"])
    for start, end in graph.edges():
        network.add_edge(start, end)
    path = folder / f"pyvis{size}.html"
    path.write_text(network.generate_html(), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.route(lambda url: url.startswith("http"), lambda route: route.abort())
    began = time.perf_counter()
    page.goto(path.as_uri(), wait_until="commit")
    bar = "document.getElementById('loadingBar')?.style"
    done = f"{bar}?.opacity === '0' || {bar}?.display === 'none'"
    try:
        page.wait_for_function(done, timeout=120_000)
        return time.perf_counter() - began
    except TimeoutError:
        return float("inf")
    finally:
        page.close()


def main(arguments: list[str]) -> None:
    sizes = [int(one) for one in arguments if one.isdigit()] or list(SIZES)
    with sync_playwright() as started, tempfile.TemporaryDirectory() as name:
        browser = started.chromium.launch(executable_path=conftest.find_browser(), args=conftest.FLAGS)
        print("nodes  write_s  MB  ready_ms  search_ms  expand_ms  pan_fps  heap_MB")
        for size in sizes:
            print(size, *(f"{value:.1f}" for value in measure(browser, size, Path(name))), flush=True)
        if "--pyvis" in arguments:
            for size in (300, 1_000):
                print(f"pyvis {size}: drawn after {plain_pyvis(browser, size, Path(name)):.1f} s", flush=True)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
