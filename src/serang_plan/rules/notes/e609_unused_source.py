"""Sumber tidak dipakai.

A source is named by nothing.

Mengapa: sumber yang tidak dipakai biasanya berarti ada angka yang lupa diberi sumber, atau sumber
yang tertinggal setelah angkanya dihapus.

Why: a source that nothing names mostly means that a figure was left without its source, or that the
figure has gone and the source was left behind.

Salah:

    - {code: S12, title: Kajian RTH, kind: laporan}

Benar:

    - {code: S11, title: Luas RTH di Kota Serang cuma 12 persen, kind: berita}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.lookups.references import named_codes
from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan, Unread
from serang_plan.wording import Text

RULE = Rule("E609", "unused-source", why=__doc__, severity=Severity.NOTE)
_HELP = Text(
    "tulis kodenya di `source` pada nilai yang memakainya, atau hapus sumber ini",
    "name it in `source` of the value that rests on it, or take it out",
)


def check(plan: Plan) -> Iterator[Finding]:
    if plan.unread != Unread():
        return  # what could not be read may name it
    named = named_codes(plan).get(("sources",), ())
    for source in plan.sources:
        if source.code not in named:
            message = Text(
                f"sumber `{source.code}` tidak dipakai di mana pun",
                f"source `{source.code}` is named by nothing",
            )
            yield RULE.finding(message, source.at("code"), help=_HELP)
