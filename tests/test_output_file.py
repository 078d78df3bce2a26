"""Where a report goes: the file's name says the format, nothing is overwritten, what is missing is named."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from serang_plan.cli.drawing import FORMS
from serang_plan.cli.main import run
from tests.test_golden import PLANS

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
@pytest.mark.parametrize("format", [name for name, form in FORMS.items() if form.binary])
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
    ("format", "package"), [(name, one) for name, form in FORMS.items() for one in form.packages]
)
def test_a_missing_package_is_named_with_what_to_type_and_what_to_use_instead(
    format: str, package: str, lang: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in [name for name in sys.modules if name.startswith(f"{package}.")]:
        monkeypatch.delitem(sys.modules, part)
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, f"serang_plan.rendering.{format}", raising=False)

    assert run(["--lang", lang, "status", *PLAN, "-o", f"laporan.{format}"]) == 2

    said = capsys.readouterr().err
    extra = FORMS[format].extra
    assert len(said.splitlines()) == 2
    assert f"pip install 'serang-plan[{extra}]'" in said
    assert f"uv tool install 'serang-plan[{extra}]'" in said
    assert f"--format {FORMS[format].instead}" in said
