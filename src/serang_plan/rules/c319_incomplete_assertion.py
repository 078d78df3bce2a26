"""Sebuah penegasan tidak lengkap, atau menegaskan dua hal sekaligus.

An assertion is incomplete, or asserts two things at once.

Mengapa: penegasan hanya punya dua bentuk: sekian indikator berstatus tertentu pada suatu hari, atau batas
yang tidak boleh dilewati suatu indikator. Yang lain tidak diperiksa, sehingga memberi rasa aman yang semu.

Why: an assertion has two forms only: so many indicators of a standing on a day, or a bound that an indicator
must never cross. Any other is not checked and only looks like a safeguard.

Salah:

    - {day: 2025-12-31, at_least: 2}

Benar:

    - {day: 2025-12-31, standing: terpenuhi, at_least: 2}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule
from serang_plan.model.assertion import Assertion, Bound
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, listed

RULE = Rule("C319", "incomplete-assertion", why=__doc__)
_HELP = Text(
    "tulis `{day: …, standing: …, at_least: …}`, atau `{indicator: …, never: {below: …}, from: …}`",
    "write `{day: …, standing: …, at_least: …}`, or `{indicator: …, never: {below: …}, from: …}`",
)
_BOTH = Text("satu penegasan memuat dua bentuk sekaligus", "an assertion has both forms at once")
_NEITHER = Text("penegasan ini tidak menegaskan apa pun", "this assertion asserts nothing")
_NO_BOUND = Text("`never` tidak menyebut `below` maupun `above`", "`never` says neither `below` nor `above`")
_NO_ROOM = Text(
    "`below` lebih besar dari `above`, jadi setiap nilai melewati batas",
    "`below` is greater than `above`, so that any value crosses the bound",
)


def check(plan: Plan) -> Iterator[Finding]:
    for assertion in plan.assertions:
        if fault := _fault(assertion):
            yield RULE.finding(fault, assertion.at(*_first_key(assertion)), help=_HELP)
        elif assertion.never and (fault := _fault_of_bound(assertion.never)):
            yield RULE.finding(fault, assertion.at("never"), help=_HELP)


def _fault(assertion: Assertion) -> Text | None:
    counted, bounded = _count_form(assertion), _bound_form(assertion)
    if any(counted.values()) and any(bounded.values()):
        return _BOTH
    form = counted if any(counted.values()) else bounded
    if not any(form.values()):
        return _NEITHER
    lacking = [f"`{key}`" for key, is_there in form.items() if not is_there and key != "from"]
    if not lacking:
        return None
    return Text(
        f"penegasan ini tidak menyebut {listed(lacking, 'id')}",
        f"this assertion does not say {listed(lacking, 'en')}",
    )


def _count_form(assertion: Assertion) -> dict[str, bool]:
    return {
        "day": assertion.day is not None,
        "standing": assertion.standing is not None,
        "at_least": assertion.at_least is not None,
    }


def _bound_form(assertion: Assertion) -> dict[str, bool]:
    return {
        "indicator": assertion.indicator is not None,
        "never": assertion.never is not None,
        "from": assertion.from_ is not None,
    }


def _fault_of_bound(bound: Bound) -> Text | None:
    if bound.below is None and bound.above is None:
        return _NO_BOUND
    return _NO_ROOM if bound.is_reversed else None


def _first_key(assertion: Assertion) -> tuple[str, ...]:
    written = {**_count_form(assertion), **_bound_form(assertion)}
    return next(((key,) for key, is_there in written.items() if is_there), ())
