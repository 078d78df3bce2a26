"""A page for the terminal: as wide as it is, coloured if it can be, readable without colour."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import assert_never

from rich.console import Console
from rich.text import Text as Line

from serang_plan.page import (
    Align,
    Bars,
    Block,
    Callout,
    Cell,
    Chart,
    Checklist,
    Code,
    Column,
    Facts,
    Fields,
    Figure,
    Heading,
    Items,
    KeyFigures,
    Matrix,
    Network,
    Notes,
    Page,
    PageBreak,
    Paragraph,
    Signature,
    Stacks,
    Table,
    Timeline,
    Tone,
)
from serang_plan.rendering.screen.column_fit import Layout, fitted
from serang_plan.rendering.screen.timeline import drawn
from serang_plan.rendering.tables.column_parts import MOST_COLUMNS, ColumnPart, in_parts
from serang_plan.rendering.words import (
    FILL_IN,
    as_one,
    cell_text,
    chart_rows,
    is_redundant,
    stack_in_words,
    with_marks,
)
from serang_plan.wording import escape_invisible

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
_CHART_WIDTH = 24
_INDENT = "  "
_GOAL = "│"
_JOINT = "\ue000"
"""Stands for a space at which a line may not end, while lines are broken."""
_RULE = 60
_ASCII = str.maketrans(
    {"✓": "v", "✗": "x", "≥": ">=", "≤": "<=", "–": "-", "†": "*", "‡": "**", "█": "#", "▓": "=",
     "░": ".", "▒": "-", "▚": "!", "→": "->", "…": "...", "─": "-", "☐": "[ ]", "☑": "[x]", "·": "-",
     "•": "-", "│": "|", "−": "-", "×": "x", "←": "<-", "△": "^", "▽": "v"}
)  # fmt: skip


def render(page: Page, width: int | None = None, *, colour: bool = False, unicode: bool = True) -> str:
    """Draw a page `width` cells wide; with None as wide as it needs, nothing cut."""
    drawing = _TerminalWriter(width, colour)
    drawing.title(page)
    for block in page.blocks:
        drawing.block(block)
    if page.stamp:
        drawing.line(Line(escape_invisible(page.stamp), style="dim"))
    text = drawing.text()
    return text if unicode else text.translate(_ASCII)


class _TerminalWriter:
    def __init__(self, width: int | None, colour: bool) -> None:
        self._width = width
        self._plain = not colour
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
        """Write a line; one that needs neither colour nor wrapping is written as it is, which is faster."""
        if self._plain and (self._width is None or line.cell_len <= self._width):
            self._out.write(f"{line.plain}\n")
        else:
            self._console.print(line, soft_wrap=self._width is None)

    def title(self, page: Page) -> None:
        for line in page.letterhead or ():
            self.line(Line(escape_invisible(line), style="bold"))
        title, subtitle = escape_invisible(page.title), escape_invisible(page.subtitle)
        room = (self._width or 0) - Line(title).cell_len - Line(subtitle).cell_len
        space = " " * max(2, room) if self._width is None or room >= 2 else "\n"
        self.line(Line.assemble((title, "bold"), space, (subtitle, "dim")))

    def block(self, block: Block) -> None:
        match block:
            case Heading(text, _):
                self.line(Line(f"\n{escape_invisible(text)}", style="bold"))
            case Paragraph(text, tone, marks):
                self.line(Line(escape_invisible(with_marks(text, marks)), style=STYLES[tone]))
            case Callout(text, tone):
                self.line(Line(escape_invisible(text), style=STYLES[tone]))
            case KeyFigures():
                self._figures(block)
            case Table():
                self._table(block)
            case Items():
                self._items(block)
            case Checklist(tasks, rest):
                for task in tasks:
                    self._hanging("☑ " if task.done else "☐ ", task.text, "", "plain")
                if rest:
                    self._hanging("  ", rest, "", "muted")
            case Code(text, _):
                for line in text.splitlines():
                    self.line(Line(f"  {escape_invisible(line)}"))
            case Bars() | Stacks() | Network() | Timeline():
                self._chart(block)
            case Facts():
                self._facts(block)
            case Matrix():
                self._matrix(block)
            case Fields(rows):
                self._fields(rows)
            case Signature(above, below):
                for text in ("", *above, "", FILL_IN, *below):
                    self.line(Line(escape_invisible(text)))
            case PageBreak():
                self.line(Line("\n" + "─" * min(self._width or _RULE, _RULE), style="dim"))
            case Notes(title, notes):
                self.line(Line(f"\n{escape_invisible(title)}", style="bold"))
                for note in notes:
                    self._hanging(f"{note.mark} ", note.text, "", "muted")
            case _:
                assert_never(block)

    def _chart(self, chart: Chart) -> None:
        if is_redundant(chart):
            return
        match chart:
            case Bars():
                self._bars(chart)
            case Stacks():
                self._stacks(chart)
            case Network():
                self.line(Line(f"\n{escape_invisible(chart.caption)}", style="bold"))
                for label, words in chart_rows(chart):
                    self._hanging("", f"{label}: {words}", "", "plain")
            case Timeline():
                for lane in drawn(chart, self._width):
                    self.line(lane)
            case _:
                assert_never(chart)

    # -- counts and bars -------------------------------------------------------------

    def _figures(self, figures: KeyFigures) -> None:
        bar, words = Line(), [Line()]
        for figure in figures.figures:
            cells = round(figure.value * _BAR_WIDTH / figures.whole) if figures.whole else 0
            bar.append(_BAR_CELLS.get(figure.tone, "█") * cells, style=STYLES[figure.tone])
            shown = _figure(figure)
            if words[-1] and words[-1].cell_len + 3 + shown.cell_len > (self._width or 100_000):
                words.append(Line())
            words[-1].append("   " if words[-1] else "").append(shown)
        for nth, line in enumerate(words):
            self.line(line if nth else Line.assemble("\n", line))
        self.line(bar)

    def _bars(self, bars: Bars) -> None:
        self.line(Line(f"\n{escape_invisible(bars.caption)}", style="bold"))
        widest = _widest(bar.label for bar in bars.bars)
        full = max((_cells(bar.value + bar.open, bars.whole) for bar in bars.bars), default=0)
        goal = _cells(bars.goal[0], bars.whole) if bars.goal else None
        for bar in bars.bars:
            line = self._beginning(bar.label, widest)
            start = line.cell_len
            cells = _cells(bar.value, bars.whole)
            more = max(0, _cells(bar.value + bar.open, bars.whole) - cells)
            line.append(("▒" if bar.tone == "muted" else "█") * cells, style=STYLES[bar.tone])
            line.append("░" * more, style=STYLES["unknown"])
            line.append(" " * (full - cells - more))
            self._with_words(line if goal is None else _crossed(line, start, goal, full), bar.words)
        self._named(bars)

    def _named(self, bars: Bars) -> None:
        """Say what is drawn: what is open on the bars, and the line across them."""
        words = [f"█ {bars.names[0]}", f"░ {bars.names[1]}"] if bars.names else []
        words += [f"{_GOAL} {bars.goal[1]}"] if bars.goal else []
        for one in ("   ".join(words), bars.remark):
            if one:
                self.line(Line(escape_invisible(one), style="dim"))

    def _stacks(self, stacks: Stacks) -> None:
        self.line(Line(f"\n{escape_invisible(stacks.caption)}", style="bold"))
        widest = _widest(stack.label for stack in stacks.stacks)
        whole = max((sum(stack.counts) for stack in stacks.stacks), default=0)
        full = min(whole, _CHART_WIDTH)
        for stack in stacks.stacks:
            line = self._beginning(stack.label, widest)
            start = line.cell_len
            for count, part in zip(stack.counts, stacks.parts, strict=True):
                cells = round(count * full / whole) if whole else 0
                line.append(_BAR_CELLS.get(part.tone, "█") * cells, style=STYLES[part.tone])
            line.pad_right(full + start - line.cell_len)
            self._with_words(line, stack_in_words(stack, stacks.parts))

    def _beginning(self, label: str, widest: int) -> Line:
        """Begin the line of a bar with its label, or write that above if it would take all the room."""
        if widest + _CHART_WIDTH < (self._width or 100_000):
            return Line(f"{_padded(label, widest)} ")
        self._hanging("", label, "", "plain")
        return Line(_INDENT)

    def _with_words(self, line: Line, words: str) -> None:
        """Write a bar and its words behind it, or below it where there is no room for them."""
        shown, room = Line(escape_invisible(words)), self._width or 100_000
        if line.cell_len + 1 + shown.cell_len <= room:
            self.line(Line.assemble(line, " ", shown))
            return
        self.line(line)
        for folded in self._folded(shown, max(1, room - len(_INDENT))):
            self.line(Line.assemble(_INDENT, folded))

    def _fields(self, rows: tuple[tuple[str, str], ...]) -> None:
        widest = _widest(name for name, _ in rows)
        for name, text in rows:
            self._hanging(f"{_padded(name, widest)} : ", text or FILL_IN, "", "plain")

    def _facts(self, facts: Facts) -> None:
        self.line(Line(f"\n{escape_invisible(facts.title)}", style=_strong(facts.tone)))
        widest = max((Line(escape_invisible(fact.label)).cell_len for fact in facts.facts), default=0)
        for fact in facts.facts:
            head = f"  {escape_invisible(fact.label).ljust(widest)}  "
            for line in self._wrapped(head, escape_invisible(fact.text), STYLES[fact.tone]):
                self.line(line)

    def _wrapped(self, head: str, text: str, style: str) -> Iterator[Line]:
        """Give a text behind its label, its further lines under the first."""
        room = max(20, (self._width or 100_000) - len(head))
        for nth, line in enumerate(self._folded(Line(text, style=style), room)):
            yield Line.assemble((head if nth == 0 else " " * len(head), "dim"), line)

    def _folded(self, text: Line, room: int) -> Sequence[Line]:
        """Return a text in lines of so many cells."""
        if text.cell_len <= room:
            return [text]
        kept = text.copy()
        kept.plain = as_one(text.plain, _JOINT)
        lines = [*kept.wrap(self._console, room)]
        for line in lines:
            line.plain = line.plain.replace(_JOINT, " ")
        return lines

    # -- lists -------------------------------------------------------------------------

    def _items(self, items: Items) -> None:
        for nth, item in enumerate(items.items, 1):
            text = with_marks(item.text, item.marks)
            command = f"{item.ahead} {item.command}".lstrip()
            self._hanging(f"{nth}. " if items.numbered else "", text, command, item.tone)

    def _hanging(self, head: str, text: str, command: str, tone: Tone) -> None:
        room = max(20, (self._width or 100_000) - len(head))
        lines = [*self._folded(Line(escape_invisible(text), style=STYLES[tone]), room)]
        if command:
            typed = Line(f"→ {escape_invisible(command)}", style="cyan")
            fits = lines[-1].cell_len + 1 + typed.cell_len <= room
            lines = [*lines[:-1], Line(" ").join((lines[-1], typed))] if fits else [*lines, typed]
        for nth, line in enumerate(lines):
            self.line(Line.assemble(head if nth == 0 else " " * len(head), line))

    # -- matrices ----------------------------------------------------------------------

    def _matrix(self, matrix: Matrix) -> None:
        self.line(Line(f"\n{escape_invisible(matrix.caption)}", style="bold"))
        if matrix.legend:
            self.line(Line(escape_invisible(matrix.legend), style="dim"))
        labels = (matrix.corner, *(row.label for row in matrix.rows))
        cells = (cell.text for row in matrix.rows for _, cell in row.cells)
        label, cell = _widest(labels), _widest((*matrix.columns, *cells))
        fitting = MOST_COLUMNS if self._width is None else (self._width - label) // (cell + 2)
        if fitting < 1:
            self._matrix_in_words(matrix)
            return
        for part in in_parts(matrix, fitting):
            self._matrix_part(part, matrix, label, cell)

    def _matrix_part(self, part: ColumnPart, matrix: Matrix, label: int, width: int) -> None:
        head = [_padded(title, width, matrix.align) for title in part.columns]
        self.line(Line("\n" + "  ".join([_padded(matrix.corner, label), *head]).rstrip(), style="bold dim"))
        for row in part.rows:
            line = Line(_padded(row.label, label))
            for cell in row.cells:
                text, tone = (cell.text, STYLES[cell.tone]) if cell else ("·", "dim")
                line.append("  ").append(_padded(text, width, matrix.align), style=tone)
            line.rstrip()
            self.line(line)

    def _matrix_in_words(self, matrix: Matrix) -> None:
        for row in matrix.rows:
            cells = ", ".join(f"{matrix.columns[at]} {cell.text}" for at, cell in row.cells)
            self.line(Line(escape_invisible(f"{row.label}: {cells}")))

    # -- tables ------------------------------------------------------------------------

    def _table(self, table: Table) -> None:
        rows = [row for group in table.groups for row in group.rows]
        natural = [
            max([Line(column.title).cell_len, *(_cell(row[at]).cell_len for row in rows)])
            for at, column in enumerate(table.columns)
        ]

        def longest_word(at: int) -> int:
            return _longest_word((table.columns[at].title, *(row[at].text for row in rows)))

        layout = fitted(table.columns, natural, longest_word, self._width)
        self.line(Line(""))
        self._rows([[Cell(column.title) for column in table.columns]], layout, heading=True)
        for group in table.groups:
            if group.title:
                self.line(Line(escape_invisible(group.title).upper(), style="bold"))
            self._rows(group.rows, layout)

    def _rows(self, rows: Sequence[Sequence[Cell]], layout: Layout, *, heading: bool = False) -> None:
        if not layout.below or heading:
            self._grid([[_cell(row[at], heading) for at in layout.kept] for row in rows], layout)
            return
        for row in rows:
            self._grid([[_cell(row[at]) for at in layout.kept]], layout)
            self._below(row, layout)

    def _below(self, row: Sequence[Cell], layout: Layout) -> None:
        words = Line(" · ").join(
            Line.assemble((f"{title} ", "dim"), _cell(row[at]))
            for at, title in layout.below
            if row[at].text != "–"
        )
        indent = layout.widths[0] + layout.gap
        for line in self._folded(words, max(8, (self._width or 100_000) - indent)) if words else ():
            self.line(Line.assemble(" " * indent, line))

    def _grid(self, rows: list[list[Line]], layout: Layout) -> None:
        space, blank = Line(" " * layout.gap), Line("")
        for row in rows:
            cells = [self._folded(cell, width) for cell, width in zip(row, layout.widths, strict=True)]
            for parts in zip_longest(*cells, fillvalue=blank):
                self.line(space.join(map(_in_column, parts, layout.widths, layout.columns)))


def _crossed(line: Line, start: int, goal: int, full: int) -> Line:
    """Draw the goal's line across a bar that begins at `start`, behind as many cells as the goal takes."""
    line = line.copy()
    line.pad_right(max(0, start + max(full, goal + 1) - line.cell_len))
    at = start + goal
    return Line.assemble(line[:at], (_GOAL, "bold"), line[at + 1 :])


