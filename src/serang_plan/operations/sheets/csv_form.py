"""CSV form: the tables of a form as text, for those who have no Excel, and what comes home as such."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from serang_plan.operations.problem import ProblemError
from serang_plan.operations.sheets.form_tables import CODE, TABLES, FormTable
from serang_plan.operations.sheets.opd_form import OpdForm, Shown
from serang_plan.operations.sheets.workbook_reader import (
    MOST_BYTES,
    StoredBook,
    StoredCell,
    StoredSheet,
    far_too_much,
)
from serang_plan.rendering.tables.csv import inert
from serang_plan.wording import Text, escape_invisible

_MOST_ROWS = 5_000
_SEPARATORS = ";\t,"


def csv_tables(form: OpdForm) -> Mapping[str, bytes]:
    """Return the tables of a form by their names, as Excel opens them where Indonesian is spoken."""
    return {table.name: _table(form, table, form.rows.get(key, {})) for key, table in TABLES.items()}


def _table(form: OpdForm, table: FormTable, rows: Mapping[str, Shown]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow([form.stamp])
    writer.writerow([column.title for column in table.columns])
    for code, shown in rows.items():
        cells = {CODE: code, **shown}
        writer.writerow([inert(escape_invisible(cells.get(column.key, ""))) for column in table.columns])
    return text.getvalue().encode("utf-8-sig")


def read_csv(content: bytes) -> StoredBook:
    """Return a table as a workbook of one sheet. Raises ProblemError if it is far more than a form."""
    if len(content) > MOST_BYTES:
        raise far_too_much()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:  # as Excel saves it where nobody asks for UTF-8
        text = content.decode("cp1252", "replace")
    try:
        cells = dict(_cells(text))
    except csv.Error:
        raise ProblemError(
            Text("CSV ini rusak", "this CSV is damaged"), Text("simpan sekali lagi", "save it once more")
        ) from None
    return StoredBook((StoredSheet("CSV", cells, ()),), "", False)


def _cells(text: str) -> Iterator[tuple[tuple[int, int], StoredCell]]:
    """Give the cells; the separator is the one that parts the lines into most."""
    separator = max(_SEPARATORS, key=text[:4_000].count)
    lines = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator)
    for row, line in enumerate(lines, 1):
        if row > _MOST_ROWS:
            raise far_too_much()
        for column, cell in enumerate(line[:200], 1):
            if cell.strip():
                yield (row, column), StoredCell(cell)
