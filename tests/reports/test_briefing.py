"""The briefing: sentences that one would sign, decisions and risks by rule, every figure with its source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest
import yaml

from serang_plan.analysis.actions.schedule import schedule
from serang_plan.analysis.duties.coverage import Shortcoming, coverage
from serang_plan.analysis.indicators.evidence import oldest_first
from serang_plan.analysis.indicators.standing import Standing, count_by_standing, verdicts_of
from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.analysis.meetings.pending_decisions import DecisionKind, PendingDecision
from serang_plan.analysis.outlook.pillars import identity
from serang_plan.analysis.rakor.tally import Tally
from serang_plan.cli.main import run
from serang_plan.model.header import Letter
from serang_plan.model.plan import Plan
from serang_plan.page import Cell, Fields, Items, Notes, Page, Paragraph, Signature, Table
from serang_plan.reading.folder import read_folder
from serang_plan.rendering.screen import terminal
from serang_plan.rendering.text import markdown, whatsapp
from serang_plan.reports.briefing import Inside, Reader, build, data, page
from serang_plan.reports.briefing.current_standing import in_counts
from serang_plan.reports.briefing.decisions import what
from serang_plan.reports.briefing.letter import mayor, secretary
from serang_plan.reports.briefing.notes.bappeda import in_faults
from serang_plan.reports.briefing.pillars import character
from serang_plan.reports.briefing.settled import in_sentences
from serang_plan.reports.parts.json_values import as_object
from serang_plan.reports.parts.offices import head_of
from serang_plan.reports.status import page as status
from serang_plan.reports.status.data import data as status_data
from serang_plan.wording import LANGS, Lang, Text
from tests.conftest import ROOT, read
from tests.worlds.small_city import DUTY, GREEN, HEADER, OPD, SOURCES, city

EXAMPLE = str(ROOT / "src" / "serang_plan" / "example")
REAL = str(ROOT / "data")
WORLDS = [
    *(
        (REAL, date(2020, 3, 9)),
        (REAL, date(2020, 3, 10)),
        (REAL, date(2021, 6, 1)),
        (REAL, date(2026, 11, 24)),
    ),
    *((EXAMPLE, date(2023, 1, 1)), (EXAMPLE, date(2025, 3, 1)), (EXAMPLE, date(2026, 6, 30))),
    *((EXAMPLE, date(2027, 9, 1)), (EXAMPLE, date(2031, 1, 1))),
]
ROLES = ("walikota", "sekda", "bappeda")
INSIDE = Inside(lambda: status.Faults(0, 1, 2), str)


def note(
    plan: Plan, role: str = "walikota", lang: Lang = "id", opd: str = "", rakor: date | None = None
) -> Page:
    meeting = next((one for one in plan.rakor if one.date == rakor), None)
    return page(build(plan, Reader(role, opd), INSIDE, meeting), lang)  # type: ignore[arg-type]


@cache
def world(folder: str, day: date) -> Plan:
    return known_plan(read_folder(folder, day).plan)


def sentences(found: Page) -> Iterator[str]:
    """Give everything that is a sentence of the note's own."""
    for block in found.blocks:
        match block:
            case Paragraph(text):
                yield text
            case Items(items):
                yield from (item.text for item in items)


ODD = re.compile(
    r"\b1 (?:indicators|actions|decisions|others|are|have|times|days|errors|warnings|notes|ones|values|"
    r"thresholds|verdicts|OPD are)\b|\b(?:[02-9]|\d\d+) (?:indicator|action|decision|day|error|warning|note|is|has)\b"
    r"|  |\.\.| [,.;:]|\bNone\b(?! of)|[{}]|: \.|; \.|,\.|\(\)"
)


def reads_well(text: str) -> bool:
    return ODD.search(text) is None and text == text.strip() and text[:1] == text[:1].upper()


# -- sentences for every count ------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("whole", range(1, 5))
def test_counts_read_naturally(whole: int, lang: Lang) -> None:
    for met in range(whole + 1):
        for unknown in range(whole - met + 1):
            for claimed in range(whole - met - unknown + 1):
                rest = whole - met - unknown - claimed
                counts = dict(zip(Standing, (met, rest, unknown, claimed, 0), strict=True))

                text = in_counts(counts, lang)

                assert reads_well(text)
                assert not re.search(r"\b0\b", text)
                assert text.endswith(".")


def test_counts_say_what_the_officials_say() -> None:
    counts = dict(zip(Standing, (5, 7, 4, 0, 0), strict=True))

    assert in_counts(counts, "id") == (
        "5 dari 16 indikator terpenuhi; 7 belum terpenuhi; 4 belum dapat dinilai."
    )
    assert in_counts(counts, "en") == "5 of 16 indicators are met; 7 are not met; 4 cannot be assessed yet."
    assert in_counts({**counts, Standing.MET: 0}, "id").startswith(
        "Belum satu pun dari 11 indikator terpenuhi;"
    )
    assert in_counts({Standing.MET: 16}, "id") == "Semua 16 indikator terpenuhi."
    assert (
        in_counts({Standing.MET: 0, Standing.UNKNOWN: 16}, "id") == "Semua 16 indikator belum dapat dinilai."
    )
    assert in_counts({Standing.MET: 2}, "id") == "Kedua indikator terpenuhi."
    assert in_counts({Standing.MET: 0, Standing.UNMET: 1}, "id") == "Satu-satunya indikator belum terpenuhi."


@pytest.mark.parametrize("role", ROLES)
def test_a_plan_without_indicators_says_so_and_one_whose_indicators_cannot_be_read_does_not(
    role: str,
) -> None:
    none = markdown.render(note(city(indicators="[]", assignments="[]"), role))
    unreadable = read(plan=HEADER, indicators=GREEN.replace("naik", "miring")).plan
    unread = markdown.render(note(unreadable, role))

    assert "Rencana ini belum memuat indikator" in none
    assert "Belum ada indikator yang terbaca" in unread
    assert "belum memuat" not in unread


@pytest.mark.parametrize("role", ROLES)
def test_what_cannot_be_read_is_never_said_not_to_be_there(role: str) -> None:
    plan = read(plan=HEADER, indicators=GREEN, rakor="bukan daftar").plan
    whole = markdown.render(note(city(), role))

    text = markdown.render(note(plan, role))

    assert "laporan ini belum tentu lengkap" in text
    assert "laporan ini belum tentu lengkap" not in whole
    assert "Catatan rakor tidak terbaca seluruhnya" in text
    assert "Belum ada rakor" not in text
    assert "Tidak ada keputusan rakor" not in text


