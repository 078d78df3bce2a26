"""Lines are true to time, join only what may be compared, and say what is not known."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serang_plan.analysis.indicators.evidence import series
from serang_plan.analysis.indicators.segments import runs, segments
from serang_plan.model.plan import Plan
from serang_plan.page import ChartLine, LinePoint, Lines, Page, Panels
from serang_plan.reading.folder import read_folder
from serang_plan.rendering.charts import svg
from serang_plan.rendering.charts.palette import LINES
from serang_plan.rendering.screen import terminal
from serang_plan.rendering.text import markdown
from serang_plan.rendering.words import chart_rows
from serang_plan.reports.parts.indicator_chart import chart_of
from serang_plan.reports.status import page as status
from serang_plan.reports.status.pictures import pictures
from serang_plan.wording import LANGS, Lang
from tests.conftest import ROOT
from tests.worlds.small_city import GREEN, city

NOW = date(2026, 6, 30)
PLANS = {
    "contoh": (str(ROOT / "src" / "serang_plan" / "example"), NOW),
    "serang-2020": (str(ROOT / "data"), date(2020, 3, 10)),
    "serang-2026": (str(ROOT / "data"), date(2026, 11, 24)),
}


@pytest.fixture(name="plan", params=PLANS)
def plan_fixture(request: pytest.FixtureRequest) -> Plan:
    folder, day = PLANS[request.param]
    return read_folder(folder, day).plan


def chart(*lines: ChartLine) -> Lines:
    return Lines("Nilai", "%", lines, NOW)


def values(*days: date) -> ChartLine:
    return ChartLine("value", "nilai", tuple(LinePoint(day, nth, "", "") for nth, day in enumerate(days)))


# -- true to time ----------------------------------------------------------------------------

days = st.dates(date(1990, 1, 1), date(2050, 12, 31))


@given(st.lists(days, min_size=3, max_size=8, unique=True), st.sampled_from((svg.WIDTH, svg.SLIM)))
def test_points_lie_at_their_true_times(when: list[date], width: int) -> None:
    in_order = sorted(when)

    drawn = svg.draw(chart(values(*in_order)), "id", width)[0].svg
    places = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', drawn)][: len(when)]

    first, *_, last = in_order
    for day, x in zip(in_order, places, strict=True):
        part = (day - first).days / (last - first).days
        assert x == pytest.approx(places[0] + part * (places[-1] - places[0]), abs=0.11)


@given(st.lists(days, min_size=3, max_size=5, unique=True))
def test_the_screen_is_as_true_as_its_columns_allow(when: list[date]) -> None:
    in_order = sorted(when)

    rows = terminal.render(Page("", "", (chart(values(*in_order)),)), 80, colour=False).splitlines()
    columns = {nth for row in rows if "nilai" not in row for nth, sign in enumerate(row) if sign == "●"}

    first, *_, last = in_order
    start, end = min(columns), max(columns)
    for day in in_order:
        expected = start + (day - first).days / (last - first).days * (end - start)
        assert any(abs(column - expected) <= 1 for column in columns)


def test_a_threshold_without_an_end_reaches_from_edge_to_edge_and_makes_the_time_no_longer() -> None:
    point = values(date(2020, 12, 31), date(2024, 12, 31))
    always = ChartLine(
        "threshold", "ambang", tuple(LinePoint(day, 1, "", "") for day in (date.min, date.max))
    )

    with_line, without = (svg.draw(chart(*lines), "id")[0].svg for lines in ((point, always), (point,)))

    assert re.findall(r"<circle[^>]*>", with_line) == re.findall(r"<circle[^>]*>", without)
    (left, width), *_ = re.findall(r'<rect x="([\d.]+)" y="24" width="([\d.]+)"', with_line)
    start, end = re.findall(
        rf'<path d="M([\d.]+) [\d.]+L([\d.]+) [\d.]+" stroke="{LINES["threshold"].colour}"', with_line
    )[0]
    assert (float(start), float(end)) == pytest.approx((float(left), float(left) + float(width)), abs=0.11)


# -- only what may be compared is joined -------------------------------------------------------

measured = st.lists(
    st.tuples(
        st.integers(2010, 2025),
        st.sampled_from(("a", "b")),
        st.sampled_from(("kota", "kawasan")),
        st.booleans(),
    ),
    min_size=1,
    max_size=10,
)


@given(measured)
def test_no_line_goes_across_a_break_a_series_or_a_scope(rows: list[tuple[int, str, str, bool]]) -> None:
    typed = "\n".join(
        f"        - {{as_of: {year}, published: 2026-01, value: {nth}, source: S1, series: {code}, scope: {scope}"
        f"{', break: baru' if is_break else ''}}}"
        for nth, (year, code, scope, is_break) in enumerate(rows)
    )
    head = GREEN.partition("      measurements:")[0]
    named = "      series: [{code: a, name: A}, {code: b, name: B, proxy: kira}]\n"
    plan = unchecked(f"{head}{named}      measurements:\n{typed}\n")
    (indicator,) = plan.indicators
    number = segments(indicator)

    drawn = chart_of(plan, indicator, "id")
    joined = [
        pair
        for line in drawn.lines
        if line.is_joined and line.kind != "threshold"
        for pair in pairwise(line.points)
    ]

    by_value = {float(value.value): value for value in indicator.measurements}
    for start, end in joined:
        first, second = by_value[start.value], by_value[end.value]
        assert first.series == second.series == "a"
        assert first.scope == second.scope == "kota"
        assert number[id(first)] == number[id(second)]
        assert start.day < end.day
    shown = [point.value for line in drawn.lines if line.kind != "threshold" for point in line.points]
    assert sorted(shown) == sorted(by_value)


def unchecked(indicators: str) -> Plan:
    from tests.conftest import read
    from tests.worlds.small_city import HEADER, SOURCES

    return read(NOW, plan=HEADER, sources=SOURCES, indicators=indicators).plan


def test_every_known_value_is_drawn_once_and_those_that_judge_as_such(plan: Plan) -> None:
    for indicator in plan.indicators:
        drawn = chart_of(plan, indicator, "id")
        measured = [line for line in drawn.lines if line.kind not in ("threshold", "due", "target")]
        known = [value for run in runs(plan, indicator) for value in run.values]

        assert sum(len(line.points) for line in measured) == sum(1 + len(value.rivals) for value in known)
        judging = [point.value for line in measured if line.kind == "value" for point in line.points]
        assert judging == [float(value.amount) for value in series(plan, indicator)]


def test_a_substitute_is_drawn_as_open_points_that_nothing_joins() -> None:
    points = tuple(LinePoint(date(year, 12, 31), year % 5, str(year), "x") for year in (2020, 2022, 2024))

    drawn = svg.draw(chart(ChartLine("substitute", "pengganti", points)), "id")[0].svg

    assert drawn.count("<polygon") == len(points) + 1  # and one in the key
    assert "<path" not in drawn


# -- what is not known --------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_never_measured_says_so_and_has_no_point(lang: Lang) -> None:
    unmeasured = "- {code: M02, name: Banjir, aspect: fisik, unit: titik, direction: turun}"
    plan = city(indicators=f"{GREEN}\n    {unmeasured}")
    drawn = chart_of(plan, plan.indicators[1], lang)

    (panels,) = pictures(status.build(plan, status.Faults(0, 0, 0)), lang)

    assert drawn.lines == ()
    assert panels.charts[1].lines == ()
    picture = svg.draw(panels._replace(charts=(panels.charts[1],)), lang)[0].svg
    assert ("belum ada nilai" if lang == "id" else "no value yet") in picture
    assert "<circle" not in picture
    words = {"id": "M02 Banjir: Belum ada nilai.", "en": "M02 Banjir: No value yet."}
    assert words[lang] in svg.in_words(panels)


def test_small_charts_share_one_time_and_one_key() -> None:
    early, late = values(date(2010, 12, 31)), values(date(2024, 12, 31))
    panels = Panels("Semua", (chart(early), *[chart()] * 3, chart(late)), source="Sumber: uji")

    above, below = (row.svg for row in svg.draw(panels, "id"))

    first, second = (float(re.findall(r'<circle cx="([\d.]+)"', row)[0]) for row in (above, below))
    assert second - first > svg.WIDTH / 3 + 100
    assert (above.count(">nilai</text>"), below.count(">nilai</text>")) == (0, 1)
    assert "Sumber: uji" not in above + below


def test_the_small_charts_stand_only_where_pictures_can_be_drawn() -> None:
    plan = city()
    value = status.build(plan, status.Faults(0, 0, 0))

    (panels,) = pictures(value, "id")

    assert not any(isinstance(block, Panels | Lines) for block in status.page(value, "id").blocks)
    assert panels.caption not in markdown.render(Page("", "", (panels,)))
    assert panels.caption not in terminal.render(Page("", "", (panels,)), 80, colour=False)


@pytest.mark.parametrize("lang", LANGS)
def test_a_chart_names_its_sources_and_says_in_words_what_it_shows(lang: Lang) -> None:
    plan = city()

    drawn = chart_of(plan, plan.indicators[0], lang)

    words = [words for _, words in chart_rows(drawn)]
    assert any("2021 10%; 2025 12%" in line for line in words)
    assert any("≥ 20%" in line for line in words)
    assert words[-1] == {"id": "Sumber: S1.", "en": "Source: S1."}[lang]
    assert (drawn.unit, drawn.now) == ("%", NOW)


def test_the_first_day_after_a_year_lies_just_behind_its_mark() -> None:
    end = date(2024, 12, 31)

    drawn = svg.draw(chart(values(end, end + timedelta(days=1), date(2022, 12, 31))), "id")[0].svg

    marks = {float(x) for x in re.findall(r'<line x1="([\d.]+)" y1="294"', drawn)}
    at, after, _ = (float(x) for x in re.findall(r'<circle cx="([\d.]+)"', drawn)[:3])
    assert at in marks
    assert 0 < after - at < 1
