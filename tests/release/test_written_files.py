"""What is recorded touches the files that are named and the folder of `undo`, and nothing else; a hook watches."""

from __future__ import annotations

import inspect
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from serang_plan.cli.arguments.writing_options import Writing
from serang_plan.cli.registry import COMMANDS, load
from tests.conftest import ROOT
from tests.readers.process import CLEAN
from tests.sampling import sample

DAY = "2026-11-26"
HOOK = """\
import os, sys

CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")

def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if not isinstance(flags, int) or not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            return
    elif event not in CHANGES:
        return
    for path in arguments[:2 if event in ("os.rename", "os.link", "os.symlink") else 1]:
        if isinstance(path, (str, bytes)):
            sys.stderr.write("touched: " + os.path.abspath(os.fsdecode(path)) + "\\n")

sys.addaudithook(watch)
"""
"""As `sitecustomize` it is there before our first line, in every Python that the program starts."""
VALUE = "record M02 67,5 --at 2026-03 --source S29"
TYPED = {
    "add": "add Taman --opd DLH --indicator M01=0,4 --start 2027",
    "assign": "assign M03 DLH --from 2027",
    "cancel": "cancel A06 --reason 'Tidak dianggarkan'",
    "claim": "claim --by 'Wali Kota' --at 2026-05-01 --indicators 16 --met 9 --source S30",
    "finish": "finish A03 --evidence S25 --on 2026-11-01",
    "init": "init --city Kota --years 2026-2030",
    "migrate": "migrate",
    "move": "move A04 2029-TW2 --reason Lahan",
    "opd": "opd DLH --name 'Dinas Hijau' --from 2026-05",
    "rakor accept": "rakor accept R2-1 --as belum-sesuai --by SETDA",
    "rakor attend": "rakor attend DLH --rakor 2026-03-12",
    "rakor close": "rakor close 2026-03-12",
    "rakor decide": "rakor decide Halte --lead DISHUB --due 2027-01-31 --rakor 2026-03-12",
    "rakor prepare": "rakor prepare 2026-12-10 --save",
    "rakor report": "rakor report R2-1 --status proses",
    "record": VALUE,
    "sheet": "sheet import angka.csv --source S29",
    "start": "start A06 --at 2026-TW4",
    "target": "target M02 2029 97",
    "threshold": "threshold M02 75 --of tafsiran --basis Bacaan --due 2030",
    "undo": "undo",
    "update": "update A05 --progress 60",
    "withdraw": "withdraw M02 nilai 2024 --reason 'Salah kutip'",
}


class Desk(NamedTuple):
    """Where somebody works: a plan in a folder, and a home."""

    folder: Path

    @property
    def state(self) -> Path:
        """Where `undo` keeps its copy, as the guide says."""
        return self.folder / "rumah" / ".local" / "state" / "serang-plan"

    def run(self, line: str) -> tuple[str, set[Path]]:
        """Return what a command says, and what it touched."""
        ended = subprocess.run(
            [sys.executable, "-m", "serang_plan", *shlex.split(line)],
            cwd=self.folder / "kota",
            env={
                **CLEAN,
                "PYTHONPATH": os.pathsep.join((str(self.folder), str(ROOT / "src"))),
                "PYTHONDONTWRITEBYTECODE": "1",
                "HOME": str(self.folder / "rumah"),
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        lines = ended.stderr.splitlines()
        touched = {Path(line.removeprefix("touched: ")) for line in lines if line.startswith("touched: ")}
        told = [line for line in lines if not line.startswith("touched: ")]
        return "\n".join([*told, ended.stdout]), touched

    def contents(self) -> dict[Path, bytes]:
        """Return every file that is there."""
        return {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}

    def named(self, told: str) -> set[Path]:
        """Return the files and folders of the plan that are named, as they are read from where one stands."""
        words = (word.rstrip(".") for word in re.findall(r"[^\s,`]+", told))
        paths = {Path(os.path.normpath(self.folder / "kota" / word)) for word in words}
        return {path for path in paths if path.exists() and self.folder / "kota" in path.parents}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "sitecustomize.py").write_text(HOOK, "utf-8")
    (tmp_path / "rumah").mkdir()
    shutil.copytree(
        ROOT / "src" / "serang_plan" / "example",
        tmp_path / "kota" / "data",
        ignore=shutil.ignore_patterns("__*"),
    )
    (tmp_path / "kota" / "angka.csv").write_text("kode;waktu;nilai\nM02;2026-03;67,5\n", "utf-8")
    return Desk(tmp_path)


def recording() -> Iterator[str]:
    """Give the commands that write into a plan: they take `--dry-run` and `--yes`."""
    for name in COMMANDS:
        parameters = inspect.signature(load(name).command, eval_str=True).parameters.values()
        if any(parameter.annotation is Writing for parameter in parameters):
            yield name


def test_the_hook_sees_what_is_touched(desk: Desk) -> None:
    _, touched = desk.run("status -o status.md")

    assert desk.folder / "kota" / "status.md" in touched


@pytest.mark.parametrize("name", sample([*recording()], 10))
def test_a_command_that_records_touches_what_it_names_and_the_folder_of_undo(name: str, desk: Desk) -> None:
    if name == "undo":
        desk.run(f"{VALUE} --as-of {DAY} --yes")
    if name == "init":
        shutil.rmtree(desk.folder / "kota" / "data")
    day = "" if name == "init" else f" --as-of {DAY}"

    before = desk.contents()
    told, touched = desk.run(f"{TYPED[name]}{day} --yes")
    after = desk.contents()

    changed = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    of_plan = {path for path in changed if not path.is_relative_to(desk.state)}
    folders = {
        folder for path in of_plan for folder in path.parents if folder.is_relative_to(desk.folder / "kota")
    }
    unfinished = {
        path for path in touched if path.name.startswith(".serang-plan-") and path.parent in folders
    }
    beside = {path for path in touched if not unfinished.isdisjoint((path, *path.parents))}
    of_undo = {path for path in touched if path.is_relative_to(desk.state) or desk.state.is_relative_to(path)}
    assert of_plan, "nothing was recorded"
    named = desk.named(told)
    said = {path for path in of_plan | touched if path in named or not named.isdisjoint(path.parents)}
    on_the_way = {path for name in named for path in name.parents}
    assert sorted(of_plan - said) == []
    assert sorted(touched - said - on_the_way - beside - of_undo) == []


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_the_copy_of_undo_is_for_nobody_else(desk: Desk) -> None:
    desk.state.mkdir(parents=True, mode=0o755)
    desk.run(f"{VALUE} --as-of {DAY} --yes")
    (kept,) = desk.state.iterdir()
    kept.chmod(0o644)
    desk.run(f"target M02 2029 97 --as-of {DAY} --yes")

    assert [path.stat().st_mode & 0o777 for path in (kept, desk.state)] == [0o600, 0o700]
