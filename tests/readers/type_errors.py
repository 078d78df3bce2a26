"""What a strict type checker says of a program that uses this package as an installed one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def type_errors(folder: Path, program: str) -> list[str]:
    """Return the errors that mypy finds in a program, which is put into the folder."""
    pytest.importorskip("mypy")
    (folder / "consumer.py").write_text(program, "utf-8")
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--cache-dir",
        str(ROOT / ".mypy_cache" / "consumer"),
    ]
    ended = subprocess.run(
        [*command, "--config-file=", "consumer.py"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return [line for line in (ended.stdout + ended.stderr).splitlines() if "error:" in line]
