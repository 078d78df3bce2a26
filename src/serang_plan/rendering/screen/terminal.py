"""A page for the terminal: as wide as it is, coloured if it can be, readable without colour."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING, assert_never

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
    Tone,
)
from serang_plan.rendering.screen.column_fit import Layout, fitted, in_rows
from serang_plan.rendering.words import (
    as_one,
    cell_text,
    chart_rows,
    is_redundant,
    small_print,
    stack_in_words,
    with_marks,
)
from serang_plan.wording import Lang, escape_invisible

if TYPE_CHECKING:
    from rich.console import Console

    from serang_plan.rendering.tables.column_parts import ColumnPart

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
_ENDLESS = 100_000
"""The cells of a line where nobody says how wide it may be."""
_ASCII = str.maketrans(
    {"✓": "v", "✗": "x", "≥": ">=", "≤": "<=", "–": "-", "†": "*", "‡": "**", "█": "#", "▓": "=",
     "░": ".", "▒": "-", "▚": "!", "→": "->", "…": "...", "─": "-", "☐": "[ ]", "☑": "[x]", "·": "-",
     "•": "-", "│": "|", "−": "-", "×": "x", "←": "<-", "△": "^", "▽": "v", "●": "*",
     "○": "o", "▪": ".", "□": "#", "◊": "%", "┤": "|", "└": "+", "┴": "+", "┊": ":"}
)  # fmt: skip


def render(page: Page, width: int | None = None, *, colour: bool = False, unicode: bool = True) -> str:
    """Draw a page `width` cells wide; with None as wide as it needs, nothing cut."""
    writer = _TerminalWriter(width, colour, page.lang)
    writer.title(page)
    for block in page.blocks:
        writer.block(block)
    if page.stamp:
        writer.line(_line(page.stamp, "dim"))
    text = writer.text()
    return text if unicode else text.translate(_ASCII)


class _TerminalWriter:
    def __init__(self, width: int | None, colour: bool, lang: Lang) -> None:
        self._lang = lang
        self._width = width
        self._room = width or _ENDLESS
        self._plain = not colour
        self._out = io.StringIO()

    @cached_property
    def _console(self) -> Console:
        """The console that colours and wraps; most of what goes into a pipe needs none."""
        from rich.console import Console

        return Console(
            file=self._out,
            width=self._room,
            force_terminal=not self._plain,
            color_system=None if self._plain else "standard",
            no_color=self._plain,
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
        if self._plain and line.cell_len <= self._room:
            self._out.write(f"{line.plain}\n")
        else:
            self._console.print(line, soft_wrap=self._width is None)

    def title(self, page: Page) -> None:
        for letterhead in page.letterhead or ():
            self.line(_line(letterhead, "bold"))
        title, subtitle = _line(page.title, "bold"), _line(page.subtitle, "dim")
        room = (self._width or 0) - title.cell_len - subtitle.cell_len
        space = " " * max(2, room) if self._width is None or room >= 2 else "\n"
        self.line(Line.assemble(title, space, subtitle))

    def _heading(self, text: str, style: str = "bold") -> None:
        """Write a line in strong print, with an empty one above it."""
        self.line(Line.assemble("\n", _line(text, style)))

    def block(self, block: Block) -> None:
        match block:
            case Heading(text, _):
                self._heading(text)
            case Paragraph(text, tone, marks):
                self.line(_line(with_marks(text, marks), STYLES[tone]))
            case Callout(text, tone):
                self.line(_line(text, STYLES[tone]))
            case KeyFigures():
                self._figures(block)
            case Table():
                self._table(block)
            case Items():
                self._items(block)
            case Checklist(tasks, rest):
                for task in tasks:
                    self._hanging("☑ " if task.done else "☐ ", task.text)
                if rest:
                    self._hanging("  ", rest, "muted")
            case Code(text, _):
                for line in text.splitlines():
                    self.line(_line(f"  {line}"))
            case Bars() | Stacks() | Lines() | Panels() | Timeline():
                self._chart(block)
            case Facts():
                self._facts(block)
            case Matrix():
                self._matrix(block)
            case Fields(rows):
                widest = _widest(name for name, _ in rows)
                for name, text in rows:
                    self._hanging(f"{_padded(name, widest)} : ", text)
            case Signature(above, below):
                for text in ("", *above, "", *below):
                    self.line(_line(text))
            case PageBreak():
                self._heading("─" * min(self._room, _RULE), "dim")
            case Notes(title, notes):
                self._heading(title)
                for note in notes:
                    self._hanging(f"{note.mark} ", note.text, "muted")
            case _:
                assert_never(block)

    def _chart(self, chart: Chart) -> None:
        if is_redundant(chart) and not isinstance(chart, Lines):
            return
        match chart:
            case Bars():
                self._bars(chart)
            case Stacks():
                self._stacks(chart)
            case Lines():
                self._lines(chart)
            case Panels():
                self._in_words(chart)
            case Timeline():
                from serang_plan.rendering.screen import timeline

                for line in timeline.drawn(chart, self._width):
                    self.line(line)
                for words in small_print(chart):
                    self._hanging("", words, "muted")
            case _:
                assert_never(chart)

    def _in_words(self, chart: Chart) -> None:
        self._heading(chart.caption)
        for label, words in chart_rows(chart):
            self._hanging("", f"{label}: {words}" if label else words)

    def _lines(self, chart: Lines) -> None:
        """Draw points in their columns; what that takes is loaded if there are any."""
        from serang_plan.rendering.screen import lines

        if self._room < lines.NARROWEST or not chart.lines:
            self._in_words(chart)
            return
        self._heading(chart.caption)
        for line in lines.drawn(chart, self._room, self._lang):
            self.line(line)
        for words in small_print(chart):
            self._hanging("", words, "muted")

    # -- counts and bars -------------------------------------------------------------

    def _figures(self, figures: KeyFigures) -> None:
        bar = Line()
        for figure in figures.figures:
            cells = round(figure.value * _BAR_WIDTH / figures.whole) if figures.whole else 0
            bar.append(_BAR_CELLS.get(figure.tone, "█") * cells, style=STYLES[figure.tone])
        self.line(Line(""))
        for line in in_rows(map(_figure, figures.figures), self._room):
            self.line(line)
        self.line(bar)

    def _bars(self, bars: Bars) -> None:
        self._heading(bars.caption)
        widest = _widest(bar.label for bar in bars.bars)
        full = max((_cells(bar.value + bar.open, bars.whole) for bar in bars.bars), default=0)
        goal = _cells(bars.goal[0], bars.whole) if bars.goal else None
        for bar in bars.bars:
            line = self._beginning(bar.label, widest)
            start, cells = line.cell_len, _cells(bar.value, bars.whole)
            more = max(0, _cells(bar.value + bar.open, bars.whole) - cells)
            line.append(("▒" if bar.tone == "muted" else "█") * cells, style=STYLES[bar.tone])
            line.append("░" * more, style=STYLES["unknown"])
            line.append(" " * (full - cells - more))
            self._with_words(line if goal is None else _crossed(line, start, goal, full), bar.words)
        self._legend(bars)

    def _legend(self, bars: Bars) -> None:
        """Say what is drawn: what is open on the bars, and the line across them."""
        named = zip("█░", bars.names or (), strict=False)
        words = [f"{sign} {name}" for sign, name in named if name]
        words += [f"{_GOAL} {bars.goal[1]}"] if bars.goal else []
        for text in filter(None, ("   ".join(words), *small_print(bars))):
            self.line(_line(text, "dim"))

    def _stacks(self, stacks: Stacks) -> None:
        self._heading(stacks.caption)
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
        for text in small_print(stacks):
            self.line(_line(text, "dim"))

    def _beginning(self, label: str, widest: int) -> Line:
        """Begin the line of a bar with its label, or write that above if it would take all the room."""
        if widest + _CHART_WIDTH < self._room:
            return Line(f"{_padded(label, widest)} ")
        self._hanging("", label)
        return Line(_INDENT)

    def _with_words(self, line: Line, text: str) -> None:
        """Write a bar and its words behind it, or below it where there is no room for them."""
        words = _line(text)
        if line.cell_len + 1 + words.cell_len <= self._room:
            self.line(Line.assemble(line, " ", words))
            return
        self.line(line)
        self._hang(Line(_INDENT), self._folded(words, max(1, self._room - len(_INDENT))))

    def _facts(self, facts: Facts) -> None:
        self._heading(facts.title, _strong(facts.tone))
        widest = _widest(fact.label for fact in facts.facts)
        for fact in facts.facts:
            head = f"  {escape_invisible(fact.label).ljust(widest)}  "
            lines = self._folded(_line(fact.text, STYLES[fact.tone]), max(20, self._room - len(head)))
            self._hang(Line(head, style="dim"), lines)

    def _hang(self, head: Line, lines: Iterable[Line]) -> None:
        """Write the lines of a text behind their head, all of them under the first."""
        blank = Line(" " * len(head), style=head.style)
        for nth, line in enumerate(lines):
            self.line(Line.assemble(blank if nth else head, line))

    def _folded(self, text: Line, room: int) -> Sequence[Line]:
        """Return a text in lines of so many cells."""
        if text.cell_len <= room:
            return [text]
        joined = text.copy()
        joined.plain = as_one(text.plain, _JOINT)
        lines = [*joined.wrap(self._console, room)]
        for line in lines:
            line.plain = line.plain.replace(_JOINT, " ")
        return lines

    # -- lists -------------------------------------------------------------------------

    def _items(self, items: Items) -> None:
        for nth, item in enumerate(items.items, 1):
            command = f"{item.ahead} {item.command}".lstrip()
            head = f"{nth}. " if items.numbered else ""
            self._hanging(head, with_marks(item.text, item.marks), item.tone, command)

    def _hanging(self, head: str, text: str, tone: Tone = "plain", command: str = "") -> None:
        room = max(20, self._room - len(head))
        lines = [*self._folded(_line(text, STYLES[tone]), room)]
        if command:
            typed = _line(f"→ {command}", "cyan")
            fits = lines[-1].cell_len + 1 + typed.cell_len <= room
            lines[-1:] = [Line(" ").join((lines[-1], typed))] if fits else [lines[-1], typed]
        self._hang(Line(head), lines)

    # -- matrices ----------------------------------------------------------------------

    def _matrix(self, matrix: Matrix) -> None:
        from serang_plan.rendering.tables.column_parts import in_parts

        self._heading(matrix.caption)
        if matrix.legend:
            self.line(_line(matrix.legend, "dim"))
        label = _widest((matrix.corner, *(row.label for row in matrix.rows)))
        cell = _widest((*matrix.columns, *(cell.text for row in matrix.rows for _, cell in row.cells)))
        fitting = max(0, self._room - label) // (cell + 2)
        for part in in_parts(matrix, fitting) if fitting else ():
            self._matrix_part(part, matrix, label, cell)
        for row in () if fitting else matrix.rows:
            cells = ", ".join(f"{matrix.columns[at]} {cell.text}" for at, cell in row.cells)
            self.line(_line(f"{row.label}: {cells}"))

    def _matrix_part(self, part: ColumnPart, matrix: Matrix, label: int, width: int) -> None:
        titles = [_padded(title, width, matrix.align) for title in part.columns]
        self._heading("  ".join([_padded(matrix.corner, label), *titles]).rstrip(), "bold dim")
        for row in part.rows:
            line = Line(_padded(row.label, label))
            for cell in row.cells:
                text, tone = (cell.text, STYLES[cell.tone]) if cell else ("·", "dim")
                line.append("  ").append(_padded(text, width, matrix.align), style=tone)
            line.rstrip()
            self.line(line)

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
        self._grid([_line(table.columns[at].title, "bold dim") for at in layout.kept], layout)
        for group in table.groups:
            if group.title:
                self.line(Line(escape_invisible(group.title).upper(), style="bold"))
            for row in group.rows:
                self._grid([_cell(row[at]) for at in layout.kept], layout)
                self._below(row, layout)

    def _grid(self, cells: Sequence[Line], layout: Layout) -> None:
        folded = [self._folded(cell, width) for cell, width in zip(cells, layout.widths, strict=True)]
        for parts in zip_longest(*folded, fillvalue=Line("")):
            self.line(Line(" " * layout.gap).join(map(_in_column, parts, layout.widths, layout.columns)))

    def _below(self, row: Sequence[Cell], layout: Layout) -> None:
        words = Line(" · ").join(
            Line.assemble((f"{title} ", "dim"), _cell(row[at]))
            for at, title in layout.below
            if row[at].text != "–"
        )
        first = layout.widths[0] + layout.gap
        indent = first if first <= self._room // 3 else len(_INDENT)
        if words:
            self._hang(Line(" " * indent), self._folded(words, max(8, self._room - indent)))


def _line(text: str, style: str = "") -> Line:
    return Line(escape_invisible(text), style=style)


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
    count = _line(f"{figure.value} {figure.label}", "bold" if figure.value else "dim")
    return Line.assemble((f"{figure.sign} " if figure.sign else "", STYLES[figure.tone]), count)


def _widest(texts: Iterable[str]) -> int:
    return max((_line(text).cell_len for text in set(texts)), default=0)


def _padded(text: str, width: int, align: Align = "left") -> str:
    line = _line(text)
    space = " " * (width - line.cell_len)
    return space + line.plain if align == "right" else line.plain + space


def _strong(tone: Tone) -> str:
    style = STYLES[tone]
    return style if "bold" in style else f"bold {style}".strip()


def _cells(value: float, whole: float) -> int:
    """Return how many cells of a bar a value takes, between none and all."""
    return round(min(max(value / whole, 0), 1) * _CHART_WIDTH) if whole else 0


def _cell(cell: Cell) -> Line:
    return _line(cell_text(cell), STYLES[cell.tone])


def _longest_word(texts: Iterable[str]) -> int:
    return _widest(word for text in texts for word in as_one(escape_invisible(text), _JOINT).split()) or 1
