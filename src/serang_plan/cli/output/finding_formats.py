"""Formats of findings: which one a file takes, and how a check is drawn in it."""

from __future__ import annotations

from serang_plan.cli.arguments.usage_error import UsageProblemError
from serang_plan.cli.output.build_server import in_gitlab
from serang_plan.rendering.findings.outcome import CheckOutcome
from serang_plan.rendering.formats import FINDING_FORMATS, by_suffix, finding_renderer
from serang_plan.wording import Text, backquoted_path, quoted


def form_of(file: str, asked: str) -> str:
    """Return the format for a file: the one that was asked for if it may end so, else by its name.

    In GitLab CI `.json` is the report that it reads, Code Quality.
    Raises UsageProblemError if neither says it.
    """
    if asked and file.lower().endswith((*FINDING_FORMATS[asked].suffixes, *FINDING_FORMATS[asked].also)):
        return asked
    if form := by_suffix(file, FINDING_FORMATS):
        return "gitlab" if form == "json" and in_gitlab() else form
    if asked:
        return asked
    raise UsageProblemError(
        Text(
            f"bentuk keluaran tidak terbaca dari nama {backquoted_path(file)}",
            f"the name {backquoted_path(file)} does not say which format",
        ),
        Text(
            f"tulis bentuknya di depan, misalnya `-o sarif=NAMA`; yang ada: {quoted(FINDING_FORMATS)}",
            f"write the format in front, such as `-o sarif=NAME`; there are: {quoted(FINDING_FORMATS)}",
        ),
    )


def drawn(form: str, outcome: CheckOutcome) -> str:
    """Return a check in one format."""
    return finding_renderer(form).render(outcome)