@pytest.mark.parametrize("lang", LANGS)
def test_what_became_of_decisions_reads_naturally(lang: Lang) -> None:
    for accepted, in_time, reported, overdue, others, unknown in product(range(3), repeat=6):
        whole = accepted + reported + overdue + others + unknown
        if in_time <= accepted and whole:
            counts = Tally(
                whole,
                accepted,
                in_time,
                reported,
                overdue + others,
                overdue,
                unknown,
                excused=0,
                superseded=0,
            )

            text = in_sentences(counts, None, lang)

            assert reads_well(text), text
            assert not re.search(r"\b0\b", text)
            assert text.count(". ") <= 1


@pytest.mark.parametrize("lang", LANGS)
def test_faults_read_naturally(lang: Lang) -> None:
    for errors in range(4):
        for warnings in range(4):
            assert reads_well(in_faults(errors, warnings, 1).for_lang(lang))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", DecisionKind)
def test_each_decision_reads_naturally_for_one_and_for_many(kind: DecisionKind, lang: Lang) -> None:
    plan = city()
    for count in (1, 2, 3, 9):
        codes = tuple(f"M{nth:02}" for nth in range(1, count + 1))
        text = what(plan, PendingDecision(kind, codes, codes, ()), lang)
        assert reads_well(text)
        assert "M01" in text


PILLARS = "pillars: [{code: ramah, name: Kota yang ramah}, {code: besar, name: Kota yang besar}]"


def test_what_was_cancelled_neither_keeps_nor_lacks_local_culture() -> None:
    culture = {
        "A1": "culture: Ada., status: batal",
        "A2": "status: batal",
        "A3": "culture: Ada.",
        "A4": "note: Ada.",
    }
    plan = city(
        actions="\n".join(f"- {{code: {code}, name: Taman, {more}}}" for code, more in culture.items())
    )

    found = identity(plan, (), schedule(plan))

    actions = (*found.with_culture, *found.without_culture)
    assert [scheduled.code for scheduled in actions] == ["A3", "A4"]


@pytest.mark.parametrize("lang", LANGS)
def test_culture_and_pillars_read_naturally(lang: Lang) -> None:
    for whole in range(4):
        for noted in range(whole + 1):
            actions = [
                f"- {{code: A{nth}, name: Taman {nth}, opd: DLH{', culture: Ada.' if nth < noted else ''}}}"
                for nth in range(whole)
            ]
            plan = city(plan=f"{HEADER}\n    {PILLARS}", actions="\n".join(actions) or "[]")
            found = build(plan, Reader("walikota"), INSIDE).identity
            text = character(found, lang)
            assert reads_well(text)
            assert (found.actions, len(found.with_culture)) == (whole, noted)


UNMEASURED = GREEN.split("      measurements:")[0]
DECLARED = "      declared: {standing: terpenuhi, by: Wali Kota, date: 2026-01-01, source: S1}\n"


@pytest.mark.parametrize(
    ("indicators", "stands"),
    [
        (GREEN, "satu indikator, belum terpenuhi"),
        (GREEN.replace("value: 12,", "value: 21,"), "satu indikator, terpenuhi"),
        (UNMEASURED, "satu indikator, belum dapat dinilai"),
        (UNMEASURED + DECLARED, "satu indikator, dinyatakan terpenuhi tanpa bukti"),
        (GREEN + DECLARED, "satu indikator, pernyataannya bertentangan dengan data"),
    ],
)
def test_the_only_indicator_of_a_pillar_stands_there_as_it_does_elsewhere(
    indicators: str, stands: str
) -> None:
    plan = city(plan=f"{HEADER}\n    {PILLARS}", indicators=indicators)

    assert f"Kota yang ramah ({stands})" in markdown.render(note(plan))


def test_an_indicator_that_cannot_be_read_is_not_said_to_be_missing_from_a_pillar() -> None:
    broken = GREEN.replace("naik", "miring")
    plan = read(plan=f"{HEADER}\n    {PILLARS}", indicators=broken).plan

    text = markdown.render(note(plan))

    assert "Belum didukung satu indikator pun yang terbaca: Kota yang ramah" in text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("folder", "day"), WORLDS, ids=lambda one: Path(str(one)).name)
def test_every_sentence_of_every_note_reads_well(folder: str, day: date, lang: Lang) -> None:
    plan = world(folder, day)

    for role in ("walikota", "sekda"):
        for text in sentences(note(plan, role, lang)):
            assert reads_well(text), text


# -- what is said is what status says ----------------------------------------------------------


@pytest.mark.parametrize(("folder", "day"), WORLDS, ids=lambda one: Path(str(one)).name)
def test_no_count_differs_from_status(folder: str, day: date) -> None:
    plan = world(folder, day)
    said = as_object(data(build(plan, Reader("walikota"), INSIDE), "id"))
    of_status = as_object(status_data(status.build(plan, status.Faults(0, 0, 0)), "id"))

    assert said["counts"] == of_status["counts"]
    assert [one["difference"] for one in said["claims"]] == [one["difference"] for one in of_status["claims"]]
    assert in_counts(count_by_standing(verdicts_of(plan)), "id") in set(sentences(note(plan)))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("folder", "day"), WORLDS, ids=lambda one: Path(str(one)).name)
def test_every_mark_stands_in_the_list_of_sources_and_the_other_way_round(
    folder: str, day: date, role: str, lang: Lang
) -> None:
    found = note(world(folder, day), role, lang)
    text = markdown.render(found)
    body, _, listed = text.rpartition("\n## ")

    used = set(re.findall(r"\[(\d+\*?)\]", body.replace("\\", "")))
    notes = [one.mark for block in found.blocks if isinstance(block, Notes) for one in block.notes]

    assert {f"[{nth}]" for nth in used} == set(notes)
    assert [mark.replace("*", "") for mark in notes] == [f"[{nth}]" for nth in range(1, len(notes) + 1)]
    assert not notes or all(mark.strip("[]") in listed.replace("\\", "") for mark in notes)


