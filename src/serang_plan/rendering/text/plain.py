"""A page for listening and for Braille: a line with its label for everything, nothing drawn, nothing cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from serang_plan.page import (
    Block,
    Callout,
    Cell,
    Chart,
    Checklist,
    Code,
    Facts,
    Fields,
    Heading,
    Item,
    Items,
    KeyFigures,
    Matrix,
    Notes,
    Page,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from serang_plan.rendering.words import cell_text, chart_rows, is_redundant, with_marks
from serang_plan.wording import Lang, Text, escape_invisible

_SECTION = Text("Bagian", "Section")
_TABLE = Text("Tabel", "Table")
_GROUP = Text("Kelompok", "Group")
_CHART = Text("Grafik", "Chart")
_TYPE = Text("Ketik", "Type")
_DONE, _TO_DO = Text("Sudah", "Done"), Text("Belum", "To do")
_BLANK = Text("(kosong, untuk diisi)", "(blank, to be filled in)")
_SIGN = re.compile(r"^[✓✗?~!–] (?=\S)|[✓✗] (?=[^\W\d])")
"""Before a code or a word: what stands beside it says the same."""
_YES, _NO = Text("ya", "yes"), Text("tidak", "no")
_NOTHING = ("", "–", "☐")


def render(page: Page) -> str:
    """Return the page as lines that can be heard one by one."""
    head = (*(page.letterhead or ()), page.title, page.subtitle)
    lines = (*head, *lines_of(page.blocks, page.lang), page.stamp)
    return "".join(f"{_said(line, page.lang)}\n" if line else "\n" for line in _once_empty(lines))


def lines_of(blocks: Iterable[Block], lang: Lang) -> Iterator[str]:
    """Give blocks line by line."""
    for block in blocks:
        yield from _lines(block, lang)


def _said(text: str, lang: Lang) -> str:
    """Write words for signs, and one space for any."""
    signs = {"✓": _YES, "✗": _NO}
    spoken = " ".join(_SIGN.sub("", text).replace(" · ", "; ").split())
    return escape_invisible("".join(signs[sign].for_lang(lang) if sign in signs else sign for sign in spoken))


def _once_empty(lines: Iterable[str]) -> Iterator[str]:
    """Leave no line empty but one before a section."""
    for line in lines:
        if line.startswith("\n"):
            yield ""
        if text := line.strip("\n"):
            yield text


def _lines(block: Block, lang: Lang) -> Iterator[str]:
    if isinstance(block, Chart):
        yield from () if is_redundant(block) else _chart(block, lang)
        return
    match block:
        case Heading(text):
            yield f"\n{_SECTION.for_lang(lang)}: {text}"
        case Paragraph(text, _, marks):
            yield with_marks(text, marks)
        case Callout(text):
            yield text
        case KeyFigures(figures):
            yield "; ".join(f"{figure.value} {figure.label}" for figure in figures)
        case Table():
            yield from _table(block, lang)
        case Items(items, numbered):
            yield from (
                f"{f'{nth}. ' if numbered else ''}{_item(item, lang)}" for nth, item in enumerate(items, 1)
            )
        case Checklist(tasks, rest):
            yield from (f"{(_DONE if task.done else _TO_DO).for_lang(lang)}: {task.text}" for task in tasks)
            yield rest
        case Code(text):
            yield from text.splitlines()
        case Facts(title, facts):
            yield f"\n{title}"
            yield from (f"{fact.label}: {fact.text}" if fact.label else fact.text for fact in facts)
        case Matrix():
            yield from _matrix(block, lang)
        case Fields(rows):
            yield from (f"{name.rstrip('.')}: {text or _BLANK.for_lang(lang)}" for name, text in rows)
        case Signature(above, below):
            yield from (*above, *below)
        case Notes(title, notes):
            yield f"\n{_SECTION.for_lang(lang)}: {title}"
            yield from (f"{note.mark} {note.text}" for note in notes)
        case PageBreak():
            return
        case _:
            assert_never(block)


def _chart(chart: Chart, lang: Lang) -> Iterator[str]:
    yield f"\n{_CHART.for_lang(lang)}: {chart.caption}"
    yield from (f"{label}: {words}" if label else words for label, words in chart_rows(chart))


def _item(item: Item, lang: Lang) -> str:
    text = with_marks(item.text, item.marks)
    command = f"{item.ahead} {item.command}".strip()
    return f"{text.rstrip('.')}. {_TYPE.for_lang(lang)}: {command}" if command else text


def _table(table: Table, lang: Lang) -> Iterator[str]:
    yield f"\n{_TABLE.for_lang(lang)}: {table.caption}"
    for group in table.groups:
        if group.title:
            yield f"{_GROUP.for_lang(lang)}: {group.title}"
        for row in group.rows:
            titles = (column.title for column in table.columns)
            yield "; ".join(
                _labelled(title, cell) for title, cell in zip(titles, row, strict=True) if _says(cell)
            )


def _says(cell: Cell) -> bool:
    return cell.text not in _NOTHING


def _labelled(title: str, cell: Cell) -> str:
    return f"{title}: {_SIGN.sub('', cell_text(cell))}".removeprefix(": ")


def _matrix(matrix: Matrix, lang: Lang) -> Iterator[str]:
    yield f"\n{_TABLE.for_lang(lang)}: {matrix.caption}"
    yield matrix.legend
    for row in matrix.rows:
        cells = "; ".join(f"{matrix.columns[at]}: {cell.text}" for at, cell in row.cells)
        yield f"{matrix.corner} {row.label}; {cells}".strip()
