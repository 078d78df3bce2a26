"""Letters: how wide a text is at most, where no font can be asked, and texts that fit a given room."""

from __future__ import annotations

from math import fsum
from unicodedata import combining, east_asian_width

from serang_plan.wording import escape_invisible

_NARROW = frozenset("iljtfrI.,:;!|'`()[]{}/\\-·  ")
_BROAD = frozenset("mwMW@%—…½¾¼")


def width_of(text: str, size: float) -> float:
    """Return a width that no usual font exceeds for this text, in the units of the size."""
    return size * fsum(map(_ems, text))


def cut(text: str, room: float, size: float) -> str:
    """Return the text on one line; what has no room is cut, and ends in dots."""
    line = " ".join(escape_invisible(text).split())
    if width_of(line, size) <= room:
        return line
    kept, used = 0, width_of("…", size)
    while kept < len(line) and used + size * _ems(line[kept]) <= room:
        used += size * _ems(line[kept])
        kept += 1
    return f"{line[:kept].rstrip()}…"


def folded(text: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """Return the text on at most so many lines, broken between words; the last is cut if it has to be."""
    lines: list[str] = []
    words = escape_invisible(text).split()
    while words and len(lines) < most - 1:
        taken = 1
        while taken < len(words) and width_of(" ".join(words[: taken + 1]), size) <= room:
            taken += 1
        lines.append(cut(" ".join(words[:taken]), room, size))
        words = words[taken:]
    return (*lines, cut(" ".join(words), room, size)) if words else tuple(lines)


def _ems(char: str) -> float:
    if char in _NARROW:
        return 0.4
    if char in _BROAD:
        return 1.0
    if ord(char) < 128:
        return 0.76 if char.isupper() else 0.62
    if combining(char):
        return 0
    return 1.05 if east_asian_width(char) in "WF" else 0.85
