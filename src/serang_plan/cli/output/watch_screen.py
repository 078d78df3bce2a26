"""Watch screen: a check is shown again whenever a file of the plan is saved."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from serang_plan.cli.arguments.check_inputs import STANDARD_INPUT
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.streams import nobody_reads, say, say_problem, write
from serang_plan.operations.checking.watching import changes
from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Text

_WAITING = Text("Menunggu perubahan; Ctrl-C untuk berhenti.", "Waiting for changes; press Ctrl-C to stop.")
_CLEAR = "\x1b[2J\x1b[H"
_ENDED = object()


def check_on_every_save(paths: Sequence[str], check: Callable[[bool], int], context: RunContext) -> int:
    """Check now and after every change, until interrupted or unread; `check` is told if it was run before.

    Raises ProblemError if the first check cannot be made; what goes wrong later is said, and waited for.
    """
    if STANDARD_INPUT in paths:
        raise UsageProblemError(
            Text("masukan baku tidak dapat dipantau", "standard input cannot be watched"),
            Text("sebut folder atau berkasnya tanpa `-`", "name the folder or the file instead of `-`"),
        )
    try:
        saved = changes(paths)
    except ImportError:
        raise _without_the_extra() from None
    check(False)
    while not nobody_reads():
        say(_WAITING.for_lang(context.lang))
        if next(saved, _ENDED) is _ENDED:
            break
        _check_again(check, context)
    return FINE


def _check_again(check: Callable[[bool], int], context: RunContext) -> None:
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        write(_CLEAR)
    try:
        check(True)
    except ProblemError as problem:
        say_problem(problem, context.lang)


def _without_the_extra() -> ProblemError:
    from serang_plan.operations.extras import missing_extra

    return missing_extra(
        Text("`--watch` butuh paket tambahan", "`--watch` needs an additional package"),
        "watch",
        Text("ulangi tanpa `--watch` sesudah menyimpan", "repeat without `--watch` after saving"),
    )
