"""Fuzzing calls a run wrong that is, and no other one; the nightly job is red for nothing otherwise."""

from __future__ import annotations

import importlib.util
import os
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
