"""What is not met, line by line: the value, the gap, who leads it, and what is needed by when."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.indicators.standing import Standing, Verdict
from serang_plan.analysis.meetings.deadlines import deadline_of
from serang_plan.analysis.meetings.pending_decisions import DecisionKind
from serang_plan.analysis.outlook.gaps import Gap
from serang_plan.page import Cell, Column, Group, Table
from serang_plan.reports.briefing.citations import Citations
from serang_plan.reports.briefing.phrases import indicator, sources_of, value
from serang_plan.reports.briefing.value import Briefing
from serang_plan.reports.parts.phrases import gap_in_words, threshold_of, titled
from serang_plan.reports.parts.verdict_words import undated_mark
from serang_plan.wording import Lang, Text, listed

_TITLES = {
    Standing.UNMET: Text("Belum terpenuhi", "Not met"),
    Standing.CONTRADICTED: Text("Dinyatakan berbeda dari data", "Declared against the data"),
    Standing.CLAIMED: Text("Dinyatakan terpenuhi tanpa bukti", "Declared met without evidence"),
}
_CAPTION = Text("Indikator yang belum terpenuhi", "Indicators that are not met")
_COLUMNS = (
    (Text("Indikator", "Indicator"), Column("", wrap=True)),
    (Text("Nilai dan kesenjangan", "Value and gap"), Column("", wrap=True, bare=True)),
    (Text("Pengampu", "Lead"), Column("", wrap=True)),
    (Text("Yang diperlukan", "Needed"), Column("", wrap=True)),
    (Text("Paling lambat", "By"), Column("", wrap=True)),
)


def unmet(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Table]:
    """Give a table of what is not met, by standing; nothing if there is nothing to close."""
    by_standing = ((standing, briefing.gaps.of(standing)) for standing in _TITLES)
    groups = tuple(
        Group(
            _TITLES[standing].for_lang(lang),
            tuple(_row(briefing, gap, cited, lang) for gap in gaps),
        )
        for standing, gaps in by_standing
        if gaps
    )
    if groups:
        one_kind = len(groups) == 1 and briefing.gaps.of(Standing.UNMET)
        shown = (groups[0]._replace(title=""),) if one_kind else groups
        yield Table(_CAPTION.for_lang(lang), titled(_COLUMNS, lang), shown)


def _row(briefing: Briefing, gap: Gap, cited: Citations, lang: Lang) -> tuple[Cell, ...]:
    verdict = gap.verdict
    basis = verdict.threshold.source if verdict.threshold else None
    return (
        Cell(indicator(briefing.plan, gap.code, lang)),
        Cell(_gap(verdict, lang), marks=cited.marks(*sources_of(verdict), basis)),
        Cell(listed(gap.leads, lang) or Text("belum ada", "nobody yet").for_lang(lang)),
        Cell(_needed(briefing, gap, lang)),
        Cell(_by(briefing, gap, lang)),
    )


def _gap(verdict: Verdict, lang: Lang) -> str:
    """Write the value and how far it is from the threshold: `12% (2025, turunan); kurang 8 poin dari …`."""
    gap = None if verdict.shown is None else gap_in_words(verdict, lang)
    words = "; ".join(filter(None, (value(verdict, lang), gap)))
    if verdict.threshold is None:
        return words
    goal = f"{threshold_of(verdict, lang)}{undated_mark(verdict, lang)}"
    if gap is None:
        return f"{words}; {Text('ambang', 'threshold').for_lang(lang)} {goal}"
    return f"{words} {Text('dari', 'against').for_lang(lang)} {goal}"


def _needed(briefing: Briefing, gap: Gap, lang: Lang) -> str:
    """Say what has to be decided for it; where nothing has, which actions have to be finished."""
    kinds = [pending.kind for pending in briefing.needed if gap.code in pending.indicators]
    if kinds:
        return listed([_NEEDED[kind].for_lang(lang) for kind in kinds], lang)
    left = [f"{part.code} {part.scheduled.action.name}" for part in gap.actions if part.scheduled.is_open]
    if left:
        return f"{Text('menyelesaikan', 'finish').for_lang(lang)} {listed(left, lang)}"
    if gap.actions:
        return Text("nilai baru sesudah kegiatannya selesai", "a value after its finished actions").for_lang(
            lang
        )
    return Text("belum ditentukan", "not settled yet").for_lang(lang)


_NEEDED = {
    DecisionKind.CONTRADICTED: Text("penetapan acuan", "which figure holds"),
    DecisionKind.NO_LEAD: Text("OPD pengampu", "a lead"),
    DecisionKind.TWO_LEADS: Text("satu pengampu saja", "one lead only"),
    DecisionKind.LEAD_GONE: Text("pengampu yang baru", "a new lead"),
    DecisionKind.NO_VALUE: Text("pengukuran", "a measurement"),
    DecisionKind.NO_SOURCE: Text("sumber nilainya", "the source of its value"),
    DecisionKind.NO_THRESHOLD: Text("ambang dan dasarnya", "a threshold and its basis"),
    DecisionKind.NO_ACTION: Text("rencana kegiatan", "planned actions"),
    DecisionKind.SHORT: Text("tambahan kegiatan", "more actions"),
    DecisionKind.INCOMPLETE: Text("rencana kegiatan yang lengkap", "complete plans for its actions"),
    DecisionKind.NO_TARGET: Text("target tahunan", "yearly targets"),
    DecisionKind.NO_RUNNER: Text("OPD pelaksana kegiatan", "an OPD to run its actions"),
    DecisionKind.ORDER: Text("penyelarasan jadwal kegiatan", "an order of its actions that works"),
    DecisionKind.OVERDUE: Text("tindak lanjut keputusan rakor", "follow-up of a decision of a rakor"),
}


def _by(briefing: Briefing, gap: Gap, lang: Lang) -> str:
    """Say by when it has to be reached: `akhir 2029`, `target 2026`, `akhir 2024, sudah lewat`."""
    deadline = deadline_of(briefing.plan, gap.verdict)
    if deadline is None:
        return Text("belum ditetapkan", "not set yet").for_lang(lang)
    year = deadline.year
    if deadline.is_target:
        return Text(f"akhir {year} (target)", f"end of {year} (target)").for_lang(lang)
    if year < briefing.plan.as_of.year:
        return Text(f"akhir {year}, sudah lewat", f"end of {year}, passed").for_lang(lang)
    return Text(f"akhir {year}", f"end of {year}").for_lang(lang)
