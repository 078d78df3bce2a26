"""References: every place where one record names another by its code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from serang_plan.model.opd import Opd
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import EVERYBODY, Rakor
from serang_plan.model.record import Record
from serang_plan.places import Pointer


class Reference(NamedTuple):
    """A code that is named, by which record, and under which keys."""

    code: str
    record: Record
    keys: tuple[str | int, ...]

    @property
    def at(self) -> Pointer:
        """Where the code is written."""
        return self.record.at(*self.keys)


def _one(record: Record, key: str, code: str | None) -> Iterator[Reference]:
    if code is not None:
        yield Reference(code, record, (key,))


def _many(record: Record, key: str, codes: Iterable[str]) -> Iterator[Reference]:
    for nth, code in enumerate(codes):
        yield Reference(code, record, (key, nth))


_SOURCE = ("source",)


def opd_named(plan: Plan) -> Iterator[Reference]:
    """Where an OPD is named; `semua` is nobody in particular and is left out."""
    for assignment in plan.assignments:
        yield from _one(assignment, "lead", assignment.lead)
        yield from _many(assignment, "support", assignment.support)
    for action in plan.actions:
        yield from _one(action, "opd", action.opd)
    for stage in plan.stages:
        yield from _many(stage, "opd", stage.opd)
    for opd in plan.opd:
        yield from _one(opd, "successor", opd.successor)
    for rakor in plan.rakor:
        if rakor.invited != (EVERYBODY,):
            yield from _many(rakor, "invited", rakor.invited)
        for decision in rakor.decisions:
            if decision.lead != EVERYBODY:
                yield from _one(decision, "lead", decision.lead)
            yield from _many(decision, "support", decision.support)


def duties_named(plan: Plan) -> Iterator[Reference]:
    """Where an OPD is named for something to do: not as a guest or as a successor."""
    for named in opd_named(plan):
        if not isinstance(named.record, Rakor | Opd):
            yield named
    yield from providers_named(plan)
    for action in plan.actions:
        for move in action.moves:
            yield from _one(move, "opd", move.opd)


def providers_named(plan: Plan) -> Iterator[Reference]:
    """Where an OPD or a partner is named as the producer of a figure."""
    for indicator in plan.indicators:
        yield from _one(indicator, "provider", indicator.provider)


def partners_named(plan: Plan) -> Iterator[Reference]:
    """Where a partner is named."""
    for assignment in plan.assignments:
        yield from _many(assignment, "partners", assignment.partners)


def indicators_named(plan: Plan) -> Iterator[Reference]:
    """Where an indicator is named."""
    for assignment in plan.assignments:
        yield from _one(assignment, "indicator", assignment.indicator)
    for action in plan.actions:
        for effect in action.indicators:
            yield from _one(effect, "code", effect.code)
    for dispute in plan.disputes:
        yield from _many(dispute, "indicators", dispute.indicators)
    for rakor in plan.rakor:
        for decision in rakor.decisions:
            yield from _one(decision, "indicator", decision.indicator)


def actions_named(plan: Plan) -> Iterator[Reference]:
    """Where an action is named by another."""
    for action in plan.actions:
        yield from _many(action, "needs", action.needs)


def sources_named(plan: Plan) -> Iterator[Reference]:
    """Where a source is named."""
    for claim in plan.claims:
        yield from _one(claim, "source", claim.source)
    for dispute in plan.disputes:
        for statement in dispute.statements:
            yield from _one(statement, "source", statement.source)
    for stage in plan.stages:
        yield from _one(stage, "source", stage.source)
    for indicator in plan.indicators:
        for part in (indicator.threshold, indicator.declared, *indicator.measurements, *indicator.targets):
            if part is not None and part.source is not None:
                yield Reference(part.source, part, _SOURCE)
    for opd in plan.opd:
        yield from _many(opd, "sources", opd.sources)
    for assignment in plan.assignments:
        yield from _one(assignment, "source", assignment.source)
    for action in plan.actions:
        yield from _many(action, "sources", action.sources)
        yield from _many(action, "evidence", action.evidence)
        for move in action.moves:
            yield from _one(move, "source", move.source)
    for rakor in plan.rakor:
        yield from _one(rakor, "source", rakor.source)


def disputes_named(plan: Plan) -> Iterator[Reference]:
    """Where a value names the dispute that it is part of."""
    for indicator in plan.indicators:
        for one in indicator.measurements:
            if one.dispute is not None:
                yield Reference(one.dispute, one, ("dispute",))


def pillars_named(plan: Plan) -> Iterator[Reference]:
    """Where a pillar of the vision is named."""
    for indicator in plan.indicators:
        yield from _many(indicator, "pillars", indicator.pillars)


def regions_named(plan: Plan) -> Iterator[Reference]:
    """Where a kecamatan or kelurahan is named."""
    for action in plan.actions:
        if action.place is not None:
            yield from _one(action.place, "kecamatan", action.place.kecamatan)
            yield from _one(action.place, "kelurahan", action.place.kelurahan)
