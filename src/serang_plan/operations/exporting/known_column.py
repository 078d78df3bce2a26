"""Known column: since when each record was surely known, as a column of its table."""

from __future__ import annotations

from serang_plan.analysis.known.known_since import known_since
from serang_plan.operations.exporting.columns import DataColumn
from serang_plan.operations.exporting.record_table import Computed

KNOWN_SINCE = Computed(
    DataColumn(
        "known_since", "date", "Sejak kapan diketahui umum; kosong bila tidak ada yang memberinya tanggal."
    ),
    lambda plan: lambda record: known_since(plan, record),
)
