"""Target suatu tahun lebih rendah daripada target sebelumnya.

The target of a year falls behind the one before it.

Mengapa: target yang dimundurkan diam-diam menutupi keterlambatan. Target boleh berubah, tetapi
alasannya harus tertulis supaya rakor bisa membahasnya.

Why: a target that is quietly moved back hides a delay. Targets may change, but the reason must be
written down so that the rakor can discuss it.

Salah:

    - {year: 2026, value: 15}
    - {year: 2027, value: 12}

Benar:

    - {year: 2026, value: 15}
    - {year: 2027, value: 18}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from serang_plan.analysis.indicators.evidence import reaches
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.indicator import Indicator, Target
from serang_plan.model.plan import Plan
from serang_plan.rules._figures import StatedValue, figure
from serang_plan.rules.v509_threshold_turned import reversed_from
from serang_plan.wording import Text

RULE = Rule("T402", "target-goes-back", why=__doc__, severity=Severity.WARNING)
_HELP = Text(
    "perbaiki angkanya, atau tulis alasannya di `reason`", "correct the number, or say why in `reason`"
)


def check(plan: Plan) -> Iterator[Finding]:
    for indicator in plan.indicators:
        if len(indicator.targets) < 2:
            continue
        back = list(_back(indicator))
        if back and reversed_from(plan, indicator) is None:
            for before, after in back:
                yield RULE.finding(
                    _message(indicator, before, after),
                    after.at("value"),
                    (Label(Text("target sebelumnya", "the target before it"), before.at("value")),),
                    _HELP,
                )


def _back(indicator: Indicator) -> Iterator[tuple[Target, Target]]:
    sound = (
        target for target in reversed(indicator.targets) if not StatedValue(indicator, target).is_mistyped
    )
    first_of_year = {target.year: target for target in sound}
    for before, after in pairwise(first_of_year[year] for year in sorted(first_of_year)):
        if after.reason is None and not reaches(indicator.direction, after.value, before.value):
            yield before, after


def _message(indicator: Indicator, before: Target, after: Target) -> Text:
    old, new = figure(before.value, indicator.unit), figure(after.value, indicator.unit)
    return Text(
        f"target {after.year} indikator `{indicator.code}` mundur ke {new.id}, "
        f"padahal target {before.year} sudah {old.id}",
        f"the {after.year} target of `{indicator.code}` goes back to {new.en}, "
        f"from {old.en} in {before.year}",
    )
