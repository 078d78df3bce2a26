"""Sheets: what a spreadsheet gets to see, read back with two other programs' libraries."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from serang_plan.cli.main import run
from serang_plan.operations.extras import install_command
from serang_plan.page import Callout, Figure, Heading, KeyFigures, Page, Paragraph, Sheet, Value
from serang_plan.rendering.tables import csv, xlsx
from serang_plan.wording import LANGS, escape_invisible
from tests.conftest import ROOT
from tests.readers.reports import PLANS, REPORT_OF, TYPED, written

EXAMPLE = str(ROOT / "src" / "serang_plan" / "example")
DAY = date(2026, 6, 30)
HOSTILE = [
    "=1+1",
    '=HYPERLINK("http://example.test","x")',
    "{=SUM(A1:A2)}",
    "+1",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "  =1+1",
    "＝1+1",
    "－1",
    "http://example.test",
    "mailto:a@example.test",
    "internal:Sheet2!A1",
    "'quoted",
    "01.04",
    "2020-03-10",
    "00123",
    "1e5",
    'say "x"; then, go',
    "line\nbreak",
    "\x1b[31mred",
    "\u202eturned",
    "<b>&amp;",
    "_x0041_",
    "a" * 40_000,
    "😀" * 20_000,
]
PAGE = Page(
    "Judul & =1+1",
    "per Selasa, 30 Juni 2026",
    (
        Callout("Masih KANDIDAT"),
        KeyFigures((Figure("terpenuhi", 2, "good", "✓"), Figure("belum", 6, "bad", "✗")), 8),
        Paragraph("Kalimat pembuka."),
        Heading("Bagian"),
        Paragraph("Tidak dalam ringkasan."),
    ),
    stamp="serang-plan 1.2.3",
    as_of=DAY,
)


def of_texts(texts: list[str]) -> Sheet:
    return Sheet("Data", ("Nomor", "Teks"), tuple((nth, text) for nth, text in enumerate(texts)))


def read_back(content: bytes, sheet: str) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return book.get_sheet_by_name(sheet).to_python()


# -- xlsx ------------------------------------------------------------------------------


def test_every_hostile_text_is_a_text_cell_that_reads_as_it_was_typed() -> None:
    content = xlsx.render(PAGE, (of_texts(HOSTILE),))

    cells = list(load_workbook(io.BytesIO(content))["Data"].iter_rows(min_row=2, min_col=2))
    expected = [xlsx.cut(escape_invisible(text), 32_767) for text in HOSTILE]
    assert [cell.data_type for (cell,) in cells] == ["s"] * len(HOSTILE)
    assert [cell.hyperlink for (cell,) in cells] == [None] * len(HOSTILE)
    assert [row[1] for row in read_back(content, "Data")[1:]] == expected


def test_a_text_that_is_too_long_for_a_cell_says_that_it_is_cut() -> None:
    content = xlsx.render(PAGE, (of_texts(["a" * 40_000, "😀" * 20_000]),))

    for row in read_back(content, "Data")[1:]:
        text = str(row[1])
        assert text.endswith("…")
        assert 32_766 <= len(text.encode("utf-16-le")) // 2 <= 32_767


@given(st.text(max_size=80))
def test_any_text_comes_back_from_a_workbook(text: str) -> None:
    content = xlsx.render(PAGE, (Sheet("Data", ("Teks",), ((f"x{text}",),)),))

    assert read_back(content, "Data")[1] == [escape_invisible(f"x{text}")]


@pytest.mark.parametrize(
    "value", [12, Decimal("22.2"), Decimal("0.003"), Decimal("-7.5"), 652_000, 2026, 52_200_000_000]
)
def test_a_number_is_a_number(value: int | Decimal) -> None:
    content = xlsx.render(PAGE, (Sheet("Data", ("Nilai",), ((value,),)),))

    assert read_back(content, "Data")[1] == [float(value)]


def test_a_percentage_is_the_number_that_its_unit_says_and_no_format_multiplies_it() -> None:
    content = xlsx.render(PAGE, (Sheet("Data", ("Nilai", "Satuan"), ((Decimal("22.2"), "% timbulan"),)),))

    cell = load_workbook(io.BytesIO(content))["Data"]["A2"]
    assert (cell.value, cell.number_format) == (22.2, "0.0")


@pytest.mark.parametrize(
    ("value", "format"),
    [(2026, "0"), (652_000, "#,##0"), (Decimal("538.752"), "0.000"), (Decimal("12345.5"), "#,##0.0")],
)
def test_digits_are_grouped_where_they_are_many_and_a_year_is_left_alone(
    value: int | Decimal, format: str
) -> None:
    content = xlsx.render(PAGE, (Sheet("Data", ("Nilai",), ((value,),)),))

    assert load_workbook(io.BytesIO(content))["Data"]["A2"].number_format == format


def test_a_number_that_a_spreadsheet_would_change_stays_text() -> None:
    content = xlsx.render(PAGE, (Sheet("Data", ("Nilai",), ((1234567890123456789,),)),))

    assert read_back(content, "Data")[1] == ["1234567890123456789"]


def test_a_day_is_a_day_and_unknown_is_empty() -> None:
    rows: tuple[tuple[Value, ...], ...] = ((date(2020, 3, 10), None),)
    content = xlsx.render(PAGE, (Sheet("Data", ("Hari", "Nilai"), rows),))

    assert read_back(content, "Data")[1] == [date(2020, 3, 10), ""]
    assert load_workbook(io.BytesIO(content))["Data"]["B2"].value is None


def test_the_first_sheet_says_what_it_is_as_of_when_and_how_sure() -> None:
    content = xlsx.render(PAGE, (of_texts(["x", "y"]),))

    said = [cell for row in read_back(content, "Ringkasan") for cell in row if cell != ""]
    assert said == [
        *("Judul & =1+1", "per Selasa, 30 Juni 2026", "Masih KANDIDAT"),
        *("✓ terpenuhi", 2.0, "✗ belum", 6.0, "Kalimat pembuka."),
        *("Lembar", "Baris", "Data", 2.0, "serang-plan 1.2.3"),
    ]


def test_a_sheet_is_ready_to_filter_scroll_and_print() -> None:
    book = load_workbook(io.BytesIO(xlsx.render(PAGE, (of_texts(["x"]),))))

    at = book["Data"]
    assert at.freeze_panes == "B2"
    assert at.auto_filter.ref == "A1:B2"
    assert at.print_title_rows == "$1:$1"
    assert at.page_setup.paperSize == 9
    assert (at.page_setup.fitToWidth or 1, at.page_setup.fitToHeight) == (1, 0)
    assert at["B2"].alignment.wrap_text
    assert "&amp;&amp; =1+1" in _part(xlsx.render(PAGE, (of_texts(["x"]),)), "xl/worksheets/sheet2.xml")


@pytest.mark.parametrize(("count", "orientation"), [(2, "portrait"), (9, "landscape")])
def test_a_wide_sheet_is_printed_across(count: int, orientation: str) -> None:
    sheet = Sheet("Data", tuple(f"Kolom {nth}" for nth in range(count)), (("isi " * 10,) * count,))

    at = load_workbook(io.BytesIO(xlsx.render(PAGE, (sheet,))))["Data"]

    assert at.page_setup.orientation == orientation


def test_a_column_has_room_for_its_longest_word() -> None:
    rows = (*((code,) for code in ("DLH", "DPUPR", "RSUD") * 10), ("DINKOPUKMPERINDAG",))

    at = load_workbook(io.BytesIO(xlsx.render(PAGE, (Sheet("Data", ("OPD",), rows),))))["Data"]

    assert at.column_dimensions["A"].width > 1.2 * len("DINKOPUKMPERINDAG")


def _part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return parts.read(name).decode()


def unpacked(content: bytes) -> bytes:
    """Return the content of a file, of an archive that of its parts."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return b"\n".join(parts.read(name) for name in parts.namelist())


