"""The years of the plan: what they are for, what was reached, what was carried over, what is empty."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from serang_plan.analysis.actions.schedule import ActionState, later, schedule
from serang_plan.analysis.indicators.target_proposal import (
    NoProposal,
    OmissionReason,
    TargetProposal,
    proposals,
)
from serang_plan.analysis.outlook.stages import StageYear, TargetResult, stages_of
from serang_plan.cli.main import run
from serang_plan.model.plan import Plan
from serang_plan.model.when import When, parse_when
from serang_plan.reading.folder import read_texts
from serang_plan.rendering.text import markdown
from serang_plan.reports.proposal import page as proposal
from serang_plan.reports.stages import page as report
from tests.conftest import ROOT
from tests.worlds.small_city import AS_OF, GREEN, HEADER, city, shown


def year(plan: Plan, wanted: int) -> StageYear:
    return next(one for one in stages_of(plan).years if one.year == wanted)


def when(text: str) -> When:
    found = parse_when(text)
    assert found is not None
    return found


# -- what was known when --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "state", "finish"),
    [
        (date(2025, 3, 1), ActionState.PLANNED, "2025-TW4"),
        (date(2025, 9, 30), ActionState.MOVED, "2027-TW2"),
        (date(2027, 5, 20), ActionState.DONE, "2027-05-20"),
    ],
)
def test_what_happened_later_has_not_happened_yet(as_of: date, state: ActionState, finish: str) -> None:
    plan = city(
        as_of,
        actions="""
        - code: A01
          name: Waduk
          announced: 2025-01
          start: 2025-TW2
          finish: 2025-TW4
          status: geser
          done: 2027-05-20
          moves: [{to: 2027-TW2, known: 2025-09, reason: Lahan}]
    """,
    )

    (one,) = schedule(plan)

    assert (one.state, one.finish) == (state, when(finish))


def test_an_action_does_not_exist_before_it_is_announced() -> None:
    plan = city(date(2024, 12, 31), actions="- {code: A01, name: Waduk, announced: 2025-01, finish: 2026}")

    assert schedule(plan) == ()


def test_an_action_that_was_put_off_to_nobody_knows_when_has_no_finish() -> None:
    (one,) = schedule(city(actions="- {code: A01, name: Waduk, finish: 2025, status: geser}"))

    assert one.finish is None
    assert not one.late


@pytest.mark.parametrize(
    ("typed", "quarters", "moved"),
    [
        ("2026", 4, "2027"),
        ("2026", 2, "2027-TW2"),
        ("2026-TW3", 2, "2027-TW1"),
        ("2026-11", 1, "2027-02"),
        ("2026-11-30", 1, "2027-02-28"),
        ("2200", 4 * 9_000, "9999-12-31"),
        ("2200-01-31", 4 * 9_000, "9999-12-31"),
    ],
)
def test_a_time_moves_as_exactly_as_it_was_known(typed: str, quarters: int, moved: str) -> None:
    assert later(when(typed), quarters) == when(moved)


# -- all years -------------------------------------------------------------------------------

TARGETS = (
    GREEN
    + """
      targets:
        - {year: 2024, value: 11, basis: rpjmd}
        - {year: 2025, value: 13, basis: rpjmd}
        - {year: 2026, value: 15, basis: rpjmd}
