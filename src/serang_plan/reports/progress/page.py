"""Progress: one indicator, its values, and what each method says of its way, with the workings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import Value, is_stale, series, set_aside
from serang_plan.analysis.indicators.pace import Trend, TrendResult, trend
from serang_plan.analysis.indicators.progress.d8_capaian import displayed
from serang_plan.analysis.indicators.progress.method_result import (
    Method,
    MethodVerdict,
    Refused,
    Side,
)
from serang_plan.analysis.indicators.progress.methods import MethodComparison, progress, sides
from serang_plan.analysis.indicators.standing import Verdict, verdict_of
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.page import (
    Bar,
    Bars,
    Block,
    Cell,
    Column,
    Page,
    Paragraph,
    Table,
    Tone,
)
from serang_plan.reports.parts.evidence_columns import published, verified
from serang_plan.reports.parts.phrases import (
    NOTHING,
    SIGNS,
    TONES,
    as_of_line,
    banners,
    full_name,
    gap_in_words,
    rough,
    table,
    threshold_of,
    unit_of,
    with_unit,
)
from serang_plan.reports.progress.methods import method_name, methods_table, tone_of, workings
from serang_plan.wording import Lang, Text, listed, number, rounded_beside

MOST_BARS = 12
"""A chart of more values would not fit on a screen; the table has them all."""


class ProgressReport(NamedTuple):
    """One indicator on the plan's date."""

    plan: Plan
    verdict: Verdict
    known: tuple[Value, ...]
    set_aside: tuple[Measurement, ...]
    comparison: MethodComparison
    trend: TrendResult
    explain: bool = False
    """Whether the workings of each method follow."""

    @property
    def indicator(self) -> Indicator:
        """The indicator that is judged."""
        return self.verdict.indicator


def build(plan: Plan, code: str, *, explain: bool = False) -> ProgressReport:
    """Judge one indicator by every method. Raises KeyError for a code that is not in the plan."""
    indicator = plan.indicator_by_code[code]
    return ProgressReport(
        plan,
        verdict_of(plan, indicator),
        series(plan, indicator),
        set_aside(plan, indicator),
        progress(plan, indicator),
        trend(plan, indicator),
        explain,
    )


# -- the page ------------------------------------------------------------------------


def page(report: ProgressReport, lang: Lang) -> Page:
    """Lay the report out."""
    title = f"{report.indicator.code} {full_name(report.indicator, lang)}"
    blocks = (*_blocks(report, lang), *(workings(report.comparison, lang) if report.explain else ()))
    return Page(title, as_of_line(report.plan.as_of, lang), blocks, compact=True)


def _blocks(report: ProgressReport, lang: Lang) -> Iterator[Block]:
    yield from banners(report.plan, lang)
    yield _standing(report, lang)
    yield _decision(report.comparison, lang)
    yield from _capaian(report, lang)
    yield from _direction(report, lang)
    yield from _disagreement(report.comparison, lang)
    yield from _goals(report, lang)
    if report.known:
        yield _chart(report, lang)
    if report.known or report.set_aside:
        yield _series(report, lang)
    yield methods_table(report.comparison, lang)


def _standing(report: ProgressReport, lang: Lang) -> Paragraph:
    verdict = report.verdict
    parts = [_newest(report, lang)]
    if verdict.threshold is not None:
        parts.append(f"{Text('ambang', 'threshold').for_lang(lang)} {threshold_of(verdict, lang)}")
    parts.append(gap_in_words(verdict, lang))
    words = ", ".join(part for part in parts if part != NOTHING)
    sign, word = SIGNS[verdict.standing], verdict.standing.word.for_lang(lang)
    return Paragraph(f"{sign} {word}: {words}.", TONES[verdict.standing])


def _newest(report: ProgressReport, lang: Lang) -> str:
    value = report.verdict.value
    if value is None:
        return NOTHING
    stale = is_stale(report.plan, report.indicator, value.measurement)
    mark = f", {_STALE.for_lang(lang)}" if stale else ""
    written = with_unit(value.amount, unit_of(report.indicator, lang), lang)
    return f"{written} ({value.measurement.as_of.text(lang)}{mark})"


