"""Watching: a check is run again whenever a file of the plan is saved."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, NamedTuple

import typer

from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError, both
from serang_plan.cli.output.streams import say, say_problem, write
from serang_plan.operations.checking.inputs import STANDARD_INPUT
from serang_plan.reading.folder import NothingToReadError, find_files
from serang_plan.wording import Lang, Text

LOOK_AT_LEAST_EVERY = 500
"""Milliseconds: a folder that was moved away and came back is seen again, though its watch was lost."""
SETTLED_AFTER = 200
"""Milliseconds: many files saved at once, or one written in pieces, are one change."""

_WAITING = Text("Menunggu perubahan; Ctrl-C untuk berhenti.", "Waiting for changes; press Ctrl-C to stop.")
_CLEAR = "\x1b[2J\x1b[H"


class Watching(NamedTuple):
    """Option that keeps a check running."""

    watch: Annotated[
        bool,
        typer.Option(
            "--watch",
            help=both(
                "Periksa lagi setiap kali berkas disimpan, sampai Ctrl-C.",
                "Check again whenever a file is saved, until Ctrl-C.",
            ),
        ),
    ] = False


def check_on_every_save(paths: list[str] | None, check: Callable[[bool], int], settled: RunContext) -> int:
    """Check now and after every change, until interrupted; `check` is told whether it was run before.

    Raises UsageProblemError if the first check cannot be made; what goes wrong later is said, and waited for.
    """
    asked = paths or [os.environ.get("SERANG_PLAN_DATA") or "data"]
    waking = _waking(asked)
    seen = _stamps(asked)
    check(False)
    _say_waiting(settled.lang)
    for _ in waking:
        now = _stamps(asked)
        if now != seen:
            seen = now
            _check_again(check, settled)
    return 0


def _check_again(check: Callable[[bool], int], settled: RunContext) -> None:
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        write(_CLEAR)
    try:
        check(True)
    except UsageProblemError as problem:
        say_problem(problem, settled.lang)
    _say_waiting(settled.lang)


def _say_waiting(lang: Lang) -> None:
    say(_WAITING.for_lang(lang))


def _stamps(asked: Sequence[str]) -> dict[str, tuple[int, int, int]]:
    """Return what tells one state of the files from the next, however an editor writes them."""
    stamps = {}
    for path in asked:
        try:
            files = find_files(path)
        except NothingToReadError:
            continue
        for file in files:
            try:
                about = os.stat(file)
            except OSError:
                continue
            stamps[file] = (about.st_mtime_ns, about.st_size, about.st_ino)
    return stamps


def _waking(asked: Sequence[str]) -> Iterator[object]:
    """Wake whenever something may have changed. Raises UsageProblemError if that cannot be done."""
    if STANDARD_INPUT in asked:
        raise UsageProblemError(
            Text("masukan baku tidak dapat dipantau", "standard input cannot be watched"),
            Text("sebut folder atau berkasnya tanpa `-`", "name the folder or the file instead of `-`"),
        )
    try:
        from watchfiles import watch
    except ImportError:
        raise _without_the_extra() from None
    there = [path for path in asked if os.path.exists(path)]
    folders = {path if os.path.isdir(path) else os.path.dirname(path) or "." for path in there}
    return watch(
        *sorted(folders) or ".",
        watch_filter=None,
        debounce=SETTLED_AFTER,
        rust_timeout=LOOK_AT_LEAST_EVERY,
        yield_on_timeout=True,
        recursive=any(map(os.path.isdir, there)),
        ignore_permission_denied=True,
    )


def _without_the_extra() -> UsageProblemError:
    extra = "serang-plan[watch]"
    return UsageProblemError(
        Text("`--watch` butuh paket tambahan", "`--watch` needs an additional package"),
        Text(
            f"ketik `pip install '{extra}'` atau `uv tool install '{extra}'`, atau ulangi perintahnya tanpa "
            "`--watch` sesudah menyimpan",
            f"type `pip install '{extra}'` or `uv tool install '{extra}'`, or repeat the command without "
            "`--watch` after saving",
        ),
    )
