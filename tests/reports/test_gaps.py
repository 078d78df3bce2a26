"""What is missing, whether the plan closes it, and what would."""

from __future__ import annotations

from datetime import date

import pytest

from serang_plan.analysis.indicators.standing import Standing
from serang_plan.analysis.outlook.gaps import EVERYTHING, Filters, gaps_of
from serang_plan.analysis.outlook.scenario import Assume, plan_with
from serang_plan.cli.main import run
from serang_plan.reports.gaps import data as gaps_data
from serang_plan.reports.gaps import page as report
from serang_plan.reports.parts.json_values import as_object
from tests.conftest import ROOT
from tests.worlds.small_city import GREEN, city, shown


def seen(filters: Filters = EVERYTHING, **sections: str) -> str:
    return shown(report.page(gaps_of(city(**sections), filters), "id"))


def test_a_gap_without_any_action_says_so_and_what_is_needed() -> None:
    text = seen()

    assert "✗ M01 RTH publik: kurang 8 poin" in text
    assert "belum ada kegiatan" in text
    assert "susun kegiatan senilai +8 poin" in text


def test_a_gap_shows_how_much_of_the_way_is_left_and_where_it_is_heading() -> None:
    text = seen()

    assert "masih 80% dari jarak sejak 10% (2021)" in text
    assert "membaik 0,5 poin per tahun" in text


def test_two_values_within_a_year_make_no_trend() -> None:
    close = GREEN.replace("as_of: 2021", "as_of: 2025-06").replace("published: 2022", "published: 2025-07")

    assert "belum ada tren" in seen(indicators=close)


def test_an_indicator_that_moved_away_is_not_called_under_way() -> None:
    text = seen(indicators=GREEN.replace("value: 10", "value: 14"))

    assert "menjauh sejak 14% (2021)" in text
    assert "memburuk 0,5 poin per tahun" in text


def test_the_way_is_not_measured_from_a_value_that_was_good_already() -> None:
    assert "jalan sejak" not in seen(indicators=GREEN.replace("value: 10", "value: 25"))


@pytest.mark.parametrize(
    ("old", "new"),
    [(", source: S1", ""), ("value: 20,", "value: 20, for: 2025,")],
    ids=["values without a source", "a threshold for one time"],
)
def test_where_nothing_can_be_judged_or_no_goal_lasts_no_way_is_left(old: str, new: str) -> None:
    whole, without = (gaps_of(city(indicators=green)).gaps[0] for green in (GREEN, GREEN.replace(old, new)))

    assert whole.remaining_gap is not None
    assert without.remaining_gap is None


def test_actions_that_suffice_are_enough_from_a_year_on() -> None:
    text = seen(
        actions="""
        - {code: A01, name: Taman, opd: DLH, indicators: [{code: M01, adds: 3}], finish: 2027-TW2}
        - {code: A02, name: Hutan, opd: DLH, indicators: [{code: M01, adds: 5}], finish: 2028-TW4}
    """
    )

    assert "cukup: 20% bila semua kegiatan selesai, ambang tercapai akhir 2028" in text
    assert "jaga jadwal A01 dan A02" in text


def test_actions_that_do_not_suffice_are_short_by_a_number() -> None:
    text = seen(
        actions="- {code: A01, name: Taman, opd: DLH, indicators: [{code: M01, adds: 4.8}], finish: 2027}"
    )

    assert "kurang 3,2 poin bila semua kegiatan selesai" in text
    assert "tambah kegiatan senilai +3,2 poin" in text


def test_an_unknown_effect_is_neither_zero_nor_enough() -> None:
    text = seen(
        actions="""
        - {code: A01, name: Taman, opd: DLH, indicators: [{code: M01, adds: 4.8}], finish: 2027}
        - {code: A02, name: Hutan, opd: DLH, indicators: [{code: M01}], finish: 2027}
    """
    )

    assert "tidak dapat dikatakan: 1 kegiatan tanpa perkiraan dampak (A02); tanpa itu kurang 3,2 poin" in text
    assert "perkirakan dampak A02" in text


