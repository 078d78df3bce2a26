"""Kata tidak ada dalam daftar pilihan.

A word is not among the choices.

Mengapa: beberapa kunci hanya menerima kata tertentu, supaya isian semua OPD dapat dibandingkan dan
dijumlahkan.

Why: some keys take certain words only, so that what all OPD write can be compared and added up.

Salah:

    - code: M01
      direction: meningkat

Benar:

    - code: M01
      direction: naik
"""

from __future__ import annotations

from collections.abc import Sequence

from serang_plan.findings import Finding, Rule
from serang_plan.places import Location
from serang_plan.wording import Text, did_you_mean, only_near, quoted, backquoted as show

RULE = Rule("F104", "unknown-word", why=__doc__)


def finding(at: Location, typed: str, known: Sequence[str]) -> Finding:
    message = Text(f"{show(typed)} tidak ada dalam daftar pilihan", f"{show(typed)} is not among the choices")
    return RULE.finding(message, at, help=_advice(typed, known), instead=only_near(typed, known))


_IN_ENGLISH = {
    "error": "galat",
    "warning": "peringatan",
    "note": "catatan",
    "info": "catatan",
    "up": "naik",
    "down": "turun",
    "higher": "naik",
    "lower": "turun",
    "planned": "rencana",
    "ongoing": "berjalan",
    "done": "selesai",
    "cancelled": "batal",
    "waiting": "menunggu",
    "closed": "selesai",
    "verified": "terverifikasi",
    "derived": "turunan",
    "monthly": "bulanan",
    "quarterly": "triwulan",
    "yearly": "tahunan",
    "annual": "tahunan",
    "city": "kota",
    "official": "resmi",
    "candidate": "kandidat",
    "law": "hukum",
    "national": "nasional",
    "met": "terpenuhi",
    "unmet": "belum",
    "evidence": "bukti-keputusan",
    "threshold": "ambang",
}
"""What somebody types who thinks in English: the words of the data are Indonesian."""


def _advice(typed: str, known: Sequence[str]) -> Text | None:
    meant = _IN_ENGLISH.get(typed.casefold(), "")
    if near := did_you_mean(meant if meant in known else typed, known):
        return near
    words = quoted(known)
    return Text(f"ketik salah satu: {words}", f"type one of {words}") if words else None
