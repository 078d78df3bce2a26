"""Edits: which may be made together, and which of them a character belongs to."""

from __future__ import annotations

from serang_plan.editing.edits import Edit, Moves, spliced, without_overlaps

FIRST, SECOND, ACROSS = Edit(0, 2, "ABC"), Edit(2, 3, ""), Edit(1, 3, "x")


def test_edits_may_touch_and_not_overlap() -> None:
    assert without_overlaps([SECOND, FIRST]) == (FIRST, SECOND)
    assert without_overlaps([ACROSS, FIRST]) == (FIRST,)
    assert spliced("abcd", [FIRST, SECOND]) == "ABCd"


def test_a_character_belongs_to_the_edit_that_it_lies_in_and_not_to_one_that_ends_before_it() -> None:
    moves = Moves([FIRST, Edit(4, 5, "E")])

    assert [moves.before_at(index) is not None for index in range(6)] == [
        True,
        True,
        False,
        False,
        True,
        False,
    ]
    assert [moves.after_at(index) is not None for index in range(7)] == [
        True,
        True,
        True,
        False,
        False,
        True,
        False,
    ]