def _in_column(line: Line, width: int, column: Column) -> Line:
    line = line.copy()
    line.rstrip()
    (line.pad_left if column.align == "right" else line.pad_right)(width - line.cell_len)
    return line


def _figure(figure: Figure) -> Line:
    return Line.assemble(
        (f"{figure.sign} " if figure.sign else "", STYLES[figure.tone]),
        (f"{figure.value} {escape_invisible(figure.label)}", "bold" if figure.value else "dim"),
    )


def _widest(texts: Iterable[str]) -> int:
    return max((Line(text).cell_len for text in set(map(escape_invisible, texts))), default=0)


def _padded(text: str, width: int, align: Align = "left") -> str:
    shown = escape_invisible(text)
    space = " " * (width - Line(shown).cell_len)
    return space + shown if align == "right" else shown + space


def _strong(tone: Tone) -> str:
    style = STYLES[tone]
    return style if "bold" in style else f"bold {style}".strip()


def _cells(value: float, whole: float) -> int:
    """Return how many cells of a bar a value takes, between none and all."""
    return round(min(max(value / whole, 0), 1) * _CHART_WIDTH) if whole else 0


def _cell(cell: Cell, heading: bool = False) -> Line:
    return Line(escape_invisible(cell_text(cell)), style="bold dim" if heading else STYLES[cell.tone])


def _longest_word(texts: Iterable[str]) -> int:
    return max(
        (Line(word).cell_len for text in texts for word in as_one(escape_invisible(text), _JOINT).split()),
        default=1,
    )
