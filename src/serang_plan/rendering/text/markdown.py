"""A page as Markdown: GFM that also goes cleanly through pandoc; data is text and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from serang_plan.page import (
    Align,
    Bars,
    Block,
    Callout,
    Chart,
    Checklist,
    Code,
    Fact,
    Facts,
    Fields,
    Heading,
    Item,
    Items,
    KeyFigures,
    Lines,
    Matrix,
    Notes,
    Page,
    PageBreak,
    Panels,
    Paragraph,
    Signature,
    Stacks,
    Table,
    Timeline,
)
from serang_plan.rendering.paper.column_widths import MOST_COLUMNS, kept, most_columns, shares
from serang_plan.rendering.tables.column_parts import in_parts
from serang_plan.rendering.words import cell_text, chart_rows, is_redundant, with_marks
from serang_plan.wording import escape_invisible

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~$^&{}]|-(?=-))")
_LIST_MARK = re.compile(r"^(\d*)([-+=.):>](?:\s|$)|[-+=]{2,}|[.)](?=\s|$))")
_LINK = re.compile(r"(?i)(\b(?:https?|ftp|mailto|xmpp)(?=:)|\bwww(?=\.))(.)")
_LINE = "***"
"""A new sheet is a line: GitHub drops what would break the page, pandoc too, and people would read it."""
_PAPER = 36.0
"""The width of a line of text on A4, in ems, as pandoc sets it."""
_DASHES = 76
"""From 72 on pandoc takes the widths of columns from the dashes below their titles."""
_MENTION = re.compile(r"@(?=\w)")


def render(page: Page) -> str:
    """Return the page as Markdown."""
    letterhead = [_lines(page.letterhead), _LINE] if page.letterhead else []
    subtitle, stamp = ([f"*{escaped(text)}*"] if text else [] for text in (page.subtitle, page.stamp))
    parts = [
        *letterhead,
        f"# {escaped(page.title)}",
        *subtitle,
        *drawn(page.blocks, most_columns(page)),
        *stamp,
    ]
    return "\n\n".join(parts) + "\n"


def drawn(blocks: Iterable[Block], most: int = MOST_COLUMNS) -> list[str]:
    """Return blocks that stand on another page, each as Markdown."""
    return [text for block in blocks if (text := _block(block, most))]


def escaped(text: str) -> str:
    """Return text that shows as it was typed: no markup, no link, no mention, no HTML, one line."""
    plain = _MARKUP.sub(r"\\\1", " ".join(escape_invisible(text).split()))
    plain = _LIST_MARK.sub(r"\1\\\2", plain)
    return _MENTION.sub("@\u200b", _LINK.sub(r"\1\\\2", plain))


def _block(block: Block, most: int) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * max(2, level)} {escaped(text)}"
        case Paragraph(text, _, marks):
            return escaped(with_marks(text, marks))
        case Callout(text, _):
            return f"> **{escaped(text)}**"
        case KeyFigures(figures, _):
            return "\n".join(f"- {sign} **{value}** {escaped(label)}" for label, value, _, sign in figures)
        case Table():
            return _table(block, most)
        case Items(items, numbered):
            return "\n".join(_item(item, f"{nth}." if numbered else "-") for nth, item in enumerate(items, 1))
        case Checklist(tasks, rest):
            boxes = [f"- [{'x' if task.done else ' '}] {escaped(task.text)}" for task in tasks]
            return "\n".join([*boxes, f"- {escaped(rest)}"] if rest else boxes)
        case Code(text, language):
            return _fenced(text, language)
        case Bars() | Stacks() | Lines() | Panels() | Timeline():
            return _chart(block)
        case Facts(title, facts, _):
            rows = "\n".join(map(_fact, facts, (*facts[1:], None)))
            return f"**{escaped(title)}**\n\n{rows}" if rows else f"**{escaped(title)}**"
        case Matrix():
            return _matrix(block)
        case Fields(rows=fields):
            return "\n".join(f"- {escaped(name)}: {escaped(text)}".rstrip() for name, text in fields)
        case Signature(above, below):
            return _lines((*above, *below))
        case PageBreak():
            return _LINE
        case Notes(title, notes):
            rows = "\n".join(f"- {escaped(note.mark)} {escaped(note.text)}" for note in notes)
            return f"## {escaped(title)}\n\n{rows}"
        case _:
            assert_never(block)


def _chart(chart: Chart) -> str:
    """Say in words what a chart shows; one that is redundant says nothing new."""
    if is_redundant(chart):
        return ""
    rows = (f"- {_labelled(label, words)}" for label, words in chart_rows(chart))
    return "\n".join([f"**{escaped(chart.caption)}**\n", *rows])


def _labelled(label: str, words: str) -> str:
    return f"{escaped(label)}: {escaped(words)}" if label else escaped(words)


def _lines(lines: tuple[str, ...]) -> str:
    """Write lines that stay apart, everywhere: a backslash ends a line in GFM and in pandoc."""
    return "\\\n".join(map(escaped, lines))


def _fact(fact: Fact, following: Fact | None) -> str:
    """Write a fact; several behind one label become a list of their own."""
    if not fact.label:
        return f"  - {escaped(fact.text)}"
    if following is not None and not following.label:
        return f"- {escaped(fact.label)}:\n  - {escaped(fact.text)}"
    return f"- {escaped(fact.label)}: {escaped(fact.text)}"


def _item(item: Item, mark: str) -> str:
    ahead = f"{escaped(item.ahead)} " if item.ahead else ""
    command = f" → {ahead}`{item.command}`" if item.command else ""
    return f"{mark} {escaped(with_marks(item.text, item.marks))}{command}"


def _fenced(text: str, language: str) -> str:
    fence = "`" * max(3, max((len(run) for run in re.findall(r"`+", text)), default=0) + 1)
    lines = "\n".join(map(escape_invisible, text.rstrip().splitlines()))
    return f"{fence}{language}\n{lines}\n{fence}"


def _table(table: Table, most: int) -> str:
    kept_columns = kept(table, most)
    columns = [table.columns[at] for at in kept_columns]
    rows = [[cell_text(row[at]) for at in kept_columns] for group in table.groups for row in group.rows]
    head = _head([column.title for column in columns], [column.align for column in columns], rows)
    parts = [f"**{escaped(table.caption)}**"]
    for group in table.groups:
        lines = "\n".join([head, *(_row([cell_text(row[at]) for at in kept_columns]) for row in group.rows)])
        parts += [f"### {escaped(group.title)}", lines] if group.title else [lines]
    return "\n\n".join(parts)


def _matrix(matrix: Matrix) -> str:
    parts = [f"**{escaped(matrix.caption)}**"]
    parts += [escaped(matrix.legend)] if matrix.legend else []
    for part in in_parts(matrix, MOST_COLUMNS - 1):
        rows = [[row.label, *(cell.text if cell else "" for cell in row.cells)] for row in part.rows]
        aligns: list[Align] = ["left", *(matrix.align for _ in part.columns)]
        head = _head([matrix.corner, *part.columns], aligns, rows)
        parts.append("\n".join([head, *map(_row, rows)]))
    return "\n\n".join(parts)


def _head(titles: list[str], aligns: list[Align], rows: list[list[str]]) -> str:
    """Write the titles, and below them as many dashes as the columns are wide."""
    texts = [[title, *(row[at] for row in rows)] for at, title in enumerate(titles)]
    widths = [max(3, round(share * _DASHES / _PAPER)) for share in shares(texts, _PAPER)]
    rule = (
        f"{'-' * width}:" if align == "right" else f":{'-' * width}"
        for width, align in zip(widths, aligns, strict=True)
    )
    return f"{_row(titles)}\n|{'|'.join(rule)}|"


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(escaped(cell) for cell in cells) + " |"
