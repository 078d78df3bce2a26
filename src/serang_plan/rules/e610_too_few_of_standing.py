"""Indikator berstatus tertentu lebih sedikit daripada yang ditegaskan kota.

Fewer indicators are of a standing than the city asserts.

Mengapa: kota menegaskan apa yang harus berlaku pada suatu hari. Yang dihitung ialah apa yang diketahui pada
hari itu; selisihnya disebut dengan nama, supaya jelas indikator mana yang berubah.

Why: the city asserts what must hold on a day. What was known on that day is counted, and the difference is
told by name, so that it is plain which indicator has changed.

Salah:

    - {day: 2025-12-31, standing: terpenuhi, at_least: 2}

Benar:

    - {day: 2025-12-31, standing: terpenuhi, at_least: 1}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from serang_plan.analysis.indicators.standing import Standing, verdicts_of
from serang_plan.analysis.known.known_plan import known_on
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.lookups.grouping import grouped
from serang_plan.findings import Finding, Rule
from serang_plan.model.assertion import Assertion
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, many, quoted, short_date

RULE = Rule("E610", "too-few-of-standing", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    if is_read_in_full(plan, "indicators"):
        by_day = grouped((assertion.day, assertion) for assertion in plan.assertions)
        for day, assertions in by_day.items():
            if day is not None and day <= plan.as_of:
                codes = grouped(_standings(known_on(plan, day)))
                for assertion in assertions:
                    yield from _checked(day, assertion, codes)


def _standings(plan: Plan) -> Iterator[tuple[Standing, str]]:
    return ((verdict.standing, verdict.indicator.code) for verdict in verdicts_of(plan))


def _checked(day: date, assertion: Assertion, codes: Mapping[Standing, tuple[str, ...]]) -> Iterator[Finding]:
    if assertion.standing is None or assertion.at_least is None:
        return
    standing, wanted = Standing(assertion.standing), assertion.at_least
    there = codes.get(standing, ())
    if len(there) < wanted:
        others = [code for other, those in codes.items() if other is not standing for code in those]
        message = _message(day, standing, there, wanted)
        yield RULE.finding(message, assertion.at("at_least"), help=_help(wanted - len(there), others))


def _message(day: date, standing: Standing, there: Sequence[str], wanted: int) -> Text:
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
