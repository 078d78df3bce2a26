"""Fuzzing calls a run wrong that is, and no other one; the nightly job is red for nothing otherwise."""

from __future__ import annotations

import importlib.util
import os
import shlex
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it forks")


@pytest.fixture(name="fuzz", scope="module")
def fuzz_fixture() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz", ROOT / "benchmarks" / "fuzz.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["M01=15@2027", "hasil.json"])
def test_a_file_that_was_named_may_be_left(name: str, fuzz: ModuleType) -> None:
    run = fuzz.Run(["validate", "--write-baseline", name], 0, "", 0.1)

    assert fuzz.complaint(run, {}, {name: "1"}) == ""
    assert fuzz.complaint(run, {}, {"lain": "1"}) == "left lain"


def test_a_folder_that_was_named_may_be_filled_and_the_plan_s_own_may_not(fuzz: ModuleType) -> None:
    run = fuzz.Run(["publish", "--data", "data", "--output", "situs"], 0, "", 0.1)

    assert fuzz.complaint(run, {}, {"situs/index.html": "1"}) == ""
    assert fuzz.complaint(run, {}, {"data/.baru": "1"}) == "left data/.baru"


@pytest.mark.parametrize(
    ("words", "code", "wrong"),
    [
        ("--yes", 0, ""),
        ("--yes", 2, "changed data/a.yaml"),
        ("--yes --dry-run", 0, "changed data/a.yaml"),
        ("", 0, "changed data/a.yaml"),
    ],
)
def test_only_who_agreed_to_it_finds_the_plan_changed(
    words: str, code: int, wrong: str, fuzz: ModuleType
) -> None:
    run = fuzz.Run(["record", *words.split()], code, "", 0.1)

    assert fuzz.complaint(run, {"data/a.yaml": "1"}, {"data/a.yaml": "2"}) == wrong


def test_what_was_recorded_is_taken_back_and_what_else_changed_is_told(
    tmp_path: Path, fuzz: ModuleType
) -> None:
    shutil.copytree(fuzz.PLANS[0], tmp_path / "data")
    before = fuzz.state_of(tmp_path)
    run = fuzz.run_in(tmp_path, shlex.split("record M02 67,5 --at 2026-03 --source S29 --yes"))

    assert fuzz.state_of(tmp_path)["data/indicators.yaml"] != before["data/indicators.yaml"], run.text
    assert fuzz.complaint_of_undoing(tmp_path, run, before) == ""
    other = {**before, "data/rakor.yaml": "1"}
    assert fuzz.complaint_of_undoing(tmp_path, run, other).startswith("not undone: data/rakor.yaml")


def test_a_plan_of_empty_files_must_not_pass_and_one_with_what_cannot_be_read_may(
    tmp_path: Path, fuzz: ModuleType
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "rakor.yaml").touch()
    run = fuzz.Run(["gaps"], 0, "", 0.1)
    empty = fuzz.state_of(tmp_path)
    os.mkfifo(tmp_path / "data" / "x.yaml")
    unread = fuzz.state_of(tmp_path)

    assert fuzz.complaint(run, empty, empty) == "passed an empty plan"
    assert fuzz.complaint(run, unread, unread) == ""
