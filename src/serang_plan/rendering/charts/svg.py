"""A chart as an SVG picture that stands alone: no style sheet, no font, no script; its words within it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from serang_plan.page import Bars, Chart, KeyFigures, Lines, Panels, Stacks, Timeline
from serang_plan.rendering.charts import bars, lines, panels, stacks, timeline
from serang_plan.rendering.charts.elements import (
    PAPER,
    SLIM,
    SMALL,
    WIDTH,
    Drawing,
    element,
    n,
    text,
)
from serang_plan.rendering.charts.palette import MUTED
from serang_plan.rendering.words import shown_rows
from serang_plan.wording import Lang, Text, escape_invisible

__all__ = ["PAPER", "SLIM", "WIDTH", "Picture", "draw", "in_words"]

_FONTS = "Arial, Helvetica, 'Liberation Sans', 'Noto Sans', sans-serif"
_NOTHING = Text("Belum ada yang dapat digambar.", "There is nothing to draw yet.")
_SHARES = Text("Perbandingan jumlah", "Shares of the whole")


class Picture(NamedTuple):
    """A picture, its size in pixels, its title, and the words that say the same, a line each."""

    svg: str
    width: int
    height: int
    title: str
    words: str


def draw(chart: Chart | KeyFigures, lang: Lang, width: int = WIDTH) -> tuple[Picture, ...]:
    """Draw a chart in one picture, or in one for each row that may stand on a sheet of its own.

    Its caption is the title; neither that nor what stands below a chart is written in a picture. One as
    wide as `SLIM` is laid out for a phone: its letters stay readable there.
    """
    return tuple(_picture(part, drawing, lang, width) for part, drawing in _drawn(chart, width, lang))


def _picture(chart: Chart | KeyFigures, drawing: Drawing, lang: Lang, width: int) -> Picture:
    if not drawing.elements:
        drawing = Drawing((text(0, 16, _NOTHING.for_lang(lang), size=SMALL, fill=MUTED),), 22)
    title = _SHARES.for_lang(lang) if isinstance(chart, KeyFigures) else chart.caption
    words, height = in_words(chart), round(drawing.height + 1)
    size = f'viewBox="0 0 {width} {n(height)}" width="{width}" height="{n(height)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{_FONTS}">'
    names = element("title", title) + element("desc", "; ".join(words))
    svg = "".join((head, names, *drawing.elements, "</svg>"))
    return Picture(svg, width, height, title, "\n".join(words))


def _drawn(chart: Chart | KeyFigures, width: int, lang: Lang) -> Iterator[tuple[Chart | KeyFigures, Drawing]]:
    match chart:
        case Bars() if chart.bars:
            yield chart, bars.drawn(chart, width, lang)
        case Stacks() if chart.stacks:
            yield chart, stacks.drawn(chart, width)
        case Lines() if chart.lines:
            yield chart, lines.drawn(chart, width, lang)
        case Panels() if chart.charts:
            yield from panels.rows(chart, width, lang)
        case Timeline() if chart.rows:
            yield chart, timeline.drawn(chart, width)
        case KeyFigures():
            yield chart, stacks.strip(chart, width)
        case Bars() | Stacks() | Lines() | Panels() | Timeline():
            yield chart, Drawing((), 0)
        case _:
            assert_never(chart)


def in_words(chart: Chart | KeyFigures) -> tuple[str, ...]:
    """Say what the picture shows, a line for each thing in it."""
    if isinstance(chart, KeyFigures):
        return tuple(escape_invisible(stacks.named(figure)) for figure in chart.figures)
    return tuple(
        escape_invisible(f"{label}: {words}" if label else words) for label, words in shown_rows(chart)
    )
