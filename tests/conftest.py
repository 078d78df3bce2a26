"""What all tests share: a small plan from a few lines of YAML."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from textwrap import dedent, indent

import pytest
from hypothesis import settings

from serang_plan.reading.folder import Reading, read_texts
from tests import sampling
from tests.readers.plans_read_once import plans_read_once

ROOT = Path(__file__).parent.parent
OUTPUT_SCHEMAS = ROOT / "src" / "serang_plan" / "schemas"
AS_OF = date(2026, 6, 30)

settings.register_profile("commit", max_examples=100 if sampling.ALL else 30, deadline=None, derandomize=True)
settings.register_profile("nightly", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "commit"))

for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
"""Started in the background or under `nohup`, a suite would hand on to the program that these are ignored."""

for name in ("SERANG_PLAN_LANG", "SERANG_PLAN_DATA", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS"):
    os.environ.pop(name, None)

RUN_AGAIN = (
    *("tests/properties/", "tests/seeded/", "tests/cli/test_stamp.py", "tests/cli/test_validate_damaged.py"),
    *("tests/reports/test_as_of_law.py", "tests/reports/test_golden.py"),
)
"""Tests of what the tests of each room run already, in many more worlds: counting its lines only takes time."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were run, functions and cases apart, and which; a quiet run has no header."""
    cases = {report.nodeid for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)}
    functions = {case.partition("[")[0] for case in cases}
    terminalreporter.write_line(
        f"{len(functions):,} test functions, {len(cases):,} cases. {sampling.what_is_drawn()}"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Count no lines in tests that run all again, unless it is asked which tests run a line."""
    if config.pluginmanager.hasplugin("_cov") and not config.getoption("cov_context"):
        for item in items:
            if item.nodeid.startswith(RUN_AGAIN):
                item.add_marker("no_cover")


def pytest_collection_finish() -> None:
    """Leave alone what lives as long as the tests."""
    gc.freeze()


def pytest_runtest_setup() -> None:
    """Collect what the program leaves behind, which ends before that takes much memory."""
    gc.enable()


def read(as_of: date = AS_OF, **sections: str) -> Reading:
    """Read a plan from the YAML of its sections."""
    text = "".join(f"{name}:\n{indent(dedent(body).strip(), '  ')}\n" for name, body in sections.items())
    return read_texts(iter([("plan.yaml", text)]), as_of)


@pytest.fixture(name="plan")
def plan_fixture() -> Callable[..., Reading]:
    return read


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Share between all tests what commands read: most ask for the same few plans."""
    with plans_read_once():
        yield
