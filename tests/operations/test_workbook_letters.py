"""Every workbook that leaves the house is written in the same letters, also where Excel follows its theme."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

import serang_plan
from serang_plan.operations.sheets.form_workbook import FilledCells, workbook
from serang_plan.operations.sheets.long_table import long_workbook
from tests.worlds.form_desk import EXAMPLE, Desk


def report(_desk: Desk) -> bytes:
    state = serang_plan.read_plan(EXAMPLE, as_of=date(2026, 6, 30))
    return serang_plan.render(serang_plan.build_report(state, "status"), "xlsx")


def returned(desk: Desk) -> bytes:
    remark = FilledCells("M01", {"value": "banyak"}, (("value", "bukan angka"),))
    return workbook(desk.form(), {"figures": (remark,)}, ("Satu isian belum diterima.",))


WORKBOOKS: dict[str, Callable[[Desk], bytes]] = {
    "a report": report,
    "a form": lambda desk: workbook(desk.form()),
    "a form that goes back": returned,
    "a long table": lambda desk: long_workbook(desk.form()),
}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_every_cell_is_in_the_same_letters(name: str, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(WORKBOOKS[name](Desk(tmp_path))))
    cells = [cell for sheet in book for row in sheet for cell in row]

    assert {(cell.font.name, cell.font.scheme) for cell in cells} == {("Arial", None)}


def test_the_words_of_charts_are_too(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(report(Desk(tmp_path)))) as book:
        charts = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/charts/")]

    texts = re.findall(
        r"<a:(?:defR|r)Pr [^>]*/>|<a:(?:defR|r)Pr [^>]*[^/]>.*?</a:(?:defR|r)Pr>", "".join(charts)
    )
    assert texts
    assert [text for text in texts if '<a:latin typeface="Arial"/>' not in text] == []
