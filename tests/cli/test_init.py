"""A guided start: asked at a terminal, taken from lists in a pipe, written whole or not at all."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess

import pytest

from serang_plan.wording import LANGS, Lang
from tests.readers.begun import program
from tests.readers.terminal_session import at_a_terminal

OPD = "Kode\tNama\nDLH\tDinas Lingkungan Hidup\nDINKES\tDinas Kesehatan\n"
INDICATORS = "Indikator;Satuan;Arah;OPD;Target\nSampah terangkut;%;naik;DLH;80\nTempat tidur;TT;naik;Dinas Kesehatan;\n"
BEGUN = ("--city", "Kota Contoh", "--region", "36.73", "--years", "2026-2030")


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path) -> Path:
    (tmp_path / "opd.txt").write_text(OPD, encoding="utf-8")
    (tmp_path / "indikator.csv").write_text(INDICATORS, encoding="utf-8")
    return tmp_path


def begin(folder: Path, *arguments: str) -> CompletedProcess[str]:
    return program("init", *BEGUN, *arguments, cwd=folder)


def data(folder: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted((folder / "data").iterdir()))


def test_two_lists_become_a_plan_that_is_sound_and_can_be_recorded_in(folder: Path) -> None:
    made = begin(folder, "--opd", "opd.txt", "--indicators", "indikator.csv")

    assert made.returncode == 0, made.stderr
    assert "Kota Contoh 36.73, 2026–2030: 2 OPD, 2 indikator" in made.stdout
    assert "Kolom yang tidak dipakai: `Target`" in made.stderr
    assert made.stdout.splitlines()[-1] == "  serang-plan record M01"
    assert "lead: DINKES" in data(folder)
    assert program("validate", cwd=folder).returncode == 0
    assert "? 2 tidak dapat dinilai" in program("status", cwd=folder).stdout
    value = ("record", "M01", "73,5 %", "--at", "2025", "--title", "Laporan", "--kind", "laporan", "--yes")
    threshold = ("threshold", "M01", "70", "--of", "kebijakan", "--basis", "Keputusan", "--yes")
    for command in (value, threshold):
        done = program(*command, cwd=folder, XDG_STATE_HOME=str(folder / "state"))
        assert done.returncode == 0, done.stderr
    assert "✓ 1 terpenuhi" in program("status", cwd=folder).stdout


def test_a_list_of_indicators_alone_names_the_opd_too(folder: Path) -> None:
    assert begin(folder, "--indicators", "indikator.csv").returncode == 0
    assert "- code: DK\n    name: Dinas Kesehatan" in data(folder)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--indicators", "tiada.csv"), "`tiada.csv` tidak dapat dibuka"),
        (("--indicators", "arah.csv"), "daftar indikator, baris 2: arah belum disebut"),
        (("--indicators", "satuan.csv"), "daftar indikator, baris 2: satuan belum disebut"),
        (("--opd", "ganda.csv"), "daftar OPD, baris 3: `DLH` sudah ada di atasnya"),
        (("--indicators", "kosong.csv"), "tidak ada nama di `kosong.csv`"),
        (("--years", "2030-2026"), "`2030-2026` bukan masa rencana"),
        (("--region", "Serang"), "`Serang` bukan kode wilayah kota"),
        (("--example",), "contoh berisi kotanya sendiri"),
    ],
)
def test_nothing_is_written_if_something_cannot_be_read(
    folder: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    (folder / "arah.csv").write_text("Indikator;Satuan\nSampah;%\n", encoding="utf-8")
    (folder / "ganda.csv").write_text("Kode;Nama\nDLH;Dinas A\nDLH;Dinas B\n", encoding="utf-8")
    (folder / "satuan.csv").write_text("Indikator;Arah\nSampah;naik\n", encoding="utf-8")
    (folder / "kosong.csv").write_text("Kode;Indikator\n", encoding="utf-8")
    begun = [*BEGUN]
    for option in arguments[:1]:
        if option in begun:
            del begun[begun.index(option) : begun.index(option) + 2]
    ended = program("init", *begun, *arguments, cwd=folder)

    assert (ended.returncode, sentence in ended.stderr) == (2, True), ended.stderr
    assert not (folder / "data").exists()
    assert not (folder / "schema").exists()


def test_a_direction_may_be_said_for_all_that_have_none(folder: Path) -> None:
    (folder / "arah.csv").write_text("Indikator;Satuan\nSampah;%\n", encoding="utf-8")

    assert begin(folder, "--indicators", "arah.csv", "--direction", "turun").returncode == 0
    assert "direction: turun" in data(folder)


def test_a_dry_run_shows_the_files_and_writes_none(folder: Path) -> None:
    shown = begin(folder, "--opd", "opd.txt", "--dry-run")

    assert shown.returncode == 0
    assert "+    name: Dinas Lingkungan Hidup" in shown.stdout
    assert not (folder / "data").exists()


def test_without_a_city_in_a_pipe_the_missing_answer_is_named(folder: Path) -> None:
    ended = program("init", "--opd", "opd.txt", cwd=folder)

    assert (ended.returncode, "nama kota belum disebut" in ended.stderr) == (2, True)


@pytest.mark.parametrize("lang", LANGS)
def test_an_empty_plan_speaks_the_language_that_was_asked_for(folder: Path, lang: Lang) -> None:
    program("init", "kosong", "--lang", lang, cwd=folder)
    program("init", "terisi", *BEGUN, "--lang", lang, cwd=folder)
    texts = data(folder / "kosong"), data(folder / "terisi")

    assert all(("# CHECK   serang-plan" in text) == (lang == "en") for text in texts)
    assert all(("# PERIKSA serang-plan" in text) == (lang == "id") for text in texts)
    assert ("Name of an indicator" in texts[0]) == (lang == "en")
    assert program("validate", "kosong/data", cwd=folder).returncode == 0


def test_somebody_at_a_terminal_is_asked_until_the_plan_is_whole(folder: Path) -> None:
    with at_a_terminal("init", "baru", cwd=folder) as session:
        session.answer("Nama kota", "Kota Contoh")
        session.answer("Kode wilayah", "serang")
        session.answer("bukan kode wilayah kota", "")
        session.answer("Tahun pertama dan terakhir", "2026-2030")
        session.answer("OPD: tempel", "opd.txt")
        session.answer("Indikator: tempel", "Indikator\tOPD\nSampah\tDLX\n")
        session.answer("maksud Anda `DLH`?", "Indikator\tOPD\nSampah\tDLH\nJalan\t\n")
        session.answer("M01 Sampah: satuan", "%")
        session.answer("M01 Sampah: naik", "naik")
        session.answer("M02 Jalan: satuan", "-")
        session.answer("Tulis?", "y")
        assert session.ends() == 0, session.said
    text = data(folder / "baru")

    assert "cd baru" in session.said
    assert 'unit: "%"\n    direction: naik\n' in text
    assert "Jalan" not in text
    assert program("status", "-d", "baru/data", cwd=folder).returncode == 0


@pytest.mark.parametrize("end", ["no", "leave"])
def test_who_says_no_or_leaves_has_written_nothing(folder: Path, end: str) -> None:
    with at_a_terminal("init", "baru", *BEGUN, "--opd", "opd.txt", "--lang", "en", cwd=folder) as session:
        session.answer("Indicators: paste", "")
        if end == "no":
            session.answer("Write it?", "")
        else:
            session.leave("Write it?")
        assert session.ends() == (0 if end == "no" else 130)

    assert not (folder / "baru").exists()


def test_enter_alone_gives_the_empty_files(folder: Path) -> None:
    with at_a_terminal("init", cwd=folder) as session:
        session.answer("Nama kota", "")
        assert session.ends() == 0

    assert "Nama indikator" in data(folder)


def test_nobody_is_asked_for_a_plan_that_cannot_be_written(folder: Path) -> None:
    begin(folder)
    with at_a_terminal("init", cwd=folder) as session:
        assert session.ends() == 2

    assert "Nama kota" not in session.said
