"""Pernyataan tentang jumlah indikator yang terpenuhi tidak didukung bukti.

What was said of the number of indicators met is not carried by the evidence.

Mengapa: pernyataan dikutip apa adanya, tidak pernah dihitung supaya cocok. Selisihnya dengan bukti
adalah bahan rakor: indikator mana yang dimaksud, dan apa buktinya?

Why: a statement is quoted as it was made and never computed to match. What lies between it and the
evidence is work for the rakor: which indicators are meant, and what proves it?

Salah:

    - {code: K1, date: 2020-03-10, by: Wakil Wali Kota, indicators: 3, met: 2, source: S1}

Benar:

    - {code: K1, date: 2020-03-10, by: Wakil Wali Kota, indicators: 3, met: 1, source: S1}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.indicators.claim_check import ClaimCheck, check_claims, claims_on
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.model.source import Claim
from serang_plan.wording import Lang, Text, count_of, quoted, short_date

RULE = Rule("E604", "claim-not-carried", why=__doc__, severity=Severity.WARNING)


def check(plan: Plan) -> Iterator[Finding]:
    newest = _newest(plan)
    in_full = is_read_in_full(plan, "indicators") and is_read_in_full(plan, "claims")
    if newest and plan.indicators and in_full:
        then = _on_the_day(plan, newest)
        for checked in check_claims(then):
            if checked.difference != 0:
                yield RULE.finding(_message(then, checked), checked.claim.at("met"), help=_advice(checked))


def _newest(plan: Plan) -> tuple[Claim, ...]:
    claims = claims_on(plan)
    return tuple(claim for claim in claims if claim.date == claims[-1].date)


def _on_the_day(plan: Plan, claims: tuple[Claim, ...]) -> Plan:
    """Return what was known when claims were made: later figures neither prove nor refute them."""
    claimed = claims[0].date
    day = plan.as_of if claimed is None else min(claimed.last, plan.as_of)
    header, sources, indicators = plan.headers, plan.sources, plan.indicators
    return Plan({"plan": header, "claims": claims, "sources": sources, "indicators": indicators}, day)


def _message(plan: Plan, check: ClaimCheck) -> Text:
    return Text(_sentence(plan, check, "id"), _sentence(plan, check, "en"))


def _sentence(plan: Plan, check: ClaimCheck, lang: Lang) -> str:
    code, claimed = check.claim.code, count_of(check.said_met, check.said_of, lang)
    met, unmet, rest = len(check.met), len(check.unmet), len(check.open)
    day = short_date(plan.as_of, lang)
    if lang == "en":
        return (
            f"claim `{code}` says {claimed} are met, but evidence known on {day} shows {met} met, "
            f"{unmet} not met, and {rest} that cannot be settled; the claim "
            + ("may still be true" if check.could_be_true else "cannot be true")
        )
    return (
        f"pernyataan `{code}` menyebut {claimed} terpenuhi, tetapi bukti per {day} "
        f"menunjukkan {met} terpenuhi, {unmet} belum, dan {rest} belum dapat dipastikan; pernyataan itu "
        + ("masih mungkin benar" if check.could_be_true else "tidak mungkin benar")
    )


def _advice(check: ClaimCheck) -> Text:
    if check.could_be_true and check.open:
        return Text(
            f"tanyakan indikator mana yang dimaksud; yang belum dapat dipastikan: {quoted(check.open, 16)}",
            f"ask which indicators are meant; those that cannot be settled: {quoted(check.open, 16)}",
        )
    return Text(
        "tanyakan indikator mana yang dimaksud, lalu catat di `declared` pada indikatornya",
        "ask which indicators are meant, and note it in `declared` of each of them",
    )
