"""The hook under the real pre-commit and prek: installed from a clone of this repository, then asked before commits.

It needs a package index, as every hook in Python does; where there is none, or none of the two, it is skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from tests.sampling import INSTALLED

GIT = shutil.which("git")
pytestmark = pytest.mark.skipif(
    GIT is None or not (ROOT / ".git").exists(), reason="git is not installed, or this is no clone"
)
RUNNERS = ("pre_commit", "prek")
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


class Repository(NamedTuple):
    """A repository with the plan, whose hook is installed by a runner."""

    runner: str
    folder: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", self.runner, *arguments],
            cwd=self.folder,
            env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="module", params=[name for name in RUNNERS if name in INSTALLED])
def plan(clone: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Repository:
    if find_spec(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    folder = tmp_path_factory.mktemp("rencana")
    shutil.copytree(ROOT / "data", folder / "data")
    (folder / "catatan.md").write_text("Catatan.\n", encoding="utf-8")
    revision = git(clone, "rev-parse", "HEAD").strip()
    config = CONFIG.format(clone=clone, revision=revision)
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Rencana")
    os.environ["PRE_COMMIT_HOME"] = os.environ["PREK_HOME"] = str(tmp_path_factory.mktemp("store"))
    repository = Repository(request.param, folder)
    installed = repository.run("install", "--install-hooks")
    if installed.returncode and any(word in installed.stdout + installed.stderr for word in NO_INDEX):
        pytest.skip("no package index")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return repository


def test_a_sound_plan_passes(plan: Repository) -> None:
    ran = plan.run("run", "--all-files")

    assert ran.returncode == 0, ran.stdout
    assert "Passed" in ran.stdout


def test_a_commit_with_a_fault_is_stopped_and_the_fault_is_shown(plan: Repository) -> None:
    file = plan.folder / "data" / "indicators.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("value: 9.44", "value: 9,44"), encoding="utf-8")
    git(plan.folder, "add", "-A")

    with pytest.raises(subprocess.CalledProcessError) as stopped:
        git(plan.folder, "commit", "-qm", "Salah ketik")

    said = stopped.value.stderr
    assert "galat[F105]: angka `9,44` memakai koma desimal" in said
    assert " --> data/indicators.yaml:229:16" in said
    assert "peringatan[" not in said
    assert "temuan yang tidak menggagalkan tidak ditampilkan." in said

    file.write_text(text, encoding="utf-8")
    git(plan.folder, "add", "-A")


def test_other_files_do_not_wake_it(plan: Repository) -> None:
    (plan.folder / "catatan.md").write_text("Catatan lain.\n", encoding="utf-8")
    git(plan.folder, "add", "-A")

    assert "Skipped" in plan.run("run").stdout
