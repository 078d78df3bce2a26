"""Decisions of rakor in words: who is in charge, when it is due, how late, how old, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.duties.decision_life import DecisionLife, DecisionState
from serang_plan.model.rakor import EVERYBODY
from serang_plan.page import Tone
from serang_plan.reports.parts.conflict_wording import shortened
from serang_plan.reports.parts.phrases import NOTHING
from serang_plan.wording import Lang, Text, lasting, short_date

IN_FULL = 1_000
"""What is signed or filed cuts no text."""
NOBODY = Text("belum disebut", "not named")
NO_DUE_DATE = Text("belum disebut", "not stated")
_TONES: dict[DecisionState, Tone] = {
    DecisionState.ACCEPTED: "good",
    DecisionState.REPORTED: "claimed",
    DecisionState.UNKNOWN: "unknown",
    DecisionState.IMPOSSIBLE: "muted",
    DecisionState.SUPERSEDED: "muted",
}


def named(life: DecisionLife, most: int = 120) -> str:
    """Write a decision by its code and text."""
    return " ".join(filter(None, (life.decision.code, shortened(life.decision.text, most))))


def in_charge(life: DecisionLife, lang: Lang) -> str:
    """Say who answers for a decision; of one for all, how many that are."""
    if life.opd is not None:
        return life.opd
    if life.decision.lead != EVERYBODY:
        return NOBODY.for_lang(lang)
    count = f" ({len(life.parts)})" if life.parts else ""
    return Text(f"semua OPD{count}", f"all OPD{count}").for_lang(lang)


def due(life: DecisionLife, lang: Lang) -> str:
    """Write the due date that holds now, and the first one if it was moved."""
    if life.due is None or life.first_due is None:
        return NO_DUE_DATE.for_lang(lang)
    if life.due == life.first_due:
        return short_date(life.due, lang)
    now, first, times = short_date(life.due, lang), short_date(life.first_due, lang), len(life.postponements)
    moved = Text(f", digeser {times} kali", f", moved {'once' if times == 1 else f'{times} times'}")
    return Text(
        f"{now} (semula {first}{moved.id if times else ''})",
        f"{now} (first {first}{moved.en if times else ''})",
    ).for_lang(lang)


def late(life: DecisionLife, lang: Lang) -> str:
    """Say how late a decision is against its first due date, and against the one that holds now."""
    if not life.days_late:
        return NOTHING
    first = lasting(life.days_late, lang)
    if life.days_past_due == life.days_late:
        return first
    if not life.days_past_due:
        return Text(
            f"{first} dari tenggat semula, belum dari tenggat kini",
            f"{first} after the first date, not after the present one",
        ).for_lang(lang)
    now = lasting(life.days_past_due, lang)
    return Text(
        f"{first} dari tenggat semula, {now} dari tenggat kini",
        f"{first} after the first date, {now} after the present one",
    ).for_lang(lang)


def age(life: DecisionLife, lang: Lang) -> str:
    """Write the age of a decision in days and in rakor through which it was carried."""
    days = lasting(life.age_days, lang)
    if not life.age_rakor:
        return days
    return Text(
        f"{days}, terbawa {life.age_rakor} rakor", f"{days}, carried through {life.age_rakor} rakor"
    ).for_lang(lang)


def state(life: DecisionLife, lang: Lang) -> str:
    """Say how a decision stands; of one for all, how many have reported."""
    if code := life.superseded_by:
        return Text(f"digantikan oleh {code}", f"superseded by {code}").for_lang(lang)
    word = life.state.word.for_lang(lang)
    reported = sum(bool(part.reported or part.settled) for part in life.parts)
    if not life.parts or not life.is_open:
        return word
    return Text(
        f"{word}; {reported} dari {len(life.parts)} OPD sudah melapor",
        f"{word}; {reported} of {len(life.parts)} OPD {'has' if reported == 1 else 'have'} reported",
    ).for_lang(lang)


def in_the_way(life: DecisionLife, lang: Lang) -> Iterator[str]:
    """Say what stands in the way, and beside it what was noted when it was decided."""
    if life.obstacle:
        yield Text(f"kendala: {life.obstacle}", f"in the way: {life.obstacle}").for_lang(lang)
    if first := noted_at_first(life, lang):
        yield first


def noted_at_first(life: DecisionLife, lang: Lang) -> str | None:
    """Say what was noted when it was decided, where a later report notes something else."""
    first = life.first_note
    return Text(f"catatan semula: {first}", f"noted at first: {first}").for_lang(lang) if first else None


def tone(life: DecisionLife) -> Tone:
    """Return what the standing of a decision looks like."""
    return "warn" if life.is_overdue else _TONES.get(life.state, "plain")
