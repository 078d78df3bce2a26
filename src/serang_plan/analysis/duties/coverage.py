"""Coverage: does an indicator have one lead who is there, and actions that could move it?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.analysis.duties.leads import exists_on, leads_on
from serang_plan.analysis.duties.opd_lifetime import successor_on
from serang_plan.analysis.indicators.standing import Standing, Verdict
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.wording import code_order


class CoverageStatus(Enum):
    """The verdict; the first that applies."""

    MISSING = "missing"
    """Nobody leads."""
    AMBIGUOUS = "ambiguous"
    """Two lead at once."""
    OUTDATED = "outdated"
    """The lead does not exist on the date, or is not on the list."""
    UNSERVED = "unserved"
    """It is not met, and no action is left that could change that."""
    HOLLOW = "hollow"
    """Every action that is left lacks an owner, a date or an effect."""
    COVERED = "covered"


class Shortcoming(Enum):
    """What an action lacks to count."""

    OWNER = "owner"
    DATE = "date"
    EFFECT = "effect"


class CoveringAction(NamedTuple):
    """An open action that serves an indicator, and what it lacks."""

    scheduled: Scheduled
    shortcomings: tuple[Shortcoming, ...]


class Coverage(NamedTuple):
    """How one indicator is covered."""

    indicator: Indicator
    status: CoverageStatus
    leads: tuple[str, ...]
    actions: tuple[CoveringAction, ...]
    done: int
    """How many of its actions are done."""
    successor: str | None = None
    """Who carries on the work of an outdated lead."""


def coverage(plan: Plan, found: Iterable[Scheduled], verdicts: Iterable[Verdict]) -> tuple[Coverage, ...]:
    """Return how the indicators are covered, in the order of their codes.

    Who is met, or declared met, needs a lead and no action.
    """
    by_indicator = _by_indicator(found)
    first = {one.indicator.code: one for one in reversed(tuple(verdicts))}
    codes = sorted(first, key=code_order)
    return tuple(_covered(plan, first[code], by_indicator.get(code, ())) for code in codes)


def needs_action(verdict: Verdict) -> bool:
    """Whether an indicator is neither met nor declared met."""
    return verdict.standing not in (Standing.MET, Standing.CLAIMED)


def count_by_status(found: Iterable[Coverage]) -> Mapping[CoverageStatus, int]:
    """Count by verdict; every verdict is there, zero included."""
    counts = Counter(one.status for one in found)
    return {cover: counts[cover] for cover in CoverageStatus}


def _by_indicator(found: Iterable[Scheduled]) -> Mapping[str, list[Scheduled]]:
    by_indicator: dict[str, list[Scheduled]] = defaultdict(list)
    for one in found:
        if one.state is not ActionState.CANCELLED:
            for code in dict.fromkeys(effect.code for effect in one.action.indicators):
                by_indicator[code].append(one)
    return by_indicator


def _covered(plan: Plan, verdict: Verdict, actions: Sequence[Scheduled]) -> Coverage:
    code = verdict.indicator.code
    leads = tuple(sorted(leads_on(plan, code, plan.as_of), key=code_order))
    left = tuple(CoveringAction(one, tuple(_lacks(plan, one, code))) for one in actions if one.is_open)
    cover = _of_leads(plan, leads) or _of_actions(verdict, left)
    successor = _successor(plan, leads[0]) if cover is CoverageStatus.OUTDATED else None
    return Coverage(verdict.indicator, cover, leads, left, len(actions) - len(left), successor)


def _of_leads(plan: Plan, leads: Sequence[str]) -> CoverageStatus | None:
    there = [lead for lead in leads if is_there(plan, lead)]
    if not leads:
        return CoverageStatus.MISSING
    if not there:
        return CoverageStatus.OUTDATED
    return CoverageStatus.AMBIGUOUS if len(there) > 1 else None


def _of_actions(verdict: Verdict, left: Sequence[CoveringAction]) -> CoverageStatus:
    if not needs_action(verdict):
        return CoverageStatus.COVERED
    if not left:
        return CoverageStatus.UNSERVED
    return CoverageStatus.HOLLOW if all(one.shortcomings for one in left) else CoverageStatus.COVERED


def is_there(plan: Plan, code: str) -> bool:
    """Whether an OPD is on the list and exists on the plan's date; one that could not be read may."""
    opd = plan.opd_by_code.get(code)
    return exists_on(opd, plan.as_of) if opd is not None else plan.was_refused("opd", code)


def _successor(plan: Plan, code: str) -> str | None:
    opd = plan.opd_by_code.get(code)
    after = successor_on(plan, opd, plan.as_of) if opd is not None else None
    return after.code if after is not None else None


def _lacks(plan: Plan, one: Scheduled, indicator: str) -> Iterator[Shortcoming]:
    if one.opd is None or not is_there(plan, one.opd):
        yield Shortcoming.OWNER
    if one.finish is None:
        yield Shortcoming.DATE
    if all(effect.adds is None for effect in one.action.indicators if effect.code == indicator):
        yield Shortcoming.EFFECT
