"""Status in pictures: the values of every indicator in time, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.page import Panels
from serang_plan.reports.parts.indicator_chart import panel_of
from serang_plan.reports.parts.phrases import VALUES_OF_PLAN
from serang_plan.reports.status.page import Status
from serang_plan.wording import Lang, Text

_CAPTION = Text("Nilai tiap indikator menurut waktu", "The values of each indicator over time")
_REMARK = Text(
    "Tanda tahun adalah akhir tahun itu; hanya nilai sebanding yang dihubungkan; garis tegak: hari laporan.",
    "The mark of a year is its end; only comparable values are joined; upright line: day of the report.",
)


def pictures(status: Status, lang: Lang) -> Iterator[Panels]:
    """Give a small chart for each indicator, if there is any."""
    charts = tuple(panel_of(status.plan, row.verdict.indicator, lang) for row in status.rows)
    if charts:
        remark, source = _REMARK.for_lang(lang), VALUES_OF_PLAN.for_lang(lang)
        yield Panels(_CAPTION.for_lang(lang), charts, remark, source)
