"""Who owes a figure, since when: only by a calendar that somebody has set."""

from __future__ import annotations

from datetime import date

import pytest

from serang_plan.analysis.rakor.owed import OwedFigure, owed_figures
from tests.conftest import read

ASSIGNMENTS = "- {indicator: M01, lead: DLH}"


def owed(
    reporting: str, *values: str, day: date = date(2026, 8, 15), more: str = ""
) -> tuple[OwedFigure, ...]:
    told = f"measurements: [{', '.join(values)}]" if values else ""
    fields = filter(None, (f"reporting: {reporting}" if reporting else "", told, more))
    head = "code: M01, name: RTH, unit: ha, direction: naik, aspect: sosial"
    indicator = f"- {{{', '.join((head, *fields))}}}"
    plan = read(day, opd="- {code: DLH, name: Dinas}", indicators=indicator, assignments=ASSIGNMENTS).plan
    return owed_figures(plan)


def value(when: str, known: str = "2026-01-01") -> str:
    return f"{{as_of: {when}, value: 1, known: {known}}}"


@pytest.mark.parametrize("reporting", ["", "tahunan", "{every: triwulan}"])
def test_without_a_calendar_nobody_owes(reporting: str) -> None:
    assert owed(reporting) == ()


def test_every_period_that_is_over_and_has_no_value_is_owed_by_the_lead() -> None:
    (figure,) = owed("{every: triwulan, grace_days: 30, from: 2026}", value("2026-TW1"))

    assert [(period.first, period.last) for period in figure.periods] == [
        (date(2026, 4, 1), date(2026, 6, 30))
    ]
    assert (figure.by, figure.due, figure.days_late) == (("DLH",), date(2026, 7, 30), 16)
    assert figure.is_late


def test_within_the_days_of_grace_a_figure_is_awaited_and_not_late() -> None:
    days = (date(2026, 8, 29), date(2026, 8, 30))
    calendar = "{every: triwulan, grace_days: 60, from: 2026}"

    late = [figure.is_late for day in days for figure in owed(calendar, value("2026-TW1"), day=day)]

    assert late == [False, True]


def test_a_value_that_is_known_later_is_still_owed() -> None:
    on_time = value("2025", "2026-02-01")

    assert owed("{every: tahunan, grace_days: 0, from: 2025}", on_time) == ()
    assert owed("{every: tahunan, grace_days: 0, from: 2025}", on_time, day=date(2026, 1, 15))


def test_without_a_first_year_only_the_last_period_is_asked_for() -> None:
    (figure,) = owed("{every: bulanan, grace_days: 5}")

    assert [period.iso for period in figure.periods] == ["2026-07"]


def test_who_provides_the_figures_owes_them() -> None:
    (figure,) = owed("{every: tahunan, grace_days: 0, from: 2025}", more="provider: BPS")

    assert figure.by == ("BPS",)


def test_what_is_late_comes_before_what_is_awaited_and_the_longest_overdue_first() -> None:
    indicators = "".join(
        f"- {{code: {code}, name: RTH, unit: ha, direction: naik, aspect: sosial, "
        f"reporting: {{every: triwulan, grace_days: {grace}, from: 2026}}}}\n"
        for code, grace in (("M01", 160), ("M02", 60), ("M03", 30), ("M04", 150))
    )

    figures = owed_figures(read(date(2026, 8, 15), indicators=indicators).plan)

    assert [(figure.indicator.code, figure.is_late) for figure in figures] == [
        ("M03", True),
        ("M02", True),
        ("M04", False),
        ("M01", False),
    ]
