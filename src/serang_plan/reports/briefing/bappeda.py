"""Bappeda's note: the whole of it, each report as a chapter, and every figure with its source."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.coordination.data_flaws import flawed
from serang_plan.analysis.indicators.evidence import series
from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.analysis.outlook.stages import stages_of
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
from serang_plan.reports.briefing.current_standing import position
from serang_plan.reports.briefing.decisions import asked_for
from serang_plan.reports.briefing.letter import head_of, laid_out, opening, planning_agency
from serang_plan.reports.briefing.meeting import in_full
from serang_plan.reports.briefing.phrases import unsourced
from serang_plan.reports.briefing.pillars import character
from serang_plan.reports.briefing.risks import dangers
from serang_plan.reports.briefing.value import Briefing
from serang_plan.reports.checklist import page as checklist
from serang_plan.reports.checklist.tasks import flaws
from serang_plan.reports.coordination import page as coordination
from serang_plan.reports.gaps import page as gaps
from serang_plan.reports.parts.phrases import (
    NOTHING,
    VERIFICATIONS,
    full_name,
    proposed_duties,
    short_name,
    threshold_of,
    titled,
    unit_of,
    with_unit,
)
from serang_plan.reports.stages import page as stages
from serang_plan.reports.status import page as status
from serang_plan.wording import Lang, Text, many


def page(found: Briefing, lang: Lang) -> Page:
    """Lay the note out."""
    cited = Citations(found.plan)
    body = tuple(_body(found, cited, lang))
    to = head_of(found.plan, planning_agency(found.plan), lang)
    return laid_out(found, to, body, cited, lang, compact=False)


def _body(found: Briefing, cited: Citations, lang: Lang) -> Iterator[Block]:
    yield Paragraph(opening(found, lang))
    yield Heading(Text("Ringkasan", "In short").for_lang(lang))
    yield from position(found, cited, lang)
    yield changed(found, cited, lang)
    yield Paragraph(character(found.identity, lang))
    yield from _asked(found, cited, lang)
    yield from in_full(found, lang)
    yield from _reports(found, lang)
    yield from _quality(found, cited, lang)
    yield from _figures(found, cited, lang)
    yield Paragraph(
        Text(
            "Demikian disampaikan untuk menjadi bahan tindak lanjut.", "Submitted for your follow-up."
        ).for_lang(lang)
    )


def _asked(found: Briefing, cited: Citations, lang: Lang) -> Iterator[Block]:
    if found.needed:
        yield Heading(Text("Keputusan yang diperlukan", "Decisions needed").for_lang(lang))
        yield Items(tuple(asked_for(found.plan, found.needed, lang)), numbered=True)
        yield from proposed_duties(found.plan, tuple(found.plan.indicator_by_code), lang)
    if found.risks:
        yield Heading(Text("Risiko", "Risks").for_lang(lang))
        yield Items(tuple(dangers(found, found.risks, cited, lang)), numbered=True)


def _reports(found: Briefing, lang: Lang) -> Iterator[Block]:
    """Give the other reports as chapters."""
    plan, inside = found.plan, found.inside
    chapters = (
        (Text("Status", "Status"), status.page(status.build(plan, inside.faults()), lang)),
        (Text("Kesenjangan", "Gaps"), gaps.page(found.gaps, lang)),
        (Text("Tahapan", "Stages"), stages.page(stages_of(plan), lang)),
        (Text("Koordinasi", "Coordination"), coordination.page(coordination.build(plan, inside.where), lang)),
        (
            Text("Daftar periksa OPD", "Checklists of the OPD"),
            checklist.overview(checklist.build(plan), lang),
        ),
    )
    for title, page in chapters:
        yield from chapter(title.for_lang(lang), page, plan, lang)


# -- data quality --------------------------------------------------------------------------


def _quality(found: Briefing, cited: Citations, lang: Lang) -> Iterator[Block]:
    faults = found.inside.faults()
    yield Heading(Text("Mutu data", "Data quality").for_lang(lang))
    yield Paragraph(in_faults(faults.errors, faults.warnings, faults.notes).for_lang(lang))
    lines = tuple(
        Item(f"{one.verdict.indicator.code} {short_name(one.verdict.indicator, lang)}: {'; '.join(said)}")
        for one in flawed(found.plan, found.verdicts)
        if (said := list(flaws(found.plan, one, lang)))
    )
    if lines:
        yield Items(lines)
    open_ones = [one for one in found.plan.disputes if one.resolution is None]
    if open_ones:
        title = Text(
            "Angka yang diterbitkan, tetapi bertentangan", "Published figures that contradict each other"
        )
        yield Heading(title.for_lang(lang), 3)
        yield from (_dispute(one, cited, lang) for one in open_ones)


def in_faults(errors: int, warnings: int, notes: int) -> Text:
    """Say what the check of the files finds."""
    if not errors and not warnings and not notes:
        return Text("Pemeriksaan berkas tidak menemukan kesalahan.", "The check of the files finds no fault.")
    return Text(
        f"Pemeriksaan berkas menemukan {errors} galat, {warnings} peringatan dan {notes} catatan.",
        f"The check of the files finds {many(errors, 'error')}, {many(warnings, 'warning')} and "
        f"{many(notes, 'note')}.",
    )


def _dispute(one: Dispute, cited: Citations, lang: Lang) -> Facts:
    undated = Text("tanpa tanggal", "undated").for_lang(lang)
    facts = tuple(
        Fact(
            said.date.text(lang) if said.date else undated, f"{said.text} {''.join(cited.marks(said.source))}"
        )
        for said in one.statements
    )
    return Facts(f"{one.code} {one.topic}", facts)


# -- every figure ------------------------------------------------------------------------------

_COLUMNS = (
    (Text("Waktu", "Time"), Column("")),
    (Text("Nilai", "Value"), Column("", "right")),
    (Text("Ambang", "Threshold"), Column("", "right")),
    (Text("Verifikasi", "Verification"), Column("")),
    (Text("Terbit", "Published"), Column("")),
)


def _figures(found: Briefing, cited: Citations, lang: Lang) -> Iterator[Block]:
    """Give every value that is known on the date, with its source."""
    groups = tuple(
        Group(f"{one.indicator.code} {full_name(one.indicator, lang)}", rows)
        for one in found.verdicts
        if (rows := tuple(_rows(found, one, cited, lang)))
    )
    if groups:
        yield Heading(Text("Angka dan sumbernya", "Figures and their sources").for_lang(lang))
        columns = titled(_COLUMNS, lang)
        caption = Text(
            "Semua nilai yang diketahui, tandingannya di bawahnya", "Every known value, rivals below it"
        )
        yield Table(caption.for_lang(lang), columns, groups)
        yield from unsourced(found.verdicts, lang)


def _rows(found: Briefing, verdict: Verdict, cited: Citations, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    unit = unit_of(verdict.indicator, lang)
    threshold = threshold_of(verdict, lang)
    basis = cited.marks(verdict.threshold.source) if verdict.threshold else ()
    if verdict.value is None:
        none = Text("belum ada nilai", "no value yet").for_lang(lang)
        yield Cell(NOTHING), Cell(none, "unknown"), Cell(threshold, marks=basis), Cell(NOTHING), Cell(NOTHING)
    for known in reversed(series(found.plan, verdict.indicator)):
        for one in (known.measurement, *known.rivals):
            yield (
                Cell(one.as_of.text(lang)),
                Cell(with_unit(one.value, unit, lang), marks=cited.marks(one.source)),
                Cell(threshold, marks=basis),
                Cell(VERIFICATIONS[one.verification].for_lang(lang)),
                Cell(_published(found.plan, one, lang)),
            )
            threshold, basis = "", ()


def _published(plan: Plan, one: Measurement, lang: Lang) -> str:
    """Write when a value was published: as written with it, else with its source."""
    source = plan.source_by_code.get(one.source or "")
    when = one.published or (source.published if source else None)
    return when.text(lang) if when else NOTHING
