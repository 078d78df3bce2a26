"""Forms from the command line: nothing is written unasked, what is told names its cell, no file is replaced unasked."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import openpyxl
import pytest

from tests.conftest import ROOT
from tests.readers.begun import program
from tests.readers.process import CLEAN
from tests.readers.terminal_session import at_a_terminal

Typed = Callable[..., CompletedProcess[str]]


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path) -> Path:
    shutil.copytree(
        ROOT / "src" / "serang_plan" / "example", tmp_path / "data", ignore=shutil.ignore_patterns("__*")
    )
    return tmp_path


@pytest.fixture(name="type_")
def type_fixture(folder: Path) -> Typed:
    def typed(*arguments: str, day: str = "2026-12-01", lang: str = "id") -> CompletedProcess[str]:
        state = str(folder / "state")
        return program("sheet", *arguments, "--as-of", day, "--lang", lang, cwd=folder, XDG_STATE_HOME=state)

    return typed


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(name="form")
def form_fixture(folder: Path, type_: Typed) -> Path:
    """A form in which a right figure and a wrong percentage are filled in."""
    assert type_("export", "--opd", "DLH", "--opd", "DISHUB", day="2026-11-26").returncode == 0
    book = openpyxl.load_workbook(folder / "formulir" / "DLH.xlsx")
    book["Angka"]["G6"], book["Angka"]["H6"] = "67,9", "TW III 2026"
    book["Kegiatan"]["G5"] = "140"
    book.save(folder / "DLH.xlsx")
    return folder / "DLH.xlsx"


@pytest.mark.parametrize("options", [("--dry-run",), ()], ids=["shown", "in a pipe"])
def test_what_nobody_agreed_to_is_not_written_and_not_registered(
    options: tuple[str, ...], folder: Path, form: Path, type_: Typed
) -> None:
    before = everything(folder)

    ended = type_("import", form.name, "--partial", *options)

    assert (ended.returncode, everything(folder)) == (1 if options else 2, before)
    assert "DLH.xlsx: 1 baru dan 1 ditolak" in ended.stdout
    assert "DLH.xlsx, lembar Kegiatan, baris 5, sel G5: `140` bukan persen bulat" in ended.stdout


def test_who_says_no_at_the_terminal_gets_nothing_written(folder: Path, form: Path) -> None:
    before = everything(folder)

    with at_a_terminal(
        "sheet", "import", form.name, "--partial", "--as-of", "2026-12-01", cwd=folder
    ) as terminal:
        terminal.answer("[y/T]", "t")
        assert terminal.ends() == 1

    assert "Tidak ada yang ditulis." in terminal.said
    assert everything(folder) == before


def test_a_wrong_file_goes_back_and_a_right_part_of_it_is_taken_when_asked_for(
    folder: Path, form: Path, type_: Typed
) -> None:
    before = everything(folder / "data")
    whole = type_("import", form.name, "--yes")
    assert (whole.returncode, everything(folder / "data")) == (1, before)
    assert openpyxl.load_workbook(folder / "dikembalikan" / "DLH.xlsx")["Kegiatan"]["L5"].value.startswith(
        "`140`"
    )
    assert type_("status").stdout == "DISHUB: dikirim 26 Nov 2026, 5 hari belum kembali\n"

    part = type_("import", form.name, "--partial", "--yes")

    assert part.returncode == 1
    assert "M02 Sampah tertangani: membaik dari 66,8%" in part.stdout
    assert "value: 67.9" in (folder / "data" / "indicators.yaml").read_text("utf-8")
    assert "sekunder" in type_("accept", "M02", "2026-TW3", "--dry-run").stdout


def test_what_goes_back_is_written_over_nothing(folder: Path, form: Path, type_: Typed) -> None:
    """Whoever mended it may have saved it where it lay, and two forms may bear one name."""
    type_("import", form.name, "--yes")
    back = folder / "dikembalikan" / "DLH.xlsx"
    as_returned = back.read_bytes()
    assert "Sudah ada: " in type_("import", form.name, "--yes").stderr
    assert [*back.parent.iterdir()] == [back]

    back.write_bytes(b"diperbaiki")
    assert str(Path("dikembalikan", "DLH 2.xlsx")) in type_("import", form.name, "--yes").stderr
    assert back.read_bytes() == b"diperbaiki"
    assert back.with_name("DLH 2.xlsx").read_bytes() == as_returned

    for place in ("satu", "dua"):
        (folder / place).mkdir()
        shutil.copy(form, folder / place / "X.xlsx")
    change(folder / "dua" / "X.xlsx", "K5", "lain")
    type_("import", str(Path("satu", "X.xlsx")), str(Path("dua", "X.xlsx")), "-o", "balik", "--yes")
    assert sorted(path.name for path in (folder / "balik").iterdir()) == ["X 2.xlsx", "X.xlsx"]


def change(path: Path, cell: str, text: str) -> None:
    book = openpyxl.load_workbook(path)
    book["Kegiatan"][cell] = text
    book.save(path)


def test_a_table_of_figures_from_elsewhere_is_recorded_with_its_source(folder: Path, type_: Typed) -> None:
    (folder / "tabel.csv").write_text("Kode;Realisasi;Periode\nM02;66,4;2025-06\n", "utf-8")

    named = ("--column", "Nilai baru=Realisasi", "--column", "Waktu nilai baru=Periode")
    ended = type_("import", "tabel.csv", "--source", "S29", *named, "--yes")

    assert (ended.returncode, ended.stdout.splitlines()[0]) == (0, "tabel.csv: 1 baru")
    assert "as_of: 2025-06, value: 66.4, source: S29" in (folder / "data" / "indicators.yaml").read_text(
        "utf-8"
    )
    assert not (folder / "arsip").exists()


def test_a_table_headed_by_the_words_of_the_option_needs_no_pairing(folder: Path, type_: Typed) -> None:
    (folder / "tabel.csv").write_text("Kode;Nilai;Waktu;Catatan\nM02;66,4;2025-06;Tabel 3\n", "utf-8")

    asked = type_("import", "tabel.csv", "--dry-run")
    named = type_("import", "tabel.csv", "--source", "S29", "--dry-run")
    other = type_("import", "tabel.csv", "--source", "S29", "--column", "nilai=Angka", "--dry-run")

    assert "bila ini tabel nilai dari tempat lain, sebut `--source`" in asked.stdout
    assert (named.returncode, named.stdout.splitlines()[0]) == (0, "tabel.csv: 1 baru")
    assert "value: 66.4, source: S29, verification: perlu-dicek, note: Tabel 3" in named.stdout
    assert other.returncode == 1


KILLED_BEFORE_THE_REGISTER = """
import os, sys
from serang_plan.operations.sheets.archive import FormArchive
FormArchive.note = lambda *_: os._exit(9)
sys.argv[0] = "serang-plan"
from serang_plan.__main__ import main
main()
"""


def test_who_is_interrupted_between_plan_and_register_imports_once_more_and_both_are_right(
    folder: Path, form: Path, type_: Typed
) -> None:
    asked = ("import", form.name, "--partial", "--yes")
    killed = subprocess.run(
        [sys.executable, "-c", KILLED_BEFORE_THE_REGISTER, "sheet", *asked, "--as-of", "2026-12-01"],
        cwd=folder,
        env={**CLEAN, "XDG_STATE_HOME": str(folder / "state")},
        capture_output=True,
        timeout=60,
        check=False,
    )
    written = everything(folder / "data")
    assert killed.returncode == 9
    assert b"value: 67.9" in written["indicators.yaml"]
    assert "DLH: dikirim 26 Nov 2026, 5 hari belum kembali" in type_("status").stdout

    again = type_(*asked)

    assert "DLH.xlsx: 1 tetap dan 1 ditolak" in again.stdout
    assert everything(folder / "data") == written
    assert "DLH: dikirim" not in type_("status").stdout


def test_a_register_that_cannot_be_read_is_told_before_anything_is_written(
    folder: Path, form: Path, type_: Typed
) -> None:
    (folder / "arsip" / "formulir" / "daftar.json").write_text("[", "utf-8")
    before = everything(folder)

    ended = type_("import", form.name, "--partial", "--yes")

    assert (ended.returncode, ended.stdout, everything(folder)) == (2, "", before)


def test_what_came_home_is_known_from_the_day_that_is_said_and_waits_until_it_is_accepted(
    folder: Path, form: Path, type_: Typed
) -> None:
    type_("import", form.name, "--partial", "--yes", "--on", "2026-11-28")
    assert "published: 2026-11-28, kind: formulir" in (folder / "data" / "indicators.yaml").read_text("utf-8")
    assert (
        "M02 TW III 2026: 67,9 menurut formulir, belum diterima; terima dengan "
        "`serang-plan sheet accept M02 2026-TW3`"
    ) in type_("status").stdout

    accepted = type_(
        "accept", "M02", "2026-TW3", "--on", "2026-12-02", "--verification", "terverifikasi", "--yes"
    )

    assert accepted.returncode == 0
    assert "known: 2026-12-02, value: 67.9, source: S41, verification: terverifikasi" in (
        folder / "data" / "indicators.yaml"
    ).read_text("utf-8")
    assert "M02" not in type_("status").stdout


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_one_long_table_for_each_opd_is_written_when_asked_for(
    format: str, folder: Path, type_: Typed
) -> None:
    assert type_("export", "--opd", "DLH", "--long", "--format", format).returncode == 0

    assert [path.name for path in (folder / "formulir").iterdir()] == [f"DLH.{format}"]
    taken = type_("import", "formulir", "--dry-run")
    assert (taken.returncode, taken.stdout) == (0, f"DLH.{format}: tidak ada yang diisi\n")


def test_no_form_is_replaced_unasked_and_all_means_whoever_is_asked_something(
    folder: Path, type_: Typed
) -> None:
    assert type_("export", "--opd", "Dinas Lingkungan Hidup").returncode == 0
    assert type_("export", "--opd", "DLH").returncode == 2
    assert type_("export", "--all", "--force").returncode == 0

    assert {path.stem for path in (folder / "formulir").iterdir()} > {"DLH", "DISHUB", "DINKES"}
    assert not (folder / "data" / "arsip").exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("export",), "OPD mana yang dikirimi belum disebut"),
        (("export", "--opd", "DHL"), "`DHL` bukan pilihan untuk `--opd`"),
        (("import",), "formulir yang kembali belum disebut"),
        (("import", "tidak-ada"), "tidak ada formulir di `tidak-ada`"),
        (("accept", "M02"), "nilai mana yang diterima belum jelas"),
        (
            ("accept", "M02", "2019", "--verification", "yakin"),
            "`yakin` bukan pilihan untuk `--verification`",
        ),
        (("import", "data", "--on", "kemarin"), "kemarin"),
        (("accept", "M02", "2019"), "tidak ada nilai formulir untuk M02 2019"),
        (("import", "data", "--source", "S999"), "`S999` bukan pilihan untuk `--source`"),
        (
            ("import", "data", "--source", "S29", "--column", "Angka=x"),
            "`Angka` bukan pilihan untuk `--column`",
        ),
        (("import", "data", "--column", "nilai"), "judul kolom untuk `nilai` belum disebut"),
        (("kirim",), "`kirim` bukan pilihan untuk `sheet`"),
    ],
)
def test_what_is_missing_is_said_with_what_to_type(typed: tuple[str, ...], said: str, type_: Typed) -> None:
    ended = type_(*typed, "--yes")

    assert (ended.returncode, ended.stdout) == (2, "")
    assert said in ended.stderr
    assert "saran:" in ended.stderr