@pytest.mark.parametrize(("folder", "day"), WORLDS, ids=lambda one: Path(str(one)).name)
def test_every_known_value_stands_in_the_full_note_with_a_source_beside_it(folder: str, day: date) -> None:
    plan = world(folder, day)
    found = note(plan, "bappeda")
    tables = [block for block in found.blocks if isinstance(block, Table) and "Semua nilai" in block.caption]

    rows = [row for table in tables for group in table.groups for row in group.rows]

    valued = [row for row in rows if row[1].tone != "unknown"]
    assert all(row[1].marks for row in valued)
    assert len(valued) == sum(len(oldest_first(plan, indicator)) for indicator in plan.indicators)


@pytest.mark.parametrize(("folder", "day"), WORLDS, ids=lambda one: Path(str(one)).name)
def test_every_decision_has_an_owner_and_at_most_three_risks_stand_there(folder: str, day: date) -> None:
    briefing = build(world(folder, day), Reader("walikota"), INSIDE)
    asked, *risky = [block.items for block in page(briefing, "id").blocks if isinstance(block, Items)]

    assert len(asked) == len(briefing.needed)
    assert all(". Pelaksana: " in item.text for item in asked)
    assert all(len(items) <= 3 for items in risky)
    weights = [pending.weight for pending in briefing.needed]
    assert weights == sorted(weights, reverse=True)


# -- derived by rule -----------------------------------------------------------------------


def kinds(plan: Plan) -> list[str]:
    return [one.kind.value for one in build(plan, Reader("walikota"), INSIDE).needed]


@pytest.mark.parametrize("authority", ["kota", "provinsi"])
def test_nobody_is_asked_to_appoint_who_carries_what_the_province_has_the_authority_for(
    authority: str,
) -> None:
    action = f"- {{code: A01, name: Bus, indicators: [{{code: M01}}], start: 2026, authority: {authority}}}"
    plan = city(actions=action)

    assert ("no-runner" in kinds(plan)) == (authority == "kota")
    ((covering,),) = (covered.actions for covered in coverage(plan, schedule(plan), verdicts_of(plan)))
    assert (Shortcoming.OWNER in covering.shortcomings) == (authority == "kota")


def test_what_nobody_leads_is_for_the_sekda_to_settle() -> None:
    plan = city(assignments="[]")

    assert kinds(plan)[:1] == ["no-lead"]
    first = next(block for block in note(plan).blocks if isinstance(block, Items)).items[0]
    assert first.text == "Penunjukan OPD pengampu M01 RTH publik. Pelaksana: Sekretaris Daerah."


def test_who_provides_a_figure_measures_it() -> None:
    plan = city(
        indicators="""
            - {code: M01, name: RTH publik, aspect: fisik, unit: "%", direction: naik, provider: DPUPR,
               threshold: {value: 20, kind: hukum, basis: UU 26/2007}}
        """
    )
    found = build(plan, Reader("walikota"), INSIDE)

    assert (found.needed[0].kind, found.needed[0].owners) == (DecisionKind.NO_VALUE, ("DPUPR",))


def test_what_holds_up_more_indicators_comes_first() -> None:
    more = "\n".join(
        f"    - {{code: M0{nth}, name: Butir {nth}, aspect: fisik, unit: titik, direction: naik}}"
        for nth in (2, 3)
    )
    plan = city(indicators=f"{GREEN}\n{more}")

    found = build(plan, Reader("walikota"), INSIDE).needed

    assert (found[0].kind, found[0].weight) == (DecisionKind.NO_TARGET, 3)
    assert {one.kind: one.weight for one in found}[DecisionKind.NO_VALUE] == 2


def test_a_sound_plan_asks_for_nothing() -> None:
    plan = city(indicators=GREEN.replace("value: 12", "value: 25"))

    text = markdown.render(note(plan))

    assert "Tidak ada yang menunggu keputusan pada tanggal ini." in text
    assert "Tidak ada risiko yang terlihat dari rencana ini." in text


def test_an_overdue_decision_without_a_code_is_called_by_its_whole_text() -> None:
    rakor = f"- {{date: 2026-01-10, decisions: [{{text: Lahan {'sangat ' * 90}luas, due: 2026-02-01}}]}}"

    text = markdown.render(note(city(rakor=rakor), "walikota"))

    assert f"lewat batas waktu: “Lahan {'sangat ' * 90}luas” (1 Feb 2026)." in text


def test_an_overdue_decision_and_a_worsening_value_are_named() -> None:
    plan = city(
        indicators=GREEN.replace("value: 12", "value: 8"),
        rakor="""
            - date: 2026-01-10
              decisions: [{code: R1-1, text: Lahan disiapkan, lead: DLH, due: 2026-02-01, indicator: M01}]
        """,
    )

    text = markdown.render(note(plan))

    assert (
        "keputusan rakor yang lewat batas waktu: R1-1 “Lahan disiapkan” (1 Feb 2026). Pelaksana: DLH."
        in markdown.render(note(plan, "bappeda"))
    )
    assert "memburuk 0,5 poin per tahun (dari dua nilai saja), kini 8% (2025, perlu dicek)." in text


@pytest.mark.parametrize(
    ("decision", "linked"),
    [
        ("{code: R1-1, text: Semua OPD memaparkan program prioritas, lead: semua}", True),
        ("{code: R1-1, text: DLH menyusun kegiatan taman, lead: DLH, indicator: M01}", True),
        (
            "{code: R1-1, text: DLH menyusun kegiatan taman, lead: DLH, indicator: M01, status: selesai}",
            False,
        ),
        ("{code: R1-1, text: DLH mendata pohon, lead: DLH, indicator: M01}", False),
        ("{code: R1-1, text: DLH menyusun kegiatan bersih kali, lead: DLH}", False),
    ],
)
@pytest.mark.parametrize("later", ["", "\n    - {date: 2026-03-10}"], ids=["the last rakor", "one before"])
def test_what_a_rakor_asked_for_already_is_linked(decision: str, linked: bool, later: str) -> None:
    plan = city(rakor=f"\n    - {{date: 2026-01-10, decisions: [{decision}]}}{later}\n")

    for role in ("walikota", "bappeda"):
        (asked,) = (text for text in sentences(note(plan, role)) if text.startswith("Penyusunan kegiatan"))
        assert ("; lihat juga keputusan R1-1." in asked) == linked


SLUMS = GREEN + GREEN.replace("M01", "M02").replace("RTH publik", "Permukiman kumuh")


