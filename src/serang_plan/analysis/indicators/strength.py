"""Strength: how well a value or a threshold is supported by its sources and by what was read."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from serang_plan.analysis.known.known_since import source_codes
from serang_plan.model.indicator import Measurement, Threshold, Verification
from serang_plan.model.plan import Plan
from serang_plan.wording import Text


class Strength(IntEnum):
    """How well something is supported, the weakest first."""

    WEAK = 0
    SECONDARY = 1
    PRIMARY = 2

    @property
    def word(self) -> Text:
        """The strength in words."""
        return _WORDS[self]


_WORDS = {
    Strength.WEAK: Text("lemah", "weak"),
    Strength.SECONDARY: Text("sekunder", "secondary"),
    Strength.PRIMARY: Text("primer", "primary"),
}


def value_strength(plan: Plan, measurement: Measurement) -> Strength:
    """Return how well a value is supported."""
    return _strength(plan, measurement.verification, source_codes(measurement))


def threshold_strength(plan: Plan, threshold: Threshold) -> Strength:
    """Return how well a threshold is supported."""
    return _strength(plan, threshold.verification, [threshold.source] if threshold.source else [])


def _strength(plan: Plan, verification: Verification | None, codes: Iterable[str]) -> Strength:
    """Weigh what was read with the kind of its sources; only the authority's own document is primary.

    What came by a form is weak until somebody else has looked at it, which is what verification says.
    """
    sources = [plan.source_by_code.get(code) for code in codes]
    kinds = {source.kind for source in sources if source}
    if verification in (None, "perlu-dicek") or not kinds or None in sources:
        return Strength.WEAK
    if "perkiraan" in kinds or any(source.weakness for source in sources if source):
        return Strength.WEAK
    if "salinan" in kinds and verification != "terverifikasi":
        return Strength.WEAK
    if kinds == {"resmi"} and verification != "sekunder":
        return Strength.PRIMARY
    return Strength.SECONDARY
