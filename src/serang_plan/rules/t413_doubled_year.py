"""Satu tahun ditulis dua kali.

One year is written twice.

Mengapa: dengan dua target untuk satu tahun, tidak jelas mana yang harus dicapai; dengan dua
tahapan, tidak jelas mana fokusnya.

Why: with two targets for one year nobody knows which is to be reached; with two stages, which is
the focus.

Salah:

    - {year: 2026, value: 15}
    - {year: 2026, value: 16}

Benar:

    - {year: 2026, value: 15}
    - {year: 2027, value: 16}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from serang_plan.findings import Finding, Label, Rule
from serang_plan.model.action import Stage
from serang_plan.model.indicator import Target
from serang_plan.model.plan import Plan
from serang_plan.wording import Text

RULE = Rule("T413", "doubled-year", why=__doc__)
_FIRST = Text("yang pertama di sini", "the first is here")
_ONE_TARGET = Text("hapus salah satunya, atau perbaiki tahunnya", "take one of them out, or correct the year")
_ONE_STAGE = Text("gabungkan keduanya, atau perbaiki tahunnya", "make one of the two, or correct the year")


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in plan.indicators:
        for first, again in _duplicates(target for target in indicator.targets if _stands_alone(target)):
            message = Text(
                f"target {again.year} indikator `{indicator.code}` ditulis lebih dari sekali",
                f"the {again.year} target of `{indicator.code}` is written more than once",
            )
            yield _finding(message, first, again, _ONE_TARGET)
    for first, again in _duplicates(plan.stages):
        message = Text(
            f"tahapan {again.year} ditulis lebih dari sekali",
            f"the stage of {again.year} is written more than once",
        )
        yield _finding(message, first, again, _ONE_STAGE)


def _stands_alone(target: Target) -> bool:
    """Whether a target neither was withdrawn nor replaces an earlier one from a day on."""
    return target.withdrawn is None and target.known is None


def _duplicates(dated: Iterable[Target | Stage]) -> Iterator[tuple[Target | Stage, Target | Stage]]:
    first: dict[int, Target | Stage] = {}
    for record in dated:
        if first.setdefault(record.year, record) is not record:
            yield first[record.year], record


def _finding(message: Text, first: Target | Stage, again: Target | Stage, advice: Text) -> Finding:
    return RULE.finding(message, again.at("year"), (Label(_FIRST, first.at("year")),), advice)
