"""A page for the terminal: as wide as it is, coloured if it can be, readable without colour."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple, assert_never

from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text as Line

from serang_plan.page import (
    Bars,
    Block,
    Callout,
    Cell,
    Checklist,
    Code,
    Column,
    Heading,
    Items,
    KeyFigures,
    Notes,
    Page,
    Paragraph,
    Table,
    Tone,
)
from serang_plan.wording import visible

STYLES: dict[Tone, str] = {
    "plain": "",
    "good": "green",
    "bad": "red",
    "unknown": "yellow",
    "claimed": "magenta",
    "contradicted": "bold red",
    "warn": "yellow",
    "muted": "dim",
}
_BAR_CELLS = {"good": "█", "bad": "▓", "unknown": "░", "claimed": "▒", "contradicted": "▚"}
_BAR_WIDTH = 32
_COMFORTABLE = 40
"""A column that wraps is not asked to give way to others below this width."""
_ASCII = str.maketrans(
    {"✓": "v", "✗": "x", "≥": ">=", "≤": "<=", "–": "-", "†": "*", "‡": "**", "█": "#", "▓": "=", "░": ".", "▒": "-",
     "▚": "!", "→": "->", "…": "...", "─": "-", "☐": "[ ]", "☑": "[x]", "·": "-", "•": "-"}
)  # fmt: skip


def render(page: Page, width: int | None, *, colour: bool, unicode: bool = True) -> str:
    """Draw a page `width` cells wide; with None as wide as it needs, nothing cut."""
    drawing = _Drawing(width, colour)
    drawing.title(page)
    for block in page.blocks:
        drawing.block(block)
    if page.stamp:
        drawing.line(Line(visible(page.stamp), style="dim"))
    text = drawing.text()
    return text if unicode else text.translate(_ASCII)


class _Drawing:
    def __init__(self, width: int | None, colour: bool) -> None:
        self._width = width
        self._out = io.StringIO()
        self._console = Console(
            file=self._out,
            width=width or 100_000,
            force_terminal=colour,
            color_system="standard" if colour else None,
            no_color=not colour,
            emoji=False,
            markup=False,
            highlight=False,
            legacy_windows=False,
            _environ={},
        )

    def text(self) -> str:
        return "".join(f"{line.rstrip()}\n" for line in self._out.getvalue().split("\n")).rstrip("\n") + "\n"

    def line(self, line: Line) -> None:
        self._console.print(line, soft_wrap=self._width is None)

    def _indented(self, line: Line, left: int) -> None:
        self._console.print(Padding(line, (0, 0, 0, left), expand=False))

    def title(self, page: Page) -> None:
        title, subtitle = visible(page.title), visible(page.subtitle)
        room = (self._width or 0) - Line(title).cell_len - Line(subtitle).cell_len
        space = " " * max(2, room) if self._width is None or room >= 2 else "\n"
        self.line(Line.assemble((title, "bold"), space, (subtitle, "dim")))

    def block(self, block: Block) -> None:
        match block:
            case Heading(text, _):
                self.line(Line(f"\n{visible(text)}", style="bold"))
            case Paragraph(text, tone) | Callout(text, tone):
                self.line(Line(visible(text), style=STYLES[tone]))
            case KeyFigures():
                self._figures(block)
            case Table():
                self._table(block)
            case Items():
                self._items(block)
            case Checklist(tasks):
                for task in tasks:
                    self._hanging("☑ " if task.done else "☐ ", task.text, "", "plain")
            case Code(text, _):
                for line in text.splitlines():
                    self.line(Line(f"  {visible(line)}"))
            case Bars():
                self._bars(block)
            case Notes(title, notes):
                self.line(Line(f"\n{visible(title)}", style="bold"))
                for note in notes:
                    self._hanging(f"{note.mark} ", note.text, "", "muted")
            case _:
                assert_never(block)

    # -- counts and bars -------------------------------------------------------------

    def _figures(self, figures: KeyFigures) -> None:
        bar, words = Line(), Line()
        for figure in figures.figures:
            cells = round(figure.value * _BAR_WIDTH / figures.whole) if figures.whole else 0
            bar.append(_BAR_CELLS.get(figure.tone, "█") * cells, style=STYLES[figure.tone])
            words.append(f"{figure.sign} " if figure.sign else "", style=STYLES[figure.tone])
            words.append(f"{figure.value} {visible(figure.label)}", style="bold" if figure.value else "dim")
            words.append("   ")
        self.line(Line.assemble("\n", words))
        self.line(bar)

    def _bars(self, bars: Bars) -> None:
        self.line(Line(f"\n{visible(bars.caption)}", style="bold"))
        widest = max((Line(visible(bar.label)).cell_len for bar in bars.bars), default=0)
        for bar in bars.bars:
            share = min(max(bar.value / bars.whole, 0), 1) if bars.whole else 0
            line = Line(f"{visible(bar.label)} ".ljust(widest + 1))
            line.append("█" * round(share * 24), style=STYLES[bar.tone])
            line.append(f" {visible(bar.words)}")
            self.line(line)

    # -- lists -------------------------------------------------------------------------

    def _items(self, items: Items) -> None:
        for nth, item in enumerate(items.items, 1):
            self._hanging(f"{nth}. " if items.numbered else "", item.text, item.command, item.tone)

    def _hanging(self, head: str, text: str, command: str, tone: Tone) -> None:
        grid = Grid.grid(padding=0)
        grid.add_column(width=len(head) or None, no_wrap=True)
        grid.add_column(overflow="fold")
        body = Line(visible(text), style=STYLES[tone])
        if command:
            body.append(f" → {visible(command)}", style="cyan")
        grid.add_row(Line(head), body) if head else grid.add_row(body)
        self._console.print(grid)

    # -- tables ------------------------------------------------------------------------

    def _table(self, table: Table) -> None:
        rows = [row for group in table.groups for row in group.rows]
        layout = _fit(table.columns, rows, self._width)
        self.line(Line(""))
        self._rows([[Cell(column.title) for column in table.columns]], layout, heading=True)
        for group in table.groups:
            if group.title:
                self.line(Line(visible(group.title).upper(), style="bold"))
            self._rows(group.rows, layout)

    def _rows(self, rows: Sequence[Sequence[Cell]], layout: _Layout, *, heading: bool = False) -> None:
        if not layout.below or heading:
            self._grid([[_cell(row[at], heading) for at in layout.kept] for row in rows], layout)
            return
        for row in rows:
            self._grid([[_cell(row[at]) for at in layout.kept]], layout)
            self._below(row, layout)

    def _below(self, row: Sequence[Cell], layout: _Layout) -> None:
        words = Line(" · ").join(
            Line.assemble((f"{title} ", "dim"), _cell(row[at]))
            for at, title in layout.below
            if row[at].text != "–"
        )
        self._console.print(Padding(words, (0, 0, 0, layout.widths[0] + layout.gap), expand=False))

    def _grid(self, rows: list[list[Line]], layout: _Layout) -> None:
        grid = Grid.grid(padding=(0, layout.gap, 0, 0), pad_edge=False)
        for column, width in zip(layout.columns, layout.widths, strict=True):
            grid.add_column(width=width, justify=column.align, overflow="fold")
        for row in rows:
            grid.add_row(*row)
        self._console.print(grid)


def _cell(cell: Cell, heading: bool = False) -> Line:
    return Line(visible(cell.text), style="bold dim" if heading else STYLES[cell.tone])


class _Layout(NamedTuple):
    """Which columns stand side by side, how wide, and which stand below the row."""

    kept: list[int]
    widths: list[int]
    columns: list[Column]
    below: list[tuple[int, str]]
    gap: int


def _fit(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: int | None) -> _Layout:
    """Choose the columns for which there is room; wrapping ones give way at the end."""
    natural = [
        max([Line(column.title).cell_len, *(Line(visible(row[at].text)).cell_len for row in rows)])
        for at, column in enumerate(columns)
    ]
    needed = [
        min(cells, _COMFORTABLE) if column.wrap else cells for cells, column in zip(natural, columns, strict=True)
    ]
    for gap in (2, 1):  # noqa: B007
        kept, below = _side_by_side(columns, needed, width, gap)
        if not below:
            break
    widths = [max(1, natural[at]) for at in kept]
    excess = sum(widths) + gap * (len(kept) - 1) - (width or 100_000)
    for nth, at in enumerate(kept):
        if columns[at].wrap and excess > 0:
            narrower = max(8, widths[nth] - excess)
            excess -= widths[nth] - narrower
            widths[nth] = narrower
    titles = [(at, visible(columns[at].title)) for at in sorted(below)]
    return _Layout(kept, widths, [columns[at] for at in kept], titles, gap)


def _side_by_side(
    columns: Sequence[Column], needed: Sequence[int], width: int | None, gap: int
) -> tuple[list[int], list[int]]:
    kept = list(range(len(columns)))
    below: list[int] = []
    while width is not None and sum(needed[at] + gap for at in kept) - gap > width:
        most = max(kept, key=lambda at: (columns[at].drop, at))
        if not columns[most].drop:
            break
        kept.remove(most)
        if not columns[most].spare:
            below.append(most)
    return kept, below
