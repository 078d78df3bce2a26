"""Charts say what the page says: no unknown as zero, no two directions in one picture."""

from __future__ import annotations

from datetime import date

import pytest

from serang_plan.analysis.indicators.standing import Standing, count_by_standing, verdicts_of
from serang_plan.analysis.outlook.gaps import gaps_of
from serang_plan.page import (
    Bar,
    Bars,
    Cell,
    Column,
    Group,
    Interval,
    Page,
    Stacks,
    Table,
    Timeline,
    TimelineRow,
)
from serang_plan.reading.folder import read_folder
from serang_plan.rendering.charts import svg
from serang_plan.rendering.screen import terminal
from serang_plan.rendering.text import markdown
from serang_plan.reports.gaps import page as gaps
from serang_plan.reports.gaps.distances import LONGEST_BAR, distances
from serang_plan.reports.status import page as status
from serang_plan.wording import LANGS, Lang
from tests.conftest import ROOT
from tests.worlds.small_city import GREEN, city

PLANS = {
    "contoh": (str(ROOT / "src" / "serang_plan" / "example"), date(2026, 6, 30)),
    "serang-2020": (str(ROOT / "data"), date(2020, 3, 10)),
    "serang-2026": (str(ROOT / "data"), date(2026, 11, 24)),
}


@pytest.fixture(name="plan", params=PLANS)
def plan_fixture(request: pytest.FixtureRequest):
    folder, day = PLANS[request.param]
    return read_folder(folder, day).plan


def test_the_stacks_add_up_to_the_counts_of_status(plan) -> None:
    (stacks,) = status.by_aspect(verdicts_of(plan), "id")

    summed = [sum(counts) for counts in zip(*(one.counts for one in stacks.stacks), strict=True)]

    assert dict(zip(Standing, summed, strict=True)) == count_by_standing(verdicts_of(plan))
    assert [part.label for part in stacks.parts] == [one.word.id for one in Standing]


def test_every_indicator_is_drawn_once_or_named_as_not_drawn(plan) -> None:
    charts = list(distances(verdicts_of(plan), "id"))

    drawn = [bar.label.split()[0] for chart in charts for bar in chart.bars]
    left_out = [code for code in plan.indicator_by_code if any(code in one.remark for one in charts)]

    assert sorted(drawn + left_out) == sorted(plan.indicator_by_code)


def test_the_line_is_where_the_threshold_is(plan) -> None:
    judged = {one.indicator.code: one for one in verdicts_of(plan)}

    for nth, chart in enumerate(distances(verdicts_of(plan), "id")):
        assert chart.goal == (100.0, "ambang = 100%")
        for bar in chart.bars:
            one = judged[bar.label.split()[0]]
            reached = bar.value >= 100 if one.indicator.direction == "naik" else bar.value <= 100
            assert one.gap is not None
            assert reached == (one.gap <= 0)
            assert nth == ["naik", "turun"].index(one.indicator.direction)


def test_an_unknown_value_is_named_and_not_drawn_as_zero() -> None:
    unmeasured = "- {code: M02, name: Banjir, aspect: fisik, unit: titik, direction: naik}"
    plan = city(indicators=f"{GREEN}\n    {unmeasured}")

    (chart,) = distances(verdicts_of(plan), "id")

    assert [bar.label for bar in chart.bars] == ["M01 RTH publik"]
    assert chart.remark == "Tidak digambar: tanpa nilai M02."


def test_a_bar_never_leaves_the_picture() -> None:
    plan = city(indicators=GREEN.replace("value: 12", "value: 900000"))

    (chart,) = distances(verdicts_of(plan), "id")

    assert (chart.bars[0].value, chart.whole) == (LONGEST_BAR, LONGEST_BAR)
    assert chart.bars[0].words == "4.500.000% dari ambang: 900.000% (2025); ≥ 20%; batang dipotong"


@pytest.mark.parametrize("lang", LANGS)
def test_the_charts_stand_on_the_pages_and_say_nothing_twice(plan, lang: Lang) -> None:
    faults = status.Faults(0, 0, 0)
    pages = {
        Stacks: status.page(status.build(plan, faults), lang),
        Bars: gaps.page(gaps_of(plan), lang),
    }

    for kind, page in pages.items():
        charts = [block for block in page.blocks if isinstance(block, kind)]
        assert charts
        assert all(one.redundant for one in charts)
        assert not any(one.caption in markdown.render(page) for one in charts)


