"""What is to be on one sheet of paper is: as PDF, as a Word document, and printed from a browser."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import which

import pytest

from serang_plan.cli.main import run
from serang_plan.wording import LANGS
from tests.readers.browser import CHROMIUM, chromium, with_own_fonts
from tests.readers.reports import EXAMPLES
from tests.reports.test_briefing import EXAMPLE, REAL
from tests.sampling import sample

pytest.importorskip("serang_plan.rendering.paper.pdf")
pytest.importorskip("serang_plan.rendering.word.document")
pypdf = pytest.importorskip("pypdf")

LATELY = "2026-11-24"
ON_ONE_SHEET = ("status", "stages", "forecast", "checklist", "briefing-walikota", "briefing-opd")
NOTE = EXAMPLES["briefing-walikota"]
SHEETS = {
    **{name: (EXAMPLES[name], (REAL, EXAMPLE), LATELY) for name in ON_ONE_SHEET},
    "status-2020": (EXAMPLES["status"], (REAL,), "2020-03-10"),
    "nota-2020": (NOTE, (REAL,), "2020-03-10"),
    "nota-rakor-pertama": ([*NOTE, "--rakor", "2020-03-10"], (REAL,), "2020-03-10"),
    "nota-rakor": ([*NOTE, "--rakor", "2026-03-12"], (EXAMPLE,), "2026-03-12"),
}

MAY_FILL_TWO = ("briefing", "nota", "status")
"""No print is smaller than nine points, so that letters and the standing need more room."""


PRINTED = [(name, plan, lang) for name in SHEETS for plan in SHEETS[name][1] for lang in LANGS]


def written(folder: Path, suffix: str, printed: Iterable[tuple[str, str, str]] = PRINTED) -> Iterator[Path]:
    """Write every report in one format, in both languages."""
    for name, plan, lang in printed:
        words, _, as_of = SHEETS[name]
        path = folder / f"{name}-{Path(plan).name}-{lang}{suffix}"
        assert run([*words, "--data", plan, "--as-of", as_of, "--lang", lang, "-o", str(path)]) == 0
        yield path


def too_long(paths: Iterator[Path]) -> dict[str, int]:
    """Return how many sheets those have that have too many; the charts of status have one of their own."""
    counts = {path.name: len(pypdf.PdfReader(path).pages) for path in paths}
    most = {name: 1 + name.startswith(MAY_FILL_TWO) + name.startswith("status") for name in counts}
    return {name: count for name, count in counts.items() if count > most[name]}


def test_as_pdf(tmp_path: Path) -> None:
    assert too_long(written(tmp_path, ".pdf", sample(PRINTED, 18))) == {}


@pytest.mark.skipif(not which("soffice"), reason="LibreOffice is not here")
def test_as_a_word_document(tmp_path: Path) -> None:
    paths = [*written(tmp_path, ".docx", sample(PRINTED, 9))]
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, *map(str, paths)],
        check=True,
        capture_output=True,
        timeout=300,
        env=with_own_fonts(tmp_path),
    )

    assert too_long(path.with_suffix(".pdf") for path in paths) == {}


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
def test_printed_from_a_browser(tmp_path: Path) -> None:
    paths = [*written(tmp_path, ".html", sample(PRINTED, 9))]
    with chromium() as browser:
        for path in paths:
            browser.open(path, 1280)
            browser.pdf(path.with_suffix(".pdf"))

    assert too_long(path.with_suffix(".pdf") for path in paths) == {}
