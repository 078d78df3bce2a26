"""The notes on paper: two sheets for the Wali Kota, three for the Sekda, in print that can be read."""

from __future__ import annotations

import io
import subprocess
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from shutil import which

import pytest

from serang_plan.model.plan import Plan
from serang_plan.page import Heading, Notes, Page
from serang_plan.wording import LANGS, Lang
from tests.readers.browser import with_own_fonts
from tests.reports.test_briefing import ROLES, WORLDS, note, world
from tests.sampling import sample
from tests.worlds.small_city import GREEN, HEADER, city

pdf = pytest.importorskip("serang_plan.rendering.paper.pdf")
docx = pytest.importorskip("serang_plan.rendering.word.document")
pypdf = pytest.importorskip("pypdf")

STAMP = "Rencana revisi 0123456, diubah sesudahnya · serang-plan 1.2.3"
BODY, SMALLEST = 11.0, 9.0
MOST_SHEETS = {"walikota": 2, "sekda": 3, "opd": 2}


def stamped(page: Page) -> Page:
    return page._replace(stamp=STAMP)


@cache
def printed(page: Page) -> bytes:
    return pdf.render(stamped(page))


@cache
def sheets(page: Page) -> tuple[str, ...]:
    """Return the text of each sheet."""
    reader = pypdf.PdfReader(io.BytesIO(printed(page)))
    return tuple(sheet.extract_text() for sheet in reader.pages)


def print_sizes(paper: Path | io.BytesIO) -> Counter[float]:
    """Return how many letters have which size, in points, as they stand on the sheets."""
    sizes: Counter[float] = Counter()

    def count(text: str, page: list[float], matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes[round(size * abs(matrix[3] * page[3]), 1)] += len(text)

    for sheet in pypdf.PdfReader(paper).pages:
        sheet.extract_text(visitor_text=count)
    return sizes


def letters(plan: Plan, lang: Lang, day: date | None = None) -> Iterator[tuple[str, Page]]:
    """Give the note for each reader that has no charts in it."""
    for role in MOST_SHEETS:
        yield role, note(plan, role, lang, "DLH", day)


def ends_with_a_heading(page: Page, sheet: str) -> bool:
    """Whether the last line above the foot of a sheet is one of the page's headings."""
    titles = {block.text for block in page.blocks if isinstance(block, Heading)}
    titles |= {block.title for block in page.blocks if isinstance(block, Notes)}
    lines = [line.strip() for line in sheet.splitlines() if line.strip()]
    above_the_foot = [line for line in lines if not line.startswith(("Rencana revisi", "Halaman", "Page"))]
    return above_the_foot[-1] in titles


@pytest.mark.parametrize(
    ("folder", "day", "lang"), sample([(*one, lang) for one, lang in product(WORLDS, LANGS)], 8)
)
def test_a_note_is_as_short_as_its_reader_has_time_for_and_no_print_is_small(
    folder: str, day: date, lang: Lang
) -> None:
    for role, page in letters(world(folder, day), lang):
        sizes = print_sizes(io.BytesIO(printed(page)))

        assert len(sheets(page)) <= MOST_SHEETS[role], role
        assert min(sizes) >= SMALLEST, role
        assert sizes[BODY] > sizes.total() / 3, role


@pytest.mark.parametrize("lang", LANGS)
def test_the_note_for_a_rakor_fits_too(lang: Lang) -> None:
    for (folder, day), rakor in ((WORLDS[1], date(2020, 3, 10)), (WORLDS[6], date(2026, 3, 12))):
        assert len(sheets(note(world(folder, day), "walikota", lang, rakor=rakor))) <= MOST_SHEETS["walikota"]


PRINTED = [*product((1, 3, 6), ROLES, LANGS)]


@pytest.mark.parametrize(("number", "role", "lang"), sample(PRINTED, 6))
def test_no_sheet_ends_with_a_heading(number: int, role: str, lang: Lang) -> None:
    page = note(world(*WORLDS[number]), role, lang)

    assert not any(ends_with_a_heading(page, sheet) for sheet in sheets(page))


@pytest.mark.skipif(not which("soffice"), reason="LibreOffice is not here")
def test_the_word_documents_are_as_short_and_as_large(tmp_path: Path) -> None:
    pages = {
        f"{role}-{Path(folder).name}-{lang}": page
        for folder, day in (WORLDS[3], WORLDS[6])
        for lang in LANGS
        for role, page in letters(world(folder, day), lang)
    }
    for name, page in pages.items():
        (tmp_path / f"{name}.docx").write_bytes(docx.render(stamped(page)))
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, *(str(tmp_path / f"{name}.docx") for name in pages)],
        check=True,
        capture_output=True,
        timeout=300,
        env=with_own_fonts(tmp_path),
    )

    for name, page in pages.items():
        paper = tmp_path / f"{name}.pdf"
        texts = [sheet.extract_text() for sheet in pypdf.PdfReader(paper).pages]
        sizes = print_sizes(paper)
        assert len(texts) <= MOST_SHEETS[name.split("-")[0]], name
        assert min(sizes) >= SMALLEST, name
        assert sizes[BODY] > sizes.total() / 3, name
        assert not any(ends_with_a_heading(page, text) for text in texts), name


def crowded() -> Plan:
    """Return a plan in which every name is long, everything is missing and everything is late."""
    name = "Nama yang panjang sekali dan masih lebih panjang lagi dari itu"
    codes = [f"M{nth:02}" for nth in range(2, 17)]
    lacking = "".join(
        f"    - {{code: {code}, name: {name}, aspect: fisik, unit: titik, direction: turun}}\n"
        for code in codes
    )
    decisions = ", ".join(
        f"{{code: R1-{nth}, text: {name}, lead: DLH, support: [DPUPR], due: 2026-02-01, indicator: M02}}"
        for nth in range(1, 30)
    )
    actions = "\n".join(
        f"- {{code: A{nth}, name: {name}, opd: {'DLH' if nth % 2 else 'DPUPR'}, start: 2025-TW1, finish: 2025-TW2, "
        f"needs: [{f'A{nth - 1}' if nth > 1 else ''}], indicators: [{{code: {codes[nth % 15]}}}], authority: pusat}}"
        for nth in range(1, 20)
    )
    claims = "\n".join(
        f"- {{code: K{nth}, by: {name}, date: 2026, indicators: 16, met: {nth}, source: S1}}"
        for nth in range(1, 9)
    )
    return city(
        plan=HEADER.replace("resmi", "kandidat").replace("title: Kota Kecil", f"title: {name}"),
        indicators=GREEN.replace("RTH publik", name) + lacking,
        rakor=f"- {{date: 2026-01-01, agenda: [{', '.join([name] * 9)}], decisions: [{decisions}]}}",
        actions=actions,
        claims=claims,
    )


@pytest.mark.parametrize("lang", LANGS)
def test_of_a_crowded_plan_nothing_is_cut(lang: Lang) -> None:
    plan = crowded()

    for role in ("walikota", "sekda"):
        text = "".join("".join(sheets(note(plan, role, lang))).split())
        assert all(f"R1-{nth}" in text for nth in range(1, 30)), role
    assert not any(cut in "".join(sheets(note(plan, "walikota", lang))) for cut in ("…", "lainnya", "others"))
