"""Progress: one indicator, its values, and what each method says of its way, with the workings."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import Value, is_stale, series, set_aside
from serang_plan.analysis.indicators.pace import Trend, TrendResult, trend
from serang_plan.analysis.indicators.progress.d5_weather import SLIPPING
from serang_plan.analysis.indicators.progress.d8_capaian import displayed
from serang_plan.analysis.indicators.progress.method_result import (
    SOURCES,
    Method,
    MethodResult,
    MethodVerdict,
    Refused,
    Side,
    figures,
)
from serang_plan.analysis.indicators.progress.methods import MethodComparison as Found
from serang_plan.analysis.indicators.progress.methods import progress, sides
from serang_plan.analysis.indicators.progress.workings import Step, written
from serang_plan.analysis.indicators.standing import Verdict, verdict_of
from serang_plan.model.indicator import Indicator, Measurement
from serang_plan.model.plan import Plan
from serang_plan.page import (
    Bar,
    Bars,
    Block,
    Cell,
    Code,
    Column,
    Group,
    Heading,
    Page,
    Paragraph,
    Table,
    Tone,
)
from serang_plan.reports.parts.phrases import (
    NOTHING,
    SIGNS,
    TONES,
    VERIFICATIONS,
    as_of_line,
    banners,
    difference,
    fine,
    full_name,
    gap_in_words,
    threshold_of,
    titled,
    unit_of,
    with_unit,
)
from serang_plan.wording import Lang, Text, capitalised, listed, number

MOST_BARS = 12
"""A chart of more values would not fit on a screen; the table has them all."""
MAIN_FIGURES = {
    Method.D1: "P",
    Method.D2: "R",
    Method.D3: "RgS",
    Method.D4: "rg",
    Method.D5: "Mm",
    Method.D6: "IG",
    Method.D7: "r",
    Method.D8: "K",
}
"""The numbers by which each method judges, the most telling first."""
PERCENTAGES = "MGK"
"""The numbers that are per cent already."""


class ProgressReport(NamedTuple):
    """One indicator on the plan's date."""

    plan: Plan
    verdict: Verdict
    known: tuple[Value, ...]
    set_aside: tuple[Measurement, ...]
    found: Found
    trend: TrendResult

    @property
    def indicator(self) -> Indicator:
        """The indicator that is judged."""
        return self.verdict.indicator


def build(plan: Plan, code: str) -> ProgressReport:
    """Judge one indicator by every method. Raises KeyError for a code that is not in the plan."""
    indicator = plan.indicator_by_code[code]
    return ProgressReport(
        plan,
        verdict_of(plan, indicator),
        series(plan, indicator),
        set_aside(plan, indicator),
        progress(plan, indicator),
        trend(plan, indicator),
    )


# -- the page ------------------------------------------------------------------------


def page(report: ProgressReport, lang: Lang, *, explain: bool) -> Page:
    """Lay the report out; with `explain` the workings of each method follow."""
    title = f"{report.indicator.code} {full_name(report.indicator, lang)}"
    blocks = (*_blocks(report, lang), *(_workings(report, lang) if explain else ()))
    return Page(title, as_of_line(report.plan.as_of, lang), blocks, compact=True)


def _blocks(report: ProgressReport, lang: Lang) -> Iterator[Block]:
    yield from banners(report.plan, lang)
    yield _standing(report, lang)
    yield _decision(report.found, lang)
    yield from _capaian(report, lang)
    yield from _direction(report, lang)
    yield from _disagreement(report.found, lang)
    yield from _goals(report, lang)
    if report.known:
        yield _chart(report, lang)
    if report.known or report.set_aside:
        yield _series(report, lang)
    yield _methods(report.found, lang)


def _standing(report: ProgressReport, lang: Lang) -> Paragraph:
    found = report.verdict
    parts = [_newest(report, lang)]
    if found.threshold is not None:
        parts.append(f"{Text('ambang', 'threshold').for_lang(lang)} {threshold_of(found, lang)}")
    parts.append(gap_in_words(found, lang))
    words = ", ".join(part for part in parts if part != NOTHING)
    sign, word = SIGNS[found.standing], found.standing.word.for_lang(lang)
    return Paragraph(f"{sign} {word}: {words}.", TONES[found.standing])


def _newest(report: ProgressReport, lang: Lang) -> str:
    value = report.verdict.value
    if value is None:
        return NOTHING
    stale = is_stale(report.plan, report.indicator, value.measurement)
    mark = f", {_STALE.for_lang(lang)}" if stale else ""
    written = with_unit(value.amount, unit_of(report.indicator, lang), lang)
    return f"{written} ({value.measurement.as_of.text(lang)}{mark})"


