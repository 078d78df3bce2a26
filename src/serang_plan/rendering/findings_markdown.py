"""Findings as a Markdown page: the summary of a job, or a comment on a merge request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from serang_plan.findings import Located, Severity
from serang_plan.page import Block, Cell, Column, Group, Item, Items, Page, Paragraph, Table
from serang_plan.rendering import markdown
from serang_plan.rendering.outcome import Outcome, advised, counted
from serang_plan.wording import Lang, Text

_TITLES = {
    Severity.ERROR: Text("Galat", "Errors"),
    Severity.WARNING: Text("Peringatan", "Warnings"),
    Severity.NOTE: Text("Catatan", "Notes"),
}
_EXPLAINED = Text("Penjelasan sebuah aturan", "What a rule means")


def render(outcome: Outcome, most: int | None = None) -> str:
    """Return a page with the counts and, worst first, a table of each severity, of `most` findings in all."""
    return markdown.render(page(outcome, most))


def page(outcome: Outcome, most: int | None = None) -> Page:
    """Lay the findings out."""
    title = Text("Pemeriksaan rencana", "Check of the plan").in_(outcome.lang)
    return Page(title, counted(outcome), tuple(_blocks(outcome, most)))


def _blocks(outcome: Outcome, most: int | None) -> Iterator[Block]:
    lang = outcome.lang
    worst_first = sorted(outcome.found, key=lambda one: -one.finding.rule.severity)
    for severity, found in groupby(worst_first[:most], key=lambda one: one.finding.rule.severity):
        yield _table(severity, list(found), lang)
    if most is not None and (more := len(worst_first) - most) > 0:
        yield Paragraph(_left_out(more).in_(lang))
    if outcome.found:
        yield Items((Item(_EXPLAINED.in_(lang), f"serang-plan explain {worst_first[0].finding.rule.code}"),))


def _left_out(more: int) -> Text:
    return Text(
        f"{more} temuan lain tidak muat di sini; semuanya ada di log.",
        f"{more} more {'finding does' if more == 1 else 'findings do'} not fit here; all are in the log.",
    )


def _table(severity: Severity, found: Sequence[Located], lang: Lang) -> Table:
    columns = (
        Column(Text("Aturan", "Rule").in_(lang)),
        Column(Text("Tempat", "Place").in_(lang), wrap=True),
        Column(Text("Temuan", "Finding").in_(lang), wrap=True),
    )
    return Table(_TITLES[severity].in_(lang), columns, (Group("", tuple(_row(one, lang) for one in found)),))


def _row(one: Located, lang: Lang) -> tuple[Cell, ...]:
    at = one.at
    return Cell(one.finding.rule.code), Cell(f"{at.path}:{at.line}"), Cell(advised(one, lang))
