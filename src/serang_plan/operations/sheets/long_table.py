"""Long table: a form as one table with a row for each answer, for those with a system of their own."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from serang_plan.operations.sheets.cell_values import words_in
from serang_plan.operations.sheets.filled_row import CellRemark, FilledRow, FoundRows
from serang_plan.operations.sheets.form_tables import CODE, TABLES
from serang_plan.operations.sheets.opd_form import OpdForm, Shown
from serang_plan.operations.sheets.workbook_reader import StoredBook, StoredSheet
from serang_plan.rendering.tables.csv import inert
from serang_plan.wording import Text, backquoted, did_you_mean, escape_invisible, quoted

_HEADINGS = ("Formulir", "OPD", "Tabel", "Kode", "Baris", "Nama", "Satuan", "Kolom", "Tercatat", "Isian")
_NEEDED = ("Tabel", "Kode", "Baris", "Nama", "Kolom", "Isian")


def long_csv(form: OpdForm) -> bytes:
    """Return a form as a long table in CSV."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerows([inert(escape_invisible(cell)) for cell in line] for line in _lines(form))
    return text.getvalue().encode("utf-8-sig")


def long_workbook(form: OpdForm) -> bytes:
    """Return a form as a long table in Excel, all of whose cells are text."""
    from serang_plan.rendering.tables.new_workbook import new_workbook

    file = io.BytesIO()
    with new_workbook(file) as book:
        sheet = book.add_worksheet("Formulir")
        look = book.add_format({"num_format": "@"})
        sheet.set_column(0, len(_HEADINGS) - 1, 20, look)
        sheet.freeze_panes(1, 0)
        for row, line in enumerate(_lines(form)):
            for column, cell in enumerate(line):
                sheet.write_string(row, column, escape_invisible(cell), look)
    return file.getvalue()


def _lines(form: OpdForm) -> Iterator[tuple[str, ...]]:
    """Give the headings, then a line for each cell; of what is proposed only the first row stands there."""
    yield _HEADINGS
    for key, table in TABLES.items():
        rows: Mapping[str, Shown] = form.rows.get(key, {}) if table.is_coded else {"": {}}
        for code, shown in rows.items():
            name = shown.get(table.columns[1].key, "")
            for column in table.columns:
                if column.is_asked:
                    recorded = shown.get(column.recorded, "")
                    unit = shown.get("unit", "") if column.key == "value" else ""
                    identity = (form.stamp, form.opd, table.name, code, "1", name, unit)
                    yield (*identity, column.title, recorded, "")


def long_rows(book: StoredBook) -> FoundRows | None:
    """Return what was filled in of a long table; None if a workbook has none."""
    for sheet in book.sheets:
        heads = {words_in(cell): column for (row, column), cell in sheet.cells.items() if row == 1}
        if heads.keys() >= {*_NEEDED}:
            return _LongSheet(sheet, heads).rows(from_1904=book.from_1904)
    return None


class _LongSheet(NamedTuple):
    """A sheet that holds a long table, and in which columns its headings stand."""

    sheet: StoredSheet
    heads: Mapping[str, int]

    def rows(self, *, from_1904: bool) -> FoundRows:
        """Put the answers together that are about the same row of the form."""
        rows: dict[tuple[str, ...], FilledRow] = {}
        remarks = []
        for number in sorted({row for row, _ in self.sheet.cells if row > 1}):
            answer = self.sheet.cells.get((number, self.heads["Isian"]))
            table = _TABLES.get(self.words(number, "Tabel").casefold(), "")
            column = _asked(table).get(self.words(number, "Kolom").casefold())
            about = table, *(self.words(number, head) for head in ("Kode", "Baris", "Nama"))
            row = rows.get(about) or self._row(number, table, from_1904)
            if answer is None:
                continue
            if column is None:
                remarks.append(self.unknown(number, table))
            elif column in row.cells:
                remarks.append(self.remark(number, "Isian", *_twice(row.places[column][0])))
            else:
                rows[about] = row._replace(
                    cells={**row.cells, column: answer},
                    places={**row.places, column: (number, self.heads["Isian"])},
                )
        return FoundRows(tuple(rows.values()), tuple(remarks))

    def _row(self, number: int, table: str, from_1904: bool) -> FilledRow:
        """Return a row in which nothing is filled in yet: its code, and its name to be looked at."""
        if not table or not TABLES[table].is_coded:
            return FilledRow(table, self.sheet.name, "", {}, {}, from_1904)
        at = number, self.heads["Nama"]
        cells = {TABLES[table].columns[1].key: self.sheet.cells[at]} if at in self.sheet.cells else {}
        places = {CODE: (number, self.heads["Kode"]), **dict.fromkeys(cells, at)}
        return FilledRow(table, self.sheet.name, self.words(number, "Kode"), cells, places, from_1904)

    def words(self, number: int, head: str) -> str:
        """Return the text of a cell."""
        return words_in(self.sheet.cells.get((number, self.heads[head])))

    def remark(self, number: int, head: str, text: Text, help: Text) -> CellRemark:
        """Return a remark on a cell."""
        return CellRemark(self.sheet.name, number, self.heads[head], "", text, help)

    def unknown(self, number: int, table: str) -> CellRemark:
        """Return that a row names a table or column that no form has."""
        head = "Kolom" if table else "Tabel"
        choices = list(_asked(table)) if table else list(_TABLES)
        typed = self.words(number, head)
        text = Text(f"{backquoted(typed)} tidak ada di formulir", f"{backquoted(typed)} is not in the form")
        choose = Text(f"pilih {quoted(choices)}", f"choose {quoted(choices)}")
        return self.remark(number, head, text, did_you_mean(typed.casefold(), choices) or choose)


_TABLES = {table.name.casefold(): key for key, table in TABLES.items()}


def _asked(table: str) -> Mapping[str, str]:
    """Return the columns of a table that are filled in, by their headings."""
    columns = TABLES[table].columns if table else ()
    return {column.title.casefold(): column.key for column in columns if column.is_asked}


def _twice(first: int) -> tuple[Text, Text]:
    return (
        Text(f"sudah diisi di baris {first}", f"filled in already in row {first}"),
        Text("beri `Baris` yang lain bila memang lain", "give another `Baris` if it is another one"),
    )
