"""The real program, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

CLEAN = {
    "PATH": os.environ.get("PATH", ""),
    "PYTHONPATH": str(ROOT / "src"),
    "PYTHONIOENCODING": "utf-8",
    "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),
}
"""An environment in which nothing is set that the program looks at."""


def program(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program, and return how it ended and what it said."""
    return subprocess.run(
        [sys.executable, "-m", "serang_plan", *arguments],
        cwd=cwd,
        env={**CLEAN, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        stdin=subprocess.DEVNULL,
        check=False,
    )
