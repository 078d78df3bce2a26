"""Bappeda's note: the whole of it, each report as a chapter, and every figure with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from serang_plan.analysis.coordination.data_flaws import flawed
from serang_plan.analysis.indicators.evidence import Apart, Value, series, set_aside, why_apart
from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.analysis.known.known_since import source_codes
from serang_plan.model.indicator import Measurement
from serang_plan.model.plan import Plan
from serang_plan.model.source import Dispute
from serang_plan.page import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Group,
    Heading,
    Item,
    Items,
    Page,
    Paragraph,
    Table,
)
from serang_plan.reports.briefing.changes import changed
from serang_plan.reports.briefing.chapters import chapter
from serang_plan.reports.briefing.citations import Citations
from serang_plan.reports.briefing.current_standing import of_lists, position
from serang_plan.reports.briefing.decisions import UNDATED, are_dated, asked_for
from serang_plan.reports.briefing.letter import laid_out, opening, planning_agency
from serang_plan.reports.briefing.meeting import in_full
from serang_plan.reports.briefing.phrases import unsourced
from serang_plan.reports.briefing.pillars import character
from serang_plan.reports.briefing.risks import dangers
from serang_plan.reports.briefing.value import Briefing
from serang_plan.reports.checklist import page as checklist
from serang_plan.reports.checklist.tasks import flaws
from serang_plan.reports.coordination import page as coordination
from serang_plan.reports.gaps import page as gaps
from serang_plan.reports.parts.evidence_columns import published
from serang_plan.reports.parts.offices import head_of
from serang_plan.reports.parts.phrases import (
    NOTHING,
    VERIFICATIONS,
    full_name,
    proposed_duties,
    short_name,
    titled,
    unit_of,
)
from serang_plan.reports.parts.verdict_words import SUBSTITUTE, threshold_in_words
from serang_plan.reports.stages import page as stages
from serang_plan.reports.status import page as status
from serang_plan.wording import Lang, Text, many, with_unit


def page(briefing: Briefing, lang: Lang) -> Page:
    """Lay the note out."""
    cited = Citations(briefing.plan)
    body = tuple(_answer(briefing, cited, lang))
    details = tuple(_details(briefing, cited, lang))
    to = head_of(briefing.plan, planning_agency(briefing.plan), lang)
    return laid_out(briefing, to, body, cited, lang, details=details, is_short=False)


def _answer(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Block]:
    yield Paragraph(opening(briefing, lang))
    yield Heading(Text("Ringkasan", "In short").for_lang(lang))
    yield from position(briefing, cited, lang)
    yield from of_lists(briefing, cited, lang)
    yield changed(briefing, cited, lang)
    yield Paragraph(character(briefing.identity, lang))
    yield from _asked(briefing, cited, lang)


def _details(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Block]:
    yield from in_full(briefing, lang)
    yield from _reports(briefing, lang)
    yield from _quality(briefing, cited, lang)
    yield from _figures(briefing, cited, lang)
    yield Paragraph(
        Text(
            "Demikian disampaikan untuk menjadi bahan tindak lanjut.", "Submitted for your follow-up."
        ).for_lang(lang)
    )


def _asked(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Block]:
    if briefing.needed:
        yield Heading(Text("Keputusan yang diperlukan", "Decisions needed").for_lang(lang))
        yield Items(tuple(asked_for(briefing.plan, briefing.needed, lang)), numbered=True)
        if not are_dated(briefing.plan, briefing.needed):
            yield Paragraph(UNDATED.for_lang(lang))
        yield from proposed_duties(briefing.plan, tuple(briefing.plan.indicator_by_code), lang)
    if briefing.risks:
        yield Heading(Text("Risiko", "Risks").for_lang(lang))
        yield Items(tuple(dangers(briefing, briefing.risks, cited, lang)), numbered=True)


def _reports(briefing: Briefing, lang: Lang) -> Iterator[Block]:
    """Give the other reports as chapters."""
    plan, inside = briefing.plan, briefing.inside
    chapters = (
        (Text("Status", "Status"), status.page(status.build(plan, inside.faults()), lang)),
        (Text("Kesenjangan", "Gaps"), gaps.page(briefing.gaps, lang)),
        (Text("Tahapan", "Stages"), stages.page(stages.build(plan), lang)),
        (Text("Koordinasi", "Coordination"), coordination.page(coordination.build(plan, inside.where), lang)),
        (
            Text("Daftar periksa OPD", "Checklists of the OPD"),
            checklist.overview(checklist.build(plan), lang),
        ),
    )
    for title, page in chapters:
        yield from chapter(title.for_lang(lang), page, plan, lang)


# -- data quality --------------------------------------------------------------------------


def _quality(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Block]:
    faults = briefing.inside.faults()
    yield Heading(Text("Mutu data", "Data quality").for_lang(lang))
    yield Paragraph(in_faults(faults.errors, faults.warnings, faults.notes).for_lang(lang))
    lines = tuple(
        Item(
            f"{flaw.verdict.indicator.code} {short_name(flaw.verdict.indicator, lang)}: {'; '.join(remarks)}"
        )
        for flaw in flawed(briefing.plan, briefing.verdicts)
        if (remarks := list(flaws(briefing.plan, flaw, lang)))
    )
    if lines:
        yield Items(lines)
    open_ones = [dispute for dispute in briefing.plan.disputes if dispute.resolution is None]
    if open_ones:
        title = Text(
            "Angka yang diterbitkan, tetapi bertentangan", "Published figures that contradict each other"
        )
        yield Heading(title.for_lang(lang), 3)
        yield from (_dispute(dispute, cited, lang) for dispute in open_ones)


def in_faults(errors: int, warnings: int, notes: int) -> Text:
    """Say what the check of the files finds."""
    if not errors and not warnings and not notes:
        return Text("Pemeriksaan berkas tidak menemukan kesalahan.", "The check of the files finds no fault.")
    return Text(
        f"Pemeriksaan berkas menemukan {errors} galat, {warnings} peringatan dan {notes} catatan.",
        f"The check of the files finds {many(errors, 'error')}, {many(warnings, 'warning')} and "
        f"{many(notes, 'note')}.",
    )


def _dispute(dispute: Dispute, cited: Citations, lang: Lang) -> Facts:
    undated = Text("tanpa tanggal", "undated").for_lang(lang)
    facts = tuple(
        Fact(
            statement.date.text(lang) if statement.date else undated,
            f"{statement.text} {''.join(cited.marks(statement.source))}",
        )
        for statement in dispute.statements
    )
    return Facts(f"{dispute.code} {dispute.topic}", facts)


# -- every figure ------------------------------------------------------------------------------

_COLUMNS = (
    (Text("Waktu", "Time"), Column("")),
    (Text("Nilai", "Value"), Column("", "right")),
    (Text("Ambang", "Threshold"), Column("", "right")),
    (Text("Verifikasi", "Verification"), Column("")),
    (Text("Terbit", "Published"), Column("")),
)


def _figures(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Block]:
    """Give every value that is known on the date, with its source."""
    groups = tuple(
        Group(f"{verdict.indicator.code} {full_name(verdict.indicator, lang)}", rows)
        for verdict in briefing.verdicts
        if (rows := tuple(_rows(briefing, verdict, cited, lang)))
    )
    if groups:
        yield Heading(Text("Angka dan sumbernya", "Figures and their sources").for_lang(lang))
        columns = titled(_COLUMNS, lang)
        caption = Text(
            "Semua nilai yang diketahui; yang tidak sebanding di bawahnya",
            "Every known value; those that do not compare below it",
        )
        yield Table(caption.for_lang(lang), columns, groups)
        yield from unsourced(briefing.plan, briefing.verdicts, lang)


def _rows(briefing: Briefing, verdict: Verdict, cited: Citations, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    unit = unit_of(verdict.indicator, lang)
    threshold = threshold_in_words(verdict, lang)
    basis = cited.marks(verdict.threshold.source) if verdict.threshold else ()
    stand_in = (verdict.substitute.value,) if verdict.substitute else ()
    values = series(briefing.plan, verdict.indicator) or stand_in
    remark = f" {SUBSTITUTE.for_lang(lang)}" if values and values == stand_in else ""
    if not values:
        none = Text("belum ada nilai", "no value yet").for_lang(lang)
        yield Cell(NOTHING), Cell(none, "unknown"), Cell(threshold, marks=basis), Cell(NOTHING), Cell(NOTHING)
        threshold, basis = "", ()
    for measurement, apart in _judged_first(briefing.plan, verdict, values):
        amount = with_unit(measurement.value, measurement.unit or unit, lang)
        differs = "".join(f", {reason.value.for_lang(lang)}" for reason in apart)
        yield (
            Cell(measurement.as_of.text(lang)),
            Cell(f"{amount}{'' if apart else remark}", marks=cited.marks(*source_codes(measurement))),
            Cell(threshold, marks=basis),
            Cell(f"{VERIFICATIONS[measurement.verification].for_lang(lang)}{differs}"),
            Cell(published(briefing.plan, measurement, lang) or NOTHING),
        )
        threshold, basis = "", ()


def _judged_first(
    plan: Plan, verdict: Verdict, values: Iterable[Value]
) -> Iterator[tuple[Measurement, tuple[Apart, ...]]]:
    """Give the values that count and their rivals, newest first; then the others, and in what they differ."""
    counting = [
        measurement for known in reversed(tuple(values)) for measurement in (known.measurement, *known.rivals)
    ]
    yield from ((measurement, ()) for measurement in counting)
    for measurement in reversed(set_aside(plan, verdict.indicator)):
        if not any(measurement is other for other in counting):
            yield measurement, why_apart(plan, verdict.indicator, measurement)
