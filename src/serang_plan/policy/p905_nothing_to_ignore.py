"""Komentar mengabaikan temuan yang tidak ada.

A comment ignores a finding that is not there.

Mengapa: datanya mungkin sudah diperbaiki. Komentar yang tertinggal akan menyembunyikan kesalahan
berikutnya di tempat yang sama.

Why: the data may have been mended. A comment that stays behind would hide the next mistake in the
same place.

Salah:

    total: 207 # serang-plan: abaikan V503 — bagian lain tidak diterbitkan

Benar:

    total: 271 # serang-plan: abaikan V503 — bagian lain tidak diterbitkan
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.places import Span
from serang_plan.wording import Text, backquoted

RULE = Rule("P905", "nothing-to-ignore", why=__doc__, severity=Severity.NOTE)
_HELP = Text(
    "hapus kodenya dari komentar; komentar berlaku untuk barisnya sendiri, atau bila berdiri sendiri "
    "untuk baris di bawahnya",
    "take the code out of the comment; a comment speaks of its own line, or where it stands alone of "
    "the line below",
)


def nothing_to_ignore(code: str, at: Span) -> Finding:
    typed = backquoted(code)
    message = Text(
        f"komentar ini mengabaikan {typed}, padahal temuan itu tidak ada di sini",
        f"this comment ignores {typed}, but there is no such finding here",
    )
    return RULE.finding(message, at, help=_HELP)
