"""Checking: what reading and the rules find becomes the list that is shown."""

from __future__ import annotations

from typing import NamedTuple

from serang_plan.findings import Located, in_reading_order
from serang_plan.reading.folder import Reading
from serang_plan.rules import check


class Checked(NamedTuple):
    """The findings of a reading, in reading order."""

    shown: list[Located]
    suppressed: list[Located]
    """Those that a comment with a reason keeps out of the list; each knows its `suppressed`."""


def checked(reading: Reading) -> Checked:
    """Return everything that reading and the rules find."""
    return Checked(in_reading_order([*reading.findings, *check(reading.plan)], reading.sources), [])
