"""Dua OPD punya kegiatan yang namanya hampir sama pada tahun yang sama.

Two OPD have actions with nearly the same name in the same year.

Mengapa: pekerjaan yang sama bisa dianggarkan dua kali, dan dampaknya terhadap indikator terhitung dua kali.
Kata umum seperti pembangunan atau penataan tidak ikut dibandingkan.

Why: the same work may be paid for twice, and its effect on an indicator counts twice. Usual words such as
pembangunan or penataan are not compared.

Salah:

    - {code: A01, name: Pembangunan Taman Deduluran, opd: DPRKP, start: 2026, finish: 2026}
    - {code: A02, name: Penataan Taman Deduluran, opd: DLH, start: 2026, finish: 2027}

Benar:

    - {code: A01, name: Pembangunan Taman Deduluran, opd: DPRKP, start: 2026, finish: 2026}
    - {code: A02, name: Perawatan pohon Taman Deduluran, opd: DLH, start: 2027, finish: 2027}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.actions.overlaps import likely_duplicates
from serang_plan.findings import Finding, Label, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.rules._subjects import of_coded
from serang_plan.wording import Text
from serang_plan.wording import backquoted as show

RULE = Rule("K704", "likely-duplicate", why=__doc__, severity=Severity.WARNING)
ADVICE = Text(
    "gabungkan bila memang satu kegiatan; bila berbeda, perjelas `name`, atau tulis urutannya di `needs`",
    "merge them if they are one action; if not, make `name` clearer, or write their order in `needs`",
)


def check(plan: Plan) -> Iterator[Finding]:
    for first, other, year in likely_duplicates(plan):
        twin = of_coded(first.action.code, first.action.name)
        name, opd, other_opd = show(other.action.name), show(first.opd), show(other.opd)
        yield RULE.finding(
            Text(
                f"{name} ({other_opd}) mirip dengan {twin.id} ({opd}), dan keduanya berjalan pada {year}",
                f"{name} ({other_opd}) looks like {twin.en} ({opd}), and both run in {year}",
            ),
            other.action.at("name"),
            labels=(Label(Text(f"kegiatan {opd}", f"the action of {opd}"), first.action.at("name")),),
            help=ADVICE,
        )
