"""Journeys of new users over real articles, each with a picture when KG_PICTURES names a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import kg

SHARED = Path(os.environ.get("KG_SHARED") or Path(__file__).parents[4] / "shared")
SEEDS, DEV = SHARED / "gold" / "seeds", SHARED / "gold" / "dev"


@pytest.fixture(scope="session")
def corpus_page(written):
    if not SEEDS.is_dir():
        pytest.skip("the shared articles are not here (KG_SHARED)")
    return written("corpus", lambda: kg.build([SEEDS, DEV]))


@pytest.fixture(params=["light", "dark"])
def page(visit, corpus_page, request):
    opened = visit(corpus_page, color_scheme=request.param)
    yield opened
    folder = os.environ.get("KG_PICTURES")
    if folder:
        name = request.node.originalname.removeprefix("test_")
        opened.wait_for_timeout(150)
        opened.screenshot(path=Path(folder) / f"{name}-{request.param}.png")


def find(page, query: str, field: str = "search") -> None:
    page.fill(f"#{field}", query)
    page.wait_for_selector(f"#{field}-list .hit")
    page.press(f"#{field}", "Enter")


def heading(page) -> str:
    return page.locator("#card h2").inner_text()


def section(page, title: str):
    return page.locator("#card section").filter(has=page.locator("h3", has_text=title)).first


OVERLAPS = """() => {
  const network = modules.graph.network();
  const boxes = [...modules.state.state.shown.keys()].map((node) => network.getBoundingBox(node.i));
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => meet(a, b))).length;
}"""


def test_01_the_first_sight_overlaps_no_labels(page):
    assert page.evaluate(OVERLAPS) == 0
    assert page.locator("#card .starts").count() >= 5
    assert page.locator("#status").inner_text().startswith("显示 40 /")


def test_02_who_is_wang_aiwen_and_which_sentence_says_so(page):
    find(page, "王爱文")
    posts = section(page, "任职")
    assert "民政部" in posts.inner_text()
    assert "副部长" in posts.inner_text()
    posts.locator(".row", has_text="副部长").locator(".fold").first.click()
    assert "王爱文" in posts.locator("mark").all_inner_texts()[-1]
    posts.locator(".cite").first.click()
    page.wait_for_selector("body[data-copied^=“]")


def test_03_who_else_was_at_the_meeting_of_8_april(page):
    find(page, "4月8日")
    present = section(page, "参会者")
    assert "王爱文" in present.inner_text()
    present.locator(".fold").first.click()
    assert present.locator("blockquote").count() >= 1


def test_04_which_documents_were_issued_in_guangdong(page):
    page.select_option("#filter-province", "44")
    page.select_option("#views", "timeline")
    row = page.locator("#view .row", has_text="发布").first
    row.locator(".fold").click()
    assert row.locator("mark").count() >= 1


def test_05_how_are_an_official_and_the_ministry_connected(page):
    page.click("#path-open")
    find(page, "黄建发", "path-from")
    find(page, "民政部", "path-to")
    assert heading(page) == "黄建发 与 民政部 的联系"
    assert page.locator("#card blockquote").count() >= 2


def test_06_initials_find_the_ministry_and_expanding_shows_more(page):
    find(page, "mzb")
    assert heading(page) == "民政部"
    before = page.locator("#status").inner_text()
    page.locator("#card .primary").click()
    assert page.locator("#status").inner_text() != before


def test_07_only_what_is_around_a_province(page):
    find(page, "浙江省")
    page.get_by_role("button", name="只看周围").click()
    assert "浙江省" in heading(page)


def test_08_which_agencies_belong_to_which(page):
    page.select_option("#views", "agencies")
    assert page.locator(".tree .leaf").count() > 5


def test_09_what_happened_when(page):
    page.select_option("#views", "timeline")
    assert page.locator(".month").count() >= 2


def test_10_which_provinces_are_written_about(page):
    page.select_option("#views", "map")
    page.locator(".tile", has_text="江苏").click()
    page.select_option("#views", "table")
    assert "江苏" in page.locator("tbody").inner_text()


def test_11_read_one_article_and_what_it_says(page):
    find(page, "全国基层政权建设和社区治理工作视频会")
    page.locator("#card .fold").first.click()
    page.locator("figcaption .link").first.click()
    assert section(page, "文中所述").locator(".row").count() >= 3


def test_12_take_the_table_to_a_colleague_by_link(page):
    find(page, "王爱文")
    page.select_option("#views", "table")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert heading(page) == "王爱文"
    assert page.locator("tbody tr").count() > 20
