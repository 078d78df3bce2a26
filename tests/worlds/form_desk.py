"""Bappeda's desk: a plan, the archive of its forms, and what came home of them filled in."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from serang_plan.operations.editing.plan_edit import PlanEdit
from serang_plan.operations.files.loading import as_known, open_plan
from serang_plan.operations.sheets.archive import FormArchive, archive_beside
from serang_plan.operations.sheets.filled_row import CellRemark
from serang_plan.operations.sheets.form_workbook import workbook
from serang_plan.operations.sheets.importing import HowToTake, SheetImport, import_sheets
from serang_plan.operations.sheets.opd_form import OpdForm, form_of
from serang_plan.reading.folder import Reading
from tests.conftest import ROOT

SENT, BACK = date(2026, 11, 26), date(2026, 12, 1)
EXAMPLE = ROOT / "src" / "serang_plan" / "example"
FIGURES, ACTIONS, DECISIONS = "Angka", "Kegiatan", "Keputusan"
Typed = Mapping[tuple[str, str], object]


class Desk:
    """A folder with a plan, its archive, and what comes home."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(EXAMPLE, folder / "data", ignore=shutil.ignore_patterns("__*"))

    @property
    def archive(self) -> FormArchive:
        return archive_beside(str(self.folder / "data"))

    def plan(self, day: date = BACK) -> Reading:
        return open_plan(str(self.folder / "data"), day)

    def form(self, opd: str = "DLH") -> OpdForm:
        reading = as_known(self.plan(SENT))
        form = form_of(reading, reading.plan.opd_by_code[opd])
        self.archive.keep([form])
        return form

    def fill(self, typed: Typed, opd: str = "DLH", change: Callable[[Any], None] | None = None) -> Path:
        """Fill a form in as openpyxl does, which drops protection and keeps no lists."""
        book = openpyxl.load_workbook(io.BytesIO(workbook(self.form(opd))))
        for (sheet, cell), value in typed.items():
            book[sheet][cell] = value
        if change:
            change(book)
        path = self.folder / f"{opd}.xlsx"
        book.save(path)
        return path

    def take(self, *paths: Path, how: HowToTake | None = None, day: date = BACK) -> SheetImport:
        return import_sheets(self.plan(day), [str(path) for path in paths], self.archive, how or HowToTake())


def added(edit: PlanEdit) -> list[str]:
    return [line[1:].strip() for line in edit.patch().splitlines() if line.startswith("+") and line[1] != "+"]


def said(taken: SheetImport) -> list[str]:
    (file,) = taken.files
    if file.problem is not None:
        return [file.problem.message.id]
    assert file.intake is not None
    return [place(remark) for remark in file.intake.remarks]


def place(remark: CellRemark) -> str:
    return f"{remark.sheet} {remark.cell}: {remark.text.id}"


FIGURE: Typed = {(FIGURES, "G6"): "67,9 %", (FIGURES, "H6"): "TW III 2026", (FIGURES, "I6"): "Laporan DLH"}
