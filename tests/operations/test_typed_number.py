"""Numbers as a hand types them are read the same on the command line and in a form."""

from __future__ import annotations

from decimal import Decimal

import pytest

from serang_plan.operations.recording.typed_number import typed_number


@pytest.mark.parametrize(
    ("typed", "unit", "number"),
    [
        ("73,5", "%", "73.5"),
        ("73.5", "%", "73.5"),
        (" 73,5  % ", "%", "73.5"),
        ("17,9 %", "% luas wilayah", "17.9"),
        ("1.234,5", "ha", "1234.5"),
        ("1.234", "ha", "1234"),
        ("1,234,567.5", "ha", "1234567.5"),
        ("1,234.5", "ha", "1234.5"),
        ("73,5 persen", "% timbulan", "73.5"),
        ("73,5 persen", "persen", "73.5"),
        ("73,5 %", "Persen timbulan", "73.5"),
        ("250 HA", "ha", "250"),
        ("−0,3", "%", "-0.3"),
        ("+2", "", "2"),
        ("Rp2.500.000,-", "", "2500000"),
        ("Rp. 2.500.000", "", "2500000"),
        ("2.500.000.", "", "2500000"),
    ],
)
def test_a_number_is_what_a_hand_means(typed: str, unit: str, number: str) -> None:
    assert typed_number(typed, unit) == Decimal(number)


@pytest.mark.parametrize(
    "typed", ["", "%", "Rp", "sembilan", "1.23.4", "12,3,4", ".5", "1e3", "½", "5 km", "1-2"]
)
def test_what_is_no_number_is_none(typed: str) -> None:
    assert typed_number(typed, "%") is None
