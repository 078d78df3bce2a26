"""Elements: the pieces of an SVG picture, drawn with attributes only, their text escaped."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple
from xml.sax.saxutils import escape

from serang_plan.rendering.charts.palette import MUTED, TEXT, Ink
from serang_plan.rendering.charts.text_metrics import cut, width_of
from serang_plan.wording import escape_invisible

WIDTH, PAPER = 680, 630
"""How wide a picture is on a page and on paper: at the width of an A4 sheet its letters have 9 points."""
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


def escaped(text: str) -> str:
    """Return data as text between tags."""
    return escape(escape_invisible(text))


def element(name: str, words: str | None = None, /, **attributes: str | float) -> str:
    """Write an element; an underscore in the name of an attribute is a hyphen, an empty one is left out."""
    written = "".join(
        f' {key.replace("_", "-")}="{value if isinstance(value, str) else n(value)}"'
        for key, value in attributes.items()
        if value != ""
    )
    return f"<{name}{written}/>" if words is None else f"<{name}{written}>{escaped(words)}</{name}>"


def text(
    x: float, y: float, words: str, *, size: float = SIZE, anchor: Anchor = "start", fill: str = TEXT,
    bold: bool = False,
) -> str:  # fmt: skip
    """Draw words with their base line at `y`."""
    placed, weight = "" if anchor == "start" else anchor, "bold" if bold else ""
    return element("text", words, x=x, y=y, font_size=size, fill=fill, text_anchor=placed, font_weight=weight)


def line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1, dashes: str = "") -> str:
    """Draw a straight line."""
    ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
    return element("line", **ends, stroke=colour, stroke_width=width, stroke_dasharray=dashes)


def box(x: float, y: float, width: float, height: float, fill: str) -> str:
    """Draw an area without an edge."""
    return element("rect", x=x, y=y, width=width, height=height, fill=fill)


def path(d: str, colour: str, width: float, opacity: str = "", dashes: str = "") -> str:
    """Draw a line of many strokes."""
    strokes = {"stroke": colour, "stroke_width": n(width), "stroke_opacity": opacity}
    return element("path", d=d, **strokes, fill="none", stroke_dasharray=dashes)


def circle(x: float, y: float, radius: float, fill: str, edge: str, width: float) -> str:
    """Draw a disc with an edge."""
    return element("circle", cx=x, cy=y, r=radius, fill=fill, stroke=edge, stroke_width=width)


def polygon(points: Iterable[tuple[float, float]], fill: str, edge: str, width: float) -> str:
    """Draw an area with corners and an edge."""
    corners = " ".join(f"{n(x)},{n(y)}" for x, y in points)
    return element("polygon", points=corners, fill=fill, stroke=edge, stroke_width=width)


def area(x: float, y: float, width: float, height: float, ink: Ink) -> Iterator[str]:
    """Draw an area as its ink wants it; one without any width is not drawn."""
    if width <= 0:
        return
    yield box(x, y, width, height, ink.fill)
    if ink.hatch:
        yield _hatched(x, y, width, height, ink)
    edge = {"stroke": ink.edge, "stroke_width": "1", "stroke_dasharray": "3 2" if ink.dashed else ""}
    yield element("rect", x=x, y=y, width=width, height=height, fill="none", **edge)


def _hatched(x: float, y: float, width: float, height: float, ink: Ink) -> str:
    strokes = "".join(
        f"M{n(x + x1)} {n(y + y1)}L{n(x + x2)} {n(y + y2)}"
        for hatch in ("/\\" if ink.hatch == "x" else ink.hatch)
        for x1, y1, x2, y2 in _strokes(width, height, hatch)
    )
    return path(strokes, ink.edge, 1, "0.55", "1.5 3.5" if ink.hatch == "." else "")


def _strokes(width: float, height: float, hatch: str) -> Iterator[tuple[float, float, float, float]]:
    if hatch == "|":
        yield from ((step, 0, step, height) for step in _steps(width))
    elif hatch in "-.":
        yield from ((0, step, width, step) for step in _steps(height))
    else:
        for step in _steps(width + height, _GAP * 1.4):
            low, high = max(0.0, step - height), min(step, width)
            ends = (width - low, width - high) if hatch == "\\" else (low, high)
            yield ends[0], min(step, height), ends[1], max(0.0, step - width)


def _steps(length: float, gap: float = _GAP) -> Iterator[float]:
    yield from (nth * gap for nth in range(1, math.ceil(length / gap)))


def legend(items: Sequence[tuple[Ink, str]], top: float, width: float) -> Drawing:
    """Draw what the inks stand for, on as many lines as that takes."""
    elements: list[str] = []
    x, y = 0.0, top
    for ink, words in items:
        label = cut(words, width - 40, SMALL)
        wide = 22 + width_of(label, SMALL) + 14
        if x and x + wide - 14 > width:
            x, y = 0.0, y + 20
        elements += _sample(x, y, ink)
        elements.append(text(x + 22, y + 14, label, size=SMALL, fill=MUTED))
        x += wide
    return Drawing(tuple(elements), y + 20 - top if elements else 0)


def _sample(x: float, y: float, ink: Ink) -> Iterator[str]:
    if ink.line:
        yield line(x + 8, y + 1, x + 8, y + 17, ink.fill, 2, DASHES)
    else:
        yield from area(x + 0.5, y + 3.5, 15, 11, ink)