def _decision(comparison: MethodComparison, lang: Lang) -> Paragraph:
    order, outcome = comparison.decision
    if isinstance(outcome, Refused):
        why = outcome.reason.value
        return Paragraph(
            Text(
                f"Kemajuan tidak dapat dinilai: {why.id}.", f"Progress cannot be assessed: {why.en}."
            ).for_lang(lang),
            "unknown",
        )
    word, name, because = outcome.grade.word, method_name(outcome.method, lang), order.value
    return Paragraph(
        Text(
            f"Putusan: {word.id}, menurut {name}, karena {because.id}.",
            f"Verdict: {word.en}, by {name}, because {because.en}.",
        ).for_lang(lang),
        tone_of(outcome),
    )


def _capaian(report: ProgressReport, lang: Lang) -> Iterator[Paragraph]:
    outcome = report.comparison.outcomes[Method.D8]
    if isinstance(outcome, MethodVerdict):
        year, step = report.comparison.trajectory.latest.year, outcome.steps[-1]
        figure = rounded_beside(displayed(step.result), *step.limits, places=1)
        percent, word = f"{number(figure, lang)}%", outcome.grade.word
        yield Paragraph(
            Text(
                f"Capaian terhadap target {year}: {percent} ({word.id}).",
                f"Performance against the target of {year}: {percent} ({word.en}).",
            ).for_lang(lang)
        )


def _direction(report: ProgressReport, lang: Lang) -> Iterator[Paragraph]:
    change, (way, per_year, points) = report.comparison.change, report.trend
    if change is None or per_year is None:
        return
    since, word = change.start.year, way.value
    if way is Trend.FLAT:
        yield Paragraph(
            Text(f"Arah: tetap sejak {since}.", f"Direction: unchanged since {since}.").for_lang(lang)
        )
        return
    verb = Text("naik", "up") if per_year > 0 else Text("turun", "down")
    much = rough(abs(per_year), unit_of(report.indicator, lang), lang)
    yield Paragraph(
        Text(
            f"Arah: {word.id}, {verb.id} {much} per tahun sejak {since}.",
            f"Direction: {word.en}, {verb.en} {much} a year since {since}.",
        ).for_lang(lang)
    )


_SIDES = {
    Side.ENOUGH: Text("tercapai atau cukup cepat", "reached or fast enough"),
    Side.SLOW: Text("terlalu lambat", "too slow"),
    Side.AWAY: Text("menjauh", "moving away"),
}


def _disagreement(comparison: MethodComparison, lang: Lang) -> Iterator[Paragraph]:
    parted = sides(comparison)
    if len(parted) > 1:
        by = Text("menurut", "by").for_lang(lang)
        opinions = [
            f"{_SIDES[lean].for_lang(lang)} {by} {listed([method.name for method in methods], lang)}"
            for lean, methods in parted.items()
        ]
        head = Text("Metode tidak sepakat", "The methods disagree").for_lang(lang)
        yield Paragraph(f"{head}: {'; '.join(opinions)}.", "warn")


def _goals(report: ProgressReport, lang: Lang) -> Iterator[Paragraph]:
    course, unit = report.comparison.trajectory, unit_of(report.indicator, lang)
    if not course.goals:
        return
    if course.yearly:
        goals = [f"{with_unit(goal.value, unit, lang)} ({goal.year})" for goal in course.goals]
        yield Paragraph(
            f"{Text('Target', 'Targets').for_lang(lang)}: {listed(goals, lang, most=8)}.", "muted"
        )
        return
    value, year = with_unit(course.target.value, unit, lang), course.target.year
    yield Paragraph(
        Text(
            f"Belum ada target tahunan: ambang {value} dipakai sebagai target, tahun akhir rencana {year}.",
            f"No yearly targets: the threshold of {value} stands in as target for the last year, {year}.",
        ).for_lang(lang),
        "muted",
    )


# -- the values ----------------------------------------------------------------------


