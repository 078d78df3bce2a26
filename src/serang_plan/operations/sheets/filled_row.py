"""Filled row: what was filled in of one row of a form, and where each of its cells stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from serang_plan.operations.problem import ProblemError
from serang_plan.operations.sheets.cell_values import CellValue, value_in, words_in
from serang_plan.operations.sheets.form_tables import TABLES, CellKind, FormColumn, FormTable
from serang_plan.operations.sheets.opd_form import Shown
from serang_plan.operations.sheets.workbook_reader import StoredCell, address
from serang_plan.wording import Text


class CellRemark(NamedTuple):
    """What is to be said of a cell, and what to write instead."""

    sheet: str
    row: int
    column: int
    key: str
    text: Text
    help: Text | None = None

    @property
    def cell(self) -> str:
        """How the cell is called."""
        return address(self.row, self.column)


class FilledRow(NamedTuple):
    """A row in which something was filled in: its cells and where they stand, by the keys of the columns."""

    table: str
    sheet: str
    code: str
    cells: Mapping[str, StoredCell]
    places: Mapping[str, tuple[int, int]]
    """Row and column; in a long table each cell has a row of its own."""
    from_1904: bool

    @property
    def row(self) -> int:
        """The number of its row, or of the first of them."""
        return min(row for row, _ in self.places.values())

    def bears(self, remark: CellRemark) -> bool:
        """Whether a remark is about one of its cells."""
        return remark.sheet == self.sheet and remark.row in {row for row, _ in self.places.values()}

    @property
    def kind(self) -> FormTable:
        """The table that it is a row of."""
        return TABLES[self.table]

    def remark(self, key: str, text: Text, help: Text | None = None) -> CellRemark:
        """Return a remark on one of its cells."""
        row, column = self.places.get(key) or min(self.places.values())
        return CellRemark(self.sheet, row, column, key, text, help)

    def read(self, shown: Shown) -> tuple[Mapping[str, CellValue], tuple[CellRemark, ...]]:
        """Return what was filled in, and what is to be said of cells that cannot be read."""
        values: dict[str, CellValue] = {}
        remarks = []
        for key, column in self.kind.by_key.items():
            cell = self.cells.get(key)
            if cell is not None and column.is_asked:
                try:
                    values[key] = value_in(
                        cell, column, unit=_unit(self, column, shown), from_1904=self.from_1904
                    )
                except ProblemError as problem:
                    remarks.append(self.remark(key, problem.message, problem.help))
        return values, tuple(remarks)


class FoundRows(NamedTuple):
    """The rows that were found in a file, and what is to be said of cells that belong to none."""

    rows: tuple[FilledRow, ...]
    remarks: tuple[CellRemark, ...]


def _unit(row: FilledRow, column: FormColumn, shown: Shown) -> str:
    """Return the unit of a number as it was shown; without one, a `%` may still stand behind it."""
    if shown.get("unit"):
        return shown["unit"]
    return "%" if column.kind is CellKind.NUMBER and words_in(row.cells[column.key]).endswith("%") else ""
