"""The law of the day: adding any record that became known after a day changes no byte of any report of it."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date
from itertools import product
from pathlib import Path
from unittest.mock import patch

import pytest

from serang_plan.cli.main import run
from serang_plan.rendering.formats import PAGE_FORMATS
from tests.readers.reports import TYPED
from tests.sampling import sample
from tests.worlds.later_records import (
    ADDED,
    DAYS,
    PLANS,
    Document,
    added_to,
    files_of,
    plan_document,
    times_after,
)

READERS = ("walikota", "sekda", "bappeda", "opd:DLH")
REPORTS = {
    **{name: typed for name, typed in TYPED.items() if not typed.startswith("diff")},
    **{f"briefing {reader}": f"briefing --for {reader}" for reader in READERS},
    "briefing for a rakor": "briefing --for walikota --rakor 2026-03-12",
    "checklist of all": "checklist --all",
    "diff of days": "diff --since known:2017-01-01",
    "diff of folders": "diff before data",
}

Asked = tuple[str, str]
"""A report and a format."""
IN_WORDS: list[Asked] = [(name, "markdown") for name in REPORTS]


@pytest.fixture(name="place", scope="module")
def place_fixture(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with contextlib.chdir(place := tmp_path_factory.mktemp("rencana")):
        yield place


def placed(place: Path, document: Document, folder: str = "data") -> Path:
    """Write a plan into a folder."""
    shutil.rmtree(place / folder, ignore_errors=True)
    (place / folder).mkdir()
    for file, text in files_of(document).items():
        (place / folder / file).write_text(text, "utf-8")
    return place


def told(place: Path, typed: str, day: date, format: str = "markdown") -> bytes:
    """Return the file that a command writes of a plan, or why it writes none."""
    (out := place / "laporan").unlink(missing_ok=True)
    words = [*typed.split(), "--as-of", day.isoformat(), "--format", format, "-o", str(out)]
    with contextlib.redirect_stderr(io.StringIO()) as problem:
        code = run(words)
    return out.read_bytes() if code == 0 else problem.getvalue().encode()


def all_told(place: Path, document: Document, day: date, asked: Iterable[Asked]) -> dict[str, bytes]:
    """Return what was asked for; in which column of its line a thing is typed does not count."""
    placed(place, document)
    return {
        f"{name} as {format}": re.sub(rb'"column": \d+', b"", told(place, REPORTS[name], day, format))
        for name, format in asked
    }


@pytest.mark.parametrize(("name", "day"), sample([*product(PLANS, DAYS)], 4), ids=str)
def test_what_becomes_known_later_changes_no_byte_of_any_report(name: str, day: date, place: Path) -> None:
    *_, longest = times_after(day)
    placed(place, plan_document(name), "before")

    before = all_told(place, plan_document(name), day, IN_WORDS)
    after = all_told(place, added_to(name, ADDED, day, longest), day, IN_WORDS)

    assert [name for name in before if before[name] != after[name]] == []


def test_nor_of_any_format(place: Path) -> None:
    day = date(2025, 1, 1)
    placed(place, plan_document("contoh"), "before")

    asked = sample([*product(REPORTS, PAGE_FORMATS)], 80)
    before = all_told(place, plan_document("contoh"), day, asked)
    after = all_told(place, added_to("contoh", ADDED, day, "2025"), day, asked)

    assert [name for name in before if before[name] != after[name]] == []


def test_an_opd_that_does_not_exist_yet_and_is_named_nowhere_is_in_no_report(place: Path) -> None:
    day, document = date(2025, 1, 1), deepcopy(plan_document("contoh"))
    placed(place, document, "before")
    before = all_told(place, document, day, IN_WORDS)

    document["opd"].append({"code": "BARU", "name": "Dinas Baru", "from": "2025-01-02"})
    after = all_told(place, document, day, IN_WORDS)

    listed_in = [name for name in before if before[name] != after[name]]
    assert listed_in == ["diff of folders as markdown"]  # which tells of the list itself


@pytest.mark.parametrize("name", PLANS)
def test_no_report_of_a_day_asks_what_day_it_is(name: str, place: Path) -> None:
    day = date(2025, 12, 31)
    placed(place, plan_document(name), "before")

    early, late = (
        _on(today, place, plan_document(name), day) for today in (date(2017, 5, 5), date(2031, 5, 5))
    )

    assert early == late


def _on(today: date, place: Path, document: Document, day: date) -> dict[str, bytes]:
    with (
        patch("serang_plan.cli.arguments.options.today", lambda: today),
        patch("serang_plan.cli.commands.briefing.today", lambda: today),
    ):
        return all_told(place, document, day, product(REPORTS, ("markdown", "json")))
