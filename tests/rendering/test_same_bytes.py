"""Same plan, same day, same bytes: in every format, whatever the place, clock, locale, hash seed or disk says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from serang_plan.rendering.formats import PAGE_FORMATS
from serang_plan.reports.registry import REPORTS
from tests import sampling
from tests.conftest import ROOT
from tests.reports.test_sheets import unpacked
from tests.sampling import sample

EXAMPLE = ROOT / "src" / "serang_plan" / "example"
EXAMPLES = {
    name: next(iter(REPORTS[name].examples.values()))
    for name in sample([name for name, report in REPORTS.items() if not report.compares], 5)
}
SOMEBODY = "pengguna-ini"
NO_TABLE = {
    (name, format) for name in EXAMPLES for format in ("csv", "tsv", "xlsx") if not REPORTS[name].has_sheets
} | {(name, "ics") for name in EXAMPLES if not REPORTS[name].has_events}

WRITE_ALL = """
import sys
from serang_plan.cli.main import run

data, out, backwards, formats, *reports = sys.argv[1:]
if backwards == "backwards":
    import os
    scan, names = os.scandir, os.listdir
    class Backwards:
        def __init__(self, *where): self.found = reversed(list(scan(*where)))
        def __iter__(self): return self
        def __next__(self): return next(self.found)
        def __enter__(self): return self
        def __exit__(self, *_): pass
        def close(self): pass
    os.scandir = Backwards
    os.listdir = lambda *where: list(reversed(names(*where)))
for nth, report in enumerate(reports):
    name, _, arguments = report.partition("=")
    for format in formats.split(","):
        lang = ("id", "en")[(nth + len(format)) % 2]
        asked = [*arguments.split(), "--data", data, "--as-of", "2026-06-30", "--lang", lang]
        print(name, format, run([*asked, "--format", format, "-o", f"{out}/{name}.{format}"]))
"""


def written(place: Path, *, backwards: bool = False, **environment: str) -> dict[str, bytes]:
    """Write every report in every format from a copy of the plan in a place of its own."""
    data, out = place / "data kota", place / "keluaran"
    data.mkdir(parents=True)
    out.mkdir()
    for file in sorted(EXAMPLE.glob("*.yaml"), reverse=backwards):
        shutil.copyfile(file, data / file.name)
        os.utime(data / file.name, (1_000_000_000, 1_000_000_000))
    order = "backwards" if backwards else "forwards"
    reports = [f"{name}={arguments}" for name, arguments in EXAMPLES.items()]
    said = subprocess.run(
        [sys.executable, "-c", WRITE_ALL, str(data), str(out), order, ",".join(PAGE_FORMATS), *reports],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), **environment},
        cwd=place,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=300,
    )
    failed = {tuple(line.split()[:2]) for line in said.stdout.splitlines() if line.split()[-1] != "0"}
    assert failed == NO_TABLE, said.stderr
    return {file.name: file.read_bytes() for file in out.iterdir()}


@pytest.mark.parametrize(
    ("seed", "zone", "locale", "backwards"),
    [
        ("20", "America/New_York", "tr_TR.UTF-8", True),
        *([("7", "Asia/Jakarta", "id_ID.UTF-8", False)] if sampling.ALL else []),
    ],
)
def test_every_report_has_the_same_bytes_in_every_format_and_says_not_where_or_when_it_was_written(
    seed: str, zone: str, locale: str, backwards: bool, tmp_path: Path
) -> None:
    first = written(tmp_path / "satu", PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8", USER=SOMEBODY)
    place = tmp_path / "tempat lain" / "yang lebih dalam"

    second = written(
        place, backwards=backwards, PYTHONHASHSEED=seed, TZ=zone, LC_ALL=locale, USER="lain", COLUMNS="60"
    )

    assert first.keys() == second.keys()
    assert [name for name, content in first.items() if content != second[name]] == []
    assert len(first) == len(EXAMPLES) * len(PAGE_FORMATS) - len(NO_TABLE)
    for name, content in first.items():
        plain = unpacked(content)
        for word in (b"/tmp/", b"data kota", SOMEBODY.encode()):
            assert word not in plain, (name, word)
