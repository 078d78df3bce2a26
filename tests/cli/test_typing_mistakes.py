"""Typing mistakes of a planner: each is answered with what is wrong and what to type instead."""

from __future__ import annotations

import shlex
from datetime import date
from pathlib import Path

import pytest

from serang_plan.cli.arguments import options, typed_values
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.main import run
from serang_plan.cli.mistakes.indonesian_options import _ALSO_CALLED, option_called
from serang_plan.cli.registry import COMMANDS
from serang_plan.cli.typer_bridge import _command
from tests.conftest import ROOT
from tests.readers.planners_words import foreign_words

EXAMPLE = str(ROOT / "src" / "serang_plan" / "example")

MISTAKES = [
    # dates
    ("status --as-of 10/03/2020", "`10/03/2020` is not a date", "type `--as-of 2020-03-10`"),
    ("status --as-of '10 Maret 2020'", "is not a date", "type `--as-of 2020-03-10`"),
    ("status --as-of 2020-02-30", "there is no date `2020-02-30`", "such as `--as-of 2020-03-10`"),
    ("status --as-of 9999-12-31", "not between 1900 and 2200", "such as `--as-of 2020-03-10`"),
    ("status --as-of 0001-01-01", "not between 1900 and 2200", "such as `--as-of 2020-03-10`"),
    ("diff --since rakor:12/03/2026", "`12/03/2026` is not a date", "type `rakor:2026-03-12`"),
    ("diff --since known:", "`known:` needs a date", "such as `known:2020-03-10`"),
    # values that are missing, twice, or of several words
    ("status --as-of", "`--as-of` needs a value", "see `serang-plan status --help`"),
    ("status --as-of=", "`--as-of` needs a value", "write its value"),
    ("status --as-of ''", "`--as-of` needs a value", "write its value"),
    ("status -o --format html", "`-o` needs a value", "write its value"),
    ("status --as-of 2020-03-10 --as-of 2020-03-11", "`--as-of` is given twice", "remove one of them"),
    ("status -d data --data=data", "`--data` is given twice", "remove one of them"),
    ("status --color never --color always", "`--color` is given twice", "remove one of them"),
    ("status --force=ya", "`--force` takes no value", "type just `--force`"),
    ("briefing --for wali kota", "`kota` is not expected here", 'type `--for "wali kota"`'),
    ("status src", "`src` is not expected here", "type `--data src`"),
    ("''", 'there is an empty word, `""`', "remove it"),
    # words without the option that they are for
    ("record M02 2026 50", "`50` is not expected here", "did you mean `--at 2026`?"),
    ("record M02 50 2026-03", "`2026-03` is not expected here", "did you mean `--at 2026-03`?"),
    (
        "status nowhere --as-of 2020-03-10",
        "`nowhere` is not expected here",
        "see `serang-plan status --help`",
    ),
    ("status 2020-03-10", "`2020-03-10` is not expected here", "did you mean `--as-of 2020-03-10`?"),
    ("status laporan.pdf", "`laporan.pdf` is not expected here", "did you mean `--output laporan.pdf`?"),
    ("publish situs", "`situs` is not expected here", "did you mean `--output situs`?"),
    ("gaps DLH", "`DLH` is not expected here", "did you mean `--opd DLH`?"),
    ("briefing wali kota", "`wali kota` is not expected here", 'did you mean `--for "wali kota"`?'),
    ("briefing DLH", "`DLH` is not expected here", "did you mean `--for opd:DLH`?"),
    ("briefing BAPPEDA", "`BAPPEDA` is not expected here", "did you mean `--for BAPPEDA`?"),
    ("briefing Sekda", "`Sekda` is not expected here", "did you mean `--for Sekda`?"),
    ("simulate A02:+1", "`A02:+1` is not expected here", "did you mean `--delay A02:+1`?"),
    ("update A06 60%", "`60%` is not expected here", "did you mean `--progress 60%`?"),
    ("cancel A07 'Tanpa dana'", "`Tanpa dana` is not expected here", 'did you mean `--reason "Tanpa dana"`?'),
    ("rakor report R1-1 proses", "`proses` is not expected here", "did you mean `--status proses`?"),
    ("rakor attend DLH DPUPR", "`DPUPR` is not expected here", "separate them by commas: `DLH,DPUPR`"),
    ("record M02 50 S10", "`S10` is not expected here", "did you mean `--source S10`?"),
    ("record M02 50 2026 S10", "`2026 S10` is not expected", "did you mean `--at 2026 --source S10`?"),
    ("record M02 50 --at 2026 S10", "`S10` is not expected here", "did you mean `--source S10`?"),
    ("finish A06 S10", "`S10` is not expected here", "did you mean `--evidence S10`?"),
    ("progress M02 M03", "`M03` is not expected here", "one code at a time"),
    # the plan's folder, which most commands take by an option, and `validate` alone
    ("validate -d src", "there is no option `-d`", "the folder is typed alone: `serang-plan validate src`"),
    ("validate --data=src --all", "there is no option `--data`", "typed alone: `serang-plan validate src`"),
    ("validate --data", "there is no option `--data`", "typed alone: `serang-plan validate data`"),
    ("init -d baru", "there is no option `-d`", "the folder is typed alone: `serang-plan init baru`"),
    ("explain --data src", "there is no option `--data`", "this command reads no plan; leave `--data` out"),
    ("sheet status src", "`src` is not expected after `sheet status`", "for another plan: `--data FOLDER`"),
    ("sheet kirim", "`kirim` is not a choice for `sheet`", "did you mean `export`?"),
    ("sheet ambil kembali", "`ambil` is not a choice for `sheet`", "did you mean `import`?"),
    (
        "rakor prepare --date 2026-12-01",
        "no option `--date`",
        "alone: `serang-plan rakor prepare 2026-12-01`",
    ),
    ("rakor close --tanggal=2026-12-01", "no option `--tanggal`", "`serang-plan rakor close 2026-12-01`"),
    ("rakor minutes --on", "there is no option `--on`", "alone: `serang-plan rakor minutes 2026-12-10`"),
    ("sheet", "`sheet` is not complete", "go on with: `export`, `import`, `status`, `accept`"),
    # what a rule says of a key, for somebody who typed an option
    ("record M02 1 --at 2026-10 --source S01", "published 20 Aug 2024", "correct `--at`, or name the source"),
    (
        "rakor report R2-1 --on=2020-01-01 --status proses",
        "is dated 1 Jan 2020",
        "correct `--on`, or the date",
    ),
    ("target M02 2050 80", "lies outside the plan", "change `last_year` if the plan has been extended"),
    # codes: idle zeros, letters for digits, and numbers that are no slip
    ("record M2 1", "`M2` is not a choice", "did you mean `M02`?"),
    ("record mO2 1", "`mO2` is not a choice", "did you mean `M02`?"),
    ("progress M-2", "there is no indicator `M-2`", "did you mean `M02`?"),
    ("progress М02", "there is no indicator `М02`", "did you mean `M02`? `М` (U+041C)"),
    ("record M99 1", "`M99` is not a choice", "choose one of: `M01`"),
    ("simulate --drop A6", "`A6` is not a choice", "did you mean `A06`?"),
    ("explain E6O1", "there is no rule `E6O1`", "did you mean `E601`?"),
    # times and numbers as a hand writes them
    ("status --as-of 2025", "`2025` is not a date", "for its last day type `--as-of 2025-12-31`"),
    ("status --as-of 'Maret 2025'", "`Maret 2025` is not a date", "type `--as-of 2025-03-31`"),
    ("record M02 1 --at 'Maret 2026'", "`Maret 2026` is no time for `--at`", "did you mean `2026-03`?"),
    ("record M02 1 --at 2026-3", "`2026-3` is no time for `--at`", "did you mean `2026-03`?"),
    ("record M02 1 --at 2026/03", "`2026/03` is no time for `--at`", "did you mean `2026-03`?"),
    ("record M02 1 --at 2026-Q3", "`2026-Q3` is no time for `--at`", "did you mean `2026-TW3`?"),
    ("record M02 1 --at 'Triwulan II 2026'", "is no time for `--at`", "did you mean `2026-TW2`?"),
    ("record M02 1 --at 2O26-03", "`2O26-03` is no time for `--at`", "did you mean `2026-03`?"),
    ("record M02 1 --at 'Semester I 2026'", "is no time for `--at`", "its last month: `2026-06`"),
    ("record M02 1 --at 2026-S2", "`2026-S2` is no time for `--at`", "its last month: `2026-12`"),
    ("record M02 1 --at 2026-02-30", "the calendar has no time `2026-02-30`", "write `2025`, `2025-TW3`"),
    ("record M02 -5 --at 2026", "there is no option `-5`", "written last, behind `--`: `-- -5`"),
    ("record M02 7O", "`7O` cannot be read as a number", "did you mean `70`?"),
    ("gaps --year 2O27", "`2O27` is not a year of this plan", "did you mean `2027`?"),
    ("target M02 2O27 80", "`2O27` is not a year", "did you mean `2027`?"),
    ("record M02 1 --at 3000", "`3000` is no time for `--at`", "write `2025`, `2025-TW3`"),
    ("record M02 1 --at 3000-Q3", "`3000-Q3` is no time for `--at`", "write `2025`, `2025-TW3`"),
    ("target M02 1234 80", "`1234` is not a year", "write four digits, such as `2027`"),
    ("target M02 80 2027", "`80` is not a year", "the year is written before the value: `2027 80`"),
    ("status --format exel", "`exel` is not a choice", "did you mean `xlsx`?"),
    # what is called otherwise
    ("record M02 1 --sumber S10", "there is no option `--sumber`", "did you mean `--source`?"),
    ("status --tanggal 2025-12-31", "there is no option `--tanggal`", "did you mean `--as-of`?"),
    ("record M02 1 --tanggal 2025", "there is no option `--tanggal`", "did you mean `--at`?"),
    ("record M02 1 --date 2025", "there is no option `--date`", "did you mean `--at`?"),
    ("status --tahun 2025", "there is no option `--tahun`", "see `serang-plan status --help`"),
    ("progress kota", "several have that name: `M01`, `M05`, `M06`", "say its code"),
    ("progress sampan", "there is no indicator `sampan`", "choose one of: `M01`"),
    ("record slum 3", "time that the value describes is not given", "`--at 2025-12`"),
    ("withdraw slum", "to withdraw: value", "say which"),
    ("gaps --opd 'Dinas Lingkungn Hidup'", "is not a choice for `--opd`", "did you mean `DLH`?"),
    ("threshold M02 80 --of nasionl", "`nasionl` is not a choice for `--of`", "did you mean `nasional`?"),
    ("update A05 --indicator M02:7", "`M02:7` is not an effect", "did you mean `M02=7`?"),
    ("simulate --value M01=1.500@2027", "cannot be read as a value", "without thousands separators"),
    # what a word processor makes of dashes and quotes
    ("status —format pdf", "`—format` starts with a long dash", "type `--format`"),
    ("status -–format pdf", "`-–format` starts with a long dash", "type `--format`"),
    ("status –o x.pdf", "`–o` starts with a long dash", "type `-o`"),
    ("gaps --opd “DLH”", "the quotation mark in `“DLH”` is curly", 'straight quotation marks: `"…"`'),
    ("gaps --opd=‘DLH’", "the quotation mark in `‘DLH’` is curly", 'straight quotation marks: `"…"`'),
    # names
    ("status -format pdf", "there is no option `-format`", "did you mean `--format`?"),
    ("status --format word", "`word` is not a choice", "did you mean `docx`?"),
    ("status --format Excel", "`Excel` is not a choice", "did you mean `xlsx`?"),
    ("status --format md", "`md` is not a choice", "did you mean `markdown`?"),
    ("status -o laporan.doc", "`laporan.doc` does not say which format", "did you mean `.docx`?"),
    ("status -o hasil/", "`hasil/` is a folder", "such as `hasil/report.html`"),
    ("status -o hasil/ --format html", "`hasil/` is a folder", "such as `hasil/report.html`"),
    ("gaps --opd DHL", "`DHL` is not a choice", "did you mean `DLH`?"),
    ("periksa", "there is no command `periksa`", "did you mean `validate`?"),
    ("help stauts", "there is no command `stauts`", "did you mean `status`?"),
    ("laporan", "there is no command `laporan`", "available: `status`"),
    ("help E603", "there is no command `E603`", "type `serang-plan explain E603`"),
    ("f105", "there is no command `f105`", "type `serang-plan explain F105`"),
    ("M02", "there is no command `M02`", "available: `status`"),
    # places
    (
        "--as-of 2020-03-10 status",
        "the option `--as-of` comes after the command",
        "type `serang-plan status --as-of 2020-03-10`",
    ),
]


