"""A site as a browser sees it: its pages, where their links lead, and what can be read of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urldefrag

from serang_plan.operations.files.loading import open_plan
from serang_plan.operations.public_site import site_files
from serang_plan.operations.reporting.report import Stamp
from serang_plan.operations.typed_day import day_behind
from tests.conftest import ROOT

STAMP = Stamp("0123456789abcdef0123456789abcdef01234567", modified=False, version="1.2.3")
SITES = {
    "serang": (str(ROOT / "data"), "2026-11-26"),
    "serang-2020": (str(ROOT / "data"), "2020-03-10"),
    "contoh": (str(ROOT / "src" / "serang_plan" / "example"), "2026-06-30"),
}


@cache
def written(name: str) -> Mapping[str, bytes]:
    """Return the files of a site, by their paths."""
    folder, day = SITES[name]
    return dict(site_files(open_plan(folder, day_behind("", day)), STAMP))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.append((tag, named))
        self.links += [named["href"] or ""] if tag in ("a", "link") and "href" in named else []
        self.ids += [named["id"] or ""] if "id" in named else []


class WebPage:
    """One page: what it names, and where its links lead."""

    def __init__(self, path: str, content: bytes) -> None:
        reader = _Reader()
        reader.feed(content.decode())
        self.path, self.ids, self.tags = path, reader.ids, reader.tags
        self.outside = [link for link in reader.links if "://" in link]
        self.links = [self._target(link) for link in reader.links if "://" not in link]
        """The path and the anchor of each link."""

    def _target(self, link: str) -> tuple[str, str]:
        address, anchor = urldefrag(link)
        return normpath(join(dirname(self.path), unquote(address))) if address else self.path, anchor


@cache
def pages(name: str) -> Mapping[str, WebPage]:
    """Return the pages of a site, by their paths."""
    files = written(name).items()
    return {path: WebPage(path, content) for path, content in files if path.endswith(".html")}


def clicks_from(name: str, start: str) -> Mapping[str, int]:
    """Return how many clicks away each page is."""
    away, now = {start: 0}, [start]
    while now:
        ahead = [target for path in now for target, _ in pages(name)[path].links if target.endswith(".html")]
        now = [path for path in dict.fromkeys(ahead) if path not in away]
        away |= dict.fromkeys(now, max(away.values()) + 1)
    return away


def texts(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Give what can be read in each file, in workbooks too."""
    for path, content in files.items():
        if path.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(content)) as book:
                content = b"\n".join(map(book.read, book.namelist()))
        yield path, content.decode(errors="replace")