def test_the_action_that_slips_is_named_with_its_own_indicators() -> None:
    plan = city(
        indicators=SLUMS,
        actions="""
            - {code: A1, name: Taman, opd: DLH, indicators: [{code: M01}], finish: 2025}
            - {code: A2, name: Rusunawa, opd: DPUPR, indicators: [{code: M02}], finish: 2025}
        """,
    )

    text = markdown.render(note(plan, "bappeda"))

    assert "A1 Taman lewat waktu sejak 2025; ini menyangkut M01 RTH publik. Seluruhnya 2 kegiatan" in text
    assert "atau lewat waktu, menyangkut M01 RTH publik dan M02 Permukiman kumuh." in text


def test_the_action_that_waits_is_named_with_its_own_indicators() -> None:
    plan = city(
        indicators=SLUMS,
        actions="""
            - {code: A0, name: Lahan, opd: DPUPR, start: 2027, finish: 2027}
            - {code: A1, name: Taman, opd: DLH, indicators: [{code: M01}], finish: 2026-TW4, needs: [A0]}
            - {code: A2, name: Rusunawa, opd: DLH, indicators: [{code: M02}], finish: 2026-TW4, needs: [A0]}
        """,
    )

    (text,) = (text for text in sentences(note(plan, "bappeda")) if "Kegiatannya: A1 Taman dan A0" in text)

    assert "; ini menyangkut M01 RTH publik. " in text
    assert text.endswith(
        "2 kegiatan menunggu pekerjaan yang terlambat, menyangkut M01 RTH publik dan M02 Permukiman kumuh."
    )


def test_what_changed_since_the_last_rakor_is_what_became_known() -> None:
    plan = city(
        rakor="- {date: 2026-01-10, decisions: [{code: R1-1, text: Lahan, lead: DLH, status: proses}]}",
        actions="- {code: A1, name: Taman, opd: DLH, start: 2025, finish: 2026-03, status: selesai, done: 2026-03-02}",
    )

    (text,) = (one for one in sentences(note(plan)) if one.startswith("Sejak rakor"))

    assert text == (
        "Sejak rakor 10 Januari 2026: M01 RTH publik 12% (2025, perlu dicek) membaik; A1 Taman selesai."
    )


def test_what_the_law_demands_is_the_first_risk_and_says_what_its_threshold_rests_on() -> None:
    more = GREEN.replace("kind: hukum", "kind: nasional").replace(
        "as_of: 2025, published: 2026-02", "as_of: 2022"
    )
    plan = city(indicators="".join((GREEN, more.replace("M01", "M02"), more.replace("M01", "M03"))))

    (first, second) = build(plan, Reader("walikota"), INSIDE).risks

    assert (first.kind.value, first.indicators) == ("law", ("M01",))
    assert (second.kind.value, second.indicators) == ("stale", ("M02", "M03"))
    assert "ambang ≥ 20% menurut UU 26/2007 (tanpa tanggal, tanpa sumber)" in markdown.render(note(plan))


def test_a_value_that_cannot_be_judged_breaks_no_law() -> None:
    plan = city(indicators=GREEN.replace(", source: S1", ""))

    assert build(plan, Reader("walikota"), INSIDE).risks == ()
    assert "Tidak ada risiko yang terlihat, tetapi 1 indikator belum dapat dinilai." in sentences(note(plan))


@pytest.mark.parametrize("role", ["bappeda", "opd"])
def test_a_threshold_without_a_source_leaves_no_hole(role: str) -> None:
    threshold = "Ambang yang sumbernya belum dicatat: M01 ≥ 20% menurut UU 26/2007 (tanpa tanggal)."

    assert threshold in sentences(note(city(), role, opd="DLH"))


def test_an_opd_is_told_what_the_codes_are_that_it_has_a_part_in() -> None:
    assert "Keterangan kode: M01 RTH publik." in sentences(note(city(), "opd", opd="DPUPR"))


def test_the_sekda_sees_decisions_that_can_never_be_overdue() -> None:
    decision = "{code: R1-1, text: Lahan disiapkan, lead: semua, status: menunggu}"
    plan = city(rakor=f"- {{date: 2026-01-10, decisions: [{decision}]}}")

    assert "Batas waktunya tidak disebut: R1-1 Lahan disiapkan (semua OPD, rakor 10 Jan 2026)." in sentences(
        note(plan, "sekda")
    )


def test_a_decision_without_a_status_is_not_known_and_neither_open_nor_late() -> None:
    rakor = """
        - date: 2026-01-10
          decisions: [{code: R1-1, text: Lahan disiapkan, lead: DLH, due: 2026-02-01}]
    """
    plan = city(rakor=rakor)
    mayor, sekda = markdown.render(note(plan)), markdown.render(note(plan, "sekda"))

    for text in (mayor, sekda):
        assert "Keadaan satu-satunya keputusan rakor belum diketahui." in text
    assert (
        "Belum diketahui keadaannya: R1-1 Lahan disiapkan (DLH, rakor 10 Jan 2026, batas waktu 1 Feb 2026)."
        in sekda
    )
    for text in (mayor, sekda):
        assert "belum selesai" not in text
        assert "masih terbuka" not in text
        assert "Terlambat" not in text


def test_the_json_of_a_note_keeps_decisions_of_unknown_standing_apart() -> None:
    plan = city(
        rakor="""
            - date: 2026-01-10
              decisions:
                - {code: R1-1, text: Lahan, due: 2026-02-01}
                - {code: R1-2, text: Taman, due: 2026-02-01, status: proses}
        """
    )

    record = data(build(plan, Reader("sekda"), INSIDE), "id")

    assert [decision.code for decision in record.overdue] == ["R1-2"]
    assert [decision.code for decision in record.decisions_unknown] == ["R1-1"]
    assert record.since is not None
    assert (record.since.decisions, record.since.decisions_closed, record.since.decisions_unknown) == (
        2,
        0,
        1,
    )


def test_what_is_decided_in_a_rakor_that_is_not_over_is_in_no_note() -> None:
    rakor = (
        "- {date: 2026-01-10, state: %s, decisions: [{code: R1-1, text: Lahan, lead: DLH, due: 2026-02-01}]}"
    )

    for role in ROLES:
        assert "R1-1" in markdown.render(note(city(rakor=rakor % "selesai"), role))
        assert "R1-1" not in markdown.render(note(city(rakor=rakor % "berlangsung"), role))


