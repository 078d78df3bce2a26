"""Editing: exactly what is meant follows in the plan, and no file is written by halves."""

from __future__ import annotations

import errno
from datetime import date
from pathlib import Path

import pytest

from serang_plan.editing.changes import AddRecord, SetField
from serang_plan.editing.placing import RefusedEditError
from serang_plan.operations.editing.draft import Draft
from serang_plan.operations.editing.file_draft import FileDraft
from serang_plan.operations.editing.homes import home
from serang_plan.operations.editing.plan_edit import PlanEdit, edited
from serang_plan.operations.files import plan_file
from serang_plan.operations.problem import ProblemError
from serang_plan.places import SourceFile
from serang_plan.reading.folder import Reading, read_folder, read_texts
from tests.conftest import AS_OF, ROOT

PLAN = "plan: {title: X, city: X, first_year: 2020, last_year: 2021}\n"
OPD = "opd:\n  - code: DLH\n    name: Dinas\n"
ACTIONS = "actions:\n  - {code: A01, name: X, opd: DLH, start: 2020, finish: 2021}\n"


def reading_of(**files: str) -> Reading:
    return read_texts(((f"data/{name}.yaml", text) for name, text in files.items()), AS_OF)


# -- in which file ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("section", "files", "expected"),
    [
        ("opd", {"a": OPD, "b": OPD.replace("DLH", "A") + OPD.replace("DLH", "B").partition("\n")[2]}, "b"),
        ("opd", {"a": OPD, "b": OPD}, "a"),
        ("rakor", {"actions": ACTIONS, "b": "rakor:\n  # kosong\n"}, "b"),
        ("rakor", {"actions": ACTIONS, "b": "{rakor: []}"}, "b"),
        ("rakor", {"actions": ACTIONS, "rakor": "# rakor: []\n"}, "rakor"),
        ("rakor", {"a": PLAN, "b": ACTIONS, "c": OPD}, "b"),
        ("assignments", {"a": PLAN, "b": ACTIONS, "c": OPD}, "c"),
        ("sources", {"a": OPD, "b": PLAN}, "b"),
        ("plan", {"a": OPD, "b": ACTIONS}, "a"),
    ],
)
def test_a_record_goes_where_its_like_are(section: str, files: dict[str, str], expected: str) -> None:
    reading = reading_of(**files)

    assert reading.sources.paths[home(section, reading)] == f"data/{expected}.yaml"


# -- exactly what is meant -------------------------------------------------------------------


def test_what_changed_is_told_with_the_patch() -> None:
    reading = reading_of(a=PLAN + OPD, b=ACTIONS)
    (opd,) = reading.plan.opd

    edit = edited(reading, [SetField(opd.at("name"), "Badan"), AddRecord("opd", {"name": "B", "code": "B"})])

    assert [(change.section, change.before, change.after) for change in edit.records] == [
        ("opd", opd, edit.after.plan.opd[0]),
        ("opd", None, edit.after.plan.opd[1]),
    ]
    assert edit.patch() == (
        "--- a/data/a.yaml\n+++ b/data/a.yaml\n@@ -1,4 +1,6 @@\n"
        f" {PLAN} opd:\n   - code: DLH\n-    name: Dinas\n+    name: Badan\n+  - code: B\n+    name: B\n"
    )


def test_no_change_is_no_file() -> None:
    reading = reading_of(a=PLAN + OPD.replace("Dinas", ">-\n      Dinas"))

    edit = edited(reading, [SetField(reading.plan.opd[0].at("name"), "Dinas")])

    assert (edit.files, edit.records, edit.patch()) == ((), (), "")


def test_a_meeting_may_move_past_another() -> None:
    text = "rakor:\n  - {date: 2020-01-02}\n  - {date: 2020-03-04}\n"
    reading = reading_of(a=PLAN, b=text, c=text.replace("20-", "19-"))

    edit = edited(
        reading,
        [
            SetField(reading.plan.rakor[-1].at("date"), date(2019, 2, 2)),
            AddRecord("rakor", {"date": date(2019, 2, 2), "place": "Aula"}),
        ],
    )

    assert [meeting.date.isoformat() for meeting in edit.after.plan.rakor] == [
        "2019-01-02", "2019-02-02", "2019-02-02", "2019-03-04", "2020-01-02",
    ]  # fmt: skip


