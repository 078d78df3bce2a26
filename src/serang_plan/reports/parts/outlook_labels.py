"""Words of the future that forecast and simulate share: scenarios, outcomes, and why one is unknown."""

from __future__ import annotations

from collections.abc import Mapping

from serang_plan.analysis.outlook.forecast import ForecastOutcome, Scenario, UnknownReason
from serang_plan.model.plan import Plan
from serang_plan.page import Callout, Tone
from serang_plan.wording import Lang, Text

SCENARIOS: Mapping[Scenario, Text] = {
    Scenario.TREND: Text("Tren", "Trend"),
    Scenario.PLAN: Text("Rencana", "Plan"),
    Scenario.TARGET: Text("Target", "Target"),
}
OUTCOMES: Mapping[ForecastOutcome, tuple[Text, Tone]] = {
    ForecastOutcome.MET: (Text("terpenuhi", "met"), "good"),
    ForecastOutcome.UNMET: (Text("belum", "not met"), "bad"),
    ForecastOutcome.UNKNOWN: (Text("belum pasti", "uncertain"), "unknown"),
}
REASONS: Mapping[UnknownReason, Text] = {
    UnknownReason.NO_VALUE: Text("tanpa nilai", "no value"),
    UnknownReason.NO_THRESHOLD: Text("tanpa ambang", "no threshold"),
    UnknownReason.NO_COMPARISON: Text("pembanding belum ada", "no comparison yet"),
    UnknownReason.OTHER_SCOPE: Text("ambang beda cakupan", "threshold of another scope"),
    UnknownReason.NO_SOURCE: Text("nilai tanpa sumber", "value without a source"),
    UnknownReason.CONTRADICTED: Text("bertentangan", "contradicted"),
    UnknownReason.NO_EFFECT: Text("tanpa perkiraan", "no estimate"),
    UnknownReason.NO_TIME: Text("selesainya tidak pasti", "may not finish"),
    UnknownReason.NO_TARGET: Text("tanpa target", "no target"),
}


def no_years(plan: Plan, lang: Lang) -> Callout:
    """Say why nothing can be foreseen."""
    if plan.header is None:
        words = Text("Rencana ini belum punya tahun.", "This plan has no years yet.")
    else:
        last = plan.header.last_year
        words = Text(f"Rencana ini sudah berakhir pada {last}.", f"This plan ended in {last}.")
    return Callout(words.for_lang(lang))
