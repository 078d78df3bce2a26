"""A check beside another state: what the edit does, which findings are new, and a list of old ones."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from serang_plan import policy
from serang_plan.cli.main import run
from tests.cli.test_validate_output import schema_faults
from tests.conftest import OUTPUT_SCHEMAS
from tests.reports.test_diff import DAY, NEWER, PLAN
from tests.worlds.git_world import commit, git, repository

FAULTY = PLAN.replace("lead: DLH}", "lead: DLHH}")


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan with one error in its history; the files as they are have the same one, further down."""
    made = repository(tmp_path / "kota")
    commit(made, "2026-01-05", data__plan=FAULTY)
    (made / "data" / "plan.yaml").write_text("# catatan\n\n" + FAULTY, encoding="utf-8")
    monkeypatch.chdir(made)
    return made


def checked(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert run(["validate", "--as-of", DAY, *arguments]) == code, capsys.readouterr()
    captured = capsys.readouterr()
    return captured.out + captured.err


def edited(city: Path, old: str, new: str) -> None:
    path = city / "data" / "plan.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# -- only what is new ----------------------------------------------------------------------


def test_an_old_error_is_not_told_again_and_does_not_fail(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "L201" in checked(capsys, "--format", "concise", code=1)

    said = checked(capsys, "--new-only")

    assert "L201" not in said
    assert "temuan yang sudah ada sebelumnya tidak ditampilkan" in said


def test_a_new_error_is_told_at_its_line_and_fails(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(city, "published: 2025-02, value: 12", "published: 2025-02, value: 1,2")

    said = checked(capsys, "--new-only", "--format", "concise", code=1)

    assert next(line for line in said.splitlines() if "F105" in line).startswith("data/plan.yaml:16:50")
    assert "L201" not in said


def test_what_goes_by_another_code_or_date_brings_no_new_finding(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    met = FAULTY + "rakor:\n  - date: 2026-03-01\n    decisions: [{code: R1, text: Lahan}]\n"
    commit(city, "2026-02-01", data__plan=met)
    renamed = met.replace("M01", "I1").replace("R1", "R01").replace("2026-03-01", "2026-03-03")
    (city / "data" / "plan.yaml").write_text(renamed, encoding="utf-8")

    assert checked(capsys, "--new-only", "--format", "concise") == ""


def test_only_what_fails_is_shown_and_the_rest_is_counted(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = json.loads(checked(capsys, "--format", "json", code=1))
    failing = json.loads(checked(capsys, "--failing-only", "--format", "json", code=1))

    assert {one["code"] for one in failing["findings"]} == {"L201"}
    assert failing["findings"] == [one for one in whole["findings"] if one["severity"] == "error"]
    said = checked(capsys, "--failing-only", code=1)
    assert "temuan yang tidak menggagalkan tidak ditampilkan." in said
    assert "C306" not in said
    checked(capsys, "--failing-only", "--new-only", "--format", "concise")


def test_before_the_first_commit_everything_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = repository(tmp_path / "baru")
    (made / "plan.yaml").write_text(FAULTY, encoding="utf-8")
    monkeypatch.chdir(made)

    assert "L201" in checked(capsys, "plan.yaml", "--new-only", "--format", "concise", code=1)


def test_against_says_since_which_state(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(city, "2026-02-01")
    edited(city, "DLHH", "DLHHH")

    assert "DLHHH" in checked(capsys, "--new-only", "--format", "concise", code=1)
    assert "DLHHH" in checked(capsys, "--new-only", "--against", "HEAD~1", "--format", "concise", code=1)


def test_marks_of_new_findings_are_those_of_a_whole_check(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(city, "assignments: [", "assignments: [{indicator: M01, lead: DLHH}, ")

    whole = json.loads(checked(capsys, "--format", "json", code=1))
    new = json.loads(checked(capsys, "--new-only", "--format", "json", code=1))

    marks = {one["fingerprint"] for one in whole["findings"]}
    assert {one["fingerprint"] for one in new["findings"]} < marks


# -- what the edit does --------------------------------------------------------------------


def test_the_consequences_are_for_people_and_programs(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (city / "data" / "plan.yaml").write_text(NEWER.replace("lead: DLH}", "lead: DLHH}"), encoding="utf-8")
    edited(city, "kind: hukum", "kind: hukum, since: 2025")
    edited(city, "    measurements:", "    targets: [{year: 2027, value: 22}]\n    measurements:")

    text = checked(capsys, "--against", "HEAD", code=1)
    page = checked(capsys, "--against", "HEAD", "--format", "markdown", code=1)
    data = json.loads(checked(capsys, "--against", "HEAD", "--format", "json", code=1))

    assert "Akibat perubahan\n" in text
    assert "Yang terpenuhi 0 → 1 dari 1 indikator." in text
    assert "2027" in text.partition("Tahapan")[2]
    assert "## Akibat perubahan" in page
    assert page.index("Akibat perubahan") < page.index("L201")
    assert data["changes"]["after"]["counts"]["terpenuhi"] == 1
    assert schema_faults(OUTPUT_SCHEMAS / "validate.schema.json", data) == []


def test_without_an_edit_nothing_changed(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Tidak ada yang maknanya berubah" in checked(capsys, "--against", "HEAD", code=1)


def test_what_cannot_be_read_has_neither_lost_its_duties_nor_its_year(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(city, "direction: naik", "direction: nik")

    said = checked(capsys, "--against", "HEAD", code=1)

    assert "indikator yang terbaca" in said
    assert "jadi tidak dibandingkan: M01" in said
    assert "Tugas OPD" not in said
    assert "Tahapan" not in said


def test_a_duty_that_cannot_be_read_is_not_called_gone(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(city, "lead: DLHH}", "leed: DLHH}")

    said = checked(capsys, "--against", "HEAD", code=1)

    assert "Yang terpenuhi tetap 0 dari 1 indikator." in said
    assert "jadi tidak dibandingkan: tugas M01" in said
    assert "tidak lagi disebut" not in said
    assert "Tugas OPD" not in said


def test_what_came_to_the_other_branch_meanwhile_was_not_undone_here(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(city, "checkout", "-q", "--", ".")
    git(city, "branch", "tugas")
    commit(city, "2026-02-01", data__plan=FAULTY.replace("value: 20,", "value: 25,"))
    git(city, "checkout", "-q", "tugas")

    assert "Tidak ada yang maknanya berubah" in checked(capsys, "--against", "utama", code=1)


def test_in_the_commit_that_brings_the_plan_everything_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = repository(tmp_path / "kota")
    commit(made, "2026-01-01")
    (made / "data").mkdir()
    (made / "data" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(made)

    said = checked(capsys, "--against", "HEAD")

    assert "revisi `HEAD`, yang belum memuat rencana ini" in said
    assert "M01 RTH publik: indikator baru" in said


def test_in_the_commit_that_brings_the_plan_every_finding_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = repository(tmp_path / "kota")
    commit(made, "2026-01-01")
    (made / "data").mkdir()
    (made / "data" / "plan.yaml").write_text(FAULTY, encoding="utf-8")
    monkeypatch.chdir(made)

    every = checked(capsys, "--format", "concise", code=1)

    assert checked(capsys, "--new-only", "--format", "concise", code=1) == every
    assert checked(capsys, "--against", "HEAD", "--new-only", "--format", "concise", code=1) == every


@pytest.mark.parametrize("how", ["moved", "copied"])
def test_a_folder_that_is_new_stops_no_pipeline(
    city: Path, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    git(city, "checkout", "-q", ".")
    if how == "moved":
        git(city, "mv", "data", "rencana")
    else:
        commit(city, "2026-03-01", rencana__plan=FAULTY)
    commit(city, "2026-03-02")

    said = checked(capsys, "rencana", "--against", "HEAD~1" if how == "moved" else "HEAD~2", code=1)

    assert ("saat itu di `data`" in said) is (how == "moved")
    assert ("sebut `HEAD~2:data`" in said) is (how == "copied")


def test_several_paths_are_one_plan_then_too(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (city / "lain").mkdir()
    (city / "lain" / "opd.yaml").write_text("opd: [{code: DPUPR, name: Dinas PU}]\n", encoding="utf-8")

    said = checked(capsys, "data", "lain", "--against", "HEAD", code=1)

    assert "DPUPR Dinas PU: OPD baru" in said


@pytest.mark.parametrize("named", ["HEAD~9", "--output=DIBUAT", "-p", "utma"])
def test_a_revision_that_is_none_ends_in_2(
    city: Path, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    checked(capsys, f"--against={named}", code=2)

    assert not (city / "DIBUAT").exists()


# -- a list of old findings ----------------------------------------------------------------


def test_an_old_plan_adopts_the_check_by_a_list(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = checked(capsys, "--write-baseline", "lama.json", code=1)
    listed = json.loads((city / "lama.json").read_text(encoding="utf-8"))

    assert "dicatat sebagai temuan lama di `lama.json`" in written
    assert listed["count"] == len(listed["findings"])
    assert {"rule", "file", "says", "fingerprint"} == listed["findings"][0].keys()
    assert listed["rules"]["L201"] == 1
    assert "L201" not in checked(capsys, "--baseline", "lama.json")
    edited(city, "value: 12", "value: 1,2")
    assert "F105" in checked(capsys, "--baseline", "lama.json", "--format", "concise", code=1)


def test_what_did_not_come_up_because_something_is_unread_is_not_called_mended(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checked(capsys, "--write-baseline", "lama.json", code=1)
    listed = (city / "lama.json").read_bytes()
    edited(city, "value: 12", "value: 1,2")

    assert "--prune-baseline" not in checked(capsys, "--baseline", "lama.json", code=1)
    said = checked(capsys, "--baseline", "lama.json", "--prune-baseline", code=1)

    assert "`lama.json` tidak dirapikan, karena masih ada isian yang tidak terbaca." in said
    assert (city / "lama.json").read_bytes() == listed


def test_the_list_is_the_same_whatever_stands_where(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked(capsys, "--write-baseline", "satu.json", code=1)
    commit(city, "2026-02-01", data__plan="# lebih\n# panjang\n" + FAULTY)
    checked(capsys, "--write-baseline", "dua.json", code=1)

    assert (city / "satu.json").read_bytes() == (city / "dua.json").read_bytes()


def test_entries_that_are_mended_are_named_and_can_be_removed(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checked(capsys, "--write-baseline", "lama.json", code=1)
    edited(city, "DLHH", "DLH")

    said = checked(capsys, "--baseline", "lama.json")
    assert "sudah tidak ditemukan; rapikan dengan `--prune-baseline`" in said
    checked(capsys, "--baseline", "lama.json", "--prune-baseline")

    assert "L201" not in (city / "lama.json").read_text(encoding="utf-8")
    assert "sudah tidak ditemukan" not in checked(capsys, "--baseline", "lama.json")


def test_a_list_is_not_written_over_by_mistake(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (city / "lama.json").write_text("milik orang", encoding="utf-8")

    assert "sudah ada" in checked(capsys, "--write-baseline", "lama.json", code=2)
    assert (city / "lama.json").read_text(encoding="utf-8") == "milik orang"


def test_a_list_never_takes_the_place_of_the_plan_or_of_an_output(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = city / "data" / "plan.yaml"
    text = plan.read_text(encoding="utf-8")

    said = checked(capsys, "--write-baseline", "data/plan.yaml", "--force", code=2)
    twice = checked(capsys, "--write-baseline", "lama.json", "-o", "./lama.json", "--force", code=2)

    assert "adalah berkas rencana itu sendiri" in said
    assert "disebut dua kali" in twice
    assert plan.read_text(encoding="utf-8") == text
    assert not (city / "lama.json").exists()


def test_the_list_of_another_city_hides_nothing_here(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked(capsys, "--write-baseline", "lama.json", code=1)
    edited(city, "city: Kota Kecil", "city: Kota Lain")

    said = checked(capsys, "--baseline", "lama.json", code=2)

    assert "`lama.json` berisi temuan lama `Kota Kecil`, bukan `Kota Lain`" in said


def test_a_list_without_a_city_fits_every_plan(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked(capsys, "--write-baseline", "lama.json", code=1)
    path = city / "lama.json"
    listed = json.loads(path.read_text(encoding="utf-8"))
    del listed["city"]
    path.write_text(json.dumps(listed), encoding="utf-8")

    assert "temuan lama menurut baseline tidak ditampilkan" in checked(capsys, "--baseline", "lama.json")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "bukan daftar temuan lama"),
        ("[]", "bukan daftar temuan lama"),
        ("[" * 100_000, "bukan daftar temuan lama"),
        ('{"baseline_version": 1, "findings": [1]}', "bukan daftar temuan lama"),
        ('{"baseline_version": 1, "findings": [{"fingerprint": 3}]}', "bukan daftar temuan lama"),
        ('{"baseline_version": 2, "findings": []}', "versi lain"),
        ("\x00\xff", "bukan daftar temuan lama"),
        ('{"baseline_version": 1, "findings": [], "more": 1e999}', "bukan daftar temuan lama"),
    ],
)
def test_a_list_that_is_none_is_answered_in_one_line(
    city: Path, text: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (city / "lama.json").write_bytes(text.encode("latin-1"))

    assert words in checked(capsys, "--baseline", "lama.json", code=2)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files there")
@pytest.mark.parametrize("name", ["pipa", "/dev/zero", "data"])
def test_a_list_that_never_ends_or_begins_is_not_waited_for(
    city: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(city / "pipa")

    assert "bukan daftar temuan lama" in checked(capsys, "--baseline", name, code=2)


def test_a_list_says_nothing_to_a_terminal(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(city, "city: Kota Kecil", 'city: "Kota \\x9b31m \\u202e"')

    checked(capsys, "--write-baseline", "lama.json", code=1)

    text = (city / "lama.json").read_text(encoding="utf-8")
    assert not set(text) & set("\x9b\u202e")
    assert json.loads(text)["city"] == "Kota \x9b31m \u202e"


def test_options_that_make_no_sense_together(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "`lama.json` tidak ada" in checked(capsys, "--baseline", "lama.json", code=2)
    assert "perlu `--baseline FILE`" in checked(capsys, "--prune-baseline", code=2)
    assert "tidak dapat dipakai bersama" in checked(
        capsys, "--baseline", "a", "--write-baseline", "b", code=2
    )


def test_a_list_and_new_only_together(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked(capsys, "--write-baseline", "lama.json", code=1)
    edited(city, "assignments: [", "assignments: [{indicator: M01, lead: DLHH}, ")

    said = checked(capsys, "--baseline", "lama.json", "--new-only", "--format", "concise", code=1)

    assert said.count("L201") == 1


# -- goalposts -----------------------------------------------------------------------------


def test_an_easier_threshold_needs_a_reason(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(city, "threshold: {value: 20", "threshold: {value: 18")
    words = "ambang indikator `M01` diringankan dari 20 menjadi 18 tanpa alasan"

    assert words in checked(capsys, "--against", "HEAD", code=1)
    assert "P907" not in checked(capsys, code=1)

    edited(city, "{value: 18", "{reason: Peraturan baru menurunkannya, value: 18")

    assert "P907" not in checked(capsys, "--against", "HEAD", code=1)


def test_a_plan_can_require_that_reason(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(city, "lead: DLHH}", "lead: DLH}")
    edited(city, "threshold: {value: 20", "threshold: {value: 18")
    checked(capsys, "--against", "HEAD")

    edited(city, "last_year: 2029", "last_year: 2029, settings: {required: [alasan-target]}")

    assert "galat[P907]" in checked(capsys, "--against", "HEAD", code=1)


# -- what is gone --------------------------------------------------------------------------

MET = "rakor:\n  - date: 2026-03-01\n    decisions: [{code: R1, text: Lahan, lead: DLH, due: 2026-09-01}]\n"


@pytest.fixture
def met(city: Path) -> Path:
    """The city, with the rakor in a file of its own."""
    without = FAULTY.replace("rakor: [{date: 2026-03-12}]\n", "")
    commit(city, "2026-02-01", data__plan=without, data__rakor=MET)
    return city / "data" / "rakor.yaml"


def lines_with(code: str, said: str) -> list[str]:
    return [line for line in said.splitlines() if f" {code} " in line]


@pytest.mark.parametrize("left", ["rakor:\n", "# nanti\n\nrakor: []\n"])
def test_a_section_that_is_gone_is_an_error_at_the_file_that_held_it(
    met: Path, left: str, capsys: pytest.CaptureFixture[str]
) -> None:
    met.write_text(left, encoding="utf-8")

    for options in (("--against", "HEAD"), ("--new-only",)):
        (said,) = lines_with("P908", checked(capsys, *options, "--format", "concise", code=1))
        assert said.startswith(f"data/rakor.yaml:{left.count(chr(10))}:1: P908 bagian `rakor` hilang: ")
    assert lines_with("P908", checked(capsys, "--format", "concise", code=1)) == []


def test_a_file_that_was_emptied_is_one_finding_and_one_that_is_gone_is_told_elsewhere(
    met: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    met.write_text("", encoding="utf-8")
    emptied = checked(capsys, "--against", "HEAD", "--format", "concise", code=1)
    met.unlink()
    gone = checked(capsys, "--against", "HEAD", "--format", "concise", code=1)

    assert lines_with("P908", emptied) == []
    assert lines_with("S115", emptied)[0].startswith("data/rakor.yaml:1:1: ")
    assert lines_with("P908", gone)[0].startswith("data/plan.yaml:")
    assert "1 isian, di `data/rakor.yaml`" in lines_with("P908", gone)[0]


@pytest.mark.parametrize(
    "left", ["rakor: [{date: 2026-03-33}]\n", "rakor: [\n", "<<<<<<< a\n=======\n>>>>>>> b\n"]
)
def test_what_is_there_and_cannot_be_read_is_not_gone(
    met: Path, left: str, capsys: pytest.CaptureFixture[str]
) -> None:
    met.write_text(left, encoding="utf-8")

    said = checked(capsys, "--against", "HEAD", "--format", "concise", code=1)

    assert lines_with("P908", said) == []


def test_a_file_that_is_piped_alone_is_not_the_whole_plan(
    met: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(MET.encode())))

    said = checked(capsys, "-", "--against", "HEAD", "--format", "concise", code=1)

    assert lines_with("P908", said) == []


# -- comparing and comments ----------------------------------------------------------------


def commented(path: Path, comment: str, above: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert above in text
    path.write_text(text.replace(above, f"# serang-plan: {comment}\n{above}"), encoding="utf-8")


def test_a_comment_with_a_reason_keeps_back_what_comparing_finds(
    met: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    met.write_text("rakor: []\n", encoding="utf-8")
    commented(met, "abaikan P908 — rakor dicatat di tempat lain", "rakor: []")

    whole = json.loads(checked(capsys, "--against", "HEAD", "--format", "json", code=1))

    assert [one["code"] for one in whole["suppressed"]] == ["P908"]
    assert whole["suppressed"][0]["reason"] == "rakor dicatat di tempat lain"
    assert {"P905", "P908"} & {one["code"] for one in whole["findings"]} == set()


@pytest.mark.parametrize(
    ("comment", "code"),
    [("abaikan P908", "P902"), ("abaikan P908 — ya, sampai 2026-01-01", "P903"), ("abaikan P907 — ya", "")],
)
def test_without_a_reason_beyond_its_day_or_for_another_rule_it_keeps_back_nothing(
    met: Path, comment: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    met.write_text("rakor: []\n", encoding="utf-8")
    commented(met, comment, "rakor: []")

    whole = json.loads(checked(capsys, "--against", "HEAD", "--format", "json", code=1))

    assert whole["suppressed"] == []
    assert {"P908", *filter(None, [code])} <= {one["code"] for one in whole["findings"]}


@pytest.mark.parametrize("rule", [rule.code for rule in policy.rules() if rule.compares])
def test_a_comment_for_a_rule_that_compares_is_not_idle_where_nothing_is_compared(
    met: Path, rule: str, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(met.parent.parent, "lead: DLHH}", "lead: DLH}")
    commented(met, f"abaikan {rule} — sudah disepakati", "rakor:")
    commented(met, "abaikan T401 — sudah disepakati", "rakor:")

    (idle,) = lines_with("P905", checked(capsys, "--format", "concise"))

    assert "T401" in idle


def test_an_eased_target_may_be_kept_back_on_its_line(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(city, "threshold: {value: 20", "threshold: {value: 18")
    line = next(
        line for line in (city / "data" / "plan.yaml").read_text().splitlines() if "value: 18" in line
    )
    edited(city, line, f"{line} # serang-plan: abaikan P907 — Perda baru")

    whole = json.loads(checked(capsys, "--against", "HEAD", "--format", "json", code=1))

    assert [one["code"] for one in whole["suppressed"]] == ["P907"]
