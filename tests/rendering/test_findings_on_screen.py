"""On a screen: every error in full, the rest by rule; an excerpt as wide as the screen, its caret in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serang_plan.rendering.findings.text import _cells, _window
from serang_plan.wording import escape_invisible
from tests.conftest import ROOT
from tests.readers.begun import program, program_on_a_screen

SCREEN = {"COLUMNS": "80", "LINES": "24"}
LONG = f"- {{code: M01, name: {'panjang ' * 20}, unit: '%', direction: naikk, aspect: fisik}}"


def on_screen(*arguments: str, cwd: Path = ROOT, code: int = 0, **screen: str) -> str:
    ended, said = program_on_a_screen("validate", *arguments, cwd=cwd, **{**SCREEN, **screen})
    assert ended == code, said
    return said


def in_a_pipe(*arguments: str, cwd: Path = ROOT) -> str:
    return program("validate", *arguments, cwd=cwd).stdout


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_shipped_plan_is_told_by_rule_on_one_screen(lang: str) -> None:
    said = on_screen("--lang", lang)

    assert len(said.splitlines()) <= 23
    assert " --> " not in said
    assert "[C316]" in said
    assert "C303 ×5" in said
    assert "--rule C310" in said


def test_all_on_a_screen_is_what_a_pipe_gets() -> None:
    said = on_screen("--all")

    assert said.count(" --> ") == in_a_pipe().count(" --> ") > 100


def test_one_rule_is_shown_in_full() -> None:
    said = on_screen("--rule", "no-target")

    assert said.count("[C303]: ") == said.count(" --> ") == 5
    assert "temuan aturan lain tidak ditampilkan" in said


def test_what_is_not_of_the_rule_still_fails_the_check(broken: Path) -> None:
    assert "[F104]" not in on_screen("--rule", "C303", str(broken), code=1)


@pytest.fixture(name="broken")
def _broken(tmp_path: Path) -> Path:
    """Return the shipped plan with an error in a wide line."""
    for path in (ROOT / "data").glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "more.yaml").write_text(f"indicators:\n  {LONG}\n", encoding="utf-8")
    return tmp_path


def test_an_error_is_shown_in_full_before_all_else(broken: Path) -> None:
    for said in (on_screen(str(broken), code=1), in_a_pipe(str(broken))):
        assert said.startswith("galat[")
        assert said.index(" --> ") < said.index("peringatan[")


def test_in_a_pipe_the_counts_by_rule_come_first_and_nothing_is_left_out() -> None:
    said = in_a_pipe()

    assert said.index("catatan[E603]") < said.index(" --> ")
    assert said.count("[E603]: ") == 5
    assert "…" not in said[: said.index(" --> ")]


@pytest.mark.parametrize("columns", ["40", "80", "120"])
def test_the_caret_is_under_what_is_meant_at_every_width(broken: Path, columns: str) -> None:
    lines = on_screen(str(broken), code=1, COLUMNS=columns).splitlines()

    at = next(nth for nth, line in enumerate(lines) if "naikk" in line and " | " in line)
    assert max(len(line) for line in lines[at : at + 2]) <= int(columns)
    assert lines[at + 1].index("^") == lines[at].index("naikk")


@given(
    st.text(alphabet=st.sampled_from("aé漢\t… :{}"), min_size=1, max_size=300),
    st.integers(0, 299),
    st.integers(1, 40),
    st.integers(30, 200),
)
def test_a_window_is_as_wide_as_there_is_room_and_has_what_is_meant(
    typed: str, start: int, length: int, room: int
) -> None:
    start = min(start, len(typed) - 1)
    shown, before, under = _window(typed, start, length, room)
    meant = escape_invisible(typed[start].replace("\t", "    "))

    assert _cells(shown) <= room
    assert before + under <= room
    assert under >= 1
    at = next(nth for nth in range(len(shown) + 1) if _cells(shown[:nth]) == before)
    assert shown[at:].startswith(meant)
