"""The shipped figures: what each verdict rests on, worked out by hand before the program was asked."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from serang_plan.analysis.indicators.standing import Standing, Verdict, verdict_of
from serang_plan.analysis.indicators.strength import Strength
from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.analysis.known.known_since import known_since, source_codes
from serang_plan.analysis.lookups.references import references
from serang_plan.model.plan import Plan
from serang_plan.reading.folder import read_folder

DATA = Path(__file__).parent.parent.parent / "data"
RAKOR, TODAY = date(2020, 3, 10), date(2026, 11, 26)

ON_THE_RAKOR = """
M01 | belum               | 12 (2018-09) S11     | 20 (2007-04-26)      | lemah
M02 | tidak-dapat-dinilai | 22.2 (2019-06) S19   | 70 (2017-12-31)      | SUBSTITUTE_ONLY
M03 | belum               | 538.752 (2018) S22   | 0 (2019-03-01)       | sekunder
M04 | tidak-dapat-dinilai | -                    | 100 (2019-12-02)     | VALUE
M05 | tidak-dapat-dinilai | -                    | 90 (2019-12-02)      | VALUE
M06 | tidak-dapat-dinilai | -                    | -                    | BOTH
M07 | belum               | 0 (2019-10-21) S3    | 1 (2009-12-31)       | lemah
M08 | tidak-dapat-dinilai | 72.10 (2019) S33     | -                    | THRESHOLD
M09 | terpenuhi           | 5.28 (2019) S35      | 7 (tanpa tanggal)    | lemah
M10 | tidak-dapat-dinilai | -                    | 1 (2016-12-31)       | VALUE
M11 | tidak-dapat-dinilai | -                    | 100 (2018-12-31)     | VALUE
M12 | tidak-dapat-dinilai | 652000 (2019) S7     | -                    | BOTH
M13 | tidak-dapat-dinilai | -                    | -                    | BOTH
M14 | tidak-dapat-dinilai | -                    | -                    | BOTH
M15 | belum               | 2.4 (2019-07) S43    | 2.6 (2019-07-31)     | sekunder
M16 | tidak-dapat-dinilai | 13.4 (2019) S44      | 25 (1996-12-31)      | SUBSTITUTE_ONLY
"""
NOW = """
M01 | belum               | 12 (2018-09) S11            | 20 (2007-04-26)   | lemah
M02 | tidak-dapat-dinilai | 73.5 (2025-12-23) S100      | 70 (2017-12-31)   | SUBSTITUTE_ONLY
M03 | belum               | 162.51 (2024-12-31) S114    | 0 (2019-03-01)    | sekunder
M04 | belum               | 98.38 (2021) R5             | 100 (2019-12-02)  | lemah
M05 | terpenuhi           | 90.76 (2021) R5             | 90 (2019-12-02)   | lemah
M06 | tidak-dapat-dinilai | 82 (2025-07-09) S125        | -                 | THRESHOLD
M07 | tidak-dapat-dinilai | 1 (2026-01-07) S131 S132    | 1 (2009-12-31)    | SUBSTITUTE_ONLY
M08 | terpenuhi           | 72.98 (2022) S32            | 70 (2022-12-02)   | lemah
M09 | terpenuhi           | 5.65 (2024) S138 S139       | 7 (tanpa tanggal) | lemah
M10 | tidak-dapat-dinilai | -                           | 1 (2016-12-31)    | VALUE
M11 | tidak-dapat-dinilai | -                           | 100 (2018-12-31)  | VALUE
M12 | tidak-dapat-dinilai | 768377 (2025-06) S154       | -                 | SCOPE
M13 | tidak-dapat-dinilai | -                           | -                 | BOTH
M14 | belum               | 6.95 (2025-08) S161         | 4.85 (2025-11-05) | sekunder
M15 | belum               | 2.4 (2019-07) S43           | 2.6 (2019-07-31)  | sekunder
M16 | tidak-dapat-dinilai | 26.1 (2025) S166            | 25 (1996-12-31)   | SUBSTITUTE_ONLY
"""


@cache
def shipped(day: date) -> Plan:
    return known_plan(read_folder(str(DATA), day).plan)


def rests_on(plan: Plan, verdict: Verdict) -> tuple[str, ...]:
    """Return a line of the tables: the verdict, its value or what stands in for it, and its threshold."""
    value = verdict.value or (verdict.substitute.value if verdict.substitute else None)
    threshold, shown, bar = verdict.threshold, "-", "-"
    if value is not None:
        measurement = value.measurement
        sources = " ".join(source_codes(measurement))
        shown = f"{measurement.value} ({measurement.as_of.iso}) {sources}"
    if threshold is not None:
        bar = f"{threshold.value} ({known_since(plan, threshold) or 'tanpa tanggal'})"
    missing = verdict.missing.name if verdict.missing else ""
    strength = verdict.strength.word.id if verdict.strength is not None else missing
    return verdict.indicator.code, verdict.standing.value, shown, bar, strength


@pytest.mark.parametrize(("day", "by_hand"), [(RAKOR, ON_THE_RAKOR), (TODAY, NOW)], ids=str)
def test_every_verdict_rests_on_the_records_found_by_hand(day: date, by_hand: str) -> None:
    plan = shipped(day)
    found = [rests_on(plan, verdict_of(plan, indicator)) for indicator in plan.indicators]

    expected = [tuple(cell.strip() for cell in line.split("|")) for line in by_hand.strip().splitlines()]
    assert found == expected


@pytest.mark.parametrize(("day", "met", "unmet", "unknown"), [(RAKOR, 1, 4, 11), (TODAY, 3, 5, 8)])
def test_so_many_are_met_and_none_of_them_by_primary_documents(
    day: date, met: int, unmet: int, unknown: int
) -> None:
    verdicts = [verdict_of(shipped(day), indicator) for indicator in shipped(day).indicators]

    assert Counter(verdict.standing for verdict in verdicts) == {
        Standing.MET: met,
        Standing.UNMET: unmet,
        Standing.UNKNOWN: unknown,
    }
    assert all(
        verdict.strength is not Strength.PRIMARY for verdict in verdicts if verdict.standing is Standing.MET
    )


def test_only_documents_of_a_government_or_the_text_of_a_law_count_as_read() -> None:
    plan = shipped(TODAY)
    for indicator in plan.indicators:
        for measurement in indicator.measurements:
            if measurement.verification == "terverifikasi":
                kinds = {plan.source_by_code[code].kind for code in source_codes(measurement)}
                assert kinds == {"resmi"}, (indicator.code, measurement.value)
        for threshold in indicator.thresholds:
            if threshold.verification == "terverifikasi":
                kind = plan.source_by_code[threshold.source or ""].kind
                assert kind == "resmi" or (kind, threshold.kind) == ("salinan", "hukum"), indicator.code


def test_what_is_computed_shows_its_workings() -> None:
    computed = [
        (indicator.code, measurement)
        for indicator in shipped(TODAY).indicators
        for measurement in indicator.measurements
        if measurement.verification == "turunan"
    ]

    assert computed
    assert [code for code, measurement in computed if measurement.workings is None] == []


def test_every_shipped_source_is_named_by_something() -> None:
    plan = read_folder(str(DATA), TODAY).plan

    assert {source.code for source in plan.sources} == {
        reference.code for reference in references(plan, "sources")
    }
