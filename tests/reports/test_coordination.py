"""What a planner sees in `coordination`: parts, coverage, load, pairs, chains and clashes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from serang_plan.cli.main import run
from serang_plan.reading.folder import Reading
from serang_plan.rendering.screen import terminal
from serang_plan.rendering.text import markdown
from serang_plan.reports.coordination import page as report
from serang_plan.reports.coordination.data import data
from serang_plan.reports.parts.json_values import as_object
from serang_plan.wording import Lang
from tests.conftest import ROOT
from tests.readers.reports import as_on_a_screen

Plan = Callable[..., Reading]

OPD = """
    - {code: DLH, name: Dinas Lingkungan Hidup, aliases: [LH]}
    - {code: DPUPR, name: Dinas Pekerjaan Umum}
    - {code: DISHUB, name: Dinas Perhubungan}
"""
INDICATORS = """
    - code: M01
      name: RTH publik
      aspect: fisik
      unit: "%"
      direction: naik
      threshold: {value: 20, kind: hukum, basis: UU}
      measurements: [{as_of: 2025, value: 12, source: S1}]
"""
MET = """
    - code: M01
      name: RTH publik
      aspect: fisik
      unit: "%"
      direction: naik
      threshold: {value: 20, kind: hukum, basis: UU}
      measurements: [{as_of: 2025, value: 25, source: S1}]
"""
LATE = """
    - {code: A1, name: Lahan, opd: DPUPR, start: 2026-TW4, finish: 2027-TW2}
    - {code: A2, name: Taman, opd: DLH, start: 2027-TW1, finish: 2027-TW3, needs: [A1]}
    - {code: A3, name: Halte, opd: DISHUB, start: 2027-TW3, finish: 2027-TW4, needs: [A2]}