def test_an_unknown_effect_does_not_matter_where_the_known_ones_suffice() -> None:
    text = seen(
        actions="""
        - {code: A01, name: Taman, opd: DLH, indicators: [{code: M01, adds: 9}], finish: 2027}
        - {code: A02, name: Hutan, opd: DLH, indicators: [{code: M01}], finish: 2027}
    """
    )

    assert "cukup: 21% bila semua kegiatan selesai" in text


def test_what_was_done_before_the_value_was_measured_is_in_it_already() -> None:
    text = seen(
        actions="""
        - {code: A01, name: Taman, opd: DLH, indicators: [{code: M01, adds: 9}], status: selesai, done: 2025-06}
    """
    )

    assert "belum ada kegiatan" in text


def test_what_waits_for_a_cancelled_action_is_not_counted_on() -> None:
    text = seen(
        actions="""
        - {code: A01, name: Lahan, opd: DPUPR, finish: 2026, status: batal}
        - {code: A02, name: Taman, opd: DLH, indicators: [{code: M01, adds: 9}], finish: 2027, needs: [A01]}
    """
    )

    assert "tidak dapat dikatakan: 1 kegiatan yang selesainya tidak pasti (A02)" in text
    assert "ganti A01 yang batal dan ditunggu A02" in text


def test_an_action_announced_later_was_not_known() -> None:
    actions = (
        "- {code: A01, name: Taman, announced: 2026-07-01, indicators: [{code: M01, adds: 9}], finish: 2027}"
    )

    assert "Taman" not in seen(actions=actions)
    assert "Taman" in shown(report.page(gaps_of(city(date(2026, 7, 1), actions=actions)), "id"))


def test_an_action_without_a_known_finish_still_counts_once_all_is_done() -> None:
    text = seen(actions="- {code: A01, name: Taman, indicators: [{code: M01, adds: 9}]}")

    assert "waktu selesai belum ada" in text
    assert "cukup: 21% bila semua kegiatan selesai" in text


@pytest.mark.parametrize("waiting", ["", "finish: 2027, needs: [A02]"])
def test_what_was_put_off_without_a_new_date_is_not_counted_on(waiting: str) -> None:
    text = seen(
        actions=f"""
        - {{code: A01, name: Taman, opd: DLH, indicators: [{{code: M01, adds: 9}}], {waiting or "status: geser"}}}
        - {{code: A02, name: Lahan, opd: DPUPR, finish: 2027, status: geser}}
    """
    )

    assert "cukup" not in text
    assert "tidak dapat dikatakan: 1 kegiatan yang selesainya tidak pasti (A01)" in text
    assert f"tulis waktu selesai {'A02' if waiting else 'A01'}" in text


def test_small_effects_are_not_rounded_away() -> None:
    assert "+0,003 poin" in seen(actions="- {code: A01, name: Taman, indicators: [{code: M01, adds: 0.003}]}")


def test_authority_comes_from_the_actions_and_the_partners() -> None:
    text = seen(
        actions="""
        - {code: A01, name: Taman, indicators: [{code: M01, adds: 1}], authority: kota}
        - {code: A02, name: Waduk, indicators: [{code: M01, adds: 1}], authority: pusat}
    """
    )

    assert "kota (A01); pusat (A02); mitra PEMPROV (provinsi)" in text


def test_who_only_delivers_the_figures_is_no_partner_in_closing_a_gap() -> None:
    assert "PEMPROV" not in seen(
        indicators=GREEN.replace("aspect: fisik", "aspect: fisik\n      provider: PEMPROV")
    )


