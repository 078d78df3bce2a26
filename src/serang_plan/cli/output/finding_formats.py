"""Formats of findings: their names, the files they are for, and how a check is drawn in each."""

from __future__ import annotations

from serang_plan.cli.arguments.usage_error import UsageProblemError
from serang_plan.cli.output.build_server import in_gitlab
from serang_plan.rendering.findings.outcome import CheckOutcome, counted
from serang_plan.rendering.formats import FINDING_FORMATS, finding_renderer
from serang_plan.wording import Text, backquoted_path, quoted

CODE_QUALITY = "gl-code-quality-report.json"
_BY_ENDING = {
    CODE_QUALITY: "gitlab",
    ".sarif.json": "sarif",
    ".sarif": "sarif",
    ".rdjson": "rdjson",
    ".json": "json",
    ".xml": "junit",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
}
"""The format that the end of a file's name asks for, the longest first."""


def form_of(file: str, asked: str) -> str:
    """Return the format for a file: the one that was asked for if it may end so, else by its name.

    In GitLab CI `.json` is the report that it reads, Code Quality.
    Raises UsageProblemError if neither says it.
    """
    name = file.lower()
    if asked and name.endswith(FINDING_FORMATS[asked].endings):
        return asked
    for ending, form in _BY_ENDING.items():
        if name.endswith(ending):
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


def drawn(form: str, outcome: CheckOutcome, *, colour: bool = False) -> str:
    """Return a check in one format."""
    if form == "text":
        from serang_plan.rendering.findings import text as findings_text

        text = findings_text.render(outcome.found, outcome.lang, outcome.line_of, colour=colour)
        again = findings_text.failing(outcome.found, outcome.fails, outcome.lang)
        summary = f"{counted(outcome)}\n{_consequences(outcome, colour)}"
        return "\n".join(part for part in (text, again, summary) if part)
    if form == "concise":
        from serang_plan.rendering.findings import concise as findings_concise

        return findings_concise.render(outcome.found, outcome.lang)
    return finding_renderer(form).render(outcome)


def _consequences(outcome: CheckOutcome, colour: bool) -> str:
    """Return what the edit does to the plan, for people, where that was asked for."""
    if not outcome.consequences:
        return ""
    from serang_plan.page import Page
    from serang_plan.rendering.screen import terminal

    drawn = terminal.render(Page("", "", tuple(outcome.consequences)), None, colour=colour)
    return "\n" + drawn.lstrip("\n")
