"""What git keeps of the plan: read by id, stamped cheaply, and never letting a repository run anything."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from serang_plan.reading import git as running
from serang_plan.reading import history
from serang_plan.reading.folder import read_texts
from serang_plan.reading.git import HistoryError
from serang_plan.reading.history import Past, read_day, read_revision, revision_of
from tests.conftest import ROOT
from tests.worlds.git_world import commit, git, repository

OLD = "opd:\n  - {code: DLH, name: Dinas Lingkungan Hidup}\n"
NEW = "opd:\n  - {code: DPUPR, name: Dinas PUPR}\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """Two commits: the first of January and the first of March."""
    made = repository(tmp_path / "kota")
    commit(made, "2026-01-01", data__plan=OLD, data__opd__dlh=OLD)
    commit(made, "2026-03-01", data__plan=NEW)
    return made


def texts(past: Past) -> dict[str, str]:
    return {os.path.basename(path): data.decode() for path, data in past.files}


def reason(folder: Path | str, rev: str | date) -> tuple[str, tuple[str, ...]]:
    with pytest.raises(HistoryError) as raised:
        read_day(str(folder), rev) if isinstance(rev, date) else read_revision(str(folder), rev)
    return raised.value.reason, raised.value.instead


# -- the stamp -------------------------------------------------------------------------


def test_the_stamp_is_the_commit_on_which_the_files_stand(city: Path) -> None:
    stamp = revision_of(str(city / "data"))

    assert stamp is not None
    assert stamp.id == git(city, "rev-parse", "HEAD")
    assert stamp.id.startswith(stamp.short)
    assert not stamp.modified


@pytest.mark.parametrize("name", ["data", "data/plan.yaml", "data/opd", "."])
def test_a_sub_folder_and_a_file_have_a_stamp_too(city: Path, name: str) -> None:
    stamp = revision_of(str(city / name))

    assert stamp is not None
    assert not stamp.modified


@pytest.mark.parametrize("edit", ["changed", "added", "removed"])
def test_the_stamp_says_that_something_differs(city: Path, edit: str) -> None:
    plan = city / "data" / "plan.yaml"
    if edit == "changed":
        plan.write_text(OLD)
    elif edit == "added":
        (city / "data" / "baru.yml").write_text(OLD)
    else:
        plan.unlink()

    stamp = revision_of(str(city / "data"))

    assert stamp is not None
    assert stamp.modified


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
def test_a_pipe_in_place_of_a_file_is_not_waited_for(city: Path) -> None:
    (city / "data" / "plan.yaml").unlink()
    os.mkfifo(city / "data" / "plan.yaml")

    stamp = revision_of(str(city / "data"))

    assert stamp is not None
    assert stamp.modified


def test_what_is_not_read_makes_no_difference(city: Path) -> None:
    (city / "data" / "catatan.txt").write_text("x")
    (city / "data" / ".simpanan.yaml").write_text("x")
    (city / "lain.yaml").write_text("x")

    stamp = revision_of(str(city / "data"))

    assert stamp is not None
    assert not stamp.modified


def test_a_checkout_with_the_other_newline_is_no_difference(city: Path) -> None:
    (city / "data" / "plan.yaml").write_bytes(NEW.replace("\n", "\r\n").encode())

    stamp = revision_of(str(city / "data"))

    assert stamp is not None
    assert not stamp.modified


def test_other_words_with_the_other_newline_are_a_difference(city: Path) -> None:
    (city / "data" / "plan.yaml").write_bytes(OLD.replace("\n", "\r\n").encode())

    stamp = revision_of(str(city / "data"))

    assert stamp is not None
    assert stamp.modified


def test_a_link_counts_by_where_it_leads(city: Path) -> None:
    (city / "data" / "tautan.yaml").symlink_to("plan.yaml")
    commit(city, "2026-03-02")

    stamp = revision_of(str(city / "data"))

    assert stamp is not None
    assert not stamp.modified
    assert texts(read_revision(str(city / "data"), "HEAD"))["tautan.yaml"] == NEW


def test_a_link_that_leads_elsewhere_than_it_did_is_a_difference(city: Path) -> None:
    link = city / "data" / "tautan.yaml"
    link.symlink_to("plan.yaml")
    commit(city, "2026-03-02")
    link.unlink()
    link.symlink_to("opd/dlh.yaml")

    stamp = revision_of(str(city / "data"))

    assert stamp is not None
    assert stamp.modified


def test_no_repository_no_commit_and_no_git_mean_no_stamp(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, city: Path
) -> None:
    (tmp_path / "lepas").mkdir()
    unborn = repository(tmp_path / "baru")

    assert revision_of(str(tmp_path / "lepas")) is None
    assert revision_of(str(tmp_path / "tidak-ada")) is None
    assert revision_of(str(unborn)) is None
    monkeypatch.setenv("PATH", "")
    assert revision_of(str(city / "data")) is None


def test_without_a_repository_git_is_not_even_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "_begun", None)

    assert revision_of(str(tmp_path)) is None


# -- reading a revision ------------------------------------------------------------------


def test_a_revision_is_read_as_the_folder_would_have_been(city: Path) -> None:
    past = read_revision(str(city / "data"), "HEAD~1")

    assert [os.path.relpath(path, city) for path, _ in past.files] == ["data/opd/dlh.yaml", "data/plan.yaml"]
    assert texts(past) == {"plan.yaml": OLD, "dlh.yaml": OLD}
    assert past.day == date(2026, 1, 1)
    assert [one.code for one in read_texts(iter(past.files), date(2026, 1, 1)).plan.opd] == ["DLH", "DLH"]


def test_the_files_of_a_revision_stand_in_path_order_without_the_hidden(city: Path) -> None:
    commit(city, "2026-04-01", **{"data__opd-baru": NEW, "data__.simpanan__opd": NEW})

    past = read_revision(str(city / "data"), "HEAD")

    names = [os.path.relpath(path, city / "data") for path, _ in past.files]
    assert names == ["opd/dlh.yaml", "opd-baru.yaml", "plan.yaml"]
    assert past.short == git(city, "rev-parse", "HEAD")[:7]


def test_a_link_to_a_link_is_not_read_as_text(city: Path) -> None:
    (city / "data" / "satu.yaml").symlink_to("plan.yaml")
    (city / "data" / "dua.yaml").symlink_to("satu.yaml")
    commit(city, "2026-04-01")

    assert set(texts(read_revision(str(city / "data"), "HEAD"))) == {"plan.yaml", "dlh.yaml", "satu.yaml"}


def test_one_file_of_a_revision(city: Path) -> None:
    assert texts(read_revision(str(city / "data" / "plan.yaml"), "HEAD~1")) == {"plan.yaml": OLD}


def test_a_folder_or_file_that_is_gone_can_still_be_read(city: Path) -> None:
    git(city, "rm", "-rq", "data")
    commit(city, "2026-04-01")

    assert set(texts(read_revision(str(city / "data"), "HEAD~1"))) == {"plan.yaml", "dlh.yaml"}
    assert set(texts(read_revision(str(city / "data" / "plan.yaml"), "HEAD~1"))) == {"plan.yaml"}


def test_broken_bytes_in_a_revision_end_as_a_finding(city: Path) -> None:
    (city / "data" / "plan.yaml").write_bytes(b"opd: \xff\n")
    commit(city, "2026-04-01")

    read = read_texts(iter(read_revision(str(city / "data"), "HEAD").files), date(2026, 1, 1))

    assert [one.rule.code for one in read.findings][:1] == ["S112"]


@pytest.mark.parametrize(
    ("day", "holds"),
    [("2026-01-01", OLD), ("2026-02-28", OLD), ("2026-03-01", NEW), ("2030-01-01", NEW)],
)
def test_a_day_means_the_last_commit_until_its_evening(city: Path, day: str, holds: str) -> None:
    assert texts(read_day(str(city / "data"), date.fromisoformat(day)))["plan.yaml"] == holds


def test_a_day_follows_the_main_line_only(city: Path) -> None:
    git(city, "checkout", "-q", "-b", "cabang")
    commit(city, "2026-03-05", data__plan="opd: []\n")
    git(city, "checkout", "-q", "utama")
    git(city, "merge", "-q", "--no-ff", "-m", "gabung", "cabang", day="2026-03-20")

    assert texts(read_day(str(city / "data"), date(2026, 3, 10)))["plan.yaml"] == NEW
    assert texts(read_day(str(city / "data"), date(2026, 3, 20)))["plan.yaml"] == "opd: []\n"


# -- what cannot be read -----------------------------------------------------------------


def test_each_reason_has_its_name(city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lepas").mkdir()
    (city / "lain").mkdir()
    (city / "lain" / "x.yaml").write_text("x: 1")

    assert reason(tmp_path / "lepas", "HEAD")[0] == "no-repository"
    assert reason(repository(tmp_path / "baru"), "HEAD")[0] == "unborn"
    assert reason(city / "data", "utma") == ("unknown-revision", ("utama",))
    assert reason(city / "data", date(2025, 12, 31))[0] == "too-early"
    assert reason(city / "lain", "HEAD")[0] == "not-there"
    for named in ("HEAD@{kemarin}", "HEAD@{1}", "@{0}", "@{-1}", "utama@{2026-01-01}"):
        assert reason(city / "data", named)[0] == "reflog"
    for odd in ("", " ", "a\0b", "HEAD..HEAD", "^HEAD", "HEAD:data", "HEAD^{tree}", "ü", "a b", "\n"):
        assert reason(city / "data", odd)[0] == "unknown-revision"
    monkeypatch.setenv("PATH", "bin:.")
    assert reason(city / "data", "HEAD")[0] == "no-git"


@pytest.mark.parametrize("committed", [True, False])
@pytest.mark.parametrize("name", ["rencana", "rencana kota/é 'a'"])
def test_a_folder_that_was_moved_is_found_at_its_old_place(city: Path, name: str, committed: bool) -> None:
    (city / name).mkdir(parents=True, exist_ok=True)
    git(city, "mv", "data/plan.yaml", "data/opd", name)
    if committed:
        commit(city, "2026-04-01")

    past = read_revision(str(city / name), "HEAD~1" if committed else "HEAD")

    assert texts(past) == {"plan.yaml": NEW, "dlh.yaml": OLD}
    assert past.formerly == "data"
    assert all(path.startswith(str(city / name)) for path, _ in past.files)


def test_where_a_folder_was_does_not_hang_on_what_else_was_moved(city: Path) -> None:
    places = {f"lampiran__{nth}": f"opd: [] # lampiran {nth}\n" for nth in range(3)}
    commit(city, "2026-03-02", **places)
    git(city, "mv", "lampiran", "rencana-lama")
    git(city, "mv", "data", "rencana")

    past = read_revision(str(city / "rencana"), "HEAD")

    assert (past.formerly, set(texts(past))) == ("data", {"plan.yaml", "dlh.yaml"})


def test_a_folder_that_was_put_together_from_two_was_the_one_with_more_of_its_files(city: Path) -> None:
    commit(city, "2026-03-02", arsip__indikator="indicators: []\n")
    git(city, "mv", "data", "rencana")
    git(city, "mv", "arsip/indikator.yaml", "rencana")

    assert read_revision(str(city / "rencana"), "HEAD").formerly == "data"


@pytest.mark.parametrize(
    ("old", "new", "formerly"),
    [("plan", "data/plan.yaml", "."), ("data__plan", "rencana/kota.yaml", "data")],
)
def test_a_plan_that_lay_at_the_top_or_was_renamed_with_its_folder_is_found_too(
    tmp_path: Path, old: str, new: str, formerly: str
) -> None:
    made = repository(tmp_path / "kota")
    commit(made, "2026-01-01", **{old: OLD})
    (made / new).parent.mkdir()
    git(made, "mv", f"{old.replace('__', '/')}.yaml", new)

    past = read_revision(str((made / new).parent), "HEAD")

    assert (past.formerly, list(texts(past).values())) == (formerly, [OLD])


def test_a_file_that_was_renamed_is_found_under_its_old_name(city: Path) -> None:
    git(city, "mv", "data/plan.yaml", "data/rencana.yaml")

    past = read_revision(str(city / "data" / "rencana.yaml"), "HEAD")

    assert (past.formerly, texts(past)) == ("data/plan.yaml", {"plan.yaml": NEW})


def test_a_file_that_was_hidden_was_not_there(tmp_path: Path) -> None:
    made = repository(tmp_path / "kota")
    commit(made, "2026-01-01", **{".rencana": OLD})
    git(made, "mv", ".rencana.yaml", "rencana.yaml")

    assert reason(made / "rencana.yaml", "HEAD")[0] == "not-there"


def test_of_two_folders_the_one_with_more_of_the_files_is_named(city: Path) -> None:
    commit(city, "2026-03-02", arsip__plan=OLD)
    commit(city, "2026-04-01", contoh__plan=NEW, contoh__opd__dlh=OLD)

    assert reason(city / "contoh", "HEAD~1") == ("moved", ("data",))


def test_a_folder_with_the_same_files_is_no_folder_that_was_moved(city: Path) -> None:
    commit(city, "2026-04-01", contoh__plan=NEW, contoh__opd__dlh=OLD)

    assert reason(city / "contoh", "HEAD~1") == ("moved", ("data",))
    assert set(texts(read_revision(str(city / "contoh"), "HEAD~1", "data"))) == {"plan.yaml", "dlh.yaml"}


def test_a_shallow_clone_says_that_it_is_one(city: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{city}", "dangkal")

    assert reason(tmp_path / "dangkal" / "data", "HEAD~1")[0] == "shallow"
    assert reason(tmp_path / "dangkal" / "data", date(2026, 2, 1))[0] == "shallow-too-early"


def test_where_the_fork_is_cut_off_the_other_line_itself_is_read_and_that_is_told(
    city: Path, tmp_path: Path
) -> None:
    git(city, "checkout", "-q", "-b", "usulan")
    commit(city, "2026-03-02", data__plan=OLD)
    git(city, "checkout", "-q", "utama")
    commit(city, "2026-03-03", data__plan=NEW + "# lagi\n")
    for depth, cut_off in (("1", True), ("2", False), ("9", False)):
        clone = tmp_path / f"dangkal-{depth}"
        git(tmp_path, "clone", "-q", "--depth", depth, "--no-single-branch", f"file://{city}", clone.name)
        git(clone, "checkout", "-q", "usulan")

        past = read_revision(str(clone / "data"), "origin/utama", forked=True)

        assert past.cut_off is cut_off
        assert texts(past)["plan.yaml"] == (NEW + "# lagi\n" if cut_off else NEW)


def test_of_two_lines_that_never_had_a_fork_nothing_is_cut_off(city: Path) -> None:
    git(city, "checkout", "-q", "--orphan", "lepas")
    commit(city, "2026-03-02", data__plan=OLD)

    past = read_revision(str(city / "data"), "utama", forked=True)

    assert (past.cut_off, texts(past)["plan.yaml"]) == (False, NEW)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_repository_of_somebody_else_is_refused(city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/tidak-ada")
    for path in (city, *city.rglob("*")):
        os.chown(path, 12345, 12345)

    assert revision_of(str(city / "data")) is None
    assert reason(city / "data", "HEAD")[0] == "refused"


# -- hostile -----------------------------------------------------------------------------

_OPTIONS = [
    "--output=DIBUAT",
    "--output",
    "-ODIBUAT",
    "--exec=sh",
    "--upload-pack=sh",
    "-c",
    "-ccore.pager=sh",
    "-p",
    "--paginate",
    "--git-dir=DIBUAT",
    "--work-tree=.",
    "--exec-path=.",
    "--namespace=x",
    "--bare",
    "--ext-diff",
    "--textconv",
    "--filters",
    "--batch",
    "--stdin",
    "--path=x",
    "--sq-quote",
    "--parseopt",
    "--local-env-vars",
    "--all",
    "--branches",
    "--glob=*",
    "--end-of-options",
    "--",
    "-n1",
    "--help",
    "--version",
    "-h",
    "-v",
    "--show-toplevel",
]


@pytest.mark.parametrize("option", _OPTIONS)
def test_an_option_of_git_is_no_revision_and_writes_nothing(city: Path, option: str) -> None:
    before = sorted(path for path in city.rglob("*") if ".git" not in path.parts)

    assert reason(city / "data", option)[0] == "leading-dash"
    assert sorted(path for path in city.rglob("*") if ".git" not in path.parts) == before


def test_a_branch_whose_name_starts_with_a_dash_can_be_read_by_its_full_name(city: Path) -> None:
    git(city, "update-ref", "refs/heads/--output=DIBUAT", "HEAD~1")

    assert reason(city / "data", "--output=DIBUAT")[0] == "leading-dash"
    past = read_revision(str(city / "data"), "refs/heads/--output=DIBUAT")
    assert texts(past)["plan.yaml"] == OLD
    assert not (city / "DIBUAT").exists()


def test_nothing_that_a_repository_brings_is_run(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marker = tmp_path / "DIJALANKAN"
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\necho $0 $* >> '{marker}'\n")
    trap.chmod(0o755)
    (city / ".git" / "hooks").mkdir(exist_ok=True)
    for hook in ("post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman"):
        (city / ".git" / "hooks" / hook).symlink_to(trap)
    for name in (
        *("core.fsmonitor", "core.sshCommand", "core.gitProxy", "core.pager", "core.editor", "core.askPass"),
        *("diff.external", "filter.x.clean", "filter.x.smudge", "filter.x.process", "diff.x.textconv"),
        *("diff.x.command", "credential.helper", "gpg.program", "alias.rev-parse", "alias.ls-tree"),
        *("uploadpack.packObjectsHook", "remote.origin.uploadpack", "core.alternateRefsCommand"),
    ):
        git(city, "config", name, f"!{trap}" if name.startswith("alias") else str(trap))
    git(city, "config", "log.showSignature", "true")
    git(city, "config", "core.hooksPath", str(city / ".git" / "hooks"))
    (city / ".gitattributes").write_text("*.yaml filter=x diff=x\n")
    (city / ".git" / "info" / "attributes").write_text("*.yaml filter=x diff=x\n")
    for name in (
        "GIT_EXTERNAL_DIFF",
        "GIT_SSH_COMMAND",
        "GIT_PAGER",
        "GIT_ASKPASS",
        "GIT_EDITOR",
        "GIT_PROXY_COMMAND",
    ):
        monkeypatch.setenv(name, str(trap))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "lain"))

    assert revision_of(str(city / "data")) is not None
    read_revision(str(city / "data"), "HEAD~1")
    read_day(str(city / "data"), date(2026, 2, 1))
    reason(city / "data", "tidak-ada")

    assert not marker.exists()


@pytest.mark.parametrize("address", ["ext::sh -c {trap}", "file://{city}", "ssh://127.0.0.1/x", "{city}"])
def test_objects_that_lack_are_not_fetched(city: Path, tmp_path: Path, address: str) -> None:
    marker, trap = tmp_path / "DIJALANKAN", tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\necho $0 $* >> '{marker}'\n")
    trap.chmod(0o755)
    blob = git(city, "rev-parse", "HEAD:data/plan.yaml")
    (city / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "jauh",
        "remote.jauh.url": address.format(trap=trap, city=city),
        "remote.jauh.promisor": "true",
        "remote.jauh.uploadpack": str(trap),
        "core.sshCommand": str(trap),
        "protocol.ext.allow": "always",
        "protocol.file.allow": "always",
        "protocol.ssh.allow": "always",
    }.items():
        git(city, "config", name, value)

    assert reason(city / "data", "HEAD")[0] == "incomplete"
    assert not marker.exists()


def test_a_folder_that_is_a_bare_repository_is_not_taken_for_one(tmp_path: Path, city: Path) -> None:
    bait = city / "data" / "bait"
    git(city, "clone", "-q", "--bare", str(city), str(bait))

    stamp = revision_of(str(city / "data"))

    assert stamp is not None
    assert revision_of(str(bait)) is None


def test_a_git_that_never_answers_is_not_waited_for(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}:{os.environ['PATH']}")
    monkeypatch.setattr(running, "_QUICK", 0.05)

    assert revision_of(str(city / "data")) is None


def still_run(numbers: str) -> list[int]:
    """Return which processes go on; one that was ended just now has a moment, and may stay listed."""
    until = time.monotonic() + 10
    while (left := [number for number in map(int, numbers.split()) if runs(number)]) and (
        time.monotonic() < until
    ):
        time.sleep(0.01)
    return left


def runs(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs a list of processes")
def test_what_it_has_started_is_ended_with_it(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, started = tmp_path / "bin" / "git", tmp_path / "started"
    slow.parent.mkdir()
    slow.write_text(f"#!/bin/sh\nsleep 60 > /dev/null 2>&1 &\necho $! >> {started}\nwait\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}:{os.environ['PATH']}")
    monkeypatch.setattr(running, "_QUICK", 0.5)

    assert revision_of(str(city / "data")) is None
    numbers = started.read_text()
    assert len(numbers.split()) == 2
    assert still_run(numbers) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files there")
@pytest.mark.parametrize("signal_", [0, signal.SIGTERM, signal.SIGINT])
def test_a_pipe_among_its_settings_ends_as_a_sentence_and_leaves_no_process(
    city: Path, tmp_path: Path, signal_: int
) -> None:
    """Whoever ends the program ends git with it; else git has its time, and then the program says so."""
    os.mkfifo(city / "pipe")
    with (city / ".git" / "config").open("a") as config:
        config.write(f"[include]\n\tpath = {city / 'pipe'}\n")
    started = tmp_path / "started"
    code = f"""
