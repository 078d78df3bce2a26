"""What changed between two states: the page as it is read, the states as they are named, and hostile names."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from serang_plan.cli.main import run
from tests.worlds.changed_example import changed_example
from tests.worlds.git_world import commit, git, repository

DAY = "2026-06-30"


@pytest.fixture
def cities(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    changed_example(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def seen(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert run(["diff", "--as-of", DAY, *arguments]) == code
    captured = capsys.readouterr()
    return captured.out + captured.err


def test_a_state_and_itself(cities: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Tidak ada yang maknanya berubah: kode dan nilainya sama." in seen(capsys, "lama", "lama")


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ("mitra:\n", "hilang dari data, padahal belum selesai"),
        ("zzz: 1\n", "Tidak terbaca di salah satu keadaan, jadi tidak dibandingkan: R3-4"),
    ],
)
def test_a_decision_that_is_gone_is_told_whatever_else_cannot_be_read(
    added: str, told: str, cities: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = cities / "baru" / "rakor.yaml"
    old = (cities / "lama" / "rakor.yaml").read_text("utf-8")
    last = old.index("      - code: R3-4")
    file.write_text(old[:last] + old[old.index("    source: S35") :] + added, "utf-8")

    assert told in seen(capsys, "lama", "baru")


def test_a_decision_that_is_gone_without_a_status_is_not_called_open(
    cities: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rakor = "rakor:\n  - date: 2026-01-10\n    decisions: [{code: R1-1, text: Lahan disiapkan}]\n"
    gone = "rakor:\n  - date: 2026-01-10\n"
    for folder, text in (("lama", rakor), ("baru", gone)):
        (cities / folder / "rakor.yaml").write_text(text, "utf-8")

    told = seen(capsys, "lama", "baru")

    assert "hilang dari data, keadaannya belum diketahui" in told
    assert "belum selesai" not in told


def test_a_new_value_of_another_scope_or_series_is_not_taken_for_the_indicators_own(
    cities: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = cities / "baru" / "indicators.yaml"
    text = file.read_text("utf-8")
    other = text.index("    measurements:", text.index("code: M12"))
    series = "    series: [{code: sensus, name: Sensus}, {code: taksiran, name: Taksiran}]\n"
    new = (
        "      - {as_of: 2024, value: 425300, scope: kota, source: S14}\n"
        "      - {as_of: 2024, value: 1050000, series: taksiran, source: S14}\n"
    )
    begin = "    measurements:\n"
    file.write_text(text[:other] + series + begin + new + text[other + len(begin) :], "utf-8")

    told = seen(capsys, "lama", "baru")

    assert "M12 Penduduk kawasan: nilai baru 425.300 jiwa (2024, kota), sumber S14" in told
    assert "M12 Penduduk kawasan: nilai baru 1.050.000 jiwa (2024, deret lain), sumber S14" in told


def test_nothing_is_called_the_same_where_something_cannot_be_read(
    cities: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (cities / "lama" / "baru.yaml").write_text("kegiatan:\n  - {code: A99, name: Taman}\n", "utf-8")

    said = seen(capsys, "lama", "lama")

    assert "Tidak ada yang maknanya berubah dalam isian yang terbaca." in said
    assert "Sebagian data tidak terbaca karena galat, jadi tidak dibandingkan." in said


# -- with git ----------------------------------------------------------------------------

PLAN = """plan: {title: Kota Kecil, city: Kota Kecil, first_year: 2024, last_year: 2029, origin: resmi}
sources: [{code: S1, kind: resmi, published: 2020}]
opd: [{code: DLH, name: Dinas}]
assignments: [{indicator: M01, lead: DLH}]
rakor: [{date: 2026-03-12}]
indicators:
  - code: M01
    name: RTH publik
    aspect: fisik
    unit: "%"
    direction: naik
    threshold: {value: 20, kind: hukum, basis: UU}
    measurements:
      - {as_of: 2024, published: 2025-02, value: 12, source: S1}
"""
NEWER = PLAN + "      - {as_of: 2025, published: 2026-05, value: 21, source: S1}\n"


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The plan before the rakor of 12 March 2026, and with a new value in June."""
    made = repository(tmp_path / "kota")
    commit(made, "2026-01-05", data__plan=PLAN)
    commit(made, "2026-06-01", data__plan=NEWER)
    monkeypatch.chdir(made)
    return made


