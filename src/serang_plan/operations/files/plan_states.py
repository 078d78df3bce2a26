"""States: another state of the plan, as somebody names it: a revision, a rakor, a day or a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from serang_plan.model.plan import Plan
from serang_plan.operations.files.loading import as_known, open_files, open_plan
from serang_plan.operations.problem import ProblemError
from serang_plan.operations.typed_day import day_behind
from serang_plan.reading.folder import Reading, is_yaml_name, read_texts
from serang_plan.reading.git import HistoryError
from serang_plan.reading.history import Past, read_day, read_revision
from serang_plan.wording import (
    Text,
    backquoted,
    backquoted_path,
    did_you_mean,
    quoted,
    short_date,
    untranslated,
)

RAKOR, KNOWN = "rakor", "known"
NOT_THERE = ("not-there", "moved")
"""Reasons that say only that there were no such files yet."""


class PlanState(NamedTuple):
    """One state of the plan, and what to call it."""

    reading: Reading
    called: Text
    revision: str | None = None
    folder: str = ""
    """Where its files are, if they are on the disk."""


def current(data: str, as_of: date) -> PlanState:
    """Return the files as they are."""
    return PlanState(open_plan(data, as_of), Text("berkas sekarang", "the files as they are"), folder=data)


def state(named: str, data: str, as_of: date, *, own_date: bool = False) -> PlanState:
    """Return a state that somebody names. `own_date` has it judged on its own day.

    A folder that exists is meant before a revision of the same name. Raises ProblemError.
    """
    kind, _, rest = named.partition(":")
    if kind == KNOWN:
        return _as_known(data, day_behind(f"{KNOWN}:", rest))
    if kind != RAKOR and not named.startswith("-") and _is_plan(named):
        return PlanState(open_plan(named, as_of), untranslated(named), folder=named)
    try:
        past, rakor = _past_of(named, [data], as_of)
    except ProblemError:
        if kind == RAKOR and (kept := _kept(named, data, as_of, own_date=own_date)):
            return kept
        raise
    day = rakor or past.day
    return _of_past(past, rakor, day if own_date else as_of)


def _kept(named: str, data: str, as_of: date, *, own_date: bool) -> PlanState | None:
    """Return the plan as it was kept when the minutes of a rakor were closed, if it was."""
    from serang_plan.operations.files.archive import refuse_damaged, snapshots

    text, inside, _ = named.partition(":")[2].partition(":")
    if inside:
        return None
    day = _rakor_day(open_plan(data, as_of).plan, text)
    snapshot = next((snapshot for snapshot in snapshots(data) if snapshot.day == day), None)
    if snapshot is None:
        return None
    refuse_damaged(snapshot)
    called = Text(
        f"arsip rakor {short_date(day, 'id')}", f"the archive of the rakor of {short_date(day, 'en')}"
    )
    return PlanState(open_plan(snapshot.folder, day if own_date else as_of), called, folder=snapshot.folder)


def forked_state(named: str, paths: Sequence[str], as_of: date) -> PlanState:
    """Return files as they were in a revision, from where a branch forked, or on the day of a rakor.

    Where the plan is not there yet, the state is the empty plan: everything is new. Raises ProblemError.
    """
    try:
        past, rakor = _past_of(named, paths, as_of, forked=True)
    except ProblemError as problem:
        cause = problem.__cause__
        if isinstance(cause, HistoryError) and cause.reason in (*NOT_THERE, "unborn"):
            return _nothing_yet(named, as_of, cause)
        raise
    return _of_past(past, rakor, as_of)


def _nothing_yet(named: str, as_of: date, cause: HistoryError) -> PlanState:
    called = Text(
        f"revisi {backquoted(named)}, yang belum memuat rencana ini",
        f"revision {backquoted(named)}, which does not hold this plan yet",
    )
    if cause.reason == "moved":
        place = backquoted(f"{named}:{cause.instead[0]}")
        called = Text(
            f"{called.id} (bila saat itu di folder lain, sebut {place})",
            f"{called.en} (if it was in another folder then, name {place})",
        )
    return PlanState(read_texts(iter(()), as_of), called)


def _is_plan(named: str) -> bool:
    """Whether a name is a folder or a YAML file; git keeps a file called HEAD in its own folder."""
    return os.path.isdir(named) or (os.path.isfile(named) and is_yaml_name(named))


def _past_of(
    named: str, paths: Sequence[str], as_of: date, *, forked: bool = False
) -> tuple[Past, date | None]:
    """Return files as they were in a revision, or on the day of a rakor, and that day."""
    kind, _, rest = named.partition(":")
    if kind == RAKOR:
        text, colon, inside = rest.partition(":")
        plan = as_known(open_files(paths, as_of)).plan
        day, folder = _rakor_day(plan, text), inside if colon else None
        return _of_each(lambda path: read_day(path, day, folder), paths, f"{RAKOR}:{day}"), day
    rev, colon, inside = named.partition(":")
    if not rev:
        raise _problem(HistoryError("unknown-revision"), named)
    folder = inside if colon else None
    return _of_each(lambda path: read_revision(path, rev, folder, forked=forked), paths, rev), None


def _of_past(past: Past, rakor: date | None, as_of: date) -> PlanState:
    """Return files of the past as a state, judged on a day."""
    there = past.formerly and backquoted(past.formerly)
    moved = Text(f", saat itu di {there}", f", in {there} then") if there else untranslated("")
    called = Text(
        f"revisi {past.short} ({short_date(past.day, 'id')}{moved.id})",
        f"revision {past.short} ({short_date(past.day, 'en')}{moved.en})",
    )
    if past.cut_off:
        called = Text(
            f"{called.id} dan bukan titik pisahnya, karena riwayat di salinan ini terpotong,",
            f"{called.en} and not from the fork, since the history in this copy is cut off,",
        )
    if rakor is not None:
        called = Text(
            f"rakor {short_date(rakor, 'id')}, {called.id}",
            f"the rakor of {short_date(rakor, 'en')}, {called.en}",
        )
    return PlanState(read_texts(iter(past.files), as_of), called, past.id)


def _as_known(data: str, day: date) -> PlanState:
    called = Text(
        f"yang diketahui pada {short_date(day, 'id')}", f"what was known on {short_date(day, 'en')}"
    )
    return PlanState(open_plan(data, day), called)


# -- days ---------------------------------------------------------------------------------


def _rakor_day(plan: Plan, text: str) -> date:
    """Return the day of a rakor of the plan; without a day, of the last that was held."""
    past = [rakor.date for rakor in plan.rakor if rakor.date <= plan.as_of]
    if not text:
        if past:
            return past[-1]
        raise ProblemError(
            Text("belum ada rakor dalam rencana ini", "no rakor has been held in this plan"),
            Text("sebut revisi atau folder: `--since HEAD~1`", "name a revision or folder: `--since HEAD~1`"),
        )
    day = day_behind(f"{RAKOR}:", text)
    if day not in [rakor.date for rakor in plan.rakor]:
        known = quoted([f"{RAKOR}:{past_day}" for past_day in past[-4:]])
        raise ProblemError(
            Text(
                f"tidak ada rakor pada {short_date(day, 'id')}",
                f"no rakor was held on {short_date(day, 'en')}",
            ),
            Text(f"yang ada: {known}", f"on record: {known}") if past else None,
        )
    return day


# -- what git cannot give -----------------------------------------------------------------


def _of_each(read: Callable[[str], Past], paths: Sequence[str], named: str) -> Past:
    """Return what each path held, each file once; a path that was not there held nothing if another did."""
    pasts: list[Past] = []
    missing: HistoryError | None = None
    for path in paths:
        try:
            pasts.append(read(path))
        except HistoryError as problem:
            missing = problem
            if problem.reason not in NOT_THERE:
                break
    if missing is not None and (not pasts or missing.reason not in NOT_THERE):
        raise _problem(missing, named) from missing
    files = {os.path.abspath(path): (path, data) for past in pasts for path, data in past.files}
    return pasts[0]._replace(files=tuple(files.values()))


def _problem(problem: HistoryError, named: str) -> ProblemError:
    """Return each reason as a line of its own, with what to type instead."""
    message, help = _REASONS.get(problem.reason, _BROKEN)
    folder = problem.instead[0] if problem.instead else ""
    quoted = (backquoted(named), backquoted_path(folder))
    known = [name for name in problem.instead if not name.startswith("-")]  # which would be refused
    near = did_you_mean(named, known) if problem.reason == "unknown-revision" else None
    return ProblemError(
        Text(*(words.format(*quoted) for words in message)),
        near
        or (help and Text(*(words.format(named=named, folder=folder, day=problem.what) for words in help))),
    )


_FOLDERS = Text(
    "bandingkan dua folder: `serang-plan diff FOLDER_LAMA data`, atau `--since known:2026-03-12`",
    "compare two folders: `serang-plan diff OLD_FOLDER data`, or `--since known:2026-03-12`",
)
_DEEPEN = Text(
    "ambil riwayatnya: `git fetch --unshallow`; di GitHub Actions `fetch-depth: 0`, di GitLab `GIT_DEPTH: 0`",
    "get its history: `git fetch --unshallow`; in GitHub Actions `fetch-depth: 0`, in GitLab `GIT_DEPTH: 0`",
)
_BROKEN = (
    Text("git tidak dapat membaca {}", "git could not read {}"),
    Text("periksa repositorinya: `git fsck`", "check the repository: `git fsck`"),
)
_REASONS: dict[str, tuple[Text, Text | None]] = {
    "moved": (
        Text(
            "folder ini belum ada di revisi {}; berkas senama ada di {}",
            "revision {} has no such folder; {} holds files of these names",
        ),
        Text(
            "bila itu rencana yang sama, sebut foldernya: `{named}:{folder}`",
            "if that is the same plan, name its folder: `{named}:{folder}`",
        ),
    ),
    "submodule": (
        Text(
            "{1} adalah submodul, repositori git tersendiri",
            "{1} is a submodule, a git repository of its own",
        ),
        Text("sebut foldernya: `--data {folder}`", "name its folder: `--data {folder}`"),
    ),
    "no-git": (Text("git tidak terpasang", "git is not installed"), _FOLDERS),
    "no-repository": (
        Text("folder rencana tidak berada dalam repositori git", "the plan's folder is in no git repository"),
        _FOLDERS,
    ),
    "refused": (
        Text(
            "git menolak repositori ini karena pemiliknya orang lain",
            "git refuses this repository because somebody else owns it",
        ),
        Text(
            "bila Anda mempercayainya: `git config --global --add safe.directory FOLDER`",
            "if you trust it: `git config --global --add safe.directory FOLDER`",
        ),
    ),
    "unborn": (
        Text("repositori ini belum punya satu commit pun", "this repository has no commit yet"),
        Text("simpan dulu: `git add` lalu `git commit`", "commit first: `git add`, then `git commit`"),
    ),
    "leading-dash": (
        Text("{} bukan nama revisi", "{} is not the name of a revision"),
        Text(
            "cabang yang namanya diawali `-` disebut lengkap: `refs/heads/NAMA`",
            "name a branch that starts with `-` in full: `refs/heads/NAME`",
        ),
    ),
    "reflog": (
        Text(
            "{} menyebut riwayat di komputer ini saja, lain dari komputer lain",
            "{} names what happened on this computer only, and means something else on another",
        ),
        Text(
            "sebut rakor (`rakor:2026-03-12`), nama cabang, nomor commit atau `HEAD~1`",
            "name a rakor (`rakor:2026-03-12`), a branch, the number of a commit or `HEAD~1`",
        ),
    ),
    "unknown-revision": (
        Text(
            "{} bukan revisi, folder atau rakor yang ada", "{} is no revision, folder or rakor that there is"
        ),
        Text(
            "misalnya `HEAD~1`, `rakor:2026-03-12` atau nama folder",
            "such as `HEAD~1`, `rakor:2026-03-12` or a folder",
        ),
    ),
    "shallow": (
        Text(
            "{} tidak ada di salinan ini, yang hanya memuat riwayat terakhir",
            "{} is not in this copy, which holds the latest history only",
        ),
        _DEEPEN,
    ),
    "shallow-too-early": (
        Text(
            "riwayat di salinan ini tidak sampai ke {}", "the history in this copy does not reach back to {}"
        ),
        _DEEPEN,
    ),
    "too-early": (
        Text("belum ada commit pada {}", "there was no commit yet on {}"),
        Text(
            "lihat yang sudah diketahui saat itu menurut berkas sekarang: `--since known:{day}`",
            "see what today's files say was known then: `--since known:{day}`",
        ),
    ),
    "not-there": (
        Text("tidak ada berkas rencana di revisi {}", "there is no file of the plan in revision {}"),
        Text("sebut foldernya saat itu: `REVISI:FOLDER`", "name its folder then: `REVISION:FOLDER`"),
    ),
    "huge": (
        Text(
            "isi revisi {} terlalu besar untuk sebuah rencana",
            "what revision {} holds is too large for a plan",
        ),
        None,
    ),
    "slow": (
        Text("git tidak kunjung menjawab tentang {}", "git gave no answer about {} in time"),
        Text(
            "lihat apakah `git log` selesai; `include.path` di `.git/config` harus menyebut berkas biasa",
            "see whether `git log` ends; `include.path` in `.git/config` must name an ordinary file",
        ),
    ),
    "incomplete": (
        Text(
            "isi revisi {} belum lengkap di salinan ini",
            "the content of revision {} is not complete in this copy",
        ),
        Text("ambil selengkapnya: `git fetch --refetch`", "get all of it: `git fetch --refetch`"),
    ),
}
