"""Progress as sheets: the values with their sources, the goals, the methods and their workings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from serang_plan.analysis.indicators.progress.method_result import (
    MethodResult,
    MethodVerdict,
    Refused,
)
from serang_plan.analysis.indicators.progress.trajectory import Point
from serang_plan.analysis.indicators.progress.workings import Step
from serang_plan.analysis.indicators.strength import threshold_strength, value_strength
from serang_plan.analysis.known.known_since import source_codes
from serang_plan.model.indicator import Measurement, Threshold
from serang_plan.page import Sheet, Value
from serang_plan.reports.parts.evidence_columns import (
    DUE,
    FOR,
    KNOWN,
    STRENGTH,
    known_words,
    published,
    strength_word,
    verdict_cells,
    verified,
)
from serang_plan.reports.parts.phrases import KINDS
from serang_plan.reports.parts.sheet_columns import (
    PUBLISHED,
    SOURCE,
    TARGET,
    UNIT,
    VALUE,
    VERIFICATION,
    YEAR,
    Field,
    amount,
    filled,
    joined,
    last_day,
    sheet,
    time_words,
    yes_no,
)
from serang_plan.reports.parts.verdict_words import SCOPES
from serang_plan.reports.progress.methods import main_figure
from serang_plan.reports.progress.page import (
    RIVAL,
    USED,
    ProgressReport,
    apart_in_words,
    threshold_role,
    unit_as_told,
)
from serang_plan.wording import Lang, Text


def sheets(report: ProgressReport, lang: Lang) -> tuple[Sheet, ...]:
    """Return the values, how the indicator stands, its goals, and what each method says of it."""
    outcomes = tuple(report.comparison.outcomes.values())
    return filled(
        sheet(Text("Nilai", "Values"), _values(report), tuple(_measured(report)), lang),
        sheet(Text("Kedudukan", "Standing"), _standing(report), (report,), lang, names=2),
        sheet(Text("Ambang", "Thresholds"), _thresholds(report), report.thresholds, lang),
        sheet(TARGET, _GOALS, report.comparison.trajectory.goals, lang),
        sheet(Text("Metode", "Methods"), _methods(report), outcomes, lang),
        sheet(Text("Perhitungan", "Workings"), _STEPS, tuple(_steps(outcomes)), lang),
    )


class _ValueRow(NamedTuple):
    """A value and what became of it; without a role it stands apart."""

    measurement: Measurement
    role: Text | None = None


def _measured(report: ProgressReport) -> Iterator[_ValueRow]:
    for value in report.known:
        yield _ValueRow(value.measurement, USED)
        yield from (_ValueRow(rival, RIVAL) for rival in value.rivals)
    yield from (_ValueRow(apart) for apart in report.set_aside)


def _values(report: ProgressReport) -> tuple[Field[_ValueRow], ...]:
    return (
        (Text("Waktu", "Time"), lambda row, lang: time_words(row.measurement.as_of, lang)),
        (Text("Sampai dengan", "Up to"), lambda row, _: last_day(row.measurement.as_of)),
        (VALUE, lambda row, _: amount(row.measurement.value)),
        (UNIT, lambda row, lang: unit_as_told(report, row.measurement, lang)),
        (PUBLISHED, lambda row, lang: published(report.plan, row.measurement, lang)),
        (SOURCE, lambda row, _: joined(source_codes(row.measurement))),
        (Text("Penerbit", "Publisher"), lambda row, _: _of_sources(report, row.measurement, "publisher")),
        (_WEAKNESS, lambda row, _: _of_sources(report, row.measurement, "weakness")),
        (VERIFICATION, lambda row, lang: verified(row.measurement, lang)),
        (STRENGTH, lambda row, lang: strength_word(value_strength(report.plan, row.measurement), lang)),
        (Text("Dipakai", "Used"), lambda row, lang: _role(report, row, lang)),
    )


_WEAKNESS = Text("Kelemahan sumber", "Weakness of the source")


def _role(report: ProgressReport, row: _ValueRow, lang: Lang) -> str:
    return row.role.for_lang(lang) if row.role else apart_in_words(report, row.measurement, lang)


def _of_sources(
    report: ProgressReport, measurement: Measurement, field: Literal["publisher", "weakness"]
) -> str | None:
    """Return what is written of the sources of a value, each once."""
    sources = map(report.plan.source_by_code.get, source_codes(measurement))
    return joined(dict.fromkeys(filter(None, (getattr(source, field, None) for source in sources))))


def _thresholds(report: ProgressReport) -> tuple[Field[Threshold], ...]:
    plan, indicator = report.plan, report.indicator
    return (
        (Text("Ambang", "Threshold"), lambda threshold, _: amount(threshold.value)),
        (Text("Jenis", "Kind"), lambda threshold, lang: KINDS[threshold.kind].for_lang(lang)),
        (Text("Dasar", "Basis"), lambda threshold, _: threshold.basis),
        (
            Text("Cakupan", "Scope"),
            lambda threshold, lang: SCOPES[threshold.scope or indicator.scope].for_lang(lang),
        ),
        (DUE, lambda threshold, _: threshold.due),
        (FOR, lambda threshold, lang: time_words(threshold.for_, lang)),
        (KNOWN, lambda threshold, lang: known_words(plan, threshold, lang)),
        (SOURCE, lambda threshold, _: threshold.source),
        (VERIFICATION, lambda threshold, lang: verified(threshold, lang)),
        (STRENGTH, lambda threshold, lang: strength_word(threshold_strength(plan, threshold), lang)),
        (Text("Dipakai", "Used"), lambda threshold, lang: threshold_role(report, threshold).for_lang(lang)),
    )


def _standing(report: ProgressReport) -> tuple[Field[ProgressReport], ...]:
    return verdict_cells(report.plan, lambda progress: progress.verdict)


_GOALS: tuple[Field[Point], ...] = (
    (YEAR, lambda goal, _: goal.year),
    (TARGET, lambda goal, _: amount(goal.value)),
)


def _methods(report: ProgressReport) -> tuple[Field[MethodResult], ...]:
    decides = report.comparison.decision.outcome
    return (
        (Text("Kode", "Code"), lambda outcome, _: outcome.method.name),
        (Text("Metode", "Method"), lambda outcome, lang: outcome.method.value.for_lang(lang)),
        (Text("Lambang", "Symbol"), _symbol),
        (Text("Angka", "Figure"), _figure),
        (Text("Putusan", "Verdict"), _verdict),
        (Text("Mengapa menolak", "Why it refuses"), _refusal),
        (Text("Menentukan", "Decides"), lambda outcome, lang: yes_no(outcome is decides, lang)),
    )


def _symbol(outcome: MethodResult, _lang: Lang) -> str | None:
    step = main_figure(outcome)
    return step.symbol if step else None


def _figure(outcome: MethodResult, _lang: Lang) -> Value:
    step = main_figure(outcome)
    return amount(step.result, *step.limits) if step else None


def _verdict(outcome: MethodResult, lang: Lang) -> str | None:
    return outcome.grade.word.for_lang(lang) if isinstance(outcome, MethodVerdict) else None


def _refusal(outcome: MethodResult, lang: Lang) -> str | None:
    return outcome.reason.value.for_lang(lang) if isinstance(outcome, Refused) else None


class _Step(NamedTuple):
    """One line of a method's working."""

    outcome: MethodResult
    step: Step


_STEPS: tuple[Field[_Step], ...] = (
    (Text("Metode", "Method"), lambda line, _: line.outcome.method.name),
    (Text("Lambang", "Symbol"), lambda line, _: line.step.symbol),
    (Text("Arti", "Meaning"), lambda line, lang: line.step.name.for_lang(lang)),
    (Text("Rumus", "Formula"), lambda line, lang: line.step.formula_in(lang)),
    (Text("Substitusi", "Substitution"), lambda line, lang: line.step.substitution(lang)),
    (Text("Hasil", "Result"), lambda line, _: amount(line.step.result, *line.step.limits)),
)


def _steps(outcomes: tuple[MethodResult, ...]) -> Iterator[_Step]:
    for outcome in outcomes:
        yield from (_Step(outcome, step) for step in outcome.steps)