@pytest.mark.parametrize(
    "named",
    [
        ["--since", "rakor:2026-03-12"],
        ["--since=rakor"],
        ["--since", "HEAD~1"],
        ["HEAD~1"],
        ["HEAD~1", "HEAD"],
        ["HEAD~1", "data"],
        ["--since", "HEAD~1:data"],
        ["--since", "known:2026-04-30"],
    ],
)
def test_one_change_by_every_name(
    history: Path, named: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    said = seen(capsys, *named)

    assert "Yang terpenuhi 0 → 1 dari 1 indikator." in said
    assert "kini terpenuhi, dari 12% (2024) menjadi 21% (2025); ambang ≥ 20%" in said
    assert "; sumber lemah, ambang tanpa tanggal · DLH → data/plan.yaml:15" in said


def test_without_a_name_it_is_what_was_not_committed(
    history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Tidak ada yang maknanya berubah" in seen(capsys)

    (history / "data" / "plan.yaml").write_text(PLAN, encoding="utf-8")

    said = seen(capsys, "--lang", "en")
    assert "Met: 1 → 0 of 1 indicators." in said
    assert "formerly data/plan.yaml:15" in said


def test_both_are_judged_on_one_day_unless_asked_otherwise(
    history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = PLAN.replace("value: 12,", "value: 21,").replace("2025-02", "2026-05")
    commit(history, "2026-06-02", data__plan=later)
    commit(history, "2026-06-03", data__plan=later + "# catatan\n")

    same_day, own = seen(capsys, "--since", "HEAD~1"), seen(capsys, "--since", "rakor", "--own-dates")

    assert "Tidak ada yang maknanya berubah" in same_day
    assert "masing-masing dinilai per tanggalnya sendiri" in own


@pytest.mark.parametrize(
    ("named", "words"),
    [
        (["HEAD~9"], "`HEAD~9` bukan revisi, folder atau rakor yang ada"),
        (["utma"], "maksud Anda `utama`?"),
        (["--since", "rakor:2026-03-11"], "tidak ada rakor pada 11 Mar 2026"),
        (["--since", "rakor:2026-03-11"], "yang ada: `rakor:2026-03-12`"),
        (["--since", "rakor:maret"], "`maret` bukan tanggal"),
        (["--since", "known:"], "ketik tanggal seperti"),
        (["--since", "HEAD@{kemarin}"], "sebut rakor"),
        (["--since", "HEAD:lain"], "tidak ada berkas rencana di revisi `HEAD`"),
        (["a", "b", "c"], "lebih dari dua keadaan"),
        (["a", "--since", "b"], "tidak dapat bersama"),
        (["--since", "--output=DIBUAT"], "`--output=DIBUAT` bukan nama revisi"),
        (["--since=-p"], "`-p` bukan nama revisi"),
        ([":/kata"], "`:/kata` bukan revisi, folder atau rakor yang ada"),
        ([":0:data/plan.yaml"], "`:0:data/plan.yaml` bukan revisi"),
        (["HEAD~1..HEAD"], "`HEAD~1..HEAD` bukan revisi"),
        (["--since", "rakor:2026-03-12:lain"], "tidak ada berkas rencana"),
        (["--", "--output=DIBUAT"], "`refs/heads/NAMA`"),
    ],
)
def test_a_name_that_cannot_be_read_is_answered_in_one_line(
    history: Path, named: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = seen(capsys, *named, code=2)

    assert words in said
    assert said.count("galat") == 1
    assert not (history / "DIBUAT").exists()


def test_where_there_was_no_commit_yet_what_was_known_that_day_is_offered(
    history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (history / "data" / "plan.yaml").write_text(PLAN.replace("2026-03-12", "2025-03-12"))

    said = seen(capsys, "--since", "rakor", code=2)

    assert "`--since known:2025-03-12`" in said


def test_a_folder_with_files_of_the_same_names_says_what_to_type(
    history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(history, "2026-06-10", rencana__plan=NEWER)

    said = seen(capsys, "HEAD~1", "-d", "rencana", code=2)

    assert "berkas senama ada di `data`" in said
    assert "`HEAD~1:data`" in said
    assert "Tidak ada yang maknanya berubah" in seen(capsys, "--since", "HEAD~1:data", "-d", "rencana")


def test_a_folder_moved_since_a_rakor_is_found_at_its_old_place(
    history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(history, "mv", "data", "rencana")
    commit(history, "2026-06-10")

    said = seen(capsys, "--since", "rakor", "-d", "rencana")

    assert "saat itu di `data`" in said
    assert "Yang terpenuhi 0 → 1 dari 1 indikator." in said
    again = seen(capsys, "--since", "rakor:2026-03-12:data", "-d", "rencana")
    assert "Yang terpenuhi 0 → 1 dari 1 indikator." in again


def test_what_is_called_done_without_evidence_is_told_so(
    history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    action = "- {code: A01, name: Taman, opd: DLH, finish: 2026, status: berjalan}"
    decided = "rakor: [{date: 2026-03-12, decisions: [{code: R1, text: Lahan, status: proses}]}]"
    before = NEWER.replace("rakor: [{date: 2026-03-12}]", decided) + f"actions:\n  {action}\n"
    commit(history, "2026-06-02", data__plan=before)
    after = before.replace("status: proses", "status: selesai").replace("berjalan", "selesai, done: 2026-05")
    (history / "data" / "plan.yaml").write_text(after)

    said = seen(capsys)

    assert "A01 Taman: selesai Mei 2026, tanpa bukti tertulis" in said
    assert "R1 Lahan: dilaporkan selesai, tanpa bukti tertulis" in said


def test_a_file_with_the_name_of_a_revision_is_not_taken_for_a_plan(
    history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (history / "HEAD").write_text("ref: refs/heads/utama\n")

    assert "Dari revisi" in seen(capsys)


def test_a_plan_in_another_tree_of_the_same_repository(
    history: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    git(history, "worktree", "add", "-q", "../kerja", "HEAD~1")
    monkeypatch.chdir(history.parent / "kerja")

    assert "Tidak ada yang maknanya berubah" in seen(capsys)
    assert "Yang terpenuhi 0 → 1 dari 1 indikator." in seen(capsys, "HEAD", "utama")


def test_a_plan_that_is_a_submodule_is_read_where_it_lies(
    history: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    around = repository(history.parent / "luar")
    git(around, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(history), "rencana")
    commit(around, "2026-06-10")
    monkeypatch.chdir(around)

    assert "Yang terpenuhi 0 → 1" in seen(capsys, "--since", "HEAD~1", "-d", "rencana/data")
    said = seen(capsys, "--since", "HEAD", "-d", ".", code=2)
    assert "`rencana` adalah submodul" in said
    assert "`--data rencana`" in said


def test_without_git_two_folders_are_offered(cities: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = seen(capsys, "--since", "HEAD", "-d", "lama", code=2)

    assert "tidak berada dalam repositori git" in said
    assert "bandingkan dua folder" in said


def test_a_broken_state_before_is_no_reason_to_fail(
    history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(history, "2026-06-10", data__plan=NEWER.replace("direction: naik", "direction: nik"))
    commit(history, "2026-06-11", data__plan=NEWER)

    said = seen(capsys, "HEAD~1")

    assert "Tidak terbaca di salah satu keadaan, jadi tidak dibandingkan: M01." in said


def test_for_programs(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(seen(capsys, "HEAD~1", "--format", "json"))

    assert found["before"]["revision"] == git(history, "rev-parse", "HEAD~1")
    assert found["before"]["counts"]["terpenuhi"] == 0
    assert [one["what"] for one in found["changes"]] == ["now-met", "measurement-new"]
    assert found["changes"][0]["after"] == {
        "standing": "terpenuhi",
        "missing": None,
        "value": 21,
        "value_as_of": "2025",
        "threshold": 20,
    }


def test_hostile_names_and_reasons_stay_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evil = "\\x1b[31m::error::{year} {} | `x` <b>"
    for name, value in (("lama", "16"), ("baru", f'15, reason: "{evil}"')):
        (tmp_path / name).mkdir()
        text = NEWER.replace("name: RTH publik", f'name: "{evil}"').replace(
            "    measurements:", f"    targets: [{{year: 2027, value: {value}}}]\n    measurements:"
        )
        (tmp_path / name / "plan.yaml").write_text(text, encoding="utf-8")

    said = seen(capsys, str(tmp_path / "lama"), str(tmp_path / "baru"), "--format", "markdown")

    assert "dilonggarkan dari 16% ke 15%" in said
    assert "\x1b" not in said
    assert "<b>" not in said


def test_a_spreadsheet_has_a_line_for_every_change(cities: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "lama", "baru", "--as-of", DAY, "--format", "csv"]) == 0
    head, *rows = csv.reader(capsys.readouterr().out.lstrip("\ufeff").splitlines(), delimiter=";")
    changes = json.loads(seen(capsys, "lama", "baru", "--format", "json"))["changes"]

    assert head[:4] == ["Jenis", "Kode", "Yang berubah", "Kejadian"]
    assert [row[1] for row in rows] == [one["code"] for one in changes]
