"""Lines as charts that Excel draws itself, from a table of their points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from serang_plan.page import ChartLine, LineKind, LinePoint, Lines, Page, Panels, Sheet, Value
from serang_plan.rendering.axes import Extent, extent, first_and_last
from serang_plan.rendering.charts.palette import LINES, MARKS, MUTED, RULE, LineInk
from serang_plan.rendering.tables.csv import inert
from serang_plan.rendering.tables.new_workbook import TYPEFACE
from serang_plan.rendering.words import chart_rows, labelled_kinds, small_print, used_kinds
from serang_plan.wording import Lang, Text, escape_invisible, short_date

ABREAST, ROWS_HIGH, ON_A_SHEET = 2, 14, 4
"""How many charts stand beside each other, how many rows each takes, and how many are below each other."""
WIDTH, SCALE = 60, 68
"""The letters beside each other above a chart; so printed two are as wide as upright paper in any font."""
ROW = 15.75
"""The height of a row in points; unsaid, it would be that of the font that is there."""
_WIDE, _HIGH, _BELOW_EDGE = 424, 284, 4
_LIGHT = "#a3b1bf"
"""Inside of open points: some programs draw nothing but that."""
_MOST_TICKS, _MOST_YEARS = 6, 7
_DAYS_IN_YEAR = 365.25
_NAME, _POINTS = Text("Grafik", "Charts"), Text("Titik grafik", "Points of the charts")
_HEADS = (
    Text("Grafik", "Chart"),
    Text("Yang digambar", "What is drawn"),
    Text("Waktu", "Time"),
    Text("Hari terakhir", "Last day"),
    Text("Nilai", "Value"),
)
_EDGE = Text("tepi grafik", "edge of the chart")
_DAY = Text("Tanggal laporan", "Date of the report")
_SIGNS: Mapping[LineKind, str] = {
    "value": "●", "older": "•", "rival": "○", "substitute": "△", "series": "◇", "scope": "□", "target": "■",
    "due": "◆", "threshold": "─",
}  # fmt: skip
_DASHES = {"": "solid", "4 3": "dash", "9 3 2 3": "long_dash_dot"}


class DrawnLine(NamedTuple):
    """A line of a chart, and the first and the last of the rows in which its points stand."""

    name: str
    ink: LineInk
    rows: tuple[int, int]


class NativeChart(NamedTuple):
    """A chart, what it spans, and its lines with that of the page's date."""

    chart: Lines
    extent: Extent
    lines: tuple[DrawnLine, ...]


class ChartSheet(NamedTuple):
    """The charts of a page, the table of their points, what the points mean, and what is said below."""

    name: str
    charts: tuple[NativeChart, ...]
    table: Sheet
    key: str
    remarks: tuple[str, ...]


def chart_sheet(page: Page) -> ChartSheet | None:
    """Return what a page draws as lines, if it does."""
    blocks = [block for block in page.blocks if isinstance(block, Lines | Panels)]
    charts = [chart for block in blocks for chart in (block.charts if isinstance(block, Panels) else [block])]
    days = first_and_last(charts)
    rows: list[tuple[Value, ...]] = []
    drawn = []
    for chart in charts:
        span = extent(chart, _MOST_TICKS, days)
        lines = []
        for name, ink, points in _lines(chart, span, page.lang):
            lines.append(DrawnLine(name, ink, (len(rows), len(rows) + len(points) - 1)))
            rows += [_row(chart, name, point, span, page.lang) for point in points]
        drawn.append(NativeChart(chart, span, tuple(lines)))
    if not charts:
        return None
    table = Sheet(
        _POINTS.for_lang(page.lang), tuple(head.for_lang(page.lang) for head in _HEADS), tuple(rows)
    )
    kinds = labelled_kinds(charts[0]) if len(charts) == 1 else used_kinds(charts)
    key = "   ".join(f"{_SIGNS[kind]} {name}" for kind, name in kinds.items())
    remarks = tuple(words for block in blocks for words in small_print(block))
    return ChartSheet(_NAME.for_lang(page.lang), tuple(drawn), table, key, remarks)


