"""Two rakor, a quarter apart, played by command only; and what the archive beside the data is good for."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from serang_plan.analysis.duties.decision_life import DecisionLife, DecisionState, decision_lives
from serang_plan.cli.main import run
from serang_plan.operations.files.archive import damaged, last_snapshot
from serang_plan.operations.files.loading import open_plan
from tests.conftest import ROOT
from tests.readers.terminal_session import at_a_terminal

Said = Callable[..., str]
RAKOR = "2026-09-15"


@pytest.fixture(name="say")
def say_fixture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Said:
    """Stand beside the made-up city, and run commands there; each must end as it should."""
    shutil.copytree(ROOT / "src" / "serang_plan" / "example", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def say(typed: str, day: str, *more: str, ends: int = 0) -> str:
        code = run([*typed.split(), *more, "--as-of", day])
        heard = capsys.readouterr()
        assert code == ends, heard.err
        return heard.out + heard.err

    return say


def lives(day: str) -> dict[str, DecisionLife]:
    plan = open_plan("data", date.fromisoformat(day)).plan
    return {life.code: life for life in decision_lives(plan)}


def held(say: Said) -> None:
    """Prepare and hold the first rakor."""
    say(f"rakor prepare {RAKOR} --save --yes", "2026-08-30")
    say("rakor attend DLH,DAMKAR --yes", RAKOR)
    say("rakor report R3-2 --status selesai --yes", RAKOR, "--evidence", "Buku catatan kejadian")
    say("rakor accept R3-2 --by BAPPERIDA --yes", RAKOR)
    say("rakor report R3-3 --due 2026-12-01 --yes", RAKOR, "--reason", "Menunggu angka tahunan")
    say("rakor decide --lead DAMKAR --due 2026-10-15 --yes", RAKOR, "Pelatihan regu disiapkan")


def test_two_rakor_a_quarter_apart(say: Said) -> None:
    held(say)
    assert "Ditulis ke" in say(f"rakor close {RAKOR} --yes", "2026-09-16")

    told = say("rakor follow-up", "2026-12-01")
    assert "1 diterima, 0 di antaranya tepat waktu" in told
    assert "digeser 1 kali" in told

    second = say("rakor prepare 2026-12-10", "2026-12-01")
    assert "R4-1 Pelatihan regu disiapkan" in second
    assert "terlambat 47 hari" in second
    assert "R3-2" not in second

    stood = lives("2026-12-01")
    assert stood["R3-2"].state is DecisionState.ACCEPTED
    assert (stood["R3-3"].first_due, stood["R3-3"].due) == (date(2026, 8, 31), date(2026, 12, 1))
    assert "0 galat" in say("validate", "2026-12-01")


def test_a_meeting_begins_when_something_is_recorded_and_ends_when_it_is_closed(say: Said) -> None:
    def state() -> tuple[object, object]:
        rakor = open_plan("data", date(2026, 9, 16)).plan.rakor[-1]
        return rakor.state, rakor.closed is not None

    say(f"rakor prepare {RAKOR} --save --yes", "2026-08-30")
    assert state() == ("rencana", False)
    say("rakor attend DLH --yes", RAKOR)
    assert state() == ("berlangsung", False)
    say(f"rakor close {RAKOR} --yes", RAKOR)
    assert state() == ("selesai", True)


def test_preparing_twice_writes_nothing_twice(say: Said) -> None:
    say(f"rakor prepare {RAKOR} --save --yes", "2026-08-30")
    before = Path("data/rakor.yaml").read_bytes()

    assert "tidak ada yang berubah" in say(f"rakor prepare {RAKOR} --save --yes", "2026-08-30")
    assert Path("data/rakor.yaml").read_bytes() == before


def test_what_is_done_twice_changes_nothing_or_says_what_to_do_now(say: Said) -> None:
    held(say)
    before = Path("data/rakor.yaml").read_bytes()
    assert "tidak ada yang berubah" in say("rakor attend DLH,DAMKAR --yes", RAKOR)
    for again in ("rakor report R3-2 --status proses --yes", "rakor accept R3-2 --by BAPPERIDA --yes"):
        assert "bila baru saja salah catat: `serang-plan undo`" in say(again, RAKOR, ends=2)
    assert Path("data/rakor.yaml").read_bytes() == before

    say("rakor decide --lead DISNAKER --due 2026-12-01 --supersedes R3-3 --yes", RAKOR, "Angka dijelaskan")
    assert "penggantinya: `rakor report R4-2`" in say(
        "rakor report R3-3 --status proses --yes", RAKOR, ends=2
    )

    say(f"rakor close {RAKOR} --yes", RAKOR)
    for late in (f"rakor close {RAKOR} --yes", "rakor close --yes", "rakor attend DLH --yes"):
        heard = say(late, RAKOR, ends=2)
        assert "sudah ditutup" in heard
        assert "rakor berikutnya: `rakor prepare`" in heard


def test_which_figure_is_right_is_not_asked_where_an_open_decision_asks_it(say: Said) -> None:
    assert "Mana yang benar untuk M13" not in say(f"rakor prepare {RAKOR} --minutes 600", "2026-08-30")

    say("rakor report R3-3 --status selesai --yes", RAKOR, "--evidence", "Surat")
    say("rakor accept R3-3 --by BAPPERIDA --yes", RAKOR)
    assert "Mana yang benar untuk M13" in say("rakor prepare 2026-12-10 --minutes 600", "2026-12-01")


@pytest.mark.parametrize(
    ("typed", "more", "why"),
    [
        ("rakor accept R3-3 --by DISNAKER", (), "tidak memeriksa laporannya sendiri"),
        ("rakor accept R3-3 --as tidak-dapat-ditindaklanjuti", (), "tanpa alasan"),
        ("rakor report R3-3 --status selesai", (), "memerlukan bukti"),
        ("rakor report R3-3 --due 2026-12-01", (), "tanpa alasan"),
        ("rakor report R3-4 --status proses", (), "OPD mana"),
        ("rakor report R9-9 --status proses", (), "R9-9"),
        ("rakor report R3-3 --opd DLH --status proses", (), "R3-3 ditangani DISNAKER, bukan DLH"),
        ("rakor accept R3-3 --opd DLH", (), "R3-3 ditangani DISNAKER, bukan DLH"),
        ("rakor report", (), "keputusan belum disebut"),
        ("rakor prepare nanti", (), "`rakor prepare 2020-03-10`"),
        ("rakor prepare --minutes 0", (), "bukan jumlah menit"),
        (
            "rakor decide --lead DISNAKER --due 2026-12-01 --rakor 2026-03-12",
            ("Perbedaan angka pengangguran dijelaskan",),
            "hampir sama",
        ),
        (
            "rakor decide --due 2026-12-01 --rakor 2026-03-12",
            ("Sesuatu yang baru",),
            "penanggung jawab belum disebut",
        ),
        ("rakor decide --lead DLH --due 2026-12-01", ("Sesuatu",), "rakor terakhir sudah lama: 12 Mar 2026"),
        ("rakor attend DLH", (), "tambahkan `--rakor 2026-03-12`"),
        ("rakor close 2027-01-01", (), "tidak ada rakor"),
        ("rakor minutes 2027-01-01", (), "tidak ada rakor"),
        ("rakor prepare --letter", (), "rakor tanggal berapa"),
        ("rakor prepare --minutes banyak", (), "bukan jumlah menit"),
    ],
)
def test_what_cannot_be_is_refused_with_advice_and_nothing_is_written(
    say: Said, typed: str, more: tuple[str, ...], why: str
) -> None:
    before = Path("data/rakor.yaml").read_bytes()
    writes = () if typed.startswith(("rakor minutes", "rakor prepare")) else ("--yes",)

    heard = say(typed, RAKOR, *more, *writes, ends=2)

    assert why in heard
    assert "saran" in heard
    assert Path("data/rakor.yaml").read_bytes() == before


def test_it_is_told_into_which_minutes_a_decision_is_written(say: Said) -> None:
    decide = "rakor decide --lead DLH --due 2026-12-01 --yes"

    assert "Notulen rakor Kamis, 12 Maret 2026\nR3-5 " in say(decide, "2026-04-12", "Jadwal disusun")
    refused = say(decide, "2026-04-13", "Truk dibeli", ends=2)
    assert "rakor baru ditulis dulu: `serang-plan rakor prepare 2026-04-13 --save`" in refused
    assert "R3-6 " in say(f"{decide} --rakor 2026-03-12", "2026-04-13", "Truk dibeli")


@pytest.mark.parametrize(("answer", "ends"), [("y", 0), ("", 2)])
def test_whether_minutes_of_long_ago_are_meant_is_asked(
    tmp_path: Path, say: Said, answer: str, ends: int
) -> None:
    typed = ("rakor", "attend", "DLH", "--yes", "--as-of", RAKOR)
    with at_a_terminal(*typed, cwd=tmp_path, XDG_STATE_HOME=str(tmp_path / "state")) as session:
        session.answer("Rakor terakhir: Kamis, 12 Maret 2026. Catat pada notulen itu? [y/T]: ", answer)
        assert session.ends() == ends

    assert ("attendance" in Path("data/rakor.yaml").read_text("utf-8")) is (ends == 0)


@pytest.mark.parametrize(
    "typed", ["attend DLH", "decide Halte --lead DLH --due 2026-12-01"], ids=["attend", "decide"]
)
def test_what_happens_at_a_rakor_is_not_recorded_before_its_day(say: Said, typed: str) -> None:
    say(f"rakor prepare {RAKOR} --save --yes", "2026-08-30")
    refused = say(f"rakor {typed} --rakor {RAKOR} --yes", "2026-09-14", ends=2)

    assert "rakor 15 Sep 2026 belum diadakan" in refused
    say(f"rakor {typed} --rakor {RAKOR} --yes", RAKOR)


def test_a_decision_that_takes_the_place_of_others_ends_them(say: Said) -> None:
    say(f"rakor prepare {RAKOR} --save --yes", "2026-08-30")
    words = "Perbedaan angka pengangguran dijelaskan"
    refused = say("rakor decide --lead DISNAKER --due 2026-12-01 --yes", RAKOR, words, ends=2)
    assert "`--supersedes R3-3`" in refused

    decide = "rakor decide --lead DISNAKER --due 2026-12-01 --supersedes R3-3,R2-2 --yes"
    heard = say(decide, RAKOR, words)

    assert "R3-3 Perbedaan angka pengangguran dijelaskan: digantikan oleh R4-1" in heard
    assert "keputusan baru" in heard
    assert [lives(RAKOR)[code].state for code in ("R2-2", "R3-3")] == [DecisionState.SUPERSEDED] * 2
    assert lives("2026-09-14")["R3-3"].is_open, "until then it stood"
    assert "digantikan oleh R4-1" in say("rakor follow-up --all", RAKOR)
    assert "R3-3 sudah selesai" in say(decide, RAKOR, "Angka lain dijelaskan", ends=2)


def test_nobody_is_asked_in_a_pipe(say: Said) -> None:
    assert "--dry-run" in say("rakor attend DLH --rakor 2026-03-12", "2026-06-30", ends=2)


def test_a_dry_run_shows_what_would_be_written(say: Said) -> None:
    before = Path("data/rakor.yaml").read_bytes()

    assert "+        history:" in say(
        "rakor report R3-3 --status proses --dry-run", RAKOR, "--note", "Menunggu angka"
    )
    assert Path("data/rakor.yaml").read_bytes() == before


def test_a_decision_for_all_is_answered_for_by_each(say: Said) -> None:
    say("rakor report R3-4 --opd DLH --status selesai --yes", RAKOR, "--evidence", "Rencana 2027")
    say("rakor accept R3-4 --opd DLH --by BAPPERIDA --yes", RAKOR)
    parts = {part.opd: part.state for part in lives(RAKOR)["R3-4"].parts}
    assert parts["DLH"] is DecisionState.ACCEPTED
    assert parts["DINKES"] is DecisionState.WAITING

    say("rakor accept R3-4 --opd semua --by BAPPERIDA --yes", RAKOR)
    assert [part.opd for part in lives(RAKOR)["R3-4"].parts if part.is_open] == ["BAPPERIDA"], "not by itself"
    say("rakor accept R3-4 --opd BAPPERIDA --by SETDA --yes", RAKOR)
    assert lives(RAKOR)["R3-4"].is_closed


# -- escalation ---------------------------------------------------------------------------


def test_what_is_late_goes_to_the_sekda_and_then_to_the_mayor_until_it_is_reported_done(say: Said) -> None:
    assert "Kota belum menetapkan" in say("rakor follow-up", "2026-08-30")
    plan = Path("data/indicators.yaml")
    levels = "escalate: [{to: Sekda, late_days: 14}, {to: Wali Kota, late_days: 42}]"
    plan.write_text(
        plan.read_text("utf-8").replace("    silent_rakor: 2\n", f"    silent_rakor: 2\n    {levels}\n"),
        "utf-8",
    )

    def brought(day: str) -> dict[str, list[str]]:
        """Return the codes of what is brought to each, in the order of the page."""
        page, at, found = say("rakor follow-up --format markdown", day), "", dict[str, list[str]]()
        for line in page.splitlines():
            if line.startswith("## Dibawa ke "):
                at = line.removeprefix("## Dibawa ke ")
            elif at and line.startswith("- R"):
                found.setdefault(at, []).append(line.split()[1])
            elif line.startswith("|"):
                at = ""
        return found

    assert brought("2026-06-11") == {}
    assert brought("2026-06-12") == {"Sekda": ["R2-2"]}
    assert brought("2026-08-30") == {"Wali Kota": ["R2-2"], "Sekda": ["R3-2"]}
    assert (
        "R3-2 Waktu tanggap setiap kejadian kebakaran dicatat mulai 1 April 2026 (proses; terlambat 30 hari; "
        in (agenda := say(f"rakor prepare {RAKOR}", "2026-08-30"))
    )
    assert "dibawa ke Sekda" in agenda
    say("rakor report R3-2 --status selesai --yes", "2026-08-30", "--evidence", "Buku catatan kejadian")
    say("rakor report R2-2 --due 2026-12-31 --yes", "2026-08-30", "--reason", "Petugas kurang")
    assert brought("2026-08-30") == {"Wali Kota": ["R2-2"]}, "moving a date does not bring it down again"


def test_minutes_that_cannot_be_kept_are_not_closed(say: Said) -> None:
    held(say)
    Path("arsip", f"rakor-{RAKOR}").mkdir(parents=True)

    assert "pindahkan dulu arsip lama" in say(f"rakor close {RAKOR} --yes", "2026-09-16", ends=2)
    assert not any(rakor.closed for rakor in open_plan("data", date.fromisoformat(RAKOR)).plan.rakor)


def test_a_closing_that_is_taken_back_takes_its_archive_along(say: Said) -> None:
    held(say)
    before = Path("data/rakor.yaml").read_bytes()
    for _ in range(2):
        say(f"rakor close {RAKOR} --yes", RAKOR)
        assert "ikut dihapus" in say("undo --dry-run", RAKOR)
        assert len(os.listdir("arsip")) == 1
        assert f"Arsip `{Path.cwd()}/arsip/rakor-{RAKOR}` ikut dihapus." in say("undo --yes", RAKOR)
        assert (os.listdir("arsip"), Path("data/rakor.yaml").read_bytes()) == ([], before)


@pytest.mark.parametrize("touched", ["rakor.yaml", "SHA256SUMS", "catatan.txt"])
def test_an_archive_that_somebody_touched_stays_and_that_is_told(say: Said, touched: str) -> None:
    held(say)
    say(f"rakor close {RAKOR} --yes", RAKOR)
    path = Path("arsip", f"rakor-{RAKOR}", touched)
    path.write_bytes(b"\xff disunting\n")

    assert "tetap ada: isinya berubah sejak disimpan" in say("undo --yes", RAKOR)
    assert path.read_bytes() == b"\xff disunting\n"
    assert not any(rakor.closed for rakor in open_plan("data", date.fromisoformat(RAKOR)).plan.rakor)


def test_minutes_are_not_closed_before_they_are_kept(say: Said) -> None:
    held(say)
    Path("arsip").write_text("sebuah berkas", "utf-8")

    assert "tidak dapat ditulis" in say(f"rakor close {RAKOR} --yes", RAKOR, ends=2)
    assert not any(rakor.closed for rakor in open_plan("data", date.fromisoformat(RAKOR)).plan.rakor)


def test_minutes_that_were_kept_and_not_closed_are_closed_by_closing_them_again(say: Said) -> None:
    held(say)
    open_minutes = Path("data/rakor.yaml").read_bytes()
    say(f"rakor close {RAKOR} --yes", RAKOR)
    Path("data/rakor.yaml").write_bytes(open_minutes)  # as an interruption leaves it

    say(f"rakor close {RAKOR} --yes", RAKOR)

    assert any(rakor.closed for rakor in open_plan("data", date.fromisoformat(RAKOR)).plan.rakor)
    assert os.listdir("arsip") == [f"rakor-{RAKOR}"]


# -- closed minutes ------------------------------------------------------------------------


def test_a_later_change_of_closed_minutes_is_found_and_a_report_is_none(say: Said) -> None:
    held(say)
    say(f"rakor close {RAKOR} --yes", "2026-09-16")
    say("rakor report R4-1 --status proses --yes", "2026-10-01")
    assert "R816" not in say("validate", "2026-10-02")

    plan = Path("data/rakor.yaml")
    plan.write_text(plan.read_text("utf-8").replace("due: 2026-10-15", "due: 2026-11-15"), "utf-8")
    assert "R816" in say("validate", "2026-10-02", ends=1)


def test_what_vanished_and_what_is_dated_back_is_found_without_git(say: Said) -> None:
    held(say)
    say(f"rakor close {RAKOR} --yes", "2026-09-16")
    say("rakor report R2-2 --status proses --yes", "2026-10-01")
    plan = Path("data/rakor.yaml")
    dated_back = plan.read_text("utf-8").replace("known: 2026-10-01", "known: 2026-08-01")
    before, _, rest = dated_back.partition("      - code: R2-1\n")
    plan.write_text(before + rest[rest.index("      - code: R2-2") :], "utf-8")

    heard = say("validate --format concise", "2026-10-02", ends=1)
    assert "P909" in heard
    assert "P910" in heard
    assert "R2-1" in say(f"diff --since rakor:{RAKOR}", "2026-10-02")


def test_what_would_be_found_beside_the_archive_is_not_written(say: Said) -> None:
    held(say)
    say(f"rakor close {RAKOR} --yes", "2026-09-16")
    written = Path("data/rakor.yaml").read_bytes()

    refused = say("rakor report R2-2 --status proses --on 2026-09-15 --yes", "2026-10-01", ends=2)

    assert "padahal belum ada saat notulen ditutup 16 Sep 2026" in refused
    assert Path("data/rakor.yaml").read_bytes() == written
    say("rakor report R2-2 --status proses --on 2026-09-16 --yes", "2026-10-01")
    assert "0 galat" in say("validate", "2026-10-02")


def test_what_is_refused_beside_the_archive_already_hinders_no_other_edit(say: Said) -> None:
    held(say)
    say(f"rakor close {RAKOR} --yes", "2026-09-16")
    say("rakor report R2-2 --status proses --yes", "2026-10-01")
    plan = Path("data/rakor.yaml")
    plan.write_text(plan.read_text("utf-8").replace("known: 2026-10-01", "known: 2026-08-01"), "utf-8")

    say("rakor report R4-1 --status proses --yes", "2026-10-02")

    assert "1 galat" in say("validate", "2026-10-02", ends=1)


def test_closed_minutes_may_be_brought_into_the_form_of_today(say: Said) -> None:
    held(say)
    say(f"rakor close {RAKOR} --yes", "2026-09-16")

    assert "laporan keputusan masuk `history`" in say("migrate --yes", "2026-10-01")

    assert "0 galat" in say("validate", "2026-10-02")


def test_a_damaged_archive_is_told_and_not_compared_with(say: Said) -> None:
    held(say)
    say(f"rakor close {RAKOR} --yes", "2026-09-16")
    snapshot = last_snapshot(["data"])
    assert snapshot is not None
    assert damaged(snapshot) == ()
    Path(snapshot.folder, "rakor.yaml").write_text("rakor: []\n", "utf-8")

    assert damaged(snapshot) == ("rakor.yaml",)
    assert "berubah sejak disimpan" in say("validate", "2026-10-02")
    assert "berubah sejak disimpan" in say(f"diff --since rakor:{RAKOR}", "2026-10-02", ends=2)


def test_what_was_put_into_an_archive_later_is_told_and_not_read(say: Said) -> None:
    held(say)
    say(f"rakor close {RAKOR} --yes", "2026-09-16")
    snapshot = last_snapshot(["data"])
    assert snapshot is not None
    Path(snapshot.folder, "sisipan.yaml").write_text("rakor: []\n", "utf-8")

    assert damaged(snapshot) == ("sisipan.yaml",)
    assert "`sisipan.yaml`" in say(f"diff --since rakor:{RAKOR}", "2026-10-02", ends=2)
