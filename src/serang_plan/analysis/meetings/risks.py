"""Risks: what may go wrong as the plan stands, the law first, then what touches the most indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.actions.dependencies import Timing
from serang_plan.analysis.actions.schedule import Scheduled, indicators_served
from serang_plan.analysis.coordination.data_flaws import Flaw, flawed
from serang_plan.analysis.coordination.interdependence import Interdependence
from serang_plan.analysis.duties.coverage import needs_action
from serang_plan.analysis.indicators.evidence import is_stale
from serang_plan.analysis.indicators.pace import Pace, pace
from serang_plan.analysis.indicators.standing import Standing
from serang_plan.analysis.outlook.gaps import Gap, Gaps
from serang_plan.analysis.outlook.sufficiency import Sufficiency
from serang_plan.model.plan import Plan
from serang_plan.wording import code_order


class RiskKind(Enum):
    """What may go wrong; of kinds that touch as many indicators, the first comes first."""

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
    """One risk, the indicators that it touches, the worst first, and what it is about."""

    kind: RiskKind
    indicators: tuple[str, ...]
    codes: tuple[str, ...] = ()
    """Actions or disputes."""


def risks(plan: Plan, facts: Interdependence, gaps: Gaps) -> tuple[Risk, ...]:
    """Return the risks, one for each kind: what the law demands, then what touches the most indicators."""
    every_risk = [*_of_gaps(plan, gaps), *_of_actions(facts), *_of_figures(plan, facts)]
    return tuple(sorted(every_risk, key=_urgency))


def _urgency(risk: Risk) -> tuple[bool, int, int]:
    return risk.kind is not RiskKind.LAW, -len(risk.indicators), _RANK[risk.kind]


_RANK = {kind: rank for rank, kind in enumerate(RiskKind)}


def _risk(kind: RiskKind, indicators: Iterable[str], codes: Iterable[str] = ()) -> Iterator[Risk]:
    touched = tuple(dict.fromkeys(indicators))
    if touched:
        yield Risk(kind, touched, tuple(dict.fromkeys(codes)))


def _of_gaps(plan: Plan, gaps: Gaps) -> Iterator[Risk]:
    unlawful = sorted(filter(_breaks_the_law, gaps.gaps), key=_is_unsourced)
    yield from _risk(RiskKind.LAW, (gap.code for gap in unlawful))
    yield from _risk(RiskKind.WORSE, (gap.code for gap in gaps.gaps if gap.gets_worse))
    behind = (gap.code for gap in gaps.gaps if pace(plan, gap.verdict.indicator).pace is Pace.BEHIND)
    yield from _risk(RiskKind.BEHIND, behind)
    yield from _risk(RiskKind.CLAIMED, (gap.code for gap in gaps.of(Standing.CLAIMED)))


def _is_unsourced(gap: Gap) -> bool:
    return gap.verdict.threshold is None or gap.verdict.threshold.source is None


def _breaks_the_law(gap: Gap) -> bool:
    verdict, threshold = gap.verdict, gap.verdict.threshold
    if verdict.missing is not None or threshold is None or threshold.kind != "hukum":
        return False
    is_short = verdict.gap is not None and verdict.gap > 0
    return is_short and (gap.outlook is None or gap.outlook.sufficiency is not Sufficiency.ENOUGH)


def _of_actions(facts: Interdependence) -> Iterator[Risk]:
    open_ = [scheduled for scheduled in facts.actions if scheduled.is_open]
    slipping = [scheduled for scheduled in open_ if scheduled.late or scheduled.moves]
    slipping.sort(key=lambda scheduled: (len(scheduled.moves), scheduled.late), reverse=True)
    outside = [scheduled for scheduled in open_ if scheduled.action.authority in ("provinsi", "pusat")]
    late = (Timing.LATE, Timing.OVERDUE)
    waiting = [need.taker for need in facts.needs if need.crosses and need.timing in late]
    yield from _about_actions(RiskKind.SLIPPING, slipping, facts)
    yield from _about_actions(RiskKind.OUTSIDE, outside, facts)
    yield from _about_actions(RiskKind.WAITING, waiting, facts)


def _about_actions(kind: RiskKind, actions: Sequence[Scheduled], facts: Interdependence) -> Iterator[Risk]:
    """Give a risk for the indicators that still need something done."""
    unmet = {verdict.indicator.code for verdict in facts.verdicts if needs_action(verdict)}
    indicators = (code for code in indicators_served(actions) if code in unmet)
    yield from _risk(kind, indicators, (scheduled.code for scheduled in actions))


def _of_figures(plan: Plan, facts: Interdependence) -> Iterator[Risk]:
    measured = [
        (verdict.indicator, verdict.value.measurement)
        for verdict in facts.verdicts
        if verdict.missing is None and verdict.value is not None
    ]
    oldest_first = sorted(measured, key=lambda pair: pair[1].as_of.last)
    stale = (indicator.code for indicator, value in oldest_first if is_stale(plan, indicator, value))
    yield from _risk(RiskKind.STALE, stale)
    contradictory = {Flaw.DISPUTED, Flaw.RIVALS}
    disputed = [figure for figure in flawed(plan, facts.verdicts) if contradictory.intersection(figure.flaws)]
    disputes = sorted({code for figure in disputed for code in figure.disputes}, key=code_order)
    yield from _risk(RiskKind.DISPUTED, (figure.verdict.indicator.code for figure in disputed), disputes)
