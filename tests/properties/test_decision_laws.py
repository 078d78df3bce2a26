"""Laws of decisions: none is lost, histories only grow, and what comes later changes nothing that was known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from serang_plan.analysis.duties.decision_life import DecisionLife, DecisionState, decision_lives
from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.analysis.rakor.fingerprint import has_changed
from serang_plan.analysis.rakor.tally import tally
from serang_plan.editing.changes import Change, Value
from serang_plan.model.plan import Plan
from serang_plan.operations.editing.plan_edit import edited
from serang_plan.operations.meetings.closing import closed
from serang_plan.operations.meetings.holding import accepted, attended, decided, open_rakor, reported
from serang_plan.operations.meetings.saving import saved
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.folder import Reading
from serang_plan.reports.agenda.page import build
from serang_plan.reports.follow_up.page import build as follow_up
from serang_plan.reports.follow_up.sheets import sheets
from tests.conftest import read

START = date(2026, 3, 10)
HEADER = "{title: Uji, city: Kota, first_year: 2026, last_year: 2029, origin: resmi}"
OPD = "[{code: DLH, name: Dinas Lingkungan Hidup}, {code: DPUPR, name: Dinas Umum}, {code: BAPPEDA, name: Badan}]"
RAKOR = """
- date: 2026-03-10
  decisions:
    - {code: R1-1, text: Lahan disiapkan, lead: DLH, due: 2026-03-31, status: menunggu}
    - {code: R1-2, text: Jalan dibuka, lead: semua, due: 2026-04-30}
- date: 2026-06-01
"""
FIELDS = {
    "status": st.sampled_from(("menunggu", "proses", "selesai")),
    "verified": st.sampled_from(
        ("sesuai", "belum-sesuai", "belum-ditindaklanjuti", "tidak-dapat-ditindaklanjuti")
    ),
    "due": st.dates(START, date(2027, 3, 1)),
    "evidence": st.just("Berita acara"),
    "reason": st.just("Sertifikat"),
    "opd": st.sampled_from(("DLH", "DPUPR", "BAPPEDA", "semua")),
    "by": st.sampled_from(("DLH", "DPUPR", "BAPPEDA")),
}
ENTRY = st.tuples(
    st.sampled_from(("R1-1", "R1-2")),
    st.integers(0, 200).map(lambda days: START + timedelta(days)),
    st.fixed_dictionaries({}, optional=FIELDS),
)


def played(entries: list[tuple[str, date, dict[str, object]]]) -> Reading:
    """Return the plan after commands; what they refuse changes nothing."""
    reading = read(date(2027, 1, 1), plan=HEADER, opd=OPD, rakor=RAKOR)
    for code, known, fields in entries:
        life = next(life for life in decision_lives(reading.plan) if life.code == code)
        make = accepted if "verified" in fields else reported
        try:
            reading = edited(reading, make(life, {"known": known, **fields})).after  # type: ignore[dict-item]
        except ProblemError:
            continue
    return reading


def stood(plan: Plan, day: date) -> list[tuple[str, DecisionState, date | None, int]]:
    lines = (line for life in decision_lives(known_plan(plan.on(day))) for line in life.lines)
    return [(line.code, line.state, line.due, line.days_late) for line in lines]


@given(st.lists(ENTRY, max_size=8), st.integers(0, 220))
def test_what_is_recorded_later_changes_nothing_that_was_known_before(
    entries: list[tuple[str, date, dict[str, object]]], days: int
) -> None:
    day = START + timedelta(days)
    whole = played(entries).plan
    histories = {
        decision.code: tuple(entry for entry in decision.history if entry.known.last <= day)
        for decision in whole.rakor[0].decisions
    }
    decisions = tuple(
        decision.model_copy(update={"history": histories[decision.code]})
        for decision in whole.rakor[0].decisions
    )
    earlier = whole.with_records(
        rakor=[whole.rakor[0].model_copy(update={"decisions": decisions}), *whole.rakor[1:]]
    )

    assert stood(whole, day) == stood(earlier, day)


@given(st.lists(ENTRY, max_size=8))
def test_no_decision_is_lost_and_histories_only_grow(
    entries: list[tuple[str, date, dict[str, object]]],
) -> None:
    before: dict[str | None, tuple[object, ...]] = {}
    for length in range(len(entries) + 1):
        plan = played(entries[:length]).plan
        after = {decision.code: decision.history for rakor in plan.rakor for decision in rakor.decisions}
        assert [*after] == ["R1-1", "R1-2"]
        assert all(after[code][: len(history)] == history for code, history in before.items())
        before = {**after}


@given(st.lists(ENTRY, max_size=8))
def test_every_decision_counts_once_and_only_another_opd_closes_one(
    entries: list[tuple[str, date, dict[str, object]]],
) -> None:
    lives = decision_lives(played(entries).plan)
    counts = tally(lives)
    kinds = (
        counts.accepted,
        counts.reported,
        counts.pending,
        counts.unknown,
        counts.excused,
        counts.superseded,
    )

    assert sum(kinds) == counts.decisions == len(lives)
    assert counts.in_time <= counts.accepted
    assert all(closed_by_another(line) for life in lives for line in life.lines if line.is_closed)


def closed_by_another(line: DecisionLife) -> bool:
    return any(entry.verified == "sesuai" and entry.by not in (None, line.opd) for entry in line.entries)


# -- any sequence of commands, in the order of time ------------------------------------------

SAYS = st.sampled_from(("report", "accept", "decide", "attend", "prepare", "close"))
COMMAND = st.tuples(
    SAYS,
    st.integers(0, 9),
    st.sampled_from(("Sumur digali", "Pagar dicat", "Trayek angkot diubah", "Formulir dibagikan")),
    st.fixed_dictionaries({}, optional=FIELDS),
)
DAYS = st.lists(st.tuples(st.integers(0, 200), COMMAND), max_size=10).map(
    lambda said: sorted(said, key=lambda each: each[0])
)


def changes_of(plan: Plan, said: str, nth: int, text: str, fields: dict[str, object]) -> Sequence[Change]:
    """Return what a command on the plan's date would write. Raises ProblemError if it refuses."""
    held = [rakor for rakor in plan.rakor if rakor.date <= plan.as_of]
    opd = str(fields.get("by", "DLH"))
    match said:
        case "report" | "accept":
            lives = [life for life in decision_lives(plan) if life.rakor in held]
            verdict = {"verified": fields.get("verified", "sesuai"), "by": opd}
            entry = {name: value for name, value in fields.items() if name != "verified"}
            entry = {"known": plan.as_of, **entry, **(verdict if said == "accept" else {})}
            make = accepted if said == "accept" else reported
            return make(lives[nth % len(lives)], entry)  # type: ignore[arg-type]
        case "decide" if held[-1].date == plan.as_of:
            decision: dict[str, Value] = {"text": text, "lead": opd, "due": plan.as_of + timedelta(30)}
            ends = [life for life in decision_lives(plan) if life.rakor in held][:1] if nth == 3 else []
            return decided(plan, open_rakor(plan, held[-1]), decision, ends, again=nth > 5)
        case "attend":
            return attended(plan, open_rakor(plan, held[-1]), [opd], "", present=nth > 2)
        case "prepare":
            return saved(plan, build(known_plan(plan), plan.as_of + timedelta(nth)))
        case "close":
            return closed(plan, held[nth % len(held)])
        case _:
            return []


