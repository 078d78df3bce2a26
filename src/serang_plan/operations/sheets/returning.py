"""Returning: a form that cannot be taken goes back with what was filled in, and remarks beside the cells."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.operations.sheets.cell_values import stored_text
from serang_plan.operations.sheets.filled_row import CellRemark, FilledRow
from serang_plan.operations.sheets.form_tables import CODE, TABLES
from serang_plan.operations.sheets.form_workbook import FilledCells, workbook
from serang_plan.operations.sheets.importing import ReturnedFile
from serang_plan.operations.sheets.intake import FormIntake
from serang_plan.operations.sheets.opd_form import OpdForm


def with_remarks(file: ReturnedFile) -> bytes | None:
    """Return the workbook that goes back; None where nothing is to be said, or too little is known of it."""
    form, filled, taken = file.form, file.filled, file.intake
    if form is None or filled is None or taken is None or not file.is_faulty:
        return None
    rows = (*filled.rows, *filled.strays)
    filled_in = {key: list(_lines(key, form, rows, taken)) for key in TABLES}
    notes = [_sentence(remark) for remark in taken.remarks if not any(row.bears(remark) for row in rows)]
    if file.problem is not None:
        notes.append(file.problem.message.id)
    return workbook(form, filled_in, notes)


def _lines(key: str, form: OpdForm, rows: tuple[FilledRow, ...], taken: FormIntake) -> Iterator[FilledCells]:
    """Give the rows of a table: those that were asked about, then what else was filled in."""
    here = [row for row in rows if row.table == key]
    asked = form.rows.get(key, {})
    for code in asked:
        of_code = [row for row in here if row.code == code]
        yield from (_line(row, taken) for row in of_code)
        if not of_code:
            yield FilledCells(code, {})
    yield from (_line(row, taken) for row in here if row.code not in asked)


def _line(row: FilledRow, taken: FormIntake) -> FilledCells:
    remarks = [remark for remark in taken.remarks if row.bears(remark)]
    cells = {key: stored_text(cell) for key, cell in row.cells.items() if row.kind.by_key[key].is_asked}
    return FilledCells(row.code, cells, tuple((remark.key or CODE, _advice(remark)) for remark in remarks))


def _advice(remark: CellRemark) -> str:
    return remark.text.id if remark.help is None else f"{remark.text.id}; {remark.help.id}"


def _sentence(remark: CellRemark) -> str:
    return f"Lembar {remark.sheet}, sel {remark.cell}: {_advice(remark)}"
