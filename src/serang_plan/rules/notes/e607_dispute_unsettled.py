"""Pertentangan data belum diselesaikan.

A contradiction between published figures is not settled.

Mengapa: angka yang saling bertentangan boleh dicatat berdampingan, tetapi suatu saat harus jelas
mana yang benar. Selama belum, indikatornya mudah diperdebatkan.

Why: figures that contradict each other may stand side by side, but some day it must be clear which
is right. Until then its indicators are easily disputed.

Salah:

    - code: P8
      topic: Penduduk miskin Maret 2022, keduanya dari BPS Kota Serang
      indicators: [M09]

Benar:

    - code: P8
      topic: Penduduk miskin Maret 2022, keduanya dari BPS Kota Serang
      resolution: Dipakai 5,94 %; 6,12 % adalah angka lisan yang dibulatkan.
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.model.plan import Plan
from serang_plan.model.source import Dispute
from serang_plan.wording import Text, backquoted, quoted

RULE = Rule("E607", "dispute-unsettled", why=__doc__, severity=Severity.NOTE)
_HELP = Text(
    "minta penjelasan dari sumbernya, lalu tulis hasilnya di `history`, sebagai `resolution`",
    "ask the sources to explain, and write the outcome in `history`, as `resolution`",
)


def check(plan: Plan) -> Iterator[Finding]:
    for dispute in plan.disputes:
        if dispute.resolution is None:
            yield RULE.finding(_message(dispute), dispute.at("topic"), help=_HELP)


def _message(dispute: Dispute) -> Text:
    code, topic, touched = dispute.code, backquoted(dispute.topic), quoted(dispute.indicators, 16)
    return Text(
        f"pertentangan `{code}` belum diselesaikan: {topic}" + (f", menyangkut {touched}" if touched else ""),
        f"dispute `{code}` is not settled: {topic}" + (f", about {touched}" if touched else ""),
    )
