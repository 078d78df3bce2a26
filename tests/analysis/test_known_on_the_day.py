"""What counts on the day of a report: what is dated that very day does, what comes later does not."""

from __future__ import annotations

from datetime import date

import pytest

from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.analysis.outlook.stages import TargetResult, stages_of
from serang_plan.model.plan import Plan
from serang_plan.reports.briefing import Inside, Reader, build, page
from serang_plan.reports.checklist import page as checklist
from serang_plan.reports.progress import page as progress
from serang_plan.reports.stages import page as stages
from serang_plan.reports.status import page as status
from tests.worlds.small_city import GREEN, HEADER, SOURCES, city, shown

OTHER_SCOPE = "        - {as_of: 2026-01, published: DAY, value: 77, source: S1, scope: kawasan}\n"
MEASURED = "        - {as_of: 2026-06-30, published: 2026-06-30, value: 21, source: S1}\n"
TARGET = "      targets: [{year: YEAR, value: 15}]\n"


def progress_of(plan: Plan) -> str:
    return shown(progress.page(progress.build(plan, "M01"), "en"))


def status_of(plan: Plan) -> str:
    return shown(status.page(status.build(plan, status.Faults(0, 0, 0)), "en"))


def aimed_at(year: int) -> Plan:
    return city(indicators=GREEN + TARGET.replace("YEAR", str(year)))


def test_a_value_of_another_scope_that_is_published_later_is_not_shown() -> None:
    def published(day: str) -> Plan:
        return city(indicators=GREEN + OTHER_SCOPE.replace("DAY", day))

    assert "77%" in progress_of(published("2026-06-30"))
    assert "77%" not in progress_of(published("2026-07-01"))


def test_a_value_of_the_very_day_decides_and_the_day_before_it_is_not_known() -> None:
    plan = city(indicators=GREEN + MEASURED)

    assert "1 met" in status_of(plan)
    assert "0 met" in status_of(plan.on(date(2026, 6, 29)))


def test_a_target_of_the_very_year_is_ahead_and_neither_missed_nor_lacking() -> None:
    overview = [shown(stages.page(stages.build(aimed_at(year)), "en")) for year in (2025, 2026)]
    tasks = [shown(checklist.page(checklist.build(aimed_at(year), "DLH"), "en")) for year in (2025, 2026)]

    assert ["1 missed" in text for text in overview] == [True, False]
    assert ["2026–2029: M01" in text for text in overview] == [True, False]
    assert ["no target for 2026" in text for text in tasks] == [True, False]


def test_a_target_of_the_very_year_without_a_value_is_not_called_unknown() -> None:
    for indicators in (GREEN, GREEN + MEASURED.replace("21", "13")):
        plan = city(indicators=indicators + TARGET.replace("YEAR", "2026"))
        (due,) = next(year.due for year in stages_of(plan).years if year.year == 2026)
        assert due.result is TargetResult.AHEAD


NAMES = """
    - code: DLH
      name: Dinas Kebersihan
      names:
        - {name: Dinas Lingkungan Hidup, from: 2024}
        - {name: Dinas Lingkungan dan Kehutanan, from: 2022, until: 2023}
        - {name: Badan Lingkungan, from: 2025, withdrawn: {known: 2026-03, reason: Salah baca}}
    - {code: DPUPR, name: Dinas PUPR}
"""


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2021-12-31", "Dinas Kebersihan"),
        ("2022-01-01", "Dinas Lingkungan dan Kehutanan"),
        ("2024-06-01", "Dinas Lingkungan Hidup"),
        ("2026-03-30", "Badan Lingkungan"),
        ("2026-03-31", "Dinas Lingkungan Hidup"),
    ],
)
def test_an_opd_bears_the_name_of_the_day(day: str, name: str) -> None:
    plan = known_plan(city(date.fromisoformat(day), opd=NAMES))

    assert plan.opd_by_code["DLH"].name == name


LETTER = "  settings: {letter: {letterhead: [KOTA KECIL], signatory: Kepala Bapperida, known: 2026-01-07}}"


@pytest.mark.parametrize(("day", "head"), [("2026-01-06", ()), ("2026-01-07", ("KOTA KECIL",))])
def test_a_note_bears_no_letterhead_before_the_office_was_known_by_that_name(
    day: str, head: tuple[str, ...]
) -> None:
    plan = known_plan(city(date.fromisoformat(day), plan=HEADER.rstrip() + f"\n  {LETTER}\n"))
    letter = page(build(plan, Reader("walikota"), Inside(lambda: status.Faults(0, 0, 0), str)), "id")

    assert letter.letterhead == head
    assert ("Kepala Bapperida" in shown(letter)) == bool(head)


def test_a_target_that_became_known_later_by_its_source_supersedes_the_one_before() -> None:
    sources = f"{SOURCES}\n- {{code: S2, kind: resmi, published: 2025-03}}"
    targets = "      targets: [{year: 2026, value: 15}, {year: 2026, value: 13, source: S2}]\n"

    def target_on(day: date) -> object:
        (target,) = known_plan(city(day, sources=sources, indicators=GREEN + targets)).indicators[0].targets
        return target.value

    assert [target_on(date(2025, 3, day)) for day in (30, 31)] == [15, 13]


def test_an_action_whose_end_is_not_known_yet_has_begun_only_when_that_is_sure() -> None:
    action = "- {code: A01, name: Taman, opd: DLH, start: 2024, status: selesai, done: 2026-06}"

    standing = [
        known_plan(city(date.fromisoformat(day), actions=action)).actions[0].status
        for day in ("2024-12-30", "2024-12-31", "2026-06-30")
    ]

    assert standing == ["rencana", "berjalan", "selesai"]


def test_money_that_became_known_later_is_not_counted_before() -> None:
    action = "- {code: A01, name: Taman, opd: DLH, finish: 2026, funding: [{amount: 5, known: 2026-01-05}, {amount: 7}]}"

    amounts = [
        [part.amount for part in known_plan(city(date(2026, 1, day), actions=action)).actions[0].funding]
        for day in (4, 5)
    ]

    assert amounts == [[7], [5, 7]]
