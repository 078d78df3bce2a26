"""Lines: values at their true times, joined where they may be compared, and the threshold, target and day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from serang_plan.page import ChartLine, LineKind, LinePoint, Lines
from serang_plan.rendering.axes import extent
from serang_plan.rendering.charts.elements import (
    DASHES,
    SLIM,
    SMALL,
    Drawing,
    box,
    circle,
    line,
    n,
    path,
    polygon,
    text,
)
from serang_plan.rendering.charts.palette import LINES, MARKS, MUTED, RULE, TEXT, TRACK, LineInk
from serang_plan.rendering.charts.plane import Labels, Plane
from serang_plan.rendering.charts.text_metrics import cut, folded, width_of
from serang_plan.rendering.words import MEASURED, NO_VALUE, front_first, labelled_kinds
from serang_plan.wording import Lang, short_date

_HIGH, _SLIM_HIGH, _MOST_TICKS = 270.0, 210.0, 6
_HEAD, _FOOT, _BESIDE = 24.0, 22.0, 8.0
_POINT, _SHORTEST = 4.5, 14.0
"""The size of a point, and of a threshold that holds for a short time only."""
_SAMPLE, _LINE, _MOST_LINES = 30.0, 20.0, 20
_CORNERS = {
    "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "triangle": ((0, -1), (1, 0.8), (-1, 0.8)),
    "square": ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)),
}
_LABELLED: tuple[LineKind, ...] = ("value", "older", "substitute", "series", "scope", "target")


def drawn(lines: Lines, width: float, lang: Lang) -> Drawing:
    """Draw one chart over the whole width, with what its lines are below it."""
    bottom = _HEAD + (_HIGH if width > SLIM else _SLIM_HIGH)
    span = extent(lines, _MOST_TICKS)
    left = max(width_of(name, SMALL) for name in span.names(lang)) + _BESIDE
    plane = Plane(span, left, _HEAD, width - 6, bottom)
    head = text(0, 12, cut(lines.unit, width - 130, SMALL), size=SMALL, fill=MUTED)
    below = key(labelled_kinds(lines), bottom + _FOOT + 4, width)
    elements = (head, *plotted(lines, plane, lang, is_named=True), *below.elements)
    return Drawing(elements, bottom + _FOOT + 4 + below.height)


def key(kinds: Mapping[LineKind, str], top: float, width: float) -> Drawing:
    """Say what the lines and points are, on as many lines as that takes."""
    elements: list[str] = []
    x, y = 0.0, top
    for kind, name in kinds.items():
        rows = folded(name, width - _SAMPLE, SMALL, _MOST_LINES) or ("",)
        wide = _SAMPLE + max(width_of(row, SMALL) for row in rows) + 14
        if x and x + wide - 14 > width:
            x, y = 0.0, y + _LINE
        elements += _sample(LINES[kind], x, y + 9)
        for nth, row in enumerate(rows):
            elements.append(text(x + _SAMPLE, y + 14 + nth * 16, row, size=SMALL, fill=MUTED))
        x, y = x + wide, y + 16 * (len(rows) - 1)
    return Drawing(tuple(elements), y + _LINE - top if elements else 0)


def _sample(ink: LineInk, x: float, y: float) -> Iterator[str]:
    if ink.width:
        yield line(x, y, x + 24, y, ink.colour, ink.width, ink.dashes)
    yield from _point(ink, x + 12, y, _POINT)


# -- what stands within the axes -------------------------------------------------------------


def plotted(lines: Lines, plane: Plane, lang: Lang, *, is_named: bool) -> Iterator[str]:
    """Draw the axes, the day and the lines, back to front; `is_named`: with figures and the day's name."""
    labels = Labels(plane.left, plane.right)
    yield from _axes(plane, lang)
    yield from _day(lines, plane, labels, lang, is_named=is_named)
    in_front = sorted(lines.lines, key=front_first)
    for chart_line in in_front[::-1]:
        yield from _line(chart_line, plane, labels)
    if not is_named and not any(chart_line.kind in MEASURED for chart_line in lines.lines):
        words = NO_VALUE.for_lang(lang)
        yield box(plane.left + 4, plane.bottom - 20, width_of(words, SMALL), 16, TRACK)
        yield text(plane.left + 6, plane.bottom - 8, words, size=SMALL, fill=MUTED)
    yield from _figures(in_front, plane, labels, is_named=is_named)


