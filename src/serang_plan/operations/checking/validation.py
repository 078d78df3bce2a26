"""Validation: files are read, set beside another state if one is named, and checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from serang_plan.findings import Finding, Located, Severity
from serang_plan.model.header import Settings
from serang_plan.operations.checking.check import checked, faults_of_changes, faults_of_rakor
from serang_plan.operations.checking.comparison import ComparisonRequest, compared
from serang_plan.operations.checking.inputs import PlanInputs, part_of_plan
from serang_plan.operations.checking.result import CheckResult, result_of
from serang_plan.operations.files.archive import Snapshot, as_closed, last_snapshot
from serang_plan.operations.files.loading import open_files
from serang_plan.reading.folder import Reading
from serang_plan.wording import Text, backquoted_path

if TYPE_CHECKING:
    from serang_plan.operations.files.plan_states import PlanState

NEVER = 9
"""No finding is as bad as that."""
_FAILING = Text("{} yang menggagalkan", "{} that fail the check")


class CheckRequest(NamedTuple):
    """What is to be checked, on which day, by what it fails, and beside what it is set."""

    inputs: PlanInputs
    as_of: date
    fails_from: int | None = None
    """The severity from which on a finding fails; without it, the one of the plan's settings."""
    strict: bool = False
    """Whether a warning fails in any case."""
    failing_only: bool = False
    comparison: ComparisonRequest = ComparisonRequest()


class OpenedPlan(NamedTuple):
    """What was read for a check, and the other state that it is set beside."""

    request: CheckRequest
    reading: Reading
    before: PlanState | None = None

    @property
    def fails_from(self) -> int:
        """The severity from which on a finding fails; of two wishes the stricter one counts."""
        named = self.request.fails_from
        least = _of_settings(self.reading.plan.settings) if named is None else named
        return min(least, Severity.WARNING) if self.request.strict else least


def validate(request: CheckRequest) -> CheckResult:
    """Return what is wrong with the files. Raises ProblemError for what cannot be read or written."""
    return judged(opened(request))


def opened(request: CheckRequest) -> OpenedPlan:
    """Read the files, and the state that they are compared with. Raises ProblemError."""
    inputs, as_of, *_ = request
    reading = open_files(inputs.paths, as_of, inputs.piped)
    return OpenedPlan(request, reading, request.comparison.before(inputs.home or inputs.paths, as_of))


def whole(plan: OpenedPlan) -> CheckResult:
    """Return everything that is wrong with what was read, set beside nothing."""
    return result_of(plan.reading, checked(plan.reading), plan.fails_from)


def judged(plan: OpenedPlan) -> CheckResult:
    """Return what is wrong with what was read, without what is left out. Raises ProblemError."""
    request, reading, before = plan
    about, whole = request.inputs.about, bool(request.inputs.paths)
    last = last_snapshot(request.inputs.paths) if before is None else None
    closed = as_closed(last, request.as_of) if last else None
    more: Iterable[Finding] = ()
    if before:
        more = faults_of_changes(before.reading, reading, whole=whole)
    elif closed:
        more = faults_of_rakor(closed, reading)
    findings = checked(reading, more).about(about)
    result = compared(result_of(reading, findings, plan.fails_from), request.comparison, before)
    if request.failing_only:
        result = result.only(result.fails, _FAILING, _not_failing)
    part = part_of_plan(request.inputs.paths) if about is None and _something_lacks(findings.shown) else None
    damage = _damage(last) if last and closed is None else None
    return result.saying(*filter(None, (part, damage)))


def _damage(last: Snapshot) -> Text:
    path = backquoted_path(last.folder)
    return Text(
        f"Arsip {path} berubah sejak disimpan, jadi tidak dibandingkan.",
        f"The archive {path} has changed since it was kept, so nothing is compared with it.",
    )


def _of_settings(settings: Settings) -> Severity:
    return next(severity for severity in Severity if severity.word.id == settings.fail_on)


def _something_lacks(findings: Sequence[Located]) -> bool:
    """Whether a code is on no list, or there is no header: both may be in a file that was not read."""
    rules = (located.finding.rule for located in findings)
    return any(rule.code[0] == "L" or rule.name == "no-header" for rule in rules)


def _not_failing(count: int) -> Text:
    return Text(
        f"{count} temuan yang tidak menggagalkan tidak ditampilkan.",
        f"{count} finding{' that fails nothing is' if count == 1 else 's that fail nothing are'} not shown.",
    )
