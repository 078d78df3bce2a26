"""What reports say beside a figure: its year, what it rests on, its threshold, and what it is not compared with."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from serang_plan.analysis.indicators.evidence import Apart, set_aside, why_apart
from serang_plan.analysis.indicators.pace import Pace, Trend, pace, trend
from serang_plan.analysis.indicators.progress.d9_default import MethodOrder
from serang_plan.analysis.indicators.progress.method_result import (
    Method,
    MethodVerdict,
    RefusalReason,
    Refused,
)
from serang_plan.analysis.indicators.progress.methods import progress as judge
from serang_plan.analysis.indicators.standing import Missing, Standing, verdict_of
from serang_plan.analysis.indicators.strength import Strength, value_strength
from serang_plan.analysis.indicators.target_proposal import (
    NoProposal,
    OmissionReason,
    TargetProposal,
    proposals,
)
from serang_plan.analysis.outlook.forecast import ForecastOutcome, Scenario, UnknownReason, forecast
from serang_plan.analysis.outlook.gaps import gaps_of
from serang_plan.model.indicator import Measurement
from serang_plan.model.plan import Plan
from serang_plan.reports.forecast import page as forecast_page
from serang_plan.reports.gaps import data as gaps_data
from serang_plan.reports.gaps import page as gaps_page
from serang_plan.reports.gaps.sheets import sheets as gaps_sheets
from serang_plan.reports.parts.json_values import as_object
from serang_plan.reports.parts.verdict_words import counts_line, standing_in_full
from serang_plan.reports.progress import data as progress_data
from serang_plan.reports.progress import page as progress_page
from serang_plan.reports.progress.sheets import sheets as progress_sheets
from serang_plan.reports.status import data as status_data
from serang_plan.reports.status import page as status_page
from serang_plan.wording import Lang
from tests.worlds.small_city import city, shown

SOURCES = """
    - {code: S1, kind: resmi, published: 2020}
    - {code: S2, kind: berita, published: 2025-01}
    - {code: S3, kind: laporan, weakness: Blog yang mengutip}
"""
LAW = "{value: 20, kind: hukum, basis: UU 26/2007, since: 2007, source: S1, verification: terverifikasi}"


def plan_of(
    values: str,
    thresholds: str = LAW,
    more: str = "",
    direction: str = "naik",
    as_of: date = date(2026, 6, 30),
) -> Plan:
    """Return a plan of one indicator."""
    indicator = f"""
    - code: M01
      name: RTH publik
      aspect: fisik
      pillars: [ramah]
      unit: "%"
      direction: {direction}
      thresholds: [{thresholds}]
      measurements: [{values}]
      {more}
