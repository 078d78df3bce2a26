"""Git: how it is run, so that a repository that came from somewhere cannot make it run anything else."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from threading import Event, Thread, Timer
from typing import IO, TYPE_CHECKING, NamedTuple

from serang_plan.ending import ended_in_order

if TYPE_CHECKING:
    from subprocess import Popen

_QUICK, _PATIENT = 3, 15
"""Seconds that a call of git may take for the stamp, and for reading a revision."""
MOST_LISTED = 16 << 20
"""How many bytes a call may answer: the names of a hundred thousand files."""
_WORDS = 1 << 16


class HistoryError(Exception):
    """A revision cannot be read; `reason` says why in a word, `what` names it, `instead` what could be meant.

    no-git · no-repository · refused (another user's) · unborn (no commit yet) · leading-dash · reflog ·
    unknown-revision · shallow (not in this clone) · too-early (no commit by that day) · shallow-too-early ·
    not-there (the folder) · submodule (a repository of its own) · moved (such files are elsewhere) ·
    huge (more than a plan) · incomplete (objects lack) · slow (no answer) · broken
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


def run(start: str, *arguments: str, given: bytes = b"", most: int = MOST_LISTED) -> GitOutput:
    """Run one call in a folder. Raises HistoryError if there is no git, no end to it, or too much of it."""
    (output,) = _outputs(start, [arguments], given, _PATIENT, most)
    return output


def run_at_once(start: str, *calls: tuple[str, ...]) -> list[GitOutput]:
    """Run several calls at once, so that the stamp costs the time of one. Raises HistoryError like `run`."""
    return _outputs(start, calls, b"", _QUICK, MOST_LISTED)


def _outputs(
    start: str, calls: Sequence[Sequence[str]], given: bytes, seconds: float, most: int
) -> list[GitOutput]:
    """Run calls at once; however that goes, none of them, and nothing that they started, runs on."""
    begun: list[Popen[bytes]] = []
    with ended_in_order():  # ends with it what git has started, which is in a group of its own
        try:
            for call in calls:
                begun.append(_begun(start, call))
            return [_output(process, given, seconds, most) for process in begun]
        finally:
            for process in begun:
                _end(process)


def _begun(start: str, arguments: Sequence[str]) -> Popen[bytes]:
    import subprocess

    try:
        return subprocess.Popen(
            [_program(), *_TRUSTING_NOTHING, *arguments],
            cwd=start,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            process_group=0,
        )
    except OSError:
        raise HistoryError("broken") from None


def _output(process: Popen[bytes], given: bytes, seconds: float, most: int) -> GitOutput:
    """Return what a call answers in its time, if that is no more than `most` bytes."""
    assert process.stdin
    assert process.stdout
    assert process.stderr
    too_late, errors = Event(), bytearray()

    def end_late() -> None:
        too_late.set()
        _kill(process)

    clock = Timer(seconds, end_late)
    beside = (
        Thread(target=_feed, args=(process.stdin, given)),
        Thread(target=_drain, args=(process.stderr, errors)),
    )
    for thread in (clock, *beside):
        thread.daemon = True
        thread.start()
    try:
        out = process.stdout.read(most + 1)
        if len(out) > most:
            raise HistoryError("huge")
        code = process.wait()
        for thread in beside:
            thread.join()
    finally:
        clock.cancel()
    if too_late.is_set():
        raise HistoryError("slow")
    return GitOutput(code, out, bytes(errors))


def _feed(pipe: IO[bytes], given: bytes) -> None:
    with suppress(OSError), pipe:
        pipe.write(given)


def _drain(pipe: IO[bytes], errors: bytearray) -> None:
    """Keep the beginning of what is said; the rest is taken away, so that nobody waits to say it."""
    with pipe:
        errors += pipe.read(_WORDS)
        while pipe.read(_WORDS):
            pass


def _end(process: Popen[bytes]) -> None:
    """End a call with all that it has started, if it still runs."""
    if process.returncode is None:
        _kill(process)
        process.wait()
    if process.stdout:
        process.stdout.close()


def _kill(process: Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


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
