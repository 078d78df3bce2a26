"""List reader: the rows of somebody's own table, from a workbook, from CSV or pasted, by what heads them."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from serang_plan.operations.problem import ProblemError
from serang_plan.operations.sheets.csv_form import read_csv
from serang_plan.operations.sheets.workbook_reader import (
    CellFault,
    StoredBook,
    StoredCell,
    StoredSheet,
    address,
    far_too_much,
    read_workbook,
)
from serang_plan.reading.decoding import plain_bytes
from serang_plan.wording import Text, backquoted, backquoted_path

Headings: TypeAlias = Mapping[str, tuple[str, ...]]
"""What columns are called, by their keys; in this order they stand where nothing heads them."""
NAME, CODE = "name", "code"
_HEADED_WITHIN = 20
_NUMBERING = re.compile(r"\d+[.)]?")
_AS_CODE = re.compile(r"[\w.-]{1,15}")
_ASIDE = re.compile(r"\(.*?\)|[*:]")


class ListRow(NamedTuple):
    """A row: its number in the table, what it says by the keys of columns, and what it is a list of."""

    number: int
    cells: Mapping[str, str]
    listing: Text = Text("daftar", "list")


class ListedRows(NamedTuple):
    """The rows that name something, those that do not, and the headings of columns that mean nothing here."""

    rows: tuple[ListRow, ...] = ()
    nameless: tuple[int, ...] = ()
    unused: tuple[str, ...] = ()

    def called(self, listing: Text) -> ListedRows:
        """Return the same as a list of something."""
        return self._replace(rows=tuple(row._replace(listing=listing) for row in self.rows))


def read_list(path: str, headings: Headings) -> ListedRows:
    """Return the rows of a workbook or a text file. Raises ProblemError if that cannot be had."""
    try:
        content = plain_bytes(path)
    except OSError:
        name = backquoted_path(path)
        raise ProblemError(
            Text(f"{name} tidak dapat dibuka", f"{name} cannot be opened"),
            Text("sebut berkas .xlsx atau .csv", "name an .xlsx or .csv file"),
        ) from None
    if content.startswith((b"PK", b"\xd0\xcf")) or os.path.splitext(path)[1].lower().startswith(".xls"):
        return table_of(_bounded(read_workbook, content), headings)
    return listed_in(content, headings)


def listed_in(content: bytes, headings: Headings) -> ListedRows:
    """Return the rows of a text: CSV, what Excel puts on the clipboard, or a name on each line."""
    text = content.decode("utf-8-sig", "replace")
    if not {"\t", ";"}.isdisjoint(text) or _has_commas_alike(text):
        return table_of(_bounded(read_csv, content), headings)
    lines = enumerate(text.splitlines(), 1)
    cells = {(row, 1): StoredCell(line) for row, line in lines if line.strip()}
    return table_of(StoredBook((StoredSheet("", cells, ()),), "", False), headings)


def _has_commas_alike(text: str) -> bool:
    """Whether commas part every line into as many cells; else they belong to names."""
    try:
        widths = {len(cells) for cells in csv.reader(text.splitlines()) if cells}
    except csv.Error:  # no cell is as long as that
        return False
    return len(widths) == 1 and widths != {1}


def _bounded(read: Callable[[bytes], StoredBook], content: bytes) -> StoredBook:
    try:
        return read(content)
    except ProblemError as problem:
        if problem.message == far_too_much().message:
            raise ProblemError(
                Text("isinya jauh lebih banyak daripada sebuah daftar", "it holds far more than a list"),
                Text(
                    "salin daftarnya saja ke berkas tersendiri", "copy the list alone into a file of its own"
                ),
            ) from None
        raise


# -- which column is which -----------------------------------------------------------------------

_Grid: TypeAlias = Mapping[int, Mapping[int, str]]


def table_of(book: StoredBook, headings: Headings) -> ListedRows:
    """Return the rows of the first sheet that heads its columns as a list does, or of the first at all."""
    grids = [grid for sheet in book.sheets if not sheet.is_hidden and (grid := _grid(sheet))]
    for grid in grids:
        for row in list(grid)[:_HEADED_WITHIN]:
            keys = {column: _key(text, headings) for column, text in grid[row].items()}
            if NAME in keys.values():
                unused = (text for column, text in grid[row].items() if not keys[column])
                below = {number: cells for number, cells in grid.items() if number > row}
                return _table(below, keys, [text for text in unused if not _is_number_heading(text)])
    return _table(grids[0], _keys_by_place(grids[0], headings), ()) if grids else ListedRows()


def _grid(sheet: StoredSheet) -> _Grid:
    """Return the texts by row and column; what stands in merged cells counts for each of their rows."""
    cells = dict(sheet.cells)
    for top, left, bottom, _ in sheet.merged:
        if (top, left) in cells:
            cells |= {(row, left): cells[top, left] for row in range(top, min(bottom, top + 100) + 1)}
    grid: dict[int, dict[int, str]] = {}
    for (row, column), cell in sorted(cells.items()):
        if cell.fault is CellFault.ERROR:
            raise _excel_error(sheet, row, column)
        if text := " ".join(cell.text.split()):
            grid.setdefault(row, {})[column] = text
    return grid


def _excel_error(sheet: StoredSheet, row: int, column: int) -> ProblemError:
    cell, name = address(row, column), sheet.name
    return ProblemError(
        Text(
            f"sel {cell} di lembar {name} berisi galat Excel",
            f"cell {cell} of sheet {name} has an Excel error",
        ),
        Text("perbaiki rumusnya, atau tulis isinya", "mend its formula, or write what it should say"),
    )


def _key(heading: str, headings: Headings) -> str:
    folded = " ".join(_ASIDE.sub(" ", heading).casefold().split())
    return next((key for key, words in headings.items() if folded in words), "")


def _is_number_heading(heading: str) -> bool:
    return heading.casefold().strip(" .") in ("no", "nomor", "number", "#")


def _keys_by_place(grid: _Grid, headings: Headings) -> Mapping[int, str]:
    """Return what the columns are where nothing heads them. Raises ProblemError if that is not plain."""
    columns = sorted({column for cells in grid.values() for column in cells})
    columns = [column for column in columns if not _all(grid, column, _NUMBERING)]
    if len(columns) == 1:
        return {columns[0]: NAME}
    if columns and len(columns) <= len(headings) and _all(grid, columns[0], _AS_CODE):
        return dict(zip(columns, headings, strict=False))
    titles = ", ".join(words[0].capitalize() for words in headings.values())
    raise ProblemError(
        Text("kolom daftar ini tidak berjudul", "the columns of this list have no headings"),
        Text(f"tulis judulnya di baris pertama: {titles}", f"write them in the first row: {titles}"),
    )


def _all(grid: _Grid, column: int, form: re.Pattern[str]) -> bool:
    return all(form.fullmatch(cells[column]) for cells in grid.values() if column in cells)


def _table(grid: _Grid, keys: Mapping[int, str], unused: Sequence[str]) -> ListedRows:
    rows = tuple(_rows(grid, keys))
    return ListedRows(
        tuple(row for row in rows if NAME in row.cells),
        tuple(row.number for row in rows if NAME not in row.cells),
        tuple(unused),
    )


def _rows(grid: _Grid, keys: Mapping[int, str]) -> Iterator[ListRow]:
    for number, texts in grid.items():
        cells = {keys[column]: text for column, text in texts.items() if keys.get(column)}
        if _NUMBERING.fullmatch(cells.get(CODE, "")):
            del cells[CODE]
        yield ListRow(number, cells)


def in_row(listing: Text, number: int, problem: Text, help: Text) -> ProblemError:
    """Return what is wrong with a row of a list."""
    return ProblemError(
        Text(f"{listing.id}, baris {number}: {problem.id}", f"{listing.en}, row {number}: {problem.en}"), help
    )


def unclear(row: ListRow, typed: str, help: Text) -> ProblemError:
    """Return that something in a row means nothing here."""
    typed = backquoted(typed)
    problem = Text(f"{typed} tidak dikenal", f"{typed} is not known")
    return in_row(row.listing, row.number, problem, help)
