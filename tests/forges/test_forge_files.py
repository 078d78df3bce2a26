"""What we offer to forges is valid, and nothing that comes from outside is ever run as a command."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import tomllib
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.readers.process import CLEAN
from tests.sampling import sample

ACTION, GITLAB = "action.yml", "ci/gitlab.yml"
GITHUB_PAGES, GITLAB_PAGES = "ci/github-pages.yml", "ci/gitlab-pages.yml"
WORKFLOWS = tuple(sorted(f".github/workflows/{one.name}" for one in (ROOT / ".github/workflows").iterdir()))
AUDITING = ("nightly", "release")
PACKAGES = {"material": "mkdocs-material", "cyclonedx_py": "cyclonedx-bom"}
BASH = shutil.which("bash")
HOSTILE = [
    "-x",
    "--help",
    "$(touch x)",
    "`touch x`",
    "; touch x",
    "a b, c",
    "%0A::error::x",
    "'\"",
    "*",
    "é\n::stop-commands::x",
]

VARIABLES = ("PLAN_PATH", "CI_MERGE_REQUEST_DIFF_BASE_SHA", "PLAN_FAIL_ON")

STAND_IN = """#!{bash}
# Stands in for the runner's python3: makes a folder with programs that write down how they are called.
bin="${{@: -1}}/bin"
mkdir -p "$bin"
printf '#!{bash}\\nprintf "%%s\\\\0" "$@" > "$CALLED.pip"\\n' > "$bin/python"
printf '#!{bash}\\nprintf "%%s\\\\0" "$@" > "$CALLED"\\nexec "{python}" -m serang_plan "$@"\\n' > "$bin/serang-plan"
chmod +x "$bin/python" "$bin/serang-plan"
"""


def tool(name: str) -> str:
    """Return a linter that is installed beside Python or on the path."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-actions", [ACTION]),
        ("github-workflows", [*WORKFLOWS, GITHUB_PAGES]),
        ("gitlab-ci", [GITLAB, GITLAB_PAGES]),
    ],
    ids=["action", "workflows", "gitlab"],
)
def test_the_files_have_the_form_that_the_forge_reads(schema: str, files: list[str]) -> None:
    checking = [tool("check-jsonschema"), "--builtin-schema", f"vendor.{schema}", *files]
    ended = subprocess.run(checking, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_zizmor_finds_nothing() -> None:
    checking = [
        tool("zizmor"),
        "--offline",
        "--no-progress",
        "--persona=auditor",
        ACTION,
        GITHUB_PAGES,
        *WORKFLOWS,
    ]
    ended = subprocess.run(checking, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "No findings" in ended.stdout


def test_the_site_is_written_as_the_examples_say(tmp_path: Path) -> None:
    """Where it is put then is up to the forge: that is untried."""
    runner = Runner(tmp_path)
    github = yaml.safe_load((ROOT / GITHUB_PAGES).read_text(encoding="utf-8"))["jobs"]["tulis"]["steps"]
    gitlab = yaml.safe_load((ROOT / GITLAB_PAGES).read_text(encoding="utf-8"))["pages"]
    (written,) = [step["run"] for step in github if step.get("run", "").startswith("serang-plan")]
    (put,) = [step["with"]["path"] for step in github if "upload-pages" in step.get("uses", "")]
    known = {**gitlab["variables"], "CI_BUILDS_DIR": str(runner.temp)}

    ended = runner.run("set -eu\n" + "\n".join(gitlab["script"]), **known)

    assert ended.returncode == 0, ended.stderr
    assert (runner.folder / gitlab["artifacts"]["paths"][0] / "index.html").exists()
    assert written.endswith(f"--output={put}")


def test_no_expression_stands_in_a_script() -> None:
    assert "${{" not in action_script()
    assert "$[[" not in gitlab_script()


def test_the_program_is_tested_on_every_python_that_it_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [one.rpartition(" ")[2] for one in project["classifiers"] if one[-1].isdigit()]
    (job,) = yaml.safe_load((ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8"))[
        "jobs"
    ].values()

    assert job["strategy"]["matrix"]["python"] == named
    assert project["requires-python"] == f">={named[0]}"


@pytest.mark.parametrize("file", WORKFLOWS)
def test_what_a_workflow_runs_of_ours_is_there_and_set_up_before(file: str) -> None:
    jobs = yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))["jobs"]
    lines = [[step["run"] for step in job["steps"] if "run" in step] for job in jobs.values()]

    assert [
        line
        for job in lines
        for line in job
        if (words := line.split())[1] == "start.py" and words[2] != "test"
    ] == []
    assert [
        word for job in lines for line in job for word in line.split() if "/" in word and not _is_there(word)
    ] == []
    for job in lines:
        assert not any(".venv/" in line for line in job) or job[0].startswith("python start.py test")


@pytest.mark.parametrize("file", WORKFLOWS)
def test_every_program_that_a_workflow_runs_is_installed_by_then(file: str) -> None:
    for job in yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))["jobs"].values():
        there = installed_for_tests() | {"python", "serang-plan"}
        for words in (step["run"].split() for step in job["steps"] if "run" in step):
            assert {word.removeprefix(".venv/bin/") for word in words if ".venv/bin/" in word} <= there
            there |= set(words[words.index("install") :]) if "pip" in words else set()


