"""The Python API: its page is run as it stands, a strict type checker takes it, and its bytes are the program's."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

import serang_plan
from serang_plan import PlanState, ProblemError, build_report, check, read_plan, render
from serang_plan.operations.api import __all__ as OFFERED
from serang_plan.operations.named_reports import NAMED_REPORTS
from serang_plan.operations.problem import NoChoiceError
from serang_plan.operations.reporting.report import drawn_report
from serang_plan.rendering.formats import FINDING_FORMATS, PAGE_FORMATS
from serang_plan.reports.registry import REPORTS
from tests.conftest import ROOT
from tests.readers.begun import program
from tests.readers.type_errors import type_errors

PAGES = ("docs/en/python.md", "docs/id/python.md")
DAY, TODAY = date(2020, 3, 10), date(2026, 11, 26)
SOME = {"progress": "M03", "briefing": "sekda", "rakor-minutes": f"{DAY}"}
"""What a report is about that must be about something."""
NOT_OFFERED = {"diff", "simulate"}


@pytest.fixture(name="plan", scope="module")
def plan_fixture() -> PlanState:
    return read_plan(ROOT / "data", as_of=DAY)


def blocks(page: str, kind: str) -> str:
    return "\n".join(re.findall(rf"^```{kind}\n(.*?)^```$", (ROOT / page).read_text("utf-8"), re.M | re.S))


# -- the page -----------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_the_example_prints_what_the_page_says(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    with redirect_stdout(StringIO()) as printed:
        exec(compile(blocks(page, "python"), page, "exec"), {})

    assert printed.getvalue() == blocks(page, "text")
    assert len([path for path in tmp_path.iterdir() if path.is_file() and path.read_bytes()]) == 2


@pytest.mark.parametrize("page", PAGES)
def test_the_page_names_every_function_that_is_offered(page: str) -> None:
    named = re.findall(r"^\| `(\w+)", (ROOT / page).read_text("utf-8"), re.M)

    assert set(named) == {name for name in OFFERED if name[0].islower()} | {"ProblemError"}


@pytest.mark.parametrize("page", PAGES)
def test_a_strict_type_checker_takes_the_example_and_every_name(page: str, tmp_path: Path) -> None:
    names = f"from serang_plan import {', '.join(OFFERED)}\n"

    assert type_errors(tmp_path, names + blocks(page, "python")) == []


def test_a_strict_type_checker_finds_what_is_misspelt(tmp_path: Path) -> None:
    wrong = "from serang_plan import chek, read_plan\nread_plan('data', as_of='2020')\n"

    assert sorted(re.findall(r"\[([\w-]+)\]$", "\n".join(type_errors(tmp_path, wrong)), re.M)) == [
        "arg-type",
        "attr-defined",
    ]


# -- what is offered ------------------------------------------------------------------------


def test_the_package_offers_what_the_api_does_and_loads_it_only_then() -> None:
    assert tuple(serang_plan.__all__) == tuple(OFFERED)
    loaded = (
        "import sys, serang_plan; print([name for name in sys.modules if name.startswith('serang_plan.')])"
    )
    ended = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = serang_plan.nothing_such  # type: ignore[attr-defined]


def test_every_report_that_one_plan_is_enough_for_is_offered() -> None:
    assert set(NAMED_REPORTS) == set(REPORTS) - NOT_OFFERED


@pytest.mark.parametrize("name", NAMED_REPORTS)
def test_a_report_is_what_the_program_writes(name: str, plan: PlanState) -> None:
    report = build_report(plan, name, about=SOME.get(name, ""))
    typed = {
        "progress": "progress M03",
        "briefing": "briefing --for sekda",
        "rakor-minutes": f"rakor minutes {DAY}",
    }.get(name, REPORTS[name].command)
    arguments = [*typed.split(), "--as-of", f"{DAY}", "--format", "markdown", "--lang", "en"]

    assert render(report, "markdown", "en").decode() == program(*arguments).stdout


@pytest.mark.parametrize("format", PAGE_FORMATS)
def test_a_report_is_had_in_every_format(format: str, plan: PlanState) -> None:
    if any(map(missing, PAGE_FORMATS[format].packages)):
        pytest.skip(f"{PAGE_FORMATS[format].packages} are not installed")

    report = (
        build_report(plan, "rakor-follow-up")
        if PAGE_FORMATS[format].draws == "events"
        else build_report(plan, "gaps", about="DLH", year=2027)
    )
    assert render(report, format)


def missing(package: str) -> bool:
    from importlib.util import find_spec

    return find_spec(package) is None


@pytest.mark.parametrize("format", FINDING_FORMATS)
def test_a_check_is_what_the_program_says(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = check(read_plan("data", as_of=TODAY))
    said = program("validate", "data", "--as-of", f"{TODAY}", "--format", format, "--exit-zero")

    assert render(result, format).decode() == said.stdout


def test_what_is_known_on_the_day_is_told_and_the_day_is_not_that_of_the_check(plan: PlanState) -> None:
    later = read_plan(ROOT / "data", as_of=TODAY)

    assert render(build_report(plan, "status"), "json") != render(build_report(later, "status"), "json")
    assert not check(plan).failed, "of 2020 seen, what was published later is no fault"


# -- what there is not ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"name": "statsu"}, "`status`"),
        ({"name": "simulate"}, "`checklist`"),
        ({"name": "progress", "about": "m03"}, "`M03`"),
        ({"name": "progress", "about": "M2"}, "`M02`?"),
        ({"name": "gaps", "about": "DLHH"}, "`DLH`"),
        ({"name": "briefing", "about": "opd:DLHX"}, "`opd:DLH`"),
        ({"name": "stages", "year": 1999}, "`2025`"),
    ],
)
def test_what_there_is_not_is_told_with_what_there_is(
    asked: dict[str, str | int], named: str, plan: PlanState
) -> None:
    with pytest.raises(NoChoiceError) as caught:
        build_report(plan, **asked)  # type: ignore[arg-type]

    assert caught.value.help
    assert named in caught.value.help.id
    assert named in caught.value.help.en


@pytest.mark.parametrize(("name", "asked"), [("status", {"about": "DLH"}), ("forecast", {"year": 2027})])
def test_a_report_that_is_about_the_whole_plan_cannot_be_restricted(
    name: str, asked: dict[str, str | int], plan: PlanState
) -> None:
    with pytest.raises(ProblemError) as caught:
        build_report(plan, name, **asked)  # type: ignore[arg-type]

    (unfit,) = asked
    assert caught.value.help == (f"hilangkan `{unfit}`", f"leave out `{unfit}`")


def test_a_report_that_must_be_about_something_asks_for_it(plan: PlanState) -> None:
    with pytest.raises(ProblemError, match="`progress` needs `about`") as caught:
        build_report(plan, "progress")

    assert caught.value.help
    assert "`M03`" in caught.value.help.en


def test_no_advice_of_an_empty_plan_ends_in_an_empty_list(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "sources: []\nopd: [{code: DLH, name: Dinas Lingkungan Hidup}]\n", "utf-8"
    )
    empty = read_plan(tmp_path, as_of=DAY)
    for asked in (
        {"name": "stages", "year": 2027},
        {"name": "progress", "about": "M03"},
        {"name": "progress"},
    ):
        with pytest.raises(ProblemError) as caught:
            build_report(empty, **asked)  # type: ignore[arg-type]
        assert not (caught.value.help and caught.value.help.en.endswith(": "))


def test_a_format_that_there_is_not_is_told_with_those_that_there_are(plan: PlanState) -> None:
    with pytest.raises(ProblemError, match="`markdwn`") as caught:
        render(build_report(plan, "status"), "markdwn")
    assert caught.value.help == ("maksud Anda `markdown`?", "did you mean `markdown`?")
    with pytest.raises(ProblemError, match="`docx` is not a choice for `format`"):
        render(check(plan), "docx")


def test_a_format_that_a_report_has_not_and_a_folder_that_is_not_there_are_problems(plan: PlanState) -> None:
    with pytest.raises(ProblemError, match="no table for csv"):
        render(build_report(plan, "briefing", about="sekda"), "csv")
    with pytest.raises(ProblemError, match="there is no"):
        read_plan("nowhere", as_of=DAY)


def test_a_csv_says_which_tables_it_leaves_out(plan: PlanState) -> None:
    drawn = drawn_report(build_report(plan, "coordination"), "csv", "en")

    assert drawn.remark
    assert "--format xlsx" in drawn.remark.en