"""
)


def test_targets_are_held_against_the_values_of_their_year() -> None:
    found = {one.year: [due.result for due in one.due] for one in stages_of(city(indicators=TARGETS)).years}

    assert found[2024] == [TargetResult.UNKNOWN]
    assert found[2025] == [TargetResult.MISSED]
    assert found[2026] == [TargetResult.AHEAD]


def test_the_targets_of_a_year_are_in_the_order_of_the_codes() -> None:
    plan = city(indicators=TARGETS.replace("M01", "M10") + TARGETS.replace("M01", "M2") + TARGETS)

    assert [due.indicator.code for due in year(plan, 2025).due] == ["M01", "M2", "M10"]


def test_a_year_without_a_focus_says_so() -> None:
    text = shown(report.page(report.build(city(stages="- {year: 2026, focus: Sampah, opd: [DLH]}")), "id"))

    assert "2026 kini  Sampah" in text
    assert text.count("fokus belum ditetapkan") == 5


def test_what_was_carried_over_says_from_when_to_when_from_whom_to_whom_and_why() -> None:
    plan = city(
        actions="""
        - code: A01
          name: Alun-alun
          opd: DPUPR
          finish: 2025
          status: geser
          moves: [{to: 2027, known: 2025, opd: DLH, reason: Lahan belum bebas}]
    """
    )

    text = shown(report.page(report.build(plan), "id"))

    assert "A01 Alun-alun: dari 2025 ke 2027 (diketahui 2025); DPUPR → DLH; Lahan belum bebas" in text
    assert [one.scheduled.code for one in year(plan, 2025).carried_out] == ["A01"]
    assert [one.scheduled.code for one in year(plan, 2027).carried_in] == ["A01"]


def test_a_move_without_a_reason_is_not_given_one() -> None:
    plan = city(
        actions="""
        - {code: A01, name: Alun-alun, finish: 2025, status: geser, moves: [{to: 2027}]}
    """
    )

    assert "alasan tidak ditulis" in shown(report.page(report.build(plan), "id"))


def test_a_time_where_none_stood_puts_nothing_off_unless_it_says_so() -> None:
    told = "- {code: A01, name: Taman%s, history: [{known: 2025-09, finish: 2026}, {known: 2026-05, finish: 2027}]}"
    given, put_off = (stages_of(city(actions=told % status)) for status in ("", ", status: geser"))

    assert [carried.move.to.text("id") for carried in given.carried] == ["2027"]
    assert [carried.move.to.text("id") for carried in put_off.carried] == ["2026", "2027"]


def test_open_indicators_without_target_and_action_leave_a_year_empty() -> None:
    plan = city(actions="- {code: A01, name: Taman, indicators: [{code: M01}], start: 2027, finish: 2028}")

    text = shown(report.page(report.build(plan), "id"))

    assert "2026, 2029: M01 RTH publik" in text


@pytest.mark.parametrize(("aimed", "empty"), [(2025, [2026, 2027, 2028, 2029]), (2027, [2026])])
def test_only_a_target_that_is_still_ahead_ends_the_years_in_which_something_must_happen(
    aimed: int, empty: list[int]
) -> None:
    plan = city(indicators=f"{GREEN}      targets: [{{year: {aimed}, value: 20}}]\n")

    assert [year.year for year in stages_of(plan).years if year.empty] == empty


def test_a_met_indicator_leaves_no_year_empty() -> None:
    met = GREEN.replace("value: 12", "value: 21")

    assert all(one.empty == () for one in stages_of(city(indicators=met)).years)


def test_more_actions_than_the_limit_are_named() -> None:
    plan = city(
        plan=HEADER + "    settings: {most_actions: 1}\n",
        actions="""
        - {code: A01, name: Taman, opd: DLH, start: 2027, finish: 2027}
        - {code: A02, name: Hutan, opd: DLH, start: 2027, finish: 2028}
        """,
    )

    assert "2027: DLH (2)" in shown(report.page(report.build(plan), "id"))


GANTT = """
    - {code: A01, name: Selesai, start: 2024-TW1, finish: 2024-TW4, status: selesai, done: 2024-12}
    - {code: A02, name: Digeser, start: 2025-TW1, finish: 2025-TW4, status: geser, moves: [{to: 2027-TW2}]}
    - {code: A03, name: Terlewat, start: 2025-TW3, finish: 2025-TW4, status: berjalan}
    - {code: A04, name: Tanpa akhir, start: 2026-TW1, status: rencana}
    - {code: A05, name: Entah kapan}
    - {code: A06, name: Tidak jadi, finish: 2027, status: batal}
