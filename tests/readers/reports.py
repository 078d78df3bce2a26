"""The reports of the registry as people get them: every example, of two plans, in any format."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from serang_plan.cli.main import run
from serang_plan.cli.output.streams import Screen
from serang_plan.operations.reporting.report import Stamp
from serang_plan.page import Page
from serang_plan.reports.registry import REPORTS, AnyReport
from tests.conftest import ROOT
from tests.worlds.changed_example import changed_example

PLANS = {
    "contoh": (str(ROOT / "src" / "serang_plan" / "example"), "2026-06-30"),
    "serang-2020": (str(ROOT / "data"), "2020-03-10"),
}
"""The fictional plan is the world of these tests; the real plan is shown on the day of its first rakor."""
REPORT_OF: dict[str, AnyReport] = {name: report for report in REPORTS.values() for name in report.examples}
TYPED = {name: report.examples[name] for name, report in REPORT_OF.items()}
EXAMPLES = {name: typed.split() for name, typed in TYPED.items() if not REPORT_OF[name].compares}
"""The examples that are about one plan."""
STAMP = Stamp("0123456789abcdef0123456789abcdef01234567", modified=False, version="1.2.3")


@cache
def written(typed: str, plan: str, lang: str, format: str) -> bytes:
    """Return the file that a command writes in one format; each is made once."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "laporan"
        _run(typed, plan, lang, "--format", format, "-o", str(file))
        return file.read_bytes()


@cache
def shown(typed: str, plan: str, lang: str, columns: int = 80) -> str:
    """Return what a command shows on a screen of so many columns."""
    with as_on_a_screen(columns):
        return _run(typed, plan, lang)


def as_on_a_screen(columns: int) -> AbstractContextManager[object]:
    """Let what is written be as wide as on a screen that is as high as needed."""
    screen = Screen(columns, None, colour=False, unicode=True)
    return patch("serang_plan.cli.output.report_writer.screen", lambda colour: screen)


@cache
def page_of(typed: str, plan: str, lang: str) -> Page:
    """Return the page that a command lays out."""
    found: list[Page] = []
    with patch("serang_plan.rendering.text.markdown.render", lambda page: found.append(page) or ""):
        _run(typed, plan, lang, "--format", "markdown")
    return found[0]


def data(typed: str, plan: str, lang: str) -> Any:
    """Return what a command tells programs."""
    return json.loads(written(typed, plan, lang, "json"))


def _run(typed: str, plan: str, lang: str, *more: str) -> str:
    folder, as_of = PLANS[plan]
    compares = typed.startswith("diff")
    where = [] if compares else ["--data", folder]
    with (
        contextlib.chdir(_two_states().name if compares else ROOT),
        patch("serang_plan.cli.output.report_writer.stamp_of", lambda _folder: STAMP),
        contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8", newline="")) as screen,
    ):
        code = run([*typed.split(), *where, "--as-of", as_of, "--lang", lang, *more])
        screen.flush()
    assert code == 0
    return screen.buffer.getvalue().decode()  # type: ignore[attr-defined]


@cache
def _two_states() -> tempfile.TemporaryDirectory[str]:
    place = tempfile.TemporaryDirectory()
    changed_example(Path(place.name))
    return place


def leaves(node: Any, *above: str | int) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Give every single value of a document, and where it stands."""
    parts = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    if not parts:
        yield above, node
    for key, part in parts:
        yield from leaves(part, *above, key)
