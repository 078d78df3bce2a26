"""An indicator as the sentences of coordination name it, whether or not it is on the list."""

from __future__ import annotations

from serang_plan.model.plan import Plan
from serang_plan.rules._subjects import of_indicator
from serang_plan.wording import Text, backquoted, untranslated


def indicator_named(plan: Plan, code: str) -> Text:
    """Return the code and the short name, as in `M01` RTH publik; of an unknown one the code alone."""
    indicator = plan.indicator_by_code.get(code)
    return of_indicator(indicator) if indicator else untranslated(backquoted(code))
