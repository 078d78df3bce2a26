"""Consequences: what an edit means for the plan, in the words in which two states are compared."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.changes.change import ChangeKind
from serang_plan.analysis.changes.comparison import compare
from serang_plan.analysis.indicators.standing import verdict_of
from serang_plan.analysis.known.known_plan import known_plan
from serang_plan.model.indicator import Indicator
from serang_plan.model.plan import Plan
from serang_plan.operations.editing.plan_edit import PlanEdit
from serang_plan.reports.diff.sentences import happened, subject
from serang_plan.wording import Lang, Text


def consequences(edit: PlanEdit, lang: Lang) -> Iterator[str]:
    """Give what is different on the plan's date; that an indicator is judged otherwise, with its support."""
    after = edit.after.plan
    changes = [
        change
        for change in compare(edit.before.plan, after).changes
        if change.kind is not ChangeKind.DETAIL or change.section != "sources"
    ]
    for change in changes:
        yield f"{subject(change, lang)}: {happened(change, lang)}"
    for code in dict.fromkeys(change.code for change in changes if isinstance(change.record, Indicator)):
        if support := _support(after, code):
            yield f"{code}: {support.for_lang(lang)}"
    if not changes:
        yield Text(
            f"Tercatat; keadaan per {after.as_of.isoformat()} tidak berubah.",
            f"Recorded; the state as of {after.as_of.isoformat()} stays as it is.",
        ).for_lang(lang)


def _support(plan: Plan, code: str) -> Text | None:
    """Say how well the verdict of an indicator is supported, if there is one."""
    strength = verdict_of(known := known_plan(plan), known.indicator_by_code[code]).strength
    if strength is None:
        return None
    return Text(f"dukungan {strength.word.id}", f"support: {strength.word.en}")
