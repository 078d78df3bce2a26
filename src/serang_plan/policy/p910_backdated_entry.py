"""Laporan bertanggal sebelum notulen ditutup, padahal saat itu belum ada.

A report is dated before minutes were closed that do not hold it.

Mengapa: yang ditulis belakangan dengan tanggal mundur mengubah apa yang dapat diketahui rakor itu. Tanggalnya
adalah hari laporan itu masuk. Aturan ini membandingkan dengan arsip notulen yang ditutup, atau dengan
`validate --against`.

Why: what is written later under an earlier date changes what that rakor could know. Its date is the day on
which the report came in. This rule compares with the archive of closed minutes, or with `validate --against`.

Salah:

    - {known: 2026-03-28, by: DLH, status: proses}

Benar:

    - {known: 2026-05-12, by: DLH, status: proses}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision, DecisionEntry
from serang_plan.wording import Text, backquoted, short_date

RULE = Rule("P910", "backdated-entry", why=__doc__, compares=True)
_HELP = Text(
    "tulis di `known` hari laporan itu masuk", "write in `known` the day on which the report came in"
)


def check(before: Plan, after: Plan) -> Iterator[Finding]:
    """Give the entries that an earlier state lacks though they are dated before its minutes were closed."""
    closed = max((rakor.closed.date for rakor in before.rakor if rakor.closed), default=None)
    if closed is None:
        return
    decisions = [decision for rakor in before.rakor for decision in rakor.decisions]
    earlier = {decision.code: decision for decision in decisions if decision.code}
    for decision in (decision for rakor in after.rakor for decision in rakor.decisions):
        if decision.code not in earlier:
            continue
        was = earlier[decision.code]
        for entry in decision.history:
            if entry.known.last < closed and not _was_there(entry, was):
                yield RULE.finding(_message(decision, entry, closed), entry.at("known"), help=_HELP)


def _was_there(entry: DecisionEntry, was: Decision) -> bool:
    """Whether an earlier state held an entry, or said the same in the old form, with `updated`."""
    return entry in was.history or (entry.known.last, entry.status) == (was.updated, was.status)


def _message(decision: Decision, entry: DecisionEntry, closed: date) -> Text:
    called = backquoted(decision.code)
    return Text(
        f"laporan keputusan {called} bertanggal {entry.known.text('id')}, padahal belum ada saat "
        f"notulen ditutup {short_date(closed, 'id')}",
        f"a report on decision {called} is dated {entry.known.text('en')}, but was not there when "
        f"minutes were closed on {short_date(closed, 'en')}",
    )
