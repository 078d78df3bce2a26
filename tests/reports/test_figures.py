"""Figures on paper: none passes for its limit, none lies on the other side of it, and what is shown adds up."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from serang_plan.analysis.indicators.evidence import Value
from serang_plan.analysis.indicators.progress.workings import step, written
from serang_plan.analysis.indicators.standing import judge
from serang_plan.analysis.outlook.gaps import gaps_of
from serang_plan.model.indicator import Direction, Indicator
from serang_plan.reading.folder import Reading
from serang_plan.rendering.text import markdown
from serang_plan.reports.gaps import page as gaps
from serang_plan.reports.parts.phrases import gap_in_words, latest_value, rough, short_of, threshold_of
from serang_plan.reports.parts.sheet_columns import amount, percentage
from serang_plan.reports.progress import page as progress
from serang_plan.reports.status import page as status
from serang_plan.wording import LANGS, Lang, Number, money, number, rounded_beside, untranslated
from tests.conftest import read

FIGURES = st.decimals(min_value=-1000, max_value=100_000, places=5)
NEAR = st.decimals(min_value="-0.01", max_value="0.01", places=5)


def read_back(text: str, lang: Lang) -> Decimal:
    """Return the first number of a text."""
    digits = next(word for word in text.split() if any(map(str.isdigit, word))).strip("%()")
    point, dots = (",", ".") if lang == "id" else (".", ",")
    return Decimal(digits.replace(dots, "").replace(point, "."))


def order(value: Number, limit: Number) -> int:
    return (value > limit) - (value < limit)


@pytest.mark.parametrize("lang", LANGS)
@given(FIGURES, NEAR, st.sampled_from(["naik", "turun"]))
@example(Decimal("20"), Decimal("-0.004"), "naik")
def test_what_is_printed_is_ordered_and_adds_up_as_what_is_so(
    lang: Lang, limit: Decimal, off: Decimal, direction: Direction
) -> None:
    indicator = an_indicator(limit + off, limit, direction)
    verdict = judge(read().plan, indicator, Value(indicator.measurements[0]))
    assert verdict.gap is not None

    value = read_back(latest_value(verdict.value, "ha", lang, stale=False), lang)
    threshold = read_back(threshold_of(verdict, lang)[2:], lang)
    gap = read_back(short_of(verdict.gap, indicator, lang), lang)

    assert order(value, threshold) == order(limit + off, limit)
    assert value + (gap if direction == "naik" else -gap) == threshold
    assert (gap_in_words(verdict, lang) in ("tercapai", "reached")) == (gap <= 0)


def an_indicator(value: Decimal, limit: Decimal, direction: Direction) -> Indicator:
    measured = {"as_of": "2019", "value": value, "source": "S1"}
    return Indicator.model_validate(
        {
            "code": "I1", "name": "Taman", "aspect": "sosial", "unit": "ha", "direction": direction,
            "threshold": {"value": limit, "kind": "nasional", "basis": "UU"}, "measurements": [measured],
        }
    )  # fmt: skip


@given(st.fractions(-1000, 1000), st.lists(st.fractions(-1000, 1000, max_denominator=1000), max_size=4))
@example(Fraction(1, 3), [Fraction(1, 3)])
@example(Fraction("90.004"), [Fraction(90)])
def test_a_computed_figure_stays_on_its_side_of_every_limit(value: Fraction, limits: list[Fraction]) -> None:
    shown = rounded_beside(value, *limits)

    endless = [limit for limit in limits if limit == value and rounded_beside(limit) != limit]
    assert [order(shown, limit) for limit in limits if limit not in endless] == [
        order(value, limit) for limit in limits if limit not in endless
    ]
    assert shown != 0 or abs(value) < Fraction(1, 10**11)


@given(st.fractions(-1000, 1000), st.integers(0, 4))
def test_two_computed_figures_beside_each_other_are_in_order(value: Fraction, places: int) -> None:
    other = value + Fraction(1, 7 * 10**places)

    assert rounded_beside(value, other) < rounded_beside(other, value)


def test_a_common_figure_is_rounded_as_ever() -> None:
    assert rounded_beside(Fraction(200, 3), 50, 75) == Decimal("66.67")
    assert rounded_beside(Fraction(200, 3), 0, 100, places=0) == 67
    assert number(rounded_beside(Fraction(1, 250_000)), "id") == "0,000004"


def test_what_is_stated_is_written_as_it_is_stated() -> None:
    assert number(Decimal("538.752"), "id") == "538,752"
    assert number(Decimal("20.00"), "id") == "20"
    assert number(Fraction("89.996"), "en") == "89.996"
    assert number(Fraction(2, 3), "en") == "0.67"


def test_a_share_of_nearly_all_is_not_all() -> None:
    assert percentage(Fraction(9999, 10_000)) == Decimal("99.99")
    assert percentage(Fraction(1, 100_000)) == Decimal("0.001")
    assert amount(Fraction(269_999, 3000), 90) == Decimal("89.9997")


def test_a_trend_that_is_not_flat_is_not_nothing() -> None:
    assert rough(Fraction(1, 700), "ha", "id") == "0,0014 ha"
    assert rough(Fraction(1000, 7), "ha", "id") == "143 ha"


def test_money_that_is_at_least_so_much_is_not_rounded_up() -> None:
    assert money(2_499_000_000, "id") == "Rp2,5 miliar"
    assert money(2_499_000_000, "id", 2_499_000_000) == "Rp2,499 miliar"


def test_a_result_in_a_working_stays_on_its_side_of_the_limit() -> None:
    judged = step("R", untranslated("laju"), "a / b", Fraction("0.949996"), a=1, b=1)

    assert written(judged.symbol, judged.result, "en", judged.limits) == "0.95"
    beside = judged.beside(Fraction("0.95"))
    assert written(beside.symbol, beside.result, "en", beside.limits) == "0.949996"


# -- in the reports ----------------------------------------------------------------------------

GREEN = """
    - code: I1
      name: Taman
      aspect: sosial
      unit: "%"
      direction: naik
      threshold: {value: 20, kind: hukum, basis: UU}
      measurements:
        - {as_of: 2018, value: 12, source: S1}
        - {as_of: 2019, value: 19.996, source: S1}
      targets: [{year: 2019, value: 100}]
