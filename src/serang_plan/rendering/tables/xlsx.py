"""Sheets as an Excel workbook: a summary, then a sheet for each table; data is text and nothing else."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from math import ceil, fsum
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from serang_plan.page import Callout, Figure, Heading, KeyFigures, Page, Paragraph, Sheet, Tone, Value
from serang_plan.rendering.tables.native_charts import (
    ABREAST,
    ON_A_SHEET,
    ROW,
    ROWS_HIGH,
    SCALE,
    WIDTH,
    ChartSheet,
    chart_sheet,
    draw,
)
from serang_plan.rendering.tables.new_workbook import new_workbook
from serang_plan.wording import Lang, Text, escape_invisible

_LONGEST_CELL = 32_767
_LONGEST_NAME = 31
_LONGEST_HEADER = 255
_EXACT = 10**15
"""From here on Excel changes the last digits of a number."""
_NARROWEST = 8
_WIDEST = (52, 44, 36, 30, 26)
"""How wide a column of long texts may be: as wide as leaves room for all columns on one sheet of paper."""
_A4 = 9
_UPRIGHT, _LEVEL = 92, 138
"""So many letters have room beside each other on upright and on level paper."""
_SMALLEST = 0.73
"""In smaller print a sheet cannot be read; it is printed in parts, beside each other, instead."""
_READABLE = _LEVEL / _SMALLEST
_EDGE = 0.8
"""What a column needs beside its letters, in letters."""
_LETTERS = 4
"""A column of texts no longer than this is narrow."""
_GROUPED = 10_000
"""From here on digits are grouped; a year never is."""
_TONES: dict[Tone, str] = {
    "plain": "#1f2933",
    "good": "#1b6e3c",
    "bad": "#a61b1b",
    "unknown": "#8a5a00",
    "claimed": "#6b2fa0",
    "contradicted": "#7a0d0d",
    "warn": "#8a5a00",
    "muted": "#5f6b76",
}
_DATES: dict[Lang, str] = {"id": "[$-421]d mmm yyyy", "en": "[$-809]d mmm yyyy"}
_HEAD = {"bold": True, "font_color": "#ffffff", "bg_color": "#1f4e79", "text_wrap": True, "border": 1}
_SUMMARY = Text("Ringkasan", "Summary")
_PAGE_OF = Text("Halaman &P dari &N", "Page &P of &N")
_CONTENTS = Text("Lembar", "Sheet"), Text("Baris", "Rows")


class CellLostError(Exception):
    """A cell that the workbook did not take; nothing may be left out in silence."""


def render(page: Page, sheets: Sequence[Sheet]) -> bytes:
    """Return the workbook; the same page gives the same bytes."""
    file = io.BytesIO()
    with new_workbook(file) as book:
        _describe(book, page)
        styles = _Styles(book, page.lang)
        drawn = chart_sheet(page)
        listed = (*sheets, *((drawn.table,) if drawn else ()))
        wanted = (_SUMMARY.for_lang(page.lang), *(sheet.name for sheet in listed))
        names = sheet_names([*wanted, *((drawn.name,) if drawn else ())])
        _summary(book.add_worksheet(names[0]), page, listed, styles)
        for sheet, name in zip(listed, names[1:], strict=False):
            _draw(book.add_worksheet(name), page, sheet, styles)
        if drawn:
            _charts(book, book.add_worksheet(names[-1]), page, drawn, names[-2], styles)
    return file.getvalue()


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """Return names that Excel takes: no `[]:*?/\\`, at most 31 characters, no two alike."""
    taken: set[str] = {"history"}
    names = []
    for name in wanted:
        plain = cut(re.sub(r"[\[\]:*?/\\]", "-", escape_invisible(name)).strip("' "), _LONGEST_NAME) or "-"
        nth, unique = 2, plain
        while unique.casefold() in taken:
            unique = f"{cut(plain, _LONGEST_NAME - len(str(nth)) - 1)} {nth}"
            nth += 1
        taken.add(unique.casefold())
        names.append(unique)
    return names


def cut(text: str, most: int) -> str:
    """Return a text no longer than `most` as Excel counts: a rare character is two. `…` says it is cut."""
    counted = text.encode("utf-16-le")
    if len(counted) <= 2 * most:
        return text
    return f"{counted[: 2 * (most - 1)].decode('utf-16-le', errors='ignore')}…"


def _describe(book: Workbook, page: Page) -> None:
    """Set what stands in the file's properties; nothing of who made it, or when it was made."""
    day = page.as_of or date(2020, 1, 1)
    texts = {"title": page.title, "subject": page.subtitle, "comments": page.stamp, "author": ""}
    properties = {name: cut(escape_invisible(text), _LONGEST_HEADER) for name, text in texts.items()}
    book.set_properties({**properties, "created": _midnight(day)})


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001


