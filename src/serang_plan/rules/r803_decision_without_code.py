"""Keputusan rakor tidak punya kode.

A decision of a rakor has no code.

Mengapa: tanpa kode, keputusan yang sama tidak bisa dikenali lagi pada rakor berikutnya: mana yang
dilanjutkan, mana yang hilang.

Why: without a code, a decision cannot be recognised at the next rakor: which one went on, which one vanished.

Salah:

    - {text: Titik halte disepakati, lead: DISHUB, due: 2026-08-31, status: proses}

Benar:

    - {code: R2-2, text: Titik halte disepakati, lead: DISHUB, due: 2026-08-31, status: proses}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision
from serang_plan.wording import Text
from serang_plan.wording import backquoted as show

RULE = Rule("R803", "decision-without-code", why=__doc__, severity=Severity.WARNING)


def check(plan: Plan) -> Iterator[Finding]:
    used = {decision.code for rakor in plan.rakor for decision in rakor.decisions}
    for nth_rakor, rakor in enumerate(plan.rakor, 1):
        for nth, decision in enumerate(rakor.decisions, 1):
            if decision.code is None:
                yield _finding(decision, _free(nth_rakor, nth, used))


def _finding(decision: Decision, free: str) -> Finding:
    text = show(decision.text)
    message = Text(f"keputusan {text} tidak punya kode", f"decision {text} has no code")
    advice = Text(f"tambahkan kode, misalnya `code: {free}`", f"add a code, for example `code: {free}`")
    return RULE.finding(message, decision.at("text"), help=advice)


def _free(nth_rakor: int, nth: int, used: set[str | None]) -> str:
    """Return a code that is not used yet, and keep it from being proposed twice."""
    while (code := f"R{nth_rakor}-{nth}") in used:
        nth += 1
    used.add(code)
    return code