def _decision(found: Found, lang: Lang) -> Paragraph:
    order, outcome = found.decision
    if isinstance(outcome, Refused):
        why = outcome.reason.value
        return Paragraph(
            Text(
                f"Kemajuan tidak dapat dinilai: {why.id}.", f"Progress cannot be assessed: {why.en}."
            ).for_lang(lang),
            "unknown",
        )
    word, name, because = outcome.grade.word, _name(outcome.method, lang), order.value
    return Paragraph(
        Text(
            f"Putusan: {word.id}, menurut {name}, karena {because.id}.",
            f"Verdict: {word.en}, by {name}, because {because.en}.",
        ).for_lang(lang),
        _tone(outcome),
    )


def _capaian(report: ProgressReport, lang: Lang) -> Iterator[Paragraph]:
    outcome = report.found.outcomes[Method.D8]
    if isinstance(outcome, MethodVerdict):
        year, value = report.found.trajectory.latest.year, figures(outcome)["K"]
        percent, word = f"{number(displayed(value), lang, 1)}%", outcome.grade.word
        yield Paragraph(
            Text(
                f"Capaian terhadap target {year}: {percent} ({word.id}).",
                f"Performance against the target of {year}: {percent} ({word.en}).",
            ).for_lang(lang)
        )


def _direction(report: ProgressReport, lang: Lang) -> Iterator[Paragraph]:
    change, (way, per_year) = report.found.change, report.trend
    if change is None or per_year is None:
        return
    since, word = change.start.year, way.value
    if way is Trend.FLAT:
        yield Paragraph(
            Text(f"Arah: tetap sejak {since}.", f"Direction: unchanged since {since}.").for_lang(lang)
        )
        return
    verb = Text("naik", "up") if per_year > 0 else Text("turun", "down")
    much = difference(abs(per_year), unit_of(report.indicator, lang), lang)
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


def _disagreement(found: Found, lang: Lang) -> Iterator[Paragraph]:
    parted = sides(found)
    if len(parted) > 1:
        by = Text("menurut", "by").for_lang(lang)
        said = [
            f"{_SIDES[lean].for_lang(lang)} {by} {listed([one.name for one in methods], lang)}"
            for lean, methods in parted.items()
        ]
        head = Text("Metode tidak sepakat", "The methods disagree").for_lang(lang)
        yield Paragraph(f"{head}: {'; '.join(said)}.", "warn")


def _goals(report: ProgressReport, lang: Lang) -> Iterator[Paragraph]:
    course, unit = report.found.trajectory, unit_of(report.indicator, lang)
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
    values = report.known[-MOST_BARS:]
    bars = [_bar(report, one, unit, lang) for one in values]
    if report.found.trajectory.yearly:
        word = Text("target", "target").for_lang(lang)
        for goal in report.found.trajectory.goals[-MOST_BARS:]:
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
    threshold, course = report.verdict.threshold, report.found.trajectory
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
    columns = titled(_SERIES_COLUMNS, lang)
    caption = Text("Nilai yang diterbitkan", "Published values").for_lang(lang)
    return Table(caption, columns, (Group("", tuple(_series_rows(report, lang))),))


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


def _series_row(
    report: ProgressReport, one: Measurement, remark: str, tone: Tone, lang: Lang
) -> tuple[Cell, ...]:
    unit = unit_of(report.indicator, lang) if one.unit in (None, report.indicator.unit) else one.unit
    source = report.plan.source_by_code.get(one.source or "")
    cited = " ".join(part for part in (one.source, source and source.publisher) if part)
    published = one.published or (source and source.published)
    return (
        Cell(one.as_of.text(lang), tone),
        Cell(with_unit(one.value, unit or "", lang), tone),
        Cell(cited or Text("tanpa sumber", "no source").for_lang(lang), tone if cited else "warn"),
        Cell(published.text(lang) if published else NOTHING, tone),
        Cell(VERIFICATIONS[one.verification].for_lang(lang), tone),
        Cell(remark or NOTHING, tone),
    )


# -- the methods ---------------------------------------------------------------------

_METHOD_COLUMNS = (
    (Text("Metode", "Method"), Column("")),
    (Text("Angka", "Figure"), Column("", "right", bare=True)),
    (Text("Putusan, atau mengapa menolak", "Verdict, or why it refuses"), Column("", wrap=True, bare=True)),
)
_TONES: dict[Side, Tone] = {
    Side.REACHED: "good",
    Side.ENOUGH: "good",
    Side.SLOW: "warn",
    Side.AWAY: "bad",
    Side.OPEN: "plain",
}


