"""Standings: what follows of every indicator on the day, and how many there are of each, as tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from serang_plan.analysis.indicators.standing import (
    Missing,
    Standing,
    Verdict,
    count_by_standing,
    verdicts_of,
)
from serang_plan.analysis.indicators.strength import Strength
from serang_plan.model.plan import Plan
from serang_plan.model.record import Record
from serang_plan.operations.exporting.columns import DataColumn
from serang_plan.operations.exporting.record_table import Row
from serang_plan.wording import Text


class PlanTable(NamedTuple):
    """A table of what follows from the whole plan."""

    name: str
    caption: Text
    columns: tuple[DataColumn, ...]
    key: tuple[str, ...]
    rows: Callable[[Plan], Iterator[Row]]


_STANDING_WORDS = tuple(standing.value for standing in Standing)
_STRENGTH_WORDS = tuple(strength.word.id for strength in Strength)
_MISSING_WORDS = {missing: missing.name.lower().replace("_", "-") for missing in Missing}


def _standings(plan: Plan) -> Iterator[Row]:
    for verdict in verdicts_of(plan):
        yield (*_judged(verdict), *_rests_on(verdict))


def _judged(verdict: Verdict) -> Row:
    is_judged = verdict.missing is None
    return (
        verdict.indicator.code,
        verdict.standing.value,
        _MISSING_WORDS[verdict.missing] if verdict.missing else None,
        verdict.strength.word.id if verdict.strength is not None else None,
        is_judged and verdict.is_stale,
        is_judged and verdict.is_undated,
        verdict.gap,
    )


def _rests_on(verdict: Verdict) -> Row:
    indicator, substitute = verdict.indicator, verdict.substitute
    return (
        _number(indicator.measurements, verdict.value.measurement if verdict.value else None),
        _number(indicator.all_thresholds, None if verdict.missing else verdict.threshold),
        _number(indicator.measurements, substitute.value.measurement if substitute else None),
    )


def _number(records: tuple[Record, ...], wanted: Record | None) -> int | None:
    return next((nr for nr, record in enumerate(records, 1) if record is wanted), None)


def _counts(plan: Plan) -> Iterator[Row]:
    for standing, count in count_by_standing(verdicts_of(plan)).items():
        yield standing.value, count


_INDICATOR = DataColumn("indicator", "string", "Kode indikator.", True, refers_to="indicators")
_STANDING = DataColumn("standing", "string", "Status pada hari itu.", True, _STANDING_WORDS)

STANDINGS = PlanTable(
    "standings",
    Text("Status tiap indikator pada hari itu.", "Standing of each indicator on the day."),
    (
        _INDICATOR,
        _STANDING,
        DataColumn(
            "missing", "string", "Apa yang kurang untuk menilai.", words=tuple(_MISSING_WORDS.values())
        ),
        DataColumn(
            "strength", "string", "Kuatnya bukti, menurut bagian yang terlemah.", words=_STRENGTH_WORDS
        ),
        DataColumn("is_stale", "boolean", "Apakah nilai yang dinilai usang.", True),
        DataColumn("is_undated", "boolean", "Apakah ambang yang menilai tanpa tanggal.", True),
        DataColumn("gap", "number", "Jarak ke ambang dalam satuan indikator; negatif bila melampauinya."),
        DataColumn("observation", "integer", "Nomor nilai yang dinilai, dari `observations`."),
        DataColumn("threshold", "integer", "Nomor ambang yang menilai, dari `thresholds`."),
        DataColumn(
            "substitute", "integer", "Nomor nilai pengganti, dari `observations`, bila deret pertama kosong."
        ),
    ),
    ("indicator",),
    _standings,
)
COUNTS = PlanTable(
    "counts",
    Text("Banyaknya indikator menurut status.", "How many indicators there are of each standing."),
    (_STANDING, DataColumn("indicators", "integer", "Banyaknya indikator.", True)),
    ("standing",),
    _counts,
)
