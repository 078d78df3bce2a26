"""Forms in time: what was said since they went out is not said again, and what stands otherwise is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from serang_plan.analysis.duties.decision_life import DecisionState, decision_lives
from serang_plan.editing.changes import AppendItem, Change, SetField, Value
from serang_plan.operations.editing.plan_edit import edited
from serang_plan.operations.files.loading import as_known
from serang_plan.operations.meetings.holding import accepted, decision_called, reported
from serang_plan.operations.sheets.opd_form import form_of
from tests.worlds.form_desk import ACTIONS, BACK, DECISIONS, FIGURE, Desk, Typed, said

LATER = date(2026, 12, 24)
DONE: Typed = {(DECISIONS, "E5"): "selesai", (DECISIONS, "F5"): "Matriks rencana 2027"}


@pytest.fixture(name="desk")
def desk_fixture(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def write(desk: Desk, *changes: Change, day: date = BACK) -> None:
    edited(desk.plan(day), changes).write()


def state(desk: Desk, code: str, opd: str, day: date = LATER) -> DecisionState:
    life = decision_called(as_known(desk.plan(day)).plan, code)
    return next(line.state for line in life.lines if line.opd == opd)


# -- decisions: a filled sheet says what `rakor report` says ----------------------------------------


def test_a_form_reports_on_a_decision_as_one_line_does_and_closes_nothing(desk: Desk) -> None:
    taken = desk.take(desk.fill(DONE))
    life = decision_called(desk.plan().plan, "R3-4")
    fields: dict[str, Value] = {
        "known": BACK, "opd": "DLH", "status": "selesai", "evidence": "Matriks rencana 2027"
    }  # fmt: skip
    (line,) = reported(life, fields)
    assert taken.files[0].intake is not None
    _, entry = taken.files[0].intake.changes
    assert isinstance(line, AppendItem)
    assert isinstance(entry, AppendItem)
    assert isinstance(entry.value, dict)
    assert {key: value for key, value in entry.value.items() if key != "source"} == line.value

    taken.edit.write()

    assert state(desk, "R3-4", "DLH") is DecisionState.REPORTED
    assert state(desk, "R3-4", "DISHUB") is DecisionState.WAITING


def test_what_is_reported_done_needs_evidence_in_a_form_too(desk: Desk) -> None:
    taken = desk.take(desk.fill({(DECISIONS, "E5"): "selesai"}))

    assert said(taken) == ["Keputusan F5: `Bukti dukung` belum diisi"]
    assert taken.edit.files == ()


def test_a_decision_that_was_settled_meanwhile_is_not_opened_again_by_a_form(desk: Desk) -> None:
    path = desk.fill({(DECISIONS, "G5"): "Masih menunggu"})
    settled = decision_called(desk.plan().plan, "R3-4")
    write(desk, *accepted(settled, {"known": BACK, "by": "BAPPERIDA", "opd": "DLH", "verified": "sesuai"}))

    assert said(desk.take(path)) == [
        "Keputusan G5: `R3-4` di formulir semula `menunggu`, di rencana kini `sesuai, diterima`, diisi `Masih menunggu`"
    ]
    reading = as_known(desk.plan(LATER))
    assert "R3-4" not in form_of(reading, reading.plan.opd_by_code["DLH"]).rows["decisions"]


# -- forms that come home once more -------------------------------------------------------------


def test_a_form_that_comes_again_after_the_verdict_says_nothing_again(desk: Desk) -> None:
    path = desk.fill(DONE)
    desk.take(path).edit.write()
    life = decision_called(desk.plan().plan, "R3-4")
    write(desk, *accepted(life, {"known": BACK, "by": "BAPPERIDA", "opd": "DLH", "verified": "belum-sesuai"}))

    again = desk.take(path, day=LATER)

    assert (said(again), again.edit.files) == ([], ())
    assert state(desk, "R3-4", "DLH") is DecisionState.NOT_CONFORMING


def test_an_older_form_that_comes_again_does_not_undo_what_a_newer_one_said(desk: Desk) -> None:
    older = desk.fill({(ACTIONS, "G5"): "40", (ACTIONS, "I5"): "Lahan"})
    desk.take(older).edit.write()
    action = desk.plan().plan.action_by_code["A03"]
    write(desk, AppendItem(action.at("history"), {"known": date(2026, 12, 10), "progress": 60}), day=LATER)

    again = desk.take(older, day=LATER)

    assert (said(again), again.edit.files) == ([], ())


def test_a_status_that_is_the_one_shown_is_no_news(desk: Desk) -> None:
    path = desk.fill({(ACTIONS, "E5"): "berjalan", (ACTIONS, "G5"): "40"})
    action = desk.plan().plan.action_by_code["A03"]
    stopped: dict[str, Value] = {"known": BACK, "status": "batal", "reason": "Anggaran dialihkan"}
    write(desk, AppendItem(action.at("history"), stopped))

    taken = desk.take(path, day=LATER)

    assert said(taken) == []
    assert "{known: 2026-12-24, progress: 40, source: S41}" in taken.edit.patch()


def test_a_value_of_a_form_that_was_withdrawn_does_not_come_back_with_it(desk: Desk) -> None:
    path = desk.fill(FIGURE)
    desk.take(path).edit.write()
    value = desk.plan().plan.indicator_by_code["M02"].measurements[-1]
    write(desk, SetField(value.at("withdrawn"), {"known": BACK, "reason": "Salah tulis"}))

    again = desk.take(path, day=LATER)

    assert said(again) == ["Angka G6: nilai ini sudah ditarik di rencana"]
    assert again.edit.files == ()


def test_an_older_proposal_does_not_come_back_after_a_newer_one(desk: Desk) -> None:
    target = {("Usulan target", "A5"): "M02", ("Usulan target", "B5"): "2028", ("Usulan target", "C5"): "75"}
    older = desk.fill({**target, ("Usulan target", "D5"): "Armada baru"})
    desk.take(older).edit.write()
    newer: dict[str, Value] = {
        "year": 2028,
        "value": 78,
        "basis": "usulan",
        "known": LATER,
        "reason": "TPS 3R",
    }
    write(desk, AppendItem(desk.plan().plan.indicator_by_code["M02"].at("targets"), newer), day=LATER)

    again = desk.take(older, day=LATER)

    assert (said(again), again.edit.files) == ([], ())


@pytest.mark.parametrize(("field", "value"), [("name", "Bank sampah induk di Kali Wening"), ("opd", "DPUPR")])
def test_a_proposal_that_was_renamed_or_given_to_another_opd_does_not_come_again(
    field: str, value: str, desk: Desk
) -> None:
    path = desk.fill({("Usulan kegiatan", "A5"): "Bank sampah", ("Usulan kegiatan", "B5"): "M02"})
    desk.take(path).edit.write()
    action = desk.plan().plan.actions[-1]
    write(desk, SetField(action.at(field), value))

    again = desk.take(path, day=LATER)

    assert (said(again), again.edit.files) == ([], ())


def test_a_form_asks_for_every_decision_that_its_opd_has_not_reported_done(desk: Desk) -> None:
    plan = as_known(desk.plan()).plan
    for opd in plan.opd_by_code.values():
        rows = form_of(as_known(desk.plan()), opd).rows["decisions"]
        lines = [line for life in decision_lives(plan) for line in life.lines if line.opd == opd.code]
        left = [line for line in lines if line.is_open and line.state is not DecisionState.REPORTED]
        assert list(rows) == [line.decision.code for line in left]
