"""Set everything up and run: `python3 start.py [COMMAND …]`; `python3 start.py test` runs all checks.

Needs only Python 3.11 or newer with venv, and a package index. Makes `.venv` beside this file, or the folder
that SERANG_PLAN_VENV names; for the tests, where npm is there, also `.cache/npm`. `start.py test PATH …` runs
those tests alone. What a Word, Excel, PDF or calendar file needs is installed when one is asked for.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / os.environ.get("SERANG_PLAN_VENV", ".venv")
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
NPM = HERE / ".cache" / "npm"
EXTRAS = {"--watch": "watch", "word": "docx", "excel": "xlsx", "sheet": "xlsx", "kalender": "ics"}
EXTRAS |= {name: name for name in ("docx", "xlsx", "pdf", "ics")}
JUDGES = ("yaml-language-server@1.25.0", "axe-core@4")

TESTS = ("pytest", "-n", "auto")
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    TESTS,
)
PYTHON_VERSION = "{}.{}".format(*sys.version_info)
NO_VENV = f"""\
serang-plan: Python ini tidak dapat membuat .venv. Di Debian dan Ubuntu pasang dulu, lalu ulangi:
serang-plan: this Python cannot make .venv. On Debian and Ubuntu install this first, then try again:

    sudo apt install python{PYTHON_VERSION}-venv
"""


def main(arguments: list[str]) -> int:
    """Set up what is missing, then run the program or, with `test`, the checks."""
    if sys.version_info < (3, 11):
        print("serang-plan: butuh Python 3.11 atau lebih baru / needs Python 3.11 or newer", file=sys.stderr)
        return 2
    os.chdir(HERE)
    testing = arguments[:1] == ["test"]
    if not set_up(with_tests=testing):
        return 2
    if testing:
        set_up_judges()
        return run_checks(arguments[1:])
    add_extras(extras_for(arguments))
    return run([str(PYTHON), "-m", "serang_plan", *(arguments or ["status"])])


def set_up(*, with_tests: bool) -> bool:
    """Make `.venv` and install the project into it, unless that has been done for this pyproject.toml."""
    groups = ("test", "lint") if with_tests else ()
    mark = VENV / f"installed-{'all' if with_tests else 'run'}"
    if is_set_up(mark):
        return True
    print("Menyiapkan .venv … / setting up .venv …", file=sys.stderr)
    if not is_whole() and not make_venv():
        return False
    packages = [package for group in groups for package in dependency_group(group)]
    return install(["-e", ".", *packages], mark)


def is_set_up(mark: Path) -> bool:
    """Return whether what a mark stands for was installed for this Python and this pyproject.toml."""
    return mark.exists() and mark.read_text() == state()


def state() -> str:
    """Return what an installation is for."""
    return f"{PYTHON_VERSION} {hashlib.sha256((HERE / 'pyproject.toml').read_bytes()).hexdigest()}"


def install(packages: list[str], mark: Path) -> bool:
    """Install packages and remember it, or say that it failed."""
    if run([str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages]):
        print("Pemasangan gagal: indeks paket tidak terjangkau? / installing failed", file=sys.stderr)
        return False
    mark.write_text(state())
    return True


def extras_for(arguments: list[str]) -> list[str]:
    """Return the extras that formats need which are named, or which files end in."""
    parts = (part for argument in arguments for part in argument.casefold().split("="))
    return sorted({EXTRAS[word] for part in parts if (word := part.rpartition(".")[2]) in EXTRAS})


def add_extras(extras: list[str]) -> None:
    """Install the extras that are not there yet; where that fails, the program says what else can be done."""
    for extra in extras:
        mark = VENV / f"installed-{extra}"
        if not is_set_up(mark):
            print(f"Memasang paket untuk {extra} … / installing packages for {extra} …", file=sys.stderr)
            install(["-e", f".[{extra}]"], mark)


def is_whole() -> bool:
    """Return whether `.venv` is of this Python and has pip; an attempt that failed leaves one without."""
    if not PYTHON.exists():
        return False
    asked = [str(PYTHON), "-c", "import pip, sys; print('{}.{}'.format(*sys.version_info))"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    return answer.strip() == PYTHON_VERSION


def make_venv() -> bool:
    """Make `.venv` anew, or say what to install: Debian keeps ensurepip in a package of its own."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        print(NO_VENV, file=sys.stderr)
        return False
    return run([sys.executable, "-m", "venv", "--clear", str(VENV)]) == 0


def set_up_judges() -> None:
    """Install what judges schema and pages as editors and browsers do; tests without theirs are skipped."""
    npm = shutil.which("npm")
    names = [judge.partition("@")[0] for judge in JUDGES]
    if npm is None or all((NPM / "node_modules" / name).exists() for name in names):
        return
    quiet = ("--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1")
    if run([npm, "install", *quiet, "--prefix", str(NPM), *JUDGES]):
        print(f"Tanpa / without {', '.join(names)}", file=sys.stderr)


def dependency_group(name: str) -> list[str]:
    """Return the packages of a group; older pip cannot read groups itself."""
    import tomllib

    return list(
        tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"][name]
    )


def run_checks(extra: list[str]) -> int:
    """Run every check, the tests last, or only the tests that are named; return the first code but 0."""
    worst = 0
    for tool, *arguments in ((*TESTS, *extra),) if extra else CHECKS:
        print(f"\n== Python {PYTHON_VERSION}: {tool} {' '.join(arguments)}", file=sys.stderr, flush=True)
        command = [str(BIN / tool)] if tool == "lint-imports" else [str(PYTHON), "-m", tool, *arguments]
        code = run(command)
        worst = worst or code
    return worst


def run(command: list[str]) -> int:
    """Run a command to its end and return its exit code."""
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
