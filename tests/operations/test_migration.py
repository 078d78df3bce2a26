"""Migration: the form changes, and nothing that a report says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from serang_plan.analysis.actions.schedule import Scheduled, schedule
from serang_plan.operations.checking.check import checked
from serang_plan.operations.editing.migration import Migration, migration
from serang_plan.operations.files.loading import as_known
from serang_plan.operations.named_reports import NAMED_REPORTS
from serang_plan.page import Page
from serang_plan.reading.folder import Reading, read_folder, read_texts
from serang_plan.wording import LANGS
from tests.conftest import AS_OF, ROOT
from tests.sampling import sample

PLANS = {
    "serang": ROOT / "data",
    "contoh": ROOT / "src" / "serang_plan" / "example",
    "baru": ROOT / "src" / "serang_plan" / "template" / "id",
}
DAYS = [
    date(2018, 1, 1), date(2020, 3, 10), date(2020, 12, 8), date(2022, 6, 30),
    date(2024, 12, 27), date(2025, 9, 30), date(2026, 3, 31), date(2026, 11, 26),
]  # fmt: skip
PLAN = "plan: {title: X, city: X, first_year: 2020, last_year: 2030}\n"


@cache
def migrated(path: Path) -> tuple[Reading, Migration]:
    reading = read_folder(str(path), AS_OF)
    return reading, migration(reading)


def migration_of(text: str) -> Migration:
    return migration(read_texts([("plan.yaml", PLAN + text)], AS_OF))


def on(reading: Reading, day: date) -> Reading:
    return as_known(reading._replace(plan=reading.plan.on(day)))


def pages(reading: Reading) -> Iterator[tuple[str, str, Page]]:
    """Give every report of a plan, in both languages."""
    for name, named in NAMED_REPORTS.items():
        for about in named.subjects(reading.plan) if named.needs_subject else [""]:
            report = named.build(reading, about, None)
            yield from ((name + about, lang, report.page(lang)) for lang in LANGS)


def findings(reading: Reading) -> set[tuple[str, str]]:
    return {(each.finding.rule.code, each.finding.message.id) for each in checked(reading).shown}


@pytest.mark.parametrize(("name", "day"), sample([*product(PLANS, DAYS)], 4), ids=str)
def test_every_report_and_every_finding_is_the_same_before_and_after(name: str, day: date) -> None:
    before, done = migrated(PLANS[name])

    for was, now in zip(pages(on(before, day)), pages(on(done.edit.after, day)), strict=True):
        assert was == now
    assert findings(on(before, day)) == findings(on(done.edit.after, day))


@pytest.mark.parametrize("name", PLANS)
def test_a_second_run_changes_nothing(name: str) -> None:
    _, done = migrated(PLANS[name])
    again = migration(done.edit.after)

    assert (again.steps, again.edit.files) == ((), ())
    assert list(again.stays()) == list(done.stays())


def test_what_changes_is_counted_in_the_words_of_planning() -> None:
    _, done = migrated(PLANS["contoh"])

    assert [text.id for text in done.counted()] == [
        "15 ambang ditulis di `thresholds`",
        "1 waktu diumumkan ditulis sebagai `known`",
        "5 kegiatan selesai masuk `history`",
        "1 pergeseran masuk `history`",
        "9 indikator keputusan ditulis di `about`",
        "8 laporan keputusan masuk `history`",
    ]


def test_what_has_no_date_stays_and_is_named() -> None:
    done = migration_of(
        "actions:\n"
        "  - {code: A01, name: X, status: geser, moves: [{to: 2022}, {to: 2023, known: 2022}]}\n"
        "  - {code: A02, name: X, status: selesai}\n"
        "  - {code: A10, name: X, moves: [{to: 2023, known: 2022}, {to: 2024}]}\n"
        "rakor:\n  - date: 2021-01-01\n    decisions: [{code: R1-1, text: X, status: proses}]\n"
    )

    assert "status: geser, moves: [{to: 2022}], history: [{known: 2022, finish: 2023}]" in done.edit.patch()
    assert [text.id for text in done.stays()] == [
        "2 pergeseran tanpa tanggal: isi kapan diketahui, `known` (`A01`, `A10`)",
        "1 kegiatan selesai tanpa tanggal: isi `done` (`A02`)",
        "1 status keputusan tanpa tanggal: isi kapan dilaporkan, `updated` (`R1-1`)",
    ]


def test_a_start_of_which_only_the_period_is_known_begins_at_its_end() -> None:
    action = "actions:\n  - {code: A01, name: X, start: %s, status: selesai, done: 2020-12-08}\n"
    end = "{known: 2020-12-08, status: selesai}"

    assert f"start: 2020, status: rencana, history: [{end}]" in migration_of(action % "2020").edit.patch()
    assert (
        "start: 2020-TW2, status: rencana, history: [{known: 2020-TW2, status: berjalan}, "
        f"{end}]" in migration_of(action % "2020-TW2").edit.patch()
    )
    assert "start: 2020-04-01, status: berjalan" in migration_of(action % "2020-04-01").edit.patch()


def test_a_comment_is_never_lost() -> None:
    done = migration_of(
        "actions:\n  - code: A01\n    name: X\n    # diumumkan di alun-alun\n    announced: 2020  # tahun saja\n"
        "    moves:\n      - to: 2023  # menurut Sekda\n        known: 2022\n"
        "indicators:\n  - code: M01\n    name: X\n    aspect: sosial\n    unit: ha\n    direction: naik\n"
        "    threshold:  # dari undang-undang\n      value: 1  # satu\n      kind: hukum\n      basis: UU\n"
    )

    patch = done.edit.patch()
    assert [line for line in patch.splitlines() if line.startswith("-") and "#" in line] == [
        "-    announced: 2020  # tahun saja", "-    threshold:  # dari undang-undang",
        "-      value: 1  # satu",
    ]  # fmt: skip
    assert "+    known: 2020  # tahun saja" in patch
    assert "+    thresholds:  # dari undang-undang\n+      - value: 1  # satu" in patch
    assert [text.en for text in done.stays()] == [
        "1 × there is a comment in it that would be lost; move it first (`A01`)"
    ]


TIMES = st.sampled_from(["2020", "2021-TW2", "2021-06", "2022-03-10", "2023"])
MOVES = st.lists(st.tuples(TIMES, st.none() | TIMES, st.sampled_from(["", ", opd: DLH"])), max_size=3)
STATES = st.sampled_from([None, "rencana", "berjalan", "selesai", "geser", "batal"])


def as_it_stood(scheduled: Scheduled) -> tuple[object, ...]:
    moves = [(move.to, move.known, move.opd) for move in scheduled.moves]
    return scheduled.state, scheduled.start, scheduled.finish, scheduled.opd, moves, scheduled.late


@given(
    STATES,
    st.none() | TIMES,
    st.none() | TIMES,
    st.none() | TIMES,
    MOVES,
    st.sampled_from(["", "2021-09", "2024"]),
)
@example(None, "2021-TW2", None, "2020", [], "")  # an error that only moves with its field
def test_an_action_stands_on_every_day_as_it_did(
    status: str | None, start: str | None, finish: str | None, done: str | None,
    moves: list[tuple[str, str | None, str]], told: str,
) -> None:  # fmt: skip
    fields = {"status": status, "start": start, "finish": finish, "done": done}
    text = "".join(f"    {name}: {value}\n" for name, value in fields.items() if value is not None)
    for nth, (to, known, opd) in enumerate(moves):
        text += "    moves:\n" if nth == 0 else ""
        text += f"      - {{to: {to}{f', known: {known}' if known else ''}{opd}}}\n"
    text += f"    history: [{{known: {told}, finish: 2029, status: geser}}]\n" if told else ""
    before = read_texts(
        [("plan.yaml", f"{PLAN}opd: [{{code: DLH, name: X}}]\nactions:\n  - code: A01\n    name: X\n{text}")],
        AS_OF,
    )
    after = migration(before).edit.after

    for day in (
        "2019-12-31",
        "2020-03-10",
        "2020-12-31",
        "2021-05-15",
        "2021-06-15",
        "2021-06-30",
        "2021-10-01",
        "2022-03-10",
        "2023-05-01",
        "2023-12-31",
        "2025-01-01",
    ):
        was, now = (schedule(reading.plan.on(date.fromisoformat(day))) for reading in (before, after))
        assert list(map(as_it_stood, was)) == list(map(as_it_stood, now))
