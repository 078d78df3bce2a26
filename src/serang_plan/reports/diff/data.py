"""Diff for programs: what is different, in codes and numbers, sentences in one language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from serang_plan.analysis.changes.change import Change, FieldChange
from serang_plan.analysis.indicators.standing import Standing, Verdict
from serang_plan.model.indicator import Measurement
from serang_plan.model.plan import Plan
from serang_plan.model.record import Record
from serang_plan.model.when import When
from serang_plan.reports.diff.page import Diff, StateLabel
from serang_plan.reports.diff.sentences import happened, subject
from serang_plan.reports.parts.phrases import exact, plan_title
from serang_plan.wording import Lang

SCHEMA_VERSION = 1


def data(found: Diff, lang: Lang) -> dict[str, Any]:
    """Return the report for programs."""
    return {
        "schema_version": SCHEMA_VERSION,
        "report": "diff",
        "title": plan_title(found.plan, lang),
        "as_of": found.plan.as_of.isoformat(),
        **changes_data(found, lang),
    }


def changes_data(found: Diff, lang: Lang) -> dict[str, Any]:
    """Return what is different, for programs: codes and numbers, sentences in one language."""
    changes = found.changes
    return {
        "before": _side_data(found.before, changes.before, changes.counts_before, lang),
        "after": _side_data(found.after, changes.after, changes.counts_after, lang),
        "changes": [_change_data(found, one, lang) for one in changes.changes],
        "opd": [
            {"opd": one.opd, "before": one.before._asdict(), "after": one.after._asdict()}
            for one in changes.loads
        ],
        "years": [
            {"year": one.year, "before": _plain(one.before), "after": _plain(one.after)}
            for one in changes.years
        ],
        "unread": [{"section": section, "code": code} for section, code in changes.unread],
    }


def _side_data(side: StateLabel, plan: Plan, counts: dict[Standing, int], lang: Lang) -> dict[str, Any]:
    return {
        "state": side.called.for_lang(lang),
        "revision": side.revision,
        "as_of": plan.as_of.isoformat(),
        "counts": {standing.value: count for standing, count in counts.items()},
    }


def _change_data(found: Diff, change: Change, lang: Lang) -> dict[str, Any]:
    at = found.span(change)
    return {
        "kind": change.kind.value,
        "what": change.what.slug,
        "section": change.section,
        "code": change.code,
        "message": f"{subject(change, lang)}: {happened(change, lang)}",
        "year": change.year,
        "before": _plain(change.before),
        "after": _plain(change.after),
        "eases": change.what.eases,
        "reason": change.reason,
        "who": list(change.who),
        "in_before": change.in_before,
        "path": at.path,
        "line": at.line,
        "column": at.column,
    }


def _plain(value: Any) -> Any:
    match value:
        case bool() | None | str():
            return value
        case int() | Decimal():
            return exact(value)
        case When():
            return value.iso
        case date():
            return value.isoformat()
        case Verdict():
            return _verdict_data(value)
        case Measurement():
            named = {"value": value.value, "as_of": value.as_of, "source": value.source}
            return _plain_fields({**named, "verification": value.verification})
        case FieldChange():
            return _plain_fields({"field": value.name, "before": value.before, "after": value.after})
        case Record():
            return _plain_fields({name: one for name, one in value.__dict__.items() if name != "anchor"})
        case tuple() if hasattr(value, "_asdict"):
            return _plain_fields(value._asdict())
        case tuple():
            return [_plain(one) for one in value]
        case _:
            return str(value)


def _plain_fields(fields: dict[str, Any]) -> dict[str, Any]:
    return {name.rstrip("_"): _plain(one) for name, one in fields.items() if one is not None}


def _verdict_data(verdict: Verdict) -> dict[str, Any]:
    value = verdict.value
    return {
        "standing": verdict.standing.value,
        "missing": verdict.missing.name.lower() if verdict.missing else None,
        "value": exact(value.amount) if value else None,
        "value_as_of": value.measurement.as_of.iso if value else None,
        "threshold": exact(verdict.threshold.value) if verdict.threshold else None,
    }
