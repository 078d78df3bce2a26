"""The site that is built from the pages is whole: every link and anchor leads somewhere, and nothing is fetched."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from lxml import html

from tests.conftest import ROOT
from tests.docs.pages import pages

pytestmark = pytest.mark.skipif(find_spec("material") is None, reason="mkdocs-material is not installed")
FETCHED = "//script/@src | //link[not(@rel='canonical')]/@href | //img/@src"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site's folder; `--strict` makes every warning of the generator an error."""
    folder = tmp_path_factory.mktemp("situs")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "-q",
        "-f",
        "docs/mkdocs.yml",
        "-d",
        folder,
    ]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return folder


@cache
def parsed(page: Path) -> html.HtmlElement:
    return html.parse(page).getroot()


@cache
def anchors(page: Path) -> frozenset[str]:
    return frozenset(parsed(page).xpath("//@id | //a/@name"))


def is_ours(link: str) -> bool:
    return not link.startswith(("http://", "https://", "mailto:"))


def test_every_page_of_the_repository_is_on_the_site(site: Path) -> None:
    expected = {page for page in pages() if not page.is_relative_to(ROOT / "tests")}
    names = {page.relative_to(ROOT).as_posix() for page in expected}
    made = {name.replace("README.md", "index.html").replace(".md", ".html") for name in names}

    assert [name for name in sorted(made) if not (site / name).exists()] == []


def test_every_link_leads_to_a_page_and_every_anchor_to_a_heading(site: Path) -> None:
    lost = []
    for page in site.rglob("*.html"):
        for link in filter(is_ours, set(parsed(page).xpath("//a/@href"))):
            path, anchor = urldefrag(unquote(link))
            to = (site / path.lstrip("/") if path.startswith("/") else page.parent / path) if path else page
            to = to / "index.html" if to.is_dir() else to
            if not to.exists() or (anchor and to.suffix == ".html" and anchor not in anchors(to)):
                lost.append(f"{page.relative_to(site)} → {link}")

    assert lost == []


def test_a_page_fetches_nothing_from_elsewhere(site: Path) -> None:
    fetched = {link for page in site.rglob("*.html") for link in parsed(page).xpath(FETCHED)}

    assert [link for link in sorted(fetched) if not is_ours(link)] == []
