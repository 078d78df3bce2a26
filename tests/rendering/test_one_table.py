"""Every table of every report can be had alone, by its name, with the signs that somebody needs."""

from __future__ import annotations

import csv
import io

import pytest

from serang_plan.cli.main import run
from serang_plan.reports.registry import REPORTS
from tests.conftest import ROOT

PLAN = ["--data", str(ROOT / "src" / "serang_plan" / "example"), "--as-of", "2026-09-01"]
WITH_TABLES = [
    report.examples[next(iter(report.examples))]
    for report in REPORTS.values()
    if report.has_sheets and not report.compares
]


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> tuple[str, str]:
    assert run([*arguments, *PLAN]) == code
    return tuple(capsys.readouterr())  # type: ignore[return-value]


def names_of(capsys: pytest.CaptureFixture[str], typed: str, lang: str) -> list[str]:
    _, err = said(capsys, *typed.split(), "--table", "tidak ada", "--lang", lang, code=2)
    return err.splitlines()[1].split("`")[1::2]


@pytest.mark.parametrize("typed", WITH_TABLES)
def test_every_table_has_a_name_in_both_languages(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    english = names_of(capsys, typed, "en")
    for name, other in zip(names_of(capsys, typed, "id"), english, strict=True):
        out, err = said(capsys, *typed.split(), "--table", name)
        lines = [line.split("\t") for line in out.splitlines()]

        assert err == ""
        assert len({len(line) for line in lines}) == 1
        assert said(capsys, *typed.split(), "--table", other.upper())[0] == out


def test_two_tables_are_two() -> None:
    assert len(WITH_TABLES) > 10


def test_a_program_gets_points_and_a_spreadsheet_what_it_expects(capsys: pytest.CaptureFixture[str]) -> None:
    tsv, _ = said(capsys, "status", "--format", "tsv")
    usual, _ = said(capsys, "status", "--format", "csv", "--table", "Indikator")
    named, _ = said(
        capsys, "status", "--format", "csv", "--table", "Indikator", "--separator", "tab", "--decimal", "."
    )

    def cells(text: str, between: str) -> list[list[str]]:
        return [*csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=between)]

    plain = [line.split("\t") for line in tsv.splitlines()]
    assert cells(named, "\t") == plain
    at = plain[0].index("Nilai")
    assert [row[at].replace(",", ".") for row in cells(usual, ";")] == [row[at] for row in plain]
    assert any("." in row[at] for row in plain[1:])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--table", "Indikator", "--format", "html"], "hanya untuk keluaran tsv, csv, xlsx, bukan html"),
        (["--decimal", ","], "hanya untuk keluaran csv, bukan terminal"),
        (["--separator", ";", "--format", "tsv"], "hanya untuk keluaran csv, bukan tsv"),
        (["--plain", "--format", "csv"], "tidak dapat bersama"),
    ],
)
def test_what_makes_no_sense_is_refused(
    options: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = said(capsys, "status", *options, code=2)

    assert out == ""
    assert words in err
