"""Opened: a plan in which what is not for everybody is marked public."""

from __future__ import annotations

from typing import Any

from serang_plan.model.plan import SECTIONS
from serang_plan.model.record import Record, fields_of
from serang_plan.reading.folder import Reading


def opened(reading: Reading, holding: object = None) -> Reading:
    """Return the same reading with `public` on every record that itself holds a value, or on every record."""
    plan = reading.plan
    records = {
        section: [_opened(record, holding) for record in plan.section(section)] for section in SECTIONS
    }
    return reading._replace(plan=plan.with_records(**records))


def _opened(record: Record, holding: object) -> Record:
    changed: dict[str, Any] = {}
    for field in fields_of(type(record)).values():
        value = getattr(record, field.name)
        if field.name == "public" and (holding is None or holding in record.__dict__.values()):
            changed["public"] = True
        elif field.record and value:
            inner = value if field.is_list else (value,)
            within = tuple(_opened(part, holding) for part in inner)
            changed[field.name] = within if field.is_list else within[0]
    return record.model_copy(update=changed)
