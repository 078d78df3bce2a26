"""Migration: a plan in the form of today; every report stays as it is, and what has no date is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from serang_plan.editing.changes import AppendItem, Change, Remove, RenameField, SetField, Value
from serang_plan.model.action import Action, Move
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision
from serang_plan.model.record import Record
from serang_plan.model.when import When
from serang_plan.operations.editing.plan_edit import PlanEdit, edited, why_refused
from serang_plan.reading.folder import Reading
from serang_plan.wording import Text, code_order, quoted

THRESHOLD = Text("ambang ditulis di `thresholds`", "threshold in `thresholds`")
ANNOUNCED = Text("waktu diumumkan ditulis sebagai `known`", "time announced as `known`")
MOVE = Text("pergeseran masuk `history`", "move in `history`")
DONE = Text("kegiatan selesai masuk `history`", "finished action in `history`")
REPORT = Text("laporan keputusan masuk `history`", "report of a decision in `history`")
ABOUT = Text("indikator keputusan ditulis di `about`", "indicator of a decision in `about`")

UNDATED_MOVE = Text(
    "pergeseran tanpa tanggal: isi kapan diketahui, `known`", "move without a date: fill in `known`"
)
UNDATED_DONE = Text(
    "kegiatan selesai tanpa tanggal: isi `done`", "finished action without a date: fill in `done`"
)
UNDATED_REPORT = Text(
    "status keputusan tanpa tanggal: isi kapan dilaporkan, `updated`",
    "status of a decision without a date: fill in `updated`",
)
UNDATED_SETTLED = Text(
    "penyelesaian pertentangan tanpa tanggal: tulis di `history` bersama `known`",
    "resolution of a dispute without a date: write it in `history` with `known`",
)
OTHERWISE = Text(
    "catatan yang akan terbaca lain di `history`: periksa urutan dan statusnya",
    "record that would read otherwise in `history`: check its order and status",
)
BOTH_FORMS = Text(
    "indikator dengan `threshold` dan `thresholds`: satukan",
    "indicator with `threshold` and `thresholds`: make them one list",
)


class NewForm(NamedTuple):
    """What brings something of a record into the new form: its changes, and what they are counted as."""

    name: str
    changes: tuple[Change, ...]
    counts: tuple[Text, ...]


class Left(NamedTuple):
    """Something that stays in the old form, and why."""

    name: str
    why: Text


class Migration(NamedTuple):
    """A plan in the new form, what was brought into it, and what was not."""

    edit: PlanEdit
    steps: tuple[NewForm, ...]
    left: tuple[Left, ...]

    def counted(self) -> Iterator[Text]:
        """Say how much is written in the new form."""
        numbers: dict[Text, int] = defaultdict(int)
        for kind in (kind for step in self.steps for kind in step.counts):
            numbers[kind] += 1
        yield from (Text(f"{count} {kind.id}", f"{count} × {kind.en}") for kind, count in numbers.items())

    def stays(self) -> Iterator[Text]:
        """Say what stays as it was written, and what it lacks."""
        names: dict[Text, list[str]] = defaultdict(list)
        for name, why in self.left:
            names[why].append(name)
        for why, these in names.items():
            codes = quoted(sorted(set(these), key=code_order))
            yield Text(f"{len(these)} {why.id} ({codes})", f"{len(these)} × {why.en} ({codes})")


def migration(reading: Reading) -> Migration:
    """Return a plan in the new form; nothing is written.

    Raises ProblemError if the text is not one in which that can be done.
    """
    offered = list(_steps(reading.plan))
    steps = [step for step in offered if isinstance(step, NewForm)]
    refused = why_refused(reading, [step.changes for step in steps])
    left = [step for step in offered if isinstance(step, Left)]
    left += [Left(step.name, refused[nth]) for nth, step in enumerate(steps) if nth in refused]
    steps = [step for nth, step in enumerate(steps) if nth not in refused]
    edit = edited(reading, [change for step in steps for change in step.changes])
    return Migration(edit, tuple(steps), tuple(left))


def _steps(plan: Plan) -> Iterator[NewForm | Left]:
    for indicator in plan.indicators:
        if indicator.threshold is not None and indicator.thresholds:
            yield Left(indicator.code, BOTH_FORMS)
        elif indicator.threshold is not None:
            into_list = RenameField(indicator.at("threshold"), "thresholds", into_list=True)
            yield NewForm(indicator.code, (into_list,), (THRESHOLD,))
    for dispute in plan.disputes:
        if dispute.resolution is not None:
            yield Left(dispute.code, UNDATED_SETTLED)
    for action in plan.actions:
        yield from _announced(action)
        yield from _life(action, _is_proven_later(plan, action))
    for rakor in plan.rakor:
        for decision in rakor.decisions:
            yield from _report(decision, decision.code or rakor.date.isoformat())


# -- actions ------------------------------------------------------------------------------


def _announced(action: Action) -> Iterator[NewForm]:
    if action.announced is not None:
        at = action.at("announced")
        change = RenameField(at, "known") if action.known is None else Remove(at)
        yield NewForm(action.code, (change,), (ANNOUNCED,))


def _is_proven_later(plan: Plan, action: Action) -> bool:
    """Whether all evidence of an action was published with its end or later, and so belongs to it."""
    published = [
        plan.source_by_code[code].published for code in action.evidence if code in plan.source_by_code
    ]
    return len(published) == len(action.evidence) and all(
        when and action.done and action.done.last <= when.last for when in published
    )


def _life(action: Action, is_proven_later: bool) -> Iterator[NewForm | Left]:
    """Give what brings the moves of an action, and its end, into its history."""
    undated = [nth for nth, move in enumerate(action.moves) if move.known is None]
    kept = undated[-1] + 1 if undated else 0
    moves = action.moves[kept:]
    yield from (Left(action.code, UNDATED_MOVE) for _ in undated)
    if action.status == "selesai" and action.done is None:
        yield Left(action.code, UNDATED_DONE)
    is_done = action.done is not None and action.status in ("selesai", None)
    times = [move.known.last for move in moves if move.known is not None]
    in_time = _in_time(action, times, action.done if is_done else None)
    if (action.done is not None and not is_done) or not in_time or len(set(moves)) < len(moves):
        yield Left(action.code, OTHERWISE)
    elif moves or is_done:
        evidence = action.evidence if is_proven_later else ()
        entries = [*_entries_of_moves(action, moves, tells=kept == 0)]
        changes = [*_without_moves(action, kept)]
        if is_done:
            _add_start(action, moves, entries)
            entries.append(_filled(known=action.done, status="selesai", evidence=evidence or None))
            changes += _without_end(action, with_evidence=bool(evidence))
        if action.status == "geser" and kept == 0:
            changes.append(SetField(action.at("status"), "rencana"))
        yield NewForm(
            action.code,
            (*changes, *_told(action, entries)),
            (*[MOVE] * len(moves), *([DONE] if is_done else [])),
        )


def _in_time(action: Action, times: Sequence[date], done: When | None) -> bool:
    """Whether entries of these times, at the end of a history, are read in the order of their times."""
    later = [entry.known.last for entry in action.history]
    last = max([*times, *([done.last] if done else [])], default=date.min)
    return all(one <= other for one, other in pairwise(times)) and all(last < when for when in later)


def _entries_of_moves(action: Action, moves: Sequence[Move], *, tells: bool) -> Iterator[Mapping[str, Value]]:
    """Give moves as entries; the first tells that the action was put off, if its status says so."""
    for nth, move in enumerate(moves):
        status = "geser" if tells and nth == 0 and action.status == "geser" else None
        yield _filled(
            known=move.known,
            status=status,
            finish=move.to,
            opd=move.opd,
            reason=move.reason,
            source=move.source,
        )


def _without_moves(action: Action, kept: int) -> Iterator[Change]:
    """Give what takes all moves away from one on, the last first."""
    if kept == 0 and action.moves:
        yield Remove(action.at("moves"))
    elif kept < len(action.moves):
        yield from (Remove(action.at("moves", nth)) for nth in reversed(range(kept, len(action.moves))))


def _starts_on_a_day(action: Action) -> bool:
    return action.start is not None and action.start.first == action.start.last


def _add_start(action: Action, moves: Sequence[Move], entries: list[Mapping[str, Value]]) -> None:
    """Add the end of an imprecise start among the moves: from then on reports have it under way."""
    start, done = action.start, action.done
    if action.status is None or start is None or done is None or _starts_on_a_day(action):
        return
    if start.last < done.last:
        before = sum(move.known is not None and move.known.last <= start.last for move in moves)
        entries.insert(before, _filled(known=start, status="berjalan"))


def _without_end(action: Action, *, with_evidence: bool) -> Iterator[Change]:
    """Give what leaves the state before the end: under way from its start on, as reports have it."""
    if action.status is not None:
        yield SetField(action.at("status"), "berjalan" if _starts_on_a_day(action) else "rencana")
    yield Remove(action.at("done"))
    if with_evidence:
        yield Remove(action.at("evidence"))


# -- decisions ------------------------------------------------------------------------------


def _report(decision: Decision, name: str) -> Iterator[NewForm | Left]:
    if decision.indicator is not None and decision.about:
        about = SetField(decision.at("about"), decision.matters)
        yield NewForm(name, (Remove(decision.at("indicator")), about), (ABOUT,))
    elif decision.indicator is not None:
        yield NewForm(name, (RenameField(decision.at("indicator"), "about", into_list=True),), (ABOUT,))
    told = {"status": decision.status, "evidence": decision.evidence, "note": decision.note}
    if decision.updated is None:
        if decision.status in ("proses", "selesai") or decision.evidence is not None:
            yield Left(name, UNDATED_REPORT)
    elif any(entry.known.last <= decision.updated for entry in decision.history):
        yield Left(name, OTHERWISE)
    else:
        fields = ("updated", *(key for key, value in told.items() if value is not None))
        entry = _filled(known=decision.updated, **told)
        gone = (Remove(decision.at(key)) for key in fields)
        yield NewForm(name, (*gone, *_told(decision, [entry])), (REPORT,))


def _told(record: Record, entries: Iterable[Mapping[str, Value]]) -> Iterator[Change]:
    return (AppendItem(record.at("history"), entry) for entry in entries)


def _filled(**fields: Value | None) -> Mapping[str, Value]:
    return {key: value for key, value in fields.items() if value is not None}
