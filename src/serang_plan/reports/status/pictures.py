"""Status in pictures: the values of every indicator in time, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.page import Panels
from serang_plan.reports.parts.indicator_chart import panel_of
from serang_plan.reports.status.page import Status
from serang_plan.wording import Lang, Text

_CAPTION = Text("Nilai tiap indikator menurut waktu", "The values of each indicator in time")
_SOURCE = Text(
    "Sumber: nilai dan ambang yang tercatat dalam rencana ini, masing-masing dengan sumbernya. Tanda tahun "
    "adalah akhir tahun itu; hanya nilai yang sebanding dihubungkan; garis tegak: tanggal laporan.",
    "Source: the values and thresholds recorded in this plan, each with its source. The mark of a year is "
    "its end; only values that may be compared are joined; upright line: the date of the report.",
)


def pictures(status: Status, lang: Lang) -> Iterator[Panels]:
    """Give a small chart for each indicator, if there is any."""
    charts = tuple(panel_of(status.plan, row.verdict.indicator, lang) for row in status.rows)
    if charts:
        yield Panels(_CAPTION.for_lang(lang), charts, _SOURCE.for_lang(lang))
