"""Indicator: its report with the workings, its thresholds in time, who leads it and what is planned."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.schedule import Scheduled
from serang_plan.analysis.known.known_since import source_codes
from serang_plan.analysis.lookups.mentions import Mention
from serang_plan.model.indicator import Indicator, Measurement, Target, Threshold
from serang_plan.model.opd import Assignment
from serang_plan.model.when import When
from serang_plan.page import Block, Cell, Column, Page, Paragraph
from serang_plan.reports.parts.phrases import BASES, KINDS, NOTHING, VERIFICATIONS, goal_of, table, unit_of
from serang_plan.reports.progress import page as progress
from serang_plan.reports.progress.methods import workings
from serang_plan.reports.website.mentioned import mentioned, noted
from serang_plan.reports.website.value import Site
from serang_plan.wording import Lang, Text, with_unit

Row = tuple[Cell, ...]
_SOURCE = Text("Sumber", "Source")


def page(site: Site, report: progress.ProgressReport, lang: Lang) -> Page:
    """Lay out one indicator."""
    laid_out = progress.page(report, lang)
    more = (*_tables(site, report, lang), *mentioned(site, "indicators", report.indicator.code, lang))
    return laid_out._replace(blocks=(*laid_out.blocks, *more, *workings(report.comparison, lang)))


def _tables(site: Site, report: progress.ProgressReport, lang: Lang) -> Iterator[Block]:
    """Give what is known of it besides its report, each in a table if there is any."""
    indicator = report.indicator
    if indicator.definition and indicator.definition.text:
        yield Paragraph(indicator.definition.text)
    tables = (
        (_OTHERS, _VALUES, [_value(indicator, value, lang) for value in _other_values(report)]),
        (_IN_TIME, _THRESHOLDS, [_threshold(indicator, limit, lang) for limit in indicator.all_thresholds]),
        (_YEARLY, _TARGETS, [_target(indicator, target, lang) for target in indicator.targets]),
        (_LEADS, _DUTIES, [_duty(duty, lang) for duty in _duties(site, indicator)]),
        (_PLANNED, _ACTIONS, [_action(scheduled, lang) for scheduled in _actions(site, indicator)]),
    )
    for caption, columns, rows in tables:
        if rows:
            yield table(caption, columns, rows, lang)
    parts = (indicator, *indicator.series, *indicator.measurements, *indicator.all_thresholds)
    duties = (Mention(duty, duty) for duty in _duties(site, indicator))
    yield from noted((*(Mention(indicator, part) for part in parts), *duties), lang)


def _duties(site: Site, indicator: Indicator) -> tuple[Assignment, ...]:
    return site.plan.assignments_by_indicator.get(indicator.code, ())


def _actions(site: Site, indicator: Indicator) -> Iterator[Scheduled]:
    actions = site.plan.actions_by_indicator.get(indicator.code, ())
    return (site.schedule[action.code] for action in actions)


_OTHERS = Text("Deret lain, dan nilai sebelum deret putus", "Other series, and values before a break")
_VALUES = (
    (Text("Waktu", "Time"), Column("")),
    (Text("Nilai", "Value"), Column("", "right", bare=True)),
    (Text("Deret", "Series"), Column("", wrap=True)),
    (_SOURCE, Column("")),
    (Text("Verifikasi", "Verification"), Column("", drop=2)),
    (Text("Keterangan", "Remark"), Column("", drop=1, wrap=True, bare=True)),
)


def _other_values(report: progress.ProgressReport) -> Iterator[Measurement]:
    """Give the values that the report's own table does not show."""
    shown = {
        id(measurement) for value in report.known for measurement in (value.measurement, *value.rivals)
    } | {id(measurement) for measurement in report.set_aside}
    return (value for value in report.indicator.measurements if id(value) not in shown)