"""
    return city(as_of, sources=SOURCES, indicators=indicator)


def value(as_of: object, amount: object, more: str = "source: S1, verification: terverifikasi") -> str:
    return f"{{as_of: {as_of}, published: {as_of}, value: {amount}, {more}}}"


def status(plan: Plan, lang: Lang = "id") -> str:
    return shown(status_page.page(status_page.build(plan, status_page.Faults(0, 0, 0)), lang))


def progress(plan: Plan, lang: Lang = "id") -> str:
    return shown(progress_page.page(progress_page.build(plan, "M01"), lang))


def gaps(plan: Plan, lang: Lang = "id") -> str:
    return shown(gaps_page.page(gaps_of(plan), lang))


def in_json(plan: Plan) -> dict[str, Any]:
    """Return what status says of the indicator to programs."""
    report = status_page.build(plan, status_page.Faults(0, 0, 0))
    (record,) = as_object(status_data.data(report, "id"))["indicators"]  # type: ignore[misc]
    found: dict[str, Any] = record  # type: ignore[assignment]
    return found


# -- only comparable values are joined (A3) -----------------------------------------------


OTHERS = ", ".join(
    (
        value(2016, 9, "source: S1"),
        value(2017, 10, "source: S1, series: kajian"),
        value(2018, 99, "source: S1, scope: kawasan"),
        value(2019, 900, "source: S1, unit: ha"),
        value(2024, 12, "source: S1, break: Disurvei ulang"),
        value(2025, 13),
    )
)
SERIES = "series: [{code: utama, name: Utama}, {code: kajian, name: Menurut kajian}]"


def test_each_value_that_stands_apart_says_why() -> None:
    plan = plan_of(OTHERS, more=SERIES)

    said = progress(plan)
    assert "deret lain: Menurut kajian, tidak dipakai" in said
    assert "cakupan lain: kawasan, tidak dipakai" in said
    assert "satuan lain, tidak dipakai" in said
    assert "sebelum deret putus: Disurvei ulang, tidak dipakai" in said
    assert "before the series breaks: Disurvei ulang, not used" in progress(plan, "en")


def test_programs_and_sheets_are_told_why_a_value_stands_apart() -> None:
    plan = plan_of(OTHERS, more=SERIES)
    (indicator,) = plan.indicators
    report = progress_page.build(plan, "M01")

    reasons = [why_apart(plan, indicator, apart) for apart in set_aside(plan, indicator)]
    assert reasons == [(Apart.BREAK,), (Apart.SERIES,), (Apart.SCOPE,), (Apart.UNIT,)]
    values: Any = as_object(progress_data.data(report, "id"))["values"]
    assert [one["apart"] for one in values] == [[], [], ["break"], ["series"], ["scope"], ["unit"]]
    sheet, *_ = progress_sheets(report, "id")
    used = [row[sheet.columns.index("Dipakai")] for row in sheet.rows]
    assert "cakupan lain: kawasan, tidak dipakai" in used


def test_no_trend_reaches_over_a_break() -> None:
    plan = plan_of(OTHERS, more=SERIES)

    assert trend(plan, plan.indicators[0]) == (Trend.IMPROVING, 1, 2)


@pytest.mark.parametrize(("values", "few"), [((2024, 2025), True), ((2023, 2024, 2025), False)])
def test_a_trend_from_two_values_says_that_it_is_one(values: tuple[int, ...], few: bool) -> None:
    plan = plan_of(", ".join(value(year, year - 2015) for year in values))

    assert ("(dari dua nilai saja)" in progress(plan)) == few
    assert ("(from two values only)" in progress(plan, "en")) == few
    assert ("(dari dua nilai saja)" in gaps(plan)) == few


# -- an old value has a standing with its year, and no present (A4) ------------------------


OLD = f"{value(2018, 10)}, {value(2019, 25)}"
TARGETS = "targets: [{year: 2020, value: 22}, {year: 2029, value: 30}]"


def test_an_old_value_keeps_its_standing_with_its_year_and_is_counted() -> None:
    plan = plan_of(OLD)
    verdict = verdict_of(plan, plan.indicators[0])

    assert standing_in_full(verdict, "id") == "terpenuhi (2019), nilainya usang"
    assert standing_in_full(verdict, "en") == "met (2019), its value is stale"
    assert counts_line([verdict], "id") == "1 terpenuhi, 1 di antaranya dari dokumen primer; 1 nilai usang."
    assert "1 stale value." in status(plan, "en")
    assert in_json(plan)["stale"]


def test_pace_trend_and_the_deciding_method_refuse_an_old_value() -> None:
    plan = plan_of(OLD, more=TARGETS)
    (indicator,) = plan.indicators
    comparison = judge(plan, indicator)

    assert pace(plan, indicator).pace is Pace.TOO_OLD
    assert trend(plan, indicator).trend is Trend.UNKNOWN
    assert comparison.decision.order is MethodOrder.NONE
    assert isinstance(comparison.decision.outcome, Refused)
    assert comparison.decision.outcome.reason is RefusalReason.TOO_OLD
    assert isinstance(comparison.outcomes[Method.D1], MethodVerdict)
    said = progress(plan)
    assert "Kemajuan tidak dapat dinilai: nilai terbarunya sudah usang." in said
    assert "dihitung per waktu nilai itu" in said
    assert "Arah:" not in said


def test_a_value_that_is_new_enough_is_judged_by_the_same_methods() -> None:
    plan = plan_of(OLD, more=TARGETS).on(date(2020, 6, 30))

    assert pace(plan, plan.indicators[0]).pace is Pace.ON_TRACK
    assert trend(plan, plan.indicators[0]).trend is Trend.IMPROVING
    assert judge(plan, plan.indicators[0]).decision.order is not MethodOrder.NONE


@pytest.mark.parametrize(
    ("newest", "pace_said", "behind_it"),
    [
        ("source: S1, verification: terverifikasi", "sesuai jalur (2025)", "nilai 2025"),
        ("source: S2, verification: sekunder", "sesuai jalur (2025, sekunder)", "nilai 2025, sekunder"),
        ("source: S3", "sesuai jalur (2025, lemah)", "nilai 2025, lemah"),
    ],
)
def test_a_pace_says_of_which_year_its_value_is_by_which_method_and_what_is_weak_about_it(
    newest: str, pace_said: str, behind_it: str
) -> None:
    values = f"{value(2024, 10)}, {value(2025, 19, newest)}"
    plan = plan_of(values, more="targets: [{year: 2025, value: 18}, {year: 2029, value: 30}]")

    assert pace_said in status(plan)
    assert "garis target tahunan (D1)" in status(plan)
    assert f"Putusan ({behind_it}): sesuai jalur, menurut D1" in progress(plan)


def test_what_lags_by_a_weak_value_says_the_year_alone_and_what_has_no_pace_names_no_method() -> None:
    values = f"{value(2024, 10)}, {value(2025, 11, 'source: S3')}"
    behind = plan_of(values, more="targets: [{year: 2025, value: 18}, {year: 2029, value: 30}]")

    assert "behind (2025)" in status(behind, "en")
    assert "Verdict (value of 2025): late" in progress(behind, "en")
    assert "(D1)" in status(behind, "en")
    assert "(D1)" not in status(plan_of(values), "en")


def test_a_gap_by_an_old_value_has_no_trend() -> None:
    said = gaps(plan_of(f"{value(2018, 10)}, {value(2019, 12)}"))

    assert "tren tidak dihitung karena nilainya usang" in said
    assert "per tahun" not in said


# -- thresholds in time (A5) -----------------------------------------------------------------


def due(year: int, goal: int = 20) -> str:
    return f"{{value: {goal}, kind: nasional, basis: RPJMN, due: {year}, known: 2020, source: S1}}"


def test_the_due_year_of_a_threshold_is_said_and_whether_it_has_passed() -> None:
    passed, ahead = (plan_of(value(2025, 13), due(year)) for year in (2024, 2027))

    assert "≥ 20% (target nasional, sampai akhir 2024, tahunnya sudah lewat)" in gaps(passed)
    assert "≥ 20% (national target, by the end of 2024, its year has passed)" in progress(passed, "en")
    assert "≥ 20% (target nasional, sampai akhir 2027)" in gaps(ahead)
    assert "≥ 20% (2024)" in status(passed)
    assert in_json(passed)["threshold"]["due"] == 2024


FOR_EVER = due(2024, 15).replace("due: 2024, ", "")
UNDATED_DUE = due(2027, 16).replace(", known: 2020, source: S1", "")


@pytest.mark.parametrize(
    ("thresholds", "goal"),
    [
        (f"{due(2024, 11)}, {FOR_EVER}", 15),
        (f"{FOR_EVER}, {due(2024, 11)}", 15),
        (f"{FOR_EVER}, {due(2026, 12)}, {due(2029, 13)}", 12),
        (f"{due(2024, 11)}, {due(2022, 10)}", 11),
        (f"{due(2027, 12)}, {due(2027, 14).replace('2020', '2019')}", 12),
        (f"{due(2027, 12)}, {UNDATED_DUE}", 12),
    ],
)
def test_thresholds_judge_in_turn_due_next_then_without_a_year_then_due_last_and_of_alike_the_newest(
    thresholds: str, goal: int
) -> None:
    plan = plan_of(value(2025, 13), thresholds)

    threshold = verdict_of(plan, plan.indicators[0]).threshold
    assert threshold is not None
    assert threshold.value == goal


def test_the_way_ends_in_the_due_year_and_not_in_the_last_of_the_plan() -> None:
    values = f"{value(2024, 12)}, {value(2025, 14)}"
    (ahead,) = proposals(plan_of(values, due(2027)))
    (passed,) = proposals(plan_of(values, due(2024)))

    assert isinstance(ahead, TargetProposal)
    assert isinstance(passed, TargetProposal)
    assert (ahead.steps[-1].year, passed.steps[-1].year) == (2027, 2029)
    assert "dipakai sebagai target, batas waktunya 2027" in progress(plan_of(values, due(2027)))
    assert "tahun akhir rencana 2029" in progress(plan_of(values))


def test_a_forecast_judges_each_year_by_the_threshold_that_is_due_next() -> None:
    plan = plan_of(value(2026, 15, "source: S1, known: 2026-01"), f"{due(2027, 14)}, {due(2029, 20)}")
    (prospect,) = forecast(plan).prospects

    outcomes = [projection.outcome for projection in prospect.projections[Scenario.PLAN]]
    assert outcomes == [*[ForecastOutcome.MET] * 2, *[ForecastOutcome.UNMET] * 2]


COMPARED = "{value: 4.85, for: 2025, kind: pembanding, basis: TPT nasional, known: 2025-11-05, source: S1}"


def test_a_comparison_judges_its_own_time_and_no_later_one() -> None:
    plan = plan_of(value(2025, 6), COMPARED, direction="turun")
    later = plan_of(f"{value(2025, 6)}, {value('2026-02', 5)}", COMPARED, direction="turun")
    (prospect,) = forecast(plan).prospects

    assert verdict_of(plan, plan.indicators[0]).standing is Standing.UNMET
    assert "≤ 4,85% (pembanding, untuk 2025)" in gaps(plan)
    assert "pembanding tahun-tahun berikutnya belum ada" in gaps(plan)
    assert prospect.now.outcome is ForecastOutcome.UNMET
    assert {one.why for one in prospect.projections[Scenario.TREND]} == {UnknownReason.NO_COMPARISON}
    assert verdict_of(later, later.indicators[0]).missing is Missing.COMPARISON
    assert "pembanding belum ada" in status(later)
    assert "cari angka pembanding untuk Feb 2026" in gaps(later)
    assert list(proposals(plan)) == [NoProposal(plan.indicators[0], OmissionReason.NO_COMPARISON)]


REGION = "{value: 20, kind: hukum, basis: UU, scope: kawasan, since: 2007, source: S1, verification: terverifikasi}"


@pytest.mark.parametrize(
    ("amount", "sentence"), [(30, "untuk kawasan: 30% (2025) ≥ 20"), (15, "untuk kawasan: 15% (2025) < 20")]
)
def test_what_holds_for_another_scope_stands_beside_and_decides_nothing(amount: int, sentence: str) -> None:
    plan = plan_of(
        f"{value(2025, 90)}, {value(2025, amount, 'source: S1, verification: terverifikasi, scope: kawasan')}",
        REGION,
    )
    verdict = verdict_of(plan, plan.indicators[0])

    assert (verdict.standing, verdict.missing) == (Standing.UNKNOWN, Missing.SCOPE)
    assert f"M01 RTH publik {sentence}." in status(plan)
    assert sentence in gaps(plan)
    assert f"U{sentence[1:]}." in progress(plan)
    assert "ambang beda cakupan" in status(plan)
    other = in_json(plan)["other_scope"]
    assert (other["scope"], other["value"], other["met"]) == ("kawasan", amount, amount >= 20)
    gap_sheet, *_ = gaps_sheets(gaps_of(plan), "id")
    assert gap_sheet.rows[0][gap_sheet.columns.index("Cakupan lain")] == sentence


def test_what_holds_for_another_scope_rests_on_the_weaker_of_its_value_and_its_threshold() -> None:
    news = "source: S2, verification: sekunder, scope: kawasan"
    plan = plan_of(value(2025, 30, news), REGION)

    other = verdict_of(plan, plan.indicators[0]).other_scope
    assert other is not None
    assert other.strength is Strength.SECONDARY


PROXY = "series: [{code: utama, name: Ditangani}, {code: angkut, name: Terangkut, proxy: BOUND}]"


@pytest.mark.parametrize(
    ("bound", "amount", "standing"),
    [
        ("kira", 73.5, Standing.UNKNOWN),
        ("atas", 73.5, Standing.UNKNOWN),
        ("atas", 3.5, Standing.UNMET),
        ("bawah", 73.5, Standing.MET),
    ],
)
def test_a_substitute_is_shown_as_one_and_concludes_only_where_it_bounds(
    bound: str, amount: float, standing: Standing
) -> None:
    plan = plan_of(value(2025, amount, "source: S1, series: angkut"), more=PROXY.replace("BOUND", bound))
    verdict, figure = verdict_of(plan, plan.indicators[0]), str(amount).replace(".", ",")

    assert verdict.standing is standing
    assert f"{figure}% (2025) pengganti" in status(plan)
    assert "pengganti" in progress(plan)
    assert in_json(plan)["substitute"]["bounds"] == bound
    assert ("baru nilai pengganti" in status(plan)) == (standing is Standing.UNKNOWN)
    if standing is not Standing.MET:
        assert f"{figure}% (2025) pengganti" in gaps(plan)
        assert "susun kegiatan" not in gaps(plan)
    (prospect,) = forecast(plan).prospects
    assert {one.why for one in prospect.projections[Scenario.PLAN]} == {UnknownReason.NO_VALUE}


@pytest.mark.parametrize("thresholds", [f"{LAW}, {REGION}", f"{REGION}, {LAW}"])
def test_beside_a_threshold_of_its_own_scope_that_of_another_is_told_too(thresholds: str) -> None:
    plan = plan_of(value(2025, 13), thresholds)
    verdict = verdict_of(plan, plan.indicators[0])

    assert verdict.threshold is not None
    assert verdict.other_scope is not None
    assert (verdict.threshold.scope, verdict.other_scope.scope) == (None, "kawasan")


@pytest.mark.parametrize(("year", "compared"), [(2024, False), (2025, True)])
def test_a_comparison_for_another_scope_judges_its_own_time_too(year: int, compared: bool) -> None:
    measured = value(year, 30, "source: S1, scope: kawasan")
    plan = plan_of(measured, REGION.replace("since: 2007", "for: 2025, since: 2007"))

    assert (verdict_of(plan, plan.indicators[0]).other_scope is not None) == compared


@pytest.mark.parametrize(("years", "amount"), [((2023, 2025), 30), ((2025, 2023), 15)])
def test_of_another_scope_the_newest_value_of_any_series_counts(years: tuple[int, int], amount: int) -> None:
    measured = (
        value(years[0], 15, "source: S1, scope: kawasan"),
        value(years[1], 30, "source: S1, scope: kawasan, series: kajian"),
    )
    plan = plan_of(", ".join(measured), REGION, more=SERIES)

    other = verdict_of(plan, plan.indicators[0]).other_scope
    assert other is not None
    assert other.value is not None
    assert other.value.amount == amount


def test_a_substitute_says_nothing_of_another_scope_either() -> None:
    measured = value(2025, 30, "source: S1, series: angkut, scope: kawasan")
    plan = plan_of(measured, REGION, more=PROXY.replace("BOUND", "kira"))

    other = verdict_of(plan, plan.indicators[0]).other_scope
    assert other is not None
    assert (other.value, other.met) == (None, None)


@pytest.mark.parametrize(
    ("day", "standing"), [(date(2026, 6, 29), Standing.UNMET), (date(2026, 6, 30), Standing.CONTRADICTED)]
)
def test_what_is_declared_contradicts_nothing_before_it_is_declared(day: date, standing: Standing) -> None:
    declared = "declared: {standing: terpenuhi, by: Wali Kota, date: 2026-06-30, source: S1}"
    plan = plan_of(value(2025, 13), more=declared, as_of=day)

    assert verdict_of(plan, plan.indicators[0]).standing is standing


# -- on what a standing rests (A6) ---------------------------------------------------------


PRESS = "source: S2, verification: sekunder"
BLOG = "source: S3, verification: sekunder, known: 2025-12"


@pytest.mark.parametrize(
    ("more", "strength", "word"),
    [
        ("source: S1, verification: terverifikasi", Strength.PRIMARY, "tercapai"),
        ("source: S1, verification: sekunder", Strength.SECONDARY, "tercapai (sekunder)"),
        (PRESS, Strength.SECONDARY, "tercapai (sekunder)"),
        (BLOG, Strength.WEAK, "tercapai (lemah)"),
        (BLOG.replace("source: S3", "sources: [S1, S3]"), Strength.WEAK, "tercapai (lemah)"),
    ],
)
def test_what_is_met_says_on_what_it_rests(more: str, strength: Strength, word: str) -> None:
    plan = plan_of(value(2025, 30, more))
    primary = int(strength is Strength.PRIMARY)

    assert verdict_of(plan, plan.indicators[0]).strength is strength
    assert f" {word} " in status(plan)
    assert f"1 terpenuhi, {primary} di antaranya dari dokumen primer" in status(plan)
    assert f"sudah{word.removeprefix('tercapai')}" in shown(
        forecast_page.page(forecast_page.build(plan), "id")
    )
    assert in_json(plan)["strength"] == strength.name.lower()


@pytest.mark.parametrize(
    ("verification", "codes", "strength"),
    [
        ("terverifikasi", "S1", Strength.PRIMARY),
        ("turunan", "S1", Strength.PRIMARY),
        ("sekunder", "S1", Strength.SECONDARY),
        ("perlu-dicek", "S1", Strength.WEAK),
        ("terverifikasi", "", Strength.WEAK),
        ("terverifikasi", "S1 nowhere", Strength.WEAK),
        ("terverifikasi", "S1 S2", Strength.SECONDARY),
        ("terverifikasi", "copy", Strength.SECONDARY),
        ("sekunder", "copy", Strength.WEAK),
        ("terverifikasi", "S1 guess", Strength.WEAK),
    ],
)
def test_what_was_read_and_where_say_how_well_a_value_is_supported(
    verification: str, codes: str, strength: Strength
) -> None:
    others = "- {code: copy, kind: salinan}\n    - {code: guess, kind: perkiraan}"
    plan = city(sources=f"{SOURCES.rstrip()}\n    {others}")
    measured = {"as_of": "2025", "value": 13, "verification": verification, "sources": codes.split()}

    assert value_strength(plan, Measurement.model_validate(measured)) is strength


def test_the_weakness_of_a_source_is_printed_where_it_is_cited() -> None:
    assert "S3 sumber lemah: Blog yang mengutip" in progress(plan_of(value(2025, 30, BLOG)))
    assert "sumber lemah:" not in progress(plan_of(value(2025, 30, PRESS)))


def test_a_value_of_several_sources_cites_them_all() -> None:
    said = progress(plan_of(value(2025, 30, "sources: [S1, S2], verification: turunan")))

    assert "S1, S2" in said
    assert "tanpa sumber" not in said


UNDATED = "{value: 20, kind: tafsiran, basis: Bacaan kita}"


def test_what_bears_no_date_is_marked_and_counted_and_its_rule_is_said() -> None:
    plan = plan_of("{as_of: 2025, value: 13, source: S3}", UNDATED)

    assert "1 ambang tanpa tanggal; 1 nilai tanpa tanggal terbit." in status(plan)
    assert "≥ 20%§" in status(plan)
    assert "13% (2025)§" in status(plan)
    assert "ambangnya berlaku pada setiap hari, nilainya terhitung sejak akhir waktunya" in status(plan)
    assert "Undated: the threshold counts on every day" in progress(plan, "en")
    assert "(tafsiran penyusun, tanpa tanggal)" in progress(plan)
    assert "diandaikan" in progress(plan)
    assert in_json(plan)["threshold"]["undated"]
    assert in_json(plan)["value_dating_assumed"]


def test_what_is_dated_and_strong_gets_no_mark() -> None:
    said = status(plan_of(value(2025, 13)))

    assert "§" not in said
    assert "dokumen primer" not in said


def test_the_gaps_for_programs_say_from_how_many_values_a_trend_is() -> None:
    plan = plan_of(f"{value(2024, 12)}, {value(2025, 14)}")
    (gap,) = as_object(gaps_data.data(gaps_of(plan), "id"))["gaps"]  # type: ignore[misc]

    assert gap["trend_points"] == 2  # type: ignore[index]
