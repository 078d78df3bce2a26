"""What is built is what engineers expect: the source package runs as the README says, the wheel holds what it must, once."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from serang_plan.model.record import all_fields
from tests.conftest import ROOT
from tests.readers.process import CLEAN
from tests.sampling import INSTALLED

GIT, BASH = shutil.which("git"), shutil.which("bash")
RELEASE = ROOT / ".github" / "workflows" / "release.yml"
NO_INDEX = ("No matching distribution", "Connection", "Temporary failure")
FONTS = re.compile(r"serang_plan/rendering/fonts/\w.*\.ttf")
MIB = 1024 * 1024
PROMISES = ("id/janji.md", "en/promises.md")


def run(*command: str, cwd: Path = ROOT) -> str:
    ended = subprocess.run(command, cwd=cwd, env=CLEAN, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with both packages, built as `pip` would but without looking for another builder."""
    if find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed")
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", str(folder))
    return folder


@pytest.fixture(scope="module")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the source package, unpacked in a clean folder."""
    folder = tmp_path_factory.mktemp("sdist")
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    (inner,) = folder.iterdir()
    return inner


@pytest.fixture(scope="module")
def wheel(built: Path) -> zipfile.ZipFile:
    (archive,) = built.glob("*.whl")
    return zipfile.ZipFile(archive)


def test_the_source_package_holds_every_file_of_the_repository(unpacked: Path) -> None:
    if GIT is None or not (ROOT / ".git").exists():
        pytest.skip("not a repository of git")
    listed = run(GIT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    ours = {name for name in listed if name and (ROOT / name).exists()}
    packed = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}

    assert packed - {"PKG-INFO"} == ours


def test_the_first_command_of_the_readme_runs_in_the_source_package(unpacked: Path) -> None:
    """As `start.py` runs it once all is set up; setting up takes minutes, and so does the second command."""
    typed = re.findall(r"^python3 (\S+) (\w+)$", (unpacked / "README.md").read_text("utf-8"), re.MULTILINE)
    environment = {**CLEAN, "PYTHONPATH": str(unpacked / "src")}
    shown = subprocess.run(
        [sys.executable, "-m", "serang_plan", typed[0][1]],
        cwd=unpacked,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert typed == [("start.py", "status"), ("start.py", "test")]
    assert (unpacked / "start.py").exists()
    assert "Kota Serang" in shown.stdout


def test_the_wheel_holds_every_module_schema_and_example(wheel: zipfile.ZipFile) -> None:
    source = ROOT / "src"
    licences = {"serang_plan/rendering/fonts/LICENSE.txt"}
    ours = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()}
    ours = {name for name in ours if "__pycache__" not in name}

    assert {name for name in wheel.namelist() if name.startswith("serang_plan/")} == ours - licences


def test_the_wheel_holds_no_file_twice(wheel: zipfile.ZipFile) -> None:
    sums = [info.CRC for info in wheel.infolist() if info.file_size > 100]

    assert len(sums) == len(set(sums))
    assert len([name for name in wheel.namelist() if "LICENSE" in name]) == 2


def test_the_wheel_is_small_but_for_its_fonts(wheel: zipfile.ZipFile) -> None:
    """docs/decisions/0040 says why the fonts are there, whole."""
    fonts = [info.compress_size for info in wheel.infolist() if FONTS.fullmatch(info.filename)]

    assert len(fonts) == 3
    assert Path(str(wheel.filename)).stat().st_size - sum(fonts) <= MIB * 5 / 4


def test_what_the_wheel_weighs_is_what_the_decision_says(wheel: zipfile.ZipFile) -> None:
    decision = (ROOT / "docs/decisions/0040-what-is-released.md").read_text(encoding="utf-8")
    said = dict(re.findall(r"^  \| (?:three )?(\w+)[^|]* \| (\d\.\d\d) \|$", decision, re.MULTILINE))
    weights = {"fonts": 0, "modules": 0, "schemas": 0, "the": Path(str(wheel.filename)).stat().st_size}
    for info in wheel.infolist():
        if not info.filename.endswith("/RECORD"):
            kind = {".ttf": "fonts", ".py": "modules", ".pyi": "modules"}.get(Path(info.filename).suffix)
            weights[kind or "schemas"] += info.compress_size
            weights["the"] -= info.compress_size

    assert {kind: float(mib) for kind, mib in said.items()} == pytest.approx(
        {kind: weight / MIB for kind, weight in weights.items()}, abs=0.05
    )


def test_check_wheel_contents_finds_nothing(built: Path) -> None:
    if find_spec("check_wheel_contents") is None:
        pytest.skip("check-wheel-contents is not installed")

    assert "OK" in run(sys.executable, "-m", "check_wheel_contents", *map(str, built.glob("*.whl")))


@pytest.mark.skipif("list of a release" not in INSTALLED, reason="not drawn")
def test_the_list_of_a_release_holds_the_program_and_what_it_needs_and_no_more(
    built: Path, tmp_path: Path
) -> None:
    """Made by the words of the workflow; without a number of its own it could not be attested."""
    if find_spec("cyclonedx_py") is None or find_spec("pip") is None or BASH is None:
        pytest.skip("bash, pip or cyclonedx-bom is not installed")
    steps = yaml.safe_load(RELEASE.read_text(encoding="utf-8"))["jobs"]["bangun"]["steps"]
    (script,) = (step["run"] for step in steps if "cyclonedx_py" in step.get("run", ""))
    (tmp_path / "dist").symlink_to(built)
    (tmp_path / ".venv").symlink_to(sys.prefix)

    ended = subprocess.run(
        [BASH, "-ec", script], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    if ended.returncode and any(words in ended.stderr for words in NO_INDEX):
        pytest.skip("no package index")
    assert ended.returncode == 0, ended.stderr

    listed = json.loads((built / "serang-plan.cdx.json").read_text(encoding="utf-8"))
    names = {part["name"].lower().replace("_", "-") for part in listed["components"]}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(name for group in project["optional-dependencies"].values() for name in group),
    ]
    assert {re.split(r"[\[<>=]", name)[0] for name in wanted} <= names
    assert not {"pytest", "pip", "mypy"} & names
    assert listed["serialNumber"].startswith("urn:uuid:")


def test_no_committed_file_names_the_host_of_an_index() -> None:
    """Where packages come from is the business of whoever installs; no lock file says it."""
    if GIT is None or not (ROOT / ".git").exists():
        pytest.skip("not a repository of git")
    hosts = "|".join(re.escape(f"{name}.org") for name in ("pypi", "pythonhosted", "npmjs", "crates"))
    said = subprocess.run([GIT, "grep", "-nE", hosts], cwd=ROOT, capture_output=True, check=False)

    assert said.stdout.decode() == ""


@pytest.mark.parametrize("page", PROMISES)
def test_the_table_of_pythons_names_those_that_are_tested(page: str) -> None:
    classifiers = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["classifiers"]
    versions = [name.rpartition(" ")[2] for name in classifiers if name[-1].isdigit()]

    assert re.findall(r"^\| (3\.\d+) \| \d{4}-\d{2} \|", _text(page), re.MULTILINE) == versions


@pytest.mark.parametrize("page", PROMISES)
def test_every_old_form_of_the_files_is_listed_with_its_last_day(page: str) -> None:
    old = [
        f"{kind.__name__.lower()}s.{field.key}"
        for kind, field in all_fields()
        if field.facts and "bentuk lama dari" in field.facts.description
    ]
    listed = re.findall(r"^\| `(\S+)` \| `\w+` \| \d{4}-\d{2}-\d{2} \|", _text(page), re.MULTILINE)

    assert sorted(listed) == sorted(old)


def _text(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")
