"""Typed day: the day that somebody wrote behind a name, such as `rakor:2020-03-10`."""

from __future__ import annotations

from datetime import date

from serang_plan.model.when import YEARS, When, meant_time, parse_when
from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Text, backquoted


def day_behind(name: str, text: str) -> date:
    """Return the day that was typed behind a name such as `--as-of ` or `rakor:`.

    Raises ProblemError for anything but a full date, of a year that a plan can speak of.
    """
    typed = text.strip()
    if not typed:
        raise ProblemError(
            Text(f"`{name.strip()}` belum diberi tanggal", f"`{name.strip()}` needs a date"), _such_as(name)
        )
    try:
        when = parse_when(typed)
    except ValueError:
        raise ProblemError(
            Text(f"tanggal {backquoted(text)} tidak ada", f"there is no date {backquoted(text)}"),
            _such_as(name),
        ) from None
    if when is None or when.days != 1:
        raise ProblemError(
            Text(f"{backquoted(text)} bukan tanggal", f"{backquoted(text)} is not a date"),
            _meant(name, typed, when),
        )
    if when.year not in YEARS:
        first, last = YEARS[0], YEARS[-1]
        raise ProblemError(
            Text(
                f"tahun pada {backquoted(text)} tidak di antara {first} dan {last}",
                f"the year in {backquoted(text)} is not between {first} and {last}",
            ),
            _such_as(name),
        )
    return when.first


def _meant(name: str, text: str, when: When | None) -> Text:
    """Return the day that was meant, or the last of a longer time that was."""
    when = when or meant_time(text)
    if when is None:
        return _such_as(name)
    last = f"`{name}{when.last}`"
    if when.days == 1:
        return Text(f"ketik {last}", f"type {last}")
    return Text(f"untuk hari terakhirnya ketik {last}", f"for its last day type {last}")


def _such_as(name: str) -> Text:
    return Text(f"ketik tanggal seperti `{name}2020-03-10`", f"type a date such as `{name}2020-03-10`")
