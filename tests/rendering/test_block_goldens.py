"""Every kind of block in every format of text, as it was read before; `SERANG_PLAN_ACCEPT=1` writes."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import unified_diff
from typing import get_args

import pytest

from serang_plan.page import Block, Page
from serang_plan.rendering.formats import PAGE_FORMATS
from serang_plan.rendering.screen import terminal
from serang_plan.rendering.text import markdown, whatsapp
from serang_plan.rendering.text import plain as plain_lines
from serang_plan.rendering.web import html
from serang_plan.wording import LANGS
from tests.readers.gallery import gallery
from tests.readers.golden import GOLDEN, accepted

BLOCKS = GOLDEN / "blocks"
WAYS: dict[str, Callable[[Page], str]] = {
    "terminal-80.txt": lambda page: terminal.render(page, 80),
    "terminal-120.txt": lambda page: terminal.render(page, 120),
    "terminal-ascii.txt": lambda page: terminal.render(page, 60, unicode=False),
    "terminal-colour.txt": lambda page: terminal.render(page, 80, colour=True).replace("\x1b[", "⟨"),
    "markdown.md": markdown.render,
    "whatsapp.txt": whatsapp.render,
    "plain.txt": plain_lines.render,
    "html.html": lambda page: re.sub(
        r"<style>.*?</style>", "<style>…</style>", html.render(page), flags=re.S
    ),
}


@pytest.mark.parametrize("name", WAYS)
def test_every_block_reads_as_it_was_read_before(name: str) -> None:
    """A letter in Indonesian, and what is different on a plain page in English."""
    letter, plain = (WAYS[name](gallery(lang)).splitlines() for lang in LANGS)
    said = "\n".join([*letter, *unified_diff(letter, plain, "id", "en", n=0, lineterm=""), ""])

    assert said == accepted(BLOCKS / name, said)


def test_the_page_has_every_kind_of_block() -> None:
    assert {type(block) for block in gallery("id").blocks} == set(get_args(Block))


def test_every_format_of_text_has_its_golden() -> None:
    drawn = {name for name, form in PAGE_FORMATS.items() if form.draws == "page" and not form.binary}

    assert {name.partition(".")[0].partition("-")[0] for name in WAYS} == drawn
    assert {path.name for path in BLOCKS.iterdir()} == WAYS.keys()
