"""Forms go out and come home: what is filled in is taken, what cannot be is told cell by cell, nothing is guessed."""

from __future__ import annotations

import csv
import io
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from serang_plan.analysis.indicators.evidence import latest
from serang_plan.analysis.indicators.strength import Strength, value_strength
from serang_plan.editing.changes import AppendItem
from serang_plan.operations.editing.plan_edit import edited
from serang_plan.operations.files.loading import as_known, open_plan
from serang_plan.operations.problem import ProblemError
from serang_plan.operations.sheets.acceptance import Acceptance, acceptance_of, waiting
from serang_plan.operations.sheets.archive import ReturnedForm, archive_beside
from serang_plan.operations.sheets.cell_values import value_in
from serang_plan.operations.sheets.csv_form import csv_tables, read_csv
from serang_plan.operations.sheets.filled_form import stamps_of
from serang_plan.operations.sheets.filled_row import FilledRow
from serang_plan.operations.sheets.form_tables import TABLES, CellKind
from serang_plan.operations.sheets.form_workbook import workbook
from serang_plan.operations.sheets.importing import HowToTake, import_sheets
from serang_plan.operations.sheets.intake import OutcomeKind
from serang_plan.operations.sheets.long_table import long_csv, long_workbook
from serang_plan.operations.sheets.opd_form import asked_opd, form_of, kept_form
from serang_plan.operations.sheets.returning import with_remarks
from serang_plan.operations.sheets.workbook_reader import CellFault, StoredCell, read_workbook
from serang_plan.reports.parts.phrases import plan_title
from serang_plan.wording import Text
from tests.conftest import ROOT
from tests.sampling import sample
from tests.worlds.form_desk import (
    ACTIONS,
    BACK,
    DECISIONS,
    EXAMPLE,
    FIGURE,
    FIGURES,
    SENT,
    Desk,
    Typed,
    added,
    said,
)


@pytest.fixture(name="desk")
def desk_fixture(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


# -- nothing filled in, nothing changed -----------------------------------------------------------


@pytest.mark.parametrize("folder", [EXAMPLE, ROOT / "data"], ids=["example", "shipped"])
def test_a_form_that_comes_home_empty_changes_no_byte_whoever_it_was_for(
    folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "data", ignore=shutil.ignore_patterns("__*"))
    reading = as_known(open_plan(str(tmp_path / "data"), SENT))
    archive = archive_beside(str(tmp_path / "data"))
    forms = [form_of(reading, opd) for opd in asked_opd(reading.plan)]
    archive.keep(forms)
    for form in forms:
        (tmp_path / f"{form.opd}.xlsx").write_bytes(workbook(form))

    taken = import_sheets(open_plan(str(tmp_path / "data"), BACK), [str(tmp_path)], archive, HowToTake())

    assert (len(taken.files), taken.edit.files) == (len(forms), ())
    assert [file.path for file in taken.files if file.is_faulty] == []


def test_the_same_form_has_the_same_bytes_and_its_base_in_five_places(desk: Desk) -> None:
    form = desk.form()
    content = workbook(form)

    assert content == workbook(form)
    assert kept_form(form.text) == form
    assert stamps_of(read_workbook(content)) == (form.stamp,)
    parts = zipfile.ZipFile(io.BytesIO(content))
    with_stamp = [
        name for name in parts.namelist() if form.stamp in parts.read(name).decode("utf-8", "replace")
    ]
    assert {"docProps/custom.xml", "docProps/core.xml", "xl/workbook.xml", "xl/sharedStrings.xml"} <= {
        *with_stamp
    }
    assert "xl/worksheets/sheet2.xml" in with_stamp  # its footer


def test_excel_offers_the_words_guards_the_rest_and_prints_on_a4(desk: Desk) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(desk.form())))
    actions = book[ACTIONS]

    assert '"rencana,berjalan,selesai,geser,batal"' in [
        check.formula1 for check in actions.data_validations.dataValidation
    ]
    offered = {
        name: [check.formula1 for check in book[name].data_validations.dataValidation]
        for name in (FIGURES, "Usulan kegiatan", "Usulan target")
    }
    assert "Daftar!$A$2:$A$17" in offered["Usulan kegiatan"]
    assert "Daftar!$B$2:$B$3" in offered["Usulan target"]
    assert [cell.value.partition(" ")[0] for cell in book["Daftar"]["B"][1:3]] == ["M01", "M02"]
    assert "$A$5:$A$6" in offered[FIGURES]
    assert actions.protection.sheet
    assert (actions["A5"].protection.locked, actions["E5"].protection.locked) == (True, False)
    assert (actions.freeze_panes, actions.page_setup.orientation, actions.page_setup.paperSize) == (
        "C5",
        "landscape",
        9,
    )
    assert actions["E5"].number_format == "@"


# -- what is filled in ------------------------------------------------------------------------------


def test_a_figure_is_written_as_something_to_be_checked_with_the_form_as_its_source(desk: Desk) -> None:
    taken = desk.take(desk.fill(FIGURE))

    assert added(taken.edit) == [
        '- {as_of: 2026-TW3, value: 67.9, source: S41, verification: perlu-dicek, note: "Sumber menurut OPD: Laporan DLH."}',
        '- {code: S41, title: "Formulir Dinas Lingkungan Hidup, 1 Desember 2026", publisher: Dinas Lingkungan Hidup, '
        f"published: 2026-12-01, kind: formulir, note: Nomor formulir {desk.form().stamp}}}",
    ]


