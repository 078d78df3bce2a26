"""Words that every format says alike: the marks of notes, a place to fill in, a row of a stacked chart."""

from __future__ import annotations

from serang_plan.page import Cell, Part, Stack
from serang_plan.wording import Text

FILL_IN = "……………………"
"""Where somebody writes by hand."""

PAGE, OF_PAGES = Text("Halaman", "Page"), Text("dari", "of")
"""`Halaman 1 dari 3`: the numbers are filled in where the pages are known."""


def with_marks(text: str, marks: tuple[str, ...]) -> str:
    """Write a text with the marks of its notes behind it: `12% [3][7]`."""
    return f"{text} {''.join(marks)}" if marks else text


def cell_text(cell: Cell) -> str:
    """Return what a cell says, with the marks of its notes."""
    return with_marks(cell.text, cell.marks)


def stack_in_words(stack: Stack, parts: tuple[Part, ...]) -> str:
    """Say what a row of a stacked chart shows: `3 terpenuhi, 1 belum`."""
    counted = zip(stack.counts, parts, strict=True)
    return ", ".join(f"{count} {part.label}" for count, part in counted if count)
