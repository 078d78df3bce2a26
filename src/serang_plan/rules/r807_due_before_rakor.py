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

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from serang_plan.analysis.duties.follow_up import FollowedDecision, followed
from serang_plan.findings import Finding, Label, Rule
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, short_date
from serang_plan.wording import backquoted as show

RULE = Rule("R807", "due-before-rakor", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    for follow_up in followed(plan):
        due = follow_up.decision.due
        if due is not None and due < follow_up.rakor.date:
            yield _finding(follow_up, due)


def _finding(follow_up: FollowedDecision, due: date) -> Finding:
    met = follow_up.rakor.date
    message = Text(
        f"batas waktu keputusan {follow_up.called}, {short_date(due, 'id')}, "
        f"lebih awal daripada rakornya, {short_date(met, 'id')}",
        f"decision {follow_up.called} is due {short_date(due, 'en')}, "
        f"before its rakor of {short_date(met, 'en')}",
    )
    label = Label(Text("tanggal rakor", "the date of the rakor"), follow_up.rakor.at("date"))
    return RULE.finding(message, follow_up.decision.at("due"), (label,), _advice(due, met))


def _advice(due: date, met: date) -> Text:
    meant = date(met.year, due.month, min(due.day, 28) if due.month == 2 else due.day)
    if due.year != met.year and meant >= met:
        return Text(f"maksud Anda {show(meant)}?", f"did you mean {show(meant)}?")
    return Text(
        "tulis batas waktu sesudah rakor, atau perbaiki tanggal rakornya",
        "write a date after the rakor, or correct the date of the rakor",
    )
