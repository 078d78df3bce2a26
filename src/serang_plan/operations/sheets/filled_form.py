"""Filled form: the rows of a workbook that came home, found by headings and codes, not by position."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.analysis.lookups.meant_code import code_meant
from serang_plan.operations.problem import ProblemError
from serang_plan.operations.sheets.cell_values import code_in, stored_text, words_in
from serang_plan.operations.sheets.filled_row import CellRemark, FilledRow, FoundRows
from serang_plan.operations.sheets.form_tables import CODE, REMARKS, TABLES
from serang_plan.operations.sheets.form_workbook import HELP_SHEET, LIST_SHEET
from serang_plan.operations.sheets.long_table import long_rows
from serang_plan.operations.sheets.opd_form import OpdForm, Shown
from serang_plan.operations.sheets.workbook_reader import StoredBook, StoredCell, StoredSheet, address
from serang_plan.wording import Text, backquoted, did_you_mean, quoted

_HEADINGS_WITHIN = 40
"""In how many rows from above the headings are looked for."""
_ENOUGH = {CODE, "value", "as_of"}
"""A table with these columns is one of figures, whatever else it has or lacks."""
_STAMP = re.compile(r"FORMULIR/([^/\s\"]{1,60})/(\d{4}-\d\d-\d\d)/([0-9a-f]{12})")


class FilledForm(NamedTuple):
    """All rows that were filled in, and what is to be said of what is no such row."""

    rows: tuple[FilledRow, ...]
    strays: tuple[FilledRow, ...]
    """Rows that are none of the form's."""
    remarks: tuple[CellRemark, ...]


class _Headed(NamedTuple):
    """A sheet on which the headings of a table were found."""

    sheet: StoredSheet
    table: str
    row: int
    columns: Mapping[str, int]


def stamps_of(book: StoredBook) -> tuple[str, ...]:
    """Return the stamps of all forms that a workbook has parts of, each once, the most frequent first."""
    texts = [
        book.more,
        *(cell.text for sheet in book.sheets for cell in sheet.cells.values() if "FORMULIR/" in cell.text),
    ]
    stamps = [stamp[0] for text in texts for stamp in _STAMP.finditer(text)]
    counts = Counter(stamps)
    return tuple(sorted(counts, key=lambda stamp: (-counts[stamp], stamp)))


def with_headings(book: StoredBook, columns: Mapping[str, str]) -> StoredBook:
    """Return a workbook from elsewhere, whose headings are told by those of the form."""
    ours = {_folded(theirs): heading for heading, theirs in columns.items()}

    def cell_of(cell: StoredCell) -> StoredCell:
        return cell._replace(text=ours.get(_folded(cell.text), cell.text))

    sheets = []
    for sheet in book.sheets:
        heads = {at: cell_of(cell) for at, cell in sheet.cells.items() if at[0] <= _HEADINGS_WITHIN}
        sheets.append(sheet._replace(cells={**sheet.cells, **heads}))
    return book._replace(sheets=tuple(sheets))


def filled_form(book: StoredBook, form: OpdForm) -> FilledForm:
    """Return what was filled in of a form, on its sheets or in a long table."""
    is_strange = _other_unit if form.is_from_elsewhere else _wrong_identity
    seen = book._replace(sheets=tuple(sheet for sheet in book.sheets if not sheet.is_hidden))
    found = (None if form.is_from_elsewhere else long_rows(seen)) or _rows_of_sheets(seen, form)
    rows: list[FilledRow] = []
    strays: list[FilledRow] = []
    remarks = [*found.remarks, *_hidden(book)]
    for row in found.rows:
        row = row._replace(code=_known_code(row.code, form.rows.get(row.table, {})))
        wrong = tuple(is_strange(row, form))
        remarks += wrong
        if wrong or _is_filled(row):
            (strays if wrong else rows).append(row)
    return FilledForm(tuple(rows), tuple(strays), tuple(remarks))


def _hidden(book: StoredBook) -> Iterator[CellRemark]:
    """Say that a table on a hidden sheet is not read: whoever sent the form may not know of it."""
    hidden = book._replace(sheets=tuple(sheet for sheet in book.sheets if sheet.is_hidden))
    for table in _headed(hidden):
        yield CellRemark(
            table.sheet.name,
            table.row,
            1,
            "",
            Text("lembar ini tersembunyi, isinya tidak dibaca", "this sheet is hidden, so it is not read"),
            Text("tampilkan lembarnya, lalu kirim lagi", "show the sheet, then send the form again"),
        )


