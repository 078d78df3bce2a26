"""Acceptance: a value from a form stands once somebody else has looked at what it rests on."""

from __future__ import annotations

from serang_plan.editing.changes import AppendItem, Change, Value
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.model.when import When
from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Text


def acceptance_of(plan: Plan, indicator: Indicator, as_of: When) -> tuple[Change, ...]:
    """Return what accepts the newest value of a form for a time; nothing if that was done.

    A statement is not edited: the same value stands once more, known as accepted from the plan's date on.

    Raises ProblemError if no form gave a value for that time.
    """
    from_forms = [
        measurement
        for measurement in indicator.measurements
        if measurement.as_of == as_of and _is_from_form(plan, measurement)
    ]
    if not from_forms:
        raise ProblemError(
            Text(
                f"tidak ada nilai formulir untuk {indicator.code} {as_of.text('id')}",
                f"no form gave a value of {indicator.code} for {as_of.text('en')}",
            ),
            Text("lihat waktunya dengan `serang-plan progress`", "see its times with `serang-plan progress`"),
        )
    if from_forms[-1].verification != "perlu-dicek":
        return ()
    value = from_forms[-1]
    fields: dict[str, Value] = {
        "as_of": value.as_of,
        "value": value.value,
        "source": str(value.source),
        "verification": "sekunder",
        "known": plan.as_of,
        **({"series": value.series} if value.series else {}),
        "note": "Formulir diterima Bappeda.",
    }
    return (AppendItem(indicator.at("measurements"), fields),)


def _is_from_form(plan: Plan, measurement: Measurement) -> bool:
    source = plan.source_by_code.get(measurement.source or "")
    return source is not None and source.kind == "formulir" and measurement.withdrawn is None
