"""Rules of values (V) whose findings are notes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from serang_plan.analysis.indicators.evidence import Value, reaches, series
from serang_plan.analysis.known.known_since import known_since
from serang_plan.findings import Finding, Label, Severity
from serang_plan.model.indicator import Indicator, Target
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import StatedValue, figure
from serang_plan.rules._plan_rule import rule
from serang_plan.rules.value_bounds import reversed_from
from serang_plan.wording import Text, is_percent

_VALUE = Text("nilai ini sudah mencapainya", "this value has reached it")
_ALSO = Text("begitu juga target ini", "and so is this target")
_HELP = Text(
    "tetapkan target yang lebih menantang; bila maksudnya mempertahankan, tulis itu di `reason`",
    "set a further target; if it is meant to keep what there is, say so in `reason`",
)


@rule("V505", Severity.NOTE)
def target_already_met(plan: Plan) -> Iterator[Finding]:
    """Target sudah tercapai sebelum tahunnya mulai.

    A target was reached before its year began.

    Mengapa: target yang sudah tercapai tidak lagi mendorong siapa pun, kecuali memang dimaksudkan untuk
    mempertahankan keadaan.

    Why: a target that has been reached drives nobody on, unless it is meant to keep what there is.

    Salah:

        - {year: 2027, value: 65}

    Benar:

        - {year: 2027, value: 85}
    """
    for indicator in plan.indicators:
        if indicator.targets and _reaches_any(plan, indicator) and reversed_from(plan, indicator) is None:
            for value, targets in _already_met(plan, indicator):
                yield _finding(indicator, value, targets)


def _reaches_any(plan: Plan, indicator: Indicator) -> bool:
    """Whether the best value reaches the easiest target; for most indicators nothing else need be asked."""
    best, easiest = (max, min) if indicator.direction == "naik" else (min, max)
    known = [value.amount for value in series(plan, indicator)]
    return bool(known) and reaches(
        indicator.direction, best(known), easiest(target.value for target in indicator.targets)
    )


def _already_met(plan: Plan, indicator: Indicator) -> Iterator[tuple[Value, list[Target]]]:
    """Give each value that reaches later targets, with those targets."""
    sound = [
        value
        for value in series(plan, indicator)
        if not StatedValue(indicator, value.measurement).is_mistyped
    ]
    known = sorted(sound, key=lambda value: _day(plan, value))
    met: dict[int, list[Target]] = {}
    nth = 0
    best = -1
    for target in sorted(indicator.targets, key=lambda target: target.year):
        while nth < len(known) and _day(plan, known[nth]) < date(target.year, 1, 1):
            if best < 0 or known[nth].measurement.as_of > known[best].measurement.as_of:
                best = nth
            nth += 1
        if best >= 0 and _reached_early(indicator, target, known[best]):
            met.setdefault(best, []).append(target)
    return ((known[best], targets) for best, targets in met.items())


def _day(plan: Plan, value: Value) -> date:
    return max(
        known_since(plan, value.measurement) or value.measurement.as_of.last, value.measurement.as_of.last
    )


def _reached_early(indicator: Indicator, target: Target, value: Value) -> bool:
    """Whether a value reaches a target that could be set further and is not meant to keep what there is."""
    share = is_percent(indicator.unit)
    best = (share and target.value >= 100) if indicator.direction == "naik" else target.value <= 0
    return target.reason is None and not best and reaches(indicator.direction, value.amount, target.value)


def _finding(indicator: Indicator, value: Value, targets: list[Target]) -> Finding:
    first, *more = targets
    labels = (
        Label(_VALUE, value.measurement.at("value")),
        *(Label(_ALSO, target.at("value")) for target in more),
    )
    return target_already_met.finding(_message(indicator, value, first), first.at("value"), labels, _HELP)


def _message(indicator: Indicator, value: Value, target: Target) -> Text:
    goal = figure(target.value, indicator.unit)
    reached = figure(value.measurement.value, indicator.unit)
    time = value.measurement.as_of
    return Text(
        f"target {target.year} indikator `{indicator.code}`, {goal.id}, "
        f"sudah tercapai: {reached.id} ({time.text('id')})",
        f"the {target.year} target of `{indicator.code}`, {goal.en}, "
        f"has been reached already: {reached.en} ({time.text('en')})",
    )
