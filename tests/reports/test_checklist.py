"""What an OPD reads before the rakor in `checklist`: bring, put right, settle, hand over, decisions."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from serang_plan.cli.main import run
from serang_plan.reading.folder import Reading
from serang_plan.rendering.screen import terminal
from serang_plan.rendering.text import markdown
from serang_plan.reports.checklist import page as report
from serang_plan.reports.checklist.data import data
from serang_plan.reports.checklist.room import shares
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
ONE_PAGE = 55
"""Lines of Markdown that fit on one A4 page."""


def shown(reading: Reading, opd: str, lang: Lang = "id", width: int = 150) -> str:
    return terminal.render(report.page(report.build(reading.plan, opd), lang), width, colour=False)


def asked(reading: Reading, opd: str) -> dict[str, Any]:
    (one,) = as_object(data(report.build(reading.plan, opd), "id"))["opd"]
    return one  # type: ignore[no-any-return]


def texts(reading: Reading, opd: str, section: str) -> list[str]:
    return [one["text"] for one in asked(reading, opd)[section]]


def indicator(**more: str) -> str:
    fields = {
        "code": "M01",
        "name": "RTH publik",
        "aspect": "fisik",
        "unit": '"%"',
        "direction": "naik",
        "threshold": "{value: 20, kind: hukum, basis: UU}",
        "targets": "[{year: 2026, value: 18}]",
        "measurements": "[{as_of: 2025, value: 12, source: S1, verification: terverifikasi}]",
        **more,
    }
    return f"- {{{', '.join(f'{name}: {value}' for name, value in fields.items() if value)}}}"


LED = "- {indicator: M01, lead: DLH}"
CHAIN = """
    - {code: A1, name: Lahan, opd: DPUPR, start: 2026, finish: 2026-TW4}
    - {code: A2, name: Taman, opd: DLH, start: 2027-TW1, finish: 2027-TW3, needs: [A1]}
    - {code: A3, name: Halte, opd: DISHUB, start: 2027-TW1, needs: [A1]}
"""


# -- to bring ----------------------------------------------------------------------------


def test_five_things_are_asked_for_each_indicator_and_each_action(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        indicators=indicator(),
        assignments=LED,
        actions="- {code: A1, name: Taman kota, opd: DLH, start: 2026, finish: 2026-TW4, status: berjalan}",
    )

    text = shown(read, "DLH")

    for asked_for in ("Realisasi", "Pendorong", "Penghambat", "Tindak lanjut", "Bukti"):
        assert asked_for in text
    (led,) = [line for line in text.splitlines() if line.startswith("M01 RTH publik")]
    (run_,) = [line for line in text.splitlines() if line.startswith("A1 Taman kota")]
    assert "12% (2025); ambang ≥ 20%" in led
    assert "berjalan; selesai TW IV 2026" in run_
    assert (led.count("☐"), run_.count("☐")) == (5, 5)


def test_what_is_late_is_reported_first_and_what_begins_later_not_at_all(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        actions="""
            - {code: A1, name: Nanti, opd: DLH, start: 2028, finish: 2029}
            - {code: A2, name: Sekarang, opd: DLH, start: 2026, finish: 2026-TW4}
            - {code: A3, name: Terlambat, opd: DLH, start: 2025, finish: 2025-TW4}
        """,
    )

    assert [row["code"] for row in asked(read, "DLH")["bring"]] == ["A3", "A2"]
    assert "lewat waktu sejak TW IV 2025" in shown(read, "DLH")
    assert "2 kegiatan sampai tahun ini, 1 sesudahnya" in shown(read, "DLH")


def test_what_was_done_since_the_last_rakor_is_reported_once_more(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        actions="""
            - {code: A1, name: Dulu, opd: DLH, status: selesai, done: 2025-06-01, evidence: [S1]}
            - {code: A2, name: Baru, opd: DLH, status: selesai, done: 2026-04-01}
        """,
        rakor="- {date: 2026-03-10}",
    )

    assert [row["state"] for row in asked(read, "DLH")["bring"]] == ["selesai 1 Apr 2026"]
    assert texts(read, "DLH", "put_right") == ["A2 Baru: belum ada bukti hasil"]


def test_who_delivers_the_figures_is_asked_for_them(plan: Plan) -> None:
    read = plan(opd=OPD, indicators=indicator(provider="DPUPR"), assignments=LED)

    assert asked(read, "DPUPR")["bring"][0]["name"] == "M01 RTH publik (data)"
    assert "Menyediakan data M01." in shown(read, "DPUPR")


def test_an_opd_without_a_duty_is_asked_for_a_proposal(plan: Plan) -> None:
    text = shown(plan(opd=OPD), "DISHUB")

    assert "Belum mendapat tugas dalam rencana ini: bawa usulan program prioritas" in text


def test_who_supports_what_nobody_has_planned_for_is_asked_for_a_proposal(plan: Plan) -> None:
    read = plan(
        opd=OPD, indicators=indicator(), assignments="- {indicator: M01, lead: DLH, support: [DPUPR]}"
    )

    assert texts(read, "DPUPR", "settle") == ["Bawa usulan kegiatan pendukung untuk M01 (DLH)"]
    assert texts(read, "DLH", "put_right") == ["M01 RTH publik: belum ada kegiatan, bawa usulan program"]


# -- to put right ------------------------------------------------------------------------

ACTION = """
    - {code: A1, name: T, opd: DLH, finish: 2027, indicators: [{code: M01, adds: 9}], funding: [{amount: 5}]}
