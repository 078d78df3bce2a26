"""Elements: the pieces of an SVG picture, drawn with attributes only, their text escaped."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple
from xml.sax.saxutils import escape

from serang_plan.rendering.charts.palette import MUTED, TEXT, Hatch, Ink
from serang_plan.rendering.charts.text_metrics import cut, width_of
from serang_plan.wording import escape_invisible

WIDTH = 720
"""How wide a picture is: at the width of an A4 page its letters are about as large as small print."""
SLIM = 400
"""How wide a picture for a phone is."""
SIZE, SMALL = 14.0, 12.5
DASHES = "6 3"
_GAP = 5.0

Anchor = Literal["start", "middle", "end"]


class Drawing(NamedTuple):
    """What a chart is made of, and how high it is."""

    elements: tuple[str, ...]
    height: float


def n(value: float) -> str:
    """Write a coordinate, the same on every machine."""
    return "0" if abs(value) < 0.05 else f"{value:.1f}".removesuffix(".0")


def share(value: float, whole: float) -> float:
    """Return which part of the whole a value is, between nothing and all of it."""
    if not (math.isfinite(value) and math.isfinite(whole) and whole > 0):
        return 0.0
    return min(max(value / whole, 0.0), 1.0)


def attribute(text: str) -> str:
    """Return data as the inside of a quoted attribute."""
    return escape(escape_invisible(text), {'"': "&quot;", "'": "&#39;"})


def said(text: str) -> str:
    """Return data as text between tags."""
    return escape(escape_invisible(text))


def text(
    x: float, y: float, words: str, *, size: float = SIZE, anchor: Anchor = "start", fill: str = TEXT,
    bold: bool = False,
) -> str:  # fmt: skip
    """Draw words with their base line at `y`."""
    where = f'x="{n(x)}" y="{n(y)}" font-size="{n(size)}" fill="{fill}"'
    placed = "" if anchor == "start" else f' text-anchor="{anchor}"'
    weight = ' font-weight="bold"' if bold else ""
    return f"<text {where}{placed}{weight}>{said(words)}</text>"


def line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1, dashes: str = "") -> str:
    """Draw a straight line."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    ends = f'x1="{n(x1)}" y1="{n(y1)}" x2="{n(x2)}" y2="{n(y2)}"'
    return f'<line {ends} stroke="{colour}" stroke-width="{n(width)}"{dashed}/>'


def box(x: float, y: float, width: float, height: float, fill: str) -> str:
    """Draw an area without an edge."""
    return f'<rect x="{n(x)}" y="{n(y)}" width="{n(width)}" height="{n(height)}" fill="{fill}"/>'


def area(x: float, y: float, width: float, height: float, ink: Ink) -> Iterator[str]:
    """Draw an area as its ink wants it; one without any width is not drawn."""
    if width <= 0:
        return
    yield box(x, y, width, height, ink.fill)
    if ink.hatch:
        yield _hatched(x, y, width, height, ink)
    dashed = ' stroke-dasharray="3 2"' if ink.dashed else ""
    size = f'width="{n(width)}" height="{n(height)}"'
    yield f'<rect x="{n(x)}" y="{n(y)}" {size} fill="none" stroke="{ink.edge}" stroke-width="1"{dashed}/>'


def _hatched(x: float, y: float, width: float, height: float, ink: Ink) -> str:
    path = "".join(
        f"M{n(x1)} {n(y1)}L{n(x2)} {n(y2)}"
        for one in ("/\\" if ink.hatch == "x" else ink.hatch)
        for x1, y1, x2, y2 in _strokes(x, y, width, height, one)
    )
    dotted = ' stroke-dasharray="1.5 3.5"' if ink.hatch == "." else ""
    return (
        f'<path d="{path}" stroke="{ink.edge}" stroke-width="1" stroke-opacity="0.55" fill="none"{dotted}/>'
    )


def _strokes(
    x: float, y: float, width: float, height: float, hatch: Hatch | str
) -> Iterator[tuple[float, float, float, float]]:
    match hatch:
        case "|":
            for step in _steps(width):
                yield x + step, y, x + step, y + height
        case "-" | ".":
            for step in _steps(height):
                yield x, y + step, x + width, y + step
        case _:
            for step in _steps(width + height, _GAP * 1.4):
                low = (max(0.0, step - height), min(step, height))
                high = (min(step, width), max(0.0, step - width))
                if hatch == "\\":
                    low, high = (width - low[0], low[1]), (width - high[0], high[1])
                yield x + low[0], y + low[1], x + high[0], y + high[1]


def _steps(length: float, gap: float = _GAP) -> Iterator[float]:
    yield from (nth * gap for nth in range(1, math.ceil(length / gap)))


def legend(items: Sequence[tuple[Ink, str]], top: float, width: float) -> Drawing:
    """Draw what the inks stand for, on as many lines as that takes."""
    elements: list[str] = []
    x, y = 0.0, top
    for ink, words in items:
        shown = cut(words, width - 40, SMALL)
        wide = 22 + width_of(shown, SMALL) + 14
        if x and x + wide - 14 > width:
            x, y = 0.0, y + 20
        elements += _sample(x, y, ink)
        elements.append(text(x + 22, y + 14, shown, size=SMALL, fill=MUTED))
        x += wide
    return Drawing(tuple(elements), y + 20 - top if elements else 0)


def _sample(x: float, y: float, ink: Ink) -> Iterator[str]:
    if ink.line:
        yield line(x + 8, y + 1, x + 8, y + 17, ink.fill, 2, DASHES)
    else:
        yield from area(x + 0.5, y + 3.5, 15, 11, ink)
