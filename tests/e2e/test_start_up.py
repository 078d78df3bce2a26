"""Who asks for a table on the screen does not pay for Word, Excel, paper or the web."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from serang_plan.rendering.formats import PAGE_FORMATS
from serang_plan.reports.registry import REPORTS
from tests.conftest import ROOT
from tests.readers.process import CLEAN
from tests.sampling import sample

HEAVY = (
    "xlsxwriter",
    "docx",
    "lxml",
    "typst",
    "resvg_py",
    "watchfiles",
    "openpyxl",
    "python_calamine",
    "babel",
    "icalendar",
)
SCREEN = ("screen.terminal", "text.markdown", "json.report")
OURS = (
    *(f"rendering.{one.module}" for one in PAGE_FORMATS.values() if one.module not in SCREEN),
    *("rendering.charts", "rendering.fonts"),
)
COMMANDS = [
    *(typed for report in REPORTS.values() if not report.compares for typed in report.examples.values()),
    *("validate", "explain E601", "status --format json", "gaps --format markdown"),
]


def loaded(command: str) -> list[str]:
    """Return what a command loads of that which only some formats need."""
    code = (
        "import sys; from serang_plan.cli.main import run; run(sys.argv[1:]); "
        "print('\\n' + ' '.join(sys.modules))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, *command.split()],
        cwd=ROOT,
        env=CLEAN,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    modules = said.stdout.splitlines()[-1].split()
    assert "serang_plan.cli.main" in modules
    ours = tuple(f"serang_plan.{name}" for name in OURS)
    return [
        name for name in modules if name in (*HEAVY, *ours) or re.search(r"reports.*\.(sheets|events)$", name)
    ]


@pytest.mark.parametrize("command", sample(COMMANDS, 10))
def test_a_command_loads_no_other_format(command: str) -> None:
    assert loaded(command) == []


def test_a_csv_needs_no_excel_and_a_message_no_sheets() -> None:
    assert set(loaded("status --format csv")) == {
        "serang_plan.rendering.tables.csv",
        "serang_plan.reports.status.sheets",
    }
    assert loaded("status --format whatsapp") == ["serang_plan.rendering.text.whatsapp"]


def test_ctrl_c_while_the_program_still_starts_ends_in_130_without_a_word() -> None:
    """An interrupt that comes while modules are loaded: one of them raises it here."""
    interrupted = (
        "import sys\n"
        "class Interrupt:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'serang_plan.cli.main':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupt())\n"
        "from serang_plan.__main__ import main\n"
        "sys.argv = ['serang-plan', 'status']\n"
        "main()\n"
    )
    said = subprocess.run([sys.executable, "-c", interrupted], capture_output=True, check=False, cwd=ROOT)

    assert (said.returncode, said.stdout, said.stderr) == (130, b"", b"")
