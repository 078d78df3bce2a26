"""New records: a claim or an action that is not in the plan yet, under the next code."""

from __future__ import annotations

from collections.abc import Mapping

from serang_plan.editing.changes import AddRecord, Change, Value, plain_of
from serang_plan.model.plan import SECTIONS, Plan
from serang_plan.operations.recording.new_codes import next_code

_FIRST = {"claims": "K1", "actions": "A01"}


def new_record(plan: Plan, section: str, fields: Mapping[str, Value]) -> tuple[Change, ...]:
    """Return what adds a record of a section; nothing if there is one that says the same under some code."""
    codes = [str(plain) for record in plan.section(section) if (plain := getattr(record, "code", None))]
    for record, code in zip(plan.section(section), codes, strict=True):
        if SECTIONS[section].model_validate(plain_of({"code": code, **fields})) == record:
            return ()
    return (AddRecord(section, {"code": next_code(codes, _FIRST[section]), **fields}),)
