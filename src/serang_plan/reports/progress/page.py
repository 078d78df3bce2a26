"""Progress: one indicator, its values, and what each method says of its way, with the workings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from serang_plan.analysis.indicators.evidence import (
    Apart,
    Value,
    judging,
    judging_threshold,
    series,
    set_aside,
    thresholds_in_force,
    why_apart,
)
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
from serang_plan.analysis.known.known_since import is_dating_assumed, source_codes
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.model.indicator import Indicator, Measurement, Threshold
from serang_plan.model.plan import Plan
from serang_plan.page import (
    Block,
    Cell,
    Column,
    Page,
    Paragraph,
    Table,
    Tone,
)
from serang_plan.reports.parts.evidence_columns import known_words, published, verified
from serang_plan.reports.parts.indicator_chart import chart_of
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
    unit_of,
)
from serang_plan.reports.parts.verdict_words import (
    DATING,
    SCOPES,
    SUBSTITUTE,
    TWO_VALUES,
    other_scope,
    resting_on,
    standing_in_full,
    threshold_in_full,
)
from serang_plan.reports.progress.methods import method_name, methods_table, tone_of, workings
from serang_plan.wording import Lang, Text, capitalised, listed, many, number, rounded_beside, with_unit


class ProgressReport(NamedTuple):
    """One indicator on the plan's date."""

    plan: Plan
    verdict: Verdict
    known: tuple[Value, ...]
    set_aside: tuple[Measurement, ...]
    comparison: MethodComparison
    trend: TrendResult
    thresholds: tuple[Threshold, ...]
    """All that are in force, of any scope and time."""
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
        thresholds_in_force(plan, indicator),
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
    yield _decision(report, lang)
    if not report.known and report.set_aside:
        yield _none_counts(report, lang)
    if report.comparison.trajectory.stale:
        yield Paragraph(_AS_OF_THEN.for_lang(lang), "muted")
    yield from _capaian(report, lang)
    yield from _direction(report, lang)
    yield from _disagreement(report.comparison, lang)
    yield from _goals(report, lang)
    if words := other_scope(report.verdict, lang):
        yield Paragraph(f"{capitalised(words)}.")
    chart = chart_of(report.plan, report.indicator, lang)
    if report.known or report.set_aside or report.comparison.trajectory.yearly:
        yield chart
    if report.known or report.set_aside:
        yield _series(report, lang)
    if report.thresholds:
        yield _thresholds(report, lang)
    yield from _remarks_below(report, lang)
    yield methods_table(report.comparison, lang)


def _standing(report: ProgressReport, lang: Lang) -> Paragraph:
    verdict = report.verdict
    parts = [_newest(verdict, lang)]
    if verdict.threshold is not None:
        threshold = threshold_in_full(report.plan, verdict.indicator, verdict.threshold, lang)
        parts.append(f"{Text('ambang', 'threshold').for_lang(lang)} {threshold}")
    parts.append(gap_in_words(verdict, lang))
    words = ", ".join(part for part in parts if part != NOTHING)
    sign, standing = SIGNS[verdict.standing], standing_in_full(verdict, lang)
    return Paragraph(f"{sign} {standing}: {words}.", TONES[verdict.standing])


def _newest(verdict: Verdict, lang: Lang) -> str:
    if verdict.shown is None:
        return NOTHING
    measured = verdict.shown.measurement
    marks = (
        (_STALE, verdict.is_stale and verdict.strength is None),
        (SUBSTITUTE, verdict.substitute is not None),
    )
    said = (mark.for_lang(lang) for mark, is_so in marks if is_so)
    written = with_unit(measured.value, unit_of(verdict.indicator, lang), lang)
    return f"{written} ({', '.join([measured.as_of.text(lang), *said])})"


def _decision(report: ProgressReport, lang: Lang) -> Paragraph:
    order, outcome = report.comparison.decision
    if isinstance(outcome, Refused):
        why = outcome.reason.value
        return Paragraph(
            Text(
                f"Kemajuan tidak dapat dinilai: {why.id}.", f"Progress cannot be assessed: {why.en}."
            ).for_lang(lang),
            "unknown",
        )
    word, name, because = outcome.grade.word, method_name(outcome.method, lang), order.value
    good = outcome.grade.side in (Side.REACHED, Side.ENOUGH)
    basis = resting_on(report.plan, report.known[-1].measurement, lang, is_good=good)
    return Paragraph(
        Text(
            f"Putusan (nilai {basis}): {word.id}, menurut {name}, karena {because.id}.",
            f"Verdict (value of {basis}): {word.en}, by {name}, because {because.en}.",
        ).for_lang(lang),
        tone_of(outcome),
    )


