"""All rules: each of the three rooms that has any is there, and each rule once."""

from __future__ import annotations

from inspect import signature

from serang_plan import policy
from serang_plan.operations.checking.all_rules import all_rules
from serang_plan.reading import faults
from serang_plan.reports.explain.page import FAMILIES


def test_every_rule_is_there_once_family_by_family() -> None:
    codes = [rule.code for rule in all_rules()]

    assert len(set(codes)) == len(codes)
    assert list(dict.fromkeys(code[0] for code in codes)) == list(FAMILIES)
    assert codes == sorted(codes, key=lambda code: (list(FAMILIES).index(code[0]), code))


def test_a_rule_says_so_where_it_is_given_another_state_too() -> None:
    for room in (faults, policy):
        for file in room.FILES:
            module = room.module_of(file)
            given = [*signature(module.check).parameters] if hasattr(module, "check") else ["plan"]

            assert module.RULE.compares is (given != ["plan"]), file
