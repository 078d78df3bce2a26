"""The public site in a real browser: for everybody, with a keyboard alone, and without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.readers.browser import CHROMIUM, Browser, chromium
from tests.readers.site import pages, written
from tests.sampling import sample

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")

PHONE, LAPTOP = (360, 740), (1280, 800)
WORLDS = ("serang", "contoh")
PATHS = {
    "beranda": "id/index.html",
    "start": "en/index.html",
    "daftar": "id/sumber/index.html",
    "mutu": "id/mutu.html",
    "unduhan": "en/unduhan.html",
    "pintu": "index.html",
}


def of_every_kind(name: str) -> dict[str, str]:
    """Return a page of every kind: of each folder the longest."""
    longest: dict[str, str] = {}
    for path in sorted(pages(name), key=lambda path: len(written(name)[path])):
        if path.startswith("id/") and path.count("/") == 2 and not path.endswith("index.html"):
            longest[path.split("/")[1]] = path
    return {**PATHS, **longest}


KINDS = [
    *(("serang", kind) for kind in of_every_kind("serang")),
    *sample([("contoh", kind) for kind in of_every_kind("contoh")], 4),
]


@pytest.fixture(name="browser", scope="module")
def browser_fixture() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(name="folders", scope="module")
def folders_fixture(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folders = {name: tmp_path_factory.mktemp(name) for name in WORLDS}
    for name, folder in folders.items():
        for path, content in written(name).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    return folders


@pytest.mark.parametrize(("name", "kind"), sample(KINDS, 8))
def test_a_page_of_every_kind_is_readable_for_everybody_on_every_screen(
    name: str, kind: str, browser: Browser, folders: dict[str, Path]
) -> None:
    path = folders[name] / of_every_kind(name)[kind]
    for width, height in (PHONE, LAPTOP):
        browser.open(path, width, height)
        assert browser.evaluate("document.documentElement.scrollWidth <= innerWidth")
    told = [f"{told.what} {told.about}" for told in browser.told if folders[name].as_uri() not in told.about]

    assert browser.axe() == []
    assert told == []
    assert browser.evaluate("getComputedStyle(document.body).maxWidth") != "none", (
        "the style sheet is not used"
    )


def focused(browser: Browser) -> str:
    """Return where the link leads that the keyboard is on."""
    return str(browser.evaluate("document.activeElement.getAttribute('href') || ''"))


def tab_to(browser: Browser, ending: str) -> None:
    """Go on with the tab key until the keyboard is on a link that leads there."""
    for _ in range(400):
        browser.press("Tab")
        if focused(browser).endswith(ending):
            return
    pytest.fail(f"no link to {ending} can be reached with the keyboard")


def test_the_keyboard_alone_leads_from_a_verdict_to_its_source(
    browser: Browser, folders: dict[str, Path]
) -> None:
    browser.open(folders["serang"] / "id/index.html", *LAPTOP)
    browser.press("Tab")
    assert focused(browser) == "#isi"
    browser.press("Enter")
    tab_to(browser, "indikator/M02.html")
    browser.press("Enter")
    assert browser.evaluate("location.pathname").endswith("/id/indikator/M02.html")
    tab_to(browser, "sumber/S100.html")
    browser.press("Enter")

    assert browser.evaluate("location.pathname").endswith("/id/sumber/S100.html")
    assert "M02" in browser.evaluate("document.querySelector('main').innerText")


def test_the_focus_can_be_seen_and_the_menu_is_left_out_on_paper(
    browser: Browser, folders: dict[str, Path]
) -> None:
    browser.open(folders["serang"] / "id/index.html", *LAPTOP)
    browser.press("Tab")
    seen = browser.evaluate(
        "(({left, width}) => left >= 0 && width > 0)(document.activeElement.getBoundingClientRect())"
    )
    browser.emulate_media("print")
    printed = browser.evaluate("getComputedStyle(document.querySelector('nav')).display")
    browser.emulate_media("")

    assert seen
    assert printed == "none"
