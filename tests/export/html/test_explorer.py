"""The page in a browser: found, read, explored, shared, by mouse and by keyboard."""

from __future__ import annotations

import csv
import io
import json
from importlib.resources import files

import explorer_graphs
import pytest

from kg.export.html import show


def find(page, query: str) -> None:
    page.fill("#search", query)
    page.wait_for_selector("#search-list .hit")
    page.press("#search", "Enter")


def exported(page, kind: str) -> bytes:
    page.click("#export")
    with page.expect_download() as waiting:
        page.click(f"[data-format={kind}]")
    return waiting.value.path().read_bytes()


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("水务局", "云泽县水务局"),
        ("县水务局", "云泽县水务局"),
        ("yzxswj", "云泽县水务局"),
        ("yunze", "云泽县"),
        ("shanbaizhou", "单柏舟"),  # 单 is Shan as a surname
        ("danbz", "单柏舟"),
        ("云水〔2022〕7号", "《云泽县河道管理办法》"),
        ("4月8日", "全县治水工作会议"),
        ("img src", explorer_graphs.HOSTILE),
    ],
)
def test_search(visit, small_page, query, name):
    page = visit(small_page)
    page.fill("#search", query)
    assert page.locator("#search-list .hit .grow").first.inner_text() == name


def test_the_keyboard_alone_leads_from_search_to_citation(visit, small_page):
    page = visit(small_page)
    page.keyboard.press("/")
    page.keyboard.type("sbz")
    page.keyboard.press("Enter")
    assert page.locator("#card h2").inner_text() == "单柏舟"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "fold":
            break
    page.keyboard.press("Enter")
    while page.evaluate("document.activeElement.className") != "cite":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("body[data-copied]")
    copied = page.evaluate("document.body.dataset.copied")
    assert copied == (
        "“云泽县水务局局长单柏舟出席全县治水工作会议。” —— "
        "《云泽县召开治水会议》，云泽县水务局，2022-04-08，news/0.txt:3"
    )


def test_evidence_marks_both_ends(visit, small_page):
    page = visit(small_page)
    find(page, "sbz")
    page.locator("#card .fold").first.click()
    assert page.locator("#card mark").all_inner_texts() == ["云泽县水务局", "单柏舟"]
    assert "第 3 行" in page.locator("figcaption").inner_text()


def test_doubt_is_marked(visit, small_page):
    page = visit(small_page)
    find(page, "全县治水")
    assert "存疑 0.40" in page.locator("#card").inner_text()
    page.fill("#search", "副县长")
    page.press("#search", "Enter")
    assert "可能是" in page.locator("#card .doubts").inner_text()
    assert "同名者" in page.locator("#card .doubts").inner_text()


def test_hide_undo_redo(visit, small_page):
    page = visit(small_page)
    before = page.locator("#status").inner_text()
    find(page, "sbz")
    page.get_by_role("button", name="隐藏", exact=True).click()
    hidden = page.locator("#status").inner_text()
    page.keyboard.press("Control+z")
    undone = page.locator("#status").inner_text()
    page.keyboard.press("Control+Shift+z")
    assert hidden != undone == before
    assert page.locator("#status").inner_text() == hidden


def test_path_prefers_what_is_stated_and_shows_it(visit, small_page):
    page = visit(small_page)
    page.click("#path-open")
    page.fill("#path-from", "单柏舟")
    page.press("#path-from", "Enter")
    page.fill("#path-to", "广东省")
    page.press("#path-to", "Enter")
    assert "单柏舟 与 广东省 的联系" in page.locator("#card h2").inner_text()
    assert page.locator("#card .row").count() == 3
    assert page.locator("#card blockquote").count() == 3


