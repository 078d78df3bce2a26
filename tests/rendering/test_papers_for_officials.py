"""Papers that officials hold: nothing to type, no place in a file, nothing cut, and one language."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest

from serang_plan.page import Chart, Page
from serang_plan.rendering.paper import pdf
from serang_plan.rendering.paper.outline import without_commands
from serang_plan.wording import LANGS, Lang
from tests.readers.reports import EXAMPLES, PLANS, TYPED, page_of
from tests.reports.test_briefing import EXAMPLE, REAL, note, world

DAYS = (date(2020, 3, 10), date(2026, 11, 24), date(2031, 1, 1))
WORLDS = [(folder, day) for folder in (REAL, EXAMPLE) for day in DAYS]
LEADERS = ("walikota", "sekda")
MACHINE = re.compile(r"`|serang-plan|--\w|\b\w+\.ya?ml\b|[\w-]+/[\w-]+\.\w+:\d|\{\w+: |\bmoves\b")
"""What is for a keyboard or a file: a command, an option, a place, YAML."""
ENGLISH = re.compile(
    r"\b(?:the|of|and|is|are|was|were|not|by|with|from|until|for|met|unmet|value|threshold|lead|overdue|"
    r"since|indicators?|actions?|decisions?|sources?|region)\b"
)
TO_BE_COPIED = ("stages-propose",)
"""What is YAML on purpose: somebody puts it into the files."""
CUT = re.compile(r"…|\blainnya\b|\b\d+ lagi\b|\b\d+ (?:others|more)\b|\bmasih ada \d")


def words_of(part: Any) -> Iterator[str]:
    """Give every text of a page, block by block."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for piece in part:
            yield from words_of(piece)


def on_paper(page: Page) -> list[str]:
    """Return what stands on the paper, and not what only a telephone shows."""
    page = without_commands(page)._replace(message=())
    return [text for text in words_of(page) if text not in ("id", "en", "left", "right")]


FOOT = 50
"""So many points at the end of a sheet are the number of the page's."""


def sizes_above_the_foot(paper: bytes) -> set[float]:
    """Return the sizes of the letters that stand on the sheets, in points."""
    sizes: set[float] = set()

    def count(text: str, page: list[float], matrix: list[float], _font: object, size: float) -> None:
        if text.strip() and page[3] * matrix[5] + page[5] > FOOT:
            sizes.add(round(size * abs(matrix[3] * page[3]), 2))

    for sheet in pypdf.PdfReader(io.BytesIO(paper)).pages:
        sheet.extract_text(visitor_text=count)
    return sizes


def typed_by_hand(folder: str) -> str:
    """Return what stands in the files of a plan: an ellipsis or a foreign word of theirs stays."""
    return " ".join(" ".join(path.read_text("utf-8").split()) for path in sorted(Path(folder).glob("*.yaml")))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("role", [*LEADERS, "bappeda", "opd"])
@pytest.mark.parametrize(("folder", "day"), WORLDS, ids=str)
def test_nothing_on_a_note_is_for_a_keyboard(folder: str, day: date, role: str, lang: Lang) -> None:
    plan = world(folder, day)
    for text in on_paper(note(plan, role, lang, next(iter(plan.opd_by_code)))):
        found = MACHINE.search(text)
        assert found is None or "http" in text, text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("name", [name for name in EXAMPLES if name not in TO_BE_COPIED])
def test_nothing_on_the_paper_of_any_report_is_for_a_keyboard(name: str, plan: str, lang: Lang) -> None:
    for text in on_paper(page_of(" ".join(EXAMPLES[name]), plan, lang)._replace(stamp="")):
        found = MACHINE.search(text)
        assert found is None or "http" in text, text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("role", LEADERS)
@pytest.mark.parametrize(("folder", "day"), WORLDS, ids=str)
def test_nothing_is_cut_on_a_note_for_leaders(folder: str, day: date, role: str, lang: Lang) -> None:
    data = typed_by_hand(folder)
    for text in on_paper(note(world(folder, day), role, lang)):
        assert CUT.search(text) is None or text in data, text


@pytest.mark.parametrize("role", [*LEADERS, "bappeda", "opd"])
@pytest.mark.parametrize(("folder", "day"), WORLDS, ids=str)
def test_a_note_in_indonesian_says_nothing_in_english(folder: str, day: date, role: str) -> None:
    plan = world(folder, day)
    tones = {"plain", "good", "bad", "unknown", "claimed", "contradicted", "warn", "muted"}
    marks = {"done", "running", "planned", "moved", "unsure", "now"}
    for text in on_paper(note(plan, role, "id", next(iter(plan.opd_by_code)))):
        if text not in tones | marks and "http" not in text:
            assert ENGLISH.search(text) is None, text


@pytest.mark.parametrize("is_compact", [False, True])
@pytest.mark.parametrize("name", ["status", "gaps", "progress", "forecast", "stages"])
def test_no_letter_of_a_chart_on_paper_is_under_nine_points(name: str, is_compact: bool) -> None:
    charts = [block for block in page_of(TYPED[name], "contoh", "id").blocks if isinstance(block, Chart)]
    paper = pdf.render(Page("Bagan", "", tuple(charts), compact=is_compact))

    assert charts
    assert min(sizes_above_the_foot(paper)) >= 9
