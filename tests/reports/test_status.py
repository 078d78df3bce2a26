"""What a rakor asks of `status` first: what is overdue, what is due, what clashes, what nobody works on."""

from __future__ import annotations

import re
from datetime import date

import pytest

from serang_plan.analysis.coordination.interdependence import interdependence
from serang_plan.analysis.duties.coverage import needs_action
from serang_plan.model.plan import Plan
from serang_plan.operations.files.loading import as_known, open_plan
from serang_plan.reports.status import page as report
from serang_plan.reports.status.data import data
from serang_plan.wording import Lang
from tests.conftest import ROOT, read
from tests.worlds.small_city import GREEN, city, shown

WATER = GREEN.replace("M01", "M02").replace("RTH publik", "Air minum")
ACTIONS = """
    - {code: A01, name: Lahan, opd: DPUPR, indicators: [{code: M01, adds: 3}], finish: 2026-TW4}
    - {code: A02, name: Taman, opd: DLH, indicators: [{code: M01, adds: 3}], needs: [A01], start: 2026-TW3,
       finish: 2027-TW1}
    - {code: A03, name: Hutan, opd: DLH, indicators: [{code: M01, adds: 3}], finish: 2026-TW1}
"""
RAKOR = """
    - date: 2026-03-12
      decisions:
        - {code: R1-1, text: Lahan disiapkan, lead: DLH, due: 2026-04-15, status: proses}
        - {code: R1-2, text: Anggaran diusulkan, lead: DPUPR, due: 2026-05-31, status: menunggu}
        - {code: R1-3, text: Data dihimpun, lead: semua, due: 2026-07-10, status: proses}
        - {code: R1-4, text: Peta dibuat, lead: DLH, status: proses}
        - {code: R1-5, text: Surat dikirim, lead: DLH, due: 2026-04-01, status: selesai, evidence: Surat 1}
    - {date: 2026-07-20, state: rencana}
"""


def played() -> report.Status:
    """Return the story: two overdue decisions, a clash of order, an overdue action, nobody for M02."""
    plan = city(indicators=GREEN + WATER, actions=ACTIONS, rakor=RAKOR)
    return report.build(plan, report.Faults(0, 0, 0))


SAID = {
    "id": (
        "Rakor berikutnya  20 Juli 2026 (20 hari lagi)",
        "2 lewat tenggat: R1-1 (DLH, 76 hari) dan R1-2 (DPUPR, 30 hari)",
        "1 jatuh tempo s.d. 20 Jul 2026: R1-3 (semua OPD)",
        "1 tanpa tenggat: R1-4 (DLH)",
        "1 lewat waktu: A03 (DLH, sejak TW I 2026)",
        "1: A02 (DLH) mulai TW III 2026, padahal A01 (DPUPR) baru selesai TW IV 2026",
        "1 indikator: M02",
    ),
    "en": (
        "Next rakor         20 July 2026 (in 20 days)",
        "2 overdue: R1-1 (DLH, 76 days) and R1-2 (DPUPR, 30 days)",
        "1 due by 20 Jul 2026: R1-3 (all OPD)",
        "1 without a due date: R1-4 (DLH)",
        "1 overdue: A03 (DLH, since Q1 2026)",
        "1: A02 (DLH) starts Q3 2026, but A01 (DPUPR) only finishes Q4 2026",
        "1 indicator: M02",
    ),
}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_status_says_what_is_overdue_what_is_due_and_what_clashes(lang: Lang) -> None:
    text = shown(report.page(played(), lang))

    assert [words for words in SAID[lang] if words not in text] == []
    assert "R1-5" not in text


def test_programs_are_told_the_same() -> None:
    urgent = data(played(), "id").urgent

    assert urgent.next_rakor == urgent.due_by == date(2026, 7, 20)
    assert [(record.code, record.opd) for record in urgent.overdue_decisions] == [
        ("R1-1", "DLH"),
        ("R1-2", "DPUPR"),
    ]
    assert urgent.due_decisions == ("R1-3",)
    assert urgent.undated_decisions == ("R1-4",)
    assert [record.code for record in urgent.overdue_actions] == ["A03"]
    assert urgent.clashes == (("A01", "A02"),)
    assert urgent.without_action == ("M02",)


def test_the_answer_comes_before_the_table() -> None:
    page = report.page(played(), "id")

    titles = [getattr(block, "title", getattr(block, "text", "")) for block in page.blocks[: page.answer]]

    assert "Menuju rakor" in titles
    assert "Selesaikan lebih dulu" in titles
    assert not any(type(block).__name__ == "Table" for block in page.blocks[: page.answer])


def test_a_quiet_plan_says_that_nothing_presses() -> None:
    text = shown(report.page(report.build(city(), report.Faults(0, 0, 0)), "id"))

    for words in (
        "Rakor berikutnya  belum dijadwalkan",
        "Keputusan         belum ada",
        "tidak ada yang ditemukan",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("section", "lines"),
    [
        ("rakor", ("Rakor berikutnya", "Keputusan")),
        ("actions", ("Kegiatan", "Bentrok", "Tanpa kegiatan")),
    ],
)
def test_what_could_not_be_read_is_unknown_and_not_nothing(section: str, lines: tuple[str, ...]) -> None:
    reading = read(indicators=GREEN, **{section: "- {tanpa: arti}"})
    text = shown(report.page(report.build(reading.plan, report.Faults(0, 0, 0)), "id"))

    for label in lines:
        assert re.search(rf"  {label} +belum diketahui: ada yang tidak terbaca", text), label


def _whole(folder: str) -> Plan:
    return as_known(open_plan(str(ROOT / folder), date(2026, 9, 1))).plan


@pytest.mark.parametrize("folder", ["data", "src/serang_plan/example"])
def test_status_and_coordination_see_the_same_clashes_and_gaps(folder: str) -> None:
    plan = _whole(folder)
    urgent, facts = report.build(plan, report.Faults(0, 0, 0)).urgent, interdependence(plan)

    lacking = {verdict.indicator.code for verdict in facts.verdicts if needs_action(verdict)}
    unserved = {covered.indicator.code for covered in facts.coverage if not covered.actions}
    assert urgent.clashes == facts.order_clashes
    assert set(urgent.without_action) == lacking & unserved
