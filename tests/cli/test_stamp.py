"""Every output says what it is as of, from which revision and by which version, and that a list is not adopted."""

from __future__ import annotations

import io
import json
from itertools import product
from pathlib import Path

import pytest

from serang_plan.cli.main import run
from serang_plan.operations.reporting.report import Stamp
from serang_plan.rendering.formats import PAGE_FORMATS
from serang_plan.wording import LANGS
from tests.readers.paper import squeezed
from tests.readers.reading_back import WORDS, words
from tests.rendering.test_same_bytes import EXAMPLES, NO_TABLE
from tests.sampling import sample

load_workbook = pytest.importorskip("openpyxl").load_workbook

REVISION = "0123456789abcdef0123456789abcdef01234567"
STAMP = Stamp(REVISION, modified=True, version="1.2.3")
DAYS = {"id": "30 Juni 2026", "en": "30 June 2026"}
SAID = {
    "id": (
        "masih KANDIDAT: belum ditetapkan",
        "Rencana revisi 0123456, diubah sesudahnya · serang-plan 1.2.3",
    ),
    "en": (
        "is a CANDIDATE list: not yet adopted",
        "Plan revision 0123456, changed since · serang-plan 1.2.3",
    ),
}


def of(report: str, format: str, lang: str, folder: Path) -> bytes:
    file = folder / "laporan"
    asked = [*EXAMPLES[report].split(), "--as-of", "2026-06-30", "--lang", lang, "--format", format]
    assert run([*asked, "-o", str(file)]) == 0
    return file.read_bytes()


@pytest.fixture(autouse=True)
def changed_since(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("serang_plan.cli.output.report_writer.stamp_of", lambda _folder: STAMP)


@pytest.mark.parametrize(("format", "report", "lang"), sample([*product(WORDS, EXAMPLES, LANGS)], 50))
def test_on_what_is_read(format: str, report: str, lang: str, tmp_path: Path) -> None:
    found = words(format, of(report, format, lang, tmp_path))
    said = [one.replace(" ·", ";") if format == "plain" else one for one in SAID[lang]]

    assert [one for one in (DAYS[lang], *said) if squeezed(one) not in found] == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("report", EXAMPLES)
def test_on_what_is_counted(report: str, lang: str, tmp_path: Path) -> None:
    if (report, "xlsx") in NO_TABLE:
        return
    summary = load_workbook(io.BytesIO(of(report, "xlsx", lang, tmp_path))).worksheets[0]
    cells = " ".join(str(cell.value) for row in summary.iter_rows() for cell in row if cell.value is not None)
    assert [one for one in (DAYS[lang], *SAID[lang]) if one not in cells] == []

    (tmp_path / "laporan").unlink()
    _, *rows = of(report, "csv", lang, tmp_path).decode("utf-8-sig").splitlines()
    assert [row for row in rows for one in ("2026-06-30", *SAID[lang]) if one not in row] == []


@pytest.mark.parametrize("report", EXAMPLES)
def test_for_programs(report: str, tmp_path: Path) -> None:
    found = json.loads(of(report, "json", "id", tmp_path))

    assert (found["as_of"], found["origin"]) == ("2026-06-30", "kandidat")
    assert found["stamp"] == {"revision": REVISION, "modified": True, "version": "1.2.3"}


def test_no_format_is_forgotten() -> None:
    assert set(PAGE_FORMATS) == {"json", "xlsx", "csv", "tsv", "ics", *WORDS}
