"""The chart of an indicator: its values at their times, what they are measured by, and on what they rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from serang_plan.analysis.indicators.evidence import Value, judging, series, set_aside
from serang_plan.analysis.indicators.segments import Run, runs
from serang_plan.analysis.indicators.standing import Missing
from serang_plan.analysis.known.known_since import source_codes, stands
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.indicator import Indicator, Measurement, Threshold
from serang_plan.model.plan import Plan
from serang_plan.page import ChartLine, LineKind, LinePoint, Lines
from serang_plan.reports.parts.phrases import goal_of, short_name, unit_of
from serang_plan.reports.parts.verdict_words import SCOPES
from serang_plan.wording import Lang, Number, Text, capitalised, listed, with_unit

KINDS_OF_LINES: Mapping[LineKind, Text] = {
    "value": Text("nilai", "values"),
    "older": Text("sebelum deret putus", "before the series breaks"),
    "rival": Text("nilai tandingan", "rival values"),
    "substitute": Text("nilai pengganti", "substitute values"),
    "series": Text("deret lain", "another series"),
    "scope": Text("cakupan lain", "another scope"),
    "target": Text("target tahunan", "yearly targets"),
    "threshold": Text("ambang", "threshold"),
    "due": Text("batas waktu ambang", "threshold due"),
}
_YEARS_END = Text(
    "Tanda tahun adalah akhir tahun itu; hanya nilai sebanding yang dihubungkan.",
    "The mark of a year is its end; only comparable values are joined.",
)


def chart_of(plan: Plan, indicator: Indicator, lang: Lang) -> Lines:
    """Draw one indicator: every value that was known, with the thresholds and targets of its scope."""
    measured = tuple(_measured(plan, indicator, lang))
    unit = unit_of(indicator, lang)
    unmeasured = f"{capitalised(Missing.VALUE.value.for_lang(lang))}."
    remarks = (_YEARS_END.for_lang(lang), *_not_drawn(plan, indicator, lang)) if measured else (unmeasured,)
    return Lines(
        Text(f"Nilai menurut waktu ({unit})", f"Values over time ({unit})").for_lang(lang),
        unit,
        (*measured, *_goals(plan, indicator, lang)),
        plan.as_of,
        " ".join(remarks),
        _source(plan, indicator, lang),
        redundant=True,
    )


def panel_of(plan: Plan, indicator: Indicator, lang: Lang) -> Lines:
    """Draw one indicator as a small chart among others, under its own name."""
    chart, name = chart_of(plan, indicator, lang), f"{indicator.code} {short_name(indicator, lang)}"
    remark = "" if series(plan, indicator) or set_aside(plan, indicator) else chart.remark
    return chart._replace(caption=name, remark=remark, source="")


def _point(day: date, value: Number, when: str, indicator: Indicator, lang: Lang) -> LinePoint:
    return LinePoint(day, float(value), when, with_unit(value, unit_of(indicator, lang), lang))


# -- values ------------------------------------------------------------------------------------


def _measured(plan: Plan, indicator: Indicator, lang: Lang) -> Iterator[ChartLine]:
    """Give the values of each run, those that judge first, and the rivals of all."""
    judged = {id(value.measurement) for value in series(plan, indicator)}
    drawn = [run for run in runs(plan, indicator) if run.unit == indicator.unit]
    for run in drawn:
        points = tuple(_value(value.measurement, indicator, lang) for value in run.values)
        yield _named_line(run, indicator, judged, lang)._replace(points=points)
    rivals = [rival for run in drawn for value in run.values for rival in value.rivals]
    if rivals:
        rivals.sort(key=lambda rival: rival.as_of.last)
        yield _line("rival", "", lang, *(_value(rival, indicator, lang) for rival in rivals))


def _value(measurement: Measurement, indicator: Indicator, lang: Lang) -> LinePoint:
    when = measurement.as_of
    return _point(when.last, measurement.value, when.text(lang), indicator, lang)


def _named_line(run: Run, indicator: Indicator, judged: set[int], lang: Lang) -> ChartLine:
    """Say what the values of a run are, yet without them."""
    if run.scope != indicator.scope:
        return _line("scope", SCOPES[run.scope].for_lang(lang), lang)
    if run.series != judging(indicator):
        return _of_series(indicator, run.series, lang)
    is_judged = any(id(value.measurement) in judged for value in run.values)
    return _line("value" if is_judged else "older", "", lang)


def _of_series(indicator: Indicator, code: str | None, lang: Lang) -> ChartLine:
    other = next((other for other in indicator.series if other.code == code), None)
    if other is None:
        return _line("series", code or "", lang)
    name = other.name_en if lang == "en" and other.name_en else other.name
    return _line("substitute" if other.proxy else "series", name, lang)


def _line(kind: LineKind, label: str, lang: Lang, *points: LinePoint) -> ChartLine:
    return ChartLine(kind, KINDS_OF_LINES[kind].for_lang(lang), points, label)


def _not_drawn(plan: Plan, indicator: Indicator, lang: Lang) -> Iterator[str]:
    """Name the values of another unit, which have no place on the axis."""
    others = [run for run in runs(plan, indicator) if run.unit != indicator.unit]
    by_unit = grouped(
        (run.unit, value.measurement.as_of.text(lang)) for run in others for value in run.values
    )
    for unit, times in by_unit.items():
        words = Text("Tidak digambar, karena satuannya", "Not drawn, for their unit is").for_lang(lang)
        yield f"{words} {unit}: {listed(times, lang)}."


# -- goals -------------------------------------------------------------------------------------


def _goals(plan: Plan, indicator: Indicator, lang: Lang) -> Iterator[ChartLine]:
    """Give the thresholds of the indicator's scope, each over its own time, and the yearly targets."""
    for threshold in indicator.all_thresholds:
        if stands(plan, threshold) and threshold.scope in (None, indicator.scope):
            yield from _threshold(indicator, threshold, lang)
    by_year = {target.year: target for target in reversed(indicator.targets)}
    if by_year:
        goals = (
            _point(date(year, 12, 31), by_year[year].value, str(year), indicator, lang)
            for year in sorted(by_year)
        )
        yield _line("target", "", lang, *goals)


