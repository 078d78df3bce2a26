"""Wording: numbers, money and dates as Indonesians write them; Babel is the judge, rounding is ours."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from serang_plan.model.when import month_end, months_between, parse_when
from serang_plan.wording import listed, long_date, money, nearest, number, rounded, short_date, typed, visible


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_dates_are_those_of_babel(day: date) -> None:
    assert long_date(day, "id") == format_date(day, "EEEE, d MMMM y", locale="id_ID")
    assert short_date(day, "id") == format_date(day, "d MMM y", locale="id_ID")
    assert long_date(day, "en") == format_date(day, "EEEE, d MMMM y", locale="en")


@given(st.integers(-(10**15), 10**15))
def test_whole_numbers_are_those_of_babel(value: int) -> None:
    assert number(value, "id") == format_decimal(value, locale="id_ID")
    assert number(value, "en") == format_decimal(value, locale="en")


@given(st.decimals(-(10**9), 10**9, places=2))
def test_decimals_are_those_of_babel(value: Decimal) -> None:
    assert number(value, "id") == format_decimal(value, "#,##0.##", locale="id_ID").replace("-0", "-0")


@given(st.integers(0, 200), st.integers(1, 200))
def test_rounding_is_half_up_from_the_exact_share(part: int, whole: int) -> None:
    exact = Fraction(part * 100, whole)
    off = Fraction(rounded(exact, 1)) - exact

    assert -Fraction(1, 20) < off <= Fraction(1, 20)


@pytest.mark.parametrize(
    ("part", "shown"), [(Fraction(1, 8), "13"), (Fraction(9, 16), "56"), (Fraction(5, 16), "31")]
)
def test_a_half_goes_up(part: Fraction, shown: str) -> None:
    assert number(part * 100, "id", 0) == shown


@pytest.mark.parametrize(
    ("rupiah", "indonesian", "english"),
    [
        (0, "Rp0", "Rp0"),
        (950_000, "Rp950.000", "Rp950,000"),
        (2_500_000_000, "Rp2,5 miliar", "Rp2.5 billion"),
        (1_427_700_004_962, "Rp1,43 triliun", "Rp1.43 trillion"),
        (-67_000_000_000, "-Rp67 miliar", "-Rp67 billion"),
    ],
)
def test_money_is_said_as_officials_say_it(rupiah: int, indonesian: str, english: str) -> None:
    assert (money(rupiah, "id"), money(rupiah, "en")) == (indonesian, english)


@pytest.mark.parametrize(
    ("words", "shown"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_a_list_reads_as_a_sentence(words: list[str], shown: str) -> None:
    assert listed(words, "id") == shown


def test_the_nearest_word_is_found_or_none() -> None:
    assert nearest("DPRPK", ["DPRKP", "DLH"]) == "DPRKP"
    assert nearest("zebra", ["DPRKP", "DLH"]) is None


@given(st.text())
def test_what_is_visible_moves_no_cursor(text: str) -> None:
    assert visible(text).isprintable() or any(ord(character) > 0xFFFF for character in text)
    assert "\n" not in typed(text)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    found = parse_when(day.isoformat())

    assert found is not None
    assert (found.first, found.last, found.iso) == (day, day, day.isoformat())


@pytest.mark.parametrize("text", ["2020", "2020-02", "2020-TW1", "2020-02-29"])
def test_a_time_is_as_exact_as_it_was_written(text: str) -> None:
    found = parse_when(text)

    assert found is not None
    assert found.iso == text


@pytest.mark.parametrize("text", ["2020-13", "2019-02-29", "2020-00-10"])
def test_a_time_that_the_calendar_lacks_raises(text: str) -> None:
    with pytest.raises(ValueError, match=r"month|day"):
        parse_when(text)


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(0, 600))
def test_months_are_counted_in_full(day: date, months: int) -> None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    later = min(
        month_end(year, month + 1), date(year, month + 1, min(day.day, month_end(year, month + 1).day))
    )

    assert months_between(day, later) == months
