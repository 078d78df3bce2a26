"""Edits: stretches of a text and what belongs there instead."""

from __future__ import annotations

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
        if not kept or edit.start >= kept[-1].end and edit.start > kept[-1].start:
            kept.append(edit)
    return tuple(kept)


def spliced(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with edits that are in order and do not overlap."""
    parts, at = [], 0
    for start, end, new in edits:
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


class Moved:
    """Where each edit stands in the text that it made."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        grown = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in edits)]
        self._edits = edits
        self._starts = [edit.start + shift for edit, shift in zip(edits, grown, strict=False)]

    def at(self, index: int) -> Edit | None:
        """Return the edit whose new text holds a character."""
        nth = bisect_right(self._starts, index) - 1
        if nth < 0 or index >= self._starts[nth] + max(1, len(self._edits[nth].text)):
            return None
        return self._edits[nth]

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """Start and end of each edit's new text."""
        return [(start, start + len(edit.text)) for start, edit in zip(self._starts, self._edits, strict=True)]