def _methods(found: Found, lang: Lang) -> Table:
    columns = titled(_METHOD_COLUMNS, lang)
    rows = tuple(_method_row(found, outcome, lang) for outcome in found.outcomes.values())
    return Table(Text("Semua metode", "All methods").for_lang(lang), columns, (Group("", rows),))


def _method_row(found: Found, outcome: MethodResult, lang: Lang) -> tuple[Cell, ...]:
    decides = isinstance(outcome, MethodVerdict) and outcome is found.decision.outcome
    mark = f" {Text('← putusan', '← verdict').for_lang(lang)}" if decides else ""
    return (
        Cell(_name(outcome.method, lang)),
        Cell(_main_figure(outcome, lang)),
        Cell(f"{_said(outcome, lang)}{mark}", _tone(outcome)),
    )


def main_figure(outcome: MethodResult) -> str | None:
    """Return the symbol of the number by which a method judges; None if it refuses."""
    known = figures(outcome)
    symbol = next((one for one in MAIN_FIGURES[outcome.method] if one in known), None)
    return None if isinstance(outcome, Refused) else symbol


def _main_figure(outcome: MethodResult, lang: Lang) -> str:
    known, symbol = figures(outcome), main_figure(outcome)
    if symbol is None:
        return NOTHING
    percent = "%" if symbol in PERCENTAGES else ""
    value = displayed(known[symbol]) if symbol == "K" else known[symbol]
    return f"{symbol} = {fine(value, lang)}{percent}"


def _said(outcome: MethodResult, lang: Lang) -> str:
    if isinstance(outcome, MethodVerdict):
        return outcome.grade.word.for_lang(lang)
    return f"{Text('menolak', 'refuses').for_lang(lang)}: {outcome.reason.value.for_lang(lang)}"


def _tone(outcome: MethodResult) -> Tone:
    if isinstance(outcome, Refused):
        return "muted"
    return "warn" if outcome.grade is SLIPPING else _TONES[outcome.grade.side]


def _name(method: Method, lang: Lang) -> str:
    return f"{method.name} {method.value.for_lang(lang)}"


# -- the workings --------------------------------------------------------------------

_SYMBOLS = Text(
    "b nilai awal, v nilai terakhir, T target; t0, t dan tT waktunya, dan selisihnya dihitung dalam tahun. "
    "d = 1 bila makin besar makin baik, -1 bila makin kecil makin baik.",
    "b first value, v newest value, T target; t0, t and tT their times, whose differences are in years. "
    "d = 1 if higher is better, -1 if lower is better.",
)


def _workings(report: ProgressReport, lang: Lang) -> Iterator[Block]:
    yield Heading(Text("Perhitungan tiap metode", "Workings of each method").for_lang(lang))
    yield Paragraph(_SYMBOLS.for_lang(lang), "muted")
    for outcome in report.found.outcomes.values():
        yield Heading(_name(outcome.method, lang), 3)
        said = _said(outcome, lang)
        yield Paragraph(f"{capitalised(said)}.", _tone(outcome))
        if outcome.steps:
            yield Code("\n".join(_lines(outcome.steps, lang)))
        for remark in outcome.remarks:
            yield Paragraph(remark.for_lang(lang), "muted")
        source = SOURCES[outcome.method].for_lang(lang)
        yield Paragraph(f"{Text('Sumber', 'Source').for_lang(lang)}: {source}.", "muted")


def _lines(steps: tuple[Step, ...], lang: Lang) -> Iterator[str]:
    """Write the inputs, then each step: what it is, the formula, the numbers put in, the result."""
    if given := _inputs(steps):
        put_in = "; ".join(f"{symbol} = {written(symbol, value, lang)}" for symbol, value in given.items())
        yield f"{Text('masukan', 'inputs').for_lang(lang)}: {put_in}"
    for one in steps:
        yield f"{one.symbol}: {one.name.for_lang(lang)}"
        result = written(one.symbol, one.result, lang)
        lines = dict.fromkeys((one.formula_in(lang), one.substitution(lang), result))
        yield from (f"   = {line}" for line in lines if line != one.symbol)


def _inputs(steps: tuple[Step, ...]) -> dict[str, Fraction]:
    """Return what is put in from outside: not what a step before computed, nor what changes between steps."""
    computed = {one.symbol for one in steps}
    values: dict[str, set[Fraction]] = {}
    for symbol, value in (given for one in steps for given in one.inputs):
        values.setdefault(symbol, set()).add(value)
    return {
        symbol: min(found) for symbol, found in values.items() if len(found) == 1 and symbol not in computed
    }
