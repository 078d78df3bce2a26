"""Known since: from which day on a record was surely public; a month or a year means its last day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from serang_plan.model.action import Action, Funding, Move, Stage
from serang_plan.model.criteria import Criteria
from serang_plan.model.header import Letter
from serang_plan.model.indicator import Declaration, Measurement, Target, Threshold
from serang_plan.model.opd import Assignment, OpdName
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Rakor
from serang_plan.model.record import Record
from serang_plan.model.source import Claim, Dispute, Source, Statement
from serang_plan.model.when import When

Since = date | When | None
Withdrawable = Measurement | Threshold | Target | Claim | Assignment | Criteria | OpdName


def known_since(plan: Plan, record: Record) -> date | None:
    """Return the day from which a record was surely known; None if nothing dates it, so that it always was.

    It is the first of the times that its kind names: its own `known` before any other.
    """
    return next((_last_day(when) for when in _TIMES[type(record)](plan, record) if when is not None), None)


def is_known(plan: Plan, record: Record) -> bool:
    """Whether a record was known on the plan's date; one without a date always was."""
    since = known_since(plan, record)
    return since is None or since <= plan.as_of


def is_withdrawn(plan: Plan, record: Withdrawable) -> bool:
    """Whether a statement had been withdrawn by the plan's date."""
    return record.withdrawn is not None and record.withdrawn.known.last <= plan.as_of


def stands(plan: Plan, record: Withdrawable) -> bool:
    """Whether a statement was known on the plan's date and not withdrawn."""
    return is_known(plan, record) and not is_withdrawn(plan, record)


def source_codes(measurement: Measurement) -> tuple[str, ...]:
    """Return the codes of everything that a value rests on."""
    first = () if measurement.source is None else (measurement.source,)
    return tuple(dict.fromkeys((*first, *measurement.sources)))


def is_dating_assumed(plan: Plan, measurement: Measurement) -> bool:
    """Whether nothing says when a value was published, so that the end of its own time stands for it."""
    own = measurement.known or measurement.published
    return own is None and _published(plan, source_codes(measurement)) is None


def _last_day(when: date | When) -> date:
    return when.last if isinstance(when, When) else when


def _published(plan: Plan, sources: Iterable[str | None]) -> date | None:
    """Return the day on which the last of these sources was published; None if one bears no date."""
    published = [source.published for code in sources if (source := plan.source_by_code.get(code or ""))]
    if not published or None in published:
        return None
    return max(when.last for when in published if when is not None)


def _of_measurement(plan: Plan, record: Measurement) -> tuple[Since, ...]:
    return record.known, record.published, _published(plan, source_codes(record)), record.as_of


def _of_threshold(plan: Plan, record: Threshold) -> tuple[Since, ...]:
    return record.known, record.since, _published(plan, [record.source])


def _of_target(plan: Plan, record: Target) -> tuple[Since, ...]:
    return record.known, _published(plan, [record.source])


def _of_stage(plan: Plan, record: Stage) -> tuple[Since, ...]:
    return record.known, _published(plan, [record.source])


def _from_a_time_on(plan: Plan, record: Assignment | OpdName) -> tuple[Since, ...]:
    start = record.from_.first if record.from_ else None
    return record.known, _published(plan, [record.source]), start


def _said(plan: Plan, record: Claim | Declaration | Criteria) -> tuple[Since, ...]:
    return record.known, record.date, _published(plan, [record.source])


def _of_side(plan: Plan, record: Statement) -> tuple[Since, ...]:
    return record.known, record.date, _published(plan, [record.source])


def _of_dispute(plan: Plan, record: Dispute) -> tuple[Since, ...]:
    """Return when the second of its sides was heard; a side without a date always was."""
    heard = sorted(known_since(plan, side) or date.min for side in record.statements)
    return (heard[1] if len(heard) > 1 and heard[1] != date.min else None,)


_TIMES: Mapping[type[Record], Callable[[Plan, Any], tuple[Since, ...]]] = {
    Measurement: _of_measurement,
    Threshold: _of_threshold,
    Target: _of_target,
    Stage: _of_stage,
    Assignment: _from_a_time_on,
    OpdName: _from_a_time_on,
    Claim: _said,
    Declaration: _said,
    Criteria: _said,
    Statement: _of_side,
    Dispute: _of_dispute,
    Source: lambda _, record: (record.published,),
    Action: lambda _, record: (record.known, record.announced),
    Move: lambda _, record: (record.known,),
    Funding: lambda _, record: (record.known,),
    Letter: lambda _, record: (record.known,),
    Rakor: lambda _, record: (record.known, record.date),
}
