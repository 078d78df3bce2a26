"""Data flaws: what keeps the figures of an indicator from being relied upon on the plan's date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from serang_plan.analysis.duties.coverage import needs_action
from serang_plan.analysis.indicators.evidence import has_rivals, is_stale
from serang_plan.analysis.indicators.standing import Missing, Standing, Verdict
from serang_plan.analysis.known.known_since import is_known
from serang_plan.analysis.known.meetings import known_dispute
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.plan import Plan
from serang_plan.model.when import months_between
from serang_plan.wording import code_order


class Flaw(Enum):
    """What is the matter, worst first."""

    CONTRADICTED = "contradicted"
    """Declared one thing, the data says the other."""
    RIVALS = "rivals"
    """Different values for the same time, none of them marked as used."""
    DISPUTED = "disputed"
    CLAIMED = "claimed"
    """Declared met, nothing to prove it."""
    NO_VALUE = "no-value"
    NO_SOURCE = "no-source"
    UNCHECKED = "unchecked"
    STALE = "stale"
    NO_THRESHOLD = "no-threshold"
    NO_TARGET = "no-target"
    """It is not met, and from this year on nothing is aimed at."""


_WORST_FIRST = tuple(Flaw)


class FlawedFigure(NamedTuple):
    """One indicator, and what is the matter with its figures."""

    verdict: Verdict
    flaws: tuple[Flaw, ...]
    months: int | None
    """How old the newest value is."""
    disputes: tuple[str, ...]


def flawed(plan: Plan, verdicts: Iterable[Verdict]) -> Iterator[FlawedFigure]:
    """Give the indicators whose figures cannot be relied upon."""
    disputes = _open_disputes(plan)
    for verdict in verdicts:
        codes = disputes.get(verdict.indicator.code, ())
        flaws = tuple(sorted(_flaws(plan, verdict, disputed=bool(codes)), key=_WORST_FIRST.index))
        if flaws:
            value = verdict.value
            months = months_between(value.measurement.as_of.last, plan.as_of) if value else None
            yield FlawedFigure(verdict, flaws, months, tuple(sorted(codes, key=code_order)))


def _flaws(plan: Plan, verdict: Verdict, *, disputed: bool) -> Iterator[Flaw]:
    yield from _of_standing(verdict)
    if disputed:
        yield Flaw.DISPUTED
    if verdict.value is not None:
        measurement = verdict.value.measurement
        if has_rivals(verdict.value):
            yield Flaw.RIVALS
        if measurement.source is None:
            yield Flaw.NO_SOURCE
        if measurement.verification == "perlu-dicek":
            yield Flaw.UNCHECKED
        if is_stale(plan, verdict.indicator, measurement):
            yield Flaw.STALE
    if needs_action(verdict) and all(target.year < plan.as_of.year for target in verdict.indicator.targets):
        yield Flaw.NO_TARGET


def _of_standing(verdict: Verdict) -> Iterator[Flaw]:
    if verdict.standing is Standing.CONTRADICTED:
        yield Flaw.CONTRADICTED
    if verdict.standing is Standing.CLAIMED:
        yield Flaw.CLAIMED
    if verdict.missing in (Missing.VALUE, Missing.BOTH, Missing.SUBSTITUTE_ONLY):
        yield Flaw.NO_VALUE
    if verdict.missing in (Missing.THRESHOLD, Missing.BOTH, Missing.SCOPE):
        yield Flaw.NO_THRESHOLD


def _open_disputes(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """Return the disputes that are open on the plan's date, by indicator."""
    return grouped(
        (indicator, dispute.code)
        for dispute in plan.disputes
        if is_known(plan, dispute) and known_dispute(plan, dispute).resolution is None
        for indicator in dict.fromkeys(dispute.indicators)
    )
