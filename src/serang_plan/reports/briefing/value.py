"""The briefing as a value: what the note rests on, whoever reads it."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from serang_plan.analysis.coordination.interdependence import Interdependence, interdependence
from serang_plan.analysis.criteria.claim_check import ClaimCheck, check_claims
from serang_plan.analysis.criteria.list_check import ListCheck, check_lists
from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.analysis.indicators.standing import Standing, Verdict, count_by_standing, verdicts_of
from serang_plan.analysis.meetings.pending_decisions import PendingDecision, pending_decisions
from serang_plan.analysis.meetings.risks import Risk, risks
from serang_plan.analysis.meetings.since_last_rakor import ChangesSince, changes_since, last_rakor
from serang_plan.analysis.outlook.gaps import Gaps, gaps_of
from serang_plan.analysis.outlook.pillars import Identity, identity
from serang_plan.analysis.rakor.meetings import state_of
from serang_plan.findings import Faults
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Rakor
from serang_plan.reports.coordination.value import Where

Role = Literal["walikota", "sekda", "bappeda", "opd"]
ROLES: tuple[Role, ...] = ("walikota", "sekda", "bappeda", "opd")


class Reader(NamedTuple):
    """Whom the note is for; an OPD is named by its code."""

    role: Role
    opd: str = ""


class Inside(NamedTuple):
    """What only the roof can say of the files: how many findings there are, and where things are written."""

    faults: Callable[[], Faults]
    where: Where


class Briefing(NamedTuple):
    """The note's facts on the plan's date."""

    plan: Plan
    reader: Reader
    rakor: Rakor | None
    """The rakor that the note is for."""
    inside: Inside
    verdicts: tuple[Verdict, ...]
    claims: tuple[ClaimCheck, ...]
    lists: tuple[ListCheck, ...]
    facts: Interdependence
    gaps: Gaps
    needed: tuple[PendingDecision, ...]
    risks: tuple[Risk, ...]
    since: ChangesSince | None
    identity: Identity
    in_full: bool = False
    """Whether a message says all of it too."""

    @property
    def counts(self) -> dict[Standing, int]:
        """How many indicators have each standing."""
        return count_by_standing(self.verdicts)

    @property
    def decisions(self) -> tuple[FollowedDecision, ...]:
        """The open decisions of rakor before the one that the note is for."""
        day = self.rakor.date if self.rakor else None
        return tuple(
            decision for decision in self.facts.decisions if day is None or decision.rakor.date < day
        )

    @property
    def due(self) -> tuple[FollowedDecision, ...]:
        """The open decisions that are due by the day of the rakor, the earliest first."""
        if self.rakor is None:
            return ()
        day = self.rakor.date
        due = (
            decision for decision in self.decisions if decision.decision.due and decision.decision.due <= day
        )
        return tuple(sorted(due, key=lambda followed: followed.decision.due or day))


def build(
    plan: Plan, reader: Reader, inside: Inside, rakor: Rakor | None = None, *, in_full: bool = False
) -> Briefing:
    """Gather what the note says; the verdicts are those of `status`."""
    plan = _without_drafts(plan)
    judged = verdicts_of(plan)
    facts, gaps = interdependence(plan), gaps_of(plan)
    last = last_rakor(plan, rakor.date if rakor else None)
    return Briefing(
        plan,
        reader,
        rakor,
        inside,
        judged,
        check_claims(plan, judged),
        check_lists(plan),
        facts,
        gaps,
        pending_decisions(plan, facts, gaps),
        risks(plan, facts, gaps),
        changes_since(plan, last) if last else None,
        identity(plan, judged, facts.actions),
        in_full,
    )


def _without_drafts(plan: Plan) -> Plan:
    """Return a plan without what is written down for a rakor that is not over: nothing is decided yet."""
    drafts = [rakor for rakor in plan.rakor if rakor.decisions and state_of(plan, rakor) != "selesai"]
    if not drafts:
        return plan
    undecided = {rakor.anchor: rakor.model_copy(update={"decisions": ()}) for rakor in drafts}
    return plan.with_records(rakor=(undecided.get(rakor.anchor, rakor) for rakor in plan.rakor))
