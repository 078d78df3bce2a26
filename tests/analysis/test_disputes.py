"""Disputes: what is odd about a value is said once, and again when the dispute is settled but the value is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from serang_plan.operations.checking.check import checked
from serang_plan.reading.folder import Reading

ODD = {
    "V501": "[{as_of: 2022, value: 6, source: S1, dispute: P1}, {as_of: 2022, value: 5, source: S2, dispute: P1}]",
    "V503": "[{as_of: 2022, value: 6, source: S1, breakdown: {total: 6, parts: [{name: A, value: 1}]}, dispute: P1}]",
    "V504": "[{as_of: 2022, value: 6, source: S1, share: {part: 1, whole: 2}, dispute: P1}]",
}


def codes(plan: Callable[..., Reading], measurements: str, resolution: str) -> set[str]:
    reading = plan(
        indicators=f"- {{code: M01, name: X, aspect: a, unit: '% x', direction: naik, measurements: {measurements}}}",
        disputes=f"- {{code: P1, topic: X, statements: [{{text: a, source: S1}}]{resolution}}}",
    )
    return {one.finding.rule.code for one in checked(reading).shown}


@pytest.mark.parametrize("code", ODD)
def test_a_recorded_dispute_is_told_once(plan: Callable[..., Reading], code: str) -> None:
    found = codes(plan, ODD[code], "")

    assert "E607" in found
    assert code not in found


@pytest.mark.parametrize("code", ODD)
def test_what_is_still_odd_after_the_dispute_is_settled_is_told(
    plan: Callable[..., Reading], code: str
) -> None:
    found = codes(plan, ODD[code], ", resolution: Sumbernya menjelaskan")

    assert "E607" not in found
    assert code in found


def test_rivals_of_which_only_one_is_disputed_are_told(plan: Callable[..., Reading]) -> None:
    assert "V501" in codes(plan, ODD["V501"].replace(", dispute: P1", "", 1), "")
