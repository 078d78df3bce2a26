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
    when = _TIMES[type(record)](plan, record)
    return when.last if isinstance(when, When) else when


def is_known(plan: Plan, record: Record) -> bool:
    """Whether a record was known on the plan's date; one without a date always was."""
    since = known_since(plan, record)
    return since is None or since <= plan.as_of


def is_withdrawn(plan: Plan, record: Withdrawable) -> bool:
    """Whether a statement had been withdrawn by the plan's date."""
    return record.withdrawn is not None and record.withdrawn.known.last <= plan.as_of


def stands(plan: Plan, record: Withdrawable) -> bool:
    """Whether a statement was known on the plan's date and not withdrawn."""
    return is_known(plan, record) and (record.withdrawn is None or not is_withdrawn(plan, record))


def source_codes(measurement: Measurement) -> tuple[str, ...]:
    """Return the codes of everything that a value rests on."""
    first = () if measurement.source is None else (measurement.source,)
    return tuple(dict.fromkeys((*first, *measurement.sources))) if measurement.sources else first


def is_dating_assumed(plan: Plan, measurement: Measurement) -> bool:
    """Whether nothing says when a value was published, so that the end of its own time stands for it."""
    own = measurement.known or measurement.published
    return own is None and _published(plan, source_codes(measurement)) is None


def _published(plan: Plan, sources: Iterable[str | None]) -> date | None:
    """Return the day on which the last of these sources was published; None if one bears no date."""
    last = None
    for code in sources:
        source = plan.source_by_code.get(code or "")
        if source is None:
            continue
        if source.published is None:
            return None
        day = source.published.last
        last = day if last is None else max(last, day)
    return last


def _of_measurement(plan: Plan, record: Measurement) -> Since:
    return record.known or record.published or _published(plan, source_codes(record)) or record.as_of


def _of_threshold(plan: Plan, record: Threshold) -> Since:
    return record.known or record.since or _published(plan, [record.source])


def _sourced(plan: Plan, record: Target | Stage | Assignment | OpdName) -> Since:
    return record.known or _published(plan, [record.source])


def _from_a_time_on(plan: Plan, record: Assignment | OpdName) -> Since:
    return _sourced(plan, record) or (record.from_.first if record.from_ else None)


def _said(plan: Plan, record: Claim | Declaration | Criteria | Statement) -> Since:
    return record.known or record.date or _published(plan, [record.source])


def _of_dispute(plan: Plan, record: Dispute) -> Since:
    """Return when the second of its sides was heard; a side without a date always was."""
    heard = sorted(known_since(plan, side) or date.min for side in record.statements)
    return heard[1] if len(heard) > 1 and heard[1] != date.min else None


_TIMES: Mapping[type[Record], Callable[[Plan, Any], Since]] = {
    Measurement: _of_measurement,
    Threshold: _of_threshold,
    Target: _sourced,
    Stage: _sourced,
    Assignment: _from_a_time_on,
    OpdName: _from_a_time_on,
    Claim: _said,
    Declaration: _said,
    Criteria: _said,
    Statement: _said,
    Dispute: _of_dispute,
    Source: lambda _, record: record.published,
    Action: lambda _, record: record.known or record.announced,
    Move: lambda _, record: record.known,
    Funding: lambda _, record: record.known,
    Letter: lambda _, record: record.known,
    Rakor: lambda _, record: record.known or record.date,
}
