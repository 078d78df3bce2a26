"""The fonts that come along: the same letters in every picture and PDF, whatever is installed."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unicodedata import category

FOLDER = Path(__file__).parent
FILES = tuple(
    FOLDER / name for name in ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "DejaVuSans.ttf")
)
FAMILIES = ("Liberation Sans", "DejaVu Sans")
_SEGMENTS, _GROUPS = 4, 12
"""The two formats of a font's list of characters that are read here."""


def can_draw(letter: str, before: str = " ") -> bool:
    """Return whether a letter behind another can be drawn; an accent must be in the font of its letter."""
    if category(letter).startswith("M"):
        return not category(before).startswith("M") and any(
            ord(letter) in font and ord(before) in font for font in _fonts()
        )
    return ord(letter) in drawable()


@cache
def drawable() -> frozenset[int]:
    """Return every character that these fonts can draw, in regular and in bold print."""
    return frozenset().union(*_fonts())


@cache
def _fonts() -> tuple[frozenset[int], frozenset[int]]:
    regular, bold, symbols = (frozenset(_characters(path.read_bytes())) for path in FILES)
    return regular & bold, symbols


def _characters(font: bytes) -> Iterator[int]:
    """Give the characters of a font, from its `cmap` table."""
    at = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, at + 2)
    offsets = [at + struct.unpack_from(">L", font, at + 8 + 8 * nth)[0] for nth in range(count)]
    formats = {struct.unpack_from(">H", font, offset)[0]: offset for offset in offsets}
    if _GROUPS in formats:
        return _from_groups(font, formats[_GROUPS])
    return _from_segments(font, formats[_SEGMENTS])


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    entries = struct.iter_unpack(">4sLLL", font[12 : 12 + 16 * count])
    return next(int(offset) for tag, _sum, offset, _length in entries if tag == name)


def _from_groups(font: bytes, at: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">L", font, at + 12)
    for first, last, _glyph in struct.iter_unpack(">LLL", font[at + 16 : at + 16 + 12 * count]):
        yield from range(first, last + 1)


def _from_segments(font: bytes, at: int) -> Iterator[int]:
    (doubled,) = struct.unpack_from(">H", font, at + 6)
    lasts, firsts, deltas, offsets = (
        struct.unpack_from(f">{doubled // 2}H", font, at + 14 + skip + nth * doubled)
        for nth, skip in enumerate((0, 2, 2, 2))
    )
    for nth, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        here = at + 16 + 3 * doubled + 2 * nth + offsets[nth]
        for character in range(first, min(last, 0xFFFE) + 1):
            glyph = character
            if offsets[nth]:
                (glyph,) = struct.unpack_from(">H", font, here + 2 * (character - first))
            if glyph and (glyph + deltas[nth]) % 0x10000:
                yield character
