"""Known since: from which day on a list of criteria, or what was said of one, was surely public."""

from __future__ import annotations

from datetime import date

from serang_plan.model.criteria import Criteria
from serang_plan.model.plan import Plan
from serang_plan.model.source import Claim


def known_since(plan: Plan, record: Claim | Criteria) -> date | None:
    """Return the last day of the first of its times that is there; None if nothing dates it."""
    source = plan.source_by_code.get(record.source or "")
    when = record.known or record.date or (source and source.published)
    return when.last if when else None


def stands(plan: Plan, record: Claim | Criteria) -> bool:
    """Whether it was known on the plan's date and not withdrawn; what bears no date always was."""
    since, withdrawn = known_since(plan, record), record.withdrawn
    is_known = since is None or since <= plan.as_of
    return is_known and (withdrawn is None or withdrawn.known.last > plan.as_of)