CELLS: Mapping[str, tuple[Typed, str]] = {
    "an action": ({(ACTIONS, "G5"): "40"}, "progress: 40"),
    "money": ({(ACTIONS, "H5"): "Rp 1.250.000.000,-"}, "spent: 1250000000"),
    "an obstacle": ({(ACTIONS, "I7"): "Lahan"}, "obstacle: Lahan"),
    "put off": ({(ACTIONS, "E5"): "Geser", (ACTIONS, "F5"): "Maret 2027", (ACTIONS, "K5"): "Lahan"}, "finish: 2027-03"),
    "done": ({(ACTIONS, "E5"): "selesai", (ACTIONS, "F5"): "20/11/2026"}, "done: 2026-11-20"),
    "a decision": ({(DECISIONS, "E5"): "proses"}, "status: proses"),
    "a proposal": (
        {("Usulan kegiatan", "A5"): "Bank sampah", ("Usulan kegiatan", "B5"): "M02 – Sampah tertangani"},
        "name: Bank sampah",
    ),
    "a target": (
        {("Usulan target", "A9"): "M02", ("Usulan target", "B9"): 2028, ("Usulan target", "C9"): 0.8},
        "- {year: 2028, value: 0.8, basis: usulan, source: S41, known: 2026-12-01}",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "line"), CELLS.values(), ids=CELLS)
def test_each_kind_of_cell_writes_its_lines_and_is_the_same_when_it_comes_again(
    typed: Typed, line: str, desk: Desk
) -> None:
    path = desk.fill(typed)
    taken = desk.take(path)
    assert said(taken) == []
    assert any(line in each for each in added(taken.edit))
    taken.edit.write()

    again = desk.take(path, day=date(2026, 12, 24))

    assert again.edit.files == ()
    assert again.files[0].intake is not None
    assert again.files[0].intake.count(OutcomeKind.SAME) == 1


def test_a_decision_of_one_opd_is_reported_step_by_step_in_forms_sent_one_after_the_other(desk: Desk) -> None:
    first = desk.fill({(DECISIONS, "E5"): "proses", (DECISIONS, "G5"): "Data belum lengkap"}, "DISNAKER")
    desk.take(first).edit.write()
    assert desk.take(first).edit.files == ()
    day = date(2026, 12, 10)
    reading = as_known(desk.plan(day))
    form = form_of(reading, reading.plan.opd_by_code["DISNAKER"])
    assert form.rows["decisions"]["R3-3"]["state"] == "proses"
    desk.archive.keep([form])
    book = openpyxl.load_workbook(io.BytesIO(workbook(form)))
    book[DECISIONS]["E5"], book[DECISIONS]["F5"] = "selesai", "Laporan"
    book.save(desk.folder / "kedua.xlsx")

    taken = desk.take(desk.folder / "kedua.xlsx", day=day)

    assert said(taken) == []
    assert (
        "{known: 2026-12-10, by: DISNAKER, status: selesai, evidence: Laporan, source: S42}"
        in taken.edit.patch()
    )


@pytest.mark.parametrize(
    ("status", "evidence", "asked"),
    [("proses", "Surat", True), ("selesai", "", True), ("selesai", "Surat", False)],
)
def test_a_decision_is_asked_about_until_it_is_called_done_with_evidence(
    status: str, evidence: str, asked: bool, desk: Desk
) -> None:
    rakor = desk.folder / "data" / "rakor.yaml"
    told = f"{{known: 2026-12-02, opd: DLH, by: DLH, status: {status}{f', evidence: {evidence}' if evidence else ''}}}"
    text = rakor.read_text("utf-8")
    rakor.write_text(text.replace("code: R3-4\n", f"code: R3-4\n        history: [{told}]\n"), "utf-8")
    assert told in rakor.read_text("utf-8")

    reading = as_known(desk.plan(date(2026, 12, 10)))
    form = form_of(reading, reading.plan.opd_by_code["DLH"])

    assert ("R3-4" in form.rows["decisions"]) == asked


def test_what_is_there_of_a_form_is_known_only_from_the_day_on_which_it_came_home(desk: Desk) -> None:
    before = form_of(as_known(desk.plan(SENT)), desk.plan().plan.opd_by_code["DLH"])
    desk.take(desk.fill({**FIGURE, **CELLS["put off"][0], **CELLS["a decision"][0]})).edit.write()
    after = form_of(as_known(desk.plan(SENT)), desk.plan().plan.opd_by_code["DLH"])

    assert after.rows == before.rows


# -- how programs store it, and how hands write it -----------------------------------------------------

NUMBERS = {
    "1.234,5": "1234.5", "73,5 %": "73.5", "73.5": "73.5", "Rp2.500.000": "2500000", "−3": "-3", "1,234": "1.234",
    "12.000": "12000", "1,234,567.5": "1234567.5", "0,29": "0.29", "73,5 % timbulan": "73.5",
}  # fmt: skip
TIMES = {
    "2026": "2026", "TW III 2026": "2026-TW3", "triwulan 2 2026": "2026-TW2", "Maret 2027": "2027-03",
    "12/3/2027": "2027-03-12", "3/2027": "2027-03", "1 Agustus 2026": "2026-08-01", "2026-TW1": "2026-TW1",
    "Pebruari 2026": "2026-02", "17 Agt 2025": "2025-08-17", "10 Nopember 2025": "2025-11-10", "Dec 2025": "2025-12",
    "2026/03": "2026-03", "2026-Q3": "2026-TW3",
}  # fmt: skip
STORED_TIMES = {
    StoredCell("46355", is_number=True, is_date=True): "2026-11-29",
    StoredCell("2025", is_number=True): "2025",
}
UNCLEAR = {
    ("value", StoredCell("45992", is_number=True, is_date=True)): "tersimpan sebagai tanggal",
    ("value", StoredCell("", formula="SUM(A1:A2)")): "belum dihitung",
    ("value", StoredCell("5", is_number=True, formula="[1]Sheet1!A1")): "berkas lain",
    ("value", StoredCell("#DIV/0!", fault=CellFault.ERROR)): "galat Excel",
    ("value", StoredCell("kira-kira 5")): "tidak terbaca sebagai angka",
    ("value", StoredCell("1.23.4")): "tidak terbaca sebagai angka",
    ("as_of", StoredCell("2025", is_number=True, is_date=True)): "seabad lalu",
    ("as_of", StoredCell("45678", is_number=True)): "bilangan hari",
    ("as_of", StoredCell("46000.708", is_number=True, is_date=True)): "memuat jam",
    ("as_of", StoredCell("31/2/2026")): "tidak terbaca sebagai waktu",
    ("as_of", StoredCell("kemarin")): "tidak terbaca sebagai waktu",
}
COLUMN = TABLES["figures"].by_key


