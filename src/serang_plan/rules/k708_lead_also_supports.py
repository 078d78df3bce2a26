"""Satu OPD disebut dua kali dalam satu pembagian tugas.

An OPD is named twice in one assignment.

Mengapa: pengampu dengan sendirinya ikut bekerja. Disebut lagi sebagai pendukung, ia terhitung dua kali
dalam beban OPD, dan sering berarti OPD lain yang dimaksud tidak tertulis.

Why: the lead works on it anyway. Named again as a supporter it counts twice, and often another OPD was
meant.

Salah:

    - {indicator: M03, lead: DPRKP, support: [DPUPR, DPRKP]}

Benar:

    - {indicator: M03, lead: DPRKP, support: [DPUPR, DINKES]}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._indicator_named import indicator_named
from serang_plan.wording import Text
from serang_plan.wording import backquoted as show

RULE = Rule("K708", "lead-also-supports", why=__doc__, severity=Severity.WARNING)
ADVICE = Text(
    "hapus dari `support`, atau ganti dengan OPD yang dimaksud",
    "take it out of `support`, or put the OPD that was meant",
)


def check(plan: Plan) -> Iterator[Finding]:
    for assignment in plan.assignments:
        seen = {assignment.lead: assignment.at("lead")}
        for nth, code in enumerate(assignment.support):
            at = assignment.at("support", nth)
            if code in seen:
                label = Label(Text("sudah disebut di sini", "already named here"), seen[code])
                of = indicator_named(plan, assignment.indicator)
                yield RULE.finding(_message(show(code), of, code == assignment.lead), at, (label,), ADVICE)
            seen.setdefault(code, at)


def _message(opd: str, of: Text, leads: bool) -> Text:
    if leads:
        return Text(
            f"{opd} disebut sebagai pengampu {of.id} dan sekaligus pendukungnya",
            f"{opd} is named as the lead of {of.en} and as its supporter too",
        )
    return Text(
        f"{opd} disebut dua kali sebagai pendukung {of.id}", f"{opd} is named twice as a supporter of {of.en}"
    )
