"""Where a report goes: the file's name says the format, nothing is overwritten, what is missing is named."""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
from pathlib import Path

import pytest

from serang_plan.cli.main import run
from serang_plan.operations.extras import install_command
from serang_plan.operations.files import new_plan
from serang_plan.operations.files.whole_file import write_whole
from serang_plan.reading.decoding import MOST_MEGABYTES
from serang_plan.rendering.formats import PAGE_FORMATS
from tests.readers.reports import PLANS

PLAN = ("--data", PLANS["contoh"][0], "--as-of", PLANS["contoh"][1])
STARTS = {
    ".docx": b"PK",
    ".xlsx": b"PK",
    ".pdf": b"%PDF",
    ".json": b"{",
    ".html": b"<!",
    ".csv": b"\xef\xbb\xbf",
}


@pytest.mark.parametrize("suffix", STARTS)
def test_the_suffix_chooses_the_format_whatever_its_case(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"LAPORAN{suffix.upper()}"

    assert run(["status", *PLAN, "-o", str(file)]) == 0
    assert file.read_bytes().startswith(STARTS[suffix])


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("nota.doc", "maksud Anda `.docx`?"),
        ("tabel.xls", "maksud Anda `.xlsx`?"),
        ("nota", "akhiri dengan salah satu dari .txt .md"),
        ("nota.odt", "akhiri dengan salah satu dari .txt .md"),
    ],
)
def test_a_name_that_says_no_format_is_answered(
    name: str, advice: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["status", *PLAN, "-o", str(tmp_path / name)]) == 2
    assert advice in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_stays_as_it_is_without_force(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "status.docx"
    file.write_text("milik orang lain")

    assert run(["status", *PLAN, "-o", str(file)]) == 2
    assert "`--force` untuk menggantinya" in capsys.readouterr().err
    assert file.read_text() == "milik orang lain"

    assert run(["status", *PLAN, "-o", str(file), "--force"]) == 0
    assert file.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("to", [(), ("-o", "-")])
@pytest.mark.parametrize("format", [name for name, form in PAGE_FORMATS.items() if form.binary])
def test_a_screen_is_spared_what_it_cannot_show(
    format: str, to: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    assert run(["status", *PLAN, "--format", format, *to]) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert f"`-o laporan.{format}`" in said.err


@pytest.mark.parametrize("to", [(), ("-o", "-")])
def test_a_pipe_gets_it(to: tuple[str, ...], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["status", *PLAN, "--format", "docx", *to]) == 0
    assert capfdbinary.readouterr().out.startswith(b"PK")


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    ("format", "package"), [(name, one) for name, form in PAGE_FORMATS.items() for one in form.packages]
)
def test_a_missing_package_is_named_with_what_to_type_and_what_to_use_instead(
    format: str,
    package: str,
    lang: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for part in [name for name in sys.modules if name.startswith(f"{package}.")]:
        monkeypatch.delitem(sys.modules, part)
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, f"serang_plan.rendering.{PAGE_FORMATS[format].module}", raising=False)

    typed = ["rakor", "follow-up"] if PAGE_FORMATS[format].draws == "events" else ["status"]

    assert run(["--lang", lang, *typed, *PLAN, "-o", str(tmp_path / f"laporan.{format}")]) == 2

    said = capsys.readouterr().err
    assert len(said.splitlines()) == 2
    assert install_command(PAGE_FORMATS[format].extra) in said
    assert f"--format {PAGE_FORMATS[format].instead}" in said


COPY = (
    "status --format html",
    "stages --propose",
    "briefing --for walikota --format docx",
    "diff KEEP --format csv",
)


@pytest.mark.parametrize("line", COPY)
def test_no_report_replaces_a_file_of_its_plan_even_with_force(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(PLANS["contoh"][0], "KEEP")
    file = Path("KEEP/rakor.yaml")
    before = file.read_bytes()
    asked = [*line.split(), "--data", "KEEP", "--as-of", PLANS["contoh"][1]]

    assert run([*asked, "-o", str(file), "--force"]) == 2
    assert "`KEEP/rakor.yaml` adalah berkas rencana itu sendiri" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_a_disk_that_fills_up_leaves_no_half_of_a_new_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: str, content: bytes, *, replace: bool) -> bool:
        if path.endswith("rakor.yaml"):
            raise OSError(errno.ENOSPC, "No space left on device", path)
        return write_whole(path, content, replace=replace)

    monkeypatch.setattr(new_plan, "write_whole", full)

    assert run(["init", str(tmp_path), "--example"]) == 2
    assert "tidak dapat ditulis: tempat penyimpanan penuh" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows removes no folder that somebody is in")
@pytest.mark.parametrize("line", ["status -o x.html", "init baru", "validate -"])
def test_who_stands_in_a_removed_folder_is_told_so(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SERANG_PLAN_DATA", PLANS["contoh"][0])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"opd: []\n")))
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert run(line.split()) == 2
    assert "folder tempat Anda berada sudah dihapus" in capsys.readouterr().err


def test_standard_input_without_an_end_is_read_only_up_to_the_limit(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, room: bytearray) -> int:  # type: ignore[override]
            self.given += len(room)
            assert self.given < MOST_MEGABYTES << 21
            return len(room)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Endless())))

    assert run(["validate", "-", "--format", "concise"]) == 1
    assert "S122 berkas ini lebih besar dari 64 MB" in capsys.readouterr().out