@pytest.mark.parametrize(("text", "value"), NUMBERS.items())
def test_a_number_is_read_as_indonesians_write_it(text: str, value: str) -> None:
    assert value_in(StoredCell(text), COLUMN["value"], unit="% timbulan") == Decimal(value)


def test_a_percentage_that_a_program_stored_as_a_fraction_is_a_percentage_again() -> None:
    cell = StoredCell("0.28999999999999998", is_number=True, is_percent=True)

    assert value_in(cell, COLUMN["value"], unit="% timbulan") == 29
    with pytest.raises(ProblemError, match="percentage"):
        value_in(cell, COLUMN["value"], unit="koridor")


@pytest.mark.parametrize(
    ("cell", "iso"), [*((StoredCell(text), iso) for text, iso in TIMES.items()), *STORED_TIMES.items()]
)
def test_a_time_is_read_as_exactly_as_it_is_written(cell: StoredCell, iso: str) -> None:
    when = value_in(cell, COLUMN["as_of"])

    assert getattr(when, "iso", "") == iso


@pytest.mark.parametrize(
    ("table", "key", "typed", "advice"),
    [
        ("actions", "progress", "140", "write it without decimals, such as 40"),
        ("actions", "spent", "1,25 M", "write it in full, such as 2.500.000.000"),
        ("actions", "progress", "separuh", "write it without decimals, such as 40"),
        ("actions", "spent", "0,5", "write it in full, such as 2.500.000.000"),
        ("new_targets", "year", "TW I 2027", "write four digits, such as 2027"),
        ("figures", "as_of", "Semester II 2026", "for a half-year write its last month: `2026-12`"),
    ],
)
def test_what_to_write_instead_is_said_in_english_too(table: str, key: str, typed: str, advice: str) -> None:
    with pytest.raises(ProblemError) as refused:
        value_in(StoredCell(typed), TABLES[table].by_key[key])

    assert refused.value.help is not None
    assert refused.value.help.en == advice


@pytest.mark.parametrize(("key", "cell"), UNCLEAR)
def test_what_may_mean_two_things_is_asked_about(key: str, cell: StoredCell) -> None:
    with pytest.raises(ProblemError) as refused:
        value_in(cell, COLUMN[key], unit="%")

    assert UNCLEAR[key, cell] in refused.value.message.id
    assert refused.value.help is not None


def test_the_words_of_a_column_say_in_excel_what_belongs_there() -> None:
    assert [kind for kind in CellKind if len(kind.value) > 255] == []


# -- what programs and people do to a workbook ---------------------------------------------------------


def moved_columns(book: Any) -> None:
    sheet: Worksheet = book[FIGURES]
    sheet.move_range("G4:H9", cols=6)
    sheet.insert_cols(1)
    sheet.insert_rows(1, 3)
    sheet["H7"] = None


def renamed(book: Any) -> None:
    book[FIGURES].title = "Sheet1 (2)"


def row_gone(book: Any) -> None:
    book[FIGURES].delete_rows(5)


def row_further(book: Any) -> None:
    book[FIGURES]["A20"] = " m02 "
    for column, value in zip("GHI", ("67,9", "TW III 2026", "Laporan DLH"), strict=True):
        book[FIGURES][f"{column}20"] = value
        book[FIGURES][f"{column}6"] = None


def headings_otherwise(book: Any) -> None:
    book[FIGURES]["G4"] = "  NILAI\u00a0 baru "


@pytest.mark.parametrize("change", [moved_columns, renamed, row_gone, row_further, headings_otherwise])
def test_a_figure_is_found_wherever_it_has_got_to(change: Callable[[Any], None], desk: Desk) -> None:
    taken = desk.take(desk.fill(FIGURE, change=change))

    assert said(taken) == []
    assert any("as_of: 2026-TW3, value: 67.9" in line for line in added(taken.edit))


def merge(book: Any) -> None:
    book[FIGURES].merge_cells("G6:G7")


def other_code(book: Any) -> None:
    book[FIGURES]["A6"] = "M05"


def sorted_badly(book: Any) -> None:
    sheet = book[FIGURES]
    sheet["A5"], sheet["A6"] = sheet["A6"].value, sheet["A5"].value


def unknown_column(book: Any) -> None:
    book[FIGURES]["G4"] = "Nilai 2026"


def over_the_old_one(book: Any) -> None:
    book[FIGURES]["D6"] = 67.9


