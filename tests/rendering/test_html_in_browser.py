"""Every report as HTML in a real browser: nothing is fetched, runs or spills over, and axe finds nothing wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from serang_plan.cli.main import run
from serang_plan.page import (
    Bar,
    Bars,
    Chart,
    Interval,
    Page,
    Panels,
    Stack,
    StackPart,
    Stacks,
    Timeline,
    TimelineRow,
)
from serang_plan.reading.folder import read_folder
from serang_plan.rendering.web import html
from serang_plan.reports.parts.indicator_chart import chart_of, panel_of
from tests.conftest import ROOT
from tests.properties.test_html_properties import page_of
from tests.properties.test_rendering_properties import PAYLOADS
from tests.readers.browser import CHROMIUM, Browser, chromium
from tests.readers.paper import lines_of
from tests.readers.reports import EXAMPLES, PLANS
from tests.sampling import sample

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")

PHONE, LAPTOP = (360, 740), (1280, 800)
SHOWN = {name: words for name, words in EXAMPLES.items() if name not in ("gaps-dlh-2027", "stages-propose")}


@pytest.fixture(name="browser", scope="module")
def browser_fixture() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def spilling(browser: Browser) -> int:
    """Return by how many pixels the page is wider than the screen."""
    return int(
        browser.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def told_by(browser: Browser, path: Path) -> list[str]:
    """Return what the browser reported, the opening of the file itself left out."""
    return [f"{one.what} {one.about}" for one in browser.told if path.as_uri() not in one.about]


MORE = [(report, plan, lang) for report in SHOWN for plan, lang in (("contoh", "en"), ("serang-2020", "id"))]


@pytest.mark.parametrize(
    ("report", "plan", "lang"), sample([*((report, "contoh", "id") for report in SHOWN), *MORE], 12)
)
def test_a_report_is_readable_for_everybody_on_every_screen(
    report: str, plan: str, lang: str, browser: Browser, tmp_path: Path
) -> None:
    folder, as_of = PLANS[plan]
    path = tmp_path / "laporan.html"
    assert run([*SHOWN[report], "--data", folder, "--as-of", as_of, "--lang", lang, "-o", str(path)]) == 0

    for width, height in (PHONE, LAPTOP):
        browser.open(path, width, height)
        assert spilling(browser) <= 0
    assert browser.axe() == []
    assert told_by(browser, path) == []


def test_hostile_data_does_nothing_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "laporan.html"
    blocks = tuple(
        block
        for text in (*PAYLOADS, "<img src=x onerror=alert(1)>", "'\"><svg onload=alert(1)>", "kata" * 5_000)
        for block in page_of(text).blocks
    )
    path.write_text(html.render(Page("Judul", "", blocks)), encoding="utf-8")

    browser.open(path, *PHONE)

    assert told_by(browser, path) == []
    assert spilling(browser) <= 0
    assert browser.evaluate("document.scripts.length") == 0


def test_a_browser_refuses_what_the_policy_forbids(browser: Browser, tmp_path: Path) -> None:
    """The policy is a second lock, should text ever become an element."""
    path = tmp_path / "laporan.html"
    drawn = html.render(Page("Judul", "", ()))
    path.write_text(drawn.replace("</main>", "<script>document.title='x'</script></main>"), encoding="utf-8")

    browser.open(path, *LAPTOP)

    assert browser.evaluate("document.title") == "Judul"


OVERLAPS = """[...document.querySelectorAll('svg')].flatMap(picture => {
    const frame = picture.getBoundingClientRect();
    const texts = frame.width ? [...picture.querySelectorAll('text')].map(one => [one.textContent, one.getBoundingClientRect()]) : [];
    const outside = texts.filter(([, at]) => at.left < frame.left - 1 || at.right > frame.right + 1 || at.bottom > frame.bottom + 1);
    const touching = texts.filter(([, a], nth) => texts.slice(nth + 1).some(([, b]) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3));
    return [...outside, ...touching].map(([words]) => words);
})"""
"""Which texts of the pictures stand outside, or on another."""


@pytest.mark.parametrize("width", [PHONE[0], LAPTOP[0]])
def test_no_text_of_a_chart_stands_on_another(width: int, browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "laporan.html"
    path.write_text(html.render(Page("Judul", "", tuple(crowded_charts()))), encoding="utf-8")

    browser.open(path, width)

    assert browser.evaluate(OVERLAPS) == []


def crowded_charts() -> Iterator[Chart]:
    """Charts of every kind of point, sixty indicators and the years 2020 to 2045, with long names."""
    long = "Persentase rumah tangga dengan hunian layak, terjangkau dan berkelanjutan di kawasan kumuh"
    crowded = lines_of(long)
    yield crowded
    yield Panels("Semua", tuple(crowded._replace(caption=f"M{nth:02} {long}") for nth in range(7)))
    plan = read_folder(str(ROOT / "data"), date(2026, 11, 24)).plan
    yield from (chart_of(plan, indicator, "id") for indicator in plan.indicators)
    yield Panels("Serang", tuple(panel_of(plan, indicator, "id") for indicator in plan.indicators))
    bars = tuple(Bar(f"M{nth:02} {long}", nth * 4, f"{nth}.000.000% (2025); ≥ 20%") for nth in range(60))
    yield Bars("Jarak", bars, 200, (100, "ambang"))
    years = range(2020, 2046)
    yield Bars("Hitungan", tuple(Bar(str(one), one - 2020, long, "good", 3) for one in years), 60)
    lanes = tuple(
        TimelineRow(f"A{nth} {long}", (Interval(nth, nth + 9, "planned"),), "rencana") for nth in range(60)
    )
    yield Timeline("Tahun", tuple(map(str, years)), 4, lanes, (("planned", "rencana"), ("now", "kini")), 26)
    parts = (StackPart("terpenuhi", "good", "✓"), StackPart("tidak dapat dinilai", "unknown", "?"))
    yield Stacks("Aspek", parts, (Stack(long, (60, 1)), Stack("kosong", (0, 0))))


def test_a_letter_of_every_block_is_accessible(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "laporan.html"
    path.write_text(html.render(page_of("kata")), encoding="utf-8")

    browser.open(path, *PHONE)

    assert browser.axe() == []


def test_a_few_words_in_a_column_stand_on_one_line_on_a_laptop_and_no_table_is_too_wide(
    browser: Browser, tmp_path: Path
) -> None:
    folder, as_of = PLANS["serang-2020"]
    path = tmp_path / "laporan.html"
    assert run(["status", "--data", folder, "--as-of", as_of, "--lang", "id", "-o", str(path)]) == 0

    browser.open(path, *LAPTOP)

    spilled = (
        "Math.max(...[...document.querySelectorAll('.box')].map(box => box.scrollWidth - box.clientWidth))"
    )
    assert browser.evaluate(spilled) == 0
    rects = (
        "Math.max(...[...document.querySelectorAll('.wide td')].filter(cell => "
        "cell.textContent.endsWith('belum ada target')).map(cell => { const all = document.createRange(); "
        "all.selectNodeContents(cell.lastChild); return all.getClientRects().length }))"
    )
    assert browser.evaluate(rects) == 1