def _rows_of_sheets(book: StoredBook, form: OpdForm) -> FoundRows:
    """Return the rows of all tables of the form. Raises ProblemError if there is none."""
    tables = list(_headed(book))
    if not tables:
        raise _no_columns(book) if form.is_from_elsewhere else _no_table()
    rows: list[FilledRow] = []
    remarks: list[CellRemark] = []
    for table in tables:
        there = list(_rows(table, book.from_1904))
        merged = grouped((area[0], area) for area in table.sheet.merged)
        rows += there
        remarks += _lost_code(table) or ([] if form.is_from_elsewhere else _lost_columns(table))
        remarks += [
            remark
            for row in there
            if row.row in merged and _is_filled(row)
            for remark in _merged(row, merged[row.row])
        ]
    return FoundRows(tuple(rows), tuple(remarks))


def _no_table() -> ProblemError:
    return ProblemError(
        Text("tidak ada tabel formulir di dalamnya", "there is no table of the form in it"),
        Text(
            "judul kolom jangan diubah; pakai formulir yang dikirim",
            "keep the headings; use the form as sent out",
        ),
    )


def _no_columns(book: StoredBook) -> ProblemError:
    """Return that a table from elsewhere lacks what cannot be done without, with the headings that it has."""
    first = next(((sheet, min(sheet.cells)[0]) for sheet in book.sheets if sheet.cells), None)
    heads = [words_in(first[0].cells[first[1], column]) for column in _columns_in(*first)] if first else []
    there = quoted(heads[:12])
    return ProblemError(
        Text(
            "tidak ada kolom untuk kode, nilai dan waktu di dalamnya",
            "it has no columns for code, value and time",
        ),
        Text(
            f"judulnya {there}; pasangkan: `--column kode=… --column nilai=… --column waktu=…`",
            f"its headings are {there}; pair them: `--column kode=… --column nilai=… --column waktu=…`",
        )
        if heads
        else None,
    )


# -- where the tables are -----------------------------------------------------------------------


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _headed(book: StoredBook) -> Iterator[_Headed]:
    """Give the tables by their headings, whatever their sheets are called and wherever they stand."""
    for sheet in book.sheets:
        if sheet.name.casefold() not in (LIST_SHEET.casefold(), HELP_SHEET.casefold()):
            matches = [match for key in TABLES if (match := _match(sheet, key))]
            if matches:
                yield max(matches, key=lambda match: len(match.columns) / len(TABLES[match.table].columns))


def _match(sheet: StoredSheet, key: str) -> _Headed | None:
    titles = {_folded(column.title): column.key for column in TABLES[key].columns}
    best: _Headed | None = None
    for row in range(1, _HEADINGS_WITHIN + 1):
        columns: dict[str, int] = {}
        for column in _columns_in(sheet, row):
            if title := titles.get(_folded(sheet.cells[row, column].text)):
                columns.setdefault(title, column)
        if best is None or len(columns) > len(best.columns):
            best = _Headed(sheet, key, row, columns)
    is_it = best and (len(best.columns) * 2 > len(titles) or best.columns.keys() >= _ENOUGH)
    return best if is_it else None


def _columns_in(sheet: StoredSheet, row: int) -> list[int]:
    return sorted(column for at, column in sheet.cells if at == row)


def _lost_code(table: _Headed) -> list[CellRemark]:
    """Say that rows cannot be told apart for want of a heading."""
    if not TABLES[table.table].is_coded or CODE in table.columns:
        return []
    text = Text("kolom `Kode` tidak ada", "there is no column `Kode`")
    help = Text("kembalikan judul kolom itu", "put its heading back")
    return [CellRemark(table.sheet.name, table.row, 1, CODE, text, help)]


def _lost_columns(table: _Headed) -> Iterator[CellRemark]:
    """Say what cannot be read for want of a heading: a column that somebody filled in."""
    kind, sheet = TABLES[table.table], table.sheet
    known = {*table.columns.values()}
    unknown = {column for row, column in sheet.cells if row >= table.row and column not in known}
    for column in sorted(unknown):
        title = words_in(sheet.cells.get((table.row, column)))
        filled = [row for row, at in sheet.cells if at == column and row > table.row]
        if filled and _folded(title) != _folded(REMARKS):
            missing = [column.title for column in kind.columns if column.key not in table.columns]
            yield CellRemark(
                sheet.name,
                min(filled),
                column,
                "",
                Text(
                    f"kolom {backquoted(title)} tidak dikenal, isinya tidak dibaca",
                    f"the column {backquoted(title)} is not known, so it is not read",
                ),
                did_you_mean(title, missing)
                or Text("tulis di kolom formulir", "write in the columns of the form"),
            )


# -- its rows ----------------------------------------------------------------------------------


