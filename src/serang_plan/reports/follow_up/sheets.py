"""Follow-up as sheets: a line for each decision and OPD, how the dates were moved, and the counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from serang_plan.analysis.rakor.decision_life import DecisionLife, Postponement
from serang_plan.analysis.rakor.tally import Tally, by_opd, by_rakor
from serang_plan.page import Sheet
from serang_plan.reports.follow_up.page import FollowUp
from serang_plan.reports.parts import decision_phrases as words_of
from serang_plan.reports.parts.sheet_columns import CODE, OPD, Field, filled, joined, sheet, yes_no
from serang_plan.wording import Lang, Text, full_date, untranslated


class MatrixLine(NamedTuple):
    """A line of the matrix, and how much waits for it as long as it is open."""

    life: DecisionLife
    blocked: int | None


def sheets(follow_up: FollowUp, lang: Lang) -> tuple[Sheet, ...]:
    """Return the matrix, of all or of one OPD, then the postponements and the counts."""
    every_line = [*_lines(follow_up)]
    postponed = [(line.life, moved) for line in every_line for moved in line.life.postponements]
    matrix = sheet(Text("Tindak lanjut", "Follow-up"), _FIELDS, every_line, lang)
    if follow_up.opd:
        return filled(matrix, sheet(_POSTPONED, _POSTPONEMENTS, postponed, lang))
    return filled(
        matrix,
        sheet(_POSTPONED, _POSTPONEMENTS, postponed, lang),
        sheet(
            Text("Menurut OPD", "By OPD"), ((OPD, _name), *_COUNTS), [*by_opd(follow_up.lives).items()], lang
        ),
        sheet(
            Text("Menurut rakor", "By rakor"),
            ((RAKOR, _name), *_COUNTS),
            [(full_date(rakor.date, lang), counts) for rakor, counts in by_rakor(follow_up.lives)],
            lang,
        ),
    )


def _lines(follow_up: FollowUp) -> Iterator[MatrixLine]:
    for life in follow_up.lives:
        blocked = follow_up.blocked.get(life.decision.anchor)
        for line in life.lines:
            if follow_up.opd in ("", line.opd, *line.decision.support):
                yield MatrixLine(line, blocked.weight if blocked else None)


RAKOR = untranslated("Rakor")
_POSTPONED = Text("Penggeseran tenggat", "Due dates moved")
_FIELDS: tuple[Field[MatrixLine], ...] = (
    (RAKOR, lambda line, _: line.life.rakor.date),
    (CODE, lambda line, _: line.life.decision.code),
    (Text("Keputusan", "Decision"), lambda line, _: line.life.decision.text),
    (Text("Keluaran atau bukti selesai", "Output or proof"), lambda line, _: line.life.decision.done_when),
    (Text("Penanggung jawab", "In charge"), lambda line, _: line.life.opd),
    (Text("Pendukung", "Support"), lambda line, _: joined(line.life.decision.support)),
    (Text("Menyangkut", "About"), lambda line, _: joined(line.life.decision.matters)),
    (Text("Menunggu", "Waits for"), lambda line, _: joined(line.life.decision.waits_for)),
    (Text("Tenggat semula", "First due"), lambda line, _: line.life.first_due),
    (Text("Tenggat kini", "Due now"), lambda line, _: line.life.due),
    (Text("Digeser (kali)", "Moved (times)"), lambda line, _: len(line.life.postponements)),
    (
        Text("Terlambat dari tenggat semula (hari)", "Days after first due"),
        lambda line, _: line.life.days_late,
    ),
    (
        Text("Terlambat dari tenggat kini (hari)", "Days after due now"),
        lambda line, _: line.life.days_past_due,
    ),
    (Text("Keadaan", "Standing"), lambda line, lang: line.life.state.word.for_lang(lang)),
    (Text("Dilaporkan selesai", "Reported done"), lambda line, _: line.life.reported),
    (Text("Selesai sejak", "Settled"), lambda line, _: line.life.settled),
    (Text("Tepat waktu", "In time"), lambda line, lang: _in_time(line.life, lang)),
    (Text("Umur (hari)", "Age (days)"), lambda line, _: line.life.age_days),
    (Text("Umur (rakor)", "Age (rakor)"), lambda line, _: line.life.age_rakor),
    (Text("Tanpa kabar (rakor)", "Silent (rakor)"), lambda line, _: line.life.silent_rakor),
    (Text("Dibawa ke", "Goes to"), lambda line, _: line.life.escalation.to if line.life.escalation else None),
    (Text("Menahan (banyaknya)", "Holds up (count)"), lambda line, _: line.blocked),
    (Text("Bukti dukung", "Evidence"), lambda line, _: line.life.evidence),
    (Text("Kendala", "In the way"), lambda line, _: line.life.obstacle),
)


def _in_time(life: DecisionLife, lang: Lang) -> str | None:
    """Say whether a closed decision was in time; one that is open or has no date says nothing."""
    return yes_no(life.closed_in_time, lang) if life.is_closed and life.first_due else None


_POSTPONEMENTS: tuple[Field[tuple[DecisionLife, Postponement]], ...] = (
    (CODE, lambda pair, _: pair[0].code),
    (Text("Penanggung jawab", "In charge"), lambda pair, lang: words_of.in_charge(pair[0], lang)),
    (Text("Dicatat", "Recorded"), lambda pair, _: pair[1].entry.known.last),
    (Text("Oleh", "By"), lambda pair, _: pair[1].entry.by),
    (Text("Dari", "From"), lambda pair, _: pair[1].before),
    (Text("Menjadi", "To"), lambda pair, _: pair[1].after),
    (Text("Hari", "Days"), lambda pair, _: pair[1].days),
    (Text("Alasan", "Reason"), lambda pair, _: pair[1].entry.reason),
)


def _name(counted: tuple[str, Tally], _: Lang) -> str:
    return counted[0]


def _count(of: Callable[[Tally], int]) -> Callable[[tuple[str, Tally], Lang], int]:
    return lambda counted, _: of(counted[1])


_COUNTS: tuple[Field[tuple[str, Tally]], ...] = (
    (Text("Keputusan", "Decisions"), _count(lambda counts: counts.decisions)),
    (Text("Diterima", "Accepted"), _count(lambda counts: counts.accepted)),
    (Text("Diterima, tepat waktu", "Accepted, in time"), _count(lambda counts: counts.in_time)),
    (Text("Dilaporkan selesai", "Reported done"), _count(lambda counts: counts.reported)),
    (Text("Belum selesai", "Not done"), _count(lambda counts: counts.pending)),
    (Text("Lewat waktu", "Overdue"), _count(lambda counts: counts.overdue)),
    (Text("Tidak dapat ditindaklanjuti", "Cannot be acted upon"), _count(lambda counts: counts.excused)),
    (Text("Digantikan", "Superseded"), _count(lambda counts: counts.superseded)),
)
