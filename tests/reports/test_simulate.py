"""What if something slips, fails or turns out: the plan stays as it is, and unknown stays unknown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from serang_plan.analysis.indicators.evidence import latest
from serang_plan.analysis.outlook.scenario import Assume, Delay, Drop, WhatIf, Without, plan_with
from serang_plan.cli.main import run
from serang_plan.model.plan import Plan
from serang_plan.reports.simulate import page as report
from tests.conftest import ROOT
from tests.worlds.small_city import GREEN, HEADER, city, shown

ACTIONS = """
    - {code: A01, name: Lahan, opd: DPUPR, start: 2026-TW1, finish: 2026-TW4, status: berjalan}
    - {code: A02, name: Taman, opd: DLH, indicators: [{code: M01, adds: 9}],
       start: 2027-TW1, finish: 2027-TW4, status: rencana, needs: [A01]}
    - {code: A03, name: Festival, opd: DLH, start: 2028-TW1, finish: 2028-TW2, needs: [A02]}
"""


def seen(*changes: WhatIf, plan: Plan | None = None) -> str:
    return shown(report.page(report.build(plan or city(actions=ACTIONS), changes), "id"))


def test_a_delay_moves_the_year_in_which_a_threshold_is_reached() -> None:
    text = seen(Delay("A02", 4))

    assert "A02 Taman (DLH): mundur 1 tahun, selesai TW IV 2027 → TW IV 2028" in text
    assert "2027   1 ✓ 0 ✗ 0 ?  0 ✓ 1 ✗ 0 ?  M01 terpenuhi → belum" in text
    assert "2028   1 ✓ 0 ✗ 0 ?  1 ✓ 0 ✗ 0 ?  –" in text


def test_a_delay_holds_up_what_waits_for_it() -> None:
    text = seen(Delay("A01", 4))

    assert "A02 (DLH) mulai TW I 2027, padahal menunggu A01, yang baru selesai TW IV 2027" in text
    assert "A03" not in text


def test_what_is_late_anyhow_is_not_told_again() -> None:
    waiting = ACTIONS.replace("start: 2027-TW1", "start: 2026-TW3")

    assert "A02 (DLH) mulai TW III 2026, padahal menunggu A01" in seen(
        Delay("A01", 1), plan=city(actions=waiting)
    )
    assert "menunggu A01" not in seen(Delay("A03", 1), plan=city(actions=waiting))


def test_a_delay_of_two_quarters_is_two_quarters() -> None:
    assert "A02 Taman (DLH): mundur 2 triwulan, selesai TW IV 2027 → TW II 2028" in seen(Delay("A02", 2))


def test_what_has_not_begun_begins_later_and_what_runs_runs_on() -> None:
    then = plan_with(city(actions=ACTIONS), [Delay("A01", 4), Delay("A02", 4)])

    assert [one.start and one.start.iso for one in then.actions][:2] == ["2026-TW1", "2028-TW1"]


def test_what_begins_today_has_begun_and_what_begins_tomorrow_has_not() -> None:
    plan = city(
        actions="""
        - {code: A01, name: Taman, start: 2026-06-30, finish: 2027-TW4, status: berjalan}
        - {code: A02, name: Kebun, start: 2026-07-01, finish: 2027-TW4, status: rencana}
    """
    )

    then = plan_with(plan, [Delay("A01", 1), Delay("A02", 1)])
    assert [action.start and action.start.first for action in then.actions] == [
        date(2026, 6, 30),
        date(2026, 10, 1),
    ]


def test_an_overdue_action_slips_from_now_on() -> None:
    plan = city(actions="- {code: A01, name: Lahan, finish: 2024-TW4}")

    assert "selesai TW IV 2024 → TW II 2027" in seen(Delay("A01", 4), plan=plan)


def test_what_fails_takes_along_everything_that_waits_for_it() -> None:
    text = seen(Drop("A01"))

    assert "A02 (DLH) menunggu A01, yang tidak akan selesai" in text
    assert "A03 (DLH) menunggu A02, yang tidak akan selesai karena menunggu A01" in text
    assert "M01 terpenuhi → belum pasti (selesainya tidak pasti)" in text


def test_an_opd_that_fails_drops_all_that_it_still_has() -> None:
    text = seen(Without("DLH"))

    assert "DLH: semua kegiatan terbuka gagal: A02 Taman dan A03 Festival" in text
    assert "DLH  2027        1        0" in text


def test_a_gap_that_widens_is_said_even_where_no_count_changes() -> None:
    parks = """
        - {code: A01, name: Taman, opd: DLH, indicators: [{code: M01, adds: 3}], finish: 2027}
        - {code: A02, name: Kebun, opd: DPUPR, indicators: [{code: M01, adds: 3}], finish: 2027}
    """

    text = seen(Without("DLH"), plan=city(actions=parks))

    assert "hitungan indikator tidak berubah" in text
    assert "Kesenjangan yang melebar pada akhir 2029" in text
    assert "M01 RTH publik: kurang 2 poin → kurang 5 poin" in text
    assert "tercapai → kurang 8 poin" in seen(Drop("A02"))


def test_what_is_done_does_not_fail_any_more() -> None:
    plan = city(
        actions="- {code: A01, name: Taman, opd: DLH, indicators: [{code: M01, adds: 9}], done: 2026-03}"
    )

    text = seen(Without("DLH"), plan=plan)

    assert "DLH tidak punya kegiatan terbuka" in text
    assert "hitungan indikator tidak berubah" in text


def test_a_value_counts_from_its_year_on() -> None:
    text = seen(Assume("M01", Decimal("20.5"), 2028), plan=city())

    assert "M01 RTH publik: mencapai 20,5% pada akhir 2028" in text
    assert "2027   0 ✓ 1 ✗ 0 ?  0 ✓ 1 ✗ 0 ?  –" in text
    assert "2028   0 ✓ 1 ✗ 0 ?  1 ✓ 0 ✗ 0 ?  M01 belum → terpenuhi" in text


def test_what_was_declared_says_nothing_against_a_value_that_is_set_for_later() -> None:
    declared = GREEN.replace(
        "aspect: fisik", "aspect: fisik\n      declared: {standing: terpenuhi, by: Wakil}"
    )

    text = seen(Assume("M01", 15, 2028), plan=city(indicators=declared))

    assert "2027   0 ✓ 0 ✗ 1 ?  0 ✓ 0 ✗ 1 ?  –" in text
    assert "2028   0 ✓ 0 ✗ 1 ?  0 ✓ 1 ✗ 0 ?" in text


MEASURED = (
    "{as_of: 2026-12-31, published: 2026-12-31, value: 13, source: S1, verification: terverifikasi, MORE}"
)


@pytest.mark.parametrize("more", ["used: false", "used: true, reason: Angka BPS"])
def test_a_value_that_is_set_stands_before_whatever_was_published_for_its_day(more: str) -> None:
    indicators = f"{GREEN}        - {MEASURED.replace('MORE', more)}\n"

    text = seen(Assume("M01", 25, 2026), plan=city(date(2026, 12, 31), indicators=indicators))

    assert "2026   0 ✓ 1 ✗ 0 ?  1 ✓ 0 ✗ 0 ?  M01 belum → terpenuhi" in text


def test_of_two_values_that_are_set_for_one_year_the_later_counts() -> None:
    plan = plan_with(city(), [Assume("M01", 25, 2028), Assume("M01", 15, 2028)])

    newest = latest(plan, plan.indicators[0])
    assert newest is not None
    assert newest.amount == 15


TWO_PARKS = """
    - {code: A01, name: Taman, opd: DLH, indicators: [{code: M01, adds: 3}], finish: 2027-TW2}
    - {code: A02, name: Kebun, opd: DLH, indicators: [{code: M01, adds: 3}], finish: 2028}
    - {code: A03, name: Hutan, opd: DLH, indicators: [{code: M01, adds: 9}]}