def test_a_decision_that_was_put_off_is_late_by_its_new_due_date() -> None:
    moved = "{known: 2026-02-01, due: %s, reason: Lahan belum bebas}"
    rakor = "- {date: 2026-01-10, decisions: [{code: R1-1, text: Lahan, lead: DLH, due: 2026-02-01, status: proses, history: [%s]}]}"

    for role in ("walikota", "sekda"):
        later = markdown.render(note(known_plan(city(rakor=rakor % (moved % "2026-08-01"))), role))
        passed = markdown.render(note(known_plan(city(rakor=rakor % (moved % "2026-06-20"))), role))
        assert "Tidak ada yang lewat batas waktu" in later
        assert "Tindak lanjut keputusan rakor yang lewat" not in later
        assert "1 lewat batas waktu, 10 hari (R1-1, DLH)" in passed
        assert "20 Jun 2026" in passed


def test_the_sekda_reads_to_whom_the_citys_rule_brings_what_is_late() -> None:
    levels = "    settings: {escalate: [{to: Sekda, late_days: 14}, {to: Wali Kota, late_days: 90}]}\n"
    late = "{code: R1-%s, text: Lahan, lead: DLH, due: %s, status: proses}"
    decisions = ", ".join(late % line for line in ((1, "2026-06-01"), (2, "2026-01-20"), (3, "2026-06-25")))
    rakor = f"""
    - {{date: 2026-01-10, decisions: [{decisions}]}}
    - {{date: 2026-02-10}}
    - {{date: 2026-03-10}}
"""

    text = markdown.render(note(city(plan=HEADER + levels, rakor=rakor), "sekda"))

    assert "Untuk dibawa ke Wali Kota (terlambat 90 hari atau lebih): R1-2 (DLH, 161 hari)." in text
    assert "Untuk dibawa ke Sekda (terlambat 14 hari atau lebih): R1-1 (DLH, 29 hari)." in text
    assert text.index("dibawa ke Wali Kota") < text.index("dibawa ke Sekda")
    assert "R1-3 Lahan (DLH), lewat batas waktu dan 2 rakor tanpa kabar" in text
    assert "R1-2 Lahan (DLH), lewat" not in text, "it is brought there already"


def test_the_sekda_reads_what_others_found_of_a_decision() -> None:
    found = "[{known: 2026-02-01, by: BAPPEDA, verified: belum-sesuai}]"
    decision = f"{{code: R1-1, text: Lahan, lead: DLH, due: 2026-02-01, history: {found}}}"

    text = markdown.render(
        note(known_plan(city(rakor=f"- {{date: 2026-01-10, decisions: [{decision}]}}")), "sekda")
    )

    assert "| belum sesuai |" in text


def test_two_sentences_say_what_became_of_decisions() -> None:
    accepted = "{known: %s, status: selesai}, {known: %s, by: DPUPR, verified: sesuai}"
    plan = city(
        rakor=f"""
            - date: 2026-01-10
              decisions:
                - {{code: R1-1, text: Lahan, lead: DLH, due: 2026-03-01,
                   history: [{accepted % ("2026-02-01", "2026-02-10")}]}}
                - {{code: R1-2, text: Taman, lead: DLH, due: 2026-02-01,
                   history: [{accepted % ("2026-03-01", "2026-03-10")}]}}
                - {{code: R1-3, text: Pohon, lead: DLH, due: 2026-06-20, status: proses}}
                - {{code: R1-4, text: Bangku, lead: DLH, due: 2026-06-25, status: proses}}
                - {{code: R1-5, text: Lampu, lead: DLH, due: 2026-08-01}}
        """
    )

    for role in ("walikota", "sekda"):
        assert (
            "Dari 5 keputusan rakor, 2 sudah diterima selesai, 1 di antaranya tepat waktu. 2 lewat batas waktu, "
            "terlama 10 hari (R1-3, DLH); keadaan 1 keputusan belum diketahui."
        ) in sentences(note(plan, role))
    assert "keputusan rakor" not in "".join(sentences(note(city())))


@pytest.mark.parametrize(
    ("sections", "by"),
    [
        ({"rakor": "- {date: 2026-07-20}"}, "Paling lambat: rakor 20 Juli 2026."),
        (
            {"indicators": GREEN.replace("basis: UU 26/2007", "basis: UU 26/2007, due: 2029")},
            "Paling lambat: akhir 2029 (ambang M01).",
        ),
        (
            {
                "indicators": GREEN.replace(
                    "measurements", "targets: [{year: 2027, value: 15}]\n      measurements"
                )
            },
            "Paling lambat: akhir 2027 (target M01).",
        ),
        ({}, "Tanggal yang tidak disebut belum ditetapkan."),
        (
            {"indicators": GREEN.replace("basis: UU 26/2007", "basis: UU 26/2007, due: 2024")},
            "Tanggal yang tidak disebut belum ditetapkan.",
        ),
    ],
)
def test_a_decision_says_by_when_and_never_invents_a_date(sections: dict[str, str], by: str) -> None:
    texts = [*sentences(note(city(**sections)))]

    assert by in texts or all(text.endswith(by) for text in texts if text.startswith("Penyusunan kegiatan"))
    assert ("Paling lambat" in "".join(texts)) == by.startswith("Paling")


def test_what_is_not_met_is_named_with_value_gap_lead_and_what_is_needed_by_when() -> None:
    goal = GREEN.replace("basis: UU 26/2007", "basis: UU 26/2007, due: 2029")

    for role in ("walikota", "sekda"):
        (table,) = (
            block
            for block in note(city(indicators=goal), role).blocks
            if isinstance(block, Table) and block.caption == "Indikator yang belum terpenuhi"
        )
        ((row,),) = (group.rows for group in table.groups)
        assert [cell.text for cell in row] == [
            "M01 RTH publik",
            "12% (2025, perlu dicek); kurang 8 poin dari ≥ 20%, tanpa tanggal",
            "DLH",
            "rencana kegiatan dan target tahunan",
            "akhir 2029",
        ]


