"""Pernyataan tentang suatu indikator bertentangan dengan datanya.

What was said of an indicator contradicts its data.

Mengapa: selama keduanya bertentangan, indikator itu tidak dihitung terpenuhi dan tidak dihitung
belum. Pernyataan tetap dikutip; yang dicari adalah angka di baliknya.

Why: while the two contradict each other, the indicator counts neither as met nor as not met. The
statement stays as quoted; what is wanted is the figure behind it.

Salah:

    declared: {standing: terpenuhi, by: Kepala Dinas, date: 2022-08-01, source: S20}

Benar:

    declared: {standing: belum, by: Kepala Dinas, date: 2022-08-01, source: S20}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.indicators.standing import Standing, Verdict, verdict_of
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import figure
from serang_plan.wording import Text, backquoted

RULE = Rule("E605", "declared-against-data", why=__doc__, severity=Severity.WARNING)


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in plan.indicators:
        if indicator.declared is not None:
            judged = verdict_of(plan, indicator)
            if judged.standing is Standing.CONTRADICTED:
                yield _finding(judged)


def _finding(verdict: Verdict) -> Finding:
    indicator, declared = verdict.indicator, verdict.declared
    value, threshold = verdict.value, verdict.threshold
    assert declared is not None
    assert value is not None
    assert threshold is not None
    measurement, time = value.measurement, value.measurement.as_of
    reached, goal = figure(measurement.value, indicator.unit), figure(threshold.value, indicator.unit)
    declaration = Text(declared.standing, "met" if declared.standing == "terpenuhi" else "not met")
    message = Text(
        f"`{indicator.code}` dinyatakan {declaration.id}, padahal nilainya {reached.id} ({time.text('id')}) "
        f"dan ambangnya {goal.id}",
        f"`{indicator.code}` is declared {declaration.en}, but its value is {reached.en} ({time.text('en')}) "
        f"and its threshold {goal.en}",
    )
    label = Label(Text("nilai yang menentukan", "the value that decides"), measurement.at("value"))
    return RULE.finding(message, declared.at("standing"), (label,), _advice(backquoted(declared.by)))


def _advice(by: str) -> Text:
    return Text(
        f"tanyakan angka yang dipakai {by}, lalu catat di `measurements`",
        f"ask {by} for the figure behind it, and note it in `measurements`",
    )
