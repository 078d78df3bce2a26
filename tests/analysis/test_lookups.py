"""Lookups: what is named by its code, and what by its name."""

from __future__ import annotations

import pytest

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
