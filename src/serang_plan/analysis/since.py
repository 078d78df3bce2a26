"""Since: what has changed between an earlier day and the plan's date, as far as both were known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from serang_plan.analysis.known import as_known, known_schedule
from serang_plan.analysis.schedule import Scheduled, State
from serang_plan.analysis.standing import Standing, Verdict, verdicts
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision, Rakor


class Turned(NamedTuple):
    """An indicator whose standing changed."""

    code: str
    before: Standing
    after: Standing


class Since(NamedTuple):
    """What has changed since a rakor; what carries no date in the plan cannot be among it."""

    rakor: Rakor
    values: tuple[Verdict, ...]
    """Indicators with another newest value."""
    turned: tuple[Turned, ...]
    announced: tuple[Scheduled, ...]
    done: tuple[Scheduled, ...]
    put_off: tuple[Scheduled, ...]
    closed: tuple[Decision, ...]
    """Decisions of that rakor that are closed."""
    open: tuple[Decision, ...]

    @property
    def is_quiet(self) -> bool:
        """Whether nothing has happened to indicators and actions."""
        return not (self.values or self.turned or self.announced or self.done or self.put_off)


def last_rakor(plan: Plan, before: date | None = None) -> Rakor | None:
    """Return the last rakor held before a day, by default before the plan's date."""
    day = min(before or plan.as_of, plan.as_of)
    held = [one for one in plan.rakor if one.date < day]
    return held[-1] if held else None


def since(plan: Plan, rakor: Rakor) -> Since:
    """Compare the plan as it was known on the day of a rakor with the plan as it is known now."""
    then = plan.on(rakor.date)
    before, after = _judged(then), _judged(plan)
    was, now = _scheduled(then), _scheduled(plan)
    known = next(one for one in as_known(plan, now.values()).rakor if one.date == rakor.date)
    return Since(
        known,
        tuple(one for code, one in after.items() if _value(one) != _value(before.get(code))),
        tuple(_turned(before, after)),
        tuple(one for code, one in now.items() if code not in was),
        tuple(one for one in now.values() if one.state is State.DONE and _was(was, one) is not State.DONE),
        tuple(one for code, one in now.items() if code in was and len(one.moves) > len(was[code].moves)),
        tuple(one for one in known.decisions if one.status == "selesai"),
        tuple(one for one in known.decisions if one.status != "selesai"),
    )


def _judged(plan: Plan) -> Mapping[str, Verdict]:
    return {one.indicator.code: one for one in reversed(verdicts(plan))}


def _scheduled(plan: Plan) -> Mapping[str, Scheduled]:
    return {one.code: one for one in known_schedule(plan)}


def _value(verdict: Verdict | None) -> object:
    """Return what tells one value from another: its amount and the time that it describes."""
    value = verdict.value if verdict else None
    return value and (value.amount, value.measurement.as_of)


def _was(was: Mapping[str, Scheduled], one: Scheduled) -> State | None:
    return was[one.code].state if one.code in was else None


def _turned(before: Mapping[str, Verdict], after: Mapping[str, Verdict]) -> Iterator[Turned]:
    for code, one in after.items():
        if code in before and before[code].standing is not one.standing:
            yield Turned(code, before[code].standing, one.standing)
