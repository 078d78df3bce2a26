"""Options that several commands share, and what they turn into."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from typing import Annotated

import typer
from typer.models import OptionInfo

from serang_plan.cli.arguments.usage_error import both
from serang_plan.operations.files import loading
from serang_plan.reading.folder import Reading

JAKARTA = timezone(timedelta(hours=7), "WIB")


def option(
    name: str, id: str, en: str, *, short: str = "", metavar: str | None = None, choices: Iterable[str] = ()
) -> OptionInfo:
    """Return an option as Typer takes it, with its help in both languages; a shell completes the choices."""
    names = (name, short) if short else (name,)
    completion = (lambda: list(choices)) if choices else None
    info = typer.Option(*names, metavar=metavar, help=both(id, en), autocompletion=completion)
    assert isinstance(info, OptionInfo)
    return info


Data = Annotated[
    str,
    typer.Option(
        "--data",
        "-d",
        metavar="FOLDER",
        envvar="SERANG_PLAN_DATA",
        help=both("Folder atau berkas rencana.", "The plan's folder or file."),
    ),
]
AsOf = Annotated[
    str,
    option(
        "--as-of",
        "Keadaan per tanggal ini; baku: hari ini.",
        "The state as of this date; default: today.",
        metavar="YYYY-MM-DD",
    ),
]


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

    return day_behind(f"{option} ", text)


def open_plan(data: str, as_of: date) -> Reading:
    """Return the plan that `--data` names. Raises ProblemError, with the next step, if there is none."""
    return loading.open_plan(data, as_of, today())
