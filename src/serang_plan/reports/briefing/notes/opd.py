"""The note for one OPD: its duties, its figures, and what to bring, with boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.coordination.obligations import Obligations
from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.model.plan import Plan
from serang_plan.page import Block, Cell, Column, Group, Heading, Page, Paragraph, Table
from serang_plan.reports.briefing.chapters import inside
from serang_plan.reports.briefing.citations import Citations
from serang_plan.reports.briefing.letter import laid_out
from serang_plan.reports.briefing.meeting import agenda
from serang_plan.reports.briefing.phrases import indicator, legend, sources_of, unsourced, value
from serang_plan.reports.briefing.value import Briefing
from serang_plan.reports.checklist import page as checklist
from serang_plan.reports.parts.offices import head_of
from serang_plan.reports.parts.phrases import (
    NOTHING,
    TONES,
    gap_in_words,
    proposed_duties,
    short_name,
    unit_of,
)
from serang_plan.reports.parts.verdict_words import threshold_in_words
from serang_plan.wording import Lang, Text, full_date, with_unit


def page(briefing: Briefing, lang: Lang) -> Page:
    """Lay the note out."""
    cited = Citations(briefing.plan)
    body = tuple(_body(briefing, cited, lang))
    return laid_out(
        briefing, head_of(briefing.plan, briefing.reader.opd, lang), body, cited, lang, is_short=True
    )


def _body(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Block]:
    lists = checklist.build(briefing.plan)
    code = briefing.reader.opd
    yield Paragraph(_opening(briefing, lang))
    yield from agenda(briefing, lang)
    yield from _figures(briefing.plan, lists.opd[code], cited, lang)
    yield Heading(Text("Tugas dan daftar periksa", "Duties and checklist").for_lang(lang))
    yield from inside(checklist.page_of_one(lists, code, lang), briefing.plan, lang)
    yield from proposed_duties(briefing.plan, tuple(_part_in(lists.opd[code])), lang)
    yield from legend(
        [indicator(briefing.plan, part.indicator, lang) for part in lists.opd[code].parts], lang
    )
    yield Paragraph(
        Text(
            "Demikian disampaikan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.",
            "Thank you for your attention and cooperation.",
        ).for_lang(lang)
    )


def _part_in(asked: Obligations) -> Iterator[str]:
    """Give the indicators that the OPD has a part in."""
    yield from (verdict.indicator.code for verdict in asked.leads)
    yield from (part.indicator for part in asked.parts)


def _opening(briefing: Briefing, lang: Lang) -> str:
    if briefing.rakor is not None:
        day = briefing.rakor.date
        return Text(
            f"Sehubungan dengan rakor {full_date(day, 'id')}, mohon Saudara menyiapkan hal-hal berikut.",
            f"Please prepare the following for the rakor of {full_date(day, 'en')}.",
        ).for_lang(lang)
    return Text(
        "Untuk rakor berikutnya, mohon Saudara menyiapkan hal-hal berikut.",
        "Please prepare the following for the next rakor.",
    ).for_lang(lang)


_COLUMNS = (
    (Text("Kode", "Code"), Column("")),
    (Text("Indikator", "Indicator"), Column("", wrap=True, bare=True)),
    (Text("Nilai terakhir", "Latest value"), Column("", wrap=True, bare=True)),
    (Text("Ambang", "Threshold"), Column("", "right")),
    (Text("Kesenjangan", "Gap"), Column("", bare=True)),
    (Text("Target {year}", "Target {year}"), Column("", "right", drop=1)),
)


def _figures(plan: Plan, asked: Obligations, cited: Citations, lang: Lang) -> Iterator[Block]:
    """Give the figures of the indicators that the OPD leads or delivers the figures of."""
    rows = tuple(_row(plan, verdict, cited, lang) for verdict in (*asked.leads, *asked.provides))
    if rows:
        year = plan.as_of.year
        columns = tuple(
            column._replace(title=title.for_lang(lang).format(year=year)) for title, column in _COLUMNS
        )
        yield Heading(Text("Angka", "Figures").for_lang(lang))
        caption = Text(
            "Indikator yang diampu atau disediakan datanya", "Indicators led, or figures delivered"
        )
        yield Table(caption.for_lang(lang), columns, (Group("", rows),))
        yield from unsourced(plan, (*asked.leads, *asked.provides), lang)


def _row(plan: Plan, verdict: Verdict, cited: Citations, lang: Lang) -> tuple[Cell, ...]:
    known, tone = verdict.indicator, TONES[verdict.standing]
    target = next((goal for goal in known.targets if goal.year == plan.as_of.year), None)
    threshold = verdict.threshold
    return (
        Cell(known.code, tone),
        Cell(short_name(known, lang)),
        Cell(value(verdict, lang), marks=cited.marks(*sources_of(verdict))),
        Cell(threshold_in_words(verdict, lang), marks=cited.marks(threshold.source) if threshold else ()),
        Cell(gap_in_words(verdict, lang), tone),
        Cell(with_unit(target.value, unit_of(known, lang), lang) if target else NOTHING),
    )
