"""Rules of rakor (R): decisions without a lead, a date, a status or a proof."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from serang_plan.analysis.duties.decision_life import (
    DecisionLife,
    DecisionState,
    decision_lives,
    is_by_itself,
)
from serang_plan.analysis.duties.follow_up import FollowedDecision, followed
from serang_plan.analysis.duties.leads import leads_on
from serang_plan.analysis.rakor.decision_order import repeated_decisions, waiting_circles
from serang_plan.analysis.rakor.fingerprint import has_changed
from serang_plan.findings import Finding, Label, Severity
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision
from serang_plan.places import Pointer
from serang_plan.rules._decisions import called, entries, last_news, open_decisions
from serang_plan.rules._indicator_named import indicator_named
from serang_plan.rules._plan_rule import rule
from serang_plan.wording import Text, number, short_date
from serang_plan.wording import backquoted as show


@rule("R801")
def decision_without_lead(plan: Plan) -> Iterator[Finding]:
    """Keputusan rakor tidak punya penanggung jawab.

    A decision of a rakor has nobody in charge.

    Mengapa: keputusan yang menjadi urusan semua orang tidak dikerjakan siapa pun, dan tidak muncul dalam
    daftar tugas OPD mana pun.

    Why: what is everybody's business is done by nobody, and stands on no OPD's checklist.

    Salah:

        - {code: R1-1, text: Data tempat tidur RS dikirim, due: 2026-07-31, status: proses}

    Benar:

        - {code: R1-1, text: Data tempat tidur RS dikirim, lead: DINKES, due: 2026-07-31, status: proses}
    """
    for follow_up in open_decisions(plan):
        if follow_up.decision.lead is None:
            message = Text(
                f"keputusan {follow_up.called} tidak punya penanggung jawab",
                f"decision {follow_up.called} has nobody in charge",
            )
            yield decision_without_lead.finding(
                message, follow_up.at, help=_decision_without_lead_advice(plan, follow_up)
            )


def _decision_without_lead_advice(plan: Plan, follow_up: FollowedDecision) -> Text:
    indicator = next(iter(follow_up.decision.matters), "")
    leads = leads_on(plan, indicator, follow_up.rakor.date)
    if len(leads) == 1:
        lead, of = show(f"lead: {leads[0]}"), indicator_named(plan, indicator)
        return Text(
            f"tambahkan penanggung jawabnya, misalnya {lead}, pengampu {of.id}",
            f"add who is in charge, for example {lead}, the lead of {of.en}",
        )
    return Text(
        "tambahkan `lead` dengan satu kode OPD, atau `lead: semua` bila berlaku untuk semua OPD",
        "add `lead` with the code of one OPD, or `lead: semua` if it is for every OPD",
    )


_USUAL = timedelta(days=30)


@rule("R802", Severity.WARNING)
def decision_without_due(plan: Plan) -> Iterator[Finding]:
    """Keputusan rakor tidak punya batas waktu.

    A decision of a rakor has no due date.

    Mengapa: tanpa batas waktu, keputusan tidak pernah terlambat dan karena itu tidak pernah ditagih.

    Why: without a due date a decision is never late, so nobody asks for it.

    Salah:

        - {code: R1-1, text: Titik halte disepakati, lead: DISHUB, status: proses}

    Benar:

        - {code: R1-1, text: Titik halte disepakati, lead: DISHUB, due: 2026-08-31, status: proses}
    """
    for follow_up in open_decisions(plan):
        if follow_up.decision.due is None:
            due = show(f"due: {max(follow_up.rakor.date, plan.as_of) + _USUAL}")
            message = Text(
                f"keputusan {follow_up.called} tidak punya batas waktu",
                f"decision {follow_up.called} has no due date",
            )
            advice = Text(
                f"sepakati batas waktunya, lalu tulis misalnya {due}",
                f"agree on a date, then write for example {due}",
            )
            yield decision_without_due.finding(message, follow_up.at, help=advice)


@rule("R803", Severity.WARNING)
def decision_without_code(plan: Plan) -> Iterator[Finding]:
    """Keputusan rakor tidak punya kode.

    A decision of a rakor has no code.

    Mengapa: tanpa kode, keputusan yang sama tidak bisa dikenali lagi pada rakor berikutnya: mana yang
    dilanjutkan, mana yang hilang.

    Why: without a code, a decision cannot be recognised at the next rakor: which one went on, which one
    vanished.

    Salah:

        - {text: Titik halte disepakati, lead: DISHUB, due: 2026-08-31, status: proses}

    Benar:

        - {code: R2-2, text: Titik halte disepakati, lead: DISHUB, due: 2026-08-31, status: proses}
    """
    used = {decision.code for rakor in plan.rakor for decision in rakor.decisions}
    for nth_rakor, rakor in enumerate(plan.rakor, 1):
        for nth, decision in enumerate(rakor.decisions, 1):
            if decision.code is None:
                yield _decision_without_code_finding(decision, _free(nth_rakor, nth, used))


def _decision_without_code_finding(decision: Decision, free: str) -> Finding:
    text = show(decision.text)
    message = Text(f"keputusan {text} tidak punya kode", f"decision {text} has no code")
    advice = Text(f"tambahkan kode, misalnya `code: {free}`", f"add a code, for example `code: {free}`")
    return decision_without_code.finding(message, decision.at("text"), help=advice)


def _free(nth_rakor: int, nth: int, used: set[str | None]) -> str:
    """Return a code that is not used yet, and keep it from being proposed twice."""
    while (code := f"R{nth_rakor}-{nth}") in used:
        nth += 1
    used.add(code)
    return code


@rule("R804", Severity.WARNING)
def overdue_decision(plan: Plan) -> Iterator[Finding]:
    """Keputusan rakor sudah lewat batas waktunya dan belum selesai.

    A decision of a rakor is past its due date and not done.

    Mengapa: yang menunggu keputusan ini ikut terlambat. Di rakor berikutnya perlu jelas apa kendalanya
    dan siapa yang membantu.

    Why: whoever waits for it is late as well. The next rakor must hear what is in the way and who helps.

    Salah:

        - {code: R1-2, text: Lahan TPS disiapkan, lead: DLH, due: 2026-04-15, status: proses}

    Benar:

        - {code: R1-2, text: Lahan TPS disiapkan, lead: DLH, due: 2026-07-15, status: proses}
    """
    for follow_up in open_decisions(plan):
        if follow_up.days_late:
            dated = (entry for entry in reversed(follow_up.life.entries) if entry.due is not None)
            at = next(dated, follow_up.decision).at("due")
            yield overdue_decision.finding(
                _overdue_decision_message(follow_up.called, follow_up.days_late),
                at,
                help=_overdue_decision_advice(follow_up.decision.code),
            )


def _overdue_decision_message(called: str, days: int) -> Text:
    return Text(
        f"keputusan {called} belum selesai, terlambat {number(days, 'id')} hari",
        f"decision {called} is not done, {number(days, 'en')} {'day' if days == 1 else 'days'} late",
    )


def _overdue_decision_advice(code: str | None) -> Text:
    typed = f"`serang-plan rakor report {code or 'R1-1'}`"
    return Text(
        f"laporkan dengan {typed}: `--status selesai` beserta `--evidence`, atau kendalanya dengan `--note`",
        f"report with {typed}: `--status selesai` and `--evidence`, or what is in the way with `--note`",
    )


SILENT_DECISION_ADVICE = Text(
    "tanyakan kepada penanggung jawabnya, lalu tambahkan laporannya ke `history`",
    "ask whoever is in charge, then add the report to `history`",
)


@rule("R805", Severity.WARNING)
def silent_decision(plan: Plan) -> Iterator[Finding]:
    """Keputusan rakor yang belum selesai tidak ada kabarnya lagi, padahal rakor sudah beberapa kali diadakan.

    There is no news of an open decision, although rakor were held since.

    Mengapa: keputusan jarang dibatalkan terang-terangan; ia hanya tidak disebut lagi. Banyaknya rakor
    yang masih dianggap wajar diatur di `settings.silent_rakor` (baku: 2).

    Why: decisions are seldom cancelled aloud; they are just not mentioned again. How many rakor are
    still fine is set by `settings.silent_rakor` (2 unless set).

    Salah:

        - {code: R1-1, text: Trayek angkot ditata ulang, lead: DISHUB, due: 2026-12-31, status: menunggu}

    Benar:

        - code: R1-1
          text: Trayek angkot ditata ulang
          lead: DISHUB
          due: 2026-12-31
          status: proses
          updated: 2026-05-20
    """
    least = max(1, plan.settings.silent_rakor)
    for follow_up in open_decisions(plan):
        if follow_up.silent_rakor >= least:
            yield silent_decision.finding(
                _silent_decision_message(follow_up), last_news(follow_up.life), help=SILENT_DECISION_ADVICE
            )


def _silent_decision_message(follow_up: FollowedDecision) -> Text:
    meetings, since = follow_up.silent_rakor, follow_up.last_news
    return Text(
        f"tidak ada kabar tentang keputusan {follow_up.called} sejak {short_date(since, 'id')}, "
        f"padahal rakor sudah {meetings} kali diadakan",
        f"there is no news of decision {follow_up.called} since {short_date(since, 'en')}, "
        f"although {meetings} rakor {'was' if meetings == 1 else 'were'} held",
    )


CALLED_DONE = (DecisionState.REPORTED, DecisionState.ACCEPTED)
CLOSED_WITHOUT_EVIDENCE_ADVICE = Text(
    "tambahkan `evidence`, misalnya nomor surat, berita acara, laporan atau foto",
    "add `evidence`, for example the number of a letter, minutes, a report or a photograph",
)


@rule("R806", Severity.WARNING)
def closed_without_evidence(plan: Plan) -> Iterator[Finding]:
    """Keputusan rakor dinyatakan selesai tanpa bukti.

    A decision of a rakor is called done without evidence.

    Mengapa: yang dinyatakan selesai tidak dibahas lagi. Tanpa bukti dukung, tidak ada yang bisa memeriksanya.

    Why: what is called done is not discussed again. Without evidence nobody can check it.

    Salah:

        - {code: R1-1, text: Titik halte disepakati, lead: DISHUB, due: 2026-05-29, status: selesai}

    Benar:

        - code: R1-1
          text: Titik halte disepakati
          lead: DISHUB
          due: 2026-05-29
          status: selesai
          evidence: Berita acara 20 Mei 2026
    """
    found: dict[Pointer, Finding] = {}
    for line in (line for life in decision_lives(plan) for line in life.lines):
        if line.state in CALLED_DONE and line.evidence is None:
            name = called(line.decision)
            message = Text(
                f"keputusan {name} dinyatakan selesai tanpa bukti",
                f"decision {name} is called done without evidence",
            )
            at = _said_so(line)
            found.setdefault(
                at, closed_without_evidence.finding(message, at, help=CLOSED_WITHOUT_EVIDENCE_ADVICE)
            )
    yield from found.values()


def _said_so(line: DecisionLife) -> Pointer:
    """Return where it is called done last; that all OPD have done it may be said for all at once."""
    for entry in reversed(line.entries):
        if entry.status == "selesai" or entry.verified == "sesuai":
            return entry.at("status" if entry.status else "verified")
    return line.decision.at("status")


@rule("R807")
def due_before_rakor(plan: Plan) -> Iterator[Finding]:
    """Batas waktu keputusan lebih awal daripada rakor yang memutuskannya.

    A decision is due before the rakor that made it.

    Mengapa: batas waktu yang sudah lewat saat diputuskan tidak bisa dipenuhi; biasanya tahunnya salah ketik.

    Why: a date that had passed when it was agreed cannot be kept; usually the year is a slip of the fingers.

    Salah:

        rakor:
          - date: 2026-03-10
            decisions:
              - {code: R1-1, text: Data kemiskinan dipadankan, lead: DINSOS, due: 2025-07-31, status: proses}

    Benar:

        rakor:
          - date: 2026-03-10
            decisions:
              - {code: R1-1, text: Data kemiskinan dipadankan, lead: DINSOS, due: 2026-07-31, status: proses}
    """
    for follow_up in followed(plan):
        due = follow_up.decision.due
        if due is not None and due < follow_up.rakor.date:
            yield _due_before_rakor_finding(follow_up, due)


def _due_before_rakor_finding(follow_up: FollowedDecision, due: date) -> Finding:
    met = follow_up.rakor.date
    message = Text(
        f"batas waktu keputusan {follow_up.called}, {short_date(due, 'id')}, "
        f"lebih awal daripada rakornya, {short_date(met, 'id')}",
        f"decision {follow_up.called} is due {short_date(due, 'en')}, "
        f"before its rakor of {short_date(met, 'en')}",
    )
    label = Label(Text("tanggal rakor", "the date of the rakor"), follow_up.rakor.at("date"))
    return due_before_rakor.finding(
        message, follow_up.decision.at("due"), (label,), _due_before_rakor_advice(due, met)
    )


def _due_before_rakor_advice(due: date, met: date) -> Text:
    meant = date(met.year, due.month, min(due.day, 28) if due.month == 2 else due.day)
    if due.year != met.year and meant >= met:
        return Text(f"maksud Anda {show(meant)}?", f"did you mean {show(meant)}?")
    return Text(
        "tulis batas waktu sesudah rakor, atau perbaiki tanggal rakornya",
        "write a date after the rakor, or correct the date of the rakor",
    )


ACCEPTED_BY_ITSELF_ADVICE = Text(
    "tulis di `by` kode OPD lain yang memeriksa; laporan penanggung jawab ditulis dengan `status: selesai`",
    "write in `by` the code of the other OPD that checked it; a report of the lead is `status: selesai`",
)


@rule("R809")
def accepted_by_itself(plan: Plan) -> Iterator[Finding]:
    """Keputusan diperiksa oleh penanggung jawabnya sendiri, atau oleh entah siapa.

    A decision was judged by its own lead, or by nobody knows whom.

    Mengapa: yang melapor tidak memeriksa laporannya sendiri. Penilaian seperti ini tidak menutup keputusan.

    Why: who reports does not check the report. A verdict of this kind closes no decision.

    Salah:

        - {known: 2026-04-02, by: DLH, verified: sesuai}

    Benar:

        - {known: 2026-04-02, by: BAPPEDA, verified: sesuai}
    """
    for _, decision, entry in entries(plan):
        if entry.verified is None or not is_by_itself(decision, entry):
            continue
        if entry.by is None:
            message = Text(
                f"tidak disebut siapa yang memeriksa keputusan {called(decision)}",
                f"it is not said who judged decision {called(decision)}",
            )
            yield accepted_by_itself.finding(message, entry.at("verified"), help=ACCEPTED_BY_ITSELF_ADVICE)
        else:
            message = Text(
                f"keputusan {called(decision)} diperiksa oleh penanggung jawabnya sendiri, `{entry.by}`",
                f"decision {called(decision)} was judged by its own lead, `{entry.by}`",
            )
            yield accepted_by_itself.finding(message, entry.at("by"), help=ACCEPTED_BY_ITSELF_ADVICE)


ENTRY_BEFORE_RAKOR_ADVICE = Text(
    "perbaiki `known`, atau tanggal rakornya", "correct `known`, or the date of the rakor"
)


@rule("R810")
def entry_before_rakor(plan: Plan) -> Iterator[Finding]:
    """Riwayat keputusan dimulai sebelum rakor yang memutuskannya.

    The history of a decision begins before the rakor that made it.

    Mengapa: yang belum diputuskan belum dapat dilaporkan; biasanya tahunnya salah ketik.

    Why: what was not decided yet could not be reported on; usually the year is a slip of the fingers.

    Salah:

        - {known: 2025-03-28, by: DLH, status: proses}

    Benar:

        - {known: 2026-03-28, by: DLH, status: proses}
    """
    for told in entries(plan):
        known, met = told.entry.known, told.rakor.date
        if known.last < met:
            message = Text(
                f"laporan keputusan {told.called} bertanggal {known.text('id')}, "
                f"sebelum rakornya, {short_date(met, 'id')}",
                f"a report on decision {told.called} is dated {known.text('en')}, "
                f"before its rakor of {short_date(met, 'en')}",
            )
            yield entry_before_rakor.finding(
                message, told.entry.at("known"), (told.rakor_label,), ENTRY_BEFORE_RAKOR_ADVICE
            )


MOVED_WITHOUT_REASON_ADVICE = Text("tambahkan `reason` pada laporan itu", "add a `reason` to that report")


@rule("R811", Severity.WARNING)
def moved_without_reason(plan: Plan) -> Iterator[Finding]:
    """Batas waktu keputusan digeser tanpa alasan.

    The due date of a decision was moved without a reason.

    Mengapa: batas yang digeser diam-diam menyembunyikan keterlambatan. Rakor perlu tahu apa yang menghalangi.

    Why: a date that moves in silence hides a delay. The rakor must hear what is in the way.

    Salah:

        - {known: 2026-04-10, by: BAPPEDA, due: 2026-06-30}

    Benar:

        - {known: 2026-04-10, by: BAPPEDA, due: 2026-06-30, reason: Sertifikat belum terbit}
    """
    for _, decision, entry in entries(plan):
        if entry.due is not None and decision.due is not None and entry.reason is None:
            message = Text(
                f"batas waktu keputusan {called(decision)} digeser ke {short_date(entry.due, 'id')} "
                "tanpa alasan",
                f"decision {called(decision)} is now due {short_date(entry.due, 'en')}, without a reason",
            )
            yield moved_without_reason.finding(message, entry.at("due"), help=MOVED_WITHOUT_REASON_ADVICE)


EXCUSED_WITHOUT_REASON_ADVICE = Text(
    "tulis alasannya di `reason`; bila keputusannya diganti, tulis `superseded_by`",
    "write why in `reason`; if another decision took its place, write `superseded_by`",
)


@rule("R812")
def excused_without_reason(plan: Plan) -> Iterator[Finding]:
    """Keputusan dinyatakan tidak dapat ditindaklanjuti tanpa alasan.

    A decision is said not to be actionable, without a reason.

    Mengapa: hanya alasan yang sah membebaskan dari tindak lanjut; tanpa itu keputusan tetap ditagih.

    Why: only a valid reason excuses from acting upon it; without one the decision is still asked for.

    Salah:

        - {known: 2026-04-10, by: BAPPEDA, verified: tidak-dapat-ditindaklanjuti}

    Benar:

        - {known: 2026-04-10, by: BAPPEDA, verified: tidak-dapat-ditindaklanjuti, reason: Lahannya sengketa}
    """
    for _, decision, entry in entries(plan):
        if entry.verified == "tidak-dapat-ditindaklanjuti" and entry.reason is None:
            message = Text(
                f"keputusan {called(decision)} dinyatakan tidak dapat ditindaklanjuti tanpa alasan",
                f"decision {called(decision)} is said not to be actionable, without a reason",
            )
            yield excused_without_reason.finding(
                message, entry.at("verified"), help=EXCUSED_WITHOUT_REASON_ADVICE
            )


PLANNED_RAKOR_UNDATED_ADVICE = Text(
    "tambahkan `known`, tanggal undangannya diketahui", "add `known`, the day on which it was announced"
)


@rule("R813", Severity.WARNING)
def planned_rakor_undated(plan: Plan) -> Iterator[Finding]:
    """Rakor yang direncanakan tidak menyebut sejak kapan diketahui.

    A planned rakor does not say since when it is known.

    Mengapa: tanpa `known` rakor itu baru terlihat pada harinya, sehingga tidak ada yang bersiap.

    Why: without `known` the rakor shows only on its own day, so nobody gets ready.

    Salah:

        - {date: 2026-09-15, state: rencana}

    Benar:

        - {date: 2026-09-15, known: 2026-06-20, state: rencana}
    """
    for rakor in plan.rakor:
        if rakor.known is None and rakor.state == "rencana":
            day = Text(short_date(rakor.date, "id"), short_date(rakor.date, "en"))
            message = Text(
                f"rakor {day.id} direncanakan, tetapi tidak disebut sejak kapan diketahui",
                f"the rakor of {day.en} is planned, but it is not said since when that is known",
            )
            yield planned_rakor_undated.finding(message, rakor.at("state"), help=PLANNED_RAKOR_UNDATED_ADVICE)


DECISION_LOOP_ADVICE = Text(
    "tentukan mana yang dilaksanakan lebih dulu, lalu hapus yang ditunggunya dari `waits_for`",
    "settle which comes first, and take what it waits for out of its `waits_for`",
)


@rule("R814")
def decision_loop(plan: Plan) -> Iterator[Finding]:
    """Keputusan saling menunggu.

    Decisions wait for each other in a circle.

    Mengapa: bila semua saling menunggu, tidak ada yang bisa dilaksanakan.

    Why: if all of them wait, none can be carried out.

    Salah:

        - {code: R1-1, text: Lahan TPS disiapkan, lead: DLH, due: 2026-07-15, waits_for: [R1-2]}
        - {code: R1-2, text: Rute angkutan sampah diubah, lead: DISHUB, due: 2026-07-31, waits_for: [R1-1]}

    Benar:

        - {code: R1-1, text: Lahan TPS disiapkan, lead: DLH, due: 2026-07-15}
        - {code: R1-2, text: Rute angkutan sampah diubah, lead: DISHUB, due: 2026-07-31, waits_for: [R1-1]}
    """
    for first, *others in waiting_circles(plan):
        codes = [f"`{decision.code}`" for decision in (first, *others, first)]
        message = Text(
            f"keputusan saling menunggu: {codes[0]} menunggu {', yang menunggu '.join(codes[1:])}",
            f"decisions wait for each other: {codes[0]} waits for {', which waits for '.join(codes[1:])}",
        )
        labels = (Label(Text("ini juga", "so does this"), other.at("waits_for")) for other in others)
        yield decision_loop.finding(message, first.at("waits_for"), tuple(labels), DECISION_LOOP_ADVICE)


REPEATED_DECISION_ADVICE = Text(
    "bila memang sama, laporkan dan geser batas waktu yang lama; bila menggantikan, "
    "tulis `superseded_by` pada yang lama",
    "if it is the same, report on the old one and move its date; if it takes its place, "
    "write `superseded_by` there",
)


@rule("R815", Severity.WARNING)
def repeated_decision(plan: Plan) -> Iterator[Finding]:
    """Keputusan ini hampir sama dengan keputusan lain yang belum selesai.

    A decision says nearly the same as another that is still open.

    Mengapa: keputusan yang diulang menutupi bahwa yang lama belum dikerjakan, dan batas waktunya
    mulai lagi.

    Why: to decide the same again hides that the old decision was not carried out, and its time starts anew.

    Salah:

     - {code: R2-1, text: Lahan TPS di Kasemen segera disiapkan, lead: DLH, due: 2026-08-15, status: menunggu}

    Benar:

     - {code: R2-1, text: Lahan TPS Kasemen dipagari, lead: DLH, due: 2026-08-15, status: menunggu}
    """
    for earlier, later in repeated_decisions(plan):
        message = Text(
            f"keputusan {called(later.decision)} hampir sama dengan {called(earlier.decision)}, "
            "yang belum selesai",
            f"decision {called(later.decision)} says nearly the same as {called(earlier.decision)}, "
            "still open",
        )
        label = Label(Text("keputusan yang lebih dulu", "the earlier decision"), earlier.decision.at("text"))
        yield repeated_decision.finding(
            message, later.decision.at("text"), (label,), REPEATED_DECISION_ADVICE
        )


CLOSED_MINUTES_CHANGED_ADVICE = Text(
    "kembalikan tanggal, kehadiran, acara dan isi keputusannya; yang baru ditulis di `history`",
    "bring back its date, attendance, agenda and decisions; what is new belongs into `history`",
)


@rule("R816")
def closed_minutes_changed(plan: Plan) -> Iterator[Finding]:
    """Notulen yang sudah ditutup berubah.

    Minutes that were closed have changed.

    Mengapa: yang sudah disepakati tidak diubah diam-diam. Laporan, penilaian dan batas waktu baru masuk
    `history`, yang memang boleh bertambah.

    Why: what was agreed on is not changed in silence. Reports, verdicts and new due dates belong into
    `history`, which may grow.

    Salah:

        - {code: R1-1, text: Lahan TPS disiapkan, lead: DLH, due: 2026-07-15, status: menunggu}

    Benar:

        - {code: R1-1, text: Lahan TPS disiapkan, lead: DLH, due: 2026-04-15, status: menunggu}
    """
    for rakor in plan.rakor:
        if rakor.closed is not None and has_changed(rakor):
            message = Text(
                f"notulen rakor {short_date(rakor.date, 'id')} berubah sesudah ditutup "
                f"{short_date(rakor.closed.date, 'id')}",
                f"the minutes of the rakor of {short_date(rakor.date, 'en')} have changed since they were "
                f"closed on {short_date(rakor.closed.date, 'en')}",
            )
            yield closed_minutes_changed.finding(
                message, rakor.closed.at("fingerprint"), help=CLOSED_MINUTES_CHANGED_ADVICE
            )
