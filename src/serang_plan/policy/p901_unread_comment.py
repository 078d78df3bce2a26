"""Komentar untuk serang-plan tidak terbaca.

A comment for serang-plan cannot be read.

Mengapa: komentar yang diawali `serang-plan:` mengabaikan sebuah temuan. Bila tertulis lain dari
bentuknya, misalnya tanpa titik dua, komentar itu tidak berlaku, padahal penulisnya mengira sudah.

Why: a comment that begins with `serang-plan:` keeps a finding out of the list. Written in another
form, without the colon for one, it does nothing, while its author believes that it does.

Salah:

    total: 271 # serang-plan: abikan V503 — bagian lain tidak diterbitkan

Benar:

    total: 271 # serang-plan: abaikan V503 — bagian lain tidak diterbitkan
"""

from __future__ import annotations

from serang_plan.findings import Finding, Rule, Severity
from serang_plan.places import Span
from serang_plan.wording import Text, backquoted, did_you_mean

RULE = Rule("P901", "unread-comment", why=__doc__, severity=Severity.WARNING)
_FORM = Text(
    "ketik `# serang-plan: abaikan V501 — …` dengan alasannya",
    "type `# serang-plan: abaikan V501 — …` with the reason",
)
_DATE = Text("ketik tanggal seperti `sampai 2027-12-31`", "type a date such as `sampai 2027-12-31`")


def unknown_verb(word: str, meant: str, at: Span) -> Finding:
    typed = backquoted(word)
    message = (
        Text(
            f"perintah {typed} dalam komentar tidak dikenal", f"the word {typed} in this comment is not known"
        )
        if word
        else Text("komentar ini belum berisi perintah", "this comment says nothing yet")
    )
    return RULE.finding(message, at, help=did_you_mean(word, ("abaikan", "ignore")) or _as(meant))


def no_mark(meant: str, at: Span) -> Finding:
    """Return the finding of a comment that seems to be for the program, without the mark at its start."""
    message = Text(
        "komentar ini tidak berlaku karena tidak diawali `serang-plan:`",
        "this comment does nothing, since it does not begin with `serang-plan:`",
    )
    return RULE.finding(message, at, help=_as(meant))


def _as(meant: str) -> Text:
    whole = backquoted(f"# serang-plan: {meant}", 80)
    return Text(f"ketik {whole}", f"type {whole}")


def no_rule(at: Span) -> Finding:
    message = Text("komentar ini tidak menyebut kode aturan", "this comment names no rule")
    return RULE.finding(message, at, help=_FORM)


def no_date(word: str, at: Span) -> Finding:
    typed = backquoted(word)
    message = Text(f"{typed} dalam komentar ini bukan tanggal", f"{typed} in this comment is not a date")
    return RULE.finding(message, at, help=_DATE)
