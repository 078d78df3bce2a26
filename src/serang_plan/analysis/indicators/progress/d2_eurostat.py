"""D2: compound growth beside the growth that the target requires, as Eurostat does."""

from __future__ import annotations

from fractions import Fraction

from serang_plan.analysis.indicators.progress.compound_growth import cannot_grow, observed, required
from serang_plan.analysis.indicators.progress.method_result import (
    Grade,
    Method,
    MethodResult,
    RefusalReason,
    Refused,
    Side,
    graded,
)
from serang_plan.analysis.indicators.progress.trajectory import Trajectory, obstacle
from serang_plan.analysis.indicators.progress.workings import step
from serang_plan.wording import Text

SIGNIFICANT = Grade("significant", Text("kemajuan berarti", "significant progress"), Side.ENOUGH)
MODERATE = Grade("moderate", Text("kemajuan sedang", "moderate progress"), Side.SLOW)
INSUFFICIENT = Grade("insufficient", Text("kemajuan tidak memadai", "insufficient progress"), Side.SLOW)
AWAY = Grade("away", Text("menjauh dari target", "moving away from the target"), Side.AWAY)
_SCALE = ((Fraction(95, 100), SIGNIFICANT), (Fraction(60, 100), MODERATE), (Fraction(0), INSUFFICIENT))

_RATIO = Text("laju teramati dibagi laju yang diperlukan", "observed rate over required rate")


def judge(trajectory: Trajectory) -> MethodResult:
    """Compare the observed with the required compound annual growth: 95, 60 and 0 per cent are the limits.

    Source: Eurostat, SDG monitoring reports: R = c / q of two rates as shares per year. The limits are
    those of Open SDG, docs/progress-methodology.md, notes 1 and 2. Eurostat's bands for an indicator
    without a target are not confirmed and not used.
    """
    reason = _obstacle(trajectory)
    if reason is not None:
        return Refused(Method.D2, reason)
    actual, needed = observed(trajectory), required(trajectory)
    ratio = actual.result / needed.result
    quotient = step("R", _RATIO, "c / q", ratio, c=actual.result, q=needed.result)
    return graded(Method.D2, (actual, needed, quotient), _SCALE, AWAY)


def _obstacle(trajectory: Trajectory) -> RefusalReason | None:
    reason = obstacle(trajectory)
    if reason is RefusalReason.NO_TARGET:
        return RefusalReason.UNCONFIRMED
    if reason is not None:
        return reason
    if trajectory.target.value == 0:
        return RefusalReason.ZERO_TARGET
    return cannot_grow(trajectory)
