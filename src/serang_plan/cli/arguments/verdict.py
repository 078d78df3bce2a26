"""Verdict: which findings end a check in 1."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, NamedTuple

import typer

from serang_plan.cli.arguments.usage_error import both, one_of
from serang_plan.cli.main import FINE, FOUND
from serang_plan.findings import Located, Severity
from serang_plan.model.header import Settings

FAIL_ON = {"error": 3, "warning": 2, "note": 1, "never": 9}
_SAME_WORD = {"galat": "error", "peringatan": "warning", "catatan": "note"}


class FailureOptions(NamedTuple):
    """Options that say from which severity on a check has failed."""

    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar="|".join(FAIL_ON),
            help=both(
                "Keluar dengan kode 1 mulai tingkat ini: error (galat), warning (peringatan), note (catatan) "
                "atau never; selain itu kode 0, dan 2 bila perintahnya gagal. Baku: `fail_on` dalam "
                "pengaturan rencana, atau error.",
                "Exit with 1 from this severity on: error, warning, note, never; else with 0, and with 2 if "
                "the command failed. Default: `fail_on` in the plan's settings, or error.",
            ),
            autocompletion=lambda: list(FAIL_ON),
        ),
    ] = ""
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            help=both("Sama dengan `--fail-on warning`.", "The same as `--fail-on warning`."),
        ),
    ] = False
    exit_zero: Annotated[
        bool,
        typer.Option(
            "--exit-zero",
            help=both(
                "Keluar dengan kode 0 apa pun temuannya; 2 tetap berarti perintahnya gagal.",
                "Exit with 0 whatever is found; 2 still means that the command failed.",
            ),
        ),
    ] = False

    failing_only: Annotated[
        bool,
        typer.Option(
            "--failing-only",
            help=both(
                "Hanya temuan yang membuat pemeriksaan gagal; yang lain dihitung saja.",
                "Only findings that the check fails by; the others are just counted.",
            ),
        ),
    ] = False

    def of_plan(self, settings: Settings) -> FailureOptions:
        """Return the same, with what the plan says where the command line says nothing."""
        return self._replace(fail_on=self.fail_on or settings.fail_on)

    def least(self) -> int:
        """Return the severity from which on a finding fails; of two options the stricter one counts.

        Raises UsageProblemError for a severity that is not known.
        """
        named = self.fail_on or "error"
        least = FAIL_ON[one_of(_SAME_WORD.get(named, named), FAIL_ON, "--fail-on")]
        return min(least, Severity.WARNING) if self.strict else least

    def fails(self, one: Located) -> bool:
        """Whether a finding is one that a check fails by."""
        return one.finding.rule.severity >= self.least()

    def code(self, found: Iterable[Located]) -> int:
        """Return the exit code of a check that found this."""
        return FOUND if not self.exit_zero and any(map(self.fails, found)) else FINE
