"""Ada tahun ketika indikator yang belum terpenuhi tidak punya target maupun kegiatan.

An indicator that is not met has neither target nor action in some year.

Mengapa: jalan menuju metropolis butuh waktu dan tahapan. Tahun yang kosong adalah tahun ketika tidak
ada yang dikerjakan dan tidak ada yang ditagih.

Why: the way to a metropolis takes years and stages. An empty year is one in which nothing is done and
nobody is held to anything.

Salah:

    targets: [{year: 2027, value: 16}, {year: 2028, value: 20}]

Benar:

    targets: [{year: 2026, value: 14}, {year: 2027, value: 16}, {year: 2028, value: 20}]
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.active_years import years_of
from serang_plan.analysis.indicators.evidence import reaches
from serang_plan.analysis.indicators.standing import Verdict
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._subjects import falls_short, not_met, of_indicator, of_years
from serang_plan.wording import Text

RULE = Rule("C308", "empty-year", why=__doc__, severity=Severity.NOTE)


def check(plan: Plan) -> Iterator[Finding]:
    if plan.header is None or not is_read_in_full(plan, "actions"):
        return
    for verdict in not_met(plan):
        indicator = verdict.indicator
        if not indicator.targets and falls_short(verdict):
            continue  # that it has no target at all is a fault of its own
        busy = _busy_years(plan, verdict)
        ahead = range(max(plan.as_of.year, plan.header.first_year), _last_year(plan, verdict) + 1)
        empty = [year for year in ahead if year not in busy]
        if busy and empty:
            named, years = of_indicator(indicator), of_years(empty)
            message = Text(
                f"indikator {named.id} tidak punya target maupun kegiatan untuk tahun {years.id}",
                f"indicator {named.en} has neither target nor action in {years.en}",
            )
            advice = Text(
                f"tambahkan `{{year: {empty[0]}, value: …}}` ke `targets`, atau kegiatan untuk tahun itu",
                f"add `{{year: {empty[0]}, value: …}}` to `targets`, or an action for that year",
            )
            yield RULE.finding(message, indicator.at("code"), help=advice)


def _busy_years(plan: Plan, verdict: Verdict) -> set[int]:
    busy = {target.year for target in verdict.indicator.targets}
    for action in plan.actions_by_indicator.get(verdict.indicator.code, ()):
        busy.update(years_of(plan, action))
    return busy


def _last_year(plan: Plan, verdict: Verdict) -> int:
    """Return the last year in which something must happen: once a target reaches the threshold, no more."""
    assert plan.header is not None
    last = plan.header.last_year
    if verdict.threshold is None:
        return last
    goal, direction = verdict.threshold.value, verdict.indicator.direction
    ahead = (target for target in verdict.indicator.targets if target.year >= plan.as_of.year)
    reached = (target.year for target in ahead if reaches(direction, target.value, goal))
    return min(last, min(reached, default=last))
