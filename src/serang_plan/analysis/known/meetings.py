"""Meetings as known: rakor, decisions and disputes, with what was reported until the plan's date."""

from __future__ import annotations

from typing import Any

from serang_plan.analysis.known.known_since import is_known
from serang_plan.model.plan import Plan
from serang_plan.model.rakor import Decision, DecisionEntry, Rakor
from serang_plan.model.source import Dispute


def known_rakor(plan: Plan, rakor: Rakor) -> Rakor:
    """Return a meeting as it was known: one that is still to come has decided nothing."""
    if rakor.date > plan.as_of:
        return rakor.model_copy(update={"decisions": (), "attendance": (), "closed": None})
    decisions = tuple(known_decision(plan, decision) for decision in rakor.decisions)
    closed = rakor.closed if rakor.closed and rakor.closed.date <= plan.as_of else None
    if decisions == rakor.decisions and closed == rakor.closed:
        return rakor
    return rakor.model_copy(update={"decisions": decisions, "closed": closed})


def known_decision(plan: Plan, decision: Decision) -> Decision:
    """Return a decision without what was reported later; how it stood before that, its history says."""
    entries = tuple(entry for entry in decision.history if entry.known.last <= plan.as_of)
    fields: dict[str, Any] = {"history": entries}
    if decision.indicator is not None:
        fields |= {"indicator": None, "about": decision.matters}
    if decision.updated is not None and decision.updated > plan.as_of:
        fields |= {"status": None, "updated": None, "evidence": None, "note": None}
    for entry in sorted(entries, key=lambda entry: entry.known.last):
        fields |= _changed(entry)
    return decision.model_copy(update=fields) if decision.history or len(fields) > 1 else decision


_JUDGED = {"sesuai": "selesai", "belum-sesuai": "proses", "belum-ditindaklanjuti": "menunggu"}
"""How a decision stands by the verdict of whoever looked."""


def _changed(entry: DecisionEntry) -> dict[str, Any]:
    """Return what a report about the whole decision changes."""
    if entry.opd is not None:
        return {}
    said = {
        "status": entry.status or _JUDGED.get(entry.verified or ""),
        "due": entry.due,
        "evidence": entry.evidence,
        "note": entry.note,
    }
    return {"updated": entry.known.last, **{name: value for name, value in said.items() if value is not None}}


def known_dispute(plan: Plan, dispute: Dispute) -> Dispute:
    """Return a dispute with the sides that were heard, and as settled as it was."""
    sides = tuple(side for side in dispute.statements if is_known(plan, side))
    entries = tuple(entry for entry in dispute.history if entry.known.last <= plan.as_of)
    settled = [entry.resolution for entry in entries if entry.resolution is not None]
    resolution = settled[-1] if settled else dispute.resolution
    return dispute.model_copy(update={"statements": sides, "history": entries, "resolution": resolution})