def _axes(plane: Plane, lang: Lang) -> Iterator[str]:
    """Draw a line for each round value, and a mark at the end of each year; as many are named as fit."""
    yield box(plane.left, plane.top, plane.right - plane.left, plane.bottom - plane.top, TRACK)
    for tick, name in zip(plane.extent.ticks, plane.extent.names(lang), strict=True):
        y = plane.y(float(tick))
        yield line(plane.left, y, plane.right, y, RULE)
        yield text(plane.left - _BESIDE / 2, y + 4.5, name, size=SMALL, anchor="end", fill=MUTED)
    room = (plane.right - plane.left) / (plane.extent.end - plane.extent.start) * 365
    needed = width_of("2020", SMALL)
    every = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200) if room * step >= needed + 6)
    for end in plane.extent.years():
        yield line(plane.x(end), plane.bottom, plane.x(end), plane.bottom + 4, MUTED)
    for end in plane.extent.years(every):
        middle = min(plane.x(end), plane.right + 6 - needed / 2)
        yield text(middle, plane.bottom + 17, str(end.year), size=SMALL, anchor="middle", fill=MUTED)


def _day(lines: Lines, plane: Plane, labels: Labels, lang: Lang, *, is_named: bool) -> Iterator[str]:
    x, ink, name = plane.x(lines.now), MARKS["now"], short_date(lines.now, lang)
    yield line(x, plane.top - 2, x, plane.bottom, ink.fill, 1.5, DASHES)
    labels.keep_line_free((x, plane.top), (x, plane.bottom))
    if is_named and (place := labels.place(name, SMALL, x, [plane.top - 8])):
        yield text(*place, name, size=SMALL, anchor="middle", fill=ink.fill)


def _places(chart_line: ChartLine, plane: Plane) -> list[tuple[float, float]]:
    """Return where the points lie; a threshold for a short time is made long enough to be seen."""
    places = [(plane.x(point.day), plane.y(point.value)) for point in chart_line.points]
    if chart_line.kind == "threshold" and places[-1][0] - places[0][0] < _SHORTEST:
        (start, y), (end, _) = places
        middle = (start + end) / 2
        return [(middle - _SHORTEST / 2, y), (middle + _SHORTEST / 2, y)]
    return places


def _line(chart_line: ChartLine, plane: Plane, labels: Labels) -> Iterator[str]:
    ink, places = LINES[chart_line.kind], _places(chart_line, plane)
    if chart_line.is_joined and len(places) > 1:
        strokes = "L".join(f"{n(x)} {n(y)}" for x, y in places)
        dashes = ink.dashes if places[-1][0] - places[0][0] > _SHORTEST else ""
        yield path(f"M{strokes}", ink.colour, ink.width, dashes=dashes)
        for start, end in pairwise(places):
            labels.keep_line_free(start, end)
    for x, y in places:
        yield from _point(ink, x, y, _POINT)
        if ink.shape:
            labels.keep_free(x, y, _POINT)


def _point(ink: LineInk, x: float, y: float, size: float) -> Iterator[str]:
    if ink.shape == "circle":
        yield circle(x, y, size - 0.5, ink.fill, ink.colour, 1.5)
    elif ink.shape:
        corners = ((x + size * across, y + size * down) for across, down in _CORNERS[ink.shape])
        yield polygon(corners, ink.fill, ink.colour, 1.5)


# -- figures beside the points ----------------------------------------------------------------


def _figures(in_front: Sequence[ChartLine], plane: Plane, labels: Labels, *, is_named: bool) -> Iterator[str]:
    """Write values beside their points where there is room, the newest first; in a small chart only that."""
    newest = _newest(in_front)
    if newest:
        yield from _figure(newest, plane, labels, TEXT, is_bold=True)
    for chart_line in in_front if is_named else ():
        if chart_line.kind in _LABELLED:
            for point in chart_line.points[::-1]:
                if point is not newest:
                    yield from _figure(point, plane, labels, LINES[chart_line.kind].colour)


def _newest(in_front: Sequence[ChartLine]) -> LinePoint | None:
    """Return the newest value of the first kind that there is."""
    return next((line.points[-1] for line in in_front if line.kind in MEASURED), None)


def _figure(
    point: LinePoint, plane: Plane, labels: Labels, colour: str, *, is_bold: bool = False
) -> Iterator[str]:
    x, y = plane.x(point.day), plane.y(point.value)
    downs = [down for down in (y - 9, y + 19, y + 4) if plane.top + SMALL <= down <= plane.bottom - 3]
    place = labels.place(point.words, SMALL, x, downs)
    if place is None and is_bold:
        place = labels.place(point.words, SMALL, x, downs, over_lines=True)
    if place:
        yield text(*place, point.words, size=SMALL, anchor="middle", fill=colour, bold=is_bold)