MANY = (
    GREEN
    + """
    - {code: M02, name: Tanpa nilai, aspect: sosial, unit: "%", direction: naik,
       threshold: {value: 1, kind: hukum, basis: UU}}
    - {code: M03, name: Tanpa ambang, aspect: sosial, unit: "%", direction: naik,
       measurements: [{as_of: 2025, value: 3, source: S1}]}
    - {code: M04, name: Diklaim, aspect: sosial, unit: "%", direction: naik,
       threshold: {value: 1, kind: hukum, basis: UU}, declared: {standing: terpenuhi, by: Kepala}}
    - {code: M05, name: Bertentangan, aspect: sosial, unit: "%", direction: naik,
       threshold: {value: 9, kind: hukum, basis: UU}, measurements: [{as_of: 2025, value: 3, source: S1}],
       declared: {standing: terpenuhi, by: Wakil}}
    - {code: M06, name: Terpenuhi, aspect: sosial, unit: "%", direction: naik,
       threshold: {value: 2, kind: hukum, basis: UU}, measurements: [{as_of: 2025, value: 3, source: S1}]}
"""
)


def test_the_classes_never_merge() -> None:
    found = gaps_of(city(indicators=MANY))

    by_class = {standing: [one.code for one in found.of(standing)] for standing in Standing}
    assert by_class == {
        Standing.MET: [],
        Standing.UNMET: ["M01"],
        Standing.UNKNOWN: ["M02", "M03"],
        Standing.CLAIMED: ["M04"],
        Standing.CONTRADICTED: ["M05"],
    }


def test_each_class_says_what_would_settle_it() -> None:
    text = seen(indicators=MANY)

    assert "tetapkan siapa yang mengukur" in text
    assert "tetapkan ambang beserta dasarnya" in text
    assert "minta bukti dari Kepala" in text
    assert "selesaikan dengan Wakil: mana yang benar, pernyataan atau data" in text
    assert "Terpenuhi:" not in text


def test_a_gap_known_only_by_a_substitute_asks_for_the_value_itself() -> None:
    series = "      series: [{code: a, name: A}, {code: b, name: B, proxy: atas}]\n      measurements:"
    bounded = GREEN.replace("      measurements:", series).replace("{as_of", "{series: b, as_of")
    text = seen(indicators=bounded)

    assert "✗ M01 RTH publik" in text
    assert "minta nilai yang sebenarnya dari DLH" in text


def test_what_nobody_plans_comes_before_what_the_plan_closes() -> None:
    two = GREEN + GREEN.replace("M01", "M02")

    found = gaps_of(
        city(indicators=two, actions="- {code: A01, name: Taman, indicators: [{code: M01, adds: 9}]}")
    )

    assert [one.code for one in found.gaps] == ["M02", "M01"]


def test_a_threshold_by_law_comes_before_a_national_one_and_that_before_one_by_policy() -> None:
    kinds = {"M01": "kebijakan", "M02": "nasional", "M03": "hukum"}
    three = "".join(
        GREEN.replace("M01", code).replace("kind: hukum", f"kind: {kind}") for code, kind in kinds.items()
    )

    assert [gap.code for gap in gaps_of(city(indicators=three)).gaps] == ["M03", "M02", "M01"]


def test_codes_come_as_people_count() -> None:
    three = "".join(GREEN.replace("M01", code) for code in ("M10", "M9", "M2"))
    actions = "\n".join(
        f"- {{code: {code}, name: Taman, opd: DLH, finish: 2027, indicators: [{{code: M2}}, {{code: M9}}]}}"
        for code in ("A10", "A9")
    )

    found = gaps_of(city(indicators=three, actions=actions)).gaps

    assert [one.code for one in found] == ["M10", "M2", "M9"]
    assert [one.code for one in found[1].actions] == ["A9", "A10"]


def test_the_rule_of_the_order_is_said() -> None:
    assert "Urutan dalam tiap kelompok: lebih dulu yang belum direncanakan" in seen(indicators=MANY)


