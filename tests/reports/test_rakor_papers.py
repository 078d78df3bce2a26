"""What a rakor is invited with and followed up by on paper: a line for each OPD, a sheet for each OPD."""

from __future__ import annotations

import re
from datetime import date

from serang_plan.page import Heading, Page, PageBreak, Table
from serang_plan.reports.agenda import page as agenda
from serang_plan.reports.follow_up import page as follow_up
from serang_plan.reports.follow_up.data import data
from serang_plan.reports.follow_up.sheets import sheets
from serang_plan.reports.minutes import page as minutes
from tests.conftest import read

HEADER = "{title: Uji, city: Kota, first_year: 2026, last_year: 2029, origin: resmi}"
OPD = "[{code: DLH, name: Dinas Lingkungan Hidup}, {code: BAPPEDA, name: Badan Perencanaan}]"
INDICATORS = "- {code: M01, name: RTH, unit: ha, direction: naik, aspect: sosial}"
ACTIONS = """
- {code: A01, name: Taman, opd: DLH, finish: 2027, funding: [{source: APBD kota}, {source: DAK}, {source: DAK}]}
"""
RAKOR = """
- code: R1
  date: 2026-03-10
  invited: semua
  decisions:
    - {code: R1-1, text: Lahan disiapkan, done_when: Sertifikat, lead: DLH, due: 2026-04-15, about: [A01]}
    - code: R1-2
      text: Rencana kegiatan dikirim
      lead: semua
      due: 2026-03-31
      history:
        - {known: 2026-03-20, by: DLH, opd: DLH, status: selesai, evidence: Surat 12}
        - {known: 2026-03-25, by: BAPPEDA, opd: DLH, verified: sesuai}
    - {code: R1-3, text: Tong dibeli, lead: DLH, due: 2027-05-15, history: [
       {known: 2026-06-01, by: DLH, due: 2027-08-15, reason: Anggaran perubahan}]}
- {code: R2, date: 2026-06-01, invited: semua}
"""
PLAN = read(date(2026, 6, 30), plan=HEADER, opd=OPD, indicators=INDICATORS, actions=ACTIONS, rakor=RAKOR).plan


def matrix(page: Page) -> Table:
    return next(block for block in page.blocks if isinstance(block, Table) and "Matriks" in block.caption)


def test_the_matrix_in_full_has_a_line_for_each_opd_and_what_is_closed_by_rakor() -> None:
    table = matrix(follow_up.page(follow_up.build(PLAN, whole=True), "id"))

    assert [group.title for group in table.groups] == ["Rakor R1 · 10 Maret 2026"]
    rows = [[cell.text for cell in row] for row in table.groups[0].rows]
    assert [row[1] for row in rows] == [
        "R1-1 Lahan disiapkan",
        "R1-2 Rencana kegiatan dikirim",
        "R1-2 (sama dengan nomor 2)",
        "R1-3 Tong dibeli",
    ]
    assert [row[2] for row in rows] == ["Sertifikat", "Surat 12", "–", "–"]
    assert [row[3] for row in rows] == [
        *("Kepala Dinas Lingkungan Hidup", "Kepala Dinas Lingkungan Hidup"),
        *("Kepala Badan Perencanaan", "Kepala Dinas Lingkungan Hidup"),
    ]
    assert "sesuai, diterima" in rows[1][6]
    assert rows[0][8] == "APBD kota dan DAK"


def test_in_short_it_is_what_is_open() -> None:
    short = follow_up.page(follow_up.build(PLAN), "id")
    texts = [
        row[0].text for block in short.blocks if isinstance(block, Table) for row in block.groups[0].rows
    ]

    assert [text.split()[0] for text in texts[:3]] == ["R1-2", "R1-1", "R1-3"]


def test_the_workbook_has_the_columns_of_a_matriks_tindak_lanjut_first() -> None:
    sheet = sheets(follow_up.build(PLAN), "id")[0]

    assert [*sheet.columns][:20] == [
        *("No.", "Nomor rapat", "Judul rapat", "Rakor", "Kode", "Keputusan", "Uraian (kabar terakhir)"),
        *("Keluaran atau bukti selesai", "Unit penanggung jawab", "Penanggung jawab", "Pendukung"),
        *("Tenggat semula", "Tenggat kini", "Prioritas", "Keadaan", "Bukti dukung", "Sumber dana", "Kendala"),
        *("Umur (hari)", "Umur (rakor)"),
    ]
    lines = [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]
    assert [line["Prioritas"] for line in lines] == [2, None, 1, 3]
    assert [line["Nomor rapat"] for line in lines] == ["R1"] * 4
    assert lines[0]["Sumber dana"] == "APBD kota, DAK"
    assert lines[1]["Uraian (kabar terakhir)"] == "25 Mar 2026, BAPPEDA: sesuai"
    assert lines[3]["Uraian (kabar terakhir)"] == (
        "1 Jun 2026, DLH: 15 Agu 2027 (semula 15 Mei 2027, digeser 1 kali); Anggaran perubahan"
    )