def test_packages_and_what_is_built_are_examined_every_night_or_before_a_release() -> None:
    nightly, release = ((ROOT / f".github/workflows/{name}.yml").read_text("utf-8") for name in AUDITING)

    assert ".venv/bin/pip-audit " in nightly
    assert ".venv/bin/pip-audit " in release
    assert ".venv/bin/check-wheel-contents dist" in release


def test_what_is_released_says_where_it_comes_from_and_what_it_holds() -> None:
    """The list of what it holds is made in tests/release, by the same words."""
    jobs = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8"))["jobs"]
    *before, last = jobs["terbit"]["steps"]
    attested = [step["with"] for step in before if step["uses"].startswith("actions/attest@")]

    assert attested == [
        {"subject-path": "dist/*"},
        {"subject-path": "dist/*.whl", "sbom-path": "dist/serang-plan.cdx.json"},
    ]
    assert {"id-token": "write", "attestations": "write"}.items() <= jobs["terbit"]["permissions"].items()
    assert "sha256sum -- *.tar.gz *.whl *.json > SHA256SUMS" in last["run"]


def test_what_a_test_is_skipped_without_is_installed_for_the_tests() -> None:
    """So the site of the documents is built, and the wheel looked into, on every push."""
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    wanted = set(re.findall(r'(?:find_spec|importorskip)\("(\w+)"', tests)) - {"pip"}

    assert {PACKAGES.get(name, name.replace("_", "-")) for name in wanted} - installed_for_tests() == set()
    assert "material" in wanted


