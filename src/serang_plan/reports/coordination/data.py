"""Coordination for programs: codes and numbers, nothing left out."""

from __future__ import annotations

from typing import Any

from serang_plan.analysis.actions.dependencies import Need, Timing
from serang_plan.analysis.actions.overlaps import Clash
from serang_plan.analysis.actions.precedence_conflicts import OrderClash, Shift
from serang_plan.analysis.coordination.opd_pairs import OpdPair
from serang_plan.analysis.duties.coverage import Coverage, count_by_status
from serang_plan.analysis.duties.workload import Load
from serang_plan.reports.coordination.value import Coordination
from serang_plan.reports.parts.conflict_wording import place_of
from serang_plan.reports.parts.phrases import NOTHING, full_name, plan_title
from serang_plan.wording import Lang

SCHEMA_VERSION = 1


def data(found: Coordination, lang: Lang) -> dict[str, Any]:
    """Return the report for programs."""
    facts = found.facts
    return {
        "schema_version": SCHEMA_VERSION,
        "report": "coordination",
        "title": plan_title(found.plan, lang),
        "as_of": found.plan.as_of.isoformat(),
        "scope": found.scope._asdict(),
        "counts": {cover.value: count for cover, count in count_by_status(facts.coverage).items()},
        "indicators": [_coverage(one, lang) for one in facts.coverage],
        "matrix": [
            {"who": part.who, "indicator": part.indicator, "role": part.role.value, "acts": part.acts}
            for part in facts.parts
        ],
        "load": [_load(one) for one in found.loads if found.scope.year in (None, one.year)],
        "pairs": [_pair(pair) for pair in facts.pairs],
        "chains": [
            {"actions": list(chain.codes), "needs": [need_data(need) for need in chain.needs]}
            for chain in facts.chains
        ],
        "order_clashes": [_order(found, clash) for clash in facts.order_clashes],
        "waits_for_cancelled": [
            _linked(found, need) for need in facts.needs if need.timing is Timing.CANCELLED
        ],
        "loops": [
            [
                {"action": link.action.code, "needs": link.need, "written": found.written[link]}
                for link in loop
            ]
            for loop in facts.loops
        ],
        "same_place": [_clash(found, clash) for clash in facts.places],
        "likely_duplicates": [_clash(found, clash) for clash in facts.duplicates],
        "opd_without_duty": list(facts.idle),
    }


def _coverage(one: Coverage, lang: Lang) -> dict[str, Any]:
    return {
        "code": one.indicator.code,
        "name": full_name(one.indicator, lang),
        "cover": one.status.value,
        "leads": list(one.leads),
        "successor": one.successor,
        "actions": [
            {
                "code": each.scheduled.code,
                "opd": each.scheduled.opd,
                "lacks": [lack.value for lack in each.shortcomings],
            }
            for each in one.actions
        ],
        "actions_done": one.done,
    }


def _load(one: Load) -> dict[str, Any]:
    return {
        "opd": one.opd,
        "year": one.year,
        "actions": list(one.actions),
        "money": one.money,
        "without_cost": list(one.unpriced),
        "leads": list(one.leads),
    }


def _pair(pair: OpdPair) -> dict[str, Any]:
    about = [{"ground": reason.kind.value, "codes": list(reason.codes)} for reason in pair.topics]
    return {"opd": list(pair.opd), "about": about}


def need_data(need: Need) -> dict[str, Any]:
    """Return one hand-over: who gives what to whom, when it is ready and when it is wanted."""
    return {
        "from": need.giver.opd,
        "to": need.taker.opd,
        "action": need.giver.code,
        "for": need.taker.code,
        "ready": need.giver.finish.iso if need.giver.finish else None,
        "wanted": need.wanted.iso if need.wanted else None,
        "timing": need.timing.value,
    }


def _linked(found: Coordination, need: Need) -> dict[str, Any]:
    return {**need_data(need), "written": found.written[need.link]}


def _order(found: Coordination, clash: OrderClash) -> dict[str, Any]:
    return {
        "opd": list(clash.opd),
        "chain": [_linked(found, need) for need in clash.needs],
        "smallest_move": [_shift(shift) for shift in clash.smallest],
        "other_move": [_shift(shift) for shift in clash.alternative],
    }


def _shift(shift: Shift) -> dict[str, Any]:
    return {
        "action": shift.scheduled.code,
        "start": shift.start.iso if shift.start else None,
        "finish": shift.finish.iso if shift.finish else None,
        "days": shift.days,
        "write": shift.typed,
    }


def _clash(found: Coordination, clash: Clash) -> dict[str, Any]:
    place = place_of(found.plan, clash)
    return {
        "year": clash.year,
        "opd": [clash.first.opd, clash.second.opd],
        "actions": [clash.first.action.code, clash.second.action.code],
        "place": None if place == NOTHING else place,
    }