@pytest.mark.parametrize(("line", "message", "advice"), MISTAKES, ids=[line for line, _, _ in MISTAKES])
def test_a_mistake_is_answered_with_what_to_type_instead(
    line: str,
    message: str,
    advice: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SERANG_PLAN_DATA", EXAMPLE)
    monkeypatch.setenv("SERANG_PLAN_LANG", "en")
    monkeypatch.chdir(ROOT)

    assert run(shlex.split(line)) == 2

    shown = capsys.readouterr()
    said, help = shown.err.splitlines()
    assert shown.out == ""
    assert said.startswith("error: ")
    assert message in said
    assert advice in help
    assert foreign_words(shown.err) == []


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("status --as-of kemarin", "ketik `--as-of 2024-02-29`"),
        ("diff --since rakor:2020-03-10 --as-of Today", "ketik `--as-of 2024-03-01`"),
        ("rakor prepare besok", "ketik `rakor prepare 2024-03-02`"),
        ("record M02 3 --at 'Hari  ini'", "maksud Anda `2024-03-01`?"),
        ("start A04 --on lusa", "maksud Anda `2024-03-03`?"),
    ],
)
def test_a_word_for_a_day_is_answered_with_its_date_and_never_taken(
    line: str, advice: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SERANG_PLAN_DATA", EXAMPLE)
    for module in (options, typed_values):
        monkeypatch.setattr(module, "today", lambda: date(2024, 3, 1))

    assert run(shlex.split(line)) == 2
    assert advice in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "meant"),
    [("id_ID", "id"), ("en-GB", "en"), ("EN", "en"), ("indonesia", "id"), ("Inggris", "en")],
)
def test_a_language_by_another_name_is_understood_but_asked_back(
    name: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", name]) == 2

    assert f"maksud Anda `{meant}`?" in capsys.readouterr().err


def test_a_language_that_the_environment_names_is_blamed_on_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SERANG_PLAN_LANG", "id_ID.UTF-8")

    assert run(["status"]) == 2
    assert "`id_ID.UTF-8` bukan pilihan untuk `SERANG_PLAN_LANG`" in capsys.readouterr().err


def test_an_option_that_may_be_repeated_is_not_taken_for_one_that_is_there_twice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ["simulate", "--value", "M01=15@2027", "--value", "M02=70,5%@2027", "--data", EXAMPLE]

    assert run([*asked, "--as-of", "2026-06-30"]) == 0


def test_what_follows_two_dashes_is_taken_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["progress", "--data", EXAMPLE, "--", "—M01"]) == 2

    assert "tidak ada indikator `—M01`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "code"), [("Jalan mantap", "M05"), ("sampah", "M02"), ("slum", "M03"), ("m02", "M02")]
)
def test_a_part_of_its_name_is_enough_for_an_indicator(
    typed: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["progress", typed, "--data", EXAMPLE, "--as-of", "2026-06-30"]) == 0

    assert capsys.readouterr().out.splitlines()[0].startswith(f"{code} ")


@pytest.mark.parametrize("asked", ["help rakor prepare", "help 'rakor prepare'"])
def test_help_knows_a_command_of_two_words(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(shlex.split(asked)) == 0
    assert "serang-plan rakor prepare " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lang", "advice"),
    [
        ("id", "belum ada satu pun yang terbaca: `serang-plan validate`"),
        ("en", "none could be read yet: `serang-plan validate`"),
    ],
)
def test_a_choice_is_not_advised_where_there_is_none(
    lang: str, advice: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan.yaml").write_text("indicators:\n  - {code: M01, aspekt: sosial}\n", encoding="utf-8")

    assert run(["gaps", "--aspect", "foo", "--data", str(tmp_path), "--lang", lang]) == 2
    assert advice in capsys.readouterr().err


def test_every_indonesian_word_for_an_option_leads_to_one_that_some_command_has() -> None:
    known = {
        name
        for command in COMMANDS
        for parameter in _command(command, RunContext(lang="id")).params
        for name in (*parameter.opts, "--lang")
    }

    assert [word for word in _ALSO_CALLED if option_called(f"--{word}", known) is None] == []
    assert {f"--{name}" for names in _ALSO_CALLED.values() for name in names.split()} <= known