def test_a_plan_without_indicators_has_no_charts() -> None:
    plan = city(indicators="[]", assignments="[]")

    assert [
        *status.by_aspect(verdicts_of(plan), "id"),
        *distances(verdicts_of(plan), "id"),
    ] == []


# -- in the terminal -------------------------------------------------------------------------


def in_terminal(chart: Bars | Stacks | Timeline, width: int) -> list[str]:
    return terminal.render(Page("Judul", "", (chart,)), width, colour=False).splitlines()[3:]


def test_words_without_room_behind_their_bar_stand_below_it() -> None:
    bars = Bars("Hitungan", (Bar("2020", 2, "2 terpenuhi, 7 belum, 7 belum pasti", "good", 7),), 16)

    assert in_terminal(bars, 40) == ["2020 ███░░░░░░░░░░░", "  2 terpenuhi, 7 belum, 7 belum pasti"]


def test_a_label_that_would_take_all_the_room_stands_above_its_bar() -> None:
    bars = Bars("Jarak", (Bar("M01 Hunian yang layak dan terjangkau", 50, "50%"),), 100)

    assert in_terminal(bars, 40) == ["M01 Hunian yang layak dan terjangkau", "  ████████████ 50%"]


def test_years_without_room_for_a_name_each_are_named_now_and_then() -> None:
    years = tuple(map(str, range(2020, 2046)))
    lane = TimelineRow("A01 Taman", (Interval(0, 4, "planned"),), "rencana")

    names, drawn, _ = in_terminal(Timeline("Tahun", years, 4, (lane,), (("planned", "rencana"),)), 50)

    assert names == "           2020 2025 2030 2035 2040"
    assert drawn.startswith("A01 Taman  ▒")


def test_a_sign_and_its_meaning_stay_on_one_line() -> None:
    legend = (("done", "selesai"), ("running", "berjalan"), ("now", "30 Juni 2026"))
    lane = TimelineRow("A01", (Interval(0, 4, "done"),), "selesai")

    *_, first, second = in_terminal(Timeline("Tahun", ("2020",), 4, (lane,), legend, 1), 30)

    assert (first, second) == ("█ selesai   ▓ berjalan", "│ 30 Juni 2026")


def test_the_goal_is_a_line_across_the_bars_and_says_what_it_is() -> None:
    bars = (Bar("2024", 12, "12%", "bad"), Bar("target", 24, "24%", "muted"))

    lines = in_terminal(Bars("Nilai", bars, 24, (20, "ambang ≥ 20%")), 60)

    assert lines == [
        "2024   ████████████        │    12%",
        "target ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒│▒▒▒ 24%",
        "│ ambang ≥ 20%",
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_a_chart_that_names_its_parts_names_all_of_them(lang: Lang) -> None:
    names = ("terpenuhi", "belum pasti", "belum")
    bars = Bars("Hitungan", (Bar("2026", 6, "6", "good", 4),), 16, names=names)

    assert all(f">{name}</text>" in svg.draw(bars, lang)[0].svg for name in names)
    assert in_terminal(bars, 60)[-1] == "█ terpenuhi   ░ belum pasti"


# -- lines that end where they may ----------------------------------------------------------------


def test_a_quarter_stays_on_one_line() -> None:
    columns = (Column("Kegiatan", wrap=True), Column("Selesai", wrap=True))
    rows = (tuple(map(Cell, ("Taman kota yang teduh", "selesai pada TW IV 2028"))),)

    drawn = terminal.render(
        Page("", "", (Table("", columns, (Group("", rows),)),)), 36, colour=False
    ).splitlines()

    assert any(line.endswith("TW IV 2028") for line in drawn)


def test_a_narrow_table_breaks_between_words() -> None:
    columns = (Column("Kode"), Column("Indikator", wrap=True), Column("Yang kurang", wrap=True))
    rows = (tuple(map(Cell, ("M11", "Tanggap kebakaran", "tanpa pelaksana, waktu selesai, dan dampak"))),)

    drawn = terminal.render(Page("", "", (Table("", columns, (Group("", rows),)),)), 40, colour=False)

    assert {"kebakaran", "pelaksana,"} <= set(drawn.split())
