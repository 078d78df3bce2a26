"""Coverage: does an indicator have one lead who is there, and actions that could move it?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.analysis.duties.leads import exists_on, leads_on
from serang_plan.analysis.duties.opd_lifetime import successor_on
from serang_plan.analysis.indicators.standing import Standing, Verdict
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.action import Effect
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.wording import code_order


class CoverageStatus(Enum):
    """How an indicator is covered; the first that applies."""

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
    """What an action lacks to count as one that could move its indicator."""

    OWNER = "owner"
    DATE = "date"
    EFFECT = "effect"
    """It states none, or none that helps."""


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


def coverage(plan: Plan, actions: Iterable[Scheduled], verdicts: Iterable[Verdict]) -> tuple[Coverage, ...]:
    """Return how the indicators are covered, in the order of their codes.

    Who is met, or declared met, needs a lead and no action.
    """
    serving = grouped(
        (code, scheduled)
        for scheduled in actions
        if scheduled.state is not ActionState.CANCELLED
        for code in scheduled.indicators
    )
    first = {verdict.indicator.code: verdict for verdict in reversed(tuple(verdicts))}
    return tuple(_covered(plan, first[code], serving.get(code, ())) for code in sorted(first, key=code_order))


def needs_action(verdict: Verdict) -> bool:
    """Whether an indicator is neither met nor declared met."""
    return verdict.standing not in (Standing.MET, Standing.CLAIMED)


def count_by_status(coverage: Iterable[Coverage]) -> Mapping[CoverageStatus, int]:
    """Count by status; every status is there, zero included."""
    counts = Counter(covered.status for covered in coverage)
    return {status: counts[status] for status in CoverageStatus}


def _covered(plan: Plan, verdict: Verdict, actions: Sequence[Scheduled]) -> Coverage:
    code = verdict.indicator.code
    leads = tuple(sorted(leads_on(plan, code, plan.as_of), key=code_order))
    left = tuple(
        CoveringAction(scheduled, tuple(_shortcomings(plan, scheduled, verdict.indicator)))
        for scheduled in actions
        if scheduled.is_open
    )
    status = _of_leads(plan, leads) or _of_actions(verdict, left)
    successor = _successor(plan, leads[0]) if status is CoverageStatus.OUTDATED else None
    return Coverage(verdict.indicator, status, leads, left, len(actions) - len(left), successor)


def _of_leads(plan: Plan, leads: Sequence[str]) -> CoverageStatus | None:
    existing = [lead for lead in leads if _exists(plan, lead)]
    if not leads:
        return CoverageStatus.MISSING
    if not existing:
        return CoverageStatus.OUTDATED
    return CoverageStatus.AMBIGUOUS if len(existing) > 1 else None


def _of_actions(verdict: Verdict, left: Sequence[CoveringAction]) -> CoverageStatus:
    if not needs_action(verdict):
        return CoverageStatus.COVERED
    if not left:
        return CoverageStatus.UNSERVED
    hollow = all(action.shortcomings for action in left)
    return CoverageStatus.HOLLOW if hollow else CoverageStatus.COVERED


def _exists(plan: Plan, code: str) -> bool:
    """Whether an OPD is on the list and exists on the plan's date; one that could not be read may."""
    opd = plan.opd_by_code.get(code)
    return exists_on(opd, plan.as_of) if opd is not None else plan.was_refused("opd", code)


def _successor(plan: Plan, code: str) -> str | None:
    opd = plan.opd_by_code.get(code)
    after = successor_on(plan, opd, plan.as_of) if opd is not None else None
    return after.code if after is not None else None


def helps(effect: Effect, indicator: Indicator) -> bool:
    """Whether an effect is stated and moves an indicator the way that it should go."""
    rises = indicator.direction == "naik"
    return effect.adds is not None and (effect.adds > 0 if rises else effect.adds < 0)


def _shortcomings(plan: Plan, scheduled: Scheduled, indicator: Indicator) -> Iterator[Shortcoming]:
    if scheduled.lacks_opd or (scheduled.opd is not None and not _exists(plan, scheduled.opd)):
        yield Shortcoming.OWNER
    if scheduled.finish is None:
        yield Shortcoming.DATE
    effects = (effect for effect in scheduled.action.indicators if effect.code == indicator.code)
    if not any(helps(effect, indicator) for effect in effects):
        yield Shortcoming.EFFECT
