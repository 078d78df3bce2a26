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
        for one in check_claims(then):
            if one.difference != 0:
                yield RULE.finding(_message(then, one), one.claim.at("met"), help=_advice(one))


def _newest(plan: Plan) -> tuple[Claim, ...]:
    claims = claims_on(plan)
    return tuple(one for one in claims if one.date == claims[-1].date)


def _on_the_day(plan: Plan, claims: tuple[Claim, ...]) -> Plan:
    """Return what was known when claims were made: later figures neither prove nor refute them."""
    said = claims[0].date
    day = plan.as_of if said is None else min(said.last, plan.as_of)
    header, sources, indicators = plan.headers, plan.sources, plan.indicators
    return Plan({"plan": header, "claims": claims, "sources": sources, "indicators": indicators}, day)


def _message(plan: Plan, one: ClaimCheck) -> Text:
    return Text(_sentence(plan, one, "id"), _sentence(plan, one, "en"))


def _sentence(plan: Plan, one: ClaimCheck, lang: Lang) -> str:
    said = count_of(one.claim.met, one.claim.indicators, lang)
    met, unmet, rest = len(one.met), len(one.unmet), len(one.open)
    day = short_date(plan.as_of, lang)
    if lang == "en":
        return (
            f"claim `{one.claim.code}` says {said} are met, but evidence known on {day} shows {met} met, "
            f"{unmet} not met, and {rest} that cannot be settled; the claim "
            + ("may still be true" if one.could_be_true else "cannot be true")
        )
    return (
        f"pernyataan `{one.claim.code}` menyebut {said} terpenuhi, tetapi bukti per {day} "
        f"menunjukkan {met} terpenuhi, {unmet} belum, dan {rest} belum dapat dipastikan; pernyataan itu "
        + ("masih mungkin benar" if one.could_be_true else "tidak mungkin benar")
    )


def _advice(one: ClaimCheck) -> Text:
    if one.could_be_true and one.open:
        return Text(
            f"tanyakan indikator mana yang dimaksud; yang belum dapat dipastikan: {quoted(one.open, 16)}",
            f"ask which indicators are meant; those that cannot be settled: {quoted(one.open, 16)}",
        )
    return Text(
        "tanyakan indikator mana yang dimaksud, lalu catat di `declared` pada indikatornya",
        "ask which indicators are meant, and note it in `declared` of each of them",
    )
