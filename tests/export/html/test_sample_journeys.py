"""The same ways through the page over the packaged sample, whatever its articles say."""

from __future__ import annotations

import pytest

import kg


@pytest.fixture
def page(visit, written):
    return visit(written("sample", lambda: kg.build([kg.sample()])))


def start_with(page, heading: str) -> str:
    part = page.locator("#card section").filter(has=page.locator("h3", has_text=heading)).first
    name = part.locator(".node").first
    text = name.inner_text()
    name.click()
    return text


@pytest.mark.parametrize("heading", ["报道最多的官员", "报道最多的机构", "重要文件", "地点", "会议", "最新文章"])
def test_each_starting_point_leads_to_a_sentence(page, heading):
    name = start_with(page, heading)
    assert page.locator("#card h2").inner_text() == name
    page.locator("#card .fold").first.click()
    assert page.locator("#card blockquote").first.inner_text()
    page.locator("#card .cite").first.click()
    page.wait_for_selector("body[data-copied^=“]")


def test_two_agencies_are_connected_or_said_not_to_be(page):
    names = page.locator("#card section").nth(1).locator(".node").all_inner_texts()
    page.click("#path-open")
    for field, name in zip(("path-from", "path-to"), names, strict=False):
        page.fill(f"#{field}", name)
        page.press(f"#{field}", "Enter")
    found = "的联系" in page.locator("#card h2").inner_text()
    assert found or page.locator("#pathbox .facts").inner_text()


@pytest.mark.parametrize("view", ["table", "timeline", "agencies", "places", "map"])
def test_every_view_has_something_to_show(page, view):
    page.select_option("#views", view)
    assert page.locator("#view .empty").count() == 0
