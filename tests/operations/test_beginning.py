"""A first plan from what an office has: lists are read by their headings, and what is strange is said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from serang_plan.operations.beginning.first_plan import PlanStart, first_texts
from serang_plan.operations.beginning.list_reader import Headings, ListedRows, listed_in, read_list
from serang_plan.operations.beginning.listed import (
    INDICATOR_HEADINGS,
    OPD_HEADINGS,
    ListedIndicator,
    ListedOpd,
    listed_indicators,
    listed_opd,
)
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.folder import read_texts

openpyxl = pytest.importorskip("openpyxl")


def opd_in(text: str) -> list[tuple[str, str]]:
    return [tuple(agency) for agency in listed_opd(listed_in(text.encode(), OPD_HEADINGS))]


def indicators_in(text: str, *opd: ListedOpd) -> tuple[tuple[ListedIndicator, ...], tuple[ListedOpd, ...]]:
    return listed_indicators(listed_in(text.encode(), INDICATOR_HEADINGS), opd)


def in_workbook(
    folder: Path, rows: Sequence[Sequence[object]], headings: Headings, merge: str = "", sheet: str = ""
) -> ListedRows:
    book = openpyxl.Workbook()
    if sheet:
        book.active.append(["Petunjuk: isi lembar berikutnya"])
        book.create_sheet(sheet)
    page = book.worksheets[-1]
    for row in rows:
        page.append(list(row))
    if merge:
        page.merge_cells(merge)
    book.save(folder / "daftar.xlsx")
    return read_list(str(folder / "daftar.xlsx"), headings)


def problem(call, *arguments: object) -> ProblemError:  # type: ignore[no-untyped-def]
    with pytest.raises(ProblemError) as raised:
        call(*arguments)
    return raised.value


LISTS_OF_OPD = {
    "headed": ("Kode\tNama OPD\nDLH\tDinas Lingkungan Hidup\nDPUPR\tDinas PUPR\n", ["DLH", "DPUPR"]),
    "headed the other way round": ("Perangkat Daerah;Singkatan\nDinas Lingkungan Hidup;DLH\n", ["DLH"]),
    "numbered": ("No,Nama,Kode\n1,Dinas Lingkungan Hidup,DLH\n2,Dinas PUPR,DPUPR\n", ["DLH", "DPUPR"]),
    "without headings": ("DLH\tDinas Lingkungan Hidup\nDPUPR\tDinas PUPR\n", ["DLH", "DPUPR"]),
    "numbered without headings": (
        "1.\tDLH\tDinas Lingkungan Hidup\n2.\tDPUPR\tDinas PUPR\n",
        ["DLH", "DPUPR"],
    ),
    "names with their codes": ("Dinas Lingkungan Hidup (DLH)\nDPUPR - Dinas PUPR\n", ["DLH", "DPUPR"]),
    "names with commas": (
        "Dinas Perumahan Rakyat, Kawasan Permukiman dan Pertanahan\nDinas Kesehatan\nDinas Kebudayaan\n",
        ["DPRKPP", "DK", "DK2"],
    ),
    "one word": ("Bappeda\n", ["BAPPEDA"]),
}


@pytest.mark.parametrize(("text", "codes"), LISTS_OF_OPD.values(), ids=LISTS_OF_OPD)
def test_opd_are_read_however_they_are_listed(text: str, codes: list[str]) -> None:
    assert [code for code, _ in opd_in(text)] == codes
    assert all(name.casefold().startswith(("dinas", "bappeda")) for _, name in opd_in(text))


def test_a_name_keeps_its_commas() -> None:
    name = "Dinas Perumahan Rakyat, Kawasan Permukiman dan Pertanahan"

    assert opd_in(f"{name}\nDinas Kesehatan\n")[0] == ("DPRKPP", name)


def test_indicators_are_read_by_their_headings_and_what_is_not_said_stays_empty() -> None:
    indicators, opd = indicators_in(
        "No;Indikator (IKU);Satuan;Arah;OPD;Aspek\n"
        "1;Sampah  terangkut;%;naik;DLH;Fisik & Lingkungan\n"
        "2;Kawasan kumuh;ha;negatif;DPRKP/DLH;\n"
        "3;RTH publik;;;;\n"
    )

    assert indicators == (
        ListedIndicator(2, "M01", "Sampah terangkut", "%", "naik", "fisik-lingkungan", ("DLH",)),
        ListedIndicator(3, "M02", "Kawasan kumuh", "ha", "turun", "", ("DPRKP", "DLH")),
        ListedIndicator(4, "M03", "RTH publik"),
    )
    assert opd == (("DLH", "DLH"), ("DPRKP", "DPRKP"))


def test_an_opd_is_known_by_its_code_or_its_name() -> None:
    dlh, dpu = ListedOpd("DLH", "Dinas Lingkungan Hidup"), ListedOpd("DPU", "Dinas PU/PR")
    (one, other), opd = indicators_in(
        "Indikator\tPengampu\nSampah\tdinas lingkungan hidup\nJalan\tDinas PU/PR\n", dlh, dpu
    )

    assert (one.leads, other.leads, opd) == (("DLH",), ("DPU",), (dlh, dpu))


def test_the_sheet_that_heads_a_list_is_read_and_merged_cells_count_for_each_row(tmp_path: Path) -> None:
    rows = [
        ["DAFTAR INDIKATOR"],
        [],
        ["No", "Indikator", "Satuan", "OPD", "Realisasi"],
        [1, "Sampah", "%", "DLH", 70],
        [2, "Sungai", "indeks", None, 55],
        [None, None, None, None, "jumlah"],
    ]
    table = in_workbook(tmp_path, rows, INDICATOR_HEADINGS, merge="D4:D5", sheet="IKU")
    indicators, _ = listed_indicators(table, ())

    assert [(indicator.name, indicator.leads) for indicator in indicators] == [
        ("Sampah", ("DLH",)),
        ("Sungai", ("DLH",)),
    ]
    assert (table.unused, table.nameless) == (("Realisasi",), (6,))


STRANGE = {
    "a code twice": (
        "Kode;Indikator\nM01;Sampah\nM01;Jalan\n",
        "list of indicators, row 3: `M01` is there above already",
    ),
    "a name twice": (
        "Indikator;Satuan\nSampah;%\nsampah;%\n",
        "list of indicators, row 3: `sampah` is there above already",
    ),
    "no code": ("Kode;Indikator\nM/1;Sampah\n", "list of indicators, row 2: `M/1` is not known"),
    "no direction": ("Indikator;Arah\nSampah;kadang\n", "list of indicators, row 2: `kadang` is not known"),
    "no headings": ("Sampah terangkut;%\nKawasan kumuh;ha\n", "the columns of this list have no headings"),
    "an OPD that is not listed": (
        "Indikator;OPD\nSampah;DLX\n",
        "list of indicators, row 2: `DLX` is not known",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), STRANGE.values(), ids=STRANGE)
def test_what_is_strange_in_a_list_is_said_with_its_row(text: str, sentence: str) -> None:
    raised = problem(indicators_in, text, ListedOpd("DLH", "Dinas Lingkungan Hidup"))

    assert raised.message.en == sentence
    assert raised.help is not None


def test_a_misspelt_opd_is_told_apart_from_a_missing_one() -> None:
    raised = problem(indicators_in, "Indikator;OPD\nSampah;DLX\n", ListedOpd("DLH", "Dinas Lingkungan Hidup"))

    assert raised.help is not None
    assert raised.help.en == "did you mean `DLH`?"


def test_an_excel_error_is_not_taken_for_a_name(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Kode", "Nama"])
    book.active.append(["DLH", None])
    book.active["B2"].value, book.active["B2"].data_type = "#REF!", "e"
    book.save(tmp_path / "opd.xlsx")

    raised = problem(read_list, str(tmp_path / "opd.xlsx"), OPD_HEADINGS)

    assert raised.message.en == "cell B2 of sheet Sheet has an Excel error"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04half", "this Excel file is damaged or cut off"),
        (b"\xd0\xcf\x11\xe0old", "an old Excel file (.xls), or one with a password"),
        (b"Nama;Kode\n" + b"a;b\n" * 6_000, "it holds far more than a list"),
        (b"Nama;Kode\n" + b"x" * 21 * 2**20, "it holds far more than a list"),
    ],
    ids=["cut off", "old", "many rows", "many bytes"],
)
def test_a_file_that_is_no_list_ends_in_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "opd.xlsx").write_bytes(content)
    if not content.startswith((b"PK", b"\xd0")):
        (tmp_path / "opd.xlsx").rename(tmp_path / "opd.csv")
    (file,) = tmp_path.iterdir()

    assert problem(read_list, str(file), OPD_HEADINGS).message.en == sentence


def test_a_file_that_is_not_there_is_named() -> None:
    assert "tiada.xlsx" in problem(read_list, "tiada.xlsx", OPD_HEADINGS).message.en


# -- the files ------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    "name", ["Sampah: terangkut", "# tagar", "ya", "12", '"kutip"', "- tanda hubung", "é, ünï"]
)
def test_every_name_is_read_back_as_it_was_listed(lang: str, name: str) -> None:
    opd, indicator = ListedOpd("DLH", name), ListedIndicator(2, "M01", name, name, "naik", "", ("DLH", "DPU"))
    texts = first_texts(
        PlanStart(name, "36.73", 2026, 2030, (opd, ListedOpd("DPU", "PU")), (indicator,)),
        lang,  # type: ignore[arg-type]
    )
    reading = read_texts(
        ((path, text) for path, text in texts.items() if path.endswith("yaml")), date(2026, 1, 1)
    )
    plan = reading.plan

    assert reading.findings == ()
    assert plan.header is not None
    assert (plan.header.city, plan.header.region, plan.header.indicators_expected) == (name, "36.73", 1)
    assert [(record.code, record.name, record.unit, record.direction) for record in plan.indicators] == [
        ("M01", name, name, "naik")
    ]
    assert [record.name for record in plan.opd] == [name, "PU"]
    assert [(duty.lead, duty.support, duty.basis) for duty in plan.assignments] == [
        ("DLH", ("DPU",), "usulan")
    ]


def test_what_is_not_known_is_not_written() -> None:
    texts = first_texts(PlanStart("Kota", "", 2026, 2030), "id")

    assert "region" not in texts["data/indicators.yaml"].replace("36.73", "")
    assert "indicators_expected" not in texts["data/indicators.yaml"]


def test_a_plan_that_would_have_an_error_is_not_given() -> None:
    long = ListedOpd("X" * 61, "Terlalu panjang")

    assert problem(first_texts, PlanStart("Kota", "", 2026, 2030, (long,)), "id").help is not None
