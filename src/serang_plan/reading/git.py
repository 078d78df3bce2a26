"""Git: how it is run, so that a repository that came from somewhere cannot make it run anything else."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from subprocess import Popen

_QUICK, _PATIENT = 3, 60
"""Seconds that git may take for the stamp, and for reading a revision."""


class HistoryError(Exception):
    """A revision cannot be read; `reason` says why in a word, `what` names it, `instead` what could be meant.

    no-git · no-repository · refused (another user's) · unborn (no commit yet) · leading-dash · reflog ·
    unknown-revision · shallow (not in this clone) · too-early (no commit by that day) · shallow-too-early ·
    not-there (the folder) · submodule (a repository of its own) · moved (such files are elsewhere) ·
    huge (a file) · incomplete (objects lack) · broken
    """

    def __init__(self, reason: str, what: str = "", instead: Sequence[str] = ()) -> None:
        super().__init__(f"{reason} {what}")
        self.reason = reason
        self.what = what
        self.instead = tuple(instead)


def root_of(folder: str) -> str | None:
    """Return the nearest folder, this one or above it, that holds `.git`, folder or file."""
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def in_repository(folder: str) -> bool:
    """Whether git may know a folder: most plans are not kept in git, and starting it costs time."""
    return root_of(folder) is not None


class GitOutput(NamedTuple):
    """What a call of git answered."""

    code: int
    out: bytes
    err: bytes


_TRUSTING_NOTHING = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "protocol.allow=never"),
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "log.showSignature=false"),
)
_QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_PAGER": "",
    "LC_ALL": "C",
    "LANGUAGE": "",
}
"""A repository's own settings may name protocols that run programs: `GIT_ALLOW_PROTOCOL` outranks them."""


def run(start: str, *arguments: str, given: bytes | None = None) -> GitOutput:
    """Run one call in a folder. Raises HistoryError if there is no git, or no end to it."""
    process = _begun(start, arguments, given is not None)
    return _ended(process, given, _PATIENT)


def together(start: str, *calls: tuple[str, ...]) -> list[GitOutput]:
    """Run several calls at once, so that the stamp costs the time of one."""
    processes = [_begun(start, call, given=False) for call in calls]
    return [_ended(process, None, _QUICK) for process in processes]


def _begun(start: str, arguments: Sequence[str], given: bool) -> Popen[bytes]:
    import subprocess

    try:
        return subprocess.Popen(
            [_program(), *_TRUSTING_NOTHING, *arguments],
            cwd=start,
            env=_environment(),
            stdin=subprocess.PIPE if given else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except OSError:
        raise HistoryError("broken") from None


def _ended(process: Popen[bytes], given: bytes | None, seconds: int) -> GitOutput:
    import subprocess

    try:
        out, err = process.communicate(given, timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        for pipe in filter(None, (process.stdin, process.stdout, process.stderr)):
            pipe.close()  # what git has started may still hold the other end
        process.wait()
        raise HistoryError("broken") from None
    return GitOutput(process.returncode, out, err)


def _program() -> str:
    """Return where git is, by absolute entries of PATH only: never one that lies in the folder itself."""
    names = ("git.exe",) if os.name == "nt" else ("git",)
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        for name in names:
            path = os.path.join(folder, name)
            if os.path.isabs(folder) and os.access(path, os.X_OK) and os.path.isfile(path):
                return path
    raise HistoryError("no-git")


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | _QUIET
