"""Standings: who stands better, worse, or can no longer be judged, and whether the city did it."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.changes.both_states import BothStates, Details, now
from serang_plan.analysis.changes.change import Change, What
from serang_plan.analysis.indicators.evidence import judging, reaches, series
from serang_plan.analysis.indicators.standing import Missing, Verdict, verdict_of
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.places import Pointer

_LOST = {
    Missing.VALUE: What.VALUE_LOST,
    Missing.BOTH: What.VALUE_LOST,
    Missing.SUBSTITUTE_ONLY: What.VALUE_LOST,
    Missing.THRESHOLD: What.THRESHOLD_LOST,
    Missing.SCOPE: What.THRESHOLD_LOST,
    Missing.COMPARISON: What.THRESHOLD_LOST,
    Missing.SOURCE: What.SOURCE_LOST,
}


def standing_changes(sides: BothStates, before: Indicator, after: Indicator) -> Iterator[Change]:
    """Give how one indicator stands otherwise, and what is declared of it; before and after are verdicts."""
    old, new = verdict_of(sides.before, before), verdict_of(sides.after, after)
    for what in (_what(sides.after, old, new), What.DECLARED if _said(old) != _said(new) else None):
        if what is not None:
            more: Details = {"before": old, "after": new, "who": sides.leads(after.code)}
            yield now(what, "indicators", after.code, after, **more)._replace(at=_where(new, what))


def _said(verdict: Verdict) -> str | None:
    return verdict.declared.standing if verdict.declared else None


def _where(new: Verdict, what: What) -> Pointer:
    indicator = new.indicator
    if what is What.DECLARED and indicator.declared is not None:
        return indicator.declared.at("standing")
    if what in (What.MET_BY_GOALPOSTS, What.UNMET_BY_GOALPOSTS) and new.threshold is not None:
        return new.threshold.at("value")
    if new.value is not None and what is not What.DECLARED:
        return new.value.measurement.at("value")
    return indicator.at("code")


def _what(after: Plan, old: Verdict, new: Verdict) -> What | None:
    what = _event(old, new)
    return What.MEASURED_ANEW if what in _COMPARES and not _comparable(after, old, new) else what


_COMPARES = (What.NOW_MET, What.NO_LONGER_MET, What.IMPROVED, What.DECLINED)


def _event(old: Verdict, new: Verdict) -> What | None:
    was, is_ = by_data(old), by_data(new)
    if was is None and is_ is not None:
        return What.NOW_JUDGED
    if was is not None and is_ is None:
        return _LOST[new.missing] if new.missing else None
    if was is not is_:
        return _crossed(old, new)
    return _moved(old, new)


def by_data(verdict: Verdict) -> bool | None:
    """Whether the value reaches the threshold, whatever was declared; None if that cannot be said."""
    if verdict.missing is not None or verdict.value is None or verdict.threshold is None:
        return None
    return reaches(verdict.indicator.direction, verdict.value.amount, verdict.threshold.value)


def _crossed(old: Verdict, new: Verdict) -> What:
    """Say whether the city or only its threshold moved."""
    met = bool(by_data(new))
    if _under(old, new) is met and _under(new, old) is not met:
        return What.MET_BY_GOALPOSTS if met else What.UNMET_BY_GOALPOSTS
    return What.NOW_MET if met else What.NO_LONGER_MET


def _under(value: Verdict, rule: Verdict) -> bool:
    """Whether the value of one state meets the threshold of the other."""
    assert value.value is not None
    assert rule.threshold is not None
    return reaches(rule.indicator.direction, value.value.amount, rule.threshold.value)


def _moved(old: Verdict, new: Verdict) -> What | None:
    """Compare the newest values of both states, as far as they are values of the same thing."""
    if new.value is None:
        return What.VALUE_LOST if old.value is not None else None
    if old.value is None:
        return What.NOW_MEASURED
    same_thing = all(
        getattr(old.indicator, name) == getattr(new.indicator, name)
        for name in ("unit", "direction", "scope")
    )
    if not same_thing or old.value.amount == new.value.amount:
        return None
    better = reaches(new.indicator.direction, new.value.amount, old.value.amount)
    return What.IMPROVED if better else What.DECLINED


def _comparable(after: Plan, old: Verdict, new: Verdict) -> bool:
    """Whether the newest values of both states are of one series, without a break between them."""
    if old.value is None or new.value is None or _series_of(old) != _series_of(new):
        return False
    first = series(after, new.indicator)[:1]
    began_anew = first and first[0].measurement.break_
    return not began_anew or first[0].measurement.as_of.last <= old.value.measurement.as_of.last


def _series_of(verdict: Verdict) -> str | None:
    named = verdict.value.measurement.series if verdict.value else None
    return named or judging(verdict.indicator)