def test_the_invitation_has_a_sheet_for_each_opd_or_for_one_only() -> None:
    prepared = agenda.build(PLAN, date(2026, 7, 10), as_letter=True)

    def attached(**how: object) -> list[str]:
        page = agenda.page(prepared._replace(**how), "id")  # type: ignore[arg-type]
        headings = [block.text for block in page.blocks if isinstance(block, Heading)]
        assert len(headings) == sum(isinstance(block, PageBreak) for block in page.blocks)
        return headings

    assert attached() == ["Lampiran"]
    assert attached(for_each=True) == [
        *("Lampiran 1", "Lampiran 2: Sekretaris Daerah Kota", "Lampiran 3: Kepala Badan Perencanaan"),
        "Lampiran 4: Kepala Dinas Lingkungan Hidup",
    ]
    assert attached(opd="DLH") == ["Lampiran: Kepala Dinas Lingkungan Hidup"]


def test_the_minutes_tell_of_a_date_that_was_moved_and_why() -> None:
    page = minutes.page(minutes.build(PLAN, PLAN.rakor[1]), "id")

    assert "tenggat 15 Agu 2027 (semula 15 Mei 2027, digeser 1 kali): Anggaran perubahan" in str(page.blocks)


def test_nothing_that_is_signed_or_filed_cuts_a_text() -> None:
    words = " ".join(["Lahan", *["yang disepakati bersama"] * 9, "disiapkan"])
    rakor = RAKOR.replace("Lahan disiapkan", words)
    plan = read(
        date(2026, 6, 30), plan=HEADER, opd=OPD, indicators=INDICATORS, actions=ACTIONS, rakor=rakor
    ).plan
    prepared = agenda.build(plan, date(2026, 7, 10), as_letter=True)
    papers = (
        agenda.page(prepared._replace(for_each=True), "id"),
        minutes.page(minutes.build(plan, plan.rakor[0]), "id"),
        follow_up.page(follow_up.build(plan, whole=True), "id"),
    )

    assert all(words in str(paper.blocks) for paper in papers)
    assert not any(re.search(r"(?<!…)…(?!…)", str(paper.blocks)) for paper in papers)


NOTED = read(
    date(2026, 6, 30),
    plan=HEADER,
    opd=OPD,
    rakor="""
- date: 2026-03-10
  decisions:
    - code: R1-1
      text: Lahan disiapkan
      lead: DLH
      note: Dana belum ada
      history:
        - {known: 2026-05-01, by: DLH, status: proses, note: Sertifikat belum terbit}
    - {code: R1-2, text: Tong dibeli, lead: DLH, note: Harga naik}
    - {code: R1-3, text: Taman ditata, lead: DLH, history: [{known: 2026-06-01, superseded_by: R2-1}]}
- {date: 2026-05-01, decisions: [{code: R2-1, text: Taman dibangun, lead: DLH}]}
""",
).plan


def test_a_later_report_leaves_what_was_noted_at_first_beside_it() -> None:
    table = matrix(follow_up.page(follow_up.build(NOTED, whole=True), "id"))
    obstacles = [row[7].text for row in table.groups[0].rows]

    assert obstacles[:2] == ["Sertifikat belum terbit; catatan semula: Dana belum ada", "Harga naik"]
    both = "kendala: Sertifikat belum terbit; catatan semula: Dana belum ada"
    assert both in str(minutes.page(minutes.build(NOTED, NOTED.rakor[1]), "id").blocks)
    sheet = sheets(follow_up.build(NOTED), "id")[0]
    lines = [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]
    assert [line["Catatan semula"] for line in lines] == ["Dana belum ada", None, None, None]


def test_programs_are_told_the_first_note_and_which_decision_takes_the_place() -> None:
    whole = [decision.whole for decision in data(follow_up.build(NOTED), "id").decisions]

    assert [part.first_note for part in whole] == ["Dana belum ada", None, None, None]
    assert [part.superseded_by for part in whole] == [None, None, "R2-1", None]


def test_the_agenda_asks_about_an_action_that_serves_what_the_plan_does_not_hold() -> None:
    actions = "- {code: A01, name: Taman, indicators: [{code: M99}]}"
    plan = read(date(2026, 6, 30), plan=HEADER, opd=OPD, indicators=INDICATORS, actions=actions).plan

    page = agenda.page(agenda.build(plan, date(2026, 7, 1)), "id")

    tables = (block for block in page.blocks if isinstance(block, Table))
    subjects = [row[1].text for table in tables for group in table.groups for row in group.rows]
    assert "OPD mana yang melaksanakan A01 Taman?" in subjects
