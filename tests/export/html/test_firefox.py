"""The page in Firefox, driven by Mozilla's own protocol: what people do first works there too."""

from __future__ import annotations

import shutil
import socket
from urllib.parse import unquote

import pytest

BINARY = shutil.which("firefox-esr") or shutil.which("firefox")


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    if BINARY is None:
        pytest.skip("no Firefox: install one (Debian: apt-get install firefox-esr)")
    driver = pytest.importorskip("marionette_driver.marionette")
    preferences = {"intl.accept_languages": "zh-CN", "ui.prefersReducedMotion": 1, "network.proxy.type": 0}
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("firefox") / "gecko.log"
    marionette = driver.Marionette(
        bin=BINARY, port=port, headless=True, prefs=preferences, startup_timeout=120, gecko_log=str(log)
    )
    marionette.start_session()
    yield marionette
    marionette.quit()


@pytest.fixture
def page(firefox, small_page):
    firefox.navigate("about:blank")
    firefox.navigate(small_page.as_uri())
    until(firefox, "return document.body.dataset.ready !== undefined")
    firefox.execute_script(
        "window.wrong = []; addEventListener('error', (event) => wrong.push(event.message))", sandbox=None
    )
    yield firefox
    assert firefox.execute_script("return window.wrong", sandbox=None) == []


def until(firefox, script: str) -> None:
    from marionette_driver import Wait

    Wait(firefox, timeout=20).until(lambda it: it.execute_script(script))


def one(firefox, selector: str):
    until(firefox, f"return document.querySelector({selector!r}) !== null")
    return firefox.find_element("css selector", selector)


def test_search_card_and_evidence(page):
    one(page, "#search").send_keys("sbz")
    one(page, "#search-list .hit").click()
    assert one(page, "#card h2").text == "单柏舟"
    one(page, "#card .fold").click()
    assert "云泽县水务局局长单柏舟出席全县治水工作会议。" in one(page, "#card blockquote").text


def test_the_drawing_is_drawn(page):
    drawn = """const canvas = document.querySelector('#canvas canvas'), pen = canvas.getContext('2d');
    return new Set(pen.getImageData(0, 0, canvas.width, canvas.height).data).size"""
    assert page.execute_script(drawn) > 8


@pytest.mark.parametrize("view", ["table", "timeline", "agencies", "places", "map"])
def test_views(page, view):
    page.execute_script(
        "const views = document.querySelector('#views'); views.value = arguments[0];"
        "views.dispatchEvent(new Event('change'))",
        script_args=[view],
    )
    until(page, "return document.querySelector('#view').textContent.length > 20")
    assert one(page, "#view").is_displayed()


def test_a_date_that_does_not_exist_is_refused(page):
    field = one(page, "#date-from")
    field.send_keys("2022-99")
    page.execute_script("document.querySelector('#date-from').dispatchEvent(new Event('change'))")
    assert "2022-99" not in unquote(page.get_url())


def test_nothing_is_asked_of_the_network(page):
    asked = page.execute_script("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert [name for name in asked if name.startswith(("http", "ws"))] == []