def _lines(chart: Lines, span: Extent, lang: Lang) -> Iterator[tuple[str, LineInk, tuple[LinePoint, ...]]]:
    """Give the lines, and one that stands upright on the page's date."""
    for line in chart.lines:
        yield _name(line), LINES[line.kind], line.points
    when, ink = short_date(chart.now, lang), LineInk(MARKS["now"].fill, "", width=1.5, dashes="4 3")
    ends = tuple(LinePoint(chart.now, value, when, "") for value in (span.low, span.high))
    yield _DAY.for_lang(lang), ink, ends


def _name(line: ChartLine) -> str:
    return f"{line.name}: {line.label}" if line.label else line.name


def _row(chart: Lines, name: str, point: LinePoint, span: Extent, lang: Lang) -> tuple[Value, ...]:
    """Return a point as a row; of a threshold that has no end, where the chart ends."""
    day = date.fromordinal(int(min(max(point.day.toordinal(), span.start), span.end)))
    when = point.when or _EDGE.for_lang(lang)
    value = int(point.value) if point.value.is_integer() else Decimal(str(point.value))
    return chart.caption, name, when, day, value


def draw(book: Workbook, at: Worksheet, sheet: ChartSheet, points: str) -> None:
    """Put the charts on a sheet; their points stand on another, of that name."""
    for nth, chart in enumerate(sheet.charts):
        row, column = divmod(nth, ABREAST)
        words = "; ".join(f"{label}: {words}" if label else words for label, words in chart_rows(chart.chart))
        at.insert_chart(
            1 + row * ROWS_HIGH,
            column,
            _native(book, points, chart),
            {"description": escape_invisible(words), "y_offset": _BELOW_EDGE},
        )


def _native(book: Workbook, points: str, drawn: NativeChart) -> Chart:
    chart = book.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    for line in drawn.lines:
        first, last = (1 + row for row in line.rows)
        chart.add_series(
            {
                "name": _inert(line.name),
                "categories": [points, first, 3, last, 3],
                "values": [points, first, 4, last, 4],
                **_look(line.ink),
            }
        )
    small = {"name": TYPEFACE, "size": 10, "color": MUTED}
    chart.set_title(
        {
            "name": escape_invisible(drawn.chart.caption),
            "name_font": {"name": TYPEFACE, "size": 12},
            "overlay": False,
        }
    )
    chart.set_x_axis(_time_axis(drawn.extent) | {"num_font": small, "line": {"color": MUTED}})
    chart.set_y_axis(
        {
            "name": _inert(drawn.chart.unit),
            "name_font": small | {"bold": False},
            "num_font": small,
            "min": drawn.extent.low,
            "max": drawn.extent.high,
            "major_unit": float(drawn.extent.ticks[1] - drawn.extent.ticks[0]),
            "major_gridlines": {"visible": True, "line": {"color": RULE}},
        }
    )
    chart.set_legend({"none": True})
    chart.set_size({"width": _WIDE, "height": _HIGH})
    return chart


def _inert(words: str) -> str:
    """Return a text that is not taken for the name of a cell."""
    return inert(escape_invisible(words))


def _look(ink: LineInk) -> dict[str, object]:
    """Return how Excel draws a line and its points."""
    line = {"color": ink.colour, "width": ink.width, "dash_type": _DASHES[ink.dashes]}
    edge, fill = {"color": ink.colour}, {"color": _LIGHT if ink.is_open else ink.colour}
    marker = {"type": ink.shape, "size": 7, "border": edge, "fill": fill} if ink.shape else {"type": "none"}
    return {"line": line if ink.width else {"none": True}, "marker": marker}


def _time_axis(span: Extent) -> dict[str, object]:
    """Return an axis of time on which the last day of each year is marked, or of every second and so on."""
    first, last = (date.fromordinal(int(day)) for day in (span.start, span.end))
    every = max(1, -(-(last.year - first.year) // _MOST_YEARS))
    return {
        "min": date(first.year - 1, 12, 31),
        "max": last,
        "major_unit": every * _DAYS_IN_YEAR,
        "num_format": "yyyy",
        "date_axis": True,
    }
