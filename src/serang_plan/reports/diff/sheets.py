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
        (Text("Jenis", "Kind"), lambda one, lang: _PART[one.kind].for_lang(lang)),
        (CODE, lambda one, _: one.code),
        (Text("Yang berubah", "What changed"), subject),
        (Text("Kejadian", "What happened"), happened),
        (Text("Melonggarkan", "Eases"), lambda one, lang: yes_no(one.what.eases, lang)),
        (Text("Alasan", "Reason"), lambda one, _: one.reason),
        (OPD, lambda one, _: joined(one.who)),
        (Text("Berkas", "File"), lambda one, _: diff.span(one).path),
        (Text("Baris", "Line"), lambda one, _: diff.span(one).line),
    )


_COUNTS: tuple[Field[tuple[Standing, int, int]], ...] = (
    (STANDING, lambda one, lang: standing_word(one[0]).for_lang(lang)),
    (_BEFORE, lambda one, _: one[1]),
    (_AFTER, lambda one, _: one[2]),
)
_LOADS: tuple[Field[LoadChange], ...] = (
    (OPD, lambda one, _: one.opd),
    (Text("Memimpin, sebelum", "Leads, before"), lambda one, _: one.before.leads),
    (Text("Memimpin, sesudah", "Leads, after"), lambda one, _: one.after.leads),
    (Text("Mendukung, sebelum", "Supports, before"), lambda one, _: one.before.supports),
    (Text("Mendukung, sesudah", "Supports, after"), lambda one, _: one.after.supports),
    (Text("Kegiatan terbuka, sebelum", "Open actions, before"), lambda one, _: one.before.actions),
    (Text("Kegiatan terbuka, sesudah", "Open actions, after"), lambda one, _: one.after.actions),
)
_YEARS: tuple[Field[YearChange], ...] = (
    (YEAR, lambda one, _: one.year),
    (Text("Fokus, sebelum", "Focus, before"), lambda one, _: joined(one.before.opd)),
    (Text("Fokus, sesudah", "Focus, after"), lambda one, _: joined(one.after.opd)),
    (Text("Target, sebelum", "Targets, before"), lambda one, _: one.before.targets),
    (Text("Target, sesudah", "Targets, after"), lambda one, _: one.after.targets),
    (Text("Kegiatan, sebelum", "Actions, before"), lambda one, _: one.before.actions),
    (Text("Kegiatan, sesudah", "Actions, after"), lambda one, _: one.after.actions),
)
