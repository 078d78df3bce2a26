"""Options that several commands share, and what they turn into."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Annotated

import typer

from serang_plan.cli.arguments.usage_error import UsageProblemError, both
from serang_plan.model.when import YEARS, meant_day, parse_when
from serang_plan.wording import Text, backquoted

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
    return day_behind(f"{option} ", text) if text else today()


def day_behind(name: str, text: str) -> date:
    """Return the date that was typed behind a name such as `--as-of ` or `rakor:`.

    Raises UsageProblemError for anything but a full date, of a year that a plan can speak of.
    """
    if not text.strip():
        raise UsageProblemError(
            Text(f"`{name.strip()}` belum diberi tanggal", f"`{name.strip()}` needs a date"), _such_as(name)
        )
    try:
        found = parse_when(text.strip())
    except ValueError:
        raise UsageProblemError(
            Text(f"tanggal {backquoted(text)} tidak ada", f"there is no date {backquoted(text)}"),
            _such_as(name),
        ) from None
    if found is None or found.days != 1:
        raise UsageProblemError(
            Text(f"{backquoted(text)} bukan tanggal", f"{backquoted(text)} is not a date"),
            _such_as(name, meant_day(text.strip())),
        )
    if found.year not in YEARS:
        first, last = YEARS[0], YEARS[-1]
        raise UsageProblemError(
            Text(
                f"tahun pada {backquoted(text)} tidak di antara {first} dan {last}",
                f"the year in {backquoted(text)} is not between {first} and {last}",
            ),
            _such_as(name),
        )
    return found.first


def _such_as(name: str, meant: str = "") -> Text:
    if meant:
        return Text(f"ketik `{name}{meant}`", f"type `{name}{meant}`")
    return Text(f"ketik tanggal seperti `{name}2020-03-10`", f"type a date such as `{name}2020-03-10`")
