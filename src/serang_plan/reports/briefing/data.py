"""The briefing for programs: codes and numbers, sentences in one language."""

from __future__ import annotations

from typing import Any

from serang_plan.analysis.duties.follow_up import FollowedDecision
from serang_plan.analysis.meetings.pending_decisions import PendingDecision
from serang_plan.analysis.meetings.risks import Risk
from serang_plan.analysis.meetings.since_last_rakor import ChangesSince
from serang_plan.analysis.outlook.pillars import Identity
from serang_plan.page import Notes
from serang_plan.reports.briefing.citations import Citations
from serang_plan.reports.briefing.decisions import what
from serang_plan.reports.briefing.page import page
from serang_plan.reports.briefing.risks import dangers
from serang_plan.reports.briefing.value import Briefing
from serang_plan.reports.checklist import page as checklist
from serang_plan.reports.parts.phrases import plan_title
from serang_plan.wording import Lang

SCHEMA_VERSION = 1


def data(found: Briefing, lang: Lang) -> dict[str, Any]:
    """Return what the note says."""
    return {
        "schema_version": SCHEMA_VERSION,
        "report": "briefing",
        "title": plan_title(found.plan, lang),
        "as_of": found.plan.as_of.isoformat(),
        "for": found.reader.role,
        "opd": found.reader.opd or None,
        "rakor": _rakor(found),
        "counts": {standing.value: count for standing, count in found.counts.items()},
        "claims": [_claim(check) for check in found.claims],
        "decisions_needed": [_needed(found, one, lang) for one in found.needed],
        "risks": [_risk(found, one, lang) for one in found.risks],
        "since": _since(found.since) if found.since else None,
        "identity": _identity(found.identity),
        "overdue": [_decision(one) for one in found.decisions if one.days_late],
        "checklist": _checklist(found, lang) if found.reader.role == "opd" else None,
        "sources": _sources(found, lang),
    }


def _rakor(found: Briefing) -> dict[str, Any] | None:
    rakor = found.rakor
    if rakor is None:
        return None
    return {
        "date": rakor.date.isoformat(),
        "agenda": list(rakor.agenda),
        "due": [_decision(one) for one in found.due],
    }


def _claim(check: Any) -> dict[str, Any]:
    return {
        "code": check.claim.code,
        "met_claimed": check.claim.met,
        "indicators": check.claim.indicators,
        "met": list(check.met),
        "open": list(check.open),
        "difference": check.difference,
        "could_be_true": check.could_be_true,
    }


def _needed(found: Briefing, one: PendingDecision, lang: Lang) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "indicators": list(one.indicators),
        "codes": list(one.codes),
        "owners": list(one.owners),
        "text": what(found.plan, one, lang),
    }


def _risk(found: Briefing, one: Risk, lang: Lang) -> dict[str, Any]:
    (item,) = dangers(found, (one,), Citations(found.plan), lang)
    return {
        "kind": one.kind.value,
        "indicators": list(one.indicators),
        "codes": list(one.codes),
        "text": item.text,
    }


def _since(since: ChangesSince) -> dict[str, Any]:
    return {
        "rakor": since.rakor.date.isoformat(),
        "changes": [
            {"what": one.what.slug, "section": one.section, "code": one.code} for one in since.changes
        ],
        "decisions": len(since.rakor.decisions),
        "decisions_closed": len(since.closed),
    }


def _identity(found: Identity) -> dict[str, Any]:
    return {
        "actions": found.actions,
        "actions_with_culture": [one.code for one in found.with_culture],
        "pillars": [
            {"code": one.pillar.code, "indicators": one.indicators, "met": one.met} for one in found.pillars
        ],
    }


def _decision(one: FollowedDecision) -> dict[str, Any]:
    due = one.decision.due
    return {
        "code": one.decision.code,
        "text": one.decision.text,
        "lead": one.decision.lead,
        "due": due.isoformat() if due else None,
        "days_late": one.days_late,
        "status": one.decision.status,
    }


def _checklist(found: Briefing, lang: Lang) -> dict[str, Any]:
    lists = checklist.build(found.plan)
    (one,) = checklist.data(lists, (lists.opd[found.reader.opd],), lang)["opd"]
    return dict(one)


def _sources(found: Briefing, lang: Lang) -> list[dict[str, str]]:
    """Return the sources as the note numbers them."""
    notes = next((block for block in page(found, lang).blocks if isinstance(block, Notes)), None)
    return [{"mark": one.mark, "text": one.text} for one in notes.notes] if notes else []
