"""Laws of comparing: nothing with itself, what came one way went the other, and nothing that counts slips past."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serang_plan.analysis.changes.change import Change, ChangeKind, What
from serang_plan.analysis.changes.comparison import compare
from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.model.plan import SECTIONS, Plan
from serang_plan.model.record import Record, fields_of
from serang_plan.reading.folder import read_folder
from tests.conftest import AS_OF, ROOT

EXAMPLE = read_folder(str(ROOT / "src" / "serang_plan" / "example"), AS_OF).plan
SECTION_NAMES = [name for name in SECTIONS if name not in ("plan", "regions", "assignments")]

MIRROR = {
    What.NEW: What.REMOVED,
    What.NOW_MET: What.NO_LONGER_MET,
    What.IMPROVED: What.DECLINED,
    What.MEASUREMENT_NEW: What.MEASUREMENT_GONE,
    What.THRESHOLD_ADDED: What.THRESHOLD_REMOVED,
    What.THRESHOLD_EASED: What.THRESHOLD_TIGHTENED,
    What.LAST_YEAR_LATER: What.LAST_YEAR_SOONER,
    What.MEASUREMENT_SOURCE_NEW: What.MEASUREMENT_SOURCE_GONE,
    What.BETTER_VERIFIED: What.LESS_VERIFIED,
    What.SLIPPED: What.BROUGHT_FORWARD,
    What.TIME_SET: What.TIME_LOST,
    What.PROVIDER: What.PROVIDER,
    What.RECODED: What.RECODED,
    What.RAKOR_MOVED: What.RAKOR_MOVED,
    What.NOW_JUDGED: (What.VALUE_LOST, What.THRESHOLD_LOST, What.SOURCE_LOST),
    What.DECISION_OPENED: (What.DECISION_VANISHED, What.DECISION_REMOVED),
}


def records(plan: Plan, section: str) -> list[Record]:
    return list(plan.headers if section == "plan" else getattr(plan, section))


def without(plan: Plan, section: str, nth: int) -> Plan:
    kept = records(plan, section)
    del kept[nth % len(kept)]
    return plan.with_records(**{section: kept})


edits = st.lists(st.tuples(st.sampled_from(SECTION_NAMES), st.integers(0, 40)), max_size=6)


def edited(removed: list[tuple[str, int]]) -> Plan:
    plan = EXAMPLE
    for section, nth in removed:
        if records(plan, section):
            plan = without(plan, section, nth)
    return plan


@given(edits)
def test_nothing_is_different_from_itself(removed: list[tuple[str, int]]) -> None:
    plan = edited(removed)

    assert compare(plan, plan).nothing
    assert compare(plan, plan).loads == ()
    assert compare(plan, plan).years == ()


@given(edits, edits)
def test_what_came_one_way_goes_the_other(one: list[tuple[str, int]], other: list[tuple[str, int]]) -> None:
    before, after = edited(one), edited(other)
    there, back = compare(before, after), compare(after, before)

    assert there.nothing == back.nothing
    assert there.counts_before == back.counts_after
    assert there.unread == back.unread
    for what, mirrored in MIRROR.items():
        several = mirrored if isinstance(mirrored, tuple) else (mirrored,)
        assert named(there.changes, what) == named(back.changes, *several)
        assert named(back.changes, what) == named(there.changes, *several)


def named(changes: tuple[Change, ...], *whats: What) -> list[tuple[str, str]]:
    return sorted((one.section, one.code) for one in changes if one.what in whats)


@given(st.data())
def test_order_and_prose_are_no_change(data: st.DataObject) -> None:
    sections = {
        name: data.draw(st.permutations(records(EXAMPLE, name))) for name in ("opd", "actions", "sources")
    }
    said = data.draw(st.text(min_size=1))
    reworded = [one.model_copy(update={"note": said}) for one in EXAMPLE.indicators]

    assert compare(EXAMPLE, EXAMPLE.with_records(**sections, indicators=reworded)).nothing


def _fields() -> list[tuple[str, str]]:
    return [
        (section, name)
        for section, kind in SECTIONS.items()
        for name in kind.model_fields
        if name not in ("anchor", "code") and section != "assignments"
    ]


@pytest.mark.parametrize(("section", "field"), _fields(), ids=lambda value: str(value))
def test_a_field_that_counts_cannot_change_unseen(section: str, field: str) -> None:
    """Take the field away from every record that has it: seen if it counts, and only then."""
    kind = SECTIONS[section]
    info = kind.model_fields[field]
    empty = info.get_default(call_default_factory=True) if not info.is_required() else None
    changed = [
        one.model_copy(update={field: empty}) if empty is not None or not info.is_required() else one
        for one in records(EXAMPLE, section)
    ]
    differs = any(
        getattr(old, field) != getattr(new, field)
        for old, new in zip(records(EXAMPLE, section), changed, strict=True)
    )
    scalar = fields_of(kind)[field].scalar
    counts = scalar is None or scalar.counts != "as prose"

    found = compare(EXAMPLE, EXAMPLE.with_records(**{section: changed}))

    assert (not found.nothing) == (differs and counts)


@given(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_what_is_known_only_grows(one: date, other: date) -> None:
    """Between two days of one folder no source, claim, value or rakor disappears."""
    early, late = sorted((one, other))
    before, after = (known_plan(read_on(day)) for day in (early, late))

    found = compare(before, after)

    assert [
        each
        for each in found.changes
        if each.kind in (ChangeKind.REMOVED, ChangeKind.EVIDENCE_GONE, ChangeKind.RENAMED, ChangeKind.REVISED)
    ] == []


def read_on(day: date) -> Plan:
    return Plan({name: records(EXAMPLE, name) for name in SECTIONS}, day)


def test_codes_of_changes_are_plain_text() -> None:
    found = compare(edited([("indicators", 0), ("actions", 3)]), EXAMPLE)

    assert all(re.fullmatch(r"\S.*", one.code) for one in found.changes)
