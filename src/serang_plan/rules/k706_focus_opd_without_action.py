"""OPD fokus suatu tahapan tidak punya kegiatan pada tahun itu.

A stage's focus OPD has no action in that year.

Mengapa: fokus tahunan menjanjikan sesuatu. Tanpa kegiatan OPD yang disebut, tahun itu lewat tanpa hasil.

Why: a year's focus is a promise. Without an action of the OPD that it names, the year passes with nothing
to show.

Salah:

    stages:
      - {year: 2027, focus: Ruang terbuka hijau, opd: [DLH]}
    actions:
      - {code: A01, name: Taman kelurahan, opd: DLH, start: 2025, finish: 2026}

Benar:

    stages:
      - {year: 2027, focus: Ruang terbuka hijau, opd: [DLH]}
    actions:
      - {code: A01, name: Taman kelurahan, opd: DLH, start: 2026, finish: 2027}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from serang_plan.analysis.actions.active_years import carrier, may_run_in
from serang_plan.analysis.lookups.completeness import is_read_in_full
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.action import Action, Stage
from serang_plan.model.plan import Plan
from serang_plan.wording import Text
from serang_plan.wording import backquoted as show

RULE = Rule("K706", "focus-opd-without-action", why=__doc__, severity=Severity.WARNING)


def check(plan: Plan) -> Iterator[Finding]:
    if not is_read_in_full(plan, "actions"):
        return
    actions_of = _actions_by_opd(plan)
    for stage in plan.stages:
        for nth, code in enumerate(stage.opd):
            busy = any(may_run_in(plan, action, stage.year) for action in actions_of.get(code, ()))
            if code in plan.opd_by_code and not busy:
                yield _finding(stage, nth)


def _finding(stage: Stage, nth: int) -> Finding:
    opd, year = show(stage.opd[nth]), stage.year
    message = Text(
        f"{opd} disebut sebagai OPD fokus {year}, tetapi tidak punya kegiatan pada tahun itu",
        f"{opd} is named as a focus OPD of {year}, but has no action in that year",
    )
    advice = Text(
        f"tambahkan kegiatan {opd} yang berjalan pada {year} ke `actions`",
        f"add an action of {opd} that runs in {year} to `actions`",
    )
    return RULE.finding(message, stage.at("opd", nth), help=advice)


def _actions_by_opd(plan: Plan) -> Mapping[str, list[Action]]:
    """Return the actions of each OPD; one that was handed on counts for both."""
    actions_of: dict[str, list[Action]] = defaultdict(list)
    for action in plan.actions:
        carried = carrier(plan, action)
        for code in {action.opd, carried.code if carried else None} - {None}:
            actions_of[str(code)].append(action)
    return actions_of
