"""Diff as sheets: every change in a line to sort by, the counts, what each OPD and each year holds."""

from __future__ import annotations

from serang_plan.analysis.changes.change import Change
from serang_plan.analysis.changes.duties import LoadChange
from serang_plan.analysis.changes.years import YearChange
from serang_plan.analysis.indicators.standing import Standing
from serang_plan.page import Sheet
from serang_plan.reports.diff.page import PARTS, Diff
from serang_plan.reports.diff.sentences import happened, standing_word, subject
from serang_plan.reports.parts.sheet_columns import CODE, OPD, STANDING, YEAR, Field, joined, sheet, yes_no
from serang_plan.wording import Lang, Text

_PART = {kind: part.title for part in PARTS for kind in part.kinds}
_BEFORE, _AFTER = Text("Sebelum", "Before"), Text("Sesudah", "After")


def sheets(diff: Diff, lang: Lang) -> tuple[Sheet, ...]:
    """Return the changes, then the counts, then what each OPD and each year holds."""
    changes = diff.changes
    before, after = changes.counts_before, changes.counts_after
    counts = [(standing, before[standing], after[standing]) for standing in after]
    return (
        sheet(Text("Perubahan", "Changes"), _changes(diff), changes.changes, lang),
        sheet(Text("Hitungan", "Counts"), _COUNTS, counts, lang),
        sheet(Text("Tugas OPD", "Duties of the OPD"), _LOADS, changes.loads, lang),
        sheet(Text("Tahapan", "Stages"), _YEARS, changes.years, lang),
    )


def _changes(diff: Diff) -> tuple[Field[Change], ...]:
    return (
        (Text("Jenis", "Kind"), lambda change, lang: _PART[change.kind].for_lang(lang)),
        (CODE, lambda change, _: change.code),
        (Text("Yang berubah", "What changed"), subject),
        (Text("Kejadian", "What happened"), happened),
        (Text("Melonggarkan", "Eases"), lambda change, lang: yes_no(change.what.eases, lang)),
        (Text("Alasan", "Reason"), lambda change, _: change.reason),
        (OPD, lambda change, _: joined(change.who)),
        (Text("Berkas", "File"), lambda change, _: diff.span(change).path),
        (Text("Baris", "Line"), lambda change, _: diff.span(change).line),
    )


_COUNTS: tuple[Field[tuple[Standing, int, int]], ...] = (
    (STANDING, lambda row, lang: standing_word(row[0]).for_lang(lang)),
    (_BEFORE, lambda row, _: row[1]),
    (_AFTER, lambda row, _: row[2]),
)
_LOADS: tuple[Field[LoadChange], ...] = (
    (OPD, lambda load, _: load.opd),
    (Text("Memimpin, sebelum", "Leads, before"), lambda load, _: load.before.leads),
    (Text("Memimpin, sesudah", "Leads, after"), lambda load, _: load.after.leads),
    (Text("Mendukung, sebelum", "Supports, before"), lambda load, _: load.before.supports),
    (Text("Mendukung, sesudah", "Supports, after"), lambda load, _: load.after.supports),
    (Text("Kegiatan terbuka, sebelum", "Open actions, before"), lambda load, _: load.before.actions),
    (Text("Kegiatan terbuka, sesudah", "Open actions, after"), lambda load, _: load.after.actions),
)
_YEARS: tuple[Field[YearChange], ...] = (
    (YEAR, lambda stage, _: stage.year),
    (Text("Fokus, sebelum", "Focus, before"), lambda stage, _: joined(stage.before.opd)),
    (Text("Fokus, sesudah", "Focus, after"), lambda stage, _: joined(stage.after.opd)),
    (Text("Target, sebelum", "Targets, before"), lambda stage, _: stage.before.targets),
    (Text("Target, sesudah", "Targets, after"), lambda stage, _: stage.after.targets),
    (Text("Kegiatan, sebelum", "Actions, before"), lambda stage, _: stage.before.actions),
    (Text("Kegiatan, sesudah", "Actions, after"), lambda stage, _: stage.after.actions),
)
