"""Every report × format × language as the user sees it; `SERANG_PLAN_ACCEPT=1` writes, people read.

The fictional plan is the world of these tests; the real plan is shown on the day of its first rakor.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from serang_plan.cli.main import run
from serang_plan.operations.reporting.report import Stamp
from serang_plan.reports.registry import REPORTS
from serang_plan.wording import LANGS
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
PLANS = {
    "contoh": (str(ROOT / "src" / "serang_plan" / "example"), "2026-06-30"),
    "serang-2020": (str(ROOT / "data"), "2020-03-10"),
}
EXAMPLES = {
    name: typed.split()
    for report in REPORTS.values()
    if not report.compares
    for name, typed in report.examples.items()
}
STAMP = Stamp("0123456789abcdef0123456789abcdef01234567", modified=False, version="1.2.3")
FORMATS = {
    "80.txt": ("80", "terminal"),
    "120.txt": ("120", "terminal"),
    "md": ("80", "markdown"),
    "json": ("80", "json"),
    "wa": ("80", "whatsapp"),
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("report", EXAMPLES)
def test_a_report_reads_as_it_was_read_before(
    report: str,
    plan: str,
    ending: str,
    lang: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder, as_of = PLANS[plan]
    columns, format = FORMATS[ending]
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("serang_plan.cli.output.report_writer.stamp_of", lambda _folder: STAMP)

    code = run([*EXAMPLES[report], "--data", folder, "--as-of", as_of, "--format", format, "--lang", lang])

    said = capsys.readouterr().out
    assert code == 0
    assert said == accepted(GOLDEN / f"{report}.{plan}.{lang}.{ending}", said)


def accepted(path: Path, said: str) -> str:
    if os.environ.get("SERANG_PLAN_ACCEPT"):
        path.write_text(said, encoding="utf-8")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.name)
def test_no_line_of_a_terminal_golden_is_wider_than_its_screen(path: Path) -> None:
    width = int(path.name.rsplit(".", 2)[1])

    assert [line for line in path.read_text(encoding="utf-8").splitlines() if len(line) > width] == []
