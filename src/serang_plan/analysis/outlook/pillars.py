"""Pillars: whether the pillars of the vision are served and met, and which actions keep local culture."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from serang_plan.analysis.actions.schedule import ActionState, Scheduled
from serang_plan.analysis.indicators.standing import Standing, Verdict
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.model.header import Pillar
from serang_plan.model.plan import Plan


class PillarService(NamedTuple):
    """One pillar, and how the indicators stand that serve it."""

    pillar: Pillar
    standings: tuple[Standing, ...]

    @property
    def indicators(self) -> int:
        """How many indicators serve it."""
        return len(self.standings)

    @property
    def met(self) -> int:
        """How many of these are met."""
        return self.standings.count(Standing.MET)


class Identity(NamedTuple):
    """The pillars, and the actions that are not cancelled, with and without a note on local culture."""

    pillars: tuple[PillarService, ...]
    with_culture: tuple[Scheduled, ...]
    without_culture: tuple[Scheduled, ...]
    is_whole: bool
    """Whether every indicator was read, so that one that is not here serves no pillar."""

    @property
    def actions(self) -> int:
        """How many actions there are."""
        return len(self.with_culture) + len(self.without_culture)


def identity(plan: Plan, verdicts: Sequence[Verdict], actions: Iterable[Scheduled]) -> Identity:
    """Look at the pillars and at local culture."""
    pillars = {pillar.code: pillar for pillar in reversed(plan.header.pillars)} if plan.header else {}
    live = [scheduled for scheduled in actions if scheduled.state is not ActionState.CANCELLED]
    return Identity(
        tuple(_service(pillar, verdicts) for pillar in reversed(pillars.values())),
        tuple(scheduled for scheduled in live if scheduled.action.culture is not None),
        tuple(scheduled for scheduled in live if scheduled.action.culture is None),
        is_read_in_full(plan, "indicators"),
    )


def _service(pillar: Pillar, verdicts: Iterable[Verdict]) -> PillarService:
    serving = (verdict for verdict in verdicts if pillar.code in verdict.indicator.pillars)
    return PillarService(pillar, tuple(verdict.standing for verdict in serving))
