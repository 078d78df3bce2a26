"""Value tables: what within an indicator goes out: series, thresholds, values and targets."""

from __future__ import annotations

from serang_plan.analysis.indicators.segments import segments
from serang_plan.analysis.known.known_since import is_dating_assumed, source_codes
from serang_plan.model.indicator import Measurement, Part, Series, Target, Threshold
from serang_plan.model.plan import Plan
from serang_plan.operations.exporting.columns import DataColumn
from serang_plan.operations.exporting.known_column import KNOWN_SINCE
from serang_plan.operations.exporting.record_table import Computed, ListTable, RecordTable, codes
from serang_plan.wording import Text

_ASSUMED = Computed(
    DataColumn(
        "known_assumed", "boolean", "Apakah waktu diketahuinya diandaikan: akhir waktu yang digambarkan."
    ),
    lambda plan: lambda value: is_dating_assumed(plan, value),
)


def _numbers(plan: Plan) -> dict[int, int]:
    return {key: nr for indicator in plan.indicators for key, nr in segments(indicator).items()}


_SEGMENT = Computed(
    DataColumn(
        "segment",
        "integer",
        "Nilai hanya sebanding di dalam satu segmen: nomor naik di setiap putusnya deret.",
    ),
    lambda plan: (lambda numbers: lambda value: numbers[id(value)])(_numbers(plan)),
)


def _parts_of(measurement: Measurement) -> tuple[Part, ...]:
    return measurement.breakdown.parts if measurement.breakdown else ()


VALUE_TABLES = (
    RecordTable(
        "series",
        Text(
            "Deret nilai tiap indikator; yang pertama menentukan status.",
            "Series of each indicator; the first judges.",
        ),
        "series",
        Series,
        "code name name_en proxy note",
        by_code=False,
    ),
    RecordTable(
        "thresholds",
        Text("Ambang yang diketahui pada hari itu.", "Thresholds known on the day."),
        "thresholds",
        Threshold,
        "value kind basis scope due for_ since until verification reason source note",
        "known withdrawn",
        by_code=False,
        computed=(KNOWN_SINCE,),
    ),
    RecordTable(
        "observations",
        Text("Nilai yang diketahui pada hari itu.", "Values known on the day."),
        "measurements",
        Measurement,
        "as_of value unit scope series break_ verification used reason workings published dispute "
        "share.part share.whole share.unit share.counts breakdown.total breakdown.unit note",
        "known withdrawn",
        (
            codes(
                "observation_sources",
                Text("Sumber tiap nilai.", "Sources of each value."),
                Measurement,
                "sources",
                "source",
                source_codes,
            )._replace(covers=("source",)),
            ListTable(
                "observation_parts",
                Text("Rincian yang terbit bersama jumlahnya.", "Parts published with their total."),
                "breakdown",
                (
                    DataColumn("name", "string", "Nama bagian.", True),
                    DataColumn("value", "number", "Besarnya; kosong bila tidak ada data."),
                ),
                lambda value: ((part.name, part.value) for part in _parts_of(value)),
            ),
        ),
        "observation",
        by_code=False,
        computed=(KNOWN_SINCE, _ASSUMED, _SEGMENT),
    ),
    RecordTable(
        "targets",
        Text("Target tahunan yang diketahui pada hari itu.", "Yearly targets known on the day."),
        "targets",
        Target,
        "year value basis reason source",
        "known withdrawn",
        by_code=False,
        computed=(KNOWN_SINCE,),
    ),
)