def _rows(table: _Headed, from_1904: bool) -> Iterator[FilledRow]:
    kind, sheet = TABLES[table.table], table.sheet
    if kind.is_coded and CODE not in table.columns:
        return
    for number in sorted({row for row, _ in sheet.cells if row > table.row}):
        cells = {
            key: sheet.cells[number, column]
            for key, column in table.columns.items()
            if (number, column) in sheet.cells
        }
        if cells:
            code = words_in(cells.get(CODE)) if kind.is_coded else ""
            places = {key: (number, column) for key, column in table.columns.items()}
            yield FilledRow(table.table, sheet.name, code, cells, places, from_1904)


def _is_filled(row: FilledRow) -> bool:
    return any(key in row.cells for key, column in row.kind.by_key.items() if column.is_asked)


def _known_code(code: str, rows: Mapping[str, Shown]) -> str:
    """Return a code as the form has it: a program may have made `100` of `0100`, a hand `m02` or the name."""
    bare = code_in(code).casefold().lstrip("0").removesuffix(".0")
    names = _folded(bare)
    alike = [
        known
        for known, shown in rows.items()
        if known.casefold().lstrip("0") == bare or (names and _folded(shown.get("name", "")) == names)
    ]
    return alike[0] if code not in rows and len(alike) == 1 else code


def _wrong_identity(row: FilledRow, form: OpdForm) -> Iterator[CellRemark]:
    """Say why a row is none of the form's: protection is lost on the way, so identity is looked at again."""
    if not row.kind.is_coded:
        return
    rows = form.rows.get(row.table, {})
    if row.code not in rows:
        if _is_filled(row):
            yield _not_theirs(row, form, rows)
        return
    for key, shown in rows[row.code].items():
        cell, title = row.cells.get(key), backquoted(row.kind.by_key[key].title)
        if cell is None or cell.is_date or _folded(stored_text(cell)) == _folded(shown):
            continue
        if key in ("name", "text"):
            yield row.remark(
                key,
                Text(f"baris `{row.code}` memuat nama lain", f"the row `{row.code}` has another name"),
                Text(
                    f"{row.code} adalah {backquoted(shown)}; bila mengurutkan, urutkan seluruh baris",
                    f"{row.code} is {backquoted(shown)}; when you sort, sort whole rows",
                ),
            )
        else:
            yield row.remark(
                key,
                Text(
                    f"{title} tidak untuk diisi; semula {backquoted(shown)}",
                    f"{title} is not to be filled in; it was {backquoted(shown)}",
                ),
                Text("tulis yang baru di kolom kuning", "write what is new in the yellow columns"),
            )


def _other_unit(row: FilledRow, form: OpdForm) -> Iterator[CellRemark]:
    """Say of a row from elsewhere that it is about nothing in the plan, or counts in another unit."""
    rows = form.rows["figures"]
    if row.code not in rows:
        if _is_filled(row):
            yield _not_theirs(row, form, rows)
        return
    ours, theirs = rows[row.code]["unit"], words_in(row.cells.get("unit"))
    if theirs and not _folded_unit(ours).startswith(_folded_unit(theirs)):
        yield row.remark(
            "unit",
            Text(
                f"satuannya {backquoted(theirs)}, di rencana {backquoted(ours)}",
                f"its unit is {backquoted(theirs)}, in the plan {backquoted(ours)}",
            ),
            Text("ubah nilainya ke satuan rencana", "put the value in the plan's unit"),
        )


def _folded_unit(unit: str) -> str:
    return _folded(unit.replace("%", "persen"))


def _not_theirs(row: FilledRow, form: OpdForm, rows: Mapping[str, Shown]) -> CellRemark:
    if not row.code:
        text = Text("baris ini belum punya kode", "this row has no code")
        return row.remark(
            CODE, text, Text(f"pilih {quoted(rows)}", f"choose {quoted(rows)}") if rows else None
        )
    return row.remark(
        CODE,
        Text(
            f"{backquoted(row.code)} tidak diminta dari {form.opd or 'rencana ini'}",
            f"{backquoted(row.code)} is not asked of {form.opd or 'this plan'}",
        ),
        code_meant(row.code, rows)
        or Text("yang baru ditulis di lembar usulan", "what is new is written on the sheets of proposals"),
    )


def _merged(row: FilledRow, areas: Iterable[tuple[int, int, int, int]]) -> Iterator[CellRemark]:
    asked = {column: key for key, (_, column) in row.places.items() if row.kind.by_key[key].is_asked}
    for top, left, bottom, right in areas:
        if left in asked and (top, left) != (bottom, right):
            area = f"{address(top, left)}:{address(bottom, right)}"
            yield row.remark(
                asked[left],
                Text(
                    f"sel {area} digabung; tidak jelas untuk baris dan kolom mana isinya",
                    f"the cells {area} are merged; it is unclear which rows and columns are meant",
                ),
                Text("pisahkan, lalu isi tiap barisnya", "unmerge them and fill in each row"),
            )
