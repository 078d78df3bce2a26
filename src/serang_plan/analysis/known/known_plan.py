"""Known plan: the plan as it would have been written on its date.

Whatever became known later changes nothing in it; what bears no date is in it on every day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from serang_plan.analysis import once
from serang_plan.analysis.known.actions import known_action
from serang_plan.analysis.known.known_since import is_known, known_since, stands
from serang_plan.analysis.known.meetings import known_dispute, known_rakor
from serang_plan.model.action import Action
from serang_plan.model.criteria import Criteria
from serang_plan.model.header import Header
from serang_plan.model.indicator import Indicator, Measurement, Target, Threshold
from serang_plan.model.opd import Assignment, Opd, OpdName
from serang_plan.model.plan import Plan
from serang_plan.model.source import Claim

Statement = TypeVar("Statement", Measurement, Threshold, Target, Claim, Assignment, Criteria, OpdName)


def known_plan(plan: Plan) -> Plan:
    """Return the plan with what was known on its date, each thing as it stood then."""
    return _known(plan) if plan.everything is None else plan


def known_on(plan: Plan, day: date) -> Plan:
    """Return the plan with what was known on a day; it is not kept, for a large plan takes much room."""
    return _built(plan.on(day))


@once
def _known(plan: Plan) -> Plan:
    return _built(plan)


def _built(plan: Plan) -> Plan:
    return Plan(
        {
            **plan.records,
            "plan": [_header(plan, header) for header in plan.headers],
            "sources": [source for source in plan.sources if is_known(plan, source)],
            "criteria": _standing(plan, plan.criteria),
            "claims": _standing(plan, plan.claims),
            "disputes": [
                known_dispute(plan, dispute) for dispute in plan.disputes if is_known(plan, dispute)
            ],
            "stages": [stage for stage in plan.stages if is_known(plan, stage)],
            "indicators": [_indicator(plan, indicator) for indicator in plan.indicators],
            "opd": list(_opd(plan)),
            "assignments": _standing(plan, plan.assignments),
            "actions": [_action(plan, action) for action in plan.actions if is_known(plan, action)],
            "rakor": [known_rakor(plan, rakor) for rakor in plan.rakor if is_known(plan, rakor)],
        },
        plan.as_of,
        plan.unread,
        everything=plan,
    )


def _standing(plan: Plan, records: Iterable[Statement]) -> Iterator[Statement]:
    """Give the statements that stood; that one is withdrawn later was not known."""
    for record in records:
        if stands(plan, record):
            yield record if record.withdrawn is None else record.model_copy(update={"withdrawn": None})


def _header(plan: Plan, header: Header) -> Header:
    """Leave the letterhead open before the office bore the name that it gives."""
    settings = header.settings
    if settings is None or settings.letter is None or is_known(plan, settings.letter):
        return header
    return header.model_copy(update={"settings": settings.model_copy(update={"letter": None})})


def _indicator(plan: Plan, indicator: Indicator) -> Indicator:
    declared = indicator.declared
    return indicator.model_copy(
        update={
            "measurements": tuple(_standing(plan, indicator.measurements)),
            "threshold": None,
            "thresholds": tuple(_standing(plan, indicator.all_thresholds)),
            "targets": tuple(_targets(plan, indicator.targets)),
            "declared": declared if declared and is_known(plan, declared) else None,
        }
    )


def _targets(plan: Plan, targets: Iterable[Target]) -> Iterator[Target]:
    """Give the targets that stand; of two for one year on one basis, the one that became known last."""
    newest: dict[tuple[int, str], Target] = {}
    for target in _standing(plan, targets):
        key, since = (target.year, target.basis), known_since(plan, target)
        before = newest.setdefault(key, target)
        if since is not None and (known_since(plan, before) or date.min) <= since:
            newest[key] = target
    return iter(newest.values())


def _opd(plan: Plan) -> Iterator[Opd]:
    """Give the OPD, each under the name that it bore."""
    for opd in plan.opd:
        borne = sorted(_names(plan, opd), key=lambda name: name.from_.first if name.from_ else date.min)
        sources = _known_codes(plan, opd.sources)
        if not borne:
            yield (
                opd
                if sources == opd.sources and not opd.names
                else opd.model_copy(update={"sources": sources, "names": ()})
            )
            continue
        now = borne[-1]
        others = dict.fromkeys((*now.aliases, *opd.aliases, opd.name))
        aliases = tuple(name for name in others if name != now.name)
        yield opd.model_copy(
            update={"name": now.name, "aliases": aliases, "names": tuple(borne), "sources": sources}
        )


def _names(plan: Plan, opd: Opd) -> Iterator[OpdName]:
    """Give the later names that it bore on the plan's date."""
    for name in _standing(plan, opd.names):
        begun = name.from_ is None or name.from_.first <= plan.as_of
        if begun and (name.until is None or plan.as_of <= name.until.last):
            yield name


def _action(plan: Plan, action: Action) -> Action:
    known = known_action(plan, action)
    if known.announced is not None:
        known = known.model_copy(update={"known": known.known or known.announced, "announced": None})
    sources, evidence = _known_codes(plan, known.sources), _known_codes(plan, known.evidence)
    if (sources, evidence) == (known.sources, known.evidence):
        return known
    return known.model_copy(update={"sources": sources, "evidence": evidence})


def _known_codes(plan: Plan, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the sources that were published later; a code that nobody knows stays for all to see."""
    by_code = plan.source_by_code
    return tuple(code for code in codes if code not in by_code or is_known(plan, by_code[code]))


# -- whatever the day ------------------------------------------------------------------


def as_told(plan: Plan) -> Plan:
    """Return the plan with every action as its history tells of it last; the histories stay beside it."""
    if plan.everything is not None or not any(action.history for action in plan.actions):
        return plan
    at_last = plan.on(date.max)
    actions = [known_action(at_last, action) if action.history else action for action in plan.actions]
    return Plan({**plan.records, "actions": actions}, plan.as_of, plan.unread, written=plan)