def test_an_error_that_was_there_before_stands_in_nobodys_way() -> None:
    reading = reading_of(a=PLAN + OPD, b=ACTIONS.replace("opd: DLH", "opd: X"))

    edit = edited(reading, [SetField(reading.plan.opd[0].at("note"), "Y")])

    assert edit.after.plan.opd[0].note == "Y"
    with pytest.raises(ProblemError, match=r"an error would follow at data/b\.yaml:2: "):
        edited(reading, [SetField(reading.plan.actions[0].at("opd"), "Z")])


def test_what_would_follow_beside_what_is_meant_is_refused() -> None:
    """A comment below a folded text, and deeper than it, would become a part of the text."""
    text = f"{OPD}\n      # dulu Badan\n  - code: B\n    name: >-\n      B\n"
    (opd, _) = (reading := reading_of(a=PLAN + text)).plan.opd

    with pytest.raises(ProblemError, match="the plan would change otherwise than is meant"):
        edited(reading, [SetField(opd.at("note"), "kata " * 30 + "akhir")])


def test_a_draft_knows_what_its_records_must_say() -> None:
    reading = reading_of(a=PLAN + OPD)
    draft = Draft(reading)
    draft.make(SetField(reading.plan.opd[0].at("name"), "Badan"))
    draft.make(AddRecord("opd", {"name": "B", "code": "B"}))

    assert [record.says for record in (*draft.altered.values(), *draft.added)] == [
        {"code": "DLH", "name": "Badan"},
        {"code": "B", "name": "B"},
    ]
    with pytest.raises(RefusedEditError):
        FileDraft(SourceFile("a.yaml", "- 1\n")).add_record("opd", {"code": "B", "name": "B"})


def test_every_record_of_the_shipped_plan_takes_a_note_and_is_otherwise_the_same() -> None:
    reading = read_folder(str(ROOT / "data"), AS_OF)
    plan = reading.plan
    records = [*plan.indicators, *plan.opd, *plan.actions, *plan.sources, *plan.rakor, *plan.claims]

    edit = edited(reading, [SetField(record.at("note"), "Kata: kata") for record in records])

    assert len(edit.records) == len(records) > 100
    lines = edit.patch().splitlines()
    assert sum(line.startswith("+") for line in lines) - sum(line.startswith("+++") for line in lines) == len(
        records
    )


# -- the files -----------------------------------------------------------------------------


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbf" + (PLAN + OPD).replace("\n", "\r\n").encode())
    (tmp_path / "b.yaml").write_text(ACTIONS)
    return tmp_path


def changed(folder: Path) -> PlanEdit:
    reading = read_folder(str(folder), AS_OF)
    plan = reading.plan
    return edited(
        reading, [SetField(plan.opd[0].at("note"), "é"), SetField(plan.actions[0].at("note"), "2.500")]
    )


def test_the_files_are_written_as_they_were_but_for_the_changes(folder: Path) -> None:
    edit = changed(folder)

    assert edit.write() == ()

    expected = (PLAN + OPD + "    note: é\n").replace("\n", "\r\n").encode()
    assert (folder / "a.yaml").read_bytes() == b"\xef\xbb\xbf" + expected
    assert (folder / "b.yaml").read_text() == ACTIONS.replace("2021}", '2021, note: "2.500"}')
    assert sorted(file.name for file in folder.iterdir()) == ["a.yaml", "b.yaml"]
    assert read_folder(str(folder), AS_OF).plan.actions == edit.after.plan.actions


def test_where_one_file_has_changed_meanwhile_none_is_written(folder: Path) -> None:
    edit = changed(folder)
    (folder / "b.yaml").write_text(ACTIONS + "# baru\n")
    before = (folder / "a.yaml").read_bytes()

    with pytest.raises(ProblemError, match=r"b\.yaml` has changed since it was read"):
        edit.write()

    assert (folder / "a.yaml").read_bytes() == before
    assert (folder / "b.yaml").read_text() == ACTIONS + "# baru\n"


def test_where_writing_fails_halfway_it_is_said_what_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit, write = changed(folder), plan_file.write_whole

    def full(target: str, content: bytes, *, replace: bool, was: bytes | None = None) -> bool:
        if target.endswith("b.yaml"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(target, content, replace=replace, was=was)

    monkeypatch.setattr(plan_file, "write_whole", full)

    with pytest.raises(ProblemError, match=r"b\.yaml` cannot be written: the disk is full") as raised:
        edit.write()

    assert raised.value.help is not None
    assert "a.yaml` is written already, the rest is as it was" in raised.value.help.en
    assert "note" in (folder / "a.yaml").read_text(encoding="utf-8")
    assert (folder / "b.yaml").read_text() == ACTIONS
