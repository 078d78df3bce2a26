"""The pages in Markdown, and what a reader can follow in them: links, headings, words set as code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from serang_plan.wording import Lang, Text
from tests.conftest import ROOT

DOCS = ROOT / "docs"
INDEX = DOCS / "README.md"
TWIN = Text("*English: [{title}]({path})*", "*Bahasa Indonesia: [{title}]({path})*")
NOT_OURS = ("node_modules", "build", "dist")


class Link(NamedTuple):
    """Where a link of a page leads: a file and a heading in it."""

    page: Path
    to: Path
    anchor: str

    def __str__(self) -> str:
        anchor = f"#{self.anchor}" if self.anchor else ""
        return f"{self.page.relative_to(ROOT)} → {self.to}{anchor}"


@cache
def files() -> tuple[Path, ...]:
    """Return the files of the repository, without what tools keep beside them."""
    return tuple(sorted(_below(ROOT)))


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        tools = path.name.startswith(".") and path.name not in (".github", ".ci")
        if path.is_file():
            yield path
        elif not tools and path.name not in NOT_OURS and not path.name.startswith("__"):
            yield from _below(path)


def pages() -> list[Path]:
    """Return all pages in Markdown, without the reports that tests keep."""
    written = [path for path in files() if path.suffix == ".md"]
    return [path for path in written if path.name == "README.md" or not path.is_relative_to(ROOT / "tests")]


@cache
def tokens(page: Path) -> tuple[Token, ...]:
    """Return the page's blocks, and after each of them its words."""
    blocks = MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))
    return tuple(token for block in blocks for token in (block, *(block.children or ())))


def links(page: Path) -> list[Link]:
    """Return the links and pictures that lead to a file of the repository."""
    targets = [
        str(token.attrs.get("href", token.attrs.get("src", "")))
        for token in tokens(page)
        if token.type in ("link_open", "image")
    ]
    return [_link(page, unquote(target)) for target in targets if not re.match(r"\w+:", target)]


def _link(page: Path, target: str) -> Link:
    path, _, anchor = target.partition("#")
    return Link(page, (page.parent / path).resolve() if path else page, anchor)


@cache
def anchors(page: Path) -> frozenset[str]:
    """Return the names of the page's headings as GitHub and GitLab make them."""
    made: list[str] = []
    for token, words in zip(tokens(page), tokens(page)[1:], strict=False):
        if token.type == "heading_open":
            slug = re.sub(r"[^\w\- ]", "", words.content.lower().replace("`", "")).replace(" ", "-")
            made.append(f"{slug}-{made.count(slug)}" if slug in made else slug)
    return frozenset(made)


def code_words(page: Path) -> list[str]:
    """Return what is set as code within sentences and tables."""
    return [token.content for token in tokens(page) if token.type == "code_inline"]


def typed(page: Path) -> list[str]:
    """Return every command line of our program that the page shows."""
    shown = [token.content for token in tokens(page) if token.type == "fence" and token.info == "sh"]
    lines = [line for block in shown for line in block.splitlines()]
    return [line for line in [*lines, *code_words(page)] if line.startswith("serang-plan ")]


def column(page: Path, heading: str = "", nth: int = 0) -> list[str]:
    """Return one column, in Markdown, of the first table below a heading, or of the page."""
    _, _, below = page.read_text(encoding="utf-8").partition(f"\n## {heading}\n" if heading else "\n")
    table = re.search(r"^\|.*\n\|[-: |]+\n((?:\|.*\n)+)", below, re.MULTILINE)
    assert table, f"no table below `{heading}` in {page.name}"
    return [row.split("|")[nth + 1].strip() for row in table[1].splitlines()]


def paired(lang: Lang) -> list[Path]:
    """Return the pages in a language, in the order of the index."""
    found = dict.fromkeys(link.to for link in links(INDEX))
    return [page for page in found if page.parent == DOCS / lang]
