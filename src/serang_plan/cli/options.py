"""Options that several commands share, and what they turn into."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Annotated

import typer

from serang_plan.cli.usage import UsageProblemError, both
from serang_plan.model.when import parse_when
from serang_plan.wording import Text, typed

JAKARTA = timezone(timedelta(hours=7), "WIB")

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
    typer.Option(
        "--as-of",
        metavar="YYYY-MM-DD",
        help=both("Keadaan per tanggal ini; baku: hari ini.", "The state as of this date; default: today."),
    ),
]


def today() -> date:
    """Return today in Serang; the clock is read nowhere else."""
    return datetime.now(JAKARTA).date()


def as_of_date(text: str, option: str = "--as-of") -> date:
    """Return the date that was asked for, or today in Serang.

    Raises UsageProblemError for anything but a full date.
    """
    if not text:
        return today()
    try:
        found = parse_when(text)
    except ValueError:
        found = None
    if found is None or found.days != 1:
        raise UsageProblemError(
            Text(f"{typed(text)} bukan tanggal", f"{typed(text)} is not a date"),
            Text(
                f"ketik tanggal seperti `{option} 2020-03-10`", f"type a date such as `{option} 2020-03-10`"
            ),
        )
    return found.first
