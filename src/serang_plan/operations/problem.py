"""Problem: why something cannot be done, in one sentence, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from serang_plan.wording import Text, backquoted, did_you_mean, quoted

Near: TypeAlias = Callable[[str, tuple[str, ...]], Text | None]
"""What asks back, of a value and all that there are, whether the one that is near was meant."""


class ProblemError(Exception):
    """Something cannot be done: one sentence, and advice if there is any."""

    def __init__(self, message: Text, help: Text | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.help = help


class RefusedChangeError(ProblemError):
    """A change of the plan would be an error there; the advice names keys of the plan's files."""


class NoChoiceError(ProblemError):
    """A value is not on the list of those that there are; the nearest is named, or the first of them."""

    def __init__(self, value: str, name: str, known: Iterable[str], near: Near = did_you_mean) -> None:
        known = tuple(known)
        super().__init__(
            Text(
                f"{backquoted(value)} bukan pilihan untuk `{name}`",
                f"{backquoted(value)} is not a choice for `{name}`",
            ),
            near(value, known) or _choices(known),
        )


def _choices(known: tuple[str, ...]) -> Text:
    if not known:
        return Text(
            "belum ada satu pun yang terbaca: `serang-plan validate`",
            "none could be read yet: `serang-plan validate`",
        )
    return Text(f"pilih salah satu: {quoted(known)}", f"choose one of: {quoted(known)}")


class AlreadyThereError(ProblemError):
    """A file is there already, and nobody said that it may be replaced."""
