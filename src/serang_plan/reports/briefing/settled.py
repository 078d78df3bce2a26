"""What became of the decisions of rakor, in two sentences: done and in time, overdue and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from serang_plan.analysis.duties.decision_life import DecisionLife, DecisionState, decision_lives
from serang_plan.analysis.rakor.tally import Tally, tally
from serang_plan.model.plan import Plan
from serang_plan.page import Paragraph
from serang_plan.reports.briefing.phrases import all_of
from serang_plan.reports.parts.decision_phrases import in_charge
from serang_plan.wording import Lang, Text, capitalised, lasting, many


def became(plan: Plan, lang: Lang) -> Iterator[Paragraph]:
    """Say how many decisions are closed, and how many in time; then what is overdue, or not known."""
    lives = decision_lives(plan)
    if lives:
        yield Paragraph(in_sentences(tally(lives), _latest(lives), lang))


def in_sentences(counts: Tally, latest: DecisionLife | None, lang: Lang) -> str:
    """Say it in two sentences, or in one where nobody has said how any decision stands."""
    if counts.unknown == counts.decisions:
        return _nothing_known(counts.decisions).for_lang(lang)
    return f"{closed(counts).for_lang(lang)} {still_open(counts, latest, lang)}".rstrip()


def _nothing_known(count: int) -> Text:
    if count == 1:
        return Text(
            "Keadaan satu-satunya keputusan rakor belum diketahui.",
            "How the only decision of a rakor stands is not known.",
        )
    return Text(
        f"Keadaan {all_of(count).id} keputusan rakor belum diketahui.",
        f"How {all_of(count).en} decisions of rakor stand is not known.",
    )


def _latest(lives: Sequence[DecisionLife]) -> DecisionLife | None:
    """Return the overdue decision whose present due date passed first."""
    return max(
        (life for life in lives if life.is_overdue and life.state is not DecisionState.UNKNOWN),
        key=lambda life: life.days_past_due,
        default=None,
    )


def closed(counts: Tally) -> Text:
    """Say how many decisions were accepted as done, and how many of them in time."""
    whole, done, timely = counts.decisions, counts.accepted, counts.in_time
    if whole == 1:
        stands = Text("belum selesai", "is open")
        if done:
            stands = Text("sudah diterima selesai", "has been accepted as done")
        in_time = Text(" tepat waktu", " in time") if timely else Text("", "")
        return Text(
            f"Satu-satunya keputusan rakor {stands.id}{in_time.id}.",
            f"The only decision of a rakor {stands.en}{in_time.en}.",
        )
    if not done:
        return Text(
            f"Dari {whole} keputusan rakor, belum ada yang diterima selesai.",
            f"Of {many(whole, 'decision')} of rakor, none has been accepted as done.",
        )
    in_time = Text(f"{timely} di antaranya tepat waktu", f"{timely} of them on time")
    if not timely:
        in_time = Text("tidak satu pun tepat waktu", "none of them on time")
    has = "has" if done == 1 else "have"
    return Text(
        f"Dari {whole} keputusan rakor, {done} sudah diterima selesai, {in_time.id}.",
        f"Of {many(whole, 'decision')} of rakor, {done} {has} been accepted as done, {in_time.en}.",
    )


def still_open(counts: Tally, latest: DecisionLife | None, lang: Lang) -> str:
    """Say how many are overdue, the longest by how much, how many are open besides, and what is not known."""
    parts = [part.for_lang(lang) for part in _open(counts)]
    if latest is not None and counts.overdue:
        late, who = lasting(latest.days_past_due, lang), in_charge(latest, lang)
        longest = Text("terlama ", "the longest ").for_lang(lang) if counts.overdue > 1 else ""
        parts[0] += f", {longest}{late} ({latest.code}, {who})"
    return f"{capitalised('; '.join(parts))}." if parts else ""


def _open(counts: Tally) -> Iterator[Text]:
    late, others = counts.overdue, counts.pending - counts.overdue
    if late:
        yield Text(f"{late} lewat batas waktu", f"{late} {'is' if late == 1 else 'are'} past the due date")
    elif counts.pending:
        yield Text("tidak ada yang lewat batas waktu", "nothing is past its due date")
    if others:
        yield Text(f"{others} masih berjalan", f"{others} {'is' if others == 1 else 'are'} under way")
    if counts.reported:
        yield Text(
            f"{counts.reported} dilaporkan selesai, belum diterima",
            f"{counts.reported} reported done, not yet accepted",
        )
    if counts.unknown:
        yield Text(
            f"keadaan {counts.unknown} keputusan belum diketahui",
            f"how {counts.unknown} {'stands' if counts.unknown == 1 else 'stand'} is not known",
        )
