"""Disputed: whether what is odd about a value is recorded already, and still open."""

from __future__ import annotations

from serang_plan.model.indicator import Measurement
from serang_plan.model.plan import Plan


def is_open_dispute(plan: Plan, one: Measurement) -> bool:
    """Whether a value is part of a recorded dispute that nobody has settled; E607 tells that one."""
    dispute = plan.dispute_by_code.get(one.dispute) if one.dispute is not None else None
    return dispute is not None and dispute.resolution is None
