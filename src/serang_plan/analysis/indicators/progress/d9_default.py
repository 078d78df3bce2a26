"""D9: which method decides, so that there is one verdict and it names its method."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.indicators.progress.method_result import (
    Method,
    MethodResult,
    MethodVerdict,
    RefusalReason,
    Refused,
)
from serang_plan.analysis.indicators.progress.trajectory import Trajectory
from serang_plan.wording import Text


class MethodOrder(Enum):
    """The default order, and why its method decides."""

    BINARY = Text("indikatornya ya/tidak", "it is a yes/no indicator")
    REACHED = Text(
        "targetnya sudah tercapai dan yang dinilai apakah bertahan",
        "the target is reached and the question is whether it is kept",
    )
    YEARLY = Text("ada target tahunan", "there are yearly targets")
    FOUR_YEARS = Text("ada sedikitnya 4 tahun berurutan", "there are at least 4 consecutive years")
    KEEPING = Text(
        "nilai awal sudah memenuhi target dan yang dinilai apakah bertahan",
        "the base met the target and the question is whether it is kept",
    )
    TWO_VALUES = Text("ada sedikitnya dua nilai", "there are at least two values")
    NONE = Text("tidak ada metode yang cocok", "no method fits")


class MethodChoice(NamedTuple):
    """The outcome that counts, and by which rule of the order."""

    order: MethodOrder
    outcome: MethodResult


def decide(trajectory: Trajectory, outcomes: Mapping[Method, MethodResult]) -> MethodChoice:
    """Choose the outcome that counts.

    Met or not for a yes/no indicator; what has been reached by the rule for keeping it (D5); else yearly
    targets by their line (D1); else four years by D5; else two values by D7. Compound growth (D2 to D4)
    never decides: it is very sensitive to small and zero values. The one comparison with a year's target
    (D8) answers another question. A value that is out of date says nothing of the present, by any method.
    """
    if trajectory.stale:
        return MethodChoice(MethodOrder.NONE, Refused(Method.D7, RefusalReason.TOO_OLD))
    for order, method in _candidates(trajectory):
        outcome = outcomes[method]
        if isinstance(outcome, MethodVerdict):
            return MethodChoice(order, outcome)
    return MethodChoice(MethodOrder.NONE, outcomes[Method.D7])


def _candidates(trajectory: Trajectory) -> list[tuple[MethodOrder, Method]]:
    if trajectory.binary:
        return [(MethodOrder.BINARY, Method.D3)]
    if not trajectory.points or not trajectory.goals:
        return [(MethodOrder.FOUR_YEARS, Method.D5)]
    weather = MethodOrder.KEEPING if trajectory.began_good else MethodOrder.FOUR_YEARS
    reached = [(MethodOrder.REACHED, Method.D5)] if trajectory.is_reached else []
    yearly = [(MethodOrder.YEARLY, Method.D1)] if trajectory.yearly else []
    return [*reached, *yearly, (weather, Method.D5), (MethodOrder.TWO_VALUES, Method.D7)]