"""
VALUE = "as_of: 2025, value: 12, verification: terverifikasi"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"measurements": "[]"}, "belum ada nilai"),
        (
            {"measurements": f"[{{{VALUE}, source: S1}}]".replace("2025", "2020")},
            "nilai sudah berumur lebih dari 5 tahun",
        ),
        ({"measurements": f"[{{{VALUE}}}]"}, "nilai tanpa sumber"),
        ({"measurements": "[{as_of: 2025, value: 12, source: S1}]"}, "nilai perlu dicek"),
        (
            {"measurements": f"[{{{VALUE}, source: S1}}, {{{VALUE.replace('12', '13')}, source: S2}}]"},
            "ada dua nilai untuk waktu yang sama",
        ),
        ({"declared": "{standing: terpenuhi, by: Wali Kota}"}, "pernyataan bertentangan dengan data"),
        (
            {"declared": "{standing: terpenuhi, by: Wali Kota}", "measurements": "[]"},
            "dinyatakan terpenuhi tanpa bukti; belum ada nilai",
        ),
        ({"threshold": ""}, "belum ada ambang"),
        ({"targets": "[{year: 2025, value: 15}]"}, "belum ada target 2026"),
    ],
)
def test_figures_that_are_old_missing_unproven_or_contradicted_are_named(
    plan: Plan, fields: dict[str, str], said: str
) -> None:
    read = plan(opd=OPD, indicators=indicator(**fields), assignments=LED, actions=ACTION)

    assert texts(read, "DLH", "put_right") == [f"M01 RTH publik: {said}"]


def test_an_open_dispute_about_the_figures_is_named(plan: Plan) -> None:
    said = "[{text: dua belas, source: S1}, {text: sembilan, source: S2}]"
    read = plan(
        opd=OPD,
        indicators=indicator(),
        assignments=LED,
        actions=ACTION,
        disputes=f"- {{code: P1, topic: RTH, indicators: [M01], statements: {said}}}",
    )

    assert texts(read, "DLH", "put_right") == ["M01 RTH publik: pertentangan P1 belum selesai"]


def test_what_nobody_has_said_of_an_action_is_named(plan: Plan) -> None:
    read = plan(opd=OPD, actions="- {code: A1, name: Taman, opd: DLH}")

    assert texts(read, "DLH", "put_right") == [
        "A1 Taman: belum ada waktu selesai, perkiraan dampak, dan biaya"
    ]


# -- to settle ---------------------------------------------------------------------------


def test_a_clash_of_order_is_settled_with_the_others_by_the_smallest_move(plan: Plan) -> None:
    late = CHAIN.replace("finish: 2026-TW4", "finish: 2027-TW2")
    (todo,) = asked(plan(opd=OPD, actions=late), "DLH")["settle"]

    assert (todo["kind"], todo["opd"]) == ("late", ["DISHUB", "DPUPR"])
    assert "A2 (DLH) mulai TW I 2027, padahal A1 (DPUPR) baru selesai TW II 2027" in todo["text"]
    assert "A1 (DPUPR) selesai paling lambat TW I 2027" in todo["text"]


def test_both_sides_of_a_shared_place_are_told_from_their_own_side(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        actions="""
            - {code: A1, name: Trotoar, opd: DPUPR, start: 2026, place: {site: Jalan A}}
            - {code: A2, name: Pohon, opd: DLH, start: 2026, place: {site: Jalan A}}
        """,
    )

    assert texts(read, "DLH", "settle") == ["DPUPR: A2 dan A1 Trotoar di Jalan A, 2026; sepakati urutannya"]
    assert texts(read, "DPUPR", "settle") == ["DLH: A1 dan A2 Pohon di Jalan A, 2026; sepakati urutannya"]


def test_a_lead_and_those_who_support_it_without_an_action_are_told_so(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        indicators=indicator(),
        assignments="- {indicator: M01, lead: DLH, support: [DPUPR]}",
        actions=ACTION,
    )

    assert texts(read, "DLH", "settle") == ["DPUPR: tetapkan kegiatan pendukung M01 RTH publik"]
    assert texts(read, "DPUPR", "settle") == ["DLH: tetapkan kegiatan DPUPR untuk mendukung M01 RTH publik"]


def test_two_leads_are_told_to_choose(plan: Plan) -> None:
    read = plan(opd=OPD, indicators=indicator(), assignments=f"{LED}\n- {{indicator: M01, lead: DPUPR}}")

    assert "DPUPR: sama-sama mengampu M01 RTH publik; pilih satu" in texts(read, "DLH", "settle")
    assert "DLH: sama-sama mengampu M01 RTH publik; pilih satu" in texts(read, "DPUPR", "settle")


def test_a_loop_is_settled_by_all_in_it(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        actions="""
            - {code: A1, name: Satu, opd: DLH, needs: [A2]}
            - {code: A2, name: Dua, opd: DPUPR, needs: [A1]}
        """,
    )

    assert texts(read, "DPUPR", "settle") == ["DLH: A1 → A2 → A1 saling menunggu; lepaskan satu"]


# -- to hand over and to wait for ----------------------------------------------------------


def test_who_waits_for_what_is_handed_over_is_named_with_the_date(plan: Plan) -> None:
    read = plan(opd=OPD, actions=CHAIN)

    assert texts(read, "DPUPR", "hand_over") == [
        "A1 Lahan → DLH (A2) dan DISHUB (A3): dibutuhkan TW I 2027, rencana selesai TW IV 2026; cukup waktu"
    ]
    assert texts(read, "DLH", "wait_for") == [
        "DPUPR: A1 Lahan untuk A2, dibutuhkan TW I 2027, rencana selesai TW IV 2026; cukup waktu"
    ]


def test_what_does_not_come_in_time_is_named_before_what_is_wanted_sooner(plan: Plan) -> None:
    read = plan(
        opd=OPD,
        actions="""
            - {code: A1, name: Cepat, opd: DPUPR, finish: 2026-TW3}
            - {code: A2, name: Lambat, opd: DPUPR, finish: 2028}
            - {code: B1, name: Satu, opd: DLH, start: 2026-TW4, needs: [A1]}
            - {code: B2, name: Dua, opd: DLH, start: 2027-TW1, needs: [A2]}
        """,
    )

    assert [text.split()[1] for text in texts(read, "DLH", "wait_for")] == ["A2", "A1"]
    assert [text.split()[0] for text in texts(read, "DPUPR", "hand_over")] == ["A2", "A1"]


# -- decisions ---------------------------------------------------------------------------

RAKOR = """
    - date: 2026-03-10
      decisions:
        - {code: R1-1, text: Ambang ditetapkan, lead: DLH, support: [DPUPR], due: 2026-05-29, status: proses}
        - {code: R1-2, text: Data dibawa, lead: semua, due: 2026-09-15}
        - {code: R1-3, text: Selesai sudah, lead: DLH, due: 2026-04-01, status: selesai, evidence: surat}