"""
SOURCES = "- {code: S1, title: Angka, publisher: BPS, kind: resmi, published: 2020}"


@pytest.fixture
def green() -> Reading:
    return read(indicators=GREEN.replace("value: 100", "value: 40"), sources=SOURCES)


@pytest.mark.parametrize("lang", LANGS)
def test_a_value_just_below_its_threshold_is_not_printed_as_the_threshold(green: Reading, lang: Lang) -> None:
    shown, gap = ("19,996%", "0,004") if lang == "id" else ("19.996%", "0.004")
    for page in (
        status.page(status.build(green.plan, status.Faults(0, 0, 0)), lang),
        gaps.page(gaps_of(green.plan), lang),
        progress.page(progress.build(green.plan, "I1"), lang),
    ):
        text = markdown.render(page).replace("\\", "")
        assert shown in text
        assert gap in text
        assert "20%" not in text.replace("≥ 20%", "")


@pytest.mark.parametrize(
    ("value", "shown", "predicate"),
    [
        ("90.004", "90,004%", "Sangat Tinggi"),
        ("90", "90%", "Tinggi"),
        ("74.996", "74,996%", "Sedang"),
        ("99.996", "99,996%", "Sangat Tinggi"),
    ],
)
def test_a_performance_beside_its_band_is_not_printed_as_the_band(
    value: str, shown: str, predicate: str
) -> None:
    text = GREEN.replace("19.996,", f"{value},")
    plan = read(indicators=text, sources=SOURCES).plan

    words = markdown.render(progress.page(progress.build(plan, "I1"), "id")).replace("\\", "")

    assert f"Capaian terhadap target 2019: {shown} ({predicate})." in words
    assert f"K = {shown}" in words


def test_a_way_that_is_nearly_whole_is_not_whole() -> None:
    plan = read(indicators=GREEN.replace("19.996", "12.001"), sources=SOURCES).plan

    assert "masih 99,99% dari jarak" in markdown.render(gaps.page(gaps_of(plan), "id"))
