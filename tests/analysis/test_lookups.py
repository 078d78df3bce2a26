"""Lookups: what is named by its code, and what by its name."""

from __future__ import annotations

import pytest

from serang_plan.analysis.lookups.meant_code import code_meant
from serang_plan.analysis.lookups.regions import bare_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Kelurahan  Unyur", "unyur"),
        ("Kec. Serang", "serang"),
        ("Desa Kelurahan Baru", "kelurahan baru"),
        ("Sukadesa Indah", "sukadesa indah"),
        ("Kelurahan Sukadesa Indah", "sukadesa indah"),
        ("Desain", "desain"),
    ],
)
def test_only_the_rank_before_a_name_is_not_part_of_it(typed: str, name: str) -> None:
    assert bare_name(typed) == name


@pytest.mark.parametrize(
    ("typed", "is_slip"), [("A033", True), ("A003", True), ("A013", False), ("A031", False)]
)
def test_a_digit_too_many_is_a_slip_only_where_it_stands_twice(typed: str, is_slip: bool) -> None:
    asked = code_meant(typed, ["A03", "B20"])

    assert ("A03" in asked.en if asked else False) == is_slip