import os, sys
from serang_plan.cli.main import run
from serang_plan.reading import git
git._PATIENT = {60 if signal_ else 1}
begun = git._begun
def noted(*call):
    process = begun(*call)
    open({str(started)!r}, "a").write(f"{{process.pid}}\\n")
    return process
git._begun = noted
sys.exit(run(["diff", "--since", "HEAD", "--data", {str(city / "data")!r}, "--lang", "en"]))
"""
    program = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True)
    while signal_ and not (started.exists() and started.read_text().endswith("\n")):
        time.sleep(0.01)
    if signal_:
        program.send_signal(signal_)
    _, said = program.communicate(timeout=30)

    assert program.returncode == {0: 2, signal.SIGTERM: 143, signal.SIGINT: 130}[signal_]
    assert signal_ or "git gave no answer about `HEAD` in time" in said
    numbers = started.read_text()
    assert numbers
    assert still_run(numbers) == []


def objects(city: Path, kind: str, content: bytes) -> str:
    """Put something into a repository without a file."""
    done = subprocess.run(
        ["git", "hash-object", "-w", "-t", kind, "--stdin", "--literally"],
        cwd=city, input=content, capture_output=True, check=True,
    )  # fmt: skip
    return done.stdout.decode().strip()


def committed(city: Path, tree: str, *message: str) -> str:
    return git(city, "commit-tree", tree, *(word for line in message for word in ("-m", line)))


def listing(*entries: tuple[str, str, str]) -> bytes:
    return b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(id) for mode, name, id in entries)


def test_a_revision_may_hold_ten_thousand_indicators(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "generate.py", "1000", tmp_path / "plan"], check=True
    )
    thousand = sum(path.stat().st_size for path in (tmp_path / "plan").rglob("*.yaml"))

    assert 10 * thousand < history.MOST_BYTES


def test_a_revision_that_unfolds_to_more_than_a_plan_is_refused(
    city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One blob under many names, and folders that hold the same folder many times over."""
    monkeypatch.setattr(history, "MOST_BYTES", 2 << 20)
    blob = objects(city, "blob", b" " * (1 << 20))
    many = [("100644", f"{nth:03}.yaml", blob) for nth in range(3)]
    files = objects(city, "tree", listing(*many))
    plan = committed(city, objects(city, "tree", listing(("40000", "data", files))), "banyak")
    deep = files
    for _ in range(6):
        deep = objects(city, "tree", listing(*(("40000", f"{nth:0200}", deep) for nth in range(50))))
    bomb = committed(city, objects(city, "tree", listing(("40000", "data", deep))), "dalam")
    letter = committed(city, git(city, "rev-parse", "HEAD^{tree}"), "biasa")

    assert reason(city / "data", plan)[0] == "huge"
    assert reason(city / "data", bomb)[0] == "huge"
    assert read_revision(str(city / "data"), letter).files


