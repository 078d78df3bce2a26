"""Satu OPD punya lebih banyak kegiatan dalam setahun daripada batas yang ditetapkan rencana.

An OPD has more actions in a year than the limit that the plan sets.

Mengapa: OPD yang memegang terlalu banyak kegiatan sekaligus biasanya menggeser sebagian. Lebih baik
dipilih dan digeser sekarang daripada terlambat di akhir tahun. Tahun yang sudah lewat tidak diperiksa.

Why: an OPD that holds too many actions at once usually puts some of them off. It is better to choose now
than to be late at the end of the year. Years gone by are not checked.

Salah:

    - {code: A01, name: Pasar malam, opd: DISDAG, start: 2026, finish: 2026}
    - {code: A02, name: Pusat kuliner, opd: DISDAG, start: 2026, finish: 2027}
    - {code: A03, name: Gudang pangan, opd: DISDAG, start: 2026, finish: 2026}

Benar:

    - {code: A01, name: Pasar malam, opd: DISDAG, start: 2026, finish: 2026}
    - {code: A02, name: Pusat kuliner, opd: DISDAG, start: 2026, finish: 2027}
    - {code: A03, name: Gudang pangan, opd: DISDAG, start: 2027, finish: 2027}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from serang_plan.analysis.actions.active_years import carrier, years_of
from serang_plan.analysis.lookups.references import Reference
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.wording import Text
from serang_plan.wording import backquoted as show

RULE = Rule("K705", "too-many-actions", why=__doc__, severity=Severity.WARNING)
LIMIT = Text("batasnya ditetapkan di sini", "the limit is set here")


def check(plan: Plan) -> Iterator[Finding]:
    most = plan.settings.most_actions
    if most is None:
        return
    for year, carried in _by_opd_and_year(plan):
        if len(carried) > most:
            limit = Label(LIMIT, plan.settings.at("most_actions"))
            yield _finding(carried[most], year, len(carried), most, limit)


def _finding(beyond: Reference, year: int, count: int, most: int, limit: Label) -> Finding:
    opd = show(beyond.code)
    message = Text(
        f"{opd} punya {count} kegiatan pada {year}, melebihi batas {most}",
        f"{opd} has {count} actions in {year}, above the limit of {most}",
    )
    advice = Text(
        f"geser sebagian ke tahun lain (`finish` di `history`), atau naikkan `most_actions` menjadi {count}",
        f"put some off to another year (`finish` in `history`), or raise `most_actions` to {count}",
    )
    return RULE.finding(message, beyond.at, labels=(limit,), help=advice)


def _by_opd_and_year(plan: Plan) -> Iterator[tuple[int, list[Reference]]]:
    """Give the actions of each OPD in each year that is not over yet."""
    carried_by: dict[tuple[str, int], list[Reference]] = defaultdict(list)
    for action in plan.actions:
        carried = carrier(plan, action)
        if carried is not None and carried.code in plan.opd_by_code:
            for year in years_of(plan, action):
                if year >= plan.as_of.year:
                    carried_by[carried.code, year].append(carried)
    yield from ((year, carried) for (_, year), carried in carried_by.items())
