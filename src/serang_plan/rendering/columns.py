"""The columns of a table on paper: which are shown, and how wide each is, from what stands in them."""

from __future__ import annotations

from collections.abc import Sequence

from serang_plan.page import Table

MOST_COLUMNS = 7
"""More do not fit on an A4 page in portrait."""

_WIDTHS = {
    **dict.fromkeys("iljI.,:;|'!`", 0.26),
    **dict.fromkeys('ftr()[]/-–" ', 0.33),
    **dict.fromkeys("mwMW@%—…", 0.87),
}
_CAPITAL, _OTHER, _WIDE = 0.69, 0.56, 1.0
_MOST_NATURAL = 60
"""A column does not ask for more room than a line of this many letters."""


def kept(table: Table, most: int) -> list[int]:
    """Return the columns to show: titled ones, the least needed left out beyond `most`."""
    shown = [at for at, column in enumerate(table.columns) if column.title]
    while len(shown) > most:
        shown.remove(max(shown, key=lambda at: (table.columns[at].drop, at)))
    return shown


def text_width(text: str) -> float:
    """Return about how wide a text is, in ems of a plain sans serif."""
    return sum(map(_letter, text))


def shares(columns: Sequence[Sequence[str]], room: float, padding: float = 1.2) -> list[float]:
    """Return the widths of columns, in ems, that fill the room: no word broken while that is possible."""
    least = [max((_longest_word(text) for text in texts), default=0) + padding for texts in columns]
    natural = [
        max(few, min(_MOST_NATURAL, max(map(text_width, texts), default=0) + padding))
        for few, texts in zip(least, columns, strict=True)
    ]
    if sum(least) >= room:
        return [room * width / sum(least) for width in least]
    if sum(natural) <= room:
        return [room * width / sum(natural) for width in natural]
    spread = (room - sum(least)) / (sum(natural) - sum(least))
    return [few + (much - few) * spread for few, much in zip(least, natural, strict=True)]


def _longest_word(text: str) -> float:
    return max(map(text_width, text.split()), default=0)


def _letter(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if ord(letter) > 0x2E7F:
        return _WIDE
    return _CAPITAL if letter.isupper() else _OTHER