"""


def built(reading: Reading, opd: str | None = None, year: int | None = None) -> report.Coordination:
    return report.build(reading.plan, reading.sources.where, report.Scope(opd, year))


def shown(reading: Reading, lang: Lang = "id", width: int = 110, **scope: Any) -> str:
    return terminal.render(report.page(built(reading, **scope), lang), width, colour=False)


def row_of(text: str, who: str) -> list[str]:
    """Return the cells of the last line of a table that begins with a word."""
    return [line.split()[1:] for line in text.splitlines() if line.split()[:1] == [who]][-1]


def section(text: str, title: str) -> str:
    """Return what stands under a heading, up to the next line that is not part of a table or a list."""
    return text.split(f"\n{title}\n", 1)[1]


# -- who has what part -------------------------------------------------------------------


def test_the_matrix_says_in_letters_who_leads_supports_and_partners(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        partners="- {code: BPS, name: Badan Pusat Statistik, kind: pusat}",
        indicators=INDICATORS,
        assignments="- {indicator: M01, lead: DLH, support: [DPUPR], partners: [BPS]}",
        actions="""
            - {code: A1, name: Taman, opd: DLH, indicators: [{code: M01}]}
            - {code: A2, name: Lahan, opd: DPUPR, indicators: [{code: M01}]}
        """,
    )

    matrix = section(shown(read), "Pembagian tugas")

    assert row_of(matrix.split("Beban")[0], "DLH") == ["P"]
    assert row_of(matrix.split("Beban")[0], "DPUPR") == ["D"]
    assert row_of(matrix.split("Beban")[0], "BPS") == ["M"]
    assert "P pengampu · D pendukung · M mitra" in matrix


def test_a_small_letter_says_that_nothing_is_done_for_the_indicator(plan: Plan) -> None:
    read = plan(opd=OPD, indicators=INDICATORS, assignments="- {indicator: M01, lead: DLH, support: [DPUPR]}")

    matrix = section(shown(read), "Pembagian tugas").split("Beban")[0]

    assert (row_of(matrix, "DLH"), row_of(matrix, "DPUPR")) == (["p"], ["d"])


def test_who_acts_without_a_duty_is_in_the_matrix_too(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        indicators=INDICATORS,
        assignments="- {indicator: M01, lead: DLH}",
        actions="- {code: A1, name: Halte, opd: DISHUB, indicators: [{code: M01}]}",
    )

    assert row_of(section(shown(read), "Pembagian tugas").split("Beban")[0], "DISHUB") == ["K"]


def test_the_matrix_is_split_into_parts_that_fit_and_no_column_is_lost(plan: Plan) -> None:
    codes = [f"M{nth:02}" for nth in range(1, 24)]
    read = plan(
        opd=OPD,
        indicators="\n".join(
            f"- {{code: {code}, name: N{code}, aspect: a, unit: ha, direction: naik}}" for code in codes
        ),
        assignments="\n".join(f"- {{indicator: {code}, lead: DLH}}" for code in codes),
    )
    page = report.page(built(read), "id")

    narrow = section(terminal.render(page, 80, colour=False), "Pembagian tugas").split("Beban")[0]
    paper = section(markdown.render(page), "## Pembagian tugas").split("## Beban")[0]

    headings = [line for line in narrow.splitlines() if line.startswith("OPD ") and "M" in line.split()[1]]
    assert [code for line in headings for code in line.split()[1:]] == codes
    assert max(map(len, narrow.splitlines())) <= 80
    heads = [line for line in paper.splitlines() if line.startswith("| OPD |")]
    assert all(len(line.strip("| ").split(" | ")) <= 7 for line in heads)
    assert re.findall(r"M\d\d", " ".join(heads)) == codes


# -- coverage ----------------------------------------------------------------------------

WHOLE = "- {code: A1, name: Taman, opd: DLH, finish: 2027, indicators: [{code: M01, adds: 9}]}"


@pytest.mark.parametrize(
    ("assignments", "actions", "cover"),
    [
        ("- {indicator: M01, lead: DLH}", WHOLE, "covered"),
        ("- {indicator: M01, support: [DLH]}", WHOLE, "missing"),
        ("- {indicator: M01, lead: DLH, until: 2025}", WHOLE, "missing"),
        ("- {indicator: M01, lead: DLH}\n- {indicator: M01, lead: DPUPR}", WHOLE, "ambiguous"),
        ("- {indicator: M01, lead: BLH}", WHOLE, "outdated"),
        ("- {indicator: M01, lead: DLH}", "- {code: A1, name: Halte, opd: DISHUB}", "unserved"),
        ("- {indicator: M01, lead: DLH}", WHOLE.replace("finish: 2027, ", ""), "hollow"),
        ("- {indicator: M01, lead: DLH}", WHOLE.replace(", adds: 9", ""), "hollow"),
        ("- {indicator: M01, lead: DLH}", WHOLE.replace("opd: DLH, ", ""), "hollow"),
    ],
)
def test_every_indicator_gets_a_verdict_on_how_it_is_covered(
    plan: Plan, assignments: str, actions: str, cover: str
) -> None:
    old = "\n    - {code: BLH, name: Badan LH, until: 2025, successor: DLH}"
    read = plan(opd=OPD.rstrip() + old, indicators=INDICATORS, assignments=assignments, actions=actions)

    (found,) = as_object(data(built(read), "id"))["indicators"]

    assert found["cover"] == cover


def test_a_lead_that_is_gone_is_replaced_by_who_carries_on_its_work(plan: Plan) -> None:
    read = plan(
        opd=OPD.rstrip() + "\n    - {code: BLH, name: Badan LH, until: 2025, successor: DLH}",
        indicators=INDICATORS,
        assignments="- {indicator: M01, lead: BLH}",
    )

    text = shown(read)

    assert "~ 1 pengampu tak berlaku" in text
    assert "pindahkan ke DLH" in text


def test_an_indicator_that_is_met_needs_no_action(plan: Plan) -> None:
    read = plan(opd=OPD, indicators=MET, assignments="- {indicator: M01, lead: DLH}")

    assert "✓ 1 tercakup" in shown(read)


def test_finished_actions_do_not_cover_what_is_still_not_met(plan: Plan) -> None:
    done = (
        "- {code: A1, name: Taman, opd: DLH, done: 2025, status: selesai, indicators: [{code: M01, adds: 1}]}"
    )
    read = plan(opd=OPD, indicators=INDICATORS, assignments="- {indicator: M01, lead: DLH}", actions=done)

    text = shown(read)

    assert "○ 1 tanpa kegiatan" in text
    assert "semua (1) kegiatannya selesai" in text


def test_hollow_cover_says_which_action_lacks_what(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        indicators=INDICATORS,
        assignments="- {indicator: M01, lead: DLH}",
        actions="""
            - {code: A1, name: Taman, opd: DLH, finish: 2027, indicators: [{code: M01}]}
            - {code: A2, name: Kebun, indicators: [{code: M01, adds: 2}]}
        """,
    )

    text = shown(read)

    assert "? 1 kegiatan belum lengkap" in text
    assert "A1 tanpa dampak; A2 tanpa pelaksana dan waktu selesai" in text
    assert "Tunjuk pelaksana kegiatan: A2" in text


def test_who_is_named_nowhere_is_called_so(plan: Plan) -> None:
    read = plan(opd=OPD, indicators=INDICATORS, assignments="- {indicator: M01, lead: DLH, support: [DPUPR]}")

    text = shown(read)

    assert "1 mengampu, 1 ikut tanpa mengampu, 1 tanpa tugas" in text
    assert "Belum disebut di mana pun: DISHUB" in text


def test_duties_that_nobody_has_decided_are_called_a_proposal(plan: Plan) -> None:
    read = plan(opd=OPD, indicators=INDICATORS, assignments="- {indicator: M01, lead: DLH, basis: usulan}")

    assert "Pembagian tugas OPD masih usulan." in shown(read)


# -- load --------------------------------------------------------------------------------

BUSY = """
    - code: A1
      name: Taman
      opd: DLH
      start: 2026
      finish: 2027
      funding: [{source: APBD kota, year: 2026, amount: 2500000000}]
    - {code: A2, name: Kebun, opd: DLH, start: 2026, finish: 2026}
    - {code: A3, name: Jalan, opd: DPUPR, start: 2026, finish: 2026}
