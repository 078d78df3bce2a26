"""The Python API: a plan is read, checked, and told of in any report and format."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date

from serang_plan.operations.checking.inputs import PlanInputs
from serang_plan.operations.checking.result import CheckResult, from_root
from serang_plan.operations.checking.validation import CheckRequest, OpenedPlan, judged
from serang_plan.operations.files.plan_states import PlanState, current
from serang_plan.operations.named_reports import build_report
from serang_plan.operations.problem import NoChoiceError, ProblemError
from serang_plan.operations.reporting.report import BuiltReport, drawn_report
from serang_plan.rendering.formats import FINDING_FORMATS, PAGE_FORMATS, finding_renderer
from serang_plan.wording import Lang

__all__ = (
    "BuiltReport",
    "CheckResult",
    "Lang",
    "PlanState",
    "ProblemError",
    "build_report",
    "check",
    "read_plan",
    "render",
)


def read_plan(path: str | os.PathLike[str], *, as_of: date) -> PlanState:
    """Read the plan in a folder or file, as what can be known on a day.

    No clock is looked at. Raises ProblemError if nothing is there to read; what is wrong with the files
    raises nothing: `check` tells it.
    """
    return current(os.fspath(path), as_of)


def check(state: PlanState) -> CheckResult:
    """Return everything that is wrong with a plan, and whether it fails by that."""
    plan = state.reading.plan
    request = CheckRequest(PlanInputs((state.folder,)), plan.as_of)
    return judged(OpenedPlan(request, state.reading))


def render(result: BuiltReport | CheckResult, format: str, lang: Lang = "id") -> bytes:
    """Return a report or a check as the content of a file; text is UTF-8.

    Raises ProblemError for a format that there is not, or for which a package or a table is missing.
    """
    if isinstance(result, BuiltReport):
        _known(format, PAGE_FORMATS)
        content = drawn_report(result, format, lang).content
    else:
        _known(format, FINDING_FORMATS)
        outcome = result.outcome(lang)
        for_programs = FINDING_FORMATS[format].for_programs
        content = finding_renderer(format).render(from_root(outcome) if for_programs else outcome)
    return content.encode("utf-8", "replace") if isinstance(content, str) else content


def _known(format: str, formats: Iterable[str]) -> None:
    if format not in formats:
        raise NoChoiceError(format, "format", formats)
