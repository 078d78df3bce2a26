"""The note as a message: what to do first, where the city stands, and what became of earlier decisions."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.indicators.standing import Standing
from serang_plan.analysis.meetings.pending_decisions import PendingDecision
from serang_plan.page import Block, Heading, Item, Items, Paragraph
from serang_plan.reports.briefing.current_standing import how_many
from serang_plan.reports.briefing.decisions import by_when, in_brief, owners
from serang_plan.reports.briefing.phrases import MOST_NAMED, indicator
from serang_plan.reports.briefing.settled import became
from serang_plan.reports.briefing.value import Briefing
from serang_plan.reports.parts.phrases import banners, gap_in_words
from serang_plan.wording import Lang, Text, full_date, listed

_MOST_OWNERS = 4


def message(briefing: Briefing, to: str, lang: Lang) -> tuple[Block, ...]:
    """Give what leaders read on a telephone, what matters most first."""
    return tuple(_blocks(briefing, to, lang))


def _blocks(briefing: Briefing, to: str, lang: Lang) -> Iterator[Block]:
    plan = briefing.plan
    yield Paragraph(f"{Text('Yth.', 'To').for_lang(lang)} {to}, {full_date(plan.as_of, lang)}")
    yield from (Paragraph(banner.text) for banner in banners(plan, lang))
    first = briefing.needed[:MOST_NAMED]
    if first:
        yield Heading(Text("Yang perlu diputuskan lebih dulu", "To be decided first").for_lang(lang))
        yield Items(tuple(Item(_decision(briefing, pending, lang)) for pending in first), numbered=True)
    yield Heading(Text("Keadaan", "Where we stand").for_lang(lang))
    yield Paragraph(how_many(briefing, lang))
    if unmet := tuple(Item(text) for text in _unmet(briefing, lang)):
        yield Paragraph(Text("Yang belum terpenuhi:", "Not met:").for_lang(lang))
        yield Items(unmet)
    yield from _follow_up(briefing, lang)
    yield Paragraph(Text("Selengkapnya dalam nota dinas.", "The note has the rest.").for_lang(lang))


def _decision(briefing: Briefing, pending: PendingDecision, lang: Lang) -> str:
    carried = owners(pending, lang)
    if len(pending.owners) > _MOST_OWNERS:
        carried = f"{len(pending.owners)} OPD"
    by = by_when(briefing.plan, pending, lang)
    return " ".join(filter(None, (f"{in_brief(briefing.plan, pending, lang)} ({carried}).", by)))


def _unmet(briefing: Briefing, lang: Lang) -> Iterator[str]:
    """Name each unmet indicator with the year of its value, its gap and lead."""
    for gap in briefing.gaps.of(Standing.UNMET):
        leads = f" ({listed(gap.leads, lang)})" if gap.leads else ""
        year = f" ({judged.measurement.as_of.year})" if (judged := gap.verdict.value) else ""
        yield f"{indicator(briefing.plan, gap.code, lang)}{year}: {gap_in_words(gap.verdict, lang)}{leads}"


def _follow_up(briefing: Briefing, lang: Lang) -> Iterator[Block]:
    followed = tuple(became(briefing.plan, lang))
    if followed:
        yield Heading(Text("Tindak lanjut rakor", "Follow-up of earlier rakor").for_lang(lang))
        yield from followed
