"""Pernyataan tentang jumlah indikator yang terpenuhi tidak didukung bukti.

What was said of the number of indicators met is not carried by the evidence.

Mengapa: pernyataan dikutip apa adanya, tidak pernah dihitung supaya cocok. Selisihnya dengan bukti
adalah bahan rakor: indikator mana yang dimaksud, dan apa buktinya? Pernyataan hanya dibandingkan dengan
daftar yang dibicarakannya. Tanpa daftar itu tidak ada yang disimpulkan, kecuali daftar indikator di sini
sudah resmi.

Why: a statement is quoted as it was made and never computed to match. What lies between it and the
evidence is work for the rakor: which indicators are meant, and what proves it? It is compared with the
list of which it speaks. Without that list nothing is concluded, unless the indicators here are adopted.

Salah:

    - {code: K1, date: 2020-03-10, by: Wakil Wali Kota, indicators: 3, met: 2, source: S1}

Benar:

    - {code: K1, date: 2020-03-10, by: Wakil Wali Kota, indicators: 3, met: 1, source: S1}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from serang_plan.analysis.criteria.claim_check import (
    ClaimCheck,
    Incomparable,
    check_these,
    claims_on,
    list_of,
    why_incomparable,
)
from serang_plan.analysis.indicators.standing import Standing
from serang_plan.analysis.known.known_plan import known_on
from serang_plan.analysis.known.known_since import known_since
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.model.source import Claim
from serang_plan.wording import Lang, Text, backquoted, count_of, quoted, short_date

RULE = Rule("E604", "claim-not-carried", why=__doc__, severity=Severity.NOTE)


def check(plan: Plan) -> Iterator[Finding]:
    in_full = all(is_read_in_full(plan, section) for section in ("indicators", "claims", "criteria"))
    if not (plan.claims and plan.indicators and in_full):
        return
    by_day = grouped((_day_of(plan, claim), claim) for claim in _newest(plan))
    for day, claims in by_day.items():
        if day is not None:
            yield from _on_day(plan, day, claims)


def _on_day(plan: Plan, day: date, claims: Iterable[Claim]) -> Iterator[Finding]:
    comparable = []
    for claim in claims:
        why = why_incomparable(plan, claim, list_of(plan, claim))
        if why is None:
            comparable.append(claim)
        elif why is Incomparable.UNKNOWN_LIST and claim.criteria is None and not claim.said:
            yield RULE.finding(_no_list(claim), claim.at("met"), help=_ASK)
    if comparable:
        then = known_on(plan, day)
        for checked in check_these(comparable, then, lists=plan):
            yield from _judged(then, checked)


def _newest(plan: Plan) -> Iterator[Claim]:
    """Give the newest claims about each list: what they say replaces what was said before."""
    claims = claims_on(plan)
    newest = {claim.criteria: claim.date for claim in claims}
    return (claim for claim in claims if claim.date == newest[claim.criteria])


def _day_of(plan: Plan, claim: Claim) -> date | None:
    """Return when a claim was made: later figures neither prove nor refute it."""
    made = claim.date.last if claim.date else known_since(plan, claim)
    return None if made is None else min(made, plan.as_of)


def _judged(then: Plan, check: ClaimCheck) -> Iterator[Finding]:
    claim = check.claim
    for code in check.against:
        yield RULE.finding(_item(then, check, code), claim.at("said", code), help=_COMPARE)
    is_off = check.could_be_true is False or (check.criteria is None and check.difference)
    if is_off and not check.against:
        yield RULE.finding(
            _message(then, check), claim.at("said" if claim.said else "met"), help=_advice(check)
        )


# -- a list that is not recorded -----------------------------------------------

_ASK = Text(
    "minta daftar yang dimaksud, tulis di bagian `criteria`, lalu sebut kodenya di `list`",
    "ask for the list that is meant, write it in the section `criteria` and name its code in `list`",
)


def _no_list(claim: Claim) -> Text:
    code, met = backquoted(claim.code), (claim.met or 0, claim.indicators or 0)
    return Text(
        f"pernyataan {code} menyebut {count_of(*met, 'id')} terpenuhi; {Incomparable.UNKNOWN_LIST.value.id}",
        f"claim {code} says {count_of(*met, 'en')} are met; {Incomparable.UNKNOWN_LIST.value.en}",
    )


# -- an item, and a number ------------------------------------------------------

_COMPARE = Text(
    "tanyakan dasarnya, atau periksa indikator yang berkaitan dengan butir itu",
    "ask what it rests on, or check the indicators that bear on that item",
)


def _item(then: Plan, check: ClaimCheck, code: str) -> Text:
    shown = Standing.MET if code in check.met else Standing.UNMET
    said = Standing.UNMET if shown is Standing.MET else Standing.MET
    claim, item = backquoted(check.claim.code), backquoted(code)
    day = short_date(then.as_of, "id"), short_date(then.as_of, "en")
    return Text(
        f"menurut pernyataan {claim} butir {item} {said.word.id}, tetapi bukti per {day[0]} "
        f"menunjukkan {shown.word.id}",
        f"claim {claim} says that item {item} is {said.word.en}, but evidence known on {day[1]} "
        f"shows it {shown.word.en}",
    )


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
    if check.criteria is not None:
        return Text(
            "tanyakan butir mana yang dimaksud, lalu tulis di `said`",
            "ask which items are meant, and write them in `said`",
        )
    if check.could_be_true and check.open:
        return Text(
            f"tanyakan indikator mana yang dimaksud; yang belum dapat dipastikan: {quoted(check.open, 16)}",
            f"ask which indicators are meant; those that cannot be settled: {quoted(check.open, 16)}",
        )
    return Text(
        "tanyakan indikator mana yang dimaksud, lalu catat di `declared` pada indikatornya",
        "ask which indicators are meant, and note it in `declared` of each of them",
    )
