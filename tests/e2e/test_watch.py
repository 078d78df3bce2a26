"""`validate --watch` in a process of its own: files are saved as editors save them, and the program looks again."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

from serang_plan.operations.extras import install_command
from tests.conftest import ROOT
from tests.readers.process import CLEAN, program

PATIENCE = 30
WAITING = "Menunggu perubahan"
SOUND, FAULTY = "value: 9.44", "value: 9,44"

watchfiles = pytest.importorskip("watchfiles")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent as a POSIX signal")


class Watched:
    """A running `validate --watch`, and what it says."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "serang_plan", "validate", "--watch", "--format", "concise", *arguments],
            cwd=folder,
            env=CLEAN,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self._lines: Queue[str] = Queue()
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._lines.put(line)

    def says_until_it_waits(self) -> str:
        """Return everything up to the line that says it is waiting."""
        said = ""
        while WAITING not in said:
            try:
                said += self._lines.get(timeout=PATIENCE)
            except Empty:
                pytest.fail(f"it said nothing more after: {said[-300:]}")
        return said

    def interrupt(self) -> int:
        """Send Ctrl-C and return the exit code."""
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(timeout=PATIENCE)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path


@pytest.fixture
def watch(folder: Path) -> Iterator[Callable[..., Watched]]:
    started: list[Watched] = []

    def start(*arguments: str) -> Watched:
        started.append(Watched(folder, *arguments))
        return started[-1]

    yield start
    for one in started:
        one.kill()


def in_place(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def by_renaming(path: Path, text: str) -> None:
    """Save as vim and many others do: a new file takes the place of the old one."""
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def by_moving_away_first(path: Path, text: str) -> None:
    path.rename(path.with_name(f"{path.name}~"))
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("save", [in_place, by_renaming, by_moving_away_first])
@pytest.mark.parametrize("asked", ["data", "data/indicators.yaml"])
def test_it_looks_again_at_every_save(
    folder: Path, watch: Callable[..., Watched], save: Callable[[Path, str], None], asked: str
) -> None:
    file = folder / "data" / "indicators.yaml"
    text = file.read_text(encoding="utf-8")
    running = watch(asked)

    assert "F105" not in running.says_until_it_waits()
    save(file, text.replace(SOUND, FAULTY))
    assert "F105 angka `9,44`" in running.says_until_it_waits()
    save(file, text)
    assert "F105" not in running.says_until_it_waits()


def test_ctrl_c_ends_it_with_130_and_without_a_word(watch: Callable[..., Watched]) -> None:
    running = watch()
    running.says_until_it_waits()

    assert running.interrupt() == 130
    assert running._lines.empty()


def test_a_folder_that_is_gone_for_a_while_is_waited_for(folder: Path, watch: Callable[..., Watched]) -> None:
    running = watch()
    running.says_until_it_waits()

    (folder / "data").rename(folder / "lama")
    assert "data` tidak ada di sini" in running.says_until_it_waits()
    (folder / "lama").rename(folder / "data")
    assert "tidak ada di sini" not in running.says_until_it_waits()


def test_a_file_of_findings_is_written_anew_every_time(folder: Path, watch: Callable[..., Watched]) -> None:
    file = folder / "data" / "indicators.yaml"
    running = watch("data", "--output", "temuan.json")
    running.says_until_it_waits()

    in_place(file, file.read_text(encoding="utf-8").replace(SOUND, FAULTY))
    running.says_until_it_waits()

    assert "F105" in (folder / "temuan.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["tidak-ada"], "tidak ada di sini"), (["-"], "masukan baku tidak dapat dipantau")],
)
def test_what_cannot_be_watched_is_said_at_once(folder: Path, arguments: list[str], said: str) -> None:
    ended = program("validate", "--watch", *arguments, cwd=folder)

    assert ended.returncode == 2
    assert said in ended.stderr


def test_without_the_extra_it_says_how_to_install_it(folder: Path) -> None:
    without = "import sys; sys.modules['watchfiles'] = None; from serang_plan.cli.main import run; sys.exit(run(sys.argv[1:]))"
    ended = subprocess.run(
        [sys.executable, "-c", without, "validate", "--watch"],
        cwd=folder,
        env=CLEAN,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )

    assert ended.returncode == 2
    assert ended.stdout == ""
    assert install_command("watch") in ended.stderr
    assert len(ended.stderr.splitlines()) == 2
