"""Consequences: what an edit means for the plan, in the words in which two states are compared."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.changes.change import ChangeKind
from serang_plan.analysis.changes.comparison import compare
from serang_plan.model.plan import Plan
from serang_plan.reports.diff.sentences import happened, subject
from serang_plan.wording import Lang, Text, long_date

_GONE = (ChangeKind.EVIDENCE_GONE, ChangeKind.REMOVED)
"""What is told otherwise where a statement is withdrawn."""


def consequences(before: Plan, after: Plan, lang: Lang, withdrawn: Text | None = None) -> Iterator[str]:
    """Give what is different on the plan's date; what is withdrawn is said first."""
    changes = compare(before, after).changes
    if withdrawn is not None:
        yield Text(f"Ditarik: {withdrawn.id}", f"Withdrawn: {withdrawn.en}").for_lang(lang)
    elif not changes:
        day = Text(long_date(after.as_of, "id"), long_date(after.as_of, "en"))
        yield Text(
            f"Tercatat; keadaan per {day.id} tidak berubah",
            f"Recorded; the state as of {day.en} stays as it is",
        ).for_lang(lang)
    for change in changes:
        if withdrawn is None or change.kind not in _GONE:
            yield f"{subject(change, lang)}: {happened(change, lang)}"
