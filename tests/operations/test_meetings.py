"""What happens at a rakor as changes of the plan, and the archive of closed minutes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from serang_plan.analysis.duties.decision_life import decision_lives
from serang_plan.analysis.rakor.fingerprint import fingerprint, has_changed
from serang_plan.editing.changes import AddRecord, AppendItem
from serang_plan.operations.editing.plan_edit import edited
from serang_plan.operations.files.archive import CHECKSUMS, Snapshot, damaged, keep, snapshots
from serang_plan.operations.meetings.closing import closed
from serang_plan.operations.meetings.holding import accepted, decided, open_rakor, reported
from serang_plan.operations.meetings.saving import saved
from serang_plan.operations.problem import ProblemError
from serang_plan.reports.agenda.page import build
from tests.conftest import read


def test_an_archive_lies_beside_the_data_and_is_never_written_over(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    texts = {str(data / "a.yaml"): "rakor: []\n", str(data / "dalam" / "b.yaml"): "opd: []\n"}

    folder = Path(keep(str(data), date(2026, 9, 15), texts))

    assert folder == tmp_path / "arsip" / "rakor-2026-09-15"
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()) == [
        CHECKSUMS,
        "a.yaml",
        "dalam/b.yaml",
    ]
    assert [snapshot.day for snapshot in snapshots(str(data))] == [date(2026, 9, 15)]
    assert keep(str(data), date(2026, 9, 15), texts) == str(folder)
    for other in ({**texts, str(data / "a.yaml"): "opd: []\n"}, {str(data / "a.yaml"): "rakor: []\n"}):
        with pytest.raises(ProblemError, match="already"):
            keep(str(data), date(2026, 9, 15), other)


@pytest.mark.parametrize("sums", [b"\xff\n", b"a line\n"])
def test_checksums_that_are_none_are_a_damage(tmp_path: Path, sums: bytes) -> None:
    (tmp_path / CHECKSUMS).write_bytes(sums)

    assert damaged(Snapshot(date(2026, 9, 15), str(tmp_path))) != ()


# -- what follows, as values ---------------------------------------------------------------

HEADER = "{title: Uji, city: Kota, first_year: 2026, last_year: 2029, origin: resmi}"
OPD = "[{code: DLH, name: Dinas Lingkungan Hidup}, {code: BAPPEDA, name: Badan Perencanaan}]"
MEETING = """
- date: 2026-03-10
  decisions:
    - {code: R1-1, text: Lahan disiapkan, lead: DLH, due: 2026-03-31, status: menunggu}
"""


def test_a_fingerprint_is_of_what_was_decided_and_not_of_what_became_of_it_or_how_it_is_laid_out() -> None:
    (rakor,) = read(rakor=MEETING).plan.rakor
    (laid_out,) = read(rakor=MEETING.replace("Lahan disiapkan", '"Lahan  disiapkan"')).plan.rakor
    (went_on,) = read(
        rakor=MEETING.replace("status: menunggu}", "history: [{known: 2026-04-01, by: DLH, status: proses}]}")
    ).plan.rakor
    (moved,) = read(rakor=MEETING.replace("2026-03-31", "2026-04-30")).plan.rakor

    assert fingerprint(rakor) == fingerprint(laid_out) == fingerprint(went_on)
    assert fingerprint(rakor) != fingerprint(moved)
    assert not has_changed(rakor)


def test_changes_are_made_of_what_is_said() -> None:
    reading = read(plan=HEADER, opd=OPD, rakor=MEETING)
    plan = reading.plan
    (life,) = decision_lives(plan)
    (rakor,) = plan.rakor

    (decision,) = decided(plan, rakor, {"text": "Jadwal disusun", "lead": "DLH"}, again=False)
    assert isinstance(decision, AppendItem)
    assert decision.value == {"code": "R1-2", "text": "Jadwal disusun", "lead": "DLH", "status": "menunggu"}
    (report,) = reported(life, {"known": date(2026, 4, 1), "status": "proses"})
    (verdict,) = accepted(life, {"known": date(2026, 4, 2), "by": "BAPPEDA", "verified": "sesuai"})
    after = edited(reading, [report, verdict, *closed(plan, open_rakor(plan, rakor))]).after.plan
    assert [entry.by for entry in after.rakor[0].decisions[0].history] == ["DLH", "BAPPEDA"]
    with pytest.raises(ProblemError, match="are closed"):
        open_rakor(after, after.rakor[0])


def test_a_new_rakor_is_saved_with_its_agenda() -> None:
    plan = read(plan=HEADER, opd=OPD, rakor=MEETING).plan

    (change,) = saved(plan, build(plan, date(2026, 9, 15)))

    assert isinstance(change, AddRecord)
    assert change.value["state"] == "rencana"
    assert change.value["known"] == plan.as_of
    assert [item["decision"] for item in change.value["agenda"] if "decision" in item] == ["R1-1"]  # type: ignore[index, union-attr]
