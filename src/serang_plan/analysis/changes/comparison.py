"""Comparison: what is different between two states of the plan, by meaning.

How to use it:

    found = compare(before, after)          # two Plans; judge both on one date for what the edits did
    found.counts_before, found.counts_after # how many indicators stand how
    for change in found.changes: …          # in the order in which they are told, by kind
    [one for one in found.changes if one.what.eases and one.reason is None]
                                            # goalposts that moved in the city's favour, and nobody says why

Codes and values count and prose does not; moving a record is no change. What could not be read in either
state is in `unread` and is never called removed. Each state is what was known on its own date: one folder on
two dates gives what became known in between, without any history.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from serang_plan.analysis.changes.actions import action_changes, carrier
from serang_plan.analysis.changes.both_states import BothStates, gone, now
from serang_plan.analysis.changes.change import Change, ChangeKind, What
from serang_plan.analysis.changes.decisions import decision_changes, unread_decisions
from serang_plan.analysis.changes.duties import LoadChange, duty_changes, load_changes, unread_duties
from serang_plan.analysis.changes.goals import bounds, goals
from serang_plan.analysis.changes.matching import Recoded, RecordPair, by_code, paired, recoded
from serang_plan.analysis.changes.measurements import figures
from serang_plan.analysis.changes.meetings import redated
from serang_plan.analysis.changes.significance import differing, is_named
from serang_plan.analysis.changes.stages import stage_changes
from serang_plan.analysis.changes.standings import standing_changes
from serang_plan.analysis.changes.years import YearChange, year_changes
from serang_plan.analysis.indicators.standing import Standing, count_by_standing, verdict_of
from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.model.assertion import Assertion
from serang_plan.model.plan import Plan
from serang_plan.wording import code_order

_ORDER = {what: nth for nth, what in enumerate(What)}
_KINDS = {kind: nth for nth, kind in enumerate(ChangeKind)}
_SECTIONS = (
    *("plan", "indicators", "actions", "decisions", "rakor", "stages", "assignments", "opd", "partners"),
    *("criteria", "claims", "assertions", "disputes", "sources", "regions"),
)


_CODED = ("indicators", "actions", "opd", "partners", "criteria", "claims", "disputes", "sources", "regions")


class Changes(NamedTuple):
    """Everything that means something else in the state after."""

    before: Plan
    """Under the codes and dates of the state after, where a record goes by another one."""
    after: Plan
    counts_before: dict[Standing, int]
    counts_after: dict[Standing, int]
    changes: tuple[Change, ...]
    loads: tuple[LoadChange, ...]
    """What each OPD carries, where that is other than before."""
    years: tuple[YearChange, ...]
    """What each year holds, where that is other than before."""
    unread: tuple[tuple[str, str], ...]
    """Section and code of what could not be read in one of the states, and is in the other; of `assignments`
    the indicator whose duties those are. Neither loads nor years count it."""

    def of(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """Return the changes of some kinds."""
        return tuple(change for change in self.changes if change.kind in kinds)

    @property
    def codes(self) -> dict[str, str]:
        """What goes by another code, or by another date, by what it was called before."""
        called = (change for change in self.changes if change.what in (What.RECODED, What.RAKOR_MOVED))
        return {str(change.before): str(change.after) for change in called}

    @property
    def nothing(self) -> bool:
        """Whether both states mean the same."""
        return not self.changes and not self.unread

    @property
    def all_read(self) -> bool:
        """Whether there was nothing in either state that could not be read."""
        return self.before.unread.nothing and self.after.unread.nothing


@lru_cache(maxsize=1)
def compare(before: Plan, after: Plan) -> Changes:
    """Return what is different in the state after; asked again of the same two plans it costs nothing."""
    before, after = known_plan(before), known_plan(after)
    renamed, codes = recoded(before, after)
    renamed, dates = redated(renamed, after)
    sides = BothStates(renamed, after)
    unread = tuple(_unread(sides))
    readable = sides.without(unread)
    return Changes(
        *sides,
        _counts(renamed),
        _counts(after),
        tuple(sorted((*_recodings(after, codes), *dates, *_all(sides)), key=_in_order)),
        load_changes(readable),
        year_changes(readable),
        unread,
    )


def _in_order(change: Change) -> tuple[object, ...]:
    return (
        _KINDS[change.kind],
        _SECTIONS.index(change.section),
        code_order(change.code),
        _ORDER[change.what],
        change.year or 0,
    )


def _counts(plan: Plan) -> dict[Standing, int]:
    return count_by_standing(verdict_of(plan, indicator) for indicator in plan.indicator_by_code.values())


def _recodings(after: Plan, codes: tuple[Recoded, ...]) -> Iterator[Change]:
    for renamed in codes:
        section, code = renamed.section, renamed.code
        record = next(record for record in after.section(section) if getattr(record, "code", None) == code)
        yield now(What.RECODED, section, code, record, "code", before=renamed.was, after=code)


def _all(sides: BothStates) -> Iterator[Change]:
    yield from bounds(sides.before.header, sides.after.header)
    for section, pair in _pairs(sides):
        if section == "stages":
            continue
        if pair.before is not None and pair.after is not None:
            yield from _changed(sides, section, pair)
        elif pair.before is not pair.after and not sides.was_refused(section, pair.code):
            yield _new_or_gone(sides, section, pair)
    yield from stage_changes(sides)
    yield from decision_changes(sides)


def _pairs(sides: BothStates) -> Iterator[tuple[str, RecordPair]]:
    """Give the records of every section but those that are told with the indicator that they belong to."""
    before, after = sides
    for section in _CODED:
        for pair in paired(by_code(getattr(before, section)), by_code(getattr(after, section))):
            yield section, pair
    stages = (((str(stage.year), stage) for stage in plan.stages) for plan in sides)
    yield from (("stages", pair) for pair in paired(*stages))
    rakor = (((rakor.date.isoformat(), rakor) for rakor in plan.rakor) for plan in sides)
    yield from (("rakor", pair) for pair in paired(*rakor))
    assertions = (((_asserted(assertion), assertion) for assertion in plan.assertions) for plan in sides)
    yield from (("assertions", pair) for pair in paired(*assertions))
    yield "plan", RecordPair("plan", before.header, after.header)


def _asserted(assertion: Assertion) -> str:
    """Name an assertion, which has no code, by what it is about: another day or standing is another one."""
    about = assertion.indicator, assertion.from_, assertion.day, assertion.standing
    return " ".join(str(part) for part in about if part is not None)


def _new_or_gone(sides: BothStates, section: str, pair: RecordPair) -> Change:
    made, record = (now, pair.after) if pair.after is not None else (gone, pair.before)
    what = What.NEW if pair.after is not None else What.REMOVED
    key = {"rakor": "date", "plan": "title", "assertions": "reason"}.get(section, "code")
    return made(what, section, pair.code, record, key, who=_who(sides, section, record))


def _who(sides: BothStates, section: str, record: Any) -> Any:
    if section == "indicators":
        return sides.leads(record.code)
    return carrier(record) if section == "actions" else ()


def _changed(sides: BothStates, section: str, pair: RecordPair) -> Iterator[Change]:
    before, after = pair.before, pair.after
    changes = [*_renaming(section, pair), *_meaning(sides, section, pair)]
    yield from changes
    fields = tuple(differing(before, after, frozenset(_told(section, changes))))
    if fields:
        who = _who(sides, section, after)
        yield now(What.DETAIL, section, pair.code, after, fields[0].name, after=fields, who=who)


def _renaming(section: str, pair: RecordPair) -> Iterator[Change]:
    if is_named(pair.after) and pair.before.name != pair.after.name:
        names = {"before": pair.before.name, "after": pair.after.name}
        yield now(What.RENAMED, section, pair.code, pair.after, "name", **names)


def _meaning(sides: BothStates, section: str, pair: RecordPair) -> Iterator[Change]:
    if section == "indicators":
        yield from standing_changes(sides, pair.before, pair.after)
        yield from goals(sides, pair.before, pair.after)
        yield from figures(sides, pair.before, pair.after)
        yield from duty_changes(sides, pair.code)
        yield from _provider(pair)
    elif section == "actions":
        yield from action_changes(pair.before, pair.after)


def _provider(pair: RecordPair) -> Iterator[Change]:
    old, new = pair.before.provider, pair.after.provider
    if old != new:
        who = tuple(code for code in (old, new) if code)
        more = {"before": old, "after": new, "who": who}
        yield now(What.PROVIDER, "indicators", pair.code, pair.after, "provider", **more)


_ALWAYS = {
    "indicators": ("measurements", "direction", "unit", "scope", "provider"),
    "rakor": ("decisions",),
    "plan": ("last_year", "indicators_expected", "origin", "settings"),
}
_BY_WHAT: dict[What, tuple[str, ...]] = {
    What.DECLARED: ("declared",),
    **dict.fromkeys((What.DONE, What.REVIVED, What.REOPENED), ("status", "done")),
    What.CANCELLED: ("status", "finish", "moves"),
    **dict.fromkeys((What.SLIPPED, What.BROUGHT_FORWARD), ("finish", "moves", "status")),
    **dict.fromkeys((What.TIME_LOST, What.TIME_SET), ("finish", "moves", "status")),
    What.CARRIER: ("opd", "moves"),
    What.RENAMED: ("names",),
    **dict.fromkeys((What.EVIDENCE_GONE, What.EVIDENCE_NEW), ("evidence",)),
    **dict.fromkeys((what for what in What if what.name.startswith("THRESHOLD_")), ("thresholds",)),
    **dict.fromkeys((what for what in What if what.name.startswith("TARGET_")), ("targets",)),
}
"""Which fields a change tells, so that they are not told again as details."""


def _told(section: str, changes: list[Change]) -> Iterator[str]:
    yield from _ALWAYS.get(section, ())
    for change in changes:
        if change.what is not What.THRESHOLD_LOST:
            yield from _BY_WHAT.get(change.what, ())


def _unread(sides: BothStates) -> Iterator[tuple[str, str]]:
    """Give what is in one of the states and may only have been unreadable in the other."""
    for section, pair in _pairs(sides):
        missing_in = sides.after if pair.after is None else sides.before if pair.before is None else None
        if missing_in is not None and missing_in.was_refused(section, pair.code):
            yield section, pair.code
    yield from (("decisions", code) for code in unread_decisions(sides))
    yield from (("assignments", code) for code in unread_duties(sides))
