"""Named reports: any report that one plan is enough for, asked for by its name and what it is to be about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple, cast

from serang_plan.analysis.duties.leads import exists_on
from serang_plan.analysis.lookups.meant_code import code_meant
from serang_plan.analysis.outlook.gaps import Filters, gaps_of
from serang_plan.analysis.rakor.meetings import coming_day
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Rakor
from serang_plan.operations.checking.check import fault_counts
from serang_plan.operations.files.loading import as_known
from serang_plan.operations.files.plan_states import PlanState
from serang_plan.operations.problem import NoChoiceError, ProblemError
from serang_plan.operations.reporting.report import BuiltReport, stamp_of
from serang_plan.reading.folder import Reading
from serang_plan.reports import briefing, registry
from serang_plan.reports.agenda import page as agenda
from serang_plan.reports.checklist import page as checklist
from serang_plan.reports.coordination import page as coordination
from serang_plan.reports.criteria import page as criteria
from serang_plan.reports.follow_up import page as follow_up
from serang_plan.reports.forecast import page as forecast
from serang_plan.reports.minutes import page as minutes
from serang_plan.reports.owed import page as owed
from serang_plan.reports.progress import page as progress
from serang_plan.reports.proposal import page as proposal
from serang_plan.reports.stages import page as stages
from serang_plan.reports.status import page as status
from serang_plan.wording import Text, quoted

Build = Callable[[Reading, str, int | None], registry.Report]
"""Takes what was read, what the report is to be about, or nothing, and a year."""


class NamedReport(NamedTuple):
    """How a report is built, and what it can be restricted to."""

    build: Build
    subjects: Callable[[Plan], Iterable[str]] = lambda _plan: ()
    """What it can be about."""
    needs_subject: bool = False
    has_years: bool = False


def build_report(state: PlanState, name: str, *, about: str = "", year: int | None = None) -> BuiltReport:
    """Build a report, about an OPD, an indicator or for a reader, and for a year, where it can be.

    Raises ProblemError, with what there is, for a name, a subject or a year that there is not.
    """
    if name not in NAMED_REPORTS:
        raise NoChoiceError(name, "name", NAMED_REPORTS)
    named, reading = NAMED_REPORTS[name], as_known(state.reading)
    plan = reading.plan
    subjects, years = tuple(named.subjects(plan)), plan.years if named.has_years else range(0)
    if named.needs_subject and not about:
        raise _unsaid(name, subjects)
    if about and about not in subjects:
        raise NoChoiceError(about, "about", subjects, code_meant) if subjects else _of_no_use(name, "about")
    if year is not None and year not in years:
        raise NoChoiceError(str(year), "year", map(str, years)) if years else _of_no_use(name, "year")
    return BuiltReport(named.build(reading, about, year), stamp_of(state.folder))


def _unsaid(report: str, subjects: Iterable[str]) -> ProblemError:
    there = quoted(subjects)
    return ProblemError(
        Text(f"`{report}` memerlukan `about`", f"`{report}` needs `about`"),
        Text(f"pilih salah satu: {there}", f"choose one of: {there}") if there else None,
    )


def _of_no_use(report: str, name: str) -> ProblemError:
    return ProblemError(
        Text(
            f"rencana ini tidak dapat dipilah menurut `{name}` untuk `{report}`",
            f"this plan cannot be divided by `{name}` for `{report}`",
        ),
        Text(f"hilangkan `{name}`", f"leave out `{name}`"),
    )


# -- what each is built from -------------------------------------------------------------


def _note(reading: Reading, reader: str) -> briefing.Briefing:
    role, _, opd = reader.partition(":")
    inside = briefing.Inside(cache(lambda: fault_counts(reading)), reading.sources.where)
    return briefing.build(reading.plan, briefing.Reader(cast(briefing.Role, role), opd), inside)


def _readers(plan: Plan) -> Iterable[str]:
    there = (opd.code for opd in plan.opd if exists_on(opd, plan.as_of))
    return (*briefing.ROLES[:-1], *(f"opd:{code}" for code in there))


def _held(plan: Plan) -> Mapping[str, Rakor]:
    """Return the rakor up to the plan's date by their days, the last one first."""
    return {str(rakor.date): rakor for rakor in reversed(plan.rakor) if rakor.date <= plan.as_of}


def _opd(plan: Plan) -> Iterable[str]:
    return plan.opd_by_code


NAMED_REPORTS: Mapping[str, NamedReport] = {
    "status": NamedReport(
        lambda reading, _, __: registry.STATUS.of(status.build(reading.plan, fault_counts(reading)))
    ),
    "criteria": NamedReport(
        lambda reading, code, _: registry.CRITERIA.of(criteria.build(reading.plan, code)),
        lambda plan: plan.criteria_by_code,
    ),
    "gaps": NamedReport(
        lambda reading, opd, year: registry.GAPS.of(gaps_of(reading.plan, Filters(opd or None, year=year))),
        _opd,
        has_years=True,
    ),
    "coordination": NamedReport(
        lambda reading, opd, year: registry.COORDINATION.of(
            coordination.build(reading.plan, reading.sources.where, coordination.Scope(opd or None, year))
        ),
        _opd,
        has_years=True,
    ),
    "checklist": NamedReport(
        lambda reading, opd, _: registry.CHECKLIST.of(checklist.build(reading.plan, opd)), _opd
    ),
    "stages": NamedReport(
        lambda reading, _, year: registry.STAGES.of(stages.build(reading.plan, year)), has_years=True
    ),
    "proposed-targets": NamedReport(
        lambda reading, _, __: registry.PROPOSED_TARGETS.of(proposal.build(reading.plan))
    ),
    "progress": NamedReport(
        lambda reading, code, _: registry.PROGRESS.of(progress.build(reading.plan, code)),
        lambda plan: plan.indicator_by_code,
        needs_subject=True,
    ),
    "forecast": NamedReport(lambda reading, _, __: registry.FORECAST.of(forecast.build(reading.plan))),
    "rakor-prepare": NamedReport(
        lambda reading, _, __: registry.RAKOR_PREPARE.of(agenda.build(reading.plan, coming_day(reading.plan)))
    ),
    "rakor-minutes": NamedReport(
        lambda reading, day, _: registry.RAKOR_MINUTES.of(
            minutes.build(reading.plan, _held(reading.plan)[day])
        ),
        _held,
        needs_subject=True,
    ),
    "rakor-follow-up": NamedReport(
        lambda reading, opd, _: registry.RAKOR_FOLLOW_UP.of(follow_up.build(reading.plan, opd)), _opd
    ),
    "rakor-owed": NamedReport(
        lambda reading, opd, _: registry.RAKOR_OWED.of(owed.build(reading.plan, opd)), _opd
    ),
    "briefing": NamedReport(
        lambda reading, reader, _: registry.BRIEFING.of(_note(reading, reader)), _readers, needs_subject=True
    ),
}
"""By the names of the registry; what needs more than one plan, or more than a word, is not among them."""
