"""The columns of a table on paper: which are shown, and how wide each is, from what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count, permutations, repeat
from math import ceil, fsum
from typing import NamedTuple

from serang_plan.page import Page, Table

MOST_COLUMNS, MOST_ON_LEVEL = 7, 10
"""More columns do not fit on A4."""

_WIDTHS = {
    **dict.fromkeys("iljI.,:;|'!`", 0.26),
    **dict.fromkeys('ftr()[]/-–" ', 0.33),
    **dict.fromkeys("mwMW@%—…", 0.87),
}
_CAPITAL, _OTHER, _WIDE, _BOLD = 0.7, 0.57, 0.9, 1.07
_SHORT = 16
"""A text of so few letters stays on one line."""
_KEPT_FOR_LONG = 0.1
"""As long as half of what longer texts want beside them is left, or so much of the room."""
_MOST_ROWS = 40
"""How many rows of a long table show what makes it low."""
_RAGGED = 1.06
"""Lines end before a word that has no room, so that a text needs so much more."""
_STEPS = (0.5, 1.0, 2.0, 3.0, 4.0)
"""What one column gives another at once, in ems."""
_MOST_NATURAL = 60
"""A column does not ask for more room than a line of this many letters."""


def most_columns(page: Page) -> int:
    """Return how many columns of a table have room on the paper that a page asks for."""
    return MOST_ON_LEVEL if page.level else MOST_COLUMNS


def kept(table: Table, most: int) -> list[int]:
    """Return the columns to show: titled ones, the least needed left out beyond `most`."""
    titled = [at for at, column in enumerate(table.columns) if column.title]
    return sorted(sorted(titled, key=lambda at: (table.columns[at].drop, at))[:most])


def text_width(text: str) -> float:
    """Return about how wide a text is, in ems of a plain sans serif."""
    return fsum(map(_letter, text))


def shares(columns: Sequence[Sequence[str]], room: float, padding: float = 1.4) -> list[float]:
    """Return the widths of columns, in ems, that fill the room; the first text of each is its bold title.

    Words are not broken, nor short texts such as `≥ 1.000.000`, while there is room for the rest.
    """
    measured = [[*_measured(texts)] for texts in columns]
    short = [padding + max((text.short for text in texts), default=0) for texts in measured]
    whole = [padding + max((text.whole for text in texts), default=0) for texts in measured]
    natural = [max(few, min(_MOST_NATURAL, much)) for few, much in zip(short, whole, strict=True)]
    for_long = min(_KEPT_FOR_LONG * room, (fsum(natural) - fsum(short)) / 2)
    least = _least(measured, room - for_long, padding)
    if fsum(least) >= room:
        return [room * width / fsum(least) for width in least]
    if fsum(natural) <= room:
        return [room * width / fsum(natural) for width in natural]
    spread = (room - fsum(least)) / (fsum(natural) - fsum(least))
    widths = [few + (much - few) * spread for few, much in zip(least, natural, strict=True)]
    return _lower(widths, [*map(_floor, measured, least, repeat(padding))], measured, padding)


def _floor(texts: Sequence[_ColumnText], least: float, padding: float) -> float:
    """Return how narrow a column may become for others: while it breaks no word, nor most of its texts."""
    longest_word = padding + max(text.word for text in texts)
    broken = sum(padding + text.short > longest_word for text in texts)
    return least if 2 * broken > len(texts) else longest_word


def _lower(
    widths: list[float], floors: Sequence[float], columns: Sequence[Sequence[_ColumnText]], padding: float
) -> list[float]:
    """Move room from column to column as long as that makes the table lower."""

    @cache
    def lines(at: int, width: float) -> tuple[int, ...]:
        return tuple(ceil(_RAGGED * text.whole / (width - padding)) for text in columns[at][:_MOST_ROWS])

    def height(widths: Sequence[float]) -> int:
        return sum(map(max, zip(*map(lines, count(), widths), strict=True)))

    lower = min(_moved(widths, floors), key=height, default=widths)
    while height(lower) < height(widths):
        widths, lower = lower, min(_moved(lower, floors), key=height, default=lower)
    return widths


def _moved(widths: Sequence[float], floors: Sequence[float]) -> Iterator[list[float]]:
    """Give every way to move some room from one column to another."""
    for giver, taker in permutations(range(len(widths)), 2):
        for step in _STEPS:
            if widths[giver] - step >= floors[giver]:
                change = {giver: -step, taker: step}
                yield [width + change.get(at, 0) for at, width in enumerate(widths)]


def _least(columns: Sequence[Sequence[_ColumnText]], room: float, padding: float) -> list[float]:
    """Return widths that break no word, nor short texts where that spares most lines, while there is room."""
    least = [padding + max((text.word for text in texts), default=0) for texts in columns]
    wishes = []
    for at, texts in enumerate(columns):
        broken = [text.short + padding - least[at] for text in texts if text.short + padding > least[at]]
        if broken:
            wishes.append((-len(broken) / max(broken), at, max(broken)))
    for _, at, more in sorted(wishes):
        if fsum(least) + more <= room:
            least[at] += more
    return least


class _ColumnText(NamedTuple):
    """How wide a text is: its longest word, what of it must not be broken, and all of it."""

    word: float
    short: float
    whole: float


def _measured(texts: Sequence[str]) -> Iterator[_ColumnText]:
    for nth, text in enumerate(texts):
        plain = text_width(text)
        whole = plain * (1 if nth else _BOLD)
        word = max(map(text_width, text.split(" ")), default=0) * whole / (plain or 1)
        yield _ColumnText(word, whole if len(text) <= _SHORT else word, whole)


def _letter(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if ord(letter) > 0x2100:
        return _WIDE
    return _CAPITAL if letter.isupper() else _OTHER
