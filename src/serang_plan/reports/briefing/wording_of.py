"""How a note says a value, an indicator and a decision, cut to what there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from serang_plan.analysis.evidence import is_stale
from serang_plan.analysis.follow_up import Followed
from serang_plan.analysis.standing import Verdict
from serang_plan.model.indicator import Threshold
from serang_plan.model.plan import Plan
from serang_plan.reports.matters import shortened
from serang_plan.reports.phrases import VERIFICATIONS, short_name, unit_of, with_unit
from serang_plan.wording import Lang, Text, listed

BASES = {
    "usulan": Text("usulan", "proposal"),
    "rpjmd": Text("RPJMD", "RPJMD"),
    "renstra": Text("Renstra", "Renstra"),
    "rkpd": Text("RKPD", "RKPD"),
    "kesepakatan": Text("kesepakatan", "agreed"),
}
"""What a target rests on."""
NAME = 36
"""The longest name of an indicator in a sentence."""


def indicator(plan: Plan, code: str, lang: Lang) -> str:
    """Name an indicator by code and short name."""
    known = plan.indicator_by_code.get(code)
    return f"{code} {shortened(short_name(known, lang), NAME)}" if known else code


def indicators(plan: Plan, codes: Sequence[str], lang: Lang, most: int = 3) -> str:
    """Name the first few indicators: `M01 RTH publik, M02 Sampah tertangani, dan 3 lainnya`."""
    return listed([indicator(plan, code, lang) for code in codes], lang, most=most)


def value(plan: Plan, verdict: Verdict, lang: Lang) -> str:
    """Write the newest value with its date and how it was verified: `12% (Sep 2018, terverifikasi)`."""
    known = verdict.value
    if known is None:
        return Text("belum ada nilai", "no value yet").in_(lang)
    one = known.measurement
    remarks = [one.as_of.text(lang), VERIFICATIONS[one.verification].in_(lang)]
    if one.source is None:
        remarks.append(Text("tanpa sumber", "no source").in_(lang))
    if is_stale(plan, verdict.indicator, one):
        remarks.append(Text("usang", "stale").in_(lang))
    return f"{with_unit(known.amount, unit_of(verdict.indicator, lang), lang)} ({', '.join(remarks)})"


def source_of(verdict: Verdict) -> str | None:
    """Return the source of the newest value."""
    return verdict.value.measurement.source if verdict.value else None


def goal(verdict: Verdict, threshold: Threshold, lang: Lang) -> str:
    """Write the threshold with its unit and what it rests on: `≥ 20% (UU 26/2007)`."""
    sign = "≥" if verdict.indicator.direction == "naik" else "≤"
    size = with_unit(threshold.value, unit_of(verdict.indicator, lang), lang)
    return f"{sign} {size} ({shortened(threshold.basis, 60)})"


def decision(one: Followed, most: int = 60) -> str:
    """Call a decision by its code and what it says."""
    said = shortened(one.decision.text, most)
    return f"{one.decision.code} {said}" if one.decision.code else said
