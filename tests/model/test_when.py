"""When: a time is as exact as it was written, and is written back as exactly."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serang_plan.model.when import When, month_end, months_between, parse_when

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-TW1", date(2020, 1, 1), date(2020, 3, 31)),
        ("2020-TW4", date(2020, 10, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-12", date(2019, 12, 1), date(2019, 12, 31)),
        ("2020-02-29", date(2020, 2, 29), date(2020, 2, 29)),
    ],
)
def test_a_time_has_a_first_and_a_last_day(typed: str, first: date, last: date) -> None:
    assert parse_when(typed) == When(first, last)


@pytest.mark.parametrize(
    ("typed", "indonesian", "english"),
    [
        ("2020", "2020", "2020"),
        ("2020-TW3", "TW III 2020", "Q3 2020"),
        ("2020-08", "Agu 2020", "Aug 2020"),
        ("2020-03-10", "10 Mar 2020", "10 Mar 2020"),
    ],
)
def test_a_time_is_said_as_exactly_as_it_is_known(typed: str, indonesian: str, english: str) -> None:
    found = parse_when(typed)

    assert found is not None
    assert (found.text("id"), found.text("en")) == (indonesian, english)


def test_a_day_is_said_in_full_where_there_is_room() -> None:
    found = parse_when("2020-03-10")

    assert found is not None
    assert found.text("id", full=True) == "Selasa, 10 Maret 2020"
    assert found.text("en", full=True) == "Tuesday, 10 March 2020"


@given(DAYS, st.sampled_from(["{:%Y}", "{:%Y-%m}", "{:%Y-%m-%d}"]))
def test_a_time_is_written_back_as_it_was_typed(day: date, form: str) -> None:
    typed = form.format(day)
    found = parse_when(typed)

    assert found is not None
    assert found.iso == typed
    assert found.first <= day <= found.last
    assert found.year == day.year


@given(st.integers(1900, 2200), st.integers(1, 4))
def test_quarters_are_written_back_and_fill_the_year(year: int, nth: int) -> None:
    found = parse_when(f"{year}-TW{nth}")

    assert found is not None
    assert found.iso == f"{year}-TW{nth}"
    following = parse_when(f"{year}-TW{nth + 1}" if nth < 4 else f"{year + 1}-TW1")
    assert following is not None
    assert following.first - found.last == timedelta(days=1)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "20",
        "20200",
        "2020-",
        "2020-3",
        "2020-TW5",
        "2020-TW0",
        "2020-tw1",
        "10-03-2020",
        "2020-03-10 ",
    ],
)
def test_any_other_form_is_no_time(typed: str) -> None:
    assert parse_when(typed) is None


@pytest.mark.parametrize("typed", ["2020-13", "2020-00", "2019-02-29", "2020-04-31", "2020-01-00", "0000"])
def test_a_time_that_no_calendar_has_raises(typed: str) -> None:
    with pytest.raises(ValueError, match=r"year|month|day"):
        parse_when(typed)


@given(DAYS)
def test_the_end_of_a_month_is_the_day_before_the_next(day: date) -> None:
    following = month_end(day.year, day.month) + timedelta(days=1)

    assert (following.day, following.month) == (1, day.month % 12 + 1)


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        (date(2020, 1, 31), date(2020, 2, 29), 1),
        (date(2020, 1, 31), date(2020, 2, 28), 0),
        (date(2020, 1, 15), date(2020, 2, 14), 0),
        (date(2020, 1, 15), date(2021, 1, 15), 12),
        (date(2020, 1, 15), date(2020, 1, 15), 0),
        (date(2020, 2, 15), date(2020, 1, 15), -1),
    ],
)
def test_only_full_months_are_counted(earlier: date, later: date, months: int) -> None:
    assert months_between(earlier, later) == months


@given(DAYS, st.integers(0, 40_000))
def test_months_never_outnumber_the_days(earlier: date, days: int) -> None:
    months = months_between(earlier, earlier + timedelta(days=days))

    assert months * 28 <= days <= (months + 1) * 31


def test_only_plain_digits_make_a_time() -> None:
    assert parse_when("٢٠٢٠") is None
