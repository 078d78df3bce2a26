"""Nama lain OPD dipakai sebagai kode.

Another name of an OPD is used for its code.

Mengapa: satu OPD punya banyak sebutan, seperti Perkim, Disperkim dan nama lengkapnya. Bila yang
ditulis bukan kodenya, tugas OPD itu terhitung sebagai milik dua OPD yang berbeda.

Why: one OPD goes by many names, such as Perkim, Disperkim and its full name. Where the code is not
used, its duties are counted as those of two different OPD.

Salah:

    - {indicator: M01, lead: Perkim}

Benar:

    - {indicator: M01, lead: DPRKP}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from serang_plan.analysis.lookups.references import providers_named, references
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.opd import Opd
from serang_plan.model.plan import Plan
from serang_plan.wording import Text
from serang_plan.wording import backquoted as show

RULE = Rule("L202", "opd-alias-used", why=__doc__, severity=Severity.WARNING)


def check(plan: Plan) -> Iterator[Finding]:
    listed = {**plan.opd_by_code, **plan.partner_by_code}
    for named in chain(references(plan, "opd", listed=listed), providers_named(plan, listed)):
        opd = plan.opd_by_alias.get(named.code.casefold())
        if opd is not None:
            typed, code = show(named.code), show(opd.code)
            is_only = sum(_bears(opd, named.code) for opd in plan.opd) == 1
            message = Text(
                f"{typed} adalah nama OPD, bukan kodenya", f"{typed} is the name of an OPD, not its code"
            )
            advice = Text(f"tulis {code}", f"type {code}")
            yield RULE.finding(
                message, named.at, help=advice, instead=_as_yaml(opd.code) if is_only else None
            )


def _bears(opd: Opd, name: str) -> bool:
    return name.casefold() in (alias.casefold() for alias in (*opd.aliases, opd.name))


def _as_yaml(code: str) -> str:
    return code if code[0].isalpha() else f'"{code}"'
