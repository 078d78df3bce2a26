"""The hook under the real pre-commit: installed from a clone of this repository, then asked before commits.

It needs a package index, as every hook in Python does; where there is none, or no pre-commit, it is skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import ROOT

GIT = shutil.which("git")
pytestmark = pytest.mark.skipif(
    GIT is None or find_spec("pre_commit") is None or not (ROOT / ".git").exists(),
    reason="git or pre-commit is not installed, or this is no clone",
)
NO_INDEX = ("No matching distribution", "Could not find a version", "Connection", "Temporary failure")
CONFIG = """
repos:
  - repo: {clone}
    rev: {revision}
    hooks:
      - id: serang-plan
"""


def git(folder: Path, *arguments: str) -> str:
    named = [
        "-c",
        "user.name=Perencana",
        "-c",
        "user.email=perencana@example.org",
        "-c",
        "commit.gpgsign=false",
    ]
    command = [str(GIT), "-C", str(folder), *named, *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with the program as it stands here, committed or not."""
    folder = tmp_path_factory.mktemp("clone")
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        needed = name.startswith(("src/", "pyproject", "README", "LICENSE", ".pre-commit-hooks"))
        if needed and (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Program")
    return folder


@pytest.fixture(scope="module")
def plan(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with the plan, whose hook is installed."""
    folder = tmp_path_factory.mktemp("rencana")
    shutil.copytree(ROOT / "data", folder / "data")
    (folder / "catatan.md").write_text("Catatan.\n", encoding="utf-8")
    revision = git(clone, "rev-parse", "HEAD").strip()
    config = CONFIG.format(clone=clone, revision=revision)
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Rencana")
    os.environ["PRE_COMMIT_HOME"] = str(tmp_path_factory.mktemp("store"))
    installed = pre_commit(folder, "install", "--install-hooks")
    if installed.returncode and any(word in installed.stdout + installed.stderr for word in NO_INDEX):
        pytest.skip("no package index")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return folder


def pre_commit(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_sound_plan_passes(plan: Path) -> None:
    ran = pre_commit(plan, "run", "--all-files")

    assert ran.returncode == 0, ran.stdout
    assert "Passed" in ran.stdout


def test_a_commit_with_a_fault_is_stopped_and_the_fault_is_shown(plan: Path) -> None:
    file = plan / "data" / "indicators.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("value: 9.44", "value: 9,44"), encoding="utf-8")
    git(plan, "add", "-A")

    with pytest.raises(subprocess.CalledProcessError) as stopped:
        git(plan, "commit", "-qm", "Salah ketik")

    said = stopped.value.stderr
    assert "galat[F105]: angka `9,44` memakai koma desimal" in said
    assert " --> data/indicators.yaml:229:16" in said
    assert "peringatan[" not in said
    assert "temuan yang tidak menggagalkan tidak ditampilkan." in said

    file.write_text(text, encoding="utf-8")
    git(plan, "add", "-A")


def test_other_files_do_not_wake_it(plan: Path) -> None:
    (plan / "catatan.md").write_text("Catatan lain.\n", encoding="utf-8")
    git(plan, "add", "-A")

    assert "Skipped" in pre_commit(plan, "run").stdout
