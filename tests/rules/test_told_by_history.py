"""What a history changed is at fault where the history tells it, not where it was first written."""

from __future__ import annotations

import pytest

from serang_plan.operations.checking.check import checked
from tests.conftest import read
from tests.worlds.small_city import GREEN, HEADER, OPD, SOURCES

ACTION = "{{code: A01, name: Taman, opd: DLH, indicators: [{{code: M01}}], {first}, history: [{history}]}}"
OTHER = "{code: A02, name: Parkir, opd: DLH, start: 2025, finish: 2029, needs: [A01]}"
DONE = "{known: 2026-05, status: selesai, evidence: [S1]}"


def pointed_at(code: str, first: str, history: str, other: str) -> list[tuple[str, ...]]:
    """Return the words at which the findings of a rule point."""
    actions = f"- {ACTION.format(first=first, history=history)}\n- {other}"
    reading = read(plan=HEADER, sources=SOURCES, opd=OPD, indicators=GREEN, actions=actions)
    lines = reading.sources.source("plan.yaml").text.splitlines()
    return [
        tuple(lines[span.line - 1][span.column - 1 :][: span.length] for span in spans)
        for located in checked(reading).shown
        if located.finding.rule.code == code
        for spans in [(located.at, *(span for _, span in located.labels))]
    ]


@pytest.mark.parametrize(
    ("code", "first", "history", "words"),
    [
        ("C305", "status: rencana", "{known: 2025-06, status: batal}", ("M01", "batal")),
        ("E608", "status: rencana", "{known: 2025-06, status: selesai}", ("selesai",)),
        ("T403", "start: 2025, finish: 2027", "{known: 2025-06, start: 2028}", ("2027", "2028")),
        ("T403", "start: 2025", "{known: 2025-06, finish: 2024, reason: Maju}", ("2024", "2025")),
        ("T403", "start: 2026", DONE.replace("05,", "05, done: 2024,"), ("2024", "2026")),
        ("T404", "finish: 2024", "{known: 2026-03, finish: 2028, reason: Lahan}", ("A01", "2028")),
        ("T404", "finish: 2024", DONE, ("A01", "2026-05")),
        ("T406", "finish: 2024", "{known: 2025-06, finish: 2026-03, reason: Lahan}", ("2026-03",)),
        ("T407", "finish: 2024", "{known: 2025-06, finish: 2028}", ("2028",)),
        ("T407", "status: rencana", "{known: 2025-06, status: geser}", ("geser",)),
        ("T411", "status: rencana", DONE.replace("2026", "2028"), ("2028-05",)),
        ("T414", "status: rencana, start: 2024", "{known: 2025-06, start: 2025-TW3}", ("2025-TW3",)),
        ("T415", "status: rencana", "{known: 2025-06, status: batal}", ("A01", "batal")),
    ],
)
def test_a_finding_points_at_the_entry_that_is_at_fault(
    code: str, first: str, history: str, words: tuple[str, ...]
) -> None:
    other = OTHER.replace("start: 2025", "start: 2024") if code == "T404" else OTHER

    assert pointed_at(code, first, history, other) == [words]


def test_of_several_entries_that_tell_of_it_the_last_known_is_at_fault_however_they_are_written() -> None:
    history = (
        "{known: 2025-06, start: 2025-TW3}, {known: 2025-03, start: 2025-TW2}, {known: 2025-09, progress: 5}"
    )

    assert pointed_at("T414", "status: rencana, start: 2024", history, OTHER) == [("2025-TW3",)]


@pytest.mark.parametrize(("finish", "words"), [("2027", []), ("2025", [("2025", "2026")])])
def test_another_start_is_compared_with_the_finish_told_last(
    finish: str, words: list[tuple[str, ...]]
) -> None:
    history = f"{{known: 2025-06, start: 2026, finish: {finish}, reason: Lahan}}"

    assert pointed_at("T403", "start: 2023, finish: 2024", history, OTHER) == words


def test_a_decision_that_was_accepted_without_evidence_is_at_fault_where_it_was_accepted() -> None:
    history = "[{known: 2026-05-10, status: selesai}, {known: 2026-06-10, verified: sesuai}]"
    decision = f"{{code: R1, text: Lahan, lead: DLH, due: 2026-06-01, history: {history}}}"
    reading = read(opd=OPD, rakor=f"- {{date: 2026-05-04, decisions: [{decision}]}}")

    (at,) = (located.at for located in checked(reading).shown if located.finding.rule.code == "R806")

    line = reading.sources.source("plan.yaml").text.splitlines()[at.line - 1]
    assert line[at.column - 1 :][: at.length] == "sesuai"