"""


def test_a_value_that_is_set_holds_what_is_to_be_finished_by_then() -> None:
    plan = city(actions=TWO_PARKS.replace("- {code: A03", "# "))

    text = seen(Assume("M01", 15, 2027), plan=plan)

    assert "hitungan indikator tidak berubah" in text  # 15 at the end of 2027 and 3 more are 18, not 21
    assert "2028   0 ✓ 1 ✗ 0 ?  1 ✓ 0 ✗ 0 ?" in seen(Assume("M01", 17, 2027), plan=plan)


def test_a_value_that_is_set_is_the_value_of_its_year_whatever_may_be_finished() -> None:
    text = seen(Assume("M01", 15, 2027), plan=city(actions=TWO_PARKS))

    assert "2027   0 ✓ 0 ✗ 1 ?  0 ✓ 1 ✗ 0 ?  M01 belum pasti → belum" in text


def test_less_being_done_answers_no_question() -> None:
    plan = city(actions="- {code: A01, name: Taman, opd: DLH, indicators: [{code: M01}], finish: 2027}")

    assert "hitungan indikator tidak berubah" in seen(Drop("A01"), plan=plan)


def test_a_load_above_the_limit_is_marked() -> None:
    plan = city(plan=HEADER + "    settings: {most_actions: 1}\n", actions=ACTIONS)

    assert "DLH  2028        1  2 (> 1)" in seen(Delay("A02", 1), plan=plan)


def test_a_load_of_years_that_are_over_does_not_change() -> None:
    plan = city(actions="- {code: A01, name: Lahan, opd: DLH, start: 2025, finish: 2027}")

    assert "2025" not in seen(Drop("A01"), plan=plan)


def test_the_plan_itself_stays_as_it_is() -> None:
    plan = city(actions=ACTIONS)
    before = plan.actions, plan.indicators

    seen(Delay("A01", 4), Drop("A02"), Assume("M01", 3, 2027), plan=plan)

    assert (plan.actions, plan.indicators) == before


# -- as it is typed ---------------------------------------------------------------------------

EXAMPLE = ["--data", str(ROOT / "src" / "serang_plan" / "example"), "--as-of", "2026-06-30"]


@pytest.mark.parametrize(
    ("typed", "message", "advice"),
    [
        ([], "belum ada yang diandaikan", "serang-plan simulate --delay A03:+1"),
        (["--delay", "A03"], "tidak terbaca sebagai penundaan", "--delay A02:+2TW"),
        (["--delay", "A03:-1"], "tidak terbaca sebagai penundaan", "--delay A02:+1"),
        (["--delay", "A01:+1"], "`A01` sudah selesai", "pilih kegiatan yang belum selesai"),
        (["--drop", "A28"], "`A28` sudah batal", "pilih kegiatan yang belum selesai"),
        (["--drop", "A033"], "`A033` bukan pilihan", "maksud Anda `A03`?"),
        (["--without-opd", "DISHUP"], "`DISHUP` bukan pilihan", "maksud Anda `DISHUB`?"),
        (["--value", "M01"], "tidak terbaca sebagai nilai", "--value M01=15@2027"),
        (["--value", "M12=1.000.000"], "tidak terbaca sebagai nilai", "tanpa titik ribuan"),
        (["--value", "M12=12.000"], "tidak terbaca sebagai nilai", "tanpa titik ribuan"),
        (["--value", f"M12={'9' * 5000}"], "tidak terbaca sebagai nilai", "--value M01=15@2027"),
        (["--value", f"M12=9@{'9' * 5000}"], "bukan tahun dalam rencana ini", "pilih tahun 2024"),
        (["--value", "M01=15@2025"], "tahun `2025` sudah lewat", "pilih 2026 atau sesudahnya"),
        (["--value", "M01=15@2040"], "`2040` bukan tahun dalam rencana ini", "pilih tahun 2024 sampai 2029"),
    ],
)
def test_what_cannot_be_supposed_is_answered_with_what_can(
    typed: list[str], message: str, advice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["simulate", *typed, *EXAMPLE])

    said = capsys.readouterr().err
    assert code == 2
    assert message in said
    assert advice in said


def test_changes_may_be_repeated_and_typed_as_people_type(capsys: pytest.CaptureFixture[str]) -> None:
    typed = ["--delay", "a03:1", "--delay", "A16:+2tw", "--value", "m01=20,5", "--without-opd", "Kominfo"]

    code = run(["simulate", *typed, *EXAMPLE, "--lang", "en"])

    said = capsys.readouterr().out
    assert code == 0
    assert "A03 Taman Kali Wening tahap 2 (DLH): slips by 1 year" in said
    assert "A16 Koridor bus 2 (DISHUB): slips by 2 quarters" in said
    assert "M01 Public green space: is 20.5% at the end of 2026" in said
    assert "DISKOMINFO: all open actions fail" in said


def test_an_action_without_a_finish_cannot_slip(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["simulate", "--delay", "A07:+1", "--data", str(ROOT / "data"), "--as-of", "2026-06-30"])

    assert code == 2
    assert "`A07` belum punya waktu selesai" in capsys.readouterr().err


def test_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in (ROOT / "data").glob("*.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    run(["simulate", "--drop", "A06", "--data", str(tmp_path), "--as-of", "2026-06-30"])

    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert "Tidak ada berkas yang diubah." in capsys.readouterr().out
