"""Acceptance: a value from a form stands once somebody else has looked at what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import judging
from serang_plan.analysis.known.public_plan import is_accepted
from serang_plan.editing.changes import AppendItem, Change, Value
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.operations.problem import ProblemError
from serang_plan.operations.sheets.opd_form import figure_key
from serang_plan.wording import Text


class Acceptance(NamedTuple):
    """What a value is from now on."""

    verification: str = "sekunder"
    source: str = ""
    """In which it was read; empty if that is the form still."""


def waiting(plan: Plan) -> Iterator[tuple[str, Measurement]]:
    """Give the values of forms that nobody has accepted yet, each with the code of its row."""
    for indicator in plan.indicators:
        for value in indicator.measurements:
            if _is_from_form(plan, value) and not any(
                _is_of(other, value) for other in indicator.measurements
            ):
                yield figure_key(indicator, value.series or judging(indicator)), value


def acceptance_of(
    plan: Plan, indicator: Indicator, series: str | None, as_of: When, how: Acceptance
) -> tuple[Change, ...]:
    """Return what accepts the newest value of a form for a time; nothing if that was done.

    A statement is not edited: the same value stands once more, known as accepted from the plan's date on.

    Raises ProblemError if no form gave a value for that time.
    """
    from_forms = [
        measurement
        for measurement in indicator.measurements
        if measurement.as_of == as_of
        and (measurement.series or judging(indicator)) == series
        and _is_from_form(plan, measurement)
    ]
    if not from_forms:
        raise ProblemError(
            Text(
                f"tidak ada nilai formulir untuk {indicator.code} {as_of.text('id')}",
                f"no form gave a value of {indicator.code} for {as_of.text('en')}",
            ),
            Text(
                "lihat yang menunggu dengan `serang-plan sheet status`",
                "see what waits with `serang-plan sheet status`",
            ),
        )
    value = from_forms[-1]
    source = how.source or str(value.source)
    alike = (other for other in indicator.measurements if _is_of(other, value))
    if any((other.verification, other.source) == (how.verification, source) for other in alike):
        return ()
    fields: dict[str, Value] = {
        "as_of": value.as_of,
        "value": value.value,
        "source": source,
        "verification": how.verification,
        "known": plan.as_of,
        **({"series": value.series} if value.series else {}),
        "note": "Formulir diterima Bappeda.",
    }
    return (AppendItem(indicator.at("measurements"), fields),)


def _is_from_form(plan: Plan, measurement: Measurement) -> bool:
    """Whether a form gave a value, and it still waits to be looked at or did."""
    source = plan.source_by_code.get(measurement.source or "")
    return (
        source is not None
        and source.kind == "formulir"
        and measurement.withdrawn is None
        and not is_accepted(measurement)
    )


def _is_of(other: Measurement, value: Measurement) -> bool:
    """Whether a value is another one that was accepted."""
    return (
        is_accepted(other)
        and other.withdrawn is None
        and (other.as_of, other.value, other.series) == (value.as_of, value.value, value.series)
    )
