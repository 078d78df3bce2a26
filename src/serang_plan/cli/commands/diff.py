"""diff: what changed by meaning, and what it does to the count?"""

from __future__ import annotations

from typing import Annotated

from serang_plan.analysis.changes.comparison import compare
from serang_plan.cli.arguments.options import PlanOptions, argument, option
from serang_plan.cli.arguments.run_context import RunContext
from serang_plan.cli.arguments.usage_error import UsageProblemError
from serang_plan.cli.exit_codes import FINE
from serang_plan.cli.output.report_writer import Output, draw, spare_plan
from serang_plan.operations.files.plan_states import PlanState, current, state
from serang_plan.reports.diff import page as report
from serang_plan.reports.registry import DIFF
from serang_plan.wording import Text

States = Annotated[
    list[str] | None,
    argument(
        "A B",
        "Dua keadaan (folder, revisi, rakor:TANGGAL), atau satu: sampai berkas sekarang.",
        "Two states (folder, revision, rakor:DATE), or one: up to the files as they are.",
    ),
]
Since = Annotated[
    str,
    option(
        "--since",
        "Sejak keadaan ini: rakor:TANGGAL, rakor (yang terakhir), revisi git, folder, "
        "atau known:TANGGAL; baku: HEAD.",
        "Since this state: rakor:DATE, rakor (the last), a git revision, a folder, or known:DATE; "
        "default: HEAD.",
        metavar="STATE",
    ),
]
OwnDates = Annotated[
    bool,
    option(
        "--own-dates",
        "Nilai keadaan lama per tanggalnya sendiri, bukan per tanggal yang sama.",
        "Judge the state before on its own date instead of the same one.",
    ),
]


def command(
    context: RunContext,
    states: States = None,
    since: Since = "",
    own_dates: OwnDates = False,
    *,
    at: PlanOptions,
    to: Output,
) -> int:
    """Show what changed by meaning since a rakor, a revision or another folder."""
    day = at.day
    first, second = _named(states or [], since)
    before = state(first, at.data, day, own_date=own_dates)
    after = state(second, at.data, day) if second else current(at.data, day)
    spare_plan(to, before.folder)
    draw(DIFF.of(compared(before, after)), after.folder, to, context)
    return FINE


def _named(states: list[str], since: str) -> tuple[str, str]:
    """Return the names of both states; the second is empty for the files as they are."""
    if len(states) > 2:
        raise _too_many(Text("lebih dari dua keadaan disebut", "more than two states are named"))
    if states and since:
        raise _too_many(
            Text("`--since` dan `A B` tidak dapat bersama", "`--since` and `A B` exclude each other")
        )
    first, second, *_ = [*states, "", ""]
    return first or since or "HEAD", second


def _too_many(message: Text) -> UsageProblemError:
    return UsageProblemError(
        message,
        Text(
            "`serang-plan diff --since rakor:2026-03-12`, atau `serang-plan diff LAMA BARU`",
            "`serang-plan diff --since rakor:2026-03-12`, or `serang-plan diff OLD NEW`",
        ),
    )


def compared(before: PlanState, after: PlanState) -> report.Diff:
    """Compare two states; where the files are the same ones, what came after the day is hidden."""
    old, new = before.reading.plan, after.reading.plan
    changes = compare(old, new)
    sides = (report.StateLabel(side.called, side.reading.sources, side.revision) for side in (before, after))
    return report.Diff(changes, *sides)
