"""Temuan hendak diabaikan tanpa alasan.

A finding is to be ignored without a reason.

Mengapa: temuan yang diabaikan tidak tampil lagi. Pembaca berikutnya harus dapat menilai apakah
alasannya masih berlaku; tanpa alasan, temuannya tetap ditampilkan.

Why: a finding that is ignored is no longer shown. Whoever reads the file next must be able to judge
whether the reason still holds; without one, the finding stays.

Salah:

    total: 271 # serang-plan: abaikan V503

Benar:

    total: 271 # serang-plan: abaikan V503 — bagian lain tidak diterbitkan
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.places import Span
from serang_plan.wording import Text, quoted

RULE = Rule("P902", "ignored-without-reason", why=__doc__, severity=Severity.WARNING)


def without_reason(codes: tuple[str, ...], at: Span) -> Finding:
    named, verb = quoted(codes), "is" if len(codes) == 1 else "are"
    message = Text(
        f"{named} tidak diabaikan karena alasannya belum ditulis",
        f"{named} {verb} not ignored: no reason is given",
    )
    advice = Text(
        f"tulis alasannya di belakang tanda pisah: `abaikan {', '.join(codes[:3])} — …`",
        f"give the reason behind a dash: `abaikan {', '.join(codes[:3])} — …`",
    )
    return RULE.finding(message, at, help=advice)