class _Styles:
    """The looks of cells, each made once."""

    def __init__(self, book: Workbook, lang: Lang) -> None:
        self._book = book
        self._lang = lang
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def __call__(self, **look: object) -> Format:
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"valign": "top", **look})
        return self._made[key]

    def of(self, value: Value, *, fill_in: bool = False) -> Format:
        """Return the look of a value in a table."""
        look: dict[str, object] = {"border": 1, "border_color": "#c8d0d8"}
        if fill_in:
            look["bg_color"] = "#fffbe6"
        if isinstance(value, str):
            return self(**look, text_wrap=True)
        if isinstance(value, date):
            return self(**look, num_format=_DATES[self._lang], align="left")
        if value is None:
            return self(**look)
        return self(**look, num_format=_number_format(value), align="right", indent=1)


def _number_format(value: int | Decimal) -> str:
    """Show as many decimals as there are, and group the digits of what is large."""
    places = max(0, -int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 0
    whole = "#,##0" if not -_GROUPED < value < _GROUPED else "0"
    return f"{whole}.{'0' * places}" if places else whole


# -- one sheet -----------------------------------------------------------------------


def _draw(at: Worksheet, page: Page, sheet: Sheet, styles: _Styles) -> None:
    head = styles(**_HEAD)
    widths = _widths(sheet)
    for column, (title, width) in enumerate(zip(sheet.columns, widths, strict=True)):
        _write(at, 0, column, title, head)
        at.set_column(column, column, width)
    to_fill = dict(sheet.fill_in)
    for nth, row in enumerate(sheet.rows, 1):
        for column, value in enumerate(row):
            _write(at, nth, column, value, styles.of(value, fill_in=column in to_fill))
    if sheet.note:
        look = styles(font_color=_TONES["muted"], text_wrap=True)
        _across(at, len(sheet.rows) + 2, sheet.note, sum(widths), len(widths), look)
    for column, words in sheet.fill_in:
        _offer(at, len(sheet.rows), column, words, page.lang)
    last = max(1, len(sheet.rows))
    at.freeze_panes(1, sheet.names)
    at.autofilter(0, 0, last, len(sheet.columns) - 1)
    at.repeat_rows(0)
    _print_setup(at, page, sheet.name, upright=sum(widths) <= _UPRIGHT)
    if _on_paper(widths) > _READABLE:
        _print_in_parts(at, [width + _EDGE for width in widths], sheet.names)


def _print_in_parts(at: Worksheet, widths: Sequence[float], names: int) -> None:
    """Print columns that are too wide for one sheet on several, alike full, each with the rows' names."""
    named = fsum(widths[:names])
    most = ceil(_READABLE - named)
    count = len(_parts(widths, names, most))
    rooms = range(ceil(fsum(widths[names:]) / count), most)
    room = next((room for room in rooms if len(_parts(widths, names, room)) == count), most)
    at.set_print_scale(min(100, int(100 * _LEVEL / (named + room))))
    at.set_v_pagebreaks(_parts(widths, names, room)[1:])
    at.repeat_columns(0, names - 1)
    at.print_across()


def _parts(widths: Sequence[float], first: int, room: float) -> list[int]:
    """Return the columns that parts begin with, each as wide as there is room."""
    begins, used = [first], 0.0
    for column in range(first, len(widths)):
        used += widths[column]
        if used > room and column > begins[-1]:
            begins.append(column)
            used = widths[column]
    return begins


def _charts(
    book: Workbook, at: Worksheet, page: Page, drawn: ChartSheet, points: str, styles: _Styles
) -> None:
    """Draw charts, what their points mean above them, and what they are made from below."""
    abreast = -(-len(drawn.charts) // ABREAST)
    at.set_column(0, ABREAST - 1, WIDTH)
    look = styles(font_color=_TONES["muted"], text_wrap=True)
    for row in range(1, 1 + ROWS_HIGH * abreast):
        at.set_row(row, ROW)
    at.set_row(0, 15 * (2 + len(drawn.key) // WIDTH))
    for column, words in enumerate((drawn.key, drawn.name)):
        _write(at, 0, column, words, look)
    for row, words in enumerate(drawn.remarks, 1 + ROWS_HIGH * abreast):
        _across(at, row, words, ABREAST * WIDTH, ABREAST, look)
    draw(book, at, drawn, points)
    at.hide_gridlines(2)
    _print_setup(at, page, drawn.name, upright=True)
    at.set_print_scale(SCALE)
    at.set_h_pagebreaks([1 + ROWS_HIGH * nth for nth in range(ON_A_SHEET, abreast, ON_A_SHEET)])


def _write(at: Worksheet, row: int, column: int, value: Value, look: Format) -> None:
    """Write one cell as what it is. Raises CellLostError if it was not taken."""
    match value:
        case None:
            answer = at.write_blank(row, column, None, look)
        case date():
            answer = at.write_datetime(row, column, _midnight(value), look)
        case int() | Decimal() if -_EXACT < value < _EXACT:
            answer = at.write_number(row, column, float(value), look)
        case _:
            answer = at.write_string(row, column, cut(escape_invisible(str(value)), _LONGEST_CELL), look)
    if answer:
        raise CellLostError(f"{at.get_name()} {row},{column}: {answer}")


def _offer(at: Worksheet, rows: int, column: int, words: Sequence[str], lang: Lang) -> None:
    """Let people choose one of some words; what else they write is asked about, not refused."""
    if not (words and rows):
        return
    title = Text("Pilih dari daftar", "Choose from the list").for_lang(lang)
    listed = {"validate": "list", "source": list(words), "error_type": "warning", "error_title": title}
    if answer := at.data_validation(1, column, rows, column, listed):
        raise CellLostError(f"{at.get_name()} list {column}: {answer}")


def _widths(sheet: Sheet) -> list[float]:
    """Return the widths of the columns, for one sheet of paper if that can be."""
    widths: list[float] = []
    for most in _WIDEST:
        widths = [_width(sheet, column, most) for column in range(len(sheet.columns))]
        if _on_paper(widths) <= _READABLE:
            break
    return widths


def _on_paper(widths: Sequence[float]) -> float:
    return fsum(widths) + _EDGE * len(widths)


def _width(sheet: Sheet, column: int, most: int) -> float:
    """Return a width in which most cells fit on one line; long ones wrap."""
    values = [row[column] for row in sheet.rows]
    texts = [escape_invisible(value) if isinstance(value, str) else "" for value in values]
    lengths = sorted(map(len, texts))
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    title, word = _longest_word([sheet.columns[column]]) + 3, _longest_word(texts)
    unbroken = max(map(_unbroken_length, values), default=0)
    to_fill = 22 if column in dict(sheet.fill_in) else 0
    if len(sheet.columns[column]) <= _LETTERS and all(map(_is_short, values)):
        return _LETTERS + 2
    wished = max(_NARROWEST, title, usual * 1.1 + 2, word * 1.2 + 2, to_fill)
    return max(min(wished, most), unbroken * 1.1 + 3)


def _is_short(value: Value) -> bool:
    return value is None or (isinstance(value, str) and len(value) <= _LETTERS)


def _longest_word(texts: Sequence[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=0)


def _unbroken_length(value: Value) -> int:
    """Return how long a number or a day is: it does not wrap, and has no room for half of it."""
    if isinstance(value, date):
        return 11
    return 0 if value is None or isinstance(value, str) else len(f"{value:,}")


def _print_setup(at: Worksheet, page: Page, name: str, *, upright: bool = False) -> None:
    """Print all columns on one sheet, with the title above and the stamp below."""
    if not upright:
        at.set_landscape()
    at.set_paper(_A4)
    at.fit_to_pages(1, 0)
    at.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
    at.set_header(f"&L&9{_plain(page.title, 150)}&R&9{_plain(name, 60)}")
    at.set_footer(f"&L&8{_plain(page.stamp, 120)}&R&8{_PAGE_OF.for_lang(page.lang)}")


def _plain(text: str, most: int) -> str:
    """Return text for a header: its ampersands command nothing, a number at its start is no size."""
    return " " + cut(escape_invisible(text).replace("&", "&&"), most)


# -- the first sheet -----------------------------------------------------------------


class _Line(NamedTuple):
    """A line of the summary: what stands in its cells, and how it looks."""

    cells: tuple[Value, ...]
    look: dict[str, object]


def _summary(at: Worksheet, page: Page, sheets: Sequence[Sheet], styles: _Styles) -> None:
    at.set_column(0, 0, 34)
    at.set_column(1, 1, 10)
    at.set_column(2, 2, 70)
    at.hide_gridlines(2)
    for row, line in enumerate(_summary_lines(page, sheets)):
        look = styles(**line.look)
        if len(line.cells) == 1 and line.cells[0] is not None:
            _across(at, row, str(line.cells[0]), 105, 3, look, 0 if row else 10)
            continue
        for column, value in enumerate(line.cells):
            _write(at, row, column, value, look)
    _print_setup(at, page, _SUMMARY.for_lang(page.lang))


def _across(
    at: Worksheet, row: int, words: str, letters: float, columns: int, look: Format, space: int = 0
) -> None:
    """Write a text across columns in which so many letters have room. Raises CellLostError."""
    text = cut(escape_invisible(words), _LONGEST_CELL)
    if at.merge_range(row, 0, row, columns - 1, "", look) or at.write_string(row, 0, text, look):
        raise CellLostError(f"{at.get_name()} {row}")
    at.set_row(row, 15 * (1 + int(len(text) // letters)) + space)


def _summary_lines(page: Page, sheets: Sequence[Sheet]) -> Iterator[_Line]:
    yield _Line((page.title,), {"bold": True, "font_size": 16, "text_wrap": True})
    yield _Line((page.subtitle,), {"italic": True})
    for block in _opening(page):
        match block:
            case Callout(text, tone):
                yield _Line((text,), {"bold": True, "font_color": _TONES[tone], "text_wrap": True})
            case Paragraph(text, tone):
                yield _Line((text,), {"font_color": _TONES[tone], "text_wrap": True})
            case KeyFigures(figures):
                yield _Line((None,), {})
                yield from map(_figure, figures)
                yield _Line((None,), {})
    yield _Line((None,), {})
    yield _Line(tuple(word.for_lang(page.lang) for word in _CONTENTS), {"bold": True, "bottom": 1})
    for sheet in sheets:
        yield _Line((sheet.name, len(sheet.rows)), {})
    yield _Line((None,), {})
    yield _Line((page.stamp,), {"font_color": _TONES["muted"], "font_size": 9})


def _opening(page: Page) -> Iterator[Callout | Paragraph | KeyFigures]:
    """Give what the page says before its first heading, and every key figure and warning of it."""
    headed = False
    for block in page.blocks:
        headed = headed or isinstance(block, Heading)
        if isinstance(block, Callout | KeyFigures) or (isinstance(block, Paragraph) and not headed):
            yield block


def _figure(figure: Figure) -> _Line:
    look = {"font_color": _TONES[figure.tone], "bold": True}
    return _Line((f"{figure.sign} {figure.label}".strip(), figure.value), look)
