"""Nothing waits for ever: a pipe that lies where a file is read is refused, not waited on."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from serang_plan.operations.beginning.list_reader import read_list
from serang_plan.operations.exporting import folder as export_folder
from serang_plan.operations.files.archive import CHECKSUMS, Snapshot, damaged
from serang_plan.operations.files.whole_folder import MARKER, write_folder
from serang_plan.operations.problem import ProblemError
from serang_plan.operations.recording import undoing
from serang_plan.operations.sheets.archive import FormArchive
from serang_plan.operations.sheets.importing import HowToTake, import_sheets
from serang_plan.rendering.findings.patch import FileChange
from tests.conftest import read

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files there")
SECONDS = 5
READERS: dict[str, Callable[[str], object]] = {
    CHECKSUMS: lambda folder: damaged(Snapshot(date(2026, 3, 10), folder)),
    "daftar.json": lambda folder: FormArchive(folder).forms(),
    "DLH.xlsx": lambda folder: import_sheets(read(), [folder], FormArchive(folder), HowToTake()),
    "opd.csv": lambda folder: read_list(os.path.join(folder, "opd.csv"), {}),
    MARKER: lambda folder: write_folder(folder, []),
    "datapackage.json": lambda folder: export_folder.write_folder(folder, {}, "datapackage.json"),
    "opd.yaml": lambda folder: undoing.still_written(
        [FileChange(os.path.join(folder, "opd.yaml"), "opd: []\n", "", moved=True)]
    ),
}


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    def fail(*_: object) -> None:
        pytest.fail("it waits")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("name", READERS)
def test_a_pipe_is_not_waited_on(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)

    with suppress(ProblemError):
        READERS[name](str(tmp_path))

    assert (tmp_path / name).is_fifo()


def test_a_pipe_where_the_last_edit_is_kept_is_not_waited_on(tmp_path: Path) -> None:
    undoing.remember(str(tmp_path), "data", [])
    (kept,) = tmp_path.iterdir()
    kept.unlink()
    os.mkfifo(kept)

    with pytest.raises(ProblemError):
        undoing.last_edit(str(tmp_path), "data")
