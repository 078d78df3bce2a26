"""Rencana belum punya bagian `plan`.

The plan has no section `plan`.

Mengapa: di bagian itu tertulis judul, kota, dan tahun pertama serta terakhir. Tanpa itu laporan tidak
tahu tahun mana yang termasuk rencana.

Why: that section holds the title, the city, and the first and last year. Without it a report does not
know which years belong to the plan.

Salah:

    stages: [{year: 2020, focus: Perumahan dan permukiman}]

Benar:

    plan: {title: Kota Serang Menuju Metropolis, city: Kota Serang, first_year: 2020, last_year: 2029}
    stages: [{year: 2020, focus: Perumahan dan permukiman}]
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.places import Pointer
from serang_plan.wording import Text

RULE = Rule("C315", "no-header", why=__doc__)

_LINE = "`plan: {title: …, city: …, first_year: …, last_year: …}`"


def check(plan: Plan) -> Iterator[Finding]:
    if plan.header is None and is_read_in_full(plan, "plan"):
        message = Text("bagian `plan` belum ada", "there is no section `plan`")
        yield RULE.finding(message, Pointer(0), help=Text(f"tambahkan {_LINE}", f"add {_LINE}"))
