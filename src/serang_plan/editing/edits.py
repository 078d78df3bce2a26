"""Edits: stretches of a text and what belongs there instead."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple


class Edit(NamedTuple):
    """A stretch of a text, from one index up to another, and what belongs there."""

    start: int
    end: int
    text: str


def without_overlaps(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return edits in the order of the text; of two that meet, the first."""
    kept: list[Edit] = []
    for edit in sorted(set(edits)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return tuple(kept)


def spliced(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with edits that are in order and do not overlap."""
    parts, at = [], 0
    for start, end, new in edits:
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


class Moves:
    """Where edits stand, before in the old text and after in the new one."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        grown = accumulate((len(edit.text) - (edit.end - edit.start) for edit in edits), initial=0)
        self._edits = edits
        self.before = [(edit.start, edit.end) for edit in edits]
        self.after = [
            (edit.start + shift, edit.start + shift + len(edit.text))
            for edit, shift in zip(edits, grown, strict=False)
        ]

    def before_at(self, index: int) -> Edit | None:
        """Return the edit of a character of the old text."""
        return self._at(index, self.before)

    def after_at(self, index: int) -> Edit | None:
        """Return the edit that a character of the new text belongs to."""
        return self._at(index, self.after)

    def _at(self, index: int, stretches: Sequence[tuple[int, int]]) -> Edit | None:
        nth = bisect_right(stretches, (index, sys.maxsize)) - 1
        return self._edits[nth] if nth >= 0 and index < stretches[nth][1] else None
