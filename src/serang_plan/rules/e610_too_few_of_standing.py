"""Indikator berstatus tertentu lebih sedikit daripada yang ditegaskan kota.

Fewer indicators are of a standing than the city asserts.

Mengapa: kota menegaskan apa yang harus berlaku pada suatu hari. Yang dihitung ialah apa yang diketahui pada
hari itu; selisihnya disebut dengan nama, supaya jelas indikator mana yang berubah.

Why: the city asserts what must hold on a day. What was known on that day is counted, and the difference is
told by name, so that it is plain which indicator has changed.

Salah:

    - {on: 2025-12-31, standing: terpenuhi, at_least: 2}

Benar:

    - {on: 2025-12-31, standing: terpenuhi, at_least: 1}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from serang_plan.analysis.indicators.standing import Standing, verdicts_of
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.findings import Finding, Rule
from serang_plan.model.assertion import Assertion
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, many, quoted, short_date

RULE = Rule("E610", "too-few-of-standing", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    if not is_read_in_full(plan, "indicators"):
        return
    for assertion in plan.assertions:
        if assertion.on and assertion.standing and assertion.on <= plan.as_of:
            yield from _checked(plan, assertion, assertion.on, Standing(assertion.standing))


def _checked(plan: Plan, assertion: Assertion, day: date, standing: Standing) -> Iterator[Finding]:
    wanted, judged = assertion.at_least or 0, verdicts_of(plan.on(day))
    there = [verdict.indicator.code for verdict in judged if verdict.standing is standing]
    others = [verdict.indicator.code for verdict in judged if verdict.standing is not standing]
    lacking = wanted - len(there)
    if lacking > 0:
        yield RULE.finding(
            _message(day, standing, there, wanted), assertion.at("at_least"), help=_help(lacking, others)
        )


def _message(day: date, standing: Standing, there: list[str], wanted: int) -> Text:
    named = f" ({quoted(there, 16)})" if there else ""
    return Text(
        f"{len(there)} indikator berstatus {standing.word.id} per {short_date(day, 'id')}{named}, "
        f"padahal kota menegaskan sedikitnya {wanted}",
        f"{many(len(there), 'indicator')} {'is' if len(there) == 1 else 'are'} {standing.word.en} "
        f"on {short_date(day, 'en')}{named}, though the city asserts at least {wanted}",
    )


def _help(lacking: int, others: list[str]) -> Text:
    named = quoted(others, 16)
    if not named:
        return Text(f"kurang {lacking}", f"{lacking} too few")
    return Text(f"kurang {lacking}; yang lain: {named}", f"{lacking} too few; the others: {named}")