def test_a_decision_that_is_due_stands_once_in_the_note_for_a_rakor() -> None:
    plan = city(
        rakor="""
            - date: 2019-01-10
              decisions: [{code: R1-1, text: Lahan disiapkan, lead: DLH, due: 2019-02-01, status: menunggu}]
            - {date: 2026-07-20, agenda: [RTH publik]}
        """
    )

    text = markdown.render(note(plan, "sekda", rakor=date(2026, 7, 20)))

    assert text.count("| R1-1 Lahan disiapkan | DLH | 1 Feb 2019 | lebih dari 7 tahun |") == 1


def test_nothing_new_is_said_too() -> None:
    plan = city(rakor="- {date: 2026-06-01}")

    assert (
        "Sejak rakor 1 Juni 2026: tidak ada perubahan nilai, tugas atau kegiatan yang tercatat."
        in sentences(note(plan))
    )


# -- the letter ------------------------------------------------------------------------------


def test_what_the_plan_does_not_say_is_left_open() -> None:
    head = next(block for block in note(city()).blocks if isinstance(block, Fields))

    assert dict(head.rows) == {
        "Yth.": "Wali Kota Kecil",
        "Dari": "",
        "Tanggal": "30 Juni 2026",
        "Nomor": "",
        "Sifat": "",
        "Lampiran": "",
        "Hal": "Keadaan Indikator Kota Kecil",
    }


LETTER = """
    settings:
      letter:
        letterhead: [PEMERINTAH KOTA KECIL, BAPPEDA]
        office: Kepala Bappeda
        copies: [Inspektur]
        place: Kecil
        signatory: Kepala Bappeda
"""


def test_the_settings_head_and_sign_the_letter() -> None:
    found = note(city(plan=HEADER + LETTER))
    signature = next(block for block in found.blocks if isinstance(block, Signature))

    assert found.letterhead == ("PEMERINTAH KOTA KECIL", "BAPPEDA")
    assert signature.above == ("Kepala Bappeda",)
    assert dict(found.blocks[0].rows)["Tembusan"] == "Inspektur"  # type: ignore[union-attr]


@pytest.mark.parametrize(("role", "opd"), [("bappeda", ""), ("opd", "BPD")])
def test_to_bappeda_itself_the_sender_stays_open(role: str, opd: str) -> None:
    plan = city(
        plan=HEADER + LETTER, opd=f"{OPD}    - {{code: BPD, name: Badan Perencanaan, aliases: [Bappeda]}}\n"
    )
    found = note(plan, role, opd=opd)

    assert dict(found.blocks[0].rows)["Dari"] == ""  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["id/nota-dinas.md", "en/briefing-notes.md"])
def test_the_pages_show_every_part_of_a_letter(name: str) -> None:
    (written,) = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / name).read_text("utf-8"), re.DOTALL)

    letter = Letter.model_validate(yaml.safe_load(written)["plan"]["settings"]["letter"])

    assert all(value for field, value in letter if field != "anchor")


def test_a_candidate_list_makes_it_a_draft() -> None:
    draft = note(city(plan=HEADER.replace("resmi", "kandidat")))

    assert draft.subtitle == "Konsep"
    assert note(city()).subtitle == ""


@pytest.mark.parametrize(
    ("name", "office"),
    [
        (
            "Dinas Lingkungan Hidup",
            Text("Kepala Dinas Lingkungan Hidup", "Head of Dinas Lingkungan Hidup"),
        ),
        ("Sekretariat Daerah", Text("Sekretaris Daerah", "Regional Secretary")),
        ("Sekretariat DPRD", Text("Sekretaris DPRD", "Secretary, DPRD")),
        ("Kecamatan Kasemen", Text("Camat Kasemen", "Head of Kecamatan Kasemen")),
        ("Inspektorat", Text("Inspektur", "Inspector")),
        ("RSUD Kota Serang", Text("Direktur RSUD Kota Serang", "Director, RSUD Kota Serang")),
    ],
)
def test_the_head_of_an_opd_is_called_by_the_office(name: str, office: Text) -> None:
    plan = city(opd=f"- {{code: DLH, name: {name}}}\n- {{code: DPUPR, name: Dinas PUPR}}")

    assert [head_of(plan, "DLH", lang) for lang in LANGS] == [office.for_lang(lang) for lang in LANGS]


def test_the_head_of_a_regency_is_a_bupati() -> None:
    plan = city(plan=HEADER.replace("city: Kota Kecil", "city: Kabupaten Kecil"))

    assert (mayor(plan, "id"), secretary(plan, "id")) == ("Bupati Kecil", "Sekretaris Daerah Kabupaten Kecil")


# -- as a message --------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("role", ["walikota", "sekda"])
@pytest.mark.parametrize(("folder", "day"), WORLDS, ids=lambda one: Path(str(one)).name)
def test_a_message_for_leaders_is_short_and_says_first_what_to_do(
    folder: str, day: date, role: str, lang: Lang
) -> None:
    plan = world(folder, day)
    briefing = build(plan, Reader(role), INSIDE)  # type: ignore[arg-type]

    text = whatsapp.render(page(briefing, lang))

    assert len(text) <= 1500
    first, stands = (text.find(words) for words in ("\n1. ", "*Keadaan*" if lang == "id" else "*Where we"))
    assert 0 < first < stands if briefing.needed else stands > 0
    for gap in briefing.gaps.of(Standing.UNMET):
        assert gap.verdict.value
        assert re.search(rf"{gap.code} .+ \({gap.verdict.value.measurement.as_of.year}\): ", text)


def test_a_message_that_would_be_too_long_is_cut_behind_a_whole_line() -> None:
    indicators = "".join(
        GREEN.replace("M01", f"M{nth:02}").replace("RTH publik", f"Indikator {nth} {'panjang ' * 20}habis")
        for nth in range(1, 17)
    )

    text = whatsapp.render(note(city(indicators=indicators)))

    assert 1000 < len(text) <= 1500
    *lines, end = text.splitlines()
    assert end == "Selengkapnya dalam nota dinas."
    assert lines[-1].endswith("habis (2025): kurang 8 poin") or lines[-1].endswith("(DLH)")


def test_all_of_a_note_can_be_had_as_a_message() -> None:
    whole = page(build(world(*WORLDS[3]), Reader("walikota"), INSIDE, in_full=True), "id")

    assert "*Budaya lokal dan pilar*" in whatsapp.render(whole)
    assert "*Budaya lokal dan pilar*" not in whatsapp.render(note(world(*WORLDS[3])))


# -- for a rakor ---------------------------------------------------------------------------------


