"""Notulen yang sudah ditutup berubah.

Minutes that were closed have changed.

Mengapa: yang sudah disepakati tidak diubah diam-diam. Laporan, penilaian dan batas waktu baru masuk
`history`, yang memang boleh bertambah.

Why: what was agreed on is not changed in silence. Reports, verdicts and new due dates belong into `history`,
which may grow.

Salah:

    - {code: R1-1, text: Lahan TPS disiapkan, lead: DLH, due: 2026-07-15, status: menunggu}

Benar:

    - {code: R1-1, text: Lahan TPS disiapkan, lead: DLH, due: 2026-04-15, status: menunggu}
"""

from __future__ import annotations

from collections.abc import Iterator

from serang_plan.analysis.rakor.fingerprint import has_changed
from serang_plan.findings import Finding, Rule
from serang_plan.model.plan import Plan
from serang_plan.wording import Text, short_date

RULE = Rule("R816", "closed-minutes-changed", why=__doc__)
ADVICE = Text(
    "kembalikan tanggal, kehadiran, acara dan isi keputusannya; yang baru ditulis di `history`",
    "bring back its date, attendance, agenda and decisions; what is new belongs into `history`",
)


def check(plan: Plan) -> Iterator[Finding]:
    for rakor in plan.rakor:
        if rakor.closed is not None and has_changed(rakor):
            message = Text(
                f"notulen rakor {short_date(rakor.date, 'id')} berubah sesudah ditutup "
                f"{short_date(rakor.closed.date, 'id')}",
                f"the minutes of the rakor of {short_date(rakor.date, 'en')} have changed since they were "
                f"closed on {short_date(rakor.closed.date, 'en')}",
            )
            yield RULE.finding(message, rakor.closed.at("fingerprint"), help=ADVICE)
