"""Rules: what is wrong with a plan that can be read; one file per rule, listed here."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from serang_plan.findings import Finding, Rule, RuleModule
from serang_plan.model.plan import Plan

FILES = (
    "l201_unknown_opd",
    "l202_opd_alias_used",
    "l203_unknown_indicator",
    "l204_unknown_source",
    "l205_unknown_action",
    "l206_unknown_partner",
    "l207_unknown_pillar",
    "l208_unknown_region",
    "l209_region_named",
    "l210_doubled_code",
    "l211_abolished_opd",
    "l212_second_header",
    "l213_unknown_provider",
    "l214_unknown_dispute",
    "l215_near_aspect",
    "c301_indicator_count",
    "c302_no_threshold",
    "c303_no_target",
    "c304_no_lead",
    "c305_no_action",
    "c306_no_value",
    "c307_opd_without_duty",
    "c308_empty_year",
    "c309_stage_without_focus",
    "c310_unserved_pillar",
    "c311_action_without_effect",
    "c312_action_without_cost",
    "c313_action_without_place",
    "c314_action_without_culture",
    "c315_no_header",
    "c316_action_without_opd",
    "c317_action_without_time",
    "t401_target_outside_plan",
    "t402_target_goes_back",
    "t403_finish_before_start",
    "t404_needs_later",
    "t405_needs_loop",
    "t406_overdue_action",
    "t407_move_without_reason",
    "t408_value_in_future",
    "t409_published_before_measured",
    "t410_turned_period",
    "t411_done_disagrees",
    "t412_stage_outside_plan",
    "t413_doubled_year",
    "t414_late_start",
    "t415_needs_cancelled",
    "v501_rival_values",
    "v502_unit_changed",
    "v503_parts_against_total",
    "v504_share_against_value",
    "v505_target_already_met",
    "v506_implausible_jump",
    "v507_share_outside_0_100",
    "v508_fraction_of_a_whole",
    "v509_threshold_turned",
    "v510_effect_does_not_help",
    "e601_value_without_source",
    "e602_met_by_news_only",
    "e603_stale_value",
    "e604_claim_not_carried",
    "e605_declared_against_data",
    "e606_used_without_reason",
    "e607_dispute_unsettled",
    "e608_done_without_evidence",
    "e609_unused_source",
    "k701_two_leads",
    "k702_support_without_action",
    "k703_same_place_same_year",
    "k704_likely_duplicate",
    "k705_too_many_actions",
    "k706_focus_opd_without_action",
    "k707_handover_without_agreement",
    "k708_lead_also_supports",
    "k709_gap_between_leads",
    "k710_lead_without_action",
    "r801_decision_without_lead",
    "r802_decision_without_due",
    "r803_decision_without_code",
    "r804_overdue_decision",
    "r805_silent_decision",
    "r806_closed_without_evidence",
    "r807_due_before_rakor",
    "r808_decision_without_status",
)


class PlanRule(RuleModule, Protocol):
    """The file of a rule that finds its fault in a plan."""

    def check(self, plan: Plan) -> Iterator[Finding]:
        """Give every place in a plan that has the fault."""


def check(plan: Plan) -> Iterator[Finding]:
    """Give everything that the rules find, in the order of the rules."""
    for module in _modules():
        yield from module.check(plan)


def rules() -> tuple[Rule, ...]:
    """Return the rules with their pages."""
    return tuple(module.RULE for module in _modules())


def _modules() -> Iterator[PlanRule]:
    return (cast(PlanRule, import_module(f"{__name__}.{file}")) for file in FILES)