def test_for_a_rakor_its_agenda_and_what_is_due_stand_first() -> None:
    plan = city(
        rakor="""
            - date: 2026-01-10
              decisions:
                - {code: R1-1, text: Lahan disiapkan, lead: DLH, due: 2026-07-15}
                - {code: R1-2, text: Drainase, lead: DPUPR, due: 2026-09-01}
            - {date: 2026-07-20, agenda: [RTH publik, Drainase]}
        """
    )
    found = note(plan, rakor=date(2026, 7, 20))

    said = list(sentences(found))

    assert "Acara rakor: (1) RTH publik; (2) Drainase." in said
    assert "1 keputusan jatuh tempo sampai hari rakor: R1-1 Lahan disiapkan (DLH)." in said
    assert dict(found.blocks[0].rows)["Hal"] == "Bahan Rakor 20 Juli 2026: Kota Kecil"  # type: ignore[union-attr]


def said(*words: str) -> list[str]:
    return ["briefing", *words]


def test_a_note_for_a_rakor_that_was_held_is_as_of_its_day(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = said("--for", "walikota", "--rakor", "2026-03-12", "--data", EXAMPLE, "--format", "json")

    assert run(arguments) == 0

    found = json.loads(capsys.readouterr().out)
    assert (found["as_of"], found["rakor"]["date"]) == ("2026-03-12", "2026-03-12")
    assert found["since"]["rakor"] == "2025-09-16"


@pytest.mark.parametrize(
    ("arguments", "message", "advice"),
    [
        ([], "`--for` belum diisi", "`walikota`, `sekda`, `bappeda`, `opd:KODE`"),
        (["--for", "wali"], "`wali` bukan pilihan", "ketik salah satu"),
        (["--for", "bapeda"], "`bapeda` bukan pilihan", "maksud Anda `bappeda`?"),
        (["--for", "DLH"], "`DLH` bukan pilihan", "maksud Anda `opd:DLH`?"),
        (["--for", "wali", "kota"], "`kota` tidak dikenal di sini", 'ketik `--for "wali kota"`'),
        (["--for", "opd:"], "OPD mana?", "`--for opd:SETDA`"),
        (["--for", "opd:DLHH"], "`DLHH` bukan pilihan", "maksud Anda `DLH`?"),
        (["--for", "opd:DKP", "--as-of", "2026-06-30"], "DKP tidak ada pada 30 Juni 2026", "`--for opd:DLH`"),
        (["--for", "sekda", "--rakor", "2026-03-13"], "tidak ada rakor pada `2026-03-13`", "`2026-03-12`"),
        (
            ["--for", "sekda", "--rakor", "2027-03-13"],
            "rakor pada `2027-03-13`",
            "`rakor: [{date: 2027-03-13}]`",
        ),
        (["--for", "sekda", "--rakor", "12 Maret"], "`12 Maret` bukan tanggal", "`--rakor 2020-03-10`"),
    ],
)
def test_what_cannot_be_written_is_taught(
    arguments: list[str], message: str, advice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*said(*arguments), "--data", EXAMPLE]) == 2

    error = capsys.readouterr().err
    assert message in error
    assert advice in error


def test_who_asks_for_the_camat_is_shown_each_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(said("--for", "camat", "--data", REAL)) == 2

    assert "maksud Anda `opd:KEC-SERANG`, `opd:KEC-KASEMEN`," in capsys.readouterr().err


def test_an_opd_is_known_by_its_other_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(said("--for", "opd:perkim", "--data", EXAMPLE, "--as-of", "2026-06-30", "--format", "json")) == 0
    )

    assert json.loads(capsys.readouterr().out)["opd"] == "DPERKIM"


# -- every OPD, and plans that are not what they should be ---------------------------------------


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("folder", "day"), [WORLDS[1], WORLDS[3], WORLDS[6]], ids=str)
def test_every_opd_gets_a_note(folder: str, day: date, lang: Lang) -> None:
    plan = world(folder, day)
    for code in plan.opd_by_code:
        text = terminal.render(note(plan, "opd", lang, code), 80, colour=False)
        assert head_of(plan, code, lang)[:40] in text.replace("\n           ", " ")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    "sections",
    [
        {},
        {"plan": HEADER},
        {"plan": HEADER, "indicators": GREEN},
        {"plan": HEADER, "indicators": "- {code: M01}", "sources": SOURCES},
        {"indicators": GREEN, "rakor": "- {date: 2026-06-30, decisions: [{text: Tanpa kode}]}"},
        {
            "plan": HEADER,
            "indicators": GREEN + GREEN,
            "claims": "- {code: K1, by: Orang, indicators: 0, met: 0}",
        },
        {"plan": HEADER, "actions": "- {code: A1, name: Sendiri, needs: [A1], finish: 2020}"},
        {"plan": HEADER.replace("resmi", "lain"), "indicators": "bukan daftar"},
    ],
)
def test_a_plan_with_holes_still_gives_a_note(sections: dict[str, str], role: str, lang: Lang) -> None:
    plan = read(**sections).plan

    text = markdown.render(note(plan, role, lang))

    assert text.startswith("# ")
    json.dumps(as_object(data(build(plan, Reader(role), INSIDE), lang)))  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ["walikota", "sekda"])
def test_the_longest_name_stands_whole(role: str) -> None:
    name = "Sangat panjang sekali " * 20 + "dan habis"
    plan = city(
        indicators=GREEN.replace("RTH publik", name),
        plan=HEADER.replace("title: Kota Kecil", f"title: {name}"),
        rakor=f"- {{date: 2026-01-01, decisions: [{{code: R, text: {name}, lead: DLH, due: 2026-02-01}}]}}",
    )

    text = markdown.render(note(plan, role))

    assert text.count(name) >= 3
    assert "…" not in text


def test_leaders_are_not_asked_for_what_may_stand_in_a_record_that_cannot_be_read() -> None:
    duty = "- {indicator: M01, lead: [DLH]}"
    asked = ("Penunjukan OPD pengampu", "Penyusunan kegiatan")
    none = markdown.render(note(read(plan=HEADER, indicators=GREEN).plan))
    no_lead = markdown.render(note(read(plan=HEADER, indicators=GREEN, assignments=duty).plan))
    led = read(
        plan=HEADER, indicators=GREEN, opd=OPD, assignments=DUTY, actions="- {code: A1, name: [x]}"
    ).plan

    assert asked[0] in none
    assert "belum tentu lengkap" in no_lead
    assert asked[0] not in no_lead
    assert asked[1] in markdown.render(note(city()))
    assert asked[1] not in markdown.render(note(led))