"""


def test_open_decisions_say_how_late_they_are_and_closed_ones_are_gone(plan: Plan) -> None:
    read = plan(opd=OPD, rakor=RAKOR)

    assert texts(read, "DLH", "decisions") == [
        "R1-1 Ambang ditetapkan: batas 29 Mei 2026, lewat 32 hari",
        "R1-2 Data dibawa: batas 15 Sep 2026; keadaannya belum diketahui; semua OPD",
    ]
    assert texts(read, "DPUPR", "decisions")[0].endswith("lewat 32 hari; mendukung DLH")
    assert len(texts(read, "DISHUB", "decisions")) == 1


def test_a_decision_that_was_reported_done_later_is_still_open_on_the_date(plan: Plan) -> None:
    closed = RAKOR.replace("status: proses", "status: selesai, updated: 2026-06-01")

    assert len(texts(plan(date(2026, 5, 1), opd=OPD, rakor=closed), "DLH", "decisions")) == 2
    assert len(texts(plan(date(2026, 7, 1), opd=OPD, rakor=closed), "DLH", "decisions")) == 1


def test_the_silence_of_rakor_is_counted(plan: Plan) -> None:
    read = plan(opd=OPD, rakor=f"{RAKOR.rstrip()}\n    - {{date: 2026-04-10}}\n    - {{date: 2026-05-10}}")

    assert "2 rakor tanpa kabar" in texts(read, "DLH", "decisions")[0]


# -- one page ----------------------------------------------------------------------------


def crowded(plan: Plan) -> Reading:
    """An OPD with far more of everything than fits on a page."""
    many = range(1, 40)
    return plan(
        plan="{title: Kota, city: Kota, first_year: 2024, last_year: 2029}",
        opd=OPD,
        indicators="\n".join(indicator(code=f"M{nth:02}", measurements="[]") for nth in many),
        assignments="\n".join(f"- {{indicator: M{nth:02}, lead: DLH, support: [DPUPR]}}" for nth in many),
        actions="\n".join(
            f"- {{code: A{nth}, name: Kegiatan {nth}, opd: DLH, start: 2026, finish: 2027-TW2,"
            f" indicators: [{{code: M{nth:02}}}]}}\n"
            f"- {{code: B{nth}, name: Lanjutan {nth}, opd: DPUPR, start: 2028, needs: [A{nth}]}}\n"
            f"- {{code: C{nth}, name: Awal {nth}, opd: DISHUB, finish: 2026-TW1}}\n"
            f"- {{code: D{nth}, name: Akhir {nth}, opd: DLH, start: 2027, needs: [C{nth}]}}"
            for nth in many
        ),
        rakor="- date: 2026-03-10\n  decisions:\n"
        + "\n".join(f"    - {{code: R{nth}, text: Putusan {nth}, lead: DLH}}" for nth in many),
    )


def test_the_fullest_checklist_fits_on_one_page_and_says_what_it_leaves_out(plan: Plan) -> None:
    read = crowded(plan)
    paper = markdown.render(report.page(report.build(read.plan, "DLH"), "id"))

    assert len(paper.splitlines()) <= ONE_PAGE
    assert paper.count("… dan ") == 6
    assert len(asked(read, "DLH")["put_right"]) > 100


def test_no_section_is_left_out_where_room_is_short(plan: Plan) -> None:
    text = shown(crowded(plan), "DLH")

    for title in (
        "Benahi",
        "Sepakati",
        "Serahkan kepada yang menunggu",
        "Tagih dari OPD lain",
        "Keputusan rakor",
    ):
        assert f"\n{title}" in text


@pytest.mark.parametrize(("wanted", "room", "given"), [
    ([1, 1], 9, [1, 1]),
    ([9, 1], 4, [3, 1]),
    ([9, 9, 0], 10, [5, 5, 0]),
    ([9, 9, 9], 1, [2, 2, 2]),
])  # fmt: skip
def test_lines_are_shared_out_fairly(wanted: list[int], room: int, given: list[int]) -> None:
    assert shares(wanted, room) == given


@pytest.mark.parametrize("folder", ["data", "src/serang_plan/example"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_opd_of_the_real_and_the_fictional_plan_gets_one_page(
    folder: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--data", str(ROOT / folder), "--as-of", "2026-06-30", "--lang", lang]

    assert run(["checklist", "--all", "--format", "markdown", *where]) == 0

    first, *sheets = capsys.readouterr().out.split("\n\n***\n\n")
    assert max(len(one.splitlines()) for one in (first, *sheets)) <= ONE_PAGE
    assert all("## " in one for one in (first, *sheets))


# -- all OPD, one OPD, no OPD ----------------------------------------------------------------


def test_without_an_opd_all_are_listed_with_what_to_type(plan: Plan) -> None:
    read = plan(opd=OPD, indicators=indicator(), assignments=LED, actions=CHAIN, rakor=RAKOR)
    text = terminal.render(report.overview(report.build(read.plan), "id"), 150, colour=False)

    (line,) = [line for line in text.splitlines() if line.startswith("DLH ")]
    assert line.split()[-7:] == ["1", "–", "2", "–", "–", "1", "1"]
    assert "Keputusan untuk semua OPD: R1-2 (keadaannya belum diketahui)." in text
    assert "serang-plan checklist --opd " in text


def test_all_gives_each_opd_that_has_a_duty_a_page_of_its_own(plan: Plan) -> None:
    old = "\n    - {code: BLH, name: Badan LH, until: 2025, successor: DLH}"
    found = report.build(plan(opd=OPD.rstrip() + old, indicators=indicator(), assignments=LED).plan)
    paper = markdown.render(report.page_of_all(found, "id"))

    busy, idle = ["DLH, Dinas Lingkungan Hidup"], "DISHUB dan DPUPR"
    assert [line for line in paper.splitlines() if line.startswith("## ")] == [
        f"## Daftar periksa rakor: {opd}" for opd in busy
    ]
    assert f"Belum mendapat tugas: {idle}." in paper
    assert paper.count("\n\n***\n\n") == len(busy) - 1
    assert "Kepala Dinas Lingkungan Hidup" in paper


def test_checklists_share_sheets_when_asked(plan: Plan) -> None:
    read = plan(opd=OPD, indicators=indicator(), assignments=LED, actions=CHAIN, rakor=RAKOR).plan
    papers = [
        markdown.render(report.page_of_all(report.build(read, on_paper=True, packed=packed), "id"))
        for packed in (False, True)
    ]

    assert [paper.count("## Daftar periksa rakor") for paper in papers] == [3, 3]
    assert [paper.count("\n\n***\n\n") for paper in papers] == [2, 0]


def test_an_opd_that_is_gone_names_who_carries_on(plan: Plan) -> None:
    old = "\n    - {code: BLH, name: Badan LH, until: 2025, successor: DLH}"

    assert "BLH tidak ada pada tanggal ini. Penerusnya DLH." in shown(plan(opd=OPD.rstrip() + old), "BLH")


def test_an_alias_is_enough_and_a_slip_is_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text(f"opd:{OPD}", encoding="utf-8")
    where = ["checklist", "--data", str(tmp_path)]

    assert run([*where, "--opd", "lh"]) == 0
    assert "DLH, Dinas Lingkungan Hidup" in capsys.readouterr().out
    assert run([*where, "--opd", "DISHUP"]) == 2
    assert "maksud Anda `DISHUB`?" in capsys.readouterr().err
    assert run([*where, "--opd", "DLH", "--packed"]) == 2
    assert "tidak dapat dipakai bersama" in capsys.readouterr().err


def test_the_data_for_programs_holds_what_the_page_leaves_out(capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(ROOT / "src" / "serang_plan" / "example")
    where = ["--data", folder, "--as-of", "2026-06-30", "--format", "json"]

    assert run(["checklist", "--opd", "DPUPR", *where]) == 0
    (one,) = json.loads(capsys.readouterr().out)["opd"]
    assert run(["checklist", *where]) == 0
    every = json.loads(capsys.readouterr().out)["opd"]

    assert one in every
    assert {"bring", "put_right", "settle", "hand_over", "wait_for", "decisions"} <= one.keys()


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("more", [[], ["--all"], ["--opd", "DPUPR"]])
def test_no_line_is_wider_than_the_screen(
    width: int, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with as_on_a_screen(width):
        ended = run(["checklist", "--data", str(ROOT / "data"), "--as-of", "2026-06-30", *more])

    assert ended == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= width
