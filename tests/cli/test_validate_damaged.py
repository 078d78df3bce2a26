"""validate, over any damage to a file of the plan: it ends with an exit code and never in a traceback."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serang_plan.cli.main import run
from tests.properties.test_reading_properties import SHIPPED, damaged


@given(name=st.sampled_from(sorted(SHIPPED)), data=st.data())
def test_any_damage_to_a_shipped_file_ends_with_an_exit_code(
    name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("data")
    (folder / name).write_text(damaged(SHIPPED[name], data), encoding="utf-8", newline="")

    try:
        assert run(["validate", str(folder), "--debug", "--as-of", "2020-06-30"]) in (0, 1, 2)
    finally:
        gc.enable()