WRONG: Mapping[str, tuple[Typed, Callable[[Any], None] | None, str]] = {
    "merged": (FIGURE, merge, "Angka G6: sel G6:G7 digabung; tidak jelas untuk baris dan kolom mana isinya"),
    "not theirs": (FIGURE, other_code, "Angka A6: `M05` tidak diminta dari DLH"),
    "sorted badly": (FIGURE, sorted_badly, "Angka B6: baris `M01` memuat nama lain"),
    "no such column": (FIGURE, unknown_column, "Angka G6: kolom `Nilai 2026` tidak dikenal, isinya tidak dibaca"),
    "a grey cell": ({}, over_the_old_one, "Angka D6: `Nilai tercatat` tidak untuk diisi; semula `66,8`"),
    "no time": ({(FIGURES, "G6"): "67,9"}, None, "Angka H6: `Waktu nilai baru` belum diisi"),
    "to come": ({**FIGURE, (FIGURES, "H6"): "2027"}, None, "Angka H6: nilai dari waktu yang belum tiba"),
    "too much": ({**FIGURE, (FIGURES, "G6"): "67.900"}, None, "Angka G6: 67.900 di luar 0 sampai 100% timbulan"),
    "a word": ({(ACTIONS, "E5"): "sudah"}, None, "Kegiatan E5: `sudah` tidak ada dalam daftar pilihan"),
    "no reason": ({(ACTIONS, "E5"): "geser", (ACTIONS, "F5"): "2027"}, None, "Kegiatan K5: `Alasan` belum diisi"),
    "percent": ({(ACTIONS, "G5"): "140"}, None, "Kegiatan G5: `140` bukan persen bulat dari 0 sampai 100"),
    "not led": (
        {("Usulan target", "A5"): "M05", ("Usulan target", "B5"): "2028", ("Usulan target", "C5"): "9"},
        None,
        "Usulan target A5: M05 bukan indikator DLH",
    ),
    "there already": (
        {**FIGURE, (FIGURES, "H6"): "TW I 2026"},
        None,
        "Angka G6: untuk TW I 2026 rencana memuat 66,8 (S29); formulir 67,9",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "change", "remark"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_taken_is_told_at_its_cell_and_nothing_of_the_file_is(
    typed: Typed, change: Callable[[Any], None] | None, remark: str, desk: Desk
) -> None:
    taken = desk.take(desk.fill({**typed, (DECISIONS, "E5"): "proses"}, change=change))

    assert remark in said(taken)
    assert taken.edit.files == ()
    content = with_remarks(taken.files[0])
    assert content is not None
    texts = [cell.text for sheet in read_workbook(content).sheets for cell in sheet.cells.values()]
    assert any(remark.partition(": ")[2] in text for text in texts)
    assert "proses" in texts


def test_a_row_bears_the_remarks_on_each_of_its_cells_wherever_they_stand() -> None:
    places = {"code": (4, 4), "value": (4, 10), "as_of": (9, 10)}
    row = FilledRow("figures", "CSV", "M02", {"value": StoredCell("5")}, places, from_1904=False)

    remark = row.remark("as_of", Text("belum diisi", "not filled in"))

    assert (row.row, remark.cell) == (4, "J9")
    assert row.bears(remark)
    assert not row.bears(remark._replace(row=5))
    assert row.remark("note", Text("", "")).cell == "D4"


def test_what_is_right_can_be_taken_alone_and_a_rival_beside_the_other(desk: Desk) -> None:
    path = desk.fill({**WRONG["there already"][0], (DECISIONS, "E5"): "proses"})

    assert "status: proses" in desk.take(path, how=HowToTake(partial=True)).edit.patch()
    beside = desk.take(path, how=HowToTake(rival=True))
    assert any("as_of: 2026-TW1, value: 67.9" in line for line in added(beside.edit))


def test_a_form_with_remarks_is_mended_and_comes_home_again(desk: Desk) -> None:
    taken = desk.take(desk.fill({**FIGURE, (FIGURES, "H6"): "kemarin"}))
    content = with_remarks(taken.files[0])
    assert content is not None
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book[FIGURES]["K6"].value.startswith("`kemarin` tidak terbaca sebagai waktu; tulis 2026")
    assert book[FIGURES]["H6"].comment is not None
    book[FIGURES]["H6"] = "TW III 2026"
    book.save(desk.folder / "DLH lagi.xlsx")

    again = desk.take(desk.folder / "DLH lagi.xlsx")

    assert said(again) == []
    assert again.edit.files


# -- three ways ------------------------------------------------------------------------------------------


def test_where_the_plan_has_moved_on_the_very_cells_are_named_with_all_three_values(desk: Desk) -> None:
    path = desk.fill({(ACTIONS, "E5"): "selesai", (ACTIONS, "G6"): "10"})
    action = desk.plan().plan.action_by_code["A03"]
    file = desk.folder / "data" / "opd_assignments.yaml"
    text = file.read_text("utf-8")
    assert action.status == "berjalan"
    start = text.index("- code: A03")
    file.write_text(text[:start] + text[start:].replace("status: berjalan", "status: batal", 1), "utf-8")

    taken = desk.take(path)

    assert said(taken) == [
        "Kegiatan E5: `A03` di formulir semula `berjalan TW IV 2026`, di rencana kini `batal TW IV 2026`, diisi `selesai`"
    ]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_a_table_as_csv_comes_home_however_it_was_saved(separator: str, encoding: str, desk: Desk) -> None:
    tables = csv_tables(desk.form())
    assert {*tables} == {table.name for table in TABLES.values()}
    lines = list(csv.reader(io.StringIO(tables[FIGURES].decode("utf-8-sig")), delimiter=";"))
    lines[3][6:9] = ["67,9", "TW III 2026", "Laporan – DLH"]
    with (desk.folder / "angka.csv").open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows(lines)

    taken = desk.take(desk.folder / "angka.csv")

    assert said(taken) == []
    assert "as_of: 2026-TW3, value: 67.9" in taken.edit.patch()


def test_a_table_of_figures_from_elsewhere_is_read_by_what_its_columns_are_called(desk: Desk) -> None:
    rows = "Ind.;Tahun;Realisasi;Ket\nM02;2025-06;66,4;\nM06;2019;0;\nM99;2025;3;\n"
    (desk.folder / "tabel.csv").write_text(rows, "utf-8")
    columns = {"Kode": "ind", "Waktu nilai baru": "Tahun", "Nilai baru": "Realisasi"}

    taken = desk.take(desk.folder / "tabel.csv", how=HowToTake(partial=True, source="S29", columns=columns))

    assert said(taken) == ["CSV A4: `M99` tidak diminta dari rencana ini"]
    assert added(taken.edit) == ["- {as_of: 2025-06, value: 66.4, source: S29, verification: perlu-dicek}"]


LONG: Mapping[tuple[str, str, str], str] = {
    (FIGURES, "M02", "Nilai baru"): "67,9",
    (FIGURES, "M02", "Waktu nilai baru"): "TW III 2026",
    (ACTIONS, "A03", "Kemajuan fisik (%)"): "40",
    ("Usulan kegiatan", "", "Nama kegiatan"): "Bank sampah",
    ("Usulan kegiatan", "", "Indikator yang dituju"): "M02",
}


def long_table(desk: Desk, kind: str, answers: Mapping[tuple[str, str, str], str]) -> list[list[str]]:
    """Return a long table of DLH, read and filled in by another program."""
    if kind == "csv":
        text = long_csv(desk.form()).decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text), delimiter=";"))
    else:
        sheet = openpyxl.load_workbook(io.BytesIO(long_workbook(desk.form()))).worksheets[0]
        lines = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    for line in lines:
        line[-1] = answers.get((line[2], line[3], line[7]), line[-1])
    return lines


