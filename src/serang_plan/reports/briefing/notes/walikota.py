"""The Wali Kota's note: one sheet of paper, or two where it does not fit."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.indicators.standing import Standing
from serang_plan.page import Block, Heading, Items, Page, Paragraph
from serang_plan.reports.briefing.changes import changed
from serang_plan.reports.briefing.citations import Citations
from serang_plan.reports.briefing.current_standing import position
from serang_plan.reports.briefing.decisions import UNDATED, are_dated, asked_for
from serang_plan.reports.briefing.letter import asking_for_direction, laid_out, mayor, opening
from serang_plan.reports.briefing.meeting import in_short
from serang_plan.reports.briefing.message import message
from serang_plan.reports.briefing.pillars import character
from serang_plan.reports.briefing.risks import MOST, dangers
from serang_plan.reports.briefing.settled import became
from serang_plan.reports.briefing.unmet import unmet
from serang_plan.reports.briefing.value import Briefing
from serang_plan.reports.parts.phrases import proposed_duties
from serang_plan.wording import Lang, Text, many


def page(briefing: Briefing, lang: Lang) -> Page:
    """Lay the note out."""
    cited = Citations(briefing.plan)
    body, details = tuple(_body(briefing, cited, lang)), tuple(_details(briefing, cited, lang))
    to = mayor(briefing.plan, lang)
    in_short = message(briefing, to, lang)
    return laid_out(briefing, to, body, cited, lang, details=details, is_short=True, message=in_short)


def _body(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Block]:
    yield Paragraph(opening(briefing, lang))
    yield from in_short(briefing, lang)
    yield Heading(Text("Keadaan", "Where we stand").for_lang(lang))
    yield from position(briefing, cited, lang, with_lists=False)  # two sheets have no room for all of it
    yield from unmet(briefing, cited, lang)
    yield from decisions(briefing, lang)


def _details(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Block]:
    yield from in_brief(briefing, cited, lang)
    yield Heading(Text("Budaya lokal dan pilar", "Local culture and pillars").for_lang(lang))
    yield Paragraph(character(briefing.identity, lang))
    yield asking_for_direction(lang)


def decisions(briefing: Briefing, lang: Lang) -> Iterator[Block]:
    """Give every decision that is needed, with who carries it out and by when."""
    yield Heading(Text("Mohon keputusan", "Decisions needed").for_lang(lang))
    if not briefing.needed:
        yield Paragraph(_NOTHING.for_lang(lang))
        return
    yield Items(tuple(asked_for(briefing.plan, briefing.needed, lang)), numbered=True)
    remarks = [] if are_dated(briefing.plan, briefing.needed) else [UNDATED.for_lang(lang)]
    proposed = proposed_duties(briefing.plan, tuple(briefing.plan.indicator_by_code), lang)
    remarks += [paragraph.text for paragraph in proposed]
    if remarks:
        yield Paragraph(" ".join(remarks), "muted")


def in_brief(briefing: Briefing, cited: Citations, lang: Lang) -> Iterator[Block]:
    """Give the worst risks, what became of earlier decisions, and what has changed."""
    risky = tuple(dangers(briefing, briefing.risks[:MOST], cited, lang))
    yield Heading(Text("Risiko utama", "Main risks").for_lang(lang))
    yield Items(risky, numbered=True) if risky else Paragraph(_no_risk(briefing).for_lang(lang))
    title = Text("Tindak lanjut rakor dan perubahan", "Follow-up of earlier rakor, and changes")
    yield Heading(title.for_lang(lang))
    yield from became(briefing.plan, lang)
    yield changed(briefing, cited, lang)


_NOTHING = Text(
    "Tidak ada yang menunggu keputusan pada tanggal ini.", "Nothing waits for a decision on this date."
)


def _no_risk(briefing: Briefing) -> Text:
    """Say that no risk is seen; what is not known is no comfort."""
    if not briefing.verdicts:
        return Text("Belum dapat dilihat tanpa indikator.", "Cannot be seen without indicators.")
    unknown = briefing.counts[Standing.UNKNOWN]
    if unknown:
        return Text(
            f"Tidak ada risiko yang terlihat, tetapi {unknown} indikator belum dapat dinilai.",
            f"No risk is seen, but {many(unknown, 'indicator')} cannot be assessed yet.",
        )
    return Text("Tidak ada risiko yang terlihat dari rencana ini.", "The plan shows no risk.")
