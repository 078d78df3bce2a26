"""Risks: what may go wrong as the plan stands, the law first, then what touches the most indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.actions.dependencies import Timing
from serang_plan.analysis.actions.schedule import Scheduled
from serang_plan.analysis.coordination.data_flaws import Flaw, flawed
from serang_plan.analysis.coordination.interdependence import Interdependence
from serang_plan.analysis.duties.coverage import needs_action
from serang_plan.analysis.indicators.evidence import is_stale
from serang_plan.analysis.indicators.pace import Pace, pace
from serang_plan.analysis.indicators.standing import Standing
from serang_plan.analysis.meetings.pending_decisions import indicators_served
from serang_plan.analysis.outlook.gaps import Gap, Gaps
from serang_plan.analysis.outlook.sufficiency import Sufficiency
from serang_plan.model.plan import Plan
from serang_plan.wording import code_order


class RiskKind(Enum):
    """What may go wrong; of dangers that touch as many indicators, the first comes first."""

    LAW = "law"
    """A threshold by law is not met, and what is planned does not reach it for certain; always the first."""
    WORSE = "worse"
    """The trend leads away from the threshold."""
    BEHIND = "behind"
    """The newest value lies behind the line through the targets."""
    SLIPPING = "slipping"
    """Open actions are overdue or were put off before."""
    WAITING = "waiting"
    """An OPD waits for what another does not finish in time."""
    STALE = "stale"
    """The verdict rests on a value older than its reporting period allows."""
    CLAIMED = "claimed"
    """Declared met, and nothing proves it."""
    DISPUTED = "disputed"
    """Published figures contradict each other, and nobody has settled which holds."""
    OUTSIDE = "outside"
    """It depends on actions that are not in the city's power."""


class Risk(NamedTuple):
    """One danger, the indicators that it touches, the worst first, and what it is about."""

    kind: RiskKind
    indicators: tuple[str, ...]
    codes: tuple[str, ...] = ()
    """Actions or disputes."""


def risks(plan: Plan, found: Interdependence, gaps: Gaps) -> tuple[Risk, ...]:
    """Return the risks, one for each danger: what the law demands, then what touches the most indicators."""
    seen = [*_of_gaps(plan, gaps), *_of_actions(found), *_of_figures(plan, found)]
    return tuple(sorted(seen, key=_urgency))


def _urgency(one: Risk) -> tuple[bool, int, int]:
    return one.kind is not RiskKind.LAW, -len(one.indicators), _RANK[one.kind]


_RANK = {danger: rank for rank, danger in enumerate(RiskKind)}


def _risk(danger: RiskKind, indicators: Iterable[str], codes: Iterable[str] = ()) -> Iterator[Risk]:
    touched = tuple(dict.fromkeys(indicators))
    if touched:
        yield Risk(danger, touched, tuple(dict.fromkeys(codes)))


def _of_gaps(plan: Plan, gaps: Gaps) -> Iterator[Risk]:
    unlawful = sorted((one for one in gaps.gaps if _breaks_the_law(one)), key=_is_unsourced)
    yield from _risk(RiskKind.LAW, (one.code for one in unlawful))
    yield from _risk(RiskKind.WORSE, (one.code for one in gaps.gaps if one.gets_worse))
    behind = (one.code for one in gaps.gaps if pace(plan, one.verdict.indicator).pace is Pace.BEHIND)
    yield from _risk(RiskKind.BEHIND, behind)
    claimed = (one.code for one in gaps.gaps if one.verdict.standing is Standing.CLAIMED)
    yield from _risk(RiskKind.CLAIMED, claimed)


def _is_unsourced(gap: Gap) -> bool:
    return gap.verdict.threshold is None or gap.verdict.threshold.source is None


def _breaks_the_law(gap: Gap) -> bool:
    threshold, short = gap.verdict.threshold, gap.verdict.gap
    if gap.verdict.missing is not None or threshold is None or threshold.kind != "hukum":
        return False
    if short is None or short <= 0:
        return False
    return gap.outlook is None or gap.outlook.sufficiency is not Sufficiency.ENOUGH


def _of_actions(found: Interdependence) -> Iterator[Risk]:
    open_ = [one for one in found.actions if one.is_open]
    slipping = sorted((one for one in open_ if one.late or one.moves), key=_slips, reverse=True)
    outside = [one for one in open_ if one.action.authority in ("provinsi", "pusat")]
    waiting = [
        need.taker for need in found.needs if need.crosses and need.timing in (Timing.LATE, Timing.OVERDUE)
    ]
    for danger, actions in (
        (RiskKind.SLIPPING, slipping),
        (RiskKind.OUTSIDE, outside),
        (RiskKind.WAITING, waiting),
    ):
        codes = (one.code for one in actions)
        yield from _risk(danger, _open_ones(found, indicators_served(actions)), codes)


def _slips(one: Scheduled) -> tuple[int, bool]:
    return len(one.moves), one.late


def _open_ones(found: Interdependence, codes: Iterable[str]) -> Iterator[str]:
    """Keep the indicators that still need something done."""
    waiting = {one.indicator.code for one in found.verdicts if needs_action(one)}
    yield from (code for code in codes if code in waiting)


def _of_figures(plan: Plan, found: Interdependence) -> Iterator[Risk]:
    stale = [
        one
        for one in found.verdicts
        if one.missing is None and one.value and is_stale(plan, one.indicator, one.value.measurement)
    ]
    stale.sort(key=lambda one: one.value.measurement.as_of.last if one.value else plan.as_of)
    yield from _risk(RiskKind.STALE, (one.indicator.code for one in stale))
    disputed = [
        one for one in flawed(plan, found.verdicts) if {Flaw.DISPUTED, Flaw.RIVALS}.intersection(one.flaws)
    ]
    disputes = sorted({code for one in disputed for code in one.disputes}, key=code_order)
    yield from _risk(RiskKind.DISPUTED, (one.verdict.indicator.code for one in disputed), disputes)