def saved(desk: Desk, lines: list[list[str]], kind: str) -> Path:
    path = desk.folder / f"panjang.{kind}"
    if kind == "csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)
    else:
        book = openpyxl.Workbook()
        for line in lines:
            book.active.append(line)
        book.save(path)
    return path


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_long_table_has_a_row_for_each_answer_and_comes_home_like_a_form(kind: str, desk: Desk) -> None:
    lines = long_table(desk, kind, LONG)
    asked = [column for table in TABLES.values() for column in table.columns if column.is_asked]
    assert {line[7] for line in lines[1:]} == {column.title for column in asked}
    assert next(line for line in lines if line[3] == "M02")[3:9] == [
        "M02", "1", "Sampah tertangani", "% timbulan", "Nilai baru", "66,8"
    ]  # fmt: skip

    taken = desk.take(saved(desk, [lines[0], *reversed(lines[1:])], kind))

    assert said(taken) == []
    patch = taken.edit.patch()
    assert all(
        line in patch for line in ("as_of: 2026-TW3, value: 67.9", "progress: 40", "name: Bank sampah")
    )
    taken.edit.write()
    assert desk.take(saved(desk, lines, kind), day=date(2026, 12, 24)).edit.files == ()


def other_code_long(lines: list[list[str]]) -> None:
    next(line for line in lines if line[3] == "M02")[3] = "M05"


def other_name_long(lines: list[list[str]]) -> None:
    next(line for line in lines if line[3] == "M02")[5] = "Jalan"


def no_name_long(lines: list[list[str]]) -> None:
    lines[:] = [[*line[:5], "", *line[6:8], "", "kira-kira"] if line[3] == "M02" else line for line in lines]


def other_column_long(lines: list[list[str]]) -> None:
    next(line for line in lines if line[3] == "M02")[7] = "Nilai barru"


def twice_long(lines: list[list[str]]) -> None:
    lines.append(next(line for line in lines if line[3] == "M02"))


LONG_WRONG = {
    "not theirs": (other_code_long, "CSV D6: `M05` tidak diminta dari DLH"),
    "no name": (no_name_long, "CSV J6: `kira-kira` tidak terbaca sebagai angka"),
    "another name": (other_name_long, "CSV F6: baris `M02` memuat nama lain"),
    "no such column": (other_column_long, "CSV H6: `Nilai barru` tidak ada di formulir"),
    "twice": (twice_long, "CSV J54: sudah diisi di baris 6"),
}


@pytest.mark.parametrize(("change", "remark"), LONG_WRONG.values(), ids=LONG_WRONG)
def test_what_is_wrong_in_a_long_table_is_told_at_its_cell(
    change: Callable[[list[list[str]]], None], remark: str, desk: Desk
) -> None:
    lines = long_table(desk, "csv", LONG)
    change(lines)

    taken = desk.take(saved(desk, lines, "csv"))

    assert remark in said(taken)
    assert taken.edit.files == ()
    assert with_remarks(taken.files[0]) is not None


COLUMNS = {"Kode": "Ind", "Nilai baru": "Realisasi", "Waktu nilai baru": "Tahun", "Sumber angka": "Asal"}
ELSEWHERE = {
    "a row names its source": ("Ind;Tahun;Realisasi;Asal\nM02;2025-06;66,4;S29", "", "value: 66.4, source: S29"),
    "a name for a code, and columns of no use": (
        "No;Ind;Tahun;Realisasi;Asal;Indikator\n1;sampah Tertangani;2025-06;66,4;S29;lain",
        "",
        "as_of: 2025-06, value: 66.4, source: S29",
    ),
    "what the row says of its source is kept": (
        "Ind;Tahun;Realisasi;Asal\nM02;2025-06;66,4;Buku DLH",
        "S29",
        'source: S29, verification: perlu-dicek, note: "Sumber tertulis: Buku DLH."',
    ),
    "the unit is the same": ("Ind;Tahun;Realisasi;Satuan\nM02;2025-06;66,4;persen", "S29", "value: 66.4"),
}  # fmt: skip
NOT_FROM_ELSEWHERE = {
    "no source": ("Ind;Tahun;Realisasi\nM02;2025-06;66,4", "", "CSV A2: sumbernya tidak disebut"),
    "another source": (
        "Ind;Tahun;Realisasi;Asal\nM02;2025-06;66,4;S999",
        "",
        "CSV D2: `S999` bukan kode sumber",
    ),
    "another unit": (
        "Ind;Tahun;Realisasi;Satuan\nM02;2025-06;66,4;ton",
        "S29",
        "CSV D2: satuannya `ton`, di rencana `% timbulan`",
    ),
    "no such columns": ("A;B\n1;2", "S29", "tidak ada kolom untuk kode, nilai dan waktu di dalamnya"),
    "nothing": ("", "S29", "tidak ada kolom untuk kode, nilai dan waktu di dalamnya"),
}


