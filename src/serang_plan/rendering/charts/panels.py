"""Panels: small charts beside and below each other, with one key for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from serang_plan.page import Lines, Panels
from serang_plan.rendering.axes import extent, first_and_last
from serang_plan.rendering.charts.elements import SLIM, SMALL, Drawing, text
from serang_plan.rendering.charts.lines import key, plotted
from serang_plan.rendering.charts.palette import MUTED
from serang_plan.rendering.charts.plane import Plane
from serang_plan.rendering.charts.text_metrics import cut, folded, width_of
from serang_plan.rendering.words import used_kinds
from serang_plan.wording import Lang

ABREAST, SLIM_ABREAST = 3, 2
"""How many stand beside each other."""
_GAP, _HEAD, _HIGH, _FOOT, _LINE = 18.0, 4.0, 62.0, 22.0, 15.0
_MOST_TICKS = 4
_NAME_LINES = 2
_ROW = _HEAD + _LINE * (_NAME_LINES + 1) + _HIGH + _FOOT
"""The height of a row."""


def rows(panels: Panels, width: float, lang: Lang) -> Iterator[tuple[Panels, Drawing]]:
    """Draw the charts in rows over the time of all, and below the last row what their lines are."""
    abreast = ABREAST if width > SLIM else SLIM_ABREAST
    wide = (width - _GAP * (abreast - 1)) / abreast
    days = first_and_last(panels.charts)
    for start in range(0, len(panels.charts), abreast):
        charts, height = panels.charts[start : start + abreast], _ROW
        elements: list[str] = []
        for column, chart in enumerate(charts):
            elements += _panel(chart, days, column * (wide + _GAP), wide, lang)
        if start + abreast >= len(panels.charts):
            below = key(used_kinds(panels.charts), _ROW + 4, width)
            elements += below.elements
            height += 4 + below.height
        yield panels._replace(charts=charts), Drawing(tuple(elements), height)


def _panel(chart: Lines, days: Sequence[date], x: float, wide: float, lang: Lang) -> Iterator[str]:
    """Draw one of them over the time of all: its name, its unit, and its lines."""
    names = folded(chart.caption, wide, SMALL, _NAME_LINES)
    for nth, words in enumerate(names):
        yield text(x, _HEAD + _LINE * (nth + 0.8), words, size=SMALL, bold=True)
    unit = cut(chart.unit, wide, SMALL)
    yield text(x, _HEAD + _LINE * (len(names) + 0.8), unit, size=SMALL, fill=MUTED)
    top = _HEAD + _LINE * (_NAME_LINES + 1) + 6
    span = extent(chart, _MOST_TICKS, days)
    left = max(width_of(name, SMALL) for name in span.names(lang)) + 8
    plane = Plane(span, x + left, top, x + wide - 6, top + _HIGH - 6)
    yield from plotted(chart, plane, lang, is_named=False)
