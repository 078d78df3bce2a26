"""Follow-up as sheets: a line for each decision and OPD, how the dates were moved, and the counts."""

from __future__ import annotations

from collections.abc import Callable

from serang_plan.analysis.duties.decision_life import DecisionLife, Postponement
from serang_plan.analysis.rakor.tally import Tally, by_opd, by_rakor
from serang_plan.model.plan import Plan
from serang_plan.page import Sheet
from serang_plan.reports.follow_up.matrix import MatrixLine, last_told, matrix_lines, responsible
from serang_plan.reports.follow_up.page import FollowUp
from serang_plan.reports.parts import decision_phrases as words_of
from serang_plan.reports.parts.phrases import plan_title
from serang_plan.reports.parts.sheet_columns import CODE, OPD, Field, filled, joined, sheet, yes_no
from serang_plan.wording import Lang, Text, full_date, untranslated


def sheets(follow_up: FollowUp, lang: Lang) -> tuple[Sheet, ...]:
    """Return the matrix, of all or of one OPD, then the postponements and the counts."""
    plan = follow_up.plan
    every_line = [*matrix_lines(plan, follow_up.lives, follow_up.blocked, follow_up.opd)]
    postponed = [(line.life, moved) for line in every_line for moved in line.life.postponements]
    matrix = sheet(Text("Tindak lanjut", "Follow-up"), _fields(plan), every_line, lang)
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


RAKOR = untranslated("Rakor")
_POSTPONED = Text("Penggeseran tenggat", "Due dates moved")


def _fields(plan: Plan) -> tuple[Field[MatrixLine], ...]:
    """Return the columns: first those of a matriks tindak lanjut, then what follows from the history."""
    return (
        (Text("No.", "No."), lambda line, _: line.number),
        (Text("Nomor rapat", "Meeting"), lambda line, _: line.life.rakor.code),
        (Text("Judul rapat", "Title of the meeting"), lambda _, lang: plan_title(plan, lang)),
        (RAKOR, lambda line, _: line.life.rakor.date),
        (CODE, lambda line, _: line.life.decision.code),
        (Text("Keputusan", "Decision"), lambda line, _: line.life.decision.text),
        (Text("Uraian (kabar terakhir)", "Latest news"), lambda line, lang: last_told(line.life, lang)),
        (
            Text("Keluaran atau bukti selesai", "Output or proof"),
            lambda line, _: line.life.decision.done_when,
        ),
        (Text("Unit penanggung jawab", "OPD in charge"), lambda line, _: line.life.opd),
        (Text("Penanggung jawab", "In charge"), lambda line, lang: responsible(plan, line.life, lang)),
        (Text("Pendukung", "Support"), lambda line, _: joined(line.life.decision.support)),
        (Text("Tenggat semula", "First due"), lambda line, _: line.life.first_due),
        (Text("Tenggat kini", "Due now"), lambda line, _: line.life.due),
        (Text("Prioritas", "Priority"), lambda line, _: line.priority),
        (Text("Keadaan", "Standing"), lambda line, lang: line.life.state.word.for_lang(lang)),
        (Text("Bukti dukung", "Evidence"), lambda line, _: line.life.evidence),
        (Text("Sumber dana", "Paid from"), lambda line, _: joined(line.funding)),
        (Text("Kendala", "In the way"), lambda line, _: line.life.obstacle),
        (Text("Umur (hari)", "Age (days)"), lambda line, _: line.life.age_days),
        (Text("Umur (rakor)", "Age (rakor)"), lambda line, _: line.life.age_rakor),
        *_DERIVED,
    )


_DERIVED: tuple[Field[MatrixLine], ...] = (
    (Text("Menyangkut", "About"), lambda line, _: joined(line.life.decision.matters)),
    (Text("Menunggu", "Waits for"), lambda line, _: joined(line.life.decision.waits_for)),
    (Text("Digeser (kali)", "Moved (times)"), lambda line, _: len(line.life.postponements)),
    (
        Text("Terlambat dari tenggat semula (hari)", "Days after first due"),
        lambda line, _: line.life.days_late,
    ),
    (
        Text("Terlambat dari tenggat kini (hari)", "Days after due now"),
        lambda line, _: line.life.days_past_due,
    ),
    (Text("Dilaporkan selesai", "Reported done"), lambda line, _: line.life.reported),
    (Text("Selesai sejak", "Settled"), lambda line, _: line.life.settled),
    (Text("Tepat waktu", "In time"), lambda line, lang: _in_time(line.life, lang)),
    (Text("Tanpa kabar (rakor)", "Silent (rakor)"), lambda line, _: line.life.silent_rakor),
    (Text("Dibawa ke", "Goes to"), lambda line, _: line.life.escalation.to if line.life.escalation else None),
    (Text("Menahan (banyaknya)", "Holds up (count)"), lambda line, _: line.blocked),
    (Text("Catatan semula", "First note"), lambda line, _: line.life.first_note),
    (Text("Digantikan oleh", "Superseded by"), lambda line, _: line.life.superseded_by),
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
    (Text("Diterima, tepat waktu", "Accepted, on time"), _count(lambda counts: counts.in_time)),
    (Text("Dilaporkan selesai", "Reported done"), _count(lambda counts: counts.reported)),
    (Text("Belum selesai", "Not done"), _count(lambda counts: counts.pending)),
    (Text("Lewat waktu", "Overdue"), _count(lambda counts: counts.overdue)),
    (Text("Tidak dapat ditindaklanjuti", "Cannot be acted upon"), _count(lambda counts: counts.excused)),
    (Text("Digantikan", "Superseded"), _count(lambda counts: counts.superseded)),
)