def test_filters_count_and_narrow(visit, small_page):
    page = visit(small_page)
    page.click("#filter-PLACE")
    assert "filter=" in page.url
    page.select_option("#views", "table")
    assert "地点" not in page.locator("tbody").inner_text()
    page.click("#reset-filters")
    page.select_option("#filter-province", "44")
    assert "云泽县水务局" in page.locator("tbody").inner_text()
    page.click("#reset-filters")
    page.locator("[data-month='2022-05']").click()
    assert "全县治水工作会议" not in page.locator("tbody").inner_text()


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ("table", "云泽县水务局"),
        ("timeline", "2022-04"),
        ("agencies", "云泽县水务局"),
        ("places", "云泽县"),
        ("map", "广东"),
    ],
)
def test_views(visit, small_page, view, expected):
    page = visit(small_page)
    page.select_option("#views", view)
    assert expected in page.locator("#view").text_content()
    page.select_option("#views", "graph")
    assert page.locator("#canvas canvas").is_visible()


def test_a_deep_link_survives_reload(visit, small_page):
    page = visit(small_page)
    find(page, "sbz")
    page.click("#filter-DOCUMENT")
    page.select_option("#views", "timeline")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.locator("#card h2").inner_text() == "单柏舟"
    assert not page.is_checked("#filter-DOCUMENT")
    assert page.input_value("#views") == "timeline"


def test_posts_are_bars_in_time_that_open_their_evidence(visit, small_page):
    page = visit(small_page)
    page.select_option("#views", "timeline")
    bars = page.locator("button.post-bar")
    assert {bar.get_attribute("aria-label") for bar in bars.all()} == {
        "单柏舟 局长 · 现任 云泽县水务局 2022-04-08",
        "全县治水工作会议 2022-04-08",
    }
    page.click("button.post-bar[aria-label^=单柏舟]")
    assert "云泽县水务局局长单柏舟出席全县治水工作会议。" in page.locator("#card").inner_text()
    page.click("button.post-bar[aria-label^=全县]")
    assert page.locator("#card h2").inner_text() == "全县治水工作会议"


@pytest.mark.parametrize(
    ("date", "taken"), [("2022-04", True), ("2022", True), ("2022-99", False), ("2022-04-40", False)]
)
def test_only_dates_that_exist_filter(visit, small_page, date, taken):
    page = visit(small_page)
    page.fill("#date-from", date)
    page.press("#date-from", "Tab")
    assert (f"%22{date}%22" in page.evaluate("location.hash")) is taken


def test_one_line_for_all_that_somebody_did_at_a_meeting(visit, small_page):
    page = visit(small_page)
    find(page, "全县治水工作会议")
    rows = page.locator("#card .row", has_text="单柏舟").filter(has_text="讲话")
    assert rows.count() == 1
    assert "讲话 · 主持" in rows.first.inner_text()
    rows.first.locator(".fold").click()
    assert rows.first.locator("blockquote").count() >= 2


@pytest.mark.parametrize(
    ("typed", "kept"), [("2022-05", True), ("2022", True), ("2022-05-06", True), ("May 2022", False), ("22", False)]
)
def test_a_date_is_a_year_a_month_or_a_day(visit, small_page, typed, kept):
    page = visit(small_page)
    page.fill("#date-from", typed)
    page.press("#date-from", "Enter")
    assert (typed in page.url) is kept


@pytest.mark.parametrize(
    "anchor", ["#filter={", "#filter=[1]", "#node=x&edge=99&path=a~b&view=no", "#filter=null&show=..."]
)
def test_a_broken_link_opens_the_page(visit, small_page, anchor):
    assert visit(small_page, anchor).locator("#card h2").inner_text() == "从这里开始"


def test_exports(visit, small_page):
    page = visit(small_page)
    rows = list(csv.reader(io.StringIO(exported(page, "csv").decode("utf-8-sig"))))
    assert rows[0][0] == "from"
    assert len(rows) == 13
    assert any(row[0] == "'" + explorer_graphs.FORMULA for row in rows)
    table = list(csv.reader(io.StringIO(exported(page, "table").decode("utf-8-sig"))))
    assert table[0][:3] == ["名称", "类型", "类别"]
    assert len(table) == 13
    assert any(row[0] == "'" + explorer_graphs.FORMULA for row in table)
    assert len(json.loads(exported(page, "json"))["nodes"]) == 12
    assert exported(page, "png")[:8] == b"\x89PNG\r\n\x1a\n"
    assert "云泽县水务局" in exported(page, "svg").decode()