def lived(said: list[tuple[int, tuple[str, int, str, dict[str, object]]]]) -> Iterator[tuple[date, Plan]]:
    """Give the plan after each command, with its day; what is refused changes nothing."""
    reading = read(date(2027, 1, 1), plan=HEADER, opd=OPD, rakor=RAKOR)
    for days, command in said:
        day = START + timedelta(days)
        with suppress(ProblemError):
            reading = edited(reading, changes_of(reading.plan.on(day), *command)).after
        yield day, reading.plan


def matrix(plan: Plan, day: date) -> tuple[object, ...]:
    return sheets(follow_up(known_plan(plan.on(day)), whole=True), "id")[0].rows


@given(DAYS)
def test_no_command_loses_a_decision_or_shortens_a_history_or_changes_closed_minutes(
    said: list[tuple[int, tuple[str, int, str, dict[str, object]]]],
) -> None:
    there: Mapping[tuple[str | None, str], tuple[object, ...]] = {}
    for _, plan in lived(said):
        now = {(each.code, each.text): each.history for rakor in plan.rakor for each in rakor.decisions}
        assert len(now) == sum(len(rakor.decisions) for rakor in plan.rakor), "no code is given twice"
        assert all(now[decision][: len(history)] == history for decision, history in there.items())
        assert not any(map(has_changed, plan.rakor))
        there = now


@given(DAYS)
def test_on_every_day_the_matrix_shows_what_was_known_then_and_the_history_alone_tells_it_again(
    said: list[tuple[int, tuple[str, int, str, dict[str, object]]]],
) -> None:
    seen = {day: (matrix(plan, day), plan) for day, plan in lived(said)}

    for day, (rows, _) in seen.items():
        assert matrix(seen[max(seen)][1], day) == rows