"""


def test_the_load_counts_actions_money_and_leads(plan: Plan) -> None:
    read = plan(opd=OPD, indicators=INDICATORS, actions=BUSY, assignments="- {indicator: M01, lead: DLH}")

    load = section(shown(read), "Beban 2026")

    assert "DLH           1         2  ≥ Rp2,5 miliar  A2" in load


def test_a_cost_that_nobody_has_stated_is_unknown_and_not_zero(plan: Plan) -> None:
    found = as_object(data(built(plan(opd=OPD, actions=BUSY)), "id"))["load"]
    money = {(one["opd"], one["year"]): (one["money"], one["without_cost"]) for one in found}

    assert money["DPUPR", 2026] == (None, ["A3"])
    assert money["DLH", 2027] == (None, ["A1"])
    assert money["DLH", 2026] == (2_500_000_000, ["A2"])


def test_more_actions_than_the_limit_of_the_plan_stand_out(plan: Plan) -> None:
    header = "{title: Kota, city: Kota, first_year: 2024, last_year: 2029, settings: {most_actions: 1}}"
    read = plan(opd=OPD, actions=BUSY, plan=header)

    assert "2 (batas 1)" in shown(read)


# -- pairs -------------------------------------------------------------------------------


def test_a_lead_must_talk_with_who_supports_and_with_who_acts(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        indicators=INDICATORS,
        assignments="- {indicator: M01, lead: DLH, support: [DPUPR]}",
        actions="- {code: A1, name: Halte, opd: DISHUB, indicators: [{code: M01}]}",
    )

    pairs = {tuple(one["opd"]): one["about"] for one in as_object(data(built(read), "id"))["pairs"]}

    assert pairs == {
        ("DISHUB", "DLH"): [{"ground": "shared-indicator", "codes": ["M01"]}],
        ("DLH", "DPUPR"): [{"ground": "shared-indicator", "codes": ["M01"]}],
    }


def test_pairs_with_the_very_same_matter_share_a_line(plan: Plan) -> None:
    read = plan(
        opd=OPD, indicators=INDICATORS, assignments="- {indicator: M01, lead: DLH, support: [DPUPR, DISHUB]}"
    )

    assert re.search(r"^DLH +DISHUB dan DPUPR +indikator M01$", shown(read), re.MULTILINE)


def test_actions_in_one_place_and_year_are_settled_by_both(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        actions="""
            - {code: A1, name: Trotoar, opd: DPUPR, start: 2026, finish: 2027, place: {site: Jalan A}}
            - {code: A2, name: Pohon peneduh, opd: DLH, start: 2027, place: {site: jalan a}}
        """,
    )

    text = shown(read)

    assert "2027  jalan a: A1 Trotoar (DPUPR) dan A2 Pohon peneduh (DLH)" in text
    assert "A1 dan A2 di tempat yang sama" in text


def test_actions_with_nearly_one_name_are_called_alike(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        actions="""
            - {code: A1, name: Pembangunan Taman Deduluran, opd: DPUPR, start: 2026}
            - {code: A2, name: Penataan Taman Deduluran, opd: DLH, start: 2026}
        """,
    )

    assert "1 kegiatan mirip" in shown(read)


def test_a_duty_that_has_just_moved_without_a_decision_is_a_matter_between_both(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        indicators=INDICATORS,
        assignments="- {indicator: M01, lead: DPUPR, until: 2025}\n- {indicator: M01, lead: DLH, from: 2026}",
    )

    assert "serah terima tugas M01" in shown(read)


# -- chains ------------------------------------------------------------------------------


def test_a_chain_says_who_hands_over_what_to_whom_and_by_when(plan: Plan) -> None:
    read = plan(opd=OPD, actions=LATE.replace("finish: 2027-TW2", "finish: 2026-TW4"))

    text = section(shown(read), "Rantai dan serah terima antar-OPD")

    assert "A1 → A2 → A3" in text
    assert re.search(r"DPUPR +DLH +A1 Lahan +A2 +TW IV 2026 +TW I 2027 +cukup waktu", text)
    assert re.search(r"DLH +DISHUB +A2 Taman +A3 +TW III 2027 +TW III 2027 +cukup waktu", text)


def test_what_is_past_its_finish_while_others_wait_is_overdue(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        actions="""
            - {code: A1, name: Lahan, opd: DPUPR, finish: 2026-TW1}
            - {code: A2, name: Taman, opd: DLH, start: 2027, needs: [A1]}
        """,
    )

    text = shown(read)

    assert "lewat waktu" in section(text, "Rantai dan serah terima antar-OPD")
    assert "Lewat waktu dan ditunggu OPD lain: A1" in text


def test_what_is_done_holds_nobody_up(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        actions="""
            - {code: A1, name: Lahan, opd: DPUPR, done: 2026-03, status: selesai}
            - {code: A2, name: Taman, opd: DLH, start: 2026, needs: [A1]}
        """,
    )

    assert "tidak ada kegiatan yang menunggu OPD lain" in shown(read)


# -- clashes of order --------------------------------------------------------------------


def test_a_clash_of_order_shows_every_link_and_the_smallest_move(plan: Plan) -> None:
    text = shown(plan(opd=OPD, actions=LATE), width=200)

    assert "A2 (DLH) mulai TW I 2027, padahal A1 (DPUPR) baru selesai TW II 2027" in text
    assert "A2 menunggu A1  siap TW II 2027, dibutuhkan TW I 2027" in text
    assert "A3 menunggu A2  siap TW III 2027, dibutuhkan TW III 2027; ikut mundur" in text
    assert "Geser terkecil  A1 (DPUPR) selesai paling lambat TW I 2027" in text
    assert "A2 (DLH) ke TW II 2027 s.d. TW IV 2027" in text
    assert "A3 (DISHUB) ke TW IV 2027 s.d. TW I 2028" in text


def test_what_is_put_off_beyond_the_calendar_ends_with_it(plan: Plan) -> None:
    centuries = "\n".join(
        f"    - {{code: A{nth}, name: Kerja {nth}, opd: {('DLH', 'DPUPR')[nth % 2]}, "
        f"start: 1900, finish: 2200{f', needs: [A{nth - 1}]' if nth else ''}}}"
        for nth in range(40)
    )

    clash = built(plan(opd=OPD, actions=f"\n{centuries}\n")).facts.order_clashes[0]

    assert clash.smallest[-1].typed == "moves: [{to: 9999}]"


def test_what_cannot_be_finished_earlier_is_not_asked_to(plan: Plan) -> None:
    begun_too_late = LATE.replace("start: 2026-TW4", "start: 2027-TW2")
    (clash,) = as_object(data(built(plan(opd=OPD, actions=begun_too_late)), "id"))["order_clashes"]

    assert [move["action"] for move in clash["smallest_move"]] == ["A2", "A3"]
    assert clash["other_move"] == []


def test_a_clash_within_one_opd_is_counted_and_shown_to_that_opd(plan: Plan) -> None:
    read = plan(opd=OPD, actions=LATE.replace("DLH", "DPUPR").replace("DISHUB", "DPUPR"))

    assert "0 urutan (1 lagi di dalam satu OPD)" in shown(read)
    assert "Geser terkecil" not in shown(read)
    assert "Geser terkecil" in shown(read, opd="DPUPR")


def test_a_move_that_rests_on_something_overdue_says_so(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        actions="""
            - {code: A1, name: Lahan, opd: DPUPR, start: 2025, finish: 2026-TW1}
            - {code: A2, name: Taman, opd: DLH, start: 2026-TW1, finish: 2026-TW4, needs: [A1]}
        """,
    )

    text = shown(read, width=200)

    assert "padahal A1 (DPUPR) lewat waktu sejak TW I 2026" in text
    assert "A2 (DLH) ke TW II 2026 s.d. TW I 2027, asal A1 selesai sekarang" in text


def test_waiting_for_what_was_cancelled_is_a_clash_of_its_own(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        actions="""
            - {code: A1, name: Lahan, opd: DPUPR, status: batal}
            - {code: A2, name: Taman, opd: DLH, start: 2027, needs: [A1]}
        """,
    )

    text = shown(read)

    assert "A2 (DLH) menunggu A1 (DPUPR), yang batal" in text
    assert "ganti A1 dengan penggantinya, atau batalkan juga A2" in text


def test_a_loop_is_shown_whole_and_its_lines_are_for_programs(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        actions="""
            - {code: A1, name: Satu, opd: DLH, needs: [A3]}
            - {code: A2, name: Dua, opd: DPUPR, needs: [A1]}
            - {code: A3, name: Tiga, opd: DISHUB, needs: [A2]}
        """,
    )

    text = shown(read)

    assert "Saling menunggu: A1 (DLH) → A3 (DISHUB) → A2 (DPUPR) → A1 (DLH)" in text
    assert "plan.yaml" not in text
    assert "1 lingkaran" in text


def test_where_nothing_clashes_the_report_says_so(plan: Plan) -> None:
    assert re.search("Bentrok +tidak ada yang ditemukan", shown(plan(opd=OPD)))


# -- as of a date, for one OPD, for one year ------------------------------------------------


def test_what_was_announced_later_is_not_known_yet(plan: Plan) -> None:
    read = plan(
        date(2020, 3, 10),
        opd=OPD,
        indicators=INDICATORS,
        assignments="- {indicator: M01, lead: DPUPR, until: 2020}\n- {indicator: M01, lead: DLH, from: 2021}",
        actions="- {code: A1, name: Taman, opd: DISHUB, announced: 2021-09, indicators: [{code: M01}]}",
    )

    found = as_object(data(built(read), "id"))

    assert found["matrix"] == [{"who": "DPUPR", "indicator": "M01", "role": "lead", "acts": False}]
    assert found["load"] == [
        {"opd": "DPUPR", "year": 2020, "actions": [], "money": None, "without_cost": [], "leads": ["M01"]}
    ]


def test_one_opd_sees_only_what_concerns_it(plan: Plan) -> None:
    read = plan(opd=OPD, actions=LATE.replace("needs: [A2]", "needs: []"))

    found = as_object(data(built(read, opd="DISHUB"), "id"))

    assert (found["pairs"], found["chains"], found["order_clashes"]) == ([], [], [])
    assert {one["opd"] for one in found["load"]} == {"DISHUB"}


def test_the_matrix_of_one_opd_leaves_out_decisions_about_what_it_has_no_part_in(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        indicators=INDICATORS + INDICATORS.replace("M01", "M02"),
        assignments="- {indicator: M01, lead: DLH}\n- {indicator: M02, lead: DPUPR}",
        rakor="- {date: 2026-01-10, decisions: [{code: R1, text: Jalan, lead: DPUPR, indicator: M02, status: proses}]}",
    )

    matrix = section(shown(read, opd="DLH"), "Pembagian tugas").split("Beban")[0]

    assert row_of(matrix, "DLH") == ["p"]
    assert "DPUPR" not in matrix
    assert row_of(section(shown(read), "Pembagian tugas").split("Beban")[0], "DPUPR") == ["·", "p*"]


def test_one_year_sees_only_what_falls_in_it(plan: Plan) -> None:
    read = plan(opd=OPD, actions=LATE)

    assert as_object(data(built(read, year=2027), "id"))["order_clashes"]
    assert not as_object(data(built(read, year=2029), "id"))["order_clashes"]
    assert {one["year"] for one in as_object(data(built(read, year=2027), "id"))["load"]} == {2027}


def test_an_opd_is_known_by_its_other_names_and_a_slip_is_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text(f"opd:{OPD}", encoding="utf-8")

    assert run(["coordination", "--data", str(tmp_path), "--opd", "lh"]) == 0
    assert "menyangkut DLH" in capsys.readouterr().out
    assert run(["coordination", "--data", str(tmp_path), "--opd", "DLHH"]) == 2
    assert "maksud Anda `DLH`?" in capsys.readouterr().err


# -- the whole page ------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("folder", ["data", "src/serang_plan/example"])
def test_the_real_and_the_fictional_plan_fit_the_screen(
    folder: str, width: int, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with as_on_a_screen(width):
        ended = run(["coordination", "--data", str(ROOT / folder), "--as-of", "2026-06-30", "--lang", lang])

    assert ended == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= width


def test_the_data_for_programs_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(ROOT / "src" / "serang_plan" / "example")

    assert run(["coordination", "--data", folder, "--as-of", "2026-06-30", "--format", "json"]) == 0

    found = json.loads(capsys.readouterr().out)
    assert found["report"] == "coordination"
    assert sum(found["counts"].values()) == len(found["indicators"])
