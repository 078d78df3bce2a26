"""Growth: compound annual rates, which have no exact value, to thirteen digits.

They are computed with decimals and not with floats: the same on every machine, and without overflow.
"""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from fractions import Fraction

from serang_plan.analysis.indicators.progress.method_result import RefusalReason
from serang_plan.analysis.indicators.progress.trajectory import Trajectory
from serang_plan.analysis.indicators.progress.workings import Step
from serang_plan.wording import Text

_WIDE = Context(prec=30, Emax=MAX_EMAX, Emin=MIN_EMIN)
_ROUNDED = Context(prec=13, Emax=MAX_EMAX, Emin=MIN_EMIN)
_OBSERVED = Text("laju per tahun yang teramati", "observed rate per year")
_REQUIRED = Text("laju per tahun yang diperlukan", "required rate per year")


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Return a power of a number that is not negative, rounded so that it can be compared with a limit."""
    return Fraction(_ROUNDED.plus(_power(base, exponent)))


def rate(start: Fraction, end: Fraction, years: Fraction) -> Fraction:
    """Return the compound growth per year as a share, 0.05 for 5 per cent; zero only if nothing changes.

    Both values must have the same sign, and the first must not be zero.
    """
    grown = _power(end / start, 1 / years)
    return Fraction(_ROUNDED.plus(grown)) - 1 or Fraction(_WIDE.subtract(grown, Decimal(1)))


def _power(base: Fraction, exponent: Fraction) -> Decimal:
    return _WIDE.power(_decimal(base), _decimal(exponent)) if base else Decimal(0)


def _decimal(value: Fraction) -> Decimal:
    return _WIDE.divide(Decimal(value.numerator), Decimal(value.denominator))


def observed(trajectory: Trajectory) -> Step:
    """Return the rate from the first to the newest value."""
    growth = rate(trajectory.base.value, trajectory.latest.value, trajectory.years)
    return trajectory.step("c", _OBSERVED, "(v / b)^(1 / (t - t0)) - 1", growth)


def required(trajectory: Trajectory) -> Step:
    """Return the rate that would lead from the first value to the target on time."""
    base, target = trajectory.base, trajectory.target
    growth = rate(base.value, target.value, target.at - base.at)
    return trajectory.step("q", _REQUIRED, "(T / b)^(1 / (tT - t0)) - 1", growth)


def cannot_grow(trajectory: Trajectory) -> RefusalReason | None:
    """Return why no compound rate can be taken of values that must not be negative, if it cannot."""
    if trajectory.years < 1:
        return RefusalReason.TOO_CLOSE
    values = [trajectory.base.value, trajectory.latest.value, *(goal.value for goal in trajectory.goals[-1:])]
    if values[0] == 0:
        return RefusalReason.ZERO_BASE
    if min(values) < 0:
        return RefusalReason.NEGATIVE if max(values) <= 0 else RefusalReason.SIGN_CHANGE
    return None