def _none_counts(report: ProgressReport, lang: Lang) -> Paragraph:
    """Say of values none of which counts why that is, and which would."""
    apart = grouped(
        (reason, _which(report, measurement, reason, lang).removeprefix(": "))
        for measurement in report.set_aside
        for reason in why_apart(report.plan, report.indicator, measurement)
    )
    why = "; ".join(
        ": ".join(filter(None, (f"({reason.value.for_lang(lang)})", listed([*dict.fromkeys(names)], lang))))
        for reason, names in apart.items()
    )
    count, deciding = len(report.set_aside), _series_name(report.indicator, judging(report.indicator), lang)
    counts = (
        Text(f" Yang menentukan: {deciding}.", f" What decides: {deciding}.")
        if Apart.SERIES in apart
        else Text("", "")
    )
    do = "does" if count == 1 else "do"
    told = Text(
        f"{count} nilai di bawah tidak dihitung {why}.{counts.id}",
        f"{many(count, 'value')} below {do} not count {why}.{counts.en}",
    )
    return Paragraph(told.for_lang(lang), "muted")


_AS_OF_THEN = Text(
    "Yang tertulis di bawah tiap metode dihitung per waktu nilai itu, bukan per hari ini.",
    "What is written below of each method holds for the time of that value, not for today.",
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
    few = TWO_VALUES if points == 2 else Text("", "")
    if way is Trend.FLAT:
        flat = Text(f"Arah: tetap sejak {since}{few.id}.", f"Direction: unchanged since {since}{few.en}.")
        yield Paragraph(flat.for_lang(lang))
        return
    verb = Text("naik", "up") if per_year > 0 else Text("turun", "down")
    much = rough(abs(per_year), unit_of(report.indicator, lang), lang)
    yield Paragraph(
        Text(
            f"Arah: {word.id}, {verb.id} {much} per tahun sejak {since}{few.id}.",
            f"Direction: {word.en}, {verb.en} {much} a year since {since}{few.en}.",
        ).for_lang(lang)
    )


_SIDES = {
    Side.ENOUGH: Text("tercapai atau cukup cepat", "reached or fast enough"),
    Side.SLOW: Text("terlalu lambat", "too slow"),
    Side.AWAY: Text("menjauh", "moving away"),
}


def _disagreement(comparison: MethodComparison, lang: Lang) -> Iterator[Paragraph]:
    parted = sides(comparison)
    if len(parted) > 1 and not comparison.trajectory.stale:
        by = Text("menurut", "by").for_lang(lang)
        opinions = [
            f"{_SIDES[lean].for_lang(lang)} {by} {listed([method.name for method in methods], lang)}"
            for lean, methods in parted.items()
        ]
        head = _DIFFERENT.for_lang(lang)
        yield Paragraph(f"{head}: {'; '.join(opinions)}{_decisive(comparison, lang)}.", "warn")


_DIFFERENT = Text(
    "Hasil metode berbeda, karena masing-masing menghitung laju dengan cara sendiri",
    "The methods differ, because each reckons the pace in its own way",
)


def _decisive(comparison: MethodComparison, lang: Lang) -> str:
    """Say which of them is used, and why."""
    order, outcome = comparison.decision
    if isinstance(outcome, Refused):
        return ""
    name, because = outcome.method.name, order.value
    return Text(
        f"; yang dipakai {name}, karena {because.id}", f"; {name} is used, because {because.en}"
    ).for_lang(lang)


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
    threshold = judging_threshold(report.plan, report.indicator, None)
    due = threshold is not None and threshold.due is not None
    by = (
        Text("batas waktunya", "due by the end of")
        if due
        else Text("tahun akhir rencana", "for the last year,")
    )
    yield Paragraph(
        Text(
            f"Belum ada target tahunan: ambang {value} dipakai sebagai target, {by.id} {year}.",
            f"No yearly targets: the threshold of {value} stands in as target, {by.en} {year}.",
        ).for_lang(lang),
        "muted",
    )


# -- the values ----------------------------------------------------------------------


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
NOT_USED = Text("tidak dipakai", "not used")


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
        yield _series_row(report, apart, apart_in_words(report, apart, lang), "muted", lang)


def apart_in_words(report: ProgressReport, measurement: Measurement, lang: Lang) -> str:
    """Say why a value stands apart: `deret lain: Terangkut ke TPA (pengganti), tidak dipakai`."""
    reasons = why_apart(report.plan, report.indicator, measurement)
    words = [
        f"{reason.value.for_lang(lang)}{_which(report, measurement, reason, lang)}" for reason in reasons
    ]
    other = report.verdict.other_scope
    shown = (value.measurement for value in (report.verdict.shown, other and other.value) if value)
    is_shown = any(value is measurement for value in shown)
    return ", ".join([*words, (_SHOWN if is_shown else NOT_USED).for_lang(lang)])


_SHOWN = Text("ditampilkan", "shown")


def _which(report: ProgressReport, measurement: Measurement, reason: Apart, lang: Lang) -> str:
    match reason:
        case Apart.SERIES:
            return f": {_series_name(report.indicator, measurement.series, lang)}"
        case Apart.SCOPE:
            scope = measurement.scope or report.indicator.scope
            return f": {SCOPES[scope].for_lang(lang)}"
        case Apart.BREAK:
            return "".join(f": {value.break_}" for value in _all_values(report.known[:1]) if value.break_)
        case Apart.UNIT:
            return ""


def _series_name(indicator: Indicator, code: str | None, lang: Lang) -> str:
    series = next((series for series in indicator.series if series.code == code), None)
    if series is None:
        return code or ""
    name = series.name_en if lang == "en" and series.name_en else series.name
    return f"{name} ({SUBSTITUTE.for_lang(lang)})" if series.proxy else name


def _remarks(report: ProgressReport, value: Value) -> Iterator[Text]:
    if value.rivals:
        yield USED
    if value is report.verdict.value and report.verdict.is_stale:
        yield _STALE
    if value.measurement.break_:
        yield Text(f"deret putus: {value.measurement.break_}", f"break: {value.measurement.break_}")


def unit_as_told(report: ProgressReport, measurement: Measurement, lang: Lang) -> str:
    """Return the unit of a value: its own where it is another than the indicator's."""
    own = measurement.unit
    return unit_of(report.indicator, lang) if own in (None, report.indicator.unit) else own or ""


def _series_row(
    report: ProgressReport, measurement: Measurement, remark: str, tone: Tone, lang: Lang
) -> tuple[Cell, ...]:
    cited = _cited(report.plan, source_codes(measurement))
    return (
        Cell(measurement.as_of.text(lang), tone),
        Cell(with_unit(measurement.value, unit_as_told(report, measurement, lang), lang), tone),
        Cell(cited or Text("tanpa sumber", "no source").for_lang(lang), tone if cited else "warn"),
        Cell(published(report.plan, measurement, lang) or NOTHING, tone),
        Cell(verified(measurement, lang) or NOTHING, tone),
        Cell(remark or NOTHING, tone),
    )


def _cited(plan: Plan, codes: Sequence[str]) -> str:
    """Name sources by code and publisher."""
    return ", ".join(
        " ".join(part for part in (code, source and source.publisher) if part)
        for code, source in ((code, plan.source_by_code.get(code)) for code in codes)
    )


# -- the thresholds ------------------------------------------------------------------

_THRESHOLD_COLUMNS = (
    (Text("Ambang", "Threshold"), Column("", wrap=True)),
    (Text("Dasar", "Basis"), Column("", wrap=True, bare=True)),
    (Text("Sumber", "Source"), Column("", drop=3, wrap=True)),
    (Text("Diketahui sejak", "Known since"), Column("", drop=2)),
    (Text("Verifikasi", "Verification"), Column("", drop=4)),
    (Text("Catatan", "Remark"), Column("", drop=1, bare=True)),
)


def threshold_role(report: ProgressReport, threshold: Threshold) -> Text:
    """Say whether a threshold is used, and for what."""
    if threshold is report.verdict.threshold:
        return USED
    other = report.verdict.other_scope
    return _USED_ELSEWHERE if other and threshold is other.threshold else NOT_USED


_USED_ELSEWHERE = Text("dipakai untuk cakupan itu", "used for that scope")


def _thresholds(report: ProgressReport, lang: Lang) -> Table:
    rows = (_threshold_row(report, threshold, lang) for threshold in report.thresholds)
    return table(Text("Ambang yang berlaku", "Thresholds in force"), _THRESHOLD_COLUMNS, rows, lang)


def _threshold_row(report: ProgressReport, threshold: Threshold, lang: Lang) -> tuple[Cell, ...]:
    role = threshold_role(report, threshold)
    cited = _cited(report.plan, [threshold.source] if threshold.source else [])
    tone: Tone = "muted" if role is NOT_USED else "plain"
    return (
        Cell(threshold_in_full(report.plan, report.indicator, threshold, lang), tone),
        Cell(threshold.basis, tone),
        Cell(cited or Text("tanpa sumber", "no source").for_lang(lang), tone if cited else "warn"),
        Cell(known_words(report.plan, threshold, lang), tone),
        Cell(verified(threshold, lang) or NOTHING, tone),
        Cell(role.for_lang(lang), tone),
    )


def _remarks_below(report: ProgressReport, lang: Lang) -> Iterator[Paragraph]:
    """Say what is weak about the sources that are named, and how undated things count."""
    values = (*_all_values(report.known), *report.set_aside)
    codes = [code for value in values for code in source_codes(value)]
    codes += [threshold.source for threshold in report.thresholds if threshold.source]
    for code in dict.fromkeys(codes):
        source = report.plan.source_by_code.get(code)
        if source is not None and source.weakness:
            weak = Text(f"{code} sumber lemah: {source.weakness}", f"{code} is weak: {source.weakness}")
            yield Paragraph(weak.for_lang(lang), "warn")
    if report.verdict.is_undated or any(is_dating_assumed(report.plan, value) for value in values):
        yield Paragraph(capitalised(DATING.for_lang(lang)), "muted")


def _all_values(known: Iterable[Value]) -> Iterator[Measurement]:
    for value in known:
        yield from (value.measurement, *value.rivals)
