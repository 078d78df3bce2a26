"""Keputusan yang disebut tidak ada dalam catatan rakor.

A decision is named that is not among those of any rakor.

Mengapa: keputusan yang menunggu, digantikan atau dibahas hanya dapat ditagih bila keputusan yang dimaksud
tercatat.

Why: what a decision waits for, what replaces it and what an agenda takes up can be followed only if that
decision is recorded.

Salah:

    waits_for: [R1-9]

Benar:

    waits_for: [R1-2]
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.analysis.lookups.references import Reference
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision, Rakor
from serang_plan.rules._codes import Listing, unknown
from serang_plan.wording import Text

RULE = Rule("L220", "unknown-decision", why=__doc__)


def check(plan: Plan) -> Iterator[Finding]:
    if not is_read_in_full(plan, "rakor"):
        return
    decisions = (decision for rakor in plan.rakor for decision in rakor.decisions)
    by_code = {decision.code: decision for decision in decisions if decision.code is not None}
    listing = Listing(
        Text("keputusan", "decision"),
        Text("keputusan rakor", "decisions"),
        "rakor",
        by_code,
        zip(by_code, by_code, strict=True),
    )
    yield from unknown(RULE, plan, listing, (named for rakor in plan.rakor for named in _named_in(rakor)))


def _named_in(rakor: Rakor) -> Iterator[Reference]:
    for item in rakor.agenda:
        if item.decision is not None:
            yield Reference(item.decision, item, ("decision",))
    for decision in rakor.decisions:
        yield from _named_by(decision)


def _named_by(decision: Decision) -> Iterator[Reference]:
    for nth, code in enumerate(decision.waits_for):
        yield Reference(code, decision, ("waits_for", nth))
    for entry in decision.history:
        if entry.superseded_by is not None:
            yield Reference(entry.superseded_by, entry, ("superseded_by",))