def test_a_revision_of_more_entries_than_a_plan_has_is_refused(
    city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two million entries of a few letters are no more bytes than a plan, and gigabytes once they are read."""
    monkeypatch.setattr(history, "MOST_ENTRIES", 1_000)
    for text, is_refused in ((b"opd:\n" + b"- {}\n" * 300, False), (b"opd: [" + b"{}," * 2_000, True)):
        file = objects(city, "tree", listing(("100644", "opd.yaml", objects(city, "blob", text))))
        revision = committed(city, objects(city, "tree", listing(("40000", "data", file))), "padat")
        if is_refused:
            assert reason(city / "data", revision)[0] == "huge"
        else:
            assert read_revision(str(city / "data"), revision).files


def test_a_commit_with_too_long_a_message_is_refused(city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST_BYTES", 1 << 20)
    monkeypatch.setattr(history, "MOST_LISTED", 0)
    head = git(city, "cat-file", "commit", "HEAD").encode()
    long = objects(city, "commit", head + b"\n" + b"x" * (2 << 20))

    assert reason(city / "data", long)[0] == "huge"


def test_a_commit_of_a_time_that_no_calendar_has_is_read_all_the_same(city: Path) -> None:
    head = git(city, "cat-file", "commit", "HEAD")
    odd = re.sub(r"^(committer .*>) .*$", r"\1 -99999999999 +0700", head, flags=re.MULTILINE)

    past = read_revision(str(city / "data"), objects(city, "commit", odd.encode() + b"\n"))

    assert (past.day, texts(past)["plan.yaml"]) == (date(1970, 1, 1), NEW)


def test_where_the_files_of_the_commit_are_lost_there_is_no_stamp(city: Path) -> None:
    tree = git(city, "rev-parse", "HEAD^{tree}")
    (city / ".git" / "objects" / tree[:2] / tree[2:]).unlink()

    assert revision_of(str(city / "data")) is None


def test_a_damaged_repository_is_not_called_empty(city: Path) -> None:
    for path in (city / ".git" / "objects").rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.write_bytes(b"x")

    assert reason(city / "data", "HEAD")[0] == "broken"

    (city / ".git" / "config").write_text("[core")

    assert reason(city / "data", "HEAD")[0] == "broken"


def test_git_lying_in_the_folder_is_not_run(city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bait = city / "git"
    bait.write_text("#!/bin/sh\ntouch DIJALANKAN\n")
    bait.chmod(0o755)
    monkeypatch.setenv("PATH", f".:{os.environ['PATH']}")
    monkeypatch.chdir(city)

    assert revision_of("data") is not None
    assert not (city / "DIJALANKAN").exists()


def test_a_repository_with_long_ids(tmp_path: Path) -> None:
    (tmp_path / "kota").mkdir()
    try:
        git(tmp_path / "kota", "init", "-q", "--object-format=sha256")
    except subprocess.CalledProcessError:
        pytest.skip("this git has no long ids")
    commit(tmp_path / "kota", "2026-01-01", data__plan=OLD)

    stamp = revision_of(str(tmp_path / "kota" / "data"))

    assert stamp is not None
    assert len(stamp.id) == 64
    assert not stamp.modified
