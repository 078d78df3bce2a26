"""What there is room for on one sheet, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence

from serang_plan.wording import Lang, Text


def shares(wanted: Sequence[int], room: int) -> list[int]:
    """Share lines out, one to each in turn, until all have what they want or there is no room.

    Everybody gets at least two, or what they want.
    """
    given = [min(want, 2) for want in wanted]
    room -= sum(given)
    while room > 0 and given != list(wanted):
        for nth, want in enumerate(wanted):
            if given[nth] < want and room > 0:
                given[nth] += 1
                room -= 1
    return given


def lines_shown(count: int, most: int) -> int:
    """Return how many are shown: one line is kept to say how many are not."""
    return count if count <= most else most - 1


def left_out(count: int, most: int, lang: Lang) -> str:
    """Say how many are not shown."""
    more = count - lines_shown(count, most)
    return Text(f"… dan {more} lainnya", f"… and {more} more").for_lang(lang) if more else ""