@pytest.mark.parametrize(("rows", "source", "line"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_table_from_elsewhere_is_taken_as_it_is_kept_there(
    rows: str, source: str, line: str, desk: Desk
) -> None:
    (desk.folder / "tabel.csv").write_text(rows, "utf-8")

    taken = desk.take(desk.folder / "tabel.csv", how=HowToTake(source=source, columns=COLUMNS))

    assert said(taken) == []
    assert line in taken.edit.patch()


@pytest.mark.parametrize(("rows", "source", "remark"), NOT_FROM_ELSEWHERE.values(), ids=NOT_FROM_ELSEWHERE)
def test_a_table_from_elsewhere_that_cannot_be_understood_is_told_where(
    rows: str, source: str, remark: str, desk: Desk
) -> None:
    (desk.folder / "tabel.csv").write_text(rows, "utf-8")

    taken = desk.take(desk.folder / "tabel.csv", how=HowToTake(source=source, columns=COLUMNS))

    assert said(taken) == [remark]
    assert taken.edit.files == ()


def test_a_csv_that_is_no_form_ends_in_a_sentence(desk: Desk) -> None:
    for content in (b"", b"\0\xff;", b'"' * 999, b"x\n" * 6_000):
        (desk.folder / "aneh.csv").write_bytes(content)
        assert desk.take(desk.folder / "aneh.csv").files[0].problem is not None
    with pytest.raises(ProblemError):
        read_csv(b"x\n" * 6_000)


def test_two_rows_that_say_different_things_of_the_same_are_told(desk: Desk) -> None:
    def twice(book: Any) -> None:
        for column, value in zip("AGHI", ("M02", "68", "TW III 2026", "Laporan DLH"), strict=True):
            book[FIGURES][f"{column}8"] = value

    assert said(desk.take(desk.fill(FIGURE, change=twice))) == ["Angka G8: diisi lain di baris 6"]


def test_an_error_that_would_follow_in_the_plan_is_told_of_that_file_alone(desk: Desk) -> None:
    first = desk.fill(FIGURE)
    second = desk.fill({("Usulan kegiatan", "A5"): "x" * 1500, ("Usulan kegiatan", "B5"): "M06"}, "DISHUB")

    taken = desk.take(first, second)

    assert [file.problem is None for file in taken.files] == [True, True]
    assert len(taken.edit.files) == 2


# -- what was recorded while the form was away -------------------------------------------------------------


WHILE_AWAY = [
    (ACTIONS, {"E5": "berjalan", "G5": "40"}, "progress: 60", "40", "G5"),
    (ACTIONS, {"E5": "berjalan", "I5": "Lahan"}, "obstacle: Banjir", "`Lahan`", "I5"),
    (ACTIONS, {"H5": "2.500.000"}, "spent: 1000000", "2.500.000", "H5"),
]


@pytest.mark.parametrize("case", range(len(WHILE_AWAY)))
def test_a_form_does_not_pass_over_what_was_recorded_since_it_went_out(case: int, desk: Desk) -> None:
    sheet, typed, recorded, filled, cell = WHILE_AWAY[case]
    path = desk.fill({(sheet, at): value for at, value in typed.items()})
    code = next(iter(desk.form().rows["actions"]))
    record_entry(desk, code, recorded)

    taken = desk.take(path)

    (problem,) = said(taken)
    assert problem.startswith(f"{sheet} {cell}: sejak formulir dikirim tercatat ")
    assert problem.endswith(f"diisi {filled}")
    assert taken.edit.files == ()
    wanted = desk.take(path, how=HowToTake(rival=True)).edit.patch()
    assert not [line for line in wanted.splitlines() if line.startswith("-") and recorded in line]


def record_entry(desk: Desk, code: str, fields: str) -> None:
    """Write an entry into the history of an action, as a command would, three days after the form went out."""
    reading = desk.plan()
    action = reading.plan.action_by_code[code]
    key, _, value = fields.partition(": ")
    news = {"known": date(2026, 11, 29), key: int(value) if value.isdigit() else value}
    edited(reading, [AppendItem(action.at("history"), news)]).write()


# -- cells that are not what they say, sheets that nobody sees ------------------------------------------


def with_cell(cell: bytes, path: Path) -> None:
    """Write G6 of the figures otherwise, as a program might that does not keep to the format."""
    content = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = {name: archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name}
    (name,) = (
        name
        for name, sheet in sheets.items()
        if b">Nilai baru<" in sheet or name == "xl/worksheets/sheet2.xml"
    )
    changed, times = re.subn(rb'<c r="G6"[^>]*?(?:/>|>.*?</c>)', lambda _: cell, sheets[name])
    assert times == 1
    path.write_bytes(repacked(content, **{name: changed}))


NO_NUMBERS = ("abc", "nan", "inf", "-inf", "0x1F", "true", "1_000", "1e999", "--5", "1,5", "٣")


@pytest.mark.parametrize("stored", NO_NUMBERS)
def test_a_number_that_is_none_is_refused_at_its_cell_and_the_rest_is_taken(stored: str, desk: Desk) -> None:
    proposal = {("Usulan kegiatan", "A5"): "Bank sampah", ("Usulan kegiatan", "B5"): "M02"}
    path = desk.fill({**FIGURE, **proposal}, change=look_like_dates_and_shares)
    content = path.read_bytes()
    looks = (
        zipfile.ZipFile(io.BytesIO(content)).read("xl/styles.xml").partition(b"<cellXfs")[2].count(b"<xf ")
    )

    for look in range(looks):
        path.write_bytes(content)
        with_cell(f'<c r="G6" t="n" s="{look}"><v>{stored}</v></c>'.encode(), path)
        assert said(desk.take(path)) == [f"Angka G6: `{stored}` tersimpan sebagai angka, padahal bukan"]
    assert desk.take(path, how=HowToTake(partial=True)).edit.files != ()


def look_like_dates_and_shares(book: Any) -> None:
    for cell, format in (("K1", "0%"), ("K2", "yyyy-mm-dd")):
        book[FIGURES][cell].number_format = format


def test_a_boolean_is_no_figure(desk: Desk) -> None:
    path = desk.fill(FIGURE)
    with_cell(b'<c r="G6" t="b"><v>1</v></c>', path)

    assert said(desk.take(path)) == ["Angka G6: `1` tersimpan sebagai benar atau salah, bukan sebagai isian"]


def test_a_workbook_whose_sheet_names_no_part_ends_in_a_sentence(desk: Desk) -> None:
    path = desk.fill(FIGURE)
    content = path.read_bytes()
    book = zipfile.ZipFile(io.BytesIO(content)).read("xl/workbook.xml")
    path.write_bytes(repacked(content, **{"xl/workbook.xml": re.sub(rb' r:id="[^"]*"', b"", book)}))

    assert said(desk.take(path)) == ["tidak ada tabel formulir di dalamnya"]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_not_read_and_is_named(state: str, desk: Desk) -> None:
    def hidden(book: Any) -> None:
        book[FIGURES].sheet_state = state

    taken = desk.take(desk.fill(FIGURE, change=hidden))

    assert said(taken) == ["Angka A4: lembar ini tersembunyi, isinya tidak dibaca"]
    assert taken.edit.files == ()


# -- strange files -----------------------------------------------------------------------------------------


def repacked(content: bytes, **parts: bytes) -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as archive,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in archive.namelist():
            new.writestr(name, parts.pop(name, None) or archive.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return target.getvalue()


SHEET = "xl/worksheets/sheet2.xml"
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
ROW = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>M02</t></is></c><c r="B%d"><v>1</v></c></row>'


NAMES = b"".join(
    b'<definedName name="a%d">FORMULIR/DLH/2026-01-01/%012x</definedName>' % (n, n) for n in range(50_000)
)
FORMAT = b'<numFmts count="1"><numFmt numFmtId="170" formatCode="' + b"[" * 200_000 + b'"/></numFmts>'


def part_of(content: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(content)).read(name)


def with_sheet(sheet: bytes) -> Callable[[bytes], bytes]:
    return lambda content: repacked(content, **{SHEET: sheet})


STRANGE: Mapping[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "text": lambda _: b"Kode;Nilai\nM02;5\n",
    "old excel": lambda _: b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "opendocument": lambda content: repacked(content, mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
    "macros": lambda content: repacked(content, **{"xl/vbaProject.bin": b"x"}),
    "bomb": lambda content: repacked(content, **{SHEET: HEAD + b" " * 100 * 2**20 + b"</sheetData></worksheet>"}),
    "rows": lambda content: repacked(
        content,
        **{SHEET: HEAD + b"".join(ROW % (n, n, n) for n in range(5, 100_005)) + b"</sheetData></worksheet>"},
    ),
    "entities": with_sheet(b'<!DOCTYPE a [<!ENTITY b "c">]>' + HEAD + b"</sheetData></worksheet>"),
    "no style": with_sheet(HEAD + b'<row r="1"><c r="A1" s="999"><v>x</v></c></row></sheetData></worksheet>'),
    "no string": with_sheet(HEAD + b'<row><c t="s"><v>99999</v></c></row></sheetData></worksheet>'),
    "no cell": with_sheet(HEAD + b'<row><c r="-1"><v>1</v></c></row></sheetData></worksheet>'),
    "merged": lambda content: repacked(
        content, **{SHEET: HEAD + b"</sheetData><mergeCells>" + b'<mergeCell ref="A5:A9"/>' * 100_000 + b"</mergeCells></worksheet>"}
    ),
    "names": lambda content: repacked(
        content, **{"xl/workbook.xml": part_of(content, "xl/workbook.xml").replace(b"</workbook>", NAMES + b"</workbook>")}
    ),
    "format": lambda content: repacked(
        content, **{"xl/styles.xml": part_of(content, "xl/styles.xml").replace(b"<fonts", FORMAT + b"<fonts", 1)}
    ),
    "deep": with_sheet(b"<a>" * 50_000 + b"</a>" * 50_000),
    "tags": with_sheet(HEAD + b"<row/>" * 300_001 + b"</sheetData></worksheet>"),
    "long tag": with_sheet(HEAD + b'<row r="1" x="' + b"x" * 2**22 + b'"/></sheetData></worksheet>'),
}  # fmt: skip


@pytest.mark.parametrize("name", sample([*STRANGE], 8))
def test_a_strange_file_ends_in_a_sentence_and_takes_nothing(name: str, desk: Desk) -> None:
    path = desk.folder / "aneh.xlsx"
    path.write_bytes(STRANGE[name](workbook(desk.form())))

    taken = desk.take(path)

    assert taken.edit.files == ()
    assert name in ("no style", "deep", "format") or taken.files[0].problem is not None


def test_a_file_cut_off_anywhere_or_with_any_byte_turned_ends_in_a_sentence(desk: Desk) -> None:
    content = workbook(desk.form())
    path = desk.folder / "potong.xlsx"
    for at in range(0, len(content), len(content) // 25):
        path.write_bytes(content[:at])
        assert desk.take(path).files[0].problem is not None
        path.write_bytes(content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :])
        assert desk.take(path).edit.files == ()


def test_a_workbook_of_two_forms_and_one_of_none_are_refused(desk: Desk) -> None:
    other = desk.form("DISHUB").stamp

    def mixed(book: Any) -> None:
        book[ACTIONS]["A3"] = other

    assert said(desk.take(desk.fill({}, change=mixed)))[0].startswith("memuat bagian dari beberapa formulir")
    openpyxl.Workbook().save(desk.folder / "kosong.xlsx")
    assert said(desk.take(desk.folder / "kosong.xlsx")) == ["tidak ada nomor formulir di dalamnya"]


def test_a_form_that_the_archive_does_not_know_is_refused_whatever_it_says_of_itself(desk: Desk) -> None:
    """A base and a number that somebody makes fit each other would let rows in that were never asked."""
    own = desk.form()
    forged = own._replace(
        rows={**own.rows, "figures": {**own.rows["figures"], "M05": own.rows["figures"]["M02"]}}
    )
    path = desk.folder / "palsu.xlsx"
    path.write_bytes(workbook(forged))

    taken = desk.take(path)

    assert taken.edit.files == ()
    assert said(taken) == [f"formulir `{forged.stamp}` tidak pernah dikirim dari rencana ini"]


def test_a_row_that_was_added_to_a_form_is_refused_by_its_code(desk: Desk) -> None:
    def other_row(book: Any) -> None:
        for column, value in zip("AGHI", ("M05", "12", "TW III 2026", "Laporan DLH"), strict=True):
            book[FIGURES][f"{column}12"] = value

    taken = desk.take(desk.fill(FIGURE, change=other_row))

    assert said(taken) == ["Angka A12: `M05` tidak diminta dari DLH"]
    assert taken.edit.files == ()


def test_a_form_of_another_plan_with_the_same_codes_beside_ours_is_refused(desk: Desk) -> None:
    path = desk.fill(FIGURE)
    header = desk.folder / "data" / "indicators.yaml"
    title = plan_title(desk.plan().plan, "id")
    header.write_text(header.read_text("utf-8").replace(title, "Rencana kota lain", 1), "utf-8")

    taken = desk.take(path)

    assert said(taken) == [f"formulir ini dari rencana `{title}`, bukan `Rencana kota lain`"]
    assert taken.edit.files == ()


ANYTHING = st.one_of(
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=40),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    st.sampled_from(["=1+1", "=A1", "2026", "geser", "M02", "-", "0", "1e999", "٣"]),
)
CELL = st.tuples(
    st.sampled_from([table.name for table in TABLES.values()]),
    st.builds(lambda column, row: f"{column}{row}", st.sampled_from("ABCDEFGHIJKL"), st.integers(1, 9)),
)


@settings(
    max_examples=settings.default.max_examples // 4,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.dictionaries(CELL, ANYTHING, max_size=6))
def test_whatever_is_typed_anywhere_is_taken_or_told_and_never_breaks_the_plan(
    desk: Desk, typed: Typed
) -> None:
    taken = desk.take(desk.fill(typed), how=HowToTake(partial=True))

    assert taken.edit.after.findings == taken.edit.before.findings
    for file in taken.files:
        with_remarks(file)


# -- the register, and acceptance --------------------------------------------------------------------------


def test_who_has_not_returned_is_known_from_the_register(desk: Desk) -> None:
    forms = [desk.form(opd) for opd in ("DLH", "DISHUB")]
    desk.archive.note({forms[0].stamp: ReturnedForm("2026-12-01", "DLH.xlsx", "ab", "diambil")}, forms[:1])
    desk.archive.note({forms[0].stamp: ReturnedForm("2026-12-02", "DLH.xlsx", "ab", "diambil")}, forms[:1])

    assert [form.opd for form in desk.archive.outstanding()] == ["DISHUB"]
    assert [len(form.returned) for form in desk.archive.forms()] == [1, 0]
    (Path(desk.archive.folder) / "daftar.json").write_text("[", "utf-8")
    with pytest.raises(ProblemError):
        desk.archive.forms()


def test_a_figure_of_a_form_is_accepted_by_saying_it_once_more(desk: Desk) -> None:
    desk.take(desk.fill(FIGURE)).edit.write()
    reading = desk.plan(date(2026, 12, 5))
    indicator = reading.plan.indicator_by_code["M02"]
    when = indicator.measurements[-1].as_of

    assert [(code, value.value) for code, value in waiting(reading.plan)] == [("M02", Decimal("67.9"))]
    edit = edited(reading, acceptance_of(reading.plan, indicator, None, when, Acceptance()))

    assert added(edit) == [
        "- {as_of: 2026-TW3, known: 2026-12-05, value: 67.9, source: S41, verification: sekunder, "
        "note: Formulir diterima Bappeda.}"
    ]
    accepted = edit.after.plan.indicator_by_code["M02"]
    assert acceptance_of(edit.after.plan, accepted, None, when, Acceptance()) == ()
    assert not any(waiting(edit.after.plan))
    (better,) = acceptance_of(edit.after.plan, accepted, None, when, Acceptance("terverifikasi", "S29"))
    assert isinstance(better, AppendItem)
    assert isinstance(better.value, dict)
    assert (better.value["source"], better.value["verification"]) == ("S29", "terverifikasi")
    with pytest.raises(ProblemError):
        acceptance_of(reading.plan, indicator, None, indicator.measurements[0].as_of, Acceptance())


def test_a_figure_of_a_form_is_weak_until_it_is_accepted_and_then_what_it_was_accepted_as(desk: Desk) -> None:
    desk.take(desk.fill(FIGURE)).edit.write()
    reading = desk.plan(date(2026, 12, 5))
    indicator = reading.plan.indicator_by_code["M02"]
    assert value_strength(reading.plan, indicator.measurements[-1]) is Strength.WEAK

    edit = edited(
        reading,
        acceptance_of(reading.plan, indicator, None, indicator.measurements[-1].as_of, Acceptance()),
    )

    value = latest(edit.after.plan, edit.after.plan.indicator_by_code["M02"])
    assert value is not None
    assert value.measurement.verification == "sekunder"
    assert value_strength(edit.after.plan, value.measurement) is Strength.SECONDARY