def test_languages_and_themes(visit, small_page):
    page = visit(small_page)
    page.click("#language")
    assert page.locator("html").get_attribute("lang") == "en"
    assert "Start here" in page.locator("#card").inner_text()
    page.click("#theme")
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_every_word_is_in_both_languages():
    words = json.loads((files("kg.export.html") / "page" / "i18n.json").read_text("utf-8"))
    assert all(len(pair) == 2 and all(pair) for pair in words.values())


def test_hostile_names_stay_text(visit, small_page):
    page = visit(small_page)
    find(page, "img src")
    assert page.locator("#card h2").inner_text() == explorer_graphs.HOSTILE
    assert page.locator("img").count() == 0
    assert "broken" not in page.title()


def axe(page) -> list[str]:
    source = (files("axe_core_python") / "axe.min.js").read_text("utf-8")
    page.evaluate(source + "; undefined")
    found = page.evaluate("axe.run(document)")["violations"]
    return [f"{one['id']}: {one['nodes'][0]['target']} {one['nodes'][0]['failureSummary']}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["graph", "table", "timeline", "agencies", "map"])
def test_axe_finds_nothing(visit, small_page, scheme, view):
    pytest.importorskip("axe_core_python")
    page = visit(small_page, color_scheme=scheme)
    assert axe(page) == []
    find(page, "sbz")
    page.select_option("#views", view)
    page.locator("#card .fold").first.click()
    page.click("#path-open")
    assert axe(page) == []


def test_on_a_phone_the_card_is_read(visit, small_page):
    page = visit(small_page, viewport={"width": 390, "height": 844})
    find(page, "sbz")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    name, header = page.locator("#card h2").bounding_box(), page.locator("#top").bounding_box()
    assert name["y"] >= header["y"] + header["height"]
    page.locator("#card .fold").first.click()
    assert page.locator("#card blockquote").first.is_visible()


def test_a_notebook_frame_opens(visit, folder, small_page):
    path = folder / "notebook.html"
    path.write_text(f"<!DOCTYPE html><body data-ready=1>{show(explorer_graphs.town()).data}", "utf-8")
    frame = visit(path).frame_locator("iframe")
    frame.locator("body[data-ready]").wait_for()
    frame.locator("#search").fill("sbz")
    frame.locator("#search").press("Enter")
    assert frame.locator("#card h2").inner_text() == "单柏舟"


def test_twenty_thousand_nodes_open_and_expand(visit, written):
    path = written("twenty_thousand", lambda: explorer_graphs.large(20_000))
    assert path.stat().st_size < 10_000_000
    page = visit(path)
    find(page, "shuiwu")
    shown = page.locator("#status").inner_text()
    page.locator("#card .primary").click()
    assert page.locator("#status").inner_text() != shown


SHOWN = "[...modules.state.state.shown.keys()].map((node) => node.name)"


def test_two_steps_around_a_node_and_no_third(visit, small_page):
    page = visit(small_page)
    find(page, "sbz")
    page.click("#card button:has-text('2 步以内')")
    shown = set(page.evaluate(SHOWN))
    assert {"单柏舟", "云泽县水务局", "全县治水工作会议", "云泽县", "云泽县人民政府"} <= shown
    assert "广东省" not in shown


def test_a_pinned_node_stays_when_others_go(visit, small_page):
    page = visit(small_page)
    find(page, "sbz")
    page.click("#card button:has-text('固定')")
    find(page, "广东省")
    page.click("#card button:has-text('只看周围')")
    assert "单柏舟" in page.evaluate(SHOWN)
    find(page, "sbz")
    page.click("#card button:has-text('取消固定')")
    find(page, "广东省")
    page.click("#card button:has-text('只看周围')")
    assert "单柏舟" not in page.evaluate(SHOWN)


def test_hubs_are_dim_until_the_switch_is_off(visit, written):
    page = visit(written("crowd", lambda: explorer_graphs.large(300)))
    hub = page.evaluate("[...modules.state.state.shown.keys()].find((node) => node.hub).i")
    opacity = f"modules.graph.network().body.data.nodes.get({hub}).opacity"
    assert page.evaluate(opacity) < 0.5
    page.uncheck("#filter-hubs")
    assert page.evaluate(opacity) == 1
