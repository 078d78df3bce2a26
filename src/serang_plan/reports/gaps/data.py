"""Gaps for programs: codes and numbers, names in one language."""

from __future__ import annotations

from typing import Any

from serang_plan.analysis.outlook.gaps import Gap, Gaps
from serang_plan.analysis.outlook.sufficiency import Contribution, Outlook
from serang_plan.reports.gaps.page import CLASSES, ORDER
from serang_plan.reports.gaps.remedies import steps
from serang_plan.reports.parts.phrases import exact, full_name, plan_title
from serang_plan.wording import Lang

SCHEMA_VERSION = 1


def data(found: Gaps, lang: Lang) -> dict[str, Any]:
    """Return the report for programs: codes and numbers, names in one language."""
    return {
        "schema_version": SCHEMA_VERSION,
        "report": "gaps",
        "title": plan_title(found.plan, lang),
        "as_of": found.plan.as_of.isoformat(),
        "filters": found.filters._asdict(),
        "order": ORDER.for_lang(lang),
        "counts": {standing.value: count for standing, count in found.counts.items()},
        "gaps": [_gap_data(one, lang) for standing in CLASSES for one in found.of(standing)],
    }


def _gap_data(gap: Gap, lang: Lang) -> dict[str, Any]:
    verdict, indicator = gap.verdict, gap.verdict.indicator
    return {
        "code": indicator.code,
        "name": full_name(indicator, lang),
        "unit": indicator.unit,
        "standing": verdict.standing.value,
        "missing": verdict.missing.name.lower() if verdict.missing else None,
        "gap": exact(verdict.gap),
        "share_of_way_left": exact(gap.remaining_gap.share) if gap.remaining_gap else None,
        "stale": gap.stale,
        "trend_per_year": exact(gap.trend),
        "leads": list(gap.leads),
        "support": list(gap.support),
        "authority": {level: list(codes) for level, codes in gap.authority.actions},
        "partners": [{"code": one.code, "kind": one.kind} for one in gap.authority.partners],
        "actions": [_action_data(one) for one in gap.actions],
        "plan": _outlook_data(gap.outlook),
        "enough_from": gap.enough_from,
        "target": exact(gap.target.value) if gap.target else None,
        "plan_on_target": _outlook_data(gap.on_target),
        "to_close": [step.for_lang(lang) for step in steps(gap)],
    }


def _action_data(part: Contribution) -> dict[str, Any]:
    one = part.scheduled
    return {
        "code": one.code,
        "name": one.action.name,
        "opd": one.opd,
        "state": one.state.name.lower(),
        "finish": one.finish.iso if one.finish else None,
        "overdue": one.late,
        "adds": exact(part.adds),
    }


def _outlook_data(found: Outlook | None) -> dict[str, Any] | None:
    return found and {
        "sufficiency": found.sufficiency.value,
        "expected": exact(found.expected),
        "short_by": exact(found.short_by),
        "without_effect": list(found.unstated),
        "may_not_finish": list(found.unsure),
    }
