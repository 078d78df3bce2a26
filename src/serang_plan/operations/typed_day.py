"""Typed day: the day that somebody wrote behind a name, such as `rakor:2020-03-10`."""

from __future__ import annotations

from datetime import date, timedelta

from serang_plan.model.when import YEARS, When, meant_time, parse_when
from serang_plan.operations.problem import ProblemError
from serang_plan.wording import Text, backquoted

_DAYS = {"kemarin": -1, "yesterday": -1, "hari ini": 0, "today": 0, "besok": 1, "tomorrow": 1, "lusa": 2}


def named_day(text: str, today: date) -> When | None:
    """Return the day that a word means today; it is only shown, so that nothing depends on the clock."""
    days = _DAYS.get(" ".join(text.split()).casefold())
    if days is None:
        return None
    day = today + timedelta(days=days)
    return When(day, day)


def day_behind(name: str, text: str, today: date | None = None) -> date:
    """Return the day that was typed behind a name such as `--as-of ` or `rakor:`.

    Raises ProblemError for anything but a full date, of a year that a plan can speak of; `today` tells
    what to type for `kemarin`.
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
            _meant(name, typed, when or (named_day(typed, today) if today else None)),
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