def _threshold(indicator: Indicator, threshold: Threshold, lang: Lang) -> Iterator[ChartLine]:
    """Give a threshold from when until when it compares, and by when it is due."""
    first, last = threshold.for_ or threshold.since, threshold.for_ or threshold.until
    begins, ends = first.first if first else date.min, last.last if last else date.max
    goal, value = goal_of(indicator, threshold.value, lang), float(threshold.value)
    when = f" ({threshold.for_.text(lang)})" if threshold.for_ else ""
    yield _line(
        "threshold", f"{goal}{when}", lang, *(LinePoint(day, value, "", goal) for day in (begins, ends))
    )
    if threshold.due:
        due = str(threshold.due)
        yield _line("due", due, lang, LinePoint(date(threshold.due, 12, 31), value, due, goal))


# -- sources -----------------------------------------------------------------------------------


def _source(plan: Plan, indicator: Indicator, lang: Lang) -> str:
    """Name on what the chart rests: who published the values, and the thresholds that have a source."""
    values = [value for run in runs(plan, indicator) for value in _all_of(run.values)]
    codes = [code for value in values for code in source_codes(value)]
    codes += [threshold.source for threshold in indicator.all_thresholds if threshold.source]
    named = [_named(plan, code) for code in dict.fromkeys(codes)]
    head = Text("Sumber", "Source" if len(named) == 1 else "Sources").for_lang(lang)
    return f"{head}: {'; '.join(named)}." if named else ""


def _all_of(values: Iterable[Value]) -> Sequence[Measurement]:
    return [measurement for value in values for measurement in (value.measurement, *value.rivals)]


def _named(plan: Plan, code: str) -> str:
    source = plan.source_by_code.get(code)
    return " ".join(part for part in (code, source and source.publisher) if part)
