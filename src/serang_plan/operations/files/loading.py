"""Loading: a folder becomes a reading, and a missing folder becomes a next step."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date

from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.findings import Finding
from serang_plan.operations.problem import ProblemError
from serang_plan.reading.folder import (
    Given,
    NothingToReadError,
    Reading,
    files_to_read,
    find_files,
    leads_out,
    read_texts,
)
from serang_plan.wording import Text, backquoted, escape_invisible, quoted

_WHY = {
    "missing": Text("{path} tidak ada di sini", "there is no {path} here"),
    "empty": Text("tidak ada berkas YAML di dalam {path}", "there is no YAML file in {path}"),
    "not-a-file": Text(
        "{path} bukan folder dan bukan berkas biasa", "{path} is neither a folder nor a plain file"
    ),
    "permission": Text("{path} tidak boleh dibuka", "{path} may not be opened"),
}
_OTHER = Text("{path} tidak dapat dibuka", "{path} cannot be opened")


def _next(naming: str) -> Text:
    return Text(
        "buat rencana baru dengan `serang-plan init`, contoh lengkap dengan `serang-plan init --example`, "
        f"atau sebut foldernya: `{naming}`",
        "make a new plan with `serang-plan init`, a complete example with `serang-plan init --example`, "
        f"or name the folder: `{naming}`",
    )


def open_plan(path: str, as_of: date) -> Reading:
    """Read a folder. Raises ProblemError, with the next step, if there is nothing to read."""
    return open_files([path], as_of, naming="--data FOLDER")


def plan_above(here: str, home: str, name: str) -> str | None:
    """Return the nearest folder of a name, above a real path, that has a plan; as it is reached from there.

    Nothing beyond the repository is looked at, nor beyond the home folder, and no link that leads out.
    """
    from serang_plan.reading.git import root_of

    within = os.path.join(here, "")
    tops = [top for top in (root_of(here), home) if top and within.startswith(os.path.join(top, ""))]
    top = max(tops, key=len, default=here)
    folder = here
    while folder != top:
        folder = os.path.dirname(folder)
        plan = os.path.join(folder, name)
        if os.path.isdir(plan) and not leads_out(plan, top) and _holds_yaml(plan):
            return os.path.relpath(plan, here)
    return None


def _holds_yaml(folder: str) -> bool:
    try:
        return bool(find_files(folder))
    except NothingToReadError:
        return False


def all_opened(reading: Reading) -> Reading:
    """Return a reading of which no file is missing. Raises ProblemError, as nobody knows what it says."""
    for finding in reading.findings:
        if finding.rule.name == "unreadable-file":
            raise ProblemError(finding.message, finding.help)
    return reading


def as_known(reading: Reading) -> Reading:
    """Return what was read without what became known after the plan's date: that is what reports tell of."""
    return reading._replace(plan=known_plan(reading.plan))


def open_files(
    paths: Sequence[str],
    as_of: date,
    piped: tuple[str, bytes] | None = None,
    naming: str = "serang-plan validate FOLDER",
) -> Reading:
    """Read folders and files as one plan, each file once.

    What is piped, a name and its bytes, stands in for the file of that name, or joins the others.
    Raises ProblemError, with the next step, if there is nothing to read: `naming` is how to say where.
    """
    files: dict[str, tuple[str, Given]] = {}
    for path in paths:
        files |= {os.path.abspath(file): (file, given) for file, given in plan_files(path, naming)}
    if piped is not None:
        files[os.path.abspath(piped[0])] = piped
    reading = read_texts(iter(files.values()), as_of)
    if reading.is_blank:
        raise _blank(paths, naming)
    return reading


def _blank(paths: Sequence[str], naming: str) -> ProblemError:
    """Return that what was read has no entry: whoever checks nothing must not be told that all is well."""
    if not paths:
        return ProblemError(
            Text("tidak ada isian di masukan baku", "there is no entry in standard input"),
            Text("periksa perintah sebelum `|`", "check the command before the `|`"),
        )
    named = quoted(map(escape_invisible, paths))
    return ProblemError(
        Text(f"tidak ada isian di {named}", f"there is no entry in {named}"),
        Text(
            "tulis bagian `plan:` lebih dulu, kembalikan isinya dengan `git restore`, "
            f"atau sebut folder lain: `{naming}`",
            "write the section `plan:` first, bring the content back with `git restore`, "
            f"or name another folder: `{naming}`",
        ),
    )


def plan_files(path: str, naming: str = "--data FOLDER") -> list[tuple[str, Finding | None]]:
    """Return the files of a plan, each with why it is not to be opened, if it is not.

    Raises ProblemError, with the next step, if there are none.
    """
    try:
        return list(files_to_read(path))
    except NothingToReadError as nothing:
        why, named = _WHY.get(nothing.reason, _OTHER), backquoted(nothing.path)
        raise ProblemError(Text(*(words.format(path=named) for words in why)), _next(naming)) from None