def _chart(report: ProgressReport, lang: Lang) -> Bars:
    unit, threshold = unit_of(report.indicator, lang), report.verdict.threshold
    bars = [_bar(report, value, unit, lang) for value in report.known[-MOST_BARS:]]
    if report.comparison.trajectory.yearly:
        word = Text("target", "target").for_lang(lang)
        for goal in report.comparison.trajectory.goals[-MOST_BARS:]:
            words = with_unit(goal.value, unit, lang)
            bars.append(Bar(f"{word} {goal.year}", float(goal.value), words, "muted"))
    longest = max(0.0, *(bar.value for bar in bars))
    caption = Text(f"Nilai ({unit})", f"Values ({unit})").for_lang(lang)
    if threshold is None:
        return Bars(caption, tuple(bars), longest)
    line = float(threshold.value)
    name = Text("ambang", "threshold").for_lang(lang)
    named = f"{name} {threshold_of(report.verdict, lang)}"
    return Bars(caption, tuple(bars), max(longest, line), (line, named))


def _bar(report: ProgressReport, value: Value, unit: str, lang: Lang) -> Bar:
    threshold, course = report.verdict.threshold, report.comparison.trajectory
    tone: Tone = "plain"
    if threshold is not None:
        tone = "good" if course.sign * value.amount >= course.sign * threshold.value else "bad"
    return Bar(
        value.measurement.as_of.text(lang), float(value.amount), with_unit(value.amount, unit, lang), tone
    )


_SERIES_COLUMNS = (
    (Text("Waktu", "Time"), Column("")),
    (Text("Nilai", "Value"), Column("", "right", bare=True)),
    (Text("Sumber", "Source"), Column("", wrap=True)),
    (Text("Terbit", "Published"), Column("", drop=3)),
    (Text("Verifikasi", "Verification"), Column("", drop=2)),
    (Text("Catatan", "Remark"), Column("", drop=1, bare=True)),
)
USED = Text("dipakai", "used")
RIVAL = Text("tandingan, tidak dipakai", "rival, not used")
_STALE = Text("usang", "stale")
APART = Text("satuan atau cakupan lain, tidak dipakai", "other unit or scope, not used")


def _series(report: ProgressReport, lang: Lang) -> Table:
    caption = Text("Nilai yang diterbitkan", "Published values")
    return table(caption, _SERIES_COLUMNS, _series_rows(report, lang), lang)


def _series_rows(report: ProgressReport, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    for value in report.known:
        remarks = tuple(remark.for_lang(lang) for remark in _remarks(report, value))
        yield _series_row(report, value.measurement, ", ".join(remarks), "plain", lang)
        for rival in value.rivals:
            yield _series_row(report, rival, RIVAL.for_lang(lang), "muted", lang)
    for apart in report.set_aside:
        yield _series_row(report, apart, APART.for_lang(lang), "muted", lang)


def _remarks(report: ProgressReport, value: Value) -> Iterator[Text]:
    if value.rivals:
        yield USED
    if value is report.known[-1] and is_stale(report.plan, report.indicator, value.measurement):
        yield _STALE


def unit_as_told(report: ProgressReport, measurement: Measurement, lang: Lang) -> str:
    """Return the unit of a value: its own where it is another than the indicator's."""
    own = measurement.unit
    return unit_of(report.indicator, lang) if own in (None, report.indicator.unit) else own or ""


def _series_row(
    report: ProgressReport, measurement: Measurement, remark: str, tone: Tone, lang: Lang
) -> tuple[Cell, ...]:
    source = report.plan.source_by_code.get(measurement.source or "")
    cited = " ".join(part for part in (measurement.source, source and source.publisher) if part)
    return (
        Cell(measurement.as_of.text(lang), tone),
        Cell(with_unit(measurement.value, unit_as_told(report, measurement, lang), lang), tone),
        Cell(cited or Text("tanpa sumber", "no source").for_lang(lang), tone if cited else "warn"),
        Cell(published(report.plan, measurement, lang) or NOTHING, tone),
        Cell(verified(measurement, lang), tone),
        Cell(remark or NOTHING, tone),
    )
