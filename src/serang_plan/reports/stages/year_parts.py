"""What all years and a single one say alike: focus, results, what was put off, who has too much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from serang_plan.analysis.actions.schedule import CarriedOver, Scheduled
from serang_plan.analysis.indicators.strength import Strength
from serang_plan.analysis.outlook.stages import DueTarget, StageYear, TargetResult
from serang_plan.model.plan import Plan
from serang_plan.page import (
    Block,
    Heading,
    Item,
    Items,
    Tone,
)
from serang_plan.wording import Lang, Text


def focus(year: StageYear) -> str:
    """Return what a year is for; nothing if that is not set."""
    return "; ".join(stage.focus for stage in year.stages if stage.focus)


def focus_opd(year: StageYear) -> tuple[str, ...]:
    """Return who is in the lead of a year's focus."""
    return tuple(dict.fromkeys(opd for stage in year.stages for opd in stage.opd))


RESULTS: dict[TargetResult, tuple[Text, Tone]] = {
    TargetResult.REACHED: (Text("tercapai", "reached"), "good"),
    TargetResult.MISSED: (Text("tidak tercapai", "missed"), "bad"),
    TargetResult.UNKNOWN: (Text("tidak diketahui", "not known"), "unknown"),
    TargetResult.AHEAD: (Text("belum waktunya", "not due yet"), "muted"),
}


def result_in_words(due: DueTarget, lang: Lang) -> str:
    """Say what became of a target; of a reached one, on what that rests: `tercapai (sekunder)`."""
    words = RESULTS[due.result][0].for_lang(lang)
    if due.result is not TargetResult.REACHED or due.strength in (None, Strength.PRIMARY):
        return words
    return f"{words} ({due.strength.word.for_lang(lang)})"


def called(action: Scheduled) -> str:
    """Write an action with its code."""
    return f"{action.code} {action.action.name}"


def carried_over(moves: Sequence[CarriedOver], lang: Lang) -> Iterator[Block]:
    """Give what was put off."""
    if moves:
        yield Heading(f"{Text('Digeser', 'Carried over').for_lang(lang)} ({len(moves)})")
        yield Items(tuple(Item(_move(move, lang)) for move in moves))


def _move(carried: CarriedOver, lang: Lang) -> str:
    """Write a move: from when, to when, from whom to whom, when that was known, and why."""
    unknown = Text("waktu yang tidak ditulis", "an unwritten time").for_lang(lang)
    before, after = (carried.before.text(lang) if carried.before else unknown), carried.move.to.text(lang)
    who = (
        f"; {carried.opd or '?'} → {carried.move.opd}" if carried.move.opd not in (None, carried.opd) else ""
    )
    words = Text(f"dari {before} ke {after}", f"from {before} to {after}").for_lang(lang)
    reason = carried.move.reason or Text("alasan tidak ditulis", "no reason written").for_lang(lang)
    known = (
        f" ({Text('diketahui', 'known').for_lang(lang)} {carried.move.known.text(lang)})"
        if carried.move.known
        else ""
    )
    return f"{called(carried.scheduled)}: {words}{known}{who}; {reason}"


def overloaded(years: Sequence[StageYear], plan: Plan, lang: Lang) -> Iterator[Block]:
    """Give who has more actions in a year than the plan allows."""
    crowded = [(year.year, opd, count) for year in years for opd, count in year.crowded]
    if crowded:
        most = plan.settings.most_actions
        heading = Text(f"Lebih dari {most} kegiatan setahun", f"More than {most} actions in a year")
        yield Heading(heading.for_lang(lang))
        yield Items(tuple(Item(f"{year}: {opd} ({count})", tone="warn") for year, opd, count in crowded))
