"""Completeness: whether a section is known in full, so that something can be said to be missing from it."""

from __future__ import annotations

from serang_plan.model.plan import Plan


def is_read_in_full(plan: Plan, section: str) -> bool:
    """Whether no record of a section was refused and no file broke off."""
    unread = plan.unread
    refused = section in unread.sections or any(of == section for of, _ in unread.codes)
    return not unread.files and not refused
