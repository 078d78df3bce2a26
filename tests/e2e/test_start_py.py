"""`start.py` sets up what is missing or half made, and says what to install; `.ci/run` finds every Python."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT

OTHERS = (
    *("tests/rules", "tests/reports", "tests/e2e", "tests/docs/test_docs.py"),
    *("tests/rendering/test_docx.py", "tests/rendering/test_pdf.py"),
)
SHIM = "#!/bin/sh\nexit 127\n"
PYTHON = """#!/bin/sh
if [ "$1" = -c ]; then
  case $2 in *"'{version}'"*) echo "$0"; exit 0 ;; *) exit 1 ;; esac
fi
echo "{version} $* ${{SERANG_PLAN_VENV:-}}"
exit {code}
"""


@pytest.fixture(params=["", ".cache/python3.13"])
def start(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return `start.py` as a module that would make its `.venv` in an empty folder."""
    monkeypatch.delenv("SERANG_PLAN_VENV", raising=False)
    if request.param:  # as `.ci/run` does for every Python but the oldest
        monkeypatch.setenv("SERANG_PLAN_VENV", request.param)
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    inside = module.PYTHON.relative_to(module.VENV)
    module.VENV = tmp_path / ".venv"
    module.PYTHON = module.VENV / inside
    return module


def test_a_python_that_cannot_make_a_venv_is_told_what_to_install(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else real(name))

    assert not start.set_up(with_tests=False)
    assert f"sudo apt install python{start.PYTHON_VERSION}-venv" in capsys.readouterr().err
    assert not start.VENV.exists()


def test_a_venv_that_was_left_half_made_is_made_anew(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", start.VENV], check=True)
    ran: list[list[str]] = []
    monkeypatch.setattr(start, "run", lambda command: ran.append(command) or 0)

    assert start.set_up(with_tests=False)
    assert [command[2:4] for command in ran] == [["venv", "--clear"], ["pip", "install"]]


@pytest.mark.parametrize(
    ("typed", "extras"),
    [
        ("status -o laporan.docx -o tabel.XLSX", ["docx", "xlsx"]),
        ("briefing --for walikota --format=pdf", ["pdf"]),
        ("rakor follow-up --format kalender", ["ics"]),
        ("sheet export --all", ["xlsx"]),
        ("validate --watch", ["watch"]),
        ("status --format html -o laporan.html", []),
    ],
)
def test_a_format_that_needs_a_package_has_it_installed_once(
    typed: str, extras: list[str], start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    start.VENV.mkdir(exist_ok=True)
    ran: list[str] = []
    monkeypatch.setattr(start, "set_up", lambda with_tests: True)
    monkeypatch.setattr(start, "run", lambda command: ran.append(command[-1]) or 0)

    for _ in range(2):
        start.main(typed.split())

    last = typed.split()[-1]
    assert ran == [*(f".[{extra}]" for extra in extras), last, last]


def test_what_cannot_be_installed_is_said_and_the_program_runs(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    start.VENV.mkdir(exist_ok=True)
    monkeypatch.setattr(start, "set_up", lambda with_tests: True)
    monkeypatch.setattr(start, "run", lambda command: 1 if "pip" in command else 3)

    assert start.main(["status", "-o", "x.pdf"]) == 3
    assert "installing failed" in capsys.readouterr().err
    assert list(start.VENV.iterdir()) == []


def test_what_is_set_up_for_one_python_is_not_taken_for_another(start: ModuleType) -> None:
    start.PYTHON = Path(sys.executable)
    assert start.is_whole()

    start.PYTHON_VERSION = "3.10"
    assert not start.is_whole()


def test_tests_that_are_named_are_run_alone(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(start, "run", lambda command: ran.append(command) or 0)

    assert start.run_checks(["tests/rules"]) == 0
    assert [command[1:] for command in ran] == [["-m", "pytest", "-n", "auto", "tests/rules"]]


@pytest.mark.parametrize("code", [0, 1])
def test_the_exit_code_is_that_of_the_check_that_fails(
    code: int, start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "run", lambda command: code if "mypy" in command else 0)

    assert start.run_checks([]) == code


# -- .ci/run ------------------------------------------------------------------------


class Machine:
    """A checkout on a machine with some Pythons, none of which really runs."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.bin, self.pyenv = folder, folder / "bin", folder / "pyenv"
        for file in (".ci/run", "pyproject.toml"):
            (folder / file).parent.mkdir(exist_ok=True)
            shutil.copy(ROOT / file, folder / file)
        for name in ("chromium", "soffice", "pandoc", "strace", "python3"):
            self.program(self.bin / name, SHIM)

    def program(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def python(self, path: Path, version: str, code: int = 0) -> None:
        self.program(path, PYTHON.format(version=version, code=code))

    def run(self) -> subprocess.CompletedProcess[str]:
        for tool in ("bash", "dirname", "sed", "ls", "id", "sh"):
            (self.bin / tool).symlink_to(str(shutil.which(tool)))
        return subprocess.run(
            [self.folder / ".ci" / "run"],
            env={"PATH": str(self.bin), "PYENV_ROOT": str(self.pyenv)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    if os.name == "nt":
        pytest.skip("bash and its PATH are those of Unix")
    return Machine(tmp_path)


def test_everything_runs_on_the_oldest_python_and_what_can_differ_on_the_others(machine: Machine) -> None:
    machine.python(machine.bin / "python3.11", "3.11")
    machine.program(machine.bin / "python3.12", SHIM)
    machine.python(machine.pyenv / "versions" / "3.12.1" / "bin" / "python", "3.12")
    machine.python(machine.bin / "python3.13", "3.13")

    ended = machine.run()

    some = " ".join(OTHERS)
    assert ended.stdout.splitlines() == [
        "3.11 start.py test ",
        f"3.12 start.py test {some} .cache/python3.12",
        f"3.13 start.py test {some} .cache/python3.13",
    ]
    assert ended.stderr == "without Python 3.14\n"
    assert ended.returncode == 0


def test_a_machine_with_one_python_runs_everything_on_it(machine: Machine) -> None:
    machine.python(machine.bin / "python3", "3.13")

    ended = machine.run()

    assert ended.stdout == "3.13 start.py test \n"
    assert ended.returncode == 0


def test_a_failure_on_any_python_fails_the_run(machine: Machine) -> None:
    machine.python(machine.bin / "python3.11", "3.11", code=1)
    machine.python(machine.bin / "python3.13", "3.13")

    ended = machine.run()

    assert len(ended.stdout.splitlines()) == 2
    assert ended.returncode == 1


def test_a_machine_without_a_python_fails(machine: Machine) -> None:
    assert machine.run().returncode == 2


def test_what_other_pythons_test_is_there() -> None:
    assert [folder for folder in OTHERS if not (ROOT / folder).exists()] == []