"""


def test_the_timeline_shows_what_is_done_moved_late_and_not_sure() -> None:
    lines = shown(report.page(report.build(city(actions=GANTT)), "id"), 60).splitlines()

    chart = {line[:3]: line for line in reversed(lines) if line.startswith("A0")}
    assert chart["A01"] == "A01 Selesai      ████       │"
    assert chart["A02"] == "A02 Digeser           ░░░░  │    ▒"
    assert chart["A03"] == "A03 Terlewat            ▓▓???"
    assert chart["A04"] == "A04 Tanpa akhir            ▒?"
    assert "Tanpa waktu: A05 Entah kapan." in lines
    assert "Batal: A06 Tidak jadi." in lines


def test_the_timeline_is_words_where_there_is_no_room_and_in_markdown() -> None:
    page = report.page(report.build(city(plan=HEADER.replace("2029", "2059"), actions=GANTT)), "id")

    assert "A02 Digeser: geser, TW II 2027" in shown(page, 40)
    assert "- A03 Terlewat: berjalan, TW IV 2025, terlewat" in markdown.render(page)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_of_a_timeline_is_wider_than_the_screen(width: int) -> None:
    text = shown(report.page(report.build(city(actions=GANTT)), "en"), width)

    assert [line for line in text.splitlines() if len(line) > width] == []


# -- one year --------------------------------------------------------------------------------


def test_a_year_shows_its_actions_by_the_quarter_in_which_they_finish() -> None:
    plan = city(
        actions="""
        - {code: A01, name: Taman, opd: DLH, start: 2027-TW1, finish: 2027-TW2}
        - {code: A02, name: Hutan, opd: DLH, start: 2027-TW1, finish: 2028}
        - {code: A03, name: Kebun, opd: DLH, start: 2027, finish: 2027}
    """
    )

    text = shown(report.page(report.build(plan, 2027), "id"))

    before, after = text.index("SELESAI TW II"), text.index("BERLANJUT KE TAHUN BERIKUTNYA")
    assert before < text.index("A01   Taman") < text.index("SELESAI, TRIWULAN TIDAK DISEBUT") < after
    assert text.index("A02   Hutan") > after


def test_a_year_without_anything_says_what_is_missing() -> None:
    text = shown(report.page(report.build(city(), 2028), "id"))

    assert "2028: fokus belum ditetapkan." in text
    assert "Tahun ini belum punya target." in text
    assert "Tahun ini belum punya kegiatan." in text
    assert "Tanpa target dan kegiatan tahun ini: M01 RTH publik." in text


def test_a_year_outside_the_plan_is_answered_with_the_years_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = run(["stages", "--year", "1999", "--data", str(ROOT / "data")])

    assert code == 2
    assert "pilih tahun 2020 sampai 2029" in capsys.readouterr().err


def test_a_plan_without_years_says_where_to_write_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan.yaml").write_text("opd: [{code: DLH, name: Dinas}]\n", encoding="utf-8")

    code = run(["stages", "--year", "2026", "--data", str(tmp_path), "--as-of", "2026-06-30"])

    assert code == 2
    assert "tulis `first_year` dan `last_year` di bagian `plan`" in capsys.readouterr().err


# -- proposed targets ------------------------------------------------------------------------


def steps(plan: Plan) -> dict[int, Decimal]:
    (found,) = (one for one in proposals(plan) if isinstance(one, TargetProposal))
    return {step.year: step.value for step in found.steps}


def why(plan: Plan) -> list[OmissionReason]:
    return [one.why for one in proposals(plan) if isinstance(one, NoProposal)]


def test_a_proposal_is_a_straight_line_from_next_year_to_the_threshold() -> None:
    plan = city(indicators=GREEN.replace("value: 12", "value: 12.5"))

    assert steps(plan) == {2027: Decimal("15.0"), 2028: Decimal("17.5"), 2029: Decimal(20)}


def test_whole_things_are_proposed_whole_and_a_year_without_a_step_is_left_out() -> None:
    corridors = """
        - {code: M01, name: Koridor, aspect: fisik, unit: koridor, direction: naik,
           threshold: {value: 1, kind: hukum, basis: UU}, measurements: [{as_of: 2025, value: 0, source: S1}]}
    """

    assert steps(city(indicators=corridors)) == {2029: Decimal(1)}


def test_large_numbers_are_proposed_round() -> None:
    people = """
        - {code: M01, name: Penduduk, aspect: sosial, unit: jiwa, direction: naik,
           threshold: {value: 1000000, kind: hukum, basis: UU},
           measurements: [{as_of: 2025, value: 692101, source: S1}]}
    """

    assert steps(city(indicators=people)) == {
        2027: Decimal(795000),
        2028: Decimal(897000),
        2029: Decimal(1000000),
    }


def test_what_is_better_small_is_proposed_downwards() -> None:
    slums = """
        - {code: M01, name: Kumuh, aspect: fisik, unit: ha, direction: turun,
           threshold: {value: 0, kind: hukum, basis: UU}, measurements: [{as_of: 2025, value: 38.4, source: S1}]}
    """

    assert steps(city(indicators=slums)) == {2027: Decimal("25.6"), 2028: Decimal("12.8"), 2029: Decimal(0)}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("value: 12,", "value: 22,", OmissionReason.MET),
        ("threshold: {value: 20, kind: hukum, basis: UU 26/2007}", "", OmissionReason.NO_THRESHOLD),
        ("value: 12, source: S1", "value: 12", OmissionReason.NO_SOURCE),
        (
            "aspect: fisik",
            "aspect: fisik\n      targets: [{year: 2027, value: 15}]",
            OmissionReason.HAS_TARGETS,
        ),
        (
            "aspect: fisik",
            "aspect: fisik\n      declared: {standing: terpenuhi, by: Wakil}",
            OmissionReason.CONTRADICTED,
        ),
    ],
)
def test_what_cannot_be_proposed_is_left_out_with_its_reason(
    old: str, new: str, reason: OmissionReason
) -> None:
    assert why(city(indicators=GREEN.replace(old, new))) == [reason]


def test_nothing_is_proposed_when_no_years_are_left() -> None:
    assert why(city(date(2029, 1, 1))) == [OmissionReason.NO_YEARS]


def test_the_proposal_says_that_nobody_has_agreed_to_it() -> None:
    text = proposal.yaml(proposal.build(city()), "id")

    assert text.startswith("# USULAN: ")
    assert text.count("basis: usulan") == 3


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_proposal_reads_without_a_finding_once_it_is_pasted(lang: str) -> None:
    folder = ROOT / "data"
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))}
    before = read_texts(iter(texts.items()), AS_OF)
    text = proposal.yaml(proposal.build(before.plan), lang)  # type: ignore[arg-type]

    texts["indicators.yaml"] = pasted(texts["indicators.yaml"], text)
    after = read_texts(iter(texts.items()), AS_OF)

    assert after.findings == before.findings == ()
    for one in proposals(before.plan):
        if isinstance(one, TargetProposal):
            targets = after.plan.indicator_by_code[one.indicator.code].targets
            assert [(target.year, target.value, target.basis) for target in targets] == [
                (step.year, step.value, "usulan") for step in one.steps
            ]
    assert not any(isinstance(one, TargetProposal) for one in proposals(after.plan))


def pasted(file: str, text: str) -> str:
    """Paste as a planner would: each `targets` below the line with its code."""
    code, block = "", ""
    for line in [*text.splitlines(), "  - code: end"]:
        if line.startswith(("  - code: ", "#")):
            if block:
                assert f"  - code: {code}\n" in file
                file = file.replace(f"  - code: {code}\n", f"  - code: {code}\n{block}")
            code, block = line.removeprefix("  - code: "), ""
        elif line.startswith("    "):
            block += f"{line}\n"
    return file


def test_the_terminal_gets_bare_yaml_to_be_saved(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["stages", "--propose", "--data", str(ROOT / "data"), "--as-of", "2026-06-30"])

    assert code == 0
    assert capsys.readouterr().out.startswith("# USULAN")
