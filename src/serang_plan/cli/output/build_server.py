"""Build server: which one this runs on, what it likes to read, and its page for a job's summary."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable

from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.output.streams import say_problem
from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Text

MOST_BYTES = 1 << 20
"""GitHub shows no summary at all that is larger."""


def usual_form() -> str:
    """Return the format that is read best where this runs, and where its standard output goes.

    Annotations in GitHub Actions; Gitea and Forgejo bear that name too, but show none. In GitLab CI a file
    takes Code Quality, and its log, which people read, the text.
    """
    if _runs_in("GITHUB_ACTIONS") and not (_runs_in("GITEA_ACTIONS") or _runs_in("FORGEJO_ACTIONS")):
        return "github"
    return "gitlab" if in_gitlab() and _into_a_file() else "text"


def in_gitlab() -> bool:
    """Whether this is a job of GitLab CI, where `.json` means Code Quality."""
    return _runs_in("GITLAB_CI")


def _runs_in(name: str) -> bool:
    return os.environ.get(name) == "true"


def _into_a_file() -> bool:
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):  # it is closed, or no file at all
        return False


def add_to_job_summary(draw: Callable[[int | None], str], count: int, context: RunContext) -> None:
    """Append to the file that GITHUB_STEP_SUMMARY names, if it does; of `count` rows as many as fit.

    A summary that cannot be written is told of, and takes nothing away from the check itself.
    """
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        with open(path, "ab") as file:
            file.write(_fitting(draw, count, MOST_BYTES - file.tell()))
    except OSError as error:
        _say_lost(error, context)


def _fitting(draw: Callable[[int | None], str], count: int, room: int) -> bytes:
    most: int | None = None
    while True:
        page = draw(most).encode("utf-8", "replace") + b"\n"
        if len(page) <= room:
            return page
        if most == 0:
            return b""
        most = (count if most is None else most) // 2


def _say_lost(error: OSError, context: RunContext) -> None:
    why = error.strerror or str(error)
    message = Text(
        f"ringkasan pekerjaan tidak dapat ditulis: {why}", f"the job summary could not be written: {why}"
    )
    say_problem(ProblemError(message), context.lang)
