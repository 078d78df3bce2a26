"""Satu indikator punya dua pengampu pada waktu yang sama.

An indicator has two leads at the same time.

Mengapa: bila dua OPD sama-sama mengampu, masing-masing bisa menunggu yang lain, dan di rakor tidak jelas
siapa yang menjawab. Pengampu cukup satu; yang lain menjadi pendukung.

Why: where two OPD lead, each may wait for the other, and at the rakor nobody knows who answers. One leads,
the others support.

Salah:

    - {indicator: M01, lead: DPRKP}
    - {indicator: M01, lead: DLH, from: 2021}

Benar:

    - {indicator: M01, lead: DPRKP, until: 2020}
    - {indicator: M01, lead: DLH, from: 2021}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from serang_plan.analysis.duties.succession import Succession, last_day_typed, start_of, two_leads
from serang_plan.findings import Finding, Label, Rule
from serang_plan.model.plan import Plan
from serang_plan.rules._indicator_named import indicator_named
from serang_plan.wording import Text, short_date
from serang_plan.wording import backquoted as show

RULE = Rule("K701", "two-leads", why=__doc__)
BEFORE = Text("pengampu yang satu lagi", "the other lead")


def check(plan: Plan) -> Iterator[Finding]:
    for turn in two_leads(plan):
        yield RULE.finding(
            _message(plan, turn),
            turn.after.at("lead"),
            labels=(Label(BEFORE, turn.before.at("lead")),),
            help=_advice(turn),
        )


def _message(plan: Plan, turn: Succession) -> Text:
    named = indicator_named(plan, turn.after.indicator)
    first, other = show(turn.before.lead), show(turn.after.lead)
    since = start_of(turn.after)
    when_id = "" if since == date.min else f" mulai {short_date(since, 'id')}"
    when_en = "" if since == date.min else f" from {short_date(since, 'en')}"
    return Text(
        f"indikator {named.id} punya dua pengampu sekaligus{when_id}: {first} dan {other}",
        f"indicator {named.en} has two leads at once{when_en}: {first} and {other}",
    )


def _advice(turn: Succession) -> Text:
    since = turn.after.from_
    if since is None or start_of(turn.before) == since.first:
        return Text(
            "pilih satu pengampu, dan pindahkan yang lain ke `support`",
            "choose one lead, and move the other to `support`",
        )
    until = show(f"until: {last_day_typed(since.first - timedelta(days=1))}")
    return Text(
        f"akhiri tugas {show(turn.before.lead)} dengan {until}, atau pindahkan salah satunya ke `support`",
        f"end the duty of {show(turn.before.lead)} with {until}, or move one of them to `support`",
    )