def test_a_column_to_fill_in_offers_its_words() -> None:
    sheet = Sheet("Data", ("Kode", "Status"), (("A1", None), ("A2", None)), ((1, ("menunggu", "selesai")),))

    (rule,) = load_workbook(io.BytesIO(xlsx.render(PAGE, (sheet,))))["Data"].data_validations.dataValidation

    assert (rule.formula1, str(rule.sqref)) == ('"menunggu,selesai"', "B2:B3")


def test_a_list_of_words_that_excel_would_drop_is_not_lost_in_silence() -> None:
    sheet = Sheet("Data", ("Kode",), ((None,),), ((0, ("x" * 200, "y" * 200)),))

    with pytest.warns(UserWarning, match="255"), pytest.raises(xlsx.CellLostError):
        xlsx.render(PAGE, (sheet,))


@given(st.lists(st.text(max_size=50), max_size=6))
def test_sheets_have_names_that_excel_takes_and_no_two_alike(wanted: list[str]) -> None:
    names = xlsx.sheet_names(wanted)

    assert len({name.casefold() for name in names}) == len(names) == len(wanted)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name.casefold() != "history"
        assert name == name.strip("'")


def test_nothing_in_a_workbook_says_who_made_it_or_when() -> None:
    properties = load_workbook(io.BytesIO(xlsx.render(PAGE, ()))).properties

    assert (properties.creator, properties.lastModifiedBy) == (None, None)
    assert properties.created.date() == properties.modified.date() == DAY


