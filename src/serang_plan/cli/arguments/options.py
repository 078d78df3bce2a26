"""Options that several commands share, and what they turn into."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Annotated, NamedTuple, TypeAlias

import typer
from typer.models import ArgumentInfo, OptionInfo

from serang_plan.cli.arguments.usage_error import UsageProblemError, both
from serang_plan.operations.files import loading
from serang_plan.reading.folder import Reading
from serang_plan.wording import Text

Completion: TypeAlias = "Callable[..., Sequence[str] | Sequence[tuple[str, str]]]"
"""What gives the words that a shell offers, with their names; it may take the `ctx` of what is typed."""
DATA, DATA_VARIABLE = "data", "SERANG_PLAN_DATA"
"""Where a plan is if nobody says it, and the variable that may say it."""
JAKARTA = timezone(timedelta(hours=7), "WIB")


def option(
    names: str,
    id: str,
    en: str,
    *,
    metavar: str = "",
    envvar: str = "",
    choices: Iterable[str] = (),
    completion: Completion | None = None,
) -> OptionInfo:
    """Return an option as Typer takes it, with its help in both languages; a shell completes the choices."""
    if choices:
        completion = lambda: list(choices)  # noqa: E731
    info = typer.Option(
        *names.split(),
        metavar=metavar or None,
        help=both(id, en),
        envvar=envvar or None,
        autocompletion=completion,
    )
    assert isinstance(info, OptionInfo)
    return info


def argument(metavar: str, id: str, en: str, *, completion: Completion | None = None) -> ArgumentInfo:
    """Return an argument as Typer takes it, with its help in both languages."""
    info = typer.Argument(metavar=metavar, help=both(id, en), autocompletion=completion)
    assert isinstance(info, ArgumentInfo)
    return info


AsOf = Annotated[
    str,
    option(
        "--as-of",
        "Keadaan per tanggal ini; baku: hari ini.",
        "The state as of this date; default: today.",
        metavar="YYYY-MM-DD",
    ),
]


Plain = Annotated[
    bool,
    option(
        "--plain",
        "Untuk didengarkan: setiap hal satu baris dengan labelnya, tanpa gambar; sama dengan "
        "`--format plain`.",
        "For screen readers: each thing on a line with its label, nothing drawn; like `--format plain`.",
    ),
]


def named_format(format: str, *, plain: bool) -> str:
    """Return the format that was named by either option. Raises UsageProblemError if two were."""
    if plain and format not in ("", "plain"):
        raise UsageProblemError(
            Text(
                f"`--plain` dan `--format {format}` tidak dapat bersama",
                f"`--plain` and `--format {format}` exclude each other",
            ),
            Text("pilih salah satu", "choose one of them"),
        )
    return "plain" if plain else format


class PlanOptions(NamedTuple):
    """Options that say which plan is read, and as of which day."""

    data: Annotated[
        str,
        option(
            "--data -d",
            "Folder atau berkas rencana.",
            "The plan's folder or file.",
            metavar="FOLDER",
            envvar=DATA_VARIABLE,
        ),
    ] = DATA
    as_of: AsOf = ""

    @property
    def day(self) -> date:
        """The day that was asked for. Raises ProblemError for anything but a full date."""
        return as_of_date(self.as_of)

    def open(self, day: date | None = None) -> Reading:
        """Return the plan as known on a day. Raises ProblemError, with the next step, if there is none."""
        return loading.as_known(loading.open_plan(self.data, day or self.day))

    def read(self) -> Reading:
        """Return the plan with all that is written in it, to be written into.

        Raises ProblemError if there is none, or a file of it cannot be opened.
        """
        return loading.all_opened(loading.open_plan(self.data, self.day))


def plan_folder() -> str:
    """Return where the plan is if nobody says it: in `data`, here or else in a folder above."""
    if os.path.lexists(DATA):
        return DATA
    try:
        here, home = os.getcwd(), os.path.realpath(os.path.expanduser("~"))
    except OSError:  # the folder that one stands in is gone
        return DATA
    return loading.plan_above(here, home, DATA) or DATA


def today() -> date:
    """Return today in Serang; the clock is read nowhere else."""
    return datetime.now(JAKARTA).date()


def as_of_date(text: str, option: str = "--as-of") -> date:
    """Return the date that was asked for, or today in Serang.

    Raises ProblemError for anything but a full date.
    """
    if not text:
        return today()
    from serang_plan.operations.typed_day import day_behind

    return day_behind(f"{option} ", text, today())
