"""The plans on which costs are measured are clean, however large."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.generate import AS_OF

from tests.conftest import ROOT
from tests.readers.process import program
from tests.sampling import ALL

SIZES = (16, 1_000, 10_000) if ALL else (16, 1_000)


def findings_of(folder: Path, *arguments: str) -> tuple[str, int]:
    """Generate a plan and return the first line that the check says of it, and the exit code."""
    generate = [sys.executable, str(ROOT / "benchmarks" / "generate.py"), *arguments, str(folder)]
    subprocess.run(generate, check=True, capture_output=True)
    ended = program("validate", str(folder), "--as-of", AS_OF, "--fail-on", "note")
    return ended.stdout.splitlines()[0], ended.returncode


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_found_in_a_generated_plan(size: int, tmp_path: Path) -> None:
    said, code = findings_of(tmp_path / "plan", str(size))

    assert (said, code) == ("Tidak ada temuan dalam 3 berkas.", 0)


def test_a_fault_in_a_generated_plan_is_found(tmp_path: Path) -> None:
    _, code = findings_of(tmp_path / "plan", "16", "--faults", "1")

    assert code == 1


def test_the_naive_program_checks_the_same_shapes(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    findings_of(folder, "100")

    naive = [sys.executable, str(ROOT / "benchmarks" / "naive.py"), str(folder)]
    assert subprocess.run(naive, capture_output=True, text=True, check=False).stdout == "no problem\n"
