"""Every planted fault is found: the right code, at the line and column where the planner must change it."""

from __future__ import annotations

from collections import Counter

import pytest

from serang_plan.operations.checking.all_rules import all_rules
from tests.seeded.finding import new
from tests.seeded.planting import FAMILIES, Planted, all_faults, all_of_style

FAULTS = all_faults()


@pytest.mark.parametrize("planted", FAULTS, ids=lambda planted: planted.name.replace(" ", "-"))
def test_a_fault_is_found_where_it_is_and_nothing_follows_from_it(planted: Planted) -> None:
    found = new(planted)

    assert planted.place in found
    assert {one.code for one in found if one != planted.place} == set(planted.also)
    assert len(found) == 1 + len(planted.also)


@pytest.mark.parametrize("planted", all_of_style(), ids=lambda planted: planted.name.replace(" ", "-"))
def test_style_is_not_our_business(planted: Planted) -> None:
    assert new(planted) == []


def test_no_two_faults_are_the_same() -> None:
    assert max(Counter(planted.name for planted in FAULTS).values()) == 1
    assert max(Counter(tuple(planted.files.values()) for planted in FAULTS).values()) == 1


def test_every_family_has_faults() -> None:
    families = Counter(planted.place.code[0] for planted in FAULTS)

    assert len(FAULTS) >= 60
    assert set(families) == set(FAMILIES)
    assert min(families.values()) >= 5


def test_every_code_is_that_of_a_rule() -> None:
    assert {planted.place.code for planted in FAULTS} <= {rule.code for rule in all_rules()}