@pytest.mark.parametrize(
    ("filters", "codes"),
    [
        (Filters(opd="DLH"), ["M01"]),
        (Filters(opd="DPUPR"), ["M01"]),
        (Filters(opd="DINKES"), []),
        (Filters(aspect="sosial"), ["M02", "M03", "M04", "M05"]),
        (Filters(pillar="ramah"), ["M01"]),
    ],
)
def test_filters_leave_what_concerns_somebody(filters: Filters, codes: list[str]) -> None:
    found = gaps_of(city(indicators=MANY), filters)

    assert sorted(one.code for one in found.gaps) == sorted(codes)


def test_a_year_is_held_against_its_target_and_what_is_done_by_then() -> None:
    text = seen(
        Filters(year=2027),
        indicators=GREEN + "      targets: [{year: 2027, value: 16, basis: rpjmd}]\n",
        actions="""
        - {code: A01, name: Taman, opd: DLH, indicators: [{code: M01, adds: 3}], finish: 2027-TW2}
        - {code: A02, name: Hutan, opd: DLH, indicators: [{code: M01, adds: 5}], finish: 2028-TW4}
        """,
    )

    assert "16% (RPJMD): kurang 1 poin dengan kegiatan yang selesai s.d. akhir 2027" in text
    assert "tambah kegiatan senilai +1 poin untuk target 2027" in text
    assert "Hutan" not in text


def test_every_report_of_gaps_ends_with_what_to_type_next() -> None:
    assert shown(report.page(gaps_of(city()), "en"), 80).rstrip().endswith("serang-plan forecast")


def test_programs_get_numbers_and_null_for_what_is_unknown() -> None:
    found = gaps_of(city(actions="- {code: A01, name: Taman, indicators: [{code: M01}]}"))

    (gap,) = as_object(gaps_data.data(found, "id"))["gaps"]

    assert gap["gap"] == 8
    assert gap["share_of_way_left"] == 0.8
    assert gap["plan"]["sufficiency"] == "cannot-say"
    assert gap["actions"][0]["adds"] is None


# -- as it is typed ------------------------------------------------------------------------

EXAMPLE = ["--data", str(ROOT / "src" / "serang_plan" / "example"), "--as-of", "2026-06-30"]


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        (["--opd", "DPERKI"], "maksud Anda `DPERKIM`?"),
        (["--aspect", "sosail"], "maksud Anda `sosial`?"),
        (["--pillar", "rama"], "maksud Anda `ramah`?"),
        (["--year", "2035"], "pilih tahun 2024 sampai 2029"),
    ],
)
def test_an_unknown_filter_is_answered_with_the_nearest(
    typed: list[str], advice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["gaps", *typed, *EXAMPLE])

    assert code == 2
    assert advice in capsys.readouterr().err


@pytest.mark.parametrize("name", ["Perkim", "perkim", "dperkim", "Dinas Perumahan dan Kawasan Permukiman"])
def test_an_opd_may_be_typed_by_any_of_its_names(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["gaps", "--opd", name, *EXAMPLE])

    assert code == 0
    assert "Hanya OPD DPERKIM" in capsys.readouterr().out


def test_a_value_of_today_holds_nothing_of_what_is_overdue() -> None:
    measured = GREEN + "        - {as_of: 2026-06-30, published: 2026-06-30, value: 13, source: S1}\n"
    overdue = "- {code: A01, name: Taman, opd: DLH, indicators: [{code: M01, adds: 3}], finish: 2025}"

    (gap,) = gaps_of(city(indicators=measured, actions=overdue)).gaps

    assert [part.code for part in gap.actions] == ["A01"]


@pytest.mark.parametrize(("finish", "left"), [("2027-TW3", []), ("2027-TW4", []), ("2028-TW1", ["A01"])])
def test_a_value_supposed_for_the_end_of_a_year_holds_what_is_finished_by_that_day(
    finish: str, left: list[str]
) -> None:
    plan = city(
        actions=f"- {{code: A01, name: Taman, opd: DLH, indicators: [{{code: M01, adds: 3}}], finish: {finish}}}"
    )

    (gap,) = gaps_of(plan_with(plan, [Assume("M01", 13, 2027)])).gaps

    assert [part.code for part in gap.actions] == left