@pytest.mark.parametrize(
    ("opd", "message", "advice"),
    [
        ("opd: [\n", "OPD `DLH` tidak terbaca karena galat", "`serang-plan validate`"),
        ("opd: [{code: DLH, nama: 3}]\n", "OPD `DLH` tidak terbaca karena galat", "`serang-plan validate`"),
        ("opd: []\n", "rencana ini belum memuat OPD", "`- {code: …, name: …}`"),
    ],
)
def test_an_opd_that_is_not_there_to_choose_is_taught(
    opd: str, message: str, advice: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text(f"plan:{HEADER}\nindicators:{GREEN}", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(opd, encoding="utf-8")

    assert run([*said("--for", "opd:DLH"), "--data", str(tmp_path)]) == 2

    shown = capsys.readouterr().err
    assert message in shown
    assert advice in shown


def test_an_indicator_that_cannot_be_read_may_be_what_a_claim_counted() -> None:
    plan = read(
        plan=HEADER,
        sources=SOURCES,
        indicators=GREEN + GREEN.replace("M01", "M02").replace("naik", "miring"),
        claims="- {code: K1, date: 2026-01-01, by: Wali Kota, indicators: 2, met: 1, source: S1}",
    ).plan

    assert "selisih 1 hanya mungkin berasal dari 1 yang belum pasti" in markdown.render(note(plan))
    assert "1 belum, 1 belum pasti (M02)" in markdown.render(note(plan, "bappeda"))


def test_a_claim_that_the_evidence_carries_is_said_to_agree() -> None:
    claim = "- {code: K1, by: Wali Kota Kecil, date: 2026-05, indicators: 1, met: %d, source: S1}"

    texts = ["".join(sentences(note(city(claims=claim % met)))) for met in (0, 1)]

    assert "Bukti yang ada sama jumlahnya." in texts[0]
    assert "Bukti yang ada belum mendukung satu pun; tidak ada yang belum pasti." in texts[1]


MET = """
    - code: M01
      name: Ruang terbuka hijau publik
      short: RTH publik
      aspect: fisik
      unit: "%"
      direction: naik
      threshold: {value: 20, kind: nasional, basis: RPJMN, due: 2024, source: S1, since: 2020, verification: sekunder}
      measurements: [{as_of: 2021, value: 21, source: S2, verification: terverifikasi}]
"""
BLOG = """
    - {code: S1, title: RPJMN, kind: resmi, published: 2020}
    - {code: S2, title: Tabel, kind: laporan, published: 2022-01, weakness: Salinan di blog; aslinya tidak dibaca.}
"""


def test_what_is_met_says_its_year_and_what_it_rests_on() -> None:
    said = markdown.render(note(city(indicators=MET, sources=BLOG), "walikota"))

    assert "RTH publik 21% (2021, terverifikasi, usang, sumber lemah)" in said
    assert "1 terpenuhi, 0 di antaranya dari dokumen primer; 1 nilai usang." in said


def test_a_weak_source_is_marked_where_it_is_cited_and_says_why() -> None:
    said = markdown.render(note(city(indicators=MET, sources=BLOG), "walikota"))

    assert r"sumber lemah). \[1\*\]" in said
    assert r"\[1\*\] Tabel, Jan 2022; lemah: Salinan di blog; aslinya tidak dibaca" in said


def test_what_bears_no_date_is_said_once_with_the_rule_for_it() -> None:
    for role in ("walikota", "sekda", "bappeda", "opd"):
        said = markdown.render(note(city(), role, opd="DLH"))

        assert said.count("Tanpa tanggal, jadi terhitung setiap hari: ") == 1
        assert "Ambang tanpa tanggal berlaku setiap hari" in said


def test_a_value_out_of_date_is_not_what_is_so_now() -> None:
    old = GREEN.replace("as_of: 2025, published: 2026-02", "as_of: 2022, published: 2022-12")

    said = markdown.render(note(city(indicators=old), "walikota"))

    assert "nilai terakhir 12%" in said
    assert "kini 12%" not in said


def test_what_holds_for_another_scope_stands_in_a_line_of_its_own_with_its_sources() -> None:
    whole = """
    - code: M12
      name: Jumlah penduduk
      aspect: sosial
      unit: jiwa
      direction: naik
      thresholds: [{value: 100, kind: hukum, basis: UU 26/2007, scope: kawasan, since: 2007, source: S1}]
      measurements:
        - {as_of: 2025, published: 2026-01, value: 70, source: S1}
        - {as_of: 2025, published: 2026-01, value: 300, source: S1, scope: kawasan}
    """

    said = markdown.render(note(city(indicators=whole), "walikota"))

    assert "ambang M12 Jumlah penduduk untuk cakupan lain." in said
    assert r"M12 Jumlah penduduk untuk kawasan: 300 jiwa (2025) ≥ 100, sumber lemah. \[1\]" in said


def test_the_wali_kota_reads_what_an_undated_claim_says_and_where_those_about_lists_stand() -> None:
    plan = world(REAL, date(2026, 11, 24))

    for lang, undated, lists in (
        (
            "id",
            "Kepala Bappeda Provinsi Banten (tanpa tanggal), 8 dari 16",
            "2 pernyataan tentang daftar lain ada",
        ),
        ("en", "Kepala Bappeda Provinsi Banten (undated), 8 of 16", "2 claims about other lists are"),
    ):
        said = " ".join(sentences(note(plan, "walikota", lang)))  # type: ignore[arg-type]
        assert undated in said
        assert lists in said
    assert "daftar lain" not in " ".join(sentences(note(world(REAL, date(2020, 3, 10)))))


def test_no_note_asks_to_finish_an_action_that_is_done() -> None:
    plan = world(EXAMPLE, date(2026, 6, 30))

    rows = [row for block in note(plan, "sekda").blocks if isinstance(block, Table) for row in rows_of(block)]

    needed = next(row[3].text for row in rows if row[0].text.startswith("M15"))
    assert needed == "menyelesaikan A24 Layanan warga satu aplikasi"


def rows_of(table: Table) -> Iterator[tuple[Cell, ...]]:
    for group in table.groups:
        yield from group.rows
