"""What people read is in their words: everything that was accepted is looked through."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.readers.golden import GOLDEN
from tests.readers.planners_words import foreign_words

HELP = ("*/*-reference.md", "*/rujukan-*.md", "man/*/*.1")
"""What `help` and `--help` say of every command and every key; tests/docs/test_reference.py holds them to it."""
READ = {
    "reports": [path for path in GOLDEN.rglob("*.*") if path.name != "looks.json"],
    "findings": [
        *(ROOT / "tests" / "formats").glob("*.*.*"),
        *(ROOT / "tests" / "rules").rglob("expected.*"),
    ],
    "rules": [*(ROOT / "docs" / "rules").glob("*.md")],
    "help": [path for pattern in HELP for path in (ROOT / "docs").glob(pattern)],
}


@pytest.mark.parametrize("kind", READ)
def test_nothing_that_people_read_speaks_of_python(kind: str) -> None:
    assert len(READ[kind]) > 5, "they have moved"
    assert {
        named(path): words for path in READ[kind] if (words := foreign_words(path.read_text("utf-8")))
    } == {}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize(
    "text",
    [
        "Traceback (most recent call last):",
        "1 validation error for Indicator",
        "Input should be a valid number",
        "value: str",
        "tidak bisa NoneType",
        "KeyError: 'M01'",
        "<Text object at 0x7f>",
    ],
)
def test_a_word_of_python_is_noticed(text: str) -> None:
    assert foreign_words(text)


@pytest.mark.parametrize("text", ["contradicted by the data", "hapus `!!str`", "a strict reading", "Print"])
def test_a_word_of_the_language_is_none(text: str) -> None:
    assert foreign_words(text) == []
