"""The notes on paper: one sheet for the Wali Kota, two for the Sekda, in print that can be read."""

from __future__ import annotations

import io
from datetime import date

import pytest

from serang_plan.model.plan import Plan
from serang_plan.page import Page
from serang_plan.wording import LANGS, Lang
from tests.reports.test_briefing import WORLDS, note, world
from tests.worlds.small_city import GREEN, HEADER, city

pdf = pytest.importorskip("serang_plan.rendering.paper.pdf")
pypdf = pytest.importorskip("pypdf")

STAMP = "Rencana revisi 0123456, diubah sesudahnya · serang-plan 1.2.3"


def sheets(page: Page) -> list[str]:
    """Return the text of each sheet."""
    return [
        one.extract_text()
        for one in pypdf.PdfReader(io.BytesIO(pdf.render(page._replace(stamp=STAMP)))).pages
    ]


def letters(page: Page) -> float:
    """Return the size of most letters, in points."""
    sizes: dict[float, int] = {}

    def count(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        sizes[round(size * abs(matrix[3]), 1)] = sizes.get(round(size * abs(matrix[3]), 1), 0) + len(text)

    reader = pypdf.PdfReader(io.BytesIO(pdf.render(page._replace(stamp=STAMP))))
    for one in reader.pages:
        one.extract_text(visitor_text=count)
    return max(sizes, key=lambda size: sizes[size])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("folder", "day"), WORLDS, ids=str)
def test_the_wali_kota_gets_a_sheet_or_two_that_can_be_read(folder: str, day: date, lang: Lang) -> None:
    page = note(world(folder, day), "walikota", lang)

    assert len(sheets(page)) <= 2
    assert letters(page) >= 8.5


@pytest.mark.parametrize("lang", LANGS)
def test_the_note_for_a_rakor_fits_on_one_sheet_too(lang: Lang) -> None:
    for (folder, day), rakor in ((WORLDS[1], date(2020, 3, 10)), (WORLDS[6], date(2026, 3, 12))):
        assert len(sheets(note(world(folder, day), "walikota", lang, rakor=rakor))) == 1


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("folder", "day"), WORLDS, ids=str)
def test_the_sekda_gets_two_sheets_at_most(folder: str, day: date, lang: Lang) -> None:
    assert len(sheets(note(world(folder, day), "sekda", lang))) <= 2


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
def test_a_crowded_plan_still_fits(lang: Lang) -> None:
    plan = crowded()

    assert len(sheets(note(plan, "walikota", lang))) == 1
    assert len(sheets(note(plan, "walikota", lang, rakor=date(2026, 1, 1)))) == 1
    assert len(sheets(note(plan, "sekda", lang))) <= 2
