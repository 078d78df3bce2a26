"""Goals: targets, thresholds and the plan's own bounds that are others than before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from serang_plan.analysis.changes.both_states import BothStates, Details, gone, now, reason_anew
from serang_plan.analysis.changes.change import Change, StatedTarget, What
from serang_plan.analysis.changes.significance import differing
from serang_plan.analysis.indicators.evidence import judging_threshold, reaches
from serang_plan.model.header import Header, Settings
from serang_plan.model.indicator import Indicator, Target, Threshold

_I = "indicators"


def goals(sides: BothStates, before: Indicator, after: Indicator) -> Iterator[Change]:
    """Give what happened to the goals of one indicator."""
    who = sides.leads(after.code)
    for what, name in ((What.DIRECTION, "direction"), (What.UNIT, "unit"), (What.SCOPE, "scope")):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield now(what, _I, after.code, after, name, before=old, after=new, who=who)
    yield from (change._replace(who=who) for change in _threshold(sides, before, after))
    yield from (target._replace(who=who) for target in _targets(before, after))


# -- the threshold ------------------------------------------------------------------------


def _threshold(sides: BothStates, before: Indicator, after: Indicator) -> Iterator[Change]:
    code, old = after.code, judging_threshold(sides.before, before, None)
    new = judging_threshold(sides.after, after, None)
    if old is None and new is not None:
        yield now(What.THRESHOLD_ADDED, _I, code, after, after=new.value)._replace(at=new.at("value"))
    elif new is None and old is not None:
        yield gone(What.THRESHOLD_REMOVED, _I, code, before, before=old.value)
    elif old is not None and new is not None and old.value != new.value:
        what = What.THRESHOLD_EASED if _eases(after, old, new) else What.THRESHOLD_TIGHTENED
        reason = reason_anew(old.reason, new.reason)
        changed = now(what, _I, code, after, before=old.value, after=new.value, reason=reason)
        yield changed._replace(at=new.at("value"))


def _eases(indicator: Indicator, old: Threshold, new: Threshold) -> bool:
    return not reaches(indicator.direction, new.value, old.value)


# -- targets --------------------------------------------------------------------------------


def _targets(before: Indicator, after: Indicator) -> Iterator[Change]:
    """Give the targets that are others; before and after are aims."""
    old, new = _by_year(before), _by_year(after)
    reached: set[int] = set()
    for year, target in sorted(old.items()):
        if year in new and new[year].value == target.value:
            continue
        change = _moved(after, old, new, target)
        if change.what in (What.TARGET_PUSHED_BACK, What.TARGET_BROUGHT_FORWARD):
            reached.add(change.after.year)
        yield change
    for year, target in sorted(new.items()):
        if year not in old and year not in reached:
            yield _aimed(What.TARGET_ADDED, after, None, target)


def _moved(
    indicator: Indicator, old: Mapping[int, Target], new: Mapping[int, Target], target: Target
) -> Change:
    """Tell one target that is another: raised, moved to another year, lowered or gone."""
    year, here = target.year, new.get(target.year)
    if here is not None and reaches(indicator.direction, here.value, target.value):
        return _aimed(What.TARGET_RAISED, indicator, target, here)
    years = [
        aimed_year for aimed_year in sorted(new) if _newly_there(indicator, old, new, aimed_year, target)
    ]
    later = next((aimed_year for aimed_year in years if aimed_year > year), None)
    sooner = next((aimed_year for aimed_year in years if aimed_year < year), None)
    if sooner is not None and here is None:
        return _aimed(What.TARGET_BROUGHT_FORWARD, indicator, target, new[sooner])
    if later is not None:
        return _aimed(What.TARGET_PUSHED_BACK, indicator, target, new[later], here)
    return _aimed(What.TARGET_REMOVED if here is None else What.TARGET_LOWERED, indicator, target, here)


def _aimed(
    what: What, indicator: Indicator, old: Target | None, new: Target | None, also: Target | None = None
) -> Change:
    """Return the change of one target; the reason may stand at either year that it touches."""
    there = [target for target in (new, also) if target is not None]
    reasons = (reason_anew(old.reason if old else None, target.reason) for target in there)
    known: Details = {
        "before": old and StatedTarget(old.year, old.value),
        "after": new and StatedTarget(new.year, new.value),
        "year": (old or there[0]).year,
        "reason": next((reason for reason in reasons if reason), None),
    }
    if new is None and old is not None:
        return gone(what, _I, indicator.code, old, "value", **known)._replace(record=indicator)
    return now(what, _I, indicator.code, there[0], "value", **known)._replace(record=indicator)


def _newly_there(
    indicator: Indicator, old: Mapping[int, Target], new: Mapping[int, Target], year: int, target: Target
) -> bool:
    """Whether a target is reached in a year by one that is not as it was: one that is, was no substitute."""
    as_it_was = year in old and old[year].value == new[year].value
    return not as_it_was and reaches(indicator.direction, new[year].value, target.value)


def _by_year(indicator: Indicator) -> dict[int, Target]:
    return {target.year: target for target in reversed(indicator.targets)}


# -- the plan's own bounds ------------------------------------------------------------------


def bounds(before: Header | None, after: Header | None) -> Iterator[Change]:
    """Give what happened to the span of the plan, to how many indicators it expects, and to its settings."""
    if before is None or after is None:
        return
    if before.last_year != after.last_year:
        what = What.LAST_YEAR_LATER if after.last_year > before.last_year else What.LAST_YEAR_SOONER
        yield _bound(what, after, before.last_year, after.last_year, "last_year")
    old, new = before.indicators_expected, after.indicators_expected
    if old != new:
        what = What.FEWER_EXPECTED if (new or 0) < (old or 0) else What.MORE_EXPECTED
        yield _bound(what, after, old, new, "indicators_expected")
    if before.origin != after.origin:
        yield _bound(What.ORIGIN, after, before.origin, after.origin, "origin")
    yield from _settings(before, after)


def _settings(before: Header, after: Header) -> Iterator[Change]:
    old, new = before.settings or Settings.model_construct(), after.settings or Settings.model_construct()
    for setting in differing(old, new):
        yield _bound(What.SETTING, after, setting.before, setting.after, "settings", setting.name)


def _bound(what: What, after: Header, old: object, new: object, *keys: str) -> Change:
    return now(what, "plan", keys[-1], after, *keys, before=old, after=new)