# -- csv -------------------------------------------------------------------------------

BARE = Page("Judul", "", ())


def rows_of(content: bytes) -> list[str]:
    assert content.startswith(b"\xef\xbb\xbf")
    return content.decode("utf-8-sig").removesuffix("\r\n").split("\r\n")


def test_a_csv_in_indonesian_opens_in_indonesian_excel() -> None:
    sheet = Sheet(
        "Data", ("Kode", "Nilai", "Hari"), (("M01", Decimal("22.2"), date(2020, 3, 10)), ("M02", None, None))
    )

    assert rows_of(csv.render(BARE, (sheet,))) == [
        '"Kode";"Nilai";"Hari"',
        '"M01";22,2;2020-03-10',
        '"M02";;',
    ]


def test_a_csv_in_english_opens_in_english_excel() -> None:
    sheet = Sheet("Data", ("Code", "Value"), (("M01", Decimal("22.2")),))

    assert rows_of(csv.render(BARE._replace(lang="en"), (sheet,))) == ['"Code","Value"', '"M01",22.2']


def test_each_row_of_a_csv_bears_the_stamp() -> None:
    rows = rows_of(csv.render(PAGE, (Sheet("Data", ("Kode",), (("M01",), ("M02",))),)))

    assert rows == [
        '"Kode";"Keadaan per";"Perhatian";"Dibuat dari"',
        '"M01";2026-06-30;"Masih KANDIDAT";"serang-plan 1.2.3"',
        '"M02";2026-06-30;"Masih KANDIDAT";"serang-plan 1.2.3"',
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2+3", "@SUM(1)", "  =1+1", "＝1", "＋1", "－1", "＠1"])
def test_what_looks_like_a_formula_stands_in_quotation_marks(text: str) -> None:
    assert csv.inert(text) == f"“{text}”"


@given(st.text())
def test_no_cell_of_a_csv_begins_like_a_formula(text: str) -> None:
    (_, line) = rows_of(csv.render(BARE, (Sheet("Data", ("Teks",), ((text,),)),)))

    cell = line[1:-1].replace('""', '"')
    assert cell.strip()[:1] not in (*"=+-@＝＋－＠", "\t", "\r")
    assert cell in (escape_invisible(text), f"“{escape_invisible(text)}”")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("lang", LANGS)
def test_libreoffice_finds_no_formula_in_a_csv(lang: str, tmp_path: Path) -> None:
    page = BARE._replace(lang=lang)  # type: ignore[arg-type]
    (tmp_path / "laporan.csv").write_bytes(csv.render(page, (of_texts(HOSTILE[:-2]),)))
    token = "59,34,76" if lang == "id" else "44,34,76"
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += [f"--infilter=CSV:{token},1,,0,false,true,false,false,false,-1", "--convert-to", "xlsx"]
    subprocess.run([*command, "laporan.csv"], cwd=tmp_path, check=True, capture_output=True, timeout=120)

    (made,) = tmp_path.glob("*.xlsx")
    cells = [cell for row in load_workbook(made).active.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert len([cell for cell in cells if cell.column == 2 and cell.value is not None]) == len(HOSTILE) - 1


# -- reports ---------------------------------------------------------------------------

WITH_SHEETS = [name for name, report in REPORT_OF.items() if report.has_sheets]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("example", WITH_SHEETS)
def test_every_report_becomes_a_workbook_whose_rows_are_as_wide_as_their_head(
    example: str, lang: str
) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(written(TYPED[example], "contoh", lang, "xlsx")))

    assert book.sheet_names[0] == ("Summary" if lang == "en" else "Ringkasan")
    for name in book.sheet_names[1:]:
        head, *rows = book.get_sheet_by_name(name).to_python()
        assert all(head)
        assert rows or name == book.sheet_names[1]


def test_a_csv_says_which_table_it_is_and_where_the_others_are(capfd: pytest.CaptureFixture[str]) -> None:
    code = run(["gaps", "--data", EXAMPLE, "--as-of", DAY.isoformat(), "--format", "csv"])

    out, err = capfd.readouterr()
    assert code == 0
    assert out.startswith('\ufeff"Kode";"Indikator";')
    assert err == "ini hanya tabel Kesenjangan; untuk Kegiatan pakai `--table NAMA` atau `--format xlsx`\n"


def test_without_the_extra_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.delitem(sys.modules, "serang_plan.rendering.tables.xlsx", raising=False)

    code = run(["status", "--data", EXAMPLE, "--as-of", DAY.isoformat(), "--format", "xlsx", "-o", "-"])

    assert code == 2
    assert install_command("xlsx") in capsys.readouterr().err


# -- charts --------------------------------------------------------------------------------


def test_a_workbook_draws_its_lines_from_the_table_of_their_points() -> None:
    book = load_workbook(io.BytesIO(written("progress M02", "contoh", "id", "xlsx")))

    (chart,) = book["Grafik"]._charts
    points = [[cell.value for cell in row] for row in book["Titik grafik"].iter_rows(min_row=2)]
    lines = {
        name: [row for row in points if row[1] == name] for name in dict.fromkeys(row[1] for row in points)
    }

    assert [one.tx.v for one in chart.series] == list(lines)
    for one, (name, rows) in zip(chart.series, lines.items(), strict=True):
        first = 2 + points.index(rows[0])
        where = f"'Titik grafik'!$E${first}:$E${first + len(rows) - 1}"
        assert one.yVal.numRef.f == where
        assert one.xVal.numRef.f == where.replace("$E$", "$D$")
        assert one.spPr.ln.noFill is (name == "nilai tandingan")
    assert [row[3].year for row in lines["target tahunan"]] == [2024, 2025, 2026, 2027, 2028, 2029]
    assert lines["nilai"][0][2:5:2] == ["2019", 58]


def test_status_has_a_chart_for_each_indicator_and_a_csv_has_none() -> None:
    book = load_workbook(io.BytesIO(written("status", "contoh", "id", "xlsx")))

    assert len(book["Grafik"]._charts) == 16
    assert book["Grafik"].row_breaks.brk[0].id == 57
    assert {book["Grafik"].row_dimensions[row].height for row in range(2, 114)} == {15.75}
    assert b"Titik grafik" not in written("status", "contoh", "id", "csv")


def test_a_matrix_of_letters_is_narrow_and_says_what_they_mean() -> None:
    sheet = Sheet(
        "Matriks",
        ("OPD", *(f"M{nth:02}" for nth in range(1, 17))),
        (("DINKES", "P!", *[None] * 15),),
        note="P pengampu",
    )

    content = xlsx.render(PAGE, (sheet,))
    at = load_workbook(io.BytesIO(content))["Matriks"]

    assert '<col min="2" max="17" width="6.' in _part(content, "xl/worksheets/sheet2.xml")
    assert at.page_setup.paperSize == 9
    assert at["A4"].value == "P pengampu"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("name", WITH_SHEETS)
def test_every_sheet_is_printed_on_a4_in_letters_that_can_be_read(name: str, plan: str, lang: str) -> None:
    for at in load_workbook(io.BytesIO(written(TYPED[name], plan, lang, "xlsx"))):
        room = {"portrait": A4[0], "landscape": A4[1]}[at.page_setup.orientation] - 2 * MARGIN
        names, *parts = parts_of(at)

        assert at.page_setup.paperSize == 9
        assert sum(map(len, (names, *parts))) == at.max_column
        print_size = room / max(sum(map(width_of, names)) + sum(map(width_of, part)) for part in parts)
        assert print_size * 10 >= 7, at.title
        assert (at.page_setup.scale or 0) <= 100 * print_size


A4, MARGIN = (210.0, 297.0), 10.16
LETTER = 25.4 / 96 * 7
"""How wide a letter is that columns are counted in."""


def parts_of(at: Worksheet) -> list[list[float]]:
    """Return the widths of the columns that every sheet of paper repeats, then of those on each of them."""
    widths = [width for columns in at.column_dimensions.values() for width in across(columns)]
    widths += [8.43] * (at.max_column - len(widths))
    repeated = column_index_from_string(at.print_title_cols.split("$")[-1]) if at.print_title_cols else 0
    ends = [repeated, *(column.id for column in at.col_breaks.brk), len(widths)]
    return [widths[:repeated], *(widths[start:end] for start, end in pairwise(ends))]


def across(columns: ColumnDimension) -> list[float]:
    return [columns.width] * (columns.max - columns.min + 1)


def width_of(letters: float) -> float:
    return (letters + 0.72) * LETTER