def installed_for_tests() -> set[str]:
    """Return the packages that `start.py test` installs."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    return {re.split(r"[\[<>=]", package)[0] for group in groups.values() for package in group}


def _is_there(word: str) -> bool:
    """Whether something is of ours, or is built before by the same job."""
    return word.startswith(".venv/bin/") or "dist/" in word or (ROOT / word).exists()


def test_every_night_all_cases_are_tested_and_covered() -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/nightly.yml").read_text(encoding="utf-8"))["jobs"]
    (step,) = [step for job in jobs.values() for step in job["steps"] if "--cov" in step.get("run", "")]
    ((switch, value),) = step["env"].items()
    asked = [sys.executable, "-c", "from tests.sampling import ALL; print(ALL)"]
    shown = subprocess.run(
        asked, cwd=ROOT, env={**os.environ, switch: value}, capture_output=True, text=True, check=True
    )

    assert shown.stdout == "True\n"
    assert step["run"].startswith("python start.py test tests ")


def test_the_hook_is_the_command_of_the_package() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert hook["entry"] == "serang-plan validate --failing-only"
    assert hook["pass_filenames"] is False


def action_script() -> str:
    (step,) = yaml.safe_load((ROOT / ACTION).read_text(encoding="utf-8"))["runs"]["steps"]
    return str(step["run"])


def gitlab_job() -> dict[str, Any]:
    job: dict[str, Any] = yaml.safe_load((ROOT / GITLAB).read_text(encoding="utf-8"))["serang-plan"]
    return job


def gitlab_script() -> str:
    return "set -eu\n" + "\n".join(gitlab_job()["script"])


class Runner:
    """A runner of a forge: a clean folder with the plan, and stand-ins for what would be installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "work"
        self._tools = folder / "tools"
        self.called = folder / "called"
        shutil.copytree(ROOT / "data", self.folder / "data")
        self._tools.mkdir()
        python3 = self._tools / "python3"
        python3.write_text(STAND_IN.format(bash=BASH, python=sys.executable), encoding="utf-8")
        python3.chmod(python3.stat().st_mode | stat.S_IXUSR)
        self.temp = folder / "temp folder"
        self.temp.mkdir()

    def run(self, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
        path = f"{self._tools}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.folder,
            env={**CLEAN, "PATH": path, "CALLED": str(self.called), **environment},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    def github(self, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the action's step as the runner does, with its inputs or their defaults."""
        known = yaml.safe_load((ROOT / ACTION).read_text(encoding="utf-8"))["inputs"]
        given = {f"PLAN_{name.upper().replace('-', '_')}": one["default"] for name, one in known.items()}
        given |= {f"PLAN_{name.upper()}": value for name, value in inputs.items()}
        return self.run(
            action_script(),
            RUNNER_TEMP=str(self.temp),
            GITHUB_ACTION_PATH=str(ROOT),
            GITHUB_ACTIONS="true",
            **given,
        )

    def gitlab(self, **variables: str) -> subprocess.CompletedProcess[str]:
        given = {"CI_BUILDS_DIR": str(self.temp), **gitlab_job()["variables"], **variables}
        return self.run(gitlab_script(), **given)

    def arguments(self, of: str = "") -> list[str]:
        """Return how the program, or `.pip`, was called."""
        return Path(f"{self.called}{of}").read_text(encoding="utf-8").split("\0")[:-1]

    def is_untouched(self) -> bool:
        return not list(self.folder.rglob("x"))


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    if BASH is None or os.name == "nt":
        pytest.skip("the stand-ins need bash and a POSIX system")
    return Runner(tmp_path)


def test_the_action_installs_itself_and_checks_the_plan(runner: Runner) -> None:
    ended = runner.github(fail_on="never")

    assert ended.returncode == 0, ended.stderr
    assert runner.arguments(".pip")[-2:] == ["--", str(ROOT)]
    assert runner.arguments() == ["validate", "--fail-on=never", "--", "data"]
    assert "::warning file=data/indicators.yaml,line=" in ended.stdout


def test_the_action_fails_by_what_is_found(runner: Runner) -> None:
    file = runner.folder / "data" / "indicators.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("value: 9.44", "value: 9,44"), encoding="utf-8")
    ended = runner.github()

    assert ended.returncode == 1
    assert "::error file=data/indicators.yaml,line=229,endLine=229,col=16," in ended.stdout


def test_a_released_version_can_be_asked_for(runner: Runner) -> None:
    runner.github(version="0.1.0", fail_on="never")

    assert runner.arguments(".pip")[-1] == "serang-plan==0.1.0"


@pytest.mark.parametrize("word", HOSTILE)
def test_a_hostile_version_installs_nothing(runner: Runner, word: str) -> None:
    ended = runner.github(version=word)

    assert ended.returncode == 2
    assert not Path(f"{runner.called}.pip").exists()
    assert runner.is_untouched()


@pytest.mark.parametrize(("name", "word"), sample([*product(("path", "against", "fail_on"), HOSTILE)], 10))
def test_hostile_inputs_of_the_action_stay_words(runner: Runner, name: str, word: str) -> None:
    ended = runner.github(**{name: word})

    option = {"path": word, "against": f"--against={word}", "fail_on": f"--fail-on={word}"}[name]
    assert option in runner.arguments()
    assert ended.returncode == 2
    assert runner.is_untouched()
    assert not [line for line in ended.stdout.splitlines() if line.startswith("::")]


@pytest.mark.parametrize(("name", "word"), sample([*product(VARIABLES, HOSTILE)], 10))
def test_hostile_variables_in_gitlab_stay_words(runner: Runner, name: str, word: str) -> None:
    ended = runner.gitlab(**{name: word})

    assert any(word in argument for argument in runner.arguments())
    assert ended.returncode == 2
    assert runner.is_untouched()


def test_gitlab_gets_its_report(runner: Runner) -> None:
    ended = runner.gitlab(PLAN_FAIL_ON="never")

    assert ended.returncode == 0, ended.stderr
    assert (runner.folder / gitlab_job()["artifacts"]["reports"]["codequality"]).exists()
