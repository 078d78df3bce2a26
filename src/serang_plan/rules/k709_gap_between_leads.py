"""Ada waktu di antara dua pembagian tugas ketika indikator tidak punya pengampu.

Between two assignments there is a time when nobody leads the indicator.

Mengapa: selama tidak ada pengampu, tidak ada yang mengumpulkan nilai, menjawab di rakor, atau menjaga
kegiatan tetap berjalan.

Why: while nobody leads, nobody collects the value, answers at the rakor or keeps the actions going.

Salah:

    - {indicator: M07, lead: DISHUB, until: 2024}
    - {indicator: M07, lead: DPUPR, from: 2025-TW3}

Benar:

    - {indicator: M07, lead: DISHUB, until: 2025-TW2}
    - {indicator: M07, lead: DPUPR, from: 2025-TW3}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.duties.succession import LeadGap, first_day_typed, lead_gaps
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._indicator_named import indicator_named
from serang_plan.wording import Text, short_date
from serang_plan.wording import backquoted as show

RULE = Rule("K709", "gap-between-leads", why=__doc__, severity=Severity.WARNING)
ENDED = Text("tugas sebelumnya berakhir di sini", "the assignment before ends here")


def check(plan: Plan) -> Iterator[Finding]:
    for gap in lead_gaps(plan):
        if not plan.was_refused("assignments", gap.succession.after.indicator):
            yield _finding(plan, gap)


def _finding(plan: Plan, gap: LeadGap) -> Finding:
    before, after = gap.succession
    named = indicator_named(plan, after.indicator)
    start = show(f"from: {first_day_typed(gap.first)}")
    message = Text(
        f"indikator {named.id} tidak punya pengampu dari {short_date(gap.first, 'id')} "
        f"sampai {short_date(gap.last, 'id')}",
        f"indicator {named.en} has no lead from {short_date(gap.first, 'en')} "
        f"to {short_date(gap.last, 'en')}",
    )
    advice = Text(
        f"sambung dengan {start}, atau tambahkan tugas untuk masa di antaranya",
        f"join them with {start}, or add an assignment for the time between",
    )
    return RULE.finding(message, after.at("from"), labels=(Label(ENDED, before.at("until")),), help=advice)
