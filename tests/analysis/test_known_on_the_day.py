"""What counts on the day of a report: what is dated that very day does, what comes later does not."""

from __future__ import annotations

from datetime import date

import pytest

from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.analysis.known.known_since import is_dating_assumed
from serang_plan.analysis.known.public_plan import known_to_everybody
from serang_plan.analysis.outlook.stages import TargetResult, stages_of
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision
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
        - {name: Dinas Pertamanan, from: 2020, aliases: [Pertamanan]}
        - {name: Badan Pertamanan, from: 2026-07, known: 2026-05}
    - code: DPUPR
      name: Dinas PUPR
      names: [{name: Dinas Pekerjaan Umum, from: 2015, until: 2018}, {name: Dinas PU, until: 2016}]
"""


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2019-12-31", "Dinas Kebersihan"),
        ("2021-12-31", "Dinas Pertamanan"),
        ("2022-01-01", "Dinas Lingkungan dan Kehutanan"),
        ("2023-12-31", "Dinas Lingkungan dan Kehutanan"),
        ("2024-01-01", "Dinas Lingkungan Hidup"),
        ("2026-03-30", "Badan Lingkungan"),
        ("2026-03-31", "Dinas Lingkungan Hidup"),
        ("2026-06-30", "Dinas Lingkungan Hidup"),
        ("2026-07-01", "Badan Pertamanan"),
    ],
)
def test_an_opd_bears_the_name_of_the_day(day: str, name: str) -> None:
    plan = known_plan(city(date.fromisoformat(day), opd=NAMES))

    assert plan.opd_by_code["DLH"].name == name


def test_nobody_knows_yet_what_an_opd_will_be_called() -> None:
    plan = known_plan(city(date(2019, 12, 31), opd=NAMES))

    assert [(opd.code, opd.names, opd.aliases) for opd in plan.opd] == [("DLH", (), ()), ("DPUPR", (), ())]


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (2014, "Dinas PU"),
        (2015, "Dinas Pekerjaan Umum"),
        (2018, "Dinas Pekerjaan Umum"),
        (2019, "Dinas PUPR"),
    ],
)
def test_a_name_without_a_first_day_is_older_than_those_with_one(year: int, name: str) -> None:
    plan = known_plan(city(date(year, 12, 31), opd=NAMES))

    assert plan.opd_by_code["DPUPR"].name == name


def test_by_its_first_name_and_by_other_names_of_today_an_opd_is_still_found() -> None:
    opd = known_plan(city(date(2021, 12, 31), opd=NAMES)).opd_by_code["DLH"]

    assert (opd.name, opd.aliases) == ("Dinas Pertamanan", ("Pertamanan", "Dinas Kebersihan"))


def test_an_opd_rests_on_no_source_that_is_still_to_come() -> None:
    sources = f"{SOURCES}\n- {{code: S2, kind: resmi, published: 2026-07-01}}"
    opd = "- {code: DLH, name: Dinas Lingkungan Hidup, sources: [S1, S2]}\n- {code: DPUPR, name: Dinas PUPR}"

    resting_on = [
        known_plan(city(date(2026, month, day), sources=sources, opd=opd)).opd_by_code["DLH"].sources
        for month, day in ((6, 30), (7, 1))
    ]

    assert resting_on == [("S1",), ("S1", "S2")]


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


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("place: {site: Ciceri}, ", ["Ciceri", "Ciceri", "Alun-alun"]),
        ("", [None, None, "Alun-alun"]),
    ],
)
def test_an_action_is_where_it_was_known_to_be(written: str, at: list[str | None]) -> None:
    later = "{known: 2026-04, place: {site: Alun-alun}}, {known: 2026-05-02, progress: 10}"
    action = f"- {{code: A01, name: Taman, opd: DLH, {written}history: [{later}]}}"

    places = [
        known_plan(city(date.fromisoformat(day), actions=action)).actions[0].place
        for day in ("2026-01-01", "2026-04-29", "2026-04-30")
    ]

    assert [place and place.site for place in places] == at


@pytest.mark.parametrize(
    ("day", "listed"), [("2026-02-28", ["S3", "S4"]), ("2026-03-01", ["S2", "S3", "S4"])]
)
def test_a_source_without_a_date_is_there_once_something_known_names_it_or_nothing_does(
    day: str, listed: list[str]
) -> None:
    sources = "".join(f"\n- {{code: S{nr}, title: Kabar, kind: berita}}" for nr in (2, 3, 4))
    values = "\n        - {as_of: 2024, value: 11, source: S3}\n        - {as_of: 2023, known: 2026-03-01, value: 11, source: S2}\n"
    plan = city(date.fromisoformat(day), sources=SOURCES + sources, indicators=GREEN.rstrip() + values)

    assert [source.code for source in known_to_everybody(plan).sources if source.code != "S1"] == listed


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("announced: 2026-01", "2026-01"),
        ("known: 2026-02, announced: 2026-01", "2026-02"),
        ("known: 2026-02", "2026-02"),
    ],
)
def test_since_when_an_action_is_known_is_said_in_one_field(written: str, known: str) -> None:
    (action,) = known_plan(city(actions=f"- {{code: A01, name: Taman, {written}}}")).actions

    assert action.known is not None
    assert (action.known.iso, action.announced) == (known, None)


@pytest.mark.parametrize(
    ("day", "sources", "evidence"),
    [("2026-06-30", ("S1",), ("S1",)), ("2026-07-01", ("S1", "S2"), ("S1", "S2"))],
)
def test_an_action_is_shown_by_no_source_that_is_still_to_come(
    day: str, sources: tuple[str, ...], evidence: tuple[str, ...]
) -> None:
    plan = city(
        date.fromisoformat(day),
        sources=f"{SOURCES}\n- {{code: S2, kind: resmi, published: 2026-07-01}}",
        actions="- {code: A01, name: Taman, sources: [S1, S2], evidence: [S1, S2]}",
    )
    (action,) = known_plan(plan).actions

    assert (action.name, action.sources, action.evidence) == ("Taman", sources, evidence)


@pytest.mark.parametrize(("day", "planned"), [("2026-05-31", 0), ("2026-06-01", 1)])
def test_nobody_knows_of_a_rakor_before_it_is_called(day: str, planned: int) -> None:
    rakor = "- {date: 2026-07-10, known: 2026-06-01, agenda: [Rute]}"

    assert len(known_plan(city(date.fromisoformat(day), rakor=rakor)).rakor) == planned


@pytest.mark.parametrize(("day", "is_declared"), [("2026-05-31", False), ("2026-06-01", True)])
def test_nothing_is_declared_before_somebody_says_so(day: str, is_declared: bool) -> None:
    said = "      declared: {standing: terpenuhi, by: Wali Kota, date: 2026-06-01}\n"
    (indicator,) = known_plan(city(date.fromisoformat(day), indicators=GREEN + said)).indicators

    assert (indicator.declared is not None) == is_declared


@pytest.mark.parametrize(("day", "is_there"), [("2026-05-31", False), ("2026-06-01", True)])
@pytest.mark.parametrize(
    ("section", "record"),
    [
        ("sources", "{code: S2, kind: resmi, published: 2026-06-01}"),
        ("stages", "{year: 2027, focus: Taman, known: 2026-06-01}"),
        (
            "disputes",
            "{code: P1, topic: RTH, statements: "
            "[{text: a, source: S1, date: 2026-03-01}, {text: b, source: S1, date: 2026-06-01}]}",
        ),
    ],
)
def test_nothing_is_there_before_it_is_known(section: str, record: str, day: str, is_there: bool) -> None:
    records = f"{SOURCES}\n- {record}" if section == "sources" else f"- {record}"
    plan = known_plan(city(date.fromisoformat(day), **{section: records}))

    assert len(plan.records[section]) == is_there + (section == "sources")


@pytest.mark.parametrize(("day", "is_closed"), [("2026-03-14", False), ("2026-03-15", True)])
def test_a_rakor_is_closed_from_the_very_day_on(day: str, is_closed: bool) -> None:
    rakor = "- {date: 2026-03-10, closed: {date: 2026-03-15, fingerprint: 3f2a}}"
    (meeting,) = known_plan(city(date.fromisoformat(day), rakor=rakor)).rakor

    assert (meeting.closed is not None) == is_closed


@pytest.mark.parametrize(
    ("dated", "is_assumed"),
    [("", True), (", known: 2026-02", False), (", published: 2026-02", False)],
)
def test_a_value_is_dated_by_the_end_of_its_own_time_only_if_nothing_else_does(
    dated: str, is_assumed: bool
) -> None:
    value = f"        - {{as_of: 2026-01, value: 13, source: S2{dated}}}\n"
    plan = city(sources=f"{SOURCES}\n- {{code: S2, kind: berita}}", indicators=GREEN + value)

    assert is_dating_assumed(plan, plan.indicators[0].measurements[-1]) == is_assumed


def decision_of(fields: str, day: date = date(2026, 6, 30)) -> Decision:
    """Return a decision of January as it was known on a day."""
    decision = f"{{code: R1-1, text: Lahan disiapkan, lead: DLH, {fields}}}"
    plan = known_plan(city(day, rakor=f"- {{date: 2026-01-10, decisions: [{decision}]}}"))
    return plan.rakor[0].decisions[0]


@pytest.mark.parametrize(
    ("written", "about"),
    [
        ("indicator: M01", ("M01",)),
        ("indicator: M01, about: [A01]", ("M01", "A01")),
        ("about: [A01]", ("A01",)),
    ],
)
def test_what_a_decision_is_about_is_said_in_one_field(written: str, about: tuple[str, ...]) -> None:
    decision = decision_of(written)

    assert (decision.about, decision.indicator) == (about, None)


@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        ("by: DPUPR, verified: sesuai", "selesai"),
        ("by: DPUPR, verified: belum-sesuai", "proses"),
        ("by: DPUPR, verified: belum-ditindaklanjuti", "menunggu"),
        ("by: DPUPR, verified: tidak-dapat-ditindaklanjuti, reason: Lahan sengketa", "proses"),
        ("by: DLH, verified: sesuai", "proses"),
        ("verified: sesuai", "proses"),
    ],
)
def test_a_decision_stands_as_another_than_its_own_lead_found_it(verdict: str, status: str) -> None:
    reported = f"status: proses, history: [{{known: 2026-06-30, {verdict}}}]"

    assert decision_of(reported).status == status
    assert decision_of(reported, date(2026, 6, 29)).status == "proses"


def test_a_status_counts_from_the_very_day_on_which_it_was_reported() -> None:
    old_form = "status: selesai, updated: 2026-06-30, evidence: Berita acara"

    standing = [decision_of(old_form, date(2026, 6, day)) for day in (29, 30)]

    assert [(decision.status, decision.evidence) for decision in standing] == [
        (None, None),
        ("selesai", "Berita acara"),
    ]


def test_what_was_reported_last_counts_wherever_it_is_written() -> None:
    history = "history: [{known: 2026-05, status: selesai}, {known: 2026-03, status: proses}]"

    assert decision_of(history).status == "selesai"


@pytest.mark.parametrize(("day", "settled"), [("2026-06-29", None), ("2026-06-30", "Angka BPS dipakai")])
def test_a_dispute_is_settled_from_the_very_day_on(day: str, settled: str | None) -> None:
    disputes = """
    - code: P1
      topic: Luas RTH
      statements: [{text: 10 persen, source: S1}, {text: 12 persen, source: S1}]
      history: [{known: 2026-06-30, resolution: Angka BPS dipakai}]
    """
    (dispute,) = known_plan(city(date.fromisoformat(day), disputes=disputes)).disputes

    assert dispute.resolution == settled


def test_a_dispute_has_the_sides_that_were_heard_and_stays_settled_when_news_of_it_follow() -> None:
    disputes = """
    - code: P1
      topic: Luas RTH
      statements:
        - {text: 10 persen, source: S1}
        - {text: 12 persen, source: S1, date: 2026-06-30}
        - {text: 14 persen, source: S1, date: 2026-07-01}
      history: [{known: 2026-03, resolution: Angka BPS dipakai}, {known: 2026-05, note: Disampaikan ke DLH}]
    """
    (dispute,) = known_plan(city(disputes=disputes)).disputes

    assert [side.text for side in dispute.statements] == ["10 persen", "12 persen"]
    assert dispute.resolution == "Angka BPS dipakai"