def _value(indicator: Indicator, value: Measurement, lang: Lang) -> Row:
    names = {
        series.code: series.name_en if lang == "en" and series.name_en else series.name
        for series in indicator.series
    }
    remarks = (value.workings, value.break_, value.reason, value.dispute)
    return (
        Cell(value.as_of.text(lang)),
        Cell(with_unit(value.value, value.unit or unit_of(indicator, lang), lang)),
        Cell(names.get(value.series or "", next(iter(names.values()), NOTHING))),
        Cell(", ".join(source_codes(value)) or NOTHING),
        Cell(VERIFICATIONS[value.verification].for_lang(lang)),
        Cell("; ".join(filter(None, remarks)) or NOTHING),
    )


_IN_TIME = Text("Ambang menurut waktu", "Thresholds over time")
_THRESHOLDS = (
    (Text("Ambang", "Threshold"), Column("", "right")),
    (Text("Jenis", "Kind"), Column("", drop=2)),
    (Text("Dasar", "Basis"), Column("", wrap=True, bare=True)),
    (Text("Berlaku", "In force"), Column("")),
    (Text("Tercapai pada", "Due"), Column("", drop=1)),
    (_SOURCE, Column("")),
)


def _threshold(indicator: Indicator, threshold: Threshold, lang: Lang) -> Row:
    return (
        Cell(goal_of(indicator, threshold.value, lang)),
        Cell(KINDS[threshold.kind].for_lang(lang)),
        Cell(threshold.basis),
        Cell(threshold.for_.text(lang) if threshold.for_ else _span(threshold.since, threshold.until, lang)),
        Cell(str(threshold.due or NOTHING)),
        Cell(threshold.source or NOTHING),
    )


def _span(first: When | None, last: When | None, lang: Lang) -> str:
    """Say from when until when; nothing of a time without bounds."""
    if first is None and last is None:
        return NOTHING
    return " – ".join(when.text(lang) if when else "…" for when in (first, last))


_YEARLY = Text("Target tahunan", "Yearly targets")
_TARGETS = (
    (Text("Tahun", "Year"), Column("")),
    (Text("Target", "Target"), Column("", "right")),
    (Text("Dasar", "Basis"), Column("")),
    (_SOURCE, Column("")),
)


def _target(indicator: Indicator, target: Target, lang: Lang) -> Row:
    return (
        Cell(str(target.year)),
        Cell(goal_of(indicator, target.value, lang)),
        Cell(BASES[target.basis].for_lang(lang)),
        Cell(target.source or NOTHING),
    )


_LEADS = Text("Siapa yang mengampu", "Who leads")
_DUTIES = (
    (Text("Pengampu", "Lead"), Column("")),
    (Text("Pendukung dan mitra", "Support and partners"), Column("", wrap=True)),
    (Text("Masa", "Time"), Column("", drop=1)),
    (Text("Dasar", "Basis"), Column("")),
    (_SOURCE, Column("")),
)
_BASES = {
    "usulan": Text("usulan", "proposal"),
    "keputusan": Text("keputusan", "decided"),
    None: Text("–", "–"),
}


def _duty(duty: Assignment, lang: Lang) -> Row:
    return (
        Cell(duty.lead or NOTHING),
        Cell(", ".join((*duty.support, *duty.partners)) or NOTHING),
        Cell(_span(duty.from_, duty.until, lang)),
        Cell(_BASES[duty.basis].for_lang(lang)),
        Cell(duty.source or NOTHING),
    )


_PLANNED = Text("Apa yang direncanakan", "What is planned")
_ACTIONS = (
    (Text("Kode", "Code"), Column("")),
    (Text("Kegiatan", "Action"), Column("", wrap=True, bare=True)),
    (Text("Pelaksana", "Carried out by"), Column("")),
    (Text("Mulai – selesai", "Start – finish"), Column("", drop=1)),
    (Text("Keadaan", "State"), Column("", drop=2)),
)


def _action(scheduled: Scheduled, lang: Lang) -> Row:
    return (
        Cell(scheduled.code),
        Cell(scheduled.action.name),
        Cell(scheduled.opd or NOTHING),
        Cell(_span(scheduled.start, scheduled.finish, lang)),
        Cell(scheduled.state.value.for_lang(lang)),
    )
