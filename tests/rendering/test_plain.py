"""`--plain` is for listening: labelled lines, nothing drawn, nothing cut."""

from __future__ import annotations

import json
import re

import pytest

from serang_plan.cli.main import run
from serang_plan.page import (
    Block,
    Cell,
    Checklist,
    Column,
    Fact,
    Facts,
    Fields,
    Group,
    Heading,
    Item,
    Items,
    Matrix,
    MatrixRow,
    Page,
    Table,
    Task,
)
from serang_plan.rendering.text import plain
from serang_plan.reports.registry import REPORTS
from tests.conftest import ROOT

DRAWN = re.compile("[\u2500-\u259f\u25a0-\u25ff\u2600-\u27bf]")
"""Box drawing, blocks, shapes and signs."""
EXAMPLES = [typed for report in REPORTS.values() if not report.compares for typed in report.examples.values()]


def heard(*blocks: Block) -> list[str]:
    return plain.render(Page("Judul", "", blocks)).splitlines()[1:]


def test_a_row_is_a_line_with_a_label_before_each_cell_and_nothing_where_nothing_is_said() -> None:
    row = (Cell("✗ M01"), Cell("–"), Cell("12%"))
    table = Table("Nilai", (Column("Kode"), Column("Laju"), Column("Kini")), (Group("Fisik", (row,)),))

    assert heard(table) == ["", "Tabel: Nilai", "Kelompok: Fisik", "Kode: M01; Kini: 12%"]


def test_a_matrix_is_told_line_by_line() -> None:
    matrix = Matrix("Siapa", "OPD", ("M01", "M02"), (MatrixRow("DLH", ((1, Cell("P")),)),), "P pengampu")

    assert heard(matrix) == ["", "Tabel: Siapa", "P pengampu", "OPD DLH; M02: P"]


def test_what_is_to_be_done_typed_or_filled_in_is_said_in_words() -> None:
    blocks = (
        Checklist((Task("surat"), Task("peta", done=True))),
        Items((Item("Belum ada nilai.", "serang-plan gaps"),), numbered=True),
        Fields((("Nomor", ""),)),
    )

    assert heard(*blocks) == [
        "Belum: surat",
        "Sudah: peta",
        "1. Belum ada nilai. Ketik: serang-plan gaps",
        "Nomor: (kosong, untuk diisi)",
    ]


def test_sections_and_things_are_set_apart_by_one_empty_line() -> None:
    facts = Facts("? M01 RTH", (Fact("Ambang", "≥ 20%"), Fact("", "hukum · dasar")))

    assert heard(Heading("Daftar"), facts) == [
        "",
        "Bagian: Daftar",
        "",
        "M01 RTH",
        "Ambang: ≥ 20%",
        "hukum; dasar",
    ]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("typed", EXAMPLES)
def test_no_report_draws_anything(typed: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [*typed.split(), "--data", str(ROOT / "data"), "--as-of", "2026-11-26", "--plain"]
    assert run([*arguments, "--lang", lang]) == 0

    said = capsys.readouterr().out
    assert DRAWN.findall(said) == []
    assert "\n\n\n" not in said
    assert [line for line in said.splitlines() if line != line.strip()] == []


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_indicator_is_told_with_its_standing(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["status", "--data", str(ROOT / "data"), "--as-of", "2026-11-26", "--lang", lang]
    assert run([*where, "--format", "json"]) == 0
    indicators = json.loads(capsys.readouterr().out)["indicators"]
    assert run([*where, "--plain"]) == 0
    rows = [line for line in capsys.readouterr().out.splitlines() if line.startswith(("Kode: ", "Code: "))]

    assert len(rows) == len(indicators) == 16
    for row, indicator in zip(rows, indicators, strict=True):
        said = row.split("; ")
        assert said[0].endswith(f": {indicator['code']}")
        if lang == "id":
            assert said[-1].startswith(f"Status: {indicator['standing'].replace('-', ' ')}")
