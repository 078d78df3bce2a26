"""Masa berlaku komentar yang mengabaikan temuan sudah habis.

A comment that ignores a finding has run out.

Mengapa: batas waktu ditulis supaya temuannya diperiksa lagi pada saatnya. Sesudah tanggal itu
temuannya ditampilkan kembali.

Why: a date is written so that the finding is looked at again in time. After that day the finding is
shown again.

Salah:

    total: 271 # serang-plan: abaikan V503 — menunggu ralat sumbernya, sampai 2026-01-31

Benar:

    total: 271 # serang-plan: abaikan V503 — menunggu ralat sumbernya, sampai 2026-12-31
"""

from __future__ import annotations

from datetime import date

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.places import Span
from serang_plan.wording import Text, quoted, short_date

RULE = Rule("P903", "ignored-too-long", why=__doc__, severity=Severity.WARNING)
_HELP = Text(
    "perbaiki datanya, atau tulis alasan dan tanggal yang baru",
    "mend the data, or write a new reason and date",
)


def expired(codes: tuple[str, ...], until: date, at: Span) -> Finding:
    named, verb = quoted(codes), "was" if len(codes) == 1 else "were"
    message = Text(
        f"{named} hanya diabaikan sampai {short_date(until, 'id')}",
        f"{named} {verb} to be ignored until {short_date(until, 'en')} only",
    )
    return RULE.finding(message, at, help=_HELP)
