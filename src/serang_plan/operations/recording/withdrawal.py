"""Withdrawal: a statement, or the end of an action, that was wrong stays in the plan, with day and reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from serang_plan.analysis.actions.schedule import schedule_of
from serang_plan.analysis.duties.succession import start_of
from serang_plan.editing.changes import AppendItem, Change, SetField
from serang_plan.model.action import Action
from serang_plan.model.criteria import Criteria
from serang_plan.model.indicator import Measurement, Target, Threshold
from serang_plan.model.opd import Assignment
from serang_plan.model.plan import Plan
from serang_plan.model.source import Claim
from serang_plan.model.when import When
from serang_plan.operations.problem import ProblemError
from serang_plan.wording import LANGS, Number, Text, backquoted, number

Statement: TypeAlias = Measurement | Threshold | Target | Assignment | Claim | Criteria


class Withdrawable(NamedTuple):
    """What can be withdrawn, what it is called, and by which words it is told from others."""

    statement: Statement | Action
    called: Text
    kinds: tuple[str, ...] = ()
    """What it is, and what no other is called by."""
    words: tuple[str, ...] = ()
    """Times, values and codes as they are typed, that by which it is best told first."""
    reopened: str = ""
    """The status to which an action goes back that is not over."""

    @property
    def needs_its_kind(self) -> bool:
        """Whether a number or time alone is rather taken for a value's."""
        return isinstance(self.statement, Threshold | Target | Assignment)

    def answers_to(self, typed: Iterable[str]) -> bool:
        """Whether every typed word is one of its own, in capitals or not; a per cent sign says nothing."""
        return all(_folded(word) in map(_folded, (*self.kinds, *self.words)) for word in typed)

    def may_be_a_slip(self, typed: Sequence[str]) -> bool:
        """Whether a number or time was typed that is no value's, and not what else it is of."""
        is_of_a_kind = {_folded(word) for word in typed} & {_folded(kind) for kind in self.kinds}
        return self.needs_its_kind and bool(typed) and not is_of_a_kind

    def next_word(self, typed: Sequence[str]) -> str:
        """Return what to type next to tell it from others; empty if nothing more would."""
        kind = self.kinds[:1] if self.needs_its_kind else ()
        return next((word for word in (*kind, *self.words[:1]) if word not in typed), "")

    def withdrawn(self, known: date | When, reason: str) -> Change:
        """Return what withdraws it; the history of an action only grows.

        Raises ProblemError if that was known before the last news of the action.
        """
        if isinstance(self.statement, Action):
            _refuse_earlier(self.statement, known)
            entry = {"known": known, "status": self.reopened, "reason": reason}
            return AppendItem(self.statement.at("history"), entry)
        return SetField(self.statement.at("withdrawn"), {"known": known, "reason": reason})


def withdrawable(plan: Plan, code: str) -> tuple[Withdrawable, ...]:
    """Return the statements about an indicator, or those that bear a code, that still stand, newest first.

    Of an action it is that it is over.
    """
    return tuple(
        each
        for each in (*_statements(plan, code), *_ends(plan, code))
        if isinstance(each.statement, Action) or each.statement.withdrawn is None
    )


def _refuse_earlier(action: Action, known: date | When) -> None:
    day = known.last if isinstance(known, When) else known
    last = max((entry.known for entry in action.history), key=attrgetter("last"), default=None)
    if last is not None and day < last.last:
        raise ProblemError(
            Text(
                f"kabar terakhir kegiatan {backquoted(action.code)} baru diketahui {last.text('id')}",
                f"the last news of the action {backquoted(action.code)} became known only {last.text('en')}",
            ),
            Text(f"ketik `--on {last.last}` atau sesudahnya", f"type `--on {last.last}` or later"),
        )


def _folded(word: str) -> str:
    return word.casefold().removesuffix("%")


def _statements(plan: Plan, code: str) -> Iterator[Withdrawable]:
    for indicator in plan.indicators:
        if indicator.code == code:
            yield from map(_value, sorted(indicator.measurements, key=_latest_day, reverse=True))
            yield from map(_threshold, reversed(indicator.all_thresholds))
            yield from map(_target, sorted(indicator.targets, key=attrgetter("year"), reverse=True))
    yield from map(_duty, sorted(plan.assignments_by_indicator.get(code, ()), key=start_of, reverse=True))
    for claim in plan.claims:
        if claim.code == code:
            yield Withdrawable(claim, Text(f"pernyataan {code}, {claim.by}", f"claim {code}, {claim.by}"))
    for criteria in plan.criteria:
        if criteria.code == code:
            called = Text(f"daftar {code}, {criteria.name}", f"list {code}, {criteria.name}")
            yield Withdrawable(criteria, called)


def _ends(plan: Plan, code: str) -> Iterator[Withdrawable]:
    action = plan.action_by_code.get(code)
    if action is None or (now := schedule_of(plan, action)).is_open:
        return
    begun = now.start is not None and now.start.last <= plan.as_of
    told = (
        "berjalan" if begun else "rencana",
        action.status,
        *(entry.status for entry in now.action.history),
    )
    state, done = now.state.value, now.action.done
    id, en = (f" {done.text(lang)}" if done else "" for lang in LANGS)
    yield Withdrawable(
        action,
        Text(f"{state.id}{id}", f"{state.en}{en}"),
        words=(state.id, state.en, done.iso if done else ""),
        reopened=[status for status in told if status in ("rencana", "berjalan", "geser")][-1],
    )


def _typed(value: Number) -> tuple[str, ...]:
    return str(value), *(number(value, lang) for lang in LANGS)


def _latest_day(value: Measurement) -> date:
    return value.as_of.last


def _value(value: Measurement) -> Withdrawable:
    source = f", {value.source}" if value.source else ""
    when = value.as_of
    return Withdrawable(
        value,
        Text(
            f"nilai {number(value.value, 'id')} ({when.text('id')}{source})",
            f"value {number(value.value, 'en')} ({when.text('en')}{source})",
        ),
        ("nilai", "value"),
        (when.iso, *_typed(value.value), value.source or "", value.series or ""),
    )


def _threshold(bar: Threshold) -> Withdrawable:
    return Withdrawable(
        bar,
        Text(
            f"ambang {number(bar.value, 'id')} ({bar.basis})",
            f"threshold {number(bar.value, 'en')} ({bar.basis})",
        ),
        ("ambang", "threshold"),
        (*_typed(bar.value), bar.source or ""),
    )


def _target(target: Target) -> Withdrawable:
    return Withdrawable(
        target,
        Text(
            f"target {target.year}: {number(target.value, 'id')} ({target.basis})",
            f"target {target.year}: {number(target.value, 'en')} ({target.basis})",
        ),
        ("target",),
        (str(target.year), *_typed(target.value), target.source or ""),
    )


def _duty(duty: Assignment) -> Withdrawable:
    lead = duty.lead or "–"
    id, en = (f", {duty.from_.text(lang)}" if duty.from_ else "" for lang in LANGS)
    return Withdrawable(
        duty,
        Text(f"tugas {lead}{id}", f"duty of {lead}{en}"),
        ("tugas", "duty", lead),
        (lead, duty.from_.iso if duty.from_ else ""),
    )
