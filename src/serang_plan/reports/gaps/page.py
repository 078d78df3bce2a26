"""Gaps: what is missing, how much, why, who answers for it, and what would close it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from serang_plan.analysis.indicators.standing import Standing
from serang_plan.analysis.outlook.gaps import Gaps
from serang_plan.analysis.outlook.sufficiency import Sufficiency
from serang_plan.page import (
    Block,
    Heading,
    Item,
    Page,
    Paragraph,
)
from serang_plan.reports.gaps.distances import distances
from serang_plan.reports.gaps.facts import gap_facts
from serang_plan.reports.parts.phrases import (
    next_steps,
    report_page,
    standing_figures,
)
from serang_plan.reports.parts.verdict_words import counts_line, legend
from serang_plan.wording import Lang, Text

CLASSES = (Standing.CONTRADICTED, Standing.UNMET, Standing.CLAIMED, Standing.UNKNOWN)
"""The classes in the order in which they are shown; they never merge."""


# -- the page ------------------------------------------------------------------------


def page(gaps: Gaps, lang: Lang) -> Page:
    """Lay the report out."""
    name = Text("kesenjangan", "gaps")
    return report_page(gaps.plan, name, _answer(gaps, lang), lang, details=_details(gaps, lang))


def _answer(report: Gaps, lang: Lang) -> Iterator[Block]:
    if words := _filtered(report, lang):
        yield Paragraph(words)
    yield standing_figures(report.counts, lang)
    if weakened := counts_line(report.verdicts, lang):
        yield Paragraph(weakened)
    if report.of(Standing.UNMET):
        yield Paragraph(_planned(report, lang))
    yield from distances((gap.verdict for gap in report.gaps), lang)
    for standing in CLASSES:
        if gaps := report.of(standing):
            yield Heading(f"{_HEADINGS[standing].for_lang(lang)} ({len(gaps)})")
            yield from (gap_facts(report.plan, gap, report.filters.year, lang) for gap in gaps)


def _details(report: Gaps, lang: Lang) -> Iterator[Block]:
    if len(report.gaps) > 1:
        yield Paragraph(ORDER.for_lang(lang), "muted")
    yield from legend((gap.verdict for gap in report.gaps), lang)
    yield from next_steps(_next(report, lang), lang)


ORDER = Text(
    "Urutan dalam tiap kelompok: lebih dulu yang belum direncanakan, lalu yang rencananya kurang; di "
    "dalamnya ambang hukum sebelum target nasional dan yang lain, lalu yang memburuk, lalu menurut kode.",
    "Order within each class: first what no action is planned for, then what the plan leaves short; among "
    "these, thresholds by law before national targets and others, then what gets worse, then by code.",
)
_HEADINGS = {
    Standing.CONTRADICTED: Text(
        "Bertentangan: dinyatakan lain dari data", "Contradicted: declared against the data"
    ),
    Standing.UNMET: Text("Belum terpenuhi", "Not met"),
    Standing.CLAIMED: Text(
        "Diklaim: dinyatakan terpenuhi tanpa bukti", "Claimed: declared met without evidence"
    ),
    Standing.UNKNOWN: Text("Tidak dapat dinilai", "Cannot be assessed"),
}


def _planned(gaps: Gaps, lang: Lang) -> str:
    """Say for how many of the unmet ones the plan suffices."""
    unmet = gaps.of(Standing.UNMET)
    counts = Counter(gap.sufficiency for gap in unmet)
    if len(unmet) == 1:
        (answer,) = counts
        words = ANSWERS[answer]
        return Text(
            f"Rencana untuk satu yang belum: {words.id}.", f"The plan for the one not met: {words.en}."
        ).for_lang(lang)
    answers = ", ".join(f"{counts[answer]} {words.for_lang(lang)}" for answer, words in ANSWERS.items())
    return Text(
        f"Rencana untuk {len(unmet)} yang belum: {answers}.",
        f"The plan for the {len(unmet)} not met: {answers}.",
    ).for_lang(lang)


ANSWERS = {
    Sufficiency.ENOUGH: Text("cukup", "enough"),
    Sufficiency.SHORT: Text("kurang", "short"),
    Sufficiency.CANNOT_SAY: Text("tidak dapat dikatakan", "cannot be said"),
    Sufficiency.NOTHING_PLANNED: Text("tanpa kegiatan", "without any action"),
}


def _filtered(gaps: Gaps, lang: Lang) -> str:
    """Say which indicators are shown, and for which year."""
    names = (
        (Text("OPD", "OPD"), gaps.filters.opd),
        (Text("aspek", "aspect"), gaps.filters.aspect),
        (Text("pilar", "pillar"), gaps.filters.pillar),
        (Text("akhir tahun", "end of"), gaps.filters.year),
    )
    words = ", ".join(f"{name.for_lang(lang)} {value}" for name, value in names if value is not None)
    whole, count = len(gaps.plan.indicators), sum(gaps.counts.values())
    return words and Text(
        f"Hanya {words}: {count} dari {whole} indikator.", f"Only {words}: {count} of {whole} indicators."
    ).for_lang(lang)


def _next(gaps: Gaps, lang: Lang) -> Iterator[Item]:
    if any(not gap.verdict.indicator.targets and gap.outlook for gap in gaps.gaps):
        yield Item(
            Text("Usulan target tahunan", "Propose yearly targets").for_lang(lang),
            "serang-plan stages --propose",
        )
    yield Item(
        Text("Berapa yang terpenuhi, tahun demi tahun", "How many are met, year by year").for_lang(lang),
        "serang-plan forecast",
    )
