"""What the tests of formats for paper share: a page with every block, and the words that must be found on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from serang_plan.page import (
    Bar,
    Bars,
    Block,
    Callout,
    Cell,
    ChartLine,
    Checklist,
    Code,
    Column,
    Fact,
    Facts,
    Fields,
    Figure,
    Group,
    Heading,
    Interval,
    Item,
    Items,
    KeyFigures,
    LinePoint,
    Lines,
    Matrix,
    MatrixRow,
    Note,
    Notes,
    Page,
    PageBreak,
    Panels,
    Paragraph,
    Signature,
    Stack,
    StackPart,
    Stacks,
    Table,
    Task,
    Timeline,
    TimelineRow,
)
from serang_plan.rendering.charts.palette import LINES
from serang_plan.rendering.paper.column_widths import kept, most_columns
from serang_plan.rendering.words import small_print


def lines_of(text: str) -> Lines:
    """A chart with points of every kind."""
    lines = tuple(
        ChartLine(
            kind,
            text,
            tuple(LinePoint(date(2020 + nth, 6, 30), nth * 2.5, text, text) for nth in (1, 3)),
            text,
        )
        for kind in LINES
    )
    always = ChartLine(
        "threshold", text, tuple(LinePoint(day, 4, text, text) for day in (date.min, date.max))
    )
    return Lines(text, text, (*lines, always), date(2026, 6, 30), text, text)


def every_block(text: str) -> Page:
    """Return a letter that says one text in every place where data can stand."""
    columns = (Column(text), Column("B", "right", drop=1), Column("C", wrap=True))
    many = tuple(Column(f"Kolom {nth}", drop=nth) for nth in range(10))
    marked = Cell(text, "contradicted", ("[1]", "[9]"))
    return Page(
        text,
        text,
        (
            Fields((("Yth.", text), (text, ""))),
            Heading(text, 4),
            Paragraph(text, "claimed", ("[1]", text)),
            Callout(text),
            KeyFigures((Figure(text, 1, "good", "✓"), Figure("y", 2, "bad", "✗")), 3),
            Table(text, columns, (Group(text, ((Cell(text, "bad"), Cell(text), marked),)), Group("", ()))),
            Table("lebar", many, (Group("", (tuple(Cell(text) for _ in many),)),)),
            Items((Item(text, "serang-plan validate", marks=("[1]",)), Item(text)), numbered=True),
            Items((Item(text),)),
            Checklist((Task(text), Task(text, done=True)), text),
            Code(f"{text}\n  {text}", "yaml"),
            Bars(text, (Bar(text, 0.5, text), Bar("2027", 0.2, text, "good", 0.3)), 1.0, (0.7, text)),
            Stacks(text, (StackPart(text, "good", "✓"), StackPart("b", "bad")), (Stack(text, (1, 2)),)),
            lines_of(text),
            Panels(text, (lines_of(text), Lines(text, text, (), date(2026, 6, 30))), text, text),
            Facts(text, (Fact("Nilai", text), Fact("", text, "bad")), "bad"),
            Facts(text, ()),
            Timeline(
                text,
                ("2026", "2027"),
                4,
                (TimelineRow(text, (Interval(1, 9, "planned"),), text),),
                (("now", text),),
                2,
            ),
            Matrix(
                text, text, (text, "M02"), (MatrixRow(text, ((0, Cell(text, "bad")), (1, Cell("P")))),), text
            ),
            Matrix(
                "luas",
                "OPD",
                tuple(f"M{nth:02}" for nth in range(30)),
                (MatrixRow("DLH", ((1, Cell("P")), (20, Cell("D")))),),
                align="right",
            ),
            Signature((text,), (text, "NIP")),
            PageBreak(),
            Notes(text, (Note("[1]", text), Note("[1]", "sekali lagi"))),
        ),
        stamp=text,
        as_of=date(2026, 6, 30),
        letterhead=(text, "Jalan Contoh 1"),
    )


def words_of(page: Page) -> Iterator[str]:
    """Give every text that must be readable on paper; what charts show is in their pictures."""
    yield from (*(page.letterhead or ()), page.title, page.subtitle, page.stamp)
    for block in page.blocks:
        yield from _words(block, most_columns(page))


def _words(block: Block, most: int) -> Iterator[str]:
    match block:
        case Heading(text) | Callout(text):
            yield text
        case Code(text):
            yield from text.splitlines()
        case Paragraph(text, _, marks):
            yield from (text, *marks)
        case KeyFigures(figures):
            for figure in figures:
                yield from (figure.sign, str(figure.value), figure.label)
        case Table():
            yield from _table_words(block, most)
        case Items(items):
            for item in items:
                yield from (item.text, *item.marks)
        case Checklist(tasks, rest):
            yield from (f"{'☑' if task.done else '☐'} {task.text}" for task in tasks)
            yield rest
        case Bars() | Stacks() | Lines() | Panels() | Timeline():
            yield from (block.caption, *small_print(block))
        case Facts(title, facts):
            yield title
            yield from (f"{fact.label} {fact.text}" for fact in facts)
        case Matrix(caption, corner, columns, rows, legend):
            yield from (caption, corner, *columns, legend)
            for row in rows:
                yield from (row.label, *(cell.text for _, cell in row.cells))
        case Fields(rows):
            yield from (f"{name} : {text}" for name, text in rows)
        case Signature(above, below):
            yield from (*above, *below)
        case Notes(title, notes):
            yield title
            yield from (f"{note.mark} {note.text}" for note in notes)
        case PageBreak():
            pass


def _table_words(table: Table, most: int) -> Iterator[str]:
    yield table.caption
    at = kept(table, most)
    yield from (table.columns[one].title for one in at)
    for group in table.groups:
        yield group.title
        for row in group.rows:
            yield from ("".join((row[one].text, *row[one].marks)) for one in at)


def squeezed(text: str) -> str:
    """Return a text without its spaces, which lines on paper may end in."""
    return re.sub(r"\s", "", text)
