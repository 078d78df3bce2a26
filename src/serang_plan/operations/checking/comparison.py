"""Comparison: a check seen beside another state: what the edit does to the plan, which findings are new."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from serang_plan.operations.checking.check import checked
from serang_plan.operations.checking.result import CheckResult
from serang_plan.reading.folder import Reading
from serang_plan.wording import Text

if TYPE_CHECKING:
    from serang_plan.operations.files.plan_states import PlanState

_NEW = Text("{} baru", "new {}")


class ComparisonRequest(NamedTuple):
    """What a check is set beside: another state of the files, lists of old findings."""

    against: str = ""
    """The state, as somebody names it, whose difference is told."""
    new_only: bool = False
    """Whether findings of that state, or else of HEAD, are left out."""
    baseline: str = ""
    write_baseline: str = ""
    prune_baseline: bool = False
    replace: bool = False
    """Whether a list that is there already is replaced."""

    def before(self, paths: Sequence[str], as_of: date) -> PlanState | None:
        """Return the state that is named, if one is. Raises ProblemError if it cannot be read."""
        named = self.against or ("HEAD" if self.new_only else "")
        if not named:
            return None
        from serang_plan.operations.files.plan_states import forked_state

        return forked_state(named, paths, as_of)


def compared(result: CheckResult, comparison: ComparisonRequest, before: PlanState | None) -> CheckResult:
    """Set a check beside what was named; writes the baseline if that was asked for. Raises ProblemError."""
    if comparison.write_baseline:
        result = _listed(result, comparison)
    if comparison.baseline:
        result = _without_old(result, comparison)
    if comparison.new_only and before is not None:
        result = result.without(_marks_of(before.reading, result.reading), _NEW, _already_there)
    return _with_changes(result, before) if comparison.against and before is not None else result


def _listed(result: CheckResult, comparison: ComparisonRequest) -> CheckResult:
    from serang_plan.operations.checking.baseline import write_baseline
    from serang_plan.operations.files.output_file import refuse_plan_files

    file = comparison.write_baseline
    refuse_plan_files([file], result.reading.sources.paths)
    findings, marks = result.findings.shown, result.fingerprints()
    return result.saying(write_baseline(file, findings, marks, result.city, replace=comparison.replace))


def _without_old(result: CheckResult, comparison: ComparisonRequest) -> CheckResult:
    from serang_plan.operations.checking.baseline import read_baseline

    baseline = read_baseline(comparison.baseline, result.city)
    remarks = baseline.remarks(
        result.fingerprints(),
        result.reading.sources.paths,
        prune=comparison.prune_baseline,
        all_read=result.reading.plan.unread.nothing,
    )
    return result.without(baseline.marks, _NEW, _known_old).saying(*remarks)


def _marks_of(before: Reading, after: Reading) -> frozenset[str]:
    """Return what was found before, under the codes of now; where there was no plan yet, nothing was."""
    from serang_plan.analysis.changes.comparison import compare
    from serang_plan.fingerprints import fingerprints

    if not before.sources.paths:
        return frozenset()
    codes = compare(before.plan, after.plan).codes
    return frozenset(fingerprints(checked(before).shown, before.sources, codes))


def _known_old(count: int) -> Text:
    return Text(
        f"{count} temuan lama menurut baseline tidak ditampilkan.",
        f"{count} old finding{' of the baseline is' if count == 1 else 's of the baseline are'} not shown.",
    )


def _already_there(count: int) -> Text:
    return Text(
        f"{count} temuan yang sudah ada sebelumnya tidak ditampilkan.",
        f"{count} finding{' that was there before is' if count == 1 else 's that were there before are'} "
        "not shown.",
    )


def _with_changes(result: CheckResult, before: PlanState) -> CheckResult:
    from serang_plan.analysis.changes.comparison import compare
    from serang_plan.reports.diff.page import Diff, StateLabel

    reading = result.reading
    after = StateLabel(Text("berkas sekarang", "the files as they are"), reading.sources)
    label = StateLabel(before.called, before.reading.sources, before.revision)
    return result._replace(changes=Diff(compare(before.reading.plan, reading.plan), label, after))
